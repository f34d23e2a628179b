"""Rounding as Dutch readers expect it."""

from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.stats.rounding import NotANumber, difference, half_away

numbers = st.floats(allow_nan=False, allow_infinity=False)
ordinary = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("x", "decimals", "expected"),
    [
        (74.5, 0, 75), (2.5, 0, 3), (-0.5, 0, -1), (-2.5, 0, -3), (0.49999999999999994, 0, 0),
        (2.675, 2, 2.68), (1.005, 2, 1.01), (-0.25, 1, -0.3), (1234567.5, 1, 1234567.5),
        (1250, -2, 1300), (1e300, 0, 1e300), (5e-324, 3, 0),
    ],
)  # fmt: skip
def test_half_goes_away_from_zero(x: float, decimals: int, expected: float) -> None:
    assert half_away(x, decimals) == expected


def test_never_minus_zero() -> None:
    assert str(half_away(-0.2)) == "0.0"


def test_a_number_from_a_table_rounds_too() -> None:
    assert half_away(np.float64(31.5)) == 32


@pytest.mark.parametrize("x", [float("nan"), float("inf")])
def test_a_missing_figure_is_refused(x: float) -> None:
    with pytest.raises(NotANumber):
        half_away(x)


@given(numbers, st.integers(-3, 6))
def test_as_decimal_rounds(x: float, decimals: int) -> None:
    wide = Context(prec=1000)
    expected = Decimal(str(x)).quantize(Decimal(f"1e{-decimals}"), ROUND_HALF_UP, wide)
    assert half_away(x, decimals) == float(expected)


@given(ordinary, st.integers(0, 4))
def test_the_sign_does_not_matter(x: float, decimals: int) -> None:
    assert half_away(-x, decimals) == -half_away(x, decimals)


@given(ordinary)
def test_at_most_half_away(x: float) -> None:
    assert abs(half_away(x) - x) <= 0.5


@pytest.mark.parametrize(
    ("a", "b", "decimals", "expected"),
    [(32.4, 30.6, 0, 2), (30.6, 32.4, 0, -2), (30.6, 30.1, 0, 1), (0.3, 0.15, 1, 0.2)],
)
def test_a_difference_is_rounded_once(a: float, b: float, decimals: int, expected: float) -> None:
    assert difference(a, b, decimals) == expected


@given(ordinary, ordinary)
def test_a_difference_turns_with_its_sides(a: float, b: float) -> None:
    assert difference(a, b) == -difference(b, a)
