"""A PowerPoint file, read back: the numbers of the tiles, readable, in the page’s words."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

import pyarrow as pa
import pytest
from lxml import etree
from PIL import ImageFont
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from wijzer import catalog, palette, texts
from wijzer.export import drawing, slide_chart, slides
from wijzer.export.content import Deck, Drawing, Facts, Native, Slide, Tile

DAY = date(2026, 5, 3)
FACTS = Facts(
    "Kooiwijk (Stevenshof)", "Overgewicht", "/profiel?wijk=stevenshof&indicator=overgewicht", DAY,
    ("RIVM, 50120NED",), "2012 tot en met 2020", "Leiden", "Een regel.",
    (("Periode", "heel 2020"),), "iedereen",
)  # fmt: skip
HEADER = ("Jaar", "Leiden", "Nederland", "Kooiwijk")
BODY = (
    ("2012", "54%", "51%", "nog niet gemeten"),
    ("2016", "57%", "51%", "62% (ongunstiger)"),
    ("2022", "verborgen", "50%", "67% (ongunstiger)"),
)
LINE = Native(
    "line", "%", 0, ("2012", "2016", "2022"),
    (("Leiden", (54, 57, None)), ("Nederland", (51, 51, 50)), ("Kooiwijk", (None, 62, 67))),
)  # fmt: skip
DRAWN = Drawing(
    {
        "data": {"name": "rijen"},
        "mark": "bar",
        "height": {"step": 20},
        "encoding": {
            "x": {"field": "x", "type": "quantitative"},
            "y": {"field": "y", "type": "nominal"},
        },
    },
    pa.table({"x": [1, 2, 3], "y": ["a", "b", "c"]}),
)
TILE = Tile(
    "profiel-trend", "profiel", (("wijk", "stevenshof"), ("deel", "BU05460901")),
    "Overgewicht door de jaren", "In Kooiwijk steeg het cijfer van 62% naar 67%.", FACTS,
    HEADER, BODY, "Dit is een schatting.", "Lijn van 62% naar 67%.", "Kleine letters.",
    DRAWN, None, LINE,
)  # fmt: skip
LONG = "Dit is een heel lange zin over de gezondheid van bewoners en over samenwerken. " * 20


def deck(*chosen: Slide, **more: Any) -> Deck:
    told = {"title": "Netwerkavond", "place": "Stevenshof", "address": "https://wijk.nl/toon?a=b"}
    return Deck(**{**told, "made_on": DAY, "slides": chosen, **more})


def view(tile: Tile) -> Slide:
    return Slide("Eigen titel", "view", tile)


def made(*chosen: Slide, **more: Any) -> Any:
    """The file, opened again."""
    return Presentation(io.BytesIO(slides.pptx(deck(*chosen, **more))))


def one(tile: Tile) -> Any:
    """The slide of this tile."""
    return made(view(tile)).slides[1]


def named(slide: Any, name: str) -> Any:
    (found,) = [shape for shape in slide.shapes if shape.name == name]
    return found


def names(slide: Any) -> list[str]:
    return [shape.name for shape in slide.shapes]


def numbers(chart: Any) -> list[tuple[str, tuple[float | None, ...]]]:
    return [(series.name, tuple(series.values)) for series in chart.plots[0].series]


BAR = replace(LINE, form="bar", categories=("a", "b", "c"), decimals=1, unit="km")
WIDE = Native(
    "bar", "%", 0, tuple(f"groep {number}" for number in range(13)),
    tuple((name, tuple(float(place * step) for place in range(13))) for name, step in
          (("Kooiwijk", 3), ("Leiden", 2), ("Nederland", 1))),
)  # fmt: skip


@pytest.mark.parametrize("native", [LINE, BAR, replace(LINE, categories=("voor", "na", "nu"))])
def test_a_chart_has_the_numbers_of_the_tile(native: Native) -> None:
    frame = named(one(replace(TILE, native=native)), texts.SLIDE_CHART)
    assert frame.has_chart
    assert tuple(frame.chart.plots[0].categories) == native.categories
    assert numbers(frame.chart) == list(native.series)
    assert frame.chart.value_axis.minimum_scale == 0
    assert frame.chart.font.size.pt >= 14
    assert frame.chart._chartSpace.xpath("c:chart/c:dispBlanksAs/@val") == ["gap"]


def test_the_workbook_in_a_chart_has_the_same_numbers() -> None:
    """What somebody sees who opens "edit data"."""
    from openpyxl import load_workbook

    chart = named(one(TILE), texts.SLIDE_CHART).chart
    blob = chart.part.chart_workbook.xlsx_part.blob
    rows = list(load_workbook(io.BytesIO(blob)).active.iter_rows(values_only=True))
    assert rows[0][1:] == ("Leiden", "Nederland", "Kooiwijk")
    assert [row[1:] for row in rows[1:]] == [(54, 51, None), (57, 51, 62), (None, 50, 67)]


def test_years_stand_on_an_axis_of_time() -> None:
    space = named(one(TILE), texts.SLIDE_CHART).chart._chartSpace
    assert space.xpath("count(.//c:dateAx)") == 1
    assert space.xpath(".//c:dateAx/c:auto/@val") == ["0"]
    assert space.xpath(".//c:ser[1]/c:cat//c:v/text()") == ["2012", "2016", "2022"]


@pytest.mark.parametrize(
    ("unit", "decimals", "form"),
    [
        ("%", 0, '#,##0"%";−#,##0"%"'),
        ("km", 1, '#,##0.0" km";−#,##0.0" km"'),
        ("", 0, "#,##0;−#,##0"),
    ],
)
def test_numbers_are_written_with_their_unit(unit: str, decimals: int, form: str) -> None:
    native = replace(BAR, unit=unit, decimals=decimals)
    assert slide_chart.number_format(native) == form
    space = named(one(replace(TILE, native=native)), texts.SLIDE_CHART).chart._chartSpace
    assert set(space.xpath(".//c:dLbls/c:numFmt/@formatCode")) == {form}
    assert set(space.xpath(".//c:val//c:formatCode/text()")) == {form}
    assert set(space.xpath(".//c:dLbls/c:showVal/@val")) == {"1"}


def test_bars_below_zero_have_room() -> None:
    native = replace(BAR, series=(("Verschil", (-3.0, 2.0, None)),))
    chart = named(one(replace(TILE, native=native)), texts.SLIDE_CHART).chart
    assert chart.value_axis.minimum_scale is None
    assert numbers(chart) == [("Verschil", (-3.0, 2.0, None))]
    assert not chart.has_legend


def test_many_groups_are_those_that_differ_most_and_the_slide_says_so() -> None:
    slide = one(replace(TILE, native=WIDE))
    chart = named(slide, texts.SLIDE_CHART).chart
    assert list(chart.plots[0].categories) == [f"groep {number}" for number in range(8, 13)]
    assert numbers(chart)[0] == ("Kooiwijk", (24.0, 27.0, 30.0, 33.0, 36.0))
    said = named(slide, texts.SLIDE_SOURCE).text_frame.text
    assert said.startswith(texts.SLIDE_BARS.format(getoond=5, aantal=13))
    assert texts.SLIDE_MORE in said
    assert texts.SLIDE_MORE not in named(one(TILE), texts.SLIDE_SOURCE).text_frame.text


EMPTY = replace(BAR, series=(("Kooiwijk", (None, None, None)),))
CROWDED = replace(BAR, series=tuple((f"reeks {n}", (1.0, 2.0, 3.0)) for n in range(9)))


@pytest.mark.parametrize("native", [None, EMPTY, CROWDED], ids=["none", "no figure", "crowded"])
def test_what_is_no_chart_is_a_picture_or_a_table(native: Native | None) -> None:
    drawn = one(replace(TILE, native=native))
    assert named(drawn, texts.SLIDE_DRAWING).shape_type == MSO_SHAPE_TYPE.PICTURE
    bare = one(replace(TILE, native=native, drawing=None))
    assert named(bare, texts.SLIDE_TABLE).has_table
    assert not {texts.SLIDE_CHART, texts.SLIDE_DRAWING} & set(names(bare))


def test_a_picture_keeps_its_shape_and_is_sharp() -> None:
    tall = Drawing(DRAWN.spec, pa.table({"x": [1] * 30, "y": [f"r{n}" for n in range(30)]}))
    for drawn in (DRAWN, tall, Drawing(DRAWN.spec | {"height": 400}, DRAWN.rows)):
        picture = named(one(replace(TILE, native=None, drawing=drawn)), texts.SLIDE_DRAWING)
        width, height = picture.image.size
        assert picture.width / picture.height == pytest.approx(width / height, rel=0.01)
        assert width / (picture.width / 914400) > 144  # dots per inch: a beamer


def test_a_drawing_for_the_room_says_that_it_is_a_part() -> None:
    few = Drawing(DRAWN.spec, DRAWN.rows.slice(0, 2))
    slide = one(replace(TILE, native=None, slide=few))
    assert texts.SLIDE_PART in named(slide, texts.SLIDE_SOURCE).text_frame.text
    whole = one(replace(TILE, native=None, slide=DRAWN))
    assert texts.SLIDE_PART not in named(whole, texts.SLIDE_SOURCE).text_frame.text


def cells(slide: Any) -> list[tuple[str, ...]]:
    table = named(slide, texts.SLIDE_TABLE).table
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def test_a_table_has_all_that_fits() -> None:
    slide = one(replace(TILE, native=None, drawing=None))
    assert cells(slide) == [HEADER, *BODY]
    assert texts.SLIDE_MORE not in named(slide, texts.SLIDE_SOURCE).text_frame.text


def test_a_long_table_says_how_many_lines_are_left_out() -> None:
    many = tuple((f"regel {number}", "1%", "2%", "3%") for number in range(40))
    slide = one(replace(TILE, native=None, drawing=None, body=many))
    found = cells(slide)
    assert found[1:] == list(many[: len(found) - 1]) and 5 < len(found) < 41
    said = texts.SLIDE_ROWS.format(getoond=len(found) - 1, aantal=40)
    assert named(slide, texts.SLIDE_SOURCE).text_frame.text.startswith(said)


def test_a_wide_table_says_how_many_columns_are_left_out() -> None:
    header, body = tuple("abcdefghij"), (tuple("1234567890"),)
    slide = one(replace(TILE, native=None, drawing=None, header=header, body=body))
    assert cells(slide) == [header[:7], body[0][:7]]
    said = texts.SLIDE_COLUMNS.format(getoond=7, aantal=10)
    assert named(slide, texts.SLIDE_SOURCE).text_frame.text.startswith(said)


def test_a_long_cell_is_cut_and_whole_in_the_notes() -> None:
    slide = one(replace(TILE, native=None, drawing=None, body=(("a", LONG, "b", "c"),)))
    assert cells(slide)[1][1].endswith("…")
    assert LONG in slide.notes_slide.notes_text_frame.text


VOTE = "https://wijk.nl/stemmen/abc"
EVERY = (
    view(TILE),
    view(replace(TILE, native=BAR)),
    view(replace(TILE, native=None, facts=replace(FACTS, example=True))),
    view(replace(TILE, native=None, drawing=None)),
    view(replace(TILE, native=None, drawing=None, body=())),
    Slide("Agenda", "agenda", lines=("Welkom", "Cijfers")),
    Slide("Stem mee", "vote", lines=("Ga naar de link.",), example=True, link=VOTE),
    Slide("Alleen een titel", "text"),
)
FULL = slides.pptx(deck(*EVERY, actions=("Ga langs bij de buurt.", "Bel de school.")))


@pytest.fixture
def full() -> Any:
    return Presentation(io.BytesIO(FULL))


def test_one_slide_per_slide_and_one_before_and_after(full: Any) -> None:
    assert len(full.slides) == len(EVERY) + 2
    cover, last = full.slides[0], full.slides[-1]
    assert cover.shapes.title.text_frame.text == "Netwerkavond"
    told = named(cover, texts.SLIDE_SUBTITLE).text_frame.text
    assert told.split("\n") == ["Stevenshof", "3 mei 2026", "Link: https://wijk.nl/toon?a=b"]
    assert last.shapes.title.text_frame.text == texts.SLIDE_ACTIONS
    assert named(last, texts.SLIDE_BODY).text_frame.text == "Ga langs bij de buurt.\nBel de school."


def test_actions_are_told_once() -> None:
    own = Slide("Wie doet wat?", "actions", lines=("Bel de school.",))
    titles = [one.shapes.title.text_frame.text for one in made(own, actions=("Bel.",)).slides]
    assert titles == ["Netwerkavond", "Wie doet wat?"]


def test_a_title_is_a_title_for_a_screen_reader_too(full: Any) -> None:
    for slide in full.slides:
        kind = slide.shapes.title.placeholder_format.type
        assert kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        assert slide.shapes.title.text_frame.text
        assert names(slide)[0] == texts.SLIDE_TITLE  # read first
    assert full.slides[1].shapes.title.text_frame.text == TILE.sentence
    assert one(replace(TILE, sentence="")).shapes.title.text_frame.text == "Eigen titel"


def test_every_picture_has_its_words(full: Any) -> None:
    told = []
    for slide in full.slides:
        for shape in slide.shapes:
            if shape.shape_type == MSO_SHAPE_TYPE.PICTURE or shape.has_chart or shape.has_table:
                told += shape._element.xpath("./*/p:cNvPr/@descr")
    assert told == [TILE.alternative] * 4 + [texts.SLIDE_CODE_ALT.format(link=VOTE)]


def test_words_of_our_own_stand_in_a_list(full: Any) -> None:
    listed = named(full.slides[6], texts.SLIDE_BODY)
    assert listed.is_placeholder
    assert listed.text_frame.text == "Welkom\nCijfers"


def test_a_vote_has_its_link_as_words_and_as_a_code(full: Any) -> None:
    slide = full.slides[7]
    assert named(slide, texts.SLIDE_BODY).text_frame.text == f"Ga naar de link.\n{VOTE}"
    code = named(slide, texts.SLIDE_CODE)
    assert code.image.content_type == "image/png"
    assert code.width == code.height and code.width.pt > 250


def test_number_and_footer_are_placeholders(full: Any) -> None:
    for place, slide in enumerate(full.slides):
        if place:
            number, foot = named(slide, texts.SLIDE_NUMBER), named(slide, texts.SLIDE_FOOTER)
            assert number.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
            assert number._element.xpath(".//a:fld[@type='slidenum']//a:t/text()") == [
                str(place + 1)
            ]
            assert foot.text_frame.text == "Stevenshof · Netwerkavond"


def test_under_a_picture_stands_where_it_comes_from(full: Any) -> None:
    said = named(full.slides[1], texts.SLIDE_SOURCE).text_frame.text
    assert said == f"{TILE.worth} {FACTS.small()}"
    assert "RIVM" in said and "Leiden" in said and "3 mei 2026" in said
    open_ended = one(replace(TILE, worth="24 van de 31 kaarten"))
    said = named(open_ended, texts.SLIDE_SOURCE).text_frame.text
    assert said == f"24 van de 31 kaarten. {FACTS.small()}"


def test_the_notes_hold_everything(full: Any) -> None:
    notes = full.slides[1].notes_slide.notes_text_frame.text
    for text in (TILE.title, TILE.sentence, TILE.worth, TILE.note, *HEADER):
        assert text in notes
    for line in BODY:
        assert " | ".join(line) in notes
    for label, text in replace(FACTS, address="").lines():
        assert f"{label}: {text}" in notes
    assert "https://wijk.nl/profiel?wijk=stevenshof&indicator=overgewicht" in notes


def test_what_is_invented_carries_a_band(full: Any) -> None:
    marked = {
        place: named(slide, texts.SLIDE_MARK).text_frame.text
        for place, slide in enumerate(full.slides)
        if texts.SLIDE_MARK in names(slide)
    }
    assert marked == {
        0: texts.DECK_EXAMPLE,
        3: texts.EXAMPLE_SENTENCE,
        7: texts.SLIDE_EXAMPLE,
    }
    assert texts.SLIDE_MARK not in names(made(view(TILE)).slides[0])
    band = named(full.slides[3], texts.SLIDE_MARK)
    assert (band.left, band.top, band.width) == (0, 0, full.slide_width)
    assert texts.FACT_EXAMPLE in full.slides[3].notes_slide.notes_text_frame.text


def parts(file: bytes) -> dict[str, Any]:
    """The XML of a file by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert packed.testzip() is None
        return {
            name: etree.fromstring(packed.read(name))
            for name in packed.namelist()
            if name.endswith((".xml", ".rels"))
        }


def test_every_word_is_dutch() -> None:
    seen = 0
    for name, part in parts(FULL).items():
        for run in part.iter(qn("a:r"), qn("a:fld")):
            seen += 1
            assert run.find(qn("a:rPr")).get("lang") == "nl-NL", name
        assert {one.get("lang") for one in part.iter() if one.get("lang")} <= {"nl-NL"}, name
        if name.startswith("ppt/charts/chart"):
            assert part.find(qn("c:lang")).get("val") == "nl-NL"
    assert seen > 50


def test_the_file_says_what_it_is_and_not_who_made_it(full: Any) -> None:
    told = full.core_properties
    assert (told.title, told.language) == ("Netwerkavond", "nl-NL")
    assert "Stevenshof" in told.subject
    assert told.author == told.last_modified_by == told.comments == ""
    assert (told.created.date(), told.modified.date()) == (DAY, DAY)
    with zipfile.ZipFile(io.BytesIO(FULL)) as packed:
        assert not [one for one in packed.namelist() if re.search("thumb|printer|app.xml", one)]
        every = b"".join(packed.read(name) for name in packed.namelist())
    assert not re.search(rb"(?i)canny|powerpoint user|python-pptx", every)


def test_the_page_is_wide_and_plain(full: Any) -> None:
    assert full.slide_width / full.slide_height == pytest.approx(16 / 9, rel=1e-3)
    assert "type" not in full.element.sldSz.attrib
    assert [one.name for one in full.slide_layouts] == [
        texts.SLIDE_TITLE, texts.SLIDE_BODY, texts.SLIDE_PICTURE
    ]  # fmt: skip
    for page in (full.slide_masters[0], *full.slide_layouts):
        assert not [one for one in page.shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert "Click" not in etree.tostring(page._element, encoding="unicode")
    (theme,) = [part for name, part in parts(FULL).items() if name == "ppt/theme/theme1.xml"]
    assert set(theme.xpath(".//a:latin/@typeface", namespaces={"a": theme.nsmap["a"]})) == {
        "Source Sans Pro"
    }


def test_names_and_numbers_of_shapes_are_unique(full: Any) -> None:
    for slide in full.slides:
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(set(ids)) == len(ids)
        assert len(set(names(slide))) == len(names(slide))
        assert not re.search(r"Title|Placeholder|TextBox|Chart|Picture", " ".join(names(slide)))


def test_it_opens_again_after_it_was_saved_again(full: Any) -> None:
    file = io.BytesIO()
    full.save(file)
    again = Presentation(file)
    assert [names(slide) for slide in again.slides] == [names(slide) for slide in full.slides]


BOLD = str(drawing.FONTS / "SourceSansPro-Bold.ttf")
"""In bold a line is at its longest."""


def wrapped(text: str, size: float, width: float) -> int:
    """On how many lines a text stands, measured with the font itself."""
    lines, used = 1, 0.0
    for word in text.split():
        long = length(word) * size
        if used and used + long > width:
            lines, used = lines + 1, 0.0
        used += long
    return lines


@cache
def length(word: str) -> float:
    """How long a word with its space is, in letters of one point."""
    return ImageFont.truetype(BOLD, 100).getlength(f"{word} ") / 100


def high(frame: Any, width: float) -> float:
    """How high the text in a frame is, in points."""
    sizes = [one.font.size.pt for one in frame.paragraphs]
    told = zip(frame.paragraphs, sizes, strict=True)
    return sum(wrapped(one.text, size, width - 14.4) * size * 1.25 for one, size in told) + 7.2


HARD = (
    view(replace(TILE, sentence=LONG, title=LONG, worth=LONG)),
    view(replace(TILE, native=None, drawing=None, body=(("a", LONG, LONG, LONG),) * 4)),
    view(replace(TILE, facts=replace(FACTS, sources=(LONG, LONG), example=True))),
    Slide(LONG, "text", lines=(LONG, "kort", "woord" * 300)),
    Slide("Agenda", "agenda", lines=tuple(f"Punt {number}: {LONG[:90]}" for number in range(30))),
)


@pytest.fixture(scope="module")
def hard() -> Any:
    """All kinds of slides, and texts that are far too long."""
    return made(*EVERY, *HARD, title=LONG, place=LONG, actions=(LONG,))


def shapes(file: Any) -> list[Any]:
    return [shape for slide in file.slides for shape in slide.shapes]


def test_no_text_runs_off_its_box_or_off_the_slide(hard: Any) -> None:
    right, bottom = hard.slide_width, hard.slide_height
    for shape in shapes(hard):
        assert 0 <= shape.left <= shape.left + shape.width <= right, shape.name
        assert 0 <= shape.top <= shape.top + shape.height <= bottom, shape.name
        if shape.has_text_frame and shape.name != texts.SLIDE_NUMBER:
            fits = high(shape.text_frame, shape.width.pt) <= shape.height.pt + 1
            assert fits, (shape.name, shape.text_frame.text[:80])
        if shape.has_table:
            for row in shape.table.rows:
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    assert high(cell.text_frame, column.width.pt) <= row.height.pt + 1


Place = tuple[str, int, int, int, int]


def place(shape: Any) -> Place:
    """Name, left, top, right and bottom of a shape."""
    left, top = shape.left, shape.top
    return shape.name, left, top, left + shape.width, top + shape.height


def apart(one_place: Place, other: Place) -> bool:
    """Whether two shapes lie beside or under each other."""
    _, left, top, right, bottom = one_place
    _, other_left, other_top, other_right, other_bottom = other
    return right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top


def test_boxes_do_not_lie_on_each_other(hard: Any) -> None:
    for slide in hard.slides:
        for pair in combinations(map(place, slide.shapes), 2):
            assert apart(*pair), pair


def test_letters_can_be_read_from_the_back(hard: Any) -> None:
    for shape in shapes(hard):
        least = {texts.SLIDE_BODY: 20, texts.SLIDE_TITLE: 20, texts.SLIDE_HEADING: 14}
        if shape.has_text_frame and shape.name != texts.SLIDE_NUMBER:
            for paragraph in shape.text_frame.paragraphs:
                assert paragraph.font.size.pt >= least.get(shape.name, 12)
        if shape.has_table:
            sizes = shape._element.xpath(".//a:rPr/@sz | .//a:defRPr/@sz")
            assert sizes and min(map(int, sizes)) >= 1400


def test_a_list_that_does_not_fit_goes_on() -> None:
    lines = tuple(f"Punt {number}: {LONG[:90]}" for number in range(30))
    found = made(Slide("Agenda", "agenda", lines=lines))
    pages = list(found.slides)[1:]
    assert len(pages) > 2
    told = [
        line for page in pages for line in named(page, texts.SLIDE_BODY).text_frame.text.split("\n")
    ]
    assert told == [" ".join(line.split()) for line in lines]
    titles = [page.shapes.title.text_frame.text for page in pages]
    count = len(pages)
    assert titles == [f"Agenda ({number} van {count})" for number in range(1, count + 1)]


def test_no_word_of_a_long_text_is_lost() -> None:
    found = made(Slide("Verhaal", "text", lines=(LONG * 5,)))
    told = [named(page, texts.SLIDE_BODY).text_frame.text for page in list(found.slides)[1:]]
    assert " ".join(" ".join(told).split()) == " ".join((LONG * 5).split())


def test_progress_is_told_per_slide() -> None:
    heard: list[tuple[int, int]] = []
    slides.pptx(
        deck(*EVERY[-3:], actions=("Een",)), lambda done, count: heard.append((done, count))
    )
    assert heard == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_markup_is_text() -> None:
    hostile = "<b>&\"'</b> ]]> =1+1 {titel} {0} _x0041_"
    native = replace(
        BAR, categories=(hostile, "b", "c"), unit='"km', series=((hostile, (1.0, 2.0, 3.0)),)
    )
    tile = replace(TILE, sentence=hostile, title=hostile, alternative=hostile, native=native,
                   body=((hostile, "1%", "2%", "3%"),))  # fmt: skip
    file = slides.pptx(deck(view(tile), Slide(hostile, "text", lines=(hostile,)), title=hostile))
    assert parts(file)
    slide = Presentation(io.BytesIO(file)).slides[1]
    assert slide.shapes.title.text_frame.text == hostile
    assert named(slide, texts.SLIDE_CHART).chart.plots[0].categories[0] == hostile
    assert hostile in slide.notes_slide.notes_text_frame.text


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    strange = "a\x01b\x0bc\ud800d"
    native = replace(BAR, categories=(strange, "b", "c"))
    tile = replace(TILE, sentence=strange, alternative=strange, native=native)
    file = made(view(tile), title=strange, actions=(strange,))
    assert file.core_properties.title == "abcd"
    assert file.slides[1].shapes.title.text_frame.text == "abcd"
    chart = named(file.slides[1], texts.SLIDE_CHART)
    assert chart.chart.plots[0].categories[0] == "abcd"
    assert chart._element.xpath("./*/p:cNvPr/@descr") == ["abcd"]


def test_the_area_has_its_hue_and_what_stands_beside_it_is_grey() -> None:
    hue = palette.hue(list(catalog.neighbourhoods()).index("stevenshof"))
    found = slide_chart.series_colours(TILE, ["Leiden", "Nederland", "Kooiwijk"])
    assert found == [*slide_chart.GREYS, hue]
    whole = replace(TILE, facts=replace(FACTS, place="Stevenshof"))
    assert slide_chart.series_colours(whole, ["Stevenshof", "Leiden"])[0] == hue
    hues = [one.name for one in catalog.neighbourhoods().values()]
    assert slide_chart.series_colours(whole, hues)[1:] != slide_chart.GREYS
    beside = replace(TILE, facts=replace(FACTS, place="alle wijken"))
    assert slide_chart.series_colours(beside, hues) == [palette.hue(n) for n in range(len(hues))]
    assert len(set(slide_chart.series_colours(beside, list("abcdef")))) == 6
    chart = named(one(TILE), texts.SLIDE_CHART).chart
    drawn = [str(series.format.line.color.rgb).lower() for series in chart.plots[0].series]
    assert drawn == [colour.removeprefix("#") for colour in found]
