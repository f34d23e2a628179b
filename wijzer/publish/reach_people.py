"""Reach as it is told: different people, visits and indirect reach.

People, visits and indirect reach are never added to each other. Where people cannot be matched
over interventions their number is told in bounds: at least the largest part, at most the sum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.publish.cells import EVERYWHERE, Told
from wijzer.publish.reach_data import Reached
from wijzer.publish.reach_steps import HIDDEN, as_told
from wijzer.stats.reach import Unique


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for: interventions, a year (None: all of it), a part ('' for the whole)."""

    ids: frozenset[str]
    year: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Different people: bounds of what is shown, None when nothing is; whether parts are hidden."""

    low: int | None
    high: int | None
    hidden: bool

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high and not self.hidden

    @property
    def text(self) -> str:
        """For a table: a number, bounds, or the word."""
        if self.low is None or self.high is None:
            return texts.HIDDEN_CELL if self.hidden else texts.REACH_NONE
        if self.hidden:
            return texts.reached_people(self.low, self.high, hidden=True)
        return texts.size_and_share(texts.number(self.low), texts.number(self.high))


def people(found: Reached, view: View) -> People:
    """Different people, matched by person where that can be done."""
    parts = [*_by_person(found, view), *_by_count(found, view)]
    counts = [one.count for one in parts if one.count is not None]
    hidden = any(one.hidden for one in parts)
    if not counts:
        return People(None, None, hidden)
    bounds = Unique(max(counts), sum(counts), sum(counts))
    return People(bounds.low, bounds.high, hidden)


def _by_person(found: Reached, view: View) -> list[Told]:
    table = found.table(view.ids, view.year)
    area = view.part or EVERYWHERE
    if table is None or not table.divides(area, "total"):
        return []
    told = table.told(area)
    return [] if told.count == 0 else [told]


def _by_count(found: Reached, view: View) -> list[Told]:
    wanted = ("area", view.part) if view.part else ("total", "all")
    told = (one.told(*wanted) for one in found.counts_of(view.ids, view.year))
    return [one for one in told if one and one.count != 0]


@dataclass(frozen=True, slots=True)
class Visits:
    """A sum of what may be told; `partial` when something is left out. None: nothing is known."""

    count: int | None
    partial: bool = False

    @property
    def text(self) -> str:
        if self.count is None:
            return texts.HIDDEN_CELL if self.partial else texts.REACH_NONE
        return texts.reached_people(self.count, self.count, self.partial)


def visits(found: Reached, view: View) -> Visits:
    """How often people came. Of interventions whose number of people is hidden nothing is told:
    few visits are few people."""
    every: dict[tuple[str, int], int] = {}
    for row in found.contacts:
        if row["intervention"] in view.ids and view.year in (None, row["year"]):
            every[row["intervention"], row["year"]] = row["contacts"]
    for one in found.counts_of(view.ids, view.year):
        every.setdefault((one.intervention, one.starts.year), one.contacts)
    counts = {at: n for at, n in every.items() if n}
    told = [n for (id, year), n in counts.items() if _may_tell(found, id, year, n)]
    return _summed(told, len(counts), found.visitor)


def _may_tell(found: Reached, id: str, year: int, visits: int) -> bool:
    here = View(frozenset({id}), year)
    parts = [*_by_person(found, here), *_by_count(found, here)]
    return visits >= smallest(found.visitor) and not any(one.hidden for one in parts)


def _summed(told: Sequence[int], known: int, visitor: Visitor) -> Visits:
    if not told:
        return Visits(None, bool(known))
    return Visits(as_told(sum(told), visitor).count, len(told) < known)


def indirect(found: Reached, view: View) -> Visits:
    """People who got a message and did not take part."""
    counts = [
        int(row["people"])
        for row in found.indirect
        if row["intervention"] in view.ids and view.year in (None, row["day"].year)
    ]
    told = [n for n in counts if n >= smallest(found.visitor)]
    return _summed(told, len(counts), found.visitor)


def smallest(visitor: Visitor) -> int:
    """Numbers of people below this are not told to a visitor."""
    return access.SMALLEST[visitor.role]


def told_by(found: Reached, view: View, trait: str, groups: Iterable[str]) -> dict[str, Told]:
    """Participants by group of one trait; empty when what is asked for is not divided by it.

    Interventions without people by name have what was entered, when that is one count.
    """
    table, area = found.table(view.ids, view.year), view.part or EVERYWHERE
    if table is not None:
        if trait == "area":
            keys = [(group, "total", "all") for group in groups] if not view.part else []
        else:
            keys = [(area, trait, group) for group in groups]
        if keys and all(key in table.cells for key in keys):
            return {group: table.cells[key] for group, key in zip(groups, keys, strict=True)}
        return {}
    counts = found.counts_of(view.ids, view.year)
    if len(counts) != 1 or view.part:
        return {}
    told = {group: counts[0].told(trait, group) for group in groups}
    return {group: one for group, one in told.items() if one} if all(told.values()) else {}


def total(found: Reached, view: View) -> Told:
    """Everybody in the table by which `told_by` divides."""
    parts = _by_person(found, view) or _by_count(found, view)
    return parts[0] if len(parts) == 1 else HIDDEN
