"""The four questions of the monitor beside each other, made from what each page publishes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wijzer import texts
from wijzer.publish.compare_side import Line, Side, beside, names_of, unlike
from wijzer.publish.cooperation import Compared, Cooperation
from wijzer.publish.focus import Focus, Limits
from wijzer.publish.healthier import Change, change_name
from wijzer.publish.network import Measured, network_measures
from wijzer.publish.reach_share import Part
from wijzer.stats.collaboration import Verdict

LIGHTS = ("green", "amber", "red", "grey")
_FAR = 2
"""Months: rounds whose time apart differs more are flagged."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What Bereik tells of one neighbourhood. `years` are those with counts, oldest first."""

    people: str
    visits: str
    part: Part | None
    missing: str
    years: tuple[int, ...]
    plan: str
    example: bool


def reach_beside(found: Sequence[Reach]) -> Side:
    """People, visits, the part that is reached, and who is missing."""
    counted = [bool(one.years) for one in found]
    spans = [texts.span(one.years[0], one.years[-1]) if one.years else "" for one in found]
    period = unlike(texts.BESIDE_DIFFERS["period"], [one or None for one in spans], spans)
    whom = [one.part.who if one.part and known else None for one, known in _with(found, counted)]
    other = unlike(texts.BESIDE_DIFFERS["whom"], whom, [one or "" for one in whom])
    lines = [
        _line(texts.REACH_NUMBERS[0], found, [one.people for one in found], period),
        _line(texts.REACH_PART_ROW, found, [_part(one.part) for one in found], other or period),
        _line(texts.MIRROR_TITLE, found, [one.missing for one in found]),
        _line(texts.REACH_NUMBERS[1], found, [one.visits for one in found], period),
        _line(texts.REACH_PERIOD_ROW, found, spans),
        Line(texts.BESIDE_PLAN, tuple(texts.BESIDE_PLAN_WORD[one.plan] for one in found)),
    ]
    sentence = texts.reach_beside(names_of(counted), all(counted))
    return beside(sentence, texts.REACH_BESIDE_WORTH, lines, any(one.example for one in found))


def _with(found: Sequence[Reach], counted: Sequence[bool]) -> list[tuple[Reach, bool]]:
    return list(zip(found, counted, strict=True))


def _line(name: str, found: Sequence[Reach], cells: Sequence[str], flag: str = "") -> Line:
    """A row with the word for why there is nothing, where nobody was counted."""
    told = zip(found, cells, strict=True)
    return Line(name, tuple(cell if one.years else _nothing(one.plan) for one, cell in told), flag)


def _nothing(plan: str) -> str:
    return texts.BESIDE_NOTHING["no_plan" if plan == "absent" else "not_measured"]


def _part(part: Part | None) -> str:
    if part is None:
        return texts.REACH_PART_UNKNOWN
    return texts.hundred(part.low, part.high, part.who, part.about)


@dataclass(frozen=True, slots=True)
class Measurement:
    """One instrument in one neighbourhood: the change, in which round, and its days.

    `first` and `day` are the days of the start and of the round; None when they are not known.
    """

    change: Change
    number: int | None
    first: date | None
    day: date | None

    @property
    def months(self) -> int | None:
        """Time between the start and the round."""
        if self.first is None or self.day is None or self.number is None:
            return None
        return round((self.day - self.first).days / 30.44)


Measurements = dict[str, list[Measurement | None]]
"""By instrument, per neighbourhood; None where it was not used."""


def changes_beside(found: Measurements, plans: Sequence[str], example: bool) -> Side:
    """Change since the start, per instrument, with its interval and the number of people."""
    lines = [
        Line(_instrument(id, every), tuple(map(_change, every)), change_flag(every))
        for id, every in found.items()
    ]
    lines.append(Line(texts.BESIDE_PLAN, tuple(texts.BESIDE_PLAN_WORD[plan] for plan in plans)))
    common = sum(all(_told(one) for one in every) for every in found.values())
    several = sum(sum(_told(one) for one in every) > 1 for every in found.values())
    sentence = texts.changes_beside(len(found), several, common, len(plans))
    return beside(sentence, texts.CHANGES_BESIDE_WORTH, lines, example)


def _instrument(id: str, every: Sequence[Measurement | None]) -> str:
    known = [one.change for one in every if one]
    return change_name(known[0]) if known else texts.WORD["instrument"].get(id, id)


def _told(one: Measurement | None) -> bool:
    return one is not None and one.change.points is not None


def _change(one: Measurement | None) -> str:
    if one is None:
        return texts.OUTCOME_STATE["not_measured"]
    if not one.change.cells:
        return texts.OUTCOME_STATE[one.change.state]
    people, _, _, mean, interval, _, worth = one.change.cells
    return texts.CHANGES_BESIDE_CELL.format(
        verandering=mean, interval=interval, mensen=people, oordeel=worth
    )


def change_flag(every: Sequence[Measurement | None]) -> str:
    """Why the changes with one instrument cannot be laid beside each other; empty when they can."""
    told = [one if _told(one) else None for one in every]
    if sum(one is not None for one in told) < 2:
        return texts.BESIDE_ONE_PLACE
    numbers = [one.number if one else None for one in told]
    rounds = unlike(texts.BESIDE_DIFFERS["round"], numbers, [str(number) for number in numbers])
    months = [one.months if one else None for one in told]
    known = [one for one in months if one is not None]
    far = bool(known) and max(known) - min(known) > _FAR
    apart = unlike(
        texts.BESIDE_DIFFERS["time"], months, [texts.months_apart(one or 0) for one in months]
    )
    scored = any(one.change.remark for one in told if one)
    return " ".join(
        filter(None, [rounds, apart if far else "", texts.BESIDE_SCORING if scored else ""])
    )


@dataclass(frozen=True, slots=True)
class Partners:
    """The rounds of one neighbourhood, and the last beside the first; None without any round."""

    found: Cooperation
    view: Compared | None
    said: str
    plan: str


def cooperation_beside(every: Sequence[Partners]) -> Side:
    """Density and partners, then and now, with what may be said of the change."""
    pairs = [_measures(one) for one in every]
    days = [_days(one) for one in every]
    when = unlike(texts.BESIDE_DIFFERS["rounds"], [one or None for one in days], days)
    sizes = [pair[1].values["asked"] if pair else None for pair in pairs]
    size = unlike(texts.BESIDE_DIFFERS["size"], sizes, [one or "" for one in sizes])
    lines = [_measured(every, pairs, key, size if key in _BY_SIZE else "") for key in _MEASURES]
    lines.insert(0, Line(texts.COOPERATION_ROUNDS_ROW, _or_why(every, days), when))
    lines += [
        Line(texts.COOPERATION_WHOM_ROW, _or_why(every, [_whom(one) for one in every])),
        Line(texts.COOPERATION_SAID_ROW, _or_why(every, [one.said for one in every])),
    ]
    judged = [one.view is not None and one.view.shift is not None for one in every]
    sentence = texts.cooperation_beside(names_of(judged), sum(judged), len(every))
    return beside(
        sentence, texts.COOPERATION_BESIDE_WORTH, lines, any(one.found.example for one in every)
    )


_MEASURES = ("asked", "density", "mean_degree", "isolates", "reciprocity")
_BY_SIZE = ("density", "mean_degree", "isolates")
"""Measures that depend on how many partners there are."""


def _measures(one: Partners) -> tuple[Measured | None, Measured] | None:
    """The first and last round on the same partners; only the last when they are not compared."""
    if one.view is None:
        return None
    told = network_measures(one.found, one.view)
    if one.view.shift is None:
        return None, told[len(one.view.both) - 1]
    return told[-2], told[-1]


def _measured(
    every: Sequence[Partners],
    pairs: Sequence[tuple[Measured | None, Measured] | None],
    key: str,
    flag: str,
) -> Line:
    cells = [_then_and_now(pair, key) if pair else "" for pair in pairs]
    return Line(texts.MEASURES[key], _or_why(every, cells), flag)


def _then_and_now(pair: tuple[Measured | None, Measured], key: str) -> str:
    first, last = pair
    if first is None:
        return last.values[key]
    return texts.BESIDE_FROM_TO.format(eerst=first.values[key], laatst=last.values[key])


def _or_why(every: Sequence[Partners], cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell if one.view else _why(one) for one, cell in zip(every, cells, strict=True))


def _why(one: Partners) -> str:
    return texts.BESIDE_NOTHING["too_few"] if one.found.hidden else _nothing(one.plan)


def _days(one: Partners) -> str:
    if one.view is None:
        return ""
    return (
        texts.BESIDE_MONTHS.format(
            eerst=texts.in_month(one.view.first.day), laatst=texts.in_month(one.view.second.day)
        )
        if one.view.first
        else texts.in_month(one.view.second.day)
    )


def _whom(one: Partners) -> str:
    """On whom the rounds are compared."""
    if one.view is None or one.view.on is None:
        return texts.COOPERATION_ONE_ROUND
    verdict = one.view.on.verdict
    if verdict is Verdict.NONE:
        return texts.NO_VERDICT
    return texts.PANEL if verdict is Verdict.PANEL else texts.ALL_PARTNERS


@dataclass(frozen=True, slots=True)
class Lights:
    """The lights of one neighbourhood, its limits, and what is covered (`cover_rows`)."""

    found: tuple[Focus, ...]
    limits: Limits
    cover: tuple[tuple[str, ...], ...]
    example: bool

    @property
    def running(self) -> list[Focus]:
        """The interventions that run now."""
        return [one for one in self.found if one.row["run"] == "running"]


def focus_beside(every: Sequence[Lights]) -> Side:
    """How many running interventions have each light, and what they cover."""
    limits = [one.limits for one in every]
    words = [texts.limits_word(one.green, one.amber) for one in limits]
    other = unlike(texts.BESIDE_DIFFERS["limits"], limits, words)
    lines = [Line(texts.FOCUS_RUNNING_ROW, tuple(texts.number(len(one.running)) for one in every))]
    lines += [
        Line(texts.light_text(code), tuple(_lights(one, code) for one in every), other)
        for code in LIGHTS
    ]
    lines += [_covered(every, place) for place in range(len(every[0].cover))]
    judged = [sum(one.code != "grey" for one in each.running) for each in every]
    sentence = texts.focus_beside(sum(judged), sum(len(one.running) for one in every))
    return beside(sentence, texts.FOCUS_BESIDE_WORTH, lines, any(one.example for one in every))


def _lights(one: Lights, code: str) -> str:
    """How many of the running interventions have this light, and how many of it are incomplete."""
    mine = [each for each in one.running if each.code == code]
    incomplete = sum(each.incomplete and each.measured for each in mine)
    return texts.lights_count(len(mine), incomplete)


def _covered(every: Sequence[Lights], place: int) -> Line:
    rows = [one.cover[place] for one in every]
    name = rows[0][0]
    cells = tuple(texts.cover_beside(row[1], row[2]) for row in rows)
    how = Counter(row[2] for row in rows if row[2] in (texts.HOURS_PLANNED, texts.HOURS_SESSIONS))
    return Line(name, cells, texts.BESIDE_HOURS if len(how) > 1 else "")
