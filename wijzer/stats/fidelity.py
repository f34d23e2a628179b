"""Whether an intervention runs as it was meant to: dose, duration, adherence and the light.

Components are fractions of what was planned. Dose, duration and reach may pass 1: more sessions
than planned are shown as they are, but for the light they count as 1, for more is not worse and
may not hide what is. What projects cover and what is off focus stands in `plan`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from statistics import fmean

from wijzer.stats.missing import known, only_known
from wijzer.stats.proportion import BadCounts, Interval, Mean, check, mean_t
from wijzer.stats.reach import Intensity, intensity

GREEN_FROM, AMBER_FROM = 0.80, 0.60
"""The light is green from the first and amber from the second on; below that it is red."""
SCALE = Interval(1, 5)
"""Judgements of quality run from 1 to 5."""

# Components are compared to this many decimals, so that 0.1 + 0.7 is exactly 0.8.
_FINE = 9


class BadFidelity(ValueError):
    """A component below 0, a judgement outside its scale, or limits in the wrong order."""


class NoReason(ValueError):
    """A light that somebody overrules without saying why."""


class Element(StrEnum):
    """What became of an essential core element; ADAPTED is changed with approval."""

    DELIVERED = "delivered"
    PARTLY = "partly"
    NOT = "not"
    ADAPTED = "adapted"
    UNKNOWN = "unknown"


class Light(StrEnum):
    """The traffic light; GREY when nothing is known."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


WORTH = {Element.DELIVERED: 1.0, Element.PARTLY: 0.5, Element.NOT: 0.0}
"""What an element counts for; those that are not here leave the denominator."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session as planned; one that was cancelled, or of which nothing is known, is not held."""

    day: date
    held: bool


@dataclass(frozen=True, slots=True)
class Adherence:
    """Delivered share of the elements that count; None when none does. The others are told."""

    share: float | None
    counted: int
    adapted: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Quality:
    """Mean judgement from 1 to 5 with its interval, and the number of judgements."""

    mean: Mean
    n: int

    @property
    def fraction(self) -> float:
        """The mean as a component of the light: 0 for the lowest judgement, 1 for the highest."""
        return (self.mean.mean - SCALE.low) / (SCALE.high - SCALE.low)


@dataclass(frozen=True, slots=True)
class Signal:
    """The light, and the `worst` known component, which decided it (the first when several did).

    `incomplete` when a component is unknown. `reason` says why a person overruled the light;
    `computed` is what it was before.
    """

    light: Light
    incomplete: bool
    worst: str | None
    computed: Light
    reason: str | None = None


def dose(held: float | None, planned: float | None) -> float | None:
    """Sessions held / sessions planned to date, the cancelled included; may pass 1.

    None when a count is missing and when nothing was planned. Raises BadCounts below 0.
    """
    return _of_planned(held, planned)


def dose_to_date(sessions: Iterable[Session], today: date) -> float | None:
    """`dose` of the sessions that were planned up to and including today."""
    past = [one for one in sessions if one.day <= today]
    return dose(sum(one.held for one in past), len(past))


def duration(minutes: Iterable[float | None], planned: float | None) -> float | None:
    """Mean minutes of the sessions held / minutes planned for one; may pass 1.

    Sessions without known minutes are left out. None without any and when nothing was planned.
    Raises BadCounts below 0.
    """
    lengths = only_known(minutes)
    if min(lengths, default=0) < 0:
        raise BadCounts(f"a session cannot last {min(lengths)} minutes")
    return _of_planned(fmean(lengths) if lengths else None, planned)


def planned_reach(participants: float | None, planned: float | None) -> float | None:
    """Different participants / participants planned; may pass 1.

    None when a count is missing and when nobody was planned. Raises BadCounts below 0.
    """
    return _of_planned(participants, planned)


def adherence(elements: Iterable[Element]) -> Adherence:
    """Essential elements delivered / (essential elements - approved adaptations - unknown).

    Partly delivered counts half. Give the essential elements only. Source: Carroll et al. 2007,
    Implement Sci 2:40; approved adaptations: FRAME.
    """
    found = list(elements)
    worth = [WORTH[one] for one in found if one in WORTH]
    return Adherence(
        fmean(worth) if worth else None,
        len(worth),
        found.count(Element.ADAPTED),
        found.count(Element.UNKNOWN),
    )


def exposure(attendance: Iterable[tuple[int, int]]) -> Intensity | None:
    """Median over participants of sessions attended / held while enrolled: `reach.intensity`."""
    return intensity(attendance)


def mean_exposure(attended: float | None, held: float | None) -> float | None:
    """Mean sessions attended / mean held while enrolled, where only the means are known.

    None when one is missing and when nothing was held. Raises BadCounts when more was attended.
    """
    if not (known(attended) and known(held)):
        return None
    check(attended, held)
    return attended / held if held else None


def quality(judgements: Iterable[float | None], level: float = 0.95) -> Quality | None:
    """Mean of the judgements of observers or participants. None without any.

    Raises BadFidelity outside 1 to 5.
    """
    given = only_known(judgements)
    if not all(SCALE.contains(one) for one in given):
        raise BadFidelity(f"judgements of {SCALE.low} to {SCALE.high}")
    mean = mean_t(given, level)
    return None if mean is None else Quality(mean, len(given))


def light(
    components: Mapping[str, float | None], green: float = GREEN_FROM, amber: float = AMBER_FROM
) -> Signal:
    """The light of the worst known component: GREEN from `green`, AMBER from `amber`, else RED.

    Nothing known is GREY. A component that is unknown makes the light incomplete and never
    greener. Above 1 counts as 1. Raises BadFidelity below 0 and unless 0 ≤ amber ≤ green ≤ 1.
    """
    if not 0 <= amber <= green <= 1:
        raise BadFidelity(f"green from {green} and amber from {amber}")
    scores = {name: min(1.0, score) for name, score in components.items() if known(score)}
    if not scores:
        return Signal(Light.GREY, True, None, Light.GREY)
    worst = min(scores, key=lambda name: scores[name])
    if scores[worst] < 0:
        raise BadFidelity(f"{worst} cannot be {scores[worst]}")
    found = _colour(scores[worst], green, amber)
    return Signal(found, len(scores) < len(components), worst, found)


def overrule(signal: Signal, by: Light, reason: str) -> Signal:
    """The light that a person puts in its place, with the reason that is shown beside it.

    What was computed stays. Raises NoReason when the reason is blank.
    """
    if not reason.strip():
        raise NoReason(f"from {signal.computed} to {by}")
    return replace(signal, light=by, reason=reason.strip())


def _colour(score: float, green: float, amber: float) -> Light:
    if round(score, _FINE) >= green:
        return Light.GREEN
    return Light.AMBER if round(score, _FINE) >= amber else Light.RED


def _of_planned(done: float | None, planned: float | None) -> float | None:
    if not (known(done) and known(planned)):
        return None
    if min(done, planned) < 0:
        raise BadCounts(f"{done} of {planned} planned")
    return done / planned if planned else None
