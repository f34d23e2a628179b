"""Response: the flow, and whether those who were lost differ."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from wijzer.stats.compare import newcombe
from wijzer.stats.proportion import BadCounts, BadLevel
from wijzer.stats.response import Response, flow, mean_lost, share_lost

STEPS = (160, 150, 96, 90, 63, 61)
groups = st.lists(st.integers(0, 10), min_size=2, max_size=20)


def test_the_flow_by_hand() -> None:
    assert flow(200, 100, 50, 40, 30, 20) == Response(0.5, 0.25, 0.75, 0.1)


@given(st.lists(st.integers(0, 500), min_size=6, max_size=6))
def test_shares_of_a_flow_lie_in_0_to_1(counts: list[int]) -> None:
    found = flow(*sorted(counts, reverse=True))
    shares = (found.response_t0, found.coverage_t0, found.retention_t1, found.paired_share)
    assert all(share is None or 0 <= share <= 1 for share in shares)


@pytest.mark.parametrize("step", range(1, 6))
def test_a_flow_that_grows_is_refused(step: int) -> None:
    steps = list(STEPS)
    steps[step] = steps[step - 1] + 1
    with pytest.raises(BadCounts):
        flow(*steps)


def test_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(BadCounts):
        flow(5, 4, 3, 2, 1, -1)


def test_nobody_is_not_0_percent() -> None:
    assert flow(0, 0, 0, 0, 0, 0) == Response(None, None, None, None)
    assert flow(10, 8, 0, 0, 0, 0) == Response(0, 0, None, 0)


@given(groups, groups)
def test_welch_as_scipy_has_it(stayed: list[int], lost: list[int]) -> None:
    assume(len(set(stayed)) > 1 and len(set(lost)) > 1)  # scipy warns of the rest
    found = mean_lost(stayed, lost)
    assert found is not None and found.interval is not None
    theirs = ttest_ind(stayed, lost, equal_var=False)
    limits = theirs.confidence_interval()
    assert (found.t, found.df, found.p) == pytest.approx(
        (theirs.statistic, theirs.df, theirs.pvalue)
    )
    assert (found.interval.low, found.interval.high) == pytest.approx((limits.low, limits.high))
    assert found.interval.contains(found.estimate)


@given(groups, groups)
def test_the_other_way_round_turns_the_sign(stayed: list[int], lost: list[int]) -> None:
    one, other = mean_lost(stayed, lost), mean_lost(lost, stayed)
    assert one is not None and other is not None
    assert (one.estimate, one.p) == pytest.approx((-other.estimate, other.p))


def test_missing_scores_are_counted() -> None:
    found = mean_lost([6, None, 8], [5, 3, None, None])
    assert found is not None
    assert (found.estimate, found.n1, found.n2, found.dropped) == (3, 2, 2, 3)


@pytest.mark.parametrize(("stayed", "lost"), [([5], [1, 2]), ([5, 6], [1]), ([4, 4], [3, 3])])
def test_too_few_or_no_spread_is_an_estimate_only(stayed: list[float], lost: list[float]) -> None:
    found = mean_lost(stayed, lost)
    assert found is not None
    assert (found.interval, found.t, found.df, found.p) == (None, None, None, None)


def test_nobody_lost_nothing_to_compare() -> None:
    assert mean_lost([5, 6], []) is None
    assert mean_lost([5, 6], [None]) is None
    assert share_lost(5, 10, 0, 0) is None


def test_a_level_is_a_fraction() -> None:
    with pytest.raises(BadLevel):
        mean_lost([], [], 95)


def test_shares_are_compared_as_elsewhere() -> None:
    found = share_lost(30, 61, 10, 35)
    assert found == newcombe(30, 61, 10, 35)
    assert found is not None and found.estimate == pytest.approx(30 / 61 - 10 / 35)
    with pytest.raises(BadCounts):
        share_lost(70, 61, 10, 35)
