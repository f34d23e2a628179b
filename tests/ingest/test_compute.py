"""Figures of whole neighbourhoods, worked out by hand and for any numbers."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.change import change, faults
from wijzer.ingest.compute import compute_figures, compute_population
from wijzer.ingest.read import read
from wijzer.ingest.rows import Data, Figure
from wijzer.model import Weight

TINY = Path(__file__).resolve().parent.parent / "store" / "tiny"


@pytest.fixture(scope="module")
def tiny() -> Data:
    """The tiny data folder as rows."""
    data, wrong = read(TINY)
    assert wrong == []
    return data


def whole(data: Data, indicator: str, year: int) -> Figure:
    """The computed row of Voorstad Noord (Havenwijk and Molenwijk)."""
    found = [one for one in compute_figures(data) if (one.indicator, one.year) == (indicator, year)]
    assert len(found) == 1
    return found[0]


def test_adults_weigh_a_figure_about_adults(tiny: Data) -> None:
    found = whole(tiny, "rookt", 2020)

    # Havenwijk: 1000 - 200 - 0.3 * 100 = 770 adults, 20%. Molenwijk: 500 - 50 - 15 = 435, 30%.
    assert found.value == pytest.approx((770 * 20 + 435 * 30) / 1205)
    assert found.note == (
        "Berekend uit Havenwijk en Molenwijk, gewogen naar het aantal inwoners van 18 jaar en ouder"
        " in 2020 (geschat uit de groepen 0-15 en 15-25 jaar)."
    )
    assert (found.area, found.computed, found.table) == ("noord", True, "T-GEZOND")


@pytest.mark.parametrize(
    ("weight", "havenwijk", "molenwijk"),
    [
        (Weight.INHABITANTS, 1000, 500),
        (Weight.AGE_18PLUS, 770, 435),
        (Weight.AGE_18_65, 620, 335),
        (Weight.AGE_65PLUS, 150, 100),
        (Weight.HOUSEHOLDS, 500, 270),
        (Weight.DWELLINGS, 480, 260),
    ],
)
def test_every_weight(tiny: Data, weight: Weight, havenwijk: int, molenwijk: int) -> None:
    smoke = replace(tiny.indicators["rookt"], weight=weight)
    data = replace(tiny, indicators=tiny.indicators | {"rookt": smoke})

    expected = (havenwijk * 20 + molenwijk * 30) / (havenwijk + molenwijk)
    assert whole(data, "rookt", 2020).value == pytest.approx(expected)


def test_the_nearest_year_of_population_weighs(tiny: Data) -> None:
    # Inhabitants are known for 2020 (1000 and 500) and 2021 (1010 and 510).
    assert "in 2020" in whole(tiny, "gezond", 2016).note
    found = whole(tiny, "huisarts", 2021)
    parts = {one.area: one.value for one in tiny.figures if one.indicator == "huisarts"
             and one.year == 2021}  # fmt: skip
    assert "in 2021" in found.note
    assert found.value == pytest.approx(
        (1010 * (parts["WK990102"] or 0) + 510 * (parts["WK990103"] or 0)) / 1520
    )


def test_counts_add_up(tiny: Data) -> None:
    found = whole(tiny, "woningen", 2021)

    assert (found.value, found.note) == (740.0, "Som van Havenwijk en Molenwijk.")


def test_some_figures_have_no_whole(tiny: Data) -> None:
    found = whole(tiny, "wijkcijfer", 2021)

    assert (found.value, found.missing) == (None, "not_applicable")
    assert found.note.startswith("Dit cijfer is alleen per deel bekend")


def test_nothing_is_computed_beside_a_printed_whole(tiny: Data) -> None:
    assert not [one for one in compute_figures(tiny) if one.indicator == "zelfredzaam"]


def _without(data: Data, area: str, missing: str) -> Data:
    rows = [
        replace(one, value=None, missing=missing)
        if (one.area, one.indicator, one.year) == (area, "rookt", 2020) else one
        for one in data.figures
    ]  # fmt: skip
    return replace(data, figures=rows)


@pytest.mark.parametrize("missing", ["not_published", "not_collected", "too_few"])
def test_an_absent_part_makes_an_absent_whole(tiny: Data, missing: str) -> None:
    found = whole(_without(tiny, "WK990103", missing), "rookt", 2020)

    assert (found.value, found.missing) == (None, missing)
    assert found.note == "Niet berekend: er is geen cijfer van Molenwijk."


def test_parts_absent_for_two_reasons_are_not_published(tiny: Data) -> None:
    data = _without(_without(tiny, "WK990102", "too_few"), "WK990103", "not_collected")

    found = whole(data, "rookt", 2020)

    assert (found.value, found.missing) == (None, "not_published")
    assert "Havenwijk en Molenwijk" in found.note


def test_an_unknown_weight_makes_an_absent_whole(tiny: Data) -> None:
    counts = [one for one in tiny.population if (one.area, one.trait) != ("WK990103", "age")]

    found = whole(replace(tiny, population=counts), "rookt", 2020)

    assert (found.value, found.missing) == (None, "not_published")
    assert "niet van elk deel bekend" in found.note


def test_parts_from_two_tables_are_not_mixed(tiny: Data) -> None:
    rows = [
        replace(one, table="T-ANDERS") if (one.area, one.year) == ("WK990103", 2020) else one
        for one in tiny.figures
    ]  # fmt: skip

    found = whole(replace(tiny, figures=rows), "rookt", 2020)

    assert (found.value, found.missing) == (None, "not_applicable")
    assert "verschillende tabellen" in found.note


def test_an_example_makes_an_example(own_data: Path) -> None:
    row = "WK990103,rookt,2020,30,,,,Verzinsel,T-GEZOND,CC0,"
    change(own_data, "tables/figures_enquete.csv", row,
           row.replace(",,Verzinsel", ",true,Verzinsel") + "Voorbeeldcijfer")  # fmt: skip
    assert faults(own_data) == []

    found = whole(read(own_data)[0], "rookt", 2020)

    assert found.example
    assert found.note.startswith("Voorbeeldcijfer. Berekend uit")


def test_population_of_a_part_that_is_absent(tiny: Data) -> None:
    counts = [one for one in tiny.population if (one.area, one.trait) != ("WK990103", "dwellings")]

    found = {
        (one.year, one.trait, one.category): one
        for one in compute_population(replace(tiny, population=counts))
    }

    assert (found[2020, "dwellings", "all"].count, found[2020, "dwellings", "all"].missing) == (
        None,
        "not_published",
    )
    assert found[2020, "age", "65+"].count == 250
    assert found[2020, "age", "65+"].rounding == 10


SHARES = st.floats(0, 100)
PEOPLE = st.integers(0, 5000).map(lambda n: n * 5)


@given(SHARES, SHARES, PEOPLE, PEOPLE)
def test_a_weighted_whole_lies_between_its_parts(
    one: float, other: float, n_one: int, n_other: int
) -> None:
    data, _ = read(TINY)
    shares = {"WK990102": one, "WK990103": other}
    people = {"WK990102": n_one, "WK990103": n_other}
    figures = [
        replace(row, value=shares[row.area])
        for row in data.figures
        if row.area in shares and (row.indicator, row.year) == ("gezond", 2020)
    ]
    counts = [
        replace(row, count=float(people[row.area]))
        for row in data.population
        if row.area in people and (row.trait, row.year) == ("total", 2020)
    ]

    (found,) = compute_figures(replace(data, figures=figures, population=counts))

    if n_one + n_other == 0:
        assert (found.value, found.missing) == (None, "not_published")
    else:
        assert found.value is not None
        assert min(one, other) - 1e-9 <= found.value <= max(one, other) + 1e-9
