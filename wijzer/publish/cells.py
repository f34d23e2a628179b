"""Counts of participants as they may leave: the same cells hidden in every view of a version.

A table counts the people who came to some interventions, in one year or since the start, by where
they live and by one trait. For all interventions together the two are crossed; for some of them
they stand apart, and for a year there is only where people live: what is finer would be hidden
nearly everywhere. Tables lie in each other: an intervention in its theme, a year in all years. So
what is hidden is decided for all of them together, for who has them all (see `stats.joint`).
Percentages are only ever made from cells that are shown.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.lists import GROUPS
from wijzer.model import Role
from wijzer.stats import disclosure, joint
from wijzer.stats.disclosure import Cell, Sum
from wijzer.store.reach import Alike

EVERYWHERE = "*"
TRAITS = ("age", "sex", "origin", "target")
Key = tuple[str, str, str]
"""Area (or EVERYWHERE), trait and group: ('*', 'total', 'all') is everybody."""
ALL: Key = (EVERYWHERE, "total", "all")


@dataclass(frozen=True, slots=True)
class Slice:
    """What a table is about: which interventions, and which year (None: since the start)."""

    interventions: frozenset[str]
    year: int | None = None

    def within(self, other: "Slice") -> bool:
        """Whether everybody in this one is in the other one too, and it is another one."""
        inside = self.interventions <= other.interventions and other.year in (None, self.year)
        return inside and self != other

    @property
    def name(self) -> str:
        """The same for the same slice, to remember what was published."""
        return f"{'+'.join(sorted(self.interventions))}|{self.year or ''}"


@dataclass(frozen=True, slots=True)
class Told:
    """One count as a visitor may read it; `count` is None when it is hidden."""

    count: int | None
    text: str

    @property
    def hidden(self) -> bool:
        return self.count is None


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a slice as a visitor may read them, and what must be remembered of it."""

    cells: Mapping[Key, Told]
    remember: Mapping[str, int]

    def told(self, area: str = EVERYWHERE, trait: str = "total", group: str = "all") -> Told:
        """One cell. Raises KeyError for what this table does not divide by."""
        return self.cells[area, trait, group]

    def divides(self, area: str, trait: str) -> bool:
        """Whether this table has this trait for this area."""
        return any(key[:2] == (area, trait) for key in self.cells)


class Counts:
    """The tables of one neighbourhood, and which of their cells are hidden: decided once."""

    def __init__(
        self,
        people: Sequence[Alike],
        slices: Iterable[frozenset[str]],
        areas: Sequence[str],
    ) -> None:
        """`slices` are the sets of interventions that a page can ask for, first all of them;
        `areas` the subdistricts, to which 'outside' and 'unknown' are added."""
        self.areas = (*areas, "outside", "unknown")
        self.years = tuple(sorted({year for one in people for _, year, _ in one.visits}))
        self._people = tuple(people)
        self.slices = tuple(
            Slice(one, year) for one in dict.fromkeys(slices) for year in (None, *self.years)
        )
        self.counted: Callable[[Slice], dict[Key, int]] = cache(self._count)
        self._hidden = cache(self._decide)

    def table(self, asked: Slice, visitor: Visitor, before: Mapping[str, int]) -> Table:
        """A table as this visitor may read it. `before` are the counts the public saw last."""
        smallest = access.SMALLEST[visitor.role]
        hidden, counts = self._hidden(smallest), self.counted(asked)
        shown = {key: n for key, n in counts.items() if (asked, key) not in hidden}
        if visitor.role is Role.TEAM:
            return Table(_texts(counts, shown, exact=True), {})
        names = {key: f"{asked.name}|{'|'.join(key)}" for key in shown}
        shown = {key: _steady(n, before.get(names[key]), smallest) for key, n in shown.items()}
        remember = {names[key]: n for key, n in shown.items() if before.get(names[key]) != n}
        return Table(_texts(counts, shown, exact=False), remember)

    def sums(self, asked: Slice) -> list[Sum]:
        """What everybody can add up in a table: areas to the whole, groups to everybody."""
        crossed = asked == self.slices[0]
        down = [
            Sum((EVERYWHERE, trait, group), tuple((area, trait, group) for area in self.areas))
            for trait in (("total", *TRAITS) if crossed else ("total",))
            for group in GROUPS[trait]
        ]
        across = [
            Sum((area, "total", "all"), tuple((area, trait, group) for group in GROUPS[trait]))
            for area in (EVERYWHERE, *(self.areas if crossed else ()))
            for trait in (TRAITS if asked.year is None else ())
        ]
        return [*down, *across]

    def _count(self, asked: Slice) -> dict[Key, int]:
        found = {key: 0 for one in self.sums(asked) for key in _keys(one)}
        for one in self._people:
            visits = [
                visit
                for visit in one.visits
                if visit[0] in asked.interventions and asked.year in (None, visit[1])
            ]
            area = one.area if one.area in self.areas else "unknown"
            for trait, group in _traits(one) if visits else ():
                for key in ((EVERYWHERE, trait, group), (area, trait, group)):
                    if key in found:
                        found[key] += one.people
        return found

    def _decide(self, smallest: int) -> frozenset[Cell]:
        """What is hidden of all tables together, as (slice, key).

        The smaller threshold first: what the team does not see, nobody sees.
        """
        below = [other for other in access.SMALLEST.values() if other < smallest]
        hidden = self._hidden(max(below)) if below else frozenset()
        whole = self._cells(self.slices[:1])
        sums = [_named(self.slices[0], one) for one in self.sums(self.slices[0])]
        first = disclosure.protect(whole, sums, (), smallest, hidden & whole.keys())
        return joint.protect(self._together(), smallest, hidden | first)

    def _cells(self, slices: Sequence[Slice]) -> dict[Cell, int]:
        return {(one, key): n for one in slices for key, n in self.counted(one).items()}

    def _together(self) -> joint.Together:
        return joint.Together(
            self._cells(self.slices),
            tuple(_named(one, each) for one in self.slices for each in self.sums(one)),
            tuple(
                ((one, key), (other, key))
                for one in self.slices
                for other in self.slices
                if one.within(other)
                for key in self.counted(one)
            ),
            {
                (one, key): self._rank(one, key, n)
                for one in self.slices
                for key, n in self.counted(one).items()
            },
        )

    def _rank(self, one: Slice, key: Key, count: int) -> tuple[object, ...]:
        """What is given up last: zeros, then all interventions, then one by itself; totals."""
        every = one.interventions == self.slices[0].interventions
        worth = 4 * every + 2 * (len(one.interventions) == 1) + (one.year is None)
        totals = (key == ALL) + (key[0] == EVERYWHERE)
        return (not count, worth, totals, count, one.name, key)


def _keys(one: Sum) -> tuple[Key, ...]:
    return one.cells  # type: ignore[return-value]  # our tables have such keys only


def _named(asked: Slice, one: Sum) -> Sum:
    return Sum((asked, one.total), tuple((asked, part) for part in one.parts))


def _traits(one: Alike) -> Iterable[tuple[str, str]]:
    """What somebody is, the same in every slice: else a slice would not lie within another.

    So who is in the target group of any intervention is in the target group.
    """
    targets = {target for _, _, target in one.visits}
    order = ("in_target", "not_in_target", "unknown")
    yield "total", "all"
    yield "age", one.age
    yield "sex", one.sex
    yield "origin", one.origin
    yield "target", next(target for target in order if target in targets)


def _steady(count: int, before: int | None, smallest: int) -> int:
    """The count, or the one published before when the difference would be a small group."""
    return count if before is None or abs(count - before) >= smallest else before


def _texts(counts: Mapping[Key, int], shown: Mapping[Key, int], exact: bool) -> dict[Key, Told]:
    return {key: _told(shown.get(key), exact) for key in counts}


def _told(shown: int | None, exact: bool) -> Told:
    """All that is hidden reads the same: two cells of "fewer than 5" that make 8 are known."""
    if shown is None:
        return Told(None, texts.HIDDEN_CELL)
    rounded = shown if exact else texts.to_five(shown)
    return Told(rounded, texts.number(rounded))
