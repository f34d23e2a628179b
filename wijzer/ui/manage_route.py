"""Routes for those who manage the app: the team's one-time link, and the command line.

The register has one writing process. While the app runs, `python -m wijzer backup` and its like
ask the app, at an address and with a key that only the owner of the machine can read.
"""

import json
import os
import secrets
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from wijzer import texts

_key = secrets.token_urlsafe(24)
_told: set[Path] = set()


def tell(folder: Path, url: str) -> None:
    """Leave a note for the command line: readable by the owner of the machine only."""
    from wijzer.ingest.chores import NOTE

    note = folder / NOTE
    draft = note.with_suffix(".nieuw")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
        json.dump({"url": url, "key": _key}, file)
    draft.replace(note)  # at once: whoever reads finds the old note or the whole new one
    _told.add(note)


def take_back() -> None:
    """Take the note away: the app ends."""
    while _told:
        _told.pop().unlink(missing_ok=True)


async def team(request: Request) -> Response:
    """The one-time link: first a button, so that a preview of the link does not use it up."""
    if request.method == "GET":
        token = dict(parse_qsl(request.url.query)).get("sleutel", "")
        return _page(_BUTTON.format(token=escape(token)))
    from wijzer.ui import visitor

    form = await request.form(max_fields=2)
    given = visitor.passes().redeem(str(form.get("sleutel", "")))
    if given is None:
        return _page(f"<p>{escape(texts.TEAM_LINK_USED)}</p>", 403)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(visitor.PASS_COOKIE, given, httponly=True, samesite="strict")
    return answer


_BUTTON = (
    f"<p>{texts.TEAM_LINK}</p>"
    '<form method="post" action="/team"><input type="hidden" name="sleutel" value="{token}">'
    f"<button>{texts.TEAM_ENTER}</button></form>"
)
_SHELL = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="/icon.svg"><title>{title}</title>
<style>body{{font:1.1rem/1.5 sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}}
button{{font:inherit;padding:.7rem 1.2rem;min-height:44px}}</style></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""


def _page(body: str, status: int = 200) -> Response:
    page = _SHELL.format(title=escape(texts.APP), body=body)
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})


async def manage(request: Request) -> Response:
    """What the command line asks: backup, restore, import and so on. Refused without the key."""
    from wijzer.ingest.chores import KEY_HEADER

    given = request.headers.get(KEY_HEADER, "")
    if not secrets.compare_digest(given.encode(), _key.encode()):
        return JSONResponse({"said": texts.MAY_NOT_ENTER}, 403)
    told = await request.json()
    return await run_in_threadpool(_answer, request.path_params["what"], told)


def _answer(what: str, told: dict[str, Any]) -> Response:
    from wijzer.ingest.chores import CHORES, asked
    from wijzer.store.register import RegisterError
    from wijzer.ui import data

    try:
        return JSONResponse({"said": CHORES[what](data.register(), asked(told))})
    except (KeyError, TypeError, AttributeError):
        return JSONResponse({"said": texts.NOT_THERE}, 404)
    except (RegisterError, OSError) as error:
        return JSONResponse({"said": str(error)}, 409)


ROUTES = [
    Route("/team", team, methods=["GET", "POST"]),
    Route("/beheer/{what}", manage, methods=["POST"]),
]
