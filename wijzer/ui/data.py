"""The cached door of the pages: one line per question, keyed on the build of the figures.

What is kept is shared by all visitors and never changed by a page.
"""

from functools import cache

import pandas as pd
import streamlit as st

from wijzer import catalog, publish
from wijzer.maps import scale
from wijzer.model import Area, Sign
from wijzer.store.database import Store, StoreMissing, open_figures
from wijzer.ui import pictures
from wijzer.ui.pictures import COUNTRY, Map, MapWish, Picture


@cache
def store() -> Store:
    """The store of this process; it follows a new build by itself."""
    return open_figures()


def available() -> bool:
    """Whether there are figures to show; the frame says so when there are none."""
    try:
        return bool(version())
    except StoreMissing:
        return False


def warm() -> None:
    """Make what nearly every visitor asks for: the profiles and their pictures by domain."""
    for position, one in enumerate(catalog.neighbourhoods().values()):
        people_pictures(one.code, position)
        for row in publish.stand_out(profile(one.code), Sign.UNFAVOURABLE, 1):
            trend_picture(row["indicator"], one.code, position)
        for domain in catalog.DOMAINS:
            spine_picture(one.code, domain.id)
            column_picture(domain.id, one.id)


def version() -> str:
    """Which build of the figures is served now."""
    return store().version


def areas() -> dict[str, Area]:
    """See publish.areas."""
    return _areas(version())


def shapes(layer: str) -> pd.DataFrame:
    """See publish.shapes."""
    return _shapes(version(), layer)


def years(indicator: str) -> list[int]:
    """See publish.years."""
    return _years(version(), indicator)


def newest() -> int:
    """See publish.newest."""
    return _newest(version())


def sources() -> list[publish.Row]:
    """See publish.sources."""
    return _sources(version())


def build() -> publish.Row:
    """See publish.build: version, built_at and data_date."""
    return _build(version())


def inhabitants(area: str) -> tuple[int | None, int | None]:
    """See publish.inhabitants."""
    return _inhabitants(version(), area)


def profile(area: str, year: int | None = None) -> list[publish.Row]:
    """See publish.profile, as rows."""
    return _profile(version(), area, year)


def on_map(indicator: str, year: int, codes: tuple[str, ...]) -> pd.DataFrame:
    """See publish.on_map."""
    return _on_map(version(), indicator, year, codes)


def trend(indicator: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """See publish.trend."""
    return _trend(version(), indicator, codes)


def people(area: str) -> pd.DataFrame:
    """See publish.people."""
    return _people(version(), area)


def years_of(indicator: str, codes: tuple[str, ...]) -> list[int]:
    """Years in which any of these areas has a row, oldest first."""
    return _years_of(version(), indicator, codes)


def age_shares(area: str) -> dict[str, str]:
    """Share of each age group as text; empty where the source gives none."""
    return _age_shares(version(), area)


def columns(domain: str) -> pd.DataFrame:
    """See publish.columns: the three neighbourhoods and their subdistricts, for one domain."""
    return _columns(version(), domain)


def spine_picture(area: str, domain: str) -> Picture:
    """See pictures.of_spine."""
    return _spine_picture(version(), area, domain)


def trend_picture(indicator: str, area: str, position: int) -> Picture:
    """See pictures.of_trend."""
    return _trend_picture(version(), indicator, area, position)


def people_pictures(area: str, position: int) -> dict[str, Picture]:
    """See pictures.of_people: by trait, only those that the source gives."""
    return _people_pictures(version(), area, position)


def column_picture(domain: str, neighbourhood: str) -> Picture:
    """See pictures.of_column."""
    return _column_picture(version(), domain, neighbourhood)


def drawn_map(
    indicator: str, year: int, codes: tuple[str, ...], shared: tuple[str, ...], title: str
) -> Picture:
    """See pictures.of_drawn_map; `shared` are all areas that have the classes in common."""
    return _drawn_map(version(), indicator, year, codes, shared, title)


def map_of(wish: MapWish) -> Map:
    """See pictures.of_map."""
    return _map_of(version(), wish)


def region(selected: str, width: int, height: int) -> Map:
    """See pictures.of_region."""
    return _region(version(), selected, width, height)


_kept = st.cache_resource(max_entries=300, show_spinner=False)


@_kept
def _areas(version: str) -> dict[str, Area]:
    return publish.areas(store())


@_kept
def _shapes(version: str, layer: str) -> pd.DataFrame:
    return publish.shapes(store(), layer)


@_kept
def _years(version: str, indicator: str) -> list[int]:
    return publish.years(store(), indicator)


@_kept
def _newest(version: str) -> int:
    return publish.newest(store())


@_kept
def _sources(version: str) -> list[publish.Row]:
    return publish.records(publish.sources(store()))


@_kept
def _build(version: str) -> publish.Row:
    return publish.records(publish.build(store()))[0]


@_kept
def _inhabitants(version: str, area: str) -> tuple[int | None, int | None]:
    return publish.inhabitants(store(), area)


@_kept
def _profile(version: str, area: str, year: int | None) -> list[publish.Row]:
    return publish.records(publish.profile(store(), area, year))


@_kept
def _on_map(version: str, indicator: str, year: int, codes: tuple[str, ...]) -> pd.DataFrame:
    return publish.on_map(store(), indicator, year, codes)


@_kept
def _trend(version: str, indicator: str, codes: tuple[str, ...]) -> pd.DataFrame:
    return publish.trend(store(), indicator, codes)


@_kept
def _years_of(version: str, indicator: str, codes: tuple[str, ...]) -> list[int]:
    return sorted({int(year) for year in trend(indicator, codes)["year"]})


@_kept
def _people(version: str, area: str) -> pd.DataFrame:
    return publish.people(store(), area)


@_kept
def _age_shares(version: str, area: str) -> dict[str, str]:
    rows = people(area)
    mine = rows[(rows["trait"] == "age") & (rows["role"] == "gebied")]
    return dict(zip(mine["category"], mine["share_text"], strict=True))


@_kept
def _columns(version: str, domain: str) -> pd.DataFrame:
    places = catalog.neighbourhoods().values()
    parts = {one.id: publish.subdistricts(areas(), one) for one in places}
    wholes = {one.id: (one.code, one.name) for one in places}
    codes = {one.code for one in places} | {code for some in parts.values() for code in some}
    chosen = {code: pd.DataFrame(_of_domain(code, domain)) for code in codes}
    return publish.columns(wholes, parts, chosen)


def _of_domain(area: str, domain: str) -> list[publish.Row]:
    return [row for row in profile(area) if row["domain"] == domain]


@_kept
def _spine_picture(version: str, area: str, domain: str) -> Picture:
    return pictures.of_spine(_of_domain(area, domain), *_with_municipality(area), domain)


@_kept
def _trend_picture(version: str, indicator: str, area: str, position: int) -> Picture:
    mine, municipality = _with_municipality(area)
    rows = trend(indicator, tuple(dict.fromkeys((area, municipality.code, COUNTRY))))
    return pictures.of_trend(rows, catalog.indicator(indicator), mine, municipality, position)


@_kept
def _people_pictures(version: str, area: str, position: int) -> dict[str, Picture]:
    return {
        str(trait): pictures.of_people(rows, *_with_municipality(area), position)
        for trait, rows in people(area).groupby("trait")
    }


@_kept
def _column_picture(version: str, domain: str, neighbourhood: str) -> Picture:
    one = catalog.neighbourhood(neighbourhood)
    rows = columns(domain)
    municipality = areas()[one.municipality].name
    position = list(catalog.neighbourhoods()).index(neighbourhood)
    mine = rows[rows["neighbourhood"] == neighbourhood]
    return pictures.of_column(mine, domain, one.name, municipality, position)


@_kept
def _drawn_map(
    version: str,
    indicator: str,
    year: int,
    codes: tuple[str, ...],
    shared: tuple[str, ...],
    title: str,
) -> Picture:
    one = catalog.indicator(indicator)
    found = scale.classes(on_map(indicator, year, shared)["value"], one.unit, one.decimals)
    rows = on_map(indicator, year, codes)
    return pictures.of_drawn_map(rows, shapes("buurten"), found, one.name, title)


@st.cache_resource(max_entries=300, show_spinner=False, hash_funcs={MapWish: hash})
def _map_of(version: str, wish: MapWish) -> Map:
    rows = on_map(wish.indicator, wish.year, wish.codes)
    return pictures.of_map(rows, shapes(wish.layer), wish)


@_kept
def _region(version: str, selected: str, width: int, height: int) -> Map:
    layers = shapes("neighbourhoods"), shapes("municipalities")
    return pictures.of_region(*layers, areas(), selected, (width, height))


def _with_municipality(area: str) -> tuple[Area, Area]:
    mine = areas()[area]
    return mine, areas()[mine.municipality or area]
