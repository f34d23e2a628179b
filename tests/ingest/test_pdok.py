"""Borders: pages, codes for missing figures, water, other coordinates, and the layers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely
from shapely.geometry import mapping, shape

from tests.ingest.stub import Fault, Stub
from wijzer.ingest import pdok, shapes
from wijzer.ingest.http import Pages, ServiceError
from wijzer.ingest.odata import SchemaChanged
from wijzer.ingest.pdok import Border
from wijzer.ingest.sources import Sources
from wijzer.ingest.tidy import NotValid, Origin
from wijzer.model import Missing, Neighbourhood

BOTH = ("GM0546", "GM9999")
STEVENSHOF = Neighbourhood("stevenshof", "Stevenshof", "GM0546", ("WK054609",))
ZONNEHOF = Neighbourhood("zonnehof", "Zonnehof", "GM9999", ("WK999901", "WK999902"))
ORIGIN = Origin("CBS en Kadaster", "Wijk- en Buurtkaart 2024", "CC BY 4.0", 2024)


def fetch(asking: Pages, known: Sources) -> dict[str, Border]:
    return {one.code: one for one in pdok.fetch(asking, known.pdok, 2024, BOTH)}


def layers(found: dict[str, Border], known: Sources) -> shapes.Layers:
    ours = [STEVENSHOF, ZONNEHOF]
    return shapes.layers(list(found.values()), ours, {}, known.pdok.tolerance, ORIGIN)


def test_land_of_all_levels_comes_in(stub: Stub, asking: Pages, known: Sources) -> None:
    found = fetch(asking, known)
    assert sorted(found) == [
        "BU05460900", "BU05460901", "BU05460902", "BU05460903",
        "BU99990101", "BU99990102", "BU99990103", "BU99990201", "BU99990202",
        "GM0546", "GM9999", "WK054609", "WK999901", "WK999902",
    ]  # fmt: skip
    assert found["BU99990201"].wijk == "WK999902"


def test_next_links_are_followed(stub: Stub, asking: Pages, known: Sources) -> None:
    whole = fetch(asking, known)
    stub.pdok_page = 2
    assert fetch(asking.under("again"), known) == whole
    assert sum("cursor=" in one for one in stub.asked) >= 3


def test_links_in_a_circle_end(stub: Stub, asking: Pages, known: Sources) -> None:
    url = f"{stub.url}/pdok/2024/collections/gemeenten/items"
    page = {"features": [], "links": [{"rel": "next", "href": f"{url}?cursor=0"}]}
    stub.faults.append(Fault("gemeenten", 200, times=9, body=json.dumps(page).encode()))
    with pytest.raises(SchemaChanged, match="in een kring"):
        fetch(asking, known)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (-99997, "Geheim of niet aanwezig"),
        (-99995, "latere versie"),
        (-99991, "niet meer"),
        (-99997.0, "Geheim"),
        (None, "leeg"),
    ],
)
def test_a_code_never_becomes_a_figure(known: Sources, code: float | None, said: str) -> None:
    one = pdok.coded(code, known.pdok.missing, "Hier")
    assert (one.value, one.missing) == (None, Missing.NOT_PUBLISHED)
    assert said in one.note


def test_an_unknown_code_is_refused(known: Sources) -> None:
    with pytest.raises(SchemaChanged, match=r"Hier staat -99993.*pdok.missing"):
        pdok.coded(-99993, known.pdok.missing, "Hier")
    with pytest.raises(SchemaChanged, match="geen getal"):
        pdok.coded("veel", known.pdok.missing, "Hier")
    assert pdok.coded(-12, known.pdok.missing, "Hier").value == -12


def test_inhabitants_are_read_with_their_reason(stub: Stub, asking: Pages, known: Sources) -> None:
    found = fetch(asking, known)
    assert found["WK054609"].inhabitants.value == 10705
    assert found["BU99990103"].inhabitants.value is None


def _features(stub: Stub, layer: str, code: str) -> dict[str, Any]:
    features: list[dict[str, Any]] = stub.map[layer]
    return next(one for one in features if one["id"].endswith(code))


def _renamed(stub: Stub) -> None:
    facts = _features(stub, "wijken", "WK999901")["properties"]
    facts["wijk_code"] = facts.pop("wijkcode")


def _a_point(stub: Stub) -> None:
    _features(stub, "buurten", "BU99990201")["geometry"] = {"type": "Point", "coordinates": [5, 52]}


def _no_buurten(stub: Stub) -> None:
    stub.map["buurten"] = [one for one in stub.map["buurten"] if "WK999902" not in str(one)]


def _no_municipality(stub: Stub) -> None:
    stub.map["gemeenten"] = []


def _doubled(stub: Stub) -> None:
    stub.map["wijken"].append(_features(stub, "wijken", "WK999901"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_renamed, "In de verzameling 'wijken' van PDOK ontbreekt het veld 'wijkcode'"),
        (_a_point, "geeft voor BU99990201 (Molenveld) geen vlak, maar Point"),
        (_no_buurten, "geeft voor WK999902 geen wijk of geen buurten"),
        (_no_municipality, "geeft voor GM0546, GM9999 geen grens"),
        (_doubled, "geeft WK999901 meer dan één keer"),
    ],
)
def test_a_changed_service_is_refused_in_plain_words(
    stub: Stub, asking: Pages, known: Sources, change: Callable[[Stub], None], said: str
) -> None:
    change(stub)
    with pytest.raises(SchemaChanged) as caught:
        fetch(asking, known)
    assert said in str(caught.value)


def test_fewer_features_than_said_are_refused(stub: Stub, asking: Pages, known: Sources) -> None:
    page = {"features": [], "links": [], "numberMatched": 7}
    stub.faults.append(Fault("wijken/items", 200, body=json.dumps(page).encode()))
    with pytest.raises(SchemaChanged, match="zegt 7 gebieden te hebben en gaf er 0"):
        fetch(asking, known)


def test_a_year_without_map_is_named(stub: Stub, asking: Pages, known: Sources) -> None:
    with pytest.raises(ServiceError, match="bestaat niet"):
        pdok.fetch(asking, known.pdok, 2019, BOTH)


def test_layers_hold_the_areas_of_the_project(stub: Stub, asking: Pages, known: Sources) -> None:
    found = layers(fetch(asking, known), known)
    codes = {name: [one["properties"]["code"] for one in found[name]] for name in found}
    stevenshof = [f"BU0546090{number}" for number in range(4)]
    assert codes == {
        "buurten": [*stevenshof, "BU99990101", "BU99990102", "BU99990103", "BU99990201",
                    "BU99990202"],
        "subdistricts": [*stevenshof, "WK999901", "WK999902"],
        "neighbourhoods": ["WK054609", "zonnehof"],
        "context": ["WK054609", "WK999901", "WK999902"],
        "municipalities": ["GM0546", "GM9999"],
    }  # fmt: skip
    names = {one["properties"]["name"] for one in found["neighbourhoods"]}
    assert names == {"Stevenshof", "Zonnehof"}


@pytest.mark.parametrize("layer", shapes.LAYERS)
def test_layers_are_valid_and_without_gaps(
    stub: Stub, asking: Pages, known: Sources, layer: str
) -> None:
    published = fetch(asking, known)
    drawn = [shape(one["geometry"]) for one in layers(published, known)[layer]]
    assert all(shapely.is_valid(drawn))
    assert shapely.coverage_is_valid(drawn)
    whole = shapely.union_all([shape(published[code].geometry) for code in ("GM0546", "GM9999")])
    outline = shapely.union_all(drawn)
    assert outline.symmetric_difference(whole).area < 0.01 * whole.area
    points = shapely.get_coordinates(drawn)
    assert abs(points - points.round(shapes.DECIMALS)).max() < 1e-12


def test_borders_get_fewer_points(stub: Stub, asking: Pages, known: Sources) -> None:
    found = fetch(asking, known)
    drawn = layers(found, known)["context"]
    [before] = [shape(found["WK999902"].geometry)]
    [after] = [shape(one["geometry"]) for one in drawn if one["id"] == "WK999902"]
    assert shapely.get_num_coordinates(after) < shapely.get_num_coordinates(before)


def test_the_dutch_grid_is_understood(stub: Stub, asking: Pages, known: Sources) -> None:
    degrees = layers(fetch(asking, known), known)
    for collection in ("gemeenten", "wijken", "buurten"):
        for one in stub.map[collection]:
            metres = geopandas.GeoSeries([shape(one["geometry"])], crs=4326).to_crs(28992)
            one["geometry"] = mapping(metres.iloc[0])
    again = layers(fetch(asking.under("again"), known), known)
    for old, new in zip(degrees["municipalities"], again["municipalities"], strict=True):
        assert shape(new["geometry"]).hausdorff_distance(shape(old["geometry"])) < 5e-4


def test_a_map_of_elsewhere_is_refused(stub: Stub, asking: Pages, known: Sources) -> None:
    found = fetch(asking, known)
    away = shapely.transform(shape(found["WK999901"].geometry), lambda points: points - 20)
    moved = found | {
        "WK999901": Border("WK999901", "Oost", "wijk", mapping(away), found["GM0546"].inhabitants)
    }
    with pytest.raises(SchemaChanged, match=r"WK999901 \(Oost\) ligt niet in Nederland"):
        layers(moved, known)


def test_a_part_that_is_not_on_the_map_is_named(stub: Stub, asking: Pages, known: Sources) -> None:
    found = list(fetch(asking, known).values())
    wrong = Neighbourhood("x", "Wegwijk", "GM9999", ("WK999907",))
    with pytest.raises(NotValid, match="WK999907 van Wegwijk staat niet op de kaart"):
        shapes.layers(found, [wrong], {}, known.pdok.tolerance, ORIGIN)


def test_the_file_is_the_same_whichever_way_it_is_read(
    stub: Stub, asking: Pages, known: Sources, tmp_path: Path
) -> None:
    features = layers(fetch(asking, known), known)["buurten"]
    file = tmp_path / "x.geojson"
    file.write_bytes(shapes.dump(features))
    assert shapes.dump(shapes.load(file)) == file.read_bytes()
    assert len(file.read_text("utf-8").splitlines()) == len(features) + 2
