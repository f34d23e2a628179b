"""A fourth neighbourhood, elsewhere: set up by configuration and tables alone."""

import json
from pathlib import Path

import pytest

from tests.ingest.change import add, faults
from wijzer.store import areas, figures, population
from wijzer.store.database import Store, open_figures

NEIGHBOURHOOD = """
[[neighbourhood]]
id = "dorpen"
name = "De Dorpen"
municipality = "GM9902"
parts = ["WK990201", "WK990202"]
"""
AREAS = (
    ("GM9902", "Verweg", "municipality", ""),
    ("WK990201", "Bovendorp", "wijk", ""),
    ("WK990202", "Benedendorp", "wijk", ""),
    ("BU99020101", "Boven", "buurt", "WK990201"),
    ("BU99020201", "Dijk", "buurt", "WK990202"),
    ("BU99020202", "Kerk", "buurt", "WK990202"),
)
SMOKERS = {"GM9902": "18", "WK990201": "10", "WK990202": "25"}
# Total, 0-15, 15-25: adults are 400 - 100 - 0.3 * 50 = 285 and 1200 - 200 - 0.3 * 100 = 970.
PEOPLE = {"WK990201": (400, 100, 50), "WK990202": (1200, 200, 100)}
SPOTS = {
    "GM9902": (0, 3), "dorpen": (0, 3), "WK990201": (0, 1), "WK990202": (1, 3),
    "BU99020101": (0, 1), "BU99020201": (1, 2), "BU99020202": (2, 3),
}  # fmt: skip
LAYERS = {
    "municipalities": ["GM9902"],
    "context": ["WK990201", "WK990202"],
    "neighbourhoods": ["dorpen"],
    "subdistricts": ["WK990201", "WK990202"],
    "buurten": ["BU99020101", "BU99020201", "BU99020202"],
}


def _draw(data: Path, layer: str, codes: list[str]) -> None:
    file = data / "shapes" / f"{layer}.geojson"
    collection = json.loads(file.read_text("utf-8"))
    for code in codes:
        west, east = (6 + one / 100 for one in SPOTS[code])
        ring = [[west, 53], [east, 53], [east, 53.01], [west, 53.01], [west, 53]]
        facts = {"code": code, "name": code, "source": "Verzinsel", "table": "T-KAART"}
        collection["features"].append(
            {
                "type": "Feature",
                "properties": facts | {"year": 2020, "licence": "CC0"},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    file.write_text(json.dumps(collection), "utf-8")


@pytest.fixture
def with_fourth(own_data: Path) -> Path:
    """The tiny data folder with a neighbourhood in another municipality."""
    add(own_data, "neighbourhoods.toml", NEIGHBOURHOOD)
    add(own_data, "tables/areas.csv", *(
        f"{code},{name},{name},{level},GM9902,{wijk},Verzinsel,T-GEBIED,2020,CC0"
        for code, name, level, wijk in AREAS
    ))  # fmt: skip
    add(own_data, "tables/figures_enquete.csv", *(
        f"{code},rookt,2020,{value},,,,Verzinsel,T-GEZOND,CC0," for code, value in SMOKERS.items()
    ))  # fmt: skip
    add(own_data, "tables/population.csv", *(
        f"{code},2020,{trait},{category},{count},,5,Verzinsel,T-KERN2020,CC0"
        for code, counts in PEOPLE.items()
        for (trait, category), count in zip(
            (("total", "all"), ("age", "0-15"), ("age", "15-25")), counts, strict=True
        )
    ))  # fmt: skip
    for layer, codes in LAYERS.items():
        _draw(own_data, layer, codes)
    return own_data


@pytest.fixture
def store(with_fourth: Path) -> Store:
    """The store built from it."""
    assert faults(with_fourth) == []
    return open_figures(with_fourth.parent / "var")


def test_its_whole_is_computed(store: Store) -> None:
    (found,) = figures.profile(store, "dorpen").to_dict("records")

    assert found["value"] == pytest.approx((285 * 10 + 970 * 25) / 1255)
    assert (found["computed"], found["municipality_value"], found["country_value"]) == (
        True,
        18.0,
        19.0,
    )
    assert found["note"].startswith("Berekend uit Bovendorp en Benedendorp, gewogen naar")


def test_it_has_people_areas_and_shapes(store: Store) -> None:
    people = population.population(store, "dorpen").set_index(["trait", "category"])["count"]
    places = areas.areas(store).set_index("code")

    assert people["total", "all"] == 1600
    assert places.loc["dorpen", "municipality"] == "GM9902"
    assert list(places.index[places["neighbourhood"] == "dorpen"]) == [
        "BU99020101", "BU99020201", "BU99020202", "WK990201", "WK990202", "dorpen",
    ]  # fmt: skip
    assert "dorpen" in set(areas.shapes(store, "neighbourhoods")["code"])


def test_the_others_stay_as_they_were(store: Store, tiny_store: Store) -> None:
    for area in ("noord", "WK990101", "GM9901"):
        assert figures.profile(store, area).equals(figures.profile(tiny_store, area))


def test_it_is_refused_without_its_shape(with_fourth: Path) -> None:
    file = with_fourth / "shapes" / "neighbourhoods.geojson"
    layer = json.loads(file.read_text("utf-8"))
    layer["features"].pop()
    file.write_text(json.dumps(layer), "utf-8")

    assert faults(with_fourth) == [
        "shapes/neighbourhoods.geojson: geen vorm voor dorpen (De Dorpen)"
    ]
