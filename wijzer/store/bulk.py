"""What is counted in thousands and comes by import: rows by pseudonymous key, rounds of partners.

These are not revised but replaced; `replaced` keeps what stood there, for as long as an import can
be taken back.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from wijzer.store.register import Change, Register, Row

Key = tuple[Any, ...]
"""What tells one row of a table from another."""

KEYS: dict[str, tuple[str, ...]] = {
    "participant": ("intervention", "person"),
    "attendance": ("session", "person"),
    "response": ("round", "person", "instrument"),
    "roster": ("round", "partner"),
    "tie": ("round", "sender", "receiver", "respondent"),
    "checklist": ("round", "partner", "respondent", "instrument"),
}
"""The tables, each with the columns of its key."""

PERSONAL = ("participant", "attendance", "response")
"""Tables with rows about one person."""

_ABOUT = ("batch", "example", "version")
"""Columns that tell how a row came in: they do not make it another one."""

_ALL = "SELECT * FROM register.$table"
_PUT = """
INSERT OR REPLACE INTO register.$table BY NAME
SELECT unnest(row) FROM (SELECT unnest($rows) AS row)
"""
_KEEP = "INSERT INTO replaced SELECT $batch, $table_name, unnest($rows)"
_KEPT = "SELECT row FROM replaced WHERE batch = $batch AND tbl = $table_name"
_FORGET = "DELETE FROM register.$table WHERE batch = $batch"
_FORGET_KEPT = "DELETE FROM replaced WHERE batch = $batch"


def key(table: str, row: Row) -> Key:
    """What tells this row from another one."""
    return tuple(row[name] for name in KEYS[table])


def held(register: Register, table: str) -> dict[Key, Row]:
    """All rows of a table."""
    return {key(table, row): row for row in register.rows(_for(_ALL, table))}


def differ(before: Row, after: Row) -> bool:
    """Whether a row says something else than the one that stands there."""
    return any(before[name] != value for name, value in after.items() if name not in _ABOUT)


def put(change: Change, table: str, rows: Sequence[Row], batch: str, example: bool) -> None:
    """Put rows in a table, in the place of those with the same key."""
    if rows:
        about = {"batch": batch, "example": example}
        change.run(_for(_PUT, table), rows=[{**row, **about} for row in rows])


def keep(change: Change, table: str, rows: Iterable[Row], batch: str) -> None:
    """Remember what stood there before an import."""
    texts = [json.dumps(row, default=_as_text, sort_keys=True) for row in rows]
    if texts:
        change.run(_KEEP, batch=batch, table_name=table, rows=texts)


def put_back(change: Change, tables: Iterable[str], batch: str) -> None:
    """Take the rows of an import out, and put back what stood there."""
    for table in tables:
        change.run(_for(_FORGET, table), batch=batch)
        kept = change.rows(_KEPT, batch=batch, table_name=table)
        if kept:
            rows = [_from_text(json.loads(one["row"])) for one in kept]
            change.run(_for(_PUT, table), rows=rows)
    change.run(_FORGET_KEPT, batch=batch)


def _as_text(value: object) -> dict[str, str]:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(type(value))


def _from_text(row: Mapping[str, Any]) -> Row:
    return {
        name: date.fromisoformat(value["day"]) if isinstance(value, dict) else value
        for name, value in row.items()
    }


def _for(sql: str, table: str) -> str:
    """A table's name cannot be a parameter; these are a closed list."""
    assert table in KEYS
    return sql.replace("$table", table)


_EXAMPLES = "SELECT count(*) AS found FROM register.$table WHERE example"
_FORGET_EXAMPLES = "DELETE FROM register.$table WHERE example"
_OF_RUNS = "DELETE FROM replaced WHERE batch IN (SELECT id FROM import_run WHERE example)"
_OF_ROWS = """DELETE FROM replaced WHERE contains(row, '"example": true')"""
_RUNS = "DELETE FROM import_run WHERE example"


def examples(register: Register) -> int:
    """How many example rows there are in these tables."""
    found = (register.rows(_for(_EXAMPLES, table)) for table in KEYS)
    return sum(int(rows[0]["found"]) for rows in found)


def forget_examples(change: Change) -> None:
    """Take every example row out, with the runs that brought them and what they replaced."""
    for table in KEYS:
        change.run(_for(_FORGET_EXAMPLES, table))
    for sql in (_OF_RUNS, _OF_ROWS, _RUNS):
        change.run(sql)
