"""What can be changed on a slide while it is shown: the subdistrict, and the figure."""

from collections.abc import Callable
from urllib.parse import urlencode

from wijzer import catalog, texts
from wijzer.access import Visitor
from wijzer.export.content import Codes
from wijzer.export.slide_html import Choice, Option
from wijzer.ui import choice, data, pictures
from wijzer.ui.places import Place
from wijzer.ui.tiles import wish

PART = "deel"
BY_PART = ("profiel", "bereik", "gezonder")
"""Pages that show something else in another part of the neighbourhood."""

Listed = tuple[tuple[str, str, str], ...]
"""Options as code, name and group."""


def by_part(tile: str) -> bool:
    """Whether a tile shows something else in another part of the neighbourhood."""
    return tile.split("-")[0] in BY_PART


def choices(visitor: Visitor, tile: str, codes: Codes) -> tuple[Choice, ...]:
    """The choices of the slide of a tile, with the codes as they stand."""
    place = wish.of(visitor, codes).place
    found = [_part(place, tile, codes), *(_own(place, tile, codes))]
    return tuple(one for one in found if len(one.options) > 1)


def _part(place: Place, tile: str, codes: Codes) -> Choice:
    chosen = choice.WHOLE if place.whole else place.area.code
    areas = data.areas()
    names = {choice.WHOLE: place.neighbourhood.name}
    names |= {
        code: areas[code].name
        for code in (*place.subdistricts, place.area.code)
        if code != place.neighbourhood.code
    }
    listed = tuple((code, name, "") for code, name in names.items()) if by_part(tile) else ()
    return _choice(PART, texts.SHOW_AREA, chosen, listed, codes)


def _own(place: Place, tile: str, codes: Codes) -> list[Choice]:
    asked = dict(codes)
    return [
        _choice(param, label, asked[param], listed(place), codes)
        for param, (label, tiles, listed) in _OWN.items()
        if tile in tiles and param in asked
    ]


def _indicators(place: Place) -> Listed:
    known = data.profile(place.area.code)
    rows = [row for row in known if not row["missing"]]
    return tuple(
        (row["indicator"], row["name"], pictures.domain_name(domain.id))
        for domain in catalog.DOMAINS
        for row in rows
        if row["domain"] == domain.id
    )


def _domains(place: Place) -> Listed:
    return tuple((id, name, "") for id, name in catalog.domain_names().items())


def _traits(place: Place) -> Listed:
    found = data.people_pictures(place.area.code, place.position)
    return tuple((id, name, "") for id, name in texts.TRAIT_WORD.items() if id in found)


_OF_ONE = ("profiel-trend", "profiel-kaart", "vergelijken-trends", "vergelijken-kaart")
_OWN: dict[str, tuple[str, tuple[str, ...], Callable[[Place], Listed]]] = {
    "indicator": (texts.SHOW_FIGURE, _OF_ONE, _indicators),
    "lijst": (texts.SHOW_DOMAIN, ("profiel-lijst",), _domains),
    "bevolking": (texts.SHOW_TRAIT, ("profiel-mensen",), _traits),
}
"""By name in the link: its label, the tiles that have it, and the options in a place."""

_DEPEND = {"indicator": ("jaar", "kaart"), PART: ("jaar", "kaart")}
"""Choices that may not fit another one: then the default is shown, as on the page."""


def _choice(param: str, label: str, chosen: str, listed: Listed, codes: Codes) -> Choice:
    kept = tuple(pair for pair in codes if pair[0] not in _DEPEND.get(param, ()))
    options = tuple(
        Option(code, name, urlencode(codes if code == chosen else _with(kept, param, code)), group)
        for code, name, group in listed
    )
    return Choice(param, label, chosen, options)


def _with(codes: Codes, param: str, code: str) -> Codes:
    return tuple((name, code if name == param else value) for name, value in codes)
