"""The page of one tile: plain, whole and Dutch; in a frame elsewhere always for the public."""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.ui.along import HOME, PLACES, VISITORS, app, get, shown, turn
from tests.ui.asgi import Answer, ask
from wijzer import texts
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.export.content import Codes, Tile
from wijzer.ui import tile_page, tile_route, tiles
from wijzer.ui.limits import MINUTE, Window

EVERY = list(tiles.TILES)
EMBED = (("embed", "true"),)


pytestmark = pytest.mark.usefixtures("examples")


class Page(HTMLParser):
    """The elements of a page: what is opened must be closed; ids are there once."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.raw = answer.body.decode()
        self.feed(self.raw)
        assert self.open == [], self.open
        ids = [told["id"] for _, told in self.tags if "id" in told]
        assert len(ids) == len(set(ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def said(self) -> str:
        """All words, with single spaces."""
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of this kind."""
        return [told for one, told in self.tags if one == tag]


def page(id: str, who: Visitor = PUBLIC, codes: Codes = PLACES[0], more: Codes = ()) -> Page:
    found = get(f"/tegel/{id}", who, (*codes, *more))
    assert found.status == 200
    assert "set-cookie" not in found.headers
    return Page(found)


def tidy(text: str) -> str:
    return " ".join(text.split())


def turned(id: str) -> tuple[Visitor, Codes, Tile | None]:
    """Places and visitors take turns: each tile is looked at by one of each."""
    who, codes = VISITORS[(turn(id) + 1) % 2], PLACES[turn(id) % 3]
    return who, codes, shown(who, id, codes)


@pytest.mark.parametrize("id", EVERY)
def test_the_page_tells_everything(id: str) -> None:
    who, codes, tile = turned(id)
    if tile is None:
        check_refused(get(f"/tegel/{id}", who, codes), texts.ALONG_NOTHING)
        return
    found = page(id, who, codes)
    for text in (tile.title, tile.sentence, tile.worth, tile.note):
        assert tidy(text) in found.said
    for line in (tile.header, *tile.body):
        assert all(tidy(cell) in found.said for cell in line)
    facts = [line for line in tile.facts.lines() if line[0] != texts.FACT_ADDRESS]
    assert all(tidy(text) in found.said for line in facts for text in line)
    assert (texts.EXAMPLE_SENTENCE in found.said) == tile.facts.example
    check_drawing(tile, found)
    check_links(tile, found)


def check_drawing(tile: Tile, found: Page) -> None:
    """Wide and narrow, each with the text alternative; without a size, so that it scales."""
    images = [one for one in found.all("svg") if one.get("role") == "img"]
    assert len(images) == (2 if tile.drawing else 0)
    for one in images:
        assert one["aria-label"] == tile.alternative
        assert "viewbox" in one and "width" not in one
    assert len(found.all("table")) == (1 if tile.body else 0)
    assert len(found.all("caption")) == len(found.all("table"))


def check_links(tile: Tile, found: Page) -> None:
    links = [one["href"] for one in found.all("a")]
    files = {urlsplit(one).path.rpartition(".")[2] for one in links if "/neem-mee/" in one}
    assert files == set(tile_page.endings(tile))
    for one in links:
        if "/neem-mee/" in one or "/tegel/" in one:
            assert tuple(parse_qsl(urlsplit(one).query)) == tile.codes
    assert tile.view in links


def test_title_heading_and_language() -> None:
    tile = shown(PUBLIC, "profiel-lijst", PLACES[0])
    assert tile is not None
    found = page("profiel-lijst")
    [title] = re.findall("<title>(.*?)</title>", found.raw)
    day = texts.date(tile.facts.made_on)
    assert unescape(title) == f"Leefstijl · Stevenshof · {day} · Wijzer in de Wijk"
    assert len(found.all("h1")) == 1
    assert found.all("html") == [{"lang": "nl"}]
    assert not found.all("script")


def test_the_code_to_embed_leads_to_the_same_tile() -> None:
    found = page("profiel-lijst", PUBLIC, PLACES[2])
    [field] = found.all("textarea")
    assert "readonly" in field
    assert {"for": field["id"]} in found.all("label")
    [code] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", found.raw)
    address = unescape(re.findall(r'src="([^"]*)"', unescape(code))[0])
    split = urlsplit(address)
    assert (split.netloc, split.path) == (HOME[PUBLIC], "/tegel/profiel-lijst")
    framed = page("profiel-lijst", PUBLIC, tuple(parse_qsl(split.query)))
    assert not framed.all("textarea") and "Den Haag Zuidwest" in framed.said


@pytest.mark.parametrize("id", EVERY)
def test_in_a_frame_it_is_for_the_public_whoever_looks(id: str) -> None:
    codes = PLACES[turn(id) % 3]
    tile = shown(PUBLIC, id, codes)
    path = f"/tegel/{id}"
    at_the_machine, elsewhere = (get(path, who, (*codes, *EMBED)) for who in VISITORS)
    assert at_the_machine.body == elsewhere.body
    assert at_the_machine.status == elsewhere.status == (404 if tile is None else 200)
    if tile is not None:
        found = Page(elsewhere)
        assert tidy(tile.title) in found.said and tidy(tile.sentence) in found.said
        assert all(source in found.said for source in tile.facts.sources)
        assert (texts.EXAMPLE_SENTENCE in found.said) == tile.facts.example
        [link] = found.all("a")
        assert link["target"] == "_blank" and link["href"] == tile.view
        assert not found.all("textarea") and not found.all("script")


def test_what_only_the_team_sees_is_in_no_frame() -> None:
    """Somewhere the two differ: else the test above would hold for one page for all."""
    differ = [id for id in EVERY if shown(TEAM, id, PLACES[1]) != shown(PUBLIC, id, PLACES[1])]
    assert differ
    said = page("profiel-lijst", TEAM).said
    assert texts.ROLE_SEES["team"] in said
    assert texts.ROLE_SEES["team"] not in page("profiel-lijst", TEAM, more=EMBED).said


def policy(answer: Answer) -> list[str]:
    parts = answer.headers["content-security-policy"].split("; ")
    return [part for part in parts if part.startswith("frame-ancestors")]


def test_only_a_page_for_a_frame_may_stand_in_one() -> None:
    for who in VISITORS:
        for path in ("/tegel/profiel-lijst", "/tegel/x"):
            framed, alone = (get(path, who, (*PLACES[0], *more)) for more in (EMBED, ()))
            assert policy(framed) == ["frame-ancestors *"]
            assert "x-frame-options" not in framed.headers
            assert policy(alone) == ["frame-ancestors 'self'"]
            assert alone.headers["x-frame-options"] == "SAMEORIGIN"
            for one in (framed, alone):
                assert "default-src 'self'" in one.headers["content-security-policy"]
                assert "no-store" in one.headers["cache-control"]
    for more in ((("embed", "1"),), (("embed", ""),)):
        assert policy(get("/tegel/profiel-lijst", PUBLIC, more)) == ["frame-ancestors 'self'"]


def check_refused(found: Answer, title: str) -> None:
    assert found.status == 404
    seen = Page(found)
    assert title in seen.said and seen.all("html") == [{"lang": "nl"}]
    assert "Traceback" not in seen.said and not seen.all("script")


@pytest.mark.parametrize("id", ["x", "", "profiel-lijst/x", "<script>alert(1)</script>", "../x"])
def test_an_unknown_tile_is_said_in_dutch(id: str) -> None:
    for more in ((), EMBED):
        check_refused(get(f"/tegel/{id}", PUBLIC, more), texts.ALONG_NO_TILE)


def test_what_is_typed_in_the_link_stays_text() -> None:
    evil = '"><script>alert(1)</script>'
    codes = (*PLACES[0], ("lijst", evil), ("indicator", evil), (evil, evil))
    for more in ((), EMBED):
        assert not page("profiel-lijst", PUBLIC, codes, more).all("script")


def test_head_tells_the_same_as_get() -> None:
    told, found = (get("/tegel/profiel-lijst", method=one) for one in ("HEAD", "GET"))
    assert told.status == found.status == 200
    assert told.headers == found.headers


def test_who_asks_much_waits() -> None:
    crowded = app(Window(lambda: 0.0))
    for _ in range(tile_route.MOST):
        assert ask(crowded, "/tegel/x").status == 404
    found = ask(crowded, "/tegel/x")
    assert found.status == 429 and texts.ALONG_MANY in found.body.decode()
    assert found.headers["retry-after"] == str(MINUTE)
