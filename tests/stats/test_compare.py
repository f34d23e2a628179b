"""Signs and rules: directions, limits, missing figures, and the other rules in use."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from wijzer.model import Direction, Sign
from wijzer.stats.benchmark import (
    BadTarget,
    Graded,
    control_limits,
    double_overlap,
    single_overlap,
    spc,
    target_range,
    two_levels,
)
from wijzer.stats.compare import (
    GgdOutcome,
    against_rest,
    benjamini_hochberg,
    ggd_rule,
    ggd_significant,
    intervals_overlap,
    newcombe,
    points_rule,
    sign,
    z_test,
)
from wijzer.stats.proportion import BadCounts, BadInterval, Interval, wilson

HIGHER, LOWER, NEUTRAL = Direction.HIGHER, Direction.LOWER, Direction.NEUTRAL
OPPOSITE = {
    Sign.FAVOURABLE: Sign.UNFAVOURABLE,
    Sign.UNFAVOURABLE: Sign.FAVOURABLE,
    Sign.SIMILAR: Sign.SIMILAR,
}
# (area, municipality, direction) of the eight pairs printed on the factsheet of Alphen Noord.
PAIRS = [(30, 32, HIGHER), (29, 32, HIGHER), (33, 32, HIGHER), (74, 76, HIGHER), (10, 9, LOWER)]
PAIRS += [(76, 81, HIGHER), (84, 81, HIGHER), (94, 81, HIGHER)]

figures = st.floats(0, 100)
counts = st.integers(1, 800).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
intervals = st.tuples(figures, figures).map(lambda ends: Interval(min(ends), max(ends)))


def test_the_factsheet_signs() -> None:
    found = [sign(*pair, 0.5) for pair in PAIRS]
    plus, minus = Sign.FAVOURABLE, Sign.UNFAVOURABLE
    assert found == [minus, minus, plus, minus, minus, minus, plus, plus]


def test_under_five_points_two_signs_stand() -> None:
    found = [points_rule(*pair) for pair in PAIRS]
    assert [one for one in found if one is not Sign.SIMILAR] == [Sign.UNFAVOURABLE, Sign.FAVOURABLE]


@pytest.mark.parametrize(
    ("value", "benchmark", "direction", "expected"),
    [
        (10, 9, NEUTRAL, Sign.HIGHER),
        (9, 10, NEUTRAL, Sign.LOWER),
        (32, 32, NEUTRAL, Sign.SIMILAR),
        (None, 9, HIGHER, Sign.UNKNOWN),
        (10, nan, LOWER, Sign.UNKNOWN),
        (0, 9, LOWER, Sign.FAVOURABLE),
        (9.4, 9, LOWER, Sign.SIMILAR),
        (9.5, 9, LOWER, Sign.UNFAVOURABLE),
    ],
)
def test_sign(value, benchmark, direction, expected) -> None:  # type: ignore[no-untyped-def]
    assert sign(value, benchmark, direction, 0.5) is expected


@pytest.mark.parametrize(("value", "benchmark"), [(8.2, 3.2), (9.2, 4.2), (3.2, 8.2)])
def test_exactly_the_threshold_earns_a_sign(value: float, benchmark: float) -> None:
    # As floats some of these differ by 4.999…; the reader sees 5.
    assert points_rule(value, benchmark, HIGHER) is not Sign.SIMILAR


def test_equal_is_similar_even_without_a_threshold() -> None:
    assert sign(7, 7, HIGHER, 0) is Sign.SIMILAR


@given(figures, figures, st.floats(0, 10))
def test_signs_flip_with_the_direction(value: float, other: float, within: float) -> None:
    assert sign(value, other, LOWER, within) is OPPOSITE[sign(value, other, HIGHER, within)]


@given(figures, figures, st.floats(0, 10))
def test_signs_flip_with_the_sides(value: float, other: float, within: float) -> None:
    assert sign(other, value, HIGHER, within) is OPPOSITE[sign(value, other, HIGHER, within)]


@given(counts, counts)
def test_newcombe_as_statsmodels_has_it(one: tuple[int, int], two: tuple[int, int]) -> None:
    found = newcombe(*one, *two)
    theirs = confint_proportions_2indep(*one, *two, method="newcomb", compare="diff")
    assert found is not None
    assert (found.interval.low, found.interval.high) == pytest.approx(theirs, abs=1e-9)


@given(counts, counts)
def test_newcombe_turns_with_its_sides(one: tuple[int, int], two: tuple[int, int]) -> None:
    found, turned = newcombe(*one, *two), newcombe(*two, *one)
    assert found is not None and turned is not None
    assert -1 <= found.interval.low <= found.estimate <= found.interval.high <= 1
    assert found.interval.low == pytest.approx(-turned.interval.high, abs=1e-12)
    assert found.certain is turned.certain


def test_newcombe_without_answers() -> None:
    assert newcombe(0, 0, 5, 10) is None
    assert newcombe(None, 10, 5, 10) is None
    with pytest.raises(BadCounts):
        newcombe(11, 10, 5, 10)


@given(counts, counts)
def test_z_test_as_statsmodels_has_it(one: tuple[int, int], two: tuple[int, int]) -> None:
    found = z_test(*one, *two)
    if found is None:
        assert one[0] + two[0] in (0, one[1] + two[1])
    else:
        theirs = proportions_ztest([one[0], two[0]], [one[1], two[1]])
        assert found == pytest.approx(theirs, abs=1e-9)


@given(counts, counts)
def test_area_and_rest_make_the_municipality(area: tuple[int, int], rest: tuple[int, int]) -> None:
    (k, n), (other_k, other_n) = area, rest
    found = against_rest(k, n, k + other_k, n + other_n)
    assert found is not None
    assert found.rest == pytest.approx(other_k / other_n)
    # An area pulls its municipality towards itself: the shown gap is the smaller one.
    assert abs(found.shown) <= abs(found.difference.estimate) + 1e-12


def test_an_area_that_is_the_municipality_has_no_rest() -> None:
    assert against_rest(40, 100, 40, 100) is None
    assert against_rest(40, None, 400, 1000) is None


@pytest.mark.parametrize("counts", [(40, 100, 30, 1000), (4, 100, 99, 101), (5, 100, 9, 90)])
def test_an_area_must_fit_in_its_municipality(counts: tuple[int, int, int, int]) -> None:
    with pytest.raises(BadCounts):
        against_rest(*counts)


def test_ggd_gives_no_figure_below_30() -> None:
    assert ggd_rule(29, 29, 100, 3000).outcome is GgdOutcome.TOO_FEW
    assert ggd_rule(30, 30, 100, 3000).outcome is GgdOutcome.SIGNIFICANT
    assert ggd_rule(30, 30, 100, 3000, minimum=50).share is None
    assert ggd_rule(0, 0, 100, 3000).significant is None


def test_ggd_without_the_number_of_answers_is_unknown() -> None:
    found = ggd_rule(None, None, 100, 3000)
    assert (found.outcome, found.significant) == (GgdOutcome.UNKNOWN, None)


def test_ggd_is_never_significant_at_both_ends() -> None:
    high = ggd_rule(60000, 60000, 59800, 60000)
    low = ggd_rule(0, 60000, 240, 60000)
    assert (high.outcome, low.outcome) == (GgdOutcome.FORCED, GgdOutcome.FORCED)
    assert high.significant is False


@pytest.mark.parametrize(
    ("area", "reference", "expected"),
    [(0.995, 0.998, False), (0.9949, 0.998, True), (0.0049, 0, False), (0.005, 0, True)],
)
def test_the_ends_begin_where_they_are_said_to(
    area: float, reference: float, expected: bool
) -> None:
    assert ggd_significant(area, reference, overlap=False) is expected
    assert not ggd_significant(area, reference, overlap=True)


@given(counts, counts, st.sampled_from([0.9, 0.95]))
def test_ggd_does_not_depend_on_the_sides(
    one: tuple[int, int], two: tuple[int, int], level: float
) -> None:
    assert ggd_rule(*one, *two, level).outcome is ggd_rule(*two, *one, level).outcome


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_several_tests_as_scipy_has_it(p_values: list[float]) -> None:
    expected = false_discovery_control(p_values).tolist()
    assert benjamini_hochberg(p_values) == pytest.approx(expected, abs=1e-12)


def test_a_p_value_is_a_chance() -> None:
    assert benjamini_hochberg([]) == []
    with pytest.raises(BadCounts):
        benjamini_hochberg([0.2, 1.2])


# --- one rule for touching ------------------------------------------------------------------------


@given(intervals, st.floats(0, 50), st.sampled_from(list(Direction)))
def test_touching_is_no_difference(area: Interval, width: float, direction: Direction) -> None:
    touching = Interval(area.high, area.high + width)
    assert intervals_overlap(area, touching) and intervals_overlap(touching, area)
    assert double_overlap(area, touching, direction) is Sign.SIMILAR
    for end in (area.low, area.high):
        assert single_overlap(area, end, direction) is Sign.SIMILAR
        assert two_levels(area, area, end, direction) == Graded(Sign.SIMILAR, False)


@given(st.integers(1, 4000), st.integers(1, 99), st.sampled_from([0.95, 0.998]))
def test_on_a_control_limit_is_no_difference(n: int, percent: int, level: float) -> None:
    limits = wilson(percent / 100 * n, n, level)
    assert limits is not None
    assert spc(limits.high, n, percent / 100, HIGHER, level) is Sign.SIMILAR
    assert spc(limits.low, n, percent / 100, HIGHER, level) is Sign.SIMILAR


@given(intervals, intervals, figures)
def test_rules_flip_with_the_direction(area: Interval, other: Interval, value: float) -> None:
    assert double_overlap(area, other, LOWER) is OPPOSITE[double_overlap(area, other, HIGHER)]
    assert single_overlap(area, value, LOWER) is OPPOSITE[single_overlap(area, value, HIGHER)]


def test_between_the_two_levels_is_weak() -> None:
    narrow, wide = Interval(2.5, 2.7), Interval(2.3, 2.9)
    found = [two_levels(narrow, wide, x, NEUTRAL) for x in (2.9, 2.91, 2.3, 2.29)]
    assert [one.strong for one in found] == [False, True, False, True]
    assert [one.sign for one in found] == [Sign.LOWER, Sign.LOWER, Sign.HIGHER, Sign.HIGHER]
    with pytest.raises(BadInterval):
        two_levels(wide, narrow, 2, NEUTRAL)


def test_other_rules_without_figures() -> None:
    area = Interval(1, 2)
    assert single_overlap(None, 1, HIGHER) is Sign.UNKNOWN
    assert single_overlap(area, None, HIGHER) is Sign.UNKNOWN
    assert double_overlap(area, None, HIGHER) is Sign.UNKNOWN
    assert two_levels(area, None, 3, HIGHER) == Graded(Sign.UNKNOWN, False)
    assert two_levels(area, area, None, HIGHER) == Graded(Sign.UNKNOWN, False)
    assert spc(None, 10, 0.5, HIGHER) is Sign.UNKNOWN
    assert spc(0.5, 0, 0.5, HIGHER) is Sign.UNKNOWN
    assert control_limits(0.5, 0) is None
    assert target_range(nan, 1, 2, HIGHER) is Sign.UNKNOWN


@pytest.mark.parametrize(
    ("n", "level", "low", "high"),
    [(41, 0.95, 0.68548635, 0.9273626), (41, 0.998, 0.61574398, 0.99710497)],
)
def test_more_published_control_limits(n: int, level: float, low: float, high: float) -> None:
    found = control_limits(0.80642448, n, level)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), rel=3e-6)


def test_more_published_spc() -> None:
    for level in (0.95, 0.998):
        found = spc(0.12474645, 1972, 0.089611086876, LOWER, level)
        assert found is Sign.UNFAVOURABLE


@given(st.floats(0, 1), st.integers(1, 5000))
def test_control_limits_narrow_towards_the_benchmark(benchmark: float, n: int) -> None:
    found, more = control_limits(benchmark, n), control_limits(benchmark, 4 * n)
    assert found is not None and more is not None
    assert 0 <= found.low <= more.low <= benchmark <= more.high <= found.high <= 1


@pytest.mark.parametrize("benchmark", [-0.1, 1.1, 32])
def test_a_benchmark_of_shares_is_a_share(benchmark: float) -> None:
    with pytest.raises(BadCounts):
        control_limits(benchmark, 10)
    with pytest.raises(BadCounts):
        spc(0.3, 10, benchmark, HIGHER)


def test_a_target_runs_upwards() -> None:
    assert target_range(1, 1, 1, HIGHER) is Sign.FAVOURABLE
    assert target_range(2, 1, 2, NEUTRAL) is Sign.HIGHER
    with pytest.raises(BadTarget):
        target_range(1.5, 2, 1, HIGHER)
