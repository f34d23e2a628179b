"""A table of a tile as a table of PowerPoint: as many lines as can be read from the room."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from pptx.util import Pt

from wijzer.export import slide_fit
from wijzer.export.content import Tile
from wijzer.export.slide_master import PADDING, Box

SIZES = (18, 16, 14)
"""Sizes of letters to choose from, in points."""
MOST_COLUMNS = 7
SPARE, USUAL = 4, 40
"""Letters beside the longest word of a column, and the most that a long text asks for."""
LONGEST = 150
"""Letters of one cell: the whole text stands in the notes."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a table that fits: its lines with the header; sizes are in points."""

    size: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    lines: tuple[tuple[str, ...], ...]


def fitting(tile: Tile, box: Box) -> Part:
    """The first lines of the table of a tile: all of them in large letters, or as many as fit."""
    every = [_cells(line) for line in (tile.header, *tile.body)]
    widths = _widths(every, box.width)
    for size in SIZES:
        heights = [_height(line, widths, size) for line in every]
        if sum(heights) <= box.height:
            break
    kept = max(1, sum(below <= box.height for below in accumulate(heights)))
    return Part(size, tuple(widths), tuple(heights[:kept]), tuple(every[:kept]))


def _cells(line: Sequence[str]) -> tuple[str, ...]:
    return tuple(slide_fit.cut(text, 1, LONGEST, 1) for text in line[:MOST_COLUMNS])


def _widths(lines: Sequence[Sequence[str]], room: float) -> list[float]:
    """By the longest text in each column within reason, and never less than its longest word."""
    columns = list(zip(*lines, strict=True))
    wanted = [
        max(_longest_word(column) + SPARE, *(min(USUAL, len(text)) for text in column))
        for column in columns
    ]
    return [room * one / sum(wanted) for one in wanted]


def _longest_word(column: Sequence[str]) -> int:
    return max(len(word) for text in column for word in f"{text} -".split())


def _height(line: Sequence[str], widths: Sequence[float], size: int) -> float:
    """How high a line is: as high as its highest cell."""
    return max(
        slide_fit.height(text, size, width - 2 * PADDING[0]) + 2 * PADDING[1]
        for text, width in zip(line, widths, strict=True)
    )


def add(shapes: Any, part: Part, box: Box) -> Any:
    """Put the table in its place; returns its frame on the slide."""
    place = box._replace(height=sum(part.heights))
    frame = shapes.add_table(len(part.lines), len(part.widths), *map(Pt, place))
    for column, width in zip(frame.table.columns, part.widths, strict=True):
        column.width = Pt(width)
    for row, height, line in zip(frame.table.rows, part.heights, part.lines, strict=True):
        row.height = Pt(height)
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(part.size)
    return frame
