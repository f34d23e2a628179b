"""Sheets as lines: each cell read as the field of its column, and refused when it looks like
something about a person."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from wijzer import texts
from wijzer.ingest.monitor import cells, person, private
from wijzer.ingest.monitor.cells import Wrong
from wijzer.ingest.monitor.fault import Fault
from wijzer.ingest.monitor.subjects import (
    CHECKLIST,
    PERSON,
    QUESTIONNAIRE,
    SUBJECTS,
    Column,
    Subject,
    named,
)
from wijzer.ingest.monitor.workbook import Sheet, Value

ASIDE = ("uitleg", "lijsten")
"""Sheets of the template that hold nothing to bring in."""
EXAMPLE = "voorbeeld"
"""Beginning of the header of the column that marks the filled-in row of a template."""


@dataclass(slots=True)
class Line:
    """One row: the values of its fields, the cells of its items, and where it stands.

    A field that could not be read is in `wrong`, so that nothing more is said of it.
    """

    subject: Subject
    sheet: str
    row: int
    places: dict[str, int]
    values: dict[str, Any] = field(default_factory=dict)
    items: dict[str, Value] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    id: str = ""

    def fault(self, field: str, said: str) -> Fault:
        """What is wrong with one field of this row."""
        at = self.places.get(field, self.subject.place(field))
        return Fault(self.sheet, self.row, self.subject.header(field), said, at)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the columns: fields by place, items by place, and the example mark."""

    columns: dict[int, Column]
    items: dict[int, str]
    mark: int | None
    width: int
    faults: tuple[Fault, ...]
    usable: bool


def subject_of(sheet: Sheet, hint: str, alone: bool) -> Subject | None:
    """Which template a sheet follows: as told, by its name, or by what stands above it."""
    if hint and alone:
        return named(hint)
    return named(sheet.name) or _by_header(sheet)


def _by_header(sheet: Sheet) -> Subject | None:
    given = {_plain(cells.as_text(one)) for one in sheet.header}
    found = [one for one in SUBJECTS if given and _needs(one) <= given]
    counts = {one.sheet: len(given & {_plain(c.header) for c in one.columns}) for one in found}
    best = [one for one in found if counts[one.sheet] == max(counts.values())]
    return best[0] if len(best) == 1 else None


def _needs(subject: Subject) -> set[str]:
    return {_plain(one.header) for one in subject.columns if one.field.required}


def _plain(text: str) -> str:
    """A header without capitals, accents and spaces around it."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in bare if not unicodedata.combining(one)).split())


def lines(sheets: Sequence[Sheet], hint: str, secret: bytes, faults: list[Fault]) -> Iterator[Line]:
    """The rows of all sheets that can be read; what cannot is added to `faults`."""
    kept = _kept(sheets)
    for sheet, name in shown_names(sheets, hint):
        subject = subject_of(sheet, hint, len(kept) == 1)
        if sheet.error or subject is None:
            names = texts.listed([one.sheet for one in SUBJECTS])
            said = sheet.error or texts.SHEET_UNKNOWN.format(namen=names)
            faults.append(Fault(name, 0, "", said))
            continue
        yield from _of_sheet(sheet, subject, name, secret, faults)


def _kept(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets that hold something to bring in."""
    told = [one for one in sheets if one.error or one.header]
    return [one for one in told if _plain(one.name) not in ASIDE]


def shown_names(sheets: Sequence[Sheet], hint: str) -> list[tuple[Sheet, str]]:
    """The sheets that hold something to bring in, each with a name that tells one from another.

    What follows the name of a template is left out, unless it is a list of questions: it may be
    the name of a person.
    """
    kept, found, seen = _kept(sheets), [], set()
    for place, sheet in enumerate(kept, start=1):
        subject = subject_of(sheet, hint, len(kept) == 1)
        number = texts.SHEET_NUMBER.format(nummer=place)
        name = _shown_name(sheet, subject) if subject else number
        name = f"{name} ({number})" if name in seen else name
        seen.add(name)
        found.append((sheet, name))
    return found


def _of_sheet(
    sheet: Sheet, subject: Subject, name: str, secret: bytes, faults: list[Fault]
) -> Iterator[Line]:
    head = _head(sheet, subject, name)
    faults += head.faults
    if not head.usable:
        return
    fields = {one.field.name: at for at, one in head.columns.items()}
    places = fields | {item: at for at, item in head.items.items()}
    for row, found in sheet.rows:
        if head.mark is not None and head.mark < len(found) and found[head.mark] is not None:
            continue
        line = Line(subject, name, row, places, dict.fromkeys(fields))
        for at, cell in enumerate(found):
            _read(line, head, at, cell, secret, faults)
        if any(one is not None for one in [*line.values.values(), *line.items.values()]) or (
            line.wrong
        ):
            yield line


def _shown_name(sheet: Sheet, subject: Subject) -> str:
    """The name of a sheet as it may be repeated: what follows that of the template may not."""
    rest = sheet.name.casefold().removeprefix(subject.sheet).strip("- _().")
    known = rest in cells.words(QUESTIONNAIRE) or rest in cells.words(CHECKLIST) or rest.isdigit()
    return f"{subject.sheet}-{rest}" if known else subject.sheet


def _head(sheet: Sheet, subject: Subject, name: str) -> _Head:
    by_header = {_plain(one.header): one for one in subject.columns}
    items = item_ids(subject)
    columns: dict[int, Column] = {}
    found_items: dict[int, str] = {}
    mark, faults = None, []
    for at, cell in enumerate(sheet.header):
        text = cells.as_text(cell)
        column = by_header.get(_plain(text))
        if column and column not in columns.values():
            columns[at] = column
        elif text in items and text not in found_items.values():
            found_items[at] = text
        elif _plain(text).startswith(EXAMPLE):
            mark = at
        elif text or _holds(sheet, at):
            faults.append(Fault(name, 1, _letter(at), _strange(text, column, subject), at))
    missing = [c for c in subject.columns if c.field.required and c not in columns.values()]
    for one in missing:
        faults.append(Fault(name, 1, one.header, texts.COLUMN_MISSING, -1))
    return _Head(columns, found_items, mark, len(sheet.header), tuple(faults), not missing)


def _holds(sheet: Sheet, at: int) -> bool:
    return any(at < len(row) and row[at] is not None for _, row in sheet.rows)


def _letter(at: int) -> str:
    return texts.COLUMN_LETTER.format(letter=get_column_letter(at + 1))


def _strange(text: str, column: Column | None, subject: Subject) -> str:
    """What to say of a column that the template does not have. Its header is not repeated."""
    if column:
        return texts.COLUMN_TWICE
    if kind := private.header(text, subject.about_people):
        return texts.PRIVATE_COLUMN[kind]
    if private.looks(text):
        return texts.PRIVATE[private.looks(text)]
    return texts.COLUMN_UNKNOWN if text else texts.COLUMN_NAMELESS


def item_ids(subject: Subject) -> dict[str, None]:
    """The ids of all questions that a template can have a column for, in order."""
    if not subject.items:
        return {}
    of = next(c.field.of for c in subject.columns if c.field.of in (QUESTIONNAIRE, CHECKLIST))
    found = [item.id for one in cells.lists_of_questions(of).values() for item in one.items]
    return dict.fromkeys(sorted(found, key=lambda id: (len(id), id)))


def _read(
    line: Line, head: _Head, at: int, cell: Value, secret: bytes, faults: list[Fault]
) -> None:
    column, item = head.columns.get(at), head.items.get(at)
    if column is None and item is None:
        if at >= head.width and cell is not None:
            faults.append(Fault(line.sheet, line.row, _letter(at), texts.CELL_OUTSIDE, at))
        return
    name = column.field.name if column else str(item)
    try:
        if column is None:
            _refuse_private(cell)
            line.items[name] = cell
        else:
            line.values[name] = _value(column, cell, secret)
    except Wrong as error:
        line.wrong.add(name)
        header = column.header if column else name
        faults.append(Fault(line.sheet, line.row, header, str(error), at))


def _value(column: Column, cell: Value, secret: bytes) -> Any:
    if column.field.of != PERSON:
        _refuse_private(cell)
        found = cells.value(column.field, cell)
        cells.level(column.field, found)
        return found
    if cell is None:
        return None
    text = cells.as_text(cell)
    if kind := private.person_number(text):
        raise Wrong(texts.PRIVATE_NUMBER[kind])
    return person.key(secret, text)


def _refuse_private(cell: Value) -> None:
    """Raises Wrong when a cell seems to be about somebody."""
    large = isinstance(cell, int | float) and abs(cell) >= 10**8
    if (isinstance(cell, str) or large) and (kind := private.looks(cells.as_text(cell))):
        raise Wrong(texts.PRIVATE[kind])
