"""Presentations on the wall and on phones: `/toon`, and adding and moving slides of the team.

The document is whole: whoever opened it can go on when the network is gone.
"""

from collections.abc import Awaitable, Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wijzer.ui import makers
from wijzer.ui.limits import Window

MOST = 900
"""Answers to one address in a minute: a meeting may be behind one address, and a presenter fetches
all subdistricts at once."""

_PATHS = {
    "/toon": ("show", "GET"),
    "/toon/dia": ("slide", "GET"),
    "/toon/{file:path}": ("file", "GET"),
    "/presentatie/dia": ("add", "POST"),
    "/presentatie/volgorde": ("move", "POST"),
}


def routes(seen: Window) -> list[Route]:
    """The addresses of the player; `seen` counts how often an address asks."""
    return [
        Route(path, _answering(seen, work), methods=[method])
        for path, (work, method) in _PATHS.items()
    ]


def _answering(seen: Window, work: str) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        return await makers.made(seen, MOST, partial(_worked, work), request)

    return answered


def _worked(work: str, request: Request) -> Response:
    from wijzer.ui import show_work  # heavy: when the first one asks, not before the server listens

    return show_work.answer(work, request)


ROUTES = routes(Window())
