"""Times and sizes over the websocket: one visitor, many visitors, and the memory they take."""

import asyncio
import random
import subprocess
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median, quantiles

from tests.bench.visitor import Answer, Visitor
from tests.browser.server import Server
from wijzer import catalog

REST = 0.25
WARM = 5


@dataclass(frozen=True)
class PageTimes:
    """Median seconds of one page beside the empty page, measured in turn on the same machine.

    `rested`: a pause before each choice, as one person does; Streamlit has then tidied up after
    the run before. `busy`: one choice straight after another, as on a full server: the tidying
    of the run before (garbage collection, 90 ms in an untouched app) is in the time.
    """

    page: str
    first: float
    unseen: float
    rested: float
    rested_empty: float
    busy: float
    busy_empty: float
    bytes: float


@dataclass(frozen=True)
class Crowd:
    """Answer times of many people at once."""

    people: int
    answers: int
    median: float
    p95: float
    worst: float


def choices() -> list[str]:
    """Query strings a person goes through: each neighbourhood and each of its parts."""
    found = []
    for code, one in catalog.neighbourhoods().items():
        found += [f"wijk={code}", *(f"wijk={code}&deel={part}" for part in one.parts)]
    return found


async def page_times(app: Server, empty: Server, page: str, rounds: int) -> PageTimes:
    """Change the filter again and again, with the same number of runs of the empty page between."""
    asked = choices()
    many = list(islice(cycle(asked), rounds))
    async with Visitor(app) as visitor, Visitor(empty) as other:
        first = await visitor.open(page, asked[-1])
        await other.open("", asked[-1])
        unseen = await _runs(visitor, asked, REST)
        rested, rested_empty = await _in_turn(visitor, other, many, REST, 1)
        busy, busy_empty = await _in_turn(visitor, other, many, 0, 10)
    return PageTimes(
        page=page,
        first=first.seconds,
        unseen=_middle(unseen),
        rested=_middle(rested),
        rested_empty=_middle(rested_empty),
        busy=_middle(busy),
        busy_empty=_middle(busy_empty),
        bytes=median(one.bytes for one in (*unseen, *rested)),
    )


async def _in_turn(
    visitor: Visitor, other: Visitor, asked: Sequence[str], pause: float, block: int
) -> tuple[list[Answer], list[Answer]]:
    """So many runs of ours, then so many of the empty page, and again."""
    ours, theirs = [], []
    for at in range(0, len(asked), block):
        ours += await _runs(visitor, asked[at : at + block], pause)
        theirs += await _runs(other, asked[at : at + block], pause)
    return ours, theirs


async def _runs(visitor: Visitor, asked: Sequence[str], pause: float) -> list[Answer]:
    found = []
    for query in asked:
        await asyncio.sleep(pause)
        found.append(await visitor.rerun(query))
    return found


def _middle(answers: Sequence[Answer]) -> float:
    return median(one.seconds for one in answers)


async def memory_per_session(app: Server, pages: Sequence[str], sessions: int) -> float:
    """Growth of the process in MB for each session that has seen all pages and stays."""
    async with AsyncExitStack() as stack:
        for _ in range(WARM):
            await _walk(await stack.enter_async_context(Visitor(app)), pages)
        before = resident_mb(app.pid)
        for _ in range(sessions):
            await _walk(await stack.enter_async_context(Visitor(app)), pages)
        return (resident_mb(app.pid) - before) / sessions


async def _walk(visitor: Visitor, pages: Sequence[str]) -> None:
    for page in pages:
        await visitor.open(page, random.choice(choices()))


def resident_mb(pid: int) -> float:
    """Memory a process holds, as `ps` tells on Linux and macOS."""
    asked = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True
    )
    return int(asked.stdout) / 1024


async def crowd(
    app: Server, pages: Sequence[str], people: int, think: float, seconds: float
) -> Crowd:
    """Many people at once, each thinking `think` seconds on average between two choices."""
    until = time.monotonic() + seconds
    each = await asyncio.gather(
        *(_person(app, pages, think, until, random.Random(seed)) for seed in range(people))
    )
    times = [one for person in each for one in person]
    return Crowd(people, len(times), median(times), quantiles(times, n=20)[18], max(times))


async def _person(
    app: Server, pages: Sequence[str], think: float, until: float, chance: random.Random
) -> list[float]:
    await asyncio.sleep(chance.uniform(0, think))
    times = []
    async with Visitor(app) as visitor:
        times.append((await visitor.open(chance.choice(pages), chance.choice(choices()))).seconds)
        while time.monotonic() < until:
            await asyncio.sleep(chance.uniform(0.5, 1.5) * think)
            times.append((await _step(visitor, pages, chance)).seconds)
    return times


async def _step(visitor: Visitor, pages: Sequence[str], chance: random.Random) -> Answer:
    """Mostly another choice, sometimes another page."""
    query = chance.choice(choices())
    if chance.random() < 0.2:
        return await visitor.open(chance.choice(pages), query)
    return await visitor.rerun(query)
