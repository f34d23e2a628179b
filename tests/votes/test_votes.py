"""Rounds, papers and secret ballots, on a real register."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.votes.meeting import begin, papers, themes, vote
from wijzer.access import MACHINE, PUBLIC, NotAllowed
from wijzer.store import votes
from wijzer.store.register import Refused, Register
from wijzer.store.votes import BadBallot, Outcome

A, B = "a" * 22, "b" * 22
"""Two phones."""

_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'register'"
_ALL = "SELECT * FROM register.$table"
_BALLOTS = "SELECT id, theme, points FROM ballot WHERE round = $round ORDER BY rowid"
_CODES = "SELECT * FROM vote_code WHERE round = $round ORDER BY code_hash"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register for all tests here; each opens rounds of its own."""
    found = begin(tmp_path_factory.mktemp("register"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def options(register: Register) -> list[str]:
    """Five themes."""
    return themes(register)


@pytest.fixture
def dots(register: Register, options: list[str]) -> str:
    """An open round of three points."""
    return vote(register, options)


@pytest.fixture
def rank(register: Register, options: list[str]) -> str:
    """An open round in which the first three themes get a place."""
    return vote(register, options[:3], "rank")


def cells(register: Register) -> dict[str, list[dict[str, Any]]]:
    """Everything in the file, by table."""
    names = [row["table_name"] for row in register.rows(_TABLES)]
    return {name: register.rows(_ALL.replace("$table", name)) for name in names}


def count(register: Register, round: str) -> int:
    """How many ballots are in the box."""
    return sum(map(len, votes.ballots(register, round).values()))


# --- a paper counts once --------------------------------------------------------------------------


def test_a_paper_counts_once(register: Register, dots: str, options: list[str]) -> None:
    (code,) = papers(register, dots, 1)
    first = {options[0]: 2, options[1]: 1}
    assert votes.cast(register, code, first, A) == Outcome.COUNTED
    assert votes.cast(register, code, first, A) == Outcome.COUNTED_BEFORE
    assert votes.cast(register, code, {options[2]: 3}, A) == Outcome.COUNTED_BEFORE
    assert votes.cast(register, code, {options[2]: 3}, B) == Outcome.USED
    assert votes.ballots(register, dots)["resident"] == [first]
    assert votes.turnout(register, dots) == {"resident": (1, 1)}


@pytest.mark.parametrize("typed", ["{0}", "{1}", " {2}- {3} ", "{4}"])
def test_a_code_may_be_typed_in_any_way(
    register: Register, dots: str, options: list[str], typed: str
) -> None:
    (code,) = papers(register, dots, 1)
    spaced = " ".join(code)
    ways = (code.lower(), votes.written(code), code[:4], code[4:], spaced)
    found = votes.round_of(register, typed.format(*ways))
    assert found is not None and found.id == dots
    assert votes.cast(register, typed.format(*ways), {options[0]: 1}, A) == Outcome.COUNTED


@pytest.mark.parametrize("code", ["", "ABCDEFGH", "0OI1L", "'; DROP TABLE ballot; --", "é" * 900])
def test_a_code_that_was_never_handed_out(
    register: Register, dots: str, options: list[str], code: str
) -> None:
    papers(register, dots, 3)
    assert votes.round_of(register, code) is None
    assert votes.cast(register, code, {options[0]: 1}, A) == Outcome.UNKNOWN
    assert count(register, dots) == 0


def test_codes_are_long_and_differ(register: Register, dots: str) -> None:
    codes = papers(register, dots, 300)
    assert len(set(codes)) == 300
    assert {len(code) for code in codes} == {8}
    assert set("".join(codes)) == set(votes.ALPHABET)
    assert len(votes.ALPHABET) ** votes.LENGTH > 8e11


def test_no_code_is_kept_as_it_is_on_paper(register: Register, dots: str) -> None:
    codes = papers(register, dots, 5)
    assert not any(code in str(cells(register)) for code in codes)


# --- the rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, "empty"),
        ({0: 0, 1: 0}, "empty"),
        ({0: 4}, "too_many"),
        ({0: 1, 1: 1, 2: 1, 3: 1}, "too_many"),
        ({0: -1, 1: 2}, "unknown"),
        ({0: 5, 1: -2}, "unknown"),
        ({"theme-vreemd": 1}, "unknown"),
    ],
)
def test_rules_of_dots(
    register: Register, dots: str, options: list[str], given: dict[Any, int], fault: str
) -> None:
    check_rule(register, dots, options, given, fault)
    assert votes.cast(register, papers(register, dots, 1)[0], {options[4]: 3}, A) == "counted"
    assert votes.ballots(register, dots)["resident"] == [{options[4]: 3}]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, "places"),
        ({0: 1, 1: 2}, "places"),
        ({0: 1, 1: 2, 2: 2}, "places"),
        ({0: 1, 1: 2, 2: 4}, "places"),
        ({0: 0, 1: 1, 2: 2}, "places"),
        ({0: -1, 1: 1, 2: 2}, "unknown"),
        ({0: 1, 1: 2, 2: 3, 3: 4}, "unknown"),
    ],
)
def test_rules_of_rank(
    register: Register, rank: str, options: list[str], given: dict[Any, int], fault: str
) -> None:
    check_rule(register, rank, options, given, fault)
    places = dict(zip(options[:3], (2, 3, 1), strict=True))
    assert votes.cast(register, papers(register, rank, 1)[0], places, A) == "counted"
    assert votes.ballots(register, rank)["resident"] == [places]


def check_rule(
    register: Register, round: str, options: list[str], given: dict[Any, int], fault: str
) -> None:
    """A bad ballot is refused by name, and its paper can still be used."""
    (code,) = papers(register, round, 1)
    choices = {options[key] if isinstance(key, int) else key: one for key, one in given.items()}
    with pytest.raises(BadBallot) as bad:
        votes.cast(register, code, choices, A)
    assert bad.value.fault == fault
    assert count(register, round) == 0
    assert votes.turnout(register, round)["resident"] == (1, 0)


def test_only_the_team_opens_hands_out_and_closes(
    register: Register, dots: str, options: list[str]
) -> None:
    with pytest.raises(NotAllowed):
        votes.open_round(register, PUBLIC, "zuidwest", "Stemming", "dots", options)
    with pytest.raises(NotAllowed):
        votes.hand_out(register, PUBLIC, dots, "resident", 1)
    with pytest.raises(NotAllowed):
        votes.close_round(register, PUBLIC, dots)
    assert votes.turnout(register, dots) == {}


@pytest.mark.parametrize(
    ("method", "points", "number"),
    [("dots", 0, 3), ("dots", 21, 3), ("gok", 3, 3), ("dots", 3, 1), ("rank", 3, 0)],
)
def test_a_round_that_cannot_be(
    register: Register, options: list[str], method: str, points: int, number: int
) -> None:
    before = votes.rounds(register)
    with pytest.raises(Refused):
        vote(register, options[:number], method, points)
    assert votes.rounds(register) == before


# --- secret ---------------------------------------------------------------------------------------


def test_after_closing_nothing_ties_a_paper_to_a_ballot(tmp_path: Path) -> None:
    own = begin(tmp_path)
    options = themes(own)
    round = vote(own, options)
    codes = papers(own, round, 12, 8)
    for place, code in enumerate(codes[:-2]):
        votes.cast(own, code, {options[place % 5]: 3}, f"{place:022}")
    before = {str(row["id"]) for row in own.rows(_BALLOTS, round=round)}
    papers_before = own.rows(_CODES, round=round)
    secrets = {row["code_hash"] for row in papers_before} | set(codes)
    secrets |= {row["receipt"] for row in papers_before if row["receipt"]}
    assert len(secrets) == 20 + 20 + 18

    votes.close_round(own, MACHINE, round)

    told = cells(own)
    assert told["vote_code"] == []
    assert not any(one in str(told) for one in secrets | before)
    assert set(told["ballot"][0]) == {"id", "round", "voter_group", "theme", "points", "place"}
    assert set(told["vote_turnout"][0]) == {"round", "voter_group", "handed_out", "used"}
    own.close()


def test_the_order_of_ballots_tells_nothing(
    register: Register, dots: str, options: list[str]
) -> None:
    """Thirty ballots, told apart by what they say, never come back in the order of casting."""
    ways = [
        {options[a]: 1, options[b]: 1, options[c]: 1}
        for a in range(5) for b in range(a + 1, 5) for c in range(b + 1, 5)
    ] + [{options[a]: 2, options[b]: 1} for a in range(5) for b in range(5) if a != b]  # fmt: skip
    for code, way in zip(papers(register, dots, 30), ways, strict=True):
        votes.cast(register, code, way, A)
    cast = in_order(register, dots)
    assert cast == ways

    votes.close_round(register, MACHINE, dots)

    shuffled = in_order(register, dots)
    assert shuffled != cast
    assert sorted(map(str, shuffled)) == sorted(map(str, cast))
    moved = sum(cast.index(way) != place for place, way in enumerate(shuffled))
    assert moved > 15


def in_order(register: Register, round: str) -> list[dict[str, int]]:
    """Ballots in the order in which they stand in the file."""
    found: dict[str, dict[str, int]] = {}
    for row in register.rows(_BALLOTS, round=round):
        found.setdefault(str(row["id"]), {})[row["theme"]] = row["points"]
    return list(found.values())


def test_a_ballot_has_no_time_in_its_id(register: Register, dots: str, options: list[str]) -> None:
    for code in papers(register, dots, 20):
        votes.cast(register, code, {options[0]: 1}, A)
    ids = [str(row["id"]) for row in register.rows(_BALLOTS, round=dots)]
    assert len(set(ids)) == 20
    assert ids != sorted(ids)
    assert len({one[:4] for one in ids}) > 15


# --- closing --------------------------------------------------------------------------------------


def test_closing_keeps_ballots_and_turnout(
    register: Register, dots: str, options: list[str]
) -> None:
    codes = papers(register, dots, 6, 4)
    for code in [*codes[:5], *codes[6:8]]:
        votes.cast(register, code, {options[1]: 2}, A)
    before = votes.turnout(register, dots)
    assert before == {"resident": (6, 5), "professional": (4, 2)}

    votes.close_round(register, MACHINE, dots)
    votes.close_round(register, MACHINE, dots)

    assert votes.turnout(register, dots) == before
    assert [len(one) for one in votes.ballots(register, dots).values()] == [5, 2]
    closed = next(one for one in votes.rounds(register) if one.id == dots)
    assert closed.closed_at is not None


def test_a_closed_round_takes_no_ballot(register: Register, dots: str, options: list[str]) -> None:
    used, left = papers(register, dots, 2)
    votes.cast(register, used, {options[0]: 1}, A)
    votes.close_round(register, MACHINE, dots)
    for code in (used, left):
        assert votes.round_of(register, code) is None
        assert votes.cast(register, code, {options[1]: 1}, A) == Outcome.UNKNOWN
    (late,) = papers(register, dots, 1)
    assert votes.cast(register, late, {options[1]: 1}, A) == Outcome.CLOSED
    assert votes.ballots(register, dots)["resident"] == [{options[0]: 1}]


def test_the_receipt_of_another_round_is_no_key(
    register: Register, dots: str, rank: str, options: list[str]
) -> None:
    """Every round counts its own: one phone may vote in both with the same secret."""
    (one,), (other,) = papers(register, dots, 1), papers(register, rank, 1)
    places = dict(zip(options[:3], (1, 2, 3), strict=True))
    assert votes.cast(register, one, {options[0]: 3}, A) == Outcome.COUNTED
    assert votes.cast(register, other, places, A) == Outcome.COUNTED
    assert (count(register, dots), count(register, rank)) == (1, 1)


# --- whatever happens -----------------------------------------------------------------------------

TRY = st.tuples(
    st.integers(0, 5),  # the last two are codes that were never handed out
    st.sampled_from([A, B]),
    st.lists(st.integers(-1, 4), min_size=0, max_size=5),
)


@settings(max_examples=60)
@given(st.lists(TRY, max_size=25))
def test_as_many_ballots_as_codes_that_were_used_well(
    register: Register, options: list[str], tries: list[tuple[int, str, list[int]]]
) -> None:
    round = vote(register, options)
    codes = [*papers(register, round, 2, 2), "22222222", "33333333"]
    counted: dict[int, tuple[str, dict[str, int]]] = {}
    for which, phone, numbers in tries:
        choices = dict(zip(options, numbers, strict=False))
        good = min(numbers, default=0) >= 0 and 0 < sum(numbers) <= 3
        expected: Outcome | None = None
        if which > 3:
            expected = Outcome.UNKNOWN
        elif which in counted:
            expected = Outcome.COUNTED_BEFORE if counted[which][0] == phone else Outcome.USED
        elif good:
            expected = Outcome.COUNTED
            counted[which] = phone, {theme: one for theme, one in choices.items() if one}
        assert outcome(register, codes[which], choices, phone) == expected
    found = [one for group in votes.ballots(register, round).values() for one in group]
    assert sorted(map(by_theme, found)) == sorted(by_theme(one) for _, one in counted.values())
    assert sum(used for _, used in votes.turnout(register, round).values()) == len(counted)


def outcome(register: Register, code: str, choices: dict[str, int], phone: str) -> Outcome | None:
    """What became of it; None for a ballot against the rules."""
    try:
        return votes.cast(register, code, choices, phone)
    except BadBallot:
        return None


def by_theme(ballot: dict[str, float] | dict[str, int]) -> list[tuple[str, float]]:
    """A ballot as something that can be put in order."""
    return sorted(ballot.items())
