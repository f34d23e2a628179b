"""The network of partners as it may be drawn and told: partners by name, or groups of sectors.

The public reads of two groups of sectors only about how many of their partners work together:
in words, for "all" and "none" would tell of every partner in them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import comb, cos, pi, sin

from wijzer import texts
from wijzer.lists import CODES
from wijzer.publish.cooperation import Compared, Cooperation, Wave, group_name, state_of
from wijzer.publish.door import Row
from wijzer.stats import network as stats
from wijzer.stats.collaboration import Verdict
from wijzer.stats.network import Measures, Network, Place

SHARES = (("few", 0.2), ("some", 0.4), ("half", 0.7), ("most", float("inf")))
"""Words for the share of pairs of partners with a tie, each up to a limit."""

FEWEST_PAIRS = 6
"""Of fewer pairs the first word would mean none."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One round to draw, and the same as a table.

    Nodes have key, name, code, look (a sector or the place of a group), partners, answered and
    told; ties one, two, look and told. No key is the id of a partner unless the names are there.
    """

    name: str
    nodes: list[Row]
    ties: list[Row]
    header: tuple[str, ...]
    rows: list[list[str]]


def network_places(found: Cooperation) -> dict[str, Place]:
    """The fixed place of every node in all rounds of a neighbourhood, in the unit square."""
    if not found.named:
        return _circle(_groups(found))
    rosters = [one.asked.roster for one in found.waves]
    pairs = [[(a, b) for a, b, _ in one.levels] for one in found.waves]
    return stats.layout(rosters, pairs)


def network_ties(found: Cooperation) -> list[stats.Pair]:
    """For the team: every tie in any round, to lay out a picture that suits all of them."""
    if not found.named:
        return []
    every = {tuple(sorted(step[:2])) for one in found.waves for step in one.levels}
    return sorted((a, b) for a, b in every)


def _groups(found: Cooperation) -> list[tuple[str, ...]]:
    order = CODES["sector"].index
    return sorted(set(found.groups.values()), key=lambda group: order(group[0]))


def _circle(groups: list[tuple[str, ...]]) -> dict[str, Place]:
    turn = 2 * pi / max(1, len(groups))
    return {
        str(at): (0.5 + 0.38 * sin(turn * at), 0.5 - 0.38 * cos(turn * at))
        for at in range(len(groups))
    }


def drawn_networks(found: Cooperation, view: Compared) -> list[Drawn]:
    """The rounds that are asked for, the earlier one first; none when there is nothing to draw."""
    if not found.named and not found.groups:
        return []
    draw = _partners if found.named else _sectors
    return [draw(found, view, one, net) for one, net in view.both]


def _partners(found: Cooperation, view: Compared, one: Wave, net: Network) -> Drawn:
    states = {tie: state_of(view, tie) for tie in sorted(net.ties)}
    nodes = [_partner(found, one, net, id) for id in sorted(net.nodes)]
    ties = [
        {
            "one": a,
            "two": b,
            "look": state,
            "told": f"{found.titles[a]} – {found.titles[b]}: {texts.TIE_WORD[state]}",
        }
        for (a, b), state in states.items()
    ]
    rows = [
        [node["name"], node["sector"], node["answer"], _with(found, states, node["key"])]
        for node in sorted(nodes, key=lambda node: node["name"])
    ]
    return Drawn(one.name, nodes, ties, texts.NETWORK_HEADER, rows)


def _partner(found: Cooperation, one: Wave, net: Network, id: str) -> Row:
    sector, count = found.sectors[id], sum(id in tie for tie in net.ties)
    answered = id in one.asked.answered
    answer = texts.FILLED_IN if answered else texts.NOT_FILLED_IN
    return {
        "key": id,
        "name": found.titles[id],
        "code": texts.SECTOR_CODE[sector],
        "look": sector,
        "sector": texts.WORD["sector"][sector],
        "partners": 1,
        "answered": answered,
        "answer": answer,
        "told": f"{texts.ties_count(count)}, {answer}",
    }


def _with(found: Cooperation, states: Mapping[stats.Pair, str], id: str) -> str:
    others = {b if a == id else a: state for (a, b), state in states.items() if id in (a, b)}
    named = sorted((found.titles[other], texts.TIE_MARK[state]) for other, state in others.items())
    return "; ".join(f"{mark}{name}" for name, mark in named) or texts.NOBODY


def _sectors(found: Cooperation, view: Compared, one: Wave, net: Network) -> Drawn:
    groups, within = _groups(found), texts.WITHIN_SECTOR
    members = [[id for id in one.asked.roster if found.groups[id] == group] for group in groups]
    names = [group_name(group) for group in groups]
    nodes = [
        {
            "key": str(at),
            "name": names[at],
            "code": str(len(members[at])),
            "look": str(at),
            "sector": names[at],
            "partners": len(members[at]),
            "answered": True,
            "told": texts.partners_count(len(members[at])),
        }
        for at in range(len(groups))
    ]
    ties, words = [], [[f"{within}: {_share(net, ids, ids)[1]}"] for ids in members]
    for a, b in combinations(range(len(groups)), 2):
        look, word = _share(net, members[a], members[b])
        ties.append({"one": str(a), "two": str(b), "look": look,
                     "told": f"{names[a]} – {names[b]}: {word}"})  # fmt: skip
        words[a].append(f"{names[b]}: {word}")
        words[b].append(f"{names[a]}: {word}")
    rows = [[names[at], str(len(members[at])), "; ".join(words[at])] for at in range(len(groups))]
    return Drawn(one.name, nodes, ties, texts.SECTOR_NETWORK_HEADER, rows)


def _share(net: Network, ones: list[str], twos: list[str]) -> tuple[str, str]:
    """How many of the pairs between two groups, or within one, have a tie: look and word."""
    pairs = comb(len(ones), 2) if ones is twos else len(ones) * len(twos)
    if pairs < FEWEST_PAIRS:
        return "few", texts.HIDDEN_CELL
    inside = {(min(a, b), max(a, b)) for a in ones for b in twos if a != b}
    share = len(net.ties & inside) / pairs
    look = next(word for word, limit in SHARES if share < limit)
    return look, texts.SHARE_WORD[look]


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of one network as text, by what they are called in `texts.MEASURES`."""

    name: str
    whom: str
    values: Mapping[str, str]


def network_measures(found: Cooperation, view: Compared) -> list[Measured]:
    """The measures of each round on all partners, and on the panel when that is compared."""
    told = [_told(found, view, one, net, texts.ALL_PARTNERS) for one, net in view.both]
    if view.on is None or view.on.verdict is not Verdict.PANEL:
        return told
    return told + [
        _told(found, view, one, net.within(view.on.partners), texts.PANEL) for one, net in view.both
    ]


def _told(found: Cooperation, view: Compared, one: Wave, net: Network, whom: str) -> Measured:
    level, rule = view.asked.level, view.asked.rule
    inside = [step for step in one.levels if net.nodes.issuperset(step[:2])]
    named = [(a, b) for a, b, rung in inside if rung >= level]
    whole, both = stats.measures(net), stats.directed(net.nodes, named, one.asked.answered)
    answered = len(one.asked.answered & net.nodes)
    values = {
        "asked": str(len(net.nodes)),
        "answered": f"{answered} ({texts.whole_percent(_part(answered, len(net.nodes)))})",
        "ties": str(whole.ties),
        "density": _rough(net, lambda part: part.density),
        "mean_degree": texts.number(whole.mean_degree or 0, 1),
        "isolates": str(len(whole.isolates)),
        "reciprocity": texts.whole_percent(both.edge_reciprocity),
        "confirmation": texts.whole_percent(both.confirmation),
        "centralisation": _rough(net, lambda part: stats.measures(part).degree_centralisation),
        "brokers": texts.whole_percent(whole.betweenness_centralisation),
        "bridging": _index(found, stats.bridging(net, found.sectors).ei),
    }
    rungs = stats.ladder(net.nodes, inside, rule)
    ladder = {f"level_{rung}": texts.whole_percent(one.density) for rung, one in rungs.items()}
    return Measured(one.name, whom, values | ladder)


def _rough(net: Network, measure: Callable[[Network], float | None]) -> str:
    """A fraction with its jackknife standard error."""
    value, error = texts.whole_percent(measure(net)), stats.jackknife(net, measure)
    return (
        value
        if error is None
        else texts.ROUGH.format(cijfer=value, fout=texts.whole_percent(error))
    )


def _index(found: Cooperation, value: float | None) -> str:
    """The E-I index; at its ends it would tell the public of each partner in a small sector."""
    if value is None:
        return "–"
    if abs(value) == 1 and not found.named:
        return texts.ALL_BETWEEN if value > 0 else texts.ALL_WITHIN
    return texts.shift_of(value)


def _part(count: int, of: int) -> float | None:
    return count / of if of else None


def measure_name(key: str) -> str:
    """What a measure is called."""
    if key.startswith("level_"):
        return texts.MEASURES["level"].format(niveau=f"‘{texts.LEVELS[int(key[-1])]}’")
    return texts.MEASURES[key]


def brokers(found: Cooperation, view: Compared) -> list[list[str]]:
    """For the team: who lies on the shortest ways between others, at most five."""
    if not found.named:
        return []
    whole: Measures = stats.measures(view.network)
    ordered = sorted(whole.betweenness.items(), key=lambda one: (-one[1], one[0]))
    return [
        [
            found.titles[id],
            texts.WORD["sector"][found.sectors[id]],
            str(sum(id in tie for tie in view.network.ties)),
            texts.whole_percent(share),
        ]
        for id, share in ordered[:5]
        if share > 0
    ]
