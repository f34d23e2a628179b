"""The team's own presentations: which there are, and the slides of one in their order."""

import streamlit as st

from wijzer import texts
from wijzer.publish import Row
from wijzer.store import entries
from wijzer.ui import (
    choice,
    decks_made,
    decks_own,
    entered,
    present_page,
    said,
    show_write,
    tables,
    things,
)
from wijzer.ui.things import Scene


def slides(scene: Scene, chosen: str) -> None:
    """The slides of a presentation of the register; of a ready-made set there is nothing to do."""
    if chosen in decks_made.SETS:
        return
    row = scene.seen["presentation"][chosen]
    rows = decks_own.rows(scene.visitor, chosen)
    st.subheader(texts.SLIDES_TITLE)
    if rows:
        _listed(row, rows)
    else:
        said.note(texts.SLIDES_NONE)
    if scene.may_enter:
        _order(scene, rows)
        things.new_button(scene, "slide", chosen)


def _listed(presentation: Row, rows: list[Row]) -> None:
    shown = [
        [str(number), things.name(row), texts.first_upper(texts.WORD["layout"][row["layout"]])]
        for number, row in enumerate(rows, start=1)
    ]
    caption = texts.SLIDES_TABLE.format(titel=things.name(presentation))
    tables.show(caption, texts.SLIDES_HEADER, shown)


def _order(scene: Scene, rows: list[Row]) -> None:
    """One slide by choice: earlier, later, away, or another text."""
    if not rows:
        return
    said.note(f"{texts.SLIDES_HELP} {texts.SLIDES_WORDS}")
    names = {row["id"]: f"{number}. {things.name(row)}" for number, row in enumerate(rows, start=1)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        id = choice.select("dia", texts.SLIDE_CHOICE, names, elsewhere=list(scene.seen["slide"]))
        place = list(names).index(id)
        _step(scene, rows, place, -1)
        _step(scene, rows, place, 1)
        st.button(
            texts.SLIDE_AWAY, key="dia-weg", on_click=_away, args=(scene, rows[place]),
            icon=":material/delete:",
        )  # fmt: skip
        things.edit_button("slide", id, texts.EDIT)


def _step(scene: Scene, rows: list[Row], place: int, by: int) -> None:
    others = ["", *(row["id"] for number, row in enumerate(rows) if number != place)]
    to = place + by
    up = by < 0
    st.button(
        texts.SLIDE_UP if up else texts.SLIDE_DOWN,
        key="dia-omhoog" if up else "dia-omlaag",
        disabled=not 0 <= to < len(rows),
        on_click=_move,
        args=(scene, rows[place]["id"], others[max(0, min(to, len(rows) - 1))]),
        icon=":material/arrow_upward:" if up else ":material/arrow_downward:",
    )


def _move(scene: Scene, id: str, after: str) -> None:
    try:
        show_write.move(scene.visitor, id, after)
    except (show_write.UnknownSlide, entries.Conflict):
        st.toast(texts.CHANGED_MEANWHILE)


def _away(scene: Scene, row: Row) -> None:
    things.again(
        entries.retire, scene.visitor, "slide", row["id"], row["revision"], texts.SLIDE_TAKEN
    )


def presentations(scene: Scene) -> None:
    """All presentations of the neighbourhood as a table, and their forms."""
    rows = present_page.presentations(scene)
    st.header(texts.PRESENTATIONS_TITLE.format(wijk=scene.name))
    if rows:
        caption = texts.PRESENTATIONS_TABLE.format(wijk=scene.name)
        tables.show(caption, texts.PRESENTATIONS_HEADER, [_row(scene, row) for row in rows])
    else:
        said.note(texts.NO_PRESENTATIONS.format(wijk=scene.name))
    things.edit_list(scene, "presentation", rows)


def _row(scene: Scene, row: Row) -> list[str]:
    names = entered.names(scene.visitor)
    told = things.told("presentation", row, names, "day", "meeting")
    return [things.name(row), *told, str(len(decks_own.rows(scene.visitor, row["id"])))]
