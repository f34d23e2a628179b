"""Goals: progress both ways, what an interval supports, and what running interventions cover."""

from math import nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijzer.stats.plan import (
    BadPlan,
    Course,
    Coverage,
    Running,
    course,
    coverage,
    off_focus,
    progress,
    progress_interval,
)
from wijzer.stats.proportion import BadInterval, Interval

# Tenths of a percentage point: figures as they are printed.
figures = st.integers(0, 1000).map(lambda tenths: tenths / 10)
times = st.integers(-20, 120).map(lambda percent: percent / 100)
intervals = st.tuples(figures, figures).map(lambda ends: Interval(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("baseline", "target", "current", "expected"),
    [
        (10, 8, 9.2, 0.4),  # -0.8 / -2
        (10, 8, 11, -0.5),  # 1 / -2: worse than at the start
        (10, 8, 7, 1.5),  # -3 / -2: past the target
        (60, 70, 62.5, 0.25),  # 2.5 / 10
        (0, 5, 0, 0),
        (-2, 2, 1, 0.75),  # 3 / 4
    ],
)
def test_progress_by_hand(baseline: float, target: float, current: float, expected: float) -> None:
    assert progress(baseline, target, current) == pytest.approx(expected)


@pytest.mark.parametrize(
    "given_figures",
    [
        (None, 8, 9),
        (10, None, 9),
        (10, 8, None),
        (nan, 8, 9),
        (10, nan, 9),
        (10, 8, nan),
        (8, 8, 8),
    ],
)
def test_no_progress_without_all_figures(given_figures) -> None:  # type: ignore[no-untyped-def]
    baseline, target, current = given_figures
    assert progress(baseline, target, current) is None
    assert progress_interval(baseline, target, current, current) is None


def test_an_interval_needs_both_ends() -> None:
    assert progress_interval(10, 8, 9, None) is None
    assert progress_interval(10, 8, nan, 9) is None


@given(figures, figures, figures)
def test_from_baseline_to_target_and_mirrored(baseline: float, target: float, now: float) -> None:
    assume(baseline != target)
    assert progress(baseline, target, baseline) == 0
    assert progress(baseline, target, target) == 1
    forth, back = progress(baseline, target, now), progress(target, baseline, now)
    assert forth is not None and back is not None
    assert forth + back == pytest.approx(1)
    assert progress(-baseline, -target, -now) == forth


def test_an_interval_of_progress_by_hand() -> None:
    # 8.4 is 1.6 / 2 of the way from 10 to 8, and 9.6 is 0.4 / 2.
    found = progress_interval(10, 8, 8.4, 9.6)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.2, 0.8))
    with pytest.raises(BadInterval):
        progress_interval(10, 8, 9.6, 8.4)


@given(figures, figures, intervals, st.integers(0, 10))
def test_an_interval_holds_the_progress_of_its_values(
    baseline: float, target: float, current: Interval, tenth: int
) -> None:
    assume(baseline != target)
    found = progress_interval(baseline, target, current.low, current.high)
    inside = progress(baseline, target, current.low + tenth / 10 * (current.high - current.low))
    assert found is not None and inside is not None
    assert found.low - 1e-9 <= inside <= found.high + 1e-9


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        # From 60 to 70 at 40% of the time: 64 is expected.
        (64.1, 69, Course.ON_COURSE),
        (64, 64.2, Course.ON_COURSE),  # the worst end is on the expected value
        (63.9, 69, Course.UNCERTAIN),
        (61, 71, Course.UNCERTAIN),
        (55, 64, Course.UNCERTAIN),  # the best end is
        (55, 63.9, Course.BEHIND),
        (50, 58, Course.BEHIND),
        (69.9, 75, Course.ON_COURSE),
        (70, 75, Course.REACHED),
        (71, 75, Course.REACHED),
    ],
)
def test_a_course_by_hand(low: float, high: float, expected: Course) -> None:
    assert course(60, 70, Interval(low, high), 0.4) is expected
    assert course(40, 30, Interval(100 - high, 100 - low), 0.4) is expected  # lower is better


def test_a_limit_is_not_decided_by_a_float() -> None:
    # 10 - 0.3·2 = 9.4, but (9.4 - 10) / (8 - 10) is a hair below 0.3 in floats.
    assert (9.4 - 10) / (8 - 10) < 0.3
    assert course(10, 8, Interval(9, 9.4), 0.3) is Course.ON_COURSE
    assert course(10, 8, Interval(9.4, 9.9), 0.3) is Course.UNCERTAIN


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (-1, Course.ON_COURSE), (0, Course.ON_COURSE), (0.2, Course.ON_COURSE),
        (0.3, Course.UNCERTAIN), (0.6, Course.UNCERTAIN), (0.7, Course.BEHIND),
        (1, Course.BEHIND), (3, Course.BEHIND),
    ],
)  # fmt: skip
def test_time_is_cut_off(time: float, expected: Course) -> None:
    assert course(60, 70, Interval(62, 66), time) is expected


def test_nothing_is_expected_before_the_start_and_no_more_after_the_end() -> None:
    assert course(60, 70, Interval(58, 59), -1) is Course.BEHIND
    assert course(60, 70, Interval(66, 71), 3) is Course.UNCERTAIN


def test_no_course_without_an_interval_or_a_way_to_go() -> None:
    held = Interval(64, 69)
    assert course(60, 70, held, 0.4) is Course.ON_COURSE
    assert course(60, 70, None, 0.4) is Course.UNKNOWN
    assert course(None, 70, held, 0.4) is Course.UNKNOWN
    assert course(60, None, held, 0.4) is Course.UNKNOWN
    assert course(60, 70, held, None) is Course.UNKNOWN
    assert course(60, 70, held, nan) is Course.UNKNOWN
    assert course(60, 60, held, 0.4) is Course.UNKNOWN


@given(figures, figures, times)
def test_never_on_course_without_an_interval(baseline: float, target: float, time: float) -> None:
    assert course(baseline, target, None, time) is Course.UNKNOWN


@given(figures, figures, intervals, times, st.integers(0, 10))
def test_what_is_said_holds_for_every_value_in_the_interval(
    baseline: float, target: float, current: Interval, time: float, tenth: int
) -> None:
    found = course(baseline, target, current, time)
    done = progress(baseline, target, current.low + tenth / 10 * (current.high - current.low))
    if done is None:
        assert found is Course.UNKNOWN
        return
    assert found is not Course.UNKNOWN
    expected = min(1, max(0, time))
    assert found is not Course.REACHED or done >= 1 - 1e-8
    assert found is not Course.ON_COURSE or expected - 1e-8 <= done
    assert found is not Course.BEHIND or done < expected + 1e-8
    assert time < 1 or found is not Course.ON_COURSE


@given(figures, figures, intervals, times)
def test_uncertain_is_an_interval_that_holds_the_expected_value(
    baseline: float, target: float, current: Interval, time: float
) -> None:
    assume(course(baseline, target, current, time) is Course.UNCERTAIN)
    expected = baseline + min(1, max(0, time)) * (target - baseline)
    assert current.low - 1e-6 <= expected <= current.high + 1e-6


@given(figures, figures, intervals, times)
def test_a_course_is_the_same_upside_down(
    baseline: float, target: float, current: Interval, time: float
) -> None:
    mirrored = Interval(-current.high, -current.low)
    assert course(-baseline, -target, mirrored, time) is course(baseline, target, current, time)


def test_coverage_by_hand() -> None:
    # Two of three themes and two of four pillars; the first theme has nothing running.
    found = coverage(
        ["geld", "bewegen", "cohesie"],
        [Running(["cohesie", "bewegen"], [4]), Running(["taal"], [2, 4]), Running([], [])],
    )
    assert found == Coverage(pytest.approx(2 / 3), (2, 4), 0.5, ("geld",))


def test_nothing_prioritised_is_not_a_coverage_of_nothing() -> None:
    assert coverage([], []) == Coverage(None, (), 0, ())
    assert coverage(["geld"], []) == Coverage(0, (), 0, ("geld",))
    assert coverage(["geld", "geld", "taal"], [Running(["geld"], [1])]).theme_coverage == 0.5


@pytest.mark.parametrize("pillar", [0, 5])
def test_a_fifth_pillar_is_refused(pillar: int) -> None:
    with pytest.raises(BadPlan):
        coverage(["geld"], [Running(["geld"], [1, pillar])])


themes = st.lists(st.sampled_from("abcdef"), unique=True)
interventions = st.lists(
    st.builds(Running, st.lists(st.sampled_from("abcdefgh")), st.lists(st.integers(1, 4)))
)


@given(themes, interventions)
def test_covered_and_uncovered_make_the_whole(chosen: list[str], running: list[Running]) -> None:
    found = coverage(chosen, iter(running))
    covered = [theme for theme in chosen if any(theme in one.themes for one in running)]
    assert sorted([*covered, *found.uncovered]) == sorted(chosen)
    assert list(found.uncovered) == [theme for theme in chosen if theme not in covered]
    assert found.theme_coverage == (len(covered) / len(chosen) if chosen else None)
    assert found.pillar_coverage == len(found.pillars_covered) / 4
    assert set(found.pillars_covered) == {pillar for one in running for pillar in one.pillars}


@given(themes, interventions, interventions)
def test_more_running_never_covers_less(chosen, some, more) -> None:  # type: ignore[no-untyped-def]
    before, after = coverage(chosen, some), coverage(chosen, [*some, *more])
    assert before.pillar_coverage <= after.pillar_coverage
    assert (before.theme_coverage or 0) <= (after.theme_coverage or 0)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ({"bewegen": 40, "cohesie": 25, None: 15}, 0.1875),  # 15 / 80
        ({"bewegen": 40}, 0),
        ({None: 3}, 1),
        ({None: 0, "bewegen": 4}, 0),
        ({}, None),
        ({None: 0, "bewegen": 0}, None),
        ({None: 5, "bewegen": nan}, None),
        ({None: nan}, None),
    ],
)
def test_hours_off_focus(hours: dict[str | None, float], expected: float | None) -> None:
    assert off_focus(hours) == expected


@pytest.mark.parametrize("hours", [{None: -1, "bewegen": 4}, {None: 4, "bewegen": -1}])
def test_negative_hours_are_refused(hours: dict[str | None, float]) -> None:
    with pytest.raises(BadPlan):
        off_focus(hours)
