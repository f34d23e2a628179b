"""Share of a target group that is reached, with what is unsure about it.

A count of participants has no sampling error: what is unsure is how large the group is. Wilson's
interval stands beside it for who reads the participants as a sample.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijzer import texts
from wijzer.access import Visitor
from wijzer.publish.cells import Told
from wijzer.publish.door import Row
from wijzer.publish.entered import many, title
from wijzer.publish.reach_data import Reached
from wijzer.publish.reach_mirror import percent
from wijzer.publish.reach_people import View, people, smallest, told_by
from wijzer.publish.reach_steps import HIDDEN, as_told
from wijzer.publish.sizes import Known, counted, known_size
from wijzer.stats import reach
from wijzer.stats.proportion import Interval
from wijzer.store.database import Store
from wijzer.store.entries import State


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
    return None if size is None or size < smallest(visitor) else as_told(size, visitor).count


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
