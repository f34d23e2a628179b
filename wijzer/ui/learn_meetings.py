"""Meetings: agenda, who came by role and rung, decisions, and the actions that return there."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from wijzer import publish, texts
from wijzer.publish import Row, learning
from wijzer.publish.learning import Returning
from wijzer.ui import choice, entered, learn_log, learn_page, links, said, tables, things
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """All meetings, and one of them in full: the next one unless told otherwise."""
    rows = learning.meetings(scene.seen, scene.id)
    top = st.container()
    st.header(texts.MEETINGS_TITLE)
    if not rows:
        said.note(texts.NO_MEETINGS)
    else:
        caption = texts.MEETING_LIST_TABLE.format(wijk=scene.name)
        caption = texts.marked(caption, publish.examples(rows))
        tables.show(caption, texts.MEETING_LIST_HEADER, [_row(scene, row) for row in rows])
    things.new_button(scene, "meeting")
    if rows:
        _one(scene, rows, top)


def _row(scene: Scene, row: Row) -> list[tables.Shown]:
    rung = texts.WORD["rung"].get(row["rung"] or "", texts.NOT_KNOWN)
    people = [row["residents_text"], row["professionals_text"]]
    return [tables.Made(links.to("meeting", row)), when(row), *people, rung]


def when(row: Row) -> str:
    """The day of a meeting, else its period, else that nobody knows."""
    return texts.date(row["day"]) if row["day"] else str(row["period"] or texts.NOT_KNOWN)


def _one(scene: Scene, rows: list[Row], top: DeltaGenerator) -> None:
    names = {row["id"]: f"{things.name(row)}, {when(row)}" for row in rows}
    coming = learning.next_meeting(scene.seen, scene.id, learn_page.today())
    default = coming["id"] if coming else ""
    elsewhere = list(scene.seen["meeting"])
    id = choice.select("bijeenkomst", texts.MEETING_CHOICE, names, default, elsewhere)
    row = next(one for one in rows if one["id"] == id)
    found = learning.actions_for(scene.seen, row)
    agreed = publish.children(scene.seen, "action", "meeting", id)
    lessons = publish.children(scene.seen, "lesson", "meeting", id)
    with top:
        _ribbon(scene, [*rows, *found.still_open, *found.closed, *agreed, *lessons], id)
    st.header(texts.in_markdown(things.name(row)), anchor="bijeenkomst")
    said.plain(when(row), row["text"] or "")
    said.published_at(row)
    left, right = st.columns(2, gap="large")
    with left:
        _agenda(scene, row)
    with right:
        _came(scene, row)
    _returning(scene, row, found)
    _decisions(scene, row)
    _agreed(scene, row, agreed)
    _lessons(scene, row, lessons)
    things.tools(scene, "meeting", row)


def _ribbon(scene: Scene, rows: list[Row], id: str) -> None:
    kinds = ("agenda_item", "meeting_group", "decision")
    below = [row for kind in kinds for row in publish.children(scene.seen, kind, "meeting", id)]
    learn_page.ribbon(scene, [*rows, *below])


def _agenda(scene: Scene, meeting: Row) -> None:
    st.subheader(texts.AGENDA_TITLE)
    rows = learning.agenda(scene.seen, meeting)
    body = [
        [
            things.name(row),
            texts.plain_number(row["minutes"]) if row["minutes"] else "",
            row["owner"] or "",
            row["text"] or "",
        ]
        for row in rows
    ]
    _table(meeting, rows, texts.AGENDA_TABLE, texts.AGENDA_HEADER, body, texts.NO_AGENDA)
    things.edit_list(scene, "agenda_item", rows, meeting["id"])


def _came(scene: Scene, meeting: Row) -> None:
    st.subheader(texts.CAME_TITLE)
    rows = publish.children(scene.seen, "meeting_group", "meeting", meeting["id"])
    names = entered.names(scene.visitor)
    body = [
        [things.name(row), row["people_text"], *things.told("meeting_group", row, names, "rung")]
        for row in rows
    ]
    _table(meeting, rows, texts.CAME_TABLE, texts.CAME_HEADER, body, texts.NO_CAME)
    things.edit_list(scene, "meeting_group", rows, meeting["id"])


def _returning(scene: Scene, meeting: Row, found: Returning) -> None:
    st.subheader(texts.RETURNING_TITLE)
    if meeting["day"] is None:
        said.note(texts.NO_DAY)
        return
    said.note(texts.RETURNING_HELP if found.still_open else texts.NO_RETURNING)
    _actions(meeting, found.still_open, texts.RETURNING_TABLE)
    learn_page.tick(scene, found.still_open)
    st.subheader(texts.SINCE_TITLE)
    if not found.closed:
        said.note(texts.NO_SINCE)
    _actions(meeting, found.closed, texts.SINCE_TABLE)


def _actions(meeting: Row, rows: list[Row], caption: str) -> None:
    if rows:
        learn_page.action_table(rows, caption.format(naam=things.name(meeting)))


def _decisions(scene: Scene, meeting: Row) -> None:
    st.subheader(texts.MEETING_DECISIONS_TITLE)
    rows = publish.children(scene.seen, "decision", "meeting", meeting["id"])
    _table(
        *(meeting, rows, texts.MEETING_DECISIONS_TABLE, texts.MEETING_DECISIONS_HEADER),
        [_decision(scene, row) for row in rows],
        texts.NO_DECISIONS,
    )
    things.edit_list(scene, "decision", rows, meeting["id"])


def _decision(scene: Scene, row: Row) -> list[tables.Shown]:
    theme = scene.seen["theme"].get(row["theme"] or "")
    source = f'<p class="wz-source">{said.source_html(row)}</p>' if row["source"] else ""
    return [
        things.name(row),
        tables.Made(escape(row["text"] or "") + source),
        row["decided_by"] or texts.NOT_KNOWN,
        texts.WORD["rung"].get(row["rung"] or "", texts.NOT_KNOWN),
        tables.Made(links.to("theme", theme)) if theme else "",
    ]


def _agreed(scene: Scene, meeting: Row, rows: list[Row]) -> None:
    st.subheader(texts.AGREED_TITLE)
    if not rows:
        said.note(texts.NO_AGREED)
    _actions(meeting, rows, texts.AGREED_TABLE)
    things.edit_list(scene, "action", rows, meeting["id"])


def _lessons(scene: Scene, meeting: Row, rows: list[Row]) -> None:
    if rows:
        st.subheader(texts.MEETING_LESSONS_TITLE)
        st.html("".join(learn_log.lesson(scene, row) for row in rows))
    things.new_button(scene, "lesson", meeting["id"])


def _table(
    meeting: Row,
    rows: list[Row],
    caption: str,
    header: tuple[str, ...],
    body: list[list[tables.Shown]] | list[list[str]],
    none: str,
) -> None:
    """What belongs to a meeting, with the mark of an example, or that there is nothing."""
    if rows:
        named = caption.format(naam=things.name(meeting))
        tables.show(texts.marked(named, publish.examples(rows)), header, body)
    else:
        said.note(none)
