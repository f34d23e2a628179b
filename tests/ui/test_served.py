"""What goes over the wire around the app: Dutch, compressed, with security headers, and no more."""

import gzip
import hashlib
import re
from base64 import b64encode
from pathlib import Path

import brotli
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from tests.ui.asgi import Answer, ask
from wijzer import texts
from wijzer.ui import frame
from wijzer.ui.served import STATIC, Served


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands where Streamlit stands: says which path came through."""
    request = Request(scope)
    answer: Response = PlainTextResponse(f"binnen {request.url.path}", status_code=418)
    await answer(scope, receive, send)


APP = Served(inner)
SCRIPTS = sorted(STATIC.glob("static/js/*.js"))
INDEXES = ["/", *(f"/{page.url_path}" for page in frame.PAGES if page.url_path)]


def directives(answer: Answer) -> dict[str, list[str]]:
    """The content policy by directive."""
    parts = answer.headers["content-security-policy"].split(";")
    return {part.split()[0]: part.split()[1:] for part in parts}


def came_through(answer: Answer) -> bool:
    """Whether the app itself answered."""
    return answer.status == 418


@pytest.mark.parametrize("path", INDEXES)
def test_the_page_is_dutch(path: str) -> None:
    answer = ask(APP, path)
    page = answer.body.decode()
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert re.findall(r"<html[^>]*>", page) == ['<html lang="nl">']
    assert re.findall(r"<title>(.*?)</title>", page) == ["Wijzer in de Wijk"]
    (told,) = re.findall(r"<noscript>(.*?)</noscript>", page, re.S)
    assert "JavaScript" in told and "need" not in told
    assert "You need" not in page and "Streamlit Inc" not in page
    assert "service-desc" not in page


def test_the_page_still_starts_streamlit() -> None:
    page = ask(APP, "/").body.decode()
    assert re.search(r'<script[^>]+src="\./static/js/index\.[^"]+\.js"', page)
    assert '<div id="root">' in page
    known = {"/" + file.relative_to(STATIC).as_posix() for file in STATIC.rglob("*")}
    asked = re.findall(r'(?:src|href)="\./(static/[^"]+)"', page)
    assert asked
    assert {f"/{one}" for one in asked} <= known


@pytest.mark.parametrize("path", [*INDEXES, "/icon.svg", "/healthz", "/_stcore/health", "/media/x"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_every_answer_is_guarded(path: str, method: str) -> None:
    answer = ask(APP, path, method)
    policy = directives(answer)
    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == policy["form-action"] == policy["connect-src"] == ["'self'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & set(policy["script-src"])
    assert not any("http" in one or "*" in one for some in policy.values() for one in some)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] in ("same-origin", "no-referrer")


def test_the_policy_allows_the_script_that_is_served_and_no_other() -> None:
    answer = ask(APP, "/profiel")
    inline = re.findall(rb"<script>(.*?)</script>", answer.body, re.S)
    hashes = {f"'sha256-{b64encode(hashlib.sha256(one).digest()).decode()}'" for one in inline}
    assert len(hashes) == 1
    allowed = set(directives(answer)["script-src"]) - {"'wasm-unsafe-eval'"}
    assert allowed == {"'self'"} | hashes
    assert not re.search(rb"<[^>]+\son\w+=", answer.body)


@pytest.mark.parametrize(("name", "undo"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
@pytest.mark.parametrize("path", ["/", *(f"/static/js/{one.name}" for one in SCRIPTS[:3])])
def test_compressed_is_the_same(path: str, name: str, undo: object) -> None:
    plain, packed = ask(APP, path), ask(APP, path, accept_encoding=name)
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == name
    assert packed.headers["vary"].lower() == "accept-encoding"
    assert undo(packed.body) == plain.body  # type: ignore[operator]
    assert int(packed.headers["content-length"]) == len(packed.body) <= len(plain.body)


def test_large_scripts_get_much_smaller() -> None:
    large = max(SCRIPTS, key=lambda one: one.stat().st_size)
    packed = ask(APP, f"/static/js/{large.name}", accept_encoding="gzip, deflate")
    assert len(packed.body) < large.stat().st_size / 2


def test_fonts_and_pictures_are_not_compressed_twice() -> None:
    font = next(STATIC.glob("static/media/*.woff2"))
    answer = ask(APP, f"/static/media/{font.name}", accept_encoding="gzip")
    assert "content-encoding" not in answer.headers
    assert answer.body == font.read_bytes()


NOWHERE = [
    "/static/../../etc/passwd",
    "/static/../../../../../../etc/passwd",
    "/static/js/../../index.html",
    "/static/%2e%2e/%2e%2e/etc/passwd",
    "/static/..%2f..%2fetc%2fpasswd",
    "/static//etc/passwd",
    "/static/js/\x00.js",
    "/static/..\\..\\etc\\passwd",
    "//etc/passwd",
    "/static/js",
    "/static/",
    "/static/js/nergens.js",
    f"/static/js/{SCRIPTS[0].name}/",
    f"/static/JS/{SCRIPTS[0].name}",
]


@pytest.mark.parametrize("path", NOWHERE)
def test_no_file_outside_the_folder(path: str) -> None:
    """What we do not know is not there; we never open a file by the name in a request."""
    answer = ask(APP, path, accept_encoding="gzip")
    assert answer.status == 404
    assert "content-encoding" not in answer.headers
    assert answer.body.decode() == texts.NOT_THERE


def test_a_file_is_asked_for_once() -> None:
    path = f"/static/js/{SCRIPTS[0].name}"
    first = ask(APP, path)
    tag = first.headers["etag"]
    assert re.fullmatch(r'(W/)?"[^"]+"', tag)
    again = ask(APP, path, if_none_match=tag)
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == tag
    assert ask(APP, path, if_none_match='"anders"').status == 200
    assert "no-store" not in first.headers["cache-control"]


def test_the_page_itself_is_not_kept_for_long() -> None:
    """After an upgrade the old page would ask for scripts that are gone."""
    assert ask(APP, "/").headers["cache-control"] == "no-cache"


def test_a_translated_script_is_asked_for_again() -> None:
    """Its name tells of Streamlit's version, not of our words."""
    words = [word.encode() for word in texts.FRONTEND]
    changed = next(one for one in SCRIPTS if any(word in one.read_bytes() for word in words))
    answer = ask(APP, f"/static/js/{changed.name}")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.body != changed.read_bytes()


@pytest.mark.parametrize(
    "path",
    ["/_stcore/health", "/_stcore/stream", "/healthz", "/media/a.png", "/component/x/index.html"],
)  # fmt: skip
def test_what_is_no_page_goes_to_the_app(path: str) -> None:
    answer = ask(APP, path)
    assert came_through(answer)
    assert b"<html" not in answer.body


@pytest.mark.parametrize(
    "path", ["/profiel/_stcore/health", "/app/static/a.json", "/robots.txt", "/profiel/iets"]
)
def test_what_is_not_there_says_so_in_dutch(path: str) -> None:
    """Streamlit would give its own English page, with a script that our policy forbids."""
    answer = ask(APP, path)
    assert (answer.status, answer.body.decode()) == (404, texts.NOT_THERE)


@pytest.mark.parametrize(("accepted", "given"), [("br, gzip", "br"), ("gzip;q=1, br;q=0", "gzip"),
                                                 ("br;q=0", None), ("", None)])  # fmt: skip
def test_packed_as_the_browser_takes_it(accepted: str, given: str | None) -> None:
    answer = ask(APP, "/", accept_encoding=accepted)
    assert answer.headers.get("content-encoding") == given
    tag = answer.headers["etag"]
    again = ask(APP, "/", accept_encoding=accepted, if_none_match=tag)
    assert (again.status, again.headers["vary"]) == (304, "Accept-Encoding")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_answered_here(method: str) -> None:
    assert came_through(ask(APP, "/", method))


@pytest.mark.parametrize("path", ["/", "/profiel", f"/static/js/{SCRIPTS[0].name}", "/icon.svg"])
def test_head_tells_what_get_would(path: str) -> None:
    head, get = ask(APP, path, "HEAD"), ask(APP, path)
    assert (head.status, head.headers) == (200, get.headers)


def test_own_icon() -> None:
    answer = ask(APP, "/icon.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert b"<svg" in answer.body
    assert b'href="./icon.svg"' in ask(APP, "/").body


def test_framing_is_for_ourselves_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WIJZER_FRAME_ANCESTORS", raising=False)
    answer = ask(APP, "/")
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert directives(answer)["frame-ancestors"] == ["'self'"]


def test_framing_by_hosts_that_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """X-Frame-Options knows no hosts: it would forbid what the policy allows."""
    from wijzer.ui import served

    monkeypatch.setenv("WIJZER_FRAME_ANCESTORS", "https://intranet.example")
    served._policy.cache_clear()
    try:
        answer = ask(APP, "/")
    finally:
        served._policy.cache_clear()
    assert "x-frame-options" not in answer.headers
    assert directives(answer)["frame-ancestors"] == ["'self'", "https://intranet.example"]


@pytest.fixture(scope="module")
def sources() -> bytes:
    """All scripts of the pinned Streamlit as they were shipped."""
    return b"\n".join(one.read_bytes() for one in SCRIPTS)


@pytest.mark.parametrize("english", texts.FRONTEND)
def test_words_of_streamlit_are_where_we_replace_them(sources: bytes, english: str) -> None:
    """Fails when an upgrade says something else: then the screen would speak English again."""
    assert english.encode() in sources


def test_the_words_that_are_served_are_dutch() -> None:
    for script in SCRIPTS:
        body = script.read_bytes()
        if any(one.encode() in body for one in texts.FRONTEND):
            served = ask(APP, f"/static/js/{script.name}").body
            for english, dutch in texts.FRONTEND.items():
                assert english.encode() not in served
                assert english.encode() not in body or dutch.encode() in served


@pytest.mark.parametrize("english", texts.FRONTEND)
def test_a_replacement_keeps_the_shape_of_the_script(english: str) -> None:
    """Same quotes and placeholders, so that the script still runs."""
    marks = re.compile(r"[`\"{}$\\]")
    assert marks.findall(texts.FRONTEND[english]) == marks.findall(english)


def test_the_scripts_that_are_served_are_all_there() -> None:
    assert len(SCRIPTS) > 50
    assert all(
        ask(APP, "/" + Path(one).relative_to(STATIC).as_posix()).status == 200
        for one in SCRIPTS[::10]
    )
