"""From a click to the last change on the screen, in Chromium, by the frames that it draws."""

import time
from collections.abc import Sequence
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.screen import settle, visit
from tests.browser.server import Server
from wijzer import catalog

QUIET = 600
_NOTE_CLICKS = """() => addEventListener(
  'pointerdown', () => { window.clickedAt = Date.now() / 1000; }, {capture: true})"""


def page_paint(browser: Browser, server: Server, page: str, rounds: int) -> float:
    """Median seconds from choosing another neighbourhood to the finished picture."""
    names = [one.name for one in catalog.neighbourhoods().values()]
    return _paint(browser, f"{server.url}{page}", names, rounds)


def empty_paint(browser: Browser, server: Server, rounds: int) -> float:
    """The same for a stock page with one choice."""
    return _paint(browser, server.url, ["Een", "Twee", "Drie"], rounds)


def _paint(browser: Browser, url: str, names: Sequence[str], rounds: int) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    page = context.new_page()
    visit(page, url)
    frames: list[float] = []
    session = _watch_frames(page, frames)
    page.evaluate(_NOTE_CLICKS)
    times: list[float] = []
    for turn in range(3 * rounds + 1):
        took = _once(page, frames, names[(turn + 1) % len(names)])
        times += [took] if turn and took is not None else []
        if len(times) == rounds:
            break
    session.send("Page.stopScreencast")
    context.close()
    return median(times)


def _watch_frames(page: Page, frames: list[float]) -> CDPSession:
    session = page.context.new_cdp_session(page)

    def drawn(frame: dict[str, Any]) -> None:
        frames.append(frame["metadata"]["timestamp"])
        session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    session.on("Page.screencastFrame", drawn)
    small = {"format": "jpeg", "quality": 10, "maxWidth": 240, "maxHeight": 150}
    session.send("Page.startScreencast", small)
    return session


def _once(page: Page, frames: list[float], name: str) -> float | None:
    """Seconds; None when the browser told of no frame after the click, as it does at times."""
    frames.clear()
    page.get_by_role("radio", name=name, exact=True).first.click()
    settle(page)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        before = len(frames)
        page.wait_for_timeout(QUIET)
        if len(frames) == before:
            break
    clicked = float(page.evaluate("() => window.clickedAt"))
    return max((one - clicked for one in frames if one > clicked), default=None)
