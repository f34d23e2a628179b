"""What the rows refer to: other things by code or by name, in the register or in the same file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wijzer import texts
from wijzer.ingest.monitor import ids, places
from wijzer.ingest.monitor.cells import Wrong
from wijzer.ingest.monitor.fault import Fault
from wijzer.ingest.monitor.sheet import Line
from wijzer.ingest.monitor.subjects import CODE
from wijzer.kinds import KINDS, Body, Field, Form
from wijzer.lists import GROUPS
from wijzer.store.entries import State, body_of


@dataclass(slots=True)
class Known:
    """What can be referred to: what stands in the register, and what the file adds to it."""

    bodies: dict[str, dict[str, Body]]
    kind_of: dict[str, str]
    by_title: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    by_nature: dict[tuple[str, ids.Natural], str] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    days: dict[tuple[str, object], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a row is about."""

    neighbourhood: str = ""
    intervention: str = ""


def known(state: State, kind_of: Mapping[str, str]) -> Known:
    """What stands in the register, as far as it is in use. `kind_of`: every id that was used."""
    found = Known({kind: {} for kind in KINDS}, dict(kind_of))
    for kind, rows in state.items():
        for id, row in rows.items():
            if row["life"] != "retired":
                _add(found, kind, id, body_of(kind, row))
    return found


def _add(known: Known, kind: str, id: str, body: Body) -> None:
    known.bodies[kind][id] = body
    known.kind_of[id] = kind
    title = body.get("title") or body.get("code")
    if isinstance(title, str):
        known.by_title.setdefault((kind, _plain(title)), set()).add(id)
    natural = ids.natural(kind, body)
    if natural:
        known.by_nature.setdefault((kind, natural), id)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def line(known: Known, one: Line, faults: list[Fault]) -> None:
    """Replace what a row refers to by ids and codes, and give a thing its id."""
    scope = _Scope(one.values.get("neighbourhood") or "")
    fields = [column.field for column in one.subject.columns]
    for each in sorted(fields, key=lambda found: found.of not in _FIRST):
        try:
            one.values |= _resolved(known, one, each, scope)
        except Wrong as error:
            one.wrong.add(each.name)
            one.values.pop(each.name, None)
            faults.append(one.fault(each.name, str(error)))
        scope = _scope(known, one, scope)
    if one.subject.is_kind:
        _identify(known, one, faults)


_FIRST = ("intervention", "survey_round", "session")
"""Kinds that tell in which neighbourhood a row is: those are looked up first."""


def _scope(known: Known, one: Line, scope: _Scope) -> _Scope:
    intervention = one.values.get("intervention") or ""
    found = known.bodies["intervention"].get(intervention, {})
    round = known.bodies["survey_round"].get(one.values.get("round") or "", {})
    where = scope.neighbourhood or found.get("neighbourhood") or round.get("neighbourhood") or ""
    return _Scope(where, intervention if found else "")


def _resolved(known: Known, one: Line, field: Field, scope: _Scope) -> dict[str, Any]:
    value = one.values.get(field.name)
    if field.name in one.wrong or (one.subject.is_kind and field.name not in one.places):
        return {}
    if field.form is Form.AREA:
        return {field.name: _area(one, value, scope)}
    if value is None:
        return {field.name: "unknown"} if field.of in GROUPS and not one.subject.is_kind else {}
    if field.form is Form.REF:
        return {field.name: _find(known, field.of, value, scope)}
    if field.form is Form.REFS:
        return {field.name: tuple(_find(known, field.of, text, scope) for text in value)}
    return {}


def _area(one: Line, text: str | None, scope: _Scope) -> str | None:
    if not one.subject.is_kind:
        return places.of_person(scope.neighbourhood, text) if scope.neighbourhood else None
    return places.of_thing(scope.neighbourhood, text) if text and scope.neighbourhood else None


def _find(known: Known, kind: str, text: str, scope: _Scope) -> str:
    """The id of the thing that a cell names. Raises Wrong."""
    word = texts.KIND[kind].lower()
    for id in dict.fromkeys((text, text.lower(), ids.of_code(kind, text))):
        if id in known.bodies[kind]:
            if not _fits(kind, known.bodies[kind][id], scope):
                raise Wrong(texts.REF_ELSEWHERE.format(soort=word))
            return id
    named = known.by_title.get((kind, _plain(text)), set())
    found = [id for id in named if _fits(kind, known.bodies[kind].get(id, {}), scope)]
    if len(found) == 1:
        return found[0]
    said = texts.REF_TWICE if found else texts.REF_ELSEWHERE if named else texts.REF_UNKNOWN
    raise Wrong(said.format(soort=word))


def _fits(kind: str, body: Body, scope: _Scope) -> bool:
    """Whether a thing is of the neighbourhood, and of the intervention, that a row is about."""
    if kind == "core_element":
        return not scope.intervention or body.get("intervention") == scope.intervention
    if not scope.neighbourhood:
        return True
    where = body.get("neighbourhoods") or (body.get("neighbourhood") or scope.neighbourhood,)
    return scope.neighbourhood in where


def _identify(known: Known, one: Line, faults: list[Fault]) -> None:
    kind = one.subject.target
    code = one.values.pop(CODE.name, None)
    if kind == "session" and CODE.name in one.places:
        one.values["code"] = code
    if CODE.name in one.wrong:
        return
    one.id = ids.of_code(kind, code) if code else _without_code(known, one)
    if fault := _claimed(known, one, "id" if code else ""):
        # Of two rows that cannot be read it is not known whether they are the same.
        faults += [fault] if code or not one.wrong else []
        return
    known.lines[one.id] = one
    before = known.bodies[kind].get(one.id, {})
    _add(known, kind, one.id, {**before, **one.values})


def _without_code(known: Known, one: Line) -> str:
    kind = one.subject.target
    natural = ids.natural(kind, one.values)
    if natural is None:
        place = (str(one.values.get("intervention")), one.values.get("day"))
        known.days[place] = known.days.get(place, 0) + 1
        return ids.of_nature(kind, (*place, known.days[place]))
    return known.by_nature.get((kind, natural)) or ids.of_nature(kind, natural)


def _claimed(known: Known, one: Line, field: str) -> Fault | None:
    """What is wrong with the id of a row: twice in the file, or of something else."""
    kind = one.subject.target
    column = field or one.subject.columns[0].field.name
    if known.kind_of.get(one.id, kind) != kind:
        return one.fault(column, texts.CODE_TAKEN)
    if one.id in known.lines:
        earlier = known.lines[one.id]
        return one.fault(column, texts.ROW_TWICE.format(blad=earlier.sheet, rij=earlier.row))
    before = known.bodies[kind].get(one.id, {})
    for owner in ("intervention", "neighbourhood"):
        was, now = before.get(owner), one.values.get(owner)
        if field and was and now and was != now:
            return one.fault(column, texts.CODE_ELSEWHERE)
    return None
