"""The player over the wire: documents, slides, files, and what only the team may change."""

import gzip
import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from tests.pages.entering import Holds, own_register
from tests.ui.along import HOME, VISITORS
from tests.ui.asgi import Answer, ask
from wijzer import texts
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.export import offline
from wijzer.store import entries
from wijzer.ui import data, decks_own, show_route
from wijzer.ui.limits import MINUTE, Window
from wijzer.ui.served import Served

OWN = {"presentatie": "presentatie-voorbeeld-stevenshof"}
TREND = {"tegel": "profiel-trend", "wijk": "zuidwest", "deel": "heel", "indicator": "eenzaam"}
NAMES = {TEAM: "team", PUBLIC: "public"}


pytestmark = pytest.mark.usefixtures("examples")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[None]:
    """A register of its own: without presentations."""
    with own_register(tmp_path / "leeg", Holds.NOTHING):
        yield


def app(seen: Window | None = None) -> Starlette:
    """The routes behind what guards them. Without a window each question comes a minute later."""
    minutes = count(step=2 * MINUTE)
    window = seen or Window(lambda: float(next(minutes)))
    return Starlette(routes=show_route.routes(window), middleware=[Middleware(Served)])


def get(path: str, codes: dict[str, str], who: Visitor = PUBLIC, **headers: str) -> Answer:
    return ask(app(), path, "GET", urlencode(codes), host=HOME[who], **headers)


def post(path: str, codes: dict[str, str], who: Visitor = TEAM, **headers: str) -> Answer:
    """As a page of ours asks, unless the headers say otherwise."""
    ours = {"origin": f"http://{HOME[who]}", "sec_fetch_site": "same-origin"} | headers
    told = {name: value for name, value in ours.items() if value}
    return ask(app(), path, "POST", urlencode(codes), host=HOME[who], **told)


def text(answer: Answer) -> str:
    return answer.body.decode()


# --- looking --------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", VISITORS, ids=NAMES.get)
def test_a_presentation_is_one_document(who: Visitor) -> None:
    answer = get("/toon", OWN, who)
    page = text(answer)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "no-store" in answer.headers["cache-control"]
    assert re.search(r'<html lang="nl">', page)
    title = "Voorbeeld: Leerbijeenkomst Stevenshof, januari · 27 "
    assert re.search(
        r"<title>Voorbeeld: Leerbijeenkomst Stevenshof, januari · \d+ \w+ \d{4}<", page
    )
    assert title[:20] in page
    assert page.count('<section class="dia') == 11
    # Nothing comes from elsewhere, and no script stands in the page itself.
    assert re.findall(r'(?:src|href)="(?!/|data:)[^"]*"', page) == []
    scripts = re.findall(r"<script[^>]*>", page)
    assert scripts == [
        '<script type="application/json" id="woorden">',
        '<script src="/toon/speler.js">',
    ]
    assert ("data-volgorde" in page) == (who is TEAM)


@pytest.mark.parametrize(
    ("codes", "status", "said"),
    [
        ({"set": "geluk"}, 404, texts.SHOW_UNKNOWN),
        ({"presentatie": "<script>"}, 404, texts.SHOW_UNKNOWN),
        ({"tegel": "geluk"}, 404, texts.ALONG_NO_TILE),
        ({}, 404, texts.ALONG_NO_TILE),
    ],
)
def test_a_wrong_link_says_so_in_dutch(codes: dict[str, str], status: int, said: str) -> None:
    answer = get("/toon", codes)
    assert (answer.status, said in text(answer)) == (status, True)
    assert "<script>" not in text(answer)


def test_an_unknown_place_shows_the_default() -> None:
    answer = get("/toon", TREND | {"wijk": "atlantis", "deel": "WK999999", "indicator": "geluk"})
    assert answer.status == 200 and "wijk=stevenshof&amp;deel=heel" in text(answer)


def test_one_slide_for_a_document_that_is_open() -> None:
    wall = text(get("/toon/dia", TREND))
    phone = text(get("/toon/dia", TREND | {"scherm": "telefoon"}))
    assert 'class="wand"' in wall and 'class="telefoon"' not in wall
    assert 'class="telefoon"' in phone and 'class="wand"' not in phone
    for found in (wall, phone):
        assert found.startswith('<div class="boven">') and "<h2" in found
        assert "scherm=" not in found
        assert "<html" not in found and "<script" not in found
    gone = get("/toon/dia", {"tegel": "geluk"})
    assert (gone.status, text(gone)) == (404, texts.SLIDE_UNKNOWN)


def test_script_and_style_of_the_player() -> None:
    script, style = (get(f"/toon/speler.{kind}", {}) for kind in ("js", "css"))
    assert text(script) == offline.script()
    assert script.headers["content-type"].startswith("text/javascript")
    assert style.headers["content-type"].startswith("text/css")
    [font] = re.findall(r'url\("([^"]*)"\)', text(style))
    assert ask(app(), font).status == 200
    for path in ("/toon/", "/toon/speler.php", "/toon/../app.py", "/toon/dia/x"):
        assert (get(path, {}).status, text(get(path, {}))) == (404, texts.NOT_THERE)


def test_smaller_over_the_wire() -> None:
    plain, packed = get("/toon", TREND), get("/toon", TREND, accept_encoding="gzip, br")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-length"] == str(len(packed.body))
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 3


def test_one_address_cannot_keep_the_others_out() -> None:
    window = Window(lambda: 0.0)
    for _ in range(show_route.MOST):
        window.add("test")
    answer = ask(app(window), "/toon/speler.js", host=HOME[PUBLIC])
    assert (answer.status, texts.ALONG_MANY in text(answer)) == (429, True)


def test_a_register_that_cannot_be_used_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "register.duckdb").write_bytes(b"kapot")
    monkeypatch.setenv("WIJZER_REGISTER", str(tmp_path))
    shown, added = get("/toon", OWN), post("/presentatie/dia", TREND)
    slide = get("/toon/dia", TREND | {"tegel": "plan-mix"})
    assert (shown.status, added.status, slide.status) == (503, 503, 503)
    assert texts.ALONG_BUSY in text(shown)
    assert json.loads(added.body) == {"text": texts.ADD_FAILED}
    assert text(slide) == texts.SHOW_BUSY


# --- changing -------------------------------------------------------------------------------------


def test_the_team_adds_a_view(own: None) -> None:
    for number in (1, 2):
        answer = post("/presentatie/dia", TREND)
        said = json.loads(answer.body)["text"]
        assert answer.status == 200
        assert said.startswith(f"Toegevoegd als dia {number} van ‘Presentatie van ")
    [row] = entries.state(data.register())["presentation"].values()
    assert [one["link"] for one in decks_own.rows(TEAM, row["id"])] == [
        f"/toon?{urlencode(TREND)}"
    ] * 2
    shown = text(get("/toon", {"presentatie": row["id"]}))
    assert shown.count('<section class="dia') == 2


def test_what_cannot_be_shown_is_not_added(own: None) -> None:
    for codes in ({"tegel": "geluk"}, {"tegel": "gezonder-web", "wijk": "zuidwest"}, {}):
        answer = post("/presentatie/dia", codes)
        assert (answer.status, json.loads(answer.body)["text"]) == (404, texts.SLIDE_UNKNOWN)
    assert nothing_written()


def nothing_written() -> bool:
    state = entries.state(data.register())
    return state["slide"] == state["presentation"] == {}


ELSEWHERE = {"origin": "http://boos.example", "sec_fetch_site": "cross-site"}


@pytest.mark.parametrize(
    ("who", "headers"),
    [
        (PUBLIC, {}),
        (TEAM, ELSEWHERE),
        (TEAM, {"origin": "http://localhost:9999", "sec_fetch_site": "same-site"}),
        (TEAM, {"origin": "http://127.0.0.1:9999", "sec_fetch_site": ""}),
        (TEAM, {"origin": "", "sec_fetch_site": "none"}),
        (TEAM, {"origin": "null", "sec_fetch_site": "cross-site"}),
        (TEAM, {"origin": "", "sec_fetch_site": ""}),
        (TEAM, {"x_forwarded_for": "10.0.0.1"}),
    ],
)
@pytest.mark.parametrize("path", ["/presentatie/dia", "/presentatie/volgorde"])
def test_only_the_team_writes_and_only_from_a_page_of_ours(
    path: str, who: Visitor, headers: dict[str, str], own: None
) -> None:
    answer = post(path, TREND, who, **headers)
    assert (answer.status, json.loads(answer.body)) == (403, {"text": texts.ADD_NOT_ALLOWED})
    assert nothing_written()


def test_a_look_changes_nothing(own: None) -> None:
    for path in ("/presentatie/dia", "/presentatie/volgorde"):
        assert get(path, TREND, TEAM).status == 405
    assert nothing_written()


def test_a_slide_is_put_in_another_place(own: None) -> None:
    for _ in range(3):
        post("/presentatie/dia", TREND)
    [row] = entries.state(data.register())["presentation"].values()
    a, b, c = (one["id"] for one in decks_own.rows(TEAM, row["id"]))
    answer = post("/presentatie/volgorde", {"dia": c, "na": a})
    assert (answer.status, json.loads(answer.body)["text"]) == (200, texts.ORDER_SAVED)
    assert [one["id"] for one in decks_own.rows(TEAM, row["id"])] == [a, c, b]
    answer = post("/presentatie/volgorde", {"dia": c})
    assert [one["id"] for one in decks_own.rows(TEAM, row["id"])] == [c, a, b]
    assert post("/presentatie/volgorde", {"dia": "nergens"}).status == 404
    assert post("/presentatie/volgorde", {"dia": a, "na": "nergens"}).status == 404
