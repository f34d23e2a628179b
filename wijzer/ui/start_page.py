"""The first page: three neighbourhoods on one map, what is known of each, and the road ahead."""

from collections.abc import Iterator
from html import escape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from wijzer import catalog, publish, texts
from wijzer.model import Neighbourhood, Sign
from wijzer.ui import (
    choice,
    data,
    entered,
    factsheet_part,
    frame,
    links,
    places,
    said,
    screen,
    trouble,
    visitor,
)

HEIGHT = 360
MOST = 3


def opening() -> None:
    """What this is, and how old the newest figures are."""
    st.title(texts.START_TITLE)
    names = texts.enumerate_words([one.name for one in catalog.neighbourhoods().values()])
    said.lead(texts.START_LEAD.format(wijken=names), texts.NEWEST.format(jaar=data.newest()))


def region() -> None:
    """The neighbourhoods in their municipalities; a click chooses one."""
    drawn = data.region(choice.neighbourhood().code, screen.width(), HEIGHT)
    said.map(drawn, HEIGHT, choice.from_picture("wijk", "regio-klik", _clicked))


def _clicked(selection: dict[str, Any]) -> str | None:
    code = said.clicked_area(selection)
    return next((id for id, one in catalog.neighbourhoods().items() if one.code == code), None)


def _columns() -> Iterator[tuple[DeltaGenerator, Neighbourhood]]:
    """A column per neighbourhood, however many there are."""
    found = catalog.neighbourhoods().values()
    return zip(st.columns(len(found), gap="medium"), found, strict=True)


def cards() -> None:
    """Per neighbourhood: people, and the figures that stand out on each side."""
    st.header(texts.CARDS_TITLE)
    for column, one in _columns():
        with column, st.container(border=True, height="stretch"):
            _card(one)


def _card(one: Neighbourhood) -> None:
    municipality = data.areas()[one.municipality].name
    rows = data.profile(one.code)
    said.ribbon(rows)
    st.subheader(one.name)
    where = escape(texts.IN_MUNICIPALITY.format(gemeente=municipality))
    sheet = factsheet_part.link(places.at(one))
    st.html(f'<p class="wz-source">{where}</p><p class="wz-text">{sheet}</p>')
    st.markdown(_people(one))
    if len(one.parts) > 1:
        said.note(texts.COMPUTED_WHOLE.format(wijk=one.name))
    for sign, title in ((Sign.FAVOURABLE, texts.BETTER), (Sign.UNFAVOURABLE, texts.WORSE)):
        st.markdown(f"**{title.format(gemeente=municipality)}**")
        found = publish.stand_out(rows, sign, MOST)
        st.markdown("\n".join(f"- {said.label(row)}" for row in found) or texts.NONE)
    if st.button(texts.TO_PROFILE.format(wijk=one.name), key=f"naar-{one.id}", type="primary"):
        choice.put("wijk", one.id)
        st.switch_page(frame.page("profiel"))


def _people(one: Neighbourhood) -> str:
    count, year = data.inhabitants(one.code)
    if count is None:
        return texts.NO_PEOPLE
    share = data.age_shares(one.code)
    return texts.CARD_PEOPLE.format(
        aantal=texts.number(count),
        jaar=year,
        jong=share.get("0-15", texts.NO_FIGURE),
        oud=share.get("65+", texts.NO_FIGURE),
    )


def road() -> None:
    """The five steps of the Gezonde Wijkaanpak, with where each neighbourhood stands."""
    st.header(texts.ROAD_TITLE)
    said.note(texts.ROAD_HELP)
    with trouble.said():
        seen = entered.seen(visitor.current())
        said.ribbon(seen["step"].values(), texts.EXAMPLE_CONTENT)
        for column, one in _columns():
            with column:
                st.subheader(one.name)
                _steps(publish.steps(seen, one.id, "gwa"))
                _to_plan(one)


def _steps(found: dict[int, list[publish.Row]]) -> None:
    items = (
        said.step_html(number, name, publish.status(found.get(number, [])))
        for number, name in enumerate(texts.STEPS, start=1)
    )
    st.html(f'<ol class="wz-steps">{"".join(f"<li>{item}</li>" for item in items)}</ol>')
    with st.expander(texts.ROAD_MORE):
        for number, statements in found.items():
            st.html(
                f"<p><b>{number}. {escape(texts.STEPS[number - 1])}</b></p>"
                + "".join(_statement(row) for row in statements)
            )


def _statement(row: publish.Row) -> str:
    return (
        f'<p class="wz-text">{escape(row["text"])}</p>'
        f'<p class="wz-source">{said.source_html(row)}</p>'
    )


def _to_plan(one: Neighbourhood) -> None:
    label = texts.TO_PLAN.format(wijk=one.name)
    st.html(links.to_part("plan", label, wijk=one.id, deel="", plandeel="aanpak"))
