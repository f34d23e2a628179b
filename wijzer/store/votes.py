"""Votes in a meeting: rounds, ballot papers and secret ballots.

A code on a ballot paper can be used once. The paper knows that it was used and by which phone,
the ballot knows neither. When a round closes the papers are thrown away, the ballots shuffled, and
the file is written anew. Until then somebody who has the file itself could match the order in
which papers were used with that of the ballots; no question that the app can ask does.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from wijzer import access
from wijzer.access import Action, Visitor
from wijzer.store.register import Change, Register, Row

GROUPS = ("resident", "professional")
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0 and O, 1, I and L: they are read wrongly from paper."""
LENGTH = 8
MOST_PAPERS = 500


class Outcome(StrEnum):
    """What became of a ballot."""

    COUNTED = "counted"
    COUNTED_BEFORE = "counted_before"
    USED = "used"
    UNKNOWN = "unknown"
    CLOSED = "closed"


class BadBallot(Exception):
    """The ballot breaks a rule of the round; `fault` names it."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Round:
    """A vote: what is asked, how, and whether it is still open."""

    id: str
    neighbourhood: str
    title: str
    method: str
    points: int
    themes: tuple[str, ...]
    opened_at: datetime
    closed_at: datetime | None
    example: bool


_ROUNDS = "SELECT * FROM vote_round ORDER BY opened_at DESC, id"
_OPEN = """
INSERT INTO vote_round BY NAME SELECT unnest($row)
"""
_THING = "INSERT INTO thing VALUES ($id, 'vote_round')"
_PAPER = "INSERT INTO vote_code VALUES ($hash, $round, $group, false, NULL)"
_FIND = "SELECT round, voter_group, used, receipt FROM vote_code WHERE code_hash = $hash"
_USE = "UPDATE vote_code SET used = true, receipt = $receipt WHERE code_hash = $hash AND NOT used"
_CAST = "INSERT INTO ballot VALUES ($ballot, $round, $group, $theme, $points, $place)"
_COUNT = """
SELECT voter_group, count(*)::INTEGER AS handed_out, count(*) FILTER (used)::INTEGER AS used
FROM vote_code WHERE round = $round GROUP BY voter_group
UNION ALL
SELECT voter_group, handed_out, used FROM vote_turnout WHERE round = $round
ORDER BY voter_group
"""
_BALLOTS = "SELECT id, voter_group, theme, points, place FROM ballot WHERE round = $round"
_CLEAR = "DELETE FROM ballot WHERE round = $round"
_TURNOUT = "INSERT INTO vote_turnout VALUES ($round, $voter_group, $handed_out, $used)"
_CLOSE = "UPDATE vote_round SET closed_at = $now WHERE id = $round AND closed_at IS NULL"
_BURN = "DELETE FROM vote_code WHERE round = $round"


def rounds(register: Register) -> list[Round]:
    """All rounds, the newest first."""
    return [_round(row) for row in register.rows(_ROUNDS)]


def open_round(
    register: Register,
    visitor: Visitor,
    neighbourhood: str,
    title: str,
    method: str,
    themes: Sequence[str],
    points: int = 3,
) -> str:
    """Start a vote. Returns its id. Raises NotAllowed, Refused."""
    id = f"stemming-{secrets.token_hex(4)}"
    row = {
        "id": id,
        "neighbourhood": neighbourhood,
        "title": title,
        "method": method,
        "points": points,
        "themes": list(themes),
        "opened_at": _now(),
        "made_by": visitor.name,
        "example": False,
    }
    with register.change(visitor) as change:
        change.run(_THING, id=id)
        change.run(_OPEN, row=row)
    return id


def hand_out(register: Register, visitor: Visitor, round: str, group: str, count: int) -> list[str]:
    """Make ballot papers for one group. The codes are told once and only their hash is kept."""
    codes = [_new_code() for _ in range(min(count, MOST_PAPERS))]
    with register.change(visitor, quiet=True) as change:
        for code in codes:
            change.run(_PAPER, hash=_hash(code), round=round, group=group)
    return codes


def round_of(register: Register, code: str) -> Round | None:
    """The round that a code belongs to, None for a code that was never handed out."""
    found = register.rows(_FIND, hash=_hash(tidy(code)))
    every = {one.id: one for one in rounds(register)}
    return every.get(found[0]["round"]) if found else None


def cast(register: Register, code: str, choices: Mapping[str, int], receipt: str) -> Outcome:
    """Put one ballot in the box. `choices`: theme → points, or theme → place (1 is first).

    `receipt` is a secret of the phone: a second try with the same one is told that it was counted.
    Raises BadBallot when the ballot breaks a rule; then the paper can still be used.
    """
    hashed = _hash(tidy(code))
    with register.change(access.PUBLIC, Action.VOTE, quiet=True) as change:
        paper = next(iter(change.rows(_FIND, hash=hashed)), None)
        if paper is None:
            return Outcome.UNKNOWN
        if paper["used"]:
            again = secrets.compare_digest(paper["receipt"], _hash(receipt))
            return Outcome.COUNTED_BEFORE if again else Outcome.USED
        one = next(one for one in map(_round, change.rows(_ROUNDS)) if one.id == paper["round"])
        if one.closed_at:
            return Outcome.CLOSED
        put(change, one.id, paper["voter_group"], _lines(one, checked(one, choices)))
        change.run(_USE, hash=hashed, receipt=_hash(receipt))
    return Outcome.COUNTED


def checked(one: Round, choices: Mapping[str, int]) -> dict[str, int]:
    """The choices as they may be counted. Raises BadBallot."""
    if not set(choices) <= set(one.themes) or any(given < 0 for given in choices.values()):
        raise BadBallot("unknown")
    if one.method == "rank":
        if sorted(choices.values()) != list(range(1, len(one.themes) + 1)):
            raise BadBallot("places")
        return dict(choices)
    if not sum(choices.values()):
        raise BadBallot("empty")
    if sum(choices.values()) > one.points:
        raise BadBallot("too_many")
    return {theme: points for theme, points in choices.items() if points}


def close_round(register: Register, visitor: Visitor, round: str) -> None:
    """End a vote: shuffle the ballots, keep the turnout, burn the papers. Twice is once."""
    with register.change(visitor) as change:
        change.run(_CLOSE, round=round, now=_now())
        if papers := change.rows(_COUNT, round=round):
            ballots = change.rows(_BALLOTS, round=round)
            change.run(_CLEAR, round=round)
            _shuffled(change, round, ballots)
            _keep_turnout(change, round, papers)
    register.compact()


def _keep_turnout(change: Change, round: str, papers: list[Row]) -> None:
    change.run(_BURN, round=round)
    known = {row["voter_group"] for row in change.rows(_KNOWN, round=round)}
    for row in papers:
        if row["voter_group"] not in known:
            put_turnout(change, row | {"round": round})


def put_turnout(change: Change, row: Row) -> None:
    """Keep how many papers of a group were handed out and used."""
    names = ("round", "voter_group", "handed_out", "used")
    change.run(_TURNOUT, **{name: row[name] for name in names})


_KNOWN = "SELECT voter_group FROM vote_turnout WHERE round = $round"


def _shuffled(change: Change, round: str, ballots: list[Row]) -> None:
    """Write ballots back in another order and under other ids: no order of casting is left."""
    papers: dict[Any, list[Row]] = {}
    for row in ballots:
        papers.setdefault(row["id"], []).append(row)
    mixed = list(papers.values())
    secrets.SystemRandom().shuffle(mixed)
    for lines in mixed:
        put(change, round, lines[0]["voter_group"], lines)


def put(change: Change, round: str, group: str, lines: Iterable[Row]) -> None:
    """Write one ballot: a line (theme, points or place) per theme, under an id of its own."""
    ballot = str(UUID(bytes=secrets.token_bytes(16)))
    for row in lines:
        change.run(
            _CAST, ballot=ballot, round=round, group=group,
            theme=row["theme"], points=row.get("points"), place=row.get("place"),
        )  # fmt: skip


def turnout(register: Register, round: str) -> dict[str, tuple[int, int]]:
    """Group → (papers handed out, papers used)."""
    found = register.rows(_COUNT, round=round)
    return {row["voter_group"]: (row["handed_out"], row["used"]) for row in found}


def ballots(register: Register, round: str) -> dict[str, list[dict[str, float]]]:
    """Group → its ballots, each theme → points or place. For `publish` only."""
    papers: dict[tuple[str, str], dict[str, float]] = {}
    for row in register.rows(_BALLOTS, round=round):
        given = row["place"] if row["points"] is None else row["points"]
        papers.setdefault((row["voter_group"], str(row["id"])), {})[row["theme"]] = given
    return {
        group: [paper for (whose, _), paper in papers.items() if whose == group] for group in GROUPS
    }


def tidy(code: str) -> str:
    """A code as it was handed out, however it was typed: lower case, with spaces or dashes."""
    return "".join(one for one in code.upper() if one in ALPHABET)[:LENGTH]


def written(code: str) -> str:
    """A code as it stands on paper: K3F9-X2MN."""
    return f"{code[:4]}-{code[4:]}"


def _lines(one: Round, choices: Mapping[str, int]) -> list[Row]:
    name = "place" if one.method == "rank" else "points"
    return [{"theme": theme, name: given} for theme, given in choices.items()]


def _round(row: Row) -> Round:
    values = {name: row[name] for name in Round.__slots__}
    return Round(**(values | {"themes": tuple(row["themes"])}))


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
