"""A map of a tile as a file for a map program: shapes with the figures of the page.

In degrees (WGS 84), as GeoJSON wants; the layer is named after the subject.
"""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from wijzer import publish, texts
from wijzer.export import table
from wijzer.export.content import Tile, slug

Feature = dict[str, Any]

_CRS = "EPSG:4326"
_ELSEWHERE = (texts.FACT_PLACE, texts.FACT_MADE, texts.FACT_ADDRESS, texts.FACT_ROLE)
"""Facts of the map as a whole, which would mislead or repeat beside each area."""


def codes(tile: Tile) -> list[str]:
    """The areas that a map shows, by code; empty when the tile is no map of areas."""
    drawing = tile.drawing
    if drawing is None or not drawing.is_map or "code" not in drawing.rows.schema.names:
        return []
    return [str(code) for code in drawing.rows.column("code").to_pylist()]


def geojson(tile: Tile, shapes: pd.DataFrame) -> bytes:
    """The map as GeoJSON; `shapes` have code, name, geometry (GeoJSON text) and licence.

    Beside the collection stand the facts as `toelichting`, which map programs leave alone.
    """
    collection = {
        "type": "FeatureCollection",
        "name": layer(tile),
        "toelichting": dict(table.about(tile)),
        "features": _features(tile, shapes),
    }
    return json.dumps(collection, ensure_ascii=False).encode()


def geopackage(tile: Tile, shapes: pd.DataFrame) -> bytes:
    """The same map, with the same attributes, as a GeoPackage of one layer."""
    frame = gpd.GeoDataFrame.from_features(_features(tile, shapes), crs=_CRS)
    frame = frame.convert_dtypes().set_geometry("geometry")
    about = "\n".join(f"{label}: {text}" for label, text in table.about(tile))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kaart.gpkg"
        options = {"IDENTIFIER": layer(tile), "DESCRIPTION": about}
        frame.to_file(file, layer=layer(tile), driver="GPKG", layer_options=options)
        return file.read_bytes()


def layer(tile: Tile) -> str:
    """The name of the layer: the subject of the map."""
    return slug(tile.facts.subject) or slug(tile.id)


def _features(tile: Tile, shapes: pd.DataFrame) -> list[Feature]:
    """The areas of the map with what the page and its facts say of them."""
    inside = shapes[shapes["code"].isin(codes(tile))]
    found = table.figures(tile)
    features = _of_figure(found, inside) if found else list(_of_table(tile, inside))
    facts = {label.lower(): text for label, text in tile.facts.lines() if label not in _ELSEWHERE}
    for one in features:
        one["properties"] = facts | one["properties"]
    return features


def _of_figure(found: tuple[pd.DataFrame, Any, int], shapes: pd.DataFrame) -> list[Feature]:
    rows, indicator, year = found
    made: list[Feature] = json.loads(publish.geojson(rows, shapes, indicator.id, year))["features"]
    return made


def _of_table(tile: Tile, shapes: pd.DataFrame) -> Iterable[Feature]:
    """Areas with the columns of the table under the map, by the name of the area."""
    lines = {line[0]: dict(zip(tile.header, line, strict=True)) for line in tile.body}
    for shape in publish.records(shapes):
        yield {
            "type": "Feature",
            "geometry": json.loads(shape["geometry"]),
            "properties": {
                "code": shape["code"],
                "naam": shape["name"],
                **lines.get(shape["name"], {}),
                texts.EXAMPLE_COLUMN: tile.facts.example,
                texts.FACT_BORDERS.lower(): shape["licence"],
            },
        }
