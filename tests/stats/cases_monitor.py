"""Reach, cooperation and focus: from a published case to what the program says, by topic.

A function works out all it can from the inputs; what the case asks for is taken from that.
"""

import json
import re
from collections.abc import Callable, Iterable
from itertools import combinations, islice
from typing import Any

import networkx as nx

from wijzer import catalog
from wijzer.stats import collaboration, fidelity, network, people, rates, reach, representation
from wijzer.stats.fidelity import Element

Given = dict[str, Any]


def reached(case: Given) -> Given:
    return asked(case, REACH[next(key for key in REACH if key in case["inputs"])](case["inputs"]))


def reach_share(given: Given) -> Given:
    size = people.counted(given["target_size"], 0)
    outside = given["unique_total"] - given["unique_in_target"]
    return {
        "reach": reach.reach(given["unique_in_target"], size).value,
        "target_precision": reach.precision(given["unique_in_target"], outside).share.value,
    }


def reach_rounded(given: Given) -> Given:
    size = people.counted(given["target_size_published"], 5)
    found = reach.reach(given["participants"], size).by_size
    return {"low": found.low, "high": found.high}


def cells(given: Given) -> Given:
    found = reach.summed(given["cells"])
    return {"sum": found.count, "low": found.low, "high": found.high}


def attendance(given: Given) -> Given:
    groups = given["attendance"].values()
    found, bounds = reach.unique(groups), reach.unique([], [len(set(one)) for one in groups])
    return {
        "sum_of_interventions": found.total,
        "unique_area": found.low,
        "low": bounds.low,
        "high": bounds.high,
    }


def poisson(given: Given) -> Given:
    found = rates.exact_poisson(given["count"], given.get("conf", 0.95))
    return {"low": found.low, "high": found.high}


REACH: dict[str, Callable[[Given], Given]] = {
    "target_size": reach_share,
    "target_size_published": reach_rounded,
    "cells": cells,
    "attendance": attendance,
    "count": poisson,
}


def mix(case: Given) -> Given:
    observed, target = (by_name(case["inputs"][key]) for key in ("observed", "target_share"))
    found = representation.representation(observed, target)
    outcome = {
        "ratio": [one.ratio for one in found.groups],
        "low": [one.ratio_interval.low for one in found.groups],
        "high": [one.ratio_interval.high for one in found.groups],
        "verdict": [str(one.presence) for one in found.groups],
        "RI": found.index,
    }
    if found.test is not None:
        outcome |= {"chi2": found.test.chi2, "df": found.test.df, "p": found.test.p}
    return asked(case, outcome)


def by_name(values: Given | list[float]) -> Given:
    return values if isinstance(values, dict) else {str(i): v for i, v in enumerate(values)}


def partners(case: Given) -> Given:
    given = case["inputs"]
    special = next((key for key in NETWORK if key in given), None)
    return asked(case, undirected(case) if special is None else NETWORK[special](given))


def undirected(case: Given) -> Given:
    if "reciprocity" in " ".join(case["expected"]):
        return who_names_whom(case["inputs"])
    drawn = graph(case["inputs"])
    found = network.measures(drawn)
    raw = nx.Graph(case["inputs"].get("edges", [])) if loops(case["inputs"]) else nx.Graph()
    return {
        "n": found.nodes,
        "nodes": found.nodes,
        "m": found.ties,
        "ties": found.ties,
        "density": found.density,
        "correct": found.density,
        "networkx_raw": nx.density(raw),
        "mean_degree": found.mean_degree,
        "max_degree": found.max_degree,
        "isolates": len(found.isolates),
        "components": found.components,
        "degree_centralization": found.degree_centralisation,
        "degree_centralisation": found.degree_centralisation,
        "betweenness_centralisation": found.betweenness_centralisation,
        "betweenness_max": max(found.betweenness.values(), default=0),
        "transitivity": found.transitivity,
        "se_jackknife": network.jackknife(drawn),
    }


def loops(given: Given) -> bool:
    edges = given.get("edges")
    return isinstance(edges, list) and any(a == b for a, b in edges)


def graph(given: Given) -> network.Network:
    """The network that a case describes: by its ties, by its name, or by another case."""
    if "base" in given:
        return with_isolate(given["base"], given["add_isolate"])
    if "graph" in given:
        return built_in(given["graph"])
    if "m" in given:
        return counted(given["n"], given["m"])
    edges = given["edges"]
    if isinstance(edges, list):
        return drawn_from(given.get("nodes", 0), edges)
    other = re.fullmatch(r"(\S+) plus the isolate (\S+)", edges)
    return with_isolate(*other.groups()) if other else built_in(edges)


def drawn_from(nodes: int | list[Any], edges: list[list[Any]]) -> network.Network:
    """A roster given as a number has the partners in the ties, and so many more without."""
    named = {str(end) for edge in edges for end in edge}
    if isinstance(nodes, list):
        named |= {str(node) for node in nodes}
    else:
        named |= {f"without ties {i}" for i in range(nodes - len(named))}
    return network.undirected(named, texts_of(edges))


def with_isolate(base: str, isolate: str) -> network.Network:
    cases = json.loads((catalog.DATA / "reference" / "cases.json").read_text("utf-8"))
    (found,) = [one for one in cases if one["id"] in (base, f"A-{base}")]
    whole = graph(found["inputs"])
    return network.undirected(whole.nodes | {isolate}, whole.ties)


def built_in(name: str) -> network.Network:
    """A graph that networkx brings along: "… networkx.karate_club_graph()", "Krackhardt kite"."""
    called = re.search(r"networkx\.(\w+)\(\)", name)
    words = called[1] if called else "_".join([*name.lower().split(), "graph"])
    found = getattr(nx, words)()
    return drawn_from(list(found), [list(edge) for edge in found.edges])


def counted(n: int, m: int) -> network.Network:
    """A network of so many partners and ties, whichever: for what depends on the numbers only."""
    nodes = [str(i) for i in range(n)]
    return network.undirected(nodes, islice(combinations(nodes, 2), m))


def texts_of(edges: Iterable[Iterable[Any]]) -> list[network.Pair]:
    return [(str(a), str(b)) for a, b in edges]


def who_names_whom(given: Given) -> Given:
    ties = texts_of(given["edges"])
    nodes = {str(node) for node in given.get("nodes", ())} | {end for tie in ties for end in tie}
    found = network.directed(nodes, ties)
    return {
        "n": found.nodes,
        "m": found.ties,
        "density": found.density,
        "reciprocity": found.edge_reciprocity,
        "edge_reciprocity": found.edge_reciprocity,
        "dyad_reciprocity": found.dyad_reciprocity,
        "mutual_dyads": found.mutual,
        "isolates": list(found.isolates),
    }


def waves(given: Given) -> Given:
    first, second = (network.undirected(given[f"wave{i}_nodes"], given[f"wave{i}"]) for i in "01")
    panel, everybody = network.change(first, second)
    return {
        "density_w0": panel.first,
        "density_w1_constant": panel.second,
        "density_w1_all": everybody.second,
        "gained": len(panel.gained),
        "lost": len(panel.lost),
        "stable": len(panel.stable),
        "jaccard": panel.jaccard,
    }


def trust(given: Given) -> Given:
    rated = given.get("organisation", "the rated one")
    ratings = [
        collaboration.Rating(rater, rated, items) for rater, *items in given["ratings_received"]
    ]
    return {"trust": collaboration.standings(ratings)[rated].mean}


NETWORK: dict[str, Callable[[Given], Given]] = {"wave0": waves, "ratings_received": trust}


def faithful(case: Given) -> Given:
    given = case["inputs"]
    return asked(case, traffic(given) if "scores" in given else parts(given))


def traffic(given: Given) -> Given:
    found = fidelity.light(given["scores"], given["green"], given["amber"])
    return {"light": str(found.light), "incomplete": found.incomplete, "worst": found.worst}


def parts(given: Given) -> Given:
    core = fidelity.adherence(elements(given))
    held, attended = (
        given.get(key) for key in ("sessions_held", "attended_sessions_mean_per_participant")
    )
    return {
        "dose": fidelity.dose(held, given.get("sessions_planned")),
        "duration": fidelity.duration([given.get("minutes_mean")], given.get("minutes_planned")),
        "adherence": core.share,
        "adapted": core.adapted,
        "unknown": core.unknown,
        "exposure": fidelity.mean_exposure(attended, held),
    }


def elements(given: Given) -> list[Element]:
    """Each essential element by itself; those of which nothing is said were not delivered."""
    said = {
        Element.DELIVERED: given.get("core_delivered", given.get("delivered", 0)),
        Element.PARTLY: given.get("partly", 0),
        Element.ADAPTED: given.get("approved_adaptations", 0),
        Element.UNKNOWN: given.get("unknown", 0),
    }
    left = given["core_elements"] - sum(said.values())
    return [element for element, n in (said | {Element.NOT: left}).items() for _ in range(n)]


def asked(case: Given, outcome: Given) -> Given:
    """Of all that was worked out, what the case expects."""
    return {key: outcome[key] for key in case["expected"]}


BY_CASE: dict[str, Callable[[Given], Any]] = {
    "reach": reached,
    "representativeness": mix,
    "network": partners,
    "network_measures": partners,
    "network_directed": lambda case: asked(case, who_names_whom(case["inputs"])),
    "fidelity": faithful,
}
