"""The lines of a file as what is stored: bodies of things, rows of tables, and what lacks."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from wijzer import texts
from wijzer.ingest.monitor import cells
from wijzer.ingest.monitor.cells import Wrong
from wijzer.ingest.monitor.fault import Fault
from wijzer.ingest.monitor.resolve import Known
from wijzer.ingest.monitor.sheet import Line
from wijzer.instruments import Instrument, instruments
from wijzer.kinds import KINDS, Body, problems
from wijzer.store.imports import Content
from wijzer.store.register import Row


def complete(known: Known, line: Line, faults: list[Fault]) -> None:
    """What lacks in a row or cannot be; the rest of what a table needs is filled in."""
    if line.subject.is_kind:
        faults += _of_thing(known, line)
        return
    for column in line.subject.columns:
        name = column.field.name
        if column.field.required and line.values.get(name) is None and name not in line.wrong:
            line.wrong.add(name)
            faults.append(line.fault(name, texts.PROBLEM["required"]))
    for name in ("starts", "ends"):
        if isinstance(line.values.get(name), date):
            line.values[name] = line.values[name].replace(day=1)
    if line.subject.items and "instrument" not in line.wrong:
        _answers(line, instruments()[line.values["instrument"]], faults)


def _of_thing(known: Known, line: Line) -> Iterable[Fault]:
    kind = line.subject.target
    body = known.bodies[kind].get(line.id, line.values) if line.id else line.values
    about = {name: value for name, value in body.items() if name in KINDS[kind].names}
    found = [one for one in problems(KINDS[kind], about) if one.field not in line.wrong]
    line.wrong |= {one.field for one in found}
    for one in found:
        said = texts.PROBLEM[one.fault].format(limit=texts.number(one.limit))
        yield line.fault(one.field, said)


def _answers(line: Line, one: Instrument, faults: list[Fault]) -> None:
    """The answers in the order of the questionnaire, and whether it was filled in."""
    if not one.ready:
        line.wrong.add("instrument")
        faults.append(line.fault("instrument", texts.LIST_NOT_READY))
        return
    found = {id: _answer(line, one, id, faults) for id in line.items if id not in line.wrong}
    given = any(value is not None for value in found.values())
    told = line.values.get("answered")
    if line.subject.target == "checklist":
        told = "answered"
    elif told is None:
        told = "answered" if given else "no_answer"
    items = [id for id in line.items if line.items[id] is not None]
    if (told == "answered") != bool(items):
        line.wrong.add("answered")
        said = texts.ANSWERS_WITHOUT if items else texts.ANSWERS_NONE
        faults.append(line.fault("answered", said))
    line.values["version"] = one.version
    line.values["answers"] = [found.get(item.id) for item in one.items] if given else None
    if line.subject.target == "response":
        line.values["answered"] = told


def _answer(line: Line, one: Instrument, id: str, faults: list[Fault]) -> float | None:
    cell = line.items[id]
    try:
        if cell is not None and id not in {item.id for item in one.items}:
            raise Wrong(texts.ITEM_UNKNOWN.format(aantal=len(one.items)))
        return cells.answer(one, cell)
    except Wrong as error:
        line.wrong.add(id)
        faults.append(line.fault(id, str(error)))
        return None


COLUMNS: dict[str, tuple[str, ...]] = {
    "participant": (
        *("intervention", "person", "starts", "ends", "ended", "reason", "area", "age", "sex"),
        *("origin", "target"),
    ),
    "attendance": ("session", "person"),
    "response": (
        *("round", "person", "instrument", "version", "intervention", "area", "answered"),
        "answers",
    ),
    "roster": ("round", "partner", "answered"),
    "tie": (
        *("round", "sender", "receiver", "respondent", "intensity", "reliable", "supportive"),
        *("open", "power", "involvement", "resources"),
    ),
    "checklist": ("round", "partner", "respondent", "instrument", "version", "answers"),
}
"""The columns of each table that a file fills."""


def content(lines: Iterable[Line], sha256: str) -> Content:
    """What the lines bring; they are all right."""
    things: list[tuple[str, str, Body]] = []
    rows: dict[str, list[Row]] = {}
    for line in lines:
        target = line.subject.target
        if line.subject.is_kind:
            things.append((target, line.id, _body(target, line.values)))
        else:
            found = {name: line.values.get(name) for name in COLUMNS[target]}
            rows.setdefault(target, []).append(found)
    return Content(things, rows, sha256)


def _body(kind: str, values: dict[str, Any]) -> Body:
    return {name: value for name, value in values.items() if name in KINDS[kind].names}
