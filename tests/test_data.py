"""The tables and shapes in data/: keys, gaps, ranges, borders."""

import csv
import json
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import geopandas
import numpy as np
import pytest
import shapely

from wijzer.catalog import DATA, indicators, neighbourhoods
from wijzer.model import Missing

TABLES = DATA / "tables"
SHAPES = DATA / "shapes"
FIGURES = sorted(TABLES.glob("figures_*.csv"))
LAYERS = {
    "buurten": 44, "subdistricts": 10, "neighbourhoods": 3, "context": 70, "municipalities": 3,
}  # fmt: skip
# Hectares of the wijken in CBS Wijk- en Buurtkaart 2016, full detail.
HECTARES = {
    "WK054609": 197.83, "WK048401": 643.24, "WK048402": 437.43, "WK048403": 325.77,
    "WK051833": 428.35, "WK051834": 169.38, "WK051836": 180.23,
}  # fmt: skip
MUNICIPALITY_HECTARES = {"GM0546": 2327.03, "GM0484": 13249.58, "GM0518": 8553.13}
CATEGORIES = {
    "total": {"all"},
    "age": {"0-15", "15-25", "25-45", "45-65", "65+"},
    "sex": {"men", "women"},
    "origin": {"netherlands", "europe", "outside_europe", "dutch", "western", "non_western"},
    "household": {"all", "single", "without_children", "with_children"},
    "dwellings": {"all"},
    "land": {"ha"},
}


@cache
def read(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def figures() -> list[dict[str, str]]:
    return [row for file in FIGURES for row in read(file.name)]


@cache
def areas() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in read("areas.csv")}


def parts() -> dict[str, list[str]]:
    """Target wijken per municipality."""
    found = defaultdict(list)
    for one in neighbourhoods().values():
        found[one.municipality] += one.parts
    return found


def layer(name: str) -> geopandas.GeoDataFrame:
    return geopandas.read_file(SHAPES / f"{name}.geojson").set_index("code")


def hectares(name: str) -> dict[str, float]:
    return dict(layer(name).to_crs(28992).area / 10_000)


def test_areas() -> None:
    levels = Counter(row["level"] for row in areas().values())
    assert levels == {"country": 1, "municipality": 3, "wijk": 70, "buurt": 44}
    assert len(areas()) == len(read("areas.csv"))
    assert areas()["GM0518"]["name"] == "Den Haag"
    assert areas()["GM0518"]["cbs_name"] == "'s-Gravenhage"
    assert areas()["WK054609"]["name"] == "Stevenshof"


def test_every_target_buurt_lies_in_a_target_wijk() -> None:
    targets = {wijk for wijken in parts().values() for wijk in wijken}
    wijken = {row["wijk"] for row in areas().values() if row["level"] == "buurt"}
    assert wijken == targets


@pytest.mark.parametrize("file", [*FIGURES, TABLES / "population.csv"], ids=lambda file: file.stem)
def test_files_are_sorted_plain_text(file) -> None:
    text = file.read_bytes()
    assert b"\r" not in text
    assert text.endswith(b"\n")
    assert not text.startswith(b"\xef\xbb\xbf")
    keys = ("area", "year", "trait", "category")
    if file in FIGURES:
        keys = ("indicator", "year", "area")
    found = [tuple(row[key] for key in keys) for row in read(file.name)]
    assert found == sorted(found)


def test_keys_of_figures_are_unique_and_known() -> None:
    keys = Counter((row["area"], row["indicator"], row["year"]) for row in figures())
    assert [key for key, times in keys.items() if times > 1] == []
    assert {row["indicator"] for row in figures()} == set(indicators())
    assert {row["area"] for row in figures()} - areas().keys() == {"alphen-noord"}


def test_a_figure_has_a_value_or_a_reason_never_both() -> None:
    for row in figures():
        assert bool(row["value"]) != bool(row["missing"]), row
        assert not row["missing"] or row["missing"] in set(Missing), row
        assert not row["missing"] or row["note"], row


def test_every_figure_tells_its_source() -> None:
    for row in (*figures(), *read("population.csv")):
        assert row["source"], row
        assert row["table"], row
        assert row["licence"], row


def test_no_figure_is_invented() -> None:
    assert {row["example"] for row in figures()} == {""}


def test_values_lie_in_the_range_of_their_indicator() -> None:
    for row in figures():
        if row["value"]:
            one = indicators()[row["indicator"]]
            assert one.low <= float(row["value"]), row
            assert one.high is None or float(row["value"]) <= one.high, row


@pytest.mark.parametrize("level", ["wijk", "buurt"])
def test_no_silent_gaps(level) -> None:
    present = defaultdict(set)
    for row in figures():
        present[row["indicator"], row["year"]].add(row["area"])
    for municipality, wijken in parts().items():
        group = {municipality, *wijken}
        asking = set(wijken)
        if level == "buurt":
            group = {code for code, row in areas().items() if row["wijk"] in wijken}
            asking = group
        for key, found in present.items():
            assert not found & asking or group <= found, (key, group - found)


def test_no_impossible_jumps() -> None:
    series = defaultdict(list)
    for row in sorted(figures(), key=lambda row: row["year"]):
        if row["value"]:
            series[row["area"], row["indicator"]].append((int(row["year"]), float(row["value"])))
    for (area, id), points in series.items():
        one = indicators()[id]
        for (first, old), (last, new) in pairwise(points):
            if one.unit == "%" and not any(first < gap.year <= last for gap in one.breaks):
                assert abs(new - old) <= (one.max_jump or 30), (area, id, first, last)


def test_blank_small_buurten_say_why() -> None:
    blank = [row for row in figures() if row["missing"] == "not_published"]
    survey = [row for row in blank if row["table"] == "50090NED"]
    names = {areas()[row["area"]]["name"] for row in survey}
    assert names == {"Rijnoord", "Bedrijventerrein Heimanswetering", "Kromme Aar"}
    assert {areas()[row["area"]]["level"] for row in blank} == {"buurt"}
    assert all("te weinig" in row["note"] for row in blank)


def test_the_spread_of_2020_has_all_inhabited_wijken() -> None:
    found = {row["area"] for row in figures() if row["indicator"] == "eenzaam" and row["value"]}
    wijken = {code for code, row in areas().items() if row["level"] == "wijk"}
    assert {areas()[code]["name"] for code in wijken - found} == {"Oostduinen"}


def test_alphen_before_the_merger_is_not_compared() -> None:
    early = [row for row in figures() if row["area"] == "GM0484" and int(row["year"]) < 2014]
    register = [row for row in early if indicators()[row["indicator"]].method == "register"]
    assert {row["missing"] for row in register} == {"not_applicable"}


def test_population() -> None:
    rows = read("population.csv")
    keys = Counter((row["area"], row["year"], row["trait"], row["category"]) for row in rows)
    assert max(keys.values()) == 1
    assert {row["area"] for row in rows} == set(areas())
    for row in rows:
        assert row["category"] in CATEGORIES[row["trait"]]
        assert bool(row["count"]) != bool(row["missing"])
        assert not row["count"] or float(row["count"]) >= 0
        if row["rounding"] == "5":
            assert float(row["count"]) % 5 == 0


def test_ages_add_up_but_for_rounding() -> None:
    counts = defaultdict(dict)
    for row in read("population.csv"):
        counts[row["area"], row["year"], row["trait"]][row["category"]] = float(row["count"] or 0)
    complete = [key for key in counts if key[2] == "age" and (*key[:2], "total") in counts]
    assert len(complete) > 100
    for area, year, _ in complete:
        total = counts[area, year, "total"]["all"]
        ages = sum(counts[area, year, "age"].values())
        assert abs(total - ages) <= max(25, 0.0005 * total), (area, year)


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_is_valid_and_without_gaps_or_overlaps(name) -> None:
    shapes = layer(name)
    assert len(shapes) == LAYERS[name]
    assert shapes.crs == 4326
    assert shapes.geometry.is_valid.all()
    assert shapely.coverage_is_valid(np.array(shapes.geometry))
    plain = shapes.to_crs(28992)
    whole = shapely.union_all(np.array(plain.geometry))
    assert plain.area.sum() - whole.area == pytest.approx(0, abs=1)


def test_levels_fit_into_each_other() -> None:
    for small, large in (
        ("buurten", "subdistricts"),
        ("subdistricts", "neighbourhoods"),
        ("context", "municipalities"),
    ):
        inner = shapely.union_all(np.array(layer(small).to_crs(28992).geometry))
        outer = shapely.union_all(np.array(layer(large).to_crs(28992).geometry))
        assert inner.symmetric_difference(outer).area == pytest.approx(0, abs=1)


def test_there_is_no_hole_in_a_neighbourhood_or_municipality() -> None:
    for name in ("subdistricts", "neighbourhoods", "municipalities"):
        for shape in layer(name).geometry:
            assert all(not one.interiors for one in shapely.get_parts(shape)), name


@pytest.mark.parametrize(
    ("name", "original"), [("context", HECTARES), ("municipalities", MUNICIPALITY_HECTARES)]
)
def test_areas_are_those_of_the_original(name, original) -> None:
    found = hectares(name)
    assert {code: found[code] for code in original} == pytest.approx(original, rel=0.01)


def test_joined_buurten_have_the_area_of_their_wijk() -> None:
    found = defaultdict(float)
    for code, size in hectares("buurten").items():
        found[areas()[code]["wijk"]] += size
    assert found == pytest.approx(HECTARES, rel=0.01)


@pytest.mark.parametrize("name", LAYERS)
def test_shapes_carry_name_and_source_and_are_small(name) -> None:
    known = {one.code: one.name for one in neighbourhoods().values()}
    known |= {code: row["name"] for code, row in areas().items()}
    content = json.loads((SHAPES / f"{name}.geojson").read_text("utf-8"))
    for feature in content["features"]:
        facts = feature["properties"]
        assert facts["name"] == known[facts["code"]]
        assert all(facts[key] for key in ("level", "source", "table", "year", "licence"))
        points = shapely.get_coordinates(shapely.from_geojson(json.dumps(feature["geometry"])))
        assert np.abs(points - points.round(5)).max() < 1e-9


def test_all_shapes_together_are_under_300_kb() -> None:
    assert sum(file.stat().st_size for file in SHAPES.glob("*.geojson")) < 300_000


def test_the_readme_tells_of_every_table() -> None:
    text = (DATA / "README.md").read_text("utf-8")
    for file in FIGURES:
        assert file.name in text
        assert f"{len(read(file.name)):,}" in text
    assert "whosonfirst" in text
