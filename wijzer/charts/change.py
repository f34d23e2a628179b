"""Change in the same people: each row on an axis of its own, and the flow and the shares beside it.

Frame of `spec`, one row per scale: order (int), name, x, x_low, x_high, m_low, m_high (-1 to 1, the
share of the row's own half axis; null when not known), value_text, m_text (the end of the band),
n_text, word, sign. Right is favourable. No two rows share an axis, so none has numbers but its own.

Frame of `flow_spec`, one row per step: order, name, length (0–1, null when hidden), count_text,
share_text. Frame of `shares_spec`, one row per part: order, part, x0, x1 (0–1), share_text,
inside (the share when it fits, else ''), word.
"""

from functools import cache
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.model import Sign
from wijzer.palette import ACCENT, INK, LINE, PALE, PAPER, SIGN_COLOUR, SOFT

ROW, FLOW_ROW, BAR = 104, 46, 56
_LINE, _UNDER = 14, 34
"""Pixels below the middle of a row: its axis, and the numbers under that."""
_SIDE = 26

_Y = alt.Y(field="order", type="ordinal", axis=None, scale=alt.Scale(type="band"))
_PART_COLOUR = {
    "better": SIGN_COLOUR[Sign.FAVOURABLE],
    "same": SOFT,
    "worse": SIGN_COLOUR[Sign.UNFAVOURABLE],
    "hidden": PALE,
}


@cache
def spec(worse: str, better: str) -> Spec:
    """The chart with words for the left and the right side; no data."""
    layers = [*_words(), *_axis(), *_estimates(), *_heads(worse, better)]
    told = (
        "Per rij een punt met een interval. Rechts van nul is gunstiger. "
        "De tabel geeft dezelfde cijfers."
    )
    return theme.finish(alt.layer(*layers).properties(height=alt.Step(ROW)), told)


def _x(field: str) -> alt.X:
    reach: list[Any] = [_SIDE, {"expr": f"width - {_SIDE}"}]
    scale = alt.Scale(domain=[-1, 1], nice=False, range=reach)
    return alt.X(field=field, type="quantitative", axis=None, scale=scale)


def _known(field: str) -> Layer:
    return theme.rows().transform_filter(f"isValid(datum.{field})")


def _words() -> list[Layer]:
    """The name of the row, and under it what changed, in words."""
    limit = {"expr": "width - 4"}
    place: dict[str, Any] = {"align": "left", "dx": 2, "limit": limit, "aria": False}
    at: dict[str, Any] = {"x": alt.value(0), "y": _Y}
    return [
        theme.rows()
        .mark_text(**place, yOffset=-38, fontSize=theme.SIZE, fontWeight="bold")
        .encode(**at, text=alt.Text(field="name", type="nominal")),
        theme.rows()
        .mark_text(**place, yOffset=-17)
        .encode(**at, text=alt.Text(field="value_text", type="nominal"), color=theme.sign_text()),
    ]


def _axis() -> list[Layer]:
    """The row's own axis: the band in which a change does not matter, and zero."""
    edge: dict[str, Any] = {"strokeWidth": 1.5, "strokeDash": [3, 2], "color": SOFT, "aria": False}
    under: dict[str, Any] = {"yOffset": _UNDER, "color": SOFT, "aria": False}
    ends = [("m_low", "'−' + datum.m_text"), ("m_high", "'+' + datum.m_text")]
    text = alt.Text(field="tick", type="nominal")
    return [
        _known("x")
        .mark_rule(yOffset=_LINE, color=LINE, strokeWidth=2, aria=False)
        .encode(x=alt.value(0), x2=alt.value({"expr": "width"}), y=_Y),
        _known("m_low")
        .mark_bar(yOffset=_LINE, height=22, color=PALE, aria=False)
        .encode(x=_x("m_low"), x2=alt.X2(field="m_high"), y=_Y),
        *(_known(end).mark_tick(yOffset=_LINE, size=22, orient="vertical", thickness=1.5,
                                color=edge["color"], aria=False).encode(x=_x(end), y=_Y)
          for end, _ in ends),
        _known("x").transform_calculate(zero="0")
        .mark_tick(yOffset=_LINE, size=30, orient="vertical", thickness=2, color=INK, aria=False)
        .encode(x=_x("zero"), y=_Y),
        _known("x").transform_calculate(zero="0")
        .mark_text(**under, text="0").encode(x=_x("zero"), y=_Y),
        *(_known(end).transform_calculate(tick=word).mark_text(**under)
          .encode(x=_x(end), y=_Y, text=text) for end, word in ends),
    ]  # fmt: skip


def _estimates() -> list[Layer]:
    """The mean with its interval, by sign: shape, colour and word."""
    tips = theme.tips(
        name="Vragenlijst", value_text="Verandering", word="Wat is het waard", n_text="Mensen"
    )
    told = "datum.name + ': ' + datum.value_text + ', ' + datum.word"
    base = _known("x").transform_calculate(told=told)
    return [
        _known("x_low")
        .mark_rule(yOffset=_LINE, strokeWidth=4, strokeCap="round", aria=False)
        .encode(x=_x("x_low"), x2=alt.X2(field="x_high"), y=_Y, color=theme.sign_colour()),
        base.mark_point(yOffset=_LINE, size=210, filled=True, opacity=1, stroke=PAPER,
                        strokeWidth=1.5)
        .encode(x=_x("x"), y=_Y, color=theme.sign_colour(), shape=theme.sign_shape(),
                tooltip=tips, description=alt.Description(field="told", type="nominal")),
    ]  # fmt: skip


def _heads(worse: str, better: str) -> list[Layer]:
    font: dict[str, Any] = {"baseline": "bottom", "color": SOFT, "aria": False}
    ends: list[tuple[str, str, Any]] = [
        (f"◀ {worse}", "left", 2),
        (f"{better} ▶", "right", {"expr": "width - 2"}),
    ]
    return [
        theme.once()
        .mark_text(**font, text=word, align=align)
        .encode(x=alt.value(x), y=alt.value(-2))
        for word, align, x in ends
    ]


@cache
def flow_spec() -> Spec:
    """The steps from participants to people with both measurements; no data."""
    figure = 150
    reach: list[Any] = [2, {"expr": "width - 8"}]
    scale = alt.Scale(domain=[0, 1], nice=False, range=reach)
    words: dict[str, Any] = {"yOffset": -11, "aria": False}
    names = (
        theme.rows()
        .mark_text(align="left", dx=2, fontSize=theme.SIZE, limit={"expr": f"width - {figure}"},
                   **words)
        .encode(x=alt.value(0), y=_Y, text=alt.Text(field="name", type="nominal"))
    )  # fmt: skip
    bars = (
        _known("length")
        .transform_calculate(told="datum.name + ': ' + datum.count_text")
        .mark_bar(color=ACCENT, height=12, yOffset=8, cornerRadiusEnd=2)
        .encode(
            x=alt.X(field="length", type="quantitative", axis=None, scale=scale),
            y=_Y,
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(name="Stap", count_text="Mensen", share_text="Van de stap ervoor"),
        )
    )
    figures = (
        theme.rows()
        .transform_calculate(told="datum.count_text + (datum.share_text ? ' · ' + "
                                  "datum.share_text : '')")
        .mark_text(align="right", fontWeight="bold", color=SOFT, **words)
        .encode(x=alt.value({"expr": "width - 4"}), y=_Y, text=alt.Text(field="told",
                                                                        type="nominal"))
    )  # fmt: skip
    chart = alt.layer(names, bars, figures).properties(height=alt.Step(FLOW_ROW))
    return theme.finish(chart, "Staven per stap. De tabel geeft dezelfde aantallen.")


@cache
def shares_spec() -> Spec:
    """One bar of better, the same and worse; no data."""
    reach: list[Any] = [2, {"expr": "width - 2"}]
    scale = alt.Scale(domain=[0, 1], nice=False, range=reach)
    x = alt.X(field="x0", type="quantitative", axis=None, scale=scale)
    colours = alt.Scale(domain=list(_PART_COLOUR), range=list(_PART_COLOUR.values()))
    bars = (
        theme.rows()
        .transform_calculate(told="datum.word + ': ' + datum.share_text")
        .mark_bar(height=34, stroke=PAPER, strokeWidth=2)
        .encode(
            x=x,
            x2=alt.X2(field="x1"),
            y=_Y,
            color=alt.Color(field="part", type="nominal", scale=colours, legend=None),
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(word="Groep", share_text="Aandeel"),
        )
    )
    outline = (
        theme.rows()
        .transform_filter("datum.part === 'hidden'")
        .mark_bar(height=34, fill=None, stroke=SOFT, strokeDash=[4, 3], aria=False)
        .encode(x=x, x2=alt.X2(field="x1"), y=_Y)
    )
    middle = alt.X(field="middle", type="quantitative", axis=None, scale=scale)
    inside = (
        theme.rows()
        .transform_calculate(middle="(datum.x0 + datum.x1) / 2")
        .mark_text(fontSize=15, fontWeight="bold", aria=False)
        .encode(
            x=middle,
            y=_Y,
            text=alt.Text(field="inside", type="nominal"),
            color=alt.condition("datum.part === 'hidden'", alt.value(INK), alt.value(PAPER)),
        )
    )
    chart = alt.layer(bars, outline, inside).properties(height=alt.Step(BAR))
    return theme.finish(chart, "Eén staaf in delen. De tabel geeft dezelfde aandelen.")
