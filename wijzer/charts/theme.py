"""How every chart looks: fonts, axes, Dutch numbers, and the last steps to a specification.

Show a specification with `st.vega_lite_chart(frame, spec, theme=None)`: without the theme None
Streamlit paints its own fonts and colours over these.
"""

import json
from collections.abc import Mapping
from typing import Any

import altair as alt

from wijzer.model import Sign
from wijzer.palette import (
    INK,
    LINE,
    PAPER,
    SIGN_COLOUR,
    SIGN_SHAPE,
    SIGN_TEXT,
    SOFT,
)

Spec = dict[str, Any]
Layer = Any
"""An altair chart that is one layer of another; altair's own types lose track of it."""

FONT = '"Source Sans", "Source Sans Pro", "Segoe UI", "Liberation Sans", Arial, sans-serif'
SIZE = 14
SMALL = 13

NARROW = 520
"""Below this width in pixels (a phone) charts leave out what is also in the tooltip."""

_LEFT_OUT = ("config", "$schema")
ROWS = "source"
"""Name under which Streamlit adds the frame; without it, the frame would land in a layer's own."""

_NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""], "minus": "−"}
CONFIG: Spec = {
    "locale": {"number": _NUMBERS},
    "font": FONT,
    "background": PAPER,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "labelColor": SOFT,
        "titleColor": SOFT,
        "titleFontWeight": "normal",
        "domainColor": LINE,
        "tickColor": LINE,
        "gridColor": "#e6eaee",
        "gridWidth": 1,
        "labelLimit": 240,
        "labelPadding": 6,
    },
    "text": {"fontSize": SMALL, "color": INK},
    "legend": {
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "labelColor": INK,
        "titleColor": SOFT,
        "titleFontWeight": "normal",
        "labelLimit": 240,
        "symbolStrokeWidth": 1,
        "orient": "top",
        "direction": "horizontal",
        "columns": 2,
    },
}


def rows() -> Layer:
    """The start of a chart on the frame that the page will add."""
    return alt.Chart(alt.NamedData(name=ROWS))


def once() -> Layer:
    """The start of a layer that is drawn one time, however many rows the frame has.

    Not by data of its own: altair would name it, and Streamlit would put the frame in its place.
    """
    return rows().transform_aggregate([alt.AggregatedFieldDef(op="count", **{"as": "rows"})])


def finish(chart: Layer, description: str, **more: Any) -> Spec:
    """A Vega-Lite specification as wide as its container, without data.

    `description` is the Dutch text for screen readers; `more` are top-level properties. Tests
    hold every specification against the schema; doing so here would cost 100 ms for each.
    """
    made = chart.to_dict(validate=False)
    spec: Spec = _own_data(made, made.pop("datasets", {}))
    return spec | {
        "config": CONFIG,
        "data": {"name": ROWS},
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 2, "right": 4, "top": 6, "bottom": 6},
        "description": description,
        "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}},
    } | more  # fmt: skip


def _own_data(part: Any, named: dict[str, Any]) -> Any:
    """The chart without the frame, which the page adds at the top, for all layers.

    Altair wants data in every layer and gathers it under names; Streamlit takes such a name for
    the place of the frame. So geometry goes back into the layer that asks for it.
    """
    if isinstance(part, list):
        return [_own_data(one, named) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("name") in named:
        return {key: one for key, one in part.items() if key != "name"} | {
            "values": named[part["name"]]
        }
    kept = {key: one for key, one in part.items() if (key, one) != ("data", {"name": ROWS})}
    return {key: _own_data(one, named) for key, one in kept.items() if key not in _LEFT_OUT}


def by_sign(values: Mapping[Sign, str]) -> alt.Scale:
    """A scale that gives each sign its own colour or shape, always all of them."""
    return alt.Scale(domain=[sign.value for sign in Sign], range=[values[sign] for sign in Sign])


def sign_colour() -> alt.Color:
    """The colour of a mark by the column `sign`."""
    return alt.Color(field="sign", type="nominal", scale=by_sign(SIGN_COLOUR), legend=None)


def sign_text() -> alt.Color:
    """The colour of words by the column `sign`."""
    return alt.Color(field="sign", type="nominal", scale=by_sign(SIGN_TEXT), legend=None)


def sign_shape() -> alt.Shape:
    """The shape of a mark by the column `sign`."""
    return alt.Shape(field="sign", type="nominal", scale=by_sign(SIGN_SHAPE), legend=None)


def split(rows: Layer, field: str, as_: str) -> Layer:
    """The text "312.000 euro" in `field` as `{as_}` "312.000" and `{as_}_unit` " (euro)".

    Numbers stand under each other at the right; a long unit there would cover the marks. A text
    that is no number (why there is none) stays whole.
    """
    text = f"(datum.{field} || '')"
    number = f"(test(/^[−\\d]/, {text}) ? split({text}, ' ')[0] : {text})"
    rest = f"slice({text}, length({number}) + 1)"
    unit = f"length({rest}) ? ' (' + {rest} + ')' : ''"
    return rows.transform_calculate(**{as_: number, f"{as_}_unit": unit})


def plain(channel: Layer) -> Spec:
    """One channel as it stands in a specification."""
    found: Spec = channel.to_dict(validate=False)
    return found


def named(template: Spec, **names: str) -> Spec:
    """The specification with each `<word>` in it replaced by a name.

    Altair takes 100 ms to build a chart; a name in one that was built before takes none.
    """
    text = json.dumps(template, ensure_ascii=False)
    for word, name in names.items():
        # As text, and within quotes in an expression.
        plain = json.dumps(name, ensure_ascii=False)[1:-1]
        quoted = plain.replace("'", r"\\'")
        text = text.replace(f"'<{word}>'", f"'{quoted}'").replace(f"<{word}>", plain)
    filled: Spec = json.loads(text)
    return filled


def chosen(yes: float, no: float) -> Any:
    """A condition on the column `selected`.

    Not on the click: what is chosen stands in the link, and may have been chosen elsewhere.
    """
    return alt.condition("datum.selected", alt.value(yes), alt.value(no))


def tips(**titles: str) -> list[alt.Tooltip]:
    """Tooltip lines: column → Dutch title, all ready-made texts."""
    return [
        alt.Tooltip(field=field, type="nominal", title=title) for field, title in titles.items()
    ]
