"""The mix of participants: by hand, what is refused, and what always holds."""

from math import exp, nan, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chisquare

from wijzer.stats.proportion import BadCounts, Interval, wilson
from wijzer.stats.representation import (
    BadShares,
    Group,
    Presence,
    goodness_of_fit,
    index,
    presence,
    ratio_interval,
    representation,
)

NAMES = "abcdef"
mixes = st.integers(2, 6).flatmap(
    lambda k: st.tuples(
        st.lists(st.integers(0, 200), min_size=k, max_size=k),
        st.lists(st.integers(1, 200), min_size=k, max_size=k),
    )
)


def made(mix: tuple[list[int], list[int]]) -> tuple[dict[str, int], dict[str, float]]:
    """Counts and target shares by name."""
    observed, sizes = mix
    shares = {name: size / sum(sizes) for name, size in zip(NAMES, sizes, strict=False)}
    return dict(zip(NAMES, observed, strict=False)), shares


def test_a_mix_by_hand() -> None:
    found = representation({"young": 20, "old": 80, "unknown": 7}, {"young": 0.4, "old": 0.6})
    young, old = found.groups
    assert (found.n, found.unplaced) == (100, 7)
    assert (young.share, young.ratio, young.difference) == pytest.approx((0.2, 0.5, -0.2))
    assert (old.share, old.ratio, old.difference) == pytest.approx((0.8, 4 / 3, 0.2))
    assert (young.presence, old.presence) == (Presence.UNDER, Presence.OVER)
    factor = exp(1.959964 * sqrt(0.8 / 20))
    assert young.ratio_interval is not None
    assert young.ratio_interval.low == pytest.approx(0.5 / factor, abs=1e-6)
    assert young.ratio_interval.high == pytest.approx(0.5 * factor, abs=1e-6)
    around = wilson(20, 100)
    assert around is not None and young.difference_interval is not None
    assert young.difference_interval.low == pytest.approx(around.low - 0.4)
    assert young.difference_interval.high == pytest.approx(around.high - 0.4)
    assert found.index == pytest.approx(0.8)  # 1 - ½·(0.2 + 0.2)
    assert found.test is not None
    assert found.test.chi2 == pytest.approx(400 / 40 + 400 / 60)
    assert (found.test.df, found.test.merged) == (1, ())


def test_nothing_is_said_of_no_participants() -> None:
    found = representation({"unknown": 3}, {"young": 0.4, "old": 0.6})
    assert found.groups == (Group("young", 0, None, 0.4), Group("old", 0, None, 0.6))
    assert {one.presence for one in found.groups} == {Presence.UNKNOWN}
    assert (found.n, found.unplaced, found.index, found.test) == (0, 3, None, None)
    assert index({"young": 0}, {"young": 1}) is None
    assert goodness_of_fit({"young": 0, "old": 0}, {"young": 0.5, "old": 0.5}) is None
    assert goodness_of_fit({}, {}) is None


@pytest.mark.parametrize("missing", [None, nan])
def test_nothing_is_said_without_all_target_shares(missing: float | None) -> None:
    found = representation({"young": 20, "old": 60}, {"young": 0.4, "old": missing})
    assert [one.share for one in found.groups] == [0.25, 0.75]
    assert {one.ratio for one in found.groups} == {None}
    assert {one.presence for one in found.groups} == {Presence.UNKNOWN}
    assert (found.index, found.test) == (None, None)
    assert representation({"young": 20}, {}).groups == ()


@pytest.mark.parametrize("young", [-0.1, 0.3, 0.5, 40])
def test_shares_that_are_no_division_are_refused(young: float) -> None:
    with pytest.raises(BadShares):
        representation({"young": 20, "old": 60}, {"young": young, "old": 0.6})
    with pytest.raises(BadShares):
        representation({"young": 20, "old": 60}, {"young": -0.1, "old": 1.1})


def test_printed_shares_are_scaled_to_one() -> None:
    found = representation({"a": 20, "b": 20, "c": 20}, {"a": 0.33, "b": 0.33, "c": 0.33})
    assert [one.ratio for one in found.groups] == pytest.approx([1, 1, 1])
    assert found.index == pytest.approx(1)


def test_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(BadCounts):
        representation({"young": -1}, {"young": 1})


@pytest.mark.parametrize(
    ("ratio", "interval", "expected"),
    [
        (0.79, Interval(0.6, 0.99), Presence.UNDER),
        (0.79, Interval(0.6, 1.0), Presence.FITS),  # the end of an interval belongs to it
        (0.80, Interval(0.7, 0.9), Presence.FITS),  # on the limit
        (0.4 / 0.5, Interval(0.7, 0.9), Presence.FITS),
        (0.90, Interval(0.85, 0.95), Presence.FITS),
        (1.25, Interval(1.1, 1.4), Presence.FITS),
        (1.26, Interval(1.1, 1.4), Presence.OVER),
        (1.26, Interval(1.0, 1.6), Presence.FITS),
        (None, None, Presence.UNKNOWN),
        (0.5, None, Presence.UNKNOWN),
        (nan, Interval(0.6, 0.9), Presence.UNKNOWN),
    ],
)
def test_a_verdict_by_hand(
    ratio: float | None, interval: Interval | None, expected: Presence
) -> None:
    assert presence(ratio, interval) is expected


def test_limits_are_a_choice() -> None:
    counts, target = {"a": 450, "b": 550}, {"a": 0.5, "b": 0.5}
    usual = representation(counts, target)
    strict = representation(counts, target, Interval(0.95, 1.05))
    assert [one.presence for one in usual.groups] == [Presence.FITS, Presence.FITS]
    assert [one.presence for one in strict.groups] == [Presence.UNDER, Presence.OVER]


def test_a_group_of_nobody_and_of_everybody() -> None:
    # The log interval does not exist or has no width: Wilson's limits over the target share.
    assert ratio_interval(0, 100, 0.25) == Interval(0, wilson(0, 100).high / 0.25)  # type: ignore[union-attr]
    found = representation({"a": 0, "b": 160}, {"a": 0.25, "b": 0.75})
    assert [one.presence for one in found.groups] == [Presence.UNDER, Presence.OVER]
    # One participant proves nothing.
    single = representation({"a": 0, "b": 1}, {"a": 0.5, "b": 0.5})
    assert [one.presence for one in single.groups] == [Presence.FITS, Presence.FITS]


def test_a_group_that_is_not_in_the_target_population() -> None:
    found = representation({"a": 40, "b": 5}, {"a": 1.0, "b": 0.0})
    assert (found.groups[1].ratio, found.groups[1].presence) == (None, Presence.UNKNOWN)
    assert found.index == pytest.approx(1 - 5 / 45)
    assert found.test is None  # only one group is left
    assert ratio_interval(3, 10, 0) is None
    assert ratio_interval(0, 0, 0.5) is None


def test_small_groups_are_merged_into_the_smallest_neighbour() -> None:
    # Expected 2, 40, 38, 3, 17 of 100: 2 can only go to 40, and 3 goes to 17 rather than 38.
    counts = dict(zip(NAMES, [4, 36, 40, 5, 15], strict=False))
    shares = dict(zip(NAMES, [0.02, 0.40, 0.38, 0.03, 0.17], strict=False))
    found = goodness_of_fit(counts, shares)
    assert found is not None
    assert found.merged == (("a", "b"), ("d", "e"))
    theirs = chisquare([40, 40, 20], [42, 38, 20])
    assert (found.chi2, found.df, found.p) == pytest.approx((theirs.statistic, 2, theirs.pvalue))


def test_merging_goes_on_until_it_is_enough() -> None:
    counts, shares = {"a": 1, "b": 1, "c": 18}, {"a": 0.1, "b": 0.1, "c": 0.8}
    assert goodness_of_fit(counts, shares) is None  # 2 and 2 make 4: still too few
    kept = goodness_of_fit(counts, shares, minimum=4)
    assert kept is not None
    assert (kept.merged, kept.df) == ((("a", "b"),), 1)
    exactly = goodness_of_fit({"a": 5, "b": 5}, {"a": 0.5, "b": 0.5})
    assert exactly is not None  # 5 expected is enough
    assert (exactly.chi2, exactly.p, exactly.merged) == (0, 1, ())


@given(mixes)
def test_the_test_as_scipy_has_it(mix: tuple[list[int], list[int]]) -> None:
    counts, shares = made(mix)
    n = sum(counts.values())
    assume(min(shares.values()) * n >= 5)
    found = goodness_of_fit(counts, shares)
    theirs = chisquare(list(counts.values()), [n * q for q in shares.values()])
    assert found is not None
    assert (found.chi2, found.p) == pytest.approx((theirs.statistic, theirs.pvalue), abs=1e-9)


@given(mixes)
def test_what_holds_for_every_mix(mix: tuple[list[int], list[int]]) -> None:
    counts, shares = made(mix)
    found = representation(counts, shares)
    assume(found.n)
    assert found.index is not None and 0 <= round(found.index, 9) <= 1
    for group in found.groups:
        assert group.ratio is not None and group.ratio_interval is not None
        assert group.ratio_interval.low <= group.ratio + 1e-12
        assert group.ratio <= group.ratio_interval.high + 1e-12
        assert group.difference_interval is not None and group.difference is not None
        assert group.difference_interval.low - 1e-12 <= group.difference
        if group.presence in (Presence.UNDER, Presence.OVER):
            assert not group.ratio_interval.contains(1)
            assert (group.ratio < 1) == (group.presence is Presence.UNDER)
    assert sum(one.difference or 0 for one in found.groups) == pytest.approx(0)


@given(mixes)
def test_merged_groups_keep_everybody(mix: tuple[list[int], list[int]]) -> None:
    counts, shares = made(mix)
    found = representation(counts, shares)
    if found.test is not None:
        gone = sum(len(names) - 1 for names in found.test.merged)
        assert found.test.df == len(counts) - gone - 1
        assert 0 <= found.test.p <= 1


@given(st.lists(st.integers(1, 50), min_size=2, max_size=6), st.integers(1, 20))
def test_the_same_mix_fits(sizes: list[int], times: int) -> None:
    counts, shares = made(([times * size for size in sizes], sizes))
    found = representation(counts, shares)
    assert found.index == pytest.approx(1)
    assert {one.presence for one in found.groups} == {Presence.FITS}
