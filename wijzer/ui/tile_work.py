"""The work behind the page of one tile: for whom, and which page."""

import re

from starlette.requests import Request
from starlette.responses import HTMLResponse

from wijzer.access import PUBLIC, Visitor
from wijzer.export import drawing
from wijzer.export.content import Codes, Tile
from wijzer.store.database import StoreMissing
from wijzer.store.register import RegisterError
from wijzer.ui import asked, entered, plain_page, served, tile_page, tiles
from wijzer.ui.asked import Asked

WIDE, NARROW = 672, 352
"""Pixels of the drawing, for a screen and for a phone or a narrow frame."""


def answer(request: Request) -> HTMLResponse:
    """The page, or one that says in Dutch why there is none.

    What stands in a page of somebody else is always made for the public, whoever looks: that page
    may be shown to anybody.
    """
    one = asked.of(request)
    embedded = dict(one.codes).get("embed") == "true"
    codes = tuple(code for code in one.codes if code[0] != "embed")
    who = PUBLIC if embedded else one.visitor
    found = _page(request.path_params["tile"], Asked(who, codes, one.home), embedded)
    if embedded:
        found.headers["Content-Security-Policy"] = served.IN_ANY_FRAME
    return found


def _page(id: str, one: Asked, embedded: bool) -> HTMLResponse:
    try:
        tile = tiles.made(one.visitor, id, one.codes)
    except tiles.UnknownTile:
        return plain_page.no_tile()
    except (StoreMissing, RegisterError):
        return plain_page.busy()
    if tile is None:
        return plain_page.nothing()
    drawn = _drawn(one.visitor, tile)
    return tile_page.frame(tile, drawn) if embedded else tile_page.whole(tile, drawn, one.home)


def _drawn(visitor: Visitor, tile: Tile) -> tuple[str, ...]:
    """The drawing for a wide and for a narrow screen; nothing when there is none."""
    if tile.drawing is None:
        return ()
    return tuple(_svg(visitor, tile.id, tile.codes, width) for width in (WIDE, NARROW))


@entered.kept
def _svg(visitor: Visitor, id: str, codes: Codes, width: int) -> str:
    """A drawing as wide as what it stands in, with names of its own: two stand on one page."""
    tile = tiles.made(visitor, id, codes)
    if tile is None or tile.drawing is None:
        return ""
    made = drawing.svg(tile.drawing, width)
    named = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>w{width}-", made)
    return re.sub(r'(<svg[^>]*?) width="[^"]*" height="[^"]*"', r"\1", named, count=1)
