"""The cached door of Vergelijken for its figures: columns, order, places, years, maps and heat."""

import pandas as pd

from wijzer import catalog, publish, texts
from wijzer.access import Visitor
from wijzer.model import Area, Indicator, Neighbourhood
from wijzer.publish import Row, compare_ranks, together
from wijzer.publish.apart import Apart, apart
from wijzer.publish.compare_ranks import Ranked
from wijzer.store.register import RegisterError
from wijzer.ui import compare_pictures, data, entered, event_door, event_marks, pictures, places
from wijzer.ui.compare_pictures import Body, Course, Trends
from wijzer.ui.event_marks import Marks
from wijzer.ui.pictures import COUNTRY, Picture

Ids = tuple[str, ...]
years = data.years


@data.kept
def columns() -> pd.DataFrame:
    """See publish.columns: the neighbourhoods and their subdistricts, all indicators."""
    found = catalog.neighbourhoods().values()
    parts = {one.id: places.subdistricts(one) for one in found}
    wholes = {one.id: (one.code, one.name) for one in found}
    codes = {one.code for one in found} | {code for some in parts.values() for code in some}
    return publish.columns(wholes, parts, {code: _in_order(code) for code in codes})


def _in_order(area: str) -> pd.DataFrame:
    return pd.DataFrame(data.of_domain(area, pictures.ALL))


@data.kept
def apart_by_size() -> list[Apart]:
    """See publish.apart."""
    return apart(columns())


@data.kept
def order() -> Ids:
    """All figures, those first in which the neighbourhoods differ most."""
    return tuple(one.indicator for one in apart_by_size())


def incomparable() -> list[Apart]:
    """Figures that cannot be laid beside each other, each with why."""
    return [one for one in apart_by_size() if one.why]


@data.kept
def differences(ids: Ids) -> list[tuple[str, str]]:
    """See publish.flagged, of these figures."""
    return publish.flagged(_these(ids))


def _these(ids: Ids) -> pd.DataFrame:
    """The rows of these figures in this order."""
    rows = columns()
    chosen = together.completed(rows[rows["indicator"].isin(ids)])
    places_of = {id: place for place, id in enumerate(ids)}
    ordered = chosen.assign(order=[places_of[id] for id in chosen["indicator"]])
    return ordered.sort_values("order", kind="stable", ignore_index=True)


@data.kept
def column(ids: Ids, subject: str, neighbourhood: str) -> Picture:
    """See pictures.of_column."""
    one = catalog.neighbourhood(neighbourhood)
    rows = _these(ids)
    municipality = data.areas()[one.municipality].name
    mine = rows[rows["neighbourhood"] == neighbourhood]
    position = catalog.position(neighbourhood)
    return pictures.of_column(mine, subject, one.name, municipality, position)


@data.kept
def heat(ids: Ids) -> tuple[list[str], Body]:
    """See compare_pictures.heat: the neighbourhoods with their subdistricts."""
    codes = [
        code
        for one in catalog.neighbourhoods().values()
        for code in (one.code, *places.subdistricts(one))
    ]
    names = {code: data.areas()[code].name for code in codes}
    return compare_pictures.heat(ids, {code: _by_indicator(code) for code in codes}, names)


def _by_indicator(area: str) -> dict[str, Row]:
    return {row["indicator"]: row for row in data.profile(area)}


@data.kept
def ranked(ids: Ids) -> list[Ranked]:
    """See compare_ranks.ranked."""
    codes = [one.code for one in catalog.neighbourhoods().values()]
    flags = together.flags(pd.DataFrame(data.profile(code)) for code in codes)
    return compare_ranks.ranked(ids, [_by_indicator(code) for code in codes], flags)


@data.kept
def example() -> bool:
    """Whether any figure of the neighbourhoods is invented."""
    found = catalog.neighbourhoods().values()
    return any(row["example"] for one in found for row in data.profile(one.code))


@data.kept
def trends(indicator: str) -> Trends:
    """See compare_pictures.of_trends, without what people entered."""
    courses = [_course(indicator, one.id, None) for one in catalog.neighbourhoods().values()]
    return compare_pictures.of_trends(courses, catalog.indicator(indicator))


@entered.kept
def trends_with_events(visitor: Visitor, indicator: str) -> Trends:
    """The same with what happened in each neighbourhood."""
    marks = {id: _marks(visitor, id, indicator) for id in catalog.neighbourhoods()}
    if not any(marks.values()):
        return trends(indicator)
    courses = [_course(indicator, id, one) for id, one in marks.items()]
    return compare_pictures.of_trends(courses, catalog.indicator(indicator))


def shown_trends(visitor: Visitor, indicator: str) -> Trends | None:
    """The same; None when there is no figure. When the register cannot be used the figures go on
    without what people entered."""
    if not years(indicator):
        return None
    try:
        return trends_with_events(visitor, indicator)
    except RegisterError:
        return trends(indicator)


def _marks(visitor: Visitor, neighbourhood: str, indicator: str) -> Marks | None:
    found = event_door.events(visitor, neighbourhood, indicator)
    first = min(data.years(indicator), default=0)
    return event_marks.split(found, float(first)) if found else None


def _course(indicator: str, neighbourhood: str, marks: Marks | None) -> Course:
    mine, municipality = _areas(catalog.neighbourhood(neighbourhood))
    rows = data.trend(indicator, (mine.code, municipality.code, COUNTRY))
    return Course(mine, municipality, catalog.position(neighbourhood), rows, marks)


def _areas(one: Neighbourhood) -> tuple[Area, Area]:
    return data.areas()[one.code], data.areas()[one.municipality]


LAYERS = ("buurten", "context")
"""Shapes to draw, the finest first: buurten, else the CBS wijken of a neighbourhood."""


def layer(indicator: str) -> str | None:
    """The finest shapes for which there are figures; None without any map to draw."""
    return next((name for name in LAYERS if map_years(indicator, name)), None)


def map_years(indicator: str, layer: str) -> list[int]:
    """Years in which any area of these shapes has a figure, oldest first."""
    return data.years_on_map(indicator, _shared(layer))


def on_map(one: Indicator, year: int, layer: str, place: Neighbourhood) -> Picture:
    """A map of one neighbourhood, with the same classes as those of the others."""
    title = texts.MAP_ALT.format(indicator=one.name, jaar=year, gebied=place.name)
    return data.drawn_map(one.id, year, layer, _codes(layer, place), _shared(layer), title)


def _codes(layer: str, place: Neighbourhood) -> Ids:
    return places.buurten(place) if layer == "buurten" else place.parts


@data.kept
def _shared(layer: str) -> Ids:
    """All areas on all maps: together they make the classes."""
    return tuple(code for one in catalog.neighbourhoods().values() for code in _codes(layer, one))


def warm() -> None:
    """Make what nearly every visitor asks for: the columns of each domain."""
    for one in catalog.neighbourhoods().values():
        for domain in catalog.DOMAINS:
            ids = tuple(each.id for each in catalog.of_domain(domain.id))
            column(ids, pictures.domain_name(domain.id), one.id)
