"""A map as a file for a map program: the figures of the page, in both forms the same."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from tests.export import made
from wijzer import texts
from wijzer.export import geo
from wijzer.export.content import Tile
from wijzer.model import Sign

Properties = list[dict[str, Any]]


def of_json(tile: Tile) -> Properties:
    found = json.loads(geo.geojson(tile, made.SHAPES))
    return [one["properties"] for one in found["features"]]


def of_package(tile: Tile, folder: Path) -> Path:
    """The package as a file: a map program knows it by its ending."""
    file = folder / "kaart.gpkg"
    file.write_bytes(geo.geopackage(tile, made.SHAPES))
    return file


@pytest.mark.parametrize("tile", [made.figures(), made.counted()], ids=["figure", "counted"])
def test_both_forms_say_the_same(tile: Tile, tmp_path: Path) -> None:
    frame = gpd.read_file(of_package(tile, tmp_path))
    for mine, (_, row) in zip(of_json(tile), frame.iterrows(), strict=True):
        assert set(mine) == set(frame.columns) - {"geometry"}
        for name, value in mine.items():
            other = row[name]
            assert pd.isna(other) if value is None else other == value, name


def test_only_the_areas_of_the_map_are_in_it() -> None:
    assert [one["code"] for one in of_json(made.figures())] == ["WK01", "WK02"]


def test_a_figure_has_its_value_sign_reason_source_and_licence() -> None:
    with_figure, without = of_json(made.figures())
    assert with_figure["waarde"] == 67.4 and with_figure["weergave"] == "67%"
    assert with_figure["vergelijking"] == "ongunstiger"
    assert with_figure["teken"] == texts.SIGN_MARK[Sign.UNFAVOURABLE]
    assert with_figure["bron"] == "GGD" and with_figure["licentie"] == "CC BY 4.0"
    assert with_figure["bron grenzen"] == "CC BY 4.0"
    assert with_figure["voorbeeld"] is False
    assert without["waarde"] is None
    assert without["reden zonder cijfer"]


def test_another_map_has_the_columns_of_its_table_and_its_mark() -> None:
    first, hidden = of_json(made.counted())
    assert first["Cijfer"] == "67%" and hidden["Cijfer"] == "verborgen"
    assert 67.0 not in first.values()  # what is drawn is not told more precisely than it is shown
    assert first["voorbeeld"] is True
    assert first[texts.FACT_EXAMPLE.lower()] == texts.EXAMPLE_SENTENCE
    assert first["onderwerp"] == "Eenzaamheid"


def test_the_facts_stand_beside_the_collection() -> None:
    found = json.loads(geo.geojson(made.figures(), made.SHAPES))
    assert found["name"] == "eenzaamheid"
    assert found["toelichting"][texts.FACT_ADDRESS] == made.FACTS.address


def test_the_package_is_one_layer_in_degrees_named_after_the_subject(tmp_path: Path) -> None:
    file = of_package(made.figures(), tmp_path)
    assert list(gpd.list_layers(file)["name"]) == ["eenzaamheid"]
    frame = gpd.read_file(file)
    assert frame.crs.to_epsg() == 4326
    assert list(frame.geometry.geom_type) == ["Polygon", "Polygon"]
    assert list(frame.total_bounds) == pytest.approx([4.3, 52.0, 4.5, 52.1])


def test_the_package_tells_the_facts_itself(tmp_path: Path) -> None:
    with sqlite3.connect(of_package(made.counted(), tmp_path)) as opened:
        [(name, about)] = opened.execute("SELECT identifier, description FROM gpkg_contents")
    opened.close()
    assert name == "eenzaamheid"
    assert texts.EXAMPLE_SENTENCE in about and made.FACTS.address in about


def test_only_a_map_has_areas() -> None:
    assert geo.codes(made.tile()) == []
    assert geo.codes(made.tile(drawing=None)) == []
    assert geo.codes(made.counted()) == ["WK01", "WK02"]
