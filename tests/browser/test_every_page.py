"""What holds on every page, for everyone: it opens, in Dutch, readable by all, asks no one else."""

import json
import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.links import DEEP, every_view, neighbourhoods, pages
from tests.browser.screen import Heard, cut_off, exceptions, overflow, stretch, visit, watch
from tests.browser.server import Server

THEIRS: dict[str, str] = {}
"""Rules that only Streamlit itself breaks, never serious or critical: rule → where and why."""

ENGLISH = re.compile(
    r"(?i).{0,20}\b(?:the|and|with|from|running|deploy|rerun|fullscreen|loading|settings"
    r"|download as|skip to|navigate|link to|pages|choose|select|search|close"
    r"|show|hide|view)\b.{0,20}"
)
_SPOKEN = """() => ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) =>
  [...document.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)))"""

VIEWS = [*every_view(), *DEEP.values()]


@pytest.mark.parametrize("view", VIEWS)
def test_opens_without_a_complaint(page: Page, app: Server, heard: Heard, view: str) -> None:
    before = len(app.said())
    visit(page, app.url + view)
    stretch(page)
    assert exceptions(page) == []
    assert heard.errors == []
    assert heard.outside == []
    assert "Traceback" not in app.said()[before:]


@pytest.mark.parametrize("path", pages())
def test_speaks_dutch(page: Page, app: Server, path: str) -> None:
    visit(page, app.url + path)
    assert page.locator("html").get_attribute("lang") == "nl"
    assert "Wijzer in de Wijk" in page.title()
    assert page.locator("h1").count() == 1
    assert ENGLISH.findall(" · ".join(words(page))) == []


def words(page: Page) -> list[str]:
    """Everything a person sees or has read aloud."""
    spoken: list[str] = page.evaluate(_SPOKEN)
    return [page.locator("body").inner_text(), *spoken]


def test_titles_tell_pages_apart(page: Page, app: Server) -> None:
    titles = []
    for path in pages():
        visit(page, app.url + path)
        titles.append(page.title())
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("view", [f"{path}?wijk={neighbourhoods()[1]}" for path in pages()])
def test_has_no_axe_violation(page: Page, app: Server, view: str) -> None:
    visit(page, app.url + view)
    stretch(page)
    found = violations(page)
    assert [one for one in found if one["impact"] in {"serious", "critical"}] == []
    assert [one for one in found if one["id"] not in THEIRS] == []


@pytest.mark.parametrize("view", [f"{path}?wijk={neighbourhoods()[1]}" for path in pages()])
def test_phone_has_no_axe_violation(phone: Page, app: Server, view: str) -> None:
    visit(phone, app.url + view)
    stretch(phone)
    assert [one for one in violations(phone) if one["id"] not in THEIRS] == []


@pytest.mark.parametrize("view", VIEWS)
def test_fits_a_phone(phone: Page, app: Server, view: str) -> None:
    heard = watch(phone, app.host)
    visit(phone, app.url + view)
    stretch(phone)
    assert overflow(phone) == []
    assert cut_off(phone) == []
    assert heard.errors == []


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("path", pages())
def test_fits_a_beamer_and_a_desk(page: Page, app: Server, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    visit(page, app.url + path)
    stretch(page)
    assert overflow(page) == []


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
