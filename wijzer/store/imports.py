"""Imports: what one would change, the change itself in one transaction, and taking it back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from wijzer import texts
from wijzer.access import Visitor
from wijzer.kinds import KINDS, Body
from wijzer.store import bulk, entries, many
from wijzer.store.entries import Saving
from wijzer.store.many import Revision
from wijzer.store.register import Change, Register, Row


class Stale(Exception):
    """The register changed since the import was compared with it: compare again."""


class CannotUndo(Exception):
    """The import cannot be taken back; `why` is a key of texts.CANNOT_UNDO."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, read and checked: things as (kind, id, body), parents first, and rows.

    A body may leave fields out: those stay as they stand. `sha256` is that of the file.
    """

    things: Sequence[tuple[str, str, Body]]
    rows: Mapping[str, Sequence[Row]]
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """What an import does to one kind or table: rows or bodies that are new, that change
    (before, after), and how many are the same."""

    new: Sequence[Any]
    changed: Sequence[tuple[Row, Any]]
    same: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, by kind or table, to the register as it was at `version`."""

    parts: Mapping[str, Part]
    sha256: str
    version: str

    @property
    def added(self) -> int:
        """How many rows and things are new."""
        return sum(len(one.new) for one in self.parts.values())

    @property
    def changed(self) -> int:
        """How many rows and things become different."""
        return sum(len(one.changed) for one in self.parts.values())

    @property
    def nothing(self) -> bool:
        """Whether all of it stands there already."""
        return not (self.added or self.changed)


def compare(register: Register, content: Content, state: entries.State | None = None) -> Plan:
    """What this content would change. Nothing is written."""
    version = register.version
    state = entries.state(register) if state is None else state
    kinds: dict[str, list[tuple[str, Body]]] = {}
    for kind, id, body in content.things:
        kinds.setdefault(kind, []).append((id, body))
    parts = {kind: _things(kind, state[kind], found) for kind, found in kinds.items()}
    parts |= {table: _rows(register, table, rows) for table, rows in content.rows.items()}
    return Plan(parts, content.sha256, version)


def _things(kind: str, stored: Mapping[str, Row], found: list[tuple[str, Body]]) -> Part:
    new: list[Revision] = []
    changed: list[tuple[Row, Revision]] = []
    for id, body in found:
        before = stored.get(id)
        was = entries.body_of(kind, before) if before else dict.fromkeys(KINDS[kind].names)
        becomes = Revision(kind, id, was | dict(body), Saving(before["revision"] if before else 0))
        if before is None or before["life"] == "retired":
            new.append(becomes)
        elif _plain(becomes.body) != _plain(was) or before["life"] == "draft":
            changed.append((before, becomes))
    return Part(new, changed, len(found) - len(new) - len(changed))


def _plain(body: Body) -> dict[str, Any]:
    """A body in which what is empty is None."""
    return {name: None if value in ("", ()) else value for name, value in body.items()}


def _rows(register: Register, table: str, rows: Sequence[Row]) -> Part:
    held = bulk.held(register, table)
    new = [row for row in rows if bulk.key(table, row) not in held]
    both = [(held[key], row) for row in rows if (key := bulk.key(table, row)) in held]
    changed = [(before, {**before, **row}) for before, row in both if bulk.differ(before, row)]
    return Part(new, changed, len(rows) - len(new) - len(changed))


_RUN = """
INSERT INTO import_run BY NAME
SELECT $batch AS id, $subjects AS subjects, $sha256 AS sha256, $added AS added,
    $changed AS changed, $by AS made_by, $now AS made_at, $example AS example
"""
_RUNS = "SELECT * FROM import_run ORDER BY made_at DESC, id"
_UNDONE = "UPDATE import_run SET undone_at = $now WHERE id = $batch"


def apply(register: Register, visitor: Visitor, plan: Plan, example: bool = False) -> str:
    """Write it: all of it or nothing. Returns the id of the import.

    Raises Stale when the register is not as it was compared with, NotAllowed, Invalid, Refused.
    """
    batch = entries.new_id("import")
    with register.change(visitor) as change:
        if register.version != plan.version:
            raise Stale(plan.version)
        many.put(change, list(_revisions(plan, batch, example)), visitor.name)
        for table in plan.parts.keys() & bulk.KEYS:
            part = plan.parts[table]
            bulk.keep(change, table, (before for before, _ in part.changed), batch)
            rows = [*part.new, *(after for _, after in part.changed)]
            bulk.put(change, table, rows, batch, example)
        change.run(
            _RUN,
            batch=batch,
            subjects=list(plan.parts),
            sha256=plan.sha256,
            added=plan.added,
            changed=plan.changed,
            by=visitor.name,
            now=_now(),
            example=example,
        )
    return batch


def _revisions(plan: Plan, batch: str, example: bool) -> Iterator[Revision]:
    for kind in plan.parts.keys() & KINDS:
        part = plan.parts[kind]
        for one in [*part.new, *(after for _, after in part.changed)]:
            how = Saving(one.how.seen, "active", example, texts.IMPORTED, batch)
            yield Revision(kind, one.id, one.body, how)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Run:
    """One import, and why it cannot be taken back: a key of texts.CANNOT_UNDO, empty if it can."""

    id: str
    subjects: tuple[str, ...]
    added: int
    changed: int
    made_by: str
    made_at: datetime
    example: bool
    undone_at: datetime | None
    kept: str


def runs(register: Register) -> list[Run]:
    """All imports, the newest first."""
    found = register.rows(_RUNS)
    return [_run(row, found[:place]) for place, row in enumerate(found)]


def _run(row: Row, newer: Sequence[Row]) -> Run:
    told = {name: row[name] for name in Run.__slots__ if name not in ("subjects", "kept")}
    return Run(subjects=tuple(row["subjects"]), kept=_kept(row, newer), **told)


def _kept(row: Row, newer: Sequence[Row]) -> str:
    """Why an import cannot be taken back: it was already, or a later one leans on it."""
    if row["undone_at"]:
        return "done"
    mine = set(row["subjects"])
    leaning = mine | {subject for subject, on in _LEANS.items() if mine & on}
    later = [one for one in newer if one["undone_at"] is None and leaning & set(one["subjects"])]
    return "newer" if later else ""


_OF_INTERVENTION = {
    *("delivery_plan", "session", "head_count", "step_count", "indirect", "story"),
    *("core_element", "focus_review", "adaptation", "participant", "attendance", "response"),
}
_OF_ROUND = {"response", "roster", "tie", "checklist"}
_OF_PARTNER = {"roster", "tie", "checklist", "referral"}
_BELOW = {
    "intervention": _OF_INTERVENTION,
    "survey_round": _OF_ROUND,
    "partner": _OF_PARTNER,
    "session": {"attendance"},
    "participant": {"attendance"},
    "roster": {"tie", "checklist"},
    "core_element": {"focus_review", "adaptation"},
}
_LEANS = {
    subject: {above for above, below in _BELOW.items() if subject in below}
    for subject in {one for below in _BELOW.values() for one in below}
}
"""Which subjects a subject refers to: those cannot go while it stands."""


def undo(register: Register, visitor: Visitor, batch: str) -> int:
    """Take an import back, so that everything stands as it did before. Returns how many rows.

    Raises CannotUndo when a later import leans on it, or somebody changed what it brought;
    NotAllowed. Then nothing is written.
    """
    with register.change(visitor) as change:
        found = change.rows(_RUNS)
        place = next((at for at, one in enumerate(found) if one["id"] == batch), None)
        if place is None:
            raise CannotUndo("done")
        if why := _kept(found[place], found[:place]):
            raise CannotUndo(why)
        subjects = found[place]["subjects"]
        earlier = [_earlier(change, kind, batch) for kind in subjects if kind in KINDS]
        many.put(change, [one for group in earlier for one in group], visitor.name)
        bulk.put_back(change, [one for one in subjects if one in bulk.KEYS], batch)
        change.run(_UNDONE, now=_now(), batch=batch)
    if set(subjects) & set(bulk.PERSONAL):
        register.compact()
    return int(found[place]["added"] + found[place]["changed"])


def _earlier(change: Change, kind: str, batch: str) -> list[Revision]:
    """What the things of an import were before it; what was not there goes out of use."""
    made = []
    for id, rows in many.of_batch(change, kind, batch).items():
        at = next(place for place, row in enumerate(rows) if row["batch"] == batch)
        now, brought = rows[-1], rows[at]
        if _says(kind, now) != _says(kind, brought):
            raise CannotUndo("edited")
        before = rows[at - 1] if at else now | {"life": "retired"}
        how = Saving(now["revision"], before["life"], before["example"], texts.UNDONE, batch)
        made.append(Revision(kind, id, entries.body_of(kind, before), how))
    return made


def _says(kind: str, row: Row) -> tuple[str, dict[str, Any]]:
    return row["life"], entries.body_of(kind, row)
