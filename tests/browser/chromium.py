"""Finds a Chromium to test with: `CHROMIUM`, one that is installed, else Playwright's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
# No sandbox for root in a container; maps are drawn by SwiftShader, on every machine, which is
# twice as fast as what Chromium falls back to; the rest keeps the browser itself off the network.
FLAGS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def chromium() -> str | None:
    """Path of a Chromium that starts, or None."""
    return next((one for one in _wanted() if one and Path(one).exists() and _starts(one)), None)


def launch(playwright: Playwright) -> Browser:
    """Start the browser that was found, without a window."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))


def _wanted() -> Iterator[str | None]:
    yield os.environ.get("CHROMIUM")
    yield from map(shutil.which, NAMES)
    yield from PLACES
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Ubuntu's chromium-browser is a note that asks for a snap: being there is not enough."""
    if sys.platform == "win32":
        return True
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


if __name__ == "__main__":
    found = chromium()
    print(found or "Geen Chromium gevonden.")
    sys.exit(found is None)
