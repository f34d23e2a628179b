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
    names = {one.id: one.name for one in (*catalog.DOMAINS, catalog.CONTEXT)}
    chosen = catalog.indicators().get(choice.asked("indicator"))
    if chosen:
        choice.align("domein", chosen.domain)
    return choice.buttons("domein", texts.DOMAIN, names)


def columns(domain: str) -> None:
    """Three columns on one scale, with what differs between the areas said in words."""
    st.header(texts.COLUMNS_TITLE)
    said.note(texts.COLUMNS_HELP)
    found = catalog.neighbourhoods().values()
    for cell, one in zip(st.columns(len(found), gap="medium"), found, strict=True):
        with cell:
            st.subheader(one.name)
            said.note(texts.NEXT_TO.format(gemeente=data.areas()[one.municipality].name))
            said.picture(
                data.column_picture(domain, one.id),
                **choice.from_picture("indicator", f"kolom-{one.id}", said.clicked_row),
            )
    for name, flag in data.differences(domain):
        said.note(f"{name}: {flag}")


def maps(domain: str) -> None:
    """One indicator on three maps with the same classes."""
    st.header(texts.MAPS_TITLE)
    found = catalog.neighbourhoods().values()
    shared = tuple(code for one in found for code in places.buurten(one))
    one, year = _figure(domain, shared)
    for cell, place in zip(st.columns(len(found), gap="medium"), found, strict=True):
        with cell:
            st.subheader(place.name)
            _map(place, one, year, shared)


def _figure(domain: str, shared: tuple[str, ...]) -> tuple[Indicator, int]:
    names = {one.id: one.name for one in catalog.of_domain(domain)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        id = choice.select("indicator", texts.INDICATOR, names, elsewhere=catalog.indicators())
        years = [str(year) for year in data.years_of(id, shared)]
        known = [str(year) for year in data.years(id)]
        year = choice.buttons("jaar", texts.YEAR, {one: one for one in years}, years[-1], known)
    return catalog.indicator(id), int(year)


def _map(place: Neighbourhood, one: Indicator, year: int, shared: tuple[str, ...]) -> None:
    codes = places.buurten(place)
    municipality = data.areas()[place.municipality].name
    value = data.on_map(one.id, year, codes)["municipality_text"].iloc[0]
    said.note(texts.MAP_AGAINST.format(gemeente=municipality, waarde=value))
    title = texts.MAP_ALT.format(indicator=one.name, jaar=year, gebied=place.name)
    said.picture(data.drawn_map(one.id, year, codes, shared, title))


def heat(domain: str) -> None:
    """Every figure of every area with its sign; numbers in the cells."""
    st.header(texts.HEAT_TITLE)
    wholes = [one.name for one in catalog.neighbourhoods().values() if len(one.parts) > 1]
    computed = texts.COMPUTED_WHOLE.format(wijk=texts.enumerate_words(wholes))
    said.note(f"{texts.HEAT_HELP} {computed}")
    st.html(data.heat_table(domain))
