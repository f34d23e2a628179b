"""Text that people enter is text: no markup, link, script, icon or formula comes of it anywhere."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    EVERYWHERE,
    Holds,
    View,
    add,
    body,
    elements,
    form,
    held,
    html,
    markdown,
    one_of_each,
    own_register,
)
from tests.pages.visit import trouble, visit
from tests.votes.meeting import papers
from wijzer import publish, texts
from wijzer.access import MACHINE, PUBLIC
from wijzer.kinds import KINDS, Form, problems
from wijzer.store import entries, votes
from wijzer.store.entries import Saving
from wijzer.store.register import Register
from wijzer.ui import data, frame, said, tables

PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "</p></td></table>", "<!--",
    "<svg/onload=alert(3)>", "[klik](javascript:alert(4))", "[klik](https://boos.example)",
    "![plaatje](https://boos.example/x.png)", "[een]: https://boos.example", "[een][een]",
    "<https://boos.example>", "https://boos.example/pad?x=1", "www.boos.example", "HTTP://X.example",
    "$x^2$", "$$\\int$$", ":smile:", ":100:", ":material/home:", ":material_home:", ":streamlit:",
    ":red[rood]", ":red-background[x]", ":small[y]", ":+1:", "=1+1", "@SUM(A1)", "-2+3", "+31",
    "'", '"', "`code`", "```", "**vet**", "_schuin_", "~~weg~~", "# kop", "> citaat", "- punt",
    "1. een", "|a|b|", "---", "===", "&lt;b&gt;", "&amp;", "&#60;", "\\", "\\[", "{{7*7}}",
    "{wijk}", "%s", "😀", "👩‍👩‍👧", "مرحبا", "\u202eomgekeerd\u202c", "\u200f",
    "\u2060", "\ufeff", "é", "ﬁ", "->", "<-", "--", ">=", "~=", "<->", "\n", "\n\n", "\t", "    ",
    " ", ":", "@", "www.",
    "x:y[z]", "10:30", "Elkaar leren kennen", "Meer bewegen",
)  # fmt: skip
PLAIN = st.characters(exclude_categories=["Cs", "Cc"])
HOSTILE = st.lists(st.sampled_from(PIECES) | st.text(PLAIN, max_size=6), max_size=8).map("".join)
LONG = "Langewoorden" * 900
assert len(LONG) > 10_000


def flat(text: str) -> str:
    """A text without differences that nobody sees: blanks, and the joiner that breaks a name."""
    return " ".join(text.replace("\u2060", "").split())


# --- what Streamlit reads as markdown -------------------------------------------------------------

# What the page looks for in the text that is left when markdown was read, from Streamlit 1.67.
AFTERWARDS = (
    r"(?i)https?://[-.\w]+", r"(?i)www(?=\.)[-.\w]*", r"[-.\w+]+@[-\w]+(?:\.[-\w]+)+",
    r":material_\w+:", r":streamlit:", r":[\w+-][\w_+-]*:",
    r"(?:^|\s)(?:<->|->|<-|--|>=|<=|~=)(?:\s|$)",
)  # fmt: skip


def nodes(source: str) -> list[tuple[str, str]]:
    """Kind and content of everything that a CommonMark parser makes of this."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    return [
        (one.type, one.content)
        for block in blocks
        if block.type not in ("paragraph_open", "paragraph_close")
        for one in (block.children or [block])
    ]


@settings(max_examples=400)
@given(HOSTILE, st.sampled_from([0, 0, 5, 90]))
@example(LONG, 90)
@example(LONG, 0)
@example("om 10:30:45 en :100: bij www.boos.example", 0)
@example("schrijf iemand@boos.example of https://boos.example", 0)
@example("a -> b", 0)
def test_a_label_is_one_text_and_nothing_else(text: str, most: int) -> None:
    read = nodes(texts.in_markdown(text, most))
    assert {kind for kind, _ in read} <= {"text"}
    told = "".join(content for _, content in read)
    wanted = " ".join(text.split())
    if most and len(wanted) > most:
        wanted = wanted[: most - 1].rstrip() + "…"
    assert flat(told) == flat(wanted)
    assert [one for one in AFTERWARDS if re.search(one, told)] == []


@given(HOSTILE)
def test_a_label_stays_text_behind_a_mark_of_ours(text: str) -> None:
    """As it is used: after the mark of an intervention, or a word and a colon."""
    for before in ("▶ ", "↳ Doel: ", "**", ""):
        kinds = [kind for kind, _ in nodes(f"{before}{texts.in_markdown(text)}")]
        assert set(kinds) <= {"text"}


# --- what we write as HTML ourselves --------------------------------------------------------------

OURS = {"p", "b", "i", "h2", "h3", "dl", "dt", "dd", "ul", "ol", "li", "blockquote", "footer",
        "div", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "img",
        "small", "mark", "details", "summary"}  # fmt: skip
NAMES = {"class", "role", "tabindex", "aria-label", "aria-hidden", "scope", "href", "target", "rel",
         "style", "src", "alt"}  # fmt: skip


class Reader(HTMLParser):
    """Tags, attributes and words of a piece of HTML, as a browser finds them."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.add("!--")


PLACES = "|".join([*(one.url_path for one in frame.PAGES), "toon", "tegel/[a-z-]+",
                   r"neem-mee/[a-z-]+\.[a-z]+"])  # fmt: skip
WITHIN = re.compile(rf"/(?:{PLACES})\?[a-z0-9A-Z=&_%-]*(?:#[a-z]+)?")
"""A link to another view: codes, and nothing of what somebody typed."""


def read(source: str) -> Reader:
    """The HTML, after a look that it holds nothing but what we write."""
    found = Reader(source)
    assert found.tags <= OURS
    assert {name for name, _ in found.attributes} <= NAMES
    links = [value for name, value in found.attributes if name == "href"]
    assert all(one.startswith(("https://", "http://")) or WITHIN.fullmatch(one) for one in links)
    pictures = [value for name, value in found.attributes if name == "src"]
    assert all(one.startswith("data:image/svg+xml;base64,") for one in pictures)
    return found


MAKERS: dict[str, Callable[[str], str]] = {
    "table": lambda text: tables.table(text, [text, text], [[text, text]]),
    "step": lambda text: said.step_html(1, text, "done"),
    "source": lambda text: said.source_html({"source": text, "url": "https://goed.example/x"}),
}


@given(HOSTILE)
@example(LONG)
def test_html_that_is_made_holds_the_text_and_only_our_tags(text: str) -> None:
    for name, make in MAKERS.items():
        words = [flat(one) for one in read(make(text)).words]
        assert not flat(text) or any(flat(text) in one for one in words), name


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://x.example/"><script>', "data:x"])
def test_only_an_address_of_the_web_becomes_a_link(url: str) -> None:
    found = read(said.source_html({"source": "Bron", "url": url}))
    assert "".join(found.words).endswith("Bron")


def shown(text: str) -> None:
    """A page with everything of `said` and `tables` that takes a text."""
    from wijzer.ui import said, tables

    tables.show(text, [text], [[text]])
    tables.pairs([(text, text)])
    for show in (said.plain, said.note, said.lead, said.big, said.example):
        show(text)
    said.lead("x", text)
    said.listed([text])
    said.quote(text, text)
    said.step(1, text, "busy")
    said.published_at({"source": text, "url": None})
    said.published_at({"source": None, "url": text})


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(HOSTILE)
@example(LONG)
def test_everything_that_shows_a_text_shows_it_as_it_is(text: str) -> None:
    assume(text)
    found = AppTest.from_function(shown, args=(text,)).run()
    assert trouble(found) == []
    bodies = html(found)
    assert len(bodies) == 13
    for one in bodies:
        assert flat(text) in flat(" ".join(read(one).words))
    assert markdown(found) == []


# --- from the form to the page --------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A register in which every text of every thing is hostile, and a vote about such themes."""
    folder = tmp_path_factory.mktemp("hostile")
    with own_register(folder, Holds.NOTHING) as register:
        made = one_of_each(hostile)
        other = add("theme", "nog-een-theme", **body("theme", hostile("theme"), made))
        for close in (False, True):
            id = votes.open_round(register, MACHINE, "stevenshof", hostile("vote_round")[:200],
                                  "dots", [made["theme"], other])  # fmt: skip
            for number, code in enumerate(papers(register, id, 12, 12)):
                votes.cast(register, code, {made["theme"]: 2, other: 1}, str(number))
            if close:
                votes.close_round(register, MACHINE, id)
        for kind in KINDS:
            again = entries.body_of(kind, entries.history(register, kind, made[kind])[-1])
            seen = 2 if kind == "theme" else 1
            entries.save(register, MACHINE, kind, made[kind], again | _one_more(kind, again),
                         Saving(seen, why=hostile("why")))  # fmt: skip
    with held(folder):
        yield folder


def _one_more(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Another text in the first line or text of a thing, for the history; some kinds have none."""
    texts_of = [one.name for one in KINDS[kind].fields if one.form in (Form.LINE, Form.TEXT)]
    return {name: (str(body[name]) + "!")[-200:] for name in texts_of[:1]}


BAIT = (
    "</p><script>alert(1)</script><img src=x onerror=alert(2)> [k](javascript:alert(3)) ![i](x) "
    "$a$ :smile: :material/home: :red[r] **v** `c` https://boos.example &lt; \u202e"
)
assert len(BAIT) < 170


def hostile(kind: str) -> str:
    """A text with everything in it, that tells where it came from; long for a field of texts."""
    return f"={kind} {BAIT}" + "\n# kop\n" + "Woord" * 40


@pytest.fixture(params=[False, True], ids=["team", "public"])
def register(request: pytest.FixtureRequest, folder: Path) -> Iterator[Register]:
    """That register, opened by the team and by the public."""
    with own_register(folder, shared=request.param) as found:
        yield found


def name(view: View) -> str:
    return "-".join([view[0], *view[1].values()])


def check_page(found: AppTest) -> None:
    """No exception, no tag or attribute that is not ours, no markdown that became something."""
    assert trouble(found) == []
    for one in html(found):
        read(re.sub(r"<style>.*?</style>", "", one, flags=re.S))
    for one in markdown(found):
        if "alert" in one or "boos" in one:
            kinds = {kind for kind, _ in nodes(one)}
            assert kinds <= {"text", "strong_open", "strong_close"}, one
            left = "".join(content for _, content in nodes(one))
            assert [rule for rule in AFTERWARDS if re.search(rule, left)] == [], one


@pytest.mark.parametrize(
    "view", EVERYWHERE, ids=lambda view: "-".join([view[0], *view[1].values()])
)
def test_no_page_makes_anything_of_a_text(view: View, register: Register) -> None:
    found = visit(view[0], view[1] | {"wijk": "stevenshof"})
    check_page(found)
    shown = any("Woord" in one for one in [*html(found), *markdown(found)])
    assert shown or view[0] == "samenwerking"  # there the public sees no text of anybody


@pytest.mark.parametrize("which", [0, 1], ids=["open", "closed"])
def test_no_vote_makes_anything_of_a_text(which: int, register: Register) -> None:
    every = sorted(votes.rounds(register), key=lambda one: one.closed_at is not None)
    link = {"wijk": "stevenshof", "themadeel": "stemmen", "stemming": every[which].id}
    found = visit("themas", link)
    check_page(found)
    bodies = " ".join(html(found))
    assert "&lt;script&gt;" in bodies
    pictures = [one for one in elements(found.main) if one.type == "vega_lite_chart"]
    assert len(pictures) == 2 * which
    assert "alert" not in " ".join(one.proto.spec for one in pictures)


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_makes_anything_of_a_text(kind: str, folder: Path) -> None:
    with own_register(folder):
        check_page(form(kind, f"een-{kind}", wijk="stevenshof"))


@pytest.mark.parametrize(
    ("page", "part", "param"),
    [
        ("themas", "themas", "thema"),
        ("themas", "stemmen", "stemming"),
        ("plan", "doelen", "doel"),
        ("plan", "mix", "interventie"),
        ("plan", "aanpak", "versie"),
        ("leren", "logboek", "les"),
        ("leren", "bijeenkomsten", "bijeenkomst"),
    ],
)
def test_a_link_that_is_wrong_makes_nothing_of_the_name_of_the_default(
    page: str, part: str, param: str, folder: Path
) -> None:
    deel = {"themas": "themadeel", "plan": "plandeel", "leren": "leerdeel"}[page]
    with own_register(folder):
        found = visit(page, {"wijk": "stevenshof", deel: part, param: "atlantis"})
        assert len(found.warning) == 1
        check_page(found)


@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(text=HOSTILE)
@example(text=LONG[:10_000])
@example(text='"; DROP TABLE register.theme; --')
def test_every_field_of_every_kind_gives_back_what_was_entered(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assume(text.strip())
    folder = tmp_path_factory.mktemp("back")
    with own_register(folder, Holds.NOTHING) as register:
        assume(not any(problems(one, body(one.id, text, {}), draft=True) for one in KINDS.values()))
        one_of_each(lambda kind: text)
        seen = publish.entered(entries.state(register), PUBLIC)
        names = publish.Names(seen, {})
        cells = []
        for kind, one in KINDS.items():
            row = entries.history(register, kind, f"een-{kind}")[-1]
            told = dict(publish.facts(kind, seen[kind][f"een-{kind}"], names))
            for field in one.fields:
                if field.form in (Form.LINE, Form.TEXT):
                    wanted = text[:200] if field.form is Form.LINE else text
                    assert row[field.name] == wanted
                    assert told[texts.FIELD[field.name]] == wanted
                    cells.append([field.name, told[texts.FIELD[field.name]]])
        check_file(publish.table_csv(["veld", "tekst"], cells))


def check_file(made: bytes) -> None:
    """No cell of the file is a formula."""
    for line in made.decode("utf-8-sig").split("\n"):
        for cell in line.split(";"):
            bare = cell.strip().strip('"').strip()
            assert not bare.startswith(("=", "@")) or '"' in cell or not cell.startswith(bare)


def test_the_typed_text_comes_back_as_it_was(tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.NOTHING):
        text = hostile("theme")[:200].replace("\n", " ")
        found = form("theme", "thema-nieuw", wijk="stevenshof")
        one = next(one for one in found.text_input if str(one.key).endswith("-title"))
        one.set_value(text).run()
        check_page(found)
        kept = entries.unsaved(data.register())[0]["form"]
        typed = entries.typed(data.register(), "theme", kept)
        assert typed is not None and typed["title"] == text.strip()
