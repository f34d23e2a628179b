"""The player: which HTML a presentation becomes, in the app and as a file without internet."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import parse_qsl, urlencode

from wijzer import access, publish, texts
from wijzer.access import Action, Visitor
from wijzer.export import offline, slide_html
from wijzer.export.content import Codes, Deck, Slide, Tile
from wijzer.export.offline import Shown
from wijzer.export.slide_html import Option, Screens
from wijzer.model import Sign
from wijzer.ui import data, deck_choices, entered, served, tiles
from wijzer.ui import visitor as who
from wijzer.ui.tiles import wish

Progress = Callable[[int, int], None]
"""Called with how many slides are done, and of how many."""

DRAWERS = 3
"""Threads that draw. The drawing itself is one at a time; more threads give nothing."""
WALL, PHONE = Screens(phone=False), Screens(wall=False)
MOST_FIGURES = 4
"""Other figures of a slide that go along in a file: those that stand out most."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is kept of a slide: what it looks like follows from these, so only they are compared."""

    visitor: Visitor
    title: str
    tile: str
    codes: Codes
    screens: Screens
    slide: Slide = field(compare=False)


@entered.kept
def _inside(asked: _Asked) -> str:
    choices = deck_choices.choices(asked.visitor, asked.tile, asked.codes)
    return slide_html.inside(asked.slide, choices, asked.screens)


def shown(visitor: Visitor, slide: Slide, screens: Screens = slide_html.ALL) -> Shown:
    """A slide as it stands in a document."""
    tile = slide.tile
    if tile is None:
        return Shown(slide_html.inside(slide), id=slide.id)
    inside = _inside(_Asked(visitor, slide.title, tile.id, tile.codes, screens, slide))
    where = dict(tile.codes)
    group = f"{where.get('wijk')} {where.get('deel')}"
    return Shown(inside, tile.id, tile.query, group, slide.id)


def other(visitor: Visitor, tile: str, codes: Codes, screens: Screens) -> Shown:
    """The slide of one tile with other choices; words when there is nothing to show.

    Raises UnknownTile.
    """
    found = tiles.made(visitor, tile, codes)
    if found:
        return shown(visitor, Slide(found.sentence or found.title, "view", found), screens)
    lines = (texts.SLIDE_EMPTY, *texts.SLIDE_EMPTY_WHY)
    choices = deck_choices.choices(visitor, tile, codes)
    inside = slide_html.inside(Slide(texts.SHOW_EMPTY, "text", lines=lines), choices)
    return Shown(inside, tile, urlencode(codes))


def page(visitor: Visitor, deck: Deck) -> str:
    """The document that the app serves; the team can put its own slides in another order."""
    own = any(slide.id for slide in deck.slides) and access.may(visitor, Action.ENTER)
    with ThreadPoolExecutor(DRAWERS) as pool:
        slides = list(pool.map(lambda one: shown(visitor, one), deck.slides))
    return offline.document(deck, slides, offline.served("/presentatie/volgorde" if own else ""))


def file(visitor: Visitor, deck: Deck, progress: Progress | None = None) -> bytes:
    """The same as one file, with the other subdistricts and some other figures inside."""
    wanted = _wanted(visitor, deck)
    count = len(deck.slides) + len(wanted)

    def told(done: int, one: Shown) -> Shown:
        if progress:
            progress(done, count)
        return one

    with ThreadPoolExecutor(DRAWERS) as pool:
        drawn = pool.map(lambda one: shown(visitor, one), deck.slides)
        more = pool.map(lambda one: other(visitor, one[0], one[1], WALL), wanted.values())
        slides = [told(done, one) for done, one in enumerate(drawn, start=1)]
        others = [told(done, one) for done, one in enumerate(more, start=len(slides) + 1)]
    variants = {key: one.inside for key, one in zip(wanted, others, strict=True)}
    made = offline.document(deck, slides, offline.saved(_font()), variants)
    return made.replace('href="/', f'href="{who.address()}/').encode()


def _wanted(visitor: Visitor, deck: Deck) -> dict[str, tuple[str, Codes]]:
    """The slides that go along in a file, by their key: which tile, with which choices."""
    found: dict[str, tuple[str, Codes]] = {}
    for tile in (slide.tile for slide in deck.slides if slide.tile):
        for option in _options(visitor, tile):
            codes = tuple(parse_qsl(option.query))
            found[offline.key(tile.id, option.query)] = (tile.id, codes)
    there = {offline.key(one.tile.id, one.tile.query) for one in deck.slides if one.tile}
    return {key: one for key, one in found.items() if key not in there}


def _options(visitor: Visitor, tile: Tile) -> Iterable[Option]:
    """Every part of the neighbourhood; of other figures some, where a slide is about one part."""
    for one in deck_choices.choices(visitor, tile.id, tile.codes):
        if one.param == deck_choices.PART:
            yield from one.options
        elif one.param == "indicator" and deck_choices.by_part(tile.id):
            telling = _telling(visitor, tile)
            yield from (option for option in one.options if option.code in telling)


def _telling(visitor: Visitor, tile: Tile) -> set[str]:
    rows = data.profile(wish.of(visitor, tile.codes).place.area.code)
    sides = (Sign.UNFAVOURABLE, Sign.FAVOURABLE)
    found = [row for side in sides for row in publish.stand_out(rows, side, MOST_FIGURES // 2)]
    return {str(row["indicator"]) for row in found}


@cache
def _font() -> bytes:
    """The font of the app, for a file that stands alone."""
    return served.font().read_bytes()


def style() -> str:
    """The style sheet of the document that the app serves."""
    return offline.style(f"/static/media/{served.font().name}")
