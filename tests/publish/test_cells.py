"""Counts of participants: what is hidden, and an attacker who has every table of a role.

The attacker here shares nothing with the program but the tables that it shows: it counts people by
itself, writes down by itself what everybody knows (sums, what lies in what, no count below 0), and
asks a solver what each hidden cell can be.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, identity, kron

from wijzer import access, texts
from wijzer.access import MACHINE, PUBLIC, Visitor
from wijzer.lists import GROUPS
from wijzer.model import Role
from wijzer.publish import cells
from wijzer.publish.cells import ALL, EVERYWHERE, Counts, Slice
from wijzer.store.reach import Alike

AREAS = ("BU1", "BU2")
THEMES = ("ab", "bc")
ROLES = pytest.mark.parametrize("visitor", [MACHINE, PUBLIC], ids=["team", "public"])
SMALLEST = {MACHINE: access.SMALLEST[Role.TEAM], PUBLIC: access.SMALLEST[Role.PUBLIC]}

Visits = tuple[tuple[str, int, str], ...]
Cell = tuple[str, int | None, str, str, str]
"""Interventions (sorted letters), year, area, trait, group."""


def person(
    area: str = "BU1",
    age: str = "65+",
    sex: str = "women",
    visits: str = "a20",
    people: int = 1,
    target: str = "in_target",
) -> Alike:
    """People who are alike; visits as "a20 b21"."""
    came = tuple(sorted((one[0], 2000 + int(one[1:]), target) for one in visits.split()))
    return Alike(area, age, sex, "netherlands", came, people)


def counts_of(people: Sequence[Alike], areas: Sequence[str] = AREAS) -> Counts:
    """All tables of these people: everything, two themes that overlap, each intervention."""
    letters = sorted({where for one in people for where, _, _ in one.visits} | set("abc"))
    slices = ["".join(letters), *THEMES, *letters]
    return Counts(people, [frozenset(one) for one in slices], areas)


# --- the attacker ---------------------------------------------------------------------------------


class Attacker:
    """Who has all tables of a role, and knows how such tables are made."""

    def __init__(self, people: Sequence[Alike], counts: Counts, visitor: Visitor) -> None:
        self.smallest = SMALLEST[visitor]
        self.truth: dict[Cell, int] = {}
        self.hidden: set[Cell] = set()
        for one in counts.slices:
            name = "".join(sorted(one.interventions))
            table = counts.table(one, visitor, {})
            for (area, trait, group), told in table.cells.items():
                cell = (name, one.year, area, trait, group)
                self.truth[cell] = by_hand(people, cell, counts.areas)
                self.hidden |= {cell} if told.hidden else set()
                check_told(told, self.truth[cell], visitor)
        self.unknown = sorted(self.hidden, key=repr)
        self.place = {cell: at for at, cell in enumerate(self.unknown)}

    def sums(self) -> Iterator[tuple[Cell, list[Cell]]]:
        """Every addition that holds by what the words mean, of cells that are told."""
        by_table: dict[tuple[str, int | None], set[tuple[str, str, str]]] = {}
        for name, year, *key in self.truth:
            by_table.setdefault((name, year), set()).add(tuple(key))
        for (name, year), keys in by_table.items():
            areas = {area for area, _, _ in keys}
            traits = {trait for _, trait, _ in keys}
            for trait, group in {(trait, group) for _, trait, group in keys}:
                parts = [(area, trait, group) for area in areas - {EVERYWHERE}]
                if set(parts) <= keys:
                    total = (name, year, EVERYWHERE, trait, group)
                    yield total, [(name, year, *part) for part in parts]
            for area, trait in product(areas, traits - {"total"}):
                parts = [(area, trait, group) for group in GROUPS[trait]]
                if set(parts) <= keys:
                    total = (name, year, area, "total", "all")
                    yield total, [(name, year, *part) for part in parts]

    def pairs(self) -> Iterator[tuple[Cell, Cell]]:
        """Every group that lies in another one: fewer interventions, or one year of all."""
        tables = {cell[:2] for cell in self.truth}
        for (name, year), (other, all_years) in product(tables, tables):
            if set(name) <= set(other) and all_years in (None, year) and name + str(year) != (
                other + str(all_years)
            ):
                for cell in self.truth:
                    if cell[:2] == (name, year) and (other, all_years, *cell[2:]) in self.truth:
                        yield cell, (other, all_years, *cell[2:])

    def found_out(self) -> list[str]:
        """What this attacker finds out about a few people; nothing when all is well."""
        few = [cell for cell in self.unknown if 0 < self.truth[cell] < self.smallest]
        shown = [
            f"{cell} is shown as {count}"
            for cell, count in self.truth.items()
            if 0 < count < self.smallest and cell not in self.hidden
        ]
        rest = [
            f"{small} of {big} leaves {self.truth[big] - self.truth[small]}"
            for small, big in self.pairs()
            if not {small, big} & self.hidden
            and 0 < self.truth[big] - self.truth[small] < self.smallest
        ]
        return [*shown, *rest, *self.narrowed(few)]

    def narrowed(self, few: Sequence[Cell]) -> list[str]:
        """Hidden cells that can be fewer different things than the threshold."""
        if not few:
            return []
        equal = [({total: -1} | dict.fromkeys(parts, 1)) for total, parts in self.sums()]
        most = [{small: 1, big: -1} for small, big in self.pairs()]
        a_eq, b_eq = self.rows(equal)
        a_ub, b_ub = self.rows(most)
        goals = np.zeros((2 * len(few), len(self.unknown)))
        for at, cell in enumerate(few):
            goals[2 * at, self.place[cell]], goals[2 * at + 1, self.place[cell]] = 1, -1
        every = identity(len(goals))
        ceiling = sum(self.truth.values()) + 100 * self.smallest
        found = linprog(
            goals.ravel(),
            A_eq=kron(every, a_eq, "csr"),
            b_eq=np.tile(b_eq, len(goals)),
            A_ub=kron(every, a_ub, "csr"),
            b_ub=np.tile(b_ub, len(goals)),
            bounds=(0, ceiling),
        )
        assert found.success, found.message
        ends = (goals * found.x.reshape(goals.shape)).sum(axis=1)
        return [
            f"{cell} is between {ends[2 * at]} and {-ends[2 * at + 1]}"
            for at, cell in enumerate(few)
            if -ends[2 * at + 1] - ends[2 * at] < self.smallest - 1e-6
        ]

    def rows(self, signs: Sequence[dict[Cell, int]]) -> tuple[csr_matrix, np.ndarray]:
        """Coefficients of the hidden cells, and what the shown ones leave."""
        touched = [one for one in signs if one.keys() & self.hidden]
        entries = [
            (row, self.place[cell], sign)
            for row, one in enumerate(touched)
            for cell, sign in one.items()
            if cell in self.hidden
        ]
        rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
        left = [
            -sum(sign * self.truth[cell] for cell, sign in one.items() if cell not in self.hidden)
            for one in touched
        ]
        shape = (len(touched), len(self.unknown))
        return csr_matrix((np.array(values, float), (rows, columns)), shape), np.array(left, float)


def by_hand(people: Sequence[Alike], cell: Cell, areas: Sequence[str]) -> int:
    """How many people a cell holds, counted one by one."""
    name, year, area, trait, group = cell
    found = 0
    for one in people:
        came = any(where in name and year in (None, when) for where, when, _ in one.visits)
        home = one.area if one.area in areas else "unknown"
        targets = {target for _, _, target in one.visits}
        best = next(x for x in ("in_target", "not_in_target", "unknown") if x in targets)
        own = {"total": "all", "target": best}.get(trait) or getattr(one, trait)
        found += one.people * (came and area in (EVERYWHERE, home) and own == group)
    return found


def check_told(told: cells.Told, count: int, visitor: Visitor) -> None:
    """A shown cell is exact for the team and in fives for the public; a hidden one says only so."""
    if told.hidden:
        assert (told.count, told.text) == (None, texts.HIDDEN_CELL)
    elif visitor is MACHINE:
        assert told.count == count and told.text == texts.number(count)
    else:
        assert told.count is not None and told.count % 5 == 0 and abs(told.count - count) <= 2


ATTACKS: Counter[str] = Counter()
"""How many tables were attacked by the test below, how many cells, and how often it worked."""

_VISITS = st.sets(
    st.tuples(st.sampled_from("abc"), st.sampled_from([2020, 2021])), min_size=1, max_size=4
)
_GROUPS = st.lists(
    st.tuples(
        st.sampled_from([*AREAS, "unknown"]),
        st.sampled_from(GROUPS["sex"]),
        _VISITS,
        st.integers(1, 14),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=2000, suppress_health_check=list(HealthCheck))
@given(_GROUPS)
def attack(found: list[tuple[str, str, set[tuple[str, int]], int]]) -> None:
    """Attack all tables of random people, as each role."""
    people = [
        Alike(area, "65+", sex, "europe", tuple(sorted((*one, "in_target") for one in visits)), n)
        for area, sex, visits, n in found
    ]
    counts = counts_of(people)
    for visitor in SMALLEST:
        attacker = Attacker(people, counts, visitor)
        ATTACKS["tables"] += len(counts.slices)
        ATTACKS["cells"] += sum(0 < n < attacker.smallest for n in attacker.truth.values())
        worked = attacker.found_out()
        ATTACKS["worked"] += len(worked)
        assert worked == []


def test_no_attacker_finds_a_few_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "TRAITS", ("sex",))
    attack()
    print(dict(ATTACKS))
    assert ATTACKS["worked"] == 0 and ATTACKS["cells"] > 20_000
