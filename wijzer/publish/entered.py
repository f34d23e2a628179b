"""What people entered, as a visitor may see it, and how its values read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wijzer import access, catalog, texts, thresholds
from wijzer.access import Action, Visitor
from wijzer.kinds import KINDS, Field, Form
from wijzer.model import Role
from wijzer.publish.door import Row
from wijzer.stats.missing import known
from wijzer.store.entries import State

PEOPLE = (
    *("residents", "professionals", "size", "people", "contacts", "sent", "received", "begun"),
    "quality_answers",
)
"""Fields that count people: told above a threshold only."""

FEWEST_ANSWERS = {role: limits.answers for role, limits in thresholds.now().limits.items()}
"""A reading that rests on fewer answers is not told to a role."""

_SPOKEN = ("given", "published")


def entered(state: State, visitor: Visitor) -> State:
    """Everything in use that this visitor may see.

    Retired things and drafts are left out, and quotes without consent: what is not finished is
    no part of a plan, whoever looks. Numbers of people become text in `<field>_text`; the number
    itself is gone.
    """
    return {
        kind: {id: _told(row, visitor) for id, row in rows.items() if _visible(kind, row)}
        for kind, rows in state.items()
    }


def _visible(kind: str, row: Row) -> bool:
    return row["life"] == "active" and spoken(kind, row)


def spoken(kind: str, row: Row) -> bool:
    """Whether the words of a thing may be told: of a quote or story with consent only."""
    return kind not in ("quote", "story") or row["consent"] in _SPOKEN


def drafts(state: State, visitor: Visitor) -> list[tuple[str, Row]]:
    """Things that were set aside half-done, as (kind, row), the newest first; for the team."""
    if not access.may(visitor, Action.SEE_DRAFTS):
        return []
    found = [
        (kind, row)
        for kind, rows in state.items()
        for row in rows.values()
        if row["life"] == "draft"
    ]
    return sorted(found, key=lambda one: one[1]["made_at"], reverse=True)


def _told(row: Row, visitor: Visitor) -> Row:
    if "answers" in row:
        few = _too_few(row["answers"], visitor)
        return row | {"value": None, "answers": None, "few": True} if few else row | {"few": False}
    if "quality_answers" in row and _too_few(row["quality_answers"], visitor):
        row = row | {"quality": None}
    counts = [name for name in PEOPLE if name in row]
    if not counts:
        return row
    kept = {name: cell for name, cell in row.items() if name not in counts}
    return kept | {f"{name}_text": people_text(row[name], visitor) for name in counts}


def _too_few(answers: int | None, visitor: Visitor) -> bool:
    return known(answers) and answers < FEWEST_ANSWERS[visitor.role]


def people_text(count: int | None, visitor: Visitor) -> str:
    """A number of people as this visitor may read it."""
    smallest = access.SMALLEST[visitor.role]
    return texts.people_count(count, smallest, exact=visitor.role is Role.TEAM)


def of(seen: State, kind: str, neighbourhood: str) -> list[Row]:
    """The things of one kind in one neighbourhood, by their place in the order, then by name."""
    rows = [row for row in seen[kind].values() if neighbourhood in where(seen, kind, row)]
    return sorted(rows, key=lambda row: (row.get("place") or 99, str(row.get("title") or "")))


def where(seen: State, kind: str, row: Row) -> tuple[str, ...]:
    """The neighbourhoods that a thing belongs to: its own, or those of what it hangs on."""
    if "neighbourhoods" in row:
        return tuple(row["neighbourhoods"] or ())
    if "neighbourhood" in row:
        return (row["neighbourhood"],)
    for name in ("theme", "intervention", "goal", "meeting", "presentation"):
        parent = seen[name].get(row.get(name) or "")
        if name in row and parent:
            return where(seen, name, parent)
    return ()


def many(row: Row, name: str) -> list[str]:
    """A list field of a row, empty when it was not filled in."""
    return list(row[name] or ())


def examples(rows: Iterable[Row]) -> bool:
    """Whether any of these things is invented."""
    return any(row["example"] for row in rows)


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and ids are called: things in the register, and areas by code."""

    things: State
    areas: Mapping[str, str]

    def value(self, one: Field, value: Any) -> str:
        """A value of a field as it reads on the screen; empty text for nothing."""
        if value is None or value in ("", (), []):
            return ""
        if one.form.many:
            return texts.enumerate_words([self._single(one, each) for each in value])
        return self._single(one, value)

    def _single(self, one: Field, value: Any) -> str:
        if one.form in (Form.CODE, Form.CODES):
            return texts.WORD[one.of].get(value, str(value))
        if one.form in (Form.REF, Form.REFS):
            return title(self.things[one.of].get(value))
        if one.form in (Form.INDICATOR, Form.INDICATORS):
            found = catalog.indicators().get(value)
            return found.name if found else str(value)
        return _plain(one.form, value, self.areas)


def _plain(form: Form, value: Any, areas: Mapping[str, str]) -> str:
    if form in (Form.NEIGHBOURHOOD, Form.NEIGHBOURHOODS):
        found = catalog.neighbourhoods().get(value)
        return found.name if found else str(value)
    if form is Form.AREA:
        return areas.get(value, str(value))
    if isinstance(value, bool):
        return texts.YES if value else texts.NO
    if isinstance(value, date):
        return texts.date(value)
    return texts.plain_number(value) if isinstance(value, int | float) else str(value)


def title(row: Row | None) -> str:
    """What a thing is called: its name, else what it is about, else what it says."""
    if row is None:
        return texts.GONE
    if "factor" in row:
        return texts.WORD["factor"].get(row["factor"] or "", str(row["id"]))
    if "sector" in row and "meeting" in row:
        return texts.first_upper(texts.WORD["sector"].get(row["sector"] or "", str(row["id"])))
    if "answers" in row:
        return texts.reading_name(row["day"], row["source"])
    if "scheme" in row:
        return texts.step_name(row["scheme"], row["number"], row["source"])
    if "intervention" in row and "day" in row and not row.get("title") and not row.get("text"):
        return texts.on_day(row["day"])
    return str(row.get("title") or row.get("text") or row["id"])


def facts(kind: str, row: Row, names: Names) -> list[tuple[str, str]]:
    """Label and value of every field of a thing that was filled in, in the order of the form."""
    found = ((texts.FIELD[one.name], told(names, one, row)) for one in KINDS[kind].fields)
    return [(label, value) for label, value in found if value]


def told(names: Names, one: Field, row: Row) -> str:
    """One field of a thing as text; numbers of people as far as they may be told."""
    if one.name in PEOPLE and f"{one.name}_text" in row:
        return str(row[f"{one.name}_text"])
    return names.value(one, row.get(one.name))
