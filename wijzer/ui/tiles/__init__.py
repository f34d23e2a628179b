"""Every picture of every page as a tile: by id, for one visitor, with the choices of a link."""

from datetime import date

from wijzer.access import Visitor
from wijzer.export.content import Codes, Tile
from wijzer.ui import entered
from wijzer.ui.tiles import (
    compare,
    cooperation,
    focus,
    healthier,
    learn,
    plan,
    profile,
    reach,
    themes,
    wish,
)
from wijzer.ui.tiles.wish import Maker

TILES: dict[str, Maker] = {
    **profile.TILES,
    **compare.TILES,
    **reach.TILES,
    **healthier.TILES,
    **cooperation.TILES,
    **focus.TILES,
    **themes.TILES,
    **plan.TILES,
    **learn.TILES,
}
"""By id, how a tile is made. The id is the page and the picture on it."""


class UnknownTile(Exception):
    """There is no tile of this name."""


def made(visitor: Visitor, id: str, codes: Codes) -> Tile | None:
    """The tile with this id for these choices; None when there is nothing (that may be) shown.

    Raises UnknownTile.
    """
    if id not in TILES:
        raise UnknownTile(id)
    return _made(visitor, id, codes, date.today())


@entered.kept
def _made(visitor: Visitor, id: str, codes: Codes, day: date) -> Tile | None:
    """`day` tells answers apart: a tile says when it was made."""
    return TILES[id](wish.of(visitor, codes))
