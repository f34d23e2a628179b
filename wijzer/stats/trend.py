"""Change over time: always by year, never by position, and never across a break."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log
from typing import TypeVar

from wijzer.model import Break, Change, Direction, Sign
from wijzer.stats.benchmark import double_overlap
from wijzer.stats.compare import Difference, newcombe
from wijzer.stats.missing import known, only_known
from wijzer.stats.proportion import Interval, check, z

POINTS = 5
"""A trend is read from this many figures."""

LEVEL = 0.998
"""How sure a trend must be: χ² > 9.5495."""

_WIDTH = 3.92  # a 95% interval is this many standard errors wide, as Fingertips counts


class BadSeries(ValueError):
    """Two figures for one year, or columns of unequal length."""


@dataclass(frozen=True, slots=True)
class Point:
    """One year's figure with its 95% interval; parts may be missing."""

    year: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Survey:
    """One wave of a survey: k of n gave the answer."""

    year: int
    k: float | None
    n: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Outcome over five points; slope per year (on the logit scale for counts)."""

    change: Change
    slope: float | None = None
    chi2: float | None = None


@dataclass(frozen=True, slots=True)
class SurveyChange:
    """Outcome between two waves; `difference` is now - then, as a fraction."""

    change: Change
    difference: Difference | None = None
    then: int | None = None
    now: int | None = None


_Weighed = tuple[float, float, float]
_Dated = TypeVar("_Dated", Point, Survey)
_AS_CHANGE = {
    Sign.HIGHER: Change.INCREASING,
    Sign.LOWER: Change.DECREASING,
    Sign.SIMILAR: Change.NO_CHANGE,
    Sign.UNKNOWN: Change.NOT_CALCULATED,
}


def segments(years: Iterable[int], breaks: Iterable[Break]) -> tuple[tuple[int, ...], ...]:
    """The years in order, cut where figures stop being comparable.

    A break at 2024 parts 2023 and earlier from 2024 and later. A line is drawn, and a change
    stated, within a segment only.
    """
    cuts = sorted({one.year for one in breaks})
    found: dict[int, list[int]] = {}
    for year in sorted(set(years)):
        found.setdefault(sum(cut <= year for cut in cuts), []).append(year)
    return tuple(tuple(part) for part in found.values())


def break_between(one: int, other: int, breaks: Iterable[Break]) -> Break | None:
    """The newest break that keeps figures of these two years apart, or None."""
    early, late = min(one, other), max(one, other)
    apart = [cut for cut in breaks if early < cut.year <= late]
    return max(apart, key=lambda cut: cut.year, default=None)


def newest_pair(years: Iterable[int], breaks: Iterable[Break]) -> tuple[int, int] | None:
    """The last year and the year before it, or None when a break or nothing lies before it."""
    last = next(reversed(segments(years, breaks)), ())
    return (last[-2], last[-1]) if len(last) > 1 else None


def five_points(
    values: Sequence[float | None],
    lows: Sequence[float | None],
    highs: Sequence[float | None],
    years: Sequence[int] | None = None,
    breaks: Iterable[Break] = (),
    span: int = 1,
) -> Trend:
    """Trend of the last five figures with 95% intervals; without years they are in order.

    Weighted slope with weights 1/se², se = (high - low)/3.92. A change when (slope/se)² > 9.5495
    and the slope keeps its sign with any one figure left out. NOT_CALCULATED with fewer than
    five figures since the last break, a missing or empty interval among them, or periods of
    `span` years that overlap. Raises BadSeries, BadInterval.
    Source: Fingertips TrendMarkerCalculator; years instead of positions, as surveys skip years.
    """
    rows = _last_five(years, breaks, span, values, lows, highs)
    errors = [(Interval(low, high).high - low) / _WIDTH for _, (_, low, high) in rows]
    if len(rows) < POINTS or min(errors) == 0:
        return Trend(Change.NOT_CALCULATED)
    line = [(t, row[0], error**-2) for (t, row), error in zip(rows, errors, strict=True)]
    slope = _slope(line)
    return _trend(line, slope**2 * _squares(line))


def five_points_proportion(
    hits: Sequence[float | None],
    answers: Sequence[float | None],
    years: Sequence[int] | None = None,
    breaks: Iterable[Break] = (),
    span: int = 1,
) -> Trend:
    """Trend of the last five shares from their counts; without years they are in order.

    Cochran-Armitage χ² > 9.5495, and the slope of the logits keeps its sign with any one year
    left out. NOT_CALCULATED as in `five_points`, and when a year has 0% or 100%.
    Raises BadSeries, BadCounts. Source: Fingertips TrendMarkerCalculator (SPC for proportions).
    """
    rows = _last_five(years, breaks, span, hits, answers)
    for _, (k, n) in rows:
        check(k, n)
    if len(rows) < POINTS or any(k in (0, n) for _, (k, n) in rows):
        return Trend(Change.NOT_CALCULATED)
    line = [(t, log(k / (n - k)), 1.0) for t, (k, n) in rows]
    return _trend(line, _cochran_armitage([(t, k, n) for t, (k, n) in rows]))


def two_points(series: Sequence[Point], breaks: Iterable[Break] = ()) -> Change:
    """Legacy rule: a change when the 95% intervals of the last two years do not overlap.

    Too strict (66 → 90 of 300 is a change, yet the intervals overlap): use `two_surveys` where
    counts are known. Source: Fingertips TrendBetweenTwoValuesCalculator. Raises BadSeries.
    """
    pair = _last_two(series, breaks)
    if pair is None:
        return Change.NOT_CALCULATED
    then, now = (_interval(point) for point in pair)
    return _AS_CHANGE[double_overlap(now, then, Direction.NEUTRAL)]


def two_surveys(
    series: Sequence[Survey], level: float = 0.95, breaks: Iterable[Break] = ()
) -> SurveyChange:
    """Our rule: a change when Newcombe's interval of now - then excludes 0.

    For two separate samples, the last two by year. NOT_CALCULATED across a break, with fewer
    than two waves, or a count missing. Raises BadSeries, BadCounts.
    """
    pair = _last_two(series, breaks)
    if pair is None:
        return SurveyChange(Change.NOT_CALCULATED)
    then, now = pair
    found = newcombe(now.k, now.n, then.k, then.n, level)
    if found is None:
        return SurveyChange(Change.NOT_CALCULATED, None, then.year, now.year)
    change = _moved(found.estimate) if found.certain else Change.NO_CHANGE
    return SurveyChange(change, found, then.year, now.year)


def _last_five(
    years: Sequence[int] | None,
    breaks: Iterable[Break],
    span: int,
    *columns: Sequence[float | None],
) -> list[tuple[int, list[float]]]:
    """The last five rows by year, as (years since the first, figures); [] if they are not to be
    had: too few since the last break, one incomplete, or periods that overlap."""
    by_year = _rows(years, columns)
    last = segments(by_year, breaks)[-1][-POINTS:] if by_year else ()
    rows = [(year - last[0], only_known(by_year[year])) for year in last]
    close = any(later - early < span for early, later in pairwise(last))
    if close or len(rows) < POINTS or any(len(row) < len(columns) for _, row in rows):
        return []
    return rows


def _rows(
    years: Sequence[int] | None, columns: Sequence[Sequence[float | None]]
) -> dict[int, tuple[float | None, ...]]:
    keys = range(len(columns[0])) if years is None else years
    if any(len(column) != len(keys) for column in columns):
        raise BadSeries("columns of unequal length")
    if len(set(keys)) < len(keys):
        raise BadSeries("two figures for one year")
    return dict(zip(keys, zip(*columns, strict=True), strict=True))


def _trend(line: Sequence[_Weighed], chi2: float) -> Trend:
    slope = _slope(line)
    without_one = [_slope([*line[:i], *line[i + 1 :]]) for i in range(len(line))]
    steady = all(other * slope > 0 for other in without_one)
    change = _moved(slope) if steady and chi2 > z(LEVEL) ** 2 else Change.NO_CHANGE
    return Trend(change, slope, chi2)


def _slope(line: Sequence[_Weighed]) -> float:
    """Weighted least squares through (time, figure, weight)."""
    centre = _centre(line)
    return fsum(w * (t - centre) * y for t, y, w in line) / _squares(line)


def _squares(line: Sequence[_Weighed]) -> float:
    centre = _centre(line)
    return fsum(w * (t - centre) ** 2 for t, _, w in line)


def _centre(line: Sequence[_Weighed]) -> float:
    return fsum(w * t for t, _, w in line) / fsum(w for _, _, w in line)


def _cochran_armitage(counts: Sequence[tuple[float, float, float]]) -> float:
    """χ² for a linear trend in k/n over time, from (time, k, n)."""
    share = fsum(k for _, k, _ in counts) / fsum(n for _, _, n in counts)
    line = [(t, k / n, n) for t, k, n in counts]
    return _slope(line) ** 2 * _squares(line) / (share * (1 - share))


def _last_two(series: Sequence[_Dated], breaks: Iterable[Break]) -> tuple[_Dated, _Dated] | None:
    by_year = {one.year: one for one in series}
    if len(by_year) < len(series):
        raise BadSeries("two figures for one year")
    pair = newest_pair(by_year, breaks)
    return None if pair is None else (by_year[pair[0]], by_year[pair[1]])


def _interval(point: Point) -> Interval | None:
    if not (known(point.value) and known(point.low) and known(point.high)):
        return None
    return Interval(point.low, point.high)


def _moved(amount: float) -> Change:
    return Change.INCREASING if amount > 0 else Change.DECREASING
