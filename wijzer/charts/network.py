"""Who works with whom: partners or groups of sectors with lines between them, one round a chart.

Frame, nodes and ties in one:
    nodes: kind 'node', x, y (0–1), look (a sector, or the place of a group: hue and shape),
    hollow (bool), code (two letters or a number, in the mark), label (under it, in lines), name,
    sector, told, partners (int, the area of the mark);
    ties: kind 'tie', x, y, x2, y2, look (of TIES: width, dashes and colour), name, told.
`placed` gives every node its place, the same in the charts of all rounds, with room for names on
a phone. What happened to a tie shows in width, dashes and colour, not in colour alone.
"""

from collections.abc import Mapping
from functools import cache
from textwrap import wrap
from typing import Any

import altair as alt

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.lists import CODES
from wijzer.palette import ACCENT, INK, PAPER, SECTORS, SOFT

HEIGHT = 580
TIES = {
    "other": (1.0, [2, 3], "#818a94"),
    "few": (0.0, [1, 0], "#818a94"),
    "plain": (1.6, [1, 0], "#818a94"),
    "kept": (1.6, [1, 0], "#818a94"),
    "lost": (2.0, [7, 5], INK),
    "gained": (4.0, [1, 0], ACCENT),
    "some": (2.0, [1, 0], "#818a94"),
    "half": (6.0, [1, 0], "#818a94"),
    "most": (11.0, [1, 0], "#818a94"),
}
"""By what happened to a tie or how many partners it stands for: width, dashes and colour."""

_SHAPES = ("circle", "square")
_GROUPS = tuple(str(at) for at in range(len(CODES["sector"])))
_LOOKS = (*CODES["sector"], *_GROUPS)
_LINE, _WIDEST, _LINES = 15, 15, 2
_PHONE = 350
"""Pixels: a chart is never narrower; on wider screens there is more room than is needed here."""
_SIDE, _TOP, _BOTTOM = 50, 20, 52
_BOX = (104, 66)
_ROUNDS = 400


@cache
def spec() -> Spec:
    """The chart; no data."""
    told = "Punten zijn partners of sectoren, met lijnen ertussen. De tabel noemt ze allemaal."
    layers = [_ties(), _nodes(), _codes(), *_labels()]
    return theme.finish(alt.layer(*layers).properties(height=HEIGHT), told)


def colour(look: str) -> str:
    """The hue of a sector or group."""
    return SECTORS[_place(look) % len(SECTORS)]


def shape(look: str) -> str:
    """The shape of a sector or group: with its hue it is of that one alone."""
    return _SHAPES[_place(look) // len(SECTORS) % len(_SHAPES)]


def _place(look: str) -> int:
    return _LOOKS.index(look) % len(CODES["sector"])


def label(name: str) -> str:
    """A name in at most two short lines."""
    found = wrap(name, _WIDEST, max_lines=_LINES, placeholder="…", break_on_hyphens=False)
    return "\n".join(found)


Place = tuple[float, float]


def placed(places: Mapping[str, Place]) -> dict[str, Place]:
    """Places in the unit square with room between them for a mark and its name.

    Marks that are too near are pushed apart along the side where least is needed, as often as it
    takes: the same every time. With very many partners names may still touch.
    """
    wide, high = _PHONE - 2 * _SIDE, HEIGHT - _TOP - _BOTTOM
    keys = sorted(places)
    spots = [[places[key][0] * wide, places[key][1] * high] for key in keys]
    for _ in range(_ROUNDS):
        if not _push(spots, (wide, high)):
            break
    return {key: (x / wide, y / high) for key, (x, y) in zip(keys, spots, strict=True)}


def _push(spots: list[list[float]], size: tuple[int, int]) -> bool:
    """One round of pushing; whether anything was still too near."""
    near = False
    for i, one in enumerate(spots):
        for other in spots[:i]:
            lack = [_BOX[axis] - abs(one[axis] - other[axis]) for axis in (0, 1)]
            if min(lack) > 0.5:
                near = True
                axis = 0 if lack[0] / size[0] < lack[1] / size[1] else 1
                _part(one, other, axis, lack[axis] / 2, size[axis])
    return near


def _part(one: list[float], other: list[float], axis: int, by: float, most: int) -> None:
    """Move two places away from each other along an axis, within the square."""
    way = 1 if one[axis] >= other[axis] else -1
    one[axis] = min(most, max(0.0, one[axis] + way * by))
    other[axis] = min(most, max(0.0, other[axis] - way * by))


def _x(field: str = "x") -> alt.X:
    scale = alt.Scale(domain=[0, 1], range=[_SIDE, {"expr": f"width - {_SIDE}"}], nice=False)
    return alt.X(field=field, type="quantitative", axis=None, scale=scale)


def _y(field: str = "y") -> alt.Y:
    scale = alt.Scale(domain=[0, 1], range=[_TOP, HEIGHT - _BOTTOM], nice=False)
    return alt.Y(field=field, type="quantitative", axis=None, scale=scale)


def _look(values: list[Any], domain: tuple[str, ...]) -> dict[str, Any]:
    scale = alt.Scale(domain=list(domain), range=values)
    return {"field": "look", "type": "nominal", "scale": scale, "legend": None}


def _ties() -> Layer:
    names = tuple(TIES)
    widths, dashes, colours = (list(one) for one in zip(*TIES.values(), strict=True))
    return (
        theme.rows()
        .transform_filter("datum.kind === 'tie'")
        .mark_rule(strokeCap="butt")
        .encode(
            x=_x(),
            y=_y(),
            x2=alt.X2(field="x2"),
            y2=alt.Y2(field="y2"),
            color=alt.Color(**_look(colours, names)),
            strokeWidth=alt.StrokeWidth(**_look(widths, names)),
            strokeDash=alt.StrokeDash(**_look(dashes, names)),
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(told="Verbinding"),
        )
    )


def _of_nodes() -> Layer:
    return theme.rows().transform_filter("datum.kind === 'node'")


def _nodes() -> Layer:
    colours, shapes = [colour(one) for one in _LOOKS], [shape(one) for one in _LOOKS]
    area = alt.Scale(domain=[1, 20], range=[560, 2400], nice=False, zero=False, clamp=True)
    fill = alt.condition(
        "datum.hollow", alt.value(PAPER), alt.Color(**_look(colours, _LOOKS))
    )
    return (
        _of_nodes()
        .mark_point(opacity=1, filled=False, strokeWidth=2.5)
        .encode(
            x=_x(),
            y=_y(),
            size=alt.Size(field="partners", type="quantitative", scale=area, legend=None),
            shape=alt.Shape(**_look(shapes, _LOOKS)),
            stroke=alt.Stroke(**_look(colours, _LOOKS)),
            fill=fill,
            description=alt.Description(field="told", type="nominal"),
            tooltip=theme.tips(name="Naam", sector="Sector", told="In deze ronde"),
        )
    )


def _codes() -> Layer:
    ink = alt.condition("datum.hollow", alt.value(INK), alt.value(PAPER))
    return (
        _of_nodes()
        .mark_text(fontWeight="bold", baseline="middle", dy=1, aria=False)
        .encode(x=_x(), y=_y(), text=alt.Text(field="code", type="nominal"), color=ink)
    )


def _labels() -> list[Layer]:
    """The name under a mark, with a white edge over the lines."""
    font: dict[str, Any] = {
        "baseline": "top", "lineBreak": "\n", "lineHeight": 15, "aria": False,
        "dy": {"expr": "15"},
    }  # fmt: skip
    place: dict[str, Any] = {"x": _x(), "y": _y(), "text": alt.Text(field="label", type="nominal")}
    return [
        _of_nodes().mark_text(**font, stroke=PAPER, strokeWidth=4).encode(**place),
        _of_nodes().mark_text(**font, color=SOFT).encode(**place),
    ]
