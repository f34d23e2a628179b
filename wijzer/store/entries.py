"""What people entered: read it as it is or was, add a revision, take the last one back.

Nothing is ever overwritten. A change, a retirement and an undo are all new revisions of a thing.
"""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from wijzer.access import Visitor
from wijzer.kinds import KINDS, Body, Field, Form, Kind, Problem, problems
from wijzer.kinds.learn import LEARN
from wijzer.store.register import Change, Refused, Register, Row

SEEN = "_seen"
"""In what was typed: the revision that the form showed when typing began."""

LEARNED = frozenset(one.id for one in LEARN)
"""Kinds of which no figure is made: a change of one leaves every line of the monitor as it is."""

State = dict[str, dict[str, Row]]
"""Kind → id → the newest revision of each thing, drafts and retired ones too."""

_ALL = "SELECT * FROM register.$kind"
_HISTORY = "SELECT * FROM register.$kind WHERE id = $id ORDER BY revision"
_ADD = "INSERT INTO register.$kind BY NAME SELECT unnest($row)"
_ADD_THING = "INSERT INTO thing VALUES ($id, $kind)"
_THING = "SELECT kind FROM thing WHERE id = $id"


class Invalid(Exception):
    """The thing cannot be saved as it is; `problems` says why, by field."""

    def __init__(self, found: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{one.field}: {one.fault}" for one in found))
        self.problems = tuple(found)


class Conflict(Exception):
    """Somebody else saved the thing in the meantime; `theirs` is what stands now."""

    def __init__(self, theirs: Row) -> None:
        super().__init__(f"{theirs['id']} has revision {theirs['revision']}")
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Saving:
    """How a thing is saved: which revision was seen (0 for a new one), and in what life."""

    seen: int = 0
    life: str = "active"
    example: bool = False
    why: str = ""
    batch: str | None = None


def state(register: Register, until: datetime | None = None) -> State:
    """The newest revision of everything, or the newest at a moment (UTC)."""
    return {kind: _newest_of(register.rows(_for(_ALL, kind)), until) for kind in KINDS}


def _newest_of(rows: list[Row], until: datetime | None) -> dict[str, Row]:
    """Picked here and not in the question: DuckDB plans this for a quarter of the time."""
    known = [row for row in rows if until is None or row["made_at"] <= until]
    return {row["id"]: row for row in sorted(known, key=lambda row: (row["id"], row["revision"]))}


def history(register: Register, kind: str, id: str) -> list[Row]:
    """All revisions of one thing, oldest first."""
    return register.rows(_for(_HISTORY, kind), id=id)


def new_id(kind: str) -> str:
    """An id that goes into links: it tells the kind and nothing else."""
    return f"{kind.replace('_', '-')}-{secrets.token_hex(4)}"


def save(register: Register, visitor: Visitor, kind: str, id: str, body: Body, how: Saving) -> int:
    """Add a revision of a thing. Returns its number.

    Raises Invalid, Conflict (another revision than the one seen), NotAllowed, Refused; then
    nothing is written.
    """
    with register.change(visitor, learning=kind in LEARNED) as change:
        before = _newest(change, kind, id)
        if before and before["revision"] != how.seen:
            raise Conflict(before)
        found = faults(KINDS[kind], body, partial(_kind_of, change), draft=how.life == "draft")
        if found := found + _reason(KINDS[kind], before, body, how):
            raise Invalid(found)
        return _add(change, kind, id, body, how, visitor.name)


def retire(register: Register, visitor: Visitor, kind: str, id: str, seen: int, why: str) -> int:
    """Take a thing out of use; it stays in the history. Raises as `save`."""
    return _again(register, visitor, kind, id, seen, {"life": "retired", "why": why})


def undo(register: Register, visitor: Visitor, kind: str, id: str, seen: int, why: str) -> int:
    """Go back to the revision before; the first one is retired. Raises as `save`."""
    revisions = history(register, kind, id)
    if len(revisions) < 2:
        return retire(register, visitor, kind, id, seen, why)
    last = revisions[-2]
    return _again(register, visitor, kind, id, seen, {"life": last["life"], "why": why}, last)


def _again(
    register: Register,
    visitor: Visitor,
    kind: str,
    id: str,
    seen: int,
    change_to: Row,
    earlier: Row | None = None,
) -> int:
    with register.change(visitor, learning=kind in LEARNED) as change:
        now = _newest(change, kind, id)
        if now is None or now["revision"] != seen:
            raise Conflict(now or {"id": id, "revision": 0})
        body = body_of(kind, earlier or now)
        how = Saving(seen, change_to["life"], (earlier or now)["example"], change_to["why"])
        return _add(change, kind, id, body, how, visitor.name)


def body_of(kind: str, row: Row) -> dict[str, Any]:
    """The fields of a row that people fill in; lists as tuples."""
    values = {name: row[name] for name in KINDS[kind].names}
    return {name: tuple(one) if isinstance(one, list) else one for name, one in values.items()}


def last_change(state: State) -> tuple[str, Row] | None:
    """The newest change that a person made, as kind and row; imports do not count."""
    found = [
        (kind, row) for kind, rows in state.items() for row in rows.values() if row["batch"] is None
    ]
    return max(found, key=lambda one: one[1]["made_at"], default=None)


def _for(sql: str, kind: str) -> str:
    # A table's name cannot be a parameter; the kinds are a closed list.
    return sql.replace("$kind", KINDS[kind].id)


_LAST = """
SELECT * FROM register.$kind WHERE id = $id ORDER BY revision DESC LIMIT 1
"""


def _newest(change: Change, kind: str, id: str) -> Row | None:
    return next(iter(change.rows(_for(_LAST, kind), id=id)), None)


def _kind_of(change: Change, id: str) -> str | None:
    return next((row["kind"] for row in change.rows(_THING, id=id)), None)


def _add(change: Change, kind: str, id: str, body: Body, how: Saving, by: str) -> int:
    known = _kind_of(change, id)
    if known is None:
        change.run(_ADD_THING, id=id, kind=kind)
    elif known != kind:
        raise Refused(f"{id} is a {known}")
    change.run(_for(_ADD, kind), row=revision(kind, id, body, how, by))
    return how.seen + 1


def revision(kind: str, id: str, body: Body, how: Saving, by: str) -> Row:
    """A thing as the row that is stored; `store.many` adds thousands of them at once."""
    stored = {one.name: _stored(one, body.get(one.name)) for one in KINDS[kind].fields}
    return stored | {
        "id": id,
        "revision": how.seen + 1,
        "life": how.life,
        "made_by": by,
        "made_at": datetime.now(UTC).replace(tzinfo=None),
        "batch": how.batch,
        "example": how.example,
        "why_changed": how.why or None,
    }


def _stored(one: Field, value: Any) -> Any:
    if value in (None, "", ()):
        return None
    if one.form.many:
        return list(value)
    return float(value) if one.form is Form.NUMBER else value


def faults(
    kind: Kind, body: Body, kind_of: Callable[[str], str | None], draft: bool = False
) -> list[Problem]:
    """What is wrong with a thing, and which fields name a thing that is not there, or is of
    another kind."""
    found = problems(kind, body, draft)
    wrong = {one.field for one in found}
    return found + [
        Problem(one.name, "reference")
        for one in kind.fields
        if one.form in (Form.REF, Form.REFS) and one.name not in wrong and body.get(one.name)
        for id in (body[one.name] if one.form.many else (body[one.name],))
        if kind_of(id) != one.of
    ]


def _reason(kind: Kind, before: Row | None, body: Body, how: Saving) -> list[Problem]:
    """A definition or target that was in use does not change without a reason."""
    if before is None or before["life"] == "draft" or how.why.strip():
        return []
    was = body_of(kind.id, before)
    changed = (
        one
        for one in kind.fields
        if one.guarded and was[one.name] is not None and body.get(one.name) != was[one.name]
    )
    return [Problem(one.name, "reason") for one in changed]


_KEEP = "INSERT OR REPLACE INTO draft VALUES ($form, $body, $by, $now)"
_DRAFT = "SELECT body FROM draft WHERE form = $form"
_DROP = "DELETE FROM draft WHERE form = $form"


def keep_typed(register: Register, visitor: Visitor, form: str, body: Body) -> None:
    """Remember what somebody has typed in a form and not yet saved."""
    text = json.dumps(dict(body), default=_as_text)
    now = datetime.now(UTC).replace(tzinfo=None)
    with register.change(visitor, quiet=True) as change:
        change.run(_KEEP, form=form, body=text, by=visitor.name, now=now)


def drop_typed(register: Register, visitor: Visitor, form: str) -> None:
    """Forget it: it was saved or thrown away."""
    with register.change(visitor, quiet=True) as change:
        change.run(_DROP, form=form)


def typed(register: Register, kind: str, form: str) -> dict[str, Any] | None:
    """What was typed and not yet saved, None when there is nothing."""
    found = register.rows(_DRAFT, form=form)
    if not found:
        return None
    kept: Mapping[str, Any] = json.loads(found[0]["body"])
    begun = {one.name: _read(one, kept.get(one.name)) for one in KINDS[kind].fields}
    return begun | {SEEN: kept.get(SEEN, 0)}


def _as_text(value: object) -> dict[str, str]:
    """A day, so that it cannot be taken for what was typed in its place and cannot be read."""
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(type(value))


def _read(one: Field, value: Any) -> Any:
    if isinstance(value, dict):
        return date.fromisoformat(value["day"])
    return tuple(value) if one.form.many and value is not None else value


_KEPT = "SELECT form, made_at FROM draft ORDER BY made_at DESC"


def unsaved(register: Register) -> list[Row]:
    """Forms in which something was typed and not saved, the newest first: form, made_at."""
    return register.rows(_KEPT)
