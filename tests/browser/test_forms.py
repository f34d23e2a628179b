"""A facilitator with a real browser: forms by keyboard, and texts that try to be more than text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.links import PARTS
from tests.browser.screen import change, exceptions, overflow, settle, stretch, visit, watch
from tests.browser.server import Server, serve
from tests.browser.test_by_hand import FOCUSED, tab_to
from tests.browser.test_every_page import violations
from tests.pages.entering import Holds, add, body, one_of_each, own_register
from tests.pages.entering import change as changed
from wijzer import texts
from wijzer.kinds import KINDS

FORM = "/plan?wijk=stevenshof&plandeel=doelen"
THEME = "Sociale contacten en vriendschap"
BAIT = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> [k](javascript:alert(3)) ![i](x.png) "
    "$a$ :smile: :material/home: :red[r] **v** https://boos.example www.boos.example"
)


# --- by keyboard ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(figures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a register that may be changed."""
    with serve(tmp_path_factory.mktemp("desk") / "app.log", figures) as server:
        yield server


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def write(page: Page, label: str, text: str) -> None:
    """Tab to a field of the form and write in it, then leave it."""
    tab_to(page, "input", label)
    page.keyboard.type(text)
    change(page, lambda: page.keyboard.press("Tab"))
    page.keyboard.press("Shift+Tab")


def choose(page: Page, label: str, text: str) -> None:
    """Tab to a list of the form, write the beginning of a choice and take it."""
    tab_to(page, "combobox", label)
    page.keyboard.type(text)
    page.wait_for_timeout(300)
    change(page, lambda: page.keyboard.press("Enter"))


def press(page: Page, name: str) -> None:
    """Tab to a button and press it."""
    tab_to(page, "button", name)
    change(page, lambda: page.keyboard.press("Enter"))


def test_a_goal_by_keyboard_only(page: Page, desk: Server) -> None:
    heard = watch(page, desk.host)
    visit(page, desk.url + FORM)
    press(page, texts.NEW.format(kind="doel"))
    choose(page, "Thema *", THEME[:12])
    write(page, "Naam *", "Iedereen kent een buur")
    write(page, "Beginwaarde", "7,5")
    write(page, "Streefwaarde", "12")
    write(page, "Datum van het doel", "31-12-2027")
    press(page, texts.SAVE)
    row = page.get_by_role("row", name="Iedereen kent een buur")
    expect(row).to_contain_text(THEME)
    expect(row).to_contain_text("31 december 2027")
    assert page.get_by_role("button", name=texts.SAVE, exact=True).count() == 0
    assert exceptions(page) == []
    assert heard.errors == heard.outside == []


def test_a_reload_in_the_middle_keeps_what_was_typed(page: Page, desk: Server) -> None:
    visit(page, desk.url + FORM)
    change(page, page.get_by_role("button", name=texts.NEW.format(kind="doel")).first.click)
    choose(page, "Thema *", THEME[:12])
    write(page, "Naam *", "Half getypt")
    write(page, "Streefwaarde", "geen getal")
    change(page, page.reload)
    settle(page)
    assert field(page, "Naam *").input_value() == "Half getypt"
    assert field(page, "Streefwaarde").input_value() == "geen getal"
    expect(page.get_by_text(texts.TYPED_KEPT)).to_be_visible()
    press(page, texts.SAVE)
    expect(page.get_by_text(texts.NOT_SAVED.format(velden="Streefwaarde"))).to_be_visible()
    assert field(page, "Naam *").input_value() == "Half getypt"
    change(page, page.get_by_role("button", name=texts.THROW_AWAY).click)
    assert page.get_by_role("button", name=texts.SAVE, exact=True).count() == 0


def test_the_focus_is_somewhere_after_a_form_opens(page: Page, desk: Server) -> None:
    """Tab goes on from the button that was pressed: the form comes before long."""
    visit(page, desk.url + "/themas?wijk=stevenshof")
    press(page, texts.NEW.format(kind="thema"))
    expect(field(page, "Naam *")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["role"] != "body"


@pytest.fixture(scope="module")
def tab(chrome: Browser) -> Iterator[Page]:
    """One tab for many addresses: a new one would fetch the whole program again for each."""
    context = chrome.new_context(viewport=DESK, locale="nl-NL")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


# --- readable by all ------------------------------------------------------------------------------

OPEN = [f"{FORM}&bewerk={kind}:iets-nieuws&typ=axe" for kind in ("goal", "theme")]
OPEN.append(f"{FORM}&bewerk=intervention:interventie-stevenshof-groen&typ=axe")


@pytest.mark.parametrize("view", [*PARTS.values(), *OPEN[1:]])
def test_parts_and_forms_have_no_axe_violation(tab: Page, app: Server, view: str) -> None:
    tab.set_viewport_size(DESK)  # type: ignore[arg-type]
    visit(tab, app.url + view)
    stretch(tab)
    assert violations(tab) == []


@pytest.mark.parametrize("view", OPEN[::2])
def test_forms_on_a_phone_have_no_axe_violation(phone: Page, app: Server, view: str) -> None:
    visit(phone, app.url + view)
    stretch(phone)
    assert violations(phone) == []


# --- texts that try to be more --------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile(figures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a register of hostile and of very long texts."""
    folder = tmp_path_factory.mktemp("hostile")
    with own_register(folder / "register", Holds.NOTHING):
        made = one_of_each(lambda kind: f"={kind} {BAIT}")
        for kind in KINDS:
            long = {"number": 2} if kind == "step" else {}
            add(kind, f"lang-{kind}", **(body(kind, "W" * 10_000, made, "BU05460902") | long))
        changed("theme", made["theme"], why=f"{BAIT} {'W' * 9000}")
    with serve(folder / "app.log", figures) as server:
        yield server


_MADE = """() => [
  ...document.querySelectorAll('[onerror], [onload], img[src*="x"]:not([src^="data:"]), .katex'),
  ...[...document.querySelectorAll('a')].filter((one) =>
    one.protocol === 'javascript:' || one.host.includes('boos')),
  ...[...document.querySelectorAll('script')].filter((one) => /alert/.test(one.textContent)),
].map((one) => one.outerHTML.slice(0, 120))"""
VIEWS = [
    *(f"/themas?wijk=stevenshof&themadeel={part}&thema=een-theme" for part in texts.THEMES_PARTS),
    *(
        f"/plan?wijk=stevenshof&plandeel={part}&doel=een-goal&interventie=een-intervention"
        for part in texts.PLAN_PARTS
    ),
    "/profiel?wijk=stevenshof&indicator=overgewicht",
    "/?wijk=stevenshof",
    "/plan?wijk=stevenshof&plandeel=doelen&doel=lang-goal&bewerk=goal:lang-goal&typ=lang",
    "/themas?wijk=stevenshof&thema=lang-theme&bewerk=theme:een-theme&typ=eng",
]


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_comes_of_a_text_and_it_fits(tab: Page, hostile: Server, view: str) -> None:
    dialogs: list[str] = []
    tab.on("dialog", lambda box: (dialogs.append(box.message), box.dismiss()))
    heard = watch(tab, hostile.host)
    tab.set_viewport_size({"width": 1024, "height": 768})
    visit(tab, hostile.url + view)
    assert exceptions(tab) == dialogs == heard.errors == heard.outside == []
    assert tab.evaluate(_MADE) == []
    assert "<script>alert(1)</script>" in tab.locator("body").text_content()
    assert overflow(tab) == []
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    settle(tab)
    stretch(tab)
    assert overflow(tab) == []
    assert "Traceback" not in hostile.said()


def test_what_comes_of_a_text_would_be_found(page: Page) -> None:
    page.set_content("<a href='javascript:1'>k</a><img src='x.png' onerror='1'>")
    assert len(page.evaluate(_MADE)) == 2
