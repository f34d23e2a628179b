"""Who works with whom: partners or groups of sectors with lines between them, one round a chart.

Frame, nodes and ties in one:
    nodes: kind 'node', x, y (0–1), look (a sector, or the place of a group: hue and shape),
    hollow (bool), code (two letters or a number, in the mark), label (under it, in lines), name,
    sector, told, partners (int, the area of the mark);
    ties: kind 'tie', x, y, x2, y2, look (of TIES: width, dashes and colour), name, told.
`placed` gives every node its place, the same in the charts of all rounds, with room for names on
a phone. What happened to a tie shows in width, dashes and colour, not in colour alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import ceil
from textwrap import wrap
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import NDArray

from wijzer.charts import theme
from wijzer.charts.theme import Layer, Spec
from wijzer.lists import CODES
from wijzer.palette import ACCENT, INK, PAPER, SECTORS, SOFT
from wijzer.texts import shortened

HEIGHT = 580
TIES = {
    "other": (1.0, [1, 3], "#818a94"),
    "few": (0.0, [1, 0], "#818a94"),
    "plain": (1.8, [1, 0], "#818a94"),
    "kept": (1.8, [1, 0], "#818a94"),
    "lost": (2.5, [7, 5], INK),
    "gained": (4.0, [1, 0], ACCENT),
    "some": (2.0, [1, 0], "#818a94"),
    "half": (6.0, [1, 0], "#818a94"),
    "most": (11.0, [1, 0], "#818a94"),
}
"""By what happened to a tie or how many partners it stands for: width, dashes and colour."""

Place = tuple[float, float]
Points = NDArray[np.float64]
Slots = NDArray[np.intp]
_SHAPES = ("circle", "square")
_GROUPS = tuple(str(at) for at in range(len(CODES["sector"])))
LOOKS = (*CODES["sector"], *_GROUPS)
"""Sectors, and places of groups of sectors."""
_WIDEST, _LONGEST_WORD = 15, 17
_SIDE, _TOP, _BOTTOM = 56, 20, 50
_ROWS = 3
_SIZE = (360, HEIGHT - _TOP - _BOTTOM)
"""Pixels between the outer marks when two charts stand side by side on a beamer."""
_MARK = 17
"""Pixels around the middle of a mark that a tie of others should leave free."""
_MOVES = 40
_DENSE = 150  # of more ties than this no order is clear, and looking for one takes seconds


@cache
def spec(height: int = HEIGHT, small: bool = False) -> Spec:
    """The chart; no data. `small` marks carry no letters: for many partners on a slide. Their
    frame tells in `side` where a label stands: below, above, right or left."""
    told = "Punten zijn partners of sectoren, met lijnen ertussen. De tabel noemt ze allemaal."
    layers = [_ties(), _nodes(small), *([] if small else [_codes()]), *_labels(small)]
    return theme.finish(alt.layer(*layers).properties(height=height), told)


def colour(look: str) -> str:
    """The hue of a sector or group."""
    return SECTORS[_place(look) % len(SECTORS)]


def shape(look: str) -> str:
    """The shape of a sector or group: with its hue it is of that one alone."""
    return _SHAPES[_place(look) // len(SECTORS) % len(_SHAPES)]


def _place(look: str) -> int:
    return LOOKS.index(look) % len(CODES["sector"])


def label(name: str) -> str:
    """A name in at most two short lines."""
    words = [shortened(one, _LONGEST_WORD) for one in name.split()]
    found = wrap(" ".join(words), _WIDEST, max_lines=2, placeholder="…", break_long_words=False)
    return "\n".join(found)


def placed(places: Mapping[str, Place], ties: Iterable[tuple[str, str]] = ()) -> dict[str, Place]:
    """Places in the unit square with room for a mark and its name: each its own slot.

    Slots lie as bricks, a little out of line. All marks together move as little as they can;
    then one at a time goes to a free slot, or trades slots with another, as long as fewer ties
    run under a third mark, unless there are too many ties for that. The same every time.
    """
    from scipy.optimize import linear_sum_assignment  # here, for it is slow to import

    keys = sorted(places)
    if not keys:
        return {}
    slots = np.array(_slots(len(keys)))
    wide = np.array(_stretched([places[key] for key in keys]))
    chosen = linear_sum_assignment(((wide[:, None] - slots) ** 2).sum(axis=2))[1]
    found = [(keys.index(a), keys.index(b)) for a, b in sorted(ties)]
    if 0 < len(found) <= _DENSE:
        chosen = _clear(chosen, slots, np.array(found), wide)
    return {key: (float(x), float(y)) for key, (x, y) in zip(keys, slots[chosen], strict=True)}


def _clear(chosen: Slots, slots: Points, ties: Slots, wide: Points) -> Slots:
    """The slots after all moves that make the picture clearer."""
    best, cost = chosen, _crowd(slots[chosen], ties, wide)
    for _ in range(_MOVES):
        options = list(_moves(best, len(slots)))
        costs = [_crowd(slots[one], ties, wide) for one in options]
        lowest = int(np.argmin(costs))
        if costs[lowest] >= cost - 1e-9:
            break
        best, cost = options[lowest], costs[lowest]
    return best


def _moves(chosen: Slots, count: int) -> Iterator[Slots]:
    """Every way to move one mark to a free slot, or to let two trade."""
    free = sorted(set(range(count)).difference(chosen.tolist()))
    for at in range(len(chosen)):
        for slot in free:
            moved = chosen.copy()
            moved[at] = slot
            yield moved
        for other in range(at):
            moved = chosen.copy()
            moved[[at, other]] = chosen[[other, at]]
            yield moved


def _crowd(spots: Points, ties: Slots, wide: Points) -> float:
    """How many ties run under a third mark, and a little for how far marks are from home."""
    points, size = spots * _SIZE, np.array(_SIZE)
    start, along = points[ties[:, 0]], points[ties[:, 1]] - points[ties[:, 0]]
    from_start = points[None] - start[:, None]
    length = (along**2).sum(axis=1)
    part = ((from_start * along[:, None]).sum(axis=2) / length[:, None]).clip(0, 1)
    away = from_start - part[..., None] * along[:, None]
    near = (away**2).sum(axis=2) < _MARK**2
    return float(near.sum() - 2 * len(ties) + 2 * (((spots - wide) * size / size.max()) ** 2).sum())


def _stretched(places: list[Place]) -> list[Place]:
    """Places from edge to edge."""
    ends = [(min(axis), max(axis)) for axis in zip(*places, strict=True)]
    return [
        tuple((v - low) / ((high - low) or 1) for v, (low, high) in zip(one, ends, strict=True))
        for one in places
    ]


def _slots(count: int) -> list[Place]:
    """At least this many slots, in rows of four and three by turns."""
    rows = max(_ROWS, ceil(count / 3.5) + 1)
    return [
        (_AWAY[row % 4] + column / 3.4, (row + _OUT[column % 2]) / (rows - 1 + _OUT[0]))
        for row in range(rows)
        for column in range(4 - row % 2)
    ]


_AWAY = (0.0, 0.17, 0.117, 0.205)
"""Where a row begins: no two rows near each other have their marks under each other."""
_OUT = (0.25, 0.0)
"""How far a mark lies below its row, by turns."""


def _x(field: str = "x") -> alt.X:
    scale = alt.Scale(domain=[0, 1], range=[_SIDE, {"expr": f"width - {_SIDE}"}], nice=False)
    return alt.X(field=field, type="quantitative", axis=None, scale=scale)


def _y(field: str = "y") -> alt.Y:
    reach: list[Any] = [_TOP, {"expr": f"height - {_BOTTOM}"}]
    scale = alt.Scale(domain=[0, 1], range=reach, nice=False)
    return alt.Y(field=field, type="quantitative", axis=None, scale=scale)


def _look(values: list[Any], domain: tuple[str, ...]) -> dict[str, Any]:
    scale = alt.Scale(type="ordinal", domain=list(domain), range=values)
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


def _nodes(small: bool) -> Layer:
    colours, shapes = [colour(one) for one in LOOKS], [shape(one) for one in LOOKS]
    sizes = [180, 800] if small else [560, 2400]
    area = alt.Scale(domain=[1, 20], range=sizes, nice=False, zero=False, clamp=True)
    fill = alt.condition("datum.hollow", alt.value(PAPER), alt.Color(**_look(colours, LOOKS)))
    return (
        _of_nodes()
        .mark_point(opacity=1, filled=False, strokeWidth=2.5)
        .encode(
            x=_x(),
            y=_y(),
            size=alt.Size(field="partners", type="quantitative", scale=area, legend=None),
            shape=alt.Shape(**_look(shapes, LOOKS)),
            stroke=alt.Stroke(**_look(colours, LOOKS)),
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


_BESIDE = {
    name: {"expr": f"({json.dumps(values)})[datum.side]"}
    for name, values in {
        "align": {"below": "center", "above": "center", "right": "left", "left": "right"},
        "dx": {"below": 0, "above": 0, "right": 12, "left": -12},
        "dy": {"below": 13, "above": -27, "right": -7, "left": -7},
    }.items()
}


def _labels(small: bool) -> list[Layer]:
    """The name under a mark, or beside it, with a white edge over the lines."""
    font: dict[str, Any] = {
        "baseline": "top", "lineBreak": "\n", "lineHeight": 15, "aria": False,
        "dy": {"expr": "15"}, **(_BESIDE if small else {}),
    }  # fmt: skip
    place: dict[str, Any] = {"x": _x(), "y": _y(), "text": alt.Text(field="label", type="nominal")}
    return [
        _of_nodes().mark_text(**font, stroke=PAPER, strokeWidth=4).encode(**place),
        _of_nodes().mark_text(**font, color=SOFT).encode(**place),
    ]
