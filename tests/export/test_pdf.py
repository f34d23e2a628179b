"""Sheets and factsheets read back: tags, letters, words, and what people typed stays text."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pytest

from tests.export import made, paper
from wijzer import palette, texts
from wijzer.charts import bands
from wijzer.export import pdf, typeset
from wijzer.export.content import Tile
from wijzer.export.factsheet import (
    LEVELS,
    Factsheet,
    Finding,
    Group,
    Line,
    Part,
    Plan,
    Told,
)
from wijzer.model import Sign

MARKUP = (
    '#panic("au") $x^2$ *vet* _schuin_ <label> @bron [blok] {1+1} // weg /* weg */ = kop '
    '- lijst `code` ~ \\ #import "/etc/passwd": * &amp; "tekst" \'tekst\' ${x} #{2}'
)
LONG = "Een lange naam van een initiatief met Ontmoetingsplekkenverantwoordelijkheidsoverleg erin"
HEADER = (texts.FACTSHEET_PLAN_THEME, *(texts.WORD["pillar"].values()))


def factsheet(count: int = 2, text: str = "Wandelen", **changes: Any) -> Factsheet:
    """A factsheet with so many themes, interventions, gaps and actions, all called the same."""
    better = Finding("Rookt", "15%", "18%", "+", "gunstiger", "schatting, geen toets")
    worse = Finding("Eenzaam (65+)", "52%", "48%", "−", "ongunstiger", "schatting, geen toets")
    names = tuple(f"{text} {number}" for number in range(count))
    one = Factsheet(
        place="Tuinwijk",
        within="Deel van Voorstad, gemeente Stad",
        whole="Voorstad",
        municipality="Stad",
        made_on=date(2026, 3, 9),
        lead="Van de 2 cijfers over Tuinwijk is er 1 gunstiger dan in Stad en 1 ongunstiger.",
        worth="Kijk bij elk cijfer hoe zeker het is.",
        story=Told(text, "Bron van het verhaal", "https://wijzer.example/verhaal"),
        threads=(text, "Elkaar leren kennen."),
        thread_source=Told(text, "Bron van de draad"),
        inhabitants="13.605 inwoners in 2025.",
        people=made.tile(alternative="Inwoners naar leeftijd."),
        groups=tuple(Group(f"Domein {one}", (better,) * 3, (worse,) * 3) for one in range(5)),
        figure="Eenzaam",
        map=made.counted(),
        trend=made.tile(alternative="Eenzaam door de jaren."),
        themes=Part("Er zijn thema’s gekozen.", names),
        plan=Plan("Er loopt wat.", HEADER, tuple((name, *"1234") for name in names), names, names),
        questions=tuple(Line(f"Vraag {one}?", f"Antwoord {one}.", text) for one in range(1, 5)),
        coming=Part("Er staan acties open.", names),
        reading=((texts.FACTSHEET_READ, text),),
        about=((texts.FACT_SOURCE, "CBS"), (texts.FACT_ROLE, "iedereen")),
        address="https://wijzer.example/profiel?wijk=voorstad&deel=WK01",
        example=False,
    )
    return replace(one, **changes)


SHEETS: dict[str, bytes] = {}


def sheet(name: str) -> bytes:
    """A document of each kind, made once."""
    if name not in SHEETS:
        kinds = {
            "sheet": lambda: pdf.sheet(made.tile()),
            "map": lambda: pdf.sheet(made.counted()),
            "factsheet": lambda: pdf.factsheet(factsheet()),
        }
        SHEETS[name] = kinds[name]()
    return SHEETS[name]


# --- what every document is -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sheet", "map", "factsheet"])
def test_it_is_a_tagged_pdf_ua_in_dutch(name: str) -> None:
    found = paper.read(sheet(name))
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    about = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert found.metadata is not None and found.metadata.title
    assert found.metadata.title in about and texts.APP in about
    assert found.metadata.creation_date and found.metadata.creation_date.date() == DAYS[name]
    for page in found.pages:
        assert tuple(round(float(one)) for one in page.mediabox[2:]) == paper.A4
        assert page["/Tabs"] == "/S"


DAYS = {"sheet": made.FACTS.made_on, "map": made.FACTS.made_on, "factsheet": date(2026, 3, 9)}


@pytest.mark.parametrize("name", ["sheet", "map", "factsheet"])
def test_all_letters_are_in_the_file(name: str) -> None:
    found = paper.fonts(sheet(name))
    assert found and all(map(paper.embedded, found))
    assert {one["/BaseFont"].split("+")[1].split("-")[0] for one in found} == {"SourceSansPro"}


@pytest.mark.parametrize("name", ["sheet", "map", "factsheet"])
def test_every_picture_and_table_speaks(name: str) -> None:
    found = paper.structure(sheet(name))
    assert len(found.every("H1")) == 1
    assert all(one.alt for one in found.every("Figure")) and found.every("Figure")
    for table in found.every("Table"):
        heads = table.every("THead")
        assert len(heads) == 1 and len(heads[0].every("TR")) == 1 and heads[0].every("TH")


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(one.kind[1]) for one in ordered(paper.structure(sheet("factsheet")))]
    assert levels[0] == 1 and set(levels) == {1, 2, 3}
    assert all(after - before <= 1 for before, after in pairwise(levels))


def ordered(tag: paper.Tag) -> list[paper.Tag]:
    own = [tag] if tag.kind in ("H1", "H2", "H3") else []
    return own + [one for part in tag.parts for one in ordered(part)]


# --- a sheet --------------------------------------------------------------------------------------


def test_a_sheet_tells_all_that_its_tile_holds() -> None:
    tile = made.tile()
    content = pdf.sheet(tile)
    said = paper.words(content)
    cells = [cell for line in (tile.header, *tile.body) for cell in line]
    facts = [part for line in tile.facts.lines() for part in line]
    told = (tile.title, tile.sentence, tile.worth, tile.note, *cells, *facts)
    assert [one for one in told if paper.compact(one) not in said] == []
    assert paper.links(content) == [tile.facts.address]
    (figure,) = paper.structure(content).every("Figure")
    assert figure.alt == typeset.alternative(tile)
    assert all(cell in figure.alt for line in tile.body for cell in line)


def test_the_head_of_a_table_names_each_column() -> None:
    (table,) = paper.structure(sheet("sheet")).every("Table")
    assert len(table.every("TH")) == len(made.tile().header)
    assert len(table.every("TR")) == len(made.tile().body) + 1


@pytest.mark.parametrize("example", [True, False])
def test_only_an_example_has_its_mark(example: bool) -> None:
    facts = made.EXAMPLE if example else made.FACTS
    said = paper.words(pdf.sheet(made.tile(facts=facts)))
    assert (paper.compact(texts.EXAMPLE_SENTENCE) in said) == example


def test_a_link_without_a_server_leads_nowhere() -> None:
    content = pdf.sheet(made.tile(facts=replace(made.FACTS, address="/profiel?wijk=zuidwest")))
    assert paper.links(content) == [] and "/profiel?wijk=zuidwest" in paper.words(content)


def test_a_long_table_runs_over_pages_with_its_head_on_each() -> None:
    body = tuple((f"Rij {number}", f"{number}%", "57%") for number in range(150))
    content = pdf.sheet(made.tile(body=body))
    pages = [page.extract_text() for page in paper.read(content).pages]
    assert len(pages) > 2
    with_rows = [page for page in pages if "Rij " in page]
    assert all("Den Haag" in page.split("Rij ")[0] for page in with_rows)
    cells = re.findall(r"Rij \d+", " ".join(pages))
    assert cells == [name for name, *_ in body]
    (table,) = paper.structure(content).every("Table")
    assert len(table.every("TR")) == len(body) + 1


def test_a_table_that_is_too_wide_goes_on_in_a_next_one() -> None:
    names = [f"Bouwlust/Vrederust-{number}" for number in range(12)]
    body = tuple((f"Rij {row}", *(f"{row},{number}%" for number in range(12))) for row in range(3))
    content = pdf.sheet(made.tile(header=("Cijfer", *names), body=body))
    check_within_the_page(content)
    tables = paper.structure(content).every("Table")
    assert len(tables) > 1
    assert sum(len(one.every("TH")) - 1 for one in tables) == len(names)
    said = paper.words(content)
    assert all(said.count(paper.compact(name)) == len(tables) for name, *_ in body)
    assert [cell for _, *cells in body for cell in cells if cell not in said] == []


def test_a_drawing_that_is_too_high_gives_way_to_that_for_the_beamer() -> None:
    drawn = made.chart()
    high = replace(drawn, spec=drawn.spec | {"height": pdf.HIGHEST + 100})
    content = pdf.sheet(made.tile(drawing=high, slide=drawn))
    assert paper.compact(texts.SHEET_LARGEST) in paper.words(content)
    assert paper.compact(texts.SHEET_LARGEST) not in paper.words(sheet("sheet"))
    alone = pdf.sheet(made.tile(drawing=high))
    assert paper.compact(texts.SHEET_LARGEST) not in paper.words(alone)
    check_within_the_page(alone)


def test_a_tile_without_drawing_or_table_is_a_sheet_of_words() -> None:
    content = pdf.sheet(made.tile(drawing=None, header=(), body=(), note="Een besluit"))
    found = paper.structure(content)
    assert found.every("Figure") == found.every("Table") == []
    said = paper.words(content)
    assert "Eenbesluit" in said and paper.compact(texts.SHEET_TABLE) not in said


# --- what people typed ----------------------------------------------------------------------------


def test_markup_stays_text_on_a_sheet() -> None:
    facts = replace(made.FACTS, place=MARKUP, filters=((MARKUP, MARKUP),))
    tile = made.tile(
        title=MARKUP, sentence=MARKUP, worth=MARKUP, note=MARKUP,
        alternative=MARKUP, facts=facts, header=(MARKUP, "b"), body=((MARKUP, MARKUP),),
    )  # fmt: skip
    content = pdf.sheet(tile)
    assert paper.words(content).count(paper.compact(MARKUP)) >= 10
    (figure,) = paper.structure(content).every("Figure")
    assert figure.alt.startswith(MARKUP)
    assert MARKUP in str((paper.read(content).metadata or {})["/Title"])


def test_markup_stays_text_on_a_factsheet() -> None:
    one = factsheet(2, MARKUP, place=MARKUP, whole=MARKUP, figure=MARKUP, lead=MARKUP)
    content = pdf.factsheet(one)
    said = paper.words(content)
    # The name of the place also stands at the foot, and the names in three lists and a table.
    assert said.count(paper.compact(MARKUP)) >= 20
    assert len(paper.read(content).pages) == 2


@pytest.mark.parametrize(
    "text", ["🎉 feest 🎉", "日本語", "\x00\x07 ok", "a\u202eb", "e\u0301én", ""]
)
def test_signs_without_a_letter_become_a_square(text: str) -> None:
    content = pdf.sheet(made.tile(title=text or "x", note=text, body=((text, text, text),)))
    said = paper.words(content)
    assert paper.compact(typeset.writable(text)) in said
    assert not set("🎉日\x00\x07\u202e") & set(said)


def test_every_sign_that_is_let_through_has_a_letter() -> None:
    """Typst refuses a document with a sign that no font has."""
    signs = [chr(code) for first, last in typeset.COVERED for code in range(first, last + 1)]
    rows = ["".join(signs[start : start + 20]) for start in range(0, len(signs), 20)]
    tile = made.tile(header=("a",), body=tuple((row,) for row in rows), drawing=None)
    bold = made.tile(header=("".join(signs),), body=(("a",),), drawing=None)
    assert typeset.writable("".join(signs)) == normalize("NFC", "".join(signs).replace("\xa0", " "))
    assert paper.read(pdf.sheet(tile)).pages and paper.read(pdf.sheet(bold)).pages


# --- the factsheet --------------------------------------------------------------------------------


def test_a_factsheet_tells_all_that_fits() -> None:
    one = factsheet()
    content = pdf.factsheet(one)
    said = paper.words(content)
    questions = [part for line in one.questions for part in (line.question, line.said, line.worth)]
    told = (
        *(one.place, one.within, one.lead, one.worth, one.story.text, one.story.source),
        *(*one.threads, one.thread_source.source, one.inhabitants, *questions),
        *(one.themes.said, *one.themes.items, one.plan.said, *one.plan.running, *one.plan.gaps),
        *(one.coming.said, *one.coming.items, one.address, *one.about[0], *one.about[1]),
        *("Rookt", "15%", "18%", "+gunstiger", "Eenzaam(65+)", "52%", "48%", "−ongunstiger"),
        texts.MADE_ON.format(datum="9 maart 2026"),
    )
    assert [text for text in told if paper.compact(text) not in said] == []
    assert set(paper.links(content)) == {one.story.url, one.address}


def test_a_factsheet_has_a_table_per_domain_and_one_of_the_plan() -> None:
    tables = paper.structure(sheet("factsheet")).every("Table")
    assert [len(one.every("TH")) for one in tables] == [5] * 5 + [len(HEADER)]


def test_a_factsheet_draws_people_map_trend_and_the_link() -> None:
    figures = [one.alt for one in paper.structure(sheet("factsheet")).every("Figure")]
    one = factsheet()
    drawn = [typeset.alternative(tile) for tile in (one.people, one.map, one.trend) if tile]
    assert figures == [*drawn, texts.VOTE_QR.format(adres=one.address)]


@pytest.mark.parametrize(
    ("count", "text"), [(0, "Wandelen"), (1, LONG), (5, "Wandelen"), (9, LONG), (40, LONG)]
)
def test_a_factsheet_has_two_pages_whatever_is_known(count: int, text: str) -> None:
    content = pdf.factsheet(factsheet(count, text))
    assert len(paper.read(content).pages) == 2
    check_within_the_page(content)
    said = paper.words(content)
    for number in range(1, 5):
        assert f"Vraag{number}?" in said and f"Antwoord{number}." in said
    check_rest(said, count, paper.compact(text))


def check_rest(said: str, count: int, name: str) -> None:
    """What does not fit is counted: together with what stands there it is all of it."""
    for shown, left in rests(said, name):
        assert shown + left == count


def rests(said: str, name: str) -> list[tuple[int, int]]:
    """Of themes and actions: how many are named, and how many the last line counts."""
    found = []
    for start, end in ((f"{texts.FACTSHEET_THEMES}", texts.FACTSHEET_COMING),
                       (texts.FACTSHEET_COMING, texts.FACTSHEET_PLAN)):  # fmt: skip
        first = paper.compact(start.format(wijk="Voorstad"))
        last = paper.compact(end.format(wijk="Voorstad"))
        part = said.split(first)[1].split(last)[0]
        more = part.split("ennog")
        left = "".join(one for one in more[1] if one.isdigit()) if len(more) > 1 else "0"
        found.append((more[0].count(name), int(left)))
    return found


def test_a_factsheet_that_is_fuller_than_was_thought_of_loses_nothing() -> None:
    story = Told(" ".join(f"woord{number}" for number in range(900)), "Bron")
    one = factsheet(40, LONG, story=story, threads=(LONG,) * 12)
    content = pdf.factsheet(one)
    assert len(paper.read(content).pages) == 2
    said = paper.words(content)
    assert all(f"woord{number}" in said for number in range(900))
    check_within_the_page(content)


def check_within_the_page(content: bytes) -> None:
    """No word begins outside the margins, and only the foot stands below the text."""
    for page in paper.read(content).pages:
        places = paper.places(page)
        assert min(x for x, _, _ in places) >= 39
        assert max(x for x, _, _ in places) <= paper.A4[0] - 39
        assert max(y for _, y, _ in places) <= paper.A4[1] - 30
        low = {round(y) for _, y, _ in places if y < 45}
        assert len(low) == 1


@pytest.mark.parametrize("example", [True, False])
def test_only_a_factsheet_with_an_example_has_its_mark(example: bool) -> None:
    mark = texts.EXAMPLE_MARK
    one = factsheet(
        example=example,
        plan=replace(factsheet().plan, example=example),
        questions=tuple(replace(line, example=example) for line in factsheet().questions),
    )
    said = paper.words(pdf.factsheet(one))
    assert (paper.compact(texts.FACTSHEET_EXAMPLE) in said) == example
    assert said.count(f"({mark})") == (5 if example else 0)


def test_a_factsheet_of_which_nothing_is_known_is_whole() -> None:
    empty = factsheet(0, people=None, map=None, trend=None, threads=(), story=Told(""),
                      groups=(Group("Leefstijl", (), ()),), plan=Plan("Geen plan."))  # fmt: skip
    content = pdf.factsheet(empty)
    said = paper.words(content)
    assert len(paper.read(content).pages) == 2
    assert paper.compact(texts.NOTHING_STANDS_OUT) in said and "Geenplan." in said
    assert paper.compact(texts.FACTSHEET_FIGURE.format(cijfer="")) not in said


def test_a_factsheet_is_made_of_its_content_alone() -> None:
    """The same content gives the same file, to the byte: nothing of the machine gets in."""
    assert pdf.factsheet(factsheet()) == sheet("factsheet")


def test_levels_only_ever_take_away() -> None:
    for fuller, barer in pairwise(LEVELS):
        assert all(less <= more for more, less in zip(fuller, barer, strict=True))
    assert min(level.size for level in LEVELS) >= 8.5


# --- in grey --------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG counts it."""
    parts = [one / 255 for one in palette.rgb(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_signs_differ_in_grey_too() -> None:
    """By lightness, and on paper by form: a full mark and an open one, each with its word."""
    better, worse = palette.SIGN_COLOUR[Sign.FAVOURABLE], palette.SIGN_COLOUR[Sign.UNFAVOURABLE]
    assert contrast(better, worse) >= 1.7
    assert min(contrast(one, palette.PAPER) for one in (better, worse)) >= 3
    assert palette.SIGN_SHAPE[Sign.FAVOURABLE] != palette.SIGN_SHAPE[Sign.UNFAVOURABLE]
    template = (typeset.TEMPLATES / "factsheet.typ").read_text("utf-8")
    assert "if better { rgb(colours.favourable) } else { white }" in template


@pytest.mark.parametrize("classes", range(2, 6))
def test_classes_of_a_map_grow_darker_step_by_step(classes: int) -> None:
    colours = palette.ramp(classes)
    assert min(contrast(one, other) for one, other in pairwise(colours)) >= 1.4
    assert [*map(luminance, colours)] == sorted(map(luminance, colours), reverse=True)


@pytest.mark.parametrize("position", range(3))
def test_lines_and_bars_stand_out_in_grey(position: int) -> None:
    """Bars differ in thickness and place, lines in width and dashes; all are dark enough."""
    assert contrast(palette.hue(position), palette.PAPER) >= 3
    assert contrast(bands.BENCHMARK, palette.PAPER) >= 3


def test_tile_of_a_map_is_a_sheet_too() -> None:
    tile: Tile = made.counted()
    assert "verborgen" in paper.words(sheet("map"))
    assert paper.compact(tile.title) in paper.words(sheet("map"))
