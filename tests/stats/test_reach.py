"""Reach: by hand, what is refused, and what always holds."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.stats.compare import newcombe
from wijzer.stats.people import Size, counted
from wijzer.stats.proportion import BadCounts, Interval, wilson
from wijzer.stats.reach import (
    BadFunnel,
    Intensity,
    Unique,
    drop_out,
    estimated,
    funnel,
    gap,
    intensity,
    participation,
    precision,
    reach,
    share,
    summed,
    unique,
)

counts = st.integers(0, 300)
rounded = st.integers(0, 500).map(lambda n: counted(5 * n, 5))
groups = st.lists(st.sets(st.sampled_from("abcdefghij")), max_size=6)


def test_reach_by_hand() -> None:
    # 30 of 150, which CBS rounded: 146 to 154 people.
    found = reach(30, counted(150, 5))
    assert found is not None
    assert found.value == 0.2
    assert found.by_size == Interval(30 / 154, 30 / 146)
    assert found.wilson == wilson(30, 150)


def test_a_group_holds_those_reached_in_it() -> None:
    # 7 of a group printed as 5, which may be 9: at least 7.
    found = reach(7, counted(5, 5))
    assert found is not None
    assert (found.value, found.by_size) == (1, Interval(7 / 9, 1))


@given(counts, rounded)
def test_no_share_leaves_0_to_1(reached: int, size: Size) -> None:
    if reached > size.high:
        with pytest.raises(BadCounts):
            reach(reached, size)
        return
    found = reach(reached, size)
    if found is None:
        assert reached == size.count == 0
        return
    assert 0 <= found.by_size.low <= found.value <= found.by_size.high <= 1
    assert found.wilson.contains(found.value)
    assert (found.value == 0) == (reached == 0)


@given(st.integers(10, 500), st.integers(1, 300), st.integers(-4, 4))
def test_the_true_share_lies_within_the_rounding(fives: int, reached: int, off: int) -> None:
    true = 5 * fives + off
    found = reach(min(reached, true), counted(5 * fives, 5))
    assert found is not None
    assert found.by_size.contains(min(reached, true) / true)


@pytest.mark.parametrize(
    ("reached", "size"),
    [(None, counted(50, 5)), (nan, counted(50, 5)), (5, None), (5, Size(nan, nan, nan))],
)
def test_no_reach_without_figures(reached: float | None, size: Size | None) -> None:
    assert reach(reached, size) is None


def test_an_empty_group_has_no_reach() -> None:
    assert reach(0, counted(0, 5)) is None
    assert reach(0, counted(0, 0)) is None


def test_fewer_than_nobody_and_more_than_everybody_are_refused() -> None:
    with pytest.raises(BadCounts):
        reach(-1, counted(50, 5))
    with pytest.raises(BadCounts):
        reach(55, counted(50, 5))


def test_an_estimated_size_by_hand() -> None:
    # 10% (8% to 12%) of 2000 inhabitants, rounded: 1996 to 2004.
    size = estimated(0.10, Interval(0.08, 0.12), counted(2000, 5))
    assert size == Size(200, pytest.approx(159.68), pytest.approx(240.48))
    found = reach(40, size)
    assert found is not None
    assert (found.by_size.low, found.by_size.high) == pytest.approx((40 / 240.48, 40 / 159.68))


def test_no_estimate_without_its_parts() -> None:
    size, interval = counted(2000, 0), Interval(0.08, 0.12)
    assert estimated(None, interval, size) is None
    assert estimated(0.1, None, size) is None
    assert estimated(0.1, interval, None) is None
    assert estimated(nan, interval, size) is None


@pytest.mark.parametrize(
    ("part", "interval"),
    [(0.2, Interval(0.08, 0.12)), (10, Interval(8, 12)), (0.1, Interval(-0.1, 0.3))],
)
def test_an_impossible_estimate_is_refused(part: float, interval: Interval) -> None:
    with pytest.raises(BadCounts):
        estimated(part, interval, counted(2000, 0))


def test_a_sum_of_rounded_cells() -> None:
    assert summed([45, 30, 60]) == Size(135, 123, 147)
    assert summed([0]) == Size(0, 0, 4)
    assert summed([]) is None
    assert summed([45, None]) is None
    assert summed([45, nan]) is None
    with pytest.raises(BadCounts):
        summed([45, -5])


def test_precision_by_hand() -> None:
    found = precision(30, 10, 10)
    assert found is not None and found.share is not None
    assert (found.share.value, found.unknown) == (0.75, 0.2)
    assert found.share.interval == wilson(30, 40)


def test_precision_of_nobody_known_and_of_nobody() -> None:
    found = precision(0, 0, 3)
    assert found is not None
    assert (found.share, found.unknown) == (None, 1)
    assert precision(0, 0) is None
    for given_counts in ((-1, 3, 0), (3, -1, 0), (3, 3, -1)):
        with pytest.raises(BadCounts):
            precision(*given_counts)


def test_unique_people_by_hand() -> None:
    assert unique([{"a", "b", "c"}, ["b", "c", "d", "d"]]) == Unique(4, 4, 6)
    assert unique([], [3, 3]) == Unique(3, 6, 6)
    assert unique([{"a", "b"}], [5]) == Unique(5, 7, 7)
    assert unique([]) == Unique(0, 0, 0)
    assert unique([{"a"}]).exact and not unique([], [1, 2]).exact
    with pytest.raises(BadCounts):
        unique([], [3, -1])


@given(groups, groups)
def test_bounds_hold_the_true_number(matched: list[set[str]], loose: list[set[str]]) -> None:
    found = unique(matched, [len(people) for people in loose])
    true = len(set().union(*matched, *loose))
    assert found.low <= true <= found.high <= found.total
    assert loose or found.exact


@given(groups, groups)
def test_a_key_only_narrows_the_bounds(matched: list[set[str]], loose: list[set[str]]) -> None:
    without = unique(matched, [len(people) for people in loose])
    with_key = unique([*matched, *loose])
    assert without.low <= with_key.low <= with_key.high <= without.high
    assert without.total == with_key.total


def test_participation_by_hand() -> None:
    found = participation(30, 60, 40)
    assert found is not None
    assert (found.rate.value, found.sensitivity.value) == (0.5, 0.3)
    assert found.rate.interval == wilson(30, 60)
    assert participation(0, 0) is None
    assert participation(None, 60) is None
    assert participation(30, None) is None
    assert participation(30, 60, None) is None
    for given_counts in ((61, 60, 0), (-1, 60, 0), (30, 60, -1)):
        with pytest.raises(BadCounts):
            participation(*given_counts)


@given(counts, counts, counts)
def test_the_careful_rate_is_never_higher(started: int, more: int, unknown: int) -> None:
    found = participation(started, started + more, unknown)
    if found is None:
        assert started + more == 0
        return
    assert found.sensitivity.value <= found.rate.value


STEPS = {"approached": 200, "enrolled": 50, "started": 40, "finished": 10}


def test_a_funnel_by_hand() -> None:
    found = funnel(STEPS)
    assert [one.name for one in found] == list(STEPS)
    assert [one.of_first and one.of_first.value for one in found] == [1, 0.25, 0.2, 0.05]
    assert [one.of_previous and one.of_previous.value for one in found] == [None, 0.25, 0.8, 0.25]
    assert found[3].of_previous == share(10, 40)


def test_a_funnel_that_grows_names_the_step() -> None:
    with pytest.raises(BadFunnel, match="started") as refused:
        funnel(STEPS | {"started": 51})
    assert refused.value.step == "started"
    with pytest.raises(BadFunnel, match="finished"):  # also past a missing step
        funnel({"enrolled": 5, "started": None, "finished": 6})
    with pytest.raises(BadCounts):
        funnel({"enrolled": -5})
    assert funnel({"enrolled": 5, "started": 5})[1].of_first == share(5, 5)


def test_a_missing_step_is_no_0() -> None:
    found = funnel({"approached": 20, "enrolled": None, "started": 5})
    assert (found[1].of_previous, found[1].of_first, found[2].of_previous) == (None, None, None)
    assert found[2].of_first == share(5, 20)
    empty = funnel({"approached": 0, "enrolled": 0})
    assert [(one.count, one.of_first) for one in empty] == [(0, None), (0, None)]
    assert funnel({}) == ()


@given(st.lists(counts, min_size=1))
def test_a_funnel_is_refused_just_when_it_grows(sizes: list[int]) -> None:
    steps = {str(i): size for i, size in enumerate(sizes)}
    if sizes != sorted(sizes, reverse=True):
        with pytest.raises(BadFunnel):
            funnel(steps)
        return
    shares = [one.of_first.value for one in funnel(steps) if one.of_first]
    assert shares == sorted(shares, reverse=True)


def test_intensity_by_hand() -> None:
    # 1/4, 6/8 and 10/10; the fourth enrolled after the last session.
    assert intensity([(1, 4), (10, 10), (6, 8), (0, 0)]) == Intensity(0.75, 3, 1)
    assert intensity([(1, 4), (3, 4)]) == Intensity(0.5, 2, 0)
    assert intensity([(0, 4), (3, 4)]) == Intensity(0.375, 2, 0)  # who never came counts
    assert intensity([(0, 0)]) is None
    assert intensity([]) is None
    with pytest.raises(BadCounts):
        intensity([(5, 4)])


def test_drop_out_by_hand() -> None:
    found = drop_out(40, {"moved": 4, "unknown": 6})
    assert found is not None
    assert (found.total.k, found.total.value) == (10, 0.25)
    assert found.reasons == {"moved": share(4, 40), "unknown": share(6, 40)}
    nobody = drop_out(40, {})
    assert nobody is not None
    assert (nobody.total.value, nobody.reasons) == (0, {})


def test_no_drop_out_of_nobody_and_none_that_cannot_be() -> None:
    assert drop_out(0, {}) is None
    assert drop_out(None, {"moved": 1}) is None
    with pytest.raises(BadCounts):
        drop_out(5, {"moved": 4, "unknown": 2})
    with pytest.raises(BadCounts):
        drop_out(5, {"moved": 4, "unknown": -2})


def test_a_gap_by_hand() -> None:
    found = gap(share(30, 100), share(40, 200))
    assert found is not None
    assert found.ratio == pytest.approx(1.5)
    assert found.difference == newcombe(30, 100, 40, 200)
    assert found.difference.estimate == pytest.approx(0.1)


def test_a_gap_needs_both_sides() -> None:
    assert gap(None, share(40, 200)) is None
    assert gap(share(30, 100), share(0, 0)) is None
    found = gap(share(30, 100), share(0, 200))
    assert found is not None
    assert found.ratio is None
    assert found.difference.estimate == pytest.approx(0.3)


@given(counts, counts, counts, counts)
def test_a_gap_mirrors(k1: int, more1: int, k2: int, more2: int) -> None:
    one, other = share(k1, k1 + more1), share(k2, k2 + more2)
    forth, back = gap(one, other), gap(other, one)
    assert (forth is None) == (back is None) == (one is None or other is None)
    if forth is not None and back is not None:
        assert forth.difference.estimate == -back.difference.estimate
        assert not (forth.ratio and back.ratio) or forth.ratio * back.ratio == pytest.approx(1)


def test_a_share_is_missing_without_its_counts() -> None:
    assert share(None, 5) is None
    assert share(nan, 5) is None
    assert share(0, 0) is None
    with pytest.raises(BadCounts):
        share(6, 5)
