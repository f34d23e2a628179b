"""The figures side by side: three columns, places when asked for, years, maps and heat."""

import streamlit as st

from wijzer import catalog, texts
from wijzer.model import Indicator
from wijzer.publish.compare_ranks import Ranked
from wijzer.ui import (
    beside_door,
    choice,
    compare_choice,
    compare_door,
    compare_lessons,
    compare_pictures,
    places,
    said,
    tables,
    take,
    trouble,
    visitor,
)
from wijzer.ui.compare_choice import Asked
from wijzer.ui.places import Place


def show(place: Place) -> None:
    """All of it, below the title."""
    compare_choice.follow(choice.asked("indicator"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        asked = compare_choice.figures(choice)
    _columns(asked)
    if asked.ranked:
        _places(place, asked)
    one = _one(place, asked)
    _maps(one)
    _heat(place, asked)


def _columns(asked: Asked) -> None:
    """Columns on one scale, with what differs between the areas said in words."""
    st.header(texts.COLUMNS_TITLE)
    order = "" if asked.domain else f" {texts.APART_HELP}"
    said.note(f"{texts.COLUMNS_HELP}{order}")
    codes = compare_choice.codes(asked)
    found = catalog.neighbourhoods().values()
    said.beside(
        [one.name for one in found],
        [compare_door.column(asked.ids, asked.subject, one.id) for one in found],
        [take.of("vergelijken-kolom", places.at(one), codes) for one in found],
        [choice.from_picture("indicator", f"kolom-{one.id}", said.clicked_row) for one in found],
    )
    _incomparable(asked)


def _incomparable(asked: Asked) -> None:
    """Which of these figures are not the same everywhere, or which of all, and why."""
    if asked.domain:
        found = compare_door.differences(asked.ids)
    else:
        found = [(one.name, one.why) for one in compare_door.incomparable()]
    if found:
        with st.expander(texts.APART_COUNT.format(aantal=len(found))):
            tables.show(texts.APART_TABLE, texts.APART_HEADER, found)


def _places(place: Place, asked: Asked) -> None:
    """Which places each neighbourhood can have: of these figures, and of the monitor."""
    st.header(texts.RANK_TITLE)
    said.note(f"{texts.RANK_HELP} {texts.RANK_METHOD}")
    caption = texts.RANK_TABLE.format(wat=asked.subject)
    found = compare_door.ranked(asked.ids)
    along = take.of("vergelijken-rangorde", place, compare_choice.codes(asked))
    st.html(_table(caption, found) + take.html(along, caption))
    with trouble.said():
        changes = beside_door.ranked_changes(visitor.current())
        if changes:
            invented = beside_door.invented_changes()
            st.html(_table(texts.marked(texts.RANK_CHANGE_TABLE, invented), changes))


def _table(caption: str, found: list[Ranked]) -> str:
    header, rows = compare_pictures.rank_rows(found)
    about = [{"indicator": one.indicator} for one in found]
    return tables.table(
        caption, *compare_lessons.beside(compare_lessons.view(), header, rows, about)
    )


def _one(place: Place, asked: Asked) -> Indicator:
    """One figure through the years: a panel per neighbourhood, on a phone under each other."""
    st.header(texts.TRENDS_TITLE, anchor="indicator")
    one = compare_choice.indicator(choice, asked)
    found = compare_door.shown_trends(visitor.current(), one.id)
    if found is None:
        said.note(texts.TRENDS_NONE)
        return one
    said.note(f"{texts.TRENDS_HELP} {found.note}".strip())
    for cell, drawn in zip(st.columns(len(found.panels), gap="medium"), found.panels, strict=True):
        with cell:
            # The words come below, so that the panels stand at one height.
            said.chart(drawn)
            said.plain(drawn.sentence, small=drawn.note)
    along = take.of("vergelijken-trends", place, {"indicator": one.id})
    view = compare_lessons.view()
    under = compare_lessons.under(view, one.name, indicator=one.id)
    st.html(take.html(along, found.together.title) + under)
    with st.expander(texts.AS_TABLE):
        st.html(found.table + found.events)
    return one


def _maps(one: Indicator) -> None:
    """The same figure on a map per neighbourhood, with the same classes on all."""
    st.header(texts.MAPS_TITLE)
    layer = compare_door.layer(one.id)
    if layer is None:
        said.note(texts.NO_MAP)
        return
    year = compare_choice.year(choice, one, layer)
    codes = {"indicator": one.id, "jaar": str(year)}
    found = catalog.neighbourhoods().values()
    said.beside(
        [place.name for place in found],
        [compare_door.on_map(one, year, layer, place) for place in found],
        [take.of("vergelijken-kaart", places.at(place), codes, is_map=True) for place in found],
    )


def _heat(place: Place, asked: Asked) -> None:
    """Every figure of every area with its sign; numbers in the cells."""
    st.header(texts.HEAT_TITLE)
    said.note(f"{texts.HEAT_HELP} {computed()}")
    header, rows = compare_door.heat(asked.ids)
    about = [{"indicator": id} for id in asked.ids]
    caption = texts.HEAT_ALT.format(domein=asked.subject)
    along = take.of("vergelijken-tabel", place, compare_choice.codes(asked))
    told = compare_lessons.beside(compare_lessons.view(), header, rows, about, at=1)
    st.html(tables.table(caption, *told) + take.html(along, caption))


def computed() -> str:
    """Which neighbourhoods have figures that were computed from their parts."""
    wholes = [one.name for one in catalog.neighbourhoods().values() if len(one.parts) > 1]
    return texts.COMPUTED_WHOLE.format(wijk=texts.enumerate_words(wholes))
