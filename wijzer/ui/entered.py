"""The cached door of what people entered, as `data` is that of the figures.

What is kept is keyed on the last change of the register, the build of the figures and the role.
"""

import gc
from collections.abc import Callable
from functools import lru_cache, wraps
from time import perf_counter
from typing import ParamSpec, TypeVar

from wijzer import publish
from wijzer.access import Visitor
from wijzer.publish import Row
from wijzer.store import content, entries, votes
from wijzer.store.entries import State
from wijzer.ui import data

P = ParamSpec("P")
T = TypeVar("T")


def kept(question: Callable[P, T]) -> Callable[P, T]:
    """Keep the answers to a question until somebody changes something."""

    @lru_cache(maxsize=300)
    def answer(version: str, *args: P.args, **kwargs: P.kwargs) -> T:
        start = perf_counter()
        found = question(*args, **kwargs)
        if perf_counter() - start > _LONG:
            _put_aside()
        return found

    @wraps(question)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        version = f"{data.version()} {data.register().version}"
        return answer(version, *args, **kwargs)  # type: ignore[arg-type]

    return asked


_LONG = 0.03  # seconds; what takes longer has thousands of rows behind it


def _put_aside() -> None:
    """Keep what stays out of the garbage collection that Streamlit does after each run.

    Without this a kept answer of 5,000 questionnaires costs every page 15 ms, also the others.
    """
    gc.collect()
    gc.freeze()


@kept
def everything() -> State:
    """See entries.state: for forms, where the team sees what it entered."""
    return entries.state(data.register())


@kept
def seen(visitor: Visitor) -> State:
    """See publish.entered."""
    return publish.entered(everything(), visitor)


@kept
def names(visitor: Visitor) -> publish.Names:
    """What codes and ids are called, for this visitor."""
    return publish.Names(seen(visitor), {code: one.name for code, one in data.areas().items()})


@kept
def matrix(visitor: Visitor, neighbourhood: str, audience: str) -> publish.Matrix:
    """See publish.matrix."""
    return publish.matrix(seen(visitor), neighbourhood, audience)


@kept
def size(visitor: Visitor, target_group: str) -> tuple[str, str]:
    """See publish.size."""
    return publish.size(data.store(), seen(visitor)["target_group"][target_group])


@kept
def history(visitor: Visitor, kind: str, id: str) -> list[list[str]]:
    """See publish.history."""
    return publish.history(kind, entries.history(data.register(), kind, id), names(visitor))


@kept
def compared(visitor: Visitor, neighbourhood: str, version: str) -> list[list[str]]:
    """See publish.compare: the plan when a version was kept, beside the plan of now."""
    at = everything()["plan_version"][version]["made_at"]
    then = publish.entered(entries.state(data.register(), at), visitor)
    return publish.compare(then, seen(visitor), neighbourhood, names(visitor))


@kept
def rounds(neighbourhood: str) -> list[votes.Round]:
    """See publish.rounds."""
    return publish.rounds(data.register(), neighbourhood)


@kept
def result(visitor: Visitor, round: votes.Round) -> publish.Result | None:
    """See publish.result."""
    return publish.result(data.register(), round, seen(visitor), visitor)


@kept
def current(visitor: Visitor, goal: str, area: str) -> publish.Current | None:
    """See publish.current."""
    row = seen(visitor)["goal"][goal]
    readings = [one for one in seen(visitor)["reading"].values() if one["goal"] == goal]
    figures: list[Row] = []
    if row["indicator"]:
        figures = publish.records(data.trend(row["indicator"], (area,)))
    return publish.current(row, figures, readings)


@kept
def last_change() -> tuple[str, Row] | None:
    """See entries.last_change."""
    return entries.last_change(everything())


@kept
def example_count() -> int:
    """See content.examples."""
    return content.examples(data.register())
