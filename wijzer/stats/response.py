"""Who answered a questionnaire, who was lost, and whether those two differ.

Shares are fractions. Means are in points of the scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean, variance

from wijzer.stats.compare import Difference, newcombe
from wijzer.stats.missing import only_known
from wijzer.stats.proportion import BadCounts, Interval, z


@dataclass(frozen=True, slots=True)
class Response:
    """Shares of the flow; None where nobody was in the step before.

    `response_t0` valid of invited, `coverage_t0` valid of participants, `retention_t1` valid of
    those due, `paired_share` people with both measurements of participants.
    """

    response_t0: float | None
    coverage_t0: float | None
    retention_t1: float | None
    paired_share: float | None


@dataclass(frozen=True, slots=True)
class MeanDifference:
    """A difference between the means of two groups, with Welch's interval and test.

    Only the estimate is given when a group has one value, or neither varies.
    """

    estimate: float
    n1: int
    n2: int
    dropped: int
    interval: Interval | None = None
    t: float | None = None
    df: float | None = None
    p: float | None = None


def flow(
    participants: int, invited: int, valid_t0: int, due_t1: int, valid_t1: int, paired: int
) -> Response:
    """From participants to people with both measurements; each step is part of the one before.

    Due at T1 are those with a valid T0 whose second measurement should have been taken by now:
    who left early counts as due. Raises BadCounts when a step is larger than the one before.
    """
    steps = (participants, invited, valid_t0, due_t1, valid_t1, paired)
    if paired < 0 or any(later > earlier for earlier, later in pairwise(steps)):
        raise BadCounts(f"{' → '.join(map(str, steps))} grows or is below 0")
    return Response(
        _share(valid_t0, invited),
        _share(valid_t0, participants),
        _share(valid_t1, due_t1),
        _share(paired, participants),
    )


def mean_lost(
    stayed: Sequence[float | None], lost: Sequence[float | None], level: float = 0.95
) -> MeanDifference | None:
    """T0 scores of those who stayed - those lost, with Welch's interval.

    s² of each group apart, degrees of freedom by Welch-Satterthwaite (Welch 1947, Biometrika
    34:28-35). None when a group has no score. Raises BadLevel.
    """
    z(level)
    one, two = only_known(stayed), only_known(lost)
    if not one or not two:
        return None
    dropped = len(stayed) + len(lost) - len(one) - len(two)
    bare = MeanDifference(fmean(one) - fmean(two), len(one), len(two), dropped)
    if min(len(one), len(two)) < 2:
        return bare
    parts = [variance(group) / len(group) for group in (one, two)]
    error = sqrt(sum(parts))
    if error == 0:
        return bare
    pairs = zip(parts, (one, two), strict=True)
    df = sum(parts) ** 2 / sum(part**2 / (len(group) - 1) for part, group in pairs)
    return _welch(bare, error, df, level)


def share_lost(
    k_stayed: int, n_stayed: int, k_lost: int, n_lost: int, level: float = 0.95
) -> Difference | None:
    """Share of those who stayed - share of those lost, with Newcombe's interval.

    None when a group is empty. Raises BadCounts.
    """
    return newcombe(k_stayed, n_stayed, k_lost, n_lost, level)


def _welch(bare: MeanDifference, error: float, df: float, level: float) -> MeanDifference:
    from scipy.special import stdtr, stdtrit  # here, for it is slow to import and seldom needed

    half, t = float(stdtrit(df, (1 + level) / 2)) * error, bare.estimate / error
    interval = Interval(bare.estimate - half, bare.estimate + half)
    p = 2 * float(stdtr(df, -abs(t)))
    return MeanDifference(bare.estimate, bare.n1, bare.n2, bare.dropped, interval, t, df, p)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
