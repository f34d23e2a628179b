"""A register with people who came to interventions in Stevenshof, made by hand for a test."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from wijzer.access import MACHINE
from wijzer.store import bulk, entries
from wijzer.store.entries import Saving
from wijzer.store.register import Register

BATCH = "toets"
AREAS = ("BU05460900", "BU05460901", "BU05460902", "BU05460903")
UNKNOWN = {
    "starts": date(2020, 1, 1),
    "ends": None,
    "ended": None,
    "reason": None,
    "area": AREAS[0],
    "age": "65+",
    "sex": "women",
    "origin": "netherlands",
    "target": "in_target",
}


def key(number: int) -> str:
    """The key of a person, as an import makes it."""
    return hashlib.sha256(f"toets {number}".encode()).hexdigest()


def add(register: Register, kind: str, id: str, **body: Any) -> str:
    """Enter a thing as the team would. Returns its id."""
    example = body.pop("example", False)
    entries.save(register, MACHINE, kind, id, body, Saving(example=example))
    return id


def intervention(register: Register, id: str, **more: Any) -> str:
    """An intervention in Stevenshof."""
    about = {"neighbourhood": "stevenshof", "title": id.title(), "run": "running"}
    return add(register, "intervention", id, **(about | more))


def session(register: Register, id: str, intervention: str, day: date, **more: Any) -> str:
    """A session, held unless told otherwise."""
    about = {"intervention": intervention, "day": day, "state": "held"}
    return add(register, "session", id, **(about | more))


def enrol(
    register: Register,
    intervention: str,
    people: Sequence[int],
    sessions: Sequence[str],
    example: bool = False,
    **about: Any,
) -> None:
    """Enrol people, by number, who come to all these sessions."""
    rows = [{"intervention": intervention, "person": key(one)} | UNKNOWN | about for one in people]
    came = [{"session": id, "person": key(one)} for id in sessions for one in people]
    with register.change(MACHINE) as change:
        bulk.put(change, "participant", rows, BATCH, example)
        bulk.put(change, "attendance", came, BATCH, example)


def count(register: Register, intervention: str, **more: Any) -> str:
    """A count that somebody entered: everybody, in 2021, unless told otherwise."""
    about = {
        "intervention": intervention,
        "starts": date(2021, 1, 1),
        "ends": date(2021, 12, 31),
        "trait": "total",
        "group": "all",
    }
    body = about | more
    return add(register, "head_count", entries.new_id("head_count"), **body)


def steps(register: Register, intervention: str, year: int = 2021, **people: int) -> None:
    """Steps of a funnel in one year."""
    for step, n in people.items():
        add(
            register,
            "step_count",
            entries.new_id("step_count"),
            intervention=intervention,
            starts=date(year, 1, 1),
            ends=date(year, 12, 31),
            step=step,
            people=n,
        )
