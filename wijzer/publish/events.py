"""What began, stopped or changed in the plan, was decided or learned: drawn on linked trends.

A date that is entered in the plan or the learning log is all it takes. Events stand beside a trend
to be thought about; they never claim a cause.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from wijzer import texts
from wijzer.publish.door import Row
from wijzer.publish.entered import of, title
from wijzer.publish.plan import children, thread
from wijzer.store.entries import State

MOST_DRAWN = 6
"""More lines than this make a picture unreadable: the rest is told in its table."""
_ON_TREND = ("adjust", "stop", "scale_up")
_FIRST = {"start": 0, "stop": 0, "change": 1, "decision": 2, "lesson": 3}
"""Which kinds are drawn first when there are too many."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: `kind` is 'start', 'stop' or 'change' of an intervention, or a
    'decision' of a meeting, or a 'lesson'."""

    day: date
    kind: str
    what: str
    name: str
    example: bool

    @property
    def text(self) -> str:
        """The event in words, with its mark."""
        return texts.event(texts.EVENT_MARK[self.kind], self.what, self.name, self.day)

    @property
    def year(self) -> float:
        """Its place on a scale of years on which a year's figure stands in the middle of it."""
        return calendar(self.day) - 0.5


def calendar(day: date) -> float:
    """A day as a point in time: 1 January 2020 is 2020, 1 July about half a year more."""
    first, following = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - first).days / (following - first).days


def events(seen: State, neighbourhood: str, indicator: str) -> list[Event]:
    """What happened to all that this indicator leads to, oldest first.

    To its interventions, through its themes and goals (see `thread`; decisions to go on are left
    out: nothing changes), what meetings decided about its themes, and lessons about it or them.
    """
    linked = thread(seen, neighbourhood, indicator)
    done = [
        event
        for row in linked.interventions
        for event in (*_run(row), *_decisions(seen, row, _ON_TREND))
    ]
    themes = {row["id"] for row in linked.themes}
    learned = [
        _event(row, row["day"], "lesson", "lesson")
        for row in of(seen, "lesson", neighbourhood)
        if row["indicator"] == indicator or row["theme"] in themes
    ]
    return _in_order([*done, *_decided(seen, neighbourhood, themes), *learned])


def _decided(seen: State, neighbourhood: str, themes: set[str]) -> Iterator[Event]:
    """What meetings with a day decided about these themes."""
    for row in of(seen, "decision", neighbourhood):
        meeting = seen["meeting"].get(row["meeting"])
        if row["theme"] in themes and meeting and meeting["day"]:
            yield _event(row, meeting["day"], "decision", "decision", meeting["example"])


def course_events(seen: State, row: Row) -> list[Event]:
    """Everything that happened to one intervention, adaptations and all decisions too.

    Its own name is left out: only adaptations have one.
    """
    adapted = children(seen, "adaptation", "intervention", row["id"])
    changes = [
        Event(one["day"], "change", texts.EVENT["adaptation"], named(one), one["example"])
        for one in adapted
    ]
    every = tuple(texts.WORD["decision"])
    own = [replace(one, name="") for one in (*_run(row), *_decisions(seen, row, every))]
    return _in_order([*own, *changes])


def drawn_events(found: list[Event], first: float, last: float = float("inf")) -> list[Event]:
    """The events to draw between two years: starts and stops, then changes, decisions, lessons.

    Of each the newest first; a change that goes on as it was comes last of its kind.
    """
    within = [one for one in found if first <= one.year <= last]
    same = texts.EVENT["go_on"]
    chosen = sorted(
        within, key=lambda one: (_FIRST[one.kind], one.what == same, -one.day.toordinal())
    )
    return _in_order(chosen[:MOST_DRAWN])


def _in_order(found: Iterable[Event]) -> list[Event]:
    return sorted(dict.fromkeys(found), key=lambda one: (one.day, one.name, one.what))


def _run(row: Row) -> list[Event]:
    found = []
    if row["starts"]:
        found.append(_event(row, row["starts"], "start", "start"))
    if row["ends"]:
        what = "stopped" if row["run"] == "stopped" else "ended"
        found.append(_event(row, row["ends"], "stop", what))
    return found


def _decisions(seen: State, row: Row, wanted: tuple[str, ...]) -> list[Event]:
    return [
        _event(row, one["day"], "stop" if one["decision"] == "stop" else "change", one["decision"],
               one["example"])
        for one in children(seen, "focus_review", "intervention", row["id"])
        if one["decision"] in wanted
    ]  # fmt: skip


def _event(row: Row, day: date, kind: str, what: str, example: bool = False) -> Event:
    """Invented when the thing is, or what it comes from."""
    invented = bool(row["example"] or example)
    return Event(day, kind, texts.EVENT[what], named(row | {"example": invented}), invented)


def named(row: Row) -> str:
    """The name of a thing with the mark of an example, once."""
    name = title(row)
    marked = not row["example"] or name.startswith(texts.EXAMPLE_START)
    return texts.marked(name, not marked)
