"""Vergelijken as people use it: order, places, parts, and a lesson from a row to the log."""

import re
from collections.abc import Iterator
from datetime import date
from html import escape, unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    Holds,
    add,
    elements,
    field,
    fill,
    go,
    held,
    html,
    is_open,
    own_register,
    press,
    raw,
    table,
    words,
)
from tests.pages.visit import Link, everything, params, trouble, visit, warnings
from wijzer import catalog, texts
from wijzer.access import PUBLIC, TEAM
from wijzer.store import entries
from wijzer.ui import beside_door, compare_door, data, tiles
from wijzer.ui.compare_choice import PARTS

PAGE = "vergelijken"
NAMES = [one.name for one in catalog.neighbourhoods().values()]
CHART = {"vega_lite_chart", "arrow_vega_lite_chart"}


@pytest.fixture(scope="module")
def _register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A register with the examples of the plan."""
    with held(tmp_path_factory.mktemp("compare")) as made:
        yield made


@pytest.fixture(params=[False, True], ids=["team", "public"])
def public(request: pytest.FixtureRequest, _register: Path) -> Iterator[bool]:
    """Whether the public looks; nothing is changed here."""
    with own_register(_register, Holds.EXAMPLES, shared=request.param):
        yield request.param


@pytest.fixture
def team(tmp_path: Path) -> Iterator[None]:
    """A register of this test alone, with nothing in it."""
    with own_register(tmp_path / "register", Holds.NOTHING):
        yield


@pytest.fixture
def examples(_register: Path) -> Iterator[None]:
    """The examples, for the team; nothing is changed here."""
    with own_register(_register, Holds.EXAMPLES):
        yield


def show(**link: str) -> AppTest:
    found = visit(PAGE, link)
    assert trouble(found) == warnings(found) == []
    return found


def charts(found: AppTest) -> list[str]:
    """The text alternatives of the drawings."""
    return [one.proto.alt for one in elements(found.main) if one.type in CHART]


def lesson_links(found: AppTest) -> list[str]:
    """Where the links to write a lesson lead, in their order."""
    every = re.findall(r'href="([^"]+)"', "".join(html(found)))
    return [unescape(one) for one in every if "bewerk=lesson" in one]


def codes(link: str) -> Link:
    return dict(parse_qsl(urlsplit(link).query))


# --- the parts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_one_part_in_a_run(part: str, public: bool) -> None:
    """Each part opens for everybody, alone: the figures with drawings, the others as a table."""
    found = show(beeld=part)
    assert params(found)["beeld"] == part
    text = words(found)
    shown = [one for one, title in texts.BESIDE_TITLE.items() if title in text]
    assert shown == ([] if part == "cijfers" else [part])
    assert len(charts(found)) == (9 if part == "cijfers" else 0)
    assert bool(lesson_links(found)) is not public


@pytest.mark.parametrize("part", PARTS[1:])
def test_a_part_names_every_neighbourhood_and_can_be_taken_along(part: str, public: bool) -> None:
    found = show(beeld=part)
    text = "".join(html(found))
    assert all(name in text for name in NAMES)
    tile = tiles.made(PUBLIC if public else TEAM, f"vergelijken-{part}", (("wijk", "stevenshof"),))
    if part == "lessen" and tile is None:
        assert texts.LESSONS_EMPTY in words(found)
        return
    assert tile is not None
    assert f"/neem-mee/vergelijken-{part}.csv?" in text
    [head, *rows] = table(found, tile.title)
    assert [one for one in head if one not in (texts.LEARN_FROM, texts.LESSONS_VIEW)] == list(
        tile.header
    )
    assert len(rows) == len(tile.body)
    for line, told in zip(rows, tile.body, strict=True):
        plain = re.sub(r"\W+", "", "".join(line))
        assert all(re.sub(r"\W+", "", cell) in plain for cell in told), told


def test_an_unknown_part_gives_a_sentence_and_the_figures(examples: None) -> None:
    found = visit(PAGE, {"beeld": "atlantis"})
    assert trouble(found) == []
    assert "atlantis" in warnings(found)[0]
    assert params(found)["beeld"] == "cijfers"


def test_examples_carry_their_mark(tmp_path: Path) -> None:
    with own_register(tmp_path / "register", Holds.PUBLISHED):
        themes = [
            add("theme", neighbourhood=id, title=f"Thema {id}", choice="chosen", example=True)
            for id in catalog.neighbourhoods()
        ]
        found = show(beeld="themas")
        assert themes
        assert 'class="wz-example"' in "".join(html(found))
        captions = re.findall("<caption>(.*?)</caption>", "".join(html(found)))
        assert captions and all(texts.EXAMPLE_MARK in one for one in captions)


# --- the figures ----------------------------------------------------------------------------------


def test_the_order_of_difference_is_the_same_in_columns_list_and_table(examples: None) -> None:
    found = show(volgorde="verschil")
    order = [catalog.indicator(id).name for id in compare_door.order()[:12]]
    [select] = [one for one in found.selectbox if one.key == "_indicator"]
    assert select.options == order
    rows = table(found, texts.HEAT_ALT.format(domein=texts.APART_SUBJECT))
    assert [row[0] for row in rows[1:]] == order
    assert "domein" not in {one.key for one in found.button_group}
    assert texts.APART_HELP in words(found)


def test_all_figures_with_the_incomparable_last_and_why(examples: None) -> None:
    found = show(volgorde="verschil", hoeveel="alles")
    rows = table(found, texts.HEAT_ALT.format(domein=texts.APART_SUBJECT))
    assert len(rows) == 1 + len(catalog.indicators())
    why = table(found, texts.APART_TABLE)[1:]
    assert [row[0] for row in rows[-len(why) :]] == [row[0] for row in why]
    assert all(reason for _, reason in why)


def test_the_figure_in_the_link_chooses_its_domain_only_in_the_order_by_domain(
    examples: None,
) -> None:
    assert params(show(indicator="eenzaam"))["domein"] == "sociale-omgeving"
    by_size = show(indicator="eenzaam", volgorde="verschil", hoeveel="alles")
    assert params(by_size)["indicator"] == "eenzaam"
    assert params(by_size).get("domein") is None


def test_no_ranking_unless_asked_for(examples: None) -> None:
    plain = show(domein="participatie")
    assert params(plain)["rang"] == "nee"
    assert not re.search(r"plaats \d|rangorde te geven", words(plain))
    found = show(domein="participatie", rang="ja")
    rows = table(found, texts.RANK_TABLE.format(wat="Participatie"))
    assert [row[0] for row in rows[1:]] == [
        one.name for one in catalog.of_domain("participatie")
    ]  # in their own order, not by place
    text = words(found)
    assert "plaats 3" in text
    assert "Een schatting met een model, zonder marge." in text
    assert charts(found) == charts(plain)


def test_panels_have_equal_axes_and_one_table(examples: None) -> None:
    found = show(indicator="eenzaam")
    panels = [one for one in elements(found.main) if one.type in CHART][3:6]
    domains = set(re.findall(r'"domain": ?\[[^\]]*\]', " ".join(one.proto.spec for one in panels)))
    assert any("80" in one for one in domains)
    by_panel = [
        sorted(set(re.findall(r'"scale": ?\{"domain": ?\[[^\]]*\]', one.proto.spec)))
        for one in panels
    ]
    assert by_panel[0] == by_panel[1] == by_panel[2]
    for name, one in zip(NAMES, panels, strict=True):
        assert name in one.proto.alt
    head = table(found, texts.TRENDS_ALT.format(indicator="Eenzaam"))[0]
    assert [one for one in head if one in NAMES] == NAMES


def test_the_figures_go_on_without_the_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_register(tmp_path / "register", Holds.NOTHING) as register:
        file = register.file
    file.write_bytes(b"broken" * 1000)
    monkeypatch.setenv("WIJZER_REGISTER", str(tmp_path / "register"))
    found = visit(PAGE, {"indicator": "eenzaam"})
    assert [one.message for one in found.exception] == []
    assert len(charts(found)) == 9


# --- what do we learn from this? ------------------------------------------------------------------


VIEW = {"wijk": "alphen-noord", "domein": "sociale-omgeving", "indicator": "eenzaam"}


def from_row(found: AppTest, name: str) -> str:
    """The link to write a lesson in the row of a figure in the heat table."""
    rows = table(found, texts.HEAT_ALT.format(domein="Sociale omgeving"))
    at = [row[0] for row in rows[1:]].index(name)
    return [one for one in lesson_links(found) if "vul-indicator" in one][1:][at]


def test_a_lesson_from_a_row_lands_in_the_log_with_its_view(team: None) -> None:
    """The link beside a figure opens the form, filled in; what is saved has figure and view."""
    found = show(**VIEW)
    go(found, PAGE, codes(from_row(found, "Ernstig eenzaam")))
    assert trouble(found) == warnings(found) == []
    assert field(found, "indicator").value == "ernstig-eenzaam"
    assert field(found, "scope").value == "central"
    fill(found, title="Koffie helpt", insight="Samen drinken", day="01-03-2024")
    press(found, "opslaan")
    assert not is_open(found)
    assert VIEW.items() <= params(found).items()
    assert not [name for name in params(found) if name.startswith("vul-") or name == "bewerk"]
    [row] = entries.state(data.register())["lesson"].values()
    assert (row["indicator"], row["scope"]) == ("ernstig-eenzaam", "central")
    assert (row["neighbourhood"], row["insight"]) == ("alphen-noord", "Samen drinken")
    assert urlsplit(row["link"]).path == "/vergelijken"
    assert VIEW.items() <= codes(row["link"]).items()
    assert "bewerk" not in row["link"] and "vul-" not in row["link"]


def test_a_lesson_stands_at_lessons_with_the_way_back_to_its_view(team: None) -> None:
    link = "/vergelijken?wijk=alphen-noord&indicator=eenzaam"
    add(
        "lesson", neighbourhood="alphen-noord", title="Koffie helpt", day=date(2024, 3, 1),
        insight="Samen drinken", scope="central", indicator="ernstig-eenzaam", link=link,
    )  # fmt: skip
    lessons = show(beeld="lessen")
    told = table(lessons, texts.BESIDE_TABLE["lessen"])[1]
    assert told[:4] == ["Alle wijken", "1 maart 2024", "Koffie helpt", "Samen drinken"]
    assert "Ernstig eenzaam" in told
    assert f'href="{escape(link)}"' in "".join(html(lessons))
    assert trouble(visit(PAGE, codes(link))) == []


def test_a_row_of_the_monitor_gives_the_lesson_its_question(team: None) -> None:
    found = show(beeld="bereik")
    link = lesson_links(found)[0]
    go(found, PAGE, codes(link))
    assert field(found, "question").value == "reach"
    assert field(found, "indicator").value == ""
    assert "beeld=bereik" in str(field(found, "link").value)


@pytest.mark.parametrize(
    ("name", "wished"),
    [
        ("indicator", "atlantis"),
        ("scope", "everybody"),
        ("question", "why"),
        ("link", "https://boos.example/x"),
        ("link", "//boos.example/vergelijken"),
        ("link", "javascript:alert(1)"),
        ("link", "/vergelijken?x=1"),
        ("link", "atlantis"),
        ("title", "Een titel van een ander"),
        ("insight", "Tekst van een ander"),
        ("theme", "thema-1"),
    ],
)
def test_a_link_fills_in_only_what_it_may(name: str, wished: str, team: None) -> None:
    found = visit(PAGE, {"bewerk": "lesson:lesson-abc", "typ": "x1", f"vul-{name}": wished})
    assert trouble(found) == []
    assert not field(found, name).value


def test_what_a_link_wished_is_gone_when_another_form_opens(team: None) -> None:
    link = {"bewerk": "lesson:lesson-abc", "typ": "x2", "vul-question": "reach"}
    found = visit(PAGE, link)
    assert field(found, "question").value == "reach"
    press(found, "sluiten")
    assert "vul-question" not in params(found)
    go(found, "leren", {"leerdeel": "logboek"})
    press(found, "vul-lesson")
    assert is_open(found)
    assert not field(found, "question").value


def test_the_public_writes_no_lessons(tmp_path: Path) -> None:
    with own_register(tmp_path / "register", Holds.PUBLISHED, shared=True):
        add(
            "lesson",
            neighbourhood="zuidwest",
            title="Geheim",
            day=None,
            scope="central",
            life="draft",
        )
        for part in PARTS:
            found = show(beeld=part)
            assert texts.LEARN_FROM not in "".join(html(found)).replace(
                texts.LESSONS_BESIDE_HEADER[3], ""
            )
            assert "Geheim" not in raw(found)
        asked = visit(PAGE, {"bewerk": "lesson:lesson-abc"})
        assert not is_open(asked)
        assert texts.MAY_NOT_ENTER in " ".join(everything(asked))


def test_a_lesson_appears_at_once(team: None) -> None:
    """What is kept is kept until somebody changes something."""
    assert texts.LESSONS_EMPTY in words(show(beeld="lessen"))
    add(
        "lesson",
        neighbourhood="zuidwest",
        title="Buurtkamer werkt",
        day=date(2024, 2, 1),
        scope="local",
    )
    found = show(beeld="lessen")
    assert "Buurtkamer werkt" in words(found)
    assert beside_door.lesson_rows(PUBLIC)[0][0] == "Den Haag Zuidwest"
