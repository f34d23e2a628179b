"""The thread: from one figure to the themes, goals, interventions and activities it leads to."""

import streamlit as st

from wijzer import publish, texts
from wijzer.model import Indicator
from wijzer.ui import event_door, links, said, things, trouble
from wijzer.ui.places import Place


def show(place: Place, one: Indicator) -> None:
    """What hangs on this indicator in this neighbourhood, each a link that can be shared.

    The mark of an example counts for the events on its trend too.
    """
    st.subheader(texts.THREAD_OF)
    with trouble.said():
        _thread(place, one)


def _thread(place: Place, one: Indicator) -> None:
    scene = things.scene(place)
    found = publish.thread(scene.seen, scene.id, one.id)
    shown = [*found.themes, *found.goals, *found.interventions, *found.activities]
    if publish.examples(shown) or event_door.invented(scene.visitor, scene.id, one.id):
        said.example(texts.EXAMPLE_CONTENT)
    if not found.themes and not found.goals:
        said.note(texts.THREAD_NONE.format(wijk=scene.name))
        return
    links.beside(
        (texts.THREAD_THEME, links.each("theme", found.themes)),
        (texts.THREAD_GOAL, links.each("goal", found.goals)),
        (texts.THREAD_INTERVENTION, links.each("intervention", found.interventions, marked=True)),
        (texts.THREAD_ACTIVITY, links.each("activity", found.activities, marked=True)),
    )
