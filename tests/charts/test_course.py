"""Planned against actual, parts against limits, and events: valid, readable, honest."""

import json
import re
from typing import Any

import altair as alt
import pytest

from tests.charts.test_specs import inside
from wijzer import palette, texts
from wijzer.charts import course, events, parts, trend
from wijzer.palette import hue

SPECS = {
    "course": course.spec(2020, 2023, 1),
    "parts": parts.spec(0.8, 0.6, 1.25, 1),
    "trend": trend.spec("%", 0, (2012, 2016, 2020), 0.0, 1, 2022.5),
}
COLUMNS = {
    "course": {"kind", "year", "value", "label", "label_value", "told", "number", "down", "event"},
    "parts": {"order", "name", "length", "text"},
    "trend": {
        "kind", "area_name", "year", "value", "value_text", "segment", "computed", "label",
        "label_value", "reason", "number", "down", "event",
    },
}  # fmt: skip
ALL = pytest.mark.parametrize("name", SPECS)


@ALL
def test_is_valid_vega_lite(name: str) -> None:
    schema = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
    read = alt.LayerChart.from_dict(SPECS[name] | {"$schema": schema}, validate=True)
    assert len(read.layer) == len(SPECS[name]["layer"])


@ALL
def test_the_frame_comes_from_the_page_and_has_these_columns(name: str) -> None:
    spec = SPECS[name]
    assert spec["data"] == {"name": "source"}
    assert not [one for one in inside(spec["layer"]) if "data" in one]
    made = {one["as"] for one in inside(spec["layer"]) if isinstance(one.get("as"), str)}
    used = set(re.findall(r"datum\.(\w+)", json.dumps(spec["layer"]))) | {
        one["field"] for one in inside(spec["layer"]) if isinstance(one.get("field"), str)
    }
    assert used - made - {"value"} <= COLUMNS[name]


@ALL
def test_fits_every_width_with_letters_of_13_pixels(name: str) -> None:
    spec = SPECS[name]
    assert spec["width"] == "container"
    sizes = [size for one in inside(spec) for key, size in one.items() if key == "fontSize"]
    assert min(sizes) >= 13
    assert all(one["mark"].get("aria") is False or "description" in one["encoding"]
               for one in spec["layer"])  # fmt: skip
    assert len(json.dumps(spec)) < 16_000


def layer(name: str, mark: str) -> list[dict[str, Any]]:
    return [one for one in SPECS[name]["layer"] if one["mark"]["type"] == mark]


def test_built_once() -> None:
    assert course.spec(2020, 2023, 1) is SPECS["course"]
    assert parts.spec(0.8, 0.6, 1.25, 1) is SPECS["parts"]


def test_what_was_agreed_is_dashed_and_what_was_held_has_the_hue_of_the_neighbourhood() -> None:
    agreed, held = layer("course", "line")
    assert agreed["mark"]["strokeDash"] != held["mark"]["strokeDash"]
    assert held["mark"]["color"] == hue(1)
    assert held["mark"]["strokeWidth"] > agreed["mark"]["strokeWidth"]


def test_the_count_starts_at_nothing_and_time_in_whole_years() -> None:
    line = layer("course", "line")[0]["encoding"]
    assert line["y"]["scale"]["zero"] is True
    assert line["x"]["axis"]["values"] == [2020, 2021, 2022, 2023]
    assert line["x"]["scale"]["domain"] == [2020, 2023]


def test_bars_start_at_nothing_and_limits_stand_on_their_scale() -> None:
    (bar,) = layer("parts", "bar")
    assert bar["encoding"]["x"]["scale"]["domain"] == [0, 1.25]
    words = [one["mark"]["text"] for one in layer("parts", "text") if "text" in one["mark"]]
    assert words == ["oranje 60%", "groen 80%"]
    low, high = (one["encoding"]["x"]["value"]["expr"] for one in layer("parts", "rule"))
    assert "0.4800" in low and "0.6400" in high


@pytest.mark.parametrize(
    ("places", "down"),
    [
        ([], []),
        ([2020.0], [0]),
        ([2020.0, 2022.0], [0, 0]),
        ([2020.0, 2020.1, 2020.2, 2024.0], [0, 1, 2, 0]),
    ],
)
def test_numbers_that_would_touch_stand_under_each_other(
    places: list[float], down: list[int]
) -> None:
    assert events.levels(places, 10.0) == down


def test_as_many_levels_as_events_that_are_drawn() -> None:
    assert len(set(events.levels([2020.0] * 6, 10.0))) == 6


def test_lights_stand_out_on_white_and_differ_without_colour() -> None:
    def lightness(colour: str) -> float:
        parts = [channel / 255 for channel in palette.rgb(colour)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for colour in palette.LIGHT.values():
        assert 1.05 / (lightness(colour) + 0.05) >= 4.5
    marks = [texts.light_text(code).split(" ")[:2] for code in palette.LIGHT]
    assert all(len(set(one)) == len(marks) for one in zip(*marks, strict=True))
