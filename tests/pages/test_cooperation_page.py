"""Samenwerking as a visitor sees it: what it says first, the guards, and who is named to whom."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    Holds,
    add,
    buttons,
    held,
    html,
    own_register,
    raw,
    ribbon,
    table,
    words,
)
from tests.pages.visit import chosen, params, trouble, visit, warnings, widget
from tests.store.alliance import PLACE, checklist, name, partner, partners, referral, ring, wave
from wijzer import publish, texts
from wijzer.access import PUBLIC, Visitor
from wijzer.model import Role
from wijzer.store.register import Register
from wijzer.ui import cooperation_door as door
from wijzer.ui import data

TWELVE = list(range(1, 13))
SECTORS = ["welfare", "primary_care", "sport", "residents"] * 4
TEAM = Visitor(Role.TEAM, "team")


def look(**link: str) -> AppTest:
    """The page in Stevenshof, without any trouble."""
    found = visit("samenwerking", {"wijk": PLACE} | link)
    assert trouble(found) == warnings(found) == []
    return found


def lead(found: AppTest) -> str:
    """The first sentences of the page."""
    return next(one for one in html(found) if "wz-lead" in one)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A register with three rounds; the last has another list of partners."""
    made = tmp_path_factory.mktemp("samenwerking")
    with own_register(made, Holds.NOTHING) as register:
        _fill(register)
    with held(made):
        yield made


def _fill(register: Register) -> None:
    partners(register, SECTORS)
    extra = [(1, 5), (1, 9), (2, 9)]
    wave(register, 1, TWELVE, [12], ring(*TWELVE))
    wave(register, 2, TWELVE, [12], [*ring(*TWELVE)[1:], *extra])
    wave(register, 3, [*TWELVE, 13], [11, 12], [*ring(*TWELVE), *extra, (13, 1)])
    for number in (1, 2, 3):
        for one in TWELVE[:10]:
            checklist(register, f"ronde-{number}", one, 2 + one % 2 + number // 2)
    referral(register, 1, 2, 60, 40, 30)
    add("factor", neighbourhood=PLACE, factor="network", status="partly")
    add("factor", neighbourhood=PLACE, factor="funding", status="absent")


@contextmanager
def opened(folder: Path, shared: bool = False) -> Iterator[Register]:
    """That register, by the team or by the public."""
    with own_register(folder, Holds.NOTHING, shared) as register:
        yield register


def test_opens_with_what_changed_between_the_first_and_the_newest_round(folder: Path) -> None:
    with opened(folder):
        found = look()
        assert "Tussen februari 2020 en juni 2022 kwamen er 3 verbindingen bij" in lead(found)
        assert "10 partners die beide keren meededen" in lead(found)
        assert "12 en later 13 partners" in lead(found)
        assert params(found).items() >= {"ronde": "ronde-3", "vergelijk": "ronde-1"}.items()


def test_a_link_restores_rounds_level_and_rule(folder: Path) -> None:
    asked = {"ronde": "ronde-2", "vergelijk": "ronde-1", "vanaf": "3", "regel": "bevestigd"}
    with opened(folder):
        found = look(**asked)
        assert {param: chosen(found, param) for param in asked} == asked
        assert "Tussen februari 2020 en juni 2021" in lead(found)
        assert "geen verbindingen bij" in lead(found)  # nobody is named back


def test_the_first_round_is_compared_with_nothing(folder: Path) -> None:
    with opened(folder):
        found = look(ronde="ronde-1", vergelijk="ronde-2")
        assert texts.FIRST_ROUND in lead(found)
        assert [one.key for one in found.selectbox].count("_vergelijk") == 0


def test_sentence_measures_and_picture_tell_the_same(folder: Path) -> None:
    with opened(folder):
        found = look(ronde="ronde-2")
        head, *rows = table(found, texts.MEASURES_TABLE)
        ties = next(row for row in rows if row[0] == texts.MEASURES["ties"])
        assert ties[1:] == ["12", "14"] and len(head) == 3
        assert "kwamen er 3 verbindingen bij en verdween er 1" in lead(found)
        again = table(found, texts.NETWORK_ALT.format(ronde="ronde 2 (juni 2021)"))
        assert sum(row[1].count("+\u00a0") for row in again[1:]) == 2 * 3
        before = table(found, texts.NETWORK_ALT.format(ronde="ronde 1 (februari 2020)"))
        assert sum(row[1].count("−\u00a0") for row in before[1:]) == 2 * 1


def test_the_team_sees_names_its_partner_and_its_forms(folder: Path) -> None:
    with opened(folder):
        found = look(partner=partner(1))
        sent = raw(found)
        assert name(1) in sent and name(12) in sent
        rows = table(found, texts.OWN_TABLE.format(naam=name(1)))
        assert [row[0] for row in rows[1:]] == [
            "ronde 1 (februari 2020)", "ronde 2 (juni 2021)", "ronde 3 (juni 2022)",
        ]  # fmt: skip
        assert {"vul-survey_round-", "vul-referral-", "vul-partner-"} <= set(buttons(found))
        assert name(2) in widget(found, "partner").options


@pytest.mark.parametrize("link", [{}, {"partner": partner(1)}, {"ronde": "ronde-2", "vanaf": "3"}])
def test_the_public_gets_no_partner_in_anything(folder: Path, link: dict[str, str]) -> None:
    """Not in words, frames, specifications, tables, lists to choose from, or keys."""
    with opened(folder, shared=True):
        found = look(**link)
        sent = raw(found)
        assert "Naamgeheim" not in sent and "geheimid" not in sent
        assert "welzijn" in sent and "Tussen" in lead(found)
        assert "_partner" not in [one.key for one in found.selectbox]
        assert not [key for key in buttons(found) if key.startswith("vul-")]
        assert texts.NAMES_HIDDEN.format(minst=3) in words(found)


def test_a_download_of_the_public_names_no_partner(folder: Path) -> None:
    with opened(folder, shared=True):
        assert "geheim" not in _csv(PUBLIC).lower()
    with opened(folder):
        assert name(1) in _csv(TEAM) and texts.EXAMPLE_MARK not in _csv(TEAM)


def _csv(visitor: Visitor) -> str:
    """All lines of the download."""
    asked = publish.Question("ronde-3", "ronde-1")
    rows = [
        *door.legend(visitor, PLACE, asked).rows,
        *door.measures(visitor, PLACE, asked).rows,
        *door.checklist(visitor, PLACE, asked).sheet.rows,
        *door.referrals(visitor, PLACE).rows,
    ]
    assert len(rows) > 30
    return publish.table_csv(texts.CSV_HEADER, rows).decode("utf-8-sig")


def test_the_checklist_and_the_chain_stand_below(folder: Path) -> None:
    with opened(folder):
        found = look(ronde="ronde-2")
        rows = table(found, texts.CHECKLIST_ALT)
        assert [row[0] for row in rows[1:]][-1] == texts.CHECKLIST_TOTAL
        assert rows[-1][4] == "+1,00 (1,00 tot 1,00): stijging"
        assert table(found, texts.CHAIN_TABLE)[1][1:4] == ["60", "40", "30"]
        assert texts.CHAIN_NOTE in words(found)
        assert f"{texts.WORD['factor']['network']}: is er deels" in words(found)
        assert any("plandeel=aanpak" in one for one in html(found))


# --- nothing to show ------------------------------------------------------------------------------


def test_not_measured_no_plan_and_too_few_are_told_apart(tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.NOTHING) as register:
        assert texts.STATE["not_measured"].format(wijk="Stevenshof") in lead(look())
        add("plan", neighbourhood=PLACE, title="Plan", monitor="absent")
        assert texts.STATE["no_plan"].format(wijk="Stevenshof") in lead(look())
        partners(register, SECTORS)
        wave(register, 1, TWELVE, TWELVE[4:], ring(1, 2, 3, 4))
        assert "12 partners samen 4 verbindingen" in lead(look())
    with own_register(tmp_path, Holds.NOTHING, shared=True):
        found = look()
        assert texts.STATE["too_few"] in lead(found)
        assert "verbindingen" not in lead(found) and "Naamgeheim" not in raw(found)


def test_a_round_with_few_answers_is_left_out_for_the_public_and_counted(tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.NOTHING) as register:
        partners(register, SECTORS)
        wave(register, 1, TWELVE, (), ring(*TWELVE))
        wave(register, 2, TWELVE, TWELVE[3:], ring(1, 2, 3))
    with own_register(tmp_path, Holds.NOTHING, shared=True):
        found = look()
        assert texts.hidden_rounds(1) in lead(found)
        assert widget(found, "ronde").options == ["1: februari 2020"]


@pytest.mark.parametrize("example", [False, True])
def test_invented_rounds_carry_their_mark_everywhere(tmp_path: Path, example: bool) -> None:
    with own_register(tmp_path, Holds.NOTHING) as register:
        partners(register, SECTORS)
        wave(register, 1, TWELVE, (), ring(*TWELVE), example=example)
        found = look()
        assert ribbon(found) is example
        mark = f" ({texts.EXAMPLE_MARK})" if example else ""
        assert len(table(found, f"{texts.MEASURES_TABLE}{mark}")) > 10
        asked = publish.Question("ronde-1")
        assert {row[-1] for row in door.measures(TEAM, PLACE, asked).rows} == {
            texts.EXAMPLE_MARK if example else ""
        }


def test_a_questionnaire_of_participants_is_no_round_of_partners(tmp_path: Path) -> None:
    with own_register(tmp_path, Holds.NOTHING):
        add("survey_round", neighbourhood=PLACE, title="T0", subject="questionnaire", number=0,
            day=date(2020, 1, 1))  # fmt: skip
        assert data.register().rows("SELECT count(*) AS n FROM register.survey_round")[0]["n"] == 1
        assert texts.STATE["not_measured"].format(wijk="Stevenshof") in lead(look())
