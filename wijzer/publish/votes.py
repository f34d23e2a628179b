"""Votes: turnout while a round is open, and what the ballots say once it is closed.

A group with fewer ballots than a role may see is hidden, and then the sum of the groups is too:
the whole minus the other group would tell what was hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.publish.door import Row
from wijzer.publish.entered import people_text, title
from wijzer.stats import priority
from wijzer.store import votes
from wijzer.store.entries import State
from wijzer.store.register import Register


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What one group of voters said: rows by option, best first; none when it is hidden."""

    group: str
    name: str
    turnout: str
    hidden: bool
    rows: list[Row]
    sentence: str


@dataclass(frozen=True, slots=True)
class Result:
    """A round with its groups and, when they may all be seen, everybody together."""

    round: votes.Round
    groups: list[GroupResult]
    sentence: str

    @property
    def shares(self) -> dict[str, dict[str, float]] | None:
        """Group → option → share, when no group is hidden and each has ballots."""
        if any(one.hidden or not one.rows for one in self.groups):
            return None
        return {one.group: {row["id"]: row["share"] for row in one.rows} for one in self.groups}


def rounds(register: Register, neighbourhood: str) -> list[votes.Round]:
    """The votes of one neighbourhood, the newest first."""
    return [one for one in votes.rounds(register) if one.neighbourhood == neighbourhood]


def turnout(register: Register, round: str, visitor: Visitor) -> list[tuple[str, str]]:
    """Group and its turnout in words, as this visitor may read it."""
    found = votes.turnout(register, round)
    return [
        (texts.VOTERS[group], _turnout(found[group], visitor))
        for group in votes.GROUPS
        if group in found
    ]


def _turnout(counts: tuple[int, int], visitor: Visitor) -> str:
    handed_out, used = (people_text(count, visitor) for count in counts)
    return texts.TURNOUT.format(gebruikt=used, uitgedeeld=handed_out)


def result(register: Register, one: votes.Round, seen: State, visitor: Visitor) -> Result | None:
    """What a closed round says; None while it is open, also for the team."""
    if one.closed_at is None:
        return None
    ballots = votes.ballots(register, one.id)
    told = dict(turnout(register, one.id, visitor))
    names = {id: title(seen["theme"].get(id)) for id in one.themes}
    groups = [
        _group(one, group, ballots[group], names, told.get(texts.VOTERS[group], ""), visitor)
        for group in votes.GROUPS
        if ballots[group] or told.get(texts.VOTERS[group])
    ]
    return Result(one, groups, texts.vote_sentence([_first(each) for each in groups]))


def _group(
    one: votes.Round,
    group: str,
    ballots: list[dict[str, float]],
    names: Mapping[str, str],
    turnout: str,
    visitor: Visitor,
) -> GroupResult:
    hidden = len(ballots) < access.SMALLEST[visitor.role]
    rows, sentence = ([], texts.ROUND_HIDDEN) if hidden else _counted(one, ballots, names)
    return GroupResult(group, texts.VOTERS[group], turnout, hidden, rows, sentence)


def _counted(
    one: votes.Round, ballots: list[dict[str, float]], names: Mapping[str, str]
) -> tuple[list[Row], str]:
    return _dots(ballots, names) if one.method == "dots" else _ranked(ballots, names)


def _dots(ballots: list[dict[str, float]], names: Mapping[str, str]) -> tuple[list[Row], str]:
    whole = [{id: int(points) for id, points in ballot.items()} for ballot in ballots]
    tally = priority.dots(whole, list(names))
    share, voters = tally.share_of_points or {}, tally.share_of_voters or {}
    rows = [
        {
            "id": id,
            "name": name,
            "score": tally.points[id],
            "share": share.get(id, 0.0),
            "score_text": texts.points(tally.points[id]),
            "detail": texts.voters_share(voters.get(id, 0.0)),
        }
        for id, name in names.items()
    ]
    return _placed(rows), texts.dots_sentence(tally.n)


def _ranked(ballots: list[dict[str, float]], names: Mapping[str, str]) -> tuple[list[Row], str]:
    tally = priority.ranking(ballots, list(names))
    total = sum(tally.borda.values()) or 1.0
    rows = [
        {
            "id": id,
            "name": name,
            "score": tally.borda[id],
            "share": tally.borda[id] / total,
            "score_text": texts.points(tally.borda[id]),
            "detail": texts.rank_sum(tally.rank_sums[id]),
        }
        for id, name in names.items()
    ]
    return _placed(rows), texts.agreement(tally.w, priority.agreement(tally.w).value)


def _placed(rows: list[Row]) -> list[Row]:
    places = priority.ranks({row["id"]: row["score"] for row in rows})
    placed = [row | _texts(row, places[row["id"]]) for row in rows]
    ordered = sorted(placed, key=lambda row: (row["place"], row["name"]))
    return [row | {"order": number} for number, row in enumerate(ordered)]


def _texts(row: Row, place: float) -> Row:
    return {
        "place": place,
        "place_text": texts.plain_number(place),
        "share_text": texts.amount(row["share"] * 100, "%"),
    }


def _first(one: GroupResult) -> tuple[str, list[str]]:
    """The group and what stands first with it; no names when it is hidden."""
    best = one.rows[0]["place"] if one.rows else 0
    return one.name, [row["name"] for row in one.rows if row["place"] == best]


def mix(result: Result, weights: Mapping[str, float]) -> list[tuple[str, str]]:
    """Option and share in an explicit mix of the groups; empty when a group is hidden."""
    shares = result.shares
    if shares is None or len(shares) < len(votes.GROUPS) or not sum(weights.values()):
        return []
    names = {row["id"]: row["name"] for one in result.groups for row in one.rows}
    mixed = priority.weighted(shares, {group: weights[group] for group in shares})
    ordered = sorted(mixed.items(), key=lambda one: -one[1])
    return [(names[id], texts.amount(share * 100, "%")) for id, share in ordered]
