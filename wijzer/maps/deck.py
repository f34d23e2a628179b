"""The map to hover and click: areas coloured by class, drawn by deck.gl, asking nothing outside.

Colours are given to the part of a layer that paints (`_subLayerProps`): on a colour of the layer
itself Streamlit fades all that was not clicked, and map and legend would no longer agree.

Neither this map nor the drawn one can be walked by keyboard: put a table or select box under it.
"""

import json
from collections.abc import Iterable
from copy import copy
from functools import cache, lru_cache
from math import log, log2, pi, radians, sin
from typing import Any

import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from wijzer.palette import INK, LINE, MISSING, PALE, SOFT, rgb

AREAS = "areas"
"""Id of the layer that can be clicked: `state.selection.objects["areas"][0]["properties"]`."""

TOOLTIP = {
    # As text, not as HTML: what is in a name or figure can never become markup.
    "text": "{name}\n{text}",
    "style": {
        "backgroundColor": "#ffffff",
        "color": INK,
        "border": f"1px solid {LINE}",
        "borderRadius": "6px",
        "boxShadow": "0 2px 8px rgba(31, 41, 51, .18)",
        "fontFamily": '"Source Sans", "Segoe UI", Arial, sans-serif',
        "fontSize": "14px",
        "lineHeight": "1.4",
        "padding": "6px 10px",
        "maxWidth": "260px",
        "whiteSpace": "pre-line",
        "zIndex": "10",
    },
}
_FONT = pdk.types.String('"Source Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif')
_LETTER = 7.2
_PADDING = 18
_TILE = 512

Bounds = tuple[float, float, float, float]
Feature = dict[str, Any]
Row = dict[str, Any]


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """A pydeck Deck whose JSON has no white space: 44 buurten in under 70 kB instead of 295."""

    def to_json(self) -> str:
        return json.dumps(
            self, default=default_serialize, separators=(",", ":"), ensure_ascii=False
        )  # fmt: skip


def deck(
    rows: pd.DataFrame,
    colours: tuple[str, ...],
    context: pd.DataFrame | None = None,
    width: int = 640,
    height: int = 480,
    labels: bool = True,
    overview: bool = False,
) -> CompactDeck:
    """The map of these areas, fitted to `width` × `height` pixels.

    rows: code, name, geometry (GeoJSON text), lon, lat (label point), value_text, klass (index in
    `colours`, null without a figure), missing_text (shown then), selected (bool).
    context: geometry of the surroundings, drawn pale and without tooltip.
    overview: the surroundings are in view too, and every area is named, room or not.
    """
    areas: list[Row] = [dict(zip(rows.columns, row, strict=True)) for row in rows.to_numpy()]
    in_view = context["geometry"] if overview and context is not None else rows["geometry"]
    bounds = _around(_parsed(geometry)[1] for geometry in in_view)
    zoom = _zoom(bounds, width, height)
    layers = [
        *([_surroundings(tuple(context["geometry"]))] if context is not None else []),
        _areas(areas, colours),
        _chosen([row for row in areas if row["selected"]]),
        *([_names(areas if overview else _fitting(areas, zoom))] if labels else []),
    ]
    made = copy(_empty())
    made.layers = layers
    made.initial_view_state = _view(bounds, zoom)
    return made


@cache
def _empty() -> CompactDeck:
    """A map without layers; making one takes pydeck 4 ms, copying it nothing.

    No provider and no style means no request for a base map. The wheel scrolls the page.
    """
    controller = {"scrollZoom": False, "dragRotate": False, "touchRotate": False}
    made = CompactDeck(
        views=[pdk.View(type="MapView", controller=controller)],
        map_provider=None,
        tooltip=TOOLTIP,
    )
    # pydeck reads keys from the environment; Streamlit would send this one to every visitor.
    made.mapbox_key = None
    return made


@lru_cache(maxsize=1024)
def _parsed(geometry: str) -> tuple[dict[str, Any], Bounds]:
    """A geometry with coordinates of at most 5 decimals (about a metre), and its bounds."""
    shape = json.loads(geometry, parse_float=lambda text: round(float(text), 5))
    points = list(_points(shape["coordinates"]))
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return shape, (min(lons), min(lats), max(lons), max(lats))


def _points(nested: list[Any]) -> Iterable[list[float]]:
    if isinstance(nested[0], list):
        for part in nested:
            yield from _points(part)
    else:
        yield nested


def _around(parts: Iterable[Bounds]) -> Bounds:
    west, south, east, north = zip(*parts, strict=True)
    return min(west), min(south), max(east), max(north)


def _feature(geometry: str, **properties: Any) -> Feature:
    return {"type": "Feature", "properties": properties, "geometry": _parsed(geometry)[0]}


def _areas(areas: list[Row], colours: tuple[str, ...]) -> pdk.Layer:
    features = [
        _feature(
            row["geometry"],
            code=row["code"],
            name=row["name"],
            text=row["missing_text"] if pd.isna(row["klass"]) else row["value_text"],
            fill=_fill(row["klass"], colours),
        )
        for row in areas
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        features,
        id=AREAS,
        pickable=True,
        auto_highlight=True,
        highlight_color=[31, 41, 51, 40],
        _subLayerProps={"polygons-fill": {"getFillColor": "@@=properties.fill"}},
        get_line_color=rgb(SOFT),
        get_line_width=1,
        line_width_units=pdk.types.String("pixels"),
    )


def _fill(klass: float | None, colours: tuple[str, ...]) -> list[int]:
    """The colour of a class; without a figure the same white as in the legend."""
    return list(rgb(MISSING if pd.isna(klass) else colours[int(klass)]))


@lru_cache(maxsize=16)
def _surroundings(geometries: tuple[str, ...]) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        [_feature(geometry) for geometry in geometries],
        id="context",
        pickable=False,
        _subLayerProps={"polygons-fill": {"getFillColor": rgb(PALE)}},
        get_line_color=rgb(LINE),
        get_line_width=1,
        line_width_units=pdk.types.String("pixels"),
    )


def _chosen(areas: list[Row]) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        [_feature(row["geometry"]) for row in areas],
        id="selected",
        pickable=False,
        filled=False,
        get_line_color=rgb(INK),
        get_line_width=4,
        line_width_units=pdk.types.String("pixels"),
        line_joint_rounded=True,
    )


def _names(areas: list[Row]) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        [_word(row) for row in areas],
        id="names",
        pickable=False,
        get_text="name",
        get_position="at",
        get_size=14,
        _subLayerProps={"characters": {"getColor": rgb(INK)}},
        font_family=_FONT,
        character_set=pdk.types.String("auto"),
        background=True,
        get_background_color=[255, 255, 255, 205],
        background_padding=[4, 1],
    )


def _word(row: Row) -> dict[str, Any]:
    """The name on the map, with a dash when the area has no figure."""
    name: str = f"{row['name']} –" if pd.isna(row["klass"]) else row["name"]
    return {"name": name, "at": [round(row["lon"], 5), round(row["lat"], 5)]}


def fitting(areas: list[Row], width: int, height: int) -> list[Row]:
    """The areas whose word (`name`) finds room on a map of this size; see `deck` for the rows."""
    bounds = _around(_parsed(row["geometry"])[1] for row in areas)
    return _fitting(areas, _zoom(bounds, width, height))


def _fitting(areas: list[Row], zoom: float) -> list[Row]:
    """The areas whose name fits inside them and clear of the names before it."""
    placed: list[tuple[float, float, float]] = []
    fitting = []
    for row in areas:
        x, y = _pixels(row["lon"], row["lat"], zoom)
        half = len(row["name"]) * _LETTER / 2
        free = all(abs(y - v) > 20 or abs(x - u) > half + other for u, v, other in placed)
        if free and _room(_parsed(row["geometry"])[1], zoom, 2 * half):
            placed.append((x, y, half))
            fitting.append(row)
    return fitting


def _room(bounds: Bounds, zoom: float, wanted: float) -> bool:
    west, south, east, north = bounds
    left, bottom = _pixels(west, south, zoom)
    right, top = _pixels(east, north, zoom)
    return right - left >= wanted * 0.9 and bottom - top >= 22


def _pixels(lon: float, lat: float, zoom: float) -> tuple[float, float]:
    """Web Mercator pixels from the top left of the world, tiles of 512."""
    size = _TILE * 2**zoom
    sine = sin(radians(lat))
    return (lon + 180) / 360 * size, (0.5 - _mercator(sine) / (4 * pi)) * size


def _mercator(sine: float) -> float:
    return log((1 + sine) / (1 - sine))


def _zoom(bounds: Bounds, width: int, height: int) -> float:
    """The zoom at which the bounds just fit, with a margin."""
    west, south, east, north = bounds
    left, bottom = _pixels(west, south, 0)
    right, top = _pixels(east, north, 0)
    wide = (width - 2 * _PADDING) / max(right - left, 1e-9)
    high = (height - 2 * _PADDING) / max(bottom - top, 1e-9)
    return min(log2(wide), log2(high), 16.0)


def _view(bounds: Bounds, zoom: float) -> pdk.ViewState:
    west, south, east, north = bounds
    return pdk.ViewState(
        longitude=round((west + east) / 2, 5),
        latitude=round((south + north) / 2, 5),
        zoom=round(zoom, 2),
        min_zoom=round(zoom - 1.5, 2),
        max_zoom=17,
        pitch=0,
        bearing=0,
    )
