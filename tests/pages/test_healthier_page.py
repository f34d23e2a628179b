"""Gezonder as a visitor sees it: response first, no cause, no small group, no false outcome."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import Holds, elements, held, html, own_register, raw
from tests.pages.visit import Link, everything, trouble, visit, warnings
from tests.store import questionnaires as q
from wijzer import catalog, publish, texts
from wijzer.access import PUBLIC
from wijzer.store.register import Register
from wijzer.ui import data, entered, healthier_door, healthier_page
from wijzer.ui.healthier_choice import Chosen
from wijzer.ui.healthier_door import Where
from wijzer.ui.monitor import Filters
from wijzer.ui.places import Place
from wijzer.ui.things import Scene

WIJK = {"wijk": q.WIJK}
SHARED = pytest.mark.parametrize("shared", [False, True], ids=["team", "public"])


def fill(register: Register) -> None:
    """40 pairs in a walking group and 9 in a cooking group, sheets of a web, and stories."""
    q.theme(register, "bewegen")
    q.intervention(register, "wandelen", ("bewegen",))
    q.intervention(register, "koken")
    q.put(register, "monitor_plan", "plan", neighbourhood=q.WIJK, title="Monitorplan",
          instruments=("who5",))  # fmt: skip
    ids = q.rounds(register)
    varied = [place % 5 - 1 for place in range(40)]
    q.sheets(register, q.pairs(ids, varied))
    q.sheets(register, q.pairs(ids, varied[:9], first=40, intervention="koken", area=q.AREAS[1]))
    health = [
        {"round": id, "person": person, "answers": [float(1 + (person + at) % 4)],
         "instrument": "ervaren_gezondheid"}
        for person in range(40) for at, id in enumerate(ids)
    ]  # fmt: skip
    q.sheets(register, health)
    (web,) = q.rounds(register, 1, "web")
    q.sheets(register, [{"round": web, "person": 500 + n, "answers": [float(n % 10)] * 42,
                         "instrument": "spinnenweb"} for n in range(12)])  # fmt: skip
    for id, consent in (("ja", "given"), ("nee", "none")):
        q.put(register, "story", id, neighbourhood=q.WIJK, form="story", text=f"Verhaal {id}",
              speaker="resident", consent=consent, theme="bewegen")  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = tmp_path_factory.mktemp("gezonder")
    with own_register(made, Holds.NOTHING) as register:
        fill(register)
    with held(made):
        yield made


def look(folder: Path, link: Link | None = None, shared: bool = False) -> AppTest:
    with own_register(folder, Holds.NOTHING, shared):
        found = visit("gezonder", WIJK | (link or {}))
    assert trouble(found) == []
    return found


def lead(found: AppTest) -> str:
    return next(one for one in html(found) if "wz-lead" in one)


def pictures(found: AppTest) -> int:
    return sum(one.type == "vega_lite_chart" for one in elements(found.main))


def headings(found: AppTest) -> list[str]:
    return [one.value for one in found.header]


def test_response_stands_before_the_change(folder: Path) -> None:
    found = look(folder)
    order = headings(found)
    wanted = [texts.RESPONSE_TITLE, texts.CHANGE_TITLE, texts.LIMITS_TITLE, texts.WEB_TITLE,
              texts.HEALTHIER_STORIES, texts.POPULATION_TITLE]  # fmt: skip
    assert [one for one in order if one in wanted] == wanted
    assert "voelen zich gemiddeld" in lead(found) and "bij de start" in lead(found)
    assert texts.NO_CAUSE in " ".join(html(found))


@SHARED
def test_no_effect_and_no_cause_is_claimed(folder: Path, shared: bool) -> None:
    said = " ".join(everything(look(folder, shared=shared))).lower()
    assert "effect" not in said and "dankzij" not in said


@pytest.mark.parametrize("code", ["eenzaam", "spinnenweb", "roken"])
@SHARED
def test_a_model_estimate_or_conversation_by_link_is_refused_and_nothing_computed(
    folder: Path, code: str, shared: bool
) -> None:
    found = look(folder, {"uitkomst": code}, shared)
    assert warnings(found) == []
    said = lead(found)
    assert "niet als uitkomst kiezen" in said
    assert not {texts.RESPONSE_TITLE, texts.CHANGE_TITLE} & set(headings(found))
    assert "wz-table" not in "".join(one for one in html(found) if "Alle vragenlijsten" in one)
    assert "95%-interval" not in " ".join(html(found))


def test_what_people_look_for_can_be_chosen_to_read_why_not(folder: Path) -> None:
    (box,) = [one for one in look(folder).selectbox if one.key == "_uitkomst"]
    assert texts.OUTCOME_MODEL.format(naam="Eenzaam") in box.options
    assert any("Spinnenweb" in one for one in box.options)
    assert any("PH22" in one for one in box.options)


def test_without_a_list_of_items_the_page_says_what_is_published(folder: Path) -> None:
    found = look(folder, {"uitkomst": "ph22"})
    said = " ".join(html(found))
    assert "niet openbaar" in said and "Toekomstperspectief" in said and "ph22.toml" in said


@SHARED
def test_nine_pairs_of_an_intervention_are_told_to_nobody(folder: Path, shared: bool) -> None:
    found = look(folder, {"filter-interventie": "koken"}, shared)
    assert "Te weinig mensen" in lead(found)
    assert texts.CHANGE_TITLE not in headings(found)
    # Nor can they be had by subtracting: with nine others, the forty may not stand beside all.
    other = look(folder, {"filter-interventie": "wandelen"}, shared)
    assert "Te weinig mensen" in lead(other)


def test_a_small_number_of_people_goes_nowhere(folder: Path) -> None:
    """Not in a table, a tooltip or the data of a picture: 9 pairs, and their scores."""
    sent = raw(look(folder, {"filter-interventie": "koken"}, shared=True))
    assert "9 mensen" not in sent and "gemiddeld" not in lead(look(
        folder, {"filter-interventie": "koken"}, shared=True))  # fmt: skip


def test_the_public_reads_people_in_fives(folder: Path) -> None:
    assert "49 mensen vulden beide keren in" in lead(look(folder))
    public = lead(look(folder, shared=True))
    assert "50 mensen vulden beide keren in" in public and texts.ROUNDED_PEOPLE in public


def test_the_web_is_for_the_team_only_with_twelve_sheets(folder: Path) -> None:
    team, public = look(folder), look(folder, shared=True)
    assert pictures(team) - pictures(public) == 1
    assert "te weinig bladen" in " ".join(html(public))


def test_only_stories_with_consent(folder: Path) -> None:
    for shared in (False, True):
        said = " ".join(html(look(folder, shared=shared)))
        assert "Verhaal ja" in said and "Verhaal nee" not in said
    assert "Verhaal ja" not in " ".join(html(look(folder, {"filter-interventie": "koken"})))


def test_the_trend_of_all_residents_has_its_own_warning(folder: Path) -> None:
    found = look(folder, {"filter-thema": "bewegen"})
    assert texts.POPULATION_WARNING in " ".join(html(found))
    (box,) = [one for one in found.selectbox if one.key == "_bevolking"]
    assert box.value == "eenzaam"


def test_a_buurt_within_a_subdistrict_is_not_known(folder: Path) -> None:
    assert texts.BUURT_NOT_ASKED in lead(look(folder, {"deel": "BU04840101"}))


def test_one_question_is_told_as_a_share(folder: Path) -> None:
    said = lead(look(folder, {"uitkomst": "ervaren_gezondheid"}))
    assert "Goede of zeer goede gezondheid: bij de start 50%" in said and "procentpunt" in said


@SHARED
def test_without_anything_the_page_says_so(tmp_path: Path, shared: bool) -> None:
    for wijk in ("stevenshof", "alphen-noord", "zuidwest"):
        with own_register(tmp_path / wijk, Holds.NOTHING) as register:
            q.put(register, "plan", f"plan-{wijk}", neighbourhood=wijk, title="Plan",
                  monitor="absent")  # fmt: skip
        found = look(tmp_path / wijk, {"wijk": wijk}, shared)
        assert warnings(found) == []
        assert "nog geen monitorplan" in lead(found)
        assert texts.STORIES_NONE in " ".join(html(found))


def test_a_plan_without_a_measurement_is_not_measured_yet(tmp_path: Path) -> None:
    with own_register(tmp_path / "plan", Holds.NOTHING) as register:
        q.put(register, "monitor_plan", "plan", neighbourhood=q.WIJK, title="Plan",
              instruments=("regie",))  # fmt: skip
    assert "nog niet gemeten" in lead(look(tmp_path / "plan"))


def test_one_round_shows_who_answered_and_no_change(tmp_path: Path) -> None:
    with own_register(tmp_path / "een", Holds.NOTHING) as register:
        q.intervention(register, "wandelen")
        q.sheets(register, q.pairs(q.rounds(register, 1), [0] * 30))
    found = look(tmp_path / "een")
    assert "alleen de eerste meting" in lead(found)
    assert texts.RESPONSE_TITLE in headings(found) and texts.CHANGE_TITLE not in headings(found)


def test_an_example_carries_its_mark_in_ribbon_and_captions(tmp_path: Path) -> None:
    with own_register(tmp_path / "vb", Holds.NOTHING):
        pass
    with own_register(tmp_path / "vb", Holds.EXAMPLES) as register:
        q.intervention(register, "wandelen")
        varied = [place % 5 for place in range(40)]
        q.sheets(register, q.pairs(q.rounds(register), varied, example=True))
        said = html(visit("gezonder", WIJK))
    assert any("wz-example" in one for one in said)
    captions = [one for one in said if "<caption>" in one and "bij dezelfde mensen" in one]
    assert captions and all("(voorbeeld, verzonnen)" in one for one in captions)
    assert not any("wz-example" in one for one in html(look(tmp_path / "leeg")))


def test_the_download_has_the_table_with_what_was_chosen(folder: Path) -> None:
    with own_register(folder, Holds.NOTHING):
        areas, one = data.areas(), catalog.neighbourhood(q.WIJK)
        parts = publish.subdistricts(areas, one)
        place = Place(one, areas[one.code], areas[one.municipality], parts, ())
        scene = Scene(place, PUBLIC, entered.seen(PUBLIC))
        where = Where(q.WIJK, parts, "*", "*")
        found = healthier_door.outcomes(PUBLIC, where, 1)
        chosen = Chosen("who5", 1, Filters("", "", None), where)
        file = healthier_page.file(scene, chosen, found, "ronde 1", example=True)
    head, *lines = [line.split(";") for line in file.decode("utf-8-sig").splitlines()]
    assert tuple(head) == texts.CSV_CHANGE and len(lines) == 2
    told = next(line for line in lines if line[4].startswith("WHO-5"))
    assert told[:4] == ["Alphen Noord", "Alphen Noord", texts.ALL_INTERVENTIONS, "ronde 1"]
    assert told[5] == "50" and told[-1] == "Voorbeeld"
    assert not any(cell.startswith(("+", "=")) for line in lines for cell in line)


def test_lists_of_six_and_eleven_items_are_never_in_one_picture(tmp_path: Path) -> None:
    with own_register(tmp_path / "twee", Holds.NOTHING) as register:
        q.intervention(register, "wandelen")
        ids = q.rounds(register)
        q.sheets(register, [
            {"round": id, "person": person, "answers": [float(1 + (person + at) % 3)] * items,
             "instrument": f"dejonggierveld{items}"}
            for items in (6, 11) for person in range(40) for at, id in enumerate(ids)
        ])  # fmt: skip
    for chosen, other in (("dejonggierveld6", "dejonggierveld11"),
                          ("dejonggierveld11", "dejonggierveld6")):  # fmt: skip
        found = look(tmp_path / "twee", {"uitkomst": chosen})
        name = texts.WORD["instrument"][other]
        assert texts.CHANGE_OTHER_LIST.format(naam=name) in " ".join(html(found))
        drawn = [one for one in elements(found.main) if one.type == "vega_lite_chart"]
        assert not any(name in one.proto.SerializeToString().decode("utf-8", "replace")
                       for one in drawn)  # fmt: skip
        tables = [one for one in html(found) if "Alle vragenlijsten" in one]
        assert tables and name in tables[0]
