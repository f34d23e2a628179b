"""A link brings a colleague to exactly this view, also as the first thing a new process serves."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.links import BLANK, blank, neighbourhoods, pages
from tests.browser.screen import exceptions, visit, watch
from tests.browser.server import Server, serve
from wijzer import catalog, texts
from wijzer.model import Missing


def choices(page: Page) -> dict[str, str]:
    """Codes in the address of the page."""
    asked = parse_qs(urlsplit(page.url).query)
    return {name: values[0] for name, values in asked.items()}


def chosen(page: Page, name: str) -> None:
    """The frame's button of this neighbourhood is on."""
    button = page.get_by_role("radio", name=name, exact=True)
    expect(button.first).to_be_checked()


@pytest.mark.parametrize("path", [pages()[1], pages()[-1]])
def test_deep_link_after_a_restart(page: Page, figures: Path, tmp_path: Path, path: str) -> None:
    """Streamlit's trap: beside a pages/ folder the first deep link would miss its frame.

    Each needs a program that was just started: one page of a group of the menu, and the last one.
    """
    code = neighbourhoods()[-1]
    with serve(tmp_path / "app.log", figures) as fresh:
        heard = watch(page, fresh.host)
        visit(page, f"{fresh.url}{path}?wijk={code}")
        check_right_view(page, path, code)
        assert exceptions(page) == []
        assert heard.errors == []
        assert "Traceback" not in fresh.said()


def check_right_view(page: Page, path: str, code: str) -> None:
    """The page asked for, in its frame, for the neighbourhood asked for."""
    assert urlsplit(page.url).path == path
    assert choices(page)["wijk"] == code
    chosen(page, catalog.neighbourhood(code).name)
    assert page.locator('[data-testid="stTopNavLink"]').count() >= len(pages()) - 1 or (
        page.locator('[data-testid="stTopNavSection"]').count() > 0
    )


@pytest.mark.parametrize("path", pages())
def test_unknown_code_gives_a_sentence(page: Page, app: Server, path: str) -> None:
    visit(page, f"{app.url}{path}?wijk=atlantis")
    expect(page.get_by_text("atlantis").first).to_be_visible()
    assert exceptions(page) == []
    assert choices(page)["wijk"] == neighbourhoods()[0]


@pytest.mark.parametrize("asked", ["%27%3B--", "%3Cscript%3Ealert(1)%3C/script%3E", "x" * 5000])
def test_nonsense_in_the_link_does_no_harm(page: Page, app: Server, asked: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda box: (dialogs.append(box.message), box.dismiss()))
    visit(page, f"{app.url}/profiel?wijk={asked}&deel={asked}&indicator={asked}&jaar={asked}")
    assert exceptions(page) == []
    assert dialogs == []


@pytest.mark.parametrize(
    "code", [code for code in neighbourhoods() if len(catalog.neighbourhood(code).parts) > 1]
)
def test_subdistrict_stays_with_the_link(page: Page, app: Server, code: str) -> None:
    part = catalog.neighbourhood(code).parts[-1]
    visit(page, f"{app.url}/profiel?wijk={code}&deel={part}")
    assert choices(page)["deel"] == part


@pytest.mark.parametrize("buurt", BLANK)
def test_blank_buurt_says_why(page: Page, app: Server, buurt: str) -> None:
    """Too few people live here for published figures: the page says so instead of showing 0."""
    visit(page, app.url + blank(buurt))
    assert choices(page)["deel"] == buurt
    assert choices(page)["indicator"] == "autos-per-huishouden"
    assert exceptions(page) == []
    expect(page.get_by_text(texts.MISSING_SENTENCE[Missing.NOT_PUBLISHED]).first).to_be_visible()
