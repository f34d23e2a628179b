"""Figures of many areas together: their mean, their spread, and where one of them stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

import numpy as np

from wijzer.model import Direction
from wijzer.stats.missing import known, only_known


class BadWeights(ValueError):
    """Weights that are negative or do not belong to the values one by one."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Five points of the figures of n areas, from low to high, in their unit."""

    n: int
    low: float
    p25: float
    median: float
    p75: float
    high: float

    def toward(self, direction: Direction) -> "Oriented | None":
        """The same points from worst to best; None for a neutral indicator, which has no best."""
        points = (self.low, self.p25, self.median, self.p75, self.high)
        if direction is Direction.NEUTRAL:
            return None
        return Oriented(*(points if direction is Direction.HIGHER else points[::-1]))


@dataclass(frozen=True, slots=True)
class Oriented:
    """Five points from the unfavourable to the favourable end.

    A quarter of the areas does worse than `worst_quarter`, a quarter better than `best_quarter`.
    """

    worst: float
    worst_quarter: float
    median: float
    best_quarter: float
    best: float


@dataclass(frozen=True, slots=True)
class Scheme:
    """Where the classes of a z-score begin: from `inner` on, and from `outer` on."""

    name: str
    inner: float
    outer: float


AMSTERDAM = Scheme("Amsterdam", 0.5, 1.0)
SWING = Scheme("Swing", 0.5, 1.5)
GGD_NHN = Scheme("GGD NHN", 1.0, 2.0)
SCHEMES = (AMSTERDAM, SWING, GGD_NHN)


def weighted_mean(
    values: Sequence[float | None], weights: Sequence[float | None] | None
) -> float | None:
    """Σ w·v / Σ w, in the unit of the values.

    None when a part or a weight is missing, when weights are not known at all, or when they
    add up to 0: an unweighted mean of unequal parts is not the figure of the whole.
    Raises BadWeights for a negative weight or unequal lengths.
    """
    if weights is None:
        return None
    if len(values) != len(weights):
        raise BadWeights(f"{len(weights)} weights for {len(values)} values")
    known_values, known_weights = only_known(values), only_known(weights)
    if any(w < 0 for w in known_weights):
        raise BadWeights("a weight is negative")
    total = fsum(known_weights)
    if len(known_values) < len(values) or len(known_weights) < len(weights) or total == 0:
        return None
    return fsum(w * v for w, v in zip(known_weights, known_values, strict=True)) / total


def zscore(
    value: float | None, values: Sequence[float | None], direction: Direction
) -> float | None:
    """Distance from the plain mean of the areas in standard deviations; positive = favourable.

    For a neutral indicator positive = higher. Every area counts once, however many people live
    there, and the deviation is that of these areas, not an estimate (divide by n). None with
    fewer than two figures or without spread.
    """
    there = only_known(values)
    if len(there) < 2 or min(there) == max(there):
        return None
    mean = fsum(there) / len(there)
    sd = sqrt(fsum((x - mean) ** 2 for x in there) / len(there))
    return zscore_of(value, mean, sd, direction)


def zscore_of(
    value: float | None, mean: float | None, sd: float | None, direction: Direction
) -> float | None:
    """`zscore` from a mean and a population standard deviation that are known already."""
    if not (known(value) and known(mean) and known(sd)) or sd <= 0:
        return None
    raw = (value - mean) / sd
    return -raw if direction is Direction.LOWER else raw


def z_class(z: float | None, scheme: Scheme) -> int | None:
    """-2, -1, 0, 1 or 2: from far unfavourable to far favourable; None without a z-score."""
    if not known(z):
        return None
    # Rounded so that a float's hair does not decide about a value on the limit.
    size = round(abs(z), 9)
    steps = int(size >= scheme.inner) + int(size >= scheme.outer)
    return steps if z > 0 else -steps


def quantile_groups(
    values: Sequence[float | None], n_groups: int, highest_first: bool
) -> list[int | None]:
    """Group 1 to n_groups of each area, in the order given; ties share the group of the first.

    None for a missing figure, and for all when there are fewer figures than groups.
    Source: PHEindicatormethods phe_quantile: ⌊(q+1) - ⌈((n+1) - rank)/(n/q)⌉⌋.
    Raises BadWeights when n_groups is below 1.
    """
    if n_groups < 1:
        raise BadWeights(f"{n_groups} groups")
    there = only_known(values)
    if len(there) < n_groups:
        return [None] * len(values)
    return [
        _group(_rank(x, there, highest_first), len(there), n_groups) if known(x) else None
        for x in values
    ]


def spread(values: Sequence[float | None]) -> Spread | None:
    """Lowest, quartiles and highest of the figures there are; None when there are none.

    Quartiles by linear interpolation (R type 7, DuckDB quantile_cont).
    """
    there = only_known(values)
    if not there:
        return None
    p25, median, p75 = np.quantile(there, (0.25, 0.5, 0.75)).tolist()
    return Spread(len(there), min(there), p25, median, p75, max(there))


def _rank(x: float, values: Sequence[float], highest_first: bool) -> int:
    return 1 + sum(other > x if highest_first else other < x for other in values)


def _group(rank: int, n: int, groups: int) -> int:
    # Whole numbers throughout: n / groups as a float puts areas on a border in the wrong group.
    return groups + 1 - -(-(n + 1 - rank) * groups // n)
