"""Sheets of questionnaires: which count, once each, without anybody's key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import questionnaires as q
from tests.store.bodies import begin
from wijzer.store import healthier
from wijzer.store.register import Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = begin(tmp_path / "register")
    q.intervention(made, "wandelen")
    yield made
    made.close()


def test_a_row_per_person_and_round_without_a_key(register: Register) -> None:
    first, second = q.rounds(register)
    q.sheet(register, first, 1, [1, 2, 3, 4, 5])
    q.sheet(register, second, 1, None, answered="left")
    q.sheet(register, first, 2, [0, 0, 0, 0, None], example=True)
    found = healthier.sheets(register, q.WIJK, "questionnaire")
    told = {(row["person"], row["number"], row["answered"], row["example"]) for row in found}
    people = {row["person"] for row in found}
    assert people == {1, 2} and len(found) == len(told) == 3
    assert [row["answers"] for row in found if row["example"]] == [[0, 0, 0, 0, None]]
    assert not any(q.key(1) in str(value) for row in found for value in row.values())


def test_only_active_rounds_of_this_neighbourhood_and_subject(register: Register) -> None:
    (first, *_), (web,) = q.rounds(register), q.rounds(register, 1, "web")
    draft = q.put(register, "survey_round", "half", "draft", neighbourhood=q.WIJK, title="X",
                  subject="questionnaire", number=0, day=q.DAYS[0])  # fmt: skip
    other = q.put(register, "survey_round", "elders", neighbourhood="stevenshof", title="X",
                  subject="questionnaire", number=0, day=q.DAYS[0])  # fmt: skip
    for place, id in enumerate((first, web, draft, other)):
        q.sheet(register, id, place, [1, 1, 1, 1, 1])
    assert len(healthier.sheets(register, q.WIJK, "questionnaire")) == 1
    assert len(healthier.sheets(register, q.WIJK, "web")) == 1
    assert [row["number"] for row in healthier.rounds(register, q.WIJK, "questionnaire")] == [0, 1]
    assert healthier.rounds(register, "zuidwest", "questionnaire") == []


def test_of_two_sheets_in_rounds_with_one_number_the_filled_in_one_counts(
    register: Register,
) -> None:
    (first,) = q.rounds(register, 1)
    again = q.put(register, "survey_round", "weer", neighbourhood=q.WIJK, title="Weer",
                  subject="questionnaire", number=0, day=q.DAYS[1])  # fmt: skip
    q.sheet(register, first, 1, [1, 1, 1, 1, 1])
    q.sheet(register, again, 1, None)
    q.sheet(register, first, 2, [1, 1, 1, 1, 1])
    q.sheet(register, again, 2, [2, 2, 2, 2, 2])
    found = healthier.sheets(register, q.WIJK, "questionnaire")
    assert sorted(row["answers"][0] for row in found) == [1, 2]


def test_who_never_came_is_no_participant(register: Register) -> None:
    (first,) = q.rounds(register, 1)
    q.intervention(register, "geteld")
    q.came(register, [1], "keer-1", "wandelen")
    for person in (1, 2):
        q.sheet(register, first, person, [1, 1, 1, 1, 1])
    q.sheet(register, first, 3, [3, 3, 3, 3, 3], intervention="geteld")
    q.sheet(register, first, 4, [4, 4, 4, 4, 4], intervention=None)
    found = healthier.sheets(register, q.WIJK, "questionnaire")
    told = sorted((row["intervention"], row["answers"][0]) for row in found)
    # Nobody keeps who comes to 'geteld': there everybody counts, as without an intervention.
    assert told == [("", 4.0), ("geteld", 3.0), ("wandelen", 1.0)]
