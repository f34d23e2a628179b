"""Cronbach's alpha: by hand, what always holds, and when there is none."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijzer.instruments import instrument
from wijzer.stats.proportion import BadLevel
from wijzer.stats.reliability import Alpha, BadRows, cronbach
from wijzer.stats.scales import recoded

tables = st.integers(2, 6).flatmap(
    lambda k: st.lists(st.lists(st.integers(1, 5), min_size=k, max_size=k), min_size=2, max_size=15)
)


def alpha(rows: list[list[float | None]], level: float = 0.95) -> Alpha:
    found = cronbach(rows, level)
    assert found is not None
    return found


def test_by_hand() -> None:
    # Variances of the items 1 and 1, of the total 3: 2 * (1 - 2/3).
    assert alpha([[1, 1], [2, 3], [3, 2]]).alpha == pytest.approx(2 / 3)


def test_items_that_say_the_same_are_perfectly_reliable() -> None:
    found = alpha([[1, 1, 1], [3, 3, 3], [5, 5, 5]])
    assert (found.alpha, found.interval.low, found.interval.high) == pytest.approx((1, 1, 1))
    assert (found.n, found.items, found.dropped) == (3, 3, 0)


@given(tables)
def test_alpha_lies_in_its_interval_and_not_above_1(rows: list[list[int]]) -> None:
    found = cronbach(rows)
    assume(found is not None)
    assert found is not None
    assert found.alpha <= 1 + 1e-9
    # With few people F is lopsided, and may leave the estimate just outside its low end.
    assert found.interval.low <= found.interval.high <= 1 + 1e-9


@given(tables, st.integers(2, 9), st.integers(-9, 9))
def test_the_unit_does_not_matter(rows: list[list[int]], by: int, plus: int) -> None:
    found, other = cronbach(rows), cronbach([[x * by + plus for x in row] for row in rows])
    assert (found is None) == (other is None)
    if found is not None and other is not None:
        assert other.alpha == pytest.approx(found.alpha, abs=1e-9)


@given(tables)
def test_more_certainty_is_wider(rows: list[list[int]]) -> None:
    usual, sure = cronbach(rows), cronbach(rows, 0.99)
    assume(usual is not None)
    assert usual is not None and sure is not None
    assert sure.interval.low <= usual.interval.low + 1e-9
    assert usual.interval.high <= sure.interval.high + 1e-9


def test_reversed_items_are_turned_first() -> None:
    one = instrument("regie")
    sheets = [
        {str(i): 6 - level if str(i) in one.scales[0].reversed else level for i in range(1, 8)}
        for level in (1, 2, 4, 5)
    ]
    straight = [recoded(one, one.scales[0], sheet) for sheet in sheets]
    assert alpha(straight).alpha == pytest.approx(1)
    assert alpha([list(sheet.values()) for sheet in sheets]).alpha < 1


def test_sheets_with_a_gap_are_counted() -> None:
    found = alpha([[1, 1], [2, 3], [3, 2], [None, 4]])
    assert (found.n, found.dropped, found.alpha) == (3, 1, pytest.approx(2 / 3))


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[1, 2]],
        [[1], [2], [3]],
        [[1, 2], [None, 3]],
        [[2, 3], [2, 3]],
        [[1, 5], [5, 1]],  # the total does not vary
    ],
)
def test_when_there_is_none(rows: list[list[float | None]]) -> None:
    assert cronbach(rows) is None


def test_what_is_refused() -> None:
    with pytest.raises(BadRows):
        cronbach([[1, 2], [1, 2, 3]])
    with pytest.raises(BadLevel):
        cronbach([], 95)
