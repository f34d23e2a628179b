"""Whether participants are a mirror of the target group: by one trait, such as age or sex.

p is the share of a group among the participants, q its share in the target group, both as
fractions. The target shares count as known exactly. Groups keep the order in which the target
names them: neighbours in it are neighbours in age or income.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp, fsum, sqrt

from wijzer.stats.missing import known, only_known
from wijzer.stats.proportion import BadCounts, Interval, wilson, z

MIN_EXPECTED = 5
"""Fewer people expected in a group than this are too few for the chi-square test."""
LIMITS = Interval(0.8, 1.25)
"""A ratio below or above this is under- or over-represented, when its interval excludes 1."""

# Shares printed as whole percents add up to 1 within this; more is a mistake.
_SLACK = 0.02
# Ratios are compared to this many decimals, so that 0.4 / 0.5 is exactly 0.8.
_FINE = 9


class BadShares(ValueError):
    """Target shares that are negative or do not add up to 1."""


class Presence(StrEnum):
    """How a group is represented; UNKNOWN without participants or target shares."""

    UNDER = "under"
    OVER = "over"
    FITS = "fits"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Group:
    """A group among the participants beside its share in the target group.

    `ratio` is p / q with its interval, `difference` p - q with its own; None when there is none.
    """

    name: str
    count: int
    share: float | None
    target: float | None
    ratio: float | None = None
    ratio_interval: Interval | None = None
    difference: float | None = None
    difference_interval: Interval | None = None
    presence: Presence = Presence.UNKNOWN


@dataclass(frozen=True, slots=True)
class GoodnessOfFit:
    """Chi-square test of the mix; `merged` tells which groups were taken together for it."""

    chi2: float
    df: int
    p: float
    merged: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Representation:
    """A mix of `n` participants; `unplaced` more are of no group of the target ("unknown").

    `index` is 1 for the same mix; it depends on the number of groups, so compare only splits
    into the same groups. `test` is None with fewer than two groups large enough.
    """

    n: int
    unplaced: int
    groups: tuple[Group, ...]
    index: float | None
    test: GoodnessOfFit | None


@dataclass(frozen=True, slots=True)
class _Bin:
    names: tuple[str, ...]
    observed: float
    expected: float

    def __add__(self, other: "_Bin") -> "_Bin":
        return _Bin(
            self.names + other.names,
            self.observed + other.observed,
            self.expected + other.expected,
        )


def representation(
    observed: Mapping[str, int],
    target: Mapping[str, float | None],
    limits: Interval = LIMITS,
    level: float = 0.95,
) -> Representation:
    """How the mix of participants compares with that of the target group, whole and by group.

    The groups are those of `target`; a group without participants counts 0. Participants of
    another group (mostly "unknown") are left out of n and told. When a target share is missing
    or there are no participants, nothing is said: every group is UNKNOWN.

    Raises BadCounts below 0; BadShares for a share below 0 or a sum further from 1 than
    rounding explains (within that the shares are scaled to 1).
    """
    if min(observed.values(), default=0) < 0:
        raise BadCounts(f"a group cannot have {min(observed.values())} participants")
    counts = {name: observed.get(name, 0) for name in target}
    n = sum(counts.values())
    unplaced = sum(observed.values()) - n
    shares = _scaled(target)
    if n == 0 or not shares:
        groups = (
            Group(name, count, count / n if n else None, target[name])
            for name, count in counts.items()
        )
        return Representation(n, unplaced, tuple(groups), None, None)
    return Representation(
        n,
        unplaced,
        tuple(_group(name, counts[name], n, shares[name], limits, level) for name in counts),
        index(counts, shares),
        goodness_of_fit(counts, shares),
    )


def index(counts: Mapping[str, int], shares: Mapping[str, float]) -> float | None:
    """RI = 1 - ½·Σ|p - q|: one less Duncan's dissimilarity. None without participants."""
    n = sum(counts.values())
    if n == 0:
        return None
    return 1 - 0.5 * fsum(abs(counts[name] / n - q) for name, q in shares.items())


def ratio_interval(k: int, n: int, target: float, level: float = 0.95) -> Interval | None:
    """Interval of p / q on the log scale: R·exp(±z·√((1 - p) / (n·p))).

    That formula has no interval for k = 0 and one without width for k = n: there Wilson's
    limits of p are divided by q. None without participants or for q = 0. Raises BadCounts.
    """
    whole = wilson(k, n, level)
    if whole is None or target == 0:
        return None
    if k in (0, n):
        return Interval(whole.low / target, whole.high / target)
    p = k / n
    factor = exp(z(level) * sqrt((1 - p) / (n * p)))
    return Interval(p / target / factor, p / target * factor)


def presence(ratio: float | None, interval: Interval | None, limits: Interval = LIMITS) -> Presence:
    """UNDER below the lower limit, OVER above the upper, when the interval excludes 1.

    A ratio on a limit FITS; so does one beyond it whose interval holds 1: nothing else is
    supported. UNKNOWN without a ratio or interval.
    """
    if not known(ratio) or interval is None:
        return Presence.UNKNOWN
    if interval.contains(1):
        return Presence.FITS
    if round(ratio, _FINE) < limits.low:
        return Presence.UNDER
    return Presence.OVER if round(ratio, _FINE) > limits.high else Presence.FITS


def goodness_of_fit(
    counts: Mapping[str, int], shares: Mapping[str, float], minimum: float = MIN_EXPECTED
) -> GoodnessOfFit | None:
    """Chi-square test of the counts against n·q.

    As long as a group has fewer than `minimum` expected, the smallest of all is merged into
    the smaller of its neighbours. None without participants and when fewer than two remain.
    """
    n = sum(counts.values())
    bins = _merged([_Bin((name,), counts[name], n * q) for name, q in shares.items()], minimum)
    if n == 0 or len(bins) < 2:
        return None
    from scipy.special import chdtrc  # here, for it is slow to import and seldom needed

    chi2 = fsum((one.observed - one.expected) ** 2 / one.expected for one in bins)
    merged = tuple(one.names for one in bins if len(one.names) > 1)
    return GoodnessOfFit(chi2, len(bins) - 1, float(chdtrc(len(bins) - 1, chi2)), merged)


def _group(name: str, k: int, n: int, q: float, limits: Interval, level: float) -> Group:
    p, whole = k / n, wilson(k, n, level)
    assert whole is not None  # there are participants
    ratio, around = p / q if q else None, ratio_interval(k, n, q, level)
    apart = Interval(whole.low - q, whole.high - q)
    return Group(name, k, p, q, ratio, around, p - q, apart, presence(ratio, around, limits))


def _scaled(target: Mapping[str, float | None]) -> dict[str, float]:
    """Target shares that add up to 1 exactly; nothing when one is missing."""
    shares = only_known(target.values())
    total = fsum(shares)
    if not shares or len(shares) < len(target):
        return {}
    if min(shares) < 0 or abs(total - 1) > _SLACK:
        raise BadShares(f"{dict(target)} is no division of a whole")
    return {name: share / total for name, share in zip(target, shares, strict=True)}


def _merged(bins: list[_Bin], minimum: float) -> list[_Bin]:
    while len(bins) > 1 and min(one.expected for one in bins) < minimum:
        i = min(range(len(bins)), key=lambda at: bins[at].expected)
        beside = [at for at in (i - 1, i + 1) if 0 <= at < len(bins)]
        first = min(i, min(beside, key=lambda at: bins[at].expected))
        bins = [*bins[:first], bins[first] + bins[first + 1], *bins[first + 2 :]]
    return bins
