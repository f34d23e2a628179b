"""Figures for other programs: `/api/figures.csv`, `/api/figures.json`, `/api/openapi.json`, `/api`.

Everybody is the public here (see `api_answer`), so any site may read the answers.
"""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wijzer.ui import api_reply
from wijzer.ui.limits import Window

_PATHS = {
    "/api/figures.csv": "csv",
    "/api/figures.json": "json",
    "/api/openapi.json": "description",
    "/api": "page",
    "/api/": "page",
    "/api/{rest:path}": "nowhere",
}
_METHODS = ["GET", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
"""Those that are refused too: Starlette itself would refuse them in English."""


def routes(seen: Window) -> list[Route]:
    """The addresses of the API; `seen` counts how often an address asks."""
    return [
        Route(path, partial(_answered, seen, work), methods=_METHODS)
        for path, work in _PATHS.items()
    ]


async def _answered(seen: Window, work: str, request: Request) -> Response:
    if request.method == "OPTIONS":
        return api_reply.preflight()
    if request.method not in ("GET", "HEAD"):
        return api_reply.problem(request, 405)
    if seen.add(request.client.host if request.client else "") > api_reply.LIMIT:
        return api_reply.problem(request, 429)
    return await run_in_threadpool(_worked, work, request)


def _worked(work: str, request: Request) -> Response:
    from wijzer.ui import api_work  # heavy: when the first one asks, not before the server listens

    return api_work.answer(work, request)


ROUTES = routes(Window())
