"""From published borders to the project's own layers: simplified with shared edges, small, valid.

Borders are simplified as a coverage (Visvalingam-Whyatt per shared edge, GEOS
`CoverageSimplifier`) after rounding to five decimals, about a metre, so that neighbours keep
meeting without gaps or overlaps.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from wijzer.ingest.odata import SchemaChanged
from wijzer.ingest.pdok import Border
from wijzer.ingest.tidy import NotValid, Origin
from wijzer.model import Neighbourhood

LAYERS = ("buurten", "subdistricts", "neighbourhoods", "context", "municipalities")
DECIMALS = 5
_GRID = 10.0**-DECIMALS
_DUTCH_GRID, _WGS84 = "EPSG:28992", "EPSG:4326"
_COUNTRY = (3.0, 50.5, 7.5, 53.8)
_LARGEST_DEGREE = 180.0

Feature = dict[str, Any]
Shapes = dict[str, BaseGeometry]
Layers = dict[str, list[Feature]]


def layers(
    borders: Sequence[Border],
    neighbourhoods: Iterable[Neighbourhood],
    names: Mapping[str, str],
    tolerance: Mapping[str, float],
    origin: Origin,
) -> Layers:
    """The features of each layer, called by `names`. `tolerance` in degrees: 'detail' for the
    neighbourhoods, 'context' for the wijken around them.

    Municipalities are the union of their wijken, subdistricts and neighbourhoods of their
    buurten, so that borders agree between layers of one detail. Raises SchemaChanged, NotValid.
    """
    published = {one.code: _geographic(one) for one in borders}
    parts = {wijk: one for one in neighbourhoods for wijk in one.parts}
    ours = {one.code for one in borders if one.level == "buurt" and one.wijk in parts}
    around = {one.code for one in borders if one.level == "wijk"}
    _all_parts(parts, around, {one.municipality for one in borders})
    buurten = _simplified({code: published[code] for code in ours}, tolerance["detail"])
    wijken = _simplified({code: published[code] for code in around}, tolerance["context"])
    by_wijk = _union(buurten, lambda code: "WK" + code[2:8])
    found = {
        "buurten": buurten,
        "subdistricts": _subdistricts(by_wijk, buurten, parts),
        "neighbourhoods": _union(by_wijk, lambda code: parts[code].code),
        "context": wijken,
        "municipalities": _union(wijken, lambda code: "GM" + code[2:6]),
    }
    names = {one.code: one.name for one in borders} | dict(names)
    whole = names | {one.code: one.name for one in parts.values()}
    return {
        layer: _features(layer, found[layer], whole if layer == "neighbourhoods" else names, origin)
        for layer in LAYERS
    }


def _geographic(border: Border) -> BaseGeometry:
    """The geometry in WGS84, also when the service gives the Dutch grid (metres)."""
    geometry = shapely.force_2d(shape(dict(border.geometry)))
    if geometry.bounds[2] > _LARGEST_DEGREE:
        geometry = geopandas.GeoSeries([geometry], crs=_DUTCH_GRID).to_crs(_WGS84).iloc[0]
    west, south, east, north = geometry.bounds
    if west < _COUNTRY[0] or south < _COUNTRY[1] or east > _COUNTRY[2] or north > _COUNTRY[3]:
        raise SchemaChanged(
            f"De grens van {border.code} ({border.name}) ligt niet in Nederland. Geeft de dienst "
            "andere coördinaten? Kijk of het adres in data/sources.toml klopt."
        )
    return geometry


def _all_parts(
    parts: Mapping[str, Neighbourhood], wijken: set[str], municipalities: set[str]
) -> None:
    """Raises NotValid when a part of a neighbourhood is not among these wijken."""
    asked = {wijk: one for wijk, one in parts.items() if one.municipality in municipalities}
    if lost := sorted(asked.keys() - wijken):
        raise NotValid([
            f"{wijk} van {asked[wijk].name} staat niet op de kaart van dit jaar. Pas de delen aan "
            "in data/neighbourhoods.toml of haal een ander jaar op."
            for wijk in lost
        ])  # fmt: skip


def _simplified(full: Shapes, tolerance: float) -> Shapes:
    """Shared borders with fewer points. Rounded first: simplifying keeps a choice of the rounded
    points and keeps shapes valid, rounding afterwards would let narrow places cross themselves."""
    codes = sorted(full)
    rounded = shapely.set_precision([full[code] for code in codes], _GRID)
    simple = shapely.coverage_simplify(rounded, tolerance)
    if wrong := [code for code, one in zip(codes, simple, strict=True) if not _polygon(one)]:
        raise NotValid([f"De grens van {code} is niet geldig te vereenvoudigen." for code in wrong])
    return dict(zip(codes, simple, strict=True))


def _polygon(one: BaseGeometry) -> bool:
    return one.is_valid and not one.is_empty and one.geom_type in {"Polygon", "MultiPolygon"}


def _round(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.round(points, DECIMALS)


def _union(shapes: Shapes, whole: Any) -> Shapes:
    groups: dict[str, list[BaseGeometry]] = {}
    for code, one in shapes.items():
        groups.setdefault(whole(code), []).append(one)
    return {code: shapely.union_all(many, grid_size=_GRID) for code, many in groups.items()}


def _subdistricts(wijken: Shapes, buurten: Shapes, parts: Mapping[str, Neighbourhood]) -> Shapes:
    """The parts of a neighbourhood; with one part, the buurten of that wijk."""
    whole = {code: one for code, one in wijken.items() if len(parts[code].parts) > 1}
    return whole | {
        code: one for code, one in buurten.items() if len(parts["WK" + code[2:8]].parts) == 1
    }


def _features(
    layer: str, shapes: Shapes, names: Mapping[str, str], origin: Origin
) -> list[Feature]:
    levels = {"WK": "wijk", "BU": "buurt", "GM": "municipality"}
    return [
        {
            "type": "Feature",
            "id": code,
            "properties": {
                "code": code,
                "name": names[code],
                "level": "neighbourhood" if layer == "neighbourhoods" else levels[code[:2]],
                "source": origin.source,
                "table": origin.table,
                "year": origin.year,
                "licence": origin.licence,
            },
            "geometry": mapping(shapely.transform(one, _round)),
        }
        for code, one in sorted(shapes.items())
    ]


def joined(old: Sequence[Feature], new: Sequence[Feature], fetched: set[str]) -> list[Feature]:
    """The new features, and the old ones of areas outside `fetched` (municipalities and ids of
    neighbourhoods)."""
    return [one for one in old if not fetched & set(_whose(one["properties"]["code"]))] + list(new)


def _whose(code: str) -> tuple[str, str]:
    return code, "GM" + code[2:6]


def load(file: Path) -> list[Feature]:
    """The features of one of our layers; none when there is no such file."""
    if not file.exists():
        return []
    features: list[Feature] = json.loads(file.read_text("utf-8"))["features"]
    return features


def dump(features: Sequence[Feature]) -> bytes:
    """A GeoJSON file with a line per feature, sorted by code."""
    ordered = sorted(features, key=lambda one: one["properties"]["code"])
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in ordered)
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n").encode()
