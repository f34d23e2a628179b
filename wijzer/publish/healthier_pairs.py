"""What is asked of the questionnaires, who has both measurements, and what a change must be."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import stdev

from wijzer import texts
from wijzer.access import Visitor
from wijzer.instruments import Scale
from wijzer.model import Role
from wijzer.publish.healthier_answers import START, Answers, Asked, Group
from wijzer.stats import change
from wijzer.stats.missing import only_known
from wijzer.stats.rounding import half_away

_FINE_SCALE = 10
"""A scale of at most so many points is told with two decimals, a longer one with one."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: which later round, which people, and by whom."""

    number: int
    group: Group
    visitor: Visitor

    @property
    def role(self) -> Role:
        return self.visitor.role


def pairs_name(number: int, scale: str) -> str:
    """The question who has a score at the start and in this round."""
    return f"pairs {number} {scale}"


def paired_people(answers: Answers, instrument: str, scale: str, ask: Ask) -> list[Asked]:
    """Those in the group with a score at the start and in the round."""
    every = answers.within(instrument, ask.group)
    return [one for one in every if one.paired(ask.number, scale)]


def both_scores(
    people: Sequence[Asked], number: int, scale: str
) -> tuple[list[float], list[float]]:
    """Their scores at the start and in the round, in one order."""
    before, after = ([one.score(at, scale) for one in people] for at in (START, number))
    return only_known(before), only_known(after)


def minimal(answers: Answers, instrument: str, scale: Scale) -> tuple[float | None, str]:
    """The smallest change that matters, and what that is: a norm or a rule of thumb.

    The instrument's own, else half the spread at the start of everybody in the neighbourhood: one
    measure for all groups. None when nobody differs.
    """
    if scale.minimal is not None:
        return scale.minimal, texts.OWN_NORM
    scores = only_known(one.score(START, scale.id) for one in answers.asked(instrument))
    found = change.minimal(stdev(scores), None) if len(scores) > 1 else None
    return (found.half_sd or None) if found else None, texts.RULE_OF_THUMB


def decimals_of(scale: Scale) -> int:
    """Decimals with which scores and changes on a scale are told."""
    return 2 if scale.high - scale.low <= _FINE_SCALE else 1


def minimal_text(least: float, scale: Scale) -> str:
    """The smallest change that matters, no more precise than changes are told."""
    return texts.plain_number(half_away(least, decimals_of(scale)))
