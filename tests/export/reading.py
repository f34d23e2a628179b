"""Reads files to take along as a person's own program shows them."""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

Line = tuple[str, ...]


def comma(content: bytes) -> list[Line]:
    """The lines of a CSV, as a Dutch spreadsheet reads them."""
    assert content.startswith(b"\xef\xbb\xbf")
    return [*map(tuple, csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))]


def text_of_csv(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip()[:1] in ("=", "+", "-", "@") else cell


def book(content: bytes) -> Workbook:
    """A workbook, with formulas as formulas."""
    return load_workbook(io.BytesIO(content))


def sheet(content: bytes, name: str) -> list[Line]:
    """The cells of a sheet as Excel shows them in Dutch."""
    return [tuple(map(shown, row)) for row in book(content)[name].iter_rows()]


def shown(cell: Cell) -> str:
    """What Excel shows: our own formats only, so that any other one is noticed."""
    if cell.value is None or isinstance(cell.value, str):
        return str(cell.value or "")
    assert isinstance(cell.value, int | float), cell.value
    sections = re.findall(r'(?:"[^"]*"|[^;"])+', cell.number_format)
    place = 0 if cell.value > 0 or len(sections) == 1 else 1 if cell.value < 0 else 2
    parts = re.fullmatch(r'("[^"]*")?(#,##)?0(?:\.(0+))?("[^"]*")?', sections[place])
    assert parts, cell.number_format
    before, groups, decimals, after = parts.groups()
    text = f"{abs(cell.value):{',' if groups else ''}.{len(decimals or '')}f}"
    minus = "-" if cell.value < 0 and len(sections) == 1 else ""
    dutch = text.translate(str.maketrans(",.", ".,"))
    return f"{minus}{(before or '').strip(chr(34))}{dutch}{(after or '').strip(chr(34))}"


def formulas(content: bytes) -> list[str]:
    """Every formula in the sheets of a workbook, read from the file itself."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return [found for name in names for found in _formulas(packed.read(name))]


def _formulas(part: bytes) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(part).iter() if one.tag.endswith("}f")]


def words(svg: str) -> str:
    """All text of an SVG: its title, description and letters, lines joined."""
    return " ".join(" ".join(ElementTree.fromstring(svg).itertext()).split())
