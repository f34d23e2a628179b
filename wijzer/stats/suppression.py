"""When a figure rests on too few people to be shown: the rules that need no table.

What can be computed from figures that are shown together is the matter of `disclosure`. Zero is
no small count: that nobody came is shown, that four came is not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from math import ceil, floor, fsum

from wijzer import thresholds
from wijzer.model import Role
from wijzer.stats.missing import known
from wijzer.stats.proportion import BadCounts, check, wilson
from wijzer.stats.rounding import half_away

_PUBLIC = thresholds.now().limits[Role.PUBLIC]

MIN_RESPONDENTS = _PUBLIC.answers
"""Public survey figures need this many answers (GGD practice; data/thresholds.toml)."""

MIN_PEOPLE = _PUBLIC.people
"""Public counts of people below this are not shown as a number, nor may they be computed."""

MIN_INCOME_DENOMINATOR = 100
"""CBS gives no percentage of incomes below this many (Onderzoeksbeschrijving inkomens, ch. 5)."""

LARGEST_SHARE = 0.30
"""CBS gives no mean of incomes of which one makes up more than this share (same chapter)."""

_STEP = 5  # percentage points, and people: what is not exact is given in fives


class Form(StrEnum):
    """How a count is given."""

    EXACT = "exact"
    ROUNDED = "rounded"
    FEWER = "fewer"


@dataclass(frozen=True, slots=True)
class Count:
    """A count as it may be shown; of FEWER than `number` nothing more is told."""

    form: Form
    number: int


class Side(StrEnum):
    """On which side of a limit a share lies."""

    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Beyond:
    """A share (fraction) of which only is told that it lies below or above a limit."""

    side: Side
    limit: float


class Boundary(IntEnum):
    """What CBS says of an area against the year before (indelingswijziging).

    CBS, Toelichting Wijk- en Buurtkaart 2024, section 5.1.
    """

    UNCHANGED = 1
    RECODED = 2
    REDRAWN = 3

    @property
    def same_area(self) -> bool:
        """Whether figures of both years are about the same ground; if not, a series breaks."""
        return self is not Boundary.REDRAWN

    @property
    def same_code(self) -> bool:
        """Whether the code may be used as it is, without a list of old and new ones."""
        return self is Boundary.UNCHANGED


def too_few(answers: float | None) -> bool:
    """Whether a known number of answers is below the limit; an unknown n is the source's rule."""
    return known(answers) and answers < MIN_RESPONDENTS


def primary(count: float | None, threshold: float = MIN_PEOPLE) -> bool:
    """Whether a known count is small: above 0 and below the threshold. Raises BadCounts."""
    if not known(count):
        return False
    if count < 0:
        raise BadCounts(f"a count of {count}")
    return 0 < count < threshold


def shown(count: int, threshold: int = MIN_PEOPLE, step: int = _STEP) -> Count:
    """A count as it is told: fewer than the threshold, or rounded to a multiple of `step`.

    With step 1 it is exact, as 0 always is. Raises BadCounts.
    """
    if primary(count, threshold):
        return Count(Form.FEWER, threshold)
    exact = step == 1 or count == 0
    return Count(Form.EXACT, count) if exact else Count(Form.ROUNDED, rounded(count, step))


def rounded(count: float, step: int = _STEP) -> int:
    """A count as a multiple of `step`, half away from zero: 57 is 55 and 58 is 60.

    CBS gives incomes in hundreds: step 100. Raises NotANumber.
    """
    return step * int(half_away(count / step))


def count_of_share(k: float, n: float, threshold: float = MIN_PEOPLE) -> bool:
    """Whether the k and n behind a share may be shown: both k and n - k reach the threshold.

    28 of 30 tells that two said no. 0 is small here: of a share it tells what everybody said,
    see `beyond`. Raises BadCounts.
    """
    check(k, n)
    return min(k, n - k) >= threshold


def beyond(k: float | None, n: float | None, level: float = 0.95) -> Beyond | None:
    """What is told instead of 0% and 100%, which would give away everybody's answer.

    The far Wilson limit, rounded away from the share to a multiple of five percentage points:
    0 of 34 has the upper limit 10.2% and is told as "below 15%", 34 of 34 as "above 85%".
    None for any other share, and where there is none. Raises BadCounts and BadLevel.
    """
    interval = wilson(k, n, level)
    if interval is None or k not in (0, n):
        return None
    if k == 0:
        return Beyond(Side.BELOW, _STEP * ceil(_points(interval.high) / _STEP) / 100)
    return Beyond(Side.ABOVE, _STEP * floor(_points(interval.low) / _STEP) / 100)


def one_rules(values: Sequence[float], largest: float = LARGEST_SHARE) -> bool:
    """Dominance: whether one value makes up more than `largest` (fraction) of the sum.

    The (n,k) rule for n = 1. False without values or when all are 0. Raises BadCounts for a
    value below 0: an income that is negative makes no share.
    """
    return few_rule(values, 1, largest)


def few_rule(values: Sequence[float], n: int, share: float) -> bool:
    """The (n,k) rule: whether the n largest values make up more than `share` of the sum.

    Hundepool and others, Statistical Disclosure Control (2012), section 4.2. Raises BadCounts.
    """
    ordered = _falling(values)
    return fsum(ordered[:n]) > share * fsum(ordered)


def insider(values: Sequence[float], p: float) -> bool:
    """The p% rule: whether the second largest could guess the largest to within a fraction p.

    What all others have together is then less than p times the largest. Source: as `few_rule`.
    Raises BadCounts.
    """
    ordered = _falling(values)
    return fsum(ordered[2:]) < p * fsum(ordered[:1])


def income_share(n: float | None) -> bool:
    """Whether a percentage of n incomes may be shown; not when n is unknown."""
    return known(n) and n >= MIN_INCOME_DENOMINATOR


def in_turn(counts: Iterable[float], threshold: float = MIN_PEOPLE) -> tuple[bool, ...]:
    """Which of these counts, published one after another, may be: of nested groups.

    Such as a count since January at the end of each quarter, or a group before and after a
    filter. A count is withheld when it is small or when it differs from one that was published
    by fewer people than the threshold: 61 after 57 tells of four. Raises BadCounts.
    """
    told: list[float] = []
    allowed: list[bool] = []
    for count in counts:
        small = primary(count, threshold)
        allowed.append(not small and not any(primary(abs(count - x), threshold) for x in told))
        told += [count] if allowed[-1] else []
    return tuple(allowed)


def smallest_class(sizes: Iterable[int]) -> int | None:
    """People in the smallest class of an export that has any; None when nobody is in it."""
    return min((size for size in sizes if size > 0), default=None)


def exportable(sizes: Iterable[int], k: int = MIN_PEOPLE) -> bool:
    """k-anonymity: whether everybody in an export shares all its traits with k - 1 others.

    `sizes` are the numbers of people with the same values of all traits together.
    """
    smallest = smallest_class(sizes)
    return smallest is None or smallest >= k


def _points(share: float) -> float:
    """A fraction in percentage points, without the dust of floats: 0.15 is 15 and not above."""
    return round(100 * share, 9)


def _falling(values: Sequence[float]) -> list[float]:
    """From large to small. Raises BadCounts for a value below 0."""
    if not all(value >= 0 for value in values):
        raise BadCounts("values must be at least 0")
    return sorted(values, reverse=True)
