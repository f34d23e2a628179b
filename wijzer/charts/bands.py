"""Who live here: shares by age, origin or household, the area beside its municipality.

One chart per trait. Frame, two rows per category: name (of the category), order (int), role
('gebied' or 'gemeente'), area_name, share (0–1, null when not published), share_text, count_text.
Bars start at 0 and all charts of one area share the 0–1 scale's unit, not its length.
"""

from functools import cache, lru_cache
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.palette import PAPER, SOFT, hue

ROW = 46
BENCHMARK = "#8a949f"
_FIGURE = 132
"""Pixels at the right for both figures."""
_OWN, _OTHER = 78, 4

_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))


@lru_cache(maxsize=128)
def spec(area: str, municipality: str, position: int = 0) -> Spec:
    """The chart for an area beside its municipality (display names); no data."""
    return theme.named(_template(position), area=area, municipality=municipality)


@cache
def _template(position: int) -> Spec:
    layers = [
        _names(),
        *_bars("gebied", hue(position), 12, 5),
        *_bars("gemeente", BENCHMARK, 5, 15),
        *_figures("gebied", _OWN, fontWeight="bold", fontSize=15, color=hue(position, text=True)),
        *_figures("gemeente", _OTHER, color=SOFT),
        *_heads(),
    ]
    told = (
        "Staven: aandeel van de inwoners of huishoudens in <area>, met daaronder dunner het "
        "aandeel in <municipality>. De tabel geeft dezelfde cijfers."
    )
    return theme.finish(alt.layer(*layers).properties(height=alt.Step(ROW)), told)


def _of(role: str) -> Layer:
    return theme.rows().transform_filter(f"datum.role === '{role}'")


def _names() -> Layer:
    return (
        _of("gebied")
        .mark_text(
            align="left",
            dx=2,
            yOffset=-11,
            fontSize=theme.SIZE,
            limit={"expr": f"width - {_FIGURE}"},
            aria=False,
        )
        .encode(x=alt.value(0), y=_Y, text=alt.Text(field="name", type="nominal"))
    )


def _bars(role: str, colour: str, height: int, down: int) -> list[Layer]:
    scale = alt.Scale(zero=True, nice=False, range=[2, {"expr": f"width - {_FIGURE} - 8"}])
    tips = theme.tips(area_name="Gebied", name="Groep", share_text="Aandeel", count_text="Aantal")
    bar = (
        _of(role)
        .transform_filter("isValid(datum.share)")
        .transform_calculate(told="datum.area_name + ', ' + datum.name + ': ' + datum.share_text")
        .mark_bar(color=colour, height=height, yOffset=down, cornerRadiusEnd=2)
        .encode(
            x=alt.X(field="share", type="quantitative", axis=None, scale=scale),
            y=_Y,
            description=alt.Description(field="told", type="nominal"),
            tooltip=tips,
        )
    )
    return [bar]


def _figures(role: str, left: int, **font: Any) -> list[Layer]:
    """The share at the right, or why there is none, with a white edge over the bars."""
    place: dict[str, Any] = {
        "x": alt.value({"expr": f"width - {left}"}),
        "y": _Y,
        "text": alt.Text(field="share_text", type="nominal"),
    }
    end: dict[str, Any] = {"align": "right", "yOffset": 7, "aria": False}
    known = _of(role).transform_filter("isValid(datum.share)")
    lacking = _of(role).transform_filter("!isValid(datum.share)")
    quiet = end | {"fontStyle": "italic"}
    return [
        known.mark_text(**end, **font).encode(**place),
        lacking.mark_text(**quiet, stroke=PAPER, strokeWidth=6).encode(**place),
        lacking.mark_text(**quiet, color=SOFT).encode(**place),
    ]


def _heads() -> list[Layer]:
    font: dict[str, Any] = {"align": "right", "baseline": "bottom", "color": SOFT, "aria": False}
    return [
        theme.once()
        .mark_text(**font, text=word)
        .encode(x=alt.value({"expr": f"width - {left}"}), y=alt.value(-4))
        for word, left in (("hier", _OWN), ("gemeente", _OTHER))
    ]
