"""Change over time: by year, within a segment, from enough figures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.model import Break, Change
from wijzer.stats.proportion import BadCounts, BadInterval
from wijzer.stats.trend import (
    BadSeries,
    Point,
    Survey,
    break_between,
    five_points,
    five_points_proportion,
    newest_pair,
    segments,
    two_points,
    two_surveys,
)

VALUES = [24.67, 24.6, 28, 30.2, 30.6]
LOWS = [23.16, 23.15, 26.44, 28.63, 28.98]
HIGHS = [26.25, 26.19, 29.64, 31.9, 32.25]
YEARS = [2014, 2015, 2016, 2017, 2018]
HITS = [994, 1023, 1199, 1332, 1367]
ANSWERS = [40299, 41527, 42811, 44064, 44701]
ASKED_ANEW = Break(2024, "de vraag is veranderd")

year_lists = st.lists(st.integers(2000, 2030), max_size=15)
break_lists = st.lists(st.integers(2000, 2030).map(lambda y: Break(y, "")), max_size=4)


def test_the_published_slope() -> None:
    found = five_points(VALUES, LOWS, HIGHS, YEARS)
    assert found.slope == pytest.approx(1.7516, abs=5e-5)
    assert found.chi2 == pytest.approx(46.77, abs=5e-3)
    assert found.change is Change.INCREASING


@given(st.permutations(range(5)))
def test_order_is_by_year_not_by_place(order: list[int]) -> None:
    def shuffled(column: list) -> list:  # type: ignore[type-arg]
        return [column[i] for i in order]

    found = five_points(*map(shuffled, (VALUES, LOWS, HIGHS, YEARS)))
    assert found == five_points(VALUES, LOWS, HIGHS, YEARS)
    shares = five_points_proportion(*map(shuffled, (HITS, ANSWERS, YEARS)))
    assert shares == five_points_proportion(HITS, ANSWERS, YEARS)


def test_a_trend_upside_down_goes_down() -> None:
    lows, highs = [-x for x in HIGHS], [-x for x in LOWS]
    found = five_points([-x for x in VALUES], lows, highs)
    assert found.change is Change.DECREASING
    misses = [n - k for k, n in zip(HITS, ANSWERS, strict=True)]
    assert five_points_proportion(misses, ANSWERS).change is Change.DECREASING


def test_only_the_last_five_count() -> None:
    more = five_points([99, *VALUES], [98, *LOWS], [100, *HIGHS], [2013, *YEARS])
    assert more == five_points(VALUES, LOWS, HIGHS, YEARS)


def test_one_figure_does_not_make_a_trend() -> None:
    # A single jump: the slope is certain, but turns when the last figure is left out.
    values = [10.4, 10.3, 10.2, 10.1, 20]
    found = five_points(values, [x - 0.5 for x in values], [x + 0.5 for x in values])
    assert found.chi2 is not None and found.chi2 > 9.55
    assert found.change is Change.NO_CHANGE


@pytest.mark.parametrize(
    ("column", "place", "value"), [(0, 2, None), (1, 0, None), (2, 4, float("nan"))]
)
def test_no_trend_with_a_gap(column: int, place: int, value: float | None) -> None:
    columns: list[list[float | None]] = [list(VALUES), list(LOWS), list(HIGHS)]
    columns[column][place] = value
    assert five_points(*columns, YEARS).change is Change.NOT_CALCULATED


def test_no_trend_from_four_or_none() -> None:
    assert five_points(VALUES[1:], LOWS[1:], HIGHS[1:]).change is Change.NOT_CALCULATED
    assert five_points([], [], []).change is Change.NOT_CALCULATED
    assert five_points(VALUES, VALUES, VALUES).change is Change.NOT_CALCULATED


def test_no_trend_from_periods_that_overlap() -> None:
    assert five_points(VALUES, LOWS, HIGHS, YEARS, span=3).change is Change.NOT_CALCULATED
    apart = [2006, 2009, 2012, 2015, 2018]
    assert five_points(VALUES, LOWS, HIGHS, apart, span=3).change is Change.INCREASING


def test_no_trend_across_a_break() -> None:
    cut = [Break(2015, "")]
    assert five_points(VALUES, LOWS, HIGHS, YEARS, cut).change is Change.NOT_CALCULATED
    assert five_points_proportion(HITS, ANSWERS, YEARS, cut).change is Change.NOT_CALCULATED
    before = [Break(2014, "")]
    assert five_points(VALUES, LOWS, HIGHS, YEARS, before).change is Change.INCREASING


def test_years_that_are_far_apart_weigh_as_such() -> None:
    uneven = five_points(VALUES, LOWS, HIGHS, [2010, 2015, 2016, 2017, 2018])
    assert uneven.slope != five_points(VALUES, LOWS, HIGHS, YEARS).slope


def test_impossible_series_are_refused() -> None:
    with pytest.raises(BadSeries):
        five_points(VALUES, LOWS, HIGHS, [2014, 2014, 2016, 2017, 2018])
    with pytest.raises(BadSeries):
        five_points(VALUES, LOWS[1:], HIGHS)
    with pytest.raises(BadInterval):
        five_points(VALUES, HIGHS, LOWS)
    with pytest.raises(BadCounts):
        five_points_proportion([6, 3, 1, 1, 2], [5, 5, 5, 4, 4])


@pytest.mark.parametrize("hits", [[0, 3, 1, 1, 2], [4, 3, 1, 1, 4]])
def test_no_trend_of_shares_with_0_or_100_percent(hits: list[int]) -> None:
    assert five_points_proportion(hits, [5, 5, 5, 4, 4]).change is Change.NOT_CALCULATED


def test_two_points_take_the_last_two_by_year() -> None:
    then, now = Point(2020, 2, 1.9, 2.1), Point(2024, 1, 0.9, 1.1)
    early = Point(2012, 0.5, 0.4, 0.6)
    assert two_points([now, early, then]) is Change.DECREASING
    assert two_points([then, now, early]) is Change.DECREASING
    assert two_points([early, then]) is Change.INCREASING


def test_two_points_that_touch_are_no_change() -> None:
    assert two_points([Point(1, 2, 1, 3), Point(2, 4, 3, 5)]) is Change.NO_CHANGE


@pytest.mark.parametrize(
    "now", [Point(2024, None, 0.9, 1.1), Point(2024, 1, None, 1.1), Point(2024, 1, 0.9, None)]
)
def test_two_points_without_a_figure(now: Point) -> None:
    then = Point(2020, 2, 1.9, 2.1)
    assert two_points([then, now]) is Change.NOT_CALCULATED
    assert two_points([then]) is Change.NOT_CALCULATED


def test_newcombe_sees_what_overlap_hides() -> None:
    then, now = Survey(2020, 66, 300), Survey(2024, 90, 300)
    found = two_surveys([now, then])
    assert (found.change, found.then, found.now) == (Change.INCREASING, 2020, 2024)
    assert found.difference is not None
    assert found.difference.estimate == pytest.approx(0.08)
    ends = (found.difference.interval.low, found.difference.interval.high)
    assert ends == pytest.approx((0.010, 0.149), abs=5e-4)
    legacy = [Point(2020, 22, 17.7, 27.0), Point(2024, 30, 25.1, 35.4)]
    assert two_points(legacy) is Change.NO_CHANGE


def test_surveys_that_say_nothing() -> None:
    then, now = Survey(2020, 66, 300), Survey(2024, 70, 300)
    assert two_surveys([then, now]).change is Change.NO_CHANGE
    assert two_surveys([Survey(2020, 90, 300), Survey(2024, 60, 300)]).change is Change.DECREASING
    assert two_surveys([then]).change is Change.NOT_CALCULATED
    assert two_surveys([then, Survey(2024, None, None)]).change is Change.NOT_CALCULATED
    assert two_surveys([then, Survey(2024, 0, 0)]).change is Change.NOT_CALCULATED
    assert two_surveys([then, now], breaks=[ASKED_ANEW]).change is Change.NOT_CALCULATED
    with pytest.raises(BadSeries):
        two_surveys([then, then])


def test_segments_by_hand() -> None:
    years = [2024, 2012, 2020, 2016, 2022]
    assert segments(years, [ASKED_ANEW]) == ((2012, 2016, 2020, 2022), (2024,))
    assert segments(years, []) == ((2012, 2016, 2020, 2022, 2024),)
    assert segments([], [ASKED_ANEW]) == ()


def test_the_newest_pair_has_no_break_between() -> None:
    assert newest_pair([2024, 2020, 2022], []) == (2022, 2024)
    assert newest_pair([2024, 2020, 2022], [ASKED_ANEW]) is None
    assert newest_pair([2024], []) is None
    assert newest_pair([], []) is None
    assert break_between(2024, 2022, [ASKED_ANEW]) is ASKED_ANEW
    assert break_between(2024, 2025, [ASKED_ANEW]) is None


@given(year_lists, break_lists)
def test_segments_keep_every_year_and_cut_at_every_break(
    years: list[int], breaks: list[Break]
) -> None:
    parts = segments(years, breaks)
    assert [year for part in parts for year in part] == sorted(set(years))
    for part in parts:
        assert break_between(part[0], part[-1], breaks) is None
    for early, late in pairwise(parts):
        assert break_between(early[-1], late[0], breaks) is not None
