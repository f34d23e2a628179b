"""The guide to a page, which can be switched off: one element, for it stands on every page."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from wijzer import texts
from wijzer.ui import choice

CHOICE, ON, OFF = "leeswijzer", "aan", "uit"
"""The choice in the address; only when the guide is off it stands there."""


def show(page: str) -> None:
    """The guide to the page with this address, closed until somebody opens it."""
    guide = _guide(page) if _wanted() else _link(page, texts.READ_SHOW, **{CHOICE: ON})
    account = _link("verantwoording", texts.ACCESS_LINK, "#toegankelijkheid")
    st.html(f'<div class="wz-read">{guide}{account}</div>')


def _guide(page: str) -> str:
    steps = "".join(
        f"<li><b>{name}.</b> {escape(text)}</li>"
        for name, text in zip(texts.READ_STEPS, texts.READING[page], strict=True)
    )
    hide = _link(page, texts.READ_HIDE, **{CHOICE: OFF})
    return f"<details><summary>{texts.READ_TITLE}</summary><ol>{steps}</ol>{hide}</details>"


def _wanted() -> bool:
    """Whether the guide is on: as the address says, else as this visitor chose before."""
    asked = choice.asked(CHOICE)
    if asked == OFF:
        choice.align(CHOICE, OFF)
        return False
    if asked not in ("", ON):
        st.warning(texts.unknown_code(texts.READ_CHOICE, asked, ON))
    choice.drop(CHOICE)
    return True


def _link(page: str, text: str, part: str = "", **codes: str) -> str:
    """A link within the app, to what is in view now."""
    address = f"/{page}?{urlencode(choice.query(**codes))}{part}"
    return f'<a class="wz-go" href="{escape(address)}" target="_self">{escape(text)}</a>'
