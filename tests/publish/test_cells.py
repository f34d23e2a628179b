"""Counts of participants: what is hidden, and an attacker who has every table of a role.

The attacker here shares nothing with the program but the tables that it shows: it counts people by
itself, writes down by itself what everybody knows (sums, what lies in what, no count below 0), and
asks a solver what each hidden cell can be.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
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


def counts_of(people: Sequence[Alike], *slices: str, areas: Sequence[str] = AREAS) -> Counts:
    """All tables of these people; each slice as the letters of its interventions."""
    return Counts(people, [frozenset(one) for one in slices or ("abc", "ab", *"abc")], areas)


_LARGEST = 2000
"""Unknowns times goals that are searched at once."""


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
            if (
                set(name) <= set(other)
                and all_years in (None, year)
                and name + str(year) != (other + str(all_years))
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
        at_once = max(1, _LARGEST // max(1, len(self.unknown)))
        parts = [few[at : at + at_once] for at in range(0, len(few), at_once)]
        return [one for part in parts for one in self._narrowed(part)]

    def _narrowed(self, few: Sequence[Cell]) -> list[str]:
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

_YEARS = st.sampled_from([2020, 2020, 2021])
_VISITS = st.sets(st.tuples(st.sampled_from("abc"), _YEARS), min_size=1, max_size=3)
_AREA = st.sampled_from(["BU1", "BU1", "BU1", "outside"])
_GROUPS = st.lists(
    st.tuples(_AREA, st.sampled_from(["men", "women", "unknown"]), _VISITS, st.integers(1, 14)),
    min_size=1,
    max_size=6,
)
_SLICES = st.lists(st.sampled_from(["ab", "bc", "a", "b", "c"]), max_size=3, unique=True)


@settings(max_examples=2000, suppress_health_check=list(HealthCheck))
@given(_GROUPS, _SLICES)
def attack(found: list[tuple[str, str, set[tuple[str, int]], int]], slices: list[str]) -> None:
    """Attack all tables of random people, as each role."""
    people = [
        Alike(area, "65+", sex, "europe", tuple(sorted((*one, "in_target") for one in visits)), n)
        for area, sex, visits, n in found
    ]
    counts = counts_of(people, "abc", *slices, areas=("BU1",))
    for visitor in SMALLEST:
        attacker = Attacker(people, counts, visitor)
        ATTACKS["scenarios"] += 1
        ATTACKS["tables"] += len(counts.slices)
        ATTACKS["cells"] += sum(0 < n < attacker.smallest for n in attacker.truth.values())
        worked = attacker.found_out()
        ATTACKS["worked"] += len(worked)
        assert worked == []


def test_no_attacker_finds_a_few_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small tables with one trait, for speed; a whole neighbourhood is attacked below."""
    monkeypatch.setattr(cells, "TRAITS", ("sex",))
    attack()
    print(dict(ATTACKS))  # how many attacks there were, and that none worked: see -rP
    assert ATTACKS["worked"] == 0
    assert ATTACKS["scenarios"] >= 4000 and ATTACKS["cells"] > 10_000


def neighbourhood(seed: int, people: int) -> list[Alike]:
    """People as in a real neighbourhood: every trait, three years, three interventions."""
    draw = Random(seed)
    found: Counter[tuple[str, str, str, str, Visits]] = Counter()
    for _ in range(people):
        target = draw.choices(GROUPS["target"], (8, 2, 1))[0]
        visits = {
            (where, year, target)
            for where in draw.sample("abc", 1 + (draw.random() < 0.2))
            for year in draw.sample((2020, 2021, 2022), draw.randint(1, 2))
        }
        who = (
            draw.choices([*AREAS, "outside", "unknown"], (8, 20, 2, 2))[0],
            draw.choices(GROUPS["age"], (1, 2, 12, 20, 40, 3))[0],
            draw.choices(GROUPS["sex"], (30, 60, 1, 3))[0],
            draw.choices(GROUPS["origin"], (80, 8, 10, 4))[0],
        )
        found[(*who, tuple(sorted(visits)))] += 1
    return [Alike(*who, people) for who, people in found.items()]


@ROLES
def test_no_attacker_finds_a_few_people_in_a_whole_neighbourhood(visitor: Visitor) -> None:
    people = neighbourhood(1, 120)
    attacker = Attacker(people, counts_of(people), visitor)
    assert len(attacker.hidden) > 60
    assert attacker.found_out() == []
    shown = [cell for cell in attacker.truth if cell not in attacker.hidden]
    assert len([cell for cell in shown if attacker.truth[cell] >= attacker.smallest]) > 50


@ROLES
def test_the_attacker_would_notice(visitor: Visitor) -> None:
    """Each way in: a cell too small, a sum with one cell hidden, and a year that leaves a few."""
    people = [person(people=40), person(sex="men", people=3), person(area="BU2", people=20)]
    attacker = Attacker(people, counts_of(people), visitor)
    assert attacker.found_out() == []
    men = ("abc", None, EVERYWHERE, "sex", "men")
    attacker.hidden.discard(men)
    assert any("is shown as 3" in one for one in attacker.found_out())
    attacker = Attacker(people, counts_of(people), visitor)
    attacker.hidden = {cell for cell in attacker.hidden if cell[4] == "men" and cell[3] == "sex"}
    attacker.unknown = sorted(attacker.hidden, key=repr)
    attacker.place = {cell: at for at, cell in enumerate(attacker.unknown)}
    assert any("is between" in one for one in attacker.found_out())
    later = [person(people=30), person(visits="a21", people=3)]
    attacker = Attacker(later, counts_of(later), visitor)
    attacker.hidden.clear()
    assert any("leaves 3" in one for one in attacker.found_out())


# --- by hand --------------------------------------------------------------------------------------


def test_the_public_sees_no_more_than_the_team() -> None:
    people = neighbourhood(2, 90)
    counts = counts_of(people)
    for one in counts.slices:
        team, public = (counts.table(one, visitor, {}) for visitor in SMALLEST)
        assert {key for key, told in team.cells.items() if told.hidden} <= {
            key for key, told in public.cells.items() if told.hidden
        }


def test_the_order_of_asking_changes_nothing() -> None:
    people = neighbourhood(3, 60)
    one, other = counts_of(people), counts_of(people[::-1])
    asked = [(table, visitor) for table in one.slices for visitor in SMALLEST]
    forth = {each: one.table(*each, {}).cells for each in asked}
    back = {each: other.table(*each, {}).cells for each in reversed(asked)}
    assert forth == back


def test_people_count_once_in_all_and_in_each_of_their_slices() -> None:
    people = [person(visits="a20 a21 b21", people=12), person(visits="b20", people=15)]
    counts = counts_of(people)

    def told(letters: str, year: int | None = None) -> str:
        return counts.table(Slice(frozenset(letters), year), MACHINE, {}).told().text

    assert [told("abc"), told("ab"), told("a"), told("b")] == ["27", "27", "12", "27"]
    assert [told("abc", 2020), told("abc", 2021), told("b", 2021)] == ["27", "12", "12"]


def test_somebody_has_one_target_group_in_every_slice() -> None:
    both = Alike(
        *("BU1", "65+", "men", "europe"),
        (("a", 2020, "not_in_target"), ("b", 2020, "in_target")),
        people=20,
    )
    for letters in ("abc", "a", "b"):
        table = counts_of([both]).table(Slice(frozenset(letters)), MACHINE, {})
        assert table.told(trait="target", group="in_target").text == "20"


def test_an_area_that_is_none_of_ours_is_unknown() -> None:
    counts = counts_of([person(area="BU9", people=20)])
    assert counts.table(counts.slices[0], MACHINE, {}).told("unknown").text == "20"


def test_a_table_says_by_what_it_divides() -> None:
    counts = counts_of([person(people=20)])
    whole, year = (counts.table(Slice(frozenset("abc"), at), MACHINE, {}) for at in (None, 2020))
    assert whole.divides("BU1", "age") and not year.divides(EVERYWHERE, "age")
    with pytest.raises(KeyError):
        year.told(trait="age", group="65+")


def test_two_versions_tell_nothing_together() -> None:
    """The public keeps seeing the number of before, until as many people came as may be told."""
    first = counts_of([person(people=30)])
    table = first.table(first.slices[0], PUBLIC, {})
    assert table.told().text == "30"
    assert table.remember[f"{first.slices[0].name}|{'|'.join(ALL)}"] == 30
    for people, text in ((33, "30"), (39, "30"), (40, "40")):
        later = counts_of([person(people=people)])
        again = later.table(later.slices[0], PUBLIC, table.remember)
        assert again.told().text == text
        assert later.table(later.slices[0], MACHINE, table.remember).told().text == str(people)


def test_zero_is_told_and_nobody_gives_no_years() -> None:
    counts = counts_of([person(people=20)])
    table = counts.table(counts.slices[0], PUBLIC, {})
    assert table.told(trait="sex", group="men").text == "0"
    assert counts_of([]).years == ()
