"""Intervals: what always holds, what is refused, and what another implementation says."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from wijzer.stats import rates
from wijzer.stats.proportion import (
    BadCounts,
    BadInterval,
    BadLevel,
    Interval,
    kish,
    logit,
    mean_t,
    swing_margin,
    wilson,
    z,
)

levels = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.998])
counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, levels)
def test_wilson_lies_in_0_to_1_and_holds_the_share(count: tuple[int, int], level: float) -> None:
    k, n = count
    found = wilson(k, n, level)
    assert found is not None
    assert 0 <= found.low <= k / n <= found.high <= 1
    assert (found.low == 0) == (k == 0)
    assert (found.high == 1) == (k == n)


@given(counts, levels)
def test_wilson_of_no_mirrors_wilson_of_yes(count: tuple[int, int], level: float) -> None:
    k, n = count
    yes, no = wilson(k, n, level), wilson(n - k, n, level)
    assert yes is not None and no is not None
    assert yes.low == pytest.approx(1 - no.high, abs=1e-12)


@given(counts, levels)
def test_wilson_as_scipy_has_it(count: tuple[int, int], level: float) -> None:
    found, theirs = wilson(*count, level), binomtest(*count).proportion_ci(level, "wilson")
    assert found is not None
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(counts)
def test_more_certainty_and_fewer_answers_are_wider(count: tuple[int, int]) -> None:
    k, n = count
    usual, sure, many = wilson(k, n), wilson(k, n, 0.998), wilson(4 * k, 4 * n)
    assert usual is not None and sure is not None and many is not None
    assert sure.low <= usual.low <= usual.high <= sure.high
    assert many.high - many.low < usual.high - usual.low


def test_more_published_wilson() -> None:
    rows = [(1, 100, 0.0017674320641406511, 0.054486196178705294)]
    rows += [(5, 100, 0.02154367915436798, 0.11175046923191911)]
    rows += [(20, 100, 0.1333669333310325, 0.28882916559315885)]
    for k, n, low, high in rows:
        found = wilson(k, n)
        assert found is not None
        assert (found.low, found.high) == pytest.approx((low, high), rel=1e-9)


@pytest.mark.parametrize("method", [wilson, logit])
@pytest.mark.parametrize(("k", "n"), [(0, 0), (None, 10), (3, None), (nan, 10), (3, nan)])
def test_no_answers_no_interval(method, k, n) -> None:  # type: ignore[no-untyped-def]
    assert method(k, n) is None


@pytest.mark.parametrize("method", [wilson, logit])
@pytest.mark.parametrize(("k", "n"), [(-1, 10), (11, 10), (1, 0), (0, -1)])
def test_impossible_counts_are_refused(method, k, n) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadCounts):
        method(k, n)


@pytest.mark.parametrize("level", [0, 1, 95, -0.5, nan])
def test_a_level_is_a_fraction(level: float) -> None:
    with pytest.raises(BadLevel):
        wilson(1, 2, level)


def test_the_usual_quantiles() -> None:
    assert (z(0.95), z(0.998)) == pytest.approx((1.9599639845, 3.0902323062), abs=1e-10)


def test_the_logit_has_no_interval_at_the_ends() -> None:
    assert logit(0, 20) is None
    assert logit(20, 20) is None


@given(counts, levels)
def test_logit_lies_in_0_to_1(count: tuple[int, int], level: float) -> None:
    found, (k, n) = logit(*count, level), count
    assert found is None if k in (0, n) else 0 <= found.low <= k / n <= found.high <= 1


@pytest.mark.parametrize(("low", "high"), [(2, 1), (nan, 1), (1, nan)])
def test_an_interval_runs_from_low_to_high(low: float, high: float) -> None:
    with pytest.raises(BadInterval):
        Interval(low, high)


@given(st.lists(st.sampled_from([0, 1]), min_size=1, max_size=60), st.floats(0.01, 100))
def test_equal_weights_change_nothing(outcomes: list[int], weight: float) -> None:
    found, plain = kish([weight] * len(outcomes), outcomes), wilson(sum(outcomes), len(outcomes))
    assert found is not None and plain is not None
    assert found.n_eff == pytest.approx(len(outcomes))
    assert (found.deff, found.interval.low) == pytest.approx((1, plain.low), abs=1e-9)


answers = st.tuples(st.floats(0, 50), st.sampled_from([0, 1]))


@given(st.lists(answers, min_size=1, max_size=60))
def test_weights_cost_certainty(pairs: list[tuple[float, int]]) -> None:
    weights, outcomes = zip(*pairs, strict=True)
    found = kish(weights, outcomes)
    if found is None:
        assert sum(weights) == 0
    else:
        assert 1 - 1e-9 <= found.n_eff <= len(pairs) + 1e-9
        assert found.interval.low <= found.share <= found.interval.high


@pytest.mark.parametrize(("weights", "outcomes"), [([1], [1, 0]), ([-1, 2], [1, 0]), ([1], [2])])
def test_impossible_weights_are_refused(weights: list[float], outcomes: list[float]) -> None:
    with pytest.raises(BadCounts):
        kish(weights, outcomes)


def test_the_swing_margin_has_no_width_at_the_ends() -> None:
    # The flaw that makes it unfit for us: 0 of 400 is not "certainly 0%".
    found = swing_margin(0, 12000, 400)
    assert found is not None and found.half_width == 0
    assert swing_margin(0, 0, 0) is None


def test_a_mean_of_one_has_no_interval() -> None:
    one = mean_t([7.0])
    assert one is not None and (one.mean, one.sd, one.interval) == (7, None, None)
    assert mean_t([]) is None


def test_more_published_counts_and_rates() -> None:
    byar = rates.byar(10, 0.998)
    assert (byar.low, byar.high) == pytest.approx((2.916318374695686, 24.193724927880535), rel=1e-9)
    five = rates.rate(5, 100)
    assert five is not None and five.exact
    limits = (five.limits.low, five.limits.high)
    assert limits == pytest.approx((1623.4863901184199, 11668.332079322669), rel=1e-9)


@pytest.mark.parametrize(("events", "exact"), [(9, True), (10, False)])
def test_byar_serves_from_ten_events(events: int, exact: bool) -> None:
    found = rates.rate(events, 100)
    assert found is not None and found.exact is exact


@given(st.integers(0, 500), levels)
def test_limits_of_a_count_hold_it(events: int, level: float) -> None:
    exact, byar = rates.exact_poisson(events, level), rates.byar(events, level)
    assert exact.low is not None and exact.low <= events <= exact.high
    assert byar.high >= events and (byar.low is None or 0 <= byar.low <= events)


def test_rates_that_are_not_there() -> None:
    assert rates.rate(3, 0) is None
    assert rates.rate(None, 100) is None
    assert rates.standardise([1, None], [0.5, 0.5]) is None
    with pytest.raises(BadCounts):
        rates.rate(-1, 100)
    with pytest.raises(BadCounts):
        rates.standardise([1], [0.5, 0.5])
