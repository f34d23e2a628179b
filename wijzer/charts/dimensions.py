"""How partners judge the cooperation: a row per dimension, then and now, each with its interval.

Frame, one or two rows per dimension: order (int), name, when ('then' or 'now'), round, mean, low,
high (1–5; low and high null without an interval), text, told. Then is hollow and grey and stands
above now, which is filled; the whole scale from 1 to 5 is always in view.
"""

from functools import cache
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.palette import ACCENT, LINE, PAPER, SOFT

ROW = 64
_FIGURE = 46
"""Pixels at the right for the figure."""
_DOWN = {"then": 0, "now": 18}
_LOOK = {"then": (SOFT, PAPER), "now": (ACCENT, ACCENT)}
_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))


@cache
def spec() -> Spec:
    """The chart; no data."""
    told = (
        "Per onderdeel een punt met een lijn voor het interval: grijs en open is de eerdere ronde, "
        "blauw en dicht is de latere. De tabel geeft dezelfde cijfers."
    )
    layers = [*_names(), *(layer for when in _DOWN for layer in _round(when))]
    return theme.finish(alt.layer(*layers).properties(height=alt.Step(ROW)), told)


def _x(field: str) -> alt.X:
    reach: list[Any] = [8, {"expr": f"width - {_FIGURE} - 12"}]
    scale = alt.Scale(domain=[1, 5], nice=False, zero=False, range=reach)
    ticks = alt.Axis(
        values=[1, 2, 3, 4, 5], orient="top", format="d", gridColor=LINE, domain=False, ticks=False,
        labelExpr="datum.value === 1 ? '1 nee' : datum.value === 5 ? '5 ja' : datum.label",
        title=None, aria=False,
    )  # fmt: skip
    return alt.X(field=field, type="quantitative", scale=scale, axis=ticks, title=None)


def _names() -> list[Layer]:
    """The name above its marks, with a white edge over the line of the scale."""
    font: dict[str, Any] = {
        "align": "left", "dx": 2, "yOffset": -20, "fontSize": theme.SIZE, "aria": False,
        "limit": {"expr": "width"},
    }  # fmt: skip
    first = theme.rows().transform_filter("datum.when === 'now'")
    place: dict[str, Any] = {
        "x": alt.value(0),
        "y": _Y,
        "text": alt.Text(field="name", type="nominal"),
    }
    edge = first.mark_text(**font, stroke=PAPER, strokeWidth=5)
    return [edge.encode(**place), first.mark_text(**font).encode(**place)]


def _round(when: str) -> list[Layer]:
    stroke, fill = _LOOK[when]
    down: dict[str, Any] = {"yOffset": _DOWN[when]}
    mine = theme.rows().transform_filter(f"datum.when === '{when}'")
    sure = mine.transform_filter("isValid(datum.low)")
    tips = theme.tips(name="Onderdeel", round="Ronde", told="Gemiddelde (interval)")
    described = alt.Description(field="told", type="nominal")
    return [
        sure.mark_rule(strokeWidth=3, color=stroke, aria=False, **down).encode(
            x=_x("low"), x2=alt.X2(field="high"), y=_Y
        ),
        mine.mark_point(
            size=130, opacity=1, filled=True, fill=fill, stroke=stroke, strokeWidth=2.5, **down
        ).encode(x=_x("mean"), y=_Y, description=described, tooltip=tips),
        mine.mark_text(
            align="right", color=stroke, aria=False,
            fontWeight="bold" if when == "now" else "normal", **down,
        ).encode(
            x=alt.value({"expr": "width - 4"}),
            y=_Y,
            text=alt.Text(field="text", type="nominal"),
        ),
    ]  # fmt: skip
