"""What the store tells of a round: per organisation, with everybody who was asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import alliance
from tests.store.alliance import checklist, partner, partners, tie, wave
from tests.store.bodies import begin
from wijzer.access import MACHINE
from wijzer.store import cooperation
from wijzer.store.register import Refused, Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Four partners; in the first round 1, 2 and 3 are asked, and 3 keeps silent."""
    found = begin(tmp_path)
    partners(found, ["welfare", "sport", "care", "other"])
    wave(found, 1, [1, 2, 3], silent=[3])
    yield found
    found.close()


def test_a_partner_without_a_tie_or_an_answer_is_on_the_roster(register: Register) -> None:
    rows = cooperation.roster(register, ["ronde-1"])
    assert [(row["partner"], row["answered"], row["example"]) for row in rows] == [
        (partner(1), True, False),
        (partner(2), True, False),
        (partner(3), False, False),
    ]
    assert cooperation.ties(register, ["ronde-1"]) == []


def test_the_tie_of_an_organisation_is_the_highest_of_its_people(register: Register) -> None:
    tie(register, "ronde-1", 1, 2, level=1, respondent=1, trust=2)
    tie(register, "ronde-1", 1, 2, level=4, respondent=2, trust=3)
    tie(register, "ronde-1", 1, 2, level=2, respondent=3, trust=None)
    [row] = cooperation.ties(register, ["ronde-1"])
    assert (row["sender"], row["receiver"], row["intensity"]) == (partner(1), partner(2), 4)
    assert row["reliable"] == row["resources"] == 2.5


def test_a_tie_with_somebody_who_was_not_asked_is_left_out(register: Register) -> None:
    tie(register, "ronde-1", 1, 4)
    tie(register, "ronde-1", 4, 1)
    tie(register, "ronde-1", 2, 1)
    assert [row["sender"] for row in cooperation.ties(register, ["ronde-1"])] == [partner(2)]


def test_nobody_has_a_tie_with_itself(register: Register) -> None:
    with pytest.raises(Refused):
        tie(register, "ronde-1", 1, 1)
    assert cooperation.ties(register, ["ronde-1"]) == []


def test_only_the_rounds_that_are_asked_for(register: Register) -> None:
    wave(register, 2, [1, 2], ties=[(1, 2)], example=True)
    assert {row["round"] for row in cooperation.roster(register, ["ronde-2"])} == {"ronde-2"}
    [row] = cooperation.ties(register, ["ronde-2"])
    assert row["example"] is True
    assert cooperation.ties(register, []) == cooperation.roster(register, []) == []


def test_checklists_of_those_who_were_asked(register: Register) -> None:
    checklist(register, "ronde-1", 2, 5)
    checklist(register, "ronde-1", 1, 3, respondent=2)
    checklist(register, "ronde-1", 1, 4, respondent=1)
    checklist(register, "ronde-1", 4, 1)
    with register.change(MACHINE) as change:
        change.run(
            alliance._CHECKLIST, round="ronde-1", partner=partner(1), respondent=9,
            instrument="psat", version="1", answers=[1.0], example=False,
        )  # fmt: skip
    rows = cooperation.checklists(register, ["ronde-1"], "cac")
    assert [(row["partner"], row["respondent"], row["answers"][24]) for row in rows] == [
        (partner(1), 1, 4),
        (partner(1), 2, 3),
        (partner(2), 1, 5),
    ]
