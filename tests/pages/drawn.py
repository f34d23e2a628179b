"""The pictures and tables of a page as they go to the browser, and what can be taken along."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import parse_qsl

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from tests.pages.entering import elements
from tests.pages.visit import plain
from wijzer.export.content import Codes, Tile

Take = tuple[str, Codes]
"""A tile and its choices, as the links under a picture name them."""
PICTURES = {"vega_lite_chart", "arrow_vega_lite_chart"}
_FILE = re.compile(r'href="/neem-mee/([a-z-]+)\.csv\?([^"]*)"')


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: its specification, its rows, its text alternative, and the tile that it is."""

    spec: dict[str, Any]
    rows: list[dict[str, Any]]
    alternative: str
    take: Take | None


def takes(body: str) -> list[Take]:
    """What a piece of HTML offers to take along."""
    found = _FILE.findall(body)
    return [(tile, tuple(parse_qsl(unescape(query)))) for tile, query in found]


def offered(found: AppTest) -> list[Take]:
    """All that a page offers, in its order."""
    bodies = [one.proto.body for one in elements(found.main) if one.type == "html"]
    return [take for body in bodies for take in takes(body)]


def pictures(found: AppTest) -> list[Drawn]:
    """The pictures of a page in their order. What can be taken along stands below each of them, or
    below the last of some that stand beside each other."""
    every = [one for one in elements(found.main) if one.type in {*PICTURES, "html"}]
    places = [place for place, one in enumerate(every) if one.type in PICTURES]
    return [_drawn(every[place], [one.proto for one in every[place + 1 :]]) for place in places]


def _drawn(picture: Any, below: list[Any]) -> Drawn:
    found = [take for one in below for take in takes(getattr(one, "body", ""))]
    (sent,) = picture.proto.datasets
    rows = pa.ipc.open_stream(sent.data.data).read_all().to_pylist()
    spec = json.loads(picture.proto.spec)
    return Drawn(spec, rows, picture.proto.alt, found[0] if found else None)


def tables(found: AppTest) -> list[list[list[str]]]:
    """The tables of a page, each as rows of cells, the header first."""
    bodies = [one.proto.body for one in elements(found.main) if one.type == "html"]
    return [
        _cells(table) for body in bodies for table in re.findall(r"<table.*?</table>", body, re.S)
    ]


def _cells(table: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.S)
    return [
        [plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in rows
    ]


def tells(table: list[list[str]], tile: Tile) -> bool:
    """Whether a table of the page says all that the table of a tile says, cell by cell."""
    lines = [tile.header, *tile.body]
    return len(table) == len(lines) and all(map(tells_line, table, lines))


def tells_line(row: list[str], line: Sequence[str]) -> bool:
    """The same for one row. A page may have a column more, with something to do."""
    cells = iter(row)
    return all(any(_words(text) <= _words(cell) for cell in cells) for text in line)


def _words(text: str) -> set[str]:
    """Words and numbers. On the page a mark stands before them, and brackets stand elsewhere."""
    return set(re.findall(r"[^\s();]+", text))
