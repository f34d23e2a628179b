"""The network of partners: who works with whom, and what changed between two rounds.

Everybody on the roster is in the network, also those without ties and those who did not answer.
A tie with oneself is no tie. Measures that do not exist for so few partners are None.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, fsum, sqrt
from statistics import fmean
from typing import NamedTuple

from wijzer.stats.missing import known, only_known

Pair = tuple[str, str]
LEVELS = (1, 2, 3, 4)
"""Rungs of the ladder: information, alignment, cooperation, referral."""

# Shares are compared to this many decimals, as everywhere.
_FINE = 9
_EDGE = 0.12  # the border of the layout, where only partners without ties stand


class BadNetwork(ValueError):
    """A tie or an answer of somebody who is not on the roster, or a score or level that is none."""


class Rule(StrEnum):
    """When two partners have a tie: when either says so, or only when both do."""

    UNION = "union"
    CONFIRMED = "confirmed"


class Verdict(StrEnum):
    """What two rounds may be compared on: all partners, the constant panel, or nothing."""

    WHOLE = "whole"
    PANEL = "panel"
    NONE = "none"


class Reason(StrEnum):
    """Why a comparison is not one of the whole network."""

    ROSTER = "other_roster"
    RESPONSE = "low_response"
    FEW = "too_few_partners"


@dataclass(frozen=True, slots=True)
class Network:
    """Partners and the ties without direction between them; a pair is in alphabetical order."""

    nodes: frozenset[str]
    ties: frozenset[Pair]

    @property
    def density(self) -> float | None:
        """Ties as a fraction of all pairs: 2m/(n(n-1)); None for fewer than two partners."""
        return _of_pairs(2 * len(self.ties), len(self.nodes))

    def within(self, nodes: Collection[str]) -> "Network":
        """The part of the network between these partners."""
        kept = self.nodes & set(nodes)
        return Network(kept, frozenset(tie for tie in self.ties if kept.issuperset(tie)))


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of an undirected network; densities and centralities are fractions.

    `betweenness` is normalised, by partner. `transitivity` is 0 when no two ties meet.
    """

    nodes: int
    ties: int
    density: float | None
    mean_degree: float | None
    max_degree: int
    isolates: tuple[str, ...]
    components: int
    degree_centralisation: float | None
    betweenness: Mapping[str, float]
    betweenness_centralisation: float | None
    transitivity: float


@dataclass(frozen=True, slots=True)
class Directed:
    """Measures of who names whom; all fractions, None where there is nothing to divide by.

    `edge_reciprocity` is of the ties, `dyad_reciprocity` of the pairs with a tie, and
    `confirmation` of the pairs with a tie in which both answered.
    """

    nodes: int
    ties: int
    density: float | None
    edge_reciprocity: float | None
    dyad_reciprocity: float | None
    mutual: int
    confirmation: float | None
    isolates: tuple[str, ...]


class Bridging(NamedTuple):
    """Ties between and within sectors; the index runs from -1 (all within) to 1 (all between)."""

    between: int
    within: int
    index: float | None


@dataclass(frozen=True, slots=True)
class Shift:
    """Ties of two rounds beside each other, and both densities."""

    first: float | None
    second: float | None
    gained: frozenset[Pair]
    lost: frozenset[Pair]
    stable: frozenset[Pair]

    @property
    def jaccard(self) -> float | None:
        """Stable ties as a fraction of all ties in either round; None when there were none."""
        every = len(self.gained) + len(self.lost) + len(self.stable)
        return len(self.stable) / every if every else None


class Change(NamedTuple):
    """A change on the partners of both rounds, and on all: new partners lower a density."""

    panel: Shift
    everybody: Shift


@dataclass(frozen=True, slots=True)
class Round:
    """Who was asked, and who of them answered. Raises BadNetwork for an answer of another."""

    roster: frozenset[str]
    answered: frozenset[str]

    def __post_init__(self) -> None:
        if not self.answered <= self.roster:
            raise BadNetwork(f"{set(self.answered - self.roster)} not on the roster")

    @property
    def response(self) -> float | None:
        """Answered as a fraction of the roster; None without a roster."""
        return len(self.answered) / len(self.roster) if self.roster else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two rounds may be compared on, why not on all, and the partners for it."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    partners: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rating:
    """What one partner thinks of another: items from 1 to 4; `related` when they have a tie."""

    rater: str
    rated: str
    items: Sequence[float | None]
    related: bool = True


class Standing(NamedTuple):
    """Trust in a partner or its value, from 1 to 4, and how many others say so."""

    mean: float
    raters: int


def undirected(nodes: Iterable[str], ties: Iterable[Pair], rule: str = Rule.UNION) -> Network:
    """The network from who names whom. Raises BadNetwork for a name that is not on the roster.

    CONFIRMED asks both to name each other, so one who did not answer has no ties by it.
    """
    roster, named = _checked(nodes, ties)
    confirmed = Rule(rule) is Rule.CONFIRMED
    return Network(
        roster, frozenset(_pair(a, b) for a, b in named if not confirmed or (b, a) in named)
    )


def measures(network: Network) -> Measures:
    """All measures of one network.

    Degree centralisation is Freeman's Σ(d_max - d)/((n-1)(n-2)), betweenness centralisation
    Σ(b_max - b)/(n-1), None below three partners. Source: Freeman 1979, Social Networks 1:215-239.
    """
    import networkx as nx  # here, for it is slow to import and seldom needed

    graph: nx.Graph[str] = nx.Graph(sorted(network.ties))
    graph.add_nodes_from(sorted(network.nodes))
    n, degrees = len(network.nodes), dict(graph.degree())
    between: dict[str, float] = nx.betweenness_centrality(graph)
    most, widest = max(degrees.values(), default=0), max(between.values(), default=0.0)
    spread, reach = (
        sum(most - d for d in degrees.values()),
        fsum(widest - b for b in between.values()),
    )
    return Measures(
        n,
        len(network.ties),
        network.density,
        fmean(degrees.values()) if n else None,
        most,
        tuple(sorted(nx.isolates(graph))),
        nx.number_connected_components(graph),
        spread / ((n - 1) * (n - 2)) if n > 2 else None,
        between,
        reach / (n - 1) if n > 2 else None,
        float(nx.transitivity(graph)),
    )


def directed(
    nodes: Iterable[str], ties: Iterable[Pair], answered: Collection[str] | None = None
) -> Directed:
    """Measures of who names whom; without `answered` everybody on the roster did.

    Raises BadNetwork for a name that is not on the roster. Wasserman & Faust 1994, chapter 13.
    """
    roster, named = _checked(nodes, ties)
    sure = Round(roster, roster if answered is None else frozenset(answered)).answered
    dyads = {_pair(a, b) for a, b in named}
    mutual = {(a, b) for a, b in dyads if {(a, b), (b, a)} <= named}
    asked = {dyad for dyad in dyads if sure.issuperset(dyad)}
    return Directed(
        len(roster),
        len(named),
        _of_pairs(len(named), len(roster)),
        2 * len(mutual) / len(named) if named else None,
        len(mutual) / len(dyads) if dyads else None,
        len(mutual),
        len(mutual & asked) / len(asked) if asked else None,
        tuple(sorted(roster.difference(*named))),
    )


def bridging(network: Network, sectors: Mapping[str, str]) -> Bridging:
    """Krackhardt & Stern's E-I index: (between - within)/(between + within) over the ties.

    Ties of a partner whose sector is not known are left out; None without any other.
    """
    placed = [tie for tie in network.ties if sectors.keys() >= set(tie)]
    between = sum(sectors[a] != sectors[b] for a, b in placed)
    within = len(placed) - between
    return Bridging(between, within, (between - within) / len(placed) if placed else None)


def ladder(
    nodes: Iterable[str], levels: Iterable[tuple[str, str, int]], rule: str = Rule.UNION
) -> dict[int, Network]:
    """The network at each of the four levels; a tie at a level implies those below it.

    Its density never rises on the way up. Raises BadNetwork for a level that is none and for a
    name that is not on the roster.
    """
    named, roster = list(levels), list(nodes)
    if not {level for _, _, level in named} <= set(LEVELS):
        raise BadNetwork(f"a level is one of {LEVELS}")
    return {
        rung: undirected(roster, [(a, b) for a, b, level in named if level >= rung], rule)
        for rung in LEVELS
    }


def change(first: Network, second: Network, panel: Collection[str] | None = None) -> Change:
    """What was gained, lost and kept: on the panel (all who are in both rounds) and on all."""
    constant = first.nodes & second.nodes if panel is None else set(panel)
    return Change(_shift(first.within(constant), second.within(constant)), _shift(first, second))


def jackknife(
    network: Network, statistic: Callable[[Network], float | None] = lambda one: one.density
) -> float | None:
    """Standard error by leaving out each partner in turn: √((n-2)/(2n)·Σ(s₋ᵢ - mean)²).

    Rough: say so beside it. None where the statistic is for one of the smaller networks.
    Source: Snijders & Borgatti 1999, Connections 22(2):161-170.
    """
    found = [statistic(network.within(network.nodes - {node})) for node in sorted(network.nodes)]
    values, n = only_known(found), len(found)
    if n < 3 or len(values) < n:
        return None
    centre = fmean(values)
    return sqrt((n - 2) / (2 * n) * fsum((value - centre) ** 2 for value in values))


def standings(ratings: Iterable[Rating]) -> dict[str, Standing]:
    """PARTNER score of each partner: mean over raters of the mean of the items, from 1 to 4.

    The items are those of trust or those of value. What partners say of themselves and of
    those they have no tie with is left out. Raises BadNetwork for an item outside 1 to 4.
    Source: BMC Public Health 2016, 16, s12889-016-3194-7, table 1.
    """
    received: defaultdict[str, list[float]] = defaultdict(list)
    for one in ratings:
        items = only_known(one.items)
        if not all(1 <= item <= 4 for item in items):
            raise BadNetwork(f"items {items} of 1 to 4")
        if items and one.related and one.rater != one.rated:
            received[one.rated].append(fmean(items))
    return {rated: Standing(fmean(means), len(means)) for rated, means in received.items()}


def comparable(
    first: Round, second: Round, min_response: float = 0.70, min_partners: int = 10
) -> Comparison:
    """Whether two rounds may be compared: as a WHOLE, on the PANEL, or not (NONE).

    WHOLE with the same roster and enough response in both; else the PANEL of partners who
    answered both times; NONE when fewer than `min_partners` are left either way. A response
    that equals `min_response` is enough.
    """
    low = [
        not known(r) or round(r, _FINE) < min_response for r in (first.response, second.response)
    ]
    found = [(Reason.ROSTER, first.roster != second.roster), (Reason.RESPONSE, any(low))]
    reasons = tuple(reason for reason, holds in found if holds)
    partners = first.answered & second.answered if reasons else first.roster
    if len(partners) < min_partners:
        return Comparison(Verdict.NONE, (*reasons, Reason.FEW), partners)
    return Comparison(Verdict.PANEL if reasons else Verdict.WHOLE, reasons, partners)
