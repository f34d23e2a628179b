"""What goes over the wire around the app: Dutch, compressed and with security headers.

Streamlit serves its own index page in English and its scripts uncompressed. This middleware
answers those requests itself from Streamlit's folder, and adds headers to every response.
"""

import gzip
import hashlib
import os
import re
from base64 import b64encode
from functools import cache, partial
from mimetypes import guess_type
from pathlib import Path

import brotli
import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wijzer import texts
from wijzer.ui.screen import WIDTH_COOKIE

STATIC = Path(streamlit.__file__).parent / "static"
ICON = Path(__file__).parent / "icon.svg"
LINKS = Path(__file__).parent / "links.js"
INDEX = "index.html"
REPAIRS = {
    "o(YC,{children:[e&&o(KC,": "o(YC,{as:`li`,children:[e&&o(KC,",
    ",n&&t]}),Yw=10": (
        ",n&&c(`ul`,{style:{listStyle:`none`,margin:0,padding:0},children:t})]}),Yw=10"
    ),
    "return n(R,{...e({tabIndex:-1})": "return n(R,{...e({tabIndex:-1,role:`group`})",
    'role:`alertdialog`,"aria-modal":`false`,"aria-labelledby":e[`aria-labelledby`]||o': (
        'role:`group`,"aria-label":`Melding`'
    ),
}
"""In Streamlit's menu on a phone the groups are no list items: a screen reader loses count. The
place for a file has a name, but says that it is only there for the looks. And a short message
says that it is a dialog, named by a title that it does not have."""

_COMPRESSIBLE = {".js", ".css", ".svg", ".json", ".html"}
_OURS = ("/healthz", "/stem", "/team", "/toon", "/api")
_THEIRS = (
    *("/_stcore/", "/media/", "/component/", "/_stcore", "/oauth2callback"),
    *("/stem/", "/neem-mee/", "/tegel/", "/toon/", "/presentatie/", "/api/"),
)


class Served:
    """ASGI middleware: own index page and static files, security headers on everything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _guard(MutableHeaders(scope=message))
            await send(message)

        answer = _own_answer(scope) or self.app
        await answer(scope, receive, guarded)


async def healthz(request: Request) -> JSONResponse:
    """Tells that the process runs and which build of the figures it serves."""
    from wijzer.ui import data

    return JSONResponse({"status": "ok", "figures": data.version()})


def _own_answer(scope: Scope) -> Response | None:
    """Our answer to a request for a page or a file; None for what a route answers."""
    path = scope["path"]
    if scope["method"] not in ("GET", "HEAD") or path in _OURS or path.startswith(_THEIRS):
        return None
    file = _known_files().get(path)
    if file:
        return _file(scope, file)
    # A page is one segment. The browser asks for /page/_stcore/health to find out where the app
    # begins, and must be told that it is not there.
    if "/" in path[1:] or "." in path:
        return PlainTextResponse(texts.NOT_THERE, status_code=404)
    return _packed(scope, INDEX, "text/html; charset=utf-8", "no-cache")


def _file(scope: Scope, name: str) -> Response:
    kind = guess_type(name)[0] or "application/octet-stream"
    translated = _content(name)[1]
    return _packed(
        scope, name, kind, "no-cache" if translated else "public, immutable, max-age=31536000"
    )


def _packed(scope: Scope, name: str, kind: str, age: str) -> Response:
    """A file as small as the browser can take it, or word that it has it already."""
    asked = Headers(scope=scope)
    how = _encoding(asked.get("accept-encoding", "")) if Path(name).suffix in _COMPRESSIBLE else ""
    headers = {"Cache-Control": age, "Vary": "Accept-Encoding", "ETag": _tag(name, how)}
    if asked.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if how:
        headers["Content-Encoding"] = how
    return Response(_compressed(name, how), media_type=kind, headers=headers)


def _encoding(accepted: str) -> str:
    """The best packing that the browser takes; a quality of zero means that it does not."""
    offers = (offer.replace(" ", "").split(";") for offer in accepted.split(","))
    taken = {name for name, *quality in offers if quality[:1] not in (["q=0"], ["q=0.0"])}
    return next((one for one in _COMPRESS if one in taken), "")


# Browsers offer brotli only over https and on the machine itself.
_COMPRESS = {
    "br": partial(brotli.compress, quality=9),
    "gzip": partial(gzip.compress, compresslevel=9, mtime=0),
}


@cache
def _compressed(name: str, how: str) -> bytes:
    body = _index() if name == INDEX else _content(name)[0]
    packed: bytes = _COMPRESS[how](body) if how else body
    return packed


@cache
def _known_files() -> dict[str, str]:
    """Request path to file, so that no request can name a file outside Streamlit's folder."""
    files = (file for file in (STATIC / "static").rglob("*") if file.is_file())
    theirs = {"/" + file.relative_to(STATIC).as_posix(): str(file) for file in files}
    return theirs | {"/icon.svg": str(ICON), "/favicon.png": str(ICON)}


@cache
def font() -> Path:
    """The font of the app, for pages that we make whole."""
    return next(STATIC.glob("static/media/SourceSansVF-Upright*.woff2"))


@cache
def _content(name: str) -> tuple[bytes, bool]:
    """A file's bytes and whether its words were put into Dutch."""
    body = Path(name).read_bytes()
    if not name.endswith(".js"):
        return body, False
    dutch = body
    for theirs, ours in (texts.FRONTEND | REPAIRS).items():
        dutch = dutch.replace(theirs.encode(), ours.encode())
    return dutch, dutch != body


@cache
def _tag(name: str, how: str) -> str:
    return f'"{hashlib.sha256(_compressed(name, how)).hexdigest()[:20]}"'


@cache
def _index() -> bytes:
    """Streamlit's page, in Dutch and without the pointer to its agent interface."""
    page = (STATIC / "index.html").read_text("utf-8")
    page = re.sub(r"<!--.*?-->", "", page, flags=re.S)
    page = page.replace('<html lang="en">', '<html lang="nl">')
    page = re.sub(r"<title>.*?</title>", f"<title>{texts.APP}</title>", page)
    page = re.sub(r"<link rel=\"service-desc\"[^>]*>", "", page)
    page = page.replace('href="./favicon.png"', 'href="./icon.svg" type="image/svg+xml"')
    page = page.replace("<script>", f"<script>{_WHERE}{_WIDTH}{_LINKS}{_ADD}", 1)
    page = re.sub(r"<noscript>.*?</noscript>", _NOSCRIPT, page, flags=re.S)
    return page.encode()


# Without this the browser first looks for the app below the page's own address: two failed
# requests, and an error in the console, for everyone who opens a link to a page.
_WHERE = "window.__streamlit = { BACKEND_BASE_URL: location.origin };"
# A map must know how wide it will be before it is drawn; the server cannot see the screen.
_WIDTH = f"document.cookie = '{WIDTH_COOKIE}=' + innerWidth + '; path=/; SameSite=Lax';"
# What our links do, and what somebody who cannot see the page is told.
_LINKS = LINKS.read_text("utf-8").replace("$UPDATED", f"'{texts.PAGE_UPDATED}'")
# "Naar de presentatie" adds the picture and stays on the page; where that fails, the link leads to
# a page that tells what to do.
_ADD = """addEventListener('click', async (click) => {
  const link = click.target.closest && click.target.closest('a.wz-add');
  if (!link || click.button || click.ctrlKey || click.metaKey || click.shiftKey) return;
  click.preventDefault();
  let said = link.parentNode.querySelector('[role="status"]');
  if (!said) {
    said = document.createElement('span');
    said.setAttribute('role', 'status');
    link.after(' ', said);
  }
  const codes = new URL(link.href).searchParams;
  codes.set('tegel', codes.get('zet'));
  codes.delete('zet');
  try {
    const answer = await fetch('/presentatie/dia?' + codes, { method: 'POST' });
    if (!answer.ok) throw answer.status;
    said.textContent = (await answer.json()).text;
  } catch {
    location.href = link.href;
  }
});"""
_NOSCRIPT = f"<noscript><p>{texts.NEEDS_SCRIPT}</p></noscript>"


@cache
def _policy() -> str:
    """Content security policy: nothing but ourselves; the one inline script by its hash."""
    scripts = re.findall(rb"<script>(.*?)</script>", _index(), flags=re.S)
    hashes = " ".join(
        f"'sha256-{b64encode(hashlib.sha256(one).digest()).decode()}'" for one in scripts
    )
    frames = os.environ.get("WIJZER_FRAME_ANCESTORS", "")
    return "; ".join(
        (
            "default-src 'self'",
            # The map library compiles a small module of its own; no other code may be made.
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors 'self' {frames}".rstrip(),
        )
    )


IN_ANY_FRAME = "frame-ancestors *"
"""The content policy with which a route of ours says that its page may stand in any other page."""


def _guard(headers: MutableHeaders) -> None:
    anywhere = headers.get("Content-Security-Policy") == IN_ANY_FRAME
    policy = _policy()
    headers["Content-Security-Policy"] = (
        re.sub("frame-ancestors [^;]*", IN_ANY_FRAME, policy) if anywhere else policy
    )
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if not anywhere and not os.environ.get("WIJZER_FRAME_ANCESTORS"):
        headers["X-Frame-Options"] = "SAMEORIGIN"
