"""The three neighbourhoods side by side: to learn, not to rank."""

import streamlit as st

from wijzer import catalog, texts
from wijzer.model import Indicator, Neighbourhood
from wijzer.ui import choice, data, places, said


def opening() -> str:
    """Title and domain, which follows the indicator in view. Returns the domain."""
    st.title(texts.COMPARE_TITLE)
    said.lead(texts.COMPARE_LEAD, texts.COMPARE_WORTH)
    for one in catalog.neighbourhoods().values():
        said.ribbon(data.profile(one.code))
    chosen = catalog.indicators().get(choice.asked("indicator"))
    if chosen:
        choice.align("domein", chosen.domain)
    return choice.buttons("domein", texts.DOMAIN, catalog.domain_names())


def columns(domain: str) -> None:
    """Three columns on one scale, with what differs between the areas said in words."""
    st.header(texts.COLUMNS_TITLE)
    said.note(texts.COLUMNS_HELP)
    found = catalog.neighbourhoods().values()
    for cell, one in zip(st.columns(len(found), gap="medium"), found, strict=True):
        with cell:
            st.subheader(one.name)
            said.picture(
                data.column_picture(domain, one.id),
                **choice.from_picture("indicator", f"kolom-{one.id}", said.clicked_row),
            )
    for name, flag in data.differences(domain):
        said.note(f"{name}: {flag}")


def maps(domain: str) -> None:
    """One indicator on a map per neighbourhood, with the same classes on all."""
    st.header(texts.MAPS_TITLE)
    one = _indicator(domain)
    layer = next((name for name in LAYERS if data.years_on_map(one.id, _shared(name))), None)
    if layer is None:
        said.note(texts.NO_MAP)
        return
    year = _year(one, layer)
    found = catalog.neighbourhoods().values()
    for cell, place in zip(st.columns(len(found), gap="medium"), found, strict=True):
        with cell:
            st.subheader(place.name)
            title = texts.MAP_ALT.format(indicator=one.name, jaar=year, gebied=place.name)
            codes = _codes(layer, place)
            said.picture(data.drawn_map(one.id, year, layer, codes, _shared(layer), title))


LAYERS = ("buurten", "context")
"""Shapes to draw, the finest first: buurten, else the CBS wijken of a neighbourhood."""


def _codes(layer: str, place: Neighbourhood) -> tuple[str, ...]:
    return places.buurten(place) if layer == "buurten" else place.parts


def _shared(layer: str) -> tuple[str, ...]:
    """All areas on all maps: together they make the classes."""
    return tuple(code for one in catalog.neighbourhoods().values() for code in _codes(layer, one))


def _indicator(domain: str) -> Indicator:
    names = {one.id: one.name for one in catalog.of_domain(domain)}
    known = catalog.indicators()
    return catalog.indicator(choice.select("indicator", texts.INDICATOR, names, elsewhere=known))


def _year(one: Indicator, layer: str) -> int:
    years = [str(year) for year in data.years_on_map(one.id, _shared(layer))]
    known = [str(year) for year in data.years(one.id)]
    return int(choice.buttons("jaar", texts.YEAR, {y: y for y in years}, years[-1], known))


def heat(domain: str) -> None:
    """Every figure of every area with its sign; numbers in the cells."""
    st.header(texts.HEAT_TITLE)
    wholes = [one.name for one in catalog.neighbourhoods().values() if len(one.parts) > 1]
    computed = texts.COMPUTED_WHOLE.format(wijk=texts.enumerate_words(wholes))
    said.note(f"{texts.HEAT_HELP} {computed}")
    st.html(data.heat_table(domain))
