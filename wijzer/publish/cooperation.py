"""The rounds of the network of partners, as a visitor may see them, and what two are compared on.

The team sees partners by name. The public sees no partner: sectors, and only of rounds in which
enough partners answered. A sector with few partners would name them, so it is put together with
what is left of its field, and else with `andere sectoren`; the same way in all rounds, so that
two rounds beside each other tell no more than each by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wijzer import catalog, texts, thresholds
from wijzer.access import Visitor
from wijzer.lists import CODES
from wijzer.model import Role
from wijzer.publish.door import Row
from wijzer.publish.entered import of, title
from wijzer.stats import collaboration, network
from wijzer.stats.collaboration import Comparison, Reason, Round, Verdict
from wijzer.stats.network import Network, Pair, Shift
from wijzer.store import cooperation as store
from wijzer.store.entries import State
from wijzer.store.register import Register

INSTRUMENT = "cac"
FEWEST_IN_SECTOR = 3
"""A sector with fewer partners in any round does not stand by itself for the public."""

MIN_RESPONSE, MIN_PARTNERS = 0.70, 10
FIELDS = (
    ("primary_care", "care", "public_health", "insurer"),
    ("welfare", "residents"),
    ("education", "sport"),
    ("surroundings", "planning", "housing"),
    ("municipality", "research", "other"),
)
"""Sectors that are much alike: small ones are put together within these."""


@dataclass(frozen=True, slots=True)
class Wave:
    """One round: who was asked and answered, who names whom at which level, and what they think."""

    id: str
    name: str
    short: str
    day: date
    asked: Round
    levels: tuple[tuple[str, str, int], ...]
    ratings: tuple[Row, ...]
    checklists: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cooperation:
    """All rounds of a neighbourhood that a visitor may see, oldest first.

    `hidden` counts the others. `titles` are empty unless this visitor may know who is who;
    `groups` has the code of the group of sectors that the public sees, by partner.
    """

    waves: tuple[Wave, ...]
    hidden: int
    named: bool
    titles: Mapping[str, str]
    sectors: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    example: bool

    def wave(self, id: str) -> Wave:
        """A round by its id. Raises KeyError."""
        return {one.id: one for one in self.waves}[id]

    def before(self, id: str) -> tuple[Wave, ...]:
        """The rounds before this one, oldest first."""
        return self.waves[: self.waves.index(self.wave(id))]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: two rounds (the earlier may be empty), from which level, by which rule."""

    later: str
    earlier: str = ""
    level: int = 1
    rule: str = network.Rule.UNION


@dataclass(frozen=True, slots=True)
class Compared:
    """A round and an earlier one beside each other; without an earlier one nothing is compared."""

    asked: Question
    second: Wave
    network: Network
    first: Wave | None = None
    before: Network | None = None
    on: Comparison | None = None
    shift: Shift | None = None

    @property
    def partners(self) -> frozenset[str] | None:
        """The partners that both rounds are compared on; None when they are not."""
        return self.on.partners if self.on and self.on.verdict is not Verdict.NONE else None

    @property
    def both(self) -> list[tuple[Wave, Network]]:
        """The rounds with their networks, the earlier one first."""
        earlier = [(self.first, self.before)] if self.first and self.before else []
        return [*earlier, (self.second, self.network)]


def cooperation_of(
    register: Register, seen: State, neighbourhood: str, visitor: Visitor
) -> Cooperation:
    """The rounds of the network in one neighbourhood, as this visitor may see them."""
    rows = [row for row in of(seen, "survey_round", neighbourhood) if row["subject"] == "network"]
    rows.sort(key=lambda row: (row["day"], row["number"], row["id"]))
    ids = [row["id"] for row in rows]
    asked, named = store.roster(register, ids), visitor.role is Role.TEAM
    ties, filled = store.ties(register, ids), store.checklists(register, ids, INSTRUMENT)
    waves = [_wave(row, asked, ties, filled) for row in rows]
    enough = thresholds.now().limits[visitor.role].partners
    shown = [one for one in waves if len(one.asked.answered) >= enough]
    known = {row["partner"]: seen["partner"].get(row["partner"]) for row in asked}
    sectors = {id: (row["sector"] if row else None) or "other" for id, row in known.items()}
    every = [*rows, *asked, *ties, *filled, *filter(None, known.values())]
    return Cooperation(
        tuple(shown),
        len(waves) - len(shown),
        named,
        {id: partner_name(row, neighbourhood) for id, row in known.items()} if named else {},
        sectors,
        grouped([[sectors[id] for id in one.asked.roster] for one in shown], sectors),
        any(row["example"] for row in every),
    )


def _wave(row: Row, asked: list[Row], ties: list[Row], filled: list[Row]) -> Wave:
    roster, named, lists = (
        [one for one in some if one["round"] == row["id"]] for some in (asked, ties, filled)
    )
    return Wave(
        row["id"],
        texts.wave_name(row["number"], row["day"]),
        texts.wave_option(row["number"], row["day"]),
        row["day"],
        Round(
            frozenset(one["partner"] for one in roster),
            frozenset(one["partner"] for one in roster if one["answered"]),
        ),
        tuple((one["sender"], one["receiver"], one["intensity"]) for one in named),
        tuple(named),
        tuple(lists),
    )


def partner_name(row: Row | None, neighbourhood: str) -> str:
    """The name of a partner, without what the page says for all: the neighbourhood, an example."""
    place = catalog.neighbourhood(neighbourhood).name
    name = title(row).removeprefix(f"{texts.EXAMPLE_START}: ")
    return name.removesuffix(f" ({place})")


def grouped(
    rosters: Sequence[Sequence[str]], sectors: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """By partner the sectors that stand together for the public, none of few partners.

    `rosters` are the sectors of the partners of each round. Empty when there are too few partners
    for two groups: then there is nothing to draw.
    """
    used = [one for one in CODES["sector"] if any(one in roster for roster in rosters)]

    def fewest(group: Iterable[str]) -> int:
        inside = set(group)
        return min((sum(one in inside for one in roster) for roster in rosters), default=0)

    alone = [(one,) for one in used if fewest([one]) >= FEWEST_IN_SECTOR]
    left = [one for one in used if (one,) not in alone]
    fields = [tuple(one for one in left if one in field) for field in FIELDS]
    together = [one for one in fields if fewest(one) >= FEWEST_IN_SECTOR]
    rest = tuple(one for one in left if not any(one in some for some in together))
    groups = sorted([*alone, *together], key=fewest, reverse=True)
    while rest and groups and fewest(rest) < FEWEST_IN_SECTOR:
        rest += groups.pop()
    groups += [rest] if rest else []
    if len(groups) < 2:
        return {}
    by_sector = {one: group for group in groups for one in group}
    return {id: by_sector[one] for id, one in sectors.items() if one in by_sector}


def compared(found: Cooperation, asked: Question) -> Compared:
    """What is asked for: the networks, and what was gained and lost where that can be said."""
    second = found.wave(asked.later)
    after = _network(second, asked)
    if not asked.earlier:
        return Compared(asked, second, after)
    first = found.wave(asked.earlier)
    before = _network(first, asked)
    on = collaboration.comparable(first.asked, second.asked, MIN_RESPONSE, MIN_PARTNERS)
    nothing = on.verdict is Verdict.NONE
    shift = None if nothing else network.change(before, after, on.partners).panel
    return Compared(asked, second, after, first, before, on, shift)


def _network(one: Wave, asked: Question) -> Network:
    return network.ladder(one.asked.roster, one.levels, asked.rule)[asked.level]


def what_changed(found: Compared) -> tuple[str, str]:
    """What happened between two rounds or what one says, and what that is worth."""
    if found.first is None or found.on is None:
        return _one_round(found), texts.FIRST_ROUND
    reasons = [_reason(found.first, found.second, found.on, one) for one in found.on.reasons]
    whom = texts.compared_on(found.on.verdict, len(found.on.partners))
    if found.shift is None:
        return whom, " ".join(reasons)
    said = texts.gained_and_lost(
        found.first.day, found.second.day, len(found.shift.gained), len(found.shift.lost)
    )
    density = texts.density_from_to(found.shift.first, found.shift.second)
    return f"{said} {whom}", " ".join([density, *reasons, texts.NO_CAUSE])


def _one_round(found: Compared) -> str:
    return texts.ROUND_SAYS.format(
        ronde=texts.in_month(found.second.day),
        aantal=len(found.network.nodes),
        verbindingen=texts.ties_count(len(found.network.ties)),
        deel=texts.whole_percent(found.network.density),
    )


def _reason(first: Wave, second: Wave, on: Comparison, reason: Reason) -> str:
    if reason is Reason.ROSTER:
        return texts.other_roster(len(first.asked.roster), len(second.asked.roster))
    if reason is Reason.FEW:
        return texts.too_few_partners(len(on.partners), MIN_PARTNERS)
    low = [one for one in (first, second) if (one.asked.response or 0) < MIN_RESPONSE]
    return " ".join(
        texts.low_response(texts.in_month(one.day), one.asked.response, MIN_RESPONSE) for one in low
    )


def state_of(found: Compared, tie: Pair) -> str:
    """What happened to a tie: kept, gained, lost, other (not compared) or plain (one round)."""
    if found.shift is None:
        return "plain"
    for word, those in (
        ("kept", found.shift.stable),
        ("gained", found.shift.gained),
        ("lost", found.shift.lost),
    ):
        if tie in those:
            return word
    return "other"


def group_name(group: Sequence[str]) -> str:
    """What a group of sectors is called."""
    if not any(set(group) <= set(one) for one in FIELDS):
        return texts.OTHER_SECTORS
    return texts.enumerate_words([texts.WORD["sector"][one] for one in group])
