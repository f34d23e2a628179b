"""Counts that somebody entered, and funnels: what is hidden of them, and how they read."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.lists import CODES
from wijzer.model import Role
from wijzer.publish.cells import Told
from wijzer.publish.door import Row
from wijzer.stats import disclosure, joint
from wijzer.stats.disclosure import Cell, Sum

CHAIN = tuple(step for step in CODES["funnel"] if step != "undetermined")
"""Steps of a funnel: everybody in one was in the one before."""
HIDDEN = Told(None, texts.HIDDEN_CELL)

Key = TypeVar("Key", bound=Hashable)
Base = Mapping[tuple[str, int], Mapping[str, int]]
"""By intervention and year, how many people were in each step."""
Step = tuple[frozenset[str], int | None, str]
"""Interventions, year (None: all years) and step."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Funnels: by interventions and year the steps as told, and which grow and so are refused."""

    told: Mapping[tuple[frozenset[str], int | None], Mapping[str, Told]]
    grown: frozenset[str]


def as_told(count: int, visitor: Visitor) -> Told:
    """A count that may be shown, as this visitor reads it: in fives for the public."""
    rounded = count if visitor.role is Role.TEAM else texts.to_five(count)
    return Told(rounded, texts.number(rounded))


def protected(counts: Mapping[Key, int], sums: Sequence[Sum], visitor: Visitor) -> dict[Key, Told]:
    """One table as this visitor may read it; the same cells are hidden whoever asks first."""
    cells: dict[Cell, int] = dict(counts.items())
    hidden: frozenset[Cell] = frozenset()
    for smallest in _limits(visitor.role):
        hidden = disclosure.protect(cells, sums, (), smallest, hidden)
    return {key: HIDDEN if key in hidden else as_told(n, visitor) for key, n in counts.items()}


def _limits(role: Role) -> list[int]:
    """The thresholds that hold for a role, the team's first: what it does not see, nobody."""
    return sorted(n for n in access.SMALLEST.values() if n <= access.SMALLEST[role])


def steps_of(rows: Sequence[Row], views: Sequence[frozenset[str]], visitor: Visitor) -> Steps:
    """Funnels of each view and year, protected together: they add up to each other."""
    base: dict[tuple[str, int], dict[str, int]] = {}
    for row in rows:
        mine = base.setdefault((row["intervention"], row["starts"].year), {})
        mine[row["step"]] = mine.get(row["step"], 0) + row["people"]
    grown = frozenset(id for (id, _), steps in base.items() if _grows(steps))
    sound = tuple((at, tuple(steps.items())) for at, steps in base.items() if at[0] not in grown)
    cells, hidden = _decided(sound, tuple(views), visitor.role)
    told: dict[tuple[frozenset[str], int | None], dict[str, Told]] = {}
    for (ids, year, step), n in cells.items():
        shown = HIDDEN if (ids, year, step) in hidden else as_told(n, visitor)
        told.setdefault((ids, year), {})[step] = shown
    return Steps(told, grown)


@lru_cache(maxsize=24)
def _decided(
    sound: tuple[tuple[tuple[str, int], tuple[tuple[str, int], ...]], ...],
    views: tuple[frozenset[str], ...],
    role: Role,
) -> tuple[dict[Step, int], frozenset[Cell]]:
    """All cells, and which are hidden: the same for the same funnels, for it takes a second."""
    cells, sums, within = _funnels({at: dict(steps) for at, steps in sound}, views)
    rank: dict[Cell, tuple[object, ...]] = {
        at: (not n, len(at[0]), at[1] is None, n, sorted(at[0]), at[1] or 0, at[2])
        for at, n in cells.items()
    }
    named: dict[Cell, int] = dict(cells.items())
    tables = joint.Together(named, tuple(sums), tuple(within), rank)
    hidden: frozenset[Cell] = frozenset()
    for smallest in _limits(role):
        hidden = joint.protect(tables, smallest, hidden) if cells else hidden
    return cells, hidden


def _grows(steps: Mapping[str, int]) -> bool:
    known = [steps[step] for step in CHAIN if step in steps]
    return any(later > earlier for earlier, later in pairwise(known))


def _funnels(
    base: Base, views: Sequence[frozenset[str]]
) -> tuple[dict[Step, int], list[Sum], list[tuple[Step, Step]]]:
    """Cells, what adds up to what, and which step lies in which.

    Over several interventions only those with all steps are added: else a later step would count
    people who are missing in an earlier one.
    """
    cells: dict[Step, int] = {}
    parts: dict[Step, dict[Step, None]] = {}
    lacking = {id for (id, _), steps in base.items() if not set(CHAIN) <= steps.keys()}
    for (id, year), steps in base.items():
        homes = [ids for ids in views if len(ids) > 1 and id in ids and id not in lacking]
        for step, n in steps.items():
            own: Step = (frozenset({id}), year, step)
            for ids in (frozenset({id}), *homes):
                a_year, ever = (ids, year, step), (ids, None, step)
                cells[a_year], cells[ever] = cells.get(a_year, 0) + n, cells.get(ever, 0) + n
                parts.setdefault(ever, {})[a_year] = None
                if a_year != own:
                    parts.setdefault(a_year, {})[own] = None
    return cells, [Sum(total, tuple(found)) for total, found in parts.items()], _chains(cells)


def _chains(cells: Mapping[Step, int]) -> list[tuple[Step, Step]]:
    """Every step within each one before it."""
    return [
        ((ids, year, later), (ids, year, earlier))
        for ids, year in dict.fromkeys((ids, year) for ids, year, _ in cells)
        for place, earlier in enumerate(CHAIN)
        for later in CHAIN[place + 1 :]
        if {(ids, year, later), (ids, year, earlier)} <= cells.keys()
    ]
