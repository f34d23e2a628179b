"""For everyone: high contrast, no movement, twice as large, and the keyboard alone, on every page.

One visit to a page serves all of these: half the size of a desk is a desk that was enlarged twice.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.links import neighbourhoods, pages
from tests.browser.screen import cut_off, overflow, settle, stretch, visit
from tests.browser.server import Server
from tests.browser.test_every_page import violations
from wijzer import texts

HALF = {"width": 640, "height": 512}
"""A desk of 1280 by 1024 at 200%."""

# Cells and marks that get a colour for what they mean, with the words that they have as well.
_COLOURED = """() => {
  const every = document.querySelectorAll('[class*="favourable"], .wz-legend li, .wz-example');
  return [...every].filter((one) => one.getBoundingClientRect().width > 0)
    .map((one) => ({kind: one.className || one.tagName, text: one.textContent.trim(),
                    border: parseFloat(getComputedStyle(one).borderLeftWidth)}));
}"""
# Of each button of a row, whether it is the chosen one, and what it stands on.
_CHOSEN = """() => [...document.querySelectorAll('[role="radio"]')].map((one) =>
  [one.getAttribute('aria-checked') === 'true', getComputedStyle(one).backgroundColor])"""
_MOVES = """() => {
  const seconds = (text) => Math.max(...text.split(',').map(parseFloat));
  const slow = [...document.querySelectorAll('[class*="wz-"]')].filter((one) => {
    const style = getComputedStyle(one);
    return seconds(style.transitionDuration) > 0.01
      || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01);
  });
  const running = document.getAnimations().filter((one) => one.playState === 'running'
    && one.effect.getComputedTiming().duration > 10);
  return [...slow.map((one) => one.className), ...running.map((one) => `${one.animationName}`)];
}"""
# Writes down what gets the focus, and whether that can be seen. Returns who could have it at most.
_WATCH = """() => {
  window.had = [];
  addEventListener('focusin', (event) => {
    const style = getComputedStyle(event.target), at = event.target.getBoundingClientRect();
    const here = at.width > 0 && at.right > 0 && at.left < innerWidth;
    const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    had.push([event.target, here && marked]);
  });
  const every = document.querySelectorAll('a[href], button, summary, input, textarea, [tabindex]');
  return [...every].filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length;
}"""
# A group of radio buttons has one place in the walk; within it go the arrow keys.
_WALKED = """() => {
  const name = (one) => `${one.tagName.toLowerCase()} ${one.className} `
    + (one.getAttribute('aria-label') || one.innerText || '').trim().slice(0, 40);
  const again = had.findIndex(([one], at) => had.findIndex(([other]) => other === one) < at);
  const walk = again < 0 ? had : had.slice(0, again);
  const group = (one) => one.closest('[role="radiogroup"]') || one;
  const reached = new Set(walk.map(([one]) => group(one)));
  const folded = '[inert], details:not([open]) > :not(summary)';
  const can = [...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')].filter(
    (one) => one.tabIndex >= 0 && !one.disabled && !one.closest(folded)
      && one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length);
  const back = walk.filter(([one], at) => at && walk[at - 1][0].compareDocumentPosition(one)
    & Node.DOCUMENT_POSITION_PRECEDING);
  return {count: walk.length, missed: can.map(group).filter((one) => !reached.has(one)).map(name),
          unseen: walk.filter(([, seen]) => !seen).map(([one]) => name(one)),
          back: back.map(([one]) => name(one))};
}"""
_SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
"""What a reader may ask for (WCAG 1.4.12): room around letters, words, lines and paragraphs."""


@pytest.fixture
def enlarged(chrome: Browser) -> Iterator[Page]:
    """A tab at 200% in high contrast, of somebody who wants nothing to move."""
    context = chrome.new_context(
        viewport=HALF,  # type: ignore[arg-type]
        locale="nl-NL",
        device_scale_factor=2,
        forced_colors="active",
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", pages())
def test_a_page_is_for_everyone(enlarged: Page, app: Server, path: str) -> None:
    visit(enlarged, f"{app.url}{path}?wijk={neighbourhoods()[1]}")
    assert enlarged.evaluate(_MOVES) == []
    check_keyboard(enlarged)
    check_opens_by_key(enlarged)
    check_colours(enlarged)
    stretch(enlarged)
    assert overflow(enlarged) == []
    assert cut_off(enlarged) == []
    enlarged.add_style_tag(content=_SPACED)
    settle(enlarged)
    assert [one for one in overflow(enlarged) if one.startswith("scrolls")] == []


def check_colours(page: Page) -> None:
    """What a colour means stands there in a mark or a word as well, or has a line of its own."""
    chosen = {ground for on, ground in page.evaluate(_CHOSEN) if on}
    others = {ground for on, ground in page.evaluate(_CHOSEN) if not on}
    assert chosen and others and not chosen & others
    marks = tuple(texts.SIGN_MARK.values())
    for one in page.evaluate(_COLOURED):
        if "wz-example" in one["kind"]:
            assert one["border"] >= 2, one
        elif one["kind"].startswith("wz-"):
            assert one["text"].startswith(marks), one
        else:
            assert one["text"], one


def check_opens_by_key(page: Page) -> None:
    """What is folded opens with Enter and closes again."""
    for kind in (".wz-read summary", ".wz-take summary"):
        for one in page.locator(kind).all()[:1]:
            one.focus()
            opened = "one => one.parentElement.open"
            page.keyboard.press("Enter")
            assert one.evaluate(opened), kind
            page.keyboard.press("Enter")
            assert not one.evaluate(opened), kind


def check_keyboard(page: Page) -> None:
    """Tab comes to everything once, in the order of the page, and each time it can be seen."""
    for _ in range(int(page.evaluate(_WATCH)) + 5):
        page.keyboard.press("Tab")
    found: dict[str, Any] = page.evaluate(_WALKED)
    assert found["count"] > 10
    assert found["missed"] == []
    assert found["unseen"] == []
    assert found["back"] == []


def test_focus_goes_along_with_a_link(page: Page, app: Server) -> None:
    """To the part that a link names, or to the heading; and what changed is said aloud."""
    visit(page, f"{app.url}/profiel?wijk={neighbourhoods()[1]}")
    page.locator(".wz-read > a").press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'toegankelijkheid'")
    expect(page.get_by_role("status").filter(has_text=texts.PAGE_UPDATED)).to_have_count(1)
    page.locator(".wz-read summary").press("Enter")
    page.locator(".wz-read details a").press("Enter")
    page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    assert page.locator(".wz-read details").count() == 0
    assert "leeswijzer=uit" in page.url


def test_a_link_to_a_part_opens_there(page: Page, app: Server) -> None:
    visit(page, f"{app.url}/verantwoording#toegankelijkheid")
    page.wait_for_function(
        "() => { const at = document.getElementById('toegankelijkheid').getBoundingClientRect();"
        " return at.top >= 0 && at.top < innerHeight / 2; }"
    )
    assert page.evaluate("document.activeElement.id") == "toegankelijkheid"


@pytest.mark.parametrize("width", [390, 640])
def test_the_page_of_the_api_is_for_everyone(page: Page, app: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(f"{app.url}/api/")
    for one in page.locator("summary").all():
        one.press("Enter")
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    assert violations(page) == []


def test_paper_has_no_buttons(page: Page, app: Server) -> None:
    """What is printed is what was read: pictures and tables stay, what can be pressed goes."""
    visit(page, f"{app.url}/profiel?wijk={neighbourhoods()[1]}")
    page.emulate_media(media="print")
    for gone in ("stHeader", "stDownloadButton"):
        assert page.get_by_test_id(gone).count()
        assert not any(one.is_visible() for one in page.get_by_test_id(gone).all())
    assert not page.locator(".wz-take").first.is_visible()
    assert page.get_by_test_id("stVegaLiteChart").first.is_visible()
    assert page.locator("h1").is_visible()
    box = "one => getComputedStyle(one).overflowY"
    assert page.get_by_test_id("stMain").evaluate(box) == "visible"


def test_what_is_wrong_is_found(page: Page) -> None:
    """The measures themselves can fail."""
    page.set_content(
        "<style>:focus { outline: 3px solid } button:focus { outline: none }</style>"
        "<p class='wz-note' style='transition: color 2s'>a</p>"
        "<button>weg</button><a href='#'>een</a><a href='#' tabindex='1'>eerst</a>"
    )
    page.evaluate(_WATCH)
    for _ in range(5):
        page.keyboard.press("Tab")
    found = page.evaluate(_WALKED)
    assert [one.split()[0] for one in found["unseen"]] == ["button"]
    assert found["count"] == 3 and found["back"] and found["missed"] == []
    assert page.evaluate(_MOVES) == ["wz-note"]
    page.set_content("<table><tr><td class='wz-favourable'>12%</td></tr></table>")
    with pytest.raises(AssertionError):
        check_colours(page)
