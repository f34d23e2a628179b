"""Views at random: somebody, a picture, a place, and choices that can be made there.

A tile tells by itself what can be chosen: it is made by a wish that chooses by chance from what it
is offered, and remembers what it chose.
"""

from collections.abc import Collection
from dataclasses import dataclass
from random import Random

from wijzer import catalog
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.export.content import Codes
from wijzer.ui import choice, places
from wijzer.ui.tiles import TILES
from wijzer.ui.tiles.wish import Wish, where

View = tuple[Visitor, str, Codes]

OFTEN = 0.5
"""How often another choice is made than the one a page begins with."""
TRIES = 50


@dataclass(frozen=True, slots=True)
class ByChance(Wish):
    """A wish without codes of its own: it takes one of those that are known."""

    chance: Random
    chosen: dict[str, str]

    def asked(self, param: str) -> str:
        return self.chosen.get(param, "")

    def code(self, name: str, known: Collection[str], default: str) -> str:
        if name not in self.chosen and known and self.chance.random() < OFTEN:
            self.chosen[name] = self.chance.choice(list(known))
        code = self.chosen.get(name, default)
        return code if code in known else default


def views(number: int, seed: int) -> list[View]:
    """So many views in which there is something to see; the same ones for the same seed.

    Every tile has its turn, but one that has nothing to show anywhere.
    """
    chance, ids = Random(seed), sorted(TILES)
    found: list[View] = []
    while len(found) < number and ids:
        turn = {id: _seen(chance, id) for id in chance.sample(ids, len(ids))}
        found += [view for view in turn.values() if view]
        ids = [id for id in ids if turn[id]]
    return found[:number]


def _seen(chance: Random, id: str) -> View | None:
    return next(filter(None, (_view(chance, id) for _ in range(TRIES))), None)


def _view(chance: Random, id: str) -> View | None:
    """A view of this tile somewhere; None when there is nothing to see."""
    who = chance.choice([TEAM, PUBLIC])
    one = chance.choice(list(catalog.neighbourhoods().values()))
    parts = list(places.options(one))
    part = chance.choice(parts) if chance.random() < OFTEN else choice.WHOLE
    place = places.at(one, part)
    wish = ByChance(who, place, {}, chance, {})
    if TILES[id](wish) is None:
        return None
    return who, id, (*where(place), *wish.chosen.items())
