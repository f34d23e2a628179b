"""Votes, as they leave: nothing of an open round, and of a small group nothing at all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.votes.meeting import TITLES, begin, themes
from wijzer import access, publish, texts
from wijzer.access import MACHINE, PUBLIC, Visitor
from wijzer.model import Role
from wijzer.publish import Result, Row
from wijzer.publish.entered import people_text
from wijzer.store import entries, votes
from wijzer.store.entries import State
from wijzer.store.register import Register

TEAM = Visitor(Role.TEAM, "team")
OPTIONS = 3
Ballot = tuple[int, ...]
"""Points, or places, of one voter for each of the options."""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register with themes to vote on."""
    found = begin(tmp_path_factory.mktemp("votes"))
    themes(found, TITLES[:OPTIONS])
    yield found
    found.close()


@pytest.fixture(scope="module")
def seen(register: Register) -> State:
    return publish.entered(entries.state(register), PUBLIC)


def held(register: Register, method: str, groups: dict[str, Sequence[Ballot]], handed_out: int = 0,
         close: bool = True) -> votes.Round:  # fmt: skip
    """A round in which these ballots were cast; `handed_out` papers for each group, or as many.

    It is closed on paper only: closing it in the store takes longer than all the rest.
    """
    options = sorted(entries.state(register)["theme"])
    id = votes.open_round(register, MACHINE, "zuidwest", "Stemming", method, options, 6)
    name = "place" if method == "rank" else "points"
    with register.change(MACHINE) as change:
        for group, ballots in groups.items():
            for ballot in ballots:
                lines = zip(options, ballot, strict=True)
                votes.put(change, id, group, [{"theme": one, name: given} for one, given in lines])
            turnout = {"handed_out": handed_out or len(ballots), "used": len(ballots)}
            votes.put_turnout(change, {"round": id, "voter_group": group} | turnout)
    found = next(one for one in votes.rounds(register) if one.id == id)
    return replace(found, closed_at=datetime(2026, 1, 1)) if close else found


def told(register: Register, one: votes.Round, seen: State, visitor: Visitor) -> list[object]:
    """Everything that leaves about a round, but for the round itself."""
    result = publish.result(register, one, seen, visitor)
    assert result is not None
    weights = [{"resident": w, "professional": 100 - w} for w in (0, 1, 50, 99, 100)]
    return [
        publish.turnout(register, one.id, visitor),
        result.groups,
        result.sentence,
        result.shares,
        [publish.mix(result, one) for one in weights],
    ]


DOTS = st.tuples(*[st.integers(0, 2)] * OPTIONS).filter(any)
PLACES = st.permutations(range(1, OPTIONS + 1)).map(tuple)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_of_a_hidden_group_nothing_can_be_derived(
    data: st.DataObject, register: Register, seen: State
) -> None:
    """Whatever the hidden group voted, and whoever of the few did: the same leaves.

    So that no sum, share, order, sentence or mix can tell its points, with or without knowing
    what the other group voted.
    """
    visitor = data.draw(st.sampled_from([TEAM, PUBLIC]))
    smallest = access.SMALLEST[visitor.role]
    method, ballot = data.draw(st.sampled_from([("dots", DOTS), ("rank", PLACES)]))
    small, large = data.draw(st.permutations(votes.GROUPS))
    others = data.draw(st.lists(ballot, min_size=1, max_size=smallest + 4))
    few = st.lists(ballot, min_size=1, max_size=smallest - 1)
    one, other = (held(register, method, {small: data.draw(few), large: others}, 25) for _ in "ab")
    assert told(register, one, seen, visitor) == told(register, other, seen, visitor)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(residents=st.integers(1, 12), professionals=st.integers(1, 12))
def test_a_group_is_hidden_below_the_threshold_and_a_sum_with_it(
    residents: int, professionals: int, register: Register, seen: State
) -> None:
    one = held(register, "dots", {"resident": [(2, 1, 0)] * residents,
                                  "professional": [(0, 1, 2)] * professionals})  # fmt: skip
    for visitor in (TEAM, PUBLIC):
        smallest = access.SMALLEST[visitor.role]
        result = publish.result(register, one, seen, visitor)
        assert result is not None
        for group, count in zip(result.groups, (residents, professionals), strict=True):
            assert group.hidden is (count < smallest)
            assert bool(group.rows) is not group.hidden
            assert (group.sentence == texts.ROUND_HIDDEN) is group.hidden
            if group.hidden:
                assert group.turnout == texts.TURNOUT.format(
                    gebruikt=f"minder dan {smallest}", uitgedeeld=f"minder dan {smallest}"
                )
        both = min(residents, professionals) >= smallest
        assert bool(publish.mix(result, {"resident": 50, "professional": 50})) is both
        assert (result.shares is not None) is both


@pytest.mark.parametrize("visitor", [TEAM, PUBLIC], ids=lambda one: one.name)
def test_of_an_open_round_nobody_is_told_more_than_the_turnout(
    visitor: Visitor, register: Register, seen: State
) -> None:
    one = held(register, "dots", {"resident": [(3, 2, 1)] * 40}, 60, close=False)
    assert publish.result(register, one, seen, visitor) is None
    assert publish.turnout(register, one.id, visitor) == [
        ("Inwoners", "40 van de 60 kaarten gebruikt")
    ]


@given(st.integers(0, 300), st.integers(0, 300))
def test_turnout_for_the_public_is_in_fives(used: int, handed_out: int) -> None:
    for count in (used, handed_out):
        said = people_text(count, PUBLIC)
        assert said == "minder dan 10" if 0 < count < 10 else int(said) % 5 == 0


def rows(result: Result, group: str) -> list[Row]:
    return next(one.rows for one in result.groups if one.group == group)


def test_points_and_shares_by_hand(register: Register, seen: State) -> None:
    one = held(register, "dots", {"resident": [(3, 0, 0)] * 10 + [(0, 3, 0)] * 5,
                                  "professional": [(0, 0, 2)] * 10})  # fmt: skip
    result = publish.result(register, one, seen, PUBLIC)
    assert result is not None
    options = sorted(entries.state(register)["theme"])
    mine = rows(result, "resident")
    assert [row["id"] for row in mine] == options
    assert [row["score"] for row in mine] == [30, 15, 0]
    assert [row["share_text"] for row in mine] == ["67%", "33%", "0%"]
    assert [row["place_text"] for row in mine] == ["1", "2", "3"]
    assert mine[0]["detail"] == "67% gaf hier punten aan"
    names = {id: seen["theme"][id]["title"] for id in options}
    mixed = publish.mix(result, {"resident": 50, "professional": 50})
    assert mixed == [(names[options[2]], "50%"), (names[options[0]], "33%"),
                     (names[options[1]], "17%")]  # fmt: skip
    first = {id: f"‘{name}’" for id, name in names.items()}
    assert result.sentence == (
        f"Bovenaan staat bij inwoners {first[options[0]]} en "
        f"bij beroepskrachten {first[options[2]]}."
    )


def test_an_order_by_hand(register: Register, seen: State) -> None:
    one = held(register, "rank", {"resident": [(1, 2, 3)] * 10})
    result = publish.result(register, one, seen, PUBLIC)
    assert result is not None
    mine = rows(result, "resident")
    assert [row["score"] for row in mine] == [20, 10, 0]
    assert [row["detail"] for row in mine] == [
        f"som van de plaatsen: {total}" for total in (10, 20, 30)
    ]
    assert result.groups[0].sentence.startswith("De stemmers waren het sterk eens.")
    # One group only: there is nothing to weigh.
    assert publish.mix(result, {"resident": 50, "professional": 50}) == []


def test_a_vote_survives_a_theme_that_was_taken_out_of_use(tmp_path: Path) -> None:
    register = begin(tmp_path)
    ids = themes(register, TITLES[:OPTIONS])
    one = held(register, "dots", {"resident": [(3, 2, 1)] * 12})
    entries.retire(register, MACHINE, "theme", sorted(ids)[0], 1, "")
    seen = publish.entered(entries.state(register), PUBLIC)
    result = publish.result(register, one, seen, PUBLIC)
    assert result is not None
    assert next(row["name"] for row in rows(result, "resident")) == texts.GONE
    register.close()
