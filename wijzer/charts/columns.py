"""Comparing neighbourhoods: one chart per neighbourhood, side by side, all on one scale.

The page draws one of these in each of its columns, with the same `order` in all, so that rows
line up and a phone stacks them. Frame of one neighbourhood and one domain:
    kind ('area', 'municipality', 'country', 'subdistrict'), indicator, name, order (int),
    x (0 lowest … 1 highest of all areas shown for that indicator; null when missing), text,
    sign (of 'area' rows: against its own municipality), area_name, flag (why the row cannot be
    compared across neighbourhoods: other question, year or source; '' when it can), selected
    (bool, the chosen indicator).
Each indicator has exactly one 'area' row; without `x` it stays, with its text.
Clicking a row sets the selection `kies`: `state.selection.kies == [{"indicator": id}]`.
"""

from functools import lru_cache
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.palette import INK, PAPER, SOFT, hue

ROW = 46
_DOWN = 9
_UP = -12
_FIGURE = 76
"""Pixels at the right for the figure."""

_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))
_SCALE = alt.Scale(
    domain=[0, 1], range=[12, {"expr": f"width - {_FIGURE} - 12"}], nice=False, zero=False
)
_X = alt.X(field="x", type="quantitative", scale=_SCALE, title=None)


@lru_cache(maxsize=32)
def spec(neighbourhood: str, municipality: str, position: int = 0) -> Spec:
    """The column of one neighbourhood (display name, place in the catalogue); no data."""
    layers = [
        *_rows(),
        *_words(position),
        _subdistricts(position),
        _municipality(),
        _country(),
        _area(position),
    ]
    told = (
        f"Elke rij is een cijfer over {neighbourhood}, van lager naar hoger. Het streepje is "
        f"{municipality}, de ruit is Nederland, de kleine rondjes zijn de delen van de wijk."
    )
    chart = theme.split(alt.layer(*layers), "text", "number").properties(height=alt.Step(ROW))
    return theme.finish(chart, told)


def _of(kind: str) -> Layer:
    return theme.rows().transform_filter(f"datum.kind === '{kind}'")


def _shown(kind: str) -> Layer:
    return _of(kind).transform_filter("isValid(datum.x)")


def _tips() -> list[alt.Tooltip]:
    return theme.tips(name="Cijfer", area_name="Gebied", text="Waarde", flag="Let op")


def _rows() -> list[Layer]:
    choose = alt.selection_point(name="kies", fields=["indicator"], toggle=False, empty=False)
    row = (
        _of("area")
        .mark_rect(cursor="pointer", color="#e9eef6", aria=False)
        .encode(
            x=alt.value(0),
            x2=alt.value("width"),
            y=_Y,
            opacity=theme.chosen(1, 0.01),
            tooltip=_tips(),
        )
        .add_params(choose)
        .properties(name="rijen")
    )
    axis = alt.Axis(
        orient="top",
        values=[0, 1],
        labelExpr="datum.value ? 'hoger →' : '← lager'",
        labelFlush=True,
        domain=False,
        ticks=False,
        grid=False,
        aria=False,
    )
    rail = (
        _of("area")
        .mark_rule(color="#dfe4e9", strokeWidth=2, yOffset=_DOWN, aria=False)
        .encode(
            x=alt.X(datum=0, type="quantitative", scale=_SCALE, axis=axis, title=None),
            x2=alt.X2(datum=1),
            y=_Y,
        )
    )
    return [row, rail]


def _subdistricts(position: int) -> Layer:
    return (
        _shown("subdistrict")
        .mark_point(
            shape="circle",
            size=48,
            fill=PAPER,
            stroke=hue(position),
            strokeWidth=1.4,
            opacity=0.9,
            yOffset=_DOWN,
            aria=False,
        )
        .encode(x=_X, y=_Y, tooltip=_tips())
    )


def _municipality() -> Layer:
    return (
        _shown("municipality")
        .mark_tick(
            color=INK, thickness=2.5, height=20, orient="vertical", yOffset=_DOWN, aria=False
        )
        .encode(x=_X, y=_Y, tooltip=_tips())
    )


def _country() -> Layer:
    return (
        _shown("country")
        .mark_point(
            shape="diamond",
            size=90,
            fill=PAPER,
            stroke=SOFT,
            strokeWidth=1.8,
            opacity=1,
            yOffset=_DOWN,
            aria=False,
        )
        .encode(x=_X, y=_Y, tooltip=_tips())
    )


def _area(position: int) -> Layer:
    return (
        _shown("area")
        .transform_calculate(told="datum.name + ': ' + datum.text")
        .mark_point(
            size=190,
            filled=True,
            color=hue(position),
            stroke=PAPER,
            strokeWidth=1.2,
            opacity=1,
            yOffset=_DOWN,
            cursor="pointer",
        )
        .encode(
            x=_X,
            y=_Y,
            shape=theme.sign_shape(),
            description=alt.Description(field="told", type="nominal"),
            tooltip=_tips(),
        )
    )


def _words(position: int) -> list[Layer]:
    """Name (after a * when the row cannot be compared) with unit above, figure at the right."""
    rows = _of("area")
    name = (
        rows.transform_calculate(
            label="(datum.flag ? '* ' : '') + datum.name + datum.number_unit",
        )
        .mark_text(
            align="left",
            dx=2,
            yOffset=_UP,
            fontSize=theme.SMALL,
            limit={"expr": "width - 6"},
            aria=False,
        )
        .encode(x=alt.value(0), y=_Y, text=alt.Text(field="label", type="nominal"))
    )
    ink = hue(position, text=True)
    known = rows.transform_filter("isValid(datum.x)")
    lacking = rows.transform_filter("!isValid(datum.x)")
    return [
        name,
        *_figure(known, fontWeight="bold", fontSize=15, color=ink),
        *_figure(lacking, fontStyle="italic", color=SOFT),
    ]


def _figure(rows: Layer, **font: Any) -> list[Layer]:
    place: dict[str, Any] = {
        "x": alt.value("width"),
        "y": _Y,
        "text": alt.Text(field="number", type="nominal"),
    }
    font |= {"align": "right", "dx": -4, "yOffset": _DOWN, "aria": False}
    edge = rows.mark_text(**(font | {"stroke": PAPER, "strokeWidth": 6}))
    return [edge.encode(**place), rows.mark_text(**font).encode(**place)]
