"""A register as full as the monitor ever gets: 1,000 sessions, 20,000 visits, 5,000 questionnaires,
60 partners in 4 rounds. Made with a fixed seed; all of it marked as an example."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from wijzer.access import MACHINE
from wijzer.lists import CODES
from wijzer.store import content, entries, many
from wijzer.store.register import Register

SESSIONS, VISITS, QUESTIONNAIRES, PARTNERS, ROUNDS = 1000, 20_000, 5000, 60, 4
PEOPLE = 1500
PLACES = {
    "stevenshof": ("BU05460901", "BU05460902", "BU05460903"),
    "alphen-noord": ("WK048401", "WK048402", "WK048403"),
}
INSTRUMENTS = {"who5": (5, 0, 5), "regie": (7, 1, 5)}
Row = dict[str, Any]
_ADD = "INSERT INTO $table BY NAME SELECT unnest($rows, max_depth := 2)"
START = date(2020, 1, 6)


def fill(folder: Path) -> None:
    """Make the register in `folder`."""
    chance = random.Random(2026)
    register = content.open_register(folder, examples=False)
    many.add_all(register, MACHINE, _things(), entries.Saving(example=True, batch="volume"))
    for table, rows in _tables(chance).items():
        _add(register, table, rows)
    register.close()


def _add(register: Register, table: str, rows: list[Row]) -> None:
    marked = [row | {"batch": "volume", "example": True} for row in rows]
    with register.change(MACHINE) as change:
        # A table's name cannot be a parameter; these are our own.
        change.run(_ADD.replace("$table", table), rows=marked)


def _interventions(place: str) -> list[str]:
    return [f"interventie-{place}-{number}" for number in range(6)]


def _session(place: str, number: int) -> str:
    return f"sessie-{place}-{number}"


def _round(place: str, subject: str, number: int) -> str:
    return f"ronde-{place}-{subject}-{number}"


def _things() -> Iterator[tuple[str, str, Row]]:
    for place in PLACES:
        for id in _interventions(place):
            yield "intervention", id, {"neighbourhood": place, "title": id, "run": "running"}
        for number in range(SESSIONS // len(PLACES)):
            day = START + timedelta(days=2 * number)
            of = _interventions(place)[number % 6]
            body = {"intervention": of, "day": day, "state": "held", "minutes": 60}
            yield "session", _session(place, number), body
        for number in range(PARTNERS // len(PLACES)):
            sector = CODES["sector"][number % len(CODES["sector"])]
            body = {"title": f"Partner {number}", "neighbourhoods": (place,), "sector": sector}
            yield "partner", f"partner-{place}-{number}", body
        yield from _rounds(place)


def _rounds(place: str) -> Iterator[tuple[str, str, Row]]:
    for subject in ("questionnaire", "network"):
        for number in range(ROUNDS):
            body = {
                "neighbourhood": place,
                "title": f"Meting {number}",
                "subject": subject,
                "number": number,
                "day": START + timedelta(days=300 * number),
            }
            yield "survey_round", _round(place, subject, number), body


def _tables(chance: random.Random) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for at, place in enumerate(PLACES):
        keys = [f"{at:x}{number:063x}" for number in range(PEOPLE // len(PLACES))]
        for table, rows in (
            ("participant", _participants(chance, place, keys)),
            ("attendance", _attendance(chance, place, keys)),
            ("response", _responses(chance, place, keys)),
            ("roster", _roster(chance, place)),
            ("tie", _ties(chance, place)),
        ):
            found.setdefault(table, []).extend(rows)
    return found


def _participants(chance: random.Random, place: str, keys: list[str]) -> list[Row]:
    return [
        {
            "intervention": id,
            "person": key,
            "starts": START,
            "area": chance.choice(PLACES[place]),
            "age": chance.choice(("25-45", "45-65", "65+")),
            "sex": chance.choice(("men", "women")),
            "origin": chance.choice(("netherlands", "europe", "outside_europe")),
            "target": chance.choice(("in_target", "not_in_target")),
        }
        for key in keys
        for id in _interventions(place)
    ]


def _attendance(chance: random.Random, place: str, keys: list[str]) -> list[Row]:
    each = VISITS // SESSIONS
    return [
        {"session": _session(place, number), "person": key}
        for number in range(SESSIONS // len(PLACES))
        for key in chance.sample(keys, each)
    ]


def _responses(chance: random.Random, place: str, keys: list[str]) -> list[Row]:
    each = QUESTIONNAIRES // len(PLACES) // ROUNDS // len(INSTRUMENTS)
    return [
        {
            "round": _round(place, "questionnaire", number),
            "person": key,
            "instrument": instrument,
            "version": "1",
            "intervention": chance.choice(_interventions(place)),
            "area": chance.choice(PLACES[place]),
            "answered": "answered",
            "answers": [float(chance.randint(low, high)) for _ in range(items)],
        }
        for instrument, (items, low, high) in INSTRUMENTS.items()
        for number in range(ROUNDS)
        for key in keys[:each]
    ]


def _partners(place: str) -> list[str]:
    return [f"partner-{place}-{number}" for number in range(PARTNERS // len(PLACES))]


def _roster(chance: random.Random, place: str) -> list[Row]:
    return [
        {
            "round": _round(place, "network", number),
            "partner": partner,
            "answered": chance.random() < 0.9,
        }
        for number in range(ROUNDS)
        for partner in _partners(place)
    ]


def _ties(chance: random.Random, place: str) -> list[Row]:
    return [
        {
            "round": _round(place, "network", number),
            "sender": sender,
            "receiver": receiver,
            "respondent": 1,
            "intensity": chance.randint(1, 4),
        }
        for number in range(ROUNDS)
        for sender in _partners(place)
        for receiver in chance.sample([one for one in _partners(place) if one != sender], 8)
    ]
