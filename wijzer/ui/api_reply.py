"""How the API answers: open to every site, kept for a minute, and in Dutch when it refuses."""

import json
from collections.abc import Mapping
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from wijzer import texts
from wijzer.ui.limits import MINUTE

VERSION = "1.0.0"
"""Of the API, not of the program: a change that breaks somebody's program counts up the first."""
LIMIT = 60
"""Questions of one address in a minute."""

METHODS = "GET, HEAD, OPTIONS"
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After, API-Version, Content-Disposition",
    "API-Version": VERSION,
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def preflight() -> Response:
    """What a browser asks before it lets a page of another site read the answer."""
    return Response(status_code=204, headers=OPEN | PREFLIGHT)


def fresh(request: Request, body: bytes, kind: str, **headers: str) -> Response:
    """The body, or word that whoever asks has it already.

    It is the same for everybody, so anyone on the way may keep it for a minute. Names of headers
    with underscores for dashes.
    """
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    kept = OPEN | {"ETag": tag, "Cache-Control": f"public, max-age={MINUTE}"} | _named(headers)
    known = request.headers.get("if-none-match", "").replace("W/", "").split(",")
    if {tag, "*"} & {one.strip() for one in known}:
        return Response(status_code=304, headers=kept)
    return Response(body, headers=kept, media_type=kind)


def problem(
    request: Request, status: int, detail: str = "", more: Mapping[str, object] | None = None
) -> Response:
    """Why there is no answer, as RFC 9457 wants it; for who asked a CSV as plain text."""
    general = texts.API_WRONG[str(status)]
    headers = OPEN | {"Cache-Control": "no-store"} | _BESIDE.get(status, {})
    if request.url.path.endswith(".csv"):
        return Response(f"{detail or general}\n", status, headers, "text/plain; charset=utf-8")
    told = {
        "type": f"/api/#fout-{status}",
        "title": general,
        "status": status,
        "detail": detail or general,
        **(more or {}),
    }
    return Response(dumped(told), status, headers, "application/problem+json")


_BESIDE = {
    405: {"Allow": METHODS},
    429: {"Retry-After": str(MINUTE)},
    503: {"Retry-After": str(MINUTE)},
}


def dumped(found: Mapping[str, object]) -> bytes:
    """A document as JSON."""
    return json.dumps(found, ensure_ascii=False, allow_nan=False).encode()


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
