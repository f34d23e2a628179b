import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.maps import scale
from wijzer.palette import MISSING
from wijzer.stats.rounding import half_away

FIGURES = st.lists(st.floats(-1e5, 1e5), min_size=1, max_size=80)


def used(values: list[float], decimals: int = 0, most: int = 5) -> tuple[scale.Classes, set[int]]:
    found = scale.classes(values, "%", decimals, most)
    given_classes = {scale.classify(one, found) for one in values}
    return found, {one for one in given_classes if one is not None}


@given(FIGURES, st.integers(0, 2), st.integers(1, 5))
def test_no_class_is_empty_and_none_lies_outside(
    values: list[float], decimals: int, most: int
) -> None:
    found, classes = used(values, decimals, most)
    assert classes == set(range(len(found.labels)))
    assert len(found.labels) <= most


@given(FIGURES, st.integers(0, 2))
def test_classes_do_not_overlap_and_begin_at_a_shown_number(
    values: list[float], decimals: int
) -> None:
    found = scale.classes(values, "%", decimals)
    assert all(low < high for low, high in pairwise(found.starts))
    assert set(found.starts) <= {half_away(one, decimals) for one in values}


@given(FIGURES)
def test_a_higher_figure_is_never_in_a_lower_class(values: list[float]) -> None:
    found = scale.classes(values, "%", 0)
    classes = [scale.classify(one, found) or 0 for one in sorted(values)]
    assert classes == sorted(classes)


@given(st.lists(st.floats(0, 100), min_size=1))
def test_what_reads_the_same_has_the_same_colour(values: list[float]) -> None:
    found = scale.classes(values, "%", 0)
    for one in values:
        assert scale.classify(one, found) == scale.classify(half_away(one), found)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([12.0], ("12%",)),
        ([12.0, 12.4, 11.6], ("12%",)),
        ([10, 30], ("minder dan 30%", "30% en meer")),
        ([10, 20, 30], ("minder dan 20%", "20 tot 30%", "30% en meer")),
        ([], ()),
        ([None, math.nan], ()),
    ],
)
def test_few_values_few_classes(values: list[float | None], labels: tuple[str, ...]) -> None:
    found = scale.classes(values, "%", 0)
    assert found.labels == labels
    assert len(found.colours) == len(labels)


@pytest.mark.parametrize(
    ("unit", "decimals", "labels"),
    [
        ("km", 1, ("minder dan 0,7 km", "0,7 tot 1,0 km", "1,0 km en meer")),
        ("aantal", 0, ("minder dan 1", "1 en meer")),
        ("x 1.000 euro", 1, ("minder dan 700 euro", "700 tot 1.000 euro", "1.000 euro en meer")),
    ],
)
def test_words_are_dutch(unit: str, decimals: int, labels: tuple[str, ...]) -> None:
    assert scale.classes([0.4, 0.7, 1.0], unit, decimals).labels == labels


def test_quantiles_so_that_one_extreme_does_not_decide() -> None:
    values = [10.0, 12, 14, 16, 18, 20, 22, 24, 26, 1000]
    found, classes = used(values)
    assert found.starts == (14, 18, 22, 26)
    assert classes == {0, 1, 2, 3, 4}


def test_ties_are_one_class() -> None:
    found, _ = used([5.0] * 20 + [6, 7, 8, 9, 10])
    assert {scale.classify(5.0, found)} == {0}
    assert len(found.labels) >= 2


def test_missing_is_no_class() -> None:
    found = scale.classes([1.0, 2.0, None], "%", 0)
    assert scale.classify(None, found) is None
    assert scale.classify(math.nan, found) is None
    assert scale.classify(3.0, scale.classes([], "%", 0)) is None


def test_maps_with_the_same_classes() -> None:
    found = scale.classes([10.0, 20, 30, 40, 50, 60], "%", 0)
    assert scale.classify(-5, found) == 0
    assert scale.classify(99, found) == len(found.labels) - 1


def test_legend_names_each_class_and_the_missing() -> None:
    found = scale.classes([10.0, 20], "%", 0)
    assert [words for _, words in scale.legend(found)] == list(found.labels)
    assert scale.legend(found, missing=True)[-1] == (MISSING, "geen cijfer")
