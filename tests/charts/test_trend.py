from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.charts import trend
from wijzer.palette import hue

ROWS = pd.DataFrame(
    [
        ("area", "Moerwijk", 2016, 49.0, 0),
        ("area", "Moerwijk", 2020, 54.0, 1),
        ("area", "Moerwijk", 2022, None, 1),
        ("municipality", "Den Haag", 2016, 47.0, 0),
        ("municipality", "Den Haag", 2022, 54.2, 1),
        ("break", None, 2020, None, None),
    ],
    columns=["kind", "area_name", "year", "value", "segment"],
)


@pytest.mark.parametrize(
    ("values", "low"),
    [
        ([38, 41, 55], 0),
        ([9, 10, 10.5], 0),
        ([80, 81], 60),
        ([76, 84, 94], 70),
        ([76, 84, 96], 0),
        ([312_000, 330_000], 200_000),
        ([-0.2, 0.1], 0),
        ([5.0, 5.2], 0),
        ([None, float("nan")], 0),
        ([], 0),
    ],
)
def test_where_the_axis_starts(values: list[float | None], low: float) -> None:
    assert trend.floor(values) == low


@given(st.lists(st.floats(0, 1e6), min_size=1))
def test_the_axis_holds_all_and_spans_a_quarter_of_its_top(values: list[float]) -> None:
    low = trend.floor(values)
    assert 0 <= low <= min(values)
    assert max(values) - low >= max(values) / 4 - 1e-9 * max(values)


def test_an_axis_that_does_not_start_at_0_says_so() -> None:
    assert trend.NOT_FROM_ZERO in str(trend.spec("%", 0, (2016, 2020), 60.0))
    assert trend.NOT_FROM_ZERO not in str(trend.spec("%", 0, (2016, 2020), 0.0))


def test_names_stand_at_the_last_measured_year() -> None:
    rows = trend.labelled(ROWS)
    named = rows[rows["label"].notna()]
    assert sorted(zip(named["label"], named["year"], strict=True)) == [
        ("Den Haag", 2022),
        ("Moerwijk", 2020),
    ]
    ends = dict(zip(named["label"], named["label_value"], strict=True))
    assert ends["Den Haag"] - ends["Moerwijk"] == pytest.approx(54.2 * 0.075)


def test_no_row_is_lost_and_the_area_is_drawn_last() -> None:
    rows = trend.labelled(ROWS)
    assert len(rows) == len(ROWS)
    drawn = [kind for kind in rows["kind"] if kind != "break"]
    assert drawn == ["municipality"] * 2 + ["area"] * 3


def test_labels_of_nothing() -> None:
    assert trend.labelled(ROWS[ROWS["value"].isna()])["label"].isna().all()


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=8).map(sorted))
def test_names_keep_order_and_distance(values: list[float]) -> None:
    places = trend.apart(values, 5.0)
    assert all(high - low >= 5 - 1e-6 for low, high in pairwise(places))
    assert sum(places) == pytest.approx(sum(values), abs=1e-6)


def test_names_that_do_not_touch_stay() -> None:
    assert trend.apart([1.0, 20.0, 40.0], 5.0) == [1.0, 20.0, 40.0]


def test_no_line_runs_across_a_break() -> None:
    spec = trend.spec("%", 0, (2016, 2020), 0.0, 2)
    (line,) = [one for one in spec["layer"] if one["mark"]["type"] == "line"]
    assert [one["field"] for one in line["encoding"]["detail"]] == ["area_name", "segment"]
    assert line["encoding"]["color"]["scale"]["range"][-1] == hue(2)


def test_years_stand_only_where_measured_on_a_true_scale() -> None:
    spec = trend.spec("km", 1, (2012, 2016, 2020, 2022))
    (line,) = [one for one in spec["layer"] if one["mark"]["type"] == "line"]
    assert line["encoding"]["x"]["type"] == "quantitative"
    assert line["encoding"]["x"]["axis"]["values"] == [2012, 2016, 2020, 2022]
    assert line["encoding"]["y"]["title"] == "km"


def test_a_year_without_figure_stays_in_the_picture() -> None:
    spec = trend.spec("%", 0, (2016, 2020))
    hollow = [one for one in spec["layer"] if one["encoding"]["y"].get("value") == "height"]
    assert [one["transform"][0]["filter"] for one in hollow] == [
        "datum.kind === 'area' && !isValid(datum.value)"
    ]


@pytest.mark.parametrize("years", [(), (2020,)])
def test_few_years_still_make_an_axis(years: tuple[int, ...]) -> None:
    spec = trend.spec("%", 0, years)
    (line,) = [one for one in spec["layer"] if one["mark"]["type"] == "line"]
    low, high = line["encoding"]["x"]["scale"]["domain"]
    assert low < high


# --- events ---------------------------------------------------------------------------------------

EVENT = pd.DataFrame(
    [("event", 2021.5, "1", 0, "▶ start: ‘Wandelen’, 1 januari 2022")],
    columns=["kind", "year", "number", "down", "event"],
)


def test_without_events_nothing_changes() -> None:
    plain, happened = trend.spec("%", 0, (2016, 2020)), trend.spec("%", 0, (2016, 2020), until=2022)
    assert "event" not in str(plain)
    assert "'event'" in str(happened["layer"])
    assert len(happened["layer"]) > len(plain["layer"])


@pytest.mark.parametrize(("until", "last"), [(2022.5, 2022.5), (2018.0, 2020)])
def test_the_axis_runs_on_to_the_last_event(until: float, last: float) -> None:
    spec = trend.spec("%", 0, (2016, 2020), until=until)
    placed = [one["encoding"]["x"] for one in spec["layer"]]
    assert {tuple(x["scale"]["domain"]) for x in placed} == {(2016, last)}
    assert {tuple(x["axis"]["values"]) for x in placed} == {(2016, 2020)}


def test_an_event_is_no_figure() -> None:
    rows = trend.labelled(pd.concat([ROWS, EVENT], ignore_index=True))
    assert len(rows) == len(ROWS) + 1
    assert rows.loc[rows["kind"] == "event", "label"].isna().all()
    spec = trend.spec("%", 0, (2016, 2020), until=2022)
    (line,) = [one for one in spec["layer"] if one["mark"]["type"] == "line"]
    assert "isValid(datum.value)" in str(line["transform"])
