"""The spider web: one round, six axes of 0 to 10, to talk about. No test, no verdict.

Frame, made by `drawn`: kind ('ring', 'axis', 'edge', 'point', 'label'), x, y, x2, y2 (-1 to 1 from
the middle; 1 is a score of 10), label, lines (how many it has), name, value_text. Between two
dimensions of which one has no figure there is no edge: a gap. The web keeps its shape at every
width.
"""

from collections.abc import Sequence
from functools import cache
from math import cos, pi, sin
from typing import Any

import altair as alt
import pandas as pd

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.palette import INK, LINE, PAPER, hue

HEIGHT = 350
RADIUS = 108
_LINE = 16
"""Pixels from one line of a label to the next."""
_RINGS = (0.2, 0.4, 0.6, 0.8, 1.0)
COLUMNS = ("kind", "x", "y", "x2", "y2", "label", "lines", "name", "value_text")

Spoke = tuple[str, float | None, str]
"""Name of a dimension, its value (0 to 10, None when missing), and that as text."""


def drawn(spokes: Sequence[Spoke]) -> pd.DataFrame:
    """The rows that draw one web, clockwise from the top."""
    count = len(spokes)
    turn = [2 * pi * place / count for place in range(count)]
    rows: list[dict[str, Any]] = []
    for ring in _RINGS:
        rows += _around("ring", turn, [ring] * count)
    rows += [_line("axis", (0, 0), _at(angle, 1)) for angle in turn]
    rows += _around("edge", turn, [None if one[1] is None else one[1] / 10 for one in spokes])
    for angle, (name, value, text) in zip(turn, spokes, strict=True):
        told = {"name": name, "value_text": text}
        if value is not None:
            rows.append(_line("point", _at(angle, value / 10), (0, 0)) | told)
        lines = [*_halves(name), text]
        label = {"label": "\n".join(lines), "lines": len(lines)}
        rows.append(_line("label", _at(angle, 1), (0, 0)) | told | label)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _around(kind: str, turn: Sequence[float], lengths: Sequence[float | None]) -> list[Any]:
    """Lines from each axis to the next; none where one of the two has no length."""
    ends = list(zip(turn, lengths, strict=True))
    pairs = zip(ends, [*ends[1:], ends[0]], strict=True)
    return [
        _line(kind, _at(one[0], one[1]), _at(two[0], two[1]))
        for one, two in pairs
        if one[1] is not None and two[1] is not None
    ]


def _at(angle: float, length: float) -> tuple[float, float]:
    return length * sin(angle), length * cos(angle)


def _line(kind: str, one: tuple[float, float], two: tuple[float, float]) -> dict[str, Any]:
    return {"kind": kind, "x": one[0], "y": one[1], "x2": two[0], "y2": two[1]}


def _halves(name: str) -> list[str]:
    """A name over at most two lines, broken at the space nearest to its middle."""
    spaces = [place for place, one in enumerate(name) if one == " "]
    if not spaces:
        return [name]
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return [name[:middle], name[middle + 1 :]]


@cache
def spec(position: int) -> Spec:
    """The chart in the hue of the neighbourhood; no data."""
    lines = [
        _lines("ring", LINE, 1),
        _lines("axis", LINE, 1),
        _lines("edge", hue(position), 3),
    ]
    layers = [*lines, _points(position), *_labels()]
    told = "Web met een as per onderwerp, van 0 in het midden tot 10. De tabel geeft de cijfers."
    return theme.finish(alt.layer(*layers).properties(height=HEIGHT), told)


def _of(kind: str) -> Layer:
    return theme.rows().transform_filter(f"datum.kind === '{kind}'")


def _place(across: str = "x", down: str = "y") -> dict[str, Any]:
    radius = f"min({RADIUS}, width / 2 - 56, height / 2 - {HEIGHT // 2 - RADIUS})"
    wide: list[Any] = [{"expr": f"width / 2 - {radius}"}, {"expr": f"width / 2 + {radius}"}]
    high: list[Any] = [{"expr": f"height / 2 + {radius}"}, {"expr": f"height / 2 - {radius}"}]
    x_scale, y_scale = (
        alt.Scale(domain=[-1, 1], nice=False, zero=False, range=reach) for reach in (wide, high)
    )
    return {
        "x": alt.X(field=across, type="quantitative", axis=None, scale=x_scale),
        "y": alt.Y(field=down, type="quantitative", axis=None, scale=y_scale),
    }


def _lines(kind: str, colour: str, width: float) -> Layer:
    return (
        _of(kind)
        .mark_rule(color=colour, strokeWidth=width, strokeCap="round", aria=False)
        .encode(**_place(), x2=alt.X2(field="x2"), y2=alt.Y2(field="y2"))
    )


def _points(position: int) -> Layer:
    return (
        _of("point")
        .transform_calculate(told="datum.name + ': ' + datum.value_text")
        .mark_point(size=90, filled=True, opacity=1, color=hue(position), stroke=PAPER)
        .encode(
            **_place(),
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(name="Onderwerp", value_text="Gemiddelde"),
        )
    )


def _labels() -> list[Layer]:
    """Names with their value outside the web: above the upper half, below the lower half.

    Text runs down from its first line, so what stands above begins as many lines higher.
    """
    above = [(f"datum.y > 0 && datum.lines === {lines}", -8 - _LINE * lines) for lines in (2, 3)]
    return [_label(where, down) for where, down in [*above, ("datum.y <= 0", 8)]]


def _label(where: str, down: int) -> Layer:
    return (
        _of("label")
        .transform_filter(where)
        .mark_text(lineBreak="\n", lineHeight=_LINE, color=INK, aria=False, align="center",
                   baseline="line-top", dy=down)
        .encode(**_place(), text=alt.Text(field="label", type="nominal"))
    )  # fmt: skip
