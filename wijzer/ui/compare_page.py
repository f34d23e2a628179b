"""The neighbourhoods side by side: to learn, not to rank. One part in a run of the page."""

import streamlit as st

from wijzer import texts
from wijzer.ui import (
    choice,
    compare_choice,
    compare_door,
    compare_figures,
    compare_parts,
    forms,
    said,
    things,
    trouble,
)
from wijzer.ui.places import Place


def opening(place: Place) -> str:
    """Title, for the team the form that is open, and which part is shown. Returns the part."""
    st.title(texts.COMPARE_TITLE)
    if choice.asked("bewerk"):
        with trouble.said():
            forms.show(things.scene(place))
    return choice.buttons("beeld", texts.COMPARE_PART, texts.COMPARE_PARTS)


def show(place: Place, part: str) -> None:
    """The part that is asked for."""
    if part != compare_choice.FIGURES:
        compare_parts.show(place, part)
        return
    said.lead(texts.COMPARE_LEAD, texts.COMPARE_WORTH)
    if compare_door.example():
        said.example(texts.EXAMPLE_RIBBON)
    compare_figures.show(place)
