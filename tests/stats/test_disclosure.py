"""What a reader can compute from a table: worked by hand, and by an attacker of our own.

The attacker shares nothing with the module: fractions and ranks for what can be solved, and a
linear program over all that is published for what can be narrowed down.
"""

import random
import time
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil, floor, inf
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from wijzer.stats.disclosure import BadTable, Cell, Gap, Sum, bounds, protect, recoverable

many = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])

MOST = 100_000
"""The attacker knows that fewer people than this live in the country of these tests."""


@dataclass(frozen=True)
class Given:
    """A table, as the functions of the module take it."""

    cells: dict[Cell, int]
    sums: list[Sum]
    within: list[tuple[Cell, Cell]]

    def small(self, threshold: int) -> set[Cell]:
        return {cell for cell, count in self.cells.items() if 0 < count < threshold}


# --- the attacker ---------------------------------------------------------------------------------


def rank(rows: Iterable[Iterable[int]]) -> int:
    """Rank over the fractions, by elimination."""
    left = [[Fraction(x) for x in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column] != 0), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left = [
            [x - row[column] / pivot[column] * y for x, y in zip(row, pivot, strict=True)]
            if row[column]
            else row
            for row in left
        ]
        found += 1
    return found


def solvable(table: Given, hidden: AbstractSet[Cell]) -> set[Cell]:
    """Hidden cells whose unit vector adds nothing to the rank of what is published."""
    names = sorted(hidden, key=repr)
    rows = [
        [(name in one.parts) - (name == one.total) for name in names]
        for one in table.sums
        if hidden & {one.total, *one.parts}
    ]
    full = rank(rows)
    units = {name: [int(name == other) for other in names] for name in names}
    return {name for name, unit in units.items() if rows and rank([*rows, unit]) == full}


def system(table: Given, hidden: AbstractSet[Cell]) -> dict[str, Any]:
    """All that is published: sums, nested groups, and every cell that is not hidden."""
    names = list(table.cells)
    place = {name: at for at, name in enumerate(names)}
    equal = np.zeros((len(table.sums), len(names)))
    for row, one in enumerate(table.sums):
        equal[row, [place[part] for part in one.parts]] = 1
        equal[row, place[one.total]] = -1
    below = np.zeros((len(table.within), len(names)))
    for row, (small, big) in enumerate(table.within):
        below[row, place[small]], below[row, place[big]] = 1, -1
    sides: dict[str, Any] = {"A_eq": equal, "b_eq": np.zeros(len(equal))}
    if table.within:
        sides |= {"A_ub": below, "b_ub": np.zeros(len(below))}
    known = [(0, MOST) if name in hidden else (n, n) for name, n in table.cells.items()]
    return sides | {"bounds": known}


def narrowest(
    table: Given, hidden: AbstractSet[Cell], goal: Mapping[Cell, int], enough: float
) -> tuple[float, float]:
    """Lowest and highest whole value of a combination of cells, given all that is published."""
    weights = np.array([goal.get(name, 0) for name in table.cells], dtype=float)
    sides = system(table, hidden)
    low = linprog(weights, **sides)
    if low.fun + enough <= float(weights @ np.array(list(table.cells.values()))) - 1:
        return ceil(low.fun - 1e-6), inf  # the truth alone is far enough away
    high = linprog(-weights, **sides)
    assert low.success and high.success
    return ceil(low.fun - 1e-6), floor(-high.fun + 1e-6)


def containing(table: Given) -> set[tuple[Cell, Cell]]:
    """All pairs (small, big) of groups of which one lies in the other, by any road."""
    graph = nx.DiGraph(table.within)
    graph.add_edges_from((part, one.total) for one in table.sums for part in one.parts)
    return set(nx.transitive_closure_dag(graph).edges)


def found_by_attacker(table: Given, hidden: AbstractSet[Cell], threshold: int) -> list[str]:
    """Everything that a reader learns and should not."""
    few = range(1, threshold)
    shown = table.cells.keys() - hidden
    faults = [f"{cell} is shown" for cell in shown & table.small(threshold)]
    faults += [f"{cell} is solved" for cell in solvable(table, hidden)]
    for small, big in containing(table):
        if {small, big} <= shown and table.cells[big] - table.cells[small] in few:
            faults.append(f"{big} less {small} is shown")
    for one in table.sums:
        if one.total in shown and sum(table.cells[c] for c in hidden & set(one.parts)) in few:
            faults.append(f"few are hidden in {one}")
    goals: list[dict[Cell, int]] = [{cell: 1} for cell in table.small(threshold)]
    goals += [{b: 1, s: -1} for s, b in table.within if table.cells[b] - table.cells[s] in few]
    for goal in goals:
        low, high = narrowest(table, hidden, goal, threshold)
        if high - low < threshold:
            faults.append(f"{goal} lies from {low} to {high}")
    return faults


# --- tables ---------------------------------------------------------------------------------------

COUNTS = st.sampled_from([0, 0, 0, 1, 2, 4, 6, 9, 10, 13, 25, 60, 140])
ALL = "*"


def crossed(shape: tuple[int, ...], counts: list[int], tag: str = "") -> Given:
    """A table of one to three traits with all its margins; `*` stands for all of a trait."""
    inner = dict(zip(product(*map(range, shape)), counts, strict=True))
    cells: dict[Cell, int] = {}
    sums = []
    for name in product(*((*range(size), ALL) for size in shape)):
        under = [one for one in inner if all(n in (ALL, o) for n, o in zip(name, one, strict=True))]
        cells[tag, name] = sum(inner[one] for one in under)
        for at, size in enumerate(shape):
            if name[at] == ALL:
                parts = tuple((tag, (*name[:at], c, *name[at + 1 :])) for c in range(size))
                sums.append(Sum((tag, name), parts))
    return Given(cells, sums, [])


@st.composite
def margins(draw: st.DrawFn, largest: int = 16) -> Given:
    """One to three traits, some of the sums not known, and sometimes groups of categories."""
    shape = draw(st.sampled_from([(3,), (6,), (2, 2), (3, 3), (4, 4), (3, 5), (2, 2, 3)]))
    size = int(np.prod(shape))
    table = crossed(shape, draw(st.lists(COUNTS, min_size=size, max_size=size)))
    drop = draw(st.sets(st.integers(0, len(table.sums) - 1), max_size=2))
    sums = [one for at, one in enumerate(table.sums) if at not in drop or len(shape) == 1]
    if draw(st.booleans()):
        table, sums = grouped(table, sums, draw(st.integers(0, len(sums) - 1)))
    return Given(table.cells, sums, [])


def grouped(table: Given, sums: list[Sum], at: int) -> tuple[Given, list[Sum]]:
    """A level between the total of a sum and its parts: the first two, and the others."""
    one = sums[at]
    halves = [half for half in (one.parts[:2], one.parts[2:]) if half]
    added = [Sum(("half", n), half) for n, half in enumerate(halves)]
    cells = {
        **table.cells,
        **{half.total: sum(table.cells[part] for part in half.parts) for half in added},
    }
    upper = Sum(one.total, tuple(half.total for half in added))
    return Given(cells, sums, []), [*sums[:at], *sums[at + 1 :], *added, upper]


@st.composite
def periods(draw: st.DrawFn) -> Given:
    """The same table for two or three periods of which each lies in the next."""
    shape = draw(st.sampled_from([(2,), (3,), (2, 2), (3, 2)]))
    size = int(np.prod(shape))
    counts = draw(st.lists(COUNTS, min_size=size, max_size=size))
    more = st.lists(st.sampled_from([0, 0, 0, 1, 4, 8, 12, 50]), min_size=size, max_size=size)
    table, within = crossed(shape, counts, "0"), []
    cells, sums = dict(table.cells), list(table.sums)
    for period in range(1, draw(st.integers(2, 3))):
        counts = [one + new for one, new in zip(counts, draw(more), strict=True)]
        table = crossed(shape, counts, str(period))
        cells |= table.cells
        sums += table.sums
        within += [((str(period - 1), name), (tag, name)) for tag, name in table.cells]
    if draw(st.booleans()):
        within = [pair for pair in within if ALL in pair[0][1]]
    return Given(cells, sums, within)


tables = margins() | periods()
thresholds = st.sampled_from([5, 10])


def check_safe(table: Given, hidden: AbstractSet[Cell], threshold: int) -> None:
    assert found_by_attacker(table, hidden, threshold) == []


# --- whatever the table ---------------------------------------------------------------------------


@many
@given(margins(), thresholds)
def test_the_attacker_learns_nothing_from_a_table(table: Given, threshold: int) -> None:
    check_safe(table, protect(table.cells, table.sums, (), threshold), threshold)


@many
@given(periods(), thresholds)
def test_the_attacker_learns_nothing_from_periods(table: Given, threshold: int) -> None:
    hidden = protect(table.cells, table.sums, table.within, threshold)
    check_safe(table, hidden, threshold)


@some
@given(tables, st.randoms(use_true_random=False))
def test_roles_and_wishes(table: Given, chance: random.Random) -> None:
    """What the team does not see nobody sees, and what is hidden for all is enough for the team."""
    keep = set(chance.sample(sorted(table.cells, key=repr), 2))
    team = protect(table.cells, table.sums, table.within, 5, keep=keep)
    public = protect(table.cells, table.sums, table.within, 10, hidden=team, keep=keep)
    assert team <= public
    check_safe(table, public, 10)
    assert protect(table.cells, table.sums, table.within, 5, hidden=public) == public


@some
@given(tables, thresholds, st.data())
def test_what_is_hidden_already_is_protected_too(
    table: Given, threshold: int, data: st.DataObject
) -> None:
    before = data.draw(st.sets(st.sampled_from(sorted(table.cells, key=repr)), max_size=3))
    hidden = protect(table.cells, table.sums, table.within, threshold, hidden=before)
    assert before <= hidden
    check_safe(table, hidden, threshold)


@some
@given(tables, thresholds, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_twice_is_once(
    table: Given, threshold: int, chance: random.Random
) -> None:
    hidden = protect(table.cells, table.sums, table.within, threshold)
    mixed = dict(chance.sample(list(table.cells.items()), len(table.cells)))
    sums = [Sum(one.total, tuple(chance.sample(one.parts, len(one.parts)))) for one in table.sums]
    chance.shuffle(sums)
    within = chance.sample(table.within, len(table.within))
    assert protect(mixed, sums, within, threshold) == hidden
    assert protect(table.cells, table.sums, table.within, threshold, hidden=hidden) == hidden


@some
@given(tables, thresholds)
def test_nothing_is_hidden_when_nothing_is_small(table: Given, threshold: int) -> None:
    cells = {name: threshold * count for name, count in table.cells.items()}
    assert protect(cells, table.sums, table.within, threshold) == frozenset()


@many
@given(tables, st.data())
def test_what_can_be_solved_is_found_exactly(table: Given, data: st.DataObject) -> None:
    hidden = data.draw(st.sets(st.sampled_from(sorted(table.cells, key=repr)), max_size=12))
    assert recoverable(hidden, table.sums) == solvable(table, hidden)


@some
@given(tables, st.data())
def test_bounds_are_those_of_the_attacker(table: Given, data: st.DataObject) -> None:
    names = sorted(table.cells, key=repr)
    hidden = data.draw(st.sets(st.sampled_from(names), min_size=1, max_size=8))
    for cell in sorted(hidden, key=repr)[:3]:
        low, high = bounds(cell, hidden, table.cells, table.sums, table.within)
        lowest, highest = narrowest(table, hidden, {cell: 1}, MOST)
        assert (low, high) == (lowest, highest if highest < MOST / 2 else inf)


@some
@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=14))
def test_in_two_ways_a_solvable_cell_is_a_bridge(places: set[tuple[int, int]]) -> None:
    table = crossed((5, 5), [20] * 25)
    hidden = {("", place) for place in places}
    graph = nx.Graph((f"row {r}", f"column {c}") for r, c in places)
    bridges = {("", (int(a[-1]), int(b[-1]))) for a, b in map(sorted_ends, nx.bridges(graph))}
    assert recoverable(hidden, table.sums) == bridges


def sorted_ends(edge: tuple[str, str]) -> tuple[str, str]:
    """The row first."""
    one, other = sorted(edge, reverse=True)
    return one, other


# --- worked by hand -------------------------------------------------------------------------------


def vector(*counts: int) -> Given:
    cells = {**dict(zip("abcdefgh", counts, strict=False)), "all": sum(counts)}
    return Given(cells, [Sum("all", tuple("abcdefgh"[: len(counts)]))], [])


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((4, 57, 89), "ab"),  # 150 - 57 - 89 gives 4 away, so the smallest other one goes
        ((3, 6, 141), "abc"),  # together 9: fewer than ten are left
        ((4, 6, 141), "ab"),  # together 10
        ((4, 0, 57), "ac"),  # zero is shown, and is no cover
        ((4, 30, 30), "ab"),  # a tie: by name
        ((10, 20, 30), ""),
        ((0, 0, 0), ""),
    ],
)
def test_a_vector(counts: tuple[int, ...], hidden: str) -> None:
    table = vector(*counts)
    assert protect(table.cells, table.sums, threshold=10) == set(hidden)


def test_a_total_goes_before_a_zero() -> None:
    # 12 = 4 + 8 is fine as it is. With 12 alone and zeros, nothing is small.
    assert protect(*args(vector(4, 8, 0)), threshold=10) == {"a", "b"}
    # Only the total is left to cover what was hidden before, and only then a zero.
    assert protect(*args(vector(30, 0, 0)), hidden={"a"}) == {"a", "all"}
    assert protect(*args(vector(0, 0, 0)), hidden={"a"}) == {"a", "b"}


def test_a_cell_to_keep_goes_last() -> None:
    table = vector(4, 57, 89)
    assert protect(*args(table), keep={"b"}) == {"a", "c"}
    assert protect(*args(table), keep={"b", "c"}) == {"a", "all"}
    assert protect(*args(table), keep={"b", "c", "all"}) == {"a", "b"}


def args(table: Given) -> tuple[dict[Cell, int], list[Sum], list[tuple[Cell, Cell]]]:
    return table.cells, table.sums, table.within


def test_two_ways() -> None:
    # Row 0 gives 20, the smallest beside 4; row 1 gives 25. Columns 0 and 1 then have two each.
    # The four are tied: 4 + d, 20 - d, 25 - d, 3 + d, so d lies from -3 to 20.
    table = crossed((3, 3), [4, 20, 30, 25, 3, 40, 50, 60, 70])
    hidden = protect(*args(table))
    assert hidden == {("", place) for place in [(0, 0), (0, 1), (1, 0), (1, 1)]}
    assert bounds(("", (0, 0)), hidden, *args(table)) == (1, 24)
    assert bounds(("", (1, 1)), hidden, *args(table)) == (0, 23)
    assert bounds(("", (2, 2)), hidden, *args(table)) == (70, 70)


def test_what_was_hidden_in_vain_is_shown_again() -> None:
    # On the way (0, 1) is hidden beside 4 in its column; (2, 1), needed later, covers 4 as well.
    table = crossed((3, 3), [20, 50, 20, 60, 4, 50, 30, 60, 0])
    hidden = protect(*args(table))
    places = [(0, 0), (0, 2), (1, 1), (1, 2), (2, 0), (2, 1)]
    assert hidden == {("", place) for place in places}
    check_safe(table, hidden, 10)


def test_two_in_every_line_and_still_solved() -> None:
    # Two squares, (0,0)-(1,1) and (2,2)-(3,3), joined by (1,2) alone.
    squares = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3)]
    hidden = {("", place) for place in [*squares, (1, 2)]}
    table = crossed((4, 4), [20] * 16)
    assert recoverable(hidden, table.sums) == {("", (1, 2))}
    assert recoverable(hidden - {("", (1, 2))}, table.sums) == frozenset()
    assert hidden < protect(*args(table), hidden=hidden)


def test_a_square_with_little_room_is_not_enough() -> None:
    # 4 and 3 on the diagonal, 2 and 1 beside them: solved they are not, but 4 + d with d from
    # -3 to 1 leaves 1 to 5 only.
    table = crossed((3, 3), [4, 1, 60, 2, 3, 60, 60, 60, 60])
    square = {("", place) for place in [(0, 0), (0, 1), (1, 0), (1, 1)]}
    assert recoverable(square, table.sums) == frozenset()
    assert bounds(("", (0, 0)), square, *args(table)) == (1, 5)
    hidden = protect(*args(table))
    assert square < hidden
    low, high = bounds(("", (0, 0)), hidden, *args(table))
    assert high - low >= 10


def test_a_combination_of_several_sums() -> None:
    # p = a + b, q = c + d, all = p + q. With p and q hidden, all - a - c = b + d tells of 4.
    cells = {"a": 60, "b": 2, "c": 36, "d": 2, "p": 62, "q": 38, "all": 100}
    sums = [Sum("p", ("a", "b")), Sum("q", ("c", "d")), Sum("all", ("p", "q"))]
    few = {"b", "d", "p", "q"}
    assert recoverable(few, sums) == frozenset()
    assert bounds("b", few, cells, sums) == (0, 4)
    hidden = protect(cells, sums, threshold=10, hidden=few)
    assert bounds("b", hidden, cells, sums)[1] >= 10
    assert few < hidden


def test_from_buurt_to_neighbourhood() -> None:
    # Buurt 1 of 4 needs buurt 2 (30); the subdistrict then shows 34 of both and is no help.
    # The other subdistrict is untouched.
    cells = {"n": 174, "w1": 84, "w2": 90, "b1": 4, "b2": 30, "b3": 50, "b4": 40, "b5": 50}
    sums = [Sum("w1", ("b1", "b2", "b3")), Sum("w2", ("b4", "b5")), Sum("n", ("w1", "w2"))]
    assert protect(cells, sums, threshold=10) == {"b1", "b2"}
    # A small subdistrict takes another subdistrict along, and in that one a buurt must go:
    # else its buurten add up to it.
    cells = {"n": 98, "w1": 8, "w2": 90, "b1": 8, "b2": 0, "b3": 0, "b4": 40, "b5": 50}
    assert protect(cells, sums, threshold=10) == {"b1", "w1", "w2", "b4"}


def test_a_period_in_a_period() -> None:
    cells, within = {"q1": 57, "q1-2": 61}, [("q1", "q1-2")]
    assert protect(cells, [], within, 10) == {"q1"}
    assert protect(cells, [], within, 10, keep={"q1"}) == {"q1-2"}
    assert protect(cells, [], within, 4) == frozenset()
    assert protect({"q1": 57, "q1-2": 57}, [], within, 10) == frozenset()
    # By way of the middle: 50, 53, 59 hides as few as it can, and 59 - 50 = 9 is few as well.
    chain = {"a": 50, "b": 53, "c": 59}
    assert protect(chain, [], [("a", "b"), ("b", "c")], 10) == {"a", "b"}
    assert bounds(Gap("a", "c"), {"b"}, chain, [], [("a", "c")]) == (9, 9)


def test_nested_groups_bound_each_other() -> None:
    cells, within = {"small": 40, "big": 70, "rest": 30, "all": 100}, [("small", "big")]
    sums = [Sum("all", ("big", "rest"))]
    assert bounds("small", {"small"}, cells, [], within) == (0, 70)
    assert bounds("big", {"big"}, cells, [], within) == (40, inf)
    assert bounds("big", {"big", "rest"}, cells, sums, within) == (40, 100)
    assert bounds(Gap("small", "big"), {"big", "rest"}, cells, sums, within) == (0, 60)
    assert bounds("small", {"small"}, cells, []) == (0, inf)


def test_a_filter_that_leaves_few_out_of_a_whole_table() -> None:
    # Women are 52 of 54: by hiding either, the two others stay hidden.
    table = crossed((2, 2), [40, 14, 25, 20], "all")
    women = {"w": 52, **table.cells}
    within = [("w", ("all", (0, ALL)))]
    hidden = protect(women, table.sums, within, 10)
    assert hidden == {"w"}
    kept = protect(women, table.sums, within, 10, keep={"w"})
    check_safe(Given(women, table.sums, within), kept, 10)
    assert "w" not in kept and ("all", (0, ALL)) in kept


def four_traits(seed: int) -> Given:
    """Six areas by sixteen categories of four traits, which share the numbers per area."""
    chance = random.Random(seed)
    cells: dict[Cell, int] = {area: chance.randint(40, 120) for area in range(6)}
    sums = [Sum("all", tuple(range(6)))]
    for trait, size in enumerate((2, 3, 5, 6)):
        for area in range(6):
            weights = [chance.random() ** 3 for _ in range(size)]
            drawn = chance.choices(range(size), weights, k=cells[area])
            cells |= {(trait, area, c): drawn.count(c) for c in range(size)}
            sums.append(Sum(area, tuple((trait, area, c) for c in range(size))))
        for c in range(size):
            cells[trait, c] = sum(cells[trait, area, c] for area in range(6))
            sums.append(Sum((trait, c), tuple((trait, area, c) for area in range(6))))
        sums.append(Sum("all", tuple((trait, c) for c in range(size))))
    return Given(cells | {"all": sum(cells[area] for area in range(6))}, sums, [])


@pytest.mark.parametrize("seed", range(3))
def test_tables_that_share_a_margin(seed: int) -> None:
    table = four_traits(seed)
    took = []
    for _ in range(5):
        start = time.perf_counter()
        hidden = protect(*args(table))
        took.append(time.perf_counter() - start)
    assert len(table.small(10)) >= 20
    check_safe(table, hidden, 10)
    assert not hidden & {*range(6), "all"}  # every area can still be compared
    assert min(took) < 0.15


def test_a_large_table_is_solved_in_time() -> None:
    table = crossed((15, 20), [7] * 300)
    hidden = {name for name in table.cells if ALL not in name[1]}  # type: ignore[index]
    took = []
    for _ in range(3):
        start = time.perf_counter()
        assert recoverable(hidden, table.sums) == frozenset()
        took.append(time.perf_counter() - start)
    assert min(took) < 0.05


@pytest.mark.parametrize(
    ("cells", "sums", "within"),
    [
        ({"a": 4, "all": 5}, [Sum("all", ("a",))], []),  # does not add up
        ({"a": 4}, [Sum("all", ("a",))], []),
        ({"a": -1, "b": 5, "all": 4}, [Sum("all", ("a", "b"))], []),
        ({"all": 0}, [Sum("all", ())], []),
        ({"a": 2, "all": 4}, [Sum("all", ("a", "a"))], []),
        ({"a": 5, "b": 4}, [], [("a", "b")]),  # the smaller is larger
        ({"a": 5}, [], [("a", "b")]),
    ],
)
def test_a_table_that_cannot_be_is_refused(
    cells: dict[Cell, int], sums: list[Sum], within: list[tuple[Cell, Cell]]
) -> None:
    with pytest.raises(BadTable):
        protect(cells, sums, within)


def test_what_is_hidden_already_must_exist() -> None:
    with pytest.raises(BadTable, match="'z'"):
        protect({"a": 20}, [], hidden={"z"})


# --- and the attacker does find what is there -----------------------------------------------------


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ("", "a is shown"),
        ("a", "a is solved"),
        ("ab", "{'a': 1} lies from 0 to 9"),
        ("ab", "few are hidden in"),
    ],
)
def test_the_attacker_is_awake(hidden: str, said: str) -> None:
    found = found_by_attacker(vector(3, 6, 141), set(hidden), 10)
    assert any(said in one for one in found)


def test_the_attacker_subtracts_by_any_road() -> None:
    chain = Given({"a": 50, "b": 53, "c": 55}, [], [("a", "b"), ("b", "c")])
    assert "c less a is shown" in found_by_attacker(chain, {"b"}, 10)
    parts = {"x": 95, "y": 3, "p": 98, "q": 2, "all": 100}
    table = Given(parts, [Sum("p", ("x", "y")), Sum("all", ("p", "q"))], [])
    assert "all less x is shown" in found_by_attacker(table, {"y", "p", "q"}, 10)
