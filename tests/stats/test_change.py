"""Change in the same people: published and hand-worked figures, and what always holds."""

from itertools import product
from math import comb, nan, sqrt
from statistics import NormalDist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import ttest_rel

from wijzer.model import Direction
from wijzer.stats.change import (
    BadMinimal,
    BadPairs,
    Minimal,
    minimal,
    paired,
    relevant,
    responders,
    turned,
    wilcoxon,
)
from wijzer.stats.paired_share import YesNo, yes_no
from wijzer.stats.proportion import BadCounts, BadLevel, Interval

SLEEP_ONE = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SLEEP_TWO = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

scores = st.integers(0, 100)
pairs = st.lists(st.tuples(scores, scores), min_size=2, max_size=40)
steps = st.lists(st.integers(-20, 20), min_size=1, max_size=12)
tables = st.tuples(*[st.integers(0, 60)] * 4).filter(any)
ways = st.sampled_from(list(Direction))


# --- means ---------------------------------------------------------------------------------------


@given(pairs)
def test_the_sign_flips_with_the_way(rows: list[tuple[int, int]]) -> None:
    before, after = zip(*rows, strict=True)
    up, down = paired(before, after, Direction.HIGHER), paired(before, after, Direction.LOWER)
    assert up.mean is not None and down.mean == -up.mean
    assert (up.sd, up.p, up.r) == (down.sd, down.p, down.r)
    if up.interval is not None and down.interval is not None:
        assert (down.interval.low, down.interval.high) == (-up.interval.high, -up.interval.low)
    assert paired(before, after, Direction.NEUTRAL) == up


@given(pairs)
def test_paired_t_as_scipy_has_it(rows: list[tuple[int, int]]) -> None:
    before, after = zip(*rows, strict=True)
    found = paired(before, after, Direction.HIGHER)
    assume(not found.no_spread)
    theirs = ttest_rel(after, before)
    limits = theirs.confidence_interval()
    assert (found.t, found.df, found.p) == pytest.approx(
        (theirs.statistic, theirs.df, theirs.pvalue)
    )
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((limits.low, limits.high))


@given(pairs)
def test_a_test_and_its_interval_agree(rows: list[tuple[int, int]]) -> None:
    found = paired(*zip(*rows, strict=True), Direction.HIGHER)
    assume(found.p is not None and abs(found.p - 0.05) > 1e-9)
    assert found.interval is not None and found.p is not None
    assert found.interval.contains(0) == (found.p > 0.05)


def test_effect_sizes_by_hand() -> None:
    # Differences 1, 2, 3: mean 2, sd 1. Before 1, 2, 3 (variance 1), after 2, 4, 6 (variance 4).
    found = paired([1, 2, 3], [2, 4, 6], Direction.HIGHER)
    assert (found.n, found.df, found.mean, found.sd) == (3, 2, 2, 1)
    assert found.d_z == pytest.approx(2)
    assert found.d_av == pytest.approx(2 / sqrt(2.5))
    assert (found.r, found.t) == pytest.approx((1, 2 * sqrt(3)))


def test_published_sleep_at_another_level() -> None:
    found = paired(SLEEP_TWO, SLEEP_ONE, Direction.HIGHER, 0.99)
    assert found.interval is not None
    assert found.interval.low < -2.459886 and found.interval.high > -0.700114


def test_pairs_that_lack_a_side_are_counted() -> None:
    found = paired([1, None, 3, nan, 5], [2, 3, None, 4, 9], Direction.HIGHER)
    assert (found.n, found.dropped, found.mean) == (2, 3, 2.5)
    assert turned([1, None], [3, 2], Direction.LOWER) == [-2, None]


def test_one_pair_is_a_mean_only() -> None:
    found = paired([48], [56], Direction.HIGHER)
    assert (found.n, found.mean, found.no_spread) == (1, 8, False)
    assert [
        found.sd,
        found.interval,
        found.t,
        found.df,
        found.p,
        found.d_z,
        found.d_av,
        found.r,
    ] == ([None] * 8)
    nobody = paired([None], [3], Direction.HIGHER)
    assert (nobody.n, nobody.dropped, nobody.mean) == (0, 1, None)


def test_without_spread_there_is_no_test() -> None:
    # In floats 0.3 - 0.2 and 0.2 - 0.1 are not equal; to people they are.
    found = paired([0.1, 0.2, 0.3], [0.2, 0.3, 0.4], Direction.HIGHER)
    assert (found.mean, found.sd, found.no_spread) == (pytest.approx(0.1), 0, True)
    assert [found.interval, found.t, found.p, found.d_z] == [None] * 4
    assert found.d_av == pytest.approx(1) and found.r == pytest.approx(1)
    same = paired([3, 3], [3, 3], Direction.LOWER)
    assert (same.mean, same.d_av, same.r, same.no_spread) == (0, None, None, True)


def test_nothing_changed_is_not_minus_zero() -> None:
    assert str(turned([5], [5], Direction.LOWER)) == "[0.0]"


def test_unequal_lengths_and_levels_are_refused() -> None:
    with pytest.raises(BadPairs):
        paired([1, 2], [1], Direction.HIGHER)
    with pytest.raises(BadLevel):
        paired([], [], Direction.HIGHER, 95)


# --- ranks ---------------------------------------------------------------------------------------


def signed_rank_by_counting(values: list[float]) -> float:
    """Two-sided exact p: over all ways to hand out signs."""
    ranks = range(1, len(values) + 1)
    order = sorted(values, key=abs)
    found = sum(rank for rank, x in zip(ranks, order, strict=True) if x > 0)
    every = [
        sum(rank for rank, up in zip(ranks, signs, strict=True) if up)
        for signs in product([0, 1], repeat=len(values))
    ]
    below, above = sum(x <= found for x in every), sum(x >= found for x in every)
    return min(1.0, 2 * min(below, above) / len(every))


@given(st.lists(st.integers(1, 100), min_size=1, max_size=9, unique=True), st.data())
def test_exact_p_by_counting(sizes: list[int], data: st.DataObject) -> None:
    values = [size * data.draw(st.sampled_from([-1, 1])) for size in sizes]
    found = wilcoxon(values)
    assert found.exact and found.variant == "exact"
    assert found.p == pytest.approx(signed_rank_by_counting(values))


@given(steps)
def test_ranks_add_up_and_the_sign_turns_them(values: list[int]) -> None:
    found, mirrored = wilcoxon(values), wilcoxon([-x for x in values])
    assert found.n_nonzero + found.zeros == len(values)
    if found.statistic is None or mirrored.statistic is None:
        assert set(values) == {0}
        return
    total = found.n_nonzero * (found.n_nonzero + 1) / 2
    assert found.statistic + mirrored.statistic == pytest.approx(total)
    assert (found.smaller, found.p) == pytest.approx((mirrored.smaller, mirrored.p))
    assert found.hodges_lehmann == pytest.approx(-(mirrored.hodges_lehmann or 0))


@given(steps, st.integers(-9, 9))
def test_the_shift_moves_with_everybody(values: list[int], by: int) -> None:
    shift, moved = (wilcoxon(row).hodges_lehmann for row in (values, [x + by for x in values]))
    assert shift is not None and moved == pytest.approx(shift + by)
    assert min(values) <= shift <= max(values)


def test_normal_approximation_by_hand() -> None:
    # Ranks of 1, 1, 2: 1.5, 1.5, 3; V = 4.5 of 6. Variance 3*4*7/24 less (2^3 - 2)/48.
    found = wilcoxon([1, -1, 2, 0, None])
    z = (4.5 - 3) / sqrt(3 * 4 * 7 / 24 - 6 / 48)
    assert (found.statistic, found.smaller, found.exact) == (4.5, 1.5, False)
    assert (found.n_nonzero, found.zeros, found.dropped) == (3, 1, 1)
    assert found.p == pytest.approx(2 * (1 - NormalDist().cdf(z)))
    assert "no continuity correction" in found.variant and "zeros dropped" in found.variant


@pytest.mark.parametrize(("n", "exact"), [(25, True), (26, False)])
def test_exact_up_to_25(n: int, exact: bool) -> None:
    assert wilcoxon(range(1, n + 1)).exact is exact


def test_floats_that_should_tie_do() -> None:
    found = wilcoxon([0.3 - 0.2, 0.2 - 0.1, 0.1])
    assert (found.exact, found.statistic) == (False, 6)


def test_one_sided() -> None:
    up, down = wilcoxon([1, 2, 3], "greater"), wilcoxon([1, 2, 3], "less")
    assert (up.p, down.p) == (1 / 8, 1)


def test_no_change_no_test() -> None:
    found = wilcoxon([0, 0, None])
    assert (found.statistic, found.p, found.zeros, found.dropped) == (None, None, 2, 1)
    assert found.hodges_lehmann == 0
    assert wilcoxon([]).hodges_lehmann is None


# --- responders and thresholds --------------------------------------------------------------------


@given(st.lists(st.integers(-30, 30) | st.none()), st.integers(1, 30))
def test_responders_add_up(values: list[int | None], least: int) -> None:
    found = responders(values, least)
    assert found.better + found.same + found.worse == found.n
    assert found.n + found.dropped == len(values)
    mirrored = responders([None if x is None else -x for x in values], least)
    assert (mirrored.better, mirrored.worse) == (found.worse, found.better)
    assert (found.better_interval is None) == (found.n == 0)


def test_exactly_enough_is_relevant() -> None:
    found = responders([10, 9.99, -10, -9.99, 0.3 - 0.2 + 9.9], 10)
    assert (found.better, found.same, found.worse) == (2, 2, 1)
    assert found.same_interval is not None and found.same_interval.contains(0.4)
    assert responders([0.3 - 0.2], 0.1).better == 1


@pytest.mark.parametrize(
    ("change", "least", "answer"),
    [(10, 10, True), (-10, 10, True), (9.9, 10, False), (None, 10, None), (10, None, None)],
)
def test_relevant(change: float | None, least: float | None, answer: bool | None) -> None:
    assert relevant(change, least) is answer


@pytest.mark.parametrize("least", [0, -1, nan])
def test_a_smallest_change_is_above_0(least: float) -> None:
    with pytest.raises(BadMinimal):
        responders([1], least)


def test_relevant_refuses_0() -> None:
    with pytest.raises(BadMinimal):
        relevant(1, 0)


def test_rules_of_thumb() -> None:
    found = minimal(2, 0.75)
    assert found is not None and (found.half_sd, found.sem) == (1, 1)
    assert found.rci95 == pytest.approx(1.959964 * sqrt(2))
    assert minimal(2, None) == Minimal(1, None, None)
    assert minimal(None, 0.8) is None
    assert minimal(2, 1) == Minimal(1, 0, 0)


@pytest.mark.parametrize(("sd", "reliability"), [(-1, 0.8), (1, 1.1), (1, -0.1)])
def test_impossible_spreads_are_refused(sd: float, reliability: float) -> None:
    with pytest.raises(BadMinimal):
        minimal(sd, reliability)


# --- yes and no ----------------------------------------------------------------------------------


def found(*counts: int, level: float = 0.95) -> YesNo:
    answer = yes_no(*counts, level=level)
    assert answer is not None
    return answer


def intervals(one: YesNo) -> list[Interval]:
    return [one.wald, one.newcombe, one.tango]


def test_published_intervals_and_p_values() -> None:
    one = found(59, 6, 16, 80)
    assert one.difference == pytest.approx(-0.0621, abs=5e-5)
    ends = [one.newcombe.low, one.newcombe.high, one.tango.low, one.tango.high]
    assert ends == pytest.approx([-0.1186, -0.0046, -0.1240, -0.0054], abs=5e-5)
    p_values = [one.p, one.p_corrected, one.p_exact, one.p_mid]
    assert p_values == pytest.approx([0.033006, 0.055009, 0.052479, 0.034690], abs=5e-7)


@given(tables)
def test_intervals_hold_the_difference_and_lie_within_1(counts: tuple[int, ...]) -> None:
    one = found(*counts)
    for interval in intervals(one):
        assert -1 <= interval.low <= one.difference + 1e-9
        assert one.difference - 1e-9 <= interval.high <= 1


@given(tables)
def test_the_other_way_round_mirrors(counts: tuple[int, ...]) -> None:
    both, after, before, neither = counts
    one, other = found(*counts), found(both, before, after, neither)
    assert one.difference == -other.difference
    assert (one.p_exact, one.p_mid) == (other.p_exact, other.p_mid)
    for mine, theirs in zip(intervals(one), intervals(other), strict=True):
        assert mine.low == pytest.approx(-theirs.high, abs=1e-9)


@given(tables)
def test_no_instead_of_yes_mirrors(counts: tuple[int, ...]) -> None:
    both, after, before, neither = counts
    one, other = found(*counts), found(neither, after, before, both)
    assert one.newcombe.low == pytest.approx(other.newcombe.low, abs=1e-9)
    assert (one.wald, one.tango) == (other.wald, other.tango)


@given(tables)
def test_the_score_interval_agrees_with_mcnemar(counts: tuple[int, ...]) -> None:
    """At a difference of 0 Tango's statistic is McNemar's."""
    one = found(*counts)
    assume(one.p is not None and abs(one.p - 0.05) > 1e-6)
    assert one.p is not None
    assert one.tango.contains(0) == (one.p > 0.05)


@given(tables)
def test_more_certainty_is_wider(counts: tuple[int, ...]) -> None:
    for usual, sure in zip(
        intervals(found(*counts)), intervals(found(*counts, level=0.99)), strict=True
    ):
        assert sure.low <= usual.low + 1e-12 and usual.high <= sure.high + 1e-12


@given(st.integers(0, 30), st.integers(0, 30))
def test_exact_and_mid_p_by_counting(b: int, c: int) -> None:
    assume(b + c > 0)
    one, n = found(3, b, c, 4), b + c
    chances = [comb(n, k) / 2**n for k in range(n + 1)]
    below = sum(chances[: min(b, c) + 1])
    assert one.p_exact == pytest.approx(min(1, 2 * below))
    half = chances[b] / 2
    assert one.p_mid == pytest.approx(1 - half if b == c else 2 * (below - half))


def test_as_many_one_way_as_the_other() -> None:
    one = found(10, 5, 5, 10)
    assert (one.difference, one.chi2, one.chi2_corrected, one.p_corrected) == (0, 0, 0, 1)
    assert one.p_mid == pytest.approx(1 - comb(10, 5) / 2**10 / 2)


def test_nobody_changed() -> None:
    one = found(10, 0, 0, 30)
    assert (one.difference, one.wald) == (0, Interval(0, 0))
    assert [one.chi2, one.p, one.p_exact, one.p_mid] == [None] * 4
    # Tango: z²/(n + z²) either way.
    limit = 1.959964**2 / (40 + 1.959964**2)
    assert (one.tango.low, one.tango.high) == pytest.approx((-limit, limit), abs=1e-6)
    assert one.newcombe.low < 0 < one.newcombe.high


@pytest.mark.parametrize(("counts", "end"), [((0, 8, 0, 0), 1), ((0, 0, 8, 0), -1)])
def test_everybody_changed(counts: tuple[int, ...], end: float) -> None:
    one = found(*counts)
    near = one.tango.high if end > 0 else -one.tango.low
    assert (one.difference, near) == (end, 1)
    assert one.tango.low < one.tango.high


def test_no_pairs_no_figures() -> None:
    assert yes_no(0, 0, 0, 0) is None


@pytest.mark.parametrize("counts", [(-1, 2, 3, 4), (1, 2.5, 3, 4)])
def test_impossible_pairs_are_refused(counts: tuple[int, ...]) -> None:
    with pytest.raises(BadCounts):
        yes_no(*counts)


def test_a_level_is_a_fraction() -> None:
    with pytest.raises(BadLevel):
        yes_no(1, 2, 3, 4, level=95)
