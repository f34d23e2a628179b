"""What is asked for when a tile is made: who looks, where, and which choices were made."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa

from wijzer import catalog, texts
from wijzer.access import Visitor
from wijzer.export.content import Codes, Drawing, Facts, Native, Tile
from wijzer.model import Role
from wijzer.publish import Row
from wijzer.ui import choice, entered, places, tables
from wijzer.ui.pictures import Picture
from wijzer.ui.places import Place
from wijzer.ui.places import where as where
from wijzer.ui.things import Scene


@dataclass(frozen=True, slots=True)
class Wish:
    """A request for a tile; what a code does not say is the default, as on the page."""

    visitor: Visitor
    place: Place
    codes: Mapping[str, str]

    def code(self, name: str, known: Collection[str], default: str) -> str:
        """The chosen code when it is known, else the default."""
        asked = self.codes.get(name, "")
        return asked if asked in known else default

    def asked(self, param: str) -> str:
        """The code that is asked for, as `choice.asked`."""
        return self.codes.get(param, "")

    def select(
        self,
        param: str,
        label: str,
        options: Mapping[str, str],
        default: str = "",
        elsewhere: Collection[str] = (),
    ) -> str:
        """The chosen code, as `choice.select` tells it on the page; here nothing is drawn."""
        return self.code(param, options, default or next(iter(options)))

    buttons = select

    @property
    def scene(self) -> Scene:
        """What the parts of a page ask for."""
        return Scene(self.place, self.visitor, entered.seen(self.visitor))

    @property
    def neighbourhood(self) -> str:
        """The neighbourhood's id."""
        return self.place.neighbourhood.id

    @property
    def where(self) -> tuple[tuple[str, str], ...]:
        """The codes of the place: neighbourhood, and part when that is not the whole."""
        return where(self.place)

    @property
    def place_name(self) -> str:
        """The area in view, with its neighbourhood when it is a part."""
        area, whole = self.place.area.name, self.place.neighbourhood.name
        return whole if self.place.whole else f"{area} ({whole})"


def of(visitor: Visitor, codes: Codes) -> Wish:
    """The wish that these codes express; unknown places give the default."""
    asked = dict(codes)
    every = catalog.neighbourhoods()
    one = every.get(asked.get("wijk", ""), next(iter(every.values())))
    part = asked.get("deel", choice.WHOLE)
    known = part in places.options(one)
    return Wish(visitor, places.at(one, part if known else choice.WHOLE), asked)


@dataclass(frozen=True, slots=True)
class Told:
    """What a maker adds to a picture: its subject and the facts about its figures."""

    subject: str
    sources: tuple[str, ...] = ()
    period: str = ""
    benchmark: str = ""
    rule: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    example: bool = False
    worth: str = ""


def tile(
    id: str,
    page: str,
    wish: Wish,
    picture: Picture,
    told: Told,
    codes: tuple[tuple[str, str], ...] = (),
    *,
    slide: Picture | None = None,
    native: Native | None = None,
    is_map: bool = False,
) -> Tile:
    """A tile of a picture: `codes` are its own choices, resolved, after those of the place."""
    shown = picture.title, picture.sentence, picture.header, picture.body
    return replace(
        listed(id, page, wish, *shown, told, codes, picture.note),
        alternative=picture.alternative,
        drawing=Drawing(picture.spec, picture.rows, is_map),
        slide=Drawing(slide.spec, slide.rows, is_map) if slide else None,
        native=native,
    )


def few(
    picture: Picture, weight: Callable[[dict[str, Any]], float], most: int = 5
) -> Picture | None:
    """The picture with at most so many rows: those that weigh most, in their own order.

    None when it has no more. The place of a row is its column `order`.
    """
    rows = picture.rows.to_pylist()
    places = sorted({row["order"] for row in rows})
    if len(places) <= most:
        return None
    heaviest = {
        place: max(weight(row) for row in rows if row["order"] == place) for place in places
    }
    kept = sorted(sorted(places, key=lambda place: -heaviest[place])[:most])
    drawn = [row | {"order": kept.index(row["order"])} for row in rows if row["order"] in kept]
    return replace(picture, rows=pa.Table.from_pylist(drawn, schema=picture.rows.schema))


def listed(
    id: str,
    page: str,
    wish: Wish,
    title: str,
    sentence: str,
    header: Sequence[str],
    body: Iterable[Sequence[tables.Shown]],
    told: Told,
    codes: Codes = (),
    note: str = "",
) -> Tile:
    """A tile of a table, without a drawing."""
    resolved = (*wish.where, *codes)
    return Tile(
        id,
        page,
        resolved,
        title,
        sentence,
        facts(wish, page, resolved, told),
        tuple(header),
        tuple(tuple(map(tables.words, line)) for line in body),
        told.worth,
        note=note,
    )


def facts(wish: Wish, page: str, codes: Codes, told: Told) -> Facts:
    """The facts of a tile on this page with these choices."""
    return Facts(
        wish.place_name,
        told.subject,
        f"/{page}?{urlencode(codes)}",
        date.today(),
        told.sources,
        told.period,
        told.benchmark,
        told.rule,
        told.filters,
        texts.ROLE_SEES[wish.visitor.role.value],
        told.example,
    )


def period(years: Iterable[int]) -> str:
    """From the first to the last of these years, empty without any."""
    known = sorted(years)
    return texts.span(known[0], known[-1]) if known else ""


def sources(rows: Iterable[Row]) -> tuple[str, ...]:
    """Source and table of each row, each once."""
    return tuple(dict.fromkeys(f"{row['source']}, {row['tbl']}" for row in rows))


def public(wish: Wish) -> bool:
    """Whether the public asks."""
    return wish.visitor.role is Role.PUBLIC


Maker = Callable[[Wish], Tile | None]
"""Makes one tile; None when there is nothing to show, or nothing that may be shown."""
