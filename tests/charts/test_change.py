"""Change, flow and shares: what goes to the browser, and an axis of its own for each row."""

import json
from typing import Any

import altair as alt
import pytest

from tests.charts.test_specs import inside
from wijzer import palette
from wijzer.charts import change
from wijzer.model import Sign

SPECS = {
    "change": change.spec("ongunstiger", "gunstiger"),
    "flow": change.flow_spec(),
    "shares": change.shares_spec(),
}
COLUMNS = {
    "change": {"order", "name", "x", "x_low", "x_high", "m_low", "m_high", "m_text", "value_text",
               "n_text", "word", "sign"},
    "flow": {"order", "name", "length", "count_text", "share_text"},
    "shares": {"order", "part", "x0", "x1", "share_text", "inside", "word"},
}  # fmt: skip
ALL = pytest.mark.parametrize("name", SPECS)


@ALL
def test_is_valid_vega_lite(name: str) -> None:
    schema = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
    read = alt.LayerChart.from_dict(SPECS[name] | {"$schema": schema}, validate=True)
    assert len(read.layer) == len(SPECS[name]["layer"])


@ALL
def test_asks_only_for_documented_columns(name: str) -> None:
    made = {one["as"] for one in inside(SPECS[name]) if isinstance(one.get("as"), str)}
    used = {
        one["field"] for one in inside(SPECS[name]["layer"]) if isinstance(one.get("field"), str)
    }
    assert used - made <= COLUMNS[name]


@ALL
def test_wide_as_its_container_small_and_large_enough_to_read(name: str) -> None:
    assert SPECS[name]["width"] == "container" and len(json.dumps(SPECS[name])) < 12_000
    sizes = [
        v for one in inside(SPECS[name]) for k, v in one.items() if k.lower().endswith("fontsize")
    ]
    assert min(sizes) >= 13
    assert all(one["mark"].get("aria") is False or "description" in one["encoding"]
               for one in SPECS[name]["layer"])  # fmt: skip


@ALL
def test_no_axis_and_no_legend_tells_a_number(name: str) -> None:
    """Rows have their own measure: an axis for all of them would compare what cannot be."""
    drawn = [one for one in inside(SPECS[name]["layer"]) if "axis" in one or "legend" in one]
    assert all(one.get("axis") is None and one.get("legend") is None for one in drawn)


def test_a_sign_has_a_shape_a_colour_and_a_word() -> None:
    points: list[Any] = [one for one in SPECS["change"]["layer"] if one["mark"]["type"] == "point"]
    (point,) = points
    shapes = point["encoding"]["shape"]["scale"]
    found = dict(zip(shapes["domain"], shapes["range"], strict=True))
    assert found == {sign.value: palette.SIGN_SHAPE[sign] for sign in Sign}
    assert "datum.word" in json.dumps(point["transform"])


def test_built_once() -> None:
    assert change.spec("ongunstiger", "gunstiger") is SPECS["change"]
