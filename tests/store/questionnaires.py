"""Fills a register with rounds, interventions and sheets of questionnaires."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from wijzer.access import MACHINE
from wijzer.store import entries
from wijzer.store.entries import Saving
from wijzer.store.register import Register

WIJK = "alphen-noord"
AREAS = ("WK048401", "WK048402", "WK048403")
DAYS = (date(2020, 1, 13), date(2021, 1, 11), date(2022, 1, 10))
Sheet = Mapping[str, Any]

_RESPONSE = "INSERT INTO response BY NAME SELECT unnest($row)"
_ATTENDANCE = "INSERT INTO attendance BY NAME SELECT unnest($row)"
_PARTICIPANT = "INSERT INTO participant BY NAME SELECT unnest($row)"


def key(person: int) -> str:
    """The pseudonymous key of an invented person."""
    return hashlib.sha256(f"persoon {person}".encode()).hexdigest()


def put(register: Register, kind: str, id: str, life: str = "active", **body: Any) -> str:
    """Enter a new thing. Returns its id."""
    entries.save(register, MACHINE, kind, id, body, Saving(life=life))
    return id


def rounds(register: Register, count: int = 2, subject: str = "questionnaire") -> list[str]:
    """Rounds 0, 1, … of the neighbourhood. Returns their ids."""
    return [
        put(register, "survey_round", f"{subject}-{n}", neighbourhood=WIJK, title=f"Ronde {n}",
            subject=subject, number=n, day=DAYS[n])
        for n in range(count)
    ]  # fmt: skip


def intervention(register: Register, id: str, themes: Sequence[str] = ()) -> str:
    """An intervention that runs. Returns its id."""
    return put(register, "intervention", id, neighbourhood=WIJK, title=f"Groep {id}",
               run="running", themes=tuple(themes), pillars=("support",))  # fmt: skip


def theme(register: Register, id: str) -> str:
    """A chosen theme with a model estimate among its figures. Returns its id."""
    return put(register, "theme", id, neighbourhood=WIJK, title=f"Thema {id}", choice="chosen",
               indicators=("eenzaam",))  # fmt: skip


def sheet(register: Register, round: str, person: int, answers: Sequence[float | None] | None,
          **more: Any) -> None:  # fmt: skip
    """One sheet of one person; without answers it stayed empty."""
    row = {"round": round, "person": key(person), "instrument": "who5", "version": "1",
           "intervention": "wandelen", "area": AREAS[0], "batch": "proef", "example": False,
           "answered": "no_answer" if answers is None else "answered",
           "answers": None if answers is None else list(answers)}  # fmt: skip
    with register.change(MACHINE) as change:
        change.run(_RESPONSE, row=row | more)


def sheets(register: Register, rows: Iterable[Sheet]) -> None:
    """Many sheets in one go: each with round, person, answers, and what else differs."""
    with register.change(MACHINE) as change:
        for one in rows:
            answers = one["answers"]
            row = {"instrument": "who5", "version": "1", "intervention": "wandelen",
                   "area": AREAS[0], "batch": "proef", "example": False,
                   "answered": "no_answer" if answers is None else "answered"}  # fmt: skip
            change.run(_RESPONSE, row=row | dict(one) | {"person": key(one["person"])})


def came(register: Register, people: Iterable[int], session: str, intervention: str) -> None:
    """These people took part and came to a session that was held."""
    put(register, "session", session, intervention=intervention, day=DAYS[0], state="held")
    with register.change(MACHINE) as change:
        for person in people:
            about = {"person": key(person), "batch": "proef", "example": False}
            traits = {
                "intervention": intervention,
                "starts": date(2020, 1, 1),
                "area": AREAS[0],
                "age": "65+",
                "sex": "women",
                "origin": "unknown",
                "target": "unknown",
            }
            change.run(_ATTENDANCE, row=about | {"session": session})
            change.run(_PARTICIPANT, row=about | traits)  # fmt: skip


def who5(points: int) -> list[float]:
    """Five answers of 0 to 5 that add up to so many points; the score is four times that."""
    return [float(points // 5 + (place < points % 5)) for place in range(5)]


def pairs(round_ids: Sequence[str], gains: Sequence[int], start: int = 12, first: int = 0,
          **more: Any) -> list[Sheet]:  # fmt: skip
    """Two sheets of each person: `start` points, varied a little, and so many points more later."""
    rows: list[Sheet] = []
    for place, gain in enumerate(gains):
        began = start + place % 3
        for at, points in zip(round_ids, (began, began + gain), strict=False):
            rows.append({"round": at, "person": first + place, "answers": who5(points)} | more)
    return rows
