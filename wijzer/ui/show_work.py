"""The work behind the player: which document, slide or file, and what the team adds or moves."""

import gzip
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from wijzer import access, texts
from wijzer.access import Action, Visitor
from wijzer.export import offline
from wijzer.store.database import StoreMissing
from wijzer.store.entries import Conflict, Invalid
from wijzer.store.register import RegisterError
from wijzer.ui import asked, decks, plain_page, player, show_write, tiles
from wijzer.ui.asked import Asked

Work = Callable[[Request, Asked], Response]


def answer(work: str, request: Request) -> Response:
    """The answer, or why there is none in Dutch: a page, or a sentence for the script."""
    return _packed(request, _WORKS[work](request, asked.of(request)))


def _show(request: Request, one: Asked) -> Response:
    try:
        found = decks.deck(one.visitor, one.codes)
    except tiles.UnknownTile:
        return plain_page.no_tile()
    except (StoreMissing, RegisterError):
        return plain_page.busy()
    if found is None:
        return plain_page.trouble(404, texts.SHOW_UNKNOWN, texts.SHOW_UNKNOWN_MORE)
    return Response(
        player.page(one.visitor, found), headers=_NEW, media_type="text/html; charset=utf-8"
    )


_NEW = {"Cache-Control": "private, no-store"}


def _slide(request: Request, one: Asked) -> Response:
    """One slide, as a piece of HTML for a document that is open already."""
    tile = dict(one.codes).get(decks.ONE, "")
    codes = tuple(code for code in one.codes if code[0] not in (decks.ONE, SCREEN))
    screens = player.PHONE if (SCREEN, "telefoon") in one.codes else player.WALL
    try:
        inside = player.other(one.visitor, tile, codes, screens).inside
    except tiles.UnknownTile:
        return PlainTextResponse(texts.SLIDE_UNKNOWN, 404)
    except (StoreMissing, RegisterError):
        return PlainTextResponse(texts.SHOW_BUSY, 503)
    return Response(inside, headers=_NEW, media_type="text/html; charset=utf-8")


SCREEN = "scherm"
"""Name in the link of the screen that a slide is for."""


def _file(request: Request, one: Asked) -> Response:
    made = _FILES.get(request.path_params["file"])
    if made is None:
        return PlainTextResponse(texts.NOT_THERE, 404)
    make, kind = made
    return Response(make(), headers={"Cache-Control": "no-cache"}, media_type=kind)


_FILES = {
    "speler.js": (offline.script, "text/javascript; charset=utf-8"),
    "speler.css": (player.style, "text/css; charset=utf-8"),
}


# --- what the team changes ------------------------------------------------------------------------


def _add(request: Request, one: Asked) -> Response:
    tile = dict(one.codes).get(decks.ONE, "")
    codes = tuple(code for code in one.codes if code[0] != decks.ONE)

    def work(visitor: Visitor) -> str:
        found = tiles.made(visitor, tile, codes)
        if found is None:
            raise tiles.UnknownTile(tile)
        return show_write.add(visitor, found).said

    return _changed(request, one.visitor, work)


def _move(request: Request, one: Asked) -> Response:
    told = dict(one.codes)

    def work(visitor: Visitor) -> str:
        show_write.move(visitor, told.get("dia", ""), told.get("na", ""))
        return texts.ORDER_SAVED

    return _changed(request, one.visitor, work)


def _changed(request: Request, visitor: Visitor, work: Callable[[Visitor], str]) -> Response:
    """Do it when the team asks, from a page of ours. The answer has a `text` to show."""
    if not (_from_here(request) and access.may(visitor, Action.ENTER)):
        return _said(texts.ADD_NOT_ALLOWED, 403)
    try:
        return _said(work(visitor), 200)
    except (tiles.UnknownTile, show_write.UnknownSlide):
        return _said(texts.SLIDE_UNKNOWN, 404)
    except Conflict:
        return _said(texts.ORDER_CHANGED, 409)
    except (StoreMissing, RegisterError, Invalid):
        return _said(texts.ADD_FAILED, 503)


def _said(text: str, status: int) -> Response:
    return JSONResponse({"text": text}, status, _NEW)


def _from_here(request: Request) -> bool:
    """Whether a page of ours asks: a page elsewhere may not write with the passes of the team.

    A browser tells where a page comes from that sends something; without that it is refused.
    """
    origin, site = (request.headers.get(name) for name in ("origin", "sec-fetch-site"))
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        return False
    return site == "same-origin" if site is not None else origin is not None


_WORKS: dict[str, Work] = {
    "show": _show,
    "slide": _slide,
    "file": _file,
    "add": _add,
    "move": _move,
}


def _packed(request: Request, given: Response) -> Response:
    """Smaller over the wire: a document has ten drawings, and a room has fifty phones."""
    if len(given.body) < _SMALL or "gzip" not in request.headers.get("accept-encoding", ""):
        return given
    given.body = gzip.compress(bytes(given.body), compresslevel=5, mtime=0)
    given.headers["Content-Encoding"] = "gzip"
    given.headers["Content-Length"] = str(len(given.body))
    given.headers["Vary"] = "Accept-Encoding"
    return given


_SMALL = 2_000
