"""Change in the same people between a first and a second measurement.

Scores are in points of the scale. A difference is after - before, turned so that plus is
favourable: for a scale where LOWER is better its sign is flipped. A pair that lacks a side is
left out and counted in `dropped`. None where a figure does not exist.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import StatisticsError, correlation, variance
from typing import Literal

from wijzer.model import Direction
from wijzer.stats.missing import known, only_known
from wijzer.stats.proportion import Interval, mean_t, wilson, z

# Differences are compared to this many decimals, so that 2.3 - 1.3 and 3.3 - 2.3 are a tie.
_FINE = 9

EXACT_UP_TO = 25
"""So many differences, without ties, have an exact signed-rank p-value."""


class BadPairs(ValueError):
    """Measurements before and after that are not of equal length."""


class BadMinimal(ValueError):
    """A smallest relevant change that is not above 0, a spread below 0, or a reliability not
    between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Mean change with its t interval and paired t-test; plus is favourable.

    `d_z` is the mean over the spread of the differences, `d_av` over the spread of the scores;
    `r` is the correlation of before and after. `no_spread`: everybody changed as much, so
    that there is no test.
    """

    n: int
    dropped: int
    mean: float | None = None
    sd: float | None = None
    interval: Interval | None = None
    t: float | None = None
    df: int | None = None
    p: float | None = None
    d_z: float | None = None
    d_av: float | None = None
    r: float | None = None
    no_spread: bool = False


@dataclass(frozen=True, slots=True)
class SignedRank:
    """Wilcoxon's signed-rank test.

    `statistic` is V, the sum of the ranks of differences above 0, as R prints it; `smaller` is
    the smaller of that and the other sum, as tables have it. `hodges_lehmann` is the median of
    the means of all pairs of differences, those of 0 as well. `variant` names what was done.
    """

    statistic: float | None
    smaller: float | None
    p: float | None
    n_nonzero: int
    zeros: int
    dropped: int
    exact: bool
    hodges_lehmann: float | None
    variant: str


@dataclass(frozen=True, slots=True)
class Responders:
    """How many got better, stayed the same and got worse, with Wilson intervals of the shares."""

    better: int
    same: int
    worse: int
    n: int
    dropped: int
    better_interval: Interval | None
    same_interval: Interval | None
    worse_interval: Interval | None


@dataclass(frozen=True, slots=True)
class Minimal:
    """Rules of thumb for a change that matters: half a standard deviation; the standard error of
    measurement; and what one person must change to be 95% sure that it is no chance."""

    half_sd: float
    sem: float | None
    rci95: float | None


def turned(
    before: Sequence[float | None], after: Sequence[float | None], way: Direction
) -> list[float | None]:
    """after - before of each person, plus is favourable; None for who lacks a side.

    A NEUTRAL scale keeps its sign. Raises BadPairs.
    """
    if len(before) != len(after):
        raise BadPairs(f"{len(before)} before and {len(after)} after")
    pairs = zip(before, after, strict=True)
    side = -1 if way is Direction.LOWER else 1
    # Adding 0.0 makes minus zero zero.
    return [
        round(side * (new - old), _FINE) + 0.0 if known(old) and known(new) else None
        for old, new in pairs
    ]


def paired(
    before: Sequence[float | None],
    after: Sequence[float | None],
    way: Direction,
    level: float = 0.95,
) -> Paired:
    """Mean change within people: d̄ ± t·s_d/√n, t = d̄/(s_d/√n), two-sided p.

    d_z = d̄/s_d and d_av = d̄/√((s₀²+s₁²)/2). Of one pair there is a mean only; without
    spread there is no interval and no test. Raises BadPairs and BadLevel. Student 1908;
    effect sizes: Lakens 2013, Front Psychol 4:863.
    """
    z(level)
    found = turned(before, after, way)
    differences = only_known(found)
    n, dropped, about = len(differences), len(found) - len(differences), mean_t(differences, level)
    if about is None or about.sd is None:
        return Paired(n, dropped, about.mean if about else None)
    both = zip(before, after, strict=True)
    olds, news = zip(*((a, b) for a, b in both if known(a) and known(b)), strict=True)
    spread = sqrt((variance(olds) + variance(news)) / 2)
    d_av = about.mean / spread if spread else None
    if about.sd == 0:
        return Paired(n, dropped, about.mean, 0.0, d_av=d_av, r=_r(olds, news), no_spread=True)
    from scipy.special import stdtr  # here, for it is slow to import and seldom needed

    t = about.mean / (about.sd / sqrt(n))
    return Paired(
        n,
        dropped,
        about.mean,
        about.sd,
        about.interval,
        t,
        n - 1,
        2 * float(stdtr(n - 1, -abs(t))),
        about.mean / about.sd,
        d_av,
        _r(olds, news),
    )


def wilcoxon(
    differences: Sequence[float | None],
    alternative: Literal["two-sided", "greater", "less"] = "two-sided",
) -> SignedRank:
    """Signed-rank test of differences against 0: zeros dropped, ties averaged.

    Exact for at most 25 differences without ties, else the normal approximation corrected for
    ties and without continuity correction. No p when nothing changed. Wilcoxon 1945; Hollander &
    Wolfe 1973, 27-33.
    """
    from scipy.stats import rankdata
    from scipy.stats import wilcoxon as test

    values = [round(x, _FINE) for x in only_known(differences)]
    moved = [x for x in values if x != 0]
    n, zeros, dropped = len(moved), len(values) - len(moved), len(differences) - len(values)
    shift = _walsh(values)
    if not moved:
        return SignedRank(None, None, None, 0, zeros, dropped, False, shift, "no change at all")
    sizes = [abs(x) for x in moved]
    exact = n <= EXACT_UP_TO and len(set(sizes)) == n
    method: Literal["exact", "approx"] = "exact" if exact else "approx"
    ranks = rankdata(sizes)
    up = float(sum(rank for rank, x in zip(ranks, moved, strict=True) if x > 0))
    p = float(test(moved, alternative=alternative, method=method).pvalue)
    variant = "exact" if exact else "normal approximation, ties averaged, no continuity correction"
    variant += ", zeros dropped" if zeros else ""
    smaller = min(up, n * (n + 1) / 2 - up)
    return SignedRank(up, smaller, p, n, zeros, dropped, exact, shift, variant)


def responders(
    differences: Sequence[float | None], minimal: float, level: float = 0.95
) -> Responders:
    """Counts people who changed at least `minimal` points; plus is favourable.

    A change of exactly `minimal` is relevant. Raises BadMinimal and BadLevel.
    """
    z(level)
    if not minimal > 0:
        raise BadMinimal(f"{minimal} is not above 0")
    values, least = [round(x, _FINE) for x in only_known(differences)], round(minimal, _FINE)
    n, better, worse = (
        len(values),
        sum(x >= least for x in values),
        sum(x <= -least for x in values),
    )
    same = n - better - worse
    intervals = [wilson(count, n, level) for count in (better, same, worse)]
    return Responders(better, same, worse, n, len(differences) - n, *intervals)


def minimal(sd_baseline: float | None, reliability: float | None) -> Minimal | None:
    """Smallest change that matters when the instrument names none; label it a rule of thumb.

    half_sd = SD/2 (Norman 2003), sem = SD·√(1-α), rci95 = 1.96·√2·sem (Jacobson & Truax 1991).
    None without a spread; sem and rci95 are None without a reliability. Raises BadMinimal.
    """
    if not known(sd_baseline):
        return None
    if sd_baseline < 0 or (known(reliability) and not 0 <= reliability <= 1):
        raise BadMinimal(f"spread {sd_baseline}, reliability {reliability}")
    sem = sd_baseline * sqrt(1 - reliability) if known(reliability) else None
    rci95 = z(0.95) * sqrt(2) * sem if sem is not None else None
    return Minimal(sd_baseline / 2, sem, rci95)


def relevant(change: float | None, minimal: float | None) -> bool | None:
    """Whether a change of one person or a mean, either way, is at least `minimal` points.

    None when either is missing. Raises BadMinimal.
    """
    if not (known(change) and known(minimal)):
        return None
    if not minimal > 0:
        raise BadMinimal(f"{minimal} is not above 0")
    return abs(round(change, _FINE)) >= round(minimal, _FINE)


def _r(olds: Sequence[float], news: Sequence[float]) -> float | None:
    try:
        return correlation(olds, news)
    except StatisticsError:  # one of the two does not vary
        return None


def _walsh(values: Sequence[float]) -> float | None:
    if not values:
        return None
    import numpy as np

    means = np.add.outer(values, values)[np.triu_indices(len(values))] / 2
    return float(np.median(means))
