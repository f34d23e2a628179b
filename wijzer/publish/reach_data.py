"""All that is known of reach in one neighbourhood, as far as one visitor may read it.

Three ways of counting stand apart. People by person are counted in `publish.cells`; counts that
somebody entered ("twelve people, five of 65 and older") and steps from approached to finished
are protected here. Visits and indirect reach are never added to people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from wijzer.access import Visitor
from wijzer.publish.cells import Counts, Slice, Table, Told
from wijzer.publish.door import Row
from wijzer.publish.entered import many, of
from wijzer.publish.reach_steps import HIDDEN, Steps, protected, steps_of
from wijzer.stats.disclosure import Sum
from wijzer.store import reach
from wijzer.store.entries import State
from wijzer.store.reach import Alike
from wijzer.store.register import Register

Group = tuple[str, str]
"""Trait and group; for where people live the group is the code of the area."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One count that somebody entered, of one intervention in one period."""

    intervention: str
    starts: date
    ends: date
    cells: Mapping[Group, Told]
    contacts: int

    def within(self, year: int | None) -> bool:
        """Whether the whole period lies in this year."""
        return year is None or self.starts.year == self.ends.year == year

    def told(self, trait: str = "total", group: str = "all") -> Told | None:
        """A group of it; None when it was not counted."""
        return self.cells.get((trait, group))


@dataclass(frozen=True, slots=True)
class Reached:
    """Reach in one neighbourhood for one visitor. `remember` is what the public now sees."""

    visitor: Visitor
    known: frozenset[str]
    by_person: frozenset[str]
    tables: Mapping[Slice, Table]
    counted: tuple[Counted, ...]
    contacts: tuple[Row, ...]
    intensity: Mapping[str, float]
    ended: Mapping[str, Mapping[str, Told]]
    indirect: tuple[Row, ...]
    steps: Steps
    examples: frozenset[str]
    remember: Mapping[str, int] = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        """Years in which anything was counted, oldest first."""
        found = {row["year"] for row in self.contacts}
        found |= {day.year for one in self.counted for day in (one.starts, one.ends)}
        found |= {year for _, year in self.steps.told if year}
        return sorted(found | {row["day"].year for row in self.indirect})

    def table(self, ids: Iterable[str], year: int | None = None) -> Table | None:
        """The counts by person of these interventions; None when nobody is known by person."""
        return self.tables.get(Slice(frozenset(ids) & self.by_person, year))

    def counts_of(self, ids: Iterable[str], year: int | None = None) -> list[Counted]:
        """What was entered of these interventions, as far as the period lies in the year."""
        chosen = set(ids)
        return [one for one in self.counted if one.intervention in chosen and one.within(year)]


def counts(
    register: Register, state: State, neighbourhood: str, areas: Sequence[str]
) -> Counts | None:
    """Participants by person of a neighbourhood: one value for all pages, so that the same cells
    are hidden on each. None when nobody is known by person."""
    rows = _active(state, "intervention", neighbourhood)
    people = reach.alike(register, [row["id"] for row in rows])
    known = frozenset(where for one in people for where, _, _ in one.visits)
    views = tuple(filter(None, (ids & known for ids in views_of(rows))))
    return _decided(tuple(people), views, tuple(areas)) if people else None


@lru_cache(maxsize=12)
def _decided(
    people: tuple[Alike, ...], views: tuple[frozenset[str], ...], areas: tuple[str, ...]
) -> Counts:
    """The same for the same people: deciding what is hidden takes a second."""
    return Counts(people, views, areas)


def views_of(rows: Sequence[Row]) -> list[frozenset[str]]:
    """The sets of interventions that a page can ask for: all, those of a theme, and each."""
    themes = dict.fromkeys(theme for row in rows for theme in many(row, "themes"))
    of_themes = (frozenset(r["id"] for r in rows if theme in many(r, "themes")) for theme in themes)
    every = frozenset(row["id"] for row in rows)
    return list(dict.fromkeys([every, *of_themes, *(frozenset({row["id"]}) for row in rows)]))


def reached(
    register: Register,
    state: State,
    visitor: Visitor,
    neighbourhood: str,
    found: Counts | None,
    before: Mapping[str, int],
) -> Reached:
    """Everything of a neighbourhood. `state` is what was entered, as it is; `found` its counts;
    `before` what the public saw last."""
    rows = _active(state, "intervention", neighbourhood)
    ids = [row["id"] for row in rows]
    tables = {one: found.table(one, visitor, before) for one in found.slices} if found else {}
    indirect = _active(state, "indirect", neighbourhood)
    heads = _active(state, "head_count", neighbourhood)
    steps = _active(state, "step_count", neighbourhood)
    return Reached(
        visitor,
        frozenset(ids),
        frozenset().union(*(one.interventions for one in tables)),
        tables,
        tuple(_counted(heads, visitor)),
        tuple(reach.contacts(register, ids)),
        {row["intervention"]: row["intensity"] for row in reach.intensity(register, ids)},
        _ended(reach.ended(register, ids), tables, visitor),
        tuple(indirect),
        steps_of(steps, views_of(rows), visitor),
        frozenset(reach.examples(register, ids))
        | {row["intervention"] for row in (*heads, *steps, *indirect) if row["example"]},
        {name: n for table in tables.values() for name, n in table.remember.items()},
    )


def _active(state: State, kind: str, neighbourhood: str) -> list[Row]:
    return [row for row in of(state, kind, neighbourhood) if row["life"] == "active"]


def _counted(rows: Sequence[Row], visitor: Visitor) -> Iterable[Counted]:
    """Counts that were entered, per intervention and period."""
    periods: dict[tuple[str, date, date], list[Row]] = {}
    for row in rows:
        periods.setdefault((row["intervention"], row["starts"], row["ends"]), []).append(row)
    for (intervention, starts, ends), found in periods.items():
        people = {_group(row): int(row["people"]) for row in found}
        contacts = max((row["contacts"] or 0 for row in found), default=0)
        cells = protected(people, _adding_up(people), visitor)
        yield Counted(intervention, starts, ends, cells, contacts)


def _group(row: Row) -> Group:
    by_code = row["trait"] == "area" and row["group"] == "all"
    return row["trait"], str(row["area"] if by_code else row["group"])


def _adding_up(people: Mapping[Group, int]) -> list[Sum]:
    """Traits of which all groups together are everybody."""
    whole = ("total", "all")
    found = []
    for trait in dict.fromkeys(trait for trait, _ in people if trait != "total"):
        parts = tuple(group for group in people if group[0] == trait)
        if whole in people and sum(people[part] for part in parts) == people[whole]:
            found.append(Sum(whole, parts))
    return found


def _ended(
    rows: Sequence[Row], tables: Mapping[Slice, Table], visitor: Visitor
) -> dict[str, Mapping[str, Told]]:
    """Per intervention how it ended for those who came, with the reasons of those who stopped.

    Together they are all people of the intervention. Is that number hidden, all of it is.
    """
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        name = f"stopped:{row['reason']}" if row["ended"] == "stopped" else row["ended"]
        mine = found.setdefault(row["intervention"], {"all": 0, "stopped": 0})
        for each in {name, "all", "stopped" if row["ended"] == "stopped" else name}:
            mine[each] = mine.get(each, 0) + row["people"]
    return {id: _ended_one(cells, _people(tables, id), visitor) for id, cells in found.items()}


def _people(tables: Mapping[Slice, Table], id: str) -> Told:
    table = tables.get(Slice(frozenset({id})))
    return table.told() if table else HIDDEN


def _ended_one(cells: dict[str, int], people: Told, visitor: Visitor) -> Mapping[str, Told]:
    if people.hidden:
        return dict.fromkeys(cells, HIDDEN)
    reasons = tuple(name for name in cells if name.startswith("stopped:"))
    ways = tuple(name for name in cells if name not in ("all", *reasons))
    sums = [Sum("all", ways), *([Sum("stopped", reasons)] if reasons else [])]
    return protected(cells, sums, visitor)
