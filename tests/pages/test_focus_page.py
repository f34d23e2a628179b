"""Focus on the page: lights, the form that begins with the computed light, events on trends."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    Holds,
    add,
    buttons,
    change,
    field,
    fill,
    html,
    is_open,
    own_register,
    press,
    raw,
    ribbon,
    table,
    words,
)
from tests.pages.test_every_page import SUBDISTRICT
from tests.pages.visit import params, trouble, visit, warnings
from wijzer import access, texts
from wijzer.model import Role
from wijzer.store import entries
from wijzer.store.entries import Saving
from wijzer.store.register import Register
from wijzer.ui import data, event_door, focus_door

TEAM = access.Visitor(Role.TEAM, "team")
WALK, COOK = "interventie-wandelen", "interventie-koken"
THEME = "thema-toets"
ROWS = texts.FOCUS_ROWS_TABLE.format(wijk="Stevenshof")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Two interventions: one that ran for seven of ten sessions, one of which little is known."""
    with own_register(tmp_path, Holds.NOTHING) as found:
        fill_in()
        yield found


def fill_in(example: bool = False) -> None:
    base = {"neighbourhood": "stevenshof", "run": "running"}
    add("theme", THEME, example=example, neighbourhood="stevenshof", title="Contact",
        choice="chosen", indicators=("eenzaam",))  # fmt: skip
    add("intervention", WALK, example=example, title="Wandelen", themes=(THEME,), **base)
    add("intervention", COOK, example=example, title="Koken", **base)
    whole = {"starts": date(2021, 1, 1), "ends": date(2021, 12, 31)}
    add("delivery_plan", intervention=WALK, sessions=10, minutes=60, people=20, **whole)
    for month in range(1, 11):
        held = {"state": "held", "minutes": 60, "people": 12}
        missed = {"state": "cancelled", "reason": "corona"}
        more = held if month < 8 else missed
        area = SUBDISTRICT["stevenshof"] if month < 3 else None
        add("session", intervention=WALK, day=date(2021, month, 5), area=area, **more)
    add("session", intervention=COOK, day=date(2021, 3, 1), state="held")
    add("core_element", "kern-1", intervention=WALK, title="Vaste dag", essential=True)


def change_made(day: date, title: str) -> None:
    """An approved adaptation; `add` cannot take a field that is called kind."""
    body = {"intervention": WALK, "day": day, "title": title, "kind": "planned", "approved": True}
    entries.save(data.register(), access.MACHINE, "adaptation", "aanpassing-1", body, Saving())


def focus(**link: str) -> AppTest:
    found = visit("focus", {"wijk": "stevenshof"} | link)
    assert trouble(found) == warnings(found) == []
    return found


def row(found: AppTest, name: str) -> list[str]:
    return next(one for one in table(found, ROWS) if one[0].startswith(f"▶ {name}"))


# --- what it shows --------------------------------------------------------------------------------


def test_a_light_with_shape_letter_word_and_reason(register: Register) -> None:
    found = focus()
    assert "Van de 2 lopende interventies staat er 1 op oranje en 1 is onvolledig." in words(found)
    walk, cook = row(found, "Wandelen"), row(found, "Koken")
    assert " ".join(walk[1].split()) == "▲ O oranje, onvolledig"
    assert "Laagste onderdeel: dosis (70%)" in walk[2]
    assert " ".join(cook[1].split()) == "○ ? onvolledig"
    assert not ribbon(found)


def test_the_chosen_intervention_from_close_by(register: Register) -> None:
    found = focus(**{"filter-interventie": WALK})
    assert params(found)["filter-interventie"] == WALK
    parts = table(found, texts.PARTS_TABLE.format(naam="Wandelen"))
    assert parts[1][:3] == ["Dosis", "70%", "7 van 10 bijeenkomsten"]
    months = table(found, texts.COURSE_ALT.format(naam="Wandelen"))
    assert ["augustus 2021", "7", "7", "1", "corona (1)"] in months
    assert "Bij ‘Wandelen’ gingen 7 van 10 afgesproken bijeenkomsten door." in words(found)
    assert "Koken" not in "".join("".join(one) for one in table(found, ROWS))


def test_a_theme_and_a_year_are_filters(register: Register) -> None:
    assert "Koken" not in str(table(focus(**{"filter-thema": THEME}), ROWS))
    found = focus(periode="2021", **{"filter-interventie": WALK})
    assert "Laagste onderdeel: dosis (70%)" in row(found, "Wandelen")[2]


def test_a_part_of_the_neighbourhood_says_what_is_known_of_it(register: Register) -> None:
    found = focus(deel=SUBDISTRICT["stevenshof"])
    assert "gingen 2 bijeenkomsten door" in words(found)
    assert "Van 6 is het gebied niet bekend." in words(found)
    assert texts.FOCUS_SCOPE in words(found)


def test_coverage_stands_on_the_page(register: Register) -> None:
    rows = {one[0]: one[1:] for one in table(focus(), texts.COVER_TABLE.format(wijk="Stevenshof"))}
    assert rows[texts.COVER_THEMES] == ["1 van 1", texts.COVER_ALL]
    assert rows[texts.COVER_OFF] == ["0% (0 van 7)", texts.HOURS_SESSIONS]


def test_adaptations_and_reviews_stand_on_the_page(register: Register) -> None:
    day = date(2021, 6, 1)
    change_made(day, "Vroeger op")
    add("focus_review", intervention=WALK, day=day, light="red", reason="De gids was ziek.",
        computed="amber", next_step="Nieuwe gids zoeken", decision="adjust",
        delivered=("kern-1",))  # fmt: skip
    found = focus(**{"filter-interventie": WALK})
    walk = row(found, "Wandelen")
    assert " ".join(walk[1].split()) == "■ R rood, onvolledig"
    assert walk[2].startswith("Bijgesteld door de beoordelaar (1 juni 2021): De gids was ziek.")
    assert walk[3:] == ["Nieuwe gids zoeken", "bijsturen"]
    history = table(found, texts.HISTORY_LIGHTS_TABLE.format(naam="Wandelen"))
    assert " ".join(history[1][2].split()) == "▲ O oranje"
    assert texts.ADAPTATIONS_HELP in words(found)
    elements = table(found, texts.ELEMENTS_TABLE.format(naam="Wandelen"))
    assert ["Vaste dag", "ja", texts.ELEMENT["delivered"]] in elements
    assert "aanpassing: ‘Vroeger op’" in words(found)


@pytest.mark.parametrize("wijk", ["stevenshof", "alphen-noord", "zuidwest"])
def test_nothing_entered_says_why_and_what_to_do(tmp_path: Path, wijk: str) -> None:
    with own_register(tmp_path, Holds.NOTHING):
        found = visit("focus", {"wijk": wijk})
        assert trouble(found) == warnings(found) == []
        assert texts.TO_DO["not_measured"] in words(found)
        add("plan", neighbourhood=wijk, title="Plan", monitor="absent")
        assert texts.TO_DO["no_plan"] in words(visit("focus", {"wijk": wijk}))


def test_invented_data_has_a_ribbon(tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.NOTHING):
        fill_in(example=True)
        assert ribbon(focus())


def test_what_people_enter_stays_text(register: Register) -> None:
    mean = "<b onmouseover=alert(1)>stuk</b>"
    change("intervention", WALK, title=mean)
    add("focus_review", intervention=WALK, day=date(2021, 6, 1), light="red", reason=mean,
        next_step=mean)  # fmt: skip
    found = focus()
    assert not any("<b onmouseover" in one for one in html(found))


# --- who sees what --------------------------------------------------------------------------------


@pytest.mark.parametrize("people", [3, 8])
def test_few_people_are_nowhere_for_nobody(register: Register, people: int) -> None:
    add("head_count", intervention=WALK, starts=date(2021, 1, 1), ends=date(2021, 12, 31),
        trait="total", group="all", people=people)  # fmt: skip
    for found in (focus(**{"filter-interventie": WALK}), shared_focus(register)):
        parts = table(found, texts.PARTS_TABLE.format(naam="Wandelen"))
        assert parts[-1][1] == texts.TOO_FEW
        assert f"{people * 5}%" not in raw(found)
        assert " ".join(row(found, "Wandelen")[1].split()) == "▲ O oranje, onvolledig"


def shared_focus(register: Register) -> AppTest:
    """The page as the public sees it."""
    with own_register(register.file.parent, Holds.NOTHING, shared=True):
        return focus(**{"filter-interventie": WALK})


def test_the_public_sees_the_same_light_and_no_forms(register: Register) -> None:
    add("focus_review", intervention=WALK, day=date(2021, 6, 1), light="amber", quality=2.0,
        quality_answers=12, reason="Zie hier", next_step="Praten", computed="red")  # fmt: skip
    team, public = focus(**{"filter-interventie": WALK}), shared_focus(register)
    assert row(team, "Wandelen")[1] == row(public, "Wandelen")[1]
    assert "25%" in raw(team)
    assert "25%" not in raw(public) and "2,0" not in raw(public)
    assert any(one.startswith("vul-focus_review") for one in buttons(team))
    assert not any(one.startswith("vul-") for one in buttons(public))


# --- the form -------------------------------------------------------------------------------------


def new_review() -> AppTest:
    found = press(focus(**{"filter-interventie": WALK}), f"vul-focus_review-{WALK}")
    assert is_open(found) and trouble(found) == []
    return found


def test_a_new_review_begins_with_the_computed_light(register: Register) -> None:
    found = new_review()
    assert field(found, "intervention").value == WALK
    assert field(found, "computed").value == texts.WORD["light"]["amber"]
    assert field(found, "light").value == "amber"


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({}, ["Reden", "Volgende stap"]),
        ({"reason": "De gids was ziek."}, ["Volgende stap"]),
        ({"light": "red", "next_step": "Zoeken"}, ["Reden"]),
        ({"light": "green"}, ["Reden"]),
    ],
)
def test_a_light_without_its_reason_is_not_saved(
    register: Register, values: dict[str, str], lacks: list[str]
) -> None:
    found = press(fill(new_review(), day="01-02-2022", **values), "opslaan")
    assert [one.value for one in found.error] == [
        texts.NOT_SAVED.format(velden=texts.enumerate_words(lacks))
    ]
    assert register.rows("SELECT * FROM register.focus_review") == []


def test_a_whole_review_is_saved_and_seen(register: Register) -> None:
    given = {"day": "01-02-2022", "light": "green", "reason": "Dit was corona."}
    found = press(fill(new_review(), **given), "opslaan")
    assert trouble(found) == [] and not is_open(found)
    assert " ".join(row(found, "Wandelen")[1].split()) == "● G groen, onvolledig"
    kept = register.rows("SELECT computed, light FROM register.focus_review")
    assert kept == [{"computed": "amber", "light": "green"}]


def test_something_that_stands_there_can_be_mended(register: Register) -> None:
    found = focus(**{"filter-interventie": WALK, "kies-focus": "core_element:kern-1"})
    assert is_open(press(found, "vul-focus-core_element-kern-1"))


# --- the file -------------------------------------------------------------------------------------


def test_the_file_has_place_subject_and_day_in_its_name(register: Register) -> None:
    [found] = focus().get("download_button")
    day = focus_door.today().isoformat()
    assert f"neem-stevenshof-focus-vanaf-begin-{day}.csv" in found.proto.id


# --- events on every trend ------------------------------------------------------------------------


def profile(indicator: str = "eenzaam") -> str:
    found = visit("profiel", {"wijk": "stevenshof", "indicator": indicator})
    assert trouble(found) == []
    return words(found)


def test_a_start_date_saved_in_the_plan_appears_on_the_trend(register: Register) -> None:
    assert texts.EVENTS_HELP not in profile()
    change("intervention", WALK, starts=date(2021, 4, 2))
    said = profile()
    assert "▶ start: ‘Wandelen’, 2 april 2021" in said
    assert texts.EVENTS_HELP in said and texts.EVENTS_TABLE in said
    assert "‘Wandelen’" not in profile("roken")
    change("intervention", WALK, starts=None)
    assert texts.EVENTS_HELP not in profile()


def test_a_trend_without_events_is_the_very_same_picture(register: Register) -> None:
    area = "WK054609"
    found = event_door.trend_picture(TEAM, "stevenshof", "eenzaam", area, 0)
    assert found is data.trend_picture("eenzaam", area, 0)


def test_more_than_six_events_are_told_in_the_table(register: Register) -> None:
    for month in range(1, 9):
        add("focus_review", intervention=WALK, day=date(2021, month, 1), light="amber",
            reason="Zo is het", next_step="Praten", decision="adjust")  # fmt: skip
    found = event_door.trend_picture(TEAM, "stevenshof", "eenzaam", "WK054609", 0)
    kinds = found.rows.column("kind").to_pylist()
    assert kinds.count("event") == 6
    assert found.table.count("besluit: bijsturen") == 8
    assert found.table.count(texts.NOT_DRAWN) == 2
    assert "Nog 2 staan alleen in de tabel." in found.note


def test_an_event_from_before_the_first_figure_is_told_and_not_drawn(register: Register) -> None:
    change("intervention", WALK, starts=date(1999, 1, 1))
    found = event_door.trend_picture(TEAM, "stevenshof", "eenzaam", "WK054609", 0)
    assert "event" not in found.rows.column("kind").to_pylist()
    assert "1 januari 1999" in found.table and "Nog 1 staat alleen in de tabel." in found.note


def test_an_invented_event_is_marked_on_the_trend(register: Register) -> None:
    change("intervention", WALK, example=True, starts=date(2021, 4, 2))
    assert "‘Wandelen (voorbeeld)’" in profile()
