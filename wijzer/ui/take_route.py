"""Files to take along: `/neem-mee/<tile>.<ending>` and whole presentations and factsheets."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wijzer.ui import makers
from wijzer.ui.limits import Window

MOST = 60
"""Files of one address in a minute."""


def routes(seen: Window) -> list[Route]:
    """The address of every file; `seen` counts how often an address asks."""
    return [Route("/neem-mee/{file:path}", partial(makers.made, seen, MOST, _worked))]


def _worked(request: Request) -> Response:
    from wijzer.ui import take_work  # heavy: when the first one asks, not before the server listens

    return take_work.answer(request)


ROUTES = routes(Window())
