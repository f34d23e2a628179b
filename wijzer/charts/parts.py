"""Parts of a light: a bar per part against the limits of green and amber.

Frame, one row per part: order (int), name, length (a fraction, null when it is not known or not
told), text. Bars start at 0; more than agreed goes past 100%, up to a quarter more.
"""

from functools import lru_cache
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.palette import INK, PAPER, SOFT, hue

ROW = 46
LONGEST = 1.25
_FIGURE = 128
"""Pixels at the right for the outcome, or for why there is none."""

_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))


@lru_cache(maxsize=128)
def spec(green: float, amber: float, top: float = 1.0, position: int = 0) -> Spec:
    """The chart with these limits; bars reach to `top` (1 to 1.25); no data.

    `position` is the neighbourhood's place in the catalogue, for its hue.
    """
    told = (
        f"Staven per onderdeel. Lijnen staan bij {_percent(amber)} (oranje) en "
        f"{_percent(green)} (groen). De tabel geeft dezelfde cijfers."
    )
    layers = [
        *_limit(amber, top, "oranje"),
        *_limit(green, top, "groen"),
        _bars(top, position),
        *_names(),
        *_outcomes(),
    ]
    made = alt.layer(*layers).properties(height=alt.Step(ROW))
    return theme.finish(made, told, padding={"left": 2, "right": 4, "top": 22, "bottom": 6})


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"


def _at(share: float, top: float) -> str:
    return f"2 + {share / top:.4f} * (width - {_FIGURE + 10})"


def _limit(share: float, top: float, word: str) -> list[Layer]:
    """From where on the light is green, or amber: a line, and above it which share."""
    at = alt.value({"expr": _at(share, top)})
    right = word == "groen"
    return [
        theme.once()
        .mark_rule(color=SOFT, strokeDash=[3, 3], strokeWidth=1.5, aria=False)
        .encode(x=at, y=alt.value(0), y2=alt.value("height")),
        theme.once()
        .mark_text(
            align="left" if right else "right",
            baseline="bottom",
            color=SOFT,
            dx=-12 if right else 12,
            text=f"{word} {_percent(share)}",
            aria=False,
        )
        .encode(x=at, y=alt.value(-4)),
    ]


def _names() -> list[Layer]:
    """The name over the bar, with a white edge where it meets a limit."""
    font: dict[str, Any] = {"align": "left", "dx": 2, "yOffset": -11, "fontSize": theme.SIZE}
    place: dict[str, Any] = {
        "x": alt.value(0),
        "y": _Y,
        "text": alt.Text(field="name", type="nominal"),
    }
    edge = theme.rows().mark_text(**font, stroke=PAPER, strokeWidth=5, aria=False)
    return [edge.encode(**place), theme.rows().mark_text(**font, aria=False).encode(**place)]


def _bars(top: float, position: int) -> Layer:
    reach: list[Any] = [2, {"expr": f"width - {_FIGURE + 8}"}]
    scale = alt.Scale(domain=[0, top], nice=False, range=reach, clamp=True)
    return (
        theme.rows()
        .transform_filter("isValid(datum.length)")
        .transform_calculate(told="datum.name + ': ' + datum.text")
        .mark_bar(color=hue(position), height=12, yOffset=8, cornerRadiusEnd=2)
        .encode(
            x=alt.X(field="length", type="quantitative", axis=None, scale=scale),
            y=_Y,
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(name="Onderdeel", text="Uitkomst"),
        )
    )


def _outcomes() -> list[Layer]:
    place: dict[str, Any] = {
        "x": alt.value({"expr": "width - 4"}),
        "y": _Y,
        "text": alt.Text(field="text", type="nominal"),
    }
    end: dict[str, Any] = {"align": "right", "yOffset": 8, "aria": False}
    known = theme.rows().transform_filter("isValid(datum.length)")
    lacking = theme.rows().transform_filter("!isValid(datum.length)")
    return [
        known.mark_text(**end, fontWeight="bold", color=INK).encode(**place),
        lacking.mark_text(**end, fontStyle="italic", stroke=PAPER, strokeWidth=6).encode(**place),
        lacking.mark_text(**end, fontStyle="italic", color=SOFT).encode(**place),
    ]
