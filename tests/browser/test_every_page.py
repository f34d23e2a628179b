"""What holds on every page, for everyone: it opens, in Dutch, readable by all, asks no one else."""

import json
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.links import DEEP, neighbourhoods, pages
from tests.browser.screen import (
    Heard,
    cut_off,
    exceptions,
    overflow,
    settle,
    stretch,
    visit,
    watch,
)
from tests.browser.server import Server
from wijzer import catalog
from wijzer.ui import frame

THEIRS: dict[str, str] = {}
"""Rules that only Streamlit itself breaks, never serious or critical: rule → where and why."""

ENGLISH = re.compile(
    r"(?i).{0,20}\b(?:the|and|with|from|running|deploy|rerun|fullscreen|loading|settings"
    r"|download as|skip to|navigate|link to|pages|choose|select|search|close"
    r"|show|hide|view)\b.{0,20}"
)
NAMES = ("The Daily Mile",)
"""English names of things in the library that are called so in Dutch as well."""
_SPOKEN = """() => ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) =>
  [...document.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)))"""


def in_turn(first: int) -> list[str]:
    """Every page once, the neighbourhoods in turn; tests/pages opens every page for all of them."""
    codes = neighbourhoods()
    return [f"{path}?wijk={codes[(at + first) % len(codes)]}" for at, path in enumerate(pages())]


ON_A_DESK, ON_A_PHONE = in_turn(1), in_turn(2)

MENU = {f"/{one.url_path}": one.title for one in frame.PAGES}


@pytest.mark.parametrize("view", [*ON_A_DESK, *DEEP.values()])
def test_a_view_on_a_desk(page: Page, app: Server, heard: Heard, view: str) -> None:
    """It opens without a complaint, in Dutch, under a title of its own, and axe has nothing
    against it."""
    before = len(app.said())
    visit(page, app.url + view)
    stretch(page)
    assert exceptions(page) == []
    assert heard.errors == []
    assert heard.outside == []
    assert "Traceback" not in app.said()[before:]
    check_words(page, view)
    check_axe(page)
    if view in ON_A_DESK:
        check_widths(page)


def check_words(page: Page, view: str) -> None:
    """Everything is said in Dutch; a tab or a bookmark tells which page it is, and of where."""
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.locator("h1").count() == 1
    said = " · ".join(words(page))
    for one in NAMES:
        said = said.replace(one, "")
    assert ENGLISH.findall(said) == []
    name, place, app = page.title().split(" · ")
    asked = dict(parse_qsl(urlsplit(view).query)).get("wijk", "")
    of = catalog.neighbourhoods().get(asked, catalog.neighbourhood("stevenshof"))
    assert (name, app) == (MENU[urlsplit(view).path], "Wijzer in de Wijk")
    assert place.startswith(of.name)
    assert ("&deel=" in view and asked != "atlantis") == (place != of.name)


def words(page: Page) -> list[str]:
    """Everything a person sees or has read aloud."""
    spoken: list[str] = page.evaluate(_SPOKEN)
    return [page.locator("body").inner_text(), *spoken]


def check_axe(page: Page) -> None:
    found = violations(page)
    assert [one for one in found if one["impact"] in {"serious", "critical"}] == []
    assert [one for one in found if one["id"] not in THEIRS] == []


def check_widths(page: Page) -> None:
    """Nothing is wider than a beamer, nor than a wide desk."""
    for width in (1440, 1024):
        page.set_viewport_size({"width": width, "height": 768})
        settle(page)
        stretch(page)
        assert overflow(page) == []


@pytest.mark.parametrize("view", [*ON_A_PHONE, *DEEP.values()])
def test_a_view_on_a_phone(phone: Page, app: Server, view: str) -> None:
    heard = watch(phone, app.host)
    visit(phone, app.url + view)
    stretch(phone)
    assert overflow(phone) == []
    assert cut_off(phone) == []
    assert heard.errors == []
    if view in ON_A_PHONE:
        check_axe(phone)


def violations(page: Page) -> list[dict[str, str]]:
    """What axe has against the page: rule, impact, and the first three places.

    Runs by the debugger, not as a script of the page, so the content policy stays as it is.
    """
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        {
            "id": one["id"],
            "impact": one["impact"],
            "help": one["help"],
            "nodes": json.dumps([node["html"][:160] for node in one["nodes"][:3]]),
        }
        for one in found["violations"]
    ]


def test_axe_does_find_what_is_wrong(page: Page) -> None:
    page.set_content("<html><body><img src='x.png'><input></body></html>")
    assert {"image-alt", "label"} <= {one["id"] for one in violations(page)}


def test_overflow_is_found(page: Page) -> None:
    page.set_content(
        "<div data-testid='stApp'><div data-testid='stMain' style='overflow:auto'>"
        "<p style='width:3000px'>breed</p></div></div>"
    )
    assert any("breed" in one for one in overflow(page))
