"""Once per process, beside the server that is already listening: import, open, warm, freeze."""

import gc
import importlib
import sys
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
    "wijzer.ui.start_four",
    "wijzer.ui.profile_page",
    "wijzer.ui.figure",
    "wijzer.ui.compare_page",
    "wijzer.ui.account_page",
    "wijzer.ui.access_part",
    "wijzer.ui.import_page",
    "wijzer.ui.themes_page",
    "wijzer.ui.votes_part",
    "wijzer.ui.method_part",
    "wijzer.ui.plan_page",
    "wijzer.ui.goals_part",
    "wijzer.ui.people_part",
    "wijzer.ui.approach_part",
    "wijzer.ui.library_part",
    "wijzer.ui.reach_page",
    "wijzer.ui.healthier_page",
    "wijzer.ui.cooperation_page",
    "wijzer.ui.focus_page",
    "wijzer.ui.learn_page",
    "wijzer.ui.learn_log",
    "wijzer.ui.learn_meetings",
    "wijzer.ui.guide_part",
    "wijzer.ui.search_part",
    "wijzer.ui.present_page",
    "wijzer.ui.present_own",
    "wijzer.ui.present_files",
    "wijzer.ui.show_work",
    "wijzer.ui.tiles",
    "wijzer.ui.take_work",
    "wijzer.ui.tile_work",
    "wijzer.ui.factsheets",
    "scipy.stats",
    "streamlit.elements.vega_charts",
    "streamlit.elements.deck_gl_json_chart",
)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Listen at once: a browser fetches scripts and fonts while Python is still importing."""
    Thread(target=prepare, name="prepare", daemon=True).start()
    yield
    from wijzer.ui import manage_route

    manage_route.take_back()


def prepare() -> None:
    """Import what pages need, make what every visitor sees, and freeze what stays.

    Streamlit collects garbage after each run; frozen objects are not looked at again.
    """
    for name in PRELOAD:
        importlib.import_module(name)
    from wijzer.ui import compare_door, data, warm

    if data.available():
        data.warm()
        compare_door.warm()
    opened = _open_register()
    gc.collect()
    gc.freeze()
    if opened and data.available():
        warm.monitor()
    warm.drawings()


def _open_register() -> bool:
    """Open the register, and tell the command line and the room where the app listens. Whether it
    could be opened."""
    from wijzer.store.register import RegisterError
    from wijzer.ui import data, manage_route, visitor

    try:
        folder = data.register().file.parent
    except RegisterError as error:
        print(error, file=sys.stderr)  # the pages say what to do
        return False
    manage_route.tell(folder, visitor.here())
    if visitor.shared():
        address = visitor.address()
        print(texts.SHARED_FOR_ALL.format(adres=address))
        link = f"{address}/team?sleutel={visitor.passes().token}"
        print(texts.SHARED_FOR_TEAM.format(adres=link), flush=True)
    return True


def failed(error: Exception) -> bool:
    """What a visitor sees when a page breaks; the error itself goes to the log."""
    st.error(texts.FAILED)
    return True
