"""What began, stopped or changed, on any chart over time: a thin line with a number.

The number stands where the lines of the chart are not: at the foot of a trend that runs near the
top of its axis, at the head of a count that begins at nothing.

Rows of a frame with kind 'event' have year (a point in time), number (text), down (0 or more,
so that numbers that lie close stand under each other) and event (the event in words).
"""

from collections.abc import Iterable, Sequence

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Layer
from wijzer.palette import INK, PAPER, SOFT

LEVELS = 6
_STEP = 19
_CLOSE = 0.08
"""Part of the axis within which two numbers would touch, on a phone."""


def levels(places: Sequence[float], span: float) -> list[int]:
    """For rising places on an axis of this length: how far down each number stands."""
    found: list[int] = []
    for at, place in enumerate(places):
        close = at > 0 and place - places[at - 1] < _CLOSE * span
        found.append((found[-1] + 1) % LEVELS if close else 0)
    return found


def numbers(count: int) -> Iterable[str]:
    """The numbers of this many events, as they stand in the chart and in its table."""
    return (str(one) for one in range(1, count + 1))


def layers(base: Layer, x: alt.X, at_foot: bool) -> list[Layer]:
    """The lines, and their numbers on a white disc."""
    found = base.transform_filter("datum.kind === 'event'")
    down = f"datum.down * {_STEP}"
    y = f"height - 20 - {down}" if at_foot else f"9 + {down}"
    place = {"x": x, "y": alt.value({"expr": y})}
    tips = theme.tips(number="Nummer", event="Wat")
    text = alt.Text(field="number", type="nominal")
    return [
        found.mark_rule(color=SOFT, strokeWidth=1, aria=False).encode(
            x=x, y=alt.value(0), y2=alt.value("height"), tooltip=tips
        ),
        found.mark_point(
            shape="circle", size=330, fill=PAPER, stroke=SOFT, strokeWidth=1, opacity=1, aria=False
        ).encode(**place, tooltip=tips),
        found.mark_text(color=INK, baseline="middle", fontWeight="bold", aria=False).encode(
            **place, text=text, tooltip=tips
        ),
    ]
