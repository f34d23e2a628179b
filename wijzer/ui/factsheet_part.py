"""Links to the factsheet of a place. One piece of HTML and no widgets, as `take`."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from wijzer import access, texts
from wijzer.access import Action
from wijzer.ui import visitor
from wijzer.ui.places import Place, where

FOR, TEAM = "voor", "team"
"""In a link: for whom the factsheet is, when that is not everybody."""


def show(place: Place) -> None:
    """The factsheet for everybody; for the team also its own, with what only the team may see."""
    own = [link(place, team=True)] if access.may(visitor.current(), Action.ENTER) else []
    st.html(f'<p class="wz-text">{" · ".join([link(place), *own])}</p>')


def link(place: Place, team: bool = False) -> str:
    """A link to the file, with its name, form and length."""
    codes = (*where(place), *([(FOR, TEAM)] if team else []))
    said = texts.FACTSHEET_TAKE_TEAM if team else texts.FACTSHEET_TAKE
    address = escape(f"/neem-mee/factsheet.pdf?{urlencode(codes)}")
    return f'<a href="{address}" target="_self">{escape(said.format(gebied=place.area.name))}</a>'
