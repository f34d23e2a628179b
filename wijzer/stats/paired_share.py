"""Change in a yes/no outcome of the same people; shares and differences as fractions.

The difference is the share with yes after - before. Advised: Newcombe's interval with the mid-p
value (Fagerland, Lydersen & Laake 2014, Stat Med 33:2850-2875).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import comb, inf, sqrt

from wijzer.stats.proportion import BadCounts, Interval, wilson, z

_HALVINGS = 80
"""More than enough to pin a limit to the last digit of a float."""


@dataclass(frozen=True, slots=True)
class YesNo:
    """Difference with three intervals, and McNemar's test in four variants.

    `wald` is there for comparison: it has no width when nobody changed. The tests are None when
    nobody changed, for then there is nothing to test.
    """

    n: int
    difference: float
    wald: Interval
    newcombe: Interval
    tango: Interval
    chi2: float | None = None
    p: float | None = None
    chi2_corrected: float | None = None
    p_corrected: float | None = None
    p_exact: float | None = None
    p_mid: float | None = None


def yes_no(
    both: int, only_after: int, only_before: int, neither: int, level: float = 0.95
) -> YesNo | None:
    """The four counts of pairs: yes both times, after only, before only, and never.

    None without pairs. Raises BadCounts for counts below 0 or not whole, and BadLevel.
    """
    critical, counts = z(level), (both, only_after, only_before, neither)
    if any(x < 0 or x != int(x) for x in counts):
        raise BadCounts(f"{both}, {only_after}, {only_before} and {neither} pairs")
    n, changed, net = sum(counts), only_after + only_before, only_after - only_before
    if n == 0:
        return None
    half = critical * sqrt(changed - net**2 / n) / n
    return YesNo(
        n,
        net / n,
        _within(net / n - half, net / n + half),
        _newcombe(both, only_after, only_before, neither, level),
        Interval(
            _tango_limit(n, only_after, only_before, critical),
            _tango_limit(n, only_after, only_before, -critical),
        ),
        *(_tests(only_after, only_before) if changed else ()),
    )


def _tests(b: int, c: int) -> tuple[float, float, float, float, float, float]:
    """McNemar's χ² and p without and with continuity correction, exact p, and mid-p.

    McNemar 1947: (b-c)²/(b+c) and (|b-c|-1)²/(b+c), never below 0. mid-p is the exact p less the
    chance of the counts found; with b = c it is 1 less half that chance.
    """
    from statsmodels.stats.contingency_tables import mcnemar  # here, for it is slow to import

    table = [[0, b], [c, 0]]
    plain, exact = mcnemar(table, exact=False, correction=False), mcnemar(table, exact=True)
    corrected = mcnemar(table, exact=False, correction=True)
    continuity = (corrected.statistic, corrected.pvalue) if b != c else (0.0, 1.0)
    chance = comb(b + c, b) / 2 ** (b + c)
    mid = exact.pvalue - chance if b != c else 1 - chance / 2
    found = (plain.statistic, plain.pvalue, *continuity, exact.pvalue, mid)
    chi2, p, chi2_corrected, p_corrected, p_exact, p_mid = map(float, found)
    return chi2, p, chi2_corrected, p_corrected, p_exact, p_mid


def _newcombe(both: int, after: int, before: int, neither: int, level: float) -> Interval:
    """Square-and-add interval with the correlation φ, which is drawn to 0 when it is above 0.

    Newcombe 1998, Stat Med 17:2635-2650, method 10.
    """
    n = both + after + before + neither
    yes_after, yes_before = both + after, both + before
    new, old = wilson(yes_after, n, level), wilson(yes_before, n, level)
    assert new is not None and old is not None  # there are pairs
    p1, p2 = yes_after / n, yes_before / n
    margins = yes_after * (n - yes_after) * yes_before * (n - yes_before)
    cross = both * neither - after * before
    drawn = max(cross - n / 2, 0.0) if cross > 0 else cross
    phi = drawn / sqrt(margins) if margins else 0.0

    def reach(one: float, other: float) -> float:
        return sqrt(max(0.0, one**2 + other**2 - 2 * phi * one * other))

    low, high = reach(p1 - new.low, old.high - p2), reach(new.high - p1, p2 - old.low)
    return _within(p1 - p2 - low, p1 - p2 + high)


def _tango_limit(n: int, b: int, c: int, critical: float) -> float:
    """The difference whose score statistic is `critical`: the lower limit for a critical above 0.

    Tango 1998, Stat Med 17:891-908.
    """
    if abs(b - c) == n and (b > c) != (critical > 0):
        return (b - c) / n
    return _falls_through(lambda delta: _score(n, b, c, delta) - critical)


def _score(n: int, b: int, c: int, delta: float) -> float:
    """Tango's statistic for a true difference `delta`; it falls as delta rises."""
    linear = (2 * n - b + c) * delta - b - c
    root = sqrt(max(0.0, linear**2 + 8 * n * c * delta * (1 - delta)))
    share = (root - linear) / (4 * n)
    variance, gap = n * (2 * share + delta * (1 - delta)), b - c - n * delta
    if variance <= 0:
        return inf if gap > 0 else -inf if gap < 0 else 0.0
    return gap / sqrt(variance)


def _falls_through(f: Callable[[float], float]) -> float:
    """Where a falling function between -1 and 1 passes 0."""
    low, high = -1.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) > 0 else (low, middle)
    return (low + high) / 2


def _within(low: float, high: float) -> Interval:
    return Interval(max(-1.0, low), min(1.0, high))
