"""Small multiples: one indicator through the years in several panels with equal axes.

All panels stand in one view, so that a drawing keeps its width whatever it is shown on; a page
draws one panel per picture, with the axes of all. The frame is that of `panels.drawn`.
"""

import json
from functools import cache, lru_cache
from typing import Any

import altair as alt

from wijzer.charts import events, theme, trend
from wijzer.charts.panels import KINDS, Axes
from wijzer.charts.theme import Layer, Spec
from wijzer.palette import LINE, PAPER, SOFT

HEIGHT = 230
_HEADS = 3
_HEAD_STEP = 18


@lru_cache(maxsize=256)
def spec(unit: str, decimals: int, found: Axes, panels: int, happened: bool) -> Spec:
    """The chart of this many panels on these axes; no data. `happened` when there are events."""
    made = _template(panels, happened)
    told = f"{panels} vakken naast elkaar, elk met dezelfde schaal." if panels > 1 else "Verloop."
    ends = {one: theme.plain(_y(unit, decimals, found, one)) for one in ("value", "text_value")}
    return made | {
        "layer": [_placed(one, ends) for one in made["layer"]],
        "description": f"{told} Jaren: {', '.join(map(str, found.years))}.",
    }


def _placed(layer: Spec, ends: dict[str, Spec]) -> Spec:
    """A layer on these axes; altair needs 100 ms for a whole chart and 1 ms for its axes."""
    own = layer["encoding"]
    field = own.get("y", {}).get("field")
    return layer | {"encoding": own | {"y": ends[field]}} if field else layer


@cache
def _template(panels: int, happened: bool) -> Spec:
    x, base = _x("x", panels), theme.rows()
    some = Axes(0.0, 1.0, 1.0, (0, 1))
    y, ends = (_y("%", 0, some, field) for field in ("value", "text_value"))
    layers = [
        *_frame(base, x, panels),
        *_stops(base, x),
        *(events.layers(base, x, at_foot=True) if happened else ()),
        _lines(base, x, y),
        *_texts(base, x, ends),
        _marks(base, x, y),  # over the words: a figure may stand beside a later point
        _lacking(base, x),
    ]
    return theme.finish(alt.layer(*layers).properties(height=HEIGHT), "Verloop")


def _x(field: str, panels: int) -> alt.X:
    scale = alt.Scale(domain=[0, panels], nice=False, zero=False)
    return alt.X(field=field, type="quantitative", axis=None, scale=scale)


def _y(unit: str, decimals: int, found: Axes, field: str = "value") -> alt.Y:
    count = round((found.top - found.low) / found.step)
    written = f"format(datum.value, ',.{decimals}f')" + (" + '%'" if unit == "%" else "")
    if unit == _THOUSANDS:
        written = f"format(datum.value * 1000, ',.{max(0, decimals - 3)}f')"
    axis = alt.Axis(
        values=[round(found.low + found.step * at, 9) for at in range(count + 1)],
        labelExpr=written,
        domain=False,
        ticks=False,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=0,
        titleY=-_HEADS * _HEAD_STEP - 10,
        titleBaseline="bottom",
        aria=False,
    )
    scale = alt.Scale(domain=[found.low, found.top], nice=False, zero=False)
    title = _title(unit, found.low)
    return alt.Y(field=field, type="quantitative", axis=axis, scale=scale, title=title)


_THOUSANDS = "x 1.000 euro"


def _title(unit: str, low: float) -> str | None:
    said = [] if unit == "%" else [unit.removeprefix("x 1.000 ")]
    return " · ".join([*said, *([trend.NOT_FROM_ZERO] if low > 0 else [])]) or None


def _of(base: Layer, kind: str) -> Layer:
    return base.transform_filter(f"datum.kind === '{kind}'")


def _frame(base: Layer, x: alt.X, panels: int) -> list[Layer]:
    """The years under each panel, and a white gap with a line between panels."""
    years = _of(base, "year")
    edge = _of(base, "head").transform_filter("datum.line === 0 && datum.panel > 0")
    ticks = years.mark_rule(color=LINE, aria=False).encode(
        x=x, y=alt.value({"expr": "height"}), y2=alt.value({"expr": "height + 5"})
    )
    words = years.mark_text(baseline="top", dy=8, color=SOFT, aria=False).encode(
        x=x, y=alt.value({"expr": "height"}), text=alt.Text(field="text", type="nominal")
    )
    between = edge.mark_rule(color=LINE, strokeWidth=1, aria=False).encode(
        x=_x("panel", panels),
        y=alt.value(-_HEADS * _HEAD_STEP),
        y2=alt.value({"expr": "height"}),
    )
    return [ticks, words, *([between] if panels > 1 else [])]


def _stops(base: Layer, x: alt.X) -> list[Layer]:
    """Where no line may run on: a dotted line."""
    tips = theme.tips(year="Vanaf", reason="Niet te vergelijken")
    rule = _of(base, "break").mark_rule(color=SOFT, strokeDash=[2, 4], strokeWidth=1.5, aria=False)
    return [rule.encode(x=x, y=alt.value(0), y2=alt.value({"expr": "height"}), tooltip=tips)]


def _by_kind(values: tuple[Any, ...]) -> dict[str, Any]:
    scale = alt.Scale(type="ordinal", domain=list(KINDS), range=list(values))
    return {"field": "kind", "type": "ordinal", "scale": scale, "legend": None}


def _known(base: Layer) -> Layer:
    return base.transform_filter(f"indexof({json.dumps(KINDS)}, datum.kind) >= 0")


def _plain(field: str) -> alt.Color:
    """A colour that stands in the rows."""
    return alt.Color(field=field, type="nominal", scale=None)


def _lines(base: Layer, x: alt.X, y: alt.Y) -> Layer:
    return (
        _known(base)
        .mark_line(aria=False, strokeCap="round", strokeJoin="round")
        .encode(
            x=x,
            y=y,
            color=_plain("colour"),
            strokeWidth=alt.StrokeWidth(**_by_kind((1.8, 1.8, 3.2))),
            strokeDash=alt.StrokeDash(**_by_kind(([5, 4], [1, 0], [1, 0]))),
            detail=[
                alt.Detail(field=name, type="nominal") for name in ("panel", "kind", "segment")
            ],
        )
    )


def _marks(base: Layer, x: alt.X, y: alt.Y) -> Layer:
    told = "datum.area_name + ', ' + datum.year + ': ' + datum.value_text"
    return (
        _known(base)
        .transform_calculate(told=told)
        .mark_circle(opacity=1, stroke=PAPER, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            color=_plain("colour"),
            size=alt.Size(**_by_kind((28, 28, 80))),
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(area_name="Gebied", year="Jaar", value_text="Cijfer"),
        )
    )


def _lacking(base: Layer, x: alt.X) -> Layer:
    """Years without a figure of the area itself: hollow, on the axis."""
    return (
        _of(base, "missing")
        .transform_calculate(told="datum.year + ': ' + datum.value_text")
        .mark_point(shape="circle", size=70, fill=PAPER, stroke=SOFT, strokeWidth=1.5, opacity=1)
        .encode(
            x=x,
            y=alt.value({"expr": "height"}),
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(area_name="Gebied", year="Jaar", value_text="Cijfer"),
        )
    )


def _texts(base: Layer, x: alt.X, ends: alt.Y) -> list[Layer]:
    """The heads above the panels, and the last figure of each line."""
    last = _known(base).transform_filter("isValid(datum.text_value)")
    word = alt.Text(field="text", type="nominal")
    font: dict[str, Any] = {"align": "left", "dx": 8, "fontWeight": "bold", "aria": False}
    return [
        _head(base, x).encode(text=word),
        last.mark_text(**font, stroke=PAPER, strokeWidth=4).encode(x=x, y=ends, text=word),
        last.mark_text(**font).encode(x=x, y=ends, text=word, color=_plain("ink")),
    ]


def _head(base: Layer, x: alt.X) -> Layer:
    """Names above a panel, under each other; the first is that of the neighbourhood."""
    found = _of(base, "head").mark_text(
        align="left",
        baseline="middle",
        dy={"expr": f"datum.line * {_HEAD_STEP}"},
        fontWeight={"expr": "datum.line ? 'normal' : 'bold'"},
        aria=False,
    )
    return found.encode(x=x, y=alt.value(4 - _HEADS * _HEAD_STEP), color=_plain("ink"))
