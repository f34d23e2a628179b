"""The pictures of reach: participants beside residents, and the funnel."""

import json
import re
from typing import Any

import altair as alt
import pytest

from tests.charts.test_specs import inside
from wijzer import palette, texts
from wijzer.charts import funnel, representation

SPECS = {
    "representation": representation.spec("Stevenshof", 0.6, 1),
    "funnel": funnel.spec(2),
}
COLUMNS = {
    "representation": {
        *("order", "name", "share", "low", "high", "residents", "share_text", "residents_text"),
        *("verdict", "word", "said"),
    },
    "funnel": {"order", "name", "length", "text", "of_first_text"},
}
ALL = pytest.mark.parametrize("name", SPECS)


@ALL
def test_is_valid_vega_lite(name: str) -> None:
    schema = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
    read = alt.LayerChart.from_dict(SPECS[name] | {"$schema": schema}, validate=True)
    assert len(read.layer) == len(SPECS[name]["layer"])


@ALL
def test_the_frame_comes_from_the_page_and_no_more_is_asked(name: str) -> None:
    spec = SPECS[name]
    assert spec["data"] == {"name": "source"} and "datasets" not in spec
    assert spec["width"] == "container"
    text = json.dumps(spec["layer"])
    made = {one["as"] for one in inside(spec) if isinstance(one.get("as"), str)}
    used = set(re.findall(r"datum\.(\w+)", text)) | {
        one["field"] for one in inside(spec["layer"]) if isinstance(one.get("field"), str)
    }
    assert used - made <= COLUMNS[name]
    assert len(text) < 12_000


@ALL
def test_letters_are_large_and_words_are_ours(name: str) -> None:
    spec = {key: one for key, one in SPECS[name].items() if key != "config"}
    sizes = [n for one in inside(spec) for key, n in one.items() if key.lower() == "fontsize"]
    assert min(sizes) >= 13
    for one in SPECS[name]["layer"]:
        assert one["mark"].get("aria") is False or "description" in one["encoding"]
    axes = [one["axis"] for one in inside(spec) if one.get("axis")]
    assert all(axis.get("description") for axis in axes)
    tips = [tip for one in inside(spec) for tip in one.get("tooltip", [])]
    assert tips and all(tip["type"] == "nominal" and tip["title"] for tip in tips)


def scales(channel: str) -> list[dict[str, Any]]:
    """The scales of a channel that tell the verdict."""
    found = (one.get(channel) for one in inside(SPECS["representation"]))
    return [
        one["scale"] for one in found if isinstance(one, dict) and one.get("field") == "verdict"
    ]


def test_every_verdict_has_a_shape_a_colour_a_word_and_a_mark_of_its_own() -> None:
    [shape] = scales("shape")
    assert set(shape["domain"]) == set(texts.MIRROR_WORD) == set(texts.MIRROR_MARK)
    told = [name for name in shape["domain"] if name not in ("hidden", "unknown")]
    shapes = dict(zip(shape["domain"], shape["range"], strict=True))
    assert len({shapes[name] for name in told}) == len(told)
    assert len(set(texts.MIRROR_WORD.values())) == len(texts.MIRROR_WORD)
    for scale in scales("color"):
        assert set(scale["domain"]) == set(texts.MIRROR_WORD)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (part / 255 for part in palette.rgb(colour))
    line = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def test_marks_and_words_stand_out_from_the_paper() -> None:
    point, word = scales("color")
    for scale, least in ((point, 3.0), (word, 4.5)):
        for colour in scale["range"]:
            assert 1.05 / (luminance(colour) + 0.05) >= least, colour


def test_nothing_is_drawn_for_a_hidden_share() -> None:
    """Dot and interval ask for a share; the residents' mark does not."""
    drawn = [one for one in SPECS["representation"]["layer"] if one["mark"]["type"] != "text"]
    filters = {one["mark"]["type"]: json.dumps(one.get("transform", [])) for one in drawn}
    assert "isValid(datum.share)" in filters["point"] and "isValid(datum.share)" in filters["rule"]
    assert "share" not in filters["tick"]
    [bars] = [one for one in SPECS["funnel"]["layer"] if one["mark"]["type"] == "bar"]
    assert "isValid(datum.length)" in json.dumps(bars["transform"])


def test_all_groups_share_one_axis_from_nothing() -> None:
    domains = [
        one["x"]["scale"]["domain"]
        for one in inside(SPECS["representation"])
        if isinstance(one.get("x"), dict) and "scale" in one["x"]
    ]
    assert domains and all(domain == [0, 0.6] for domain in domains)


def test_built_once() -> None:
    asked = ("Stevenshof", 0.6, 1)
    assert representation.spec(*asked) is representation.spec(*asked)
    assert funnel.spec(2) is funnel.spec(2)
