"""The table of a tile in a file: the same words and numbers, with what must be known of them."""

import csv as comma
import io

import pandas as pd

from wijzer import catalog, publish, texts
from wijzer.export.content import Tile
from wijzer.model import Indicator

Lines = list[tuple[str, ...]]


def csv(tile: Tile) -> bytes:
    """The table as CSV for a Dutch spreadsheet; under it, after an empty line, the facts.

    The table comes first, so that its header is the first line, where a spreadsheet looks for it.
    """
    header, body = whole(tile)
    return publish.table_csv(header, [*body, (), texts.ABOUT_HEADER, *about(tile)])


def whole(tile: Tile) -> tuple[tuple[str, ...], Lines]:
    """Header and lines. Behind the table of the page stand for a map all that is known of each
    area, and for example figures a column that says so: a line that is copied keeps its mark.
    """
    header, body = tile.header, list(tile.body)
    more, known = _known(tile)
    if len(known) == len(body):
        header, body = header + more, [line + own for line, own in zip(body, known, strict=True)]
    if tile.facts.example:
        header = (*header, texts.EXAMPLE_COLUMN)
        body = [(*line, texts.EXAMPLE_YES) for line in body]
    return header, body


def about(tile: Tile) -> list[tuple[str, str]]:
    """Label and text: what the table shows, what it is worth, and every fact about it."""
    told = [
        (texts.FACT_TITLE, tile.title),
        (texts.FACT_SEEN, tile.sentence),
        (texts.FACT_WORTH, tile.worth),
        (texts.FACT_NOTE, tile.note),
        (texts.FACT_ALTERNATIVE, tile.alternative),
    ]
    return [(label, text) for label, text in told if text] + tile.facts.lines()


def figures(tile: Tile) -> tuple[pd.DataFrame, Indicator, int] | None:
    """The published rows of a map of one figure, with that figure and year; None for the rest."""
    codes = dict(tile.codes)
    indicator, year = codes.get("indicator", ""), codes.get("jaar", "")
    drawing = tile.drawing
    if drawing is None or not drawing.is_map or "sign" not in drawing.rows.schema.names:
        return None
    if indicator not in catalog.indicators() or not year.isdecimal():
        return None
    return drawing.rows.to_pandas(), catalog.indicator(indicator), int(year)


def _known(tile: Tile) -> tuple[tuple[str, ...], Lines]:
    """What is known of each area of a map, in the order of its table; nothing for the rest."""
    found = figures(tile)
    if found is None:
        return (), []
    text = publish.csv(publish.with_facts(*found)).decode("utf-8-sig")
    header, *lines = comma.reader(io.StringIO(text), delimiter=";")
    kept = [place for place, name in enumerate(header) if name != texts.EXAMPLE_COLUMN]
    return _only(header, kept), [_only(line, kept) for line in lines]


def _only(line: list[str], places: list[int]) -> tuple[str, ...]:
    return tuple(line[place] for place in places)
