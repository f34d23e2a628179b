import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from wijzer.maps import deck
from wijzer.palette import MISSING, ramp, rgb

COLOURS = ramp(3)
BUURTEN = Path(__file__).resolve().parents[2] / "data" / "shapes" / "buurten.geojson"


def square(west: float, south: float, size: float = 0.02) -> str:
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def rows(*names: str, klass: float | None = 1, selected: str = "") -> pd.DataFrame:
    """Squares in a row from west to east."""
    return pd.DataFrame(
        {
            "code": f"BU{place}",
            "name": name,
            "geometry": square(4.3 + place * 0.02, 52.0),
            "lon": 4.31 + place * 0.02,
            "lat": 52.01,
            "value_text": "67%",
            "klass": klass,
            "missing_text": "niet gepubliceerd",
            "selected": name == selected,
        }
        for place, name in enumerate(names)
    )


def layer(made: deck.CompactDeck, id: str) -> dict[str, Any]:
    (found,) = [one for one in json.loads(made.to_json())["layers"] if one["id"] == id]
    return dict(found)


@pytest.fixture(scope="module")
def buurten() -> pd.DataFrame:
    features = json.loads(BUURTEN.read_text("utf-8"))["features"]
    found = rows(*(one["properties"]["name"] for one in features))
    return found.assign(geometry=[json.dumps(one["geometry"]) for one in features])


def test_all_buurten_are_under_70_kb(buurten: pd.DataFrame) -> None:
    assert len(buurten) == 44
    text = deck.deck(buurten, COLOURS).to_json()
    assert len(text.encode()) < 70_000
    assert ", " not in re.sub(r'"[^"]*"', "", text)


def test_coordinates_have_at_most_five_decimals(buurten: pd.DataFrame) -> None:
    fine = square(4.123456789, 52.0)
    text = deck.deck(rows("A").assign(geometry=fine, lon=4.987654321), COLOURS).to_json()
    assert "4.12346" in text
    assert not re.search(r"\d\.\d{6}", text)


def test_asks_nothing_outside() -> None:
    made = json.loads(deck.deck(rows("A"), COLOURS).to_json())
    assert made["mapStyle"] == "__MAP_STYLE__", "anything else makes Streamlit ask Carto"
    assert "mapProvider" not in made
    assert "http" not in json.dumps(made)


def test_sends_no_key_of_the_server_to_visitors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPBOX_API_KEY", "secret")
    deck._empty.cache_clear()
    try:
        made = deck.deck(rows("A"), COLOURS)
        assert made.mapbox_key is None
        assert "secret" not in made.to_json()
    finally:
        deck._empty.cache_clear()


def test_an_area_has_the_colour_of_its_class_and_its_figure() -> None:
    (area,) = layer(deck.deck(rows("A", klass=2), COLOURS), deck.AREAS)["data"]
    assert area["properties"] == {
        "code": "BU0",
        "name": "A",
        "text": "67%",
        "fill": list(rgb(COLOURS[2])),
    }


@pytest.mark.parametrize("klass", [None, float("nan")])
def test_an_area_without_figure_is_hollow_and_says_why(klass: float | None) -> None:
    made = deck.deck(rows("A", klass=klass), COLOURS)
    (area,) = layer(made, deck.AREAS)["data"]
    assert area["properties"]["fill"] == list(rgb(MISSING))
    assert area["properties"]["text"] == "niet gepubliceerd"
    assert layer(made, "names")["data"][0]["name"] == "A –"


def test_a_click_does_not_fade_the_other_areas() -> None:
    """Streamlit dims `getFillColor` of all that is not selected; the legend would be wrong."""
    areas = layer(deck.deck(rows("A", "B"), COLOURS), deck.AREAS)
    assert "getFillColor" not in areas
    assert areas["_subLayerProps"]["polygons-fill"]["getFillColor"] == "@@=properties.fill"
    assert areas["pickable"] is True


def test_only_the_chosen_area_has_an_outline() -> None:
    made = deck.deck(rows("A", "B", selected="B"), COLOURS)
    (chosen,) = layer(made, "selected")["data"]
    assert chosen["geometry"] == layer(made, deck.AREAS)["data"][1]["geometry"]
    assert layer(made, "selected")["pickable"] is False


def test_a_name_can_never_become_markup() -> None:
    assert set(deck.TOOLTIP) == {"text", "style"}
    assert deck.TOOLTIP["text"] == "{name}\n{text}"


def test_surroundings_lie_under_and_cannot_be_clicked() -> None:
    made = deck.deck(rows("A"), COLOURS, context=rows("B", "C")[["code", "geometry"]])
    ids = [one["id"] for one in json.loads(made.to_json())["layers"]]
    assert ids == ["context", deck.AREAS, "selected", "names"]
    assert layer(made, "context")["pickable"] is False


@pytest.mark.parametrize(("width", "height"), [(350, 480), (1300, 300), (640, 480)])
def test_all_areas_are_in_view_and_fill_it(buurten: pd.DataFrame, width: int, height: int) -> None:
    view = deck.deck(buurten, COLOURS, width=width, height=height).initial_view_state
    centre = deck._pixels(view.longitude, view.latitude, view.zoom)
    west, south, east, north = deck._around(deck._parsed(one)[1] for one in buurten["geometry"])
    left, bottom = deck._pixels(west, south, view.zoom)
    right, top = deck._pixels(east, north, view.zoom)
    assert max(centre[0] - left, right - centre[0]) <= width / 2
    assert max(centre[1] - top, bottom - centre[1]) <= height / 2
    assert (right - left) / width > 0.85 or (bottom - top) / height > 0.7


def test_pixels_are_web_mercator() -> None:
    assert deck._pixels(0, 0, 0) == pytest.approx((256, 256))
    assert deck._pixels(180, 85.0511287798, 0) == pytest.approx((512, 0), abs=1e-6)


def test_names_only_where_there_is_room() -> None:
    long = "Bedrijventerrein Heimanswetering en omgeving van het station"
    made = deck.deck(rows("Kort", long, *"ABCDEF"), COLOURS, width=400)
    names = [one["name"] for one in layer(made, "names")["data"]]
    assert "A" in names
    assert long not in names


def test_names_do_not_cover_each_other() -> None:
    found = rows("Noord", "Zuid").assign(lon=4.31, lat=52.01)
    assert len(layer(deck.deck(found, COLOURS), "names")["data"]) == 1


def test_no_names_when_not_asked() -> None:
    ids = [one.id for one in deck.deck(rows("A"), COLOURS, labels=False).layers]
    assert "names" not in ids


def test_one_map_does_not_change_another() -> None:
    first = deck.deck(rows("A"), COLOURS)
    before = first.to_json()
    deck.deck(rows("B", "C"), COLOURS)
    assert first.to_json() == before
