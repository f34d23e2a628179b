"""How sure a share or a mean is: intervals for counts, weighted answers and means.

Wilson is the project's interval. The logit interval is there to reproduce GGD tables and the
Swing margin to reproduce that of Swing portals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum, log, sqrt, tanh
from statistics import NormalDist, fmean, stdev

from wijzer.stats.missing import known


class BadCounts(ValueError):
    """Counts that cannot be: fewer than 0, or more hits than answers."""


class BadLevel(ValueError):
    """A confidence level that is not between 0 and 1."""


class BadInterval(ValueError):
    """An interval whose lower limit lies above its upper limit, or that lacks one."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval: its ends belong to it. Raises BadInterval."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise BadInterval(f"{self.low} is not below {self.high}")

    def contains(self, x: float) -> bool:
        """Whether x lies within or on an end."""
        return self.low <= x <= self.high


@dataclass(frozen=True, slots=True)
class WeightedShare:
    """A weighted share, with the number of unweighted answers it is worth."""

    share: float
    n_eff: float
    deff: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Margin:
    """A share and the half width of its interval, both as fractions."""

    share: float
    half_width: float


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with the sample's standard deviation; no interval for a single value."""

    mean: float
    sd: float | None
    interval: Interval | None


@cache
def z(level: float) -> float:
    """Standard normal quantile of a two-sided level: 0.95 → 1.96. Raises BadLevel."""
    if not 0 < level < 1:
        raise BadLevel(f"{level} is not a confidence level between 0 and 1")
    return NormalDist().inv_cdf((1 + level) / 2)


def check(k: float, n: float) -> None:
    """Raises BadCounts unless 0 ≤ k ≤ n."""
    if not 0 <= k <= n:
        raise BadCounts(f"{k} out of {n}")


def wilson(k: float | None, n: float | None, level: float = 0.95) -> Interval | None:
    """Wilson score interval of k out of n, as fractions; k may be fractional (weighted).

    None when k or n is missing or n is 0: no answers is not 0%. Raises BadCounts.
    Newcombe 1998, Stat Med 17:857-872, method 3 (no continuity correction).
    """
    critical = z(level)
    if not (known(k) and known(n)):
        return None
    check(k, n)
    if n == 0:
        return None
    p, square = k / n, critical**2
    centre = (p + square / (2 * n)) / (1 + square / n)
    half = critical / (1 + square / n) * sqrt(p * (1 - p) / n + square / (4 * n * n))
    # In exact arithmetic 0 of n ends at 0 and n of n at 1; floats miss that by a hair.
    return Interval(
        0.0 if k == 0 else min(p, max(0.0, centre - half)),
        1.0 if k == n else max(p, min(1.0, centre + half)),
    )


def logit(k: float | None, n: float | None, level: float = 0.95) -> Interval | None:
    """Interval on the logit scale with a normal quantile, as fractions.

    Only to reproduce GGD tables (R survey::svyciprop method "xlogit", without a design).
    None when a count is missing and where the logit does not exist: n = 0, k = 0 and k = n.
    Raises BadCounts.
    """
    critical = z(level)
    if not (known(k) and known(n)):
        return None
    check(k, n)
    if k in (0, n):
        return None
    centre = log(k) - log(n - k)
    half = critical * sqrt(n / (k * (n - k)))
    return Interval(_expit(centre - half), _expit(centre + half))


def kish(
    weights: Sequence[float], outcomes: Sequence[float], level: float = 0.95
) -> WeightedShare | None:
    """Weighted share of yes (outcome 1) with Kish's effective number of answers.

    n_eff = (Σw)²/Σw², deff = n/n_eff, Wilson with n_eff (Kish 1965). None without any weight.
    Raises BadCounts for a negative weight, an outcome outside 0 to 1, or unequal lengths.
    """
    _check_weights(weights, outcomes)
    largest = max(weights, default=0)
    if largest == 0:
        return None
    scaled = [w / largest for w in weights]
    total, squares = fsum(scaled), fsum(w * w for w in scaled)
    share = min(1.0, fsum(w * y for w, y in zip(scaled, outcomes, strict=True)) / total)
    n_eff = total**2 / squares
    interval = wilson(share * n_eff, n_eff, level)
    assert interval is not None  # n_eff is at least 1
    return WeightedShare(share, n_eff, len(weights) / n_eff, interval)


def swing_margin(
    weighted_k: float, weighted_n: float, n: float, critical: float = 1.96
) -> Margin | None:
    """Margin as Swing portals print it: 1,96·√(p(1-p)/n·(1-n/N)), N the weighted total.

    Wald with a finite population correction: shown for comparison only, for it has no width
    at 0% and 100%. None when nobody answered. Raises BadCounts. Source: provinciesincijfers,
    Betrouwbaarheidsintervallen.
    """
    check(weighted_k, weighted_n)
    check(n, weighted_n)
    if n == 0:
        return None
    p = weighted_k / weighted_n
    return Margin(p, critical * sqrt(p * (1 - p) / n * (1 - n / weighted_n)))


def mean_t(values: Sequence[float], level: float = 0.95) -> Mean | None:
    """Mean with Student's t interval, in the unit of the values. None without values."""
    if not values:
        return None
    if len(values) == 1:
        return Mean(float(values[0]), None, None)
    from scipy.special import stdtrit  # here, for it is slow to import and seldom needed

    centre, sd = fmean(values), stdev(values)
    half = float(stdtrit(len(values) - 1, (1 + level) / 2)) * sd / sqrt(len(values))
    return Mean(centre, sd, Interval(centre - half, centre + half))


def _expit(x: float) -> float:
    return 0.5 * (1 + tanh(x / 2))


def _check_weights(weights: Sequence[float], outcomes: Sequence[float]) -> None:
    if len(weights) != len(outcomes):
        raise BadCounts(f"{len(weights)} weights for {len(outcomes)} outcomes")
    if not all(w >= 0 for w in weights) or not all(0 <= y <= 1 for y in outcomes):
        raise BadCounts("weights must be at least 0 and outcomes between 0 and 1")
