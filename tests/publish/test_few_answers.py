"""A survey figure that rests on fewer than thirty answers leaves by no way at all."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from wijzer import catalog, publish
from wijzer.ingest.build import build
from wijzer.publish.door import protected
from wijzer.store.database import Store, open_figures

FEW, ENOUGH = "WK990101", "WK990102"
HIDDEN, HIDDEN_VALUE = "te weinig antwoorden", "51"


@pytest.fixture
def store(with_survey: Path, tmp_path: Path) -> Iterator[Store]:
    """A store with 29 answers in Tuinwijk (51%) and 30 in Havenwijk (52%)."""
    build(with_survey, tmp_path / "built")
    found = open_figures(tmp_path / "built")
    yield found
    found.close()


def row(rows: pd.DataFrame) -> publish.Row:
    return next(one for one in publish.records(rows) if one.get("indicator", "sport") == "sport")


def test_profile(store: Store) -> None:
    few, enough = (row(publish.profile(store, code)) for code in (FEW, ENOUGH))
    assert (enough["value"], enough["value_text"], enough["mark"]) == (52, "52%", "−")
    assert (few["missing"], few["value_text"], few["mark"]) == ("too_few", HIDDEN, "·")
    assert few["difference_text"] == "" and few["strength"] == 0
    assert pd.isna(few["value"]) and pd.isna(few["x"]) and pd.isna(few["difference"])
    assert HIDDEN_VALUE not in few["sentence"]
    assert "te weinig antwoorden" in few["sentence"]
    assert pd.isna(few["n"]) or few["n"] is None


def test_map(store: Store) -> None:
    rows = publish.on_map(store, "sport", 2020, (FEW, ENOUGH))
    few, enough = publish.records(rows)
    assert (enough["value"], enough["word"]) == (52, "ongunstiger")
    assert pd.isna(few["value"])
    assert (few["missing"], few["value_text"], few["mark"]) == ("too_few", HIDDEN, "·")


def test_trend(store: Store) -> None:
    few, enough = publish.records(publish.trend(store, "sport", (FEW, ENOUGH)))
    assert (few["value_text"], enough["value_text"]) == (HIDDEN, "52%")
    assert pd.isna(few["value"])


def test_stand_out_and_rules(store: Store) -> None:
    few = row(publish.profile(store, FEW))
    assert publish.respondents_needed(few) is None
    assert {one.mark for one in publish.outcomes(few)} == {"·"}


@pytest.mark.parametrize("ask", [publish.profile, publish.on_map], ids=["profile", "map"])
def test_download(store: Store, ask: object) -> None:
    rows = (
        publish.profile(store, FEW)
        if ask is publish.profile
        else publish.on_map(store, "sport", 2020, (FEW,))
    )
    text = publish.csv(rows).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    (line,) = [one for one in lines if one["tabel"] == "T-SPORT"]
    assert (line["waarde"], line["weergave"], line["teken"]) == ("", HIDDEN, "·")
    assert line["reden zonder cijfer"] == HIDDEN


def test_map_as_a_file(store: Store) -> None:
    shapes = publish.shapes(store, "subdistricts")
    shapes = pd.concat([shapes, publish.shapes(store, "neighbourhoods")]).drop_duplicates("code")
    rows = publish.on_map(store, "sport", 2020, (FEW, ENOUGH))
    made = json.loads(publish.geojson(rows, shapes, "sport", 2020))
    facts = {one["properties"]["code"]: one["properties"] for one in made["features"]}
    assert facts[ENOUGH]["waarde"] == 52
    assert facts[FEW]["waarde"] is None
    assert facts[FEW]["reden zonder cijfer"] == HIDDEN


def test_columns(store: Store) -> None:
    wholes = {"tuinwijk": (FEW, "Tuinwijk"), "haven": (ENOUGH, "Havenwijk")}
    found = {code: publish.profile(store, code) for code, _ in wholes.values()}
    chosen = {code: rows[rows["indicator"] == "sport"] for code, rows in found.items()}
    marks = publish.columns(wholes, {"tuinwijk": (), "haven": ()}, chosen)
    (mine,) = publish.records(
        marks[(marks["neighbourhood"] == "tuinwijk") & (marks["kind"] == "area")]
    )
    assert pd.isna(mine["value"]) and pd.isna(mine["x"])
    assert mine["text"] == HIDDEN
    assert "Tuinwijk" in mine["flag"]


def frame(**columns: object) -> pd.DataFrame:
    """Rows about the survey as the store gives them."""
    return pd.DataFrame({"indicator": "sport", "missing": None} | columns)


def test_limit_is_thirty(with_survey: Path) -> None:
    found = protected(frame(value=[1.0, 2.0, 3.0, 4.0], n=[29, 30, 31, None]))
    assert found["value"].isna().tolist() == [True, False, False, False]
    assert found["missing"].tolist()[0] == "too_few"


def test_zero_answers_hide_too(with_survey: Path) -> None:
    assert protected(frame(value=[0.0], n=[0]))["value"].isna().all()


def test_a_hidden_municipality_is_no_benchmark(with_survey: Path) -> None:
    found = protected(
        frame(value=[50.0, 50.0], n=[40, 40], municipality_value=[60.0, 60.0],
              municipality_n=[29, 30])
    )  # fmt: skip
    assert found["municipality_value"].isna().tolist() == [True, False]


@pytest.mark.parametrize("method", ["model", "register", "printed"])
def test_other_methods_have_no_answers_to_count(method: str) -> None:
    id = next(id for id, one in catalog.indicators().items() if one.method == method)
    rows = pd.DataFrame({"indicator": [id], "value": [5.0], "missing": [None], "n": [3]})
    assert protected(rows)["value"].tolist() == [5.0]
