"""Leren: actions that return until they are closed, the log with its filters, meetings, search."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    Holds,
    add,
    button,
    buttons,
    change,
    fill,
    form,
    html,
    is_open,
    now,
    own_register,
    press,
    reason,
    table,
    words,
)
from tests.pages.visit import params, trouble, visit, warnings, widget
from wijzer import texts
from wijzer.access import MACHINE
from wijzer.store import entries
from wijzer.store.register import Register
from wijzer.ui import data, links

TODAY = date.today()
BEFORE, AFTER = TODAY - timedelta(days=60), TODAY + timedelta(days=60)
HERE = {"neighbourhood": "stevenshof"}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A meeting that was, one that comes, and what was agreed, decided and learned."""
    with own_register(tmp_path, Holds.NOTHING) as found:
        _fill()
        yield found


def _fill() -> None:
    theme = add("theme", "thema", title="Bewegen", choice="chosen", indicators=("roken",), **HERE)
    add("meeting", "toen", title="Vorige keer", day=BEFORE, residents=7, **HERE)
    add("meeting", "straks", title="Volgende keer", day=AFTER, **HERE)
    for place, title in ((2, "Daarna dit"), (1, "Eerst dit")):
        add("agenda_item", meeting="straks", title=title, place=place, minutes=15)
    add("meeting_group", meeting="toen", sector="residents", rung="advise", people=7)
    add("decision", meeting="toen", title="Wij gaan door", theme=theme, decided_by="de groep")
    agreed = {"meeting": "toen", "owner": "buurtsportcoach"} | HERE
    late = TODAY - timedelta(days=1)
    add("action", "zaal", title="Zaal zoeken", status="open", due=late, **agreed)
    add("action", "folder", title="Folder maken", status="open", due=AFTER, **agreed)
    add("action", "krant", title="Krant", status="dropped", due=late, done_on=late,
        reason="De krant stopte", **agreed)  # fmt: skip
    _lesson("les-hier", "Vaste ochtend", question="reach", theme=theme, indicator="roken",
            link="http://localhost:8501/bereik?wijk=stevenshof&kenmerk=age")  # fmt: skip
    _lesson("les-straat", "Op straat", question="focus", scope="central")
    _lesson("les-elders", "Voor allen", neighbourhood="zuidwest", scope="central")
    _lesson("les-daar", "Alleen daar", neighbourhood="zuidwest")


def _lesson(id: str, title: str, **more: Any) -> None:
    known = {"day": BEFORE, "scope": "local", "insight": f"Geleerd: {title}"} | HERE
    add("lesson", id, title=title, **(known | more))


def learn(part: str, **more: str) -> AppTest:
    found = visit("leren", {"wijk": "stevenshof", "leerdeel": part} | more)
    assert trouble(found) == []
    return found


def names(found: AppTest, caption: str) -> list[str]:
    return [row[0] for row in table(found, caption)[1:]]


OPEN, CLOSED = (one.format(wijk="Stevenshof")
                for one in (texts.ACTIONS_OPEN_TABLE, texts.ACTIONS_CLOSED_TABLE))  # fmt: skip
RETURNING = texts.RETURNING_TABLE.format(naam="Volgende keer")
SINCE = texts.SINCE_TABLE.format(naam="Volgende keer")


# --- actions --------------------------------------------------------------------------------------


def test_the_first_glance_tells_what_is_open_what_came_of_the_rest_and_what_comes(
    register: Register,
) -> None:
    found = learn("acties")
    late = texts.date(TODAY - timedelta(days=1))
    assert table(found, OPEN) == [
        list(texts.ACTIONS_HEADER),
        ["Zaal zoeken", "buurtsportcoach", late, "!\u00a0te laat"],
        ["Folder maken", "buurtsportcoach", texts.date(AFTER), "○\u00a0open"],
    ]
    assert table(found, CLOSED)[1][-1] == f"×\u00a0vervallen op {late}: De krant stopte"
    said = words(found)
    assert texts.actions_said("Stevenshof", 2, 1) in said and texts.next_said(AFTER) in said
    assert texts.to_decide(2, 1, 2) in said
    assert "Geleerd: Alleen daar" not in said
    assert said.index("Eerst dit") < said.index("Daarna dit")
    assert all(one in said for one in ("Vaste ochtend", "Voor allen", "Volgende keer"))


def test_a_button_sets_an_action_to_done_today_and_it_no_longer_returns(
    register: Register,
) -> None:
    assert names(learn("bijeenkomsten"), RETURNING) == ["Zaal zoeken", "Folder maken"]
    found = press(learn("acties"), "gedaan-zaal")
    assert trouble(found) == []
    row = now("action", "zaal")
    assert (row["status"], row["done_on"], row["revision"]) == ("done", TODAY, 2)
    assert row["why_changed"] == texts.ACTION_DONE_WHY
    assert names(found, OPEN) == ["Folder maken"] and "gedaan-zaal" not in buttons(found)
    assert names(found, CLOSED) == ["Zaal zoeken", "Krant"]
    found = learn("bijeenkomsten")
    assert names(found, RETURNING) == ["Folder maken"]
    assert names(found, SINCE) == ["Zaal zoeken", "Krant"]
    back = press(found, "terug-action-zaal")  # as every change, it can be taken back
    assert names(back, RETURNING) == ["Zaal zoeken", "Folder maken"]


def test_an_example_that_is_done_stays_an_example(register: Register) -> None:
    change("action", "zaal", example=True)
    press(learn("acties"), "gedaan-zaal")
    assert now("action", "zaal")["example"] is True


def test_who_was_second_overwrites_nothing(register: Register) -> None:
    found = learn("acties")
    change("action", "zaal", owner="wijkteam")
    press(found, "gedaan-zaal")
    row = now("action", "zaal")
    assert (row["status"], row["owner"], row["revision"]) == ("open", "wijkteam", 2)
    assert [one.value for one in found.toast] == [texts.CHANGED_MEANWHILE]


def test_an_action_is_not_dropped_without_a_reason(register: Register) -> None:
    found = form("action", "zaal", page="leren", wijk="stevenshof")
    found = press(reason(fill(found, status="dropped"), "niet meer nodig"), "opslaan")
    assert is_open(found) and texts.FIELD["reason"] in " ".join(trouble(found))
    assert now("action", "zaal")["status"] == "open"
    found = press(fill(found, reason="Er is al een zaal"), "opslaan")
    assert not is_open(found) and now("action", "zaal")["status"] == "dropped"
    assert "vervallen op" in words(learn("acties")) and "Er is al een zaal" in words(found)


def test_a_meeting_that_was_shows_what_was_agreed_there_and_how_it_stands_now(
    register: Register,
) -> None:
    found = learn("bijeenkomsten", bijeenkomst="toen")
    agreed = texts.AGREED_TABLE.format(naam="Vorige keer")
    assert names(found, agreed) == ["Folder maken", "Krant", "Zaal zoeken"]
    assert texts.NO_RETURNING in words(found) and texts.NO_SINCE in words(found)


# --- meetings -------------------------------------------------------------------------------------


def test_the_next_meeting_stands_open_with_its_agenda_in_order(register: Register) -> None:
    found = learn("bijeenkomsten")
    assert params(found)["bijeenkomst"] == "straks"
    caption = texts.AGENDA_TABLE.format(naam="Volgende keer")
    assert table(found, caption)[1:] == [["Eerst dit", "15", "", ""], ["Daarna dit", "15", "", ""]]


@pytest.mark.parametrize("shared", [False, True], ids=["team", "public"])
def test_who_came_is_told_by_role_and_rung_above_the_threshold(
    shared: bool, tmp_path: Path
) -> None:
    with own_register(tmp_path, Holds.NOTHING):
        _fill()
    with own_register(tmp_path, Holds.NOTHING, shared):
        found = learn("bijeenkomsten", bijeenkomst="toen")
        people = "minder dan 10" if shared else "7"
        came = table(found, texts.CAME_TABLE.format(naam="Vorige keer"))
        assert came[1] == ["Inwoners", people, texts.WORD["rung"]["advise"]]
        caption = texts.MEETING_LIST_TABLE.format(wijk="Stevenshof")
        assert [row[2] for row in table(found, caption)[1:]] == ["niet bekend", people]
        assert (shared, "gedaan-zaal" in buttons(learn("acties"))) in ((True, False), (False, True))


def test_a_decision_tells_who_decided_and_about_which_theme(register: Register) -> None:
    found = learn("bijeenkomsten", bijeenkomst="toen")
    [row] = table(found, texts.MEETING_DECISIONS_TABLE.format(naam="Vorige keer"))[1:]
    assert (row[0], row[2], row[4]) == ("Wij gaan door", "de groep", "Bewegen")


# --- the log --------------------------------------------------------------------------------------


def lessons(found: AppTest) -> list[str]:
    cards = " ".join(one for one in html(found) if "wz-card" in one)
    return re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", cards)


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ({}, ["Voor allen", "Vaste ochtend", "Op straat"]),
        ({"vraag": "reach"}, ["Vaste ochtend"]),
        ({"filter-thema": "thema"}, ["Vaste ochtend"]),
        ({"niveau": "central"}, ["Voor allen", "Op straat"]),
        ({"niveau": "local", "vraag": "focus"}, []),
    ],
)
def test_filters_of_the_log(link: dict[str, str], wanted: list[str], register: Register) -> None:
    found = learn("logboek", **link)
    assert lessons(found) == wanted
    count = texts.LESSONS_FOUND.format(aantal=len(wanted), totaal=3)
    assert count in words(found)
    assert (texts.NO_LESSONS_FOUND in words(found)) is (wanted == [])


def test_a_lesson_leads_to_its_theme_figure_and_view(register: Register) -> None:
    [cards] = [one for one in html(learn("logboek")) if "wz-card" in one]
    card = next(one for one in cards.split('<div class="wz-card">') if "Vaste ochtend" in one)
    assert "thema=thema" in card and "indicator=roken" in card
    assert 'href="/bereik?wijk=stevenshof&amp;kenmerk=age"' in card
    assert "Uit Den Haag Zuidwest" in cards


@pytest.mark.parametrize(
    ("noted", "made"),
    [
        ("/plan?wijk=zuidwest", 'href="/plan?wijk=zuidwest"'),
        ("https://ergens.example/focus?periode=2021", 'href="/focus?periode=2021"'),
        ("//boos.example/plan", 'href="/plan"'),
        ("https://ergens.example/rapport", 'href="https://ergens.example/rapport"'),
        ("/nergens", "/nergens"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("http://[", "http://["),
        ('/plan?a="><script>', 'href="/plan?a=&quot;&gt;&lt;script&gt;"'),
        ("zie <b>plan</b>", "zie &lt;b&gt;plan&lt;/b&gt;"),
    ],
)
def test_a_noted_address_is_a_link_to_a_page_of_ours_or_of_the_web_or_text(
    noted: str, made: str
) -> None:
    found = links.to_view(noted)
    assert made in found
    assert ("<a " in found) is ("href" in made)


# --- search ---------------------------------------------------------------------------------------


def test_what_is_typed_goes_into_the_link_and_finds(register: Register) -> None:
    found = learn("zoeken")
    assert texts.SEARCH_EMPTY in words(found)
    [line] = found.text_input
    line.set_value("  ochtenden ").run()
    assert params(found)["zoek"] == "ochtenden"
    assert "<mark>ochtend</mark>" in " ".join(html(found))
    line.set_value("").run()
    assert "zoek" not in params(found) and texts.SEARCH_EMPTY in words(found)


def test_a_hit_tells_its_kind_and_leads_to_its_place(register: Register) -> None:
    found = learn("zoeken", zoek="alleen daar")
    [made] = [one for one in html(found) if "<mark>" in one]
    assert f"<h3>{texts.SEARCH_KIND['lesson']} (1)</h3>" in made
    [href] = re.findall(r'href="([^"]*)"', made)
    assert href == "/leren?wijk=zuidwest&amp;leerdeel=logboek&amp;les=les-daar#les"
    assert "Den Haag Zuidwest" in made


def test_when_nothing_has_all_words_that_is_said(register: Register) -> None:
    said = words(learn("zoeken", zoek="zaal ochtend"))
    assert texts.search_any("‘zaal’ en ‘ochtend’") in said
    assert texts.search_any("‘zaal’") not in words(learn("zoeken", zoek="zaal"))
    assert texts.search_count(0, "xyzzy") in words(learn("zoeken", zoek="xyzzy"))


def test_many_hits_of_a_kind_are_told_as_a_number(register: Register) -> None:
    for number in range(11):
        add("action", f"actie-{number}", title=f"Kersenboom {number}", status="open", due=AFTER,
            owner="bewoners", **HERE)  # fmt: skip
    found = learn("zoeken", zoek="kersenbomen")
    assert texts.search_count(11, "kersenbomen") in words(found)
    assert texts.SEARCH_MORE.format(aantal=3) in words(found)
    assert " ".join(html(found)).count("<mark>Kersenboom</mark>") == 8


@pytest.mark.parametrize(
    "asked", ["<script>alert(1)</script>", "[x](javascript:1)", "'\"&", "é" * 300]
)
def test_what_is_asked_stays_text(asked: str, register: Register) -> None:
    found = learn("zoeken", zoek=asked)
    assert warnings(found) == []
    assert not [one for one in html(found) if "<script>" in one]
    assert asked[:100] in words(found)


# --- the guide ------------------------------------------------------------------------------------


def guide(id: str, **more: Any) -> None:
    known = {"title": id, "shelf": "tool", "source": "Bron", "url": "https://bron.example/x"}
    add("guide", id, **(known | more))


def sections(found: AppTest) -> dict[str, list[str]]:
    """By heading the names of the items below it."""
    [made] = [one for one in html(found) if "wz-shelf" in one]
    found_sections = re.findall(r"<h3>(.*?)</h3><ul[^>]*>(.*?)</ul>", made, re.S)
    return {title: re.findall(r"<b><a [^>]*>(.*?)</a></b>", items)
            for title, items in found_sections}  # fmt: skip


def test_items_stand_under_each_of_their_questions(register: Register) -> None:
    every = ("reach", "healthier", "cooperation", "focus")
    guide("alle", questions=every)
    guide("geen", shelf="knowledge", steps=("plan",), domains=("leefstijl",))
    guide("twee", questions=("reach", "focus"), readers=("residents",))
    guide("elders", neighbourhoods=("zuidwest",))
    question = texts.WORD["question"]
    assert sections(learn("wegwijzer")) == {
        texts.GUIDE_GENERAL: ["geen", "alle"], question["reach"]: ["twee"],
        question["focus"]: ["twee"],
    }  # fmt: skip
    for link, left in (
        ({"plank": "knowledge"}, ["geen"]), ({"stap": "plan"}, ["geen"]),
        ({"over": "leefstijl"}, ["geen"]), ({"lezer": "residents"}, ["twee"]),
    ):  # fmt: skip
        found = sections(learn("wegwijzer", **link))
        assert sorted({name for names in found.values() for name in names}) == left
    assert texts.GUIDE_NONE in words(learn("wegwijzer", plank="experience"))


def test_the_project_s_guide_has_items_on_each_shelf_for_each_question(tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.PUBLISHED):
        found = visit("leren", {"leerdeel": "wegwijzer"})
    assert set(sections(found)) == {texts.GUIDE_GENERAL, *texts.WORD["question"].values()}
    [made] = [one for one in html(found) if "wz-shelf" in one]
    assert made.count("<li>") >= 25 and made.count("<a ") == made.count("<li>")
    assert all(texts.first_upper(one) in made for one in texts.WORD["shelf"].values())


# --- on the first page and on trends --------------------------------------------------------------


def test_the_first_page_tells_what_the_next_meeting_has_to_decide(register: Register) -> None:
    [made] = [one for one in html(visit()) if "wz-four" in one and "Stevenshof" in one]
    assert texts.date(AFTER) in made and "bijeenkomst=straks" in made
    assert texts.to_decide(2, 1, 2) in made
    assert 'href="/leren?wijk=stevenshof"' in made


def test_a_lesson_and_a_decision_stand_on_every_trend_of_their_figures(register: Register) -> None:
    found = visit("profiel", {"wijk": "stevenshof", "indicator": "roken"})
    day = texts.date(BEFORE)
    assert f"● les: ‘Vaste ochtend’, {day}" in words(found)
    assert f"▲ besluit van een bijeenkomst: ‘Wij gaan door’, {day}" in words(found)
    other = words(visit("profiel", {"wijk": "stevenshof", "indicator": "eenzaam"}))
    assert "Vaste ochtend" not in other and "Wij gaan door" not in other
    same = words(visit("gezonder", {"wijk": "stevenshof", "bevolking": "roken"}))
    assert f"● les: ‘Vaste ochtend’, {day}" in same


def test_lines_of_the_first_page_stay_while_only_what_is_learned_changes(
    register: Register,
) -> None:
    before = register.version_of_monitor
    whole = register.version
    press(learn("acties"), "gedaan-zaal")
    entries.retire(data.register(), MACHINE, "lesson", "les-daar", 1, "weg")
    entries.undo(data.register(), MACHINE, "lesson", "les-daar", 2, "terug")
    assert register.version_of_monitor == before and register.version != whole
    change("theme", "thema", title="Meer bewegen")
    assert register.version_of_monitor != before


def test_the_button_of_an_action_is_named_after_it(register: Register) -> None:
    label = button(learn("acties"), "gedaan-zaal").label
    assert label == texts.in_markdown("Gedaan: Zaal zoeken")


def test_one_lesson_stands_open_with_its_history(register: Register) -> None:
    change("lesson", "les-straat", insight="Nog beter")
    found = learn("logboek", les="les-straat")
    assert widget(found, "les").value == "les-straat"
    assert "Nog beter" in words(found)
    assert f"{texts.HISTORY}: les (2)" in [one.label for one in found.expander]
