"""The thread: from one figure to the themes, goals, interventions and activities it leads to."""

import streamlit as st

from wijzer import publish, texts
from wijzer.model import Indicator
from wijzer.ui import said, things, trouble
from wijzer.ui.places import Place


def show(place: Place, one: Indicator) -> None:
    """What hangs on this indicator in this neighbourhood, each a link that can be shared."""
    st.subheader(texts.THREAD_OF)
    with trouble.said():
        _thread(place, one)


def _thread(place: Place, one: Indicator) -> None:
    scene = things.scene(place)
    found = publish.thread(scene.seen, scene.id, one.id)
    if not found.themes and not found.goals:
        said.note(texts.THREAD_NONE.format(wijk=scene.name))
        return
    things.ribbon([*found.themes, *found.goals, *found.interventions, *found.activities])
    columns = st.columns(4, gap="medium")
    for cell, (kind, title, rows) in zip(
        columns,
        (
            ("theme", texts.THREAD_THEME, found.themes),
            ("goal", texts.THREAD_GOAL, found.goals),
            ("intervention", texts.THREAD_INTERVENTION, found.interventions),
            ("activity", texts.THREAD_ACTIVITY, found.activities),
        ),
        strict=True,
    ):
        with cell:
            st.markdown(f"**{title}**")
            things.links(kind, rows, texts.RUN_MARK)
