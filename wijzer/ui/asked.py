"""What a request for something to take along says: who asks, for which view, and by which name of
this server."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from starlette.requests import Request

from wijzer.access import Visitor
from wijzer.export.content import Codes, Deck, Tile
from wijzer.ui import visitor

MOST_CODES = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: `home` is the address of the app as the reader of a link can use it."""

    visitor: Visitor
    codes: Codes
    home: str

    def at_home(self, tile: Tile) -> Tile:
        """The tile with a whole link, which works from outside the dashboard too."""
        return replace(tile, facts=replace(tile.facts, address=self.home + tile.facts.address))

    def deck_at_home(self, deck: Deck) -> Deck:
        """The presentation with whole links, its own and those of its tiles."""
        slides = tuple(
            replace(one, tile=self.at_home(one.tile)) if one.tile else one for one in deck.slides
        )
        return replace(deck, address=self.home + deck.address, slides=slides)


def of(request: Request) -> Asked:
    """What this request asks."""
    return Asked(visitor.asking(request), _codes(request.url.query), _home(request))


def _codes(query: str) -> Codes:
    try:
        return tuple(parse_qsl(query, max_num_fields=MOST_CODES))
    except ValueError:
        return ()


def _home(request: Request) -> str:
    """As the request named it; in a meeting others cannot use this machine's name for itself."""
    if visitor.shared() and request.url.hostname in ("localhost", "127.0.0.1", "::1"):
        return visitor.address()
    return str(request.base_url).rstrip("/")
