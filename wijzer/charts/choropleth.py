"""The drawn map: SVG, for phones, print and forced colours, and wherever WebGL is not wanted.

The geometry is part of the specification, built once per set of shapes; the frame brings the
figures. Frame, one row per area: code, name, value_text, klass (index in the class labels, null
without a figure), lon, lat (label point), label (the word on the map, '' for none),
selected (bool).
Clicking an area sets the selection `kies`: `state.selection.kies == [{"code": …}]`.
"""

import json
from functools import lru_cache
from itertools import pairwise
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import NARROW, Layer, Spec
from wijzer.palette import INK, MISSING, PAPER, SOFT

NO_FIGURE = "geen cijfer"
_DECIMALS = 4
"""Of coordinates: about 9 metres, less than a pixel at the size these maps are drawn."""

_WIDE = 960
"""From this width on all classes of the legend stand on one line."""

Shapes = tuple[tuple[str, str], ...]
Ring = list[list[float]]

_GEO = alt.Shape(field="geo", type="geojson")


@lru_cache(maxsize=64)
def spec(
    shapes: Shapes,
    labels: tuple[str, ...],
    colours: tuple[str, ...],
    missing: bool = False,
    height: int = 380,
    title: str = "",
) -> Spec:
    """The map of these (code, GeoJSON geometry text) with these classes; no figures.

    `labels` and `colours` of equal length, low to high, come from `maps.scale.Classes`;
    `missing` adds the entry for areas without a figure to the legend.
    """
    made = _template(shapes, height)
    told = f"Kaart. {title}".strip() + " De tabel geeft dezelfde cijfers."
    areas = _coloured(made["layer"][0], labels, colours, missing)
    return made | {"layer": [areas, *made["layer"][1:]], "description": told}


@lru_cache(maxsize=64)
def _template(shapes: Shapes, height: int) -> Spec:
    choose = alt.selection_point(name="kies", fields=["code"], toggle=False, empty=False)
    areas = _areas().add_params(choose).properties(name="gebieden")
    chart = alt.layer(areas, _outline(), *_words()).properties(height=height)
    return theme.finish(_placed(chart, shapes).project(type="mercator"), "Kaart")


def _placed(chart: Layer, shapes: Shapes) -> Layer:
    """The chart with the geometry beside each row of the frame."""
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": _turned(geometry)}
        for code, geometry in shapes
    ]
    source = alt.InlineData(
        values={"type": "FeatureCollection", "features": features},
        format={"type": "json", "property": "features"},
    )
    found = alt.LookupData(data=source, key="id")
    return chart.transform_lookup(lookup="code", from_=found, **{"as": "geo"})


def _areas() -> Layer:
    return (
        theme.rows()
        .transform_calculate(told="datum.name + ': ' + datum.value_text")
        .mark_geoshape(cursor="pointer", strokeJoin="round", stroke=SOFT, strokeWidth=0.8)
        .encode(
            shape=_GEO,
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(name="Gebied", value_text="Cijfer"),
        )
    )


def _coloured(
    areas: Spec, labels: tuple[str, ...], colours: tuple[str, ...], missing: bool
) -> Spec:
    """The areas with these classes; the shapes stay as they were built."""
    entries = (*labels, NO_FIGURE) if missing else labels
    fills = (*colours, MISSING) if missing else colours
    legend = alt.Legend(
        title=None,
        description="Klassen: " + ", ".join(entries),
        symbolType="square",
        symbolSize=220,
        symbolStrokeColor=SOFT,
        columns={"expr": f"width < {NARROW} ? 2 : width < {_WIDE} ? 3 : {len(entries) or 1}"},
    )
    scale = alt.Scale(domain=list(entries), range=list(fills))
    color = theme.plain(alt.Color(field="klasse", type="nominal", legend=legend, scale=scale))
    klass = f"isValid(datum.klass) ? {json.dumps(labels)}[datum.klass] : '{NO_FIGURE}'"
    return areas | {
        "transform": [*areas["transform"], {"calculate": klass, "as": "klasse"}],
        "encoding": areas["encoding"] | {"color": color},
    }


def _outline() -> Layer:
    """Round the chosen area, over its neighbours."""
    chosen = theme.rows().transform_filter("datum.selected")
    return chosen.mark_geoshape(
        filled=False, stroke=INK, strokeWidth=3.5, strokeJoin="round", aria=False
    ).encode(shape=_GEO)


def _words() -> list[Layer]:
    """Names that the page found room for, and a dash where there is no figure.

    The white edge makes them readable on any colour.
    """
    font: dict[str, Any] = {"fontSize": theme.SMALL, "aria": False}
    place: dict[str, Any] = {
        "longitude": alt.Longitude(field="lon", type="quantitative"),
        "latitude": alt.Latitude(field="lat", type="quantitative"),
        "text": alt.Text(field="word", type="nominal"),
    }
    rows = theme.rows().transform_calculate(word="isValid(datum.klass) ? datum.label : '–'")
    rows = rows.transform_filter("datum.word")
    edge = rows.mark_text(**font, stroke=PAPER, strokeWidth=4, strokeJoin="round")
    return [edge.encode(**place), rows.mark_text(**font).encode(**place)]


@lru_cache(maxsize=1024)
def _turned(geometry: str) -> dict[str, Any]:
    """The geometry with outer rings clockwise: d3 reads the other way round as the whole globe."""
    shape: dict[str, Any] = json.loads(geometry)
    if shape["type"] == "Polygon":
        return shape | {"coordinates": _polygon(shape["coordinates"])}
    return shape | {"coordinates": [_polygon(rings) for rings in shape["coordinates"]]}


def _polygon(rings: list[Ring]) -> list[Ring]:
    return [_ring(ring, clockwise=place == 0) for place, ring in enumerate(rings)]


def _ring(ring: Ring, clockwise: bool) -> Ring:
    rounded = [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in ring]
    pairs = pairwise(rounded)
    runs_clockwise = sum((u - x) * (v + y) for (x, y), (u, v) in pairs) > 0
    return rounded if runs_clockwise == clockwise else rounded[::-1]
