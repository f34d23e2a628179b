"""Change in the same people since the start, as far as a visitor may read it.

Under 10 people with both measurements nothing is computed for anybody. From 10 to 29 the team reads
figures with the word 'indicatief'; the public reads from 30. Sign, word, sentence, picture, table
and download are all made from one `Change`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from wijzer import texts
from wijzer.access import Visitor
from wijzer.instruments import Instrument, Purpose, Scale
from wijzer.model import Role, Sign
from wijzer.publish.entered import people_text
from wijzer.publish.healthier_answers import ALL, EVERYBODY, START, Answers, Asked
from wijzer.publish.healthier_details import details
from wijzer.publish.healthier_pairs import (
    Ask,
    both_scores,
    decimals_of,
    minimal,
    minimal_text,
    paired_people,
    pairs_name,
)
from wijzer.stats import change, compare
from wijzer.stats.rounding import half_away
from wijzer.stats.suppression import MIN_RESPONDENTS


class NoOutcome(ValueError):
    """An instrument to talk with, which can be no outcome; the message is its id."""


@dataclass(frozen=True, slots=True)
class Points:
    """Figures of a change in points of the scale, rounded as they are printed; plus is favourable.

    `interval` is None without spread. `minimal` is what a change must be to matter.
    """

    mean: float
    interval: tuple[float, float] | None
    minimal: float | None
    minimal_text: str
    sign: Sign
    p: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """One scale of one instrument: figures, or why there are none.

    `state`: shown, not_measured, only_first, too_few, not_comparable, no_spread or no_items.
    `cells` are the columns of the table after the name; `details` are (name, value).
    """

    instrument: str
    scale: str
    name: str
    state: str
    part: bool = False
    decimals: int = 0
    people: str = ""
    indicative: bool = False
    points: Points | None = None
    cells: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    remark: str = ""

    @property
    def sign(self) -> Sign:
        return self.points.sign if self.points else Sign.UNKNOWN


def scales_of(answers: Answers, instrument: str, ask: Ask) -> list[Change]:
    """Each scale of an instrument, the outcome first. Raises NoOutcome and KeyError."""
    form = answers.form(instrument)
    first = form.scale(form.primary)
    shown = [first, *(one for one in form.scales if _own_scale(form, one))]
    return [changed(answers, instrument, one.id, ask) for one in shown]


def outcomes_of(answers: Answers, ask: Ask) -> list[Change]:
    """The outcome of every instrument that was used, with p-values corrected for their number."""
    found = [
        changed(answers, id, answers.form(id).primary, ask)
        for id in answers.instruments
        if answers.form(id).purpose is Purpose.MEASURE
    ]
    return _corrected(found)


def changed(answers: Answers, instrument: str, scale: str, ask: Ask) -> Change:
    """One scale. Raises NoOutcome for an instrument to talk with, and KeyError."""
    form = answers.form(instrument)
    if form.purpose is not Purpose.MEASURE:
        raise NoOutcome(instrument)
    name, part = form.scale(scale).name, scale != form.primary
    bare = Change(instrument, scale, name, state(answers, form, scale, ask), part)
    return _computed(answers, form, bare, ask) if bare.state == "shown" else bare


def state(answers: Answers, form: Instrument, scale: str, ask: Ask) -> str:
    """Whether a change may be told, else why there is none."""
    if not form.ready:
        return "no_items"
    if form.id not in answers.instruments:
        return "not_measured"
    if not answers.divides(ask.group):
        return "too_few" if ALL not in ask.group else "not_measured"
    if ask.number not in answers.numbers(form.id) or ask.number == START:
        return "only_first"

    def has(one: Asked) -> bool:
        return one.paired(ask.number, scale)

    if answers.shown(form.id, pairs_name(ask.number, scale), has, ask.group, ask.role):
        return "shown"
    whole = answers.asked(form.id)
    other = any(one.other_version(ask.number, form.version) for one in whole)
    return "not_comparable" if other and not any(map(has, whole)) else "too_few"


def enough(answers: Answers, instrument: str, number: int, visitor: Visitor) -> bool:
    """Whether the whole neighbourhood has a change that may be told in this round."""
    form = answers.form(instrument)
    ask = Ask(number, EVERYBODY, visitor)
    return form.purpose is Purpose.MEASURE and state(answers, form, form.primary, ask) == "shown"


def by_pairs(answers: Answers, ids: Sequence[str]) -> tuple[str, ...]:
    """Instruments, the one with most pairs in any later round first: to begin a page with."""

    def most(id: str) -> int:
        scale, people = answers.form(id).primary, answers.asked(id)
        later = [number for number in answers.numbers(id) if number > START]
        counts = (sum(one.paired(number, scale) for one in people) for number in later)
        return max(counts, default=0)

    return tuple(sorted(ids, key=most, reverse=True))


def change_name(one: Change) -> str:
    """What a row is called: the instrument for its outcome, and the scale as well for a part."""
    name = texts.WORD["instrument"].get(one.instrument, one.instrument)
    return f"{name}: {one.name.lower()}" if one.part else name


def _own_scale(form: Instrument, one: Scale) -> bool:
    """A part of the outcome; the same score in other points is not."""
    whole = form.scale(form.primary)
    same = set(one.items) == set(whole.items) or one.of == (form.primary,)
    return one.id != form.primary and not same


def _computed(answers: Answers, form: Instrument, bare: Change, ask: Ask) -> Change:
    scale = form.scale(bare.scale)
    people = paired_people(answers, form.id, scale.id, ask)
    before, after = both_scores(people, ask.number, scale.id)
    found = change.paired(before, after, scale.way)
    least, source = minimal(answers, form.id, scale)
    decimals = decimals_of(scale)
    few = len(people) < MIN_RESPONDENTS
    said = replace(
        bare,
        decimals=decimals,
        people=people_text(len(people), ask.visitor),
        indicative=few,
        remark=_remark(answers, form, ask),
    )
    if found.no_spread and ask.role is Role.PUBLIC:
        return replace(said, state="no_spread")
    points = _points(found, least, scale)
    cells = _cells(said, points, (fmean(before), fmean(after)), source)
    behind = tuple(details(answers, form, scale, ask))
    state = "no_spread" if found.no_spread else "shown"
    return replace(said, state=state, points=points, cells=cells, details=behind)


def _remark(answers: Answers, form: Instrument, ask: Ask) -> str:
    every = answers.asked(form.id)
    other = any(one.other_version(ask.number, form.version) for one in every)
    return texts.SOME_OTHER_SCORING if other else ""


def _points(found: change.Paired, least: float | None, scale: Scale) -> Points:
    decimals, between = decimals_of(scale), found.interval
    ends = None
    if between:
        ends = half_away(between.low, decimals), half_away(between.high, decimals)
    mean = half_away(found.mean or 0.0, decimals)
    told = minimal_text(least, scale) if least else ""
    return Points(mean, ends, least, told, _sign(ends), found.p)


def _sign(ends: tuple[float, float] | None) -> Sign:
    """Which way the change goes for certain, by the numbers that are printed."""
    if ends is None:
        return Sign.UNKNOWN
    if ends[0] <= 0 <= ends[1]:
        return Sign.SIMILAR
    return Sign.FAVOURABLE if ends[0] > 0 else Sign.UNFAVOURABLE


def _cells(
    said: Change, points: Points, means: tuple[float, float], source: str
) -> tuple[str, ...]:
    least = texts.NOT_KNOWN
    if points.minimal:
        least = texts.MATTERS_FROM.format(punten=points.minimal_text, bron=source)
    worth = [texts.CHANGE_SIGN_WORD[points.sign]]
    worth += [texts.INDICATIVE] if said.indicative else []
    return (
        said.people,
        *(texts.number(mean, said.decimals) for mean in means),
        texts.plus_or_minus(points.mean, said.decimals),
        interval_text(said.decimals, points),
        least,
        ", ".join(worth),
    )


def interval_text(decimals: int, points: Points) -> str:
    """The interval as text, or that there is no spread."""
    if points.interval is None:
        return texts.NO_SPREAD_SHORT
    return texts.interval_ends(*points.interval, decimals)


def _corrected(found: list[Change]) -> list[Change]:
    """With each p-value adjusted for all that stand on the page together."""
    tested = [one.points.p for one in found if one.points and one.points.p is not None]
    adjusted = iter(compare.benjamini_hochberg(tested))
    return [
        replace(one, details=(*one.details, ("adjusted", _adjusted(next(adjusted)))))
        if one.points and one.points.p is not None
        else one
        for one in found
    ]


def _adjusted(p: float) -> str:
    return f"{texts.p_value(p)}: {texts.STANDS if p <= 0.05 else texts.FALLS}"
