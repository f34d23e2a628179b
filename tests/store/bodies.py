"""Things to enter, made from the descriptions of the kinds, and a register to put them in."""

from datetime import date
from pathlib import Path
from typing import Any

from wijzer.access import MACHINE
from wijzer.kinds import CODES, KINDS, Field, Form
from wijzer.store import entries
from wijzer.store.register import FILE, Register, Row, create

_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'register' ORDER BY ALL"
_ALL = "SELECT * FROM register.$table ORDER BY ALL"

PLAIN: dict[Form, Any] = {
    Form.LINE: "Een regel",
    Form.TEXT: "Een tekst.\nOp twee regels.",
    Form.URL: "https://example.org/pagina",
    Form.DATE: date(2024, 2, 29),
    Form.NUMBER: 7.5,
    Form.COUNT: 3,
    Form.YES: True,
    Form.INDICATOR: "roken",
    Form.INDICATORS: ("roken", "eenzaam"),
    Form.AREA: "WK054609",
    Form.NEIGHBOURHOOD: "zuidwest",
    Form.NEIGHBOURHOODS: ("zuidwest", "stevenshof"),
}
OTHER = "partner-2"
EXCLUDED: dict[str, dict[str, Any]] = {
    "goal": {"measure": None, "unit": None},
    "focus_review": {"partly": None, "missed": None, "quality": 4.5},
    "referral": {"receiver": OTHER},
}
"""By kind, what a field must be because of another one."""
THEME = {"neighbourhood": "zuidwest", "title": "Meer bewegen", "choice": "proposed"}


def first(kind: str) -> str:
    """The id of the thing of this kind that `one_of_each` makes."""
    return f"{kind}-1"


def plain(one: Field) -> Any:
    """A good value for a field."""
    if one.form in (Form.CODE, Form.CODES):
        return CODES[one.of][:2] if one.form.many else CODES[one.of][0]
    if one.form in (Form.REF, Form.REFS):
        return (first(one.of),) if one.form.many else first(one.of)
    return PLAIN[one.form]


def filled(kind: str) -> dict[str, Any]:
    """A body in which every field has a value, apart from what excludes another."""
    body = {one.name: plain(one) for one in KINDS[kind].fields}
    return body | EXCLUDED.get(kind, {})


def least(kind: str) -> dict[str, Any]:
    """A body with the required fields only."""
    body = {one.name: plain(one) for one in KINDS[kind].fields if one.required}
    return body | {name: OTHER for name in ("receiver",) if name in body}


def begin(folder: Path) -> Register:
    """An open register without anything in it."""
    folder.mkdir(parents=True, exist_ok=True)
    create(folder / FILE)
    return Register(folder / FILE)


def one_of_each(register: Register) -> None:
    """One thing of every kind, so that everything can be referred to."""
    for kind, id in [*((kind, first(kind)) for kind in KINDS), ("partner", OTHER)]:
        entries.save(register, MACHINE, kind, id, {}, entries.Saving(life="draft"))
    for kind in KINDS:
        how = entries.Saving(seen=1)
        entries.save(register, MACHINE, kind, first(kind), filled(kind), how)


def theme(register: Register, id: str, **more: Any) -> str:
    """Save a new theme. Returns its id."""
    entries.save(register, MACHINE, "theme", id, THEME | more, entries.Saving())
    return id


def cells(register: Register) -> dict[str, list[Row]]:
    """Everything in the register, by table."""
    names = [row["table_name"] for row in register.rows(_TABLES)]
    return {name: register.rows(_ALL.replace("$table", name)) for name in names}


def entered(register: Register) -> dict[str, list[Row]]:
    """Everything that was entered: `cells` without what tells when the schema was made."""
    return {name: rows for name, rows in cells(register).items() if name != "step_taken"}
