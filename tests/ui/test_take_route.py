"""Files to take along: every tile in every form, for whom it may be, and clear Dutch when not."""

import io
import json
import re
from pathlib import Path
from urllib.parse import urlencode

import geopandas as gpd
import pytest
from PIL import Image
from pypdf import PdfReader

from tests.export import reading
from tests.ui.along import HOME, PLACES, VISITORS, app, get, shown, turn
from tests.ui.asgi import Answer, ask
from wijzer import texts
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.export import table
from wijzer.export.content import Codes, Tile, file_name
from wijzer.ui import take, take_route, take_work, tile_page, tiles
from wijzer.ui.limits import MINUTE, Window

EVERY = list(tiles.TILES)


pytestmark = pytest.mark.usefixtures("examples")


def taken(id: str, ending: str, who: Visitor, codes: Codes) -> Answer:
    """A file, with what every file has; or word that there is nothing."""
    found = get(f"/neem-mee/{id}.{ending}", who, codes)
    tile = shown(who, id, codes)
    if tile is None or ending not in tile_page.endings(tile):
        assert found.status == 404
        assert found.headers["content-type"].startswith("text/html")
        return found
    assert found.status == 200, found.body.decode("utf-8", "replace")
    assert found.headers["content-type"] == take_work.KINDS[ending]
    name = file_name(tile, ending)
    assert found.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert "no-store" in found.headers["cache-control"]
    assert found.headers["content-length"] == str(len(found.body))
    return found


# --- the numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(3), ids=[codes[0][1] for codes in PLACES])
@pytest.mark.parametrize("id", EVERY)
def test_tables_say_what_the_visitor_sees(id: str, place: int) -> None:
    """Each tile in each neighbourhood; the team and the public take turns."""
    who, codes = VISITORS[(turn(id) + place) % 2], PLACES[place]
    tile = shown(who, id, codes)
    comma, book = (taken(id, ending, who, codes) for ending in ("csv", "xlsx"))
    if tile is not None:
        check_table(tile, reading.comma(comma.body), quoted=True)
        check_table(tile, reading.sheet(book.body, texts.BOOK_FIGURES))
        about = reading.sheet(book.body, texts.BOOK_ABOUT)
        told = [one for one in table.about(tile) if one[0] != texts.FACT_ADDRESS]
        assert [one for one in about[1:] if one[0] != texts.FACT_ADDRESS] == told
        assert (texts.FACT_ADDRESS, f"http://{HOME[who]}{tile.facts.address}") in about
        assert reading.formulas(book.body) == []


def check_table(tile: Tile, lines: list[reading.Line], quoted: bool = False) -> None:
    """The table of the tile stands first, cell by cell; an example says so on each line."""
    width = len(tile.header)
    found = lines[: len(tile.body) + 1]
    if quoted:
        found = [tuple(map(reading.text_of_csv, line)) for line in found]
    assert [line[:width] for line in found] == [tile.header, *tile.body]
    if tile.facts.example and tile.header:
        assert {line[-1] for line in found[1:]} <= {texts.EXAMPLE_YES}
        assert found[0][-1] == texts.EXAMPLE_COLUMN


# --- pictures -------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", EVERY)
def test_a_picture_tells_its_title_source_and_mark(id: str) -> None:
    """Places and visitors take turns: each tile is drawn for one of each."""
    who, codes = VISITORS[turn(id) % 2], PLACES[turn(id) % 3]
    tile = shown(who, id, codes)
    svg, png = (taken(id, ending, who, codes) for ending in ("svg", "png"))
    if tile is not None and tile.drawing is not None:
        said = reading.words(svg.body.decode())
        for text in (tile.title, tile.sentence, *tile.facts.sources, tile.facts.benchmark):
            assert " ".join(text.split()) in said
        assert (texts.EXAMPLE_SENTENCE in said) == tile.facts.example
        assert f"http://{HOME[who]}{tile.facts.address}" in said.replace(" &", "&")
        image = Image.open(io.BytesIO(png.body)).convert("L")
        assert image.width == 1440 and len(image.getcolors() or []) > 10
    elif tile is not None:
        assert texts.ALONG_NO_DRAWING in svg.body.decode()


def test_the_public_and_the_team_get_their_own(id: str = "profiel-lijst") -> None:
    for who in VISITORS:
        said = reading.words(taken(id, "svg", who, PLACES[0]).body.decode())
        assert f"{texts.FACT_ROLE}: {texts.ROLE_SEES[who.role.value]}" in said


# --- maps -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("codes", PLACES, ids=lambda codes: codes[0][1])
@pytest.mark.parametrize("ending", take.MAP_FILES)
def test_maps_carry_every_area_and_its_figure(ending: str, codes: Codes, tmp_path: Path) -> None:
    seen = 0
    for id in EVERY:
        found, tile = taken(id, ending, TEAM, codes), shown(TEAM, id, codes)
        if found.status == 200 and tile is not None:
            check_map(tile, rows_of(found.body, ending, tmp_path / f"{id}.{ending}"))
            seen += 1
    assert seen >= 1


def rows_of(body: bytes, ending: str, file: Path) -> dict[str, dict[str, object]]:
    """The attributes of each area, by its name."""
    if ending == "geojson":
        found = [one["properties"] for one in json.loads(body)["features"]]
    else:
        file.write_bytes(body)
        found = gpd.read_file(file).drop(columns="geometry").to_dict("records")
    return {str(one["naam"]): one for one in found}


def check_map(tile: Tile, rows: dict[str, dict[str, object]]) -> None:
    assert {line[0] for line in tile.body} == set(rows)
    for line in tile.body:
        told = rows[line[0]]
        text = told.get("weergave") or told.get(tile.header[1])
        assert line[1].startswith(str(text))
        assert told["bron"] and told["bron grenzen" if "teken" in told else "bron van de grenzen"]
        assert bool(told["voorbeeld"]) == tile.facts.example


# --- paper and presentations: here only that the right one comes ----------------------------------


def test_other_forms_of_a_tile(id: str = "profiel-trend") -> None:
    codes = (*PLACES[2], ("indicator", "eenzaam"))
    tile = shown(PUBLIC, id, codes)
    assert tile is not None
    paper = PdfReader(io.BytesIO(taken(id, "pdf", PUBLIC, codes).body))
    said = " ".join(page.extract_text() for page in paper.pages)
    assert "Eenzaam" in said
    assert f"http://{HOME[PUBLIC]}/profiel" in links_of(paper)
    assert taken(id, "pptx", PUBLIC, codes).body.startswith(b"PK")
    page = taken(id, "html", PUBLIC, codes).body.decode()
    assert tile.title in page and tile.body[0][1] in page


def links_of(paper: PdfReader) -> set[str]:
    """Where the links of a PDF lead, without their choices."""
    notes = [one.get_object() for page in paper.pages for one in page.get("/Annots") or []]
    return {str(one["/A"]["/URI"]).split("?")[0] for one in notes if "/A" in one}


@pytest.mark.parametrize(
    ("file", "codes", "kind", "name"),
    [
        (
            "presentatie.pptx",
            (("tegel", "profiel-mensen"), *PLACES[1]),
            "pptx",
            "ridderveld-alphen-noord-",
        ),
        (
            "presentatie.html",
            (("tegel", "profiel-mensen"), *PLACES[1]),
            "html",
            "ridderveld-alphen-noord-",
        ),
        ("factsheet.pdf", PLACES[2], "pdf", "den-haag-zuidwest-"),
    ],
)
def test_whole_presentations_and_factsheets(file: str, codes: Codes, kind: str, name: str) -> None:
    found = get(f"/neem-mee/{file}", TEAM, codes)
    assert found.status == 200, found.body.decode("utf-8", "replace")
    assert found.headers["content-type"] == take_work.KINDS[kind]
    named = re.fullmatch(
        r'attachment; filename="([a-z0-9-]+)-20\d\d-\d\d-\d\d\.(\w+)"',
        found.headers["content-disposition"],
    )
    assert named and named[1].startswith(name) and named[2] == kind


def test_an_unknown_presentation_is_no_file() -> None:
    for file in ("presentatie.pptx", "presentatie.html"):
        for codes in ((("presentatie", "x"),), (("set", "x"),), (("tegel", "x"),), ()):
            check_refused(get(f"/neem-mee/{file}", TEAM, codes), 404)


# --- refused --------------------------------------------------------------------------------------


def check_refused(found: Answer, status: int) -> str:
    """A small Dutch page, without script, that says what to do. Returns its heading."""
    page = found.body.decode()
    assert found.status == status
    assert found.headers["content-type"].startswith("text/html")
    assert '<html lang="nl">' in page and "<script" not in page and "Traceback" not in page
    assert page.count("<h1>") == 1 and page.count("<p>") >= 2
    return re.findall("<h1>(.*?)</h1>", page)[0]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/neem-mee/bestaat-niet.png", texts.ALONG_NO_TILE),
        ("/neem-mee/", texts.ALONG_NO_TILE),
        ("/neem-mee/profiel-lijst", texts.ALONG_NO_TILE),
        ("/neem-mee/../../etc/passwd", texts.ALONG_NO_TILE),
        ("/neem-mee/<b>.png", texts.ALONG_NO_TILE),
        ("/neem-mee/profiel-lijst.exe", texts.ALONG_NO_FORM),
        ("/neem-mee/profiel-lijst.", texts.ALONG_NO_FORM),
        ("/neem-mee/profiel-trend.geojson", texts.ALONG_NO_MAP),
        ("/neem-mee/profiel-trend.gpkg", texts.ALONG_NO_MAP),
    ],
)
def test_what_is_not_there_is_said_in_dutch(path: str, title: str) -> None:
    assert check_refused(get(path), 404) == title


def test_unknown_codes_give_the_default_as_on_the_page() -> None:
    codes = (("wijk", "nergens"), ("lijst", "<script>"), ("x", "y" * 5000))
    found = reading.comma(taken("profiel-lijst", "csv", PUBLIC, codes).body)
    assert found[0] == shown(PUBLIC, "profiel-lijst", PLACES[0]).header


def test_a_query_that_is_no_query_is_let_be() -> None:
    broken = "&".join(f"a{number}=1" for number in range(200))
    found = ask(app(), "/neem-mee/profiel-lijst.csv", query=broken, host=HOME[PUBLIC])
    assert found.status == 200
    assert ask(app(), "/neem-mee/profiel-lijst.csv", query="%ff&=&;", host="x").status == 200


def test_head_tells_the_same_as_get() -> None:
    told, found = (get("/neem-mee/profiel-lijst.csv", method=one) for one in ("HEAD", "GET"))
    assert told.status == found.status == 200
    assert told.headers == found.headers
    assert get("/neem-mee/x.csv", method="HEAD").status == 404


def test_who_asks_much_waits_and_others_do_not() -> None:
    now = [0.0]
    crowded = app(Window(lambda: now[0]))
    for _ in range(take_route.MOST):
        assert ask(crowded, "/neem-mee/x.csv", client="10.0.0.1").status == 404
    found = ask(crowded, "/neem-mee/profiel-lijst.csv", client="10.0.0.1")
    assert check_refused(found, 429) == texts.ALONG_MANY
    assert found.headers["retry-after"] == str(MINUTE)
    assert ask(crowded, "/neem-mee/profiel-lijst.csv", client="10.0.0.2").status == 200
    now[0] = MINUTE + 1.0
    assert ask(crowded, "/neem-mee/profiel-lijst.csv", client="10.0.0.1").status == 200


def test_a_broken_register_is_said_in_dutch(tmp_path: Path) -> None:
    """Nobody gets a traceback: the page says to try again."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_REGISTER", str(tmp_path))
        (tmp_path / "register.duckdb").write_bytes(b"no register at all" * 1000)
        found = get("/neem-mee/profiel-lijst.csv", TEAM)
    assert check_refused(found, 503) == texts.ALONG_BUSY
    assert found.headers["retry-after"] == str(MINUTE)


def test_the_links_under_a_picture_lead_here() -> None:
    """Every ending that a page offers is one that is made."""
    html = take.html(take.Take("profiel-kaart", PLACES[2], is_map=True), "Kaart")
    asked = re.findall(r'href="(/neem-mee/[^"?]*)\?', html)
    assert len(asked) == len(take.FILES + take.MAP_FILES)
    for path in asked:
        assert get(path, PUBLIC, PLACES[2]).status == 200
    assert urlencode(PLACES[2]).replace("&", "&amp;") in html
