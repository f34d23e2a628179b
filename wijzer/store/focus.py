"""What was agreed and done per intervention: sessions, agreements, and counts of participants."""

from dataclasses import dataclass
from datetime import date

from wijzer.store.register import Register

_SESSIONS = """
SELECT intervention, day, state, minutes, planned_minutes, area, reason FROM (
    SELECT * FROM register.session
    QUALIFY revision = max(revision) OVER (PARTITION BY id)
)
WHERE life = 'active' AND intervention IN (SELECT unnest($interventions))
ORDER BY intervention, day, id
"""
_AGREEMENTS = """
SELECT intervention, starts, ends, sessions, minutes, people FROM (
    SELECT * FROM register.delivery_plan
    QUALIFY revision = max(revision) OVER (PARTITION BY id)
)
WHERE life = 'active' AND intervention IN (SELECT unnest($interventions))
ORDER BY intervention, starts, id
"""
_TELLINGS = """
SELECT intervention, starts, ends, people FROM (
    SELECT * FROM register.head_count
    QUALIFY revision = max(revision) OVER (PARTITION BY id)
)
WHERE life = 'active' AND trait = 'total' AND intervention IN (SELECT unnest($interventions))
ORDER BY intervention, starts, id
"""


@dataclass(frozen=True, slots=True)
class Session:
    """One session; `state` is 'held', 'planned' or 'cancelled', `reason` why it was cancelled."""

    intervention: str
    day: date
    state: str
    minutes: int | None
    planned_minutes: int | None
    area: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed for a period: sessions, minutes of one session, different participants."""

    intervention: str
    starts: date | None
    ends: date | None
    sessions: int | None
    minutes: int | None
    people: int | None


@dataclass(frozen=True, slots=True)
class Telling:
    """Different participants in a period, counted without persons."""

    intervention: str
    starts: date
    ends: date
    people: int


def sessions(register: Register, interventions: list[str]) -> list[Session]:
    """Every session of these that is in use, by intervention and day."""
    rows = register.rows(_SESSIONS, interventions=interventions)
    return [Session(**row) for row in rows]


def agreements(register: Register, interventions: list[str]) -> list[Agreement]:
    """Every agreement on delivery of these that is in use, by intervention and first day."""
    rows = register.rows(_AGREEMENTS, interventions=interventions)
    return [Agreement(**row) for row in rows]


def tellings(register: Register, interventions: list[str]) -> list[Telling]:
    """Every count of all participants together, by intervention and first day.

    These are people: they only leave through `publish`.
    """
    rows = register.rows(_TELLINGS, interventions=interventions)
    return [Telling(**row) for row in rows]
