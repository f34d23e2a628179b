"""The factsheets: of one place, and all of them in one file.

A factsheet is handed out, so it is what everybody may see; the team can ask for its own by
`voor=team` in the link.
"""

import io
import zipfile
from collections.abc import Callable
from datetime import date

from wijzer import catalog, texts
from wijzer.access import PUBLIC, Visitor
from wijzer.export import pdf
from wijzer.export.content import Codes, named
from wijzer.model import Role
from wijzer.ui import choice, entered, factsheet_content, places, visitor
from wijzer.ui.factsheet_part import FOR, TEAM
from wijzer.ui.places import Place
from wijzer.ui.tiles import wish

Progress = Callable[[float, str], object]
"""Is told how far it is (0 to 1), and which place comes next."""


def places_of() -> list[Place]:
    """Every place with a factsheet: the neighbourhoods, each with its subdistricts."""
    return [
        places.at(one, code)
        for one in catalog.neighbourhoods().values()
        for code in (choice.WHOLE, *places.subdistricts(one))
        if code != one.code
    ]


def reader(who: Visitor, codes: Codes) -> Visitor:
    """For whom the factsheet is: everybody, unless the team asks for its own."""
    own = who.role is Role.TEAM and dict(codes).get(FOR) == TEAM
    return who if own else PUBLIC


def factsheet(who: Visitor, codes: Codes, home: str = "") -> tuple[bytes, str]:
    """The factsheet of the place in these codes, and the name of its file.

    `home` is the address of the app as the reader of a link can use it; ours when it is not told.
    """
    asked = wish.of(reader(who, codes), codes)
    home = home or visitor.address()
    return _made(asked.visitor, asked.where, date.today(), home), _name(asked.place)


def every(
    who: Visitor, progress: Progress | None = None, codes: Codes = (), home: str = ""
) -> tuple[bytes, str]:
    """All factsheets in one zip file, and its name."""
    found, packed = places_of(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for number, place in enumerate(found):
            if progress:
                progress(number / len(found), place.area.name)
            made, name = factsheet(who, (*codes, *places.where(place)), home)
            file.writestr(name, made)
    if progress:
        progress(1.0, "")
    return packed.getvalue(), named((texts.FACTSHEETS,), date.today(), "zip")


@entered.kept
def _made(who: Visitor, where: Codes, day: date, home: str) -> bytes:
    return pdf.factsheet(factsheet_content.of(wish.of(who, where), day, home))


def _name(place: Place) -> str:
    whole = place.neighbourhood.name
    names = (whole,) if place.whole else (whole, place.area.name)
    return named((*names, texts.FACTSHEET), date.today(), "pdf")
