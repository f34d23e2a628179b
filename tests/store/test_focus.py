"""What was agreed and done: only what is in use, as it stands now."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.store.bodies import begin
from wijzer.access import MACHINE
from wijzer.store import entries, focus
from wijzer.store.entries import Saving
from wijzer.store.focus import Agreement, Session, Telling
from wijzer.store.register import Register

ONE, OTHER = "interventie-1", "interventie-2"


def save(register: Register, kind: str, id: str, seen: int = 0, **body: Any) -> None:
    entries.save(register, MACHINE, kind, id, body, Saving(seen, why="reden"))


@pytest.fixture
def register(tmp_path: Path) -> Register:
    found = begin(tmp_path)
    for id in (ONE, OTHER):
        body = {"neighbourhood": "stevenshof", "title": id, "run": "running"}
        save(found, "intervention", id, **body)
    return found


def test_sessions_as_they_stand_now(register: Register) -> None:
    held = {"intervention": ONE, "day": date(2021, 3, 1), "state": "held", "minutes": 60}
    save(register, "session", "s-2", **held | {"day": date(2021, 5, 1)})
    save(register, "session", "s-1", **held)
    save(register, "session", "s-1", 1, **held | {"state": "cancelled", "reason": "ziek"})
    save(register, "session", "s-3", **held)
    entries.retire(register, MACHINE, "session", "s-3", 1, "dubbel")
    save(register, "session", "s-4", **held | {"intervention": OTHER, "area": "BU05460901"})
    assert focus.sessions(register, [ONE]) == [
        Session(ONE, date(2021, 3, 1), "cancelled", 60, None, None, "ziek"),
        Session(ONE, date(2021, 5, 1), "held", 60, None, None, None),
    ]
    assert [one.area for one in focus.sessions(register, [OTHER])] == ["BU05460901"]
    assert focus.sessions(register, []) == []


def test_agreements_and_counts_of_everybody(register: Register) -> None:
    whole = {"intervention": ONE, "starts": date(2021, 1, 1), "ends": date(2021, 12, 31)}
    save(register, "delivery_plan", "a-1", **whole, sessions=10, minutes=90, people=25)
    save(register, "delivery_plan", "a-2", intervention=ONE)
    save(register, "head_count", "t-1", **whole, trait="total", group="all", people=31)
    save(register, "head_count", "t-2", **whole, trait="age", group="65+", people=12)
    assert Agreement(ONE, date(2021, 1, 1), date(2021, 12, 31), 10, 90, 25) in focus.agreements(
        register, [ONE]
    )
    assert len(focus.agreements(register, [ONE])) == 2
    assert focus.tellings(register, [ONE]) == [
        Telling(ONE, date(2021, 1, 1), date(2021, 12, 31), 31)
    ]
