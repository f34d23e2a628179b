"""How themes are chosen: four steps, meetings, theme groups and their ideas."""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Row
from wijzer.ui import said, section, things
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The four Amersfoort steps with what is known, then who met and what came of it."""
    shown = ("meeting", "theme_group", "idea", "theme", "step")
    things.ribbon(row for kind in shown for row in scene.of(kind))
    st.header(texts.METHOD_TITLE)
    said.note(texts.METHOD_HELP)
    _steps(scene)
    section.show(scene, "meeting", _meeting_row)
    section.show(scene, "theme_group", _group_row)
    section.show(scene, "idea", _idea_row)


def _steps(scene: Scene) -> None:
    found = publish.steps(scene.seen, scene.id, "amersfoort")
    for number, name in enumerate(texts.AMERSFOORT, start=1):
        statements = found.get(number, [])
        said.step(number, name, publish.status(statements))
        for one in statements:
            said.plain(one["text"])
            said.published_at(one)


def _meeting_row(scene: Scene, row: Row) -> list[str]:
    day = texts.date(row["day"]) if row["day"] else row["period"] or texts.NOT_KNOWN
    rung = texts.WORD["rung"].get(row["rung"] or "", texts.NOT_KNOWN)
    people = [row["residents_text"], row["professionals_text"]]
    return [things.name(row), day, *people, rung, row["text"] or ""]


def _group_row(scene: Scene, row: Row) -> list[str]:
    theme = publish.title(scene.seen["theme"].get(row["theme"]))
    people = [row["residents_text"], row["professionals_text"]]
    return [things.name(row), theme, *people, row["roles"] or texts.NOT_KNOWN]


def _idea_row(scene: Scene, row: Row) -> list[str]:
    theme = publish.title(scene.seen["theme"].get(row["theme"]))
    status = texts.WORD["idea"].get(row["status"] or "", "")
    return [things.name(row), theme, status, row["reason"] or row["text"] or ""]
