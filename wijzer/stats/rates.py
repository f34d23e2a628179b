"""Events per so many inhabitants, and rates made comparable between populations by age."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from wijzer.stats.missing import known
from wijzer.stats.proportion import BadCounts, z

EXACT_BELOW = 10
"""Fewer events than this get exact Poisson limits, for Byar's are too rough there."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a count or rate; `low` is None where the method has no lower limit."""

    low: float | None
    high: float


@dataclass(frozen=True, slots=True)
class Rate:
    """Events per `per` inhabitants with its limits."""

    value: float
    limits: Limits
    exact: bool


def byar(events: float, level: float = 0.95) -> Limits:
    """Byar's limits of a count. Raises BadCounts below 0.

    `low` is None when the formula gives a negative number (1 event at 99.8%).
    Source: PHEindicatormethods, testdata_Byars_Wilson.
    """
    _check(events)
    more = events + 1
    high = more * (1 - 1 / (9 * more) + z(level) / (3 * sqrt(more))) ** 3
    if events == 0:
        return Limits(0.0, high)
    low = events * (1 - 1 / (9 * events) - z(level) / (3 * sqrt(events))) ** 3
    return Limits(low if low >= 0 else None, high)


def exact_poisson(events: float, level: float = 0.95) -> Limits:
    """Exact Poisson limits of a count, by the chi-square quantiles. Raises BadCounts below 0."""
    _check(events)
    from scipy.special import chdtri  # here, for it is slow to import and seldom needed

    z(level)  # raises for a level that is none
    tail = (1 - level) / 2
    low = 0.5 * float(chdtri(2 * events, 1 - tail)) if events else 0.0
    return Limits(low, 0.5 * float(chdtri(2 * events + 2, tail)))


def rate(
    events: float | None, inhabitants: float | None, per: float = 100_000, level: float = 0.95
) -> Rate | None:
    """Events per `per` inhabitants: exact limits below 10 events, else Byar's.

    None when a count is missing or nobody lives there. Raises BadCounts below 0.
    Source: PHEindicatormethods, testdata_Rate.
    """
    if not (known(events) and known(inhabitants)):
        return None
    _check(events)
    _check(inhabitants)
    if inhabitants == 0:
        return None
    exact = events < EXACT_BELOW
    limits = exact_poisson(events, level) if exact else byar(events, level)
    scale = per / inhabitants
    low = None if limits.low is None else limits.low * scale
    return Rate(events * scale, Limits(low, limits.high * scale), exact)


def standardise(rates: Sequence[float | None], shares: Sequence[float | None]) -> float | None:
    """Directly standardised figure Σ sᵢ·rᵢ / Σ sᵢ, in the unit of the rates.

    `shares` is the make-up of the standard population by the same age groups (say which one
    beside the figure); with the area's own make-up the crude figure comes out. None when a
    group is missing. Raises BadCounts for a negative share or unequal lengths.
    """
    if len(rates) != len(shares):
        raise BadCounts(f"{len(rates)} rates for {len(shares)} shares")
    pairs = [(s, r) for s, r in zip(shares, rates, strict=True) if known(s) and known(r)]
    for share, _ in pairs:
        _check(share)
    total = fsum(share for share, _ in pairs)
    if len(pairs) < len(rates) or total == 0:
        return None
    return fsum(share * r for share, r in pairs) / total


def _check(count: float) -> None:
    if not count >= 0:
        raise BadCounts(f"a count cannot be {count}")
