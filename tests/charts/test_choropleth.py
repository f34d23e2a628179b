import json
from itertools import pairwise
from typing import Any

import pytest

from wijzer.charts import choropleth
from wijzer.palette import MISSING, ramp

ROUND = [[4.0, 52.0], [4.123456, 52.0], [4.1, 52.1], [4.0, 52.1], [4.0, 52.0]]
HOLE = [[4.02, 52.02], [4.05, 52.02], [4.05, 52.05], [4.02, 52.02]]
LABELS = ("minder dan 10%", "10 tot 20%", "20% en meer")


def spec(*polygons: list[list[list[float]]], missing: bool = False) -> dict[str, Any]:
    geometry = json.dumps({"type": "MultiPolygon", "coordinates": polygons})
    return choropleth.spec((("BU1", geometry),), LABELS, ramp(3), missing)


def geometry(found: dict[str, Any]) -> dict[str, Any]:
    (lookup,) = [step for step in found["transform"] if "lookup" in step]
    (feature,) = lookup["from"]["data"]["values"]["features"]
    assert (lookup["lookup"], lookup["from"]["key"], feature["id"]) == ("code", "id", "BU1")
    return dict(feature["geometry"])


def clockwise(ring: list[list[float]]) -> bool:
    pairs = pairwise(ring)
    return sum((u - x) * (v + y) for (x, y), (u, v) in pairs) > 0


@pytest.mark.parametrize("outer", [ROUND, ROUND[::-1]])
def test_outer_rings_run_clockwise_and_holes_do_not(outer: list[list[float]]) -> None:
    """d3 draws an outer ring the other way round as the whole globe but for the area."""
    (polygon,) = geometry(spec([outer, HOLE]))["coordinates"]
    assert [clockwise(ring) for ring in polygon] == [True, False]


def test_coordinates_are_no_finer_than_the_screen() -> None:
    ((ring,),) = geometry(spec([ROUND]))["coordinates"]
    assert [4.1235, 52.0] in ring


def test_a_simple_polygon_too() -> None:
    text = json.dumps({"type": "Polygon", "coordinates": [ROUND]})
    found = geometry(choropleth.spec((("BU1", text),), LABELS, ramp(3)))
    assert clockwise(found["coordinates"][0])


def test_each_class_has_its_colour_and_words() -> None:
    scale = spec([ROUND])["layer"][0]["encoding"]["color"]["scale"]
    assert scale == {"domain": list(LABELS), "range": list(ramp(3))}


def test_areas_without_figure_have_a_look_an_entry_and_a_dash() -> None:
    found = spec([ROUND], missing=True)
    scale = found["layer"][0]["encoding"]["color"]["scale"]
    assert scale["domain"][-1] == choropleth.NO_FIGURE
    assert scale["range"][-1] == MISSING
    words = [one["transform"][0]["calculate"] for one in found["layer"][2:]]
    assert words == ["isValid(datum.klass) ? datum.label : '–'"] * 2


def test_the_chosen_area_is_outlined_over_its_neighbours() -> None:
    outline = spec([ROUND])["layer"][1]
    assert outline["transform"] == [{"filter": "datum.selected"}]
    assert outline["mark"]["filled"] is False
