"""What is in the register for the four questions of the monitor, and from when."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from wijzer.kinds import KINDS
from wijzer.store.entries import State
from wijzer.store.register import Register, Row

ASKED: dict[str, tuple[str, ...]] = {
    "reach": ("participant", "head_count", "session", "attendance", "step_count"),
    "healthier": ("monitor_plan", "survey_round", "response", "story"),
    "cooperation": ("partner", "roster", "tie", "checklist", "referral"),
    "focus": ("delivery_plan", "core_element", "focus_review", "adaptation"),
}
"""By question of the monitor, the kinds and tables that answer it."""

EITHER = {"participant": "head_count", "head_count": "participant"}
"""People are counted one way or the other: then the other is not missing."""

_PARTICIPANTS = """
SELECT intervention AS parent, max(coalesce(ends, starts)) AS newest, bool_or(example) AS example
FROM participant GROUP BY intervention
"""
_ATTENDANCE = "SELECT session AS parent, bool_or(example) AS example FROM attendance GROUP BY ALL"
_OF_ROUND = """
SELECT round AS parent, bool_or(example) AS example FROM register.$table GROUP BY round
"""
_SILENT = "SELECT round, partner FROM roster WHERE NOT answered"


@dataclass(frozen=True, slots=True)
class Fresh:
    """One neighbourhood and question: the kinds and tables that have something, by their newest
    day (None when they have no day), what lacks, and whether any of it is an example."""

    neighbourhood: str
    question: str
    newest: dict[str, date | None]
    missing: tuple[str, ...]
    example: bool


@dataclass(frozen=True, slots=True)
class Lacking:
    """Of whom something lacks: a thing, by kind and row, and what (texts.FRESH_…)."""

    neighbourhood: str
    kind: str
    row: Row
    what: str


@dataclass(frozen=True, slots=True)
class _Found:
    """That something of a kind or table is there for a neighbourhood."""

    neighbourhood: str
    what: str
    day: date | None
    example: bool


def fresh(register: Register, state: State, neighbourhoods: list[str]) -> list[Fresh]:
    """What is in, per neighbourhood and question. `state`: what the visitor may see."""
    every: dict[tuple[str, str], list[_Found]] = defaultdict(list)
    for one in (*_things(state), *_rows(register, state)):
        every[one.neighbourhood, one.what].append(one)
    return [
        _of(neighbourhood, question, [one for what in asked for one in every[neighbourhood, what]])
        for neighbourhood in neighbourhoods
        for question, asked in ASKED.items()
    ]


def _of(neighbourhood: str, question: str, mine: list[_Found]) -> Fresh:
    asked = ASKED[question]
    there = {one.what for one in mine}
    newest = {
        what: max((one.day for one in mine if one.what == what and one.day), default=None)
        for what in asked
        if what in there
    }
    missing = [what for what in asked if what not in there and EITHER.get(what) not in there]
    return Fresh(neighbourhood, question, newest, tuple(missing), any(one.example for one in mine))


_ASKED = {what for asked in ASKED.values() for what in asked}


def _things(state: State) -> Iterator[_Found]:
    for kind in _ASKED & KINDS.keys():
        for row in state[kind].values():
            if row["life"] == "active" and row.get("state") in (None, "held"):
                for where in _where(state, row):
                    yield _Found(where, kind, _day(row), bool(row["example"]))


def _where(state: State, row: Row) -> list[str]:
    """The neighbourhoods that a thing is about."""
    if row.get("neighbourhoods"):
        return list(row["neighbourhoods"])
    found = row.get("neighbourhood") or _neighbourhood(state, row.get("intervention"))
    return [found] if found else []


def _neighbourhood(state: State, intervention: Any) -> str | None:
    found = state["intervention"].get(intervention)
    return found["neighbourhood"] if found else None


def _day(row: Row) -> date | None:
    return row.get("ends") or row.get("day") or row.get("starts")


def _rows(register: Register, state: State) -> Iterator[_Found]:
    for row in register.rows(_PARTICIPANTS):
        where = _neighbourhood(state, row["parent"])
        if where:
            yield _Found(where, "participant", row["newest"], row["example"])
    for row in register.rows(_ATTENDANCE):
        session = state["session"].get(row["parent"], {})
        where = _neighbourhood(state, session.get("intervention"))
        if where:
            yield _Found(where, "attendance", session["day"], row["example"])
    for table in ("response", "roster", "tie", "checklist"):
        for row in register.rows(_OF_ROUND.replace("$table", table)):
            round = state["survey_round"].get(row["parent"])
            if round:
                yield _Found(round["neighbourhood"], table, round["day"], row["example"])


def lacking(register: Register, state: State, neighbourhood: str) -> list[Lacking]:
    """Of which running interventions and partners something lacks, for the team."""
    counted = {row["parent"] for row in register.rows(_PARTICIPANTS)}
    counted |= _interventions(state, "head_count")
    needs = {
        "FRESH_NO_PEOPLE": counted,
        "FRESH_NO_SESSIONS": _interventions(state, "session"),
        "FRESH_NO_REVIEW": _interventions(state, "focus_review"),
    }
    running = [
        row
        for row in state["intervention"].values()
        if row["neighbourhood"] == neighbourhood
        if row["run"] == "running" and row["life"] == "active"
    ]
    found = [
        Lacking(neighbourhood, "intervention", row, what)
        for row in running
        for what, there in needs.items()
        if row["id"] not in there
    ]
    return found + _silent(register, state, neighbourhood)


def _interventions(state: State, kind: str) -> set[str]:
    rows = (row for row in state[kind].values() if row["life"] == "active")
    return {row["intervention"] for row in rows}


def _silent(register: Register, state: State, neighbourhood: str) -> list[Lacking]:
    """Partners that did not answer in the newest round of partners."""
    rounds = [
        row
        for row in state["survey_round"].values()
        if row["neighbourhood"] == neighbourhood
        if row["subject"] == "network" and row["life"] == "active" and row["day"]
    ]
    if not rounds:
        return []
    newest = max(rounds, key=lambda row: row["day"])["id"]
    silent = [row["partner"] for row in register.rows(_SILENT) if row["round"] == newest]
    known = [state["partner"][id] for id in sorted(silent) if id in state["partner"]]
    return [Lacking(neighbourhood, "partner", row, "FRESH_NO_ANSWER") for row in known]
