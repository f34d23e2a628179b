"""How wide the visitor's window is: our own first page tells it in a cookie."""

import streamlit as st

WIDTH_COOKIE = "wijzer_breedte"
MARGIN = 32
DESKTOP = 1280


def width(share: float = 1.0) -> int:
    """Pixels for something that takes this share of the page, and all of it on a phone."""
    told = st.context.cookies.get(WIDTH_COOKIE, "")
    window = int(told) if told.isdecimal() else DESKTOP
    narrow = window < NARROW
    return int(
        (min(window, DESKTOP) - (MARGIN if narrow else 5 * MARGIN)) * (1 if narrow else share)
    )


NARROW = 640
"""Below this Streamlit puts columns under each other."""
