"""The templates as workbooks: headers, a filled-in row that does not count, lists to choose from,
and a sheet that explains each column."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from wijzer import catalog, texts
from wijzer.ingest.monitor import cells, sheet
from wijzer.ingest.monitor.cells import lists_of_questions
from wijzer.ingest.monitor.subjects import (
    CHECKLIST,
    LEVEL,
    PERSON,
    QUESTIONNAIRE,
    SUBJECTS,
    Column,
    Subject,
)
from wijzer.kinds import Form

_HEAD = PatternFill("solid", fgColor="1B5E84")
_EXAMPLE = Font(italic=True, color="55636E")
_ROWS = 2000
"""So many rows have lists to choose from."""


def write(folder: Path) -> str:
    """Write all templates to a folder. Returns a Dutch sentence. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in SUBJECTS:
        (folder / texts.TEMPLATE_FILE.format(naam=one.sheet)).write_bytes(workbook([one]))
    (folder / texts.TEMPLATE_ALL_FILE).write_bytes(workbook(SUBJECTS))
    return texts.TEMPLATE_WRITTEN.format(aantal=len(SUBJECTS) + 1, map=folder)


def workbook(subjects: Sequence[Subject]) -> bytes:
    """A workbook with a sheet for each of these subjects."""
    book = Workbook()
    explained = book.worksheets[0]
    explained.title = texts.TEMPLATE_EXPLAINED
    _explain(explained, subjects)
    lists = book.create_sheet(texts.TEMPLATE_LISTS)
    for one in subjects:
        _fill(book.create_sheet(one.sheet), one, lists)
    lists.sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def explanation(subject: Subject) -> list[list[str]]:
    """The columns of a template as rows: name, whether it must be filled in, what, an example."""
    rows = [[one.header, _must(one), says(one), one.example] for one in subject.columns]
    if subject.items:
        count = texts.TEMPLATE_ITEM.format(aantal=len(sheet.item_ids(subject)))
        rows.append([count, texts.TEMPLATE_MAY, texts.TEMPLATE_ITEM_SAYS, ""])
    return rows


def _must(one: Column) -> str:
    return texts.TEMPLATE_MUST if one.field.required else texts.TEMPLATE_MAY


def says(one: Column) -> str:
    """What belongs in a column, in one Dutch sentence and the words to choose from."""
    field = one.field
    if field.of in (PERSON, LEVEL):
        return texts.COLUMN_SAYS[field.of]
    if field.name == "id":
        return texts.COLUMN_SAYS["id"]
    kind = texts.KIND.get(field.of, "").lower()
    choices = texts.listed(list(_choices(one).values()))
    return texts.COLUMN_SAYS[field.form.value].format(soort=kind, keuzes=choices)


def _choices(one: Column) -> dict[str, str]:
    """The words to choose from, by code; none when anything may be filled in."""
    field = one.field
    if field.form in (Form.NEIGHBOURHOOD, Form.NEIGHBOURHOODS):
        return {id: each.name for id, each in catalog.neighbourhoods().items()}
    if field.of in (QUESTIONNAIRE, CHECKLIST):
        return {id: id for id in lists_of_questions(field.of)}
    if field.form is Form.YES:
        return {"yes": "ja", "no": "nee"}
    return cells.words(field.of) if field.form in (Form.CODE, Form.CODES) else {}


def _explain(page: Worksheet, subjects: Sequence[Subject]) -> None:
    page.append([texts.TEMPLATE_SHEET, *texts.TEMPLATE_HEADER])
    for one in subjects:
        page.append([one.sheet, "", "", texts.SUBJECT_SAYS[one.sheet], ""])
        for row in explanation(one):
            page.append([one.sheet, *row])
    _widths(page, (18, 20, 12, 90, 40))
    _heads(page)
    for line in page.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _fill(page: Worksheet, subject: Subject, lists: Worksheet) -> None:
    items = list(sheet.item_ids(subject))
    page.append([*(one.header for one in subject.columns), *items, texts.TEMPLATE_MARK])
    example = [*(one.example for one in subject.columns), *("" for _ in items)]
    page.append([*example, texts.TEMPLATE_MARKED])
    for cell in page[2]:
        cell.font = _EXAMPLE
    for at, one in enumerate(subject.columns, start=1):
        choices = list(_choices(one).values())
        if choices and not one.field.form.many:
            _offer(page, at, _listed(lists, choices))
    _heads(page)
    _widths(page, [max(14, len(one.header) + 4) for one in subject.columns])


def _listed(lists: Worksheet, choices: Sequence[str]) -> str:
    """Put words in a column of the sheet with lists. Returns where they are."""
    at = 1 if lists.cell(1, 1).value is None else lists.max_column + 1
    for row, word in enumerate(choices, start=1):
        lists.cell(row, at, word)
    letter = get_column_letter(at)
    return f"{quote_sheetname(lists.title)}!${letter}$1:${letter}${len(choices)}"


def _offer(page: Worksheet, at: int, where: str) -> None:
    offer = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(at)
    offer.add(f"{letter}2:{letter}{_ROWS}")
    page.add_data_validation(offer)


def _heads(page: Worksheet) -> None:
    page.freeze_panes = "A2"
    for cell in page[1]:
        assert isinstance(cell, Cell)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD


def _widths(page: Worksheet, widths: Sequence[int]) -> None:
    for at, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(at)].width = width
