"""Who is looking: asks `access` with what the server knows of the request."""

import os
import socket
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


def here() -> str:
    """Where this app answers on this machine."""
    bound = _bound()
    host = "127.0.0.1" if bound in ("0.0.0.0", "::") else bound
    return f"http://{host}:{st.get_option('server.port')}"


def address() -> str:
    """Where others find this app: the address of this machine on its network, when it is shared."""
    return f"http://{_on_the_network()}:{st.get_option('server.port')}" if shared() else here()


def _on_the_network() -> str:
    """The address that traffic would leave from. Nothing is sent: the address is a documentation
    one that does not exist (RFC 5737)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def current() -> access.Visitor:
    """Who looks at the page that is being run."""
    return _visitor(st.context.headers.to_dict(), st.context.cookies.get(PASS_COOKIE, ""))


def asking(request: Request) -> access.Visitor:
    """Who asks for one of our own routes."""
    return _visitor(dict(request.headers), request.cookies.get(PASS_COOKIE, ""))


def _visitor(headers: dict[str, str], given: str) -> access.Visitor:
    return access.visitor(access.Asked(_bound(), headers, shared(), passes().holds(given)))


def _bound() -> str:
    return str(st.get_option("server.address") or "0.0.0.0")
