"""The trend: one indicator over the years, with the name at the end of each line.

Frame, made by `labelled`, one row per area and year:
    kind ('area', 'subdistrict', 'municipality', 'country'), area_name, year (int), value (null
    when missing), value_text, segment (int, counts up at each break), computed (bool), label and
    label_value (the name and its place, only on an area's last row).
Rows with kind 'break' have year and reason: no line runs across them. A year without a figure
stays in the picture: a hollow mark on the axis with its `value_text`. Rows with kind 'event' are
those of `events`: what began, stopped or changed; a year's figure stands in the middle of it.

The axis starts at 0. Only when all lines lie in its top fifth does it start higher (`floor`),
never so high that it spans less than a quarter of its top, and then it says so. Years stand where
something was measured, on a true scale of time.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import altair as alt
import pandas as pd

from wijzer.charts import events, theme
from wijzer.charts.theme import NARROW, Layer, Spec
from wijzer.palette import INK, PAPER, SOFT, hue

HEIGHT = 300
_ROOM = f"(width < {NARROW} ? 138 : 184)"
_LABEL_SPACE = 0.075
_KINDS = ("subdistrict", "country", "municipality", "area")
FAINT = "#8a949f"
BREAK = "andere meting"
NOT_FROM_ZERO = "De as begint niet bij 0."


@lru_cache(maxsize=256)
def spec(
    unit: str,
    decimals: int,
    years: tuple[int, ...],
    low: float = 0.0,
    position: int = 0,
    until: float | None = None,
) -> Spec:
    """The chart for a unit, the measured years, and where the axis starts; no data.

    `position` is the neighbourhood's place in the catalogue, for its hue. With `until` there are
    events, and the axis runs on to there.
    """
    x, y = (theme.plain(one) for one in (_x(years, until=until), _y(unit, decimals, low)))
    made = _template(position, until is not None)
    told = f"Verloop over de jaren {', '.join(map(str, years))}. {_title('%', low) or ''}".strip()
    return made | {"layer": [_placed(one, x, y) for one in made["layer"]], "description": told}


def _placed(layer: Spec, x: Spec, y: Spec) -> Spec:
    """A layer on these axes; altair needs 100 ms for a whole chart and 1 ms for its axes."""
    own = layer["encoding"]
    placed = own | {"x": x | {"field": own["x"]["field"]}}
    if "field" in own["y"]:
        placed["y"] = y | {"field": own["y"]["field"]}
    return layer | {"encoding": placed}


@cache
def _template(position: int, happened: bool) -> Spec:
    years = (0, 1)
    y, place = (_y("%", 0, 0.0, field) for field in ("value", "label_value"))
    base = theme.rows()
    measured = base.transform_filter("datum.kind !== 'break' && isValid(datum.value)")
    layers = [
        *_breaks(base, years),
        *(events.layers(base, _x(years), at_foot=True) if happened else ()),
        _lines(measured, years, y, position),
        _points(measured, years, y, position),
        _missing(base, years),
        *_names(base, years, place, position),
    ]
    return theme.finish(alt.layer(*layers).properties(height=HEIGHT), "Verloop")


def floor(values: Iterable[float | None]) -> float:
    """Where the vertical axis starts: 0, or higher when all values lie close together.

    Between 3/5 and 3/4 of the highest value, on a round number, and only when the values differ
    less than a fifth of the highest: small differences may be seen, not blown up.
    """
    known = [one for one in values if one is not None and not pd.isna(one)]
    top, low = max(known, default=0.0), min(known, default=0.0)
    if low <= 0 or top - low >= top / 5:
        return 0.0
    step = 10.0 ** (len(str(int(top))) - 1) if top >= 10 else top
    return float(step * (0.75 * top // step))


def labelled(rows: pd.DataFrame, low: float = 0.0) -> pd.DataFrame:
    """The rows with `label` and `label_value` on each area's last measured year.

    Names that would touch are moved apart, in the order of their values. The area itself comes
    last, to be drawn over the others.
    """
    place = {kind: place for place, kind in enumerate(_KINDS)}
    rows = rows.sort_values("kind", key=lambda kinds: kinds.map(place), ignore_index=True)
    known = rows[rows["kind"].isin(_KINDS) & rows["value"].notna()]
    last = known.sort_values("year").groupby("area_name").tail(1).sort_values("value")
    top = float(known["value"].max()) if len(known) else 1.0
    places = apart(list(last["value"].astype(float)), (top - low or 1.0) * _LABEL_SPACE)
    return rows.assign(
        label=pd.Series(last["area_name"], index=last.index, dtype="str"),
        label_value=pd.Series(places, index=last.index, dtype="float64"),
    )


def apart(values: list[float], gap: float) -> list[float]:
    """Places at least `gap` from each other, as near as they go to these rising values."""
    groups: list[tuple[float, int]] = []
    for value in values:
        centre, size = value, 1
        while groups and _touch(groups[-1], (centre, size), gap):
            before, others = groups.pop()
            centre = (before * others + centre * size) / (others + size)
            size += others
        groups.append((centre, size))
    return [
        centre + gap * (place - (size - 1) / 2) for centre, size in groups for place in range(size)
    ]


def _touch(lower: tuple[float, int], upper: tuple[float, int], gap: float) -> bool:
    reach = gap * (lower[1] + upper[1]) / 2
    return lower[0] + reach > upper[0] + 1e-9


def _x(years: tuple[int, ...], field: str = "year", until: float | None = None) -> alt.X:
    first, last = min(years, default=0), max(years, default=0)
    edge = 0 if last > first else 0.5
    scale = alt.Scale(
        domain=[first - edge, max(last + edge, until or last)],
        range=[14, {"expr": f"width - {_ROOM}"}],
        nice=False,
        zero=False,
    )
    axis = alt.Axis(
        values=list(years), format="d", grid=False, labelOverlap="greedy", tickSize=5, aria=False
    )
    return alt.X(field=field, type="quantitative", title=None, axis=axis, scale=scale)


def _y(unit: str, decimals: int, low: float, field: str = "value") -> alt.Y:
    sign = "%" if unit == "%" else ""
    axis = alt.Axis(
        labelExpr=f"format(datum.value, ',.{decimals}f') + '{sign}'",
        tickCount=5,
        tickMinStep=10.0**-decimals,
        domain=False,
        ticks=False,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=0,
        titleY=-24,
        titleBaseline="bottom",
        aria=False,
    )
    scale = alt.Scale(domainMin=low, nice=5) if low else alt.Scale(zero=True, nice=5)
    return alt.Y(field=field, type="quantitative", axis=axis, scale=scale, title=_title(unit, low))


def _title(unit: str, low: float) -> str | None:
    said = [] if unit == "%" else [unit]
    return " · ".join([*said, *([NOT_FROM_ZERO] if low else [])]) or None


def _by_kind(values: tuple[Any, ...]) -> dict[str, Any]:
    scale = alt.Scale(type="ordinal", domain=list(_KINDS), range=list(values))
    return {"field": "kind", "type": "ordinal", "scale": scale, "legend": None}


def _colour(position: int) -> alt.Color:
    return alt.Color(**_by_kind((FAINT, SOFT, INK, hue(position))))


def _lines(measured: Layer, years: tuple[int, ...], y: alt.Y, position: int) -> Layer:
    """A line per area and stretch between breaks; the Netherlands dashed."""
    return measured.mark_line(aria=False, strokeCap="round", strokeJoin="round").encode(
        x=_x(years),
        y=y,
        color=_colour(position),
        strokeWidth=alt.StrokeWidth(**_by_kind((1.2, 1.8, 1.8, 3.2))),
        strokeDash=alt.StrokeDash(**_by_kind(([1, 0], [5, 4], [1, 0], [1, 0]))),
        detail=[alt.Detail(field=name, type="nominal") for name in ("area_name", "segment")],
    )


def _points(measured: Layer, years: tuple[int, ...], y: alt.Y, position: int) -> Layer:
    told = "datum.area_name + ', ' + datum.year + ': ' + datum.value_text"
    return (
        measured.transform_calculate(
            told=told, how="datum.computed ? 'berekend uit de delen' : 'gepubliceerd'"
        )
        .mark_circle(opacity=1, stroke=PAPER, strokeWidth=1.5)
        .encode(
            x=_x(years),
            y=y,
            color=_colour(position),
            size=alt.Size(**_by_kind((36, 50, 50, 110))),
            description=alt.Description(field="told", type="nominal"),
            tooltip=_tips("how"),
        )
    )


def _tips(how: str) -> list[alt.Tooltip]:
    titles = {"area_name": "Gebied", "year": "Jaar", "value_text": "Cijfer", how: "Hoe"}
    return theme.tips(**titles)


def _missing(base: Layer, years: tuple[int, ...]) -> Layer:
    """Years without a figure of the area itself: hollow, on the axis, with the reason."""
    return (
        base.transform_filter("datum.kind === 'area' && !isValid(datum.value)")
        .transform_calculate(told="datum.year + ': ' + datum.value_text")
        .mark_point(shape="circle", size=80, fill=PAPER, stroke=SOFT, strokeWidth=1.5, opacity=1)
        .encode(
            x=_x(years),
            y=alt.value("height"),
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(area_name="Gebied", year="Jaar", value_text="Cijfer"),
        )
    )


def _breaks(base: Layer, years: tuple[int, ...]) -> list[Layer]:
    """Between the years that cannot be compared: a dotted line and why."""
    found = base.transform_filter("datum.kind === 'break'").transform_calculate(
        between="datum.year - 0.5"
    )
    x, tips = _x(years, "between"), theme.tips(year="Vanaf", reason="Niet te vergelijken")
    rule = found.mark_rule(color=SOFT, strokeDash=[2, 4], strokeWidth=1.5, aria=False)
    word = found.mark_text(
        align="left", baseline="bottom", dx=-4, color=SOFT, text=BREAK, aria=False
    )
    return [
        rule.encode(x=x, y=alt.value(0), y2=alt.value("height"), tooltip=tips),
        word.encode(x=x, y=alt.value(-3), tooltip=tips),
    ]


def _names(base: Layer, years: tuple[int, ...], y: alt.Y, position: int) -> list[Layer]:
    """The name of each line at its end, instead of a legend; a white edge where it meets lines."""
    inks = f"{{area: '{hue(position, text=True)}', municipality: '{INK}'}}"
    font: dict[str, Any] = {"align": "left", "dx": 12, "aria": False}
    font["limit"] = {"expr": f"{_ROOM} - 16"}
    rows = base.transform_filter("isValid(datum.label) && isValid(datum.label_value)")
    rows = rows.transform_calculate(ink=f"({inks})[datum.kind] || '{SOFT}'")
    place: dict[str, Any] = {
        "x": _x(years),
        "y": y,
        "text": alt.Text(field="label", type="nominal"),
    }
    return [
        rows.mark_text(**font, stroke=PAPER, strokeWidth=5).encode(**place),
        rows.mark_text(**font).encode(
            **place, color=alt.Color(field="ink", type="nominal", scale=None)
        ),
    ]
