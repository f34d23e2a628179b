"""Response and loss: from participants to people with both measurements, and who was lost."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from statistics import fmean

from wijzer import access, texts
from wijzer.model import Role
from wijzer.publish.entered import people_text
from wijzer.publish.healthier_answers import EVERYBODY, START, Answers, Asked, Has
from wijzer.publish.healthier_pairs import Ask, decimals_of
from wijzer.stats import disclosure, response, suppression
from wijzer.stats.missing import only_known
from wijzer.stats.rounding import half_away

STEPS = ("participants", "invited", "valid", "due", "again", "pairs")
_FIRST, _LATER = STEPS[:3], STEPS[3:]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the flow: how many people, as they may be read; `count` is None when hidden."""

    code: str
    count: int | None
    text: str
    share: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The steps, what they say, and how those who stayed and those who were lost began."""

    steps: tuple[Step, ...]
    sentence: str
    lost: str
    worth: str


def flow(answers: Answers, instrument: str, ask: Ask, participants: int | None) -> Flow:
    """From participants to pairs, for the outcome of an instrument that can be scored.

    `participants` is the number of different people who came (see publish.cells), for the whole
    neighbourhood only: that of a part is told on Bereik. Left out when more people were asked.
    """
    counts = _counts(answers, instrument, ask, participants)
    hidden = _hidden(answers, instrument, ask, counts)
    told = {name: _rounded(count, ask) for name, count in counts.items() if name not in hidden}
    steps = []
    for place, name in enumerate(counts):
        before = list(counts)[place - 1] if place else ""
        steps.append(_step(name, counts, told, before, ask))
    by_code = {one.code: one.share for one in steps}
    lost, worth = _lost(answers, instrument, ask, counts) if "due" in counts else ("", "")
    sentence = texts.flow_said(by_code.get("valid", ""), by_code.get("again", ""))
    return Flow(tuple(steps), sentence, lost, worth)


def _counts(
    answers: Answers, instrument: str, ask: Ask, participants: int | None
) -> dict[str, int]:
    people = answers.within(instrument, ask.group)
    later = ask.number in answers.numbers(instrument) and ask.number != START
    names = [*_FIRST[1:], *(_LATER if later else ())]
    has = _questions(answers, instrument, ask)
    found = {name: sum(map(has[name], people)) for name in names}
    whole = ask.group == EVERYBODY and participants is not None
    if whole and participants is not None and participants >= found["invited"]:
        found = {"participants": participants} | found
    return found


def _questions(answers: Answers, instrument: str, ask: Ask) -> Mapping[str, Has]:
    form = answers.form(instrument)
    scale, number = form.primary, ask.number

    def again(one: Asked) -> bool:
        both = one.valid(number, scale) or one.other_version(number, form.version)
        return one.due(number, scale) and both

    return {
        "invited": lambda one: START in one.replies,
        "valid": lambda one: one.valid(START, scale),
        "due": lambda one: one.due(number, scale),
        "again": again,
        "pairs": lambda one: one.paired(number, scale),
        "lost": lambda one: one.due(number, scale) and not again(one),
    }


def _hidden(
    answers: Answers, instrument: str, ask: Ask, counts: Mapping[str, int]
) -> frozenset[str]:
    """What is hidden: in groups that can be subtracted, and small steps down within the flow."""
    has = _questions(answers, instrument, ask)
    scale = answers.form(instrument).primary

    def told(name: str) -> bool:
        question = f"{name} {ask.number} {scale}"
        return answers.counted(instrument, question, has[name], ask.group, ask.role)

    closed = {name for name in counts if name != "participants" and not told(name)}
    names = list(counts)
    within: list[tuple[Hashable, Hashable]] = list(zip(names[1:], names, strict=False))
    cells: dict[Hashable, int] = dict(counts.items())
    least, keep = access.SMALLEST[ask.role], frozenset({"pairs"})
    found = disclosure.protect(cells, (), within, least, frozenset(closed), keep)
    return frozenset(map(str, found))


def _rounded(count: int, ask: Ask) -> int:
    return count if ask.role is Role.TEAM else texts.to_five(count)


def _step(
    name: str, counts: Mapping[str, int], told: Mapping[str, int], before: str, ask: Ask
) -> Step:
    if name not in told:
        small = 0 < counts[name] < access.SMALLEST[ask.role]
        text = people_text(counts[name], ask.visitor) if small else texts.HIDDEN_CELL
        return Step(name, None, text, "")
    share = _share(told[name], told[before], ask.role) if told.get(before) else ""
    return Step(name, told[name], texts.number(told[name]), share)


def _share(count: int, whole: int, role: Role) -> str:
    found = suppression.beyond(count, whole) if role is Role.PUBLIC else None
    if found is None:
        return texts.amount(100 * count / whole, "%")
    said = texts.BELOW_SHARE if found.side is suppression.Side.BELOW else texts.ABOVE_SHARE
    return said.format(grens=texts.amount(100 * found.limit, "%"))


def _lost(
    answers: Answers, instrument: str, ask: Ask, counts: Mapping[str, int]
) -> tuple[str, str]:
    """Scores at the start of those who stayed beside those lost, and what that is worth."""
    form, has = answers.form(instrument), _questions(answers, instrument, ask)
    scale = form.scale(form.primary)
    if counts["due"] == counts["again"] and ask.role is Role.TEAM:
        return (texts.LOST_NOBODY, "") if counts["due"] else ("", "")

    def tells(name: str) -> bool:
        question = f"{name} {ask.number} {scale.id}"
        return answers.shown(instrument, question, has[name], ask.group, ask.role)

    if not (tells("pairs") and tells("lost")):
        return texts.LOST_TOO_FEW, ""
    people = answers.within(instrument, ask.group)
    stayed, lost = (
        only_known(one.score(START, scale.id) for one in people if has[name](one))
        for name in ("pairs", "lost")
    )
    return _compared(stayed, lost, decimals_of(scale))


def _compared(stayed: list[float], lost: list[float], decimals: int) -> tuple[str, str]:
    found = response.mean_lost(stayed, lost)
    one, two = (texts.number(fmean(scores), decimals) for scores in (stayed, lost))
    if found is None or found.interval is None:
        return texts.stayed_lost(one, two, "", ""), texts.LOST_NO_INTERVAL
    ends = [half_away(end, decimals) for end in (found.interval.low, found.interval.high)]
    gap = texts.plus_or_minus(found.estimate, decimals)
    sure = not ends[0] <= 0 <= ends[1]
    said = texts.stayed_lost(one, two, gap, texts.interval_ends(ends[0], ends[1], decimals))
    return said, texts.LOST_SURE if sure else texts.LOST_UNSURE
