"""What a vote says: a bar per theme, the best first, one chart per group of voters.

Frame, one row per theme: order (int), name, length (0–1, the share as part of the largest of all
groups), share_text, place_text. Bars start at 0 and both groups have the same scale, so that they
can be held beside each other.
"""

from functools import cache
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Spec
from wijzer.palette import ACCENT, SOFT

ROW = 46
_FIGURE = 64
"""Pixels at the right for the figure."""

_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))


@cache
def spec() -> Spec:
    """The chart; no data."""
    told = "Staven: aandeel per thema, het hoogste bovenaan. De tabel geeft dezelfde cijfers."
    layers = [_names(), _bars(), _figures()]
    return theme.finish(alt.layer(*layers).properties(height=alt.Step(ROW)), told)


def _names() -> theme.Layer:
    limit = {"expr": f"width - {_FIGURE}"}
    return (
        theme.rows()
        .mark_text(align="left", dx=2, yOffset=-11, fontSize=theme.SIZE, limit=limit, aria=False)
        .encode(x=alt.value(0), y=_Y, text=alt.Text(field="name", type="nominal"))
    )


def _bars() -> theme.Layer:
    reach: list[Any] = [2, {"expr": f"width - {_FIGURE} - 8"}]
    scale = alt.Scale(domain=[0, 1], nice=False, range=reach)
    return (
        theme.rows()
        .mark_bar(color=ACCENT, height=12, yOffset=8, cornerRadiusEnd=2)
        .encode(
            x=alt.X(field="length", type="quantitative", axis=None, scale=scale),
            y=_Y,
            tooltip=theme.tips(name="Thema", share_text="Aandeel", place_text="Plaats"),
        )
    )


def _figures() -> theme.Layer:
    return (
        theme.rows()
        .mark_text(align="right", yOffset=8, fontWeight="bold", color=SOFT, aria=False)
        .encode(
            x=alt.value({"expr": "width - 4"}),
            y=_Y,
            text=alt.Text(field="share_text", type="nominal"),
        )
    )
