"""The network of partners: who works with whom, and what changed between two rounds.

Everybody on the roster is in the network, also those without ties and those who did not answer.
A tie with oneself is no tie. Measures that do not exist for so few partners are None.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import chain
from math import ceil, dist, fsum, sqrt
from statistics import fmean, pvariance
from typing import NamedTuple

from wijzer.stats.missing import only_known

Pair = tuple[str, str]
Place = tuple[float, float]
LEVELS = (1, 2, 3, 4)
"""Rungs of the ladder: information, alignment, cooperation, referral."""

_EDGE = 0.12  # the border of the layout, where only partners without ties stand


class BadNetwork(ValueError):
    """A tie of somebody who is not on the roster, or a level that is none."""


class Rule(StrEnum):
    """When two partners have a tie: when either says so, or only when both do."""

    UNION = "union"
    CONFIRMED = "confirmed"


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
    """Ties between and within sectors; `ei` runs from -1 (all within) to 1 (all between)."""

    between: int
    within: int
    ei: float | None


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

    Centralisation of degree is Freeman's Σ(d_max - d)/((n-1)(n-2)), of betweenness
    Σ(b_max - b)/(n-1), both None below three partners. Freeman 1979, Social Networks 1:215-239.
    """
    import networkx as nx  # here, for it is slow to import and seldom needed

    graph: nx.Graph[str] = nx.Graph(sorted(network.ties))
    graph.add_nodes_from(sorted(network.nodes))
    n, degrees = len(network.nodes), dict(graph.degree())
    between: dict[str, float] = nx.betweenness_centrality(graph)
    return Measures(
        n,
        len(network.ties),
        network.density,
        fmean(degrees.values()) if n else None,
        max(degrees.values(), default=0),
        tuple(sorted(nx.isolates(graph))),
        nx.number_connected_components(graph),
        _spread(degrees.values()) / ((n - 1) * (n - 2)) if n > 2 else None,
        between,
        _spread(between.values()) / (n - 1) if n > 2 else None,
        float(nx.transitivity(graph)),
    )


def directed(
    nodes: Iterable[str], ties: Iterable[Pair], answered: Collection[str] | None = None
) -> Directed:
    """Measures of who names whom; without `answered` everybody on the roster did.

    Raises BadNetwork for a name that is not on the roster. Wasserman & Faust 1994, chapter 13.
    """
    roster, named = _checked(nodes, ties)
    sure = roster if answered is None else frozenset(answered)
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

    Rough: say so beside it. None where the statistic is None for one of the smaller networks.
    Source: Snijders & Borgatti 1999, Connections 22(2):161-170.
    """
    found = [statistic(network.within(network.nodes - {node})) for node in sorted(network.nodes)]
    values, n = only_known(found), len(found)
    if n < 3 or len(values) < n:
        return None
    return sqrt((n - 2) / 2 * pvariance(values))


def layout(
    rosters: Iterable[Iterable[str]], ties: Iterable[Iterable[Pair]], seed: int = 1
) -> dict[str, Place]:
    """One place for each partner in all rounds together, so that only ties move between them.

    Same input, same places. Those without a tie in any round stand on the border, all others
    well inside it, and no two near each other. Raises BadNetwork as `undirected` does.
    """
    union = undirected({one for roster in rosters for one in roster}, chain.from_iterable(ties))
    tied = sorted({partner for tie in union.ties for partner in tie})
    alone = sorted(union.nodes.difference(tied))
    around = {node: _border(4 * (i + 0.5) / len(alone)) for i, node in enumerate(alone)}
    return around | (_inside(tied, union.ties, seed) if tied else {})


def _inside(nodes: list[str], ties: frozenset[Pair], seed: int) -> dict[str, Place]:
    """Places by springs, filling the square, each on the nearest free point of a fine grid."""
    import networkx as nx

    found = nx.spring_layout(nx.Graph(sorted(ties)), seed=seed, iterations=300)
    xs, ys = (_filled([float(found[node][axis]) for node in nodes]) for axis in (0, 1))
    side = 3 * ceil(sqrt(len(nodes)))
    steps = [_EDGE + (1 - 2 * _EDGE) * i / (side - 1) for i in range(side)]
    free, placed = [(x, y) for x in steps for y in steps], {}
    for node, wanted in zip(nodes, zip(xs, ys, strict=True), strict=True):
        placed[node] = min(free, key=partial(dist, wanted))
        free.remove(placed[node])
    return placed


def _filled(values: list[float]) -> list[float]:
    """Values spread from border to border, or in the middle when they are all the same."""
    low, width = min(values), max(values) - min(values)
    return [_EDGE + (1 - 2 * _EDGE) * ((v - low) / width if width else 0.5) for v in values]


def _border(at: float) -> Place:
    """A place on the border of the unit square, `at` sides along from a corner."""
    along = at % 1
    return ((along, 0.0), (1.0, along), (1 - along, 1.0), (0.0, 1 - along))[int(at)]


def _checked(nodes: Iterable[str], ties: Iterable[Pair]) -> tuple[frozenset[str], frozenset[Pair]]:
    """The roster and the ties without those to oneself."""
    roster, named = frozenset(nodes), frozenset((a, b) for a, b in ties if a != b)
    if strangers := {name for tie in named for name in tie} - roster:
        raise BadNetwork(f"{strangers} not on the roster")
    return roster, named


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _of_pairs(count: int, n: int) -> float | None:
    return count / (n * (n - 1)) if n > 1 else None


def _spread(values: Collection[float]) -> float:
    return fsum(max(values) - value for value in values)


def _shift(a: Network, b: Network) -> Shift:
    return Shift(a.density, b.density, b.ties - a.ties, a.ties - b.ties, a.ties & b.ties)
