"""The rows of small multiples (`multiples`): panels beside each other on the same axes.

Frame, made by `drawn`, one row per mark:
    kind ('area', 'municipality', 'country', 'missing', 'break', 'event', 'year', 'head'),
    x (the panel's place plus the place within it, 0 to 1), value (null for a mark without one),
    value_text, area_name, year, panel (int), segment (counts up at each break), look (of 'head':
    'area', 'municipality' or 'country'), line (of 'head': 0 to 2), text (of 'head', 'year' and the
    last point of each line: the figure), text_value (where that figure stands), colour (of a line),
    ink (the same for words), reason (of 'break'), number, down and event (as in `events`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, log10

import pandas as pd

from wijzer.charts import trend
from wijzer.palette import INK, SOFT, hue

_LEFT = 0.06
_RIGHT = {True: 0.16, False: 0.28}
"""Room for the last figures, as part of a panel that stands alone or beside others."""
_YEARS = {True: 6, False: 3}
"""How many years fit under a panel."""
_LABEL_SPACE = 0.085
KINDS = ("country", "municipality", "area")
LOOKS = {"area": "", "municipality": "— ", "country": "- - "}
"""How the line of each kind looks, in the head of a panel."""


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes that all panels share: figures from `low` to `top`, and the measured years.

    `until` is where the last event stands; the axis runs on to there.
    """

    low: float
    top: float
    step: float
    years: tuple[int, ...]
    until: float | None = None

    @property
    def last(self) -> float:
        """Where the axis of years ends."""
        return max(self.years[-1], self.until or self.years[-1])


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: the names in its head, its place in the catalogue, its rows, breaks and events.

    `rows` have kind ('area', 'municipality', 'country'), area_name, year, value, value_text and
    segment; `breaks` are (year, reason); `events` are rows of `event_marks.Marks.rows`.
    """

    area: str
    municipality: str
    country: str
    position: int
    rows: pd.DataFrame
    breaks: tuple[tuple[int, str], ...] = ()
    events: pd.DataFrame | None = None


def axes(values: Iterable[float | None], years: Iterable[int], until: float | None = None) -> Axes:
    """Axes that hold all of these. From 0, or higher under the same rule as a single trend."""
    known = [float(one) for one in values if one is not None and not pd.isna(one)]
    top, least = max(known, default=1.0), min(known, default=0.0)
    low = trend.floor(known) if least >= 0 else least
    step = _round_step(max(top, 0.0) - low)
    return Axes(
        step * _floored(low / step), step * -_floored(-max(top, 0.0) / step), step,
        tuple(sorted(set(years))), until,
    )  # fmt: skip


def _round_step(width: float) -> float:
    """1, 2 or 5 times a power of ten, so that some five steps cover the width."""
    rough = (width or 1.0) / 4
    unit = 10.0 ** floor(log10(rough))
    return next(unit * one for one in (1, 2, 5, 10) if unit * one >= rough * 0.799)


def _floored(steps: float) -> int:
    """Whole steps below; a hair is no step."""
    return int((steps + 1e-9) // 1)


def drawn(panels: Sequence[Panel], found: Axes) -> pd.DataFrame:
    """The rows of `spec` for these panels."""
    alone = len(panels) == 1
    parts = [
        rows.assign(panel=place)
        for place, one in enumerate(panels)
        for rows in _of_panel(one, _Across(found, place, alone))
    ]
    return pd.concat(parts, ignore_index=True).reindex(columns=list(COLUMNS))


COLUMNS = (
    *("kind", "panel", "x", "value", "value_text", "area_name", "year", "segment", "look", "line"),
    *("text", "text_value", "colour", "ink", "reason", "number", "down", "event"),
)


@dataclass(frozen=True, slots=True)
class _Across:
    """Where a year stands in a panel."""

    axes: Axes
    place: int
    alone: bool

    def x(self, year: float) -> float:
        """From 0 at the left of the first panel."""
        first, last = self.axes.years[0], self.axes.last
        part = (year - first) / (last - first) if last > first else 0.5
        return self.place + _LEFT + (1 - _LEFT - _RIGHT[self.alone]) * part


def _of_panel(one: Panel, across: _Across) -> list[pd.DataFrame]:
    found = [_points(one, across), _years(across), _heads(one, across), _breaks(one, across)]
    if one.events is not None and len(one.events):
        places = [across.x(year) for year in one.events["year"]]
        found.append(one.events.assign(x=places, kind="event"))
    return found


def _points(one: Panel, across: _Across) -> pd.DataFrame:
    """The marks of all lines; the last of each has its figure as text."""
    order = one.rows["kind"].map(KINDS.index).sort_values(kind="stable").index  # the area on top
    own = one.rows.loc[order]
    rows = own.assign(
        x=[across.x(year) for year in own["year"]],
        kind=own["kind"].where(own["value"].notna(), "missing"),
        colour=own["kind"].map(_colours(one.position, text=False)),
        ink=own["kind"].map(_colours(one.position, text=True)),
    )
    rows = rows[(rows["kind"] != "missing") | (own["kind"] == "area")]
    last = rows[rows["kind"] != "missing"].sort_values("year").groupby("kind").tail(1)
    told = [str(text).split(" ")[0] for text in last["value_text"]]
    return rows.assign(
        text=pd.Series(told, index=last.index, dtype="str"),
        text_value=_apart(last, (across.axes.top - across.axes.low) * _LABEL_SPACE),
    )


def _apart(last: pd.DataFrame, gap: float) -> pd.Series:
    """Where the figures of last points stand: those of one year not over each other."""
    places = pd.Series(index=last.index, dtype="float64")
    for _, rows in last.sort_values("value").groupby("year"):
        places[rows.index] = trend.apart(list(rows["value"].astype(float)), gap)
    return places


def _colours(position: int, text: bool) -> dict[str, str]:
    return {"area": hue(position, text), "municipality": INK, "country": SOFT}


def _years(across: _Across) -> pd.DataFrame:
    """The measured years under a panel, as many as fit: the first, the last, and between."""
    every = across.axes.years
    shown = _spread(every, _YEARS[across.alone])
    return pd.DataFrame(
        {
            "kind": "year",
            "x": [across.x(year) for year in every],
            "text": [str(year) if year in shown else "" for year in every],
        }
    )


def _spread(years: tuple[int, ...], most: int) -> tuple[int, ...]:
    """At most so many, as evenly as it goes in time; those that would touch are left out."""
    least = (years[-1] - years[0]) / most if most else 0
    kept = [years[0]]
    for year in years[1:-1]:
        if year - kept[-1] >= least and years[-1] - year >= least:
            kept.append(year)
    return tuple(dict.fromkeys([*kept, years[-1]]))


def _heads(one: Panel, across: _Across) -> pd.DataFrame:
    names = (one.area, one.municipality, one.country)
    return pd.DataFrame(
        {
            "kind": "head",
            "x": across.place + _LEFT / 2,
            "look": list(LOOKS),
            "line": range(len(names)),
            "text": [f"{mark}{name}" for mark, name in zip(LOOKS.values(), names, strict=True)],
            "ink": list(_colours(one.position, text=True).values()),
        }
    )


def _breaks(one: Panel, across: _Across) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kind": "break",
            "x": [across.x(year - 0.5) for year, _ in one.breaks],
            "year": [year for year, _ in one.breaks],
            "reason": [reason for _, reason in one.breaks],
        }
    )
