"""The networks and the checklist as charts: room for every name, and no meaning in colour alone."""

import json
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import altair as alt
import numpy as np
import pytest

from tests.charts.test_palette import contrast
from wijzer import palette
from wijzer.charts import dimensions, network
from wijzer.lists import CODES

SPECS = {"network": network.spec(), "dimensions": dimensions.spec()}
COLUMNS = {
    "network": {
        "kind", "x", "y", "x2", "y2", "look", "hollow", "code", "label", "name", "sector", "told",
        "partners",
    },
    "dimensions": {"order", "name", "when", "round", "mean", "low", "high", "text", "told"},
}  # fmt: skip
ALL = pytest.mark.parametrize("name", SPECS)


def inside(part: Any) -> Iterator[dict[str, Any]]:
    """Every object in a specification."""
    if isinstance(part, dict):
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from inside(one)


@ALL
def test_is_valid_vega_lite_and_as_wide_as_its_place(name: str) -> None:
    schema = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
    read = alt.LayerChart.from_dict(SPECS[name] | {"$schema": schema}, validate=True)
    assert len(read.layer) == len(SPECS[name]["layer"])
    assert SPECS[name]["width"] == "container" and SPECS[name]["data"] == {"name": "source"}
    assert len(json.dumps(SPECS[name])) < 12_000


@ALL
def test_asks_only_for_documented_columns(name: str) -> None:
    text = json.dumps(SPECS[name]["layer"])
    fields = {one["field"] for one in inside(SPECS[name]["layer"]) if "field" in one}
    used = fields | set(re.findall(r"datum\.(\w+)", text))
    assert used - {"value", "label"} <= COLUMNS[name]


@ALL
def test_words_of_tooltips_are_ready_made_and_large_enough(name: str) -> None:
    tips = [tip for one in inside(SPECS[name]) for tip in one.get("tooltip", [])]
    assert tips and all(tip["type"] == "nominal" and tip["title"] for tip in tips)
    sizes = [
        size
        for one in inside(SPECS[name])
        for key, size in one.items()
        if key.lower().endswith("fontsize")
    ]
    assert min(sizes) >= 13


def test_every_sector_has_its_own_hue_and_shape() -> None:
    looks = [(network.colour(one), network.shape(one)) for one in CODES["sector"]]
    assert len(set(looks)) == len(looks)
    assert len({colour for colour, _ in looks}) <= 8


@pytest.mark.parametrize("colour", palette.SECTORS)
def test_white_letters_are_readable_in_a_sector(colour: str) -> None:
    assert contrast(colour) >= 4.5


def test_what_happened_to_a_tie_shows_without_colour() -> None:
    drawn = {look: (width, tuple(dashes)) for look, (width, dashes, _) in network.TIES.items()}
    assert len({drawn[look] for look in ("kept", "gained", "lost", "other")}) == 4
    assert drawn["gained"][0] > drawn["kept"][0] < drawn["lost"][0]
    assert [drawn[look][0] for look in ("few", "some", "half", "most")] == sorted(
        drawn[look][0] for look in ("few", "some", "half", "most")
    )
    colours = {colour for width, _, colour in network.TIES.values() if width}
    assert all(contrast(colour) >= 3 for colour in colours)


# --- places ---------------------------------------------------------------------------------------

NAMES = [f"p{number:02}" for number in range(22)]
CROWDED = {name: (0.5 + 0.01 * at, 0.5) for at, name in enumerate(NAMES)}
TIES = [(a, b) for a, b in combinations(NAMES, 2) if (int(a[1:]) * int(b[1:])) % 5 == 1]


def test_every_mark_has_room_for_its_name() -> None:
    found = network.placed(CROWDED)
    assert set(found) == set(NAMES)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in found.values())
    wide, high = 350 - 112, 510
    for (x, y), (x2, y2) in combinations(found.values(), 2):
        assert abs(x - x2) * wide > 60 or abs(y - y2) * high > 40


def test_places_are_the_same_every_time() -> None:
    turned = dict(reversed(CROWDED.items()))
    assert network.placed(CROWDED, TIES) == network.placed(turned, reversed(TIES))


def test_fewer_ties_run_under_a_third_mark() -> None:
    def under(places: dict[str, network.Place]) -> int:
        spots = {name: np.array(place) * network._SIZE for name, place in places.items()}
        return sum(
            _away(spots[other], spots[a], spots[b]) < network._MARK
            for a, b in TIES
            for other in NAMES
            if other not in (a, b)
        )

    before, after = under(network.placed(CROWDED)), under(network.placed(CROWDED, TIES))
    assert after < before * 0.75


def _away(point: Any, start: Any, end: Any) -> float:
    along = end - start
    part = min(1, max(0, float((point - start) @ along / (along @ along))))
    return float(np.linalg.norm(point - start - part * along))


@pytest.mark.parametrize("count", [0, 1, 2, 5, 40])
def test_any_number_of_partners_has_places(count: int) -> None:
    found = network.placed({f"p{at}": (0.5, 0.5) for at in range(count)})
    assert len(set(found.values())) == count


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("GGD", ["GGD"]),
        ("Organisatie voor thuiszorg", ["Organisatie", "voor thuiszorg"]),
        ("Ondersteuners van de huisartsen in Alphen", ["Ondersteuners", "van de…"]),
        ("Driekwartlangorganisatienaam", ["Driekwartlangorg…"]),
    ],
)
def test_a_label_has_two_short_lines(name: str, lines: list[str]) -> None:
    assert network.label(name).split("\n") == lines
