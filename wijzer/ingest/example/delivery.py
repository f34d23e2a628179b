"""What was done: sessions with who came, tellings of who is only counted, funnels, agreements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from wijzer.ingest.example.assumptions import BY_PLACE, SEED, Assumptions
from wijzer.ingest.example.interventions import MARK, Intervention
from wijzer.ingest.example.people import Enrolment, in_gap
from wijzer.ingest.example.sheets import Row, word
from wijzer.lists import GROUPS

TOO_FEW = "te weinig aanmeldingen"
_REASONS = ("geen begeleider", "zaal niet vrij", "slecht weer")
_HOLIDAYS = (((7, 18), (8, 14)), ((12, 20), (12, 31)), ((1, 1), (1, 5)))
# What people in a count without persons are like.
_COUNTED = {
    "age": (0.04, 0.05, 0.16, 0.26, 0.45, 0.04),
    "sex": (0.34, 0.62, 0.0, 0.04),
    "target": (0.76, 0.14, 0.10),
}


@dataclass(frozen=True, slots=True)
class Session:
    """A session; `reason` says why it was not held, `people` are those who came."""

    code: str
    intervention: Intervention
    day: date
    reason: str | None
    people: int
    minutes: int | None

    @property
    def held(self) -> bool:
        """Whether it was held."""
        return self.reason is None


Came = Mapping[str, list[str]]
"""By code of a session, the people who were there."""


def sessions(one: Intervention, enrolled: list[Enrolment]) -> tuple[list[Session], Came]:
    """The sessions of an intervention, held or not, and who came to those with persons."""
    chance, facts = Random(f"{SEED} sessions {one.code}"), BY_PLACE[one.neighbourhood]
    found, came = [], {}
    for number, day in enumerate(_days(one), 1):
        code = f"vb-{one.neighbourhood}-{one.key}-{number:03}"
        reason, people = _reason(day, facts, chance), _who(day, enrolled, chance)
        if reason is None and one.people and not people:
            reason = TOO_FEW
        count = len(people) if one.people else max(4, round(chance.gauss(15, 4)))
        if reason is None and one.people:
            came[code] = people
        found.append(Session(code, one, day, reason, count, _minutes(one, chance)))
    return found, came


def within(enrolment: Enrolment, day: date) -> bool:
    """Whether somebody is enrolled on a day."""
    return enrolment.starts <= day <= (enrolment.ends or day)


def _days(one: Intervention) -> Iterator[date]:
    day = one.starts
    while day <= one.last_day:
        if not any(first <= (day.month, day.day) <= last for first, last in _HOLIDAYS):
            yield day
        day += timedelta(days=one.every)


def _reason(day: date, facts: Assumptions, chance: Random) -> str | None:
    share, why = chance.random(), chance.choice(_REASONS)
    if in_gap(day):
        return "coronamaatregelen" if share < facts.corona else None
    return why if share < facts.cancelled else None


def _who(day: date, enrolled: list[Enrolment], chance: Random) -> list[str]:
    shares = [(one, chance.random()) for one in enrolled]
    return [
        one.person.id
        for one, share in shares
        if one.comes and within(one, day) and share < one.person.zeal
    ]


def _minutes(one: Intervention, chance: Random) -> int | None:
    """Minutes to fives; sometimes nobody wrote them down."""
    lasted = round(one.minutes * chance.gauss(0.95, 0.09) / 5) * 5
    return None if chance.random() < 0.06 else lasted


def session_rows(found: list[Session]) -> Iterator[Row]:
    """Rows of bijeenkomsten."""
    for one in found:
        done = (one.people, one.minutes) if one.held else (None, None)
        state, what = word("session", "held" if one.held else "cancelled"), one.intervention
        yield (one.code, what.code, one.day, state, *done, one.reason, what.minutes, what.area)


def participant_rows(enrolled: list[Enrolment]) -> Iterator[Row]:
    """Rows of deelnemers."""
    for one in enrolled:
        who, ended = one.person, word("ended", one.ended)
        traits = (word("group", who.age), word("group", who.sex), word("group", who.origin))
        why, target = word("dropout", one.reason), word("group", one.target)
        yield (who.id, one.intervention.code, one.starts, one.ends, ended, why,
               area_cell(who.area), *traits, target)  # fmt: skip


def area_cell(area: str) -> str | None:
    """An area on the sheets: its code, or the word for outside and unknown."""
    return word("group", area) if area in GROUPS["area"] else area


def count_rows(
    one: Intervention, found: list[Session], areas: tuple[tuple[str, float], ...]
) -> Iterator[Row]:
    """Rows of tellingen, a year each: different people by trait, and how often they came."""
    facts, chance = BY_PLACE[one.neighbourhood], Random(f"{SEED} count {one.code}")
    for starts, ends in years(one):
        contacts = sum(s.people for s in found if s.held and starts <= s.day <= ends)
        people = round(contacts / chance.uniform(3.5, 4.5))
        for trait, group, area, count in _groups(facts, people, areas):
            often = contacts if trait == "total" else None
            yield (one.code, starts, ends, word("head_trait", trait), word("group", group), area,
                   count, often)  # fmt: skip


def years(one: Intervention) -> Iterator[tuple[date, date]]:
    """First and last day of each year in which the intervention ran."""
    for year in range(one.starts.year, one.last_day.year + 1):
        first, last = date(year, 1, 1), date(year, 12, 31)
        yield max(first, one.starts), min(last, one.last_day)


def _groups(
    facts: Assumptions, people: int, areas: tuple[tuple[str, float], ...]
) -> Iterator[tuple[str, str, str | None, int]]:
    yield "total", "all", None, people
    outside = facts.outside_europe
    origin = (0.9 - outside, 0.06, outside, 0.04)
    for trait, shares in (_COUNTED | {"origin": origin}).items():
        counts = _split(people, shares)
        yield from ((trait, group, None, n) for group, n in zip(GROUPS[trait], counts, strict=True))
    small = [max(share, 0.03) for _, share in areas]
    *inside, outer, unknown = _split(people, (*(0.9 * share for share in small), 0.06, 0.04))
    yield from (("area", "all", code, n) for (code, _), n in zip(areas, inside, strict=True))
    yield from (("area", "outside", None, outer), ("area", "unknown", None, unknown))


def _split(people: int, shares: tuple[float, ...]) -> list[int]:
    """People over groups by share, adding up to all of them: largest remainders first."""
    exact = [people * share / sum(shares) for share in shares]
    whole = [int(one) for one in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: whole[at] - exact[at])
    for at in by_rest[: people - sum(whole)]:
        whole[at] += 1
    return whole


def funnel_rows(
    one: Intervention, enrolled: list[Enrolment], found: list[Session], came: Came
) -> Iterator[Row]:
    """Rows of trechter: the people who enrolled in each year, and how far they came."""
    chance = Random(f"{SEED} funnel {one.code}")
    for starts, ends in years(one):
        group = [e for e in enrolled if starts.replace(day=1) <= e.starts <= ends]
        if not group:
            continue
        approached = round(len(group) * chance.uniform(1.8, 2.6))
        followed = [e for e in group if _part(e, found, came) >= 0.75]
        steps = {
            "approached": approached,
            "undetermined": round(approached * 0.08),
            "enrolled": len(group),
            "started": sum(_part(e, found, came) > 0 for e in group),
            "followed": len(followed),
            "finished": sum(e.ended == "finished" for e in followed),
        }
        yield from ((one.code, starts, ends, word("funnel", s), n) for s, n in steps.items())


def _part(enrolment: Enrolment, found: list[Session], came: Came) -> float:
    """The part of the sessions held while enrolled that somebody came to."""
    held = [one for one in found if one.held and within(enrolment, one.day)]
    there = sum(enrolment.person.id in came[one.code] for one in held)
    return there / len(held) if held else 0.0


def plan_rows(one: Intervention, found: list[Session]) -> Iterator[Row]:
    """Rows of afspraken, a year each: the sessions that were planned, and the people hoped for."""
    for starts, ends in years(one):
        planned = sum(starts <= session.day <= ends for session in found)
        hoped = round((one.people or 150) * 0.45 / 5) * 5
        yield one.code, starts, ends, planned, one.minutes, hoped


def indirect_rows(one: Intervention) -> Iterator[Row]:
    """Rows of indirect: people who only read or heard of it."""
    chance = Random(f"{SEED} indirect {one.code}")
    for starts, ends in years(one):
        folder, post = round(chance.uniform(8, 24)) * 100, round(chance.uniform(20, 90)) * 5
        yield one.code, starts + timedelta(days=20), f"{MARK}Bericht in de wijkkrant", folder
        yield one.code, ends - timedelta(days=30), f"{MARK}Bericht op sociale media", post
