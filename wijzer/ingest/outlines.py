"""Reads shapes/*.geojson and finds the spot for each label."""

import json
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry

from wijzer.ingest.rows import Fault, Place, Shape

LAYERS = ("buurten", "subdistricts", "neighbourhoods", "context", "municipalities")
_PROPERTIES = ("code", "name", "source", "table", "year", "licence")
# The Netherlands in Europe, degrees: a shape in metres or with lon and lat swapped falls outside.
_WEST, _SOUTH, _EAST, _NORTH = 3.2, 50.7, 7.3, 53.8


def read_shapes(folder: Path, faults: list[Fault]) -> list[Shape]:
    """The shapes of all layers that can be read; appends to `faults` what cannot."""
    return [one for layer in LAYERS for one in _layer(folder, layer, faults)]


def _layer(folder: Path, layer: str, faults: list[Fault]) -> list[Shape]:
    name = f"shapes/{layer}.geojson"
    try:
        text = (folder / name).read_text("utf-8")
        features = [dict(feature) for feature in json.loads(text)["features"]]
    except OSError:
        faults.append(Fault(Place(name), "ontbreekt of is niet te openen"))
        return []
    except json.JSONDecodeError as error:
        faults.append(Fault(Place(name, error.lineno), f"is geen geldige JSON ({error.msg})"))
        return []
    except (ValueError, KeyError, TypeError):
        faults.append(Fault(Place(name), "is geen GeoJSON met features"))
        return []
    found = (_feature(layer, feature, name, text, faults) for feature in features)
    return [one for one in found if one]


def _feature(
    layer: str, feature: dict[str, Any], name: str, text: str, faults: list[Fault]
) -> Shape | None:
    properties = feature.get("properties") or {}
    place = Place(name, _line(text, str(properties.get("code", ""))))
    if lacking := [one for one in _PROPERTIES if not properties.get(one)]:
        faults.append(Fault(place, f"een vorm mist {', '.join(lacking)}"))
        return None
    if not isinstance(properties["year"], int):
        faults.append(
            Fault(place, f"de vorm van {properties['code']} heeft geen jaartal als getal")
        )
        return None
    geometry = feature.get("geometry") or {}
    if wrong := _wrong(geometry):
        faults.append(Fault(place, f"de vorm van {properties['code']} {wrong}"))
        return None
    lon, lat = _label(shape(geometry))
    compact = json.dumps(geometry, separators=(",", ":"))
    facts = {one: properties[one] for one in _PROPERTIES}
    return Shape(layer=layer, geometry=compact, lon=lon, lat=lat, place=place, **facts)


def _line(text: str, code: str) -> int | None:
    at = text.find(f'"{code}"') if code else -1
    return None if at < 0 else text.count("\n", 0, at) + 1


def _wrong(geometry: dict[str, Any]) -> str:
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return "is geen vlak"
    try:
        found = shape(geometry)
    except (KeyError, TypeError, ValueError, IndexError, shapely.errors.ShapelyError):
        return "is niet te lezen"
    if found.is_empty or not found.is_valid:
        return f"is ongeldig ({shapely.is_valid_reason(found)})"
    west, south, east, north = found.bounds
    inside = west >= _WEST and south >= _SOUTH and east <= _EAST and north <= _NORTH
    return "" if inside else "ligt niet in Nederland (WGS84, eerst lengte, dan breedte)"


def _label(found: BaseGeometry) -> tuple[float, float]:
    # The middle of the largest circle that fits inside: a centroid may lie outside the area.
    assert isinstance(found, Polygon | MultiPolygon)  # _wrong has refused anything else
    circle = shapely.maximum_inscribed_circle(found, tolerance=1e-4)
    lon, lat = circle.coords[0]
    return round(lon, 5), round(lat, 5)
