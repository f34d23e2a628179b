"""Which areas belong to the neighbourhood in view, and which one is chosen."""

from dataclasses import dataclass

from wijzer import catalog, publish, texts
from wijzer.export.content import Codes
from wijzer.model import Area, Neighbourhood
from wijzer.ui import choice, data


@dataclass(frozen=True, slots=True)
class Place:
    """Where the visitor looks: a neighbourhood, the area in it, and the area's municipality."""

    neighbourhood: Neighbourhood
    area: Area
    municipality: Area
    subdistricts: tuple[str, ...]
    buurten: tuple[str, ...]

    @property
    def position(self) -> int:
        """Place of the neighbourhood in the catalogue: its hue in every picture."""
        return catalog.position(self.neighbourhood.id)

    @property
    def whole(self) -> bool:
        return self.area.code == self.neighbourhood.code


def current() -> Place:
    """The place that the URL asks for."""
    one = choice.neighbourhood()
    return at(one, choice.current("deel", list(options(one)), choice.WHOLE))


def at(one: Neighbourhood, code: str = choice.WHOLE) -> Place:
    """A neighbourhood with one of its parts in view."""
    areas = data.areas()
    return Place(
        one,
        areas[one.code if code == choice.WHOLE else code],
        areas[one.municipality],
        subdistricts(one),
        buurten(one),
    )


def where(place: Place) -> Codes:
    """The codes of a place in a link: neighbourhood, and its part."""
    part = choice.WHOLE if place.whole else place.area.code
    return (("wijk", place.neighbourhood.id), ("deel", part))


def options(one: Neighbourhood) -> dict[str, str]:
    """The whole neighbourhood, its subdistricts and its buurten, by code, with their names."""
    areas = data.areas()
    names = {choice.WHOLE: f"{texts.WHOLE}: {one.name}"}
    names |= {code: areas[code].name for code in subdistricts(one)}
    return names | {code: _buurt_name(areas, code) for code in buurten(one) if code not in names}


def subdistricts(one: Neighbourhood) -> tuple[str, ...]:
    """See publish.subdistricts."""
    return publish.subdistricts(data.areas(), one)


def buurten(one: Neighbourhood) -> tuple[str, ...]:
    """See publish.buurten."""
    return publish.buurten(data.areas(), one)


def _buurt_name(areas: dict[str, Area], code: str) -> str:
    area = areas[code]
    return texts.BUURT_IN.format(buurt=area.name, deel=areas[area.wijk or code].name)
