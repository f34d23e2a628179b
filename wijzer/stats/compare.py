"""One figure against a benchmark: the sign on the profile, and the rules others use beside it.

`direction` decides what a difference is called: FAVOURABLE or UNFAVOURABLE, and HIGHER or LOWER
for an indicator that is neither good nor bad. On a limit: see `wijzer.stats`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import erfc, sqrt
from typing import NamedTuple

from wijzer.model import Direction, Sign
from wijzer.stats.missing import known
from wijzer.stats.proportion import BadCounts, Interval, check, wilson

# Differences are compared to this many decimals, so that 30,4 - 25,4 is exactly 5 points.
_FINE = 9


class Difference(NamedTuple):
    """A difference between two shares, as a fraction, with its interval."""

    estimate: float
    interval: Interval

    @property
    def certain(self) -> bool:
        """Whether no difference at all is ruled out."""
        return not self.interval.contains(0)


class ZTest(NamedTuple):
    """Test statistic and two-sided p-value."""

    z: float
    p: float


@dataclass(frozen=True, slots=True)
class AgainstRest:
    """An area beside the municipality it lies in; shares as fractions.

    `shown` is the difference readers know (area - whole municipality); `difference` is the one
    that can be tested (area - rest of the municipality).
    """

    area: float
    whole: float
    rest: float
    shown: float
    difference: Difference


class GgdOutcome(StrEnum):
    """What the GGD rule says, and why."""

    SIGNIFICANT = "significant"
    NOT_SIGNIFICANT = "not_significant"
    FORCED = "forced_not_significant"
    TOO_FEW = "too_few"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class GgdVerdict:
    """Outcome of the GGD rule; everything is blank when nothing may be said."""

    outcome: GgdOutcome
    share: float | None = None
    area: Interval | None = None
    reference: Interval | None = None

    @property
    def significant(self) -> bool | None:
        """None when there are too few answers to say, or their number is not known."""
        if self.outcome in (GgdOutcome.TOO_FEW, GgdOutcome.UNKNOWN):
            return None
        return self.outcome is GgdOutcome.SIGNIFICANT


def sign(
    value: float | None, benchmark: float | None, direction: Direction, similar_within: float
) -> Sign:
    """The sign on the profile: the smallest gap that earns one is `similar_within`.

    All in the unit of the indicator. A missing figure on either side gives UNKNOWN; equal
    figures are SIMILAR whatever `similar_within` is.
    """
    if not (known(value) and known(benchmark)):
        return Sign.UNKNOWN
    gap = round(value - benchmark, _FINE)
    return Sign.SIMILAR if abs(gap) < similar_within else judged(gap, direction)


def points_rule(
    value: float | None, benchmark: float | None, direction: Direction, points: float = 5
) -> Sign:
    """A sign from `points` percentage points on (Flevoland uses 5), without regard to n."""
    return sign(value, benchmark, direction, points)


def judged(gap: float, direction: Direction) -> Sign:
    """What a gap (value - benchmark) is called for this direction; 0 is SIMILAR."""
    if gap == 0:
        return Sign.SIMILAR
    if direction is Direction.NEUTRAL:
        return Sign.HIGHER if gap > 0 else Sign.LOWER
    favourable = (gap > 0) == (direction is Direction.HIGHER)
    return Sign.FAVOURABLE if favourable else Sign.UNFAVOURABLE


def newcombe(
    k1: float | None, n1: float | None, k2: float | None, n2: float | None, level: float = 0.95
) -> Difference | None:
    """k1/n1 - k2/n2 of two separate groups with Newcombe's hybrid score interval.

    None when a count is missing or nobody answered in one group. Raises BadCounts.
    Newcombe 1998, Stat Med 17:873-890, method 10.
    """
    if not (known(k1) and known(n1) and known(k2) and known(n2)):
        return None
    one, two = wilson(k1, n1, level), wilson(k2, n2, level)
    if one is None or two is None:
        return None
    p1, p2 = k1 / n1, k2 / n2
    gap = p1 - p2
    low = gap - sqrt((p1 - one.low) ** 2 + (two.high - p2) ** 2)
    high = gap + sqrt((one.high - p1) ** 2 + (p2 - two.low) ** 2)
    return Difference(gap, Interval(max(-1.0, low), min(1.0, high)))


def z_test(k1: float, n1: float, k2: float, n2: float) -> ZTest | None:
    """Two-sided z-test of k1/n1 against k2/n2 with the pooled share.

    None when a group is empty or everybody in both gave the same answer. Raises BadCounts.
    """
    check(k1, n1)
    check(k2, n2)
    if 0 in (n1, n2) or k1 + k2 in (0, n1 + n2):
        return None
    pooled = (k1 + k2) / (n1 + n2)
    statistic = (k1 / n1 - k2 / n2) / sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return ZTest(statistic, erfc(abs(statistic) / sqrt(2)))


def against_rest(
    k_area: float | None,
    n_area: float | None,
    k_all: float | None,
    n_all: float | None,
    level: float = 0.95,
) -> AgainstRest | None:
    """An area against the rest of its municipality; `_all` counts include the area.

    An area is part of its municipality, so the two are not independent: the interval is that
    of area - rest, while readers are shown area - municipality. None when a count is missing,
    nobody answered, or there is no rest. Raises BadCounts when the area does not fit in it.
    """
    if not (known(k_area) and known(n_area) and known(k_all) and known(n_all)):
        return None
    k_rest, n_rest = k_all - k_area, n_all - n_area
    found = newcombe(k_area, n_area, k_rest, n_rest, level)
    if found is None:
        return None
    area, whole = k_area / n_area, k_all / n_all
    return AgainstRest(area, whole, k_rest / n_rest, area - whole, found)


def intervals_overlap(a: Interval, b: Interval) -> bool:
    """Whether two intervals share a point; touching is overlapping."""
    return a.low <= b.high and b.low <= a.high


def ggd_significant(area: float, reference: float, overlap: bool) -> bool:
    """GGD rule on printed figures (fractions): apart, unless both are ≥ 99.5% or both < 0.5%."""
    return not overlap and not _extreme(area, reference)


def ggd_rule(
    k_area: float | None,
    n_area: float | None,
    k_reference: float | None,
    n_reference: float | None,
    level: float = 0.90,
    minimum: int = 30,
) -> GgdVerdict:
    """Significant when the two Wilson intervals do not overlap; the level must be on screen.

    In use: 90% for a wijk against its municipality, 95% for a municipality against its region,
    blank below 30 answers (Brabant-Zuidoost: 50), never significant when both shares are
    ≥ 99.5% or both < 0.5%. UNKNOWN when a count is missing. Raises BadCounts.
    Source: R script of GGD Hart voor Brabant, tabellenboek Jongerenmonitor 2019.
    """
    if not (known(k_area) and known(n_area) and known(k_reference) and known(n_reference)):
        return GgdVerdict(GgdOutcome.UNKNOWN)
    area, reference = wilson(k_area, n_area, level), wilson(k_reference, n_reference, level)
    if area is None or reference is None or min(n_area, n_reference) < minimum:
        return GgdVerdict(GgdOutcome.TOO_FEW)
    share, other = k_area / n_area, k_reference / n_reference
    return GgdVerdict(_ggd_outcome(share, other, area, reference), share, area, reference)


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """p-values adjusted for looking at many indicators at once, in the order given.

    An indicator stands at a false discovery rate q when its adjusted value is at most q
    (Benjamini & Hochberg 1995). Raises BadCounts for a p-value outside 0 to 1.
    """
    if not all(0 <= p <= 1 for p in p_values):
        raise BadCounts("a p-value lies between 0 and 1")
    order = sorted(range(len(p_values)), key=lambda i: p_values[i], reverse=True)
    adjusted, smallest = [0.0] * len(p_values), 1.0
    for rank, i in zip(range(len(p_values), 0, -1), order, strict=True):
        smallest = min(smallest, p_values[i] * len(p_values) / rank)
        adjusted[i] = smallest
    return adjusted


def _extreme(area: float, reference: float) -> bool:
    return min(area, reference) >= 0.995 or max(area, reference) < 0.005


def _ggd_outcome(share: float, other: float, area: Interval, reference: Interval) -> GgdOutcome:
    if intervals_overlap(area, reference):
        return GgdOutcome.NOT_SIGNIFICANT
    if not ggd_significant(share, other, overlap=False):
        return GgdOutcome.FORCED
    return GgdOutcome.SIGNIFICANT
