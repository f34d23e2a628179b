"""Many tables protected together: what must be hidden at sight, and what a search finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijzer.stats import disclosure, joint
from wijzer.stats.disclosure import BadTable, Cell, Sum

T = 10


def together(
    cells: dict[Cell, int],
    sums: list[Sum] | None = None,
    within: list[tuple[Cell, Cell]] | None = None,
    worth: dict[Cell, int] | None = None,
) -> joint.Together:
    """Tables of which the smallest cell is given up first, zeros last; `worth` comes before it."""
    rank = {cell: (not n, (worth or {}).get(cell, 0), n, repr(cell)) for cell, n in cells.items()}
    return joint.Together(cells, tuple(sums or ()), tuple(within or ()), rank)


def test_a_small_cell_is_hidden_and_zero_is_not() -> None:
    tables = together({"a": 3, "b": 0, "c": 10})
    assert joint.protect(tables, T) == {"a"}


def test_one_beside_it_is_hidden_and_the_smallest_first() -> None:
    cells: dict[Cell, int] = {"all": 63, "a": 3, "b": 20, "c": 40}
    assert joint.protect(together(cells, [Sum("all", ("a", "b", "c"))]), T) == {"a", "b"}


def test_two_small_ones_that_are_few_together_need_a_third() -> None:
    cells: dict[Cell, int] = {"all": 47, "a": 3, "b": 4, "c": 40}
    assert joint.protect(together(cells, [Sum("all", ("a", "b", "c"))]), T) == {"a", "b", "c"}


def test_of_two_that_differ_by_few_the_one_of_least_worth_is_hidden() -> None:
    cells: dict[Cell, int] = {"part": 30, "whole": 33}
    pairs: list[tuple[Cell, Cell]] = [("part", "whole")]
    assert joint.protect(together(cells, within=pairs), T) == {"part"}
    dear = together(cells, within=pairs, worth={"part": 1})
    assert joint.protect(dear, T) == {"whole"}
    assert joint.protect(together({"part": 30, "whole": 30}, within=pairs), T) == set()


def test_what_is_hidden_already_stays_so() -> None:
    assert joint.protect(together({"a": 50}), T, frozenset({"a"})) == {"a"}


def test_a_hidden_cell_within_narrow_bounds_of_two_tables_needs_more() -> None:
    """In its own table a part can be 0 to 12, but the whole around it shows at most 4."""
    cells: dict[Cell, int] = {
        "whole": 100,
        "whole-a": 14,
        "whole-b": 86,
        "part": 50,
        "part-a": 4,
        "part-b": 46,
    }
    sums = [Sum("whole", ("whole-a", "whole-b")), Sum("part", ("part-a", "part-b"))]
    within: list[tuple[Cell, Cell]] = [(f"part{x}", f"whole{x}") for x in ("", "-a", "-b")]
    found = joint.protect(together(cells, sums, within), T)
    assert {"part-a", "part-b"} <= found
    low, high = disclosure.bounds("part-a", found, cells, sums, within)
    assert high - low >= T


@pytest.mark.parametrize(
    ("sums", "within"),
    [([Sum("all", ("a", "b"))], []), ([], [("all", "a")])],
    ids=["sum", "pair"],
)
def test_counts_that_cannot_be_are_refused(
    sums: list[Sum], within: list[tuple[Cell, Cell]]
) -> None:
    with pytest.raises(BadTable):
        together({"all": 10, "a": 3, "b": 4}, sums, within)


ROWS, COLUMNS = 3, 3


@settings(max_examples=150)
@given(st.lists(st.integers(0, 25), min_size=ROWS * COLUMNS, max_size=ROWS * COLUMNS))
def test_a_table_is_as_safe_as_the_exact_way_finds(numbers: list[int]) -> None:
    """Rows and columns with their totals: `disclosure.bounds` finds nothing narrow."""
    cells: dict[Cell, int] = {
        (row, column): numbers[row * COLUMNS + column]
        for row in range(ROWS)
        for column in range(COLUMNS)
    }
    sums = []
    for row in range(ROWS):
        parts = tuple((row, column) for column in range(COLUMNS))
        cells[row, "all"] = sum(cells[part] for part in parts)
        sums.append(Sum((row, "all"), parts))
    for column in (*range(COLUMNS), "all"):
        parts = tuple((row, column) for row in range(ROWS))
        cells["all", column] = sum(cells[part] for part in parts)
        sums.append(Sum(("all", column), parts))
    hidden = joint.protect(together(cells, sums), T)
    for cell in (cell for cell, n in cells.items() if 0 < n < T):
        low, high = disclosure.bounds(cell, hidden, cells, sums)
        assert high - low >= T
