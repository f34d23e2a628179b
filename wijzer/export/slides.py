"""A presentation as a PowerPoint file: one slide per picture or text, to edit and to give.

Charts are PowerPoint's own, with the numbers of the tile; maps and other drawings are pictures.
The notes of each slide hold the whole table, so that no number is lost on the way.
"""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import segno
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from wijzer import palette, texts
from wijzer.export import drawing, painter, slide_chart, slide_fit, slide_said, slide_table
from wijzer.export import slide_master as master
from wijzer.export.content import Deck, Drawing, Slide, Tile
from wijzer.export.slide_master import Box

Progress = Callable[[int, int], None]

TITLE_SIZES = (28, 26, 24, 22, 20)
LIST_SIZES = (28, 26, 24, 22, 20)
OPENING_SIZES = (44, 40, 36, 32, 28)
SUBTITLE_SIZES = (24, 22, 20, 18)
HEADING_SIZES = (18, 16, 14)
MARK_SIZES = (14,)
SMALL = (12,)
"""Sizes of letters to choose from, in points, large to small."""
LARGER = 1.2
"""Points per pixel of a drawing: its letters of 13 pixels become nearly 16 points."""
SHARP = 2.5
"""Dots per pixel of a drawing."""
LONGEST_PROPERTY = 255


@dataclass(frozen=True, slots=True)
class Page:
    """A slide as it is made: a long list takes more than one."""

    slide: Slide
    title: str
    lines: tuple[str, ...] = ()

    @property
    def example(self) -> bool:
        """Whether something on it is invented."""
        return self.slide.example or bool(self.slide.tile and self.slide.tile.facts.example)


def pptx(deck: Deck, progress: Progress | None = None) -> bytes:
    """The presentation as a file. `progress` hears after each slide how many of all are done."""
    deck, made = slide_said.writable(deck), master.empty()
    pages = list(_pages(deck))
    _cover(made, deck, any(page.example for page in pages))
    for done, page in enumerate(pages, start=1):
        _tell(progress, done, len(pages) + 1)
        _add(made, page, deck)
    _tell(progress, len(pages) + 1, len(pages) + 1)
    _properties(made.core_properties, deck)
    master.in_dutch(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _tell(progress: Progress | None, done: int, count: int) -> None:
    if progress:
        progress(done, count)


def _pages(deck: Deck) -> Iterator[Page]:
    """The slides; a list that does not fit goes on on the next one. The actions come last, unless
    they have a slide of their own already."""
    told = not deck.actions or any(slide.layout == "actions" for slide in deck.slides)
    last = [] if told else [Slide(texts.SLIDE_ACTIONS, "actions", lines=deck.actions)]
    for slide in (*deck.slides, *last):
        title, room = slide_said.title(slide), _list_box(slide).inside
        parts = list(slide_fit.pages(_listed(slide), LIST_SIZES[-1], *room)) or [[]]
        for number, lines in enumerate(parts, start=1):
            again = texts.SLIDE_AGAIN.format(titel=title, nummer=number, aantal=len(parts))
            yield Page(slide, again if len(parts) > 1 else title, tuple(lines))


def _listed(slide: Slide) -> Sequence[str]:
    """The words that stand on the slide itself."""
    return () if slide.tile else tuple(filter(None, [*slide.lines, slide.link]))


def _list_box(slide: Slide) -> Box:
    return master.BESIDE_CODE if slide.link else master.BODY


def _cover(made: Any, deck: Deck, example: bool) -> None:
    """The first slide: what, where, when, and the link that opens the same on a phone."""
    slide = made.slides.add_slide(made.slide_layouts[master.COVER])
    title, below = slide.placeholders
    _write(title, texts.SLIDE_TITLE, deck.title, master.OPENING, OPENING_SIZES)
    link = texts.DECK_ADDRESS.format(link=deck.address) if "://" in deck.address else ""
    told = "\n".join(filter(None, [deck.place, texts.date(deck.made_on), link]))
    _write(below, texts.SLIDE_SUBTITLE, told, master.SUBTITLE, SUBTITLE_SIZES)
    if example:
        _mark(slide, texts.DECK_EXAMPLE)


def _add(made: Any, page: Page, deck: Deck) -> None:
    tile = page.slide.tile
    layout = made.slide_layouts[master.TEXT if page.lines else master.BEHOLD]
    slide = made.slides.add_slide(layout)
    _write(slide.shapes.title, texts.SLIDE_TITLE, page.title, master.TITLE, TITLE_SIZES)
    if page.lines:
        _list(slide.placeholders[1], page.lines, _list_box(page.slide))
    if page.slide.link:
        _code(slide, page.slide.link)
    if tile:
        _heading(slide, tile.title)
        _source(slide, tile, _picture(slide, tile))
    if page.example:
        _mark(slide, texts.EXAMPLE_SENTENCE if tile else texts.SLIDE_EXAMPLE)
    _foot(slide, f"{deck.place} · {deck.title}", len(made.slides))
    slide.notes_slide.notes_text_frame.text = slide_said.notes(page.slide, deck)


def _write(shape: Any, name: str, text: str, box: Box, sizes: Sequence[int]) -> None:
    """Put a text in a box, as large as fits; what does not fit at all is cut."""
    size = slide_fit.largest(text, *box.inside, sizes)
    shape.name = name
    shape.text_frame.word_wrap = True
    shape.text_frame.text = slide_fit.cut(text, size, *box.inside)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.font.size = Pt(size)


def _list(shape: Any, lines: Sequence[str], box: Box) -> None:
    width, room = box.inside
    fitting = [size for size in LIST_SIZES if _list_height(lines, size, width) <= room]
    shape.name = texts.SLIDE_BODY
    master.place(shape, box)
    shape.text_frame.text = "\n".join(lines)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.font.size = Pt((fitting or LIST_SIZES[-1:])[0])


def _list_height(lines: Sequence[str], size: int, width: float) -> float:
    between = slide_fit.BETWEEN * size
    return sum(slide_fit.height(line, size, width) + between for line in lines)


def _code(slide: Any, link: str) -> None:
    """The link as a code for a phone."""
    file = io.BytesIO()
    segno.make(link).save(file, kind="png", scale=10, border=2)
    picture = slide.shapes.add_picture(file, 0, 0)
    _into(picture, master.CODE)
    _alternative(picture, texts.SLIDE_CODE, texts.SLIDE_CODE_ALT.format(link=link))


def _heading(slide: Any, text: str) -> None:
    box = slide.shapes.add_textbox(*map(Pt, master.HEADING))
    _write(box, texts.SLIDE_HEADING, text, master.HEADING, HEADING_SIZES)
    _colour(box, palette.SOFT)


def _picture(slide: Any, tile: Tile) -> str:
    """Draw the tile: a chart of PowerPoint, a picture or a table. Says what was left out."""
    if tile.native and slide_chart.readable(tile.native):
        return _chart(slide, tile)
    if tile.large:
        return _drawing(slide, tile, tile.large)
    return _table(slide, tile) if tile.body else ""


def _chart(slide: Any, tile: Tile) -> str:
    assert tile.native
    shown = slide_chart.fitting(tile.native)
    frame = slide_chart.add(slide.shapes, shown, tile, master.PICTURE)
    _alternative(frame, texts.SLIDE_CHART, tile.alternative or tile.title)
    count = len(tile.native.categories)
    return slide_said.left_out(len(shown.categories), count, texts.SLIDE_BARS)


def _drawing(slide: Any, tile: Tile, drawn: Drawing) -> str:
    file = io.BytesIO(painter.png(_svg(drawn, master.PICTURE), SHARP))
    picture = slide.shapes.add_picture(file, 0, 0)
    _into(picture, master.PICTURE)
    _alternative(picture, texts.SLIDE_DRAWING, tile.alternative or tile.title)
    return slide_said.part_of(tile)


def _svg(drawn: Drawing, box: Box) -> str:
    """The drawing in the shape of its place.

    A drawing with a step per row keeps that step: squeezed, its words would stand on each other.
    """
    width, height = box.width / LARGER, box.height / LARGER
    if not isinstance(drawn.spec.get("height"), dict):
        return drawing.svg(drawn, int(width), int(height))
    svg = drawing.svg(drawn, int(width))
    tall = float(_HEIGHT.findall(svg)[0]) / height
    return svg if tall <= 1 else drawing.svg(drawn, int(width * tall))


_HEIGHT = re.compile(r'^<svg[^>]*? height="([\d.]+)"')


def _into(picture: Any, box: Box) -> None:
    """In the middle of its place, as large as fits, in its own proportions."""
    width, height = picture.image.size
    scale = min(box.width / width, box.height / height)
    left = box.left + (box.width - width * scale) / 2
    master.place(picture, Box(left, box.top, width * scale, height * scale))


def _table(slide: Any, tile: Tile) -> str:
    part = slide_table.fitting(tile, master.PICTURE)
    frame = slide_table.add(slide.shapes, part, master.PICTURE)
    _alternative(frame, texts.SLIDE_TABLE, tile.alternative or tile.title)
    return slide_said.left_out(
        len(part.lines) - 1, len(tile.body), texts.SLIDE_ROWS
    ) or slide_said.left_out(len(part.widths), len(tile.header), texts.SLIDE_COLUMNS)


def _alternative(shape: Any, name: str, words: str) -> None:
    """The name of a picture, and the words for who does not see it."""
    shape.name = name
    (look,) = shape._element.xpath("./*/p:cNvPr")
    look.set("descr", words)


def _source(slide: Any, tile: Tile, left_out: str) -> None:
    box = slide.shapes.add_textbox(*map(Pt, master.SOURCE))
    width, room = master.SOURCE.inside
    text = slide_said.source(tile, left_out)
    if slide_fit.height(text, SMALL[0], width) > room:
        text = slide_said.source(tile, left_out, fits=False)
    _write(box, texts.SLIDE_SOURCE, text, master.SOURCE, SMALL)
    _colour(box, palette.SOFT)


def _mark(slide: Any, text: str) -> None:
    """The band that says that something here is invented."""
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, master.MARK))
    band.shadow.inherit = False
    band.line.fill.background()
    band.fill.solid()
    band.fill.fore_color.rgb = master.rgb(palette.LIGHT["amber"])
    _write(band, texts.SLIDE_MARK, text, master.MARK, MARK_SIZES)
    band.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _colour(band, palette.PAPER)


def _colour(shape: Any, colour: str) -> None:
    for paragraph in shape.text_frame.paragraphs:
        paragraph.font.color.rgb = master.rgb(colour)


def _foot(slide: Any, text: str, number: int) -> None:
    """Footer and number as placeholders, where the layout has them."""
    for place in slide.slide_layout.placeholders:
        kind = place.element.ph.get("type")
        if kind in ("ftr", "sldNum"):
            slide.shapes.clone_placeholder(place)
        if kind == "ftr":
            _write(slide.shapes[-1], texts.SLIDE_FOOTER, text, master.FOOTER, SMALL)
        elif kind == "sldNum":
            _number(slide.shapes[-1], place, number)


def _number(shape: Any, place: Any, number: int) -> None:
    """The number is a field: it follows when somebody moves the slide."""
    shape.name = texts.SLIDE_NUMBER
    field = deepcopy(place.element.find(f".//{qn('a:fld')}"))
    field.find(qn("a:t")).text = str(number)
    shape.text_frame.paragraphs[0]._p.append(field)


def _properties(told: Any, deck: Deck) -> None:
    """What the file says of itself: never who made it."""
    subject = texts.DECK_SUBJECT.format(plaats=deck.place)
    told.title, told.subject = deck.title[:LONGEST_PROPERTY], subject[:LONGEST_PROPERTY]
    told.language, told.author, told.last_modified_by = master.LANGUAGE, "", ""
    told.comments, told.keywords, told.revision = "", texts.APP, 1
    told.created = told.modified = datetime.combine(deck.made_on, time())
