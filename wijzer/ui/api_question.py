"""What the API can be asked: one table of names and codes, for answers and description alike."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijzer import catalog, texts
from wijzer.export.content import Codes
from wijzer.ui import choice, data, frame, places
from wijzer.ui.places import Place
from wijzer.ui.tiles import TILES


@dataclass(frozen=True, slots=True)
class Parameter:
    """A name that the address may carry, and by code what it can be."""

    name: str
    codes: Callable[[], Mapping[str, str]]
    example: str
    required: bool = False

    @property
    def says(self) -> str:
        """What it means."""
        return texts.API_SAYS[self.name]


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose codes are known; empty is not asked. `codes` are those of a tile."""

    place: Place
    domain: str = ""
    indicator: str = ""
    year: int | None = None
    tile: str = ""
    codes: Codes = ()


class Refused(Exception):
    """A question without an answer: why in Dutch, which name is wrong, and what it could be."""

    def __init__(
        self, status: int, said: str, name: str = "", code: str = "", allowed: Iterable[str] = ()
    ) -> None:
        self.status, self.name, self.allowed = status, name, list(allowed)
        asked = texts.shortened(code, 60)
        self.detail = said.format(naam=name, code=asked, codes=", ".join(self.allowed))
        super().__init__(self.detail)


def _neighbourhoods() -> dict[str, str]:
    return {id: one.name for id, one in catalog.neighbourhoods().items()}


def _parts() -> dict[str, str]:
    """The parts of all neighbourhoods."""
    return {
        code: name
        for one in catalog.neighbourhoods().values()
        for code, name in places.options(one).items()
    } | {choice.WHOLE: texts.WHOLE}


def _indicators() -> dict[str, str]:
    return {id: one.name for id, one in catalog.indicators().items()}


def _years() -> dict[str, str]:
    """From the first to the last year of any figure."""
    rows = data.sources()
    first = min(int(row["first_year"]) for row in rows)
    last = max(int(row["last_year"]) for row in rows)
    return {str(year): str(year) for year in range(first, last + 1)}


def _tiles() -> dict[str, str]:
    """By tile the page that it stands on."""
    pages = {one.url_path or "start": one.title for one in frame.PAGES}
    return {id: pages.get(id.split("-")[0], id) for id in TILES}


PARAMETERS = (
    Parameter("wijk", _neighbourhoods, "zuidwest", required=True),
    Parameter("deel", _parts, "WK051836"),
    Parameter("domein", catalog.domain_names, "leefstijl"),
    Parameter("indicator", _indicators, "eenzaam"),
    Parameter("jaar", _years, "2020"),
    Parameter("tegel", _tiles, "profiel-lijst"),
)
_BY_NAME = {one.name: one for one in PARAMETERS}


def of(asked: Sequence[tuple[str, str]]) -> Question:
    """The question in an address. Raises Refused.

    Other choices of the pages with figures are let be, so that their address can be used as it
    is; any other name is refused.
    """
    given = _once(asked)
    place = _place(given)
    if tile := _known(given, "tegel"):
        return Question(place, tile=tile, codes=tuple(_of_tile(place, given)))
    for name in given:
        if name not in _BY_NAME and name not in ELSEWHERE:
            raise Refused(400, texts.API_UNKNOWN_NAME, name, name, _BY_NAME)
    year = _year(given)
    return Question(place, *_subject(given), year=year)


def _once(asked: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What is asked by name, each name at most once, without what is empty."""
    if len(asked) > MOST:
        raise Refused(400, texts.API_TOO_MANY)
    for name, count in Counter(name for name, _ in asked).items():
        if count > 1:
            raise Refused(400, texts.API_TWICE, name, name)
    return {name: code for name, code in asked if code}


def _place(given: Mapping[str, str]) -> Place:
    if "wijk" not in given:
        raise Refused(400, texts.API_NEEDS, "wijk", allowed=_neighbourhoods())
    one = catalog.neighbourhood(_known(given, "wijk"))
    part = given.get("deel", choice.WHOLE)
    if part not in places.options(one):
        raise Refused(404, texts.API_UNKNOWN, "deel", part, places.options(one))
    return places.at(one, part)


def _known(given: Mapping[str, str], name: str) -> str:
    """The code that was given, empty when there is none. Raises Refused when it is not known."""
    code = given.get(name, "")
    known = _BY_NAME[name].codes()
    if code and code not in known:
        raise Refused(404, texts.API_UNKNOWN, name, code, known)
    return code


def _subject(given: Mapping[str, str]) -> tuple[str, str]:
    domain, indicator = _known(given, "domein"), _known(given, "indicator")
    own = catalog.indicator(indicator).domain if indicator else ""
    if domain and own and domain != own:
        raise Refused(400, texts.API_OTHER_DOMAIN, "domein", indicator, [own])
    return domain, indicator


def _year(given: Mapping[str, str]) -> int | None:
    code = given.get("jaar", "")
    if code and not re.fullmatch("[0-9]{4}", code):
        raise Refused(400, texts.API_NO_YEAR, "jaar", code, _years())
    return int(_known(given, "jaar")) if code else None


def _of_tile(place: Place, given: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The codes for a tile: its place, and what else was given."""
    yield from places.where(place)
    for name, code in given.items():
        if name not in ("wijk", "deel", "tegel"):
            yield name, code


MOST = 30
"""Names in one address; the longest of a page has about ten."""
ELSEWHERE = frozenset(("lijst", "kaart", "bevolking", "leeswijzer"))
"""Choices of the pages with figures beside these: they are let be."""
