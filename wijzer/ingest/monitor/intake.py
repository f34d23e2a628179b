"""A file comes in: read, checked as a whole, compared with the register, and then written or not.

Everything is checked before anything is written, and all of it is written in one transaction.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijzer import texts
from wijzer.access import Action, Visitor, require
from wijzer.ingest.monitor import checks, person, resolve, rows, sheet, workbook
from wijzer.ingest.monitor.checks import Scene
from wijzer.ingest.monitor.fault import Fault
from wijzer.ingest.monitor.sheet import Line
from wijzer.ingest.monitor.subjects import SUBJECTS
from wijzer.ingest.monitor.workbook import Sheet
from wijzer.store import bulk, entries, erasure, imports, many
from wijzer.store.imports import Plan, Stale
from wijzer.store.register import Register, RegisterError

_TRIES = 5


class TooBusy(RegisterError):
    """Others changed the register each time that this was checked."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a file; when nothing is, what it would change."""

    faults: tuple[Fault, ...]
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class Done:
    """What an import did: the id of the run, None when nothing was written."""

    checked: Checked
    run: str | None


def check(register: Register, name: str, body: bytes, subject: str = "") -> Checked:
    """What a file would change, or what is wrong with it. Nothing is written, but the secret.

    `name` tells the subject of a CSV, unless `subject` does; it is not kept. Raises Unreadable,
    SecretLost, RegisterError.
    """
    return _checked(register, workbook.read(name, body), _digest([body]), subject)


def bring_in(
    register: Register, visitor: Visitor, name: str, body: bytes, subject: str = ""
) -> Done:
    """Check a file and write it, when nothing is wrong and something is new.

    Raises as `check`, and NotAllowed, TooBusy.
    """
    return bring_in_sheets(
        register, visitor, workbook.read(name, body), _digest([body]), subject=subject
    )


def bring_in_sheets(
    register: Register,
    visitor: Visitor,
    sheets: Sequence[Sheet],
    sha256: str,
    subject: str = "",
    example: bool = False,
) -> Done:
    """The same for sheets of more than one file."""
    require(visitor, Action.ENTER)
    for _ in range(_TRIES):
        checked = _checked(register, sheets, sha256, subject)
        if checked.plan is None or checked.plan.nothing:
            return Done(checked, None)
        try:
            return Done(checked, imports.apply(register, visitor, checked.plan, example))
        except Stale:
            continue
    raise TooBusy(texts.REGISTER_FAILED)


def _digest(bodies: Sequence[bytes]) -> str:
    found = hashlib.sha256()
    for body in bodies:
        found.update(body)
    return found.hexdigest()


def _checked(register: Register, sheets: Sequence[Sheet], sha256: str, subject: str) -> Checked:
    version = register.version
    state = entries.state(register)
    faults: list[Fault] = []
    secret = person.secret(register.file.parent)
    found = _in_order(sheet.lines(sheets, subject, secret, faults))
    known = resolve.known(state, many.kinds(register))
    for line in found:
        resolve.line(known, line, faults)
        rows.complete(known, line, faults)
    held = {table: bulk.held(register, table) for table in bulk.KEYS}
    erased = frozenset(erasure.hashes(register))
    faults += checks.all_of(Scene(known, held, erased, found))
    if not found and not faults:
        faults.append(Fault("", 0, "", texts.NO_ROWS))
    if faults:
        return Checked(tuple(faults), None)
    plan = imports.compare(register, rows.content(found, sha256), state)
    # The oldest view counts: what changed since is found when it is written.
    return Checked((), Plan(plan.parts, plan.sha256, version))


_PLACE = {one.target: place for place, one in enumerate(SUBJECTS)}


def _in_order(lines: Iterable[Line]) -> list[Line]:
    """What is referred to before what refers to it."""
    return sorted(lines, key=lambda one: _PLACE[one.subject.target])
