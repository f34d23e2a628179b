"""Reach as it is told: different people, visits, indirect reach, and the share of a target group.

People, visits and indirect reach are never added to each other. Where people cannot be matched
over interventions their number is told in bounds: at least the largest part, at most the sum.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.publish.cells import EVERYWHERE, Told
from wijzer.publish.door import Row
from wijzer.publish.entered import many, title
from wijzer.publish.reach_data import Reached
from wijzer.publish.reach_mirror import percent
from wijzer.publish.reach_steps import HIDDEN, as_told
from wijzer.publish.sizes import Known, counted, known_size
from wijzer.stats import reach
from wijzer.stats.proportion import Interval
from wijzer.stats.reach import Unique
from wijzer.store.database import Store
from wijzer.store.entries import State


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
    return visits >= _smallest(found.visitor) and not any(one.hidden for one in parts)


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
    told = [n for n in counts if n >= _smallest(found.visitor)]
    return _summed(told, len(counts), found.visitor)


def _smallest(visitor: Visitor) -> int:
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


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a group is reached, as cells of a table, and the share as a fraction."""

    name: str
    cells: tuple[str, str, str, str, str, str]
    value: float | None = None
    estimate: bool = False


def share(name: str, told: Told, size: Known | None, why: str = "") -> Share:
    """People of a group that took part / the size of that group, with both intervals."""
    na = texts.TARGET_NOT_APPLICABLE
    if size is None or not size.size.count:
        return Share(name, (told.text, texts.SIZE_UNKNOWN, na, na, na, why))
    amount = size.size
    how_large = (
        texts.size_about(amount.count)
        if size.estimate
        else texts.size_between(amount.count, amount.low, amount.high)
    )
    if told.count is None:
        return Share(name, (told.text, how_large, texts.HIDDEN_CELL, "", "", why))
    if told.count > amount.high:
        return Share(name, (told.text, how_large, na, na, na, texts.TARGET_SHARES_TOO_MANY))
    found = reach.reach(told.count, amount)
    assert found is not None  # the size is known and above 0
    n = max(amount.count, told.count)
    cells = (
        *(told.text, how_large, percent(told.count, n)),
        *(_between(found.by_size, told.count, n), _between(found.wilson, told.count, n)),
        texts.TARGET_SHARES_ESTIMATE if size.estimate else why,
    )
    return Share(name, cells, found.value, size.estimate)


def _between(interval: Interval, k: float, n: float) -> str:
    if k in (0, n):
        return ""
    ends = (texts.amount(end * 100, "%", 1) for end in (interval.low, interval.high))
    return texts.size_and_share(*ends)


def target_groups(state: State, rows: Iterable[Row]) -> list[Row]:
    """The target groups that interventions name, else those of their goals; each once."""
    found: dict[str, Row] = {}
    for row in rows:
        own = many(row, "target_groups") or [
            id
            for goal in many(row, "goals")
            if goal in state["goal"]
            for id in many(state["goal"][goal], "target_groups")
        ]
        found |= {id: state["target_group"][id] for id in own if id in state["target_group"]}
    return [one for one in found.values() if one["life"] == "active"]


def shares(
    store: Store, found: Reached, state: State, rows: Sequence[Row], view: View, area: str
) -> tuple[list[Share], str]:
    """Share of the target group of these interventions, and what to say about it.

    Without a target group: participants by age beside residents of that age in `area`.
    """
    by_row = [target_groups(state, [row]) for row in rows if row["id"] in _counted(found)]
    named = {one["id"]: one for group in by_row for one in group}
    same = all({one["id"] for one in group} == named.keys() for group in by_row)
    if named and not view.part:
        if not same:
            return [], texts.TARGET_SHARES_SEVERAL
        told = told_by(found, view, "target", ["in_target"]).get("in_target", HIDDEN)
        return [_of_target(store, found, one, told) for one in named.values()], ""
    ages = told_by(
        found, view, "age", [group for group in texts.GROUP_PEOPLE if group[0].isdigit()]
    )
    lines = [
        share(texts.WORD["group"][age], told, counted(store, area, "age", age))
        for age, told in ages.items()
    ]
    return lines, texts.TARGET_SHARES_NO_TARGET


def _counted(found: Reached) -> frozenset[str]:
    """Interventions of which people were counted."""
    return found.by_person | {one.intervention for one in found.counted}


def _of_target(store: Store, found: Reached, row: Row, told: Told) -> Share:
    size = known_size(store, row | {"size": _own_size(row, found.visitor)})
    why = row["how"] or texts.SIZE_NOBODY_COUNTED if size is None else ""
    return share(title(row), told, size, why)


def _own_size(row: Row, visitor: Visitor) -> int | None:
    size = row["size"]
    return None if size is None or size < _smallest(visitor) else as_told(size, visitor).count


def precision(told: Mapping[str, Told]) -> str:
    """Participants in the target group among those of whom it is known, as a sentence."""
    inside, outside = (told.get(group, HIDDEN).count for group in ("in_target", "not_in_target"))
    if inside is None or outside is None or not inside + outside:
        return ""
    known = inside + outside
    return texts.TARGET_PRECISION.format(
        bekend=texts.number(known), aandeel=texts.first_upper(percent(inside, known))
    )


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of some people took part, as fractions in bounds, and whether that is about."""

    low: float
    high: float
    who: str
    about: bool = False


def part_of_target(lines: Sequence[Share]) -> Part | None:
    """The part of the one target group that is reached; None when there is not one."""
    if len(lines) != 1 or lines[0].value is None:
        return None
    one = lines[0]
    assert one.value is not None
    return Part(one.value, one.value, texts.target_people(one.name), one.estimate)


def part_of_residents(store: Store, found: Reached, view: View, area: str) -> Part | None:
    """Participants who live in the area / its inhabitants; None when that cannot be told."""
    everybody, size = people(found, view), counted(store, area, "total", "all")
    if everybody.low is None or everybody.high is None or everybody.hidden or size is None:
        return None
    aside = told_by(found, view, "area", ["outside", "unknown"]).values()
    elsewhere = sum(one.count or 0 for one in aside)
    low, high = (max(0, n - elsewhere) / size.size.count for n in (everybody.low, everybody.high))
    return Part(low, high, texts.RESIDENTS)
