"""The file back as a workbook, with what is wrong in red and said in a note on the cell.

It is made anew from what was read: nothing in it can run, and text that looks like a formula is
text.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from wijzer import texts
from wijzer.ingest.monitor.fault import Fault
from wijzer.ingest.monitor.sheet import shown_names
from wijzer.ingest.monitor.workbook import Sheet, Value

_RED = PatternFill("solid", fgColor="F6B5A7")
_LONGEST = 32_000
"""A cell of a workbook holds no more."""


def workbook(sheets: Sequence[Sheet], hint: str, faults: Sequence[Fault]) -> bytes:
    """The sheets with their faults."""
    book = Workbook()
    book.remove(book.worksheets[0])
    at: dict[tuple[str, int], list[Fault]] = defaultdict(list)
    for one in faults:
        at[one.sheet, max(one.row, 1)].append(one)
    for place, (sheet, name) in enumerate(shown_names(sheets, hint), start=1):
        page = book.create_sheet(f"{place} {name}"[:31])
        for row, cells in [(1, sheet.header), *sheet.rows]:
            for column, value in enumerate(cells, start=1):
                _put(page.cell(row, column), value)
            for column, said in _said(at.get((name, row), ())).items():
                _mark(page.cell(row, column), said)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _said(faults: Sequence[Fault]) -> Mapping[int, list[str]]:
    """What is said of one row, by column; of the whole row in its first cell."""
    found: dict[int, list[str]] = defaultdict(list)
    for one in faults:
        said = one.said if one.at >= 0 else f"{one.column}: {one.said}"
        found[max(one.at, 0) + 1].append(said)
    return found


def _mark(cell: Cell, said: Sequence[str]) -> None:
    cell.fill = _RED
    cell.comment = Comment("\n".join(dict.fromkeys(said)), texts.APP, width=320, height=120)


def _put(cell: Cell, value: Value) -> None:
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "DD-MM-YYYY"
        return
    cell.value = value[:_LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = True
