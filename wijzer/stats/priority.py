"""Choosing themes: what ballots with dots or ranks say, and how far the voters agree.

A tally is of one group. Residents and professionals stand side by side; adding them up is a
choice of policy, made in the open by `weighted`. An option that nobody named on a ballot exists
only when it is given as `options`: all that voters could choose from. An empty ballot is blank:
it is counted apart and weighs in no share, rank or agreement.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from math import fsum, inf, isfinite, isnan

from wijzer.stats.missing import known
from wijzer.stats.proportion import check
from wijzer.stats.spread import BadWeights

# Points are compared to this many decimals, so that 0.1 + 0.2 ties with 0.3.
_FINE = 9


class BadBallot(ValueError):
    """Points below 0, a rank before the first, or groups that are not all weighed."""


class Agreement(StrEnum):
    """How far voters agree; UNKNOWN when that cannot be said, which is not NONE."""

    NONE = "none"
    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"
    UNKNOWN = "unknown"


_FROM = (
    (0.0, Agreement.NONE),
    (0.3, Agreement.WEAK),
    (0.5, Agreement.MODERATE),
    (0.7, Agreement.STRONG),
)


@dataclass(frozen=True, slots=True)
class DotTally:
    """Points and voters per option, of `n` ballots with at least one point.

    `blank` ballots without a point came in beside these.
    """

    points: dict[str, int]
    voters: dict[str, int]
    n: int
    blank: int

    @property
    def share_of_points(self) -> dict[str, float] | None:
        """Points of an option / all points, a fraction; None without any point."""
        return _divided(self.points, sum(self.points.values()))

    @property
    def share_of_voters(self) -> dict[str, float] | None:
        """Voters who gave an option a point / n, a fraction; None when n is 0.

        These add up to more than 1 when voters spread their points.
        """
        return _divided(self.voters, self.n)


@dataclass(frozen=True, slots=True)
class RankTally:
    """Rank sums (low is first) and Borda points (high is first) of `n` ballots with a rank.

    `w` is Kendall's W, from 0 (no agreement) to 1 (all alike), with its test against chance;
    all three are None when W does not exist. `blank` ballots came in beside the n.
    """

    rank_sums: dict[str, float]
    borda: dict[str, float]
    n: int
    blank: int
    w: float | None
    chi2: float | None
    p: float | None


def dots(ballots: Iterable[Mapping[str, int]], options: Iterable[str] = ()) -> DotTally:
    """Points per option, and how many ballots gave it at least one.

    A ballot that gives no point at all is blank and not one of the n. Options in the order
    given, then in that of the ballots. Raises BadBallot for points below 0.
    """
    ballots = list(ballots)
    if not all(0 <= points < inf for ballot in ballots for points in ballot.values()):
        raise BadBallot("points are at least 0")
    cast = [ballot for ballot in ballots if any(ballot.values())]
    names = _names(ballots, options)
    return DotTally(
        {name: sum(ballot.get(name, 0) for ballot in cast) for name in names},
        {name: sum(ballot.get(name, 0) > 0 for ballot in cast) for name in names},
        len(cast),
        len(ballots) - len(cast),
    )


def ranking(ballots: Sequence[Mapping[str, float]], options: Iterable[str] = ()) -> RankTally:
    """Rank sums, Borda (k - rank) and Kendall's W of ballots with rank 1 for the first choice.

    Within a ballot equal ranks, and all options it leaves out, share the mean of their places:
    of four options {a: 1} gives a 1 and the others 3. Raises BadBallot for a rank below 1.

    W = 12·S / (m²(k³-k) - m·Σ(t³-t)), S the squared deviations of the rank sums of m ballots
    over k options, t the size of each tie (Kendall & Babington Smith 1939; Kendall 1948).
    χ² = m(k-1)·W with k - 1 degrees of freedom is Friedman's; its p is rough below some ten
    ballots. None with fewer than two ballots or options, and when every ballot ties them all.
    """
    cast = [ballot for ballot in ballots if ballot]
    if not all(1 <= rank < inf for ballot in cast for rank in ballot.values()):
        raise BadBallot("ranks are at least 1")
    names = _names(cast, options)
    placed = [ranks({name: -ballot.get(name, inf) for name in names}) for ballot in cast]
    sums = {name: fsum(one[name] for one in placed) for name in names}
    borda = {name: len(placed) * len(names) - total for name, total in sums.items()}
    agreed = _concordance(placed, list(sums.values()))
    return RankTally(sums, borda, len(cast), len(ballots) - len(cast), *agreed)


def ranks(points: Mapping[str, float]) -> dict[str, float]:
    """Rank of each option by its points: the most is 1, equal points share the mean rank.

    Points are compared to nine decimals. Raises BadBallot for missing points.
    """
    if any(isnan(x) for x in points.values()):
        raise BadBallot("an option has no points")
    fine = {name: round(x, _FINE) for name, x in points.items()}
    values = list(fine.values())
    return {
        name: sum(other > x for other in values) + (values.count(x) + 1) / 2
        for name, x in fine.items()
    }


def agreement(w: float | None) -> Agreement:
    """Word for Kendall's W: from 0.3 WEAK, from 0.5 MODERATE, from 0.7 STRONG, below that NONE.

    Schmidt 1997, Decision Sciences 28(3):763-774, who calls 0.1 very weak, 0.3 weak, 0.5
    moderate, 0.7 strong and 0.9 unusually strong. UNKNOWN without W. A handful of voters seems
    to agree: ranks drawn by lot give W = 1/m on average, so show m and p beside the word.
    Raises BadCounts outside 0 to 1.
    """
    if not known(w):
        return Agreement.UNKNOWN
    check(w, 1)
    return [word for start, word in _FROM if round(w, _FINE) >= start][-1]


def weighted(
    shares: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]
) -> dict[str, float]:
    """A mix of the shares of groups, Σ w·share / Σ w per option, as fractions.

    A group's own size plays no part: the weights are the policy choice and belong on the screen.
    An option that a group does not name has share 0 there. Raises BadBallot unless exactly the
    same groups have shares and weights, BadCounts for a share outside 0 to 1, and BadWeights
    for weights that are negative, missing, or all 0.
    """
    if shares.keys() != weights.keys():
        raise BadBallot(f"shares of {sorted(shares)}, weights of {sorted(weights)}")
    for share in chain.from_iterable(group.values() for group in shares.values()):
        check(share, 1)
    part = _normalised(weights)
    return {
        name: fsum(part[group] * shares[group].get(name, 0) for group in part)
        for name in _names(shares.values(), ())
    }


def _names(ballots: Iterable[Mapping[str, float]], options: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(chain(options, *ballots)))


def _divided(counts: Mapping[str, int], total: int) -> dict[str, float] | None:
    return {name: count / total for name, count in counts.items()} if total else None


def _normalised(weights: Mapping[str, float]) -> dict[str, float]:
    largest = max(weights.values(), default=0)
    if not all(w >= 0 and isfinite(w) for w in weights.values()) or largest == 0:
        raise BadWeights("weights are at least 0 and not all 0")
    scaled = {group: w / largest for group, w in weights.items()}
    total = fsum(scaled.values())
    return {group: w / total for group, w in scaled.items()}


def _concordance(
    placed: Sequence[Mapping[str, float]], sums: Sequence[float]
) -> tuple[float, float, float] | tuple[None, None, None]:
    m, k = len(placed), len(sums)
    # Ranks are halves and counts are whole, so all of this is exact until the division.
    most = m * m * (k**3 - k) - m * sum(_tied(list(ballot.values())) for ballot in placed)
    if m < 2 or most == 0:
        return None, None, None
    from scipy.special import chdtrc  # here, for it is slow to import and seldom needed

    w = 12 * fsum((total - m * (k + 1) / 2) ** 2 for total in sums) / most
    chi2 = m * (k - 1) * w
    return w, chi2, float(chdtrc(k - 1, chi2))


def _tied(given: Sequence[float]) -> int:
    return sum(given.count(rank) ** 2 - 1 for rank in given)  # t·(t²-1) = t³-t per tie
