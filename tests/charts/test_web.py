"""The spider web: six axes, gaps where there is no figure, nothing that judges."""

import json
from math import hypot

import altair as alt
import pytest

from tests.charts.test_specs import inside
from wijzer.charts import web

NAMES = ("Lichaamsfuncties", "Mentaal welbevinden", "Zingeving", "Kwaliteit van leven", "Meedoen",
         "Dagelijks functioneren")  # fmt: skip


def spokes(*values: float | None) -> list[web.Spoke]:
    return [(name, value, "-" if value is None else f"{value:g}")
            for name, value in zip(NAMES, values, strict=True)]  # fmt: skip


def test_is_valid_vega_lite_and_asks_for_what_is_drawn() -> None:
    spec = web.spec(1)
    schema = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
    assert alt.LayerChart.from_dict(spec | {"$schema": schema}, validate=True)
    made = {one["as"] for one in inside(spec) if isinstance(one.get("as"), str)}
    used = {one["field"] for one in inside(spec["layer"]) if isinstance(one.get("field"), str)}
    assert used - made <= set(web.drawn(spokes(*[5.0] * 6)))
    assert len(json.dumps(spec)) < 12_000 and spec["width"] == "container"


def test_a_whole_web_has_six_edges_that_close() -> None:
    rows = web.drawn(spokes(1, 2, 3, 4, 5, 10))
    counts = rows["kind"].value_counts().to_dict()
    assert counts == {"ring": 30, "axis": 6, "edge": 6, "point": 6, "label": 6}
    points = rows[rows["kind"] == "point"]
    lengths = [hypot(x, y) for x, y in zip(points["x"], points["y"], strict=True)]
    assert lengths == pytest.approx([0.1, 0.2, 0.3, 0.4, 0.5, 1.0])
    edges = rows[rows["kind"] == "edge"]
    assert list(edges["x2"].iloc[:-1]) == pytest.approx(list(edges["x"].iloc[1:]))
    assert edges["x2"].iloc[-1] == pytest.approx(edges["x"].iloc[0])


@pytest.mark.parametrize("place", range(6))
def test_a_missing_dimension_draws_a_gap_and_says_so(place: int) -> None:
    values: list[float | None] = [6.0] * 6
    values[place] = None
    counts = web.drawn(spokes(*values))["kind"].value_counts().to_dict()
    assert (counts["edge"], counts["point"], counts["label"]) == (4, 5, 6)
    labels = web.drawn(spokes(*values)).query("kind == 'label'")["label"]
    assert sum(one.endswith("\n-") for one in labels) == 1


def test_nothing_at_all_draws_only_the_frame() -> None:
    counts = web.drawn(spokes(*[None] * 6))["kind"].value_counts().to_dict()
    assert "edge" not in counts and "point" not in counts


def test_no_name_takes_more_than_two_lines() -> None:
    rows = web.drawn(spokes(*[5.0] * 6)).query("kind == 'label'")
    assert set(rows["lines"]) == {2, 3}
    assert all(len(line) <= 16 for label in rows["label"] for line in label.split("\n"))


def test_no_colour_or_word_of_a_verdict() -> None:
    text = json.dumps(web.spec(0)).lower()
    assert not any(word in text for word in ("gunstig", "beter", "slechter", "sign"))
