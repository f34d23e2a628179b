"""Places in a ranking: by hand, and properties that must hold for any intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.stats.proportion import BadLevel, Interval, wilson
from wijzer.stats.ranks import Places, each, places


def made(*ends: tuple[float, float]) -> list[Interval]:
    return [Interval(low, high) for low, high in ends]


@pytest.mark.parametrize(
    ("intervals", "low_first", "high_first"),
    [
        # All apart: a place each.
        (made((1, 2), (3, 4), (5, 6)), [(1, 1), (2, 2), (3, 3)], [(3, 3), (2, 2), (1, 1)]),
        # All overlap: nothing can be said.
        (made((1, 5), (2, 6), (3, 7)), [(1, 3), (1, 3), (1, 3)], [(1, 3), (1, 3), (1, 3)]),
        # The first two overlap, the third is apart from both.
        (made((1, 3), (2, 4), (5, 6)), [(1, 2), (1, 2), (3, 3)], [(2, 3), (2, 3), (1, 1)]),
        # A chain: the middle overlaps both ends, which are apart from each other.
        (made((1, 3), (2, 5), (4, 6)), [(1, 2), (1, 3), (2, 3)], [(2, 3), (1, 3), (1, 2)]),
        # Touching is overlapping.
        (made((1, 2), (2, 3)), [(1, 2), (1, 2)], [(1, 2), (1, 2)]),
        # Figures without any doubt that are equal share their places.
        (made((4, 4), (4, 4), (9, 9)), [(1, 2), (1, 2), (3, 3)], [(2, 3), (2, 3), (1, 1)]),
        (made((4, 4)), [(1, 1)], [(1, 1)]),
        ([], [], []),
    ],
)
def test_by_hand(
    intervals: list[Interval],
    low_first: list[tuple[int, int]],
    high_first: list[tuple[int, int]],
) -> None:
    assert places(intervals, highest_first=False) == low_first
    assert places(intervals, highest_first=True) == high_first


def test_shares_by_hand() -> None:
    """40, 60 and 160 of 400: Wilson at 98.3% (z = 2.388) is 0.070-0.142, 0.113-0.197 and
    0.344-0.459, so the first two cannot be told apart."""
    level = each(0.95, 3)
    found = [wilson(k, 400, level) for k in (40, 60, 160)]
    intervals = [one for one in found if one]
    assert [round(one.low, 3) for one in intervals] == pytest.approx(
        [0.070, 0.113, 0.344], abs=2e-3
    )
    assert places(intervals, highest_first=True) == [(2, 3), (2, 3), (1, 1)]
    assert [one.certain for one in places(intervals, highest_first=True)] == [False, False, True]


def test_level_by_hand() -> None:
    assert each(0.95, 1) == 0.95
    assert each(0.95, 3) == pytest.approx(0.983048, abs=1e-6)
    assert each(0.81, 2) == pytest.approx(0.9)


@pytest.mark.parametrize(("level", "count"), [(0, 3), (1, 3), (0.95, 0)])
def test_bad_level(level: float, count: int) -> None:
    with pytest.raises(BadLevel):
        each(level, count)


ENDS = st.tuples(st.integers(-20, 20), st.integers(0, 8)).map(lambda at: (at[0], at[0] + at[1]))


@given(st.lists(ENDS, max_size=6), st.data())
def test_the_place_of_any_true_values_lies_in_the_range(
    ends: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Whatever the true figures within their intervals, each stands within its range."""
    intervals = made(*ends)
    truth = [data.draw(st.floats(one.low, one.high, allow_nan=False)) for one in intervals]
    for highest_first in (False, True):
        for value, range in zip(truth, places(intervals, highest_first), strict=True):
            before = sum(other > value if highest_first else other < value for other in truth)
            ties = sum(other == value for other in truth)
            assert range.first <= 1 + before
            assert before + ties <= range.last


@given(st.lists(ENDS, max_size=6))
def test_turning_the_ranking_round_turns_the_places_round(ends: list[tuple[int, int]]) -> None:
    intervals, count = made(*ends), len(ends)
    turned = [
        Places(count + 1 - last, count + 1 - first) for first, last in places(intervals, True)
    ]
    assert places(intervals, False) == turned
