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


@dataclass(frozen=True)
class PageTimes:
    """Medians of one page beside the empty page, measured in turn on the same machine."""

    page: str
    first: float
    unseen: float
    median: float
    slowest: float
    empty: float
    bytes: float

    @property
    def ratio(self) -> float:
        return self.median / self.empty


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
    """Change the filter again and again, with a run of the empty page after each."""
    asked = choices()
    async with Visitor(app) as visitor, Visitor(empty) as other:
        first = await visitor.open(page, asked[-1])
        await other.open("", asked[-1])
        unseen, _ = await _in_turn(visitor, other, asked)
        again, yardstick = await _in_turn(visitor, other, list(islice(cycle(asked), rounds)))
    seconds = [one.seconds for one in again]
    return PageTimes(
        page=page,
        first=first.seconds,
        unseen=median(one.seconds for one in unseen),
        median=median(seconds),
        slowest=max(seconds),
        empty=median(one.seconds for one in yardstick),
        bytes=median(one.bytes for one in (*unseen, *again)),
    )


async def _in_turn(
    visitor: Visitor, other: Visitor, asked: Sequence[str]
) -> tuple[list[Answer], list[Answer]]:
    ours, theirs = [], []
    for query in asked:
        ours.append(await visitor.rerun(query))
        theirs.append(await other.rerun(query))
    return ours, theirs


async def memory_per_session(app: Server, pages: Sequence[str], sessions: int) -> float:
    """Growth of the process in MB for each session that has seen all pages and stays."""
    async with AsyncExitStack() as stack:
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
