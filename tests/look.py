"""`make look`: the real program as people see it, page by page, in look/.

For every page, neighbourhood and width: the first screen and the whole page as a picture. Lists
console errors, requests to other hosts and what sticks out of the screen; exit code 1 if any.
`make look ONLY=profiel` takes only addresses that hold this word; `make look GUIDE=1` takes the
pictures of the user guide, into docs/beeld/.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from tests.browser import chromium, links
from tests.browser.screen import cut_off, exceptions, overflow, stretch, visit_any, watch
from tests.browser.server import ROOT, Server, serve

LOOK = ROOT / "look"
SIZES = ((1440, 900), (1024, 768), (390, 844))
GUIDE = ROOT / "docs" / "beeld"
GUIDE_SIZE = (1180, 760)
IN_GUIDE = {
    "profiel": "/profiel?wijk=alphen-noord&deel=WK048402",
    "bereik": "/bereik?wijk=alphen-noord",
    "leren": "/leren?wijk=alphen-noord",
    "dia": "/toon?set=profiel&wijk=alphen-noord&deel=WK048402#2",
}
"""Pictures of docs/handleiding.md, and what is on them."""


@dataclass
class Seen:
    """One page at one size, and what was wrong with it."""

    name: str
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def main() -> int:
    """Take all pictures; returns 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only addresses that hold this word")
    parser.add_argument("--guide", action="store_true", help="the pictures of the user guide")
    asked = parser.parse_args()
    only = asked.only
    LOOK.mkdir(exist_ok=True)
    if asked.guide:
        return _guide()
    if not only:
        _empty(LOOK)
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder) / "app.log") as server:
        seen = list(_look(server, only))
        said = server.said()
    report = _report(seen, said)
    (LOOK / "report.txt").write_text(report, "utf-8")
    print(report)
    return any(one.faults for one in seen) or "Traceback" in said


def _guide() -> int:
    """The pictures of the user guide: the first screen of some pages, with the examples."""
    GUIDE.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder) / "app.log", register=Path(folder) / "register") as server,
        sync_playwright() as playwright,
    ):
        browser = chromium.launch(playwright)
        size = dict(zip(("width", "height"), GUIDE_SIZE, strict=True))
        page = browser.new_page(viewport=size, locale="nl-NL")
        for name, address in IN_GUIDE.items():
            visit_any(page, server.url + address)
            page.screenshot(path=GUIDE / f"{name}.png")
        browser.close()
    return 0


def views() -> dict[str, str]:
    """Name of the picture and address of everything that is looked at."""
    every = {
        f"{page.strip('/') or 'start'}-{code}": f"{page}?wijk={code}"
        for page in links.pages()
        for code in links.neighbourhoods()
    }
    return every | links.DEEP | links.OWN


def _empty(folder: Path) -> None:
    for one in folder.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()


def _look(server: Server, only: str) -> Iterator[Seen]:
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for width, height in SIZES:
            for name, address in views().items():
                if only in name or only in address:
                    yield _picture(browser, server, f"{width}-{name}", address, (width, height))
        browser.close()


def _picture(
    browser: Browser, server: Server, name: str, address: str, size: tuple[int, int]
) -> Seen:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="nl-NL", color_scheme="light"
    )
    page = context.new_page()
    heard = watch(page, server.host)
    seen = Seen(name)
    try:
        _take(page, server.url + address, seen)
    except TimeoutError as error:
        seen.faults.append(f"stond niet stil: {error.message.splitlines()[0]}")
        page.screenshot(path=LOOK / f"{name}.png")
    seen.faults += [f"console: {one}" for one in heard.errors]
    seen.faults += [f"naar buiten: {one}" for one in heard.outside]
    context.close()
    return seen


def _take(page: Page, url: str, seen: Seen) -> None:
    visit_any(page, url)
    page.screenshot(path=LOOK / f"{seen.name}.png")
    stretch(page)
    page.screenshot(path=LOOK / f"{seen.name}-heel.png")
    seen.faults += [f"foutmelding: {one}" for one in exceptions(page)]
    seen.faults += [f"te breed: {one}" for one in overflow(page)]
    seen.notes += [f"afgekapt: {one}" for one in cut_off(page)]


def _report(seen: list[Seen], said: str) -> str:
    lines = [f"{len(seen)} schermen bekeken, plaatjes in {LOOK.name}/"]
    for one in seen:
        lines += [f"{one.name}: {fault}" for fault in (*one.faults, *one.notes)]
    if "Traceback" in said:
        lines += ["", "de server meldde:", said[said.index("Traceback") :]]
    faults = sum(len(one.faults) for one in seen)
    return "\n".join([*lines, f"{faults} fouten"]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
