"""Who came: people who are alike, visits, how often, and how it ended; exact rows out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.store import came
from tests.store.bodies import begin
from wijzer.access import MACHINE
from wijzer.store import entries, reach, told
from wijzer.store.reach import Alike
from wijzer.store.register import Register

IDS = ["koken", "lopen"]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Persons 1 to 3 walk in 2020, 3 and 4 cook in 2020 and 2021; 5 enrolled and never came."""
    found = begin(tmp_path)
    for id in IDS:
        came.intervention(found, id)
    came.session(found, "l1", "lopen", date(2020, 3, 1))
    came.session(found, "l2", "lopen", date(2020, 4, 1))
    came.session(found, "k1", "koken", date(2020, 5, 1), people=9)
    came.session(found, "k2", "koken", date(2021, 5, 1))
    came.enrol(found, "lopen", [1, 2], ["l1", "l2"], ended="stopped", reason="no_time")
    came.enrol(found, "lopen", [3], ["l1"], area=came.AREAS[1], target="not_in_target")
    came.enrol(found, "koken", [3, 4], ["k1", "k2"], starts=date(2020, 2, 1), sex="men")
    came.enrol(found, "koken", [5], [])
    yield found
    found.close()


def test_people_are_counted_once_whatever_they_come_to(register: Register) -> None:
    people = reach.alike(register, IDS)
    assert sum(one.people for one in people) == 4
    both = next(one for one in people if len(one.visits) == 3)
    assert both == Alike(
        *(came.AREAS[0], "65+", "men", "netherlands"),  # of the newest enrolment
        visits=(
            ("koken", 2020, "in_target"),
            ("koken", 2021, "in_target"),
            ("lopen", 2020, "not_in_target"),
        ),
        people=1,
    )


def test_who_came_without_enrolling_counts_with_everything_unknown(register: Register) -> None:
    with register.change(MACHINE) as change:
        change.run(
            "INSERT INTO register.attendance VALUES ('l1', $who, 'b', false)", who=came.key(9)
        )
    people = reach.alike(register, IDS)
    assert sum(one.people for one in people) == 5
    stranger = Alike(*["unknown"] * 4, visits=(("lopen", 2020, "unknown"),), people=1)
    assert stranger in people
    assert {"intervention": "lopen", "ended": "busy", "reason": "unknown", "people": 2} in (
        reach.ended(register, IDS)
    )


@pytest.mark.parametrize("state", ["planned", "cancelled"])
def test_only_sessions_that_were_held_count(register: Register, state: str) -> None:
    row = entries.history(register, "session", "l1")[-1]
    body = entries.body_of("session", row) | {"state": state, "reason": "regen"}
    entries.save(register, MACHINE, "session", "l1", body, entries.Saving(seen=1))
    # Person 3 only came to l1.
    assert sum(one.people for one in reach.alike(register, ["lopen"])) == 2


def test_a_retired_session_does_not_count(register: Register) -> None:
    entries.retire(register, MACHINE, "session", "l1", 1, "dubbel")
    assert sum(one.people for one in reach.alike(register, ["lopen"])) == 2


def test_visits_are_the_larger_of_who_and_how_many(register: Register) -> None:
    came.session(register, "k3", "koken", date(2021, 6, 1), people=12)
    assert reach.contacts(register, IDS) == [
        {"intervention": "koken", "year": 2020, "sessions": 1, "contacts": 9, "by_person": True},
        {"intervention": "koken", "year": 2021, "sessions": 2, "contacts": 14, "by_person": True},
        {"intervention": "lopen", "year": 2020, "sessions": 2, "contacts": 5, "by_person": True},
    ]


def test_how_it_ended_is_of_those_who_came(register: Register) -> None:
    assert reach.ended(register, IDS) == [
        {"intervention": "koken", "ended": "busy", "reason": "unknown", "people": 2},
        {"intervention": "lopen", "ended": "busy", "reason": "unknown", "people": 1},
        {"intervention": "lopen", "ended": "stopped", "reason": "no_time", "people": 2},
    ]


def test_how_often_is_the_median_of_attended_over_held_while_enrolled(register: Register) -> None:
    [koken, lopen] = reach.intensity(register, IDS)
    assert (koken["people"], koken["intensity"]) == (2, 1.0)
    assert (lopen["people"], lopen["intensity"]) == (3, 1.0)  # 1, 1 and 1/2


def test_nothing_asked_gives_nothing(register: Register) -> None:
    assert reach.alike(register, []) == reach.contacts(register, []) == []
    assert reach.examples(register, IDS) == []


def test_invented_participants_are_known(register: Register) -> None:
    came.enrol(register, "koken", [7], ["k1"], example=True)
    assert reach.examples(register, IDS) == ["koken"]


def test_what_was_told_is_remembered_and_replaced(register: Register) -> None:
    before = register.version
    told.tell(register, {"a|2020|x": 20, "b||y": 30})
    told.tell(register, {"a|2020|x": 35})
    assert told.told(register, "a|") == {"a|2020|x": 35}
    assert told.told(register, "") == {"a|2020|x": 35, "b||y": 30}
    assert register.version == before, "nothing that is shown changes by it"
