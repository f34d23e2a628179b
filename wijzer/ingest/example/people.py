"""Invented people and what they enrol in: who they are, when they start, and how it ends."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from wijzer.ingest.example.assumptions import BY_PLACE, SEED, Assumptions
from wijzer.ingest.example.interventions import LAST_DAY, Intervention, of_place
from wijzer.ingest.example.places import Place

CORONA = ((date(2020, 3, 12), date(2020, 6, 30)), (date(2020, 12, 1), date(2021, 4, 30)))
"""When next to nothing went on."""

_EARLY = {(2020, 1): 9, (2020, 2): 6, (2020, 7): 3, (2020, 8): 1, (2020, 9): 6, (2020, 10): 4,
          (2020, 11): 2}  # fmt: skip
_LATE = {(2021, 5): 4, (2021, 6): 5, (2021, 9): 6, (2021, 10): 3, (2021, 11): 1, (2022, 1): 3,
         (2022, 2): 2, (2022, 3): 2, (2022, 4): 1, (2022, 6): 2, (2022, 9): 3,
         (2022, 10): 1}  # fmt: skip
_WHY = {"no_time": 24, "not_fitting": 20, "moved": 9, "illness": 12, "caring": 8, "costs": 3,
        "other": 10, "unknown": 14}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person, with the chance to come to a session."""

    id: str
    area: str
    age: str
    sex: str
    origin: str
    zeal: float


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person in an intervention; `first` is the one that questionnaires belong to."""

    person: Person
    intervention: Intervention
    starts: date
    ends: date | None
    ended: str | None
    reason: str | None
    target: str
    comes: bool
    first: bool


def in_gap(day: date) -> bool:
    """Whether a day lies in a period in which next to nothing went on."""
    return any(first <= day <= last for first, last in CORONA)


def pick(chance: Random, weights: Mapping[str, float]) -> str:
    """One of the names, by weight."""
    return chance.choices(list(weights), list(weights.values()))[0]


def end_of_month(year: int, month: int) -> date:
    """The last day of a month; months past December run on."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def enrolments(place: Place, first_number: int) -> list[Enrolment]:
    """Everybody of a neighbourhood; people are numbered from `first_number`."""
    facts, chance = BY_PLACE[place.id], Random(f"{SEED} people {place.id}")
    offered = of_place(place.id, by_persons=True)
    firsts = [one for one in offered for _ in range(one.people)]
    chance.shuffle(firsts)
    areas = _areas(place, facts, len(firsts), chance)
    found: list[Enrolment] = []
    for number, (first, area) in enumerate(zip(firsts, areas, strict=True), first_number):
        person = _person(f"vb-{number:04}", area, facts, chance)
        found += _of_person(person, first, offered, facts, chance)
    return found


def _areas(place: Place, facts: Assumptions, count: int, chance: Random) -> list[str]:
    """Where people live: just so many in the small part, the others by weight."""
    inside = 1 - facts.outside - facts.unknown
    weights = {code: share * inside for code, share in place.areas}
    weights |= {"outside": facts.outside, "unknown": facts.unknown}
    few = [place.small] * facts.small_area if place.small else []
    found = [*few, *(pick(chance, weights) for _ in range(count - len(few)))]
    chance.shuffle(found)
    return found


def _person(id: str, area: str, facts: Assumptions, chance: Random) -> Person:
    rest = 1 - facts.older - facts.unknown
    ages = {"65+": facts.older, "45-65": rest * 0.48, "25-45": rest * 0.34, "15-25": rest * 0.13,
            "0-15": rest * 0.05, "unknown": facts.unknown}  # fmt: skip
    sexes = {"women": facts.women, "men": 0.985 - facts.women - facts.unknown,
             "other_sex": 0.015, "unknown": facts.unknown}  # fmt: skip
    at_home = 1 - facts.outside_europe - facts.unknown
    origins = {"netherlands": at_home * 0.94, "europe": at_home * 0.06,
               "outside_europe": facts.outside_europe, "unknown": facts.unknown}  # fmt: skip
    zeal = chance.betavariate(4 * facts.attendance, 4 * (1 - facts.attendance))
    return Person(id, area, pick(chance, ages), pick(chance, sexes), pick(chance, origins), zeal)


def _of_person(
    person: Person,
    first: Intervention,
    offered: tuple[Intervention, ...],
    facts: Assumptions,
    chance: Random,
) -> Iterator[Enrolment]:
    yield _enrolment(person, first, facts, chance, True)
    others = [one for one in offered if one != first]
    if others and chance.random() < facts.overlap:
        weights = [one.people for one in others]
        second = chance.choices(others, weights)[0]
        yield _enrolment(person, second, facts, chance, False)


def _enrolment(
    person: Person, one: Intervention, facts: Assumptions, chance: Random, first: bool
) -> Enrolment:
    starts = _start(one, facts, chance)
    ends, ended, reason = _end(one, starts, facts, chance)
    outside = (1 - facts.in_target) * 0.6
    targets = {"in_target": facts.in_target, "not_in_target": outside}
    target = pick(chance, targets | {"unknown": 1 - facts.in_target - outside})
    comes = chance.random() >= facts.never_came
    return Enrolment(person, one, starts, ends, ended, reason, target, comes, first)


def _start(one: Intervention, facts: Assumptions, chance: Random) -> date:
    """The first day of a month, long enough before the end of the intervention."""
    early = one.starts.year == 2020 and chance.random() < facts.early
    months = {date(*at, 1): weight for at, weight in (_EARLY if early else _LATE).items()}
    fit = {
        day: weight
        for day, weight in months.items()
        if one.starts.replace(day=1) <= day and (one.last_day - day).days > 75
    }
    return chance.choices(list(fit), list(fit.values()))[0]


def _end(
    one: Intervention, starts: date, facts: Assumptions, chance: Random
) -> tuple[date | None, str | None, str | None]:
    """When and how it ended, and why for who stopped; nothing for who still takes part."""
    stops, finishes = chance.random() < facts.loss, chance.random() < 0.4
    months = chance.randint(1, 8) if stops else chance.randint(11, 20)
    day, reason = end_of_month(starts.year, starts.month + months), pick(chance, _WHY)
    if (stops or finishes) and day <= min(one.last_day, LAST_DAY):
        return (day, "stopped", reason) if stops else (day, "finished", None)
    if one.ends is None:
        return None, None, None
    return (one.ends, "stopped", "other") if one.run == "stopped" else (one.ends, "finished", None)
