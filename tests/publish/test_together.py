"""Three columns on one scale, and what is said when the areas cannot be laid side by side."""

from typing import Any

import pandas as pd
import pytest

from tests.publish.conftest import Profiles
from wijzer import catalog, publish
from wijzer.model import Area
from wijzer.publish.together import flags

DEFAULT: dict[str, Any] = {
    "indicator": "eenzaam", "name": "Eenzaam", "year": 2022, "tbl": "50120NED", "method": "model",
    "value": 50.0, "value_text": "50%", "sign": "similar", "municipality_name": "Stad",
    "municipality_value": 50.0, "municipality_text": "50%", "country_value": 49.0,
    "country_text": "49%",
}  # fmt: skip


def profile(area: str, *changed: dict[str, Any]) -> pd.DataFrame:
    """A profile with a row for each change, else one."""
    return pd.DataFrame([DEFAULT | {"area_name": area} | one for one in changed or ({},)])


def test_equal_values_stand_at_equal_places(real: pd.DataFrame) -> None:
    """One scale per row over all three columns, from its lowest to its highest mark."""
    for id, rows in real.groupby("indicator"):
        drawn = rows[rows["value"].notna()]
        low, high = drawn["value"].min(), drawn["value"].max()
        assert set(rows["neighbourhood"]) <= set(catalog.neighbourhoods())
        assert rows.loc[rows["value"].isna(), "x"].isna().all()
        if high > low:
            expected = (drawn["value"] - low) / (high - low)
            assert drawn["x"].tolist() == pytest.approx(expected.tolist()), id
            assert (drawn["x"].min(), drawn["x"].max()) == (0, 1)


def test_order_is_the_same_in_every_column(real: pd.DataFrame) -> None:
    assert (real.groupby("indicator")["order"].nunique() == 1).all()
    assert (real.groupby("order")["indicator"].nunique() == 1).all()
    assert sorted(set(real["order"])) == list(range(real["indicator"].nunique()))


def test_each_area_stands_beside_its_own_municipality(
    real: pd.DataFrame, places: dict[str, Area]
) -> None:
    for one in catalog.neighbourhoods().values():
        rows = real[(real["neighbourhood"] == one.id) & (real["kind"] == "municipality")]
        assert set(rows["area_name"]) == {places[one.municipality].name}


def test_subdistricts_are_those_of_the_neighbourhood(
    real: pd.DataFrame, places: dict[str, Area]
) -> None:
    for one in catalog.neighbourhoods().values():
        rows = real[(real["neighbourhood"] == one.id) & (real["kind"] == "subdistrict")]
        names = {places[code].name for code in publish.subdistricts(places, one)}
        assert set(rows["area_name"]) == names


def test_no_mark_is_lost(real: pd.DataFrame, frames: dict[str, pd.DataFrame]) -> None:
    """Trap: a hidden value silently dropped. A mark without a value keeps its word."""
    for one in catalog.neighbourhoods().values():
        own = real[(real["neighbourhood"] == one.id) & (real["kind"] == "area")]
        assert list(own["indicator"]) == list(frames[one.code]["indicator"])
        assert list(own["text"]) == list(frames[one.code]["value_text"])
        assert list(own["sign"]) == list(frames[one.code]["sign"])


def test_marks_of_another_year_are_flagged(
    real: pd.DataFrame, profiles: Profiles, places: dict[str, Area]
) -> None:
    """Whatever is drawn on one scale is of one year and table, or the row says that it is not."""
    for id, rows in real.groupby("indicator"):
        drawn = {
            (int(row["year"]), row["tbl"])
            for one in catalog.neighbourhoods().values()
            for code in (one.code, *publish.subdistricts(places, one))
            if (row := profiles[code].get(str(id))) and row["value"] == row["value"]
        }
        flag = rows["flag"].iloc[0]
        if len({year for year, _ in drawn}) > 1:
            assert all(str(year) in flag for year, _ in drawn), (id, drawn, flag)
        if len({table for _, table in drawn}) > 1:
            assert all(table in flag for _, table in drawn), (id, drawn, flag)


def test_printed_figures_say_that_the_others_lack_them(real: pd.DataFrame) -> None:
    rows = real[real["indicator"] == "zelfredzame-ouderen"]
    assert "Stevenshof" in rows["flag"].iloc[0]
    assert "Zuidwest" in rows["flag"].iloc[0]


def test_agreement_is_not_flagged() -> None:
    assert flags([profile("A"), profile("B"), profile("C")]) == {}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"year": 2020}, ["2020", "2022"]),
        ({"tbl": "50090NED"}, ["50090NED", "50120NED"]),
        ({"method": "survey"}, ["model", "survey"]),
    ],
)
def test_difference_is_flagged(changed: dict[str, Any], said: list[str]) -> None:
    found = flags([profile("A"), profile("B", changed), profile("C")])
    assert set(found) == {"eenzaam"}
    assert all(word in found["eenzaam"] for word in said) or "method" in changed


def test_lacking_value_names_the_area() -> None:
    found = flags([profile("A"), profile("Bos", {"value": float("nan")})])
    assert "Bos" in found["eenzaam"] and "A" not in found["eenzaam"].split()


def test_lacking_row_names_the_area() -> None:
    other = profile("Bos", {"indicator": "rookt", "name": "Rookt"})
    found = flags([profile("Aas"), other])
    assert "Bos" in found["eenzaam"]
    assert "Aas" in found["rookt"]


def test_a_subdistrict_of_another_year_is_flagged_but_not_called_lacking() -> None:
    inside = [profile("Deel", {"year": 2024}), profile("Leeg", {"value": float("nan")})]
    found = flags([profile("A"), profile("B")], inside)
    assert "2024" in found["eenzaam"] and "Leeg" not in found["eenzaam"]


def test_marks_by_hand() -> None:
    profiles = {
        "A": profile("A", {"value": 40.0}),
        "B": profile("B", {"value": 60.0}),
        "B1": profile("B1", {"value": 70.0}),
    }
    wholes = {"a": ("A", "Wijk A"), "b": ("B", "Wijk B")}
    rows = publish.columns(wholes, {"a": (), "b": ("B1",)}, profiles)
    # From 40 to 70: 50 stands at a third, 49 at 0.3 and 60 at two thirds.
    assert rows[["neighbourhood", "kind"]].agg(" ".join, axis=1).tolist() == [
        "a area", "a municipality", "a country",
        "b area", "b municipality", "b country", "b subdistrict",
    ]  # fmt: skip
    assert rows["x"].tolist() == pytest.approx([0, 1 / 3, 0.3, 2 / 3, 1 / 3, 0.3, 1])


def test_one_value_stands_in_the_middle() -> None:
    only = {"municipality_value": float("nan"), "country_value": float("nan")}
    rows = publish.columns({"a": ("A", "A")}, {"a": ()}, {"A": profile("A", only)})
    assert rows["x"].fillna(-1).tolist() == [0.5, -1, -1]
