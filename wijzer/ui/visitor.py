"""Who is looking: asks `access` with what the server knows of the request."""

import os
from functools import cache

import streamlit as st
from starlette.requests import Request

from wijzer import access

PASS_COOKIE = "wijzer_team"


@cache
def passes() -> access.Passes:
    """The team's one-time link and the passes of this process."""
    return access.Passes()


def shared() -> bool:
    """Whether this is a meeting: others on the network may look (`make run SHARE=1`)."""
    return bool(os.environ.get("WIJZER_SHARE"))


def current() -> access.Visitor:
    """Who looks at the page that is being run."""
    return _visitor(st.context.headers.to_dict(), st.context.cookies.get(PASS_COOKIE, ""))


def asking(request: Request) -> access.Visitor:
    """Who asks for one of our own routes."""
    return _visitor(dict(request.headers), request.cookies.get(PASS_COOKIE, ""))


def _visitor(headers: dict[str, str], given: str) -> access.Visitor:
    bound = str(st.get_option("server.address") or "0.0.0.0")
    return access.visitor(access.Asked(bound, headers, shared(), passes().holds(given)))
