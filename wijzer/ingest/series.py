"""What is wrong between rows: gaps between areas, jumps between years, twins, moved borders."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np

from wijzer.ingest.rows import Data, Fault, Figure
from wijzer.model import Indicator, Level

DEFAULT_POINTS = 30.0
DEFAULT_FACTOR = 2.5
# A row that says in its note that its jump was looked into passes.
ACCEPTED = "sprong nagegaan"
TWIN_ROWS = 8

Series = dict[tuple[str, str], list[Figure]]


def check_series(data: Data) -> list[Fault]:
    """Faults between rows that are sound by themselves (see `check`)."""
    series = _series(data.figures)
    return [
        *_gaps(data),
        *_jumps(series, data.indicators),
        *_twins(data),
        *_moved(series, data),
    ]


def _series(figures: list[Figure]) -> Series:
    """Rows with a value per area and indicator, by year."""
    found: Series = defaultdict(list)
    for one in sorted(figures, key=lambda one: one.year):
        if one.value is not None:
            found[one.area, one.indicator].append(one)
    return found


def _gaps(data: Data) -> Iterator[Fault]:
    for group in _groups(data):
        rows: dict[tuple[str, int], dict[str, Figure]] = defaultdict(dict)
        for one in data.figures:
            if one.area in group:
                rows[one.indicator, one.year][one.area] = one
        for (indicator, year), present in rows.items():
            # The municipality alone may have a figure: the group asks more only of its parts.
            asking = [one for area, one in present.items() if group[area]]
            for area in sorted(group.keys() - present.keys()) if asking else ():
                text = f"{indicator} {year} heeft wel {asking[0].area} maar geen rij voor {area}"
                yield Fault(asking[0].place, f"{text} (ook een ontbrekend cijfer krijgt een rij)")


def _groups(data: Data) -> list[dict[str, bool]]:
    """Areas that have a row together, per municipality; True for those that ask for the others."""
    parts, buurten = data.parts(), data.buurten()
    groups: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for area in data.areas:
        if area.code in parts:
            groups[area.municipality, Level.WIJK].update({area.code: True})
            groups[area.municipality, Level.WIJK].setdefault(area.municipality, False)
        elif area.code in buurten:
            groups[area.municipality, Level.BUURT][area.code] = True
    return list(groups.values())


def _jumps(series: Series, indicators: dict[str, Indicator]) -> Iterator[Fault]:
    for rows in series.values():
        for old, new in pairwise(rows):
            indicator = indicators[new.indicator]
            same = old.source == new.source and not _broken(indicator, old.year, new.year)
            if same and ACCEPTED not in new.note.lower() and _leaps(old, new, indicator):
                text = f"{new.indicator} in {new.area} springt van {old.value:g} ({old.year})"
                hint = f"klopt het, zet dan '{ACCEPTED}' in note of max_jump in de catalogus"
                yield Fault(new.place, f"{text} naar {new.value:g} ({new.year}); {hint}")


def _broken(indicator: Indicator, first: int, last: int) -> bool:
    return any(first < one.year <= last for one in indicator.breaks)


def _leaps(old: Figure, new: Figure, indicator: Indicator) -> bool:
    low, high = sorted((old.value or 0.0, new.value or 0.0))
    if indicator.max_jump is not None:
        return high - low > indicator.max_jump
    if indicator.unit == "%":
        return high - low > DEFAULT_POINTS
    return high > DEFAULT_FACTOR * low


def _twins(data: Data) -> Iterator[Fault]:
    codes = sorted({one.area for one in data.figures})
    keys = {key: i for i, key in enumerate({(one.indicator, one.year) for one in data.figures})}
    table = np.full((len(codes), len(keys)), np.nan)
    first: dict[str, Figure] = {}
    rank = {code: i for i, code in enumerate(codes)}
    for one in data.figures:
        first.setdefault(one.area, one)
        table[rank[one.area], keys[one.indicator, one.year]] = one.value
    same_place = _same_place(data)
    for a, b in combinations(codes, 2):
        if frozenset((a, b)) not in same_place and _identical(table[rank[a]], table[rank[b]]):
            yield Fault(first[b].place, f"alle cijfers van {b} zijn gelijk aan die van {a}")


def _identical(a: np.ndarray, b: np.ndarray) -> bool:
    common = ~(np.isnan(a) | np.isnan(b))
    return bool(common.sum() >= TWIN_ROWS and (a[common] == b[common]).all())


def _same_place(data: Data) -> set[frozenset[str]]:
    # A wijk of one buurt has the same figures as that buurt, and rightly so.
    inside: dict[str, list[str]] = defaultdict(list)
    for buurt, wijk in data.buurten().items():
        inside[wijk].append(buurt)
    return {frozenset((wijk, codes[0])) for wijk, codes in inside.items() if len(codes) == 1}


def _moved(series: Series, data: Data) -> Iterator[Fault]:
    moves = [one for one in data.boundaries if one.change == 3]
    for move in moves:
        for (area, indicator), rows in series.items():
            years = [one.year for one in rows]
            before = max((year for year in years if year < move.year), default=None)
            after = [one for one in rows if one.year >= move.year]
            if area != move.code or before is None or not after:
                continue
            if not _broken(data.indicators[indicator], before, after[0].year):
                text = f"{area} kreeg in {move.year} andere grenzen: {indicator} loopt door van"
                hint = "zet een breuk in de catalogus of laat de oude jaren weg"
                yield Fault(after[0].place, f"{text} {before} naar {after[0].year}; {hint}")
