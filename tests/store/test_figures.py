"""Exact rows out of a tiny real DuckDB: every number below was worked out by hand."""

import math

import pandas as pd
import pytest

from wijzer.store import figures
from wijzer.store.database import Store, StoreError

SPREAD = ["n", "min", "p25", "median", "p75", "max", "mean", "sd"]


def row(frame: pd.DataFrame, **keys: object) -> dict[str, object]:
    """The one row with these values, missing ones as None."""
    for column, value in keys.items():
        frame = frame[frame[column] == value]
    assert len(frame) == 1, f"{len(frame)} rows for {keys}"
    plain = frame.astype(object).where(frame.notna(), None)
    return {str(key): value for key, value in plain.iloc[0].items()}


def test_profile_has_one_row_per_indicator(tiny_store: Store) -> None:
    found = figures.profile(tiny_store, "WK990102")

    assert list(found["indicator"]) == [
        "gezond", "huisarts", "inkomen", "rookt", "wijkcijfer", "woningen",
    ]  # fmt: skip
    assert list(found.columns) == [
        "indicator", "year", "value", "missing", "computed", "n", "example", "source", "tbl",
        "licence", "note", "municipality_value", "country_value", "municipality_n",
        *[f"wijken_{one}" for one in SPREAD],
    ]  # fmt: skip


def test_profile_sets_a_figure_beside_its_benchmarks_and_the_spread(tiny_store: Store) -> None:
    found = row(figures.profile(tiny_store, "WK990102"), indicator="rookt")

    assert (found["year"], found["value"], found["tbl"]) == (2020, 20.0, "T-GEZOND")
    assert (found["municipality_value"], found["country_value"]) == (21.0, 19.0)
    # Five wijken with a value: 15.5, 20, 22, 24, 30 (WK990106 has none).
    assert [found[f"wijken_{one}"] for one in SPREAD[:6]] == [5, 15.5, 20.0, 22.0, 24.0, 30.0]
    assert found["wijken_mean"] == pytest.approx(22.3)
    assert found["wijken_sd"] == pytest.approx(math.sqrt(113.8 / 5))


def test_number_of_answers_is_that_of_the_municipality(tiny_store: Store) -> None:
    found = row(figures.profile(tiny_store, "WK990102"), indicator="gezond")

    assert (found["n"], found["municipality_n"]) == (None, 1200)


def test_no_spread_over_fewer_than_five_wijken(tiny_store: Store) -> None:
    found = row(figures.profile(tiny_store, "WK990102"), indicator="wijkcijfer")

    assert [found[f"wijken_{one}"] for one in SPREAD] == [None] * 8


def test_profile_takes_the_newest_year_that_can_be_compared(tiny_store: Store) -> None:
    # The municipality has 2024, the wijk only says that it was not collected.
    assert row(figures.profile(tiny_store, "WK990101"), indicator="rookt")["year"] == 2020
    assert row(figures.profile(tiny_store, "GM9901"), indicator="rookt")["year"] == 2024


def test_profile_of_an_earlier_year_knows_nothing_later(tiny_store: Store) -> None:
    found = figures.profile(tiny_store, "WK990101", 2019)

    assert list(found["indicator"]) == ["gezond", "rookt"]
    assert row(found, indicator="rookt")["value"] == 18.0
    assert row(found, indicator="rookt")["municipality_value"] == 24.0


def test_profile_says_why_a_figure_is_missing(tiny_store: Store) -> None:
    found = row(figures.profile(tiny_store, "BU99010301"), indicator="rookt")

    assert (found["year"], found["value"], found["missing"]) == (2020, None, "not_published")
    assert found["note"] == "Te weinig inwoners voor een schatting."


def test_a_municipality_is_no_benchmark_of_itself(tiny_store: Store) -> None:
    found = row(figures.profile(tiny_store, "GM9901"), indicator="gezond")

    assert (found["municipality_value"], found["country_value"]) == (None, 69.0)


def test_printed_figure_of_a_whole_stays_as_printed(tiny_store: Store) -> None:
    found = row(figures.profile(tiny_store, "noord"), indicator="zelfredzaam")

    assert (found["value"], found["municipality_value"], found["computed"]) == (74.0, 76.0, False)


def test_unknown_area_has_no_profile(tiny_store: Store) -> None:
    assert figures.profile(tiny_store, "WK000000").empty


def test_values_of_the_areas_asked(tiny_store: Store) -> None:
    found = figures.values(tiny_store, "rookt", 2020, ["WK990101", "BU99010301", "nergens"])

    assert found[["area", "name", "missing"]].astype(object).fillna("").values.tolist() == [
        ["BU99010301", "Molenveld", "not_published"],
        ["WK990101", "Tuinwijk", ""],
    ]
    assert list(found.columns) == [
        "area", "name", "value", "missing", "computed", "n", "example", "source", "tbl", "licence",
        "note",
    ]  # fmt: skip


def test_trend_goes_by_area_and_year(tiny_store: Store) -> None:
    found = figures.trend(tiny_store, "rookt", ["WK990101", "GM9901"])

    assert found[["area", "year", "value", "tbl"]].astype(object).fillna("").values.tolist() == [
        ["GM9901", 2016, 24.0, "T-GEZOND"],
        ["GM9901", 2020, 21.0, "T-GEZOND"],
        ["GM9901", 2024, 17.0, "T-GEZOND24"],
        ["WK990101", 2016, 18.0, "T-GEZOND"],
        ["WK990101", 2020, 15.5, "T-GEZOND"],
        ["WK990101", 2024, "", "T-GEZOND24"],
    ]


def test_years_and_newest(tiny_store: Store) -> None:
    assert figures.years(tiny_store, "rookt") == [2016, 2020, 2024]
    assert figures.years(tiny_store, "onbekend") == []
    assert figures.newest(tiny_store) == 2024


def test_sources_leave_computed_rows_out(tiny_store: Store) -> None:
    found = figures.sources(tiny_store)

    assert row(found, tbl="T-KAART") == {
        "source": "Verzinsel", "tbl": "T-KAART", "licence": "CC0", "indicators": 1, "rows": 2,
        "first_year": 2019, "last_year": 2019,
    }  # fmt: skip
    assert row(found, tbl="T-KERN2021")["rows"] == 3 * 13


def test_build_tells_its_version_and_date(tiny_store: Store) -> None:
    found = row(figures.build(tiny_store))

    assert found["version"] == tiny_store.version
    assert str(found["data_date"])[:10] == "2021-06-30"


def test_a_wrong_question_is_a_store_error(tiny_store: Store) -> None:
    with pytest.raises(StoreError):
        tiny_store.query("SELECT nergens FROM figures.area")
