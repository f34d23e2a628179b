"""A tile as an Excel workbook: a sheet with the table, and one that explains it.

A number is a number that Excel can count with, and looks as it does on the page. What a spreadsheet
could take for a formula stays text.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from wijzer import palette, texts
from wijzer.export import native, table
from wijzer.export.content import Tile, slug

WIDEST = 60
"""Characters of a column; longer text goes on under itself."""


def xlsx(tile: Tile) -> bytes:
    """The workbook: the sheet "Cijfers" has the table from its first cell, "Toelichting" the facts.

    No cells are merged and the header stays in view: it reads well aloud too.
    """
    book = Workbook()
    figures = book.worksheets[0]
    figures.title = texts.BOOK_FIGURES
    header, body = table.whole(tile)
    _fill(figures, header, body, slug(tile.id).replace("-", "_"))
    _fill(book.create_sheet(texts.BOOK_ABOUT), texts.ABOUT_HEADER, table.about(tile), "toelichting")
    if tile.facts.example:
        _mark(book)
    _describe(book, tile)
    found = io.BytesIO()
    book.save(found)
    return found.getvalue()


def _mark(book: Workbook) -> None:
    """The mark of an example, on every tab and every sheet of paper."""
    for sheet in book.worksheets:
        sheet.sheet_properties.tabColor = palette.hue(3, text=True)[1:]
        if sheet.oddHeader is not None:
            sheet.oddHeader.center.text = texts.EXAMPLE_SENTENCE


def _describe(book: Workbook, tile: Tile) -> None:
    """Properties of the document. The author is the program: no person's name."""
    told = book.properties
    told.title = f"{tile.title} · {tile.facts.place} · {texts.date(tile.facts.made_on)}"
    told.subject = tile.facts.subject
    told.description = tile.facts.small()
    told.language = "nl-NL"
    told.creator = told.lastModifiedBy = texts.APP
    told.created = told.modified = datetime.combine(tile.facts.made_on, time())


def _fill(
    sheet: Worksheet, header: Sequence[str], body: Iterable[Sequence[str]], name: str
) -> None:
    lines = [header, *body]
    for row, line in enumerate(lines, 1):
        sheet.append([_cell(Cell(sheet, row, place), text) for place, text in enumerate(line, 1)])
    for place, found in enumerate(zip_longest(*lines, fillvalue=""), 1):
        width = min(WIDEST, max(map(len, found)) + 4)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if len(lines) > 1 and all(header) and len({one.lower() for one in header}) == len(header):
        _name(sheet, name)


def _name(sheet: Worksheet, name: str) -> None:
    """Makes the cells a table of Excel, of which a screen reader tells the headers."""
    one = Table(displayName=f"tabel_{name}", ref=sheet.dimensions)
    one.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(one)


def _cell(cell: Cell, text: str) -> Cell:
    """The cell with its text; one that names its line is only a number when it is a year."""
    head, names = cell.row == 1, cell.column == 1 and not text.isdecimal()
    found = None if head or names else number(text)
    if found:
        cell.value, cell.number_format = found
        cell.alignment = Alignment(horizontal="right", vertical="top")
    else:
        _write_text(cell, text)
    if head:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=palette.PALE[1:])
    return cell


def _write_text(cell: Cell, text: str) -> None:
    """Text that stays text, also when it begins like a formula or an error, or is typed anew."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.quotePrefix = text.lstrip()[:1] in ("=", "+", "-", "@")
    cell.alignment = Alignment(wrap_text=len(text) > WIDEST, vertical="top")


def number(text: str) -> tuple[float, str] | None:
    """The number of a cell and the format in which Excel shows exactly this text; else None.

    What follows the number (unit, words in brackets) is part of the format: "37% (gunstiger)".
    """
    one, found = native.number(text), _SHOWN.fullmatch(text)
    if not one or not found:
        return None
    sign, digits, more = found.groups()
    grouped = "." in digits
    if (sign and not one.value) or _written(abs(one.value), one.decimals, grouped) != digits:
        return None
    shape = ("#,##0" if grouped else "0") + ("." + "0" * one.decimals if one.decimals else "")
    shape += f'"{more}"' if more else ""
    # With a sign: what is above, below and at zero, where Excel shows no sign.
    code = f'"+"{shape};"−"{shape};{shape}' if sign else shape
    value = one.value if one.decimals else int(one.value)
    return (value, code) if len(code) <= _LONGEST else None


_LONGEST = 255  # characters of a format, to Excel
_SHOWN = re.compile(r'([+−]?)([\d.,]+)([^"]*)')


def _written(value: float, decimals: int, grouped: bool) -> str:
    text = texts.number(value, decimals)
    return text if grouped else text.replace(".", "")
