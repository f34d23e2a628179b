"""From approached to finished: a bar per step, each a part of the first.

Frame, one row per step: order (int), name, length (0–1, null when it is hidden), text (the number,
or why there is none), of_first_text. Bars start at 0.
"""

from functools import cache
from typing import Any

import altair as alt

from wijzer import texts
from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.palette import PAPER, SOFT, hue

ROW = 46
_FIGURE = 96
"""Pixels at the right for the number."""

_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))


@cache
def spec(position: int = 0) -> Spec:
    """The chart, in the hue of the neighbourhood at this place in the catalogue; no data."""
    told = "Staven: hoeveel mensen er bij elke stap nog zijn. De tabel geeft dezelfde cijfers."
    layers = [_names(), _bars(position), *_figures(position)]
    return theme.finish(alt.layer(*layers).properties(height=alt.Step(ROW)), told)


def _names() -> Layer:
    return (
        theme.rows()
        .mark_text(align="left", dx=2, yOffset=-11, fontSize=theme.SIZE, aria=False)
        .encode(x=alt.value(0), y=_Y, text=alt.Text(field="name", type="nominal"))
    )


def _bars(position: int) -> Layer:
    reach: list[Any] = [2, {"expr": f"width - {_FIGURE + 8}"}]
    scale = alt.Scale(domain=[0, 1], nice=False, range=reach)
    return (
        theme.rows()
        .transform_filter("isValid(datum.length)")
        .transform_calculate(told="datum.name + ': ' + datum.text")
        .mark_bar(color=hue(position), height=14, yOffset=8, cornerRadiusEnd=2)
        .encode(
            x=alt.X(field="length", type="quantitative", axis=None, scale=scale),
            y=_Y,
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(**texts.FUNNEL_TOOLTIP),
        )
    )


def _figures(position: int) -> list[Layer]:
    end: dict[str, Any] = {"align": "right", "yOffset": 8, "aria": False}
    place: dict[str, Any] = {
        "x": alt.value({"expr": "width - 4"}),
        "y": _Y,
        "text": alt.Text(field="text", type="nominal"),
    }
    known = theme.rows().transform_filter("isValid(datum.length)")
    lacking = theme.rows().transform_filter("!isValid(datum.length)")
    quiet = end | {"fontStyle": "italic"}
    return [
        known.mark_text(
            **end, fontWeight="bold", fontSize=15, color=hue(position, text=True)
        ).encode(**place),
        lacking.mark_text(**quiet, stroke=PAPER, strokeWidth=6).encode(**place),
        lacking.mark_text(**quiet, color=SOFT).encode(**place),
    ]
