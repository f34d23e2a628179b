"""Shares of people: better, the same or worse; yes or no; and the classes of a score.

A share is told when both its people and the others are nobody or enough (5 for the team, 10 for
the public), in every group that can be subtracted (`Answers.counted`), and when it cannot be had
from the other shares of the same people. The public is not told that everybody or nobody is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijzer import access, texts
from wijzer.instruments import Flag, Instrument, Scale
from wijzer.model import Direction, Role, Sign
from wijzer.publish.healthier_answers import START, Answers, Asked, Has
from wijzer.publish.healthier_pairs import Ask, both_scores, minimal, paired_people
from wijzer.stats import change, disclosure, paired_share, scales, suppression
from wijzer.stats.disclosure import Sum
from wijzer.stats.missing import known
from wijzer.stats.proportion import wilson
from wijzer.stats.rounding import half_away
from wijzer.stats.suppression import Side

PARTS = ("better", "same", "worse")
_N = "n"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the people; `share` (0 to 1) is None when it may not be told exactly."""

    code: str
    share: float | None
    text: str
    interval: str = ""


@dataclass(frozen=True, slots=True)
class YesNo:
    """A yes/no outcome before and after; `gap` and `interval` are empty when not told."""

    name: str
    before: str
    after: str
    gap: str
    interval: str
    sign: Sign
    p_mid: str


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of a score: the shares in it before and after, as text."""

    name: str
    before: str
    after: str


def responders(answers: Answers, instrument: str, ask: Ask) -> list[Share]:
    """Better, same and worse on the outcome, by the smallest change that matters.

    Empty when no smallest change is known. Only for a change that may be told.
    """
    scale = answers.form(instrument).scale(answers.form(instrument).primary)
    least, _ = minimal(answers, instrument, scale)
    if least is None:
        return []
    people = paired_people(answers, instrument, scale.id, ask)
    before, after = both_scores(people, ask.number, scale.id)
    found = change.responders(change.turned(before, after, scale.way), least)
    counts = {_N: found.n, "better": found.better, "same": found.same, "worse": found.worse}
    closed = {
        part
        for part in PARTS
        if not answers.counted(
            instrument,
            f"{part} {ask.number} {scale.id}",
            _went(part, scale, ask.number, least),
            ask.group,
            ask.role,
        )
    }
    hidden = _hidden(counts, [Sum(_N, PARTS)], closed, ask.role)
    return [_share(part, counts[part], counts[_N], part in hidden) for part in PARTS]


def _went(part: str, scale: Scale, number: int, least: float) -> Has:
    """Whether somebody with both measurements went this way."""

    def has(one: Asked) -> bool:
        scores = [one.score(START, scale.id)], [one.score(number, scale.id)]
        (gain,) = change.turned(*scores, scale.way)
        if not known(gain):
            return False
        return part == ("same" if not change.relevant(gain, least) else _side(gain))

    return has


def _side(gain: float) -> str:
    return "better" if gain > 0 else "worse"


def _share(code: str, count: int, n: int, hidden: bool) -> Share:
    if hidden:
        return Share(code, None, texts.HIDDEN_CELL)
    between = wilson(count, n)
    ends = texts.interval_ends(100 * between.low, 100 * between.high, 0) if between else ""
    return Share(code, count / n, texts.amount(100 * count / n, "%"), f"{ends}%" if ends else "")


def yes_no(answers: Answers, instrument: str, ask: Ask) -> list[YesNo]:
    """Every yes/no outcome of an instrument of which the change may be told."""
    form = answers.form(instrument)
    return [
        _yes_no(answers, form, scale, flag, ask)
        for scale in form.scales
        if _told(answers, form, scale, ask)
        for flag in scale.flags
    ]


def classes(answers: Answers, instrument: str, ask: Ask) -> list[ClassRow]:
    """How the people are divided over the classes of the outcome, before and after."""
    form = answers.form(instrument)
    scale = form.scale(form.primary)
    if not scale.cutoffs or not _told(answers, form, scale, ask):
        return []
    then, now = (_table(answers, form, scale, at, ask) for at in (START, ask.number))
    return [
        ClassRow(
            one.label, *(_text(_class(one.label), *table, role=ask.role) for table in (then, now))
        )
        for one in scale.cutoffs
    ]


def _told(answers: Answers, form: Instrument, scale: Scale, ask: Ask) -> bool:
    name = f"pairs {ask.number} {scale.id}"
    return answers.shown(
        form.id, name, lambda one: one.paired(ask.number, scale.id), ask.group, ask.role
    )


Table = tuple[Mapping[str, int], frozenset[str]]
"""Counts of the same people at one time by name, and which of them are hidden."""


def _table(answers: Answers, form: Instrument, scale: Scale, at: int, ask: Ask) -> Table:
    """Classes and yes/no outcomes of a scale together, for what is in one is in the other."""
    people = paired_people(answers, form.id, scale.id, ask)
    has = _questions(form, scale, at)
    counts = {_N: len(people)} | {name: sum(map(one, people)) for name, one in has.items()}
    closed = {
        name
        for name, one in has.items()
        if not answers.counted(
            form.id,
            f"{name} {at} {ask.number} {scale.id}",
            _both(one, ask.number, scale.id),
            ask.group,
            ask.role,
        )
    }
    return counts, _hidden(counts, _sums(scale), closed, ask.role)


def _both(has: Has, number: int, scale: str) -> Has:
    return lambda one: one.paired(number, scale) and has(one)


def _questions(form: Instrument, scale: Scale, at: int) -> dict[str, Has]:
    """By name whether somebody is in a class, or has yes or no, at one time."""

    def in_class(label: str) -> Has:
        return lambda one: scales.category(scale, one.score(at, scale.id)) == label

    def answers_flag(flag: Flag, wanted: bool) -> Has:
        def has(one: Asked) -> bool:
            return scales.flags(form, {scale.id: one.score(at, scale.id)})[flag.id] is wanted

        return has

    found = {_class(one.label): in_class(one.label) for one in scale.cutoffs}
    for flag in scale.flags:
        found |= {_yes(flag): answers_flag(flag, True), _no(flag): answers_flag(flag, False)}
    return found


def _sums(scale: Scale) -> list[Sum]:
    """What adds up: all classes, yes and no, and the classes that make up a yes."""
    found = [Sum(_N, (_yes(flag), _no(flag))) for flag in scale.flags]
    labels = [_class(one.label) for one in scale.cutoffs]
    found += [Sum(_N, tuple(labels))] if labels else []
    for flag in scale.flags:
        limit = flag.at_least if flag.at_least is not None else flag.below
        lows = [one.low for one in scale.cutoffs]
        if limit in lows:
            place = lows.index(limit)
            upper = _yes(flag) if flag.at_least is not None else _no(flag)
            found.append(Sum(upper, tuple(labels[place:])))
    return found


def _class(label: str) -> str:
    return f"class {label}"


def _yes(flag: Flag) -> str:
    return f"yes {flag.id}"


def _no(flag: Flag) -> str:
    return f"no {flag.id}"


def _hidden(
    counts: Mapping[str, int], sums: Sequence[Sum], closed: set[str], role: Role
) -> frozenset[str]:
    """What is hidden of counts of the same people, with what would tell it."""
    n = counts[_N]
    if role is Role.PUBLIC:
        closed = closed | {name for name, count in counts.items() if name != _N and count in (0, n)}
        if any(count == n for name, count in counts.items() if name != _N):
            closed = set(counts) - {_N}
    least = access.SMALLEST[role]
    found = disclosure.protect(counts, sums, (), least, frozenset(closed), frozenset({_N}))  # type: ignore[arg-type]
    return frozenset(counts) if _N in found else frozenset(found)  # type: ignore[arg-type]


def _text(name: str, counts: Mapping[str, int], hidden: frozenset[str], role: Role) -> str:
    count, n = counts[name], counts[_N]
    if name not in hidden:
        return texts.amount(100 * count / n, "%")
    found = suppression.beyond(count, n) if role is Role.PUBLIC else None
    if found is None or name.startswith("class"):
        return texts.HIDDEN_CELL
    said = texts.BELOW_SHARE if found.side is Side.BELOW else texts.ABOVE_SHARE
    return said.format(grens=texts.amount(100 * found.limit, "%"))


def _yes_no(answers: Answers, form: Instrument, scale: Scale, flag: Flag, ask: Ask) -> YesNo:
    then, now = (_table(answers, form, scale, at, ask) for at in (START, ask.number))
    name = _yes(flag)
    before, after = (_text(name, *table, role=ask.role) for table in (then, now))
    if name in then[1] | now[1]:
        return YesNo(flag.name, before, after, "", "", Sign.UNKNOWN, "")
    people = paired_people(answers, form.id, scale.id, ask)
    old, new = (_questions(form, scale, at)[name] for at in (START, ask.number))
    cells = [(old(one), new(one)) for one in people]
    both, up = cells.count((True, True)), cells.count((False, True))
    down, never = cells.count((True, False)), cells.count((False, False))
    found = paired_share.yes_no(both, up, down, never)
    if found is None:
        return YesNo(flag.name, before, after, "", "", Sign.UNKNOWN, "")
    ends = (half_away(100 * found.newcombe.low), half_away(100 * found.newcombe.high))
    enough = min(up, down) >= access.SMALLEST[ask.role] and found.p_mid is not None
    return YesNo(
        flag.name,
        before,
        after,
        texts.points_apart(found.difference),
        texts.interval_ends(*ends, 0),
        _sign(ends, (flag.at_least is not None) == (scale.way is Direction.HIGHER)),
        texts.p_value(found.p_mid) if enough and found.p_mid is not None else texts.HIDDEN_CELL,
    )


def _sign(ends: tuple[float, float], good: bool) -> Sign:
    """Which way the difference goes for certain, by the numbers that are printed."""
    if ends[0] <= 0 <= ends[1]:
        return Sign.SIMILAR
    return Sign.FAVOURABLE if (ends[0] > 0) == good else Sign.UNFAVOURABLE
