"""One tile on a page of its own, to link to or to embed: `/tegel/<tile>`."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wijzer.ui import makers
from wijzer.ui.limits import Window

MOST = 300
"""Pages of one address in a minute: a whole office may read a page with five tiles in it."""


def routes(seen: Window) -> list[Route]:
    """The address of every tile; `seen` counts how often an address asks."""
    return [Route("/tegel/{tile:path}", partial(makers.made, seen, MOST, _worked))]


def _worked(request: Request) -> Response:
    from wijzer.ui import tile_work  # heavy: when the first one asks, not before the server listens

    return tile_work.answer(request)


ROUTES = routes(Window())
