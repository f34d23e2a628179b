"""`make bench`: how fast, how much, for how many; printed and written to look/bench.md.

Nothing here passes or fails: times belong to a machine. The empty page of an untouched Streamlit
app is measured in the same run, turn by turn, so that the ratio says more than the milliseconds.
"""

import argparse
import asyncio
import platform
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import answers, paint, volume
from tests.bench.queries import query_times
from tests.bench.visitor import PageFailed
from tests.browser import chromium, links
from tests.browser.server import ROOT, Server, serve

HERE = Path(__file__).parent

_PAGES_NOTE = (
    "Each choice after a quarter of a second of rest, and (busy) straight after the one before, "
    "when Streamlit still collects garbage. The empty page in turn with ours."
)


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    rounds: int
    sessions: int
    people: int
    think: float
    seconds: float
    paints: int


FULL = Size(rounds=30, sessions=30, people=50, think=5.0, seconds=40.0, paints=9)
QUICK = Size(rounds=10, sessions=8, people=20, think=2.0, seconds=8.0, paints=3)


def main() -> None:
    """Measure everything and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run")
    size = QUICK if parser.parse_args().quick else FULL
    lines = [*_heading(), *_queries(size)]
    with ExitStack() as stack, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        volume.fill(folder / "register")
        app = stack.enter_context(serve(folder / "app.log", register=folder / "register"))
        empty = stack.enter_context(serve(folder / "empty.log", None, HERE / "empty.py"))
        choice = stack.enter_context(serve(folder / "choice.log", None, HERE / "one_choice.py"))
        lines += asyncio.run(_pages(app, empty, size))
        lines += _paints(app, choice, size)
        lines += asyncio.run(_many(app, empty, size))
    _tell(lines)


def _heading() -> list[str]:
    return [
        "# What was measured",
        "",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}.",
        "The empty page is `st.write` in an untouched Streamlit app, in the same run.",
        f"The register holds {volume.SESSIONS} sessions, {volume.VISITS} visits, "
        f"{volume.QUESTIONNAIRES} questionnaires, "
        f"{volume.PARTNERS} partners in {volume.ROUNDS} rounds.",
    ]


def _queries(size: Size) -> list[str]:
    times = query_times(size.rounds)
    rows = [[name, _ms(seconds)] for name, seconds in times.items()]
    return ["", "## Questions to the store", "", *_table(["question", "median ms"], rows)]


async def _pages(app: Server, empty: Server, size: Size) -> list[str]:
    rows, failed = [], []
    for page in links.pages():
        try:
            rows.append(_row(await answers.page_times(app, empty, page, size.rounds)))
        except PageFailed as error:
            failed.append(f"- FAILED {error}")
    head = ["page", "first visit", "unseen choice", "changed filter", "empty page", "ratio"]
    head += ["busy", "empty page, busy", "ratio, busy", "kB a rerun"]
    title = "## From a changed filter to the finished run, median ms"
    return ["", title, "", _PAGES_NOTE, "", *_table(head, rows), *failed]


def _row(one: answers.PageTimes) -> list[str]:
    return [
        one.page, _ms(one.first), _ms(one.unseen),
        _ms(one.rested), _ms(one.rested_empty), f"{one.rested / one.rested_empty:.2f}",
        _ms(one.busy), _ms(one.busy_empty), f"{one.busy / one.busy_empty:.2f}",
        f"{one.bytes / 1000:.0f}",
    ]  # fmt: skip


def _paints(app: Server, choice: Server, size: Size) -> list[str]:
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        stock = paint.empty_paint(browser, choice, size.paints)
        times = {one: paint.page_paint(browser, app, one, size.paints) for one in links.pages()}
        browser.close()
    rows = [[page, _ms(time), _ms(stock), f"{time / stock:.2f}"] for page, time in times.items()]
    head = ["page", "painted ms", "stock page with one choice ms", "ratio"]
    return ["", "## From a choice to the painted picture in Chromium", "", *_table(head, rows)]


async def _many(app: Server, empty: Server, size: Size) -> list[str]:
    pages = links.pages()
    ours = await answers.memory_per_session(app, pages, size.sessions)
    theirs = await answers.memory_per_session(empty, [""], size.sessions)
    crowd = await answers.crowd(app, pages, size.people, size.think, size.seconds)
    rows = [
        [f"memory a session, MB (all pages seen, {size.sessions} sessions)", f"{ours:.2f}"],
        ["the same for the empty page", f"{theirs:.2f}"],
        ["memory of the whole process, MB", f"{answers.resident_mb(app.pid):.0f}"],
        [f"{crowd.people} people, {size.think:g} s to think: median ms", _ms(crowd.median)],
        ["95 of 100 answers within ms", _ms(crowd.p95)],
        [f"slowest of {crowd.answers} answers, ms", _ms(crowd.worst)],
    ]
    return ["", "## Many at once", "", *_table(["what", "value"], rows)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}" if seconds < 0.01 else f"{seconds * 1000:.0f}"


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]

    def line(cells: list[str]) -> str:
        padded = [cells[0].ljust(widths[0])]
        padded += [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
        return f"| {' | '.join(padded)} |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return [line(head), f"| {' | '.join(rule)} |", *map(line, rows)]


def _tell(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    target = ROOT / "look" / "bench.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
