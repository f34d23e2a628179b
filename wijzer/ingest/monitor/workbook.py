"""A workbook or CSV file as sheets of cells. Formulas, macros and markup are text, nothing runs."""

import csv
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import PurePath
from typing import cast
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from wijzer import texts

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 200

Value = str | float | int | bool | date | None
"""What stands in a cell. A formula is its text; a moment in time is text as well."""


class Unreadable(Exception):
    """The file cannot be read; the message is a Dutch sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the cells of its first row, and the other rows by number.

    Numbers are those that a spreadsheet shows. Empty rows are left out. `error` is set when the
    sheet is too large to read.
    """

    name: str
    header: tuple[Value, ...]
    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    error: str = ""


def read(name: str, body: bytes) -> list[Sheet]:
    """The sheets of a file. Of a CSV the only sheet has the name of the file, without its ending.

    Raises Unreadable.
    """
    if len(body) > MOST_BYTES:
        raise Unreadable(texts.FILE_TOO_LARGE.format(mb=MOST_BYTES // 1_000_000))
    if not body.strip():
        raise Unreadable(texts.FILE_EMPTY)
    if body.startswith(_OLE):
        raise Unreadable(texts.FILE_OLD)
    if body.startswith(b"PK"):
        return _workbook(body)
    if PurePath(name).suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods"):
        raise Unreadable(texts.FILE_NO_WORKBOOK)
    return [_sheet(PurePath(name).stem, _lines(body))]


_OLE = b"\xd0\xcf\x11\xe0"
"""The beginning of an old .xls, and of a workbook with a password."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ParseError, InvalidFileException, KeyError, ValueError,
    TypeError, AttributeError, IndexError, EOFError, OSError, RuntimeError, OverflowError,
)  # fmt: skip
"""What openpyxl raises for files that are no workbook: it has no error of its own."""


def _workbook(body: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            inside = packed.infolist()
            kinds = packed.read("[Content_Types].xml")
        if sum(one.file_size for one in inside) > MOST_UNPACKED:
            raise Unreadable(texts.FILE_TOO_LARGE.format(mb=MOST_BYTES // 1_000_000))
        if b"macroEnabled" in kinds or any("vbaProject" in one.filename for one in inside):
            raise Unreadable(texts.FILE_MACROS)
        book = load_workbook(BytesIO(body), read_only=True, data_only=False, keep_links=False)
        try:
            return [_sheet(name, lines) for name, lines in _tidy(book)]
        finally:
            book.close()
    except _BROKEN as error:
        raise Unreadable(texts.FILE_NO_WORKBOOK) from error


def _tidy(book: Workbook) -> Iterator[tuple[str, Iterable[Iterable[object]]]]:
    for page in book.worksheets:
        cast(ReadOnlyWorksheet, page).reset_dimensions()  # what the file tells may be wrong
        yield page.title, page.iter_rows(values_only=True)


def _lines(body: bytes) -> Iterator[list[str]]:
    text = _decoded(body)
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(";,\t", key=lambda one: (first.count(one), one == ";"))
    lines = csv.reader(StringIO(text, newline=""), delimiter=mark)
    try:
        yield from lines
    except csv.Error as error:
        raise Unreadable(texts.FILE_NO_CSV) from error


def _decoded(body: bytes) -> str:
    if b"\0" in body:
        raise Unreadable(texts.FILE_NO_CSV)
    for name in ("utf-8-sig", "cp1252"):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    raise Unreadable(texts.FILE_NO_CSV)


def _sheet(name: str, lines: Iterable[Iterable[object]]) -> Sheet:
    header: tuple[Value, ...] = ()
    rows = []
    for number, line in enumerate(lines, start=1):
        if number > MOST_ROWS:
            return Sheet(name, header, (), texts.SHEET_TOO_LARGE.format(rijen=_MOST_ROWS_TOLD))
        cells = _trimmed(line)
        if len(cells) > MOST_COLUMNS:
            return Sheet(name, (), (), texts.SHEET_TOO_WIDE.format(kolommen=MOST_COLUMNS))
        if cells and not header:
            header = cells
        elif cells:
            rows.append((number, cells))
    return Sheet(name, header, tuple(rows))


_MOST_ROWS_TOLD = texts.number(MOST_ROWS)


def _trimmed(line: Iterable[object]) -> tuple[Value, ...]:
    """The cells of a row up to the last that holds something."""
    cells = [_value(one) for one in line]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _value(cell: object) -> Value:
    if cell is None or isinstance(cell, bool | int | float):
        return cell
    if isinstance(cell, datetime):
        midnight = (cell.hour, cell.minute, cell.second, cell.microsecond) == (0, 0, 0, 0)
        return cell.date() if midnight else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell
    return cleaned(str(cell)) or None


_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Text without marks that nobody sees and that a workbook cannot hold."""
    return _STRANGE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
