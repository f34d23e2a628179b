"""Presentations: from a tile, a ready-made set, or the slides that people put in an order."""

from datetime import date
from urllib.parse import urlencode

from wijzer import publish, texts
from wijzer.access import Visitor
from wijzer.export.content import Codes, Deck, Slide, named
from wijzer.ui import decks_made, decks_own, entered, player, tiles
from wijzer.ui.places import where
from wijzer.ui.player import Progress
from wijzer.ui.tiles import wish
from wijzer.ui.tiles.wish import Wish

ONE, SET, OWN = "tegel", "set", "presentatie"
"""Names in the link: of one tile, of a ready-made set, and of a presentation in the register."""


def deck(visitor: Visitor, codes: Codes) -> Deck | None:
    """The presentation that a link asks for, as this visitor may see it.

    None when there is no such set or presentation, or nothing that may be shown. Raises
    UnknownTile, RegisterError.
    """
    asked = dict(codes)
    if OWN in asked:
        return _own(visitor, asked[OWN])
    wanted = wish.of(visitor, codes)
    if SET in asked:
        return _set(wanted, asked[SET]) if asked[SET] in decks_made.SETS else None
    return _one(wanted, asked.get(ONE, ""), codes)


def existing(visitor: Visitor, codes: Codes) -> Deck:
    """The same; raises NothingToShow instead of giving None."""
    found = deck(visitor, codes)
    if found is None:
        raise NothingToShow
    return found


def offline(visitor: Visitor, codes: Codes, progress: Progress | None = None) -> bytes:
    """The presentation as one HTML file that needs no internet.

    `progress` is told how many slides are done, and of how many. Raises as `existing`.
    """
    return player.file(visitor, existing(visitor, codes), progress)


def file_name(deck: Deck, ending: str) -> str:
    """The name of a file of a presentation: place, subject and day."""
    return named((deck.place, deck.title), deck.made_on, ending)


class NothingToShow(Exception):
    """There is no such presentation, or nothing of it may be shown."""


def _one(wanted: Wish, id: str, codes: Codes) -> Deck | None:
    """One tile; its link keeps all choices."""
    own = tuple(pair for pair in codes if pair[0] != ONE)
    found = tiles.made(wanted.visitor, id, own)
    if found is None:
        return None
    slide = decks_made.of_tile(found)
    return _deck(wanted, found.facts.subject, f"{ONE}={id}&{found.query}", (slide,))


def _set(wanted: Wish, name: str) -> Deck:
    title = texts.SET_TITLE[name].format(gebied=wanted.place_name)
    address = urlencode(((SET, name), *where(wanted.place)))
    return _deck(wanted, title, address, decks_made.SETS[name](wanted))


def _own(visitor: Visitor, id: str) -> Deck | None:
    row = entered.seen(visitor)["presentation"].get(id)
    if row is None:
        return None
    wanted = wish.of(visitor, (("wijk", row["neighbourhood"]),))
    made = decks_own.slides(visitor, row)
    return _deck(wanted, publish.title(row), urlencode({OWN: id}), made) if made else None


def _deck(wanted: Wish, title: str, address: str, slides: tuple[Slide, ...]) -> Deck:
    actions = decks_own.actions(wanted.visitor, wanted.neighbourhood)
    place = wanted.place_name
    return Deck(title, place, f"/toon?{address}", date.today(), slides, actions)
