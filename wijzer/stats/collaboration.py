"""How partners judge the cooperation, what it is compared on, and how far a referral comes.

An organisation counts once, however many of its people answered: their answers are averaged
first. Scores stay in the unit of their scale; means have Student's t interval over organisations.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import fmean
from typing import NamedTuple

from wijzer.stats.missing import known, only_known
from wijzer.stats.proportion import Interval, Mean, mean_t
from wijzer.stats.reach import Step, funnel

Answer = tuple[str, float | None]
"""The organisation of a respondent, and the score given."""

ITEM = Interval(1, 4)
"""Items of trust and value run from 1 to 4."""

# Shares are compared to this many decimals, so that 7 of 10 is exactly 0.7.
_FINE = 9


class BadRound(ValueError):
    """An answer of somebody who was not on the roster."""


class BadItem(ValueError):
    """An item outside its scale."""


class Verdict(StrEnum):
    """What two rounds may be compared on: all partners, the constant panel, or nothing."""

    WHOLE = "whole"
    PANEL = "panel"
    NONE = "none"


class Reason(StrEnum):
    """Why two rounds cannot be compared as a whole, or not at all."""

    ROSTER = "other_roster"
    RESPONSE = "low_response"
    FEW = "too_few_partners"


@dataclass(frozen=True, slots=True)
class Round:
    """Who was asked, and who of them answered. Raises BadRound for an answer of another."""

    roster: frozenset[str]
    answered: frozenset[str]

    def __post_init__(self) -> None:
        if not self.answered <= self.roster:
            raise BadRound(f"{set(self.answered - self.roster)} not on the roster")

    @property
    def response(self) -> float | None:
        """Answered as a fraction of the roster; None without a roster."""
        return len(self.answered) / len(self.roster) if self.roster else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two rounds may be compared on, why not on more, and the partners for it.

    `partners` are the whole roster for WHOLE, else those who answered in both rounds.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    partners: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """A mean over organisations, and how many organisations and respondents are behind it."""

    mean: Mean
    organisations: int
    respondents: int


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Second round - first round, in the unit of the scale.

    `paired` when the same organisations are compared; then both counts are theirs. No interval
    when there are too few for one.
    """

    difference: float
    interval: Interval | None
    paired: bool
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Rating:
    """What one partner thinks of another, by item; `related` when the two have a tie."""

    rater: str
    rated: str
    items: Sequence[float | None]
    related: bool = True


class Standing(NamedTuple):
    """Trust in a partner or its value, from 1 to 4, and how many others say so."""

    mean: float
    raters: int


def comparable(
    first: Round, second: Round, min_response: float = 0.70, min_partners: int = 10
) -> Comparison:
    """Whether two rounds may be compared: as a WHOLE, on the PANEL, or not (NONE).

    WHOLE with the same roster and enough response in both; else the PANEL of partners who
    answered both times; NONE when fewer than `min_partners` are left either way. A response
    that equals `min_response` is enough.
    """
    responses = [one.response for one in (first, second)]
    low = any(not known(one) or round(one, _FINE) < min_response for one in responses)
    found = {Reason.ROSTER: first.roster != second.roster, Reason.RESPONSE: low}
    reasons = tuple(reason for reason, holds in found.items() if holds)
    partners = first.answered & second.answered if reasons else first.roster
    if len(partners) < min_partners:
        return Comparison(Verdict.NONE, (*reasons, Reason.FEW), partners)
    return Comparison(Verdict.PANEL if reasons else Verdict.WHOLE, reasons, partners)


def by_organisation(answers: Iterable[Answer]) -> dict[str, float]:
    """Mean of the respondents of each organisation; one without any answer is left out."""
    given = _grouped(answers)
    return {organisation: fmean(values) for organisation, values in given.items()}


def score(answers: Iterable[Answer], level: float = 0.95) -> Score | None:
    """Mean over organisations of their own means; no interval for a single organisation.

    None without answers.
    """
    given = _grouped(answers)
    mean = mean_t([fmean(values) for values in given.values()], level)
    if mean is None:
        return None
    return Score(mean, len(given), sum(map(len, given.values())))


def change(
    first: Iterable[Answer],
    second: Iterable[Answer],
    level: float = 0.95,
    min_pairs: int = 2,
) -> ScoreChange | None:
    """Change between two rounds, paired on the organisations in both, else of two means.

    Paired from `min_pairs` organisations in both rounds on, at least 1; else Welch's interval of
    two independent means, which needs two organisations in each. None when a round is empty.
    Source: Welch 1947, Biometrika 34:28-35.
    """
    before, after = by_organisation(first), by_organisation(second)
    if not before or not after:
        return None
    both = sorted(before.keys() & after.keys())
    if len(both) >= max(1, min_pairs):
        found = mean_t([after[one] - before[one] for one in both], level)
        assert found is not None  # there are pairs
        return ScoreChange(found.mean, found.interval, True, len(both), len(both))
    old, new = mean_t(list(before.values())), mean_t(list(after.values()))
    assert old is not None and new is not None  # no round is empty
    interval = _welch(old, len(before), new, len(after), level)
    return ScoreChange(new.mean - old.mean, interval, False, len(before), len(after))


def changes(
    first: Mapping[str, Iterable[Answer]],
    second: Mapping[str, Iterable[Answer]],
    level: float = 0.95,
    min_pairs: int = 2,
) -> dict[str, ScoreChange | None]:
    """Change per dimension, of the dimensions of the first round and then new ones.

    None for a dimension that one round lacks.
    """
    return {
        dimension: change(first.get(dimension, ()), second.get(dimension, ()), level, min_pairs)
        for dimension in dict.fromkeys([*first, *second])
    }


def standings(ratings: Iterable[Rating], scale: Interval = ITEM) -> dict[str, Standing]:
    """PARTNER score of each partner: mean over raters of the mean of the items.

    The items are those of trust or those of value; a missing one leaves the mean to the others.
    What partners say of themselves and of those they have no tie with is left out. As answers
    for `score` and `change`: `((partner, one.mean) for partner, one in found.items())`.
    Raises BadItem outside the scale. Source: BMC Public Health 2016, 16, s12889-016-3194-7,
    table 1.
    """
    received: defaultdict[str, list[float]] = defaultdict(list)
    for one in ratings:
        items = only_known(one.items)
        if not all(scale.contains(item) for item in items):
            raise BadItem(f"{items} of {scale}")
        if items and one.related and one.rater != one.rated:
            received[one.rated].append(fmean(items))
    return {rated: Standing(fmean(means), len(means)) for rated, means in received.items()}


def chain(
    sent: float | None, received: float | None, started: float | None, level: float = 0.95
) -> tuple[Step, ...]:
    """A referral from one partner to another: sent → received → started.

    The success of the chain is `of_first` of the last step. This follows referrals, not people.
    Raises BadFunnel when a step grows and BadCounts below 0.
    """
    return funnel({"sent": sent, "received": received, "started": started}, level)


def _grouped(answers: Iterable[Answer]) -> dict[str, list[float]]:
    given: defaultdict[str, list[float]] = defaultdict(list)
    for organisation, value in answers:
        if known(value):
            given[organisation].append(value)
    return given


def _welch(old: Mean, n_old: int, new: Mean, n_new: int, level: float) -> Interval | None:
    """t interval of new - old with Satterthwaite's degrees of freedom."""
    if old.sd is None or new.sd is None:
        return None
    gap, one, other = new.mean - old.mean, old.sd**2 / n_old, new.sd**2 / n_new
    if one + other == 0:
        return Interval(gap, gap)
    from scipy.special import stdtrit  # here, for it is slow to import and seldom needed

    freedom = (one + other) ** 2 / (one**2 / (n_old - 1) + other**2 / (n_new - 1))
    half = float(stdtrit(freedom, (1 + level) / 2)) * sqrt(one + other)
    return Interval(gap - half, gap + half)
