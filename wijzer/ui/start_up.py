"""Once per process: import what a page needs, open the store, freeze what stays."""

import gc
import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from wijzer.ui import data

# Imported by Streamlit at the first chart, table or map of a process; two seconds for whoever
# happens to be first, unless it is done here.
PRELOAD = (
    "streamlit.elements.vega_charts",
    "streamlit.elements.deck_gl_json_chart",
    "pyarrow",
    "pydeck",
    "wijzer.ui.start_page",
    "wijzer.ui.profile_page",
    "wijzer.ui.figure",
    "wijzer.ui.compare_page",
    "wijzer.ui.account_page",
)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Prepare the process; Streamlit's collection after each run then finds little to do."""
    for name in PRELOAD:
        importlib.import_module(name)
    data.store()
    gc.collect()
    gc.freeze()
    yield
