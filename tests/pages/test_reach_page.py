"""Bereik: what stands there in every state, and that nothing hidden stands anywhere."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import Holds, buttons, html, own_register, ribbon, words
from tests.pages.visit import params, plain, trouble, visit, warnings, widget
from tests.store import came
from wijzer import access, catalog, texts
from wijzer.access import MACHINE, PUBLIC
from wijzer.model import Role
from wijzer.store.register import Register
from wijzer.ui import data, reach_door, reach_parts
from wijzer.ui.reach_door import Asked

LINK = {"wijk": "stevenshof"}
WIJKEN = list(catalog.neighbourhoods())
SECRET = 7
"""Men who walk: the team may read it, the public not."""


@pytest.fixture(params=[False, True], ids=["team", "public"])
def role(request: pytest.FixtureRequest) -> Role:
    return Role.PUBLIC if request.param else Role.TEAM


@pytest.fixture
def empty(tmp_path: Path, role: Role) -> Iterator[Register]:
    """A register with nothing in it."""
    with own_register(tmp_path, Holds.NOTHING, shared=role is Role.PUBLIC) as found:
        yield found


@pytest.fixture
def filled(empty: Register) -> Register:
    """117 women and 7 men walk, 30 women cook; 41 people drink coffee, of whom 4 men."""
    for id in ("lopen", "koken", "koffie"):
        came.intervention(empty, id)
    came.session(empty, "l1", "lopen", date(2020, 3, 1))
    came.session(empty, "k1", "koken", date(2021, 3, 1))
    came.enrol(empty, "lopen", range(117), ["l1"])
    came.enrol(empty, "lopen", range(200, 200 + SECRET), ["l1"], sex="men", area=came.AREAS[1])
    came.enrol(empty, "koken", range(300, 330), ["k1"], age="25-45", area=came.AREAS[2])
    came.count(empty, "koffie", people=41)
    came.count(empty, "koffie", trait="sex", group="men", people=4)
    came.count(empty, "koffie", trait="sex", group="women", people=37)
    came.steps(empty, "lopen", approached=300, enrolled=150, started=124, followed=90, finished=60)
    about = {"intervention": "lopen", "day": date(2020, 2, 1), "title": "Krant"}
    came.add(empty, "indirect", "i1", people=900, **about)
    return empty


def look(**link: str) -> AppTest:
    found = visit("bereik", LINK | link)
    assert trouble(found) == warnings(found) == []
    return found


def lead(found: AppTest) -> str:
    """The first sentence of the page."""
    return next(one for one in html(found) if "wz-lead" in one)


def table(found: AppTest, caption: str) -> list[list[str]]:
    """The cells of the table with this caption, its head first; many stand in one element."""
    [body] = [one for one in html(found) if f"<caption>{escape(caption)}</caption>" in one]
    own = body.split(f"<caption>{escape(caption)}</caption>")[1].split("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", own, re.S)
    return [[plain(one) for one in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
            for row in rows]  # fmt: skip


# --- states ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("wijk", WIJKEN)
def test_with_nothing_at_all_it_says_so_and_what_to_do(wijk: str, empty: Register) -> None:
    found = visit("bereik", {"wijk": wijk})
    assert trouble(found) == []
    place = catalog.neighbourhood(wijk).name
    assert texts.state("not_measured", place)[0] in words(found)
    assert texts.TO_DO["not_measured"] in words(found)
    assert not ribbon(found)


def test_no_monitor_plan_is_a_normal_state_and_figures_follow(filled: Register) -> None:
    came.add(filled, "plan", "p", neighbourhood="stevenshof", title="Plan", monitor="absent")
    found = look()
    assert texts.state("no_plan", "Stevenshof")[0] in lead(found)
    assert "verschillende mensen" in words(found)


def test_a_choice_without_anybody_says_so(filled: Register) -> None:
    found = look(**{"filter-interventie": "koken", "periode": "2020"})
    assert texts.REACH_NOBODY in lead(found)


@pytest.mark.parametrize("example", [False, True])
def test_a_ribbon_where_participants_are_invented(example: bool, filled: Register) -> None:
    came.enrol(filled, "koken", range(400, 420), ["k1"], example=example)
    found = look()
    assert ribbon(found) == example
    caption = texts.REACH_SHEETS["BY_YEAR"].caption.format(wijk="Stevenshof")
    marked = f"{caption} ({texts.EXAMPLE_MARK})"
    assert any(marked in one for one in html(found)) == example


# --- what it says ---------------------------------------------------------------------------------


def test_sentence_numbers_and_table_agree(filled: Register, role: Role) -> None:
    found = look()
    low, high = ("154", "195") if role is Role.TEAM else ("155", "195")
    assert f"tussen {low} en {high} verschillende mensen" in lead(found)
    caption = texts.REACH_SHEETS["BY_INTERVENTION"].caption.format(wijk="Stevenshof")
    rows = {row[0]: row[1:] for row in table(found, caption)[1:]}
    assert rows["Lopen"][0] == ("124" if role is Role.TEAM else "125")
    assert rows["Koffie"][0] == ("41" if role is Role.TEAM else "40")
    assert f">{low} tot {high}<" in "".join(html(found))


def test_indirect_reach_stands_apart(filled: Register) -> None:
    body = next(one for one in html(look()) if "wz-beside" in one)
    assert re.findall(r"wz-big\">([^<]*)<", body)[-1] == "900"


def test_filters_follow_in_sentence_and_table(filled: Register, role: Role) -> None:
    found = look(**{"filter-interventie": "koken"})
    assert "Bij ‘Koken’ kwamen 30 verschillende mensen" in lead(found)
    assert "Lopen" not in "".join(html(found))
    assert "In 2021 kwamen bij ‘Koken’ 30" in lead(
        look(**{"filter-interventie": "koken", "periode": "2021"})
    )


def test_a_part_of_the_neighbourhood_has_its_own_figures(filled: Register) -> None:
    came.enrol(filled, "lopen", range(500, 525), ["l1"], area=came.AREAS[3])
    found = look(deel=came.AREAS[0])
    assert re.search("In Schenkwijk kwamen 11[57] verschillende mensen", lead(found))
    assert texts.REACH_AREA_ONLY in words(found)
    assert "area" not in widget(found, "kenmerk").options


def test_a_hidden_number_of_people_is_said_to_be_hidden(filled: Register, role: Role) -> None:
    """Seven in one part: then that of another part is hidden for the public too."""
    said = lead(look(deel=came.AREAS[1]))
    assert ("In Kloosterhof kwamen 7" in said) == (role is Role.TEAM)
    assert ("is het aantal verschillende mensen verborgen" in said) == (role is Role.PUBLIC)


def test_a_buurt_shows_the_part_that_it_lies_in(filled: Register) -> None:
    code = next(one.code for one in data.areas().values() if one.wijk == "WK048402")
    came.intervention(filled, "fit", neighbourhood="alphen-noord")
    came.session(filled, "f1", "fit", date(2021, 1, 1))
    came.enrol(filled, "fit", range(40), ["f1"], area="WK048402")
    found = visit("bereik", {"wijk": "alphen-noord", "deel": code})
    assert texts.REACH_BUURT.format(deel="Ridderveld") in words(found)
    assert "Ridderveld" in lead(found)


@pytest.mark.parametrize("trait", list(texts.MIRROR_TRAITS))
def test_every_trait_has_its_picture_and_table(trait: str, filled: Register) -> None:
    found = look(kenmerk=trait)
    assert params(found)["kenmerk"] == trait
    caption = texts.MIRROR_ALT.format(
        gebied="Stevenshof", kenmerk=texts.MIRROR_TRAITS[trait].lower()
    )
    head, *rows = table(found, caption)
    assert head[1:] == list(texts.MIRROR_HEADER[1:]) and len(rows) >= 2


def test_an_unknown_trait_gives_a_sentence_and_the_default(filled: Register) -> None:
    found = visit("bereik", LINK | {"kenmerk": "schoenmaat"})
    assert trouble(found) == [] and len(warnings(found)) == 1
    assert params(found)["kenmerk"] == "age"


def test_a_funnel_that_grows_is_refused_in_a_sentence(filled: Register) -> None:
    came.steps(filled, "koken", approached=100, enrolled=120)
    assert texts.FUNNEL_GROWS.format(interventie="Koken") in words(look())


def test_the_team_has_short_forms_and_the_public_has_none(filled: Register, role: Role) -> None:
    forms = [one for one in buttons(look(**{"filter-interventie": "lopen"})) if "vul-" in one]
    wanted = [
        "vul-session-lopen",
        "vul-head_count-lopen",
        "vul-step_count-lopen",
        "vul-indirect-lopen",
    ]
    assert [one for one in forms if one in wanted] == (wanted if role is Role.TEAM else [])


# --- nothing hidden anywhere ----------------------------------------------------------------------


def test_a_small_group_stands_nowhere_on_the_page(filled: Register, role: Role) -> None:
    """Seven men walked: the public reads no 7, no share and no number it can be computed from."""
    found = look(kenmerk="sex")
    caption = texts.MIRROR_ALT.format(gebied="Stevenshof", kenmerk="geslacht")
    rows = {row[0]: row[1:] for row in table(found, caption)[1:]}
    hidden = rows["Mannen"][0] == texts.HIDDEN_CELL
    assert hidden == (role is Role.PUBLIC)
    asked = Asked(PUBLIC if role is Role.PUBLIC else MACHINE, "stevenshof")
    pictures = [
        reach_door.mirror_picture(asked, trait, 0).rows.to_pylist() for trait in texts.MIRROR_TRAITS
    ] + [reach_door.map_picture(asked).rows.to_pylist()]
    for row in (row for rows in pictures for row in rows):
        if texts.HIDDEN_CELL in (row.get("share_text"), row.get("value_text")):
            assert {row.get(name) for name in ("share", "low", "high", "value", "klass")} <= {None}
    if role is Role.PUBLIC:
        assert rows["Vrouwen"][0] == texts.HIDDEN_CELL, "147 of 154 would leave seven"
        assert rows["Mannen"][1:3] == [texts.HIDDEN_CELL, "49%"]


def test_the_file_says_what_the_page_says(filled: Register, role: Role) -> None:
    found = look()
    asked = Asked(PUBLIC if role is Role.PUBLIC else MACHINE, "stevenshof")
    rows = reach_parts.csv_rows(asked)
    assert all(len(row) == len(texts.REACH_CSV_HEADER) for row in rows)
    caption = texts.REACH_SHEETS["BY_YEAR"].caption.format(wijk="Stevenshof")
    shown = [cell for row in table(found, caption)[1:] for cell in row[1:]]
    assert [row[3] for row in rows if row[0] == texts.REACH_SHEETS["BY_YEAR"].title] == shown
    text = "\n".join(";".join(row) for row in rows)
    smallest = access.SMALLEST[role]
    numbers = {int(one) for row in rows for one in re.findall(r"^\d+$", row[3])}
    assert not {n for n in numbers if 0 < n < smallest}
    assert list(csv.reader(io.StringIO(text), delimiter=";"))


def test_what_the_public_saw_is_remembered_and_the_team_leaves_no_trace(
    filled: Register, role: Role
) -> None:
    look()
    [row] = filled.rows("SELECT count(*) AS n FROM register.told")
    assert (row["n"] > 0) == (role is Role.PUBLIC)


def test_one_decision_for_all_pages(filled: Register) -> None:
    """The same object: another page that hides other cells would tell both."""
    assert reach_door.counts("stevenshof") is reach_door.counts("stevenshof")
    assert reach_door.counts("zuidwest") is None
