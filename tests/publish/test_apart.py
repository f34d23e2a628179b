"""How much the neighbourhoods differ: by hand, and on the real figures."""

from typing import Any

import pandas as pd
import pytest

from tests.publish.test_together import profile
from wijzer import catalog, publish, texts
from wijzer.model import Weight
from wijzer.publish.apart import apart
from wijzer.publish.together import completed


def columns(*values: tuple[float, float], **changed: Any) -> pd.DataFrame:
    """Columns of one figure: per neighbourhood its value and that of its municipality."""
    profiles = {
        str(at): profile(
            str(at),
            {"value": value, "municipality_value": own, "country_value": float("nan")} | changed,
        )
        for at, (value, own) in enumerate(values)
    }
    wholes = {id: (id, f"Wijk {id}") for id in profiles}
    return publish.columns(wholes, dict.fromkeys(wholes, ()), profiles)


@pytest.mark.parametrize(
    ("values", "size"),
    [
        # Differences of +10, 0 and −10 on a scale from 40 to 60: 20 of 20.
        (((60, 50), (50, 50), (40, 50)), 1.0),
        # The cities differ, the neighbourhoods stand equally far from their own: nothing.
        (((60, 50), (40, 30), (80, 70)), 0.0),
        # Differences of +10 and −5 on a scale from 30 to 60: 15 of 30.
        (((60, 50), (30, 35)), 0.5),
        # All figures are the same: there is no scale.
        (((50, 50), (50, 50)), 0.0),
        # 0.3 and 0.4 points read as no difference: rounded as they are printed.
        (((50.3, 50), (50.4, 50)), 0.0),
    ],
)
def test_by_hand(values: tuple[tuple[float, float], ...], size: float) -> None:
    [found] = apart(columns(*values))
    assert found.size == pytest.approx(size)
    assert found.why == ""


def test_differences_within_make_the_scale_wide() -> None:
    """The scale is that of the columns: with a subdistrict at 90 it is three times as wide."""
    profiles = {
        "A": profile("A", {"value": 60.0, "country_value": float("nan")}),
        "B": profile("B", {"value": 50.0, "country_value": float("nan")}),
        "B1": profile("B1", {"value": 80.0}),
    }
    wholes = {"a": ("A", "A"), "b": ("B", "B")}
    [plain] = apart(publish.columns(wholes, {"a": (), "b": ()}, profiles))
    [wide] = apart(publish.columns(wholes, {"a": (), "b": ("B1",)}, profiles))
    assert (plain.size, wide.size) == (pytest.approx(1), pytest.approx(1 / 3))


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ({"year": 2020}, "2020"),
        ({"tbl": "50090NED"}, "50090NED"),
        ({"value": float("nan")}, "Bos"),
        ({"municipality_value": float("nan"), "municipality_name": "Dorp"}, "Dorp"),
    ],
)
def test_what_cannot_be_compared_says_why(second: dict[str, Any], said: str) -> None:
    profiles = {"A": profile("Aas"), "B": profile("Bos", second)}
    wholes = {"a": ("A", "Aas"), "b": ("B", "Bos")}
    [found] = apart(publish.columns(wholes, {"a": (), "b": ()}, profiles))
    assert said in found.why
    assert found.size == 0


def test_every_figure_stands_once_and_the_incomparable_last(real: pd.DataFrame) -> None:
    found = apart(real)
    assert sorted(one.indicator for one in found) == sorted(set(real["indicator"]))
    reasons = [bool(one.why) for one in found]
    assert reasons == sorted(reasons)
    sizes = [one.size for one in found if not one.why]
    assert sizes == sorted(sizes, reverse=True)
    assert all(0 <= size <= 2 for size in sizes) and sizes[0] > 0.5


def test_counts_of_people_and_flagged_rows_are_not_compared(real: pd.DataFrame) -> None:
    flagged = set(real.loc[real["flag"] != "", "indicator"])
    counts = {id for id, one in catalog.indicators().items() if one.weight is Weight.SUM}
    why = {one.indicator: one.why for one in apart(real)}
    assert all(why[id] for id in flagged | counts)
    only = columns((9000, 200000), (30000, 120000), indicator="inwoners", name="Inwoners")
    assert [one.why for one in apart(only)] == [texts.APART_COUNTS]


def test_a_lacking_figure_keeps_its_row_in_each_column(real: pd.DataFrame) -> None:
    """Else rows of columns beside each other would not stand at one height."""
    whole = completed(real)
    areas = whole[whole["kind"] == "area"]
    count = real["indicator"].nunique()
    assert areas.groupby("neighbourhood")["indicator"].nunique().tolist() == [count] * 3
    assert len(areas) == 3 * count
    added = areas.merge(real[real["kind"] == "area"], how="left", on=["neighbourhood", "indicator"])
    new = added[added["text_y"].isna()]
    assert len(new) > 0
    assert set(new["text_x"]) == {texts.NO_FIGURE}
    assert new["value_x"].isna().all() and new["x_x"].isna().all()
    assert real.equals(whole.head(len(real)).astype(real.dtypes.to_dict()))
