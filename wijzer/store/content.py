"""What a new register begins with: what was published, and examples that can be taken away.

`data/content` and `data/example` hold one CSV per kind, with `id` and the fields of the kind.
"""

import csv
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from wijzer import access
from wijzer.catalog import DATA
from wijzer.kinds import KINDS, Field, Form
from wijzer.store import bulk, entries, many, votes
from wijzer.store.register import (
    FILE,
    Change,
    Register,
    RegisterError,
    create,
    register_folder,
)

CONTENT, EXAMPLE = DATA / "content", DATA / "example"

_OF_KIND = "SELECT DISTINCT id FROM register.$kind"
_ROUND = "INSERT INTO vote_round BY NAME SELECT unnest($row)"
_THING = "INSERT INTO thing VALUES ($id, 'vote_round')"


class BadContent(Exception):
    """A cell in data/content or data/example that cannot be read; names file, row and column."""


More = Callable[[Register], int]
"""Adds more examples to a new register, and tells how many: those that come by import."""


def open_register(
    folder: Path | None = None, examples: bool = True, more: More | None = None
) -> Register:
    """The register in `folder` (default: register_folder()), made when there is none yet.

    A new one holds what was published, and examples unless told otherwise. Without `examples` they
    are taken out of an existing one too. Raises RegisterError.
    """
    file = (folder or register_folder()) / FILE
    if not file.exists():
        _begin(file, examples, more)
    register = Register(file)
    if not examples:
        remove_examples(register)
    return register


def _begin(file: Path, examples: bool, more: More | None) -> None:
    """Make it aside and put it in place when it is whole, unless another process was first."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        _make(half, examples, more)
        if not file.exists():
            half.replace(file)
    except (OSError, RegisterError):
        if not file.exists():
            raise


def _make(half: Path, examples: bool, more: More | None) -> None:
    create(half)
    register = Register(half)
    load(register, CONTENT, "gepubliceerd", example=False)
    if examples:
        add_examples(register, more)
    register.compact()
    register.close()


def load(register: Register, folder: Path, batch: str, example: bool) -> int:
    """Add the rows of a folder that are not there yet. Returns how many. Raises BadContent."""
    how = entries.Saving(example=example, batch=batch)
    new = [
        (kind, row["id"], _body(folder, kind, number, row))
        for kind in KINDS
        for number, row in _new(register, folder, kind)
    ]
    count = many.add_all(register, access.MACHINE, new, how)
    return count + _load_votes(register, folder, example)


def _new(register: Register, folder: Path, kind: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a file that the register has no rows of; an id alone may be left there, when
    something refers to it."""
    known = {row["id"] for row in register.rows(_OF_KIND.replace("$kind", kind))}
    return (
        (number, row) for number, row in _read(folder / f"{kind}.csv") if row["id"] not in known
    )


def add_examples(register: Register, more: More | None = None) -> int:
    """Put the examples back that were taken out. Returns how many."""
    count = load(register, EXAMPLE, "voorbeeld", example=True)
    return count + (more(register) if more else 0)


_EXAMPLES = "SELECT count(*) AS found FROM register.$kind WHERE example"
_FORGET = "DELETE FROM register.$kind WHERE example"
_VOTES = (
    "DELETE FROM ballot WHERE round IN (SELECT id FROM vote_round WHERE example)",
    "DELETE FROM vote_turnout WHERE round IN (SELECT id FROM vote_round WHERE example)",
    "DELETE FROM vote_code WHERE round IN (SELECT id FROM vote_round WHERE example)",
)
_ROUNDS = "DELETE FROM vote_round WHERE example"
_EMPTY = "DELETE FROM thing WHERE list_contains($ids, id)"


def remove_examples(register: Register, visitor: access.Visitor = access.MACHINE) -> int:
    """Take every example row out of the register. Returns how many there were.

    DuckDB cannot delete a child and its parent in one transaction: the rows go first, then the
    rounds, then the ids that nothing refers to. What people entered stays, also where it pointed
    to an example; it then stands in the list of loose ends.
    """
    count = examples(register)
    if not count:
        return 0
    with register.change(visitor) as change:
        for kind in KINDS:
            change.run(_FORGET.replace("$kind", kind))
        for sql in _VOTES:
            change.run(sql)
        bulk.forget_examples(change)
    with register.change(visitor) as change:
        change.run(_ROUNDS)
    _forget_ids(register, visitor)
    register.compact()
    return count


def examples(register: Register) -> int:
    """How many example rows there are."""
    rows = (register.rows(_EXAMPLES.replace("$kind", one)) for one in KINDS)
    of_things = sum(int(found[0]["found"]) for found in rows)
    rounds = sum(one.example for one in votes.rounds(register))
    return of_things + rounds + bulk.examples(register)


def _forget_ids(register: Register, visitor: access.Visitor) -> None:
    with register.change(visitor) as change:
        used = {id for rows in entries.state(register).values() for id in rows}
        used |= {one.id for one in votes.rounds(register)} | _referred(change)
        unused = [row["id"] for row in change.rows(_IDS) if row["id"] not in used]
        if unused:
            change.run(_EMPTY, ids=unused)


def _referred(change: Change) -> set[str]:
    return {
        row[one.name]
        for kind in KINDS.values()
        for one in kind.fields
        if one.form is Form.REF
        for row in change.rows(_REFERRED.replace("$kind", kind.id).replace("$field", one.name))
    }


_IDS = "SELECT id FROM thing"
_REFERRED = "SELECT DISTINCT $field FROM register.$kind WHERE $field IS NOT NULL"


def _read(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    if file.exists():
        with file.open(encoding="utf-8", newline="") as source:
            yield from enumerate(csv.DictReader(source), start=2)


def _body(folder: Path, kind: str, number: int, row: dict[str, str]) -> dict[str, Any]:
    fields = {one.name: one for one in KINDS[kind].fields}
    try:
        return {
            name: _value(fields[name], text) for name, text in row.items() if name != "id" and text
        }
    except (KeyError, ValueError) as error:
        raise BadContent(f"{folder.name}/{kind}.csv, rij {number}: {error}") from error


def _value(one: Field, text: str) -> Any:
    if one.form.many:
        return tuple(text.split("|"))
    return _AS.get(one.form, str)(text)


_AS: dict[Form, Any] = {
    Form.DATE: date.fromisoformat,
    Form.NUMBER: float,
    Form.COUNT: int,
    Form.YES: "ja".__eq__,
}


def _load_votes(register: Register, folder: Path, example: bool) -> int:
    new = [row for _, row in _new(register, folder, "vote_round")]
    ids = {row["id"] for row in new}
    papers: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for _, row in _read(folder / "ballot.csv"):
        papers[row["round"], row["voter_group"], row["voter"]].append(row)
    with register.change(access.MACHINE) as change:
        for row in new:
            change.run(_THING, id=row["id"])
            change.run(_ROUND, row=_round(row, example))
        for (round, group, _), lines in papers.items():
            if round in ids:
                votes.put(change, round, group, map(_line, lines))
        for _, row in _read(folder / "vote_turnout.csv"):
            if row["round"] in ids:
                votes.put_turnout(change, row)
    return len(new)


def _line(row: dict[str, str]) -> dict[str, Any]:
    return {name: text or None for name, text in row.items()}


def _round(row: dict[str, str], example: bool) -> dict[str, Any]:
    times = {name: datetime.fromisoformat(row[name]) for name in ("opened_at", "closed_at")}
    points = {"points": int(row["points"] or 1), "themes": row["themes"].split("|")}
    return row | times | points | {"made_by": "beheer", "example": example}
