"""The spine: every indicator of an area on one axis from unfavourable to favourable.

One chart per domain. Frame, one row per indicator:
    order (int), indicator, name, sign, word, year, value_text, municipality_text, country_text,
    difference_text (texts, '' when there is none), x, x_min, x_p25, x_p75, x_max, x_country
    (−1 unfavourable … 1 favourable, 0 = the municipality; null when unknown), has_spread (bool),
    direction ('neutral' rows run from lower to higher), selected (bool, the chosen indicator).
A row without `x` stays in the picture with its `value_text` ("niet gepubliceerd").
Clicking a row sets the selection `kies`: `state.selection.kies == [{"indicator": id}]`.
"""

import json
from functools import cache, lru_cache
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import NARROW, Layer, Spec
from wijzer.palette import INK, PAPER, SIGN_TEXT, SOFT

ROW = 46
"""Height of a row in pixels: name above, marks below, so that long names fit on a phone."""

_MARGIN = f"(width < {NARROW} ? 70 : 250)"
_OWN = alt.value({"expr": f"width - (width < {NARROW} ? 4 : 140)"})
_EDGE = {"expr": "width - 6"}
_WIDE = {"expr": f"width < {NARROW} ? 0 : 1"}
_INKS = json.dumps(SIGN_TEXT).replace('"', "'")
_DOWN = 9
_UP = -12

_Y = alt.Y(
    field="order", type="ordinal", axis=None, scale=alt.Scale(type="band", paddingInner=0)
)  # fmt: skip
_SCALE = alt.Scale(
    domain=[-1.04, 1.04], range=[8, {"expr": f"width - {_MARGIN}"}], nice=False, zero=False
)  # fmt: skip


@lru_cache(maxsize=128)
def spec(area: str, municipality: str) -> Spec:
    """The chart for an area against its municipality (display names); data comes later."""
    return theme.named(_template(), area=area, municipality=municipality)


@cache
def _template() -> Spec:
    # Marks after words: no word may hide a figure. The row that is clicked lies over all.
    layers = [
        *_rows(),
        *_spread(),
        *_words(),
        *_heads(),
        _zero(),
        *_marks(),
        _hit(),
    ]
    told = (
        "Elke rij is een cijfer over <area>. De lijn in het midden is <municipality>. "
        "Links is ongunstiger, rechts is gunstiger. De tabel geeft dezelfde cijfers."
    )
    chart = _texts(alt.layer(*layers)).properties(height=alt.Step(ROW))
    return theme.finish(chart, told)


def _texts(chart: Layer) -> Layer:
    """Words that several layers use, made once for all of them."""
    numbers = theme.split(theme.split(chart, "value_text", "number"), "municipality_text", "other")
    return numbers.transform_calculate(
        known="isValid(datum.x)",
        ink=f"({_INKS})[datum.sign] || '{SOFT}'",
        told="datum.name + ': ' + datum.value_text + ', ' + datum.word",
        label="datum.name + (isValid(datum.x) ? datum.number_unit : '')",
    )


def _x(field: str) -> alt.X:
    return alt.X(field=field, type="quantitative", scale=_SCALE, title=None)


def _rows() -> list[Layer]:
    """A tint under the chosen row, and a hairline under each."""
    whole = {"x": alt.value(0), "x2": alt.value("width"), "y": _Y}
    tint = theme.rows().transform_filter("datum.selected").mark_rect(color="#e9eef6", aria=False)
    line = theme.rows().mark_rule(color="#edf0f3", yOffset=ROW / 2 - 1, aria=False)
    return [tint.encode(**whole), line.encode(**whole)]


def _hit() -> Layer:
    """What the mouse and finger find, wherever in the row they are."""
    choose = alt.selection_point(name="kies", fields=["indicator"], toggle=False, empty=False)
    tips = theme.tips(
        name="Cijfer",
        value_text="Dit gebied",
        municipality_text="Gemeente",
        country_text="Nederland",
        difference_text="Verschil met gemeente",
        word="Dat is",
        year="Jaar",
    )
    return (
        theme.rows()
        .mark_rect(cursor="pointer", opacity=0, aria=False)
        .encode(x=alt.value(0), x2=alt.value("width"), y=_Y, tooltip=tips)
        .add_params(choose)
        .properties(name="rijen")
    )


def _spread() -> list[Layer]:
    """All wijken of the municipality (light) and the middle half of them (darker)."""
    known = theme.rows().transform_filter("datum.has_spread && isValid(datum.x_min)")
    whole = known.mark_bar(height=8, color="#e3e8ed", cornerRadius=4, yOffset=_DOWN, aria=False)
    half = known.mark_bar(height=8, color="#bcc6d0", yOffset=_DOWN, aria=False)
    return [
        whole.encode(x=_x("x_min"), x2=alt.X2(field="x_max"), y=_Y),
        half.encode(x=_x("x_p25"), x2=alt.X2(field="x_p75"), y=_Y),
    ]


def _zero() -> Layer:
    """The municipality: the line in the middle, named on the axis."""
    axis = alt.Axis(
        orient="top",
        values=[-1.04, 0, 1.04],
        labelExpr=(
            "datum.value < 0 ? '← ongunstiger' : datum.value > 0 ? 'gunstiger →' "
            f": width < {NARROW} ? 'gemeente' : '<municipality>'"
        ),
        labelFlush=True,
        labelOverlap=False,
        domain=False,
        ticks=False,
        grid=False,
        labelColor=INK,
        aria=False,
    )
    compared = "datum.known || isValid(datum.x_min) || isValid(datum.x_country)"
    tick = (
        theme.rows()
        .transform_filter(compared)
        .mark_tick(color=INK, thickness=2, height=20, yOffset=_DOWN, orient="vertical", aria=False)
    )
    middle = alt.X(datum=0, type="quantitative", scale=_SCALE, axis=axis, title=None)
    return tick.encode(x=middle, y=_Y)


def _marks() -> list[Layer]:
    """The Netherlands hollow, the area by its sign."""
    country = theme.rows().transform_filter("isValid(datum.x_country)")
    hollow = country.mark_point(
        shape="diamond", size=90, fill=PAPER, stroke=SOFT, strokeWidth=1.8, opacity=1,
        yOffset=_DOWN, aria=False,
    )  # fmt: skip
    area = theme.rows().transform_filter("datum.known")
    filled = area.mark_point(
        size=190, filled=True, opacity=1, stroke=PAPER, strokeWidth=1.2, yOffset=_DOWN
    )
    told = alt.Description(field="told", type="nominal")
    return [
        hollow.encode(x=_x("x_country"), y=_Y),
        filled.encode(
            x=_x("x"), y=_Y, color=theme.sign_colour(), shape=theme.sign_shape(), description=told
        ),
    ]


def _words() -> list[Layer]:
    """Name above the row, figure and benchmark in two columns at the right."""
    rows = theme.rows()
    name = rows.mark_text(
        align="left", dx=2, yOffset=_UP, fontSize=theme.SIZE, limit=_EDGE, aria=False
    )
    other = rows.mark_text(
        align="right", dx=-4, yOffset=_DOWN, color=SOFT, aria=False, opacity=_WIDE
    )
    ink = alt.Color(field="ink", type="nominal", scale=None)
    known, unknown = (rows.transform_filter(one) for one in ("datum.known", "!datum.known"))
    return [
        name.encode(x=alt.value(0), y=_Y, text=_text("label")),
        _neutral(),
        *_figure(known, "number", ink, fontWeight="bold", fontSize=15),
        *_figure(unknown, "value_text", alt.value(SOFT), fontStyle="italic"),
        other.encode(x=alt.value("width"), y=_Y, text=_text("other")),
    ]


def _neutral() -> Layer:
    """Where more is neither good nor bad the row runs from lower to higher: it says so."""
    return (
        theme.rows()
        .transform_filter("datum.direction === 'neutral'")
        .mark_text(align="right", yOffset=_UP, color=SOFT, aria=False, text="lager ↔ hoger")
        .encode(x=alt.value({"expr": f"width - (width < {NARROW} ? 4 : 250)"}), y=_Y)
    )


def _figure(rows: Layer, field: str, ink: Any, **font: Any) -> list[Layer]:
    """The area's figure or why there is none, with a white edge where it meets the spread."""
    place: dict[str, Any] = {"x": _OWN, "y": _Y, "text": _text(field)}
    font |= {"align": "right", "yOffset": _DOWN, "aria": False}
    edge = rows.mark_text(**font, stroke=PAPER, strokeWidth=6).encode(**place)
    return [edge, rows.mark_text(**font).encode(**place, color=ink)]


def _heads() -> list[Layer]:
    once = theme.once()
    font: dict[str, Any] = {"align": "right", "baseline": "bottom", "color": SOFT, "aria": False}
    y = alt.value(-6)
    return [
        once.mark_text(**font, text="hier").encode(x=_OWN, y=y),
        once.mark_text(**font, dx=-4, text="<municipality>", opacity=_WIDE).encode(
            x=alt.value("width"), y=y
        ),
    ]


def _text(field: str) -> alt.Text:
    return alt.Text(field=field, type="nominal")
