"""One content: in a hundred views at random every form tells the words and numbers of the page.

A tile's `body` is what the page shows. Each function `…_lines` reads back what one form says.
"""

import io
import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from pptx import Presentation
from pypdf import PdfReader
from starlette.applications import Starlette

from tests.export import reading
from tests.pages.visit import visit
from tests.ui import along
from tests.ui.asgi import ask
from tests.ui.random_views import View, views
from wijzer import texts
from wijzer.access import PUBLIC, TEAM
from wijzer.export import native, slides
from wijzer.export.content import Deck, Native, Slide, Tile
from wijzer.ui import api_route, decks, player, tiles
from wijzer.ui.limits import Window

Lines = list[tuple[str, ...]]

SEED = 2026
NUMBER = 100
TOGETHER = 10
"""Slides of one presentation."""


pytestmark = pytest.mark.usefixtures("examples")


@pytest.fixture(scope="module")
def every(examples: None) -> list[View]:
    """The views."""
    return views(NUMBER, SEED)


@pytest.fixture(scope="module")
def few(every: list[View]) -> list[View]:
    """Every tile once: for the forms that take long."""
    return every[: len(tiles.TILES)]


def seen(view: View) -> Tile:
    """The tile as this visitor sees it: what the page shows."""
    found = tiles.made(*view)
    assert found is not None, view
    return found


def together(chosen: list[View]) -> list[list[View]]:
    """The views by presentation."""
    return [chosen[first : first + TOGETHER] for first in range(0, len(chosen), TOGETHER)]


def lines_of(tile: Tile) -> Lines:
    return [tile.header, *tile.body] if tile.body else []


def told(view: View) -> str:
    """The view in an assertion: who, what, and the link."""
    who, id, codes = view
    return f"{who.name}: {id}?{urlencode(codes)}"


# --- each form, read back -------------------------------------------------------------------------


def taken(view: View, ending: str) -> bytes:
    """The file of a view, by its link."""
    who, id, codes = view
    found = along.get(f"/neem-mee/{id}.{ending}", who, codes)
    assert found.status == 200, told(view)
    return found.body


def csv_lines(view: View) -> Lines:
    lines = reading.comma(taken(view, "csv"))
    return [tuple(map(reading.text_of_csv, line)) for line in lines]


def xlsx_lines(view: View) -> Lines:
    return reading.sheet(taken(view, "xlsx"), texts.BOOK_FIGURES)


def api_lines(tile: Tile) -> Lines:
    """What anybody may read at the link of a tile."""
    app = Starlette(routes=api_route.routes(Window(lambda: 0.0)))
    found = ask(app, "/api/figures.json", query=urlencode([("tegel", tile.id), *tile.codes]))
    assert found.status == 200, found.body.decode()
    answer = json.loads(found.body)
    lines = [answer["header"], *answer["body"]] if answer["body"] else []
    return [tuple(line) for line in lines]


def html_tables(page: str) -> list[Lines]:
    """The tables of a page as cells in plain text, without what only the eye sees."""
    heard = re.sub(r'<(\w+)[^>]*aria-hidden="true"[^>]*>.*?</\1>', "", page, flags=re.S)
    return [
        [tuple(map(plain, re.findall(r"<t[hd]\b.*?</t[hd]>", row, re.S)))
         for row in re.findall(r"<tr\b.*?</tr>", table, re.S)]
        for table in re.findall(r"<table\b.*?</table>", heard, re.S)
    ]  # fmt: skip


def plain(cell: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", cell)).strip()


def tile_page_tables(view: View) -> list[Lines]:
    who, id, codes = view
    found = along.get(f"/tegel/{id}", who, codes)
    assert found.status == 200, told(view)
    return html_tables(found.body.decode())


def page_of(tile: Tile) -> list[str]:
    """The HTML on the real page at the link of a tile, as the team sees it."""
    found = visit(tile.page, dict(tile.codes))
    assert not found.exception, tile.view
    return list(_html(found.main))


def _html(block: Any) -> Iterator[str]:
    for one in block.children.values():
        if hasattr(one, "children"):
            yield from _html(one)
        elif one.type in ("html", "markdown"):
            yield one.proto.body


def pdf_text(view: View) -> str:
    reader = PdfReader(io.BytesIO(taken(view, "pdf")))
    return squeezed(" ".join(page.extract_text() for page in reader.pages))


def squeezed(text: str) -> str:
    """Without what comes and goes where a line breaks."""
    return re.sub(r"[\s\u00ad\u200b-]", "", text)


def deck_of(batch: Sequence[View]) -> Deck:
    made = tuple(Slide(one.sentence, "view", one) for one in map(seen, batch))
    return Deck("Honderd", "Overal", "https://wijk.nl/toon", made[0].tile.facts.made_on, made)


def slides_of(batch: Sequence[View]) -> list[Any]:
    """The slides of a PowerPoint of these views, without the first one."""
    return list(Presentation(io.BytesIO(slides.pptx(deck_of(batch)))).slides)[1:]


def notes_lines(slide: Any) -> Lines:
    """The table in the notes."""
    notes = slide.notes_slide.notes_text_frame.text
    _, found, rest = notes.partition(f"{texts.NOTES_TABLE}\n")
    table = rest.partition("\n\n")[0]
    return [tuple(line.split(" | ")) for line in table.split("\n")] if found else []


def chart_of(slide: Any) -> Native | None:
    """The numbers of a chart of PowerPoint."""
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    if not charts:
        return None
    plot = charts[0].plots[0]
    series = tuple((one.name, tuple(one.values)) for one in plot.series)
    return Native("", "", 0, tuple(plot.categories), series)


def slide_tables(page: str) -> list[list[Lines]]:
    """The tables of each slide of a presentation in HTML."""
    return [html_tables(part) for part in re.findall(r"<section\b.*?</section>", page, re.S)]


# --- they agree -----------------------------------------------------------------------------------


def test_there_are_a_hundred_views_of_all_kinds(every: list[View]) -> None:
    assert len(every) == NUMBER
    assert {id for _, id, _ in every} == set(tiles.TILES)
    assert {who for who, _, _ in every} == {TEAM, PUBLIC}
    assert {dict(codes)["wijk"] for _, _, codes in every} == {
        "stevenshof",
        "alphen-noord",
        "zuidwest",
    }
    assert len({told(view) for view in every}) > NUMBER * 0.9
    assert views(5, SEED) == every[:5]


def test_csv_and_excel(every: list[View]) -> None:
    for view in every:
        wanted = lines_of(seen(view))
        width = len(seen(view).header)
        for lines in (csv_lines(view), xlsx_lines(view)):
            assert [line[:width] for line in lines[: len(wanted)]] == wanted, told(view)


def test_the_api(every: list[View]) -> None:
    for view in every:
        public = tiles.made(PUBLIC, *view[1:])  # the API knows no team
        if public:
            assert api_lines(public) == lines_of(public), told(view)


def test_powerpoint(every: list[View]) -> None:
    for batch in together(every):
        for view, slide in zip(batch, slides_of(batch), strict=True):
            tile = seen(view)
            assert slide.shapes.title.text_frame.text.rstrip("…") in tile.sentence or tile.title
            assert notes_lines(slide) == lines_of(tile), told(view)
            check_chart(tile, chart_of(slide), told(view))


def check_chart(tile: Tile, chart: Native | None, where: str) -> None:
    """A chart has the figures of the table: those of its tile, of all groups or of some."""
    if chart is None:
        return
    assert tile.native is not None
    whole = {
        (name, group): value
        for name, values in tile.native.series
        for group, value in zip(tile.native.categories, values, strict=True)
    }
    shown = {native.value(cell) for line in tile.body for cell in line}
    for name, values in chart.series:
        for group, value in zip(chart.categories, values, strict=True):
            assert whole[name, group] == value, (where, name, group)
            assert value is None or value in shown, (where, name, group)


def test_the_printed_sheet(few: list[View]) -> None:
    for view in few:
        tile, text = seen(view), pdf_text(view)
        for line in lines_of(tile):
            assert printed(line, text), (told(view), line)


def printed(line: tuple[str, ...], text: str) -> bool:
    """A line that is too wide for paper goes on in a next table, after its first cell again."""
    first, *rest = line
    while rest:
        lengths = range(1, len(rest) + 1)
        parts = [size for size in lengths if squeezed("".join((first, *rest[:size]))) in text]
        if not parts:
            return False
        rest = rest[max(parts) :]
    return squeezed(first) in text


def test_the_page_of_a_tile(few: list[View]) -> None:
    for view in few:
        wanted = lines_of(seen(view))
        assert tile_page_tables(view) == ([wanted] if wanted else []), told(view)


def test_a_presentation_in_html(few: list[View]) -> None:
    for batch in together(few):
        pages = slide_tables(player.page(TEAM, deck_of(batch)))
        for view, found in zip(batch, pages, strict=True):
            assert lines_of(seen(view)) in found, told(view)


def test_a_file_without_internet(few: list[View]) -> None:
    who, id, codes = view = few[0]
    page = decks.offline(who, ((decks.ONE, id), *codes)).decode()
    assert lines_of(seen(view)) in slide_tables(page)[0]


def test_the_page_itself(few: list[View]) -> None:
    for view in few[::3]:
        tile = seen((TEAM, *view[1:]))
        parts = page_of(tile)
        tables = [lines for part in parts for lines in html_tables(part)]
        wanted = sorted(map(heard, lines_of(tile)))
        found = [sorted(map(heard, columns(lines, tile.header))) for lines in tables]
        assert wanted in found or told_in_words(tile, parts), told(view)


def told_in_words(tile: Tile, parts: list[str]) -> bool:
    """Leren has no tables: what is in a cell of a tile stands there in the text."""
    text = squeezed(plain(" ".join(parts)))
    return tile.page == "leren" and all(
        squeezed(cell) in text for line in tile.body for cell in line
    )


def columns(lines: Lines, header: tuple[str, ...]) -> Lines:
    """These columns of a table: on a page the team has others beside them, to write in."""
    places = [lines[0].index(name) for name in header if name in lines[0]]
    return [tuple(line[place] for place in places) for line in lines]


MARKS = re.compile(rf"[();{re.escape(''.join(texts.RUN_MARK.values()))}]")


def heard(line: tuple[str, ...]) -> tuple[str, ...]:
    """A line without brackets, and without the marks that only a page has."""
    return tuple(" ".join(MARKS.sub(" ", cell).split()) for cell in line)
