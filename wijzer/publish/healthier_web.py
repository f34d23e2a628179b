"""The spider web per round: the mean of each dimension, to talk about; no test and no verdict.

Always of the whole neighbourhood: other people fill it in each time, and parts of so few sheets
would tell of one person. From 10 sheets for the team and 30 for the public.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from wijzer import texts
from wijzer.access import Visitor
from wijzer.instruments import Instrument, Purpose
from wijzer.publish.door import Row
from wijzer.publish.entered import FEWEST_ANSWERS, people_text
from wijzer.publish.healthier_answers import Answers, Asked
from wijzer.stats.missing import only_known


@dataclass(frozen=True, slots=True)
class Spoke:
    """A dimension: its mean over the sheets (0 to 10), None when too few filled it in."""

    name: str
    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Web:
    """One round: how many sheets as text, and its dimensions; none of too few sheets."""

    number: int
    title: str
    sheets: str
    spokes: tuple[Spoke, ...]


def webs(answers: Answers, rounds: Sequence[Row], visitor: Visitor) -> list[Web]:
    """The webs of all rounds in which sheets came in, oldest first. `rounds` from asked_when."""
    found = []
    names = {row["number"]: row["name"] for row in rounds}
    for id in answers.instruments:
        form = answers.form(id)
        if form.purpose is Purpose.TALK:
            for number in answers.numbers(id):
                people = answers.asked(id)
                found.append(_web(form, people, number, names[number], visitor))
    return found


def _web(
    form: Instrument, people: Sequence[Asked], number: int, title: str, visitor: Visitor
) -> Web:
    least = FEWEST_ANSWERS[visitor.role]
    sheets = [one for one in people if number in one.replies and one.replies[number].answers]
    if len(sheets) < least:
        return Web(number, title, "", ())
    spokes = tuple(
        _spoke(scale.name, only_known(one.score(number, scale.id) for one in sheets), least)
        for scale in form.scales
        if scale.items
    )
    return Web(number, title, people_text(len(sheets), visitor), spokes)


def _spoke(name: str, scores: list[float], least: int) -> Spoke:
    if len(scores) < least:
        return Spoke(name, None, texts.WEB_GAP)
    mean = fmean(scores)
    return Spoke(name, mean, texts.number(mean, 1))
