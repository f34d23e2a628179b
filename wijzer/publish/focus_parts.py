"""The parts of the light of an intervention: what was done against what was agreed.

Everybody sees the same parts, so that the light is the same for all and nothing can be read from
it that is hidden: people count from the public's threshold, rounded to fives as the public reads
them. Only quality differs: it counts in the light from the answers that the team needs, and its
figure is told to a role from the answers that role needs. The light tells one of three classes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from statistics import fmean

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.model import Role
from wijzer.publish.door import Row
from wijzer.publish.entered import FEWEST_ANSWERS, many
from wijzer.stats import fidelity
from wijzer.stats.fidelity import Element
from wijzer.store.focus import Agreement, Session, Telling

FEWEST = access.SMALLEST[Role.PUBLIC]
PARTS = tuple(texts.FOCUS_PART)
_DAY = 1


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are looked at, both included; `year` is None since the start."""

    first: date
    last: date
    year: int | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last


def window(today: date, year: int | None = None) -> Window:
    """Since the start, or one year, and never beyond today."""
    if year is None:
        return Window(date.min, today)
    return Window(date(year, 1, 1), min(today, date(year, 12, 31)), year)


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that is known of the delivery of one intervention.

    `participants` has the published number of different people by year and, under None, since
    the start; None for a number that is hidden. `exposure` is a median with its number of people.
    """

    sessions: Sequence[Session] = ()
    agreements: Sequence[Agreement] = ()
    tellings: Sequence[Telling] = ()
    participants: Mapping[int | None, int | None] = field(default_factory=dict)
    exposure: tuple[float, int] | None = None
    elements: Sequence[Row] = ()
    adaptations: Sequence[Row] = ()
    review: Row | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its fraction (None when it is not known or not told), and both as text.

    `counts` is the fraction in the light; `told` is False when the figure is hidden.
    """

    id: str
    counts: float | None
    text: str
    rests_on: str
    told: bool = True

    @property
    def shown(self) -> float | None:
        """The fraction as it may be drawn."""
        return self.counts if self.told else None


def parts(one: Delivery, when: Window, visitor: Visitor) -> tuple[Part, ...]:
    """All six parts in their order."""
    return (
        _dose(one, when),
        _duration(one, when),
        _adherence(one),
        _exposure(one),
        _quality(one.review, visitor),
        _reach(one, when),
    )


def agreed(one: Agreement, count: int | None, when: Window) -> float | None:
    """How much of what was agreed for a period falls within these days, by its part of the days.

    An agreement without a period counts in full since the start, and not at all for a year.
    """
    if count is None:
        return None
    if one.starts is None or one.ends is None:
        return float(count) if when.year is None else None
    days = (one.ends - one.starts).days + _DAY
    inside = (min(one.ends, when.last) - max(one.starts, when.first)).days + _DAY
    return count * max(0, inside) / days


def planned(one: Delivery, when: Window) -> int | None:
    """Sessions agreed in these days, whole; without agreements those that were entered."""
    found = [agreed(each, each.sessions, when) for each in one.agreements]
    known = [count for count in found if count is not None]
    if known:
        return round(sum(known))
    entered = [each for each in one.sessions if when.holds(each.day)]
    return len(entered) or None


def held(sessions: Iterable[Session], when: Window) -> list[Session]:
    """The sessions that were held in these days."""
    return [one for one in sessions if one.state == "held" and when.holds(one.day)]


def _dose(one: Delivery, when: Window) -> Part:
    count, of = len(held(one.sessions, when)), planned(one, when)
    found = fidelity.dose(count, of) if one.sessions else None
    if found is None or of is None:
        return _unknown("dose")
    return _known("dose", found, texts.part_of(count, of, "bijeenkomsten"))


def _duration(one: Delivery, when: Window) -> Part:
    timed = [
        (each.minutes, length)
        for each in held(one.sessions, when)
        if each.minutes is not None and (length := _length(each, one.agreements))
    ]
    if not timed:
        return _unknown("duration")
    lasted, meant = ([pair[place] for pair in timed] for place in (0, 1))
    found = fidelity.duration(lasted, fmean(meant))
    said = texts.minutes_of(fmean(lasted), fmean(meant), len(timed))
    return _unknown("duration") if found is None else _known("duration", found, said)


def _length(one: Session, agreements: Iterable[Agreement]) -> int | None:
    """The minutes planned for a session: its own, else those of the agreement of that day."""
    if one.planned_minutes:
        return one.planned_minutes
    of_day = (
        each.minutes
        for each in agreements
        if (each.starts or date.min) <= one.day <= (each.ends or date.max)
    )
    return next(filter(None, of_day), None)


def elements(one: Delivery) -> list[tuple[Row, Element]]:
    """Each core element, and what became of it according to the newest review."""
    return [(row, _became(row["id"], one)) for row in one.elements]


def _became(id: str, one: Delivery) -> Element:
    """An element that did not go as meant and was adapted with approval before is ADAPTED."""
    review = one.review
    if review is None:
        return Element.UNKNOWN
    if id in many(review, "delivered"):
        return Element.DELIVERED
    if any(_approved(each, id, review["day"]) for each in one.adaptations):
        return Element.ADAPTED
    if id in many(review, "partly"):
        return Element.PARTLY
    return Element.NOT if id in many(review, "missed") else Element.UNKNOWN


def _approved(one: Row, element: str, day: date) -> bool:
    return bool(one["approved"]) and one["core_element"] == element and one["day"] <= day


def _adherence(one: Delivery) -> Part:
    found = fidelity.adherence(state for row, state in elements(one) if row["essential"])
    if found.share is None:
        return _unknown("adherence")
    day = one.review["day"] if one.review else None
    said = texts.elements_of(found.counted, found.adapted, found.unknown, day)
    return _known("adherence", found.share, said)


def _exposure(one: Delivery) -> Part:
    if one.exposure is None:
        return _unknown("exposure")
    median, people = one.exposure
    if people < FEWEST:
        return _hidden("exposure")
    return _known("exposure", median, texts.EXPOSURE_OF)


def _quality(review: Row | None, visitor: Visitor) -> Part:
    mean = review["quality"] if review else None
    if review is None or mean is None:
        return _unknown("quality")
    answers = review["quality_answers"]
    if _below(answers, FEWEST_ANSWERS[Role.TEAM]):
        return _hidden("quality")
    score = (mean - fidelity.SCALE.low) / (fidelity.SCALE.high - fidelity.SCALE.low)
    if _below(answers, FEWEST_ANSWERS[visitor.role]):
        return replace(_hidden("quality"), counts=score)
    return _known("quality", score, texts.quality_of(mean, answers))


def _below(answers: int | None, fewest: int) -> bool:
    return answers is not None and answers < fewest


def _reach(one: Delivery, when: Window) -> Part:
    """Over the agreements of which the number of people is counted and may be told."""
    wanted = ((each, agreed(each, each.people, when)) for each in one.agreements)
    hoped = [(count, *_came(one, each, when)) for each, count in wanted if count]
    counted = [(count, came) for count, known, came in hoped if known]
    told = [(count, came) for count, came in counted if came is not None]
    people, of = sum(came for _, came in told), round(sum(count for count, _ in told))
    if not counted:
        return _unknown("reach")
    if of < FEWEST:
        return _hidden("reach")
    share = fidelity.planned_reach(people, of)
    said = texts.people_of(people, of, len(hoped), len(hoped) - len(told))
    return _unknown("reach") if share is None else _known("reach", share, said)


def _came(one: Delivery, agreement: Agreement, when: Window) -> tuple[bool, int | None]:
    """Whether different participants in the period of an agreement were counted, and how many
    may be told. By person a period is a year, or all of the time when there is one agreement."""
    if one.participants:
        year = when.year or _year(agreement)
        if year is None and len(one.agreements) > 1:
            return False, None
        return True, one.participants.get(year, 0)
    found = [each.people for each in one.tellings if _covers(each, agreement, when)]
    if not found:
        return False, None
    most = max(found)
    return True, None if 0 < most < FEWEST else texts.to_five(most)


def _year(one: Agreement) -> int | None:
    within = one.starts and one.ends and one.starts.year == one.ends.year
    return one.starts.year if one.starts and within else None


def _covers(one: Telling, agreement: Agreement, when: Window) -> bool:
    """Whether people were counted within the period of an agreement."""
    starts, ends = agreement.starts or date.min, agreement.ends or date.max
    return max(starts, when.first) <= one.starts and one.ends <= min(ends, when.last)


def _known(id: str, found: float, rests_on: str) -> Part:
    return Part(id, found, texts.amount(found * 100, "%"), rests_on)


def _unknown(id: str) -> Part:
    return Part(id, None, texts.NOT_KNOWN, texts.FOCUS_PART_LACKS[id])


def _hidden(id: str) -> Part:
    return Part(id, None, texts.TOO_FEW, texts.STATE["too_few"], told=False)
