"""Rules about one figure, or about a few that need no table."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.stats.proportion import BadCounts, wilson
from wijzer.stats.suppression import (
    Beyond,
    Boundary,
    Count,
    Form,
    Side,
    beyond,
    count_of_share,
    exportable,
    few_rule,
    in_turn,
    income_share,
    insider,
    one_rules,
    primary,
    rounded,
    shown,
    smallest_class,
    too_few,
)


@pytest.mark.parametrize(
    ("count", "threshold", "small"),
    [(0, 10, False), (1, 10, True), (9, 10, True), (10, 10, False), (5, 5, False), (4, 5, True)],
)
def test_small_is_above_zero_and_below_the_threshold(
    count: int, threshold: int, small: bool
) -> None:
    assert primary(count, threshold) is small


@pytest.mark.parametrize("count", [None, nan])
def test_what_is_not_known_is_not_small(count: float | None) -> None:
    assert not primary(count)
    assert not too_few(count)
    assert not income_share(count)


def test_a_count_below_zero_is_refused() -> None:
    with pytest.raises(BadCounts):
        primary(-1)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, Count(Form.EXACT, 0)),
        (1, Count(Form.FEWER, 10)),
        (9, Count(Form.FEWER, 10)),
        (10, Count(Form.ROUNDED, 10)),
        (12, Count(Form.ROUNDED, 10)),
        (13, Count(Form.ROUNDED, 15)),
        (57, Count(Form.ROUNDED, 55)),
    ],
)
def test_what_everybody_is_told_of_a_count(count: int, told: Count) -> None:
    assert shown(count) == told


def test_the_team_is_told_the_number_from_five() -> None:
    assert shown(4, 5, step=1) == Count(Form.FEWER, 5)
    assert shown(57, 5, step=1) == Count(Form.EXACT, 57)


def test_incomes_are_counted_in_hundreds() -> None:
    # 1250 and 50 lie halfway: away from zero, and not to the even neighbour.
    assert [rounded(n, 100) for n in (49, 50, 1249, 1250, 1251)] == [0, 100, 1200, 1300, 1300]


@given(st.integers(0, 10_000), st.integers(2, 100))
def test_rounding_is_to_the_nearest(count: int, step: int) -> None:
    found = rounded(count, step)
    assert found % step == 0
    assert abs(found - count) <= step / 2


@pytest.mark.parametrize(
    ("k", "n", "allowed"),
    [(28, 30, False), (2, 30, False), (25, 30, True), (5, 30, True), (0, 30, False), (5, 9, False)],
)
def test_a_share_tells_of_both_sides(k: int, n: int, allowed: bool) -> None:
    assert count_of_share(k, n, 5) is allowed


@pytest.mark.parametrize(
    ("k", "n", "told"),
    [
        # Upper limits z²/(n + z²): 3.8415/37.8415 = 10.15%, /33.8415 = 11.35%, /103.84 = 3.70%.
        (0, 34, Beyond(Side.BELOW, 0.15)),
        (0, 30, Beyond(Side.BELOW, 0.15)),
        (0, 100, Beyond(Side.BELOW, 0.05)),
        (34, 34, Beyond(Side.ABOVE, 0.85)),
        (0, 1, Beyond(Side.BELOW, 0.80)),
        (1, 34, None),
        (0, 0, None),
        (None, 34, None),
    ],
)
def test_nothing_and_everything_are_told_as_a_limit(
    k: int | None, n: int, told: Beyond | None
) -> None:
    assert beyond(k, n) == told


@given(st.integers(1, 2000))
def test_the_limit_lies_outside_the_interval_and_mirrors(n: int) -> None:
    low, high = beyond(n, n), beyond(0, n)
    interval = wilson(0, n)
    assert low is not None and high is not None and interval is not None
    assert interval.high - 1e-9 <= high.limit < interval.high + 0.05
    assert low.limit == pytest.approx(1 - high.limit)


def test_one_income_rules_above_thirty_percent() -> None:
    assert one_rules([31, 30, 39])  # 39%
    assert not one_rules([30, 30, 25, 15])  # exactly 30%
    assert not one_rules([])
    assert not one_rules([0, 0])
    with pytest.raises(BadCounts):
        one_rules([5, -1])


def test_the_two_largest_and_the_insider() -> None:
    # 100: the two largest have 75. Without them 25 is left, which is 62.5% of the largest, 40.
    values = [40, 35, 15, 10]
    assert few_rule(values, 2, 0.74) and not few_rule(values, 2, 0.75)
    assert insider(values, 0.63) and not insider(values, 0.62)
    assert insider([40, 35], 0.01)


def test_income_needs_a_hundred() -> None:
    assert [income_share(n) for n in (99, 100)] == [False, True]


@pytest.mark.parametrize(
    ("counts", "allowed"),
    [
        ([57, 61], (True, False)),
        ([57, 57, 61, 67], (True, True, False, True)),
        ([57, 61, 66], (True, False, False)),  # 66 - 57 = 9: measured from what was published
        ([9, 12], (False, True)),  # nothing to subtract from 12
        ([0, 9, 10], (True, False, True)),
        ([61, 57], (True, False)),  # a filter takes people away
        ([], ()),
    ],
)
def test_counts_published_in_turn(counts: list[int], allowed: tuple[bool, ...]) -> None:
    assert in_turn(counts, 10) == allowed


@given(st.lists(st.integers(0, 200), max_size=12), st.sampled_from([5, 10]))
def test_nothing_published_in_turn_is_small_or_close(counts: list[int], threshold: int) -> None:
    allowed = in_turn(counts, threshold)
    told = [count for count, fine in zip(counts, allowed, strict=True) if fine]
    apart = {abs(one - other) for one in told for other in told} | set(told)
    assert not any(0 < x < threshold for x in apart)
    assert len(allowed) == len(counts)


def test_an_export_is_as_safe_as_its_smallest_class() -> None:
    assert smallest_class([14, 11, 9, 22]) == 9
    assert smallest_class([14, 0, 22]) == 14  # nobody is in it, so nobody is found by it
    assert smallest_class([0]) is None
    assert [exportable([14, 9], k) for k in (9, 10)] == [True, False]
    assert exportable([])


def test_a_border_that_moved_breaks_a_series() -> None:
    found = [(Boundary(code).same_area, Boundary(code).same_code) for code in (1, 2, 3)]
    assert found == [(True, True), (True, False), (False, False)]
    with pytest.raises(ValueError, match="4"):
        Boundary(4)
