"""What people print: one picture or table on a sheet, and the factsheet of a place."""

from wijzer import texts
from wijzer.export import factsheet as factsheets
from wijzer.export import typeset
from wijzer.export.content import Tile
from wijzer.export.factsheet import Factsheet
from wijzer.export.typeset import Made

WIDTH = 680
"""Pixels of a drawing as wide as the text of an A4 page: its letters keep their size."""
HIGHEST = 720
"""Pixels of a drawing that fits on a page; a higher one gives way to that for the beamer."""


def sheet(tile: Tile) -> bytes:
    """One tile on A4: picture, table and facts, the table over as many pages as it asks."""
    facts = tile.facts
    head = typeset.Head(
        f"{tile.title} – {facts.place}",
        tile.sentence,
        (facts.place, facts.subject, texts.APP),
        facts.made_on,
        f"{texts.APP} · {texts.date(facts.made_on)}",
    )
    return typeset.pdf("sheet", head, _sheet(tile))


def _sheet(tile: Tile) -> Made:
    picture, largest = _picture(tile)
    return {
        "head": tile.title,
        "sentence": tile.sentence,
        "example": texts.EXAMPLE_SENTENCE if tile.facts.example else "",
        "picture": picture,
        "largest": texts.SHEET_LARGEST if largest else "",
        "worth": tile.worth,
        "note": tile.note,
        "table_title": texts.SHEET_TABLE if picture else texts.SHEET_TABLE_ALONE,
        "header": tile.header,
        "body": tile.body,
        "about_title": texts.SHEET_ABOUT,
        "facts": _facts(tile),
    }


def _picture(tile: Tile) -> tuple[Made | None, bool]:
    """The drawing, and whether it only has what stands out."""
    if tile.drawing is None:
        return None, False
    made = typeset.picture(tile.drawing, typeset.alternative(tile), WIDTH)
    if made["height"] <= HIGHEST or tile.slide is None:
        return made, False
    return typeset.picture(tile.slide, typeset.alternative(tile), WIDTH), True


def _facts(tile: Tile) -> list[Made]:
    """Label, text, and where the text leads to: only a whole address leads anywhere on paper."""
    address = tile.facts.address
    return [
        {"label": label, "said": said, "to": said if said == address and "://" in said else ""}
        for label, said in tile.facts.lines()
        if label != texts.FACT_EXAMPLE
    ]


def factsheet(one: Factsheet) -> bytes:
    """The factsheet of a place: two pages of A4, whatever is known of it."""
    day = texts.date(one.made_on)
    head = typeset.Head(
        texts.FACTSHEET_NAME.format(gebied=one.place, datum=day),
        texts.FACTSHEET_TELLS.format(gebied=one.place),
        tuple(dict.fromkeys((one.place, one.whole, one.municipality, texts.FACTSHEET))),
        one.made_on,
        " · ".join((texts.APP, texts.FACTSHEET, one.place, day)),
    )
    return typeset.pdf("factsheet", head, factsheets.content(one))
