"""Whether interventions run as meant: core elements, reviews twice a year, adaptations."""

from collections.abc import Iterator
from datetime import date
from random import Random

from wijzer.ingest.example.assumptions import SEED
from wijzer.ingest.example.delivery import Session
from wijzer.ingest.example.interventions import LAST_DAY, MARK, Intervention
from wijzer.ingest.example.people import in_gap
from wijzer.ingest.example.sheets import Row, word
from wijzer.stats.fidelity import AMBER_FROM, GREEN_FROM

_REVIEWS = tuple(
    (date(year, 1 if month == 6 else 7, 1), date(year, month, 20))
    for year in (2020, 2021, 2022)
    for month in (6, 12)
)
_FINE = "De meeste bijeenkomsten gingen door. De kern staat."
_SESSIONS = "Een deel van de bijeenkomsten ging niet door."
_ELEMENTS = "Niet alle kernelementen lukten."
_CORONA = "Door de coronamaatregelen viel een deel uit."
_STEADY = "De cijfers zijn laag door corona. De groep bleef in contact met belrondes."
_SELDOM = "Deelnemers kwamen minder vaak dan bedoeld."
_FEWER = "Er kwamen minder mensen dan afgesproken."
_VISITS = "Wie niet kan komen, krijgt een maatje thuis. Dat is zo bedoeld."
_NEXT = {
    "amber": "Met de begeleiders afspreken wat beter kan",
    "red": "Een nieuw plan maken met deelnemers en partners",
}
_DECISION = {"green": "go_on", "amber": "adjust", "red": "adjust"}
_ADAPTATIONS = (
    (date(2020, 7, 6), "Kleinere groepen met afstand", "De maatregelen vroegen om afstand.",
     "reactive", True, True, 0),
    (date(2021, 9, 13), "Een uur vroeger beginnen", "Deelnemers willen voor het donker thuis zijn.",
     "planned", True, True, None),
    (date(2022, 4, 11), "Minder vaak een vaste begeleider", "Er was te weinig menskracht.",
     "reactive", False, None, 1),
)  # fmt: skip


def element_code(one: Intervention, number: int) -> str:
    """The code of a core element on the sheets, counted from 0."""
    return f"kern-voorbeeld-{one.neighbourhood}-{one.key}-{number + 1}"


def element_rows(one: Intervention) -> Iterator[Row]:
    """Rows of kernelementen; the last one is welcome, but not essential."""
    for number, title in enumerate(one.elements):
        essential = number < len(one.elements) - 1
        why = "Hieraan herkennen deelnemers de aanpak." if essential else "Mooi als het lukt."
        yield element_code(one, number), one.code, f"{MARK}{title}", essential, f"{MARK}{why}"


def review_rows(one: Intervention, found: list[Session]) -> Iterator[Row]:
    """Rows of beoordelingen; now and then people overrule the light and say why."""
    chance = Random(f"{SEED} focus {one.code}")
    for starts, day in _REVIEWS:
        half = [session for session in found if starts <= session.day <= day]
        if len(half) < 2:
            continue
        lists = _lists(one, chance)
        parts = (_held(half), _done(lists))
        yield (one.code, day, *lists, *_quality(half, chance), *_verdict(one, parts, day))


def colour(parts: tuple[float, float]) -> str:
    """The colour of the worst of two: sessions held, and core elements done as meant."""
    worst = round(min(parts), 9)
    return "green" if worst >= GREEN_FROM else ("amber" if worst >= AMBER_FROM else "red")


def _held(half: list[Session]) -> float:
    return sum(session.held for session in half) / len(half)


def _done(lists: tuple[tuple[str, ...], ...]) -> float:
    delivered, partly, missed = map(len, lists)
    known = delivered + partly + missed
    return (delivered + partly / 2) / known if known else 1.0


def _lists(one: Intervention, chance: Random) -> tuple[tuple[str, ...], ...]:
    """Core elements that were done, partly done and not done; of a few nothing is known."""
    found: dict[str, list[str]] = {"done": [], "partly": [], "missed": [], "unknown": []}
    short = one.shortfall
    for number in range(len(one.elements)):
        shares = (0.95 - short, short * 0.6, short * 0.4, 0.05)
        at = chance.choices(list(found), shares)[0]
        found[at].append(element_code(one, number))
    return tuple(tuple(found[at]) for at in ("done", "partly", "missed"))


def _quality(half: list[Session], chance: Random) -> tuple[float | None, int | None]:
    """A mean judgement and by how many; nobody judges when next to nothing was held."""
    judged, answers = round(chance.gauss(4.0, 0.3), 1), chance.randint(4, 14)
    held = sum(session.held for session in half)
    return (min(5.0, judged), answers) if held > 2 else (None, None)


def _verdict(one: Intervention, parts: tuple[float, float], day: date) -> tuple[str | None, ...]:
    shown, why = _judged(one, parts, day)
    steps = {colour: MARK + text for colour, text in _NEXT.items()}
    return (
        *(word("light", shown), MARK + why, steps.get(shown)),
        *(word("decision", _decision(one, shown, day)), "projectgroep van de wijk"),
    )


def _judged(one: Intervention, parts: tuple[float, float], day: date) -> tuple[str, str]:
    """The light that people give, and why; from 2022 they also look at who came, and how often."""
    computed = colour(parts)
    if one.key in ("maatjes", "taal") and computed == "red" and day == date(2021, 6, 20):
        return "amber", _STEADY
    if day < date(2022, 12, 1) or computed != "green":
        return computed, _why(parts, day)
    if one.key in ("koffie", "eettafel"):
        return "red", _FEWER
    return ("green", _VISITS) if one.key == "maatjes" else ("amber", _SELDOM)


def _why(parts: tuple[float, float], day: date) -> str:
    """What made it so: the sessions that were held, or the core elements."""
    held, done = parts
    if min(parts) >= GREEN_FROM:
        return _FINE
    if held > done:
        return _ELEMENTS
    return _CORONA if in_gap(day) or day == date(2021, 6, 20) else _SESSIONS


def _decision(one: Intervention, shown: str, day: date) -> str:
    last = day.year == one.last_day.year and day.month >= one.last_day.month
    if one.run == "stopped" and last:
        return "stop"
    grows = one.key in ("wandelen", "fit") and shown == "green" and day.year == LAST_DAY.year
    return "scale_up" if grows else _DECISION[shown]


def adaptation_rows(one: Intervention) -> Iterator[Row]:
    """Rows of aanpassingen, while the intervention ran; the last one only where much fell short."""
    for day, title, why, kind, kept, approved, number in _ADAPTATIONS:
        if not one.starts <= day <= one.last_day or (kept is False and one.shortfall < 0.2):
            continue
        about = None if number is None else element_code(one, number)
        yield (one.code, day, MARK + title, MARK + why, word("adaptation", kind), kept, approved,
               about, "projectgroep van de wijk")  # fmt: skip
