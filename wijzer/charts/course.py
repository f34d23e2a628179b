"""Planned against actual: sessions agreed and held, added up by month, and what happened.

Frame, with year (a point in time) and kind:
    'agreed', 'held': value (sessions so far), label (only on the last row) and told;
    'cancelled': value (sessions in that month) and told;
    'event': see `events`.
The axis of time has whole calendar years, the vertical one starts at 0.
"""

from functools import lru_cache
from typing import Any

import altair as alt

from wijzer.charts import events, theme
from wijzer.charts.theme import Layer, Spec
from wijzer.model import Sign
from wijzer.palette import INK, PAPER, SIGN_COLOUR, SOFT, hue

HEIGHT = 280
ROOM = 96
"""Pixels at the right for the names of the lines."""
_KINDS = ("agreed", "held")
CANCELLED = SIGN_COLOUR[Sign.UNFAVOURABLE]


@lru_cache(maxsize=128)
def spec(first: int, last: int, position: int = 0) -> Spec:
    """The chart from the beginning of one year to that of another; no data.

    `position` is the neighbourhood's place in the catalogue, for its hue.
    """
    base, x, y = theme.rows(), _x(first, last), _y()
    layers = [
        _bars(base, x, y),
        *events.layers(base, x, at_foot=False),
        _line(base, x, y, "agreed", SOFT, 2, [5, 4]),
        _line(base, x, y, "held", hue(position), 3.2, [1, 0]),
        *_names(base, x, y, position),
    ]
    told = "Twee lijnen over de tijd: bijeenkomsten die waren afgesproken en die doorgingen."
    return theme.finish(alt.layer(*layers).properties(height=HEIGHT), told)


def _x(first: int, last: int) -> alt.X:
    scale = alt.Scale(
        domain=[first, last], range=[6, {"expr": f"width - {ROOM}"}], nice=False, zero=False
    )
    years = list(range(first, last + 1))
    axis = alt.Axis(
        values=years, format="d", grid=False, labelOverlap="greedy", tickSize=5, aria=False
    )
    return alt.X(field="year", type="quantitative", title=None, axis=axis, scale=scale)


def _y() -> alt.Y:
    axis = alt.Axis(tickCount=5, tickMinStep=1, format="d", domain=False, ticks=False, aria=False)
    scale = alt.Scale(zero=True, nice=5)
    return alt.Y(field="value", type="quantitative", axis=axis, scale=scale, title=None)


def _of(base: Layer, kind: str) -> Layer:
    return base.transform_filter(f"datum.kind === '{kind}'")


def _line(
    base: Layer, x: alt.X, y: alt.Y, kind: str, colour: str, width: float, dash: list[int]
) -> Layer:
    mark = {"interpolate": "linear", "strokeWidth": width, "strokeDash": dash, "color": colour}
    tips = theme.tips(told="Bijeenkomsten")
    return _of(base, kind).mark_line(**mark, aria=False).encode(x=x, y=y, tooltip=tips)


def _bars(base: Layer, x: alt.X, y: alt.Y) -> Layer:
    """Sessions that were not held, by month, on the same scale as the lines."""
    return (
        _of(base, "cancelled")
        .mark_bar(color=CANCELLED, width=4, aria=False)
        .encode(x=x, y=y, tooltip=theme.tips(told="Ging niet door"))
    )


def _names(base: Layer, x: alt.X, y: alt.Y, position: int) -> list[Layer]:
    """The name of each line at its end, with a white edge."""
    rows = base.transform_filter("isValid(datum.label)").transform_calculate(
        ink=f"datum.kind === 'held' ? '{hue(position, text=True)}' : '{INK}'"
    )
    font: dict[str, Any] = {"align": "left", "dx": 8, "aria": False}
    place: dict[str, Any] = {
        "x": x,
        "y": alt.Y(field="label_value", type="quantitative", scale=alt.Scale(zero=True, nice=5)),
        "text": alt.Text(field="label", type="nominal"),
    }
    return [
        rows.mark_text(**font, stroke=PAPER, strokeWidth=5).encode(**place),
        rows.mark_text(**font).encode(
            **place, color=alt.Color(field="ink", type="nominal", scale=None)
        ),
    ]
