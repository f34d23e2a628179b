"""What is on the screen: wait until it stands still, and look for what should not be there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response, WebSocket

TALLEST = 16_000

# True when the script has run, nothing is waiting and every picture is painted.
_STILL = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  if (app.dataset.testConnectionState !== 'CONNECTED') return false;
  const waiting = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]';
  if (document.querySelector(waiting)) return false;
  if (!document.querySelector('[data-testid="stMainBlockContainer"] *')) return false;
  const painted = (box) => [...box.querySelectorAll('svg, canvas')]
    .some((one) => one.getBoundingClientRect().width > 10);
  const shown = (box) => box.getBoundingClientRect().height > 0;
  const pictures = '[data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"]';
  return [...document.querySelectorAll(pictures)].filter(shown).every(painted)
    && document.fonts.status === 'loaded';
}"""

_HEIGHT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const inner = main ? main.scrollHeight + main.getBoundingClientRect().top : 0;
  return Math.ceil(Math.max(inner, document.documentElement.scrollHeight));
}"""

# Things wider than the screen, leaving out what scrolls or is clipped in a box of its own.
_OVERFLOW = """() => {
  const wide = innerWidth + 1, found = [];
  const name = (one) => (one.dataset?.testid || one.tagName.toLowerCase()) + ' '
    + (one.innerText || one.getAttribute('aria-label') || '').trim().slice(0, 40);
  const boxes = [document.documentElement, document.querySelector('[data-testid="stMain"]')];
  for (const box of boxes)
    if (box && box.scrollWidth > box.clientWidth + 1)
      found.push(`scrolls ${box.scrollWidth} > ${box.clientWidth}: ${name(box)}`);
  const contained = (one) => {
    let free = getComputedStyle(one).position === 'absolute';
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (up.dataset.testid === 'stMain' || up.dataset.testid === 'stApp') return false;
      if (free && style.position === 'static') continue;
      if (style.overflowX !== 'visible') return true;
      free = style.position === 'absolute';
    }
    return false;
  };
  for (const one of document.querySelectorAll('[data-testid="stApp"] *')) {
    const at = one.getBoundingClientRect();
    if (at.width > 0 && at.height > 0 && at.right > wide && !contained(one))
      found.push(`right edge at ${Math.round(at.right)}: ${name(one)}`);
  }
  return found.slice(0, 10);
}"""

# Words that are cut off with an ellipsis or by the edge of their box.
_CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stApp"] *')].filter((one) => {
  const own = [...one.childNodes].some((c) => c.nodeType === 3 && c.textContent.trim());
  const style = getComputedStyle(one), at = one.getBoundingClientRect();
  const hidden = style.clipPath !== 'none' || at.width < 3 || style.visibility === 'hidden';
  const says = own || style.textOverflow === 'ellipsis';
  return says && !hidden && style.overflowX !== 'visible' && style.overflowX !== 'auto'
    && one.scrollWidth > one.clientWidth + 1;
}).map((one) => one.innerText.trim().slice(0, 60)).slice(0, 10)"""


@dataclass
class Heard:
    """What a page said and asked for while it was watched."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    bytes: dict[str, int] = field(default_factory=dict)


def watch(page: Page, host: str) -> Heard:
    """Keep a record of console errors, failed answers and requests to other hosts than this one."""
    heard = Heard()

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            heard.errors.append(message.text)

    def asked(request: Request | WebSocket) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != host:
            heard.outside.append(request.url)

    def answered(response: Response) -> None:
        if response.status >= 400:
            heard.errors.append(f"{response.status} {response.url}")

    page.on("console", said)
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on("request", asked)
    page.on("websocket", asked)
    page.on("response", answered)
    return heard


def is_ours(page: Page) -> bool:
    """Whether this is a page that we made whole, without Streamlit."""
    return not page.query_selector("#root")


def settle(page: Page, patience: float = 60.0) -> None:
    """Wait until the script has run and everything is painted, twice in a row."""
    for pause in (50, 200):
        page.wait_for_timeout(pause)
        page.wait_for_function(_STILL, timeout=patience * 1000)


def visit(page: Page, url: str) -> None:
    """Open an address and wait until it stands still."""
    page.goto(url, wait_until="domcontentloaded")
    settle(page)


def visit_any(page: Page, url: str) -> None:
    """The same, also for a page that we made whole."""
    page.goto(url, wait_until="load")
    if not is_ours(page):
        settle(page)


def change(page: Page, action: Callable[[], Any]) -> None:
    """Do something that changes what is shown and wait for the result."""
    action()
    page.wait_for_timeout(150)
    settle(page)


def stretch(page: Page) -> None:
    """Make the window as tall as the page: Streamlit scrolls an inner box, not the document."""
    size = page.viewport_size
    assert size is not None
    for _ in range(0 if is_ours(page) else 2):
        height = min(int(page.evaluate(_HEIGHT)), TALLEST)
        if height > page.viewport_size["height"]:  # type: ignore[index]
            page.set_viewport_size({"width": size["width"], "height": height})
            settle(page)


def overflow(page: Page) -> list[str]:
    """What is wider than the screen, as short descriptions."""
    found: list[str] = page.evaluate(_OVERFLOW)
    return found


def cut_off(page: Page) -> list[str]:
    """Words on the screen that do not fit their box."""
    found: list[str] = page.evaluate(_CUT_OFF)
    return found


def exceptions(page: Page) -> list[str]:
    """Texts of Streamlit's error boxes: a user must never see one."""
    return page.locator('[data-testid="stException"]').all_inner_texts()
