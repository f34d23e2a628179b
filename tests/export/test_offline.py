"""The document of a presentation: complete, safe, and as a file on its own."""

import json
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export import made
from wijzer import texts
from wijzer.export import offline, slide_html, wall_words
from wijzer.export.content import Deck, Slide
from wijzer.export.offline import Shown
from wijzer.export.slide_html import Choice, Option, Screens

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>&'
FONT = b"wOF2 no font"
CHOICES = (
    Choice(
        "deel",
        "Gebied",
        "heel",
        (Option("heel", "Zuidwest", "wijk=zuidwest"), Option("WK1", "Moerwijk", "deel=WK1")),
    ),
)


class Read(HTMLParser):
    """Every tag with its attributes, and the text outside scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of this name."""
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        """The words, with single spaces."""
        return " ".join(" ".join(self.words).split())


def slide(**changes: object) -> Slide:
    """A slide with a picture."""
    tile = made.tile(**changes)
    return Slide(tile.sentence, "view", tile)


def deck(*slides: Slide, actions: tuple[str, ...] = ()) -> Deck:
    """A presentation of these slides."""
    return Deck("Profiel", "Moerwijk", "/toon?set=profiel", date(2026, 3, 9), slides, actions)


def document(*slides: Slide, variants: dict[str, str] | None = None) -> str:
    """Their file."""
    shown = [Shown(slide_html.inside(one, CHOICES), "profiel-trend", "wijk=z") for one in slides]
    return offline.document(deck(*slides), shown, offline.saved(FONT), variants)


# --- one slide ------------------------------------------------------------------------------------


def test_a_slide_says_it_shows_it_and_tells_where_it_is_from() -> None:
    found = Read(slide_html.inside(slide(facts=made.EXAMPLE), CHOICES))
    [heading] = found.all("h2")
    assert heading["tabindex"] == "-1"
    for said in (
        "In Moerwijk was het 67% in 2020.",
        "Bron: GGD, 50090NED.",
        "Cijfers van 2012 tot en met 2020.",
        "Vergeleken met: Den Haag.",
        "De lijnen tonen dezelfde vraag.",
        "Dit is een schatting.",
        texts.EXAMPLE_SENTENCE,
    ):
        assert said in found.text
    [picture] = [one for one in found.all("div") if one.get("role") == "img"]
    assert picture["aria-label"] == "Eenzaam door de jaren. Een lijn."
    [back] = found.all("a")
    assert back["href"] == "/profiel?wijk=zuidwest&indicator=eenzaam"


def test_the_table_and_all_facts_stand_behind_the_picture() -> None:
    found = slide_html.inside(slide(), CHOICES)
    behind = Read(found[found.index("<details") :])
    assert "<caption>Eenzaam door de jaren: Moerwijk</caption>" in found
    for cell in (*(one for line in made.BODY for one in line), "Jaar", "Den Haag"):
        assert cell in behind.text
    for label, text in made.FACTS.lines():
        assert label in behind.text and text in behind.text


def test_what_vega_says_of_each_mark_stays_out() -> None:
    """Those words hold figures that were not rounded; the table tells them as they are shown."""
    found = slide_html.inside(slide())
    drawn = re.findall(r"<svg.*?</svg>", found, re.S)
    assert len(drawn) == 2
    assert not any("aria-label" in one or "role=" in one for one in drawn)
    assert all('aria-hidden="true"' in one for one in drawn)


def test_names_in_drawings_are_used_once_in_a_document() -> None:
    one = slide()
    other = slide(codes=(("wijk", "zuidwest"), ("indicator", "roken")))
    found = Read(document(one, other))
    ids = Counter(attributes["id"] for _, attributes in found.tags if "id" in attributes)
    assert [id for id, count in ids.items() if count > 1] == []
    clipped = '<svg viewBox="0 0 1 1"><clipPath id="c"/><g clip-path="url(#c)"/></svg>'
    assert slide_html._inline(clipped, "w1-") == (
        '<svg aria-hidden="true" viewBox="0 0 1 1"><clipPath id="w1-c"/>'
        '<g clip-path="url(#w1-c)"/></svg>'
    )


@pytest.mark.parametrize(
    ("screens", "kinds"),
    [
        (Screens(), {"wand", "telefoon"}),
        (Screens(phone=False), {"wand"}),
        (Screens(wall=False), {"telefoon"}),
    ],
)
def test_a_drawing_for_each_screen(screens: Screens, kinds: set[str]) -> None:
    found = slide_html.inside(slide(), CHOICES, screens)
    assert set(re.findall(r'<div class="(wand|telefoon)"><svg', found)) == kinds


def test_a_tile_without_a_drawing_shows_its_table() -> None:
    found = slide_html.inside(slide(drawing=None))
    assert "<svg" not in found
    assert found.index("<table") < found.index("<details")


def test_choices_are_lists_with_what_is_chosen() -> None:
    found = Read(slide_html.inside(slide(), CHOICES))
    [select] = found.all("select")
    assert select["data-kies"] == "deel"
    options = found.all("option")
    assert [one["data-code"] for one in options] == ["heel", "WK1"]
    assert ["selected" in one for one in options] == [True, False]


def test_a_long_message_is_cut_between_sentences_and_nothing_is_lost() -> None:
    said = " ".join(f"Dit is zin nummer {number} van een lang verhaal." for number in range(9))
    found = slide_html.inside(slide(sentence=said))
    [heading] = re.findall(r"<h2[^>]*>(.*?)</h2>", found)
    assert said.startswith(heading) and heading.endswith(".")
    assert len(heading) <= wall_words.LONGEST
    behind = Read(found[found.index("<details") :]).text
    assert said.removeprefix(heading).strip() in behind


def test_the_words_that_say_that_a_part_is_shown_stay_in_sight() -> None:
    part = f"{texts.SLIDE_LARGE} staan de 5 rijen die het meest opvallen."
    found = slide_html.inside(slide(note=f"{'Een lange uitleg over de tekens. ' * 9}{part}"))
    [caption] = re.findall(r"<figcaption[^>]*>(.*?)</figcaption>", found, re.S)
    assert part in caption
    assert len(Read(caption).text) < 400
    fewer = replace(made.chart(), rows=made.chart().rows.slice(0, 1))
    assert texts.SLIDE_PART in slide_html.inside(slide(slide=fewer))
    assert texts.SLIDE_PART not in slide_html.inside(slide(slide=made.chart()))


@settings(max_examples=25)
@given(st.integers(1, 12), st.integers(0, 12), st.booleans())
def test_a_picture_is_never_so_high_that_its_letters_become_small(
    sentences: int, notes: int, example: bool
) -> None:
    """The widest letters of a font take about six tenths of its size."""
    tile = made.tile(
        note="Een zin over hoe u dit leest en meer. " * notes,
        facts=made.EXAMPLE if example else made.FACTS,
    )
    message, more = wall_words.parted("In deze wijk was het 67% in 2020. " * sentences)
    told = wall_words.told(tile, more)
    high = slide_html._height(tile, message, told)
    assert 150 <= high <= 300
    lines = -(-len(told) * 0.45 // 40) * 1.15 + -(-len(message) * 0.75 // 40) * 1.8
    assert high * slide_html.SCALE / slide_html.SMALLEST + lines <= 32


def test_words_are_text_and_never_markup() -> None:
    words = Slide(HOSTILE, "text", lines=(HOSTILE,), example=True)
    view = replace(
        slide(title=HOSTILE, sentence=HOSTILE, note=HOSTILE, alternative=HOSTILE, worth=HOSTILE),
        title=HOSTILE,
    )
    vote = Slide(HOSTILE, "vote", lines=(HOSTILE,), link="http://127.0.0.1/stem")
    found = Read(document(words, view, vote))
    assert len(found.all("script")) == 2  # the words of the player, and the player
    assert found.all("img") == []
    assert [name for _, one in found.tags for name in one if name.startswith("on")] == []
    assert "alert(1)" in found.text


def test_slides_of_words() -> None:
    agenda = slide_html.inside(Slide("Agenda", "agenda", lines=("Welkom", "Cijfers")))
    assert re.search(r"<ol[^>]*><li>Welkom</li><li>Cijfers</li></ol>", agenda)
    thread = slide_html.inside(Slide("Draad", "text", lines=("Samen", f"{texts.SOURCE}: boek.")))
    assert "<li>Samen</li></ul>" in thread and f'class="bron">{texts.SOURCE}: boek.' in thread
    vote = slide_html.inside(
        Slide("Stem", "vote", lines=("Ga naar", "a/stem"), link="http://a/stem")
    )
    assert "<svg" in vote and '<p class="groot">a/stem</p>' in vote
    assert texts.SLIDE_EXAMPLE in slide_html.inside(Slide("x", "text", example=True))


# --- the document ---------------------------------------------------------------------------------


def test_the_title_carries_subject_place_and_day() -> None:
    found = document(slide())
    assert "<title>Profiel · Moerwijk · 9 maart 2026</title>" in found
    assert re.search(r'<html lang="nl">', found)
    named = replace(deck(slide()), title="Profiel van Moerwijk")
    assert offline.title(named) == "Profiel van Moerwijk · 9 maart 2026"


def test_the_file_asks_nobody() -> None:
    found = document(slide(), variants={"tegel=a&b=c": slide_html.inside(slide())})
    read = Read(found)
    asks = [one for _, one in read.tags if one.keys() & {"src", "srcset", "data", "poster"}]
    assert asks == []
    assert [one["href"] for one in read.all("link")] == ["data:,"]
    assert re.findall(r"url\((?![\"']?(?:#|data:))[^)]*", found) == []
    assert "@import" not in found
    assert not read.all("body")[0].keys() & {"data-dia", "data-volgorde"}


def test_its_policy_allows_its_own_script_and_nothing_else() -> None:
    found = document(slide())
    [policy] = [one["content"] for one in Read(found).all("meta") if "http-equiv" in one]
    assert policy and "default-src 'none'" in policy and "unsafe-eval" not in policy
    [script] = re.findall(r"<script>(.*?)</script>", found, re.S)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert found.index("Content-Security-Policy") < found.index("<style>")
    assert b64encode(FONT).decode() in found


def test_the_document_in_the_app_takes_style_and_script_from_the_app() -> None:
    shown = [Shown(slide_html.inside(slide()), "profiel-trend", "wijk=z", "z heel", "dia-1")]
    read = Read(offline.document(deck(slide()), shown, offline.served("/presentatie/volgorde")))
    assert [one.get("src") for one in read.all("script") if "type" not in one] == [
        "/toon/speler.js"
    ]
    assert "/toon/speler.css" in [one["href"] for one in read.all("link")]
    [body] = read.all("body")
    assert body == {"data-dia": "/toon/dia", "data-volgorde": "/presentatie/volgorde"}
    [section] = read.all("section")
    assert section["data-tegel"] == "profiel-trend" and section["data-dia"] == "dia-1"
    assert section["data-groep"] == "z heel"
    assert Read(document(slide())).all("section")[0].get("data-dia") is None


def test_the_script_finds_all_it_asks_for() -> None:
    script = offline.script()
    found = document(slide())
    ids = {attributes["id"] for _, attributes in Read(found).tags if "id" in attributes}
    assert set(re.findall(r"\$\('([\w-]+)'\)", script)) <= ids
    assert set(re.findall(r"press\('([\w-]+)'", script)) <= ids
    [words] = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', found)
    assert json.loads(words) == texts.SHOW_SCRIPT
    assert set(re.findall(r"words\.(\w+)", script)) == set(texts.SHOW_SCRIPT)
    assert "eval(" not in script and "innerHTML +=" not in script


def test_other_slides_and_actions_go_along() -> None:
    found = offline.document(
        deck(slide(), actions=("Bellen. Wie: GGD.",)),
        [Shown("<h2>x</h2>")],
        offline.saved(FONT),
        {"tegel=profiel-trend&deel=WK1": "<h2>Moerwijk</h2>"},
    )
    kept = '<template data-sleutel="tegel=profiel-trend&amp;deel=WK1"><h2>Moerwijk</h2></template>'
    assert kept in found
    assert "<li>Bellen. Wie: GGD.</li>" in found
    assert texts.SLIDE_NO_ACTIONS[0] in document(slide())


def test_every_button_says_what_it_does_and_by_which_key() -> None:
    read = Read(document(slide()))
    keys = [one["aria-keyshortcuts"] for one in read.all("button") if "aria-keyshortcuts" in one]
    assert keys == ["PageUp", "PageDown", "A", "T", "B", "F", "O", "?"]
