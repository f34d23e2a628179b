"""Charts for PowerPoint hold the numbers of the table, and nothing that is no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import texts
from wijzer.export import native
from wijzer.stats.rounding import half_away


@pytest.mark.parametrize(
    ("text", "value", "decimals", "unit"),
    [
        ("54%", 54, 0, "%"),
        ("2,3%", 2.3, 1, "%"),
        ("1.234", 1234, 0, ""),
        ("1.234.567,5", 1234567.5, 1, ""),
        ("−3", -3, 0, ""),
        ("-3", -3, 0, ""),
        ("+9 procentpunt", 9, 0, "procentpunt"),
        ("−0,03 afwijking", -0.03, 2, "afwijking"),
        ("0,7 km", 0.7, 1, "km"),
        ("0", 0, 0, ""),
        ("67% (ongunstiger)", 67, 0, "%"),
        ("67 (n = 20)", 67, 0, ""),
        ("12 sessies (voorbeeld)", 12, 0, "sessies"),
        ("29.200 euro", 29200, 0, "euro"),
        ("161 per 1.000 inwoners", 161, 0, "per 1.000 inwoners"),
        ("3 van de 8", 3, 0, "van de 8"),
        (" 54% ", 54, 0, "%"),
    ],
)
def test_a_number(text: str, value: float, decimals: int, unit: str) -> None:
    assert native.number(text) == (value, decimals, unit)
    assert native.value(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "–", "nog niet gemeten", "verborgen", "geen cijfer", "te weinig antwoorden",
        "229 tot 328", "54% tot 60%", "229–328", "229 - 328", "10 of meer", "3 tot 5 keer",
        "10 tot 25 jaar", "65 jaar en ouder", "minder dan 10", "> 5", "≈ 7", "2 maart 2026",
        "12.3", "1e ronde", "(54%)", "‹n›",
    ],
)  # fmt: skip
def test_no_number(text: str) -> None:
    assert native.number(text) is None
    assert native.value(text) is None


@given(
    st.floats(-1e9, 1e9, allow_nan=False),
    st.sampled_from(["%", "km", "euro", "aantal", "per 1.000 inwoners", "afwijking"]),
    st.integers(0, 3),
)
def test_what_the_screen_writes_reads_back(value: float, unit: str, decimals: int) -> None:
    found = native.number(texts.amount(value, unit, decimals))
    assert found is not None
    assert found == (pytest.approx(half_away(value, decimals), rel=1e-12), decimals, found.unit)
    assert texts.amount(found.value, unit, decimals) == texts.amount(value, unit, decimals)
    assert found.unit == ("" if unit == "aantal" else unit)


HEADER = ("Jaar", "Leiden", "Stevenshof")


def test_a_table_of_years() -> None:
    body = [("2012", "54%", "nog niet gemeten"), ("2020", "7,5%", "67% (ongunstiger)")]
    found = native.of_table("line", HEADER, body, (1, 2))
    assert found is not None
    assert (found.form, found.unit, found.decimals) == ("line", "%", 1)
    assert found.categories == ("2012", "2020")
    assert found.series == (("Leiden", (54.0, 7.5)), ("Stevenshof", (None, 67.0)))


def test_a_table_without_a_number_is_no_chart() -> None:
    body = [("2012", "verborgen", "minder dan 10"), ("2020", "nog niet gemeten", "229 tot 328")]
    assert native.of_table("line", HEADER, body, (1, 2)) is None
    assert native.of_table("line", HEADER, [], (1, 2)) is None


@pytest.mark.parametrize(
    "other", ["0,7 km", "1 km", "29.200 euro", "12", "1", "0", "+9 procentpunt"]
)
def test_two_units_do_not_stand_on_one_axis(other: str) -> None:
    assert native.of_table("bar", HEADER, [("a", "54%", other)], (1, 2)) is None
    assert native.of_table("bar", HEADER, [("a", "54%", ""), ("b", other, "")], (1, 2)) is None
    assert native.of_table("bar", HEADER, [("a", "54%", other)], (1,)) is not None


@pytest.mark.parametrize(("one", "more"), [("1 punt", "3 punten"), ("1 keer", "3 keer")])
def test_one_and_more_of_a_thing_are_the_same_unit(one: str, more: str) -> None:
    found = native.of_table("bar", HEADER, [("a", one, more)], (1, 2))
    assert found is not None and found.unit == more.split()[1]
    alone = native.of_table("bar", HEADER, [("a", one, one)], (1, 2))
    assert alone is not None and alone.unit == one.split()[1]


@pytest.mark.parametrize(
    ("cell", "told", "unit"),
    [("54", "%", "%"), ("1.945", "aantal", ""), ("29.200 euro", "x 1.000 euro", "euro")],
)
def test_the_unit_is_that_of_the_cells(cell: str, told: str, unit: str) -> None:
    found = native.of_table("bar", HEADER, [("a", cell, cell)], (1, 2), told)
    assert found is not None and found.unit == unit


LONG = [
    ("0 tot 15 jaar", "Stevenshof", "14%", "1.510"),
    ("0 tot 15 jaar", "Leiden", "11%", "15.006"),
    ("65 jaar en ouder", "Leiden", "16%", "21.000"),
]


def test_a_line_per_category_and_series() -> None:
    found = native.pivoted("bar", LONG, 2)
    assert found is not None and found.unit == "%"
    assert found.categories == ("0 tot 15 jaar", "65 jaar en ouder")
    assert found.series == (("Stevenshof", (14.0, None)), ("Leiden", (11.0, 16.0)))


def test_lines_of_the_same_name_are_no_chart() -> None:
    assert native.pivoted("bar", [*LONG, LONG[0]], 2) is None
