"""Means, z-scores, quantiles: order, direction, missing parts."""

from math import nan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijzer.model import Direction
from wijzer.stats.spread import (
    AMSTERDAM,
    GGD_NHN,
    SCHEMES,
    SWING,
    BadWeights,
    Scheme,
    quantile_groups,
    spread,
    weighted_mean,
    z_class,
    zscore,
    zscore_of,
)

HIGHER, LOWER, NEUTRAL = Direction.HIGHER, Direction.LOWER, Direction.NEUTRAL
figures = st.lists(st.floats(0, 100), min_size=1, max_size=40)
parts = st.lists(st.tuples(st.floats(0, 100), st.floats(1, 1e5)), min_size=1, max_size=8)


@given(parts)
def test_a_mean_lies_between_its_parts(pairs: list[tuple[float, float]]) -> None:
    values, weights = zip(*pairs, strict=True)
    found = weighted_mean(values, weights)
    assert found is not None
    assert min(values) - 1e-9 <= found <= max(values) + 1e-9


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ([30, None], [1, 1]), ([30, nan], [1, 0]), ([30, 29], [1, None]), ([30, 29], None),
        ([30, 29], [0, 0]), ([], []),
    ],
)  # fmt: skip
def test_no_mean_without_all_parts(values, weights) -> None:  # type: ignore[no-untyped-def]
    assert weighted_mean(values, weights) is None


@pytest.mark.parametrize(("values", "weights"), [([30], [1, 2]), ([30, 29], [1, -1])])
def test_impossible_weights_are_refused(values: list[float], weights: list[float]) -> None:
    with pytest.raises(BadWeights):
        weighted_mean(values, weights)


def test_zscore_by_hand() -> None:
    # Mean 5, population deviation 2 (sample deviation would be 2.14).
    values = [2, 4, 4, 4, 5, 5, 7, 9]
    assert zscore(9, values, HIGHER) == pytest.approx(2)
    assert zscore(9, values, LOWER) == pytest.approx(-2)
    assert zscore(9, [*values, None, nan], NEUTRAL) == pytest.approx(2)


@given(figures, st.floats(0, 100))
def test_zscore_flips_with_the_direction(values: list[float], value: float) -> None:
    one, other = zscore(value, values, HIGHER), zscore(value, values, LOWER)
    assert (one is None) == (other is None)
    assert one is None or one == -other


@given(st.lists(st.integers(0, 100), min_size=2, max_size=40))
def test_zscores_of_all_areas_add_up_to_nothing(values: list[int]) -> None:
    assume(len(set(values)) > 1)
    scores = np.array([zscore(x, values, HIGHER) for x in values], dtype=float)
    assert scores.mean() == pytest.approx(0, abs=1e-9)
    assert scores.std() == pytest.approx(1)


def test_no_zscore_without_spread() -> None:
    assert zscore(0.1, [0.1, 0.1, 0.1], HIGHER) is None
    assert zscore(5, [5], HIGHER) is None
    assert zscore(None, [1, 2, 3], HIGHER) is None
    assert zscore_of(5, 4, 0, HIGHER) is None
    assert zscore_of(5, None, 1, HIGHER) is None
    assert zscore_of(5, 4, nan, HIGHER) is None


@pytest.mark.parametrize(
    ("scheme", "z", "expected"),
    [
        (AMSTERDAM, 0.49, 0), (AMSTERDAM, 0.5, 1), (AMSTERDAM, 1, 2), (AMSTERDAM, -0.99, -1),
        (SWING, 1, 1), (SWING, 1.5, 2), (SWING, -1.5, -2), (SWING, 0.2, 0),
        (GGD_NHN, 0.99, 0), (GGD_NHN, -1, -1), (GGD_NHN, 1.99, 1), (GGD_NHN, -2, -2),
        (GGD_NHN, 0.1 + 0.2 + 0.7, 1), (SWING, None, None), (SWING, nan, None),
    ],
)  # fmt: skip
def test_classes(scheme: Scheme, z: float | None, expected: int | None) -> None:
    assert z_class(z, scheme) == expected


@given(st.floats(-5, 5))
def test_classes_mirror(z: float) -> None:
    assert [z_class(-z, one) for one in SCHEMES] == [-z_class(z, one) for one in SCHEMES]


@given(figures)
def test_quartiles_are_in_order(values: list[float]) -> None:
    found = spread(values)
    assert found is not None
    points = [found.low, found.p25, found.median, found.p75, found.high]
    assert points == sorted(points)
    assert (found.n, found.low, found.high) == (len(values), min(values), max(values))


def test_quartiles_by_hand() -> None:
    found = spread([4, None, 1, 3, 2, nan])
    assert found is not None
    assert (found.n, found.p25, found.median, found.p75) == (4, 1.75, 2.5, 3.25)
    assert spread([None]) is None


def test_best_is_low_when_low_is_good() -> None:
    found = spread([1, 2, 3, 4, 5])
    assert found is not None
    high, low = found.toward(HIGHER), found.toward(LOWER)
    assert high is not None and low is not None
    assert (high.worst, high.worst_quarter, high.best_quarter, high.best) == (1, 2, 4, 5)
    assert (low.worst, low.worst_quarter, low.best_quarter, low.best) == (5, 4, 2, 1)
    assert found.toward(NEUTRAL) is None


def test_fewer_areas_than_groups_gives_none() -> None:
    assert quantile_groups([1, 2, None, 4], 4, highest_first=True) == [None] * 4
    assert quantile_groups([1, 2, None, 4], 3, highest_first=False) == [1, 2, None, 3]
    with pytest.raises(BadWeights):
        quantile_groups([1, 2], 0, highest_first=True)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40), st.integers(1, 10))
def test_groups_follow_the_figures(values: list[int], groups: int) -> None:
    found = quantile_groups(values, groups, highest_first=True)
    if len(values) < groups:
        assert found == [None] * len(values)
        return
    assert all(one is not None and 1 <= one <= groups for one in found)
    ordered = sorted(zip(values, found, strict=True), reverse=True)
    by_figure = [group for _, group in ordered]
    assert by_figure == sorted(by_figure)
    assert len(set(ordered)) == len(set(values))


@given(st.integers(1, 10), st.integers(1, 6))
def test_groups_are_equal_when_they_can_be(groups: int, size: int) -> None:
    found = quantile_groups(list(range(groups * size)), groups, highest_first=False)
    assert found == [1 + i // size for i in range(groups * size)]
