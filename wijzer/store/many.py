"""Many revisions of things at once: a list that is read in, an import, or its undoing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijzer.access import Visitor
from wijzer.kinds import KINDS, Body, Problem
from wijzer.store import entries
from wijzer.store.entries import Conflict, Invalid, Saving
from wijzer.store.register import Change, Refused, Register, Row


@dataclass(frozen=True, slots=True)
class Revision:
    """What a thing becomes, and the revision that was seen (0 for a new one)."""

    kind: str
    id: str
    body: Body
    how: Saving


_THINGS = "SELECT id, kind FROM thing"
_NEWEST = "SELECT id, max(revision) AS revision FROM register.$kind GROUP BY id"
_ADD_THINGS = "INSERT INTO thing SELECT unnest($ids), $kind"
_ADD = "INSERT INTO register.$kind BY NAME SELECT unnest(row) FROM (SELECT unnest($rows) AS row)"


def kinds(where: Register | Change) -> dict[str, str]:
    """Every id that was ever used, with the kind of its thing."""
    return {row["id"]: row["kind"] for row in where.rows(_THINGS)}


def add_all(
    register: Register, visitor: Visitor, rows: Iterable[tuple[str, str, Body]], how: Saving
) -> int:
    """Add new things in one transaction, as (kind, id, body). Returns how many.

    They may refer to each other. Raises NotAllowed and as `put`; then nothing is written.
    """
    new = [Revision(*row, how) for row in rows]
    with register.change(visitor) as change:
        put(change, new, visitor.name)
    return len(new)


def put(change: Change, revisions: Sequence[Revision], by: str) -> None:
    """Add these revisions. Raises Invalid, Conflict, Refused; the transaction is then no good."""
    known = kinds(change)
    grouped: dict[str, list[Revision]] = defaultdict(list)
    for one in revisions:
        if known.get(one.id, one.kind) != one.kind:
            raise Refused(f"{one.id} is a {known[one.id]}")
        grouped[one.kind].append(one)
    every = known | {one.id: one.kind for one in revisions}
    for kind, group in grouped.items():
        _check(change, kind, group, every)
        new = [one.id for one in group if one.id not in known]
        if new:
            change.run(_ADD_THINGS, ids=new, kind=kind)
    for kind, group in grouped.items():
        rows = [entries.revision(kind, one.id, one.body, one.how, by) for one in group]
        change.run(_ADD.replace("$kind", KINDS[kind].id), rows=rows)


def _check(change: Change, kind: str, group: Iterable[Revision], every: dict[str, str]) -> None:
    newest = {row["id"]: row["revision"] for row in change.rows(_NEWEST.replace("$kind", kind))}
    for one in group:
        if newest.get(one.id, 0) != one.how.seen:
            raise Conflict({"id": one.id, "revision": newest.get(one.id, 0)})
        active = one.how.life == "active"
        found = entries.faults(KINDS[kind], one.body, every.get) if active else []
        if found:
            raise Invalid([Problem(f"{one.id}: {each.field}", each.fault) for each in found])


_OF_BATCH = "SELECT * FROM register.$kind WHERE batch = $batch"
_OF_THINGS = """
SELECT * FROM register.$kind WHERE list_contains($ids, id) ORDER BY id, revision
"""


def of_batch(change: Change, kind: str, batch: str) -> dict[str, list[Row]]:
    """All revisions, oldest first, of the things that an import touched, by id."""
    sql = _OF_BATCH.replace("$kind", KINDS[kind].id)
    ids = [row["id"] for row in change.rows(sql, batch=batch)]
    found: dict[str, list[Row]] = defaultdict(list)
    if ids:
        for row in change.rows(_OF_THINGS.replace("$kind", KINDS[kind].id), ids=ids):
            found[row["id"]].append(row)
    return found
