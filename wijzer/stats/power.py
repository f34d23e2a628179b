"""What a survey of this size can and cannot see. Shares are fractions.

The answer to "is this plus real?" is often "you would need two thousand respondents".
"""

from math import ceil, floor, sqrt
from statistics import NormalDist

from wijzer.stats.proportion import BadCounts, BadLevel, check, z


def respondents_to_exclude(area: float, benchmark: float, level: float = 0.95) -> int | None:
    """Respondents from which the Wilson interval of the area's share excludes the benchmark.

    The benchmark counts as known exactly. n = ⌊z²·b(1-b)/(a-b)²⌋ + 1, which is where Wilson's
    limit passes b (it inverts the score test). None for equal shares: no number suffices.
    Raises BadCounts for a share outside 0 to 1.
    """
    check(area, 1)
    check(benchmark, 1)
    if area == benchmark:
        return None
    return floor(z(level) ** 2 * benchmark * (1 - benchmark) / (area - benchmark) ** 2) + 1


def sample_size(p0: float, p1: float, power: float = 0.8, alpha: float = 0.05) -> int | None:
    """Respondents per wave to find a change from p0 to p1 in two separate samples.

    ⌈(z·√(2·p̄(1-p̄)) + z_power·√(p0(1-p0) + p1(1-p1)))² / (p1-p0)²⌉, two-sided, for a simple
    random sample: multiply by the design effect. None for equal shares. Raises BadCounts,
    BadLevel. Fleiss, Statistical Methods for Rates and Proportions.
    """
    check(p0, 1)
    check(p1, 1)
    if p0 == p1:
        return None
    mean = (p0 + p1) / 2
    by_chance = z(1 - alpha) * sqrt(2 * mean * (1 - mean))
    to_find = _z_power(power) * sqrt(p0 * (1 - p0) + p1 * (1 - p1))
    return ceil((by_chance + to_find) ** 2 / (p1 - p0) ** 2)


def smallest_change(n: float, share: float, level: float = 0.95) -> float:
    """Smallest change between two waves of n respondents that reaches significance.

    z·√(2·p(1-p)/n), a fraction; half of the true changes of this size are missed.
    Raises BadCounts, also for n = 0.
    """
    return z(level) * _error(n, share)


def detectable_change(n: float, share: float, power: float = 0.8, alpha: float = 0.05) -> float:
    """Change between two waves of n respondents that is found with this power.

    (z + z_power)·√(2·p(1-p)/n), a fraction. Raises BadCounts, also for n = 0, and BadLevel.
    """
    return (z(1 - alpha) + _z_power(power)) * _error(n, share)


def _error(n: float, share: float) -> float:
    check(share, 1)
    if not n > 0:
        raise BadCounts(f"{n} respondents")
    return sqrt(2 * share * (1 - share) / n)


def _z_power(power: float) -> float:
    if not 0 < power < 1:
        raise BadLevel(f"{power} is not a power between 0 and 1")
    return NormalDist().inv_cdf(power)
