"""Ready-made sets of slides: the profile, the four questions, the neighbourhoods side by side."""

from collections.abc import Callable, Iterable

from wijzer import catalog, texts
from wijzer.export.content import Codes, Slide, Tile
from wijzer.ui import compare_door, deck_choices, decks_own, tiles
from wijzer.ui.tiles.wish import Wish

Part = tuple[str, Codes]
"""A tile and its own choices."""


def of_tile(one: Tile) -> Slide:
    """The slide of a tile: its sentence is the title."""
    return Slide(one.sentence or one.title, "view", one)


def profile(wish: Wish) -> tuple[Slide, ...]:
    """Who live here, the thread, what stands out by domain, where, and through the years."""
    return (
        _opening("profiel", wish),
        *_thread(wish),
        *_shown(wish, _PROFILE),
        Slide(texts.SET_TALK, "text", lines=texts.SET_ASK["profiel"]),
    )


_PROFILE: tuple[Part, ...] = (
    ("profiel-mensen", (("bevolking", "age"),)),
    *(("profiel-lijst", (("lijst", domain.id),)) for domain in catalog.DOMAINS),
    ("profiel-kaart", ()),
    ("profiel-trend", ()),
)


def questions(wish: Wish) -> tuple[Slide, ...]:
    """Of each of the four questions one or two pictures, and who does what."""
    told = [slide for page, ids in _QUESTIONS.items() for slide in _question(wish, page, ids)]
    return (
        _opening("vragen", wish),
        *told,
        decks_own.action_slide(wish.visitor, wish.neighbourhood),
    )


_QUESTIONS = {
    "bereik": ("bereik-spiegel", "bereik-trechter"),
    "gezonder": ("gezonder-verandering", "gezonder-aandelen"),
    "samenwerking": ("samenwerking-netwerk", "samenwerking-oordeel"),
    "focus": ("focus-lichten", "focus-onderdelen"),
}


def _question(wish: Wish, page: str, ids: Iterable[str]) -> list[Slide]:
    found = _shown(wish, [(id, ()) for id in ids])
    return found or [Slide(texts.SET_NOTHING[page], "text", lines=_NOTHING)]


_NOTHING = (texts.SLIDE_EMPTY, *texts.SLIDE_EMPTY_WHY)


def beside(wish: Wish) -> tuple[Slide, ...]:
    """The neighbourhoods on one scale, to learn and not to rank: where they differ most."""
    each = [(("wijk", id),) for id in catalog.neighbourhoods()]
    most = (("indicator", compare_door.order()[0]),)
    parts = [
        *(("vergelijken-kolom", (*one, ("volgorde", "verschil"))) for one in each),
        ("vergelijken-trends", most),
        *(("vergelijken-kaart", (*one, *most)) for one in each),
        ("vergelijken-plan", ()),
        ("vergelijken-lessen", ()),
    ]
    return (
        _opening("vergelijken", wish),
        *_shown(wish, parts),
        Slide(texts.SET_TALK, "text", lines=texts.SET_ASK["vergelijken"]),
    )


def _opening(name: str, wish: Wish) -> Slide:
    title = texts.SET_TITLE[name].format(gebied=wish.place_name)
    return Slide(title, "text", lines=texts.SET_OPENING[name])


def _thread(wish: Wish) -> list[Slide]:
    """What the neighbourhood itself says runs through everything, with where it was published."""
    one = wish.place.neighbourhood
    if not one.threads:
        return []
    sources = dict.fromkeys(f"{texts.SOURCE}: {thread.source.text}." for thread in one.threads)
    lines = (*(thread.text for thread in one.threads), *sources)
    return [Slide(texts.SET_THREAD.format(wijk=one.name), "text", lines=lines)]


def _shown(wish: Wish, parts: Iterable[Part]) -> list[Slide]:
    """The slides of these tiles; those that show nothing are left out."""
    found = (
        tiles.made(wish.visitor, id, (*_where(wish, id), *codes))
        for id, codes in parts
        if id in tiles.TILES
    )
    return [of_tile(one) for one in found if one]


def _where(wish: Wish, tile: str) -> Codes:
    """The part in view for the tiles that know parts; else the whole neighbourhood."""
    return wish.where if deck_choices.by_part(tile) else wish.where[:1]


SETS: dict[str, Callable[[Wish], tuple[Slide, ...]]] = {
    "profiel": profile,
    "vragen": questions,
    "vergelijken": beside,
}
"""By code in the link, how a set is made."""
