"""What a survey can see: the table of the help text, and the signs of the factsheet."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_effectsize

from wijzer.stats.power import (
    detectable_change,
    respondents_to_exclude,
    sample_size,
    smallest_change,
)
from wijzer.stats.proportion import BadCounts, BadLevel, wilson
from wijzer.stats.rounding import half_away


@pytest.mark.parametrize(
    ("n", "low", "high", "smallest", "found"),
    [
        (30, 16.7, 47.9, 23.2, 33.1),
        (60, 19.9, 42.5, 16.4, 23.4),
        (100, 21.9, 39.6, 12.7, 18.2),
        (200, 24.1, 36.7, 9.0, 12.8),
        (400, 25.7, 34.7, 6.4, 9.1),
    ],
)
def test_table_at_30_percent(
    n: int, low: float, high: float, smallest: float, found: float
) -> None:
    interval = wilson(0.3 * n, n)
    assert interval is not None
    row = [interval.low, interval.high, smallest_change(n, 0.3), detectable_change(n, 0.3)]
    assert [half_away(100 * x, 1) for x in row] == [low, high, smallest, found]


@pytest.mark.parametrize(
    ("area", "municipality", "expected"),
    [
        (30, 32, 2090), (29, 32, 929), (33, 32, 8360), (74, 76, 1752),
        (10, 9, 3147), (76, 81, 237), (84, 81, 657), (94, 81, 35),
    ],
)  # fmt: skip
def test_respondents_for_the_factsheet(area: int, municipality: int, expected: int) -> None:
    assert respondents_to_exclude(area / 100, municipality / 100) == expected


shares = st.integers(1, 99).map(lambda percent: percent / 100)


@given(shares, shares, st.sampled_from([0.9, 0.95, 0.998]))
def test_that_many_and_not_one_fewer(area: float, benchmark: float, level: float) -> None:
    n = respondents_to_exclude(area, benchmark, level)
    if n is None:
        assert area == benchmark
        return
    enough = wilson(area * n, n, level)
    assert enough is not None and not enough.contains(benchmark)
    short = wilson(area * (n - 1), n - 1, level)
    assert short is None or short.contains(benchmark)


def test_no_number_shows_what_is_not_there() -> None:
    assert respondents_to_exclude(0.3, 0.3) is None
    assert sample_size(0.3, 0.3) is None
    assert respondents_to_exclude(0.01, 0) == 1


@given(shares, shares)
def test_sample_size_serves_both_ways(p0: float, p1: float) -> None:
    assert sample_size(p0, p1) == sample_size(p1, p0)


@given(st.integers(20, 80), st.integers(1, 5))
def test_sample_size_is_close_to_another_formula(percent: int, step: int) -> None:
    p0, p1 = percent / 100, (percent + step) / 100
    theirs = NormalIndPower().solve_power(proportion_effectsize(p0, p1), power=0.8, alpha=0.05)
    assert sample_size(p0, p1) == pytest.approx(theirs, rel=0.02)


@given(shares, st.integers(1, 10_000))
def test_power_costs(share: float, n: int) -> None:
    assert smallest_change(n, share) < detectable_change(n, share)
    assert detectable_change(4 * n, share) == pytest.approx(detectable_change(n, share) / 2)
    assert detectable_change(n, share, power=0.5) == pytest.approx(smallest_change(n, share))


@given(shares, shares)
def test_a_smaller_difference_takes_more(p0: float, p1: float) -> None:
    assume(abs(p0 - p1) > 0.015)
    nearer = p1 + (0.01 if p0 > p1 else -0.01)
    more, fewer = sample_size(p0, nearer), sample_size(p0, p1)
    assert more is not None and fewer is not None and more >= fewer


def test_impossible_plans_are_refused() -> None:
    with pytest.raises(BadCounts):
        respondents_to_exclude(30, 32)
    with pytest.raises(BadCounts):
        smallest_change(0, 0.3)
    with pytest.raises(BadLevel):
        sample_size(0.1, 0.08, power=80)
