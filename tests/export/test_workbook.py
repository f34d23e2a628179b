"""A workbook: numbers to count with that look as on the page, text that stays text."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.export import made, reading
from wijzer import texts
from wijzer.export import table, workbook

FIGURES, ABOUT = texts.BOOK_FIGURES, texts.BOOK_ABOUT


def test_the_sheet_shows_the_table_of_the_page() -> None:
    tile = made.tile()
    assert reading.sheet(workbook.xlsx(tile), FIGURES) == [tile.header, *tile.body]


def test_the_other_sheet_explains_it() -> None:
    tile = made.tile(facts=made.EXAMPLE)
    assert reading.sheet(workbook.xlsx(tile), ABOUT) == [texts.ABOUT_HEADER, *table.about(tile)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("67%", 67),
        ("67% (ongunstiger)", 67),
        ("2020", 2020),
        ("1.234", 1234),
        ("31.200 euro", 31200),
        ("0,66 km", 0.66),
        ("1,50", 1.5),
        ("+10 procentpunt", 10),
        ("−2,4 procentpunt", -2.4),
        ("161 per 1.000 inwoners", 161),
        ("1.125 (1.121 tot 1.129)", 1125),
        ("0,0", 0),
    ],
)
def test_a_number_can_be_counted_with_and_looks_the_same(text: str, value: float) -> None:
    sheet = first(workbook.xlsx(made.tile(body=(("naam", text, ""),))))
    assert sheet["B2"].value == value
    assert reading.shown(sheet["B2"]) == text


@pytest.mark.parametrize(
    "text",
    [
        *("verborgen", "minder dan 10", "10 of meer", "2012–2020", "3 maart 2026", "0123", ""),
        *("65 jaar en ouder", "9007199254740993", "+0", '5 "x"', "-3", "1.12.34", "٣", "1e5"),
    ],
)
def test_what_is_no_number_stays_text(text: str) -> None:
    sheet = first(workbook.xlsx(made.tile(body=(("naam", text, "1"),))))
    assert (sheet["B2"].value or "") == text
    assert isinstance(sheet["C2"].value, int)


FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", " =1", "#N/A", "=", "\uff1d1",
    "=cmd|' /C calc'!A0", "{=1}",
)  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_impossible(text: str) -> None:
    tile = made.tile(
        header=("=A1", text, "Den Haag"), body=((text, text, "1"),), title=text, sentence=text
    )
    content = workbook.xlsx(tile)
    assert reading.formulas(content) == []
    assert reading.sheet(content, FIGURES) == [tile.header, *tile.body]
    for sheet in reading.book(content).worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    # Also when somebody goes into the cell and leaves it again.
    assert first(content)["A2"].quotePrefix == (text.lstrip()[0] in "=+-@")


@settings(max_examples=25)
@given(
    st.lists(st.text(max_size=12) | st.from_regex(r"[+−-]?\d{1,3}(\.\d{3})?(,\d)?%?"), max_size=8)
)
def test_any_cell_shows_what_the_page_shows(cells: list[str]) -> None:
    tile = made.tile(header=("A", "B"), body=tuple(("x", one) for one in cells))
    content = workbook.xlsx(tile)
    assert reading.formulas(content) == []
    found = [line[1] for line in reading.sheet(content, FIGURES)[1:]]
    assert [plain(one) for one in found] == [plain(one) for one in cells]


def plain(text: str) -> str:
    """Without signs that no workbook may hold, and with one kind of line end."""
    kept = workbook.ILLEGAL_CHARACTERS_RE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in kept if letter not in "\ufffe\uffff")


def test_the_document_says_what_it_is_and_names_nobody() -> None:
    told = reading.book(workbook.xlsx(made.tile())).properties
    assert told.title == "Eenzaam door de jaren: Moerwijk · Moerwijk (Zuidwest) · 9 maart 2026"
    assert told.subject == "Eenzaamheid"
    assert told.language == "nl-NL"
    assert told.creator == told.lastModifiedBy == texts.APP
    assert told.created == datetime(2026, 3, 9)


def test_the_table_reads_well_aloud() -> None:
    content = workbook.xlsx(made.tile())
    for sheet in reading.book(content).worksheets:
        assert sheet.freeze_panes == "A2"
        assert list(sheet.merged_cells.ranges) == []
        [one] = sheet.tables.values()
        assert one.ref == sheet.dimensions and one.headerRowCount == 1


def test_a_header_that_excel_cannot_name_gives_no_broken_table() -> None:
    """Excel repairs a file whose table has two columns of one name, or one without."""
    for header in (("A", "a", "B"), ("", "B", "C")):
        assert not first(workbook.xlsx(made.tile(header=header))).tables
    assert not first(workbook.xlsx(made.tile(body=()))).tables


def test_an_example_is_marked_on_every_line_and_every_sheet_of_paper() -> None:
    content = workbook.xlsx(made.tile(facts=made.EXAMPLE))
    found = reading.sheet(content, FIGURES)
    assert [line[-1] for line in found] == [texts.EXAMPLE_COLUMN, "ja", "ja"]
    for sheet in reading.book(content).worksheets:
        assert sheet.oddHeader.center.text == texts.EXAMPLE_SENTENCE
    assert first(workbook.xlsx(made.tile())).oddHeader.center.text is None


def first(content: bytes) -> Worksheet:
    """The sheet with the figures."""
    found = reading.book(content)[FIGURES]
    assert isinstance(found, Worksheet)
    return found
