"""Learning: how do we go on? Open actions, what came of others, lessons, and the next meeting."""

from collections.abc import Iterable
from datetime import date
from html import escape

import streamlit as st

from wijzer import publish, texts
from wijzer.access import Visitor
from wijzer.publish import Row, learning
from wijzer.store import entries
from wijzer.store.register import Register
from wijzer.ui import choice, entered, forms, links, said, tables, take, things
from wijzer.ui.places import Place
from wijzer.ui.take import Take
from wijzer.ui.things import Scene

NEWEST = 5
"""Lessons at the first glance."""
CLOSED = 6
"""Closed actions at the first glance."""


def today() -> date:
    """The day that actions are judged on."""
    return date.today()


def opening(place: Place) -> Scene:
    """The title, and how the actions stand; for the team the form that is open."""
    scene = things.scene(place)
    st.title(texts.LEARN_TITLE.format(wijk=scene.name))
    found = learning.coming(scene.seen, scene.id, today())
    day = found.meeting["day"] if found.meeting else None
    sentence = texts.actions_said(scene.name, found.actions, found.late)
    said.lead(f"{sentence} {texts.next_said(day)}", texts.LEARN_WORTH)
    forms.show(scene)
    return scene


def part() -> str:
    """Which part of the page is shown."""
    return choice.buttons("leerdeel", texts.LEARN_PART, texts.LEARN_PARTS)


def actions(scene: Scene) -> None:
    """The first glance: what is open, what came of the last ones, new lessons, what comes."""
    still_open = learning.open_actions(scene.seen, scene.id)
    closed = learning.closed_actions(scene.seen, scene.id)
    newest = learning.lessons(scene.seen, scene.id)[:NEWEST]
    coming = learning.coming(scene.seen, scene.id, today())
    meeting = [coming.meeting] if coming.meeting else []
    ribbon(scene, [*still_open, *closed, *newest, *meeting, *_agenda(scene, coming.meeting)])
    _open(scene, still_open)
    _closed(scene, closed[:CLOSED])
    left, right = st.columns(2, gap="large")
    with left:
        _lessons(scene, newest)
    with right:
        _coming(scene, coming)
    if rows := [*still_open, *closed]:
        closely(scene, "action", rows, "actie", texts.ACTION_CHOICE)


def ribbon(scene: Scene, rows: Iterable[Row]) -> None:
    """A ribbon where any of these things is invented, or a theme, meeting or lesson they name."""
    shown = list(rows)
    named = (scene.seen[kind].get(row.get(kind) or "") for row in shown for kind in _NAMED)
    things.ribbon([*shown, *filter(None, named)])


_NAMED = ("theme", "meeting", "lesson")


def _open(scene: Scene, rows: list[Row]) -> None:
    st.header(texts.ACTIONS_OPEN_TITLE)
    if rows:
        action_table(rows, texts.ACTIONS_OPEN_TABLE.format(wijk=scene.name))
        along(
            take.of("leren-acties", scene.place, {"leerdeel": "acties"}),
            texts.ACTIONS_TABLE.format(wijk=scene.name),
        )
        tick(scene, rows)
    else:
        said.note(texts.NO_OPEN_ACTIONS.format(wijk=scene.name))
    things.new_button(scene, "action")


def _closed(scene: Scene, rows: list[Row]) -> None:
    st.header(texts.ACTIONS_CLOSED_TITLE)
    if rows:
        action_table(rows, texts.ACTIONS_CLOSED_TABLE.format(wijk=scene.name))
    else:
        said.note(texts.NO_CLOSED_ACTIONS)


def _lessons(scene: Scene, rows: list[Row]) -> None:
    st.header(texts.LESSONS_NEW_TITLE)
    if rows:
        st.html(links.as_list(f"{links.to('lesson', row)}{_insight(row)}" for row in rows))
    else:
        said.note(texts.NO_LESSONS)
    things.new_button(scene, "lesson")


def _insight(row: Row) -> str:
    told = row["insight"] or row["observation"] or ""
    return f'<p class="wz-source">{escape(texts.shortened(told, _SHORT))}</p>' if told else ""


_SHORT = 160
"""Letters of a lesson in a list; the whole stands one click away."""


def _coming(scene: Scene, found: learning.Coming) -> None:
    st.header(texts.NEXT_MEETING_TITLE)
    if found.meeting is None:
        said.note(texts.NEXT_MEETING_NONE)
    else:
        waits = texts.to_decide(found.actions, found.late, found.agenda)
        day = texts.date(found.meeting["day"])
        said.plain(day, waits, title=links.to("meeting", found.meeting))
        said.listed(things.name(one) for one in _agenda(scene, found.meeting))
    things.new_button(scene, "meeting")


def _agenda(scene: Scene, meeting: Row | None) -> list[Row]:
    return learning.agenda(scene.seen, meeting) if meeting else []


def action_table(rows: list[Row], caption: str) -> None:
    """Actions with owner, day and state; each a link to the action from close by."""
    marked = texts.marked(caption, publish.examples(rows))
    tables.show(marked, texts.ACTIONS_HEADER, [_cells(row) for row in rows])


def _cells(row: Row) -> list[tables.Shown]:
    return [tables.Made(links.to("action", row)), *learning.action_row(row, today())[1:]]


def along(one: Take, title: str) -> None:
    """What can be taken along, under a table."""
    st.html(take.html(one, title))


def tick(scene: Scene, rows: list[Row]) -> None:
    """For the team: a button beside each open action that sets it to done, today."""
    waiting = [row for row in rows if row["status"] == "open"]
    if not (scene.may_enter and waiting):
        return
    said.note(texts.ACTIONS_TICK)
    with st.container(horizontal=True):
        for row in waiting:
            label = texts.ACTION_DONE.format(actie=things.name(row))
            st.button(
                texts.in_markdown(label, things.LONGEST_LABEL),
                key=f"gedaan-{row['id']}",
                on_click=things.again,
                args=(_done, scene.visitor, "action", row["id"], row["revision"],
                      texts.ACTION_DONE_WHY),
                icon=":material/check:",
            )  # fmt: skip


def _done(register: Register, visitor: Visitor, kind: str, id: str, seen: int, why: str) -> int:
    """Set an action to done. Raises as `entries.save`."""
    row = entered.everything()[kind][id]
    body = entries.body_of(kind, row) | {"status": "done", "done_on": today()}
    how = entries.Saving(seen, example=row["example"], why=why)
    return entries.save(register, visitor, kind, id, body, how)


def closely(scene: Scene, kind: str, rows: list[Row], param: str, label: str) -> None:
    """One of these things in full, with its history."""
    names = {row["id"]: things.name(row) for row in rows}
    id = choice.select(param, label, names, elsewhere=list(scene.seen[kind]))
    row = next(one for one in rows if one["id"] == id)
    st.header(texts.in_markdown(things.name(row)), anchor=param)
    things.facts(scene, kind, row, ("title", "neighbourhood"))
    things.tools(scene, kind, row)
