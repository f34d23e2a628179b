"""The two charts that lay one area beside another: bands and columns."""

from typing import Any

import pytest

from wijzer.charts import bands, columns
from wijzer.palette import hue

COLUMN = columns.spec("Alphen Noord", "Alphen aan den Rijn", 1)
BANDS = bands.spec("Oudshoorn", "Alphen aan den Rijn", 1)


def filters(layer: dict[str, Any]) -> list[str]:
    return [step["filter"] for step in layer.get("transform", []) if "filter" in step]


def test_all_marks_of_a_row_share_one_scale() -> None:
    placed = [one for one in COLUMN["layer"] if one["encoding"]["x"].get("field") == "x"]
    assert {filters(one)[0] for one in placed} == {
        f"datum.kind === '{kind}'" for kind in ("area", "subdistrict", "municipality", "country")
    }
    assert all(one["encoding"]["x"]["scale"]["domain"] == [0, 1] for one in placed)


def test_three_columns_have_the_same_scale_and_row_height() -> None:
    other = columns.spec("Zuidwest", "Den Haag", 2)
    assert COLUMN["height"] == other["height"]
    assert [one["encoding"]["y"] for one in COLUMN["layer"]] == [
        one["encoding"]["y"] for one in other["layer"]
    ]


def test_the_area_has_the_hue_of_its_neighbourhood() -> None:
    areas = [one for one in COLUMN["layer"] if "shape" in one["encoding"]]
    assert [one["mark"]["color"] for one in areas] == [hue(1)]


def test_a_row_that_cannot_be_compared_says_so() -> None:
    assert "(datum.flag ? '* ' : '')" in str(COLUMN["layer"])
    tips = [tip["field"] for one in COLUMN["layer"] for tip in one["encoding"].get("tooltip", [])]
    assert "flag" in tips


@pytest.mark.parametrize(("spec", "column"), [(COLUMN, "datum.x"), (BANDS, "datum.share")])
def test_a_missing_figure_keeps_its_words(spec: dict[str, Any], column: str) -> None:
    lacking = [one for one in spec["layer"] if f"!isValid({column})" in filters(one)]
    assert lacking
    assert {one["mark"]["type"] for one in lacking} == {"text"}


def test_bars_start_at_0_and_share_a_scale() -> None:
    bars = [one for one in BANDS["layer"] if one["mark"]["type"] == "bar"]
    assert [filters(one)[0] for one in bars] == [
        "datum.role === 'gebied'",
        "datum.role === 'gemeente'",
    ]
    assert all(one["encoding"]["x"]["scale"]["zero"] for one in bars)
    assert BANDS.get("resolve") is None
