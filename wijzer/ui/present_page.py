"""Presenting: the slides of a meeting."""

import streamlit as st

from wijzer import texts
from wijzer.ui import forms, things
from wijzer.ui.places import Place
from wijzer.ui.things import Scene


def opening(place: Place) -> Scene:
    """The title; for the team the form that is open."""
    scene = things.scene(place)
    st.title(texts.PRESENT_TITLE.format(wijk=scene.name))
    forms.show(scene)
    return scene
