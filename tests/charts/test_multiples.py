"""Small multiples: equal axes in every panel, no line across a break, no figure lost."""

import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.charts import multiples
from wijzer.charts.panels import COLUMNS, Axes, Panel, axes, drawn
from wijzer.export.content import Drawing
from wijzer.export.drawing import svg
from wijzer.palette import hue

YEARS = (2012, 2016, 2020)


def rows(*values: float | None, shift: float = 5) -> pd.DataFrame:
    """An area with its municipality and the Netherlands, which lie `shift` lower and higher."""
    found = [
        {
            "kind": kind,
            "area_name": kind,
            "year": year,
            "value": None if value is None else value + by,
            "value_text": "te weinig" if value is None else f"{value + by:.0f}% van de mensen",
            "segment": int(year >= 2020),
        }
        for kind, by in (("area", 0), ("municipality", -shift), ("country", shift))
        for year, value in zip(YEARS, values, strict=True)
    ]
    return pd.DataFrame(found).astype({"value": "float64"})


def panel(*values: float | None, position: int = 0, **more: Any) -> Panel:
    return Panel(f"Wijk {position}", "Stad", "Nederland", position, rows(*values), **more)


THREE = [panel(40, 45, 50), panel(20, None, 30, position=1), panel(60, 62, 64, position=2)]
ALL = axes([value for one in THREE for value in one.rows["value"]], YEARS)


@pytest.mark.parametrize(
    ("values", "low", "top", "step"),
    [
        ([15, 69], 0, 80, 20),
        ([0.3, 1.9], 0, 2, 0.5),
        ([22, 97], 0, 100, 20),
        ([3], 0, 3, 1),
        ([-0.18, 0.06], -0.2, 0.1, 0.05),
        ([-0.18, -0.02], -0.2, 0, 0.05),
        ([92, 95, None, 97], 70, 100, 10),  # all in the top fifth: it may start higher
        ([None], 0, 1, 0.2),
        ([], 0, 1, 0.2),
    ],
)
def test_axes_by_hand(values: list[float | None], low: float, top: float, step: float) -> None:
    found = axes(values, YEARS)
    assert (found.low, found.top, found.step) == pytest.approx((low, top, step))


@given(st.lists(st.floats(-500, 5000, allow_subnormal=False), min_size=1, max_size=12))
def test_axes_hold_every_figure_on_round_numbers(values: list[float]) -> None:
    found = axes(values, YEARS)
    assert found.low - 1e-6 <= min(values) and max(values) <= found.top + 1e-6
    assert found.low <= max(0, min(values)) and found.top >= found.low
    for end in (found.low, found.top):
        assert end / found.step == pytest.approx(round(end / found.step), abs=1e-6)
    assert (found.top - found.low) / found.step <= 7


def test_the_axis_of_years_runs_on_to_the_last_event() -> None:
    assert axes([1], YEARS).last == 2020
    assert axes([1], YEARS, 2022.5).last == 2022.5
    assert axes([1], YEARS, 2014.5).last == 2020


@pytest.mark.parametrize("panels", [1, 3])
def test_all_panels_have_the_same_axes(panels: int) -> None:
    """A year and a value stand at one place in each panel, whatever its own figures are."""
    whole = drawn(THREE[:panels], ALL) if panels == 3 else None
    alone = [drawn([one], ALL) for one in THREE]
    frames = [whole[whole["panel"] == at] for at in range(3)] if whole is not None else alone
    places = []
    for frame in frames:
        years = frame[frame["kind"] == "year"]
        places.append([round(x - frame["panel"].iloc[0], 6) for x in years["x"]])
    assert places[0] == places[1] == places[2] == sorted(places[0])
    spec = multiples.spec("%", 0, ALL, panels, False)
    scales = [
        layer["encoding"]["y"]["scale"]["domain"]
        for layer in spec["layer"]
        if "scale" in layer["encoding"].get("y", {})
    ]
    assert len(scales) >= 3
    assert all(one == [ALL.low, ALL.top] for one in scales)


def test_each_panel_stays_in_its_own_part() -> None:
    found = drawn(THREE, ALL)
    inside = found["x"] - found["panel"]
    assert ((inside >= 0) & (inside <= 1)).all()
    assert list(found.columns) == list(COLUMNS)


def test_every_known_figure_is_drawn_with_its_text() -> None:
    found = drawn(THREE, ALL)
    lines = found[found["kind"].isin(["area", "municipality", "country"])]
    known = pd.concat([one.rows for one in THREE])
    known = known[known["value"].notna()]
    assert sorted(lines["value"]) == sorted(known["value"])
    assert sorted(lines["value_text"]) == sorted(known["value_text"])


def test_a_year_without_a_figure_of_the_area_keeps_its_mark() -> None:
    found = drawn(THREE, ALL)
    missing = found[found["kind"] == "missing"]
    assert missing[["panel", "year", "value_text"]].to_numpy().tolist() == [[1, 2016, "te weinig"]]


def test_the_last_figure_of_each_line_stands_beside_it() -> None:
    found = drawn(THREE, ALL)
    ends = found[found["text_value"].notna()]
    assert ends.groupby("panel")["kind"].nunique().tolist() == [3, 3, 3]
    mine = ends[ends["kind"] == "area"]
    assert mine["text"].tolist() == ["50%", "30%", "64%"]
    gaps = ends[ends["panel"] == 0]["text_value"].sort_values().diff().dropna()
    assert (gaps >= 0.08 * (ALL.top - ALL.low)).all()


def test_the_area_is_drawn_last_and_in_its_own_hue() -> None:
    found = drawn(THREE, ALL)
    lines = found[found["kind"].isin(["area", "municipality", "country"])]
    for at in range(3):
        mine = lines[lines["panel"] == at]
        assert mine["kind"].iloc[-1] == "area"
        assert set(mine.loc[mine["kind"] == "area", "colour"]) == {hue(at)}
    heads = found[(found["kind"] == "head") & (found["look"] == "area")]
    assert heads["text"].tolist() == ["Wijk 0", "Wijk 1", "Wijk 2"]
    assert heads["ink"].tolist() == [hue(at, text=True) for at in range(3)]


def test_no_line_runs_across_a_break_and_the_break_is_marked() -> None:
    spec = multiples.spec("%", 0, ALL, 3, False)
    [line] = [one for one in spec["layer"] if one["mark"]["type"] == "line"]
    assert {one["field"] for one in line["encoding"]["detail"]} == {"panel", "kind", "segment"}
    broken = panel(40, 45, 50, breaks=((2020, "andere vraag"),))
    found = drawn([broken], ALL)
    [stop] = found[found["kind"] == "break"].to_dict("records")
    years = found[found["kind"] == "year"]["x"].tolist()
    assert years[1] < stop["x"] < years[2]
    assert stop["reason"] == "andere vraag"


def test_events_stand_at_their_day_with_their_number() -> None:
    events = pd.DataFrame(
        {"kind": "event", "year": [2016.0, 2021.0], "number": ["1", "2"], "down": [0, 0],
         "event": ["start", "einde"]}
    )  # fmt: skip
    long = axes([60], YEARS, 2021.0)
    found = drawn([panel(40, 45, 50, events=events)], long)
    marks = found[found["kind"] == "event"]
    years = found[found["kind"] == "year"]["x"].tolist()
    assert marks["x"].iloc[0] == pytest.approx(years[1])
    assert marks["x"].iloc[1] > years[2]
    numbered = multiples.spec("%", 0, long, 1, True)
    assert "event" in json.dumps(numbered)
    assert "'event'" not in json.dumps(multiples.spec("%", 0, long, 1, False))


@pytest.mark.parametrize(
    ("years", "shown"),
    [((2012, 2016, 2020), ["2012", "2016", "2020"]), ((2020,), ["2020"]),
     (tuple(range(2010, 2025)), ["2010", "2015", "2024"])],
)  # fmt: skip
def test_as_many_years_as_fit_under_three_panels(years: tuple[int, ...], shown: list[str]) -> None:
    found = drawn(THREE, Axes(0, 80, 20, years))
    first = found[(found["panel"] == 0) & (found["kind"] == "year")]
    assert [text for text in first["text"] if text] == shown
    assert len(first) == len(years)


def test_units_are_written_once_and_in_full() -> None:
    euro = json.dumps(multiples.spec("x 1.000 euro", 1, ALL, 1, False), ensure_ascii=False)
    assert "datum.value * 1000" in euro and '"title": "euro"' in euro
    percent = json.dumps(multiples.spec("%", 0, ALL, 1, False))
    assert "'%'" in percent and "niet bij 0" not in percent
    high = multiples.spec("%", 0, axes([92, 97], YEARS), 1, False)
    assert "De as begint niet bij 0." in json.dumps(high)


def test_a_slide_is_readable_at_its_size() -> None:
    """480 by 290 pixels, shown twice as large: letters of 13 pixels and nothing off the picture."""
    table = pa.Table.from_pandas(drawn(THREE, ALL), preserve_index=False)
    found = svg(Drawing(multiples.spec("%", 0, ALL, 3, False), table), 480, 290)
    assert 'width="480"' in found and 'height="290"' in found
    for text in (
        "Wijk 0",
        "Wijk 1",
        "Wijk 2",
        "— Stad",
        "50%",
        "30%",
        "64%",
        "2012",
        "2020",
        "80%",
    ):
        assert f">{text}<" in found, text
    assert 'font-size="13px"' in found
