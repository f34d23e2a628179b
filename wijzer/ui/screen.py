"""How wide the visitor's window is: our own first page tells it in a cookie."""

import streamlit as st

WIDTH_COOKIE = "wijzer_breedte"
NARROW = 640
"""Below this Streamlit puts columns under each other."""

_PHONE, _DESK = 320, 1280
_MARGINS = {True: 32, False: 160}


def width(share: float = 1.0) -> int:
    """Pixels for something that takes this share of the page, and all of it on a phone."""
    told = st.context.cookies.get(WIDTH_COOKIE, "")
    window = min(max(int(told), _PHONE), _DESK) if told.isdecimal() else _DESK
    narrow = window < NARROW
    return int((window - _MARGINS[narrow]) * (1 if narrow else share))
