"""Counts of participants as they may leave: the same cells hidden in every view of a version.

A table counts the people who came to some interventions, in one year or since the start, by where
they live and by one trait. For all interventions together the two are crossed; for some of them
they stand apart, and for a year there is only where people live: what is finer would be hidden
nearly everywhere. Tables lie in each other: an intervention in its theme, a year in all years. What is hidden in a table is hidden in all tables within it, and what could be computed from
the difference of two is hidden too. Percentages are only ever made from cells that are shown.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.lists import GROUPS
from wijzer.model import Role
from wijzer.stats import disclosure
from wijzer.stats.disclosure import Sum
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
    """The tables of one neighbourhood in one version of the register, decided when asked for."""

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
        self._slices = tuple(
            Slice(one, year) for one in dict.fromkeys(slices) for year in (None, *self.years)
        )
        self._hidden = cache(self._decide)
        self.counted: Callable[[Slice], dict[Key, int]] = cache(self._count)

    def table(self, asked: Slice, visitor: Visitor, before: Mapping[str, int]) -> Table:
        """A table as this visitor may read it. `before` are the counts the public saw last."""
        smallest = access.SMALLEST[visitor.role]
        hidden, counts = self._hidden(asked, smallest), self.counted(asked)
        shown = {key: count for key, count in counts.items() if key not in hidden}
        if visitor.role is Role.TEAM:
            return Table(_texts(counts, shown, smallest, exact=True), {})
        names = {key: f"{asked.name}|{'|'.join(key)}" for key in shown}
        shown = {key: _steady(n, before.get(names[key]), smallest) for key, n in shown.items()}
        remember = {names[key]: n for key, n in shown.items() if before.get(names[key]) != n}
        return Table(_texts(counts, shown, smallest, exact=False), remember)

    def sums(self, asked: Slice) -> list[Sum]:
        """What everybody can add up in a table: areas to the whole, groups to everybody."""
        crossed = asked == self._slices[0]
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
        found = {key: 0 for one in self.sums(asked) for key in one.cells}
        for one in self._people:
            visits = [
                visit
                for visit in one.visits
                if visit[0] in asked.interventions and asked.year in (None, visit[1])
            ]
            if visits:
                area = one.area if one.area in self.areas else "unknown"
                for trait, group in _traits(one, visits):
                    for place in (EVERYWHERE, area):
                        if (place, trait, group) in found:
                            found[place, trait, group] += one.people
        return found

    def _decide(self, asked: Slice, smallest: int) -> frozenset[Key]:
        """What is hidden: in the tables around this one, and what this one needs besides.

        The smaller threshold first: what the team does not see, nobody sees.
        """
        around = [one for one in self._slices if asked.within(one)]
        hidden = self._stricter(asked, smallest)
        for one in around:
            hidden |= self._hidden(one, smallest) & self.counted(asked).keys()
        for one in [None, *around]:
            hidden = self._beside(asked, one, hidden, smallest)
        return hidden

    def _stricter(self, asked: Slice, smallest: int) -> frozenset[Key]:
        below = [other for other in access.SMALLEST.values() if other < smallest]
        return self._hidden(asked, max(below)) if below else frozenset()

    def _beside(
        self, asked: Slice, other: Slice | None, hidden: frozenset[Key], smallest: int
    ) -> frozenset[Key]:
        """What to hide in a table, for who also has the table around it."""
        cells, sums = self.counted(asked), self.sums(asked)
        if other is None:
            return frozenset(disclosure.protect(cells, sums, (), smallest, hidden))  # type: ignore[arg-type]
        around = {key: self.counted(other)[key] for key in cells}
        closed = self._hidden(other, smallest)
        mine = {(asked, key): count for key, count in cells.items()}
        theirs = {(other, key): count for key, count in around.items()}
        found = disclosure.protect(
            mine | theirs,
            [_named(asked, one) for one in sums] + [_named(other, one) for one in sums],
            [((asked, key), (other, key)) for key in cells],
            smallest,
            frozenset((asked, key) for key in hidden)
            | frozenset((other, key) for key in closed if key in cells),
            frozenset(theirs),
        )
        if any((other, key) in found and key not in closed for key in cells):
            return frozenset(cells)
        return frozenset(key for key in cells if (asked, key) in found)


def _named(asked: Slice, one: Sum) -> Sum:
    return Sum((asked, one.total), tuple((asked, part) for part in one.parts))


def _traits(one: Alike, visits: Sequence[tuple[str, int, str]]) -> Iterable[tuple[str, str]]:
    targets = {target for _, _, target in visits}
    order = ("in_target", "not_in_target", "unknown")
    yield "total", "all"
    yield "age", one.age
    yield "sex", one.sex
    yield "origin", one.origin
    yield "target", next(target for target in order if target in targets)


def _steady(count: int, before: int | None, smallest: int) -> int:
    """The count, or the one published before when the difference would be a small group."""
    return count if before is None or abs(count - before) >= smallest else before


def _texts(
    counts: Mapping[Key, int], shown: Mapping[Key, int], smallest: int, exact: bool
) -> dict[Key, Told]:
    return {key: _told(count, shown.get(key), smallest, exact) for key, count in counts.items()}


def _told(count: int, shown: int | None, smallest: int, exact: bool) -> Told:
    if shown is not None:
        rounded = shown if exact or shown == 0 else texts.to_five(shown)
        return Told(rounded, texts.number(rounded))
    few = 0 < count < smallest
    return Told(None, texts.FEWER_THAN.format(aantal=smallest) if few else texts.HIDDEN_CELL)
