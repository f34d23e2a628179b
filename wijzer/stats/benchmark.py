"""Rules of other systems for a figure with an interval, shown beside ours under their own name.

All in the unit of the indicator, except control limits, which are fractions. On a limit: see
`wijzer.stats`.
"""

from math import sqrt
from typing import NamedTuple

from wijzer.model import Direction, Sign
from wijzer.stats.compare import intervals_overlap, judged
from wijzer.stats.missing import known
from wijzer.stats.proportion import BadCounts, BadInterval, Interval, check, wilson, z


class BadTarget(ValueError):
    """A target range whose lower limit lies above its upper limit."""


class Graded(NamedTuple):
    """A sign, and whether it also stands at the stricter level ("best" and "worst")."""

    sign: Sign
    strong: bool


def single_overlap(area: Interval | None, benchmark: float | None, direction: Direction) -> Sign:
    """One interval against a fixed value: SIMILAR when the value lies within or on an end."""
    if area is None or not known(benchmark):
        return Sign.UNKNOWN
    if area.contains(benchmark):
        return Sign.SIMILAR
    return judged(area.low - benchmark, direction)


def two_levels(
    narrow: Interval | None, wide: Interval | None, benchmark: float | None, direction: Direction
) -> Graded:
    """A fixed value against a 95% and a 99.8% interval: strong when outside both.

    Raises BadInterval when the wide interval does not enclose the narrow one.
    """
    found = single_overlap(narrow, benchmark, direction)
    if wide is None or narrow is None:
        return Graded(Sign.UNKNOWN, False)
    if not (wide.low <= narrow.low and narrow.high <= wide.high):
        raise BadInterval(f"{wide} does not enclose {narrow}")
    strong = found is not Sign.UNKNOWN and single_overlap(wide, benchmark, direction) is found
    return Graded(found, strong and found is not Sign.SIMILAR)


def double_overlap(area: Interval | None, benchmark: Interval | None, direction: Direction) -> Sign:
    """Two intervals: SIMILAR when they overlap or touch. Too strict as a test of a difference."""
    if area is None or benchmark is None:
        return Sign.UNKNOWN
    if intervals_overlap(area, benchmark):
        return Sign.SIMILAR
    return judged(area.low - benchmark.low, direction)


def control_limits(
    benchmark: float | None, n: float | None, level: float = 0.95
) -> Interval | None:
    """Funnel limits around a benchmark share for areas with n answers, cut off at 0 and 1.

    benchmark ± z·√(b(1-b)/n). None when something is missing or n is 0. Raises BadCounts.
    Source: PHEindicatormethods, testdata_funnel_prop_outputs.
    """
    critical = z(level)
    if not (known(benchmark) and known(n)):
        return None
    check(benchmark, 1)
    if n < 0:
        raise BadCounts(f"{n} answers")
    if n == 0:
        return None
    half = critical * sqrt(benchmark * (1 - benchmark) / n)
    return Interval(max(0.0, benchmark - half), min(1.0, benchmark + half))


def spc(
    value: float | None,
    n: float | None,
    benchmark: float | None,
    direction: Direction,
    level: float = 0.95,
) -> Sign:
    """A share against control limits around the benchmark, as Fingertips does it.

    Shares as fractions. Its limits are Wilson's for benchmark·n of n, hence a shade off
    `control_limits`. Source: SpcForProportionsComparer (fingertips-open). Raises BadCounts.
    """
    if not (known(value) and known(n) and known(benchmark)):
        return Sign.UNKNOWN
    check(value, 1)
    check(benchmark, 1)
    limits = wilson(benchmark * n, n, level)
    if limits is None:
        return Sign.UNKNOWN
    if limits.contains(value):
        return Sign.SIMILAR
    return judged(value - benchmark, direction)


def target_range(value: float | None, lower: float, upper: float, direction: Direction) -> Sign:
    """A figure against a target range: SIMILAR from `lower` up to, not including, `upper`.

    Raises BadTarget when lower > upper. Source: RangeTargetComparer (fingertips-open).
    """
    if not lower <= upper:
        raise BadTarget(f"target from {lower} to {upper}")
    if not known(value):
        return Sign.UNKNOWN
    if value < lower:
        return judged(-1, direction)
    return judged(1, direction) if value >= upper else Sign.SIMILAR
