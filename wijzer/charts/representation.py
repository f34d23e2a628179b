"""Participants beside residents: per group a dot with its interval, a mark, and a verdict.

Frame, one row per group: order (int), name, share, low, high (0–1, null when it is hidden),
residents (0–1), share_text, residents_text, verdict (under, fits, over, unsure, hidden, unknown),
said (mark and word of the verdict). One axis from 0 for all groups. The verdict is told by shape,
word and colour.
"""

from functools import cache, lru_cache
from typing import Any

import altair as alt

from wijzer import texts
from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.model import Sign
from wijzer.palette import INK, PAPER, SIGN_COLOUR, SIGN_TEXT, hue

ROW = 58
_RIGHT = 12
_DOWN = 10
_SIGN = {
    "under": Sign.UNFAVOURABLE,
    "over": Sign.FAVOURABLE,
    "fits": Sign.SIMILAR,
    "unsure": Sign.UNKNOWN,
    "hidden": Sign.UNKNOWN,
    "unknown": Sign.UNKNOWN,
}
_SHAPE = {
    "under": "triangle-down",
    "over": "triangle-up",
    "fits": "circle",
    "unsure": "diamond",
    "hidden": "cross",
    "unknown": "cross",
}
_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))


@lru_cache(maxsize=32)
def spec(area: str, top: float, position: int = 0) -> Spec:
    """The chart of an area (display name) with an axis to `top` (0–1); no data."""
    return theme.named(_template(top, position), area=area)


@cache
def _template(top: float, position: int) -> Spec:
    layers = [_interval(top, position), _residents(top), _dots(top, position), *_names(), *_said()]
    told = (
        "Per groep een teken voor het aandeel bij deelnemers, met een lijn voor toeval. "
        "Het streepje is het aandeel bij inwoners van <area>. De tabel geeft dezelfde cijfers."
    )
    return theme.finish(alt.layer(*layers).properties(height=alt.Step(ROW)), told)


def _x(field: str, top: float) -> alt.X:
    axis = alt.Axis(
        title=None,
        orient="bottom",
        format=".0%",
        tickCount=4,
        grid=True,
        description="Aandeel in procenten",
    )
    reach: list[Any] = [_RIGHT, {"expr": f"width - {_RIGHT}"}]
    scale = alt.Scale(domain=[0, top], nice=False, range=reach)
    return alt.X(field=field, type="quantitative", axis=axis, scale=scale)


def _known() -> Layer:
    return theme.rows().transform_filter("isValid(datum.share)")


def _interval(top: float, position: int) -> Layer:
    """From the lowest to the highest share that chance leaves room for."""
    return (
        _known()
        .mark_rule(strokeWidth=3, color=hue(position), yOffset=_DOWN, aria=False)
        .encode(x=_x("low", top), x2=alt.X2(field="high"), y=_Y)
    )


def _residents(top: float) -> Layer:
    """The share among residents: an upright line."""
    return (
        theme.rows()
        .mark_tick(thickness=3, height=24, color=INK, yOffset=_DOWN, aria=False)
        .encode(x=_x("residents", top), y=_Y)
    )


def _dots(top: float, position: int) -> Layer:
    names = list(_SHAPE)
    shape = alt.Scale(domain=names, range=list(_SHAPE.values()))
    colours = [SIGN_COLOUR[_SIGN[name]] for name in names]
    return (
        _known()
        .transform_calculate(
            told="datum.name + ': ' + datum.share_text + ', ' + datum.residents_text + ', '"
            " + datum.said"
        )
        .mark_point(size=190, filled=True, opacity=1, stroke=PAPER, strokeWidth=1.5, yOffset=_DOWN)
        .encode(
            x=_x("share", top),
            y=_Y,
            shape=alt.Shape(field="verdict", type="nominal", scale=shape, legend=None),
            color=alt.Color(
                field="verdict",
                type="nominal",
                scale=alt.Scale(domain=names, range=colours),
                legend=None,
            ),
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(**texts.MIRROR_TOOLTIP),
        )
    )


def _names() -> list[Layer]:
    """The name and both shares, over the line; on a phone the name alone."""
    narrow = f"width < {theme.NARROW}"
    font: dict[str, Any] = {"align": "left", "dx": 2, "yOffset": -16, "aria": False}
    long = "datum.name + ': ' + datum.share_text + ' (inwoners ' + datum.residents_text + ')'"
    rows = theme.rows().transform_calculate(long=long)
    place: dict[str, Any] = {"x": alt.value(0), "y": _Y}
    return [
        rows.mark_text(
            **font, fontSize=theme.SIZE, opacity={"expr": f"{narrow} ? {on} : {1 - on}"}
        ).encode(**place, text=alt.Text(field=field, type="nominal"))
        for field, on in (("name", 1), ("long", 0))
    ]


def _said() -> list[Layer]:
    """The verdict at the right: mark and word."""
    colours = [SIGN_TEXT[sign] for sign in _SIGN.values()]
    text = theme.rows().mark_text(
        align="right", yOffset=-16, fontSize=theme.SMALL, fontWeight="bold", aria=False
    )
    return [
        text.encode(
            x=alt.value({"expr": "width - 2"}),
            y=_Y,
            text=alt.Text(field="said", type="nominal"),
            color=alt.Color(
                field="verdict",
                type="nominal",
                scale=alt.Scale(domain=list(_SIGN), range=colours),
                legend=None,
            ),
        )
    ]
