"""The thread: from a figure to theme, goal, intervention and activity, and back, by links."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import DESK
from tests.browser.screen import change, exceptions, visit
from tests.browser.server import Server, serve
from tests.browser.test_by_hand import tab_to
from tests.browser.test_links import choices
from wijzer import catalog, publish, texts
from wijzer.access import PUBLIC
from wijzer.publish import Row, Thread
from wijzer.store import content, entries
from wijzer.store.entries import State

WIJKEN = list(catalog.neighbourhoods())


@dataclass(frozen=True)
class Walk:
    """One indicator of a neighbourhood, and what it leads to."""

    wijk: str
    indicator: str
    theme: Row
    goal: Row
    intervention: Row
    activity: Row

    @property
    def start(self) -> str:
        return f"/profiel?wijk={self.wijk}&indicator={self.indicator}"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> State:
    """What the project comes with, as everybody sees it."""
    register = content.open_register(tmp_path_factory.mktemp("seen"))
    found = publish.entered(entries.state(register), PUBLIC)
    register.close()
    return found


def walk(seen: State, wijk: str) -> Walk:
    """The first indicator from which every kind of thing can be reached through one theme."""
    for indicator in catalog.indicators():
        found = publish.thread(seen, wijk, indicator)
        for theme in found.themes:
            if way := _way(found, theme, indicator):
                return Walk(wijk, indicator, theme, *way)
    pytest.fail(f"no thread in {wijk}")


def _way(found: Thread, theme: Row, indicator: str) -> tuple[Row, Row, Row] | None:
    if indicator not in publish.many(theme, "indicators"):
        return None
    goals = [row for row in found.goals if row["theme"] == theme["id"]]
    goals = [row for row in goals if row["indicator"] == indicator]
    mine = [row for row in found.interventions if theme["id"] in publish.many(row, "themes")]
    pairs = [(one, row) for one in mine for row in found.activities
             if row["intervention"] == one["id"]]  # fmt: skip
    return (goals[0], *pairs[0]) if goals and pairs else None


def link(page: Page, title: str) -> Locator:
    """The first link on the page with this name, behind a mark of ours or not."""
    return page.get_by_role("link", name=title).locator("visible=true").first


def follow(page: Page, title: str) -> None:
    """One click."""
    change(page, link(page, title).click)
    assert exceptions(page) == []


def shows(page: Page, kind: str, row: Row) -> None:
    """The thing is chosen, and in full on the page."""
    code = {"theme": "thema", "goal": "doel", "intervention": "interventie",
            "activity": "interventie"}[kind]  # fmt: skip
    assert choices(page)[code] == row["intervention" if kind == "activity" else "id"]
    if kind == "activity":
        cell = page.get_by_role("table").get_by_role("rowheader", name=row["title"], exact=True)
        expect(cell).to_be_visible()
    else:
        expect(page.get_by_role("heading", name=row["title"])).to_be_visible()


@pytest.fixture(scope="module")
def colleague(chrome: Browser) -> Iterator[BrowserContext]:
    """Another browser, that knows nothing of what was chosen here."""
    context = chrome.new_context(viewport=DESK, locale="nl-NL")  # type: ignore[arg-type]
    yield context
    context.close()


def check_step(page: Page, colleague: BrowserContext, kind: str, row: Row) -> None:
    """What was asked for, here and in a fresh tab of a colleague who gets the address."""
    shows(page, kind, row)
    tab = colleague.new_page()
    visit(tab, page.url)
    shows(tab, kind, row)
    headings = [one.get_by_role("heading").all_inner_texts() for one in (page, tab)]
    assert headings[0] == headings[1]
    tab.close()


def check_way_back(page: Page, one: Walk) -> None:
    """A link to the figure that it began with, in the same neighbourhood."""
    address = link(page, catalog.indicator(one.indicator).name).get_attribute("href") or ""
    asked = parse_qs(urlsplit(address).query)
    assert (asked["indicator"], asked["wijk"]) == ([one.indicator], [one.wijk])
    assert "profiel" in urlsplit(address).path


def check_back(page: Page, one: Walk) -> None:
    """One click back to the figure that it began with."""
    check_way_back(page, one)
    follow(page, catalog.indicator(one.indicator).name)
    assert choices(page)["indicator"] == one.indicator
    assert choices(page)["wijk"] == one.wijk
    expect(page.get_by_role("heading", name=texts.THREAD_OF)).to_be_visible()


@pytest.mark.parametrize("wijk", WIJKEN)
def test_from_a_figure_to_an_activity_and_back(
    page: Page, app: Server, colleague: BrowserContext, seen: State, wijk: str
) -> None:
    """All of it is one click from the figure, at most three by way of the theme, one click back."""
    one = walk(seen, wijk)
    visit(page, app.url + one.start)
    for row in (one.theme, one.goal, one.intervention, one.activity):
        expect(link(page, row["title"])).to_be_visible()
    follow(page, one.theme["title"])
    check_step(page, colleague, "theme", one.theme)
    theme = page.url
    for kind, row in (("goal", one.goal), ("intervention", one.intervention)):
        follow(page, row["title"])
        check_step(page, colleague, kind, row)
        check_way_back(page, one)
    visit(page, theme)
    follow(page, one.activity["title"])
    check_step(page, colleague, "activity", one.activity)
    check_back(page, one)


def test_the_thread_by_keyboard_alone(page: Page, app: Server, seen: State) -> None:
    one = walk(seen, WIJKEN[0])
    visit(page, app.url + one.start)
    for kind, row in (("theme", one.theme), ("goal", one.goal),
                      ("intervention", one.intervention)):  # fmt: skip
        tab_to(page, "a", row["title"][:50])
        change(page, lambda: page.keyboard.press("Enter"))
        shows(page, kind, row)
    tab_to(page, "a", catalog.indicator(one.indicator).name[:50])
    change(page, lambda: page.keyboard.press("Enter"))
    assert choices(page)["indicator"] == one.indicator


@pytest.fixture(scope="module")
def bare(figures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program without examples: `make run EMPTY=1`."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_EMPTY", "1")
        with serve(tmp_path_factory.mktemp("bare") / "app.log", figures) as server:
            yield server


def test_without_examples_an_intervention_is_still_reached(
    page: Page, bare: Server, seen: State
) -> None:
    one = walk(seen, "alphen-noord")
    visit(page, bare.url + one.start)
    assert page.locator(".wz-example").count() == 0
    follow(page, one.theme["title"])
    shows(page, "theme", one.theme)
    follow(page, one.intervention["title"])
    shows(page, "intervention", one.intervention)
    assert page.get_by_text(one.activity["title"]).count() == 0
    check_back(page, one)
