"""Starts the dashboard: `streamlit run app.py`. All it does is make the ASGI app.

The script that Streamlit runs is wijzer/ui/main.py, on purpose in a folder without `pages/`:
beside such a folder a deep link after a restart would run a page without its frame.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from wijzer.ui import api_route, manage_route, show_route, take_route, tile_route, vote_route
from wijzer.ui.served import Served, healthz
from wijzer.ui.start_up import failed, lifespan

app = st.App(
    Path(__file__).parent / "wijzer" / "ui" / "main.py",
    lifespan=lifespan,
    routes=[
        Route("/healthz", healthz),
        *vote_route.ROUTES,
        *manage_route.ROUTES,
        *take_route.ROUTES,
        *tile_route.ROUTES,
        *show_route.ROUTES,
        *api_route.ROUTES,
    ],
    middleware=[Middleware(Served)],
    on_script_error=failed,
)
