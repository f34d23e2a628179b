"""The network of partners: by hand, what is refused, and what always holds."""

from itertools import pairwise
from math import dist, sqrt

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.stats.network import (
    BadNetwork,
    Bridging,
    Network,
    Rule,
    bridging,
    change,
    directed,
    jackknife,
    ladder,
    layout,
    measures,
    undirected,
)

NAMES = "abcdefghij"
names = st.sampled_from(NAMES)
pairs = st.tuples(names, names)
named = st.lists(pairs, max_size=30)
levels = st.lists(st.tuples(names, names, st.integers(1, 4)), max_size=30)
rosters = st.sets(names, min_size=1)


def among(nodes: set[str], ties: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [tie for tie in ties if nodes.issuperset(tie)]


def test_the_two_rules_for_a_tie() -> None:
    ties = [("b", "a"), ("a", "b"), ("c", "a"), ("c", "c")]
    assert undirected("abcd", ties) == Network(
        frozenset("abcd"), frozenset([("a", "b"), ("a", "c")])
    )
    assert undirected("abcd", ties, Rule.CONFIRMED).ties == {("a", "b")}
    assert undirected("abcd", ties, "confirmed") == undirected("abcd", ties, Rule.CONFIRMED)
    with pytest.raises(ValueError, match="either"):
        undirected("ab", [("a", "b")], "either")


def test_a_stranger_is_refused() -> None:
    for draw in (undirected, directed):
        with pytest.raises(BadNetwork, match="d"):
            draw("abc", [("a", "d")])
    with pytest.raises(BadNetwork):
        ladder("abc", [("a", "d", 1)])
    with pytest.raises(BadNetwork):
        layout(["abc"], [[("a", "d")]])


def test_measures_by_hand() -> None:
    # A path a-b-c and an isolate: degrees 1 2 1 0, and b is on one of three pairs of others.
    found = measures(undirected("abcd", [("a", "b"), ("b", "c")]))
    assert (found.nodes, found.ties, found.max_degree, found.components) == (4, 2, 2, 2)
    assert (found.density, found.mean_degree) == pytest.approx((1 / 3, 1))
    assert found.isolates == ("d",)
    assert found.degree_centralisation == pytest.approx((1 + 0 + 1 + 2) / 6)
    assert found.betweenness == pytest.approx({"a": 0, "b": 1 / 3, "c": 0, "d": 0})
    assert found.betweenness_centralisation == pytest.approx(3 * (1 / 3) / 3)
    assert found.transitivity == 0
    triangle = measures(undirected("abc", [("a", "b"), ("b", "c"), ("a", "c")]))
    assert triangle.transitivity == 1


def test_measures_of_hardly_anybody() -> None:
    nobody, one, two = (measures(undirected(nodes, [])) for nodes in ("", "a", "ab"))
    assert (nobody.density, nobody.mean_degree, nobody.components) == (None, None, 0)
    assert (one.density, one.mean_degree, one.isolates) == (None, 0, ("a",))
    assert (two.density, two.components) == (0, 2)
    for few in (nobody, one, two):
        assert few.degree_centralisation is None
        assert few.betweenness_centralisation is None


@given(named)
def test_measures_do_not_depend_on_names_or_order(ties: list[tuple[str, str]]) -> None:
    other = dict(zip(NAMES, reversed(NAMES.upper()), strict=True))
    found = measures(undirected(NAMES, ties))
    renamed = measures(undirected(other.values(), [(other[b], other[a]) for a, b in ties[::-1]]))
    assert sorted(other[one] for one in found.isolates) == list(renamed.isolates)
    assert {other[k]: pytest.approx(v) for k, v in found.betweenness.items()} == renamed.betweenness
    for name in ("nodes", "ties", "max_degree", "components", "density", "transitivity"):
        assert getattr(found, name) == getattr(renamed, name)
    assert found.degree_centralisation == renamed.degree_centralisation
    assert found.betweenness_centralisation == pytest.approx(renamed.betweenness_centralisation)


@given(named)
def test_an_isolate_counts(ties: list[tuple[str, str]]) -> None:
    before, after = (measures(undirected(nodes, ties)) for nodes in (NAMES, [*NAMES, "new"]))
    assert before.density is not None and after.density is not None
    assert after.density < before.density or after.ties == 0
    assert set(after.isolates) == {*before.isolates, "new"}
    assert after.components == before.components + 1
    assert after.transitivity == before.transitivity


@given(named)
def test_confirmed_ties_are_among_those_of_either(ties: list[tuple[str, str]]) -> None:
    either, both = undirected(NAMES, ties), undirected(NAMES, ties, Rule.CONFIRMED)
    assert both.ties <= either.ties
    assert undirected(NAMES, [*ties, *((b, a) for a, b in ties)], Rule.CONFIRMED) == either
    assert directed(NAMES, ties).mutual == len(both.ties)


@given(named)
def test_centralisation_lies_between_0_and_1(ties: list[tuple[str, str]]) -> None:
    found = measures(undirected(NAMES, ties))
    for one in (found.degree_centralisation, found.betweenness_centralisation, found.density):
        assert one is not None and -1e-9 <= one <= 1 + 1e-9


def test_directed_by_hand() -> None:
    # a⇄b, a→c, c→d; e has none. d did not answer, so c-d cannot be confirmed.
    ties = [("a", "b"), ("b", "a"), ("a", "c"), ("c", "d"), ("e", "e")]
    found = directed("abcde", ties, answered="abce")
    assert (found.nodes, found.ties, found.mutual, found.isolates) == (5, 4, 1, ("e",))
    assert (found.density, found.edge_reciprocity) == (0.2, 0.5)
    assert (found.dyad_reciprocity, found.confirmation) == pytest.approx((1 / 3, 1 / 2))
    assert directed("abcde", ties).confirmation == pytest.approx(1 / 3)
    assert directed("abcde", ties, answered="d").confirmation is None


def test_directed_without_ties() -> None:
    found = directed("ab", [])
    assert (found.density, found.edge_reciprocity, found.dyad_reciprocity) == (0, None, None)
    assert (found.confirmation, found.isolates) == (None, ("a", "b"))
    assert directed("a", []).density is None


@given(named)
def test_reciprocity_as_networkx_has_it(ties: list[tuple[str, str]]) -> None:
    found = directed(NAMES, ties)
    theirs = nx.DiGraph([tie for tie in ties if tie[0] != tie[1]])
    assert found.ties == theirs.number_of_edges()
    if found.ties:
        assert found.edge_reciprocity == pytest.approx(nx.overall_reciprocity(theirs))


def test_bridging_by_hand() -> None:
    drawn = undirected("abcd", [("a", "b"), ("b", "c"), ("c", "d"), ("a", "c")])
    sectors = {"a": "care", "b": "care", "c": "welfare", "d": "welfare"}
    assert bridging(drawn, sectors) == Bridging(2, 2, 0)
    del sectors["d"]  # the tie c-d is left out
    assert bridging(drawn, sectors) == Bridging(2, 1, pytest.approx(1 / 3))
    assert bridging(drawn, {}) == Bridging(0, 0, None)


@given(named, st.lists(st.sampled_from("xyz"), min_size=10, max_size=10))
def test_bridging_runs_from_minus_1_to_1(ties: list[tuple[str, str]], sectors: list[str]) -> None:
    drawn = undirected(NAMES, ties)
    found = bridging(drawn, dict(zip(NAMES, sectors, strict=True)))
    assert found.between + found.within == len(drawn.ties)
    assert found.ei is None or -1 <= found.ei <= 1
    every = bridging(drawn, dict(zip(NAMES, NAMES, strict=True)))
    assert every.ei == (1 if drawn.ties else None)


def test_a_ladder_by_hand() -> None:
    found = ladder("abc", [("a", "b", 4), ("b", "a", 2), ("b", "c", 1)])
    assert {level: sorted(one.ties) for level, one in found.items()} == {
        1: [("a", "b"), ("b", "c")],
        2: [("a", "b")],
        3: [("a", "b")],
        4: [("a", "b")],
    }
    # Both say at least 2; only one says more.
    confirmed = ladder("abc", [("a", "b", 4), ("b", "a", 2), ("b", "c", 1)], Rule.CONFIRMED)
    assert [one.density for one in confirmed.values()] == pytest.approx([1 / 3, 1 / 3, 0, 0])


@pytest.mark.parametrize("level", [0, 5])
def test_a_fifth_level_is_refused(level: int) -> None:
    with pytest.raises(BadNetwork):
        ladder("ab", [("a", "b", level)])


@given(levels, st.sampled_from(Rule))
def test_a_ladder_never_widens(given_levels: list[tuple[str, str, int]], rule: Rule) -> None:
    rungs = list(ladder(NAMES, given_levels, rule).values())
    for below, above in pairwise(rungs):
        assert above.ties <= below.ties
        assert above.density is not None and below.density is not None
        assert above.density <= below.density
    assert rungs[0] == undirected(NAMES, [(a, b) for a, b, _ in given_levels], rule)


def test_a_change_by_hand() -> None:
    first = undirected("abcx", [("a", "b"), ("b", "c"), ("c", "x")])
    second = undirected("abcy", [("a", "b"), ("a", "c"), ("a", "y")])
    panel, everybody = change(first, second)
    assert (panel.first, panel.second) == pytest.approx((2 / 3, 2 / 3))
    assert (panel.gained, panel.lost) == ({("a", "c")}, {("b", "c")})
    assert (panel.stable, panel.jaccard) == ({("a", "b")}, pytest.approx(1 / 3))
    assert (everybody.first, everybody.second) == (0.5, 0.5)
    assert everybody.gained == {("a", "c"), ("a", "y")}
    assert everybody.lost == {("b", "c"), ("c", "x")}
    assert everybody.jaccard == pytest.approx(1 / 5)
    smaller = change(first, second, panel="ab").panel
    assert (smaller.first, smaller.stable, smaller.gained) == (1, {("a", "b")}, set())


def test_a_change_of_nothing() -> None:
    panel, everybody = change(undirected("ab", []), undirected("cd", []))
    assert (panel.first, panel.second, panel.jaccard) == (None, None, None)
    assert (everybody.first, everybody.second, everybody.jaccard) == (0, 0, None)


@given(rosters, rosters, named, named)
def test_a_change_adds_up(one: set[str], other: set[str], before, after) -> None:  # type: ignore[no-untyped-def]
    first, second = undirected(one, among(one, before)), undirected(other, among(other, after))
    for shift in change(first, second):
        assert not (shift.gained & shift.lost or shift.gained & shift.stable)
        assert shift.jaccard is None or 0 <= shift.jaccard <= 1
    everybody = change(first, second).everybody
    assert everybody.lost | everybody.stable == first.ties
    assert everybody.gained | everybody.stable == second.ties
    back = change(second, first).panel
    assert (back.gained, back.lost) == (
        change(first, second).panel.lost,
        change(first, second).panel.gained,
    )


@given(named)
def test_new_partners_without_ties_lose_nothing(ties: list[tuple[str, str]]) -> None:
    found = change(undirected(NAMES, ties), undirected([*NAMES, "new"], ties))
    assert found.panel.first == found.panel.second
    assert not (found.everybody.lost or found.everybody.gained)
    assert not ties or found.everybody.second <= found.everybody.first  # type: ignore[operator]


def test_a_jackknife_by_hand() -> None:
    # A path of three: without an end 1, without the middle 0, mean 2/3.
    found = jackknife(undirected("abc", [("a", "b"), ("b", "c")]))
    assert found == pytest.approx(sqrt(1 / 6 * (1 / 9 + 1 / 9 + 4 / 9)))
    assert jackknife(undirected("ab", [("a", "b")])) is None
    # Without any partner there are two left, and their centralisation does not exist.
    star = undirected("abc", [("a", "b"), ("a", "c")])
    assert jackknife(star, lambda one: measures(one).degree_centralisation) is None
    assert jackknife(undirected(NAMES, []), lambda one: one.density) == 0


@given(named)
def test_a_complete_and_an_empty_network_are_sure(ties: list[tuple[str, str]]) -> None:
    found = jackknife(undirected(NAMES, ties))
    assert found is not None and found >= 0
    complete = undirected(NAMES, [(a, b) for a in NAMES for b in NAMES])
    assert jackknife(complete) == 0


ROUNDS = (["abcdefgh", "abcdefghij"], [[("a", "b"), ("b", "c")], [("c", "d"), ("d", "a")]])


def test_one_layout_for_all_rounds() -> None:
    found = layout(*ROUNDS, seed=3)
    assert found.keys() == set(NAMES)
    assert found == layout(*ROUNDS, seed=3)
    assert found == layout([NAMES], [[tie for ties in ROUNDS[1] for tie in ties]], seed=3)
    assert found != layout(*ROUNDS, seed=4)
    assert layout([], []) == {}


@given(named, st.integers(0, 99))
def test_places_are_apart_and_isolates_on_the_border(
    ties: list[tuple[str, str]], seed: int
) -> None:
    found = layout([NAMES], [ties], seed)
    alone = measures(undirected(NAMES, ties)).isolates
    for node, (x, y) in found.items():
        assert 0 <= x <= 1 and 0 <= y <= 1
        assert ({x, y} & {0.0, 1.0} != set()) == (node in alone)
        assert all(dist((x, y), place) > 0.04 for other, place in found.items() if other != node)


def test_a_crowd_still_has_places_apart() -> None:
    crowd = [f"p{i}" for i in range(60)]
    star = layout([crowd], [[("p0", other) for other in crowd[1:]]])
    assert len(set(star.values())) == 60


def test_neighbours_stand_nearer_than_strangers() -> None:
    clubs = [[(a, b) for a in club for b in club] for club in ("abcde", "fghij")]
    found = layout([NAMES], [*clubs, [("a", "f")]])
    within = [
        dist(found[a], found[b]) for a, b in (pair for club in clubs for pair in club) if a != b
    ]
    between = [dist(found[a], found[b]) for a in "bcde" for b in "ghij"]
    assert sum(within) / len(within) < 0.6 * sum(between) / len(between)
