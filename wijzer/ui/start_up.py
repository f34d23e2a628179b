"""Once per process, beside the server that is already listening: import, open, warm, freeze."""

import gc
import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

import streamlit as st

from wijzer import texts

# What a page needs. Streamlit imports its chart and map parts at the first chart or map of a
# process: two seconds for whoever happens to be first, unless it is done here.
PRELOAD = (
    "wijzer.ui.frame",
    "wijzer.ui.start_page",
    "wijzer.ui.profile_page",
    "wijzer.ui.figure",
    "wijzer.ui.compare_page",
    "wijzer.ui.account_page",
    "streamlit.elements.vega_charts",
    "streamlit.elements.deck_gl_json_chart",
)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Listen at once: a browser fetches scripts and fonts while Python is still importing."""
    Thread(target=prepare, name="prepare", daemon=True).start()
    yield


def prepare() -> None:
    """Import what pages need, make what every visitor sees, and freeze what stays.

    Streamlit collects garbage after each run; frozen objects are not looked at again.
    """
    for name in PRELOAD:
        importlib.import_module(name)
    from wijzer.ui import data

    if data.available():
        data.warm()
    gc.collect()
    gc.freeze()


def failed(error: Exception) -> bool:
    """What a visitor sees when a page breaks; the error itself goes to the log."""
    st.error(texts.FAILED)
    return True
