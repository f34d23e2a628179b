"""Focus, one level down: the parts of one light, its history, what changed, and the forms."""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Focus, Row
from wijzer.ui import choice, focus_door, focus_marks, monitor, said, tables, take, things
from wijzer.ui.monitor import Filters
from wijzer.ui.things import Scene

ENTERED = ("session", "focus_review", "adaptation", "core_element", "delivery_plan")
"""Kinds that hang on an intervention and that its light rests on."""


def show(scene: Scene, one: Focus, filters: Filters) -> None:
    """One intervention from close by."""
    name = texts.in_markdown(things.name(one.row))
    st.header(texts.PARTS_TITLE.format(naam=name), anchor="dichtbij")
    asked = scene.visitor, scene.id, one.row["id"], focus_door.today(), filters.year
    codes = monitor.codes(filters)
    left, right = st.columns(2, gap="large")
    with left:
        said.picture(
            focus_door.parts_picture(*asked), take.of("focus-onderdelen", scene.place, codes)
        )
    with right:
        course = focus_door.course_picture(*asked)
        if course is None:
            said.note(texts.COURSE_NONE)
        else:
            said.picture(course, take.of("focus-verloop", scene.place, codes))
    st.html(_history(one) + _elements(one) + _adaptations(one))
    forms(scene, one)


def _history(one: Focus) -> str:
    head = focus_marks.heading(texts.HISTORY_LIGHTS)
    if not one.reviews:
        return head + focus_marks.note(texts.NO_REVIEWS)
    rows = publish.review_rows(one)
    marked: list[list[tables.Shown]] = [
        [
            row[0],
            tables.Made(focus_marks.light(review["light"], row[1])),
            row[2],
            focus_marks.wide(row[3]),
            *row[4:],
        ]
        for row, review in zip(rows, one.reviews, strict=True)
    ]
    caption = texts.HISTORY_LIGHTS_TABLE.format(naam=things.name(one.row))
    table = tables.table(caption, texts.HISTORY_LIGHTS_HEADER, marked)
    return head + focus_marks.history(reversed(one.reviews)) + table


def _elements(one: Focus) -> str:
    head = focus_marks.heading(texts.ELEMENTS_TITLE)
    rows = publish.element_rows(one)
    if not rows:
        return head + focus_marks.note(texts.NO_ELEMENTS)
    caption = texts.ELEMENTS_TABLE.format(naam=things.name(one.row))
    return head + tables.table(caption, texts.ELEMENTS_HEADER, rows)


def _adaptations(one: Focus) -> str:
    head = focus_marks.heading(texts.ADAPTATIONS_TITLE)
    rows = publish.adaptation_rows(one)
    if not rows:
        return head + focus_marks.note(texts.NO_ADAPTATIONS)
    caption = texts.ADAPTATIONS_TABLE.format(naam=things.name(one.row))
    help = focus_marks.note(texts.ADAPTATIONS_HELP)
    return head + help + tables.table(caption, texts.ADAPTATIONS_HEADER, rows)


def forms(scene: Scene, one: Focus | None) -> None:
    """For the team: something new for this intervention, or what stands there to be mended."""
    if one is None or not scene.may_enter:
        return
    st.subheader(texts.FOCUS_FORMS)
    with st.container(horizontal=True):
        for kind in ENTERED:
            things.new_button(scene, kind, one.row["id"])
    options = {
        f"{kind}:{row['id']}": f"{texts.KIND[kind]}: {things.name(row)}"
        for kind in ENTERED
        for row in _newest_first(publish.children(scene.seen, kind, "intervention", one.row["id"]))
    }
    if not options:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        elsewhere = [f"{kind}:{id}" for kind in ENTERED for id in scene.seen[kind]]
        kind, id = choice.select(
            "kies-focus", texts.FOCUS_EDIT, options, elsewhere=elsewhere
        ).split(":", 1)
        things.edit_button(kind, id, texts.EDIT, where="focus-")


def _newest_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row.get("day") or row.get("starts")), reverse=True)
