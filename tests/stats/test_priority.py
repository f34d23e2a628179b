"""Choosing themes: dots, ranks, agreement, and a mix that lies between its groups."""

from math import inf, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chi2, friedmanchisquare, rankdata

from wijzer.stats.priority import Agreement, BadBallot, agreement, dots, ranking, ranks, weighted
from wijzer.stats.proportion import BadCounts
from wijzer.stats.spread import BadWeights

Ballot = dict[str, int]

OPTIONS = "abcde"
dotted = st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 5)), max_size=12)
orders = st.lists(st.permutations(OPTIONS), min_size=2, max_size=12).map(
    lambda found: [{name: place for place, name in enumerate(one, 1)} for one in found]
)
# With ties, and with options left out.
loose = st.lists(
    st.dictionaries(st.sampled_from(OPTIONS), st.integers(1, 5), min_size=1),
    min_size=2,
    max_size=12,
)

# Published with ties (a column per option): "Bioestadística para las ciencias de la salud", and
# Zar, Biostatistical Analysis, example 12.6; both as in scipy 1.17.1 scipy/stats/tests/
# test_stats.py::TestFriedmanChiSquare, verified there with R and Matlab.
SALUD = [
    [4, 3, 5, 3, 5, 3, 2, 5, 4, 4, 4, 3],
    [2, 2, 1, 2, 3, 1, 2, 3, 2, 1, 1, 3],
    [2, 4, 3, 3, 4, 3, 3, 4, 4, 1, 2, 1],
    [3, 5, 4, 3, 4, 4, 3, 3, 3, 4, 4, 4],
]
ZAR = [
    [7.0, 9.9, 8.5, 5.1, 10.3],
    [5.3, 5.7, 4.7, 3.5, 7.7],
    [4.9, 7.6, 5.5, 2.8, 8.4],
    [8.8, 8.9, 8.1, 3.3, 9.1],
]


def test_points_and_voters_are_two_things() -> None:
    # 3 + 1 = 4 points of 9 from 2 of 3 voters; 1 + 2 = 3 of 9; 1 + 1 = 2 of 9.
    found = dots([{"a": 3}, {"a": 1, "b": 1, "c": 1}, {"b": 2, "c": 1}])
    assert found.points == {"a": 4, "b": 3, "c": 2}
    assert found.share_of_points == pytest.approx({"a": 4 / 9, "b": 3 / 9, "c": 2 / 9})
    assert found.share_of_voters == pytest.approx({"a": 2 / 3, "b": 2 / 3, "c": 2 / 3})


def test_a_blank_ballot_is_counted_apart() -> None:
    found = dots([{"a": 2, "b": 0}, {}, {"a": 0, "c": 0}])
    assert (found.n, found.blank) == (1, 2)
    assert found.points == {"a": 2, "b": 0, "c": 0}
    assert found.share_of_voters == {"a": 1, "b": 0, "c": 0}


def test_no_share_without_points() -> None:
    for ballots in ([], [{}], [{"a": 0}]):
        found = dots(ballots)
        assert (found.share_of_points, found.share_of_voters, found.n) == (None, None, 0)
        assert found.blank == len(ballots)


def test_an_option_nobody_named_is_there_when_it_was_offered() -> None:
    assert dots([{"b": 1}], options="ab").points == {"a": 0, "b": 1}
    assert list(dots(iter([{"c": 1}, {"a": 1}]), options="b").voters) == ["b", "c", "a"]


@pytest.mark.parametrize("points", [-1, nan, inf])
def test_impossible_points_are_refused(points: int) -> None:
    with pytest.raises(BadBallot):
        dots([{"a": 3}, {"a": points}])


@given(dotted)
def test_dots_add_up(ballots: list[Ballot]) -> None:
    found = dots(ballots, OPTIONS)
    assert sum(found.points.values()) == sum(sum(ballot.values()) for ballot in ballots)
    assert found.n + found.blank == len(ballots)
    assert all(0 <= v <= min(found.n, found.points[name]) for name, v in found.voters.items())
    assert found.share_of_points is None or sum(found.share_of_points.values()) == pytest.approx(1)
    assert found == dots(ballots[::-1], OPTIONS)


def test_two_options_by_hand() -> None:
    # Three for a, one for b: rank sums 5 and 7, mean 6, S = 1 + 1; W = 12·2 / (16·6) = 0.25,
    # χ² = 4·1·0.25 = 1 with 1 degree of freedom, p = 0.3173.
    found = ranking([{"a": 1, "b": 2}] * 3 + [{"a": 2, "b": 1}])
    assert (found.rank_sums, found.borda) == ({"a": 5, "b": 7}, {"a": 3, "b": 1})
    assert (found.w, found.chi2) == (0.25, 1)
    assert found.p == pytest.approx(chi2.sf(1, 1)) == pytest.approx(0.317310508)


def test_a_tie_by_hand() -> None:
    # Ranks 1.5 1.5 3 and 1 2 3: sums 2.5, 3.5 and 6, mean 4, S = 2.25 + 0.25 + 4 = 6.5, one tie
    # of two: W = 12·6.5 / (4·24 - 2·6) = 78 / 84.
    found = ranking([{"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 3}])
    assert found.rank_sums == {"a": 2.5, "b": 3.5, "c": 6}
    assert found.borda == {"a": 3.5, "b": 2.5, "c": 0}
    assert found.w == pytest.approx(78 / 84)


def test_what_is_left_out_shares_the_last_places() -> None:
    # Of four options {a: 1} leaves 2, 3 and 4 to share: 3 each.
    assert ranking([{"a": 1}], options="abcd").rank_sums == {"a": 1, "b": 3, "c": 3, "d": 3}
    short = ranking([{"a": 1, "b": 2}, {"c": 1}])
    assert short.rank_sums == {"a": 3.5, "b": 4.5, "c": 4}
    assert short == ranking([{"a": 1, "b": 2, "c": 3}, {"a": 2, "b": 2, "c": 1}])


def test_numbers_may_be_skipped_or_halved() -> None:
    one = ranking([{"a": 1, "b": 2, "c": 2, "d": 4}, {"a": 3, "b": 7, "c": 8, "d": 9}])
    assert one == ranking([{"a": 1, "b": 2.5, "c": 2.5, "d": 4}, {"a": 1, "b": 2, "c": 3, "d": 4}])


@pytest.mark.parametrize(("columns", "expected"), [
    (SALUD, (18.9428571428571, 0.000280938375189499)), (ZAR, (10.68, 0.0135882729582176)),
])  # fmt: skip
def test_published_rankings(columns: list[list[float]], expected: tuple[float, float]) -> None:
    ballots = [dict(zip(OPTIONS, row, strict=False)) for row in zip(*columns, strict=True)]
    found = ranking(ballots)
    assert (found.chi2, found.p) == pytest.approx(expected)
    assert found.w == pytest.approx(expected[0] / (len(ballots) * 3))


@given(loose)
def test_as_scipy_has_it(ballots: list[Ballot]) -> None:
    found = ranking(ballots, OPTIONS)
    columns = [[ballot.get(name, 9) for ballot in ballots] for name in OPTIONS]
    placed = sum(rankdata([ballot.get(name, 9) for name in OPTIONS]) for ballot in ballots)
    assert list(found.rank_sums.values()) == list(placed)
    assume(found.w is not None)
    theirs = friedmanchisquare(*columns)
    assert (found.chi2, found.p) == pytest.approx((theirs.statistic, theirs.pvalue), abs=1e-9)


@given(st.permutations(OPTIONS), st.integers(2, 9))
def test_the_same_ranking_is_full_agreement(order: list[str], m: int) -> None:
    found = ranking([{name: place for place, name in enumerate(order, 1)}] * m)
    assert found.w == 1


@given(st.permutations(OPTIONS))
def test_opposite_rankings_are_no_agreement(order: list[str]) -> None:
    ballot = {name: place for place, name in enumerate(order, 1)}
    found = ranking([ballot, {name: 6 - place for name, place in ballot.items()}])
    assert (found.w, found.chi2, found.p) == (0, 0, 1)
    assert set(found.rank_sums.values()) == {6}


@pytest.mark.parametrize(
    "ballots",
    [
        [],
        [{}, {}],
        [{"a": 1, "b": 2, "c": 3}],
        [{"a": 1, "b": 2}, {}],
        [{"a": 1}, {"a": 1}],
        [{"a": 1, "b": 1}, {"a": 2, "b": 2}],
    ],
)
def test_agreement_that_does_not_exist_is_none(ballots: list[Ballot]) -> None:
    found = ranking(ballots)
    assert (found.w, found.chi2, found.p) == (None, None, None)
    assert agreement(found.w) is Agreement.UNKNOWN


def test_a_blank_ranking_changes_nothing_but_its_count() -> None:
    ballots: list[Ballot] = [{"a": 1, "b": 2, "c": 3}, {"a": 2, "b": 1, "c": 3}]
    with_blank, without = ranking([*ballots, {}]), ranking(ballots)
    assert (with_blank.n, with_blank.blank, without.blank) == (2, 1, 0)
    assert (with_blank.w, with_blank.rank_sums) == (without.w, without.rank_sums)
    # A ballot that ties them all does count. Sums 3 3 6 around 4 become 5 5 8 around 6, S stays
    # 1 + 1 + 4 = 6: W was 12·6 / (4·24) = 0.75 and is 12·6 / (9·24 - 3·24) = 0.5.
    tied = ranking([*ballots, {"a": 1, "b": 1, "c": 1}])
    assert (tied.n, tied.w, without.w) == (3, 0.5, 0.75)


@pytest.mark.parametrize("rank", [0, 0.5, -1, nan, inf])
def test_impossible_ranks_are_refused(rank: float) -> None:
    with pytest.raises(BadBallot):
        ranking([{"a": 1, "b": rank}])


@given(loose)
def test_w_is_between_0_and_1(ballots: list[Ballot]) -> None:
    found = ranking(ballots, OPTIONS)
    assert found.w is None or 0 <= found.w <= 1
    assert (found.w is None) == all(len({b.get(name) for name in OPTIONS}) == 1 for b in ballots)


@given(loose, st.randoms(use_true_random=False), st.permutations(OPTIONS))
def test_neither_voters_nor_names_have_an_order(ballots, random, others) -> None:  # type: ignore[no-untyped-def]
    names = dict(zip(OPTIONS, others, strict=True))
    mixed = random.sample(ballots, len(ballots))
    renamed = [{names[name]: rank for name, rank in ballot.items()} for ballot in mixed]
    one, other = ranking(ballots, OPTIONS), ranking(renamed, OPTIONS)
    assert other.w == one.w
    assert {names[name]: total for name, total in one.rank_sums.items()} == other.rank_sums


@given(loose)
def test_borda_hands_out_all_its_points(ballots: list[Ballot]) -> None:
    found = ranking(ballots, OPTIONS)
    assert sum(found.borda.values()) == len(ballots) * 5 * 4 / 2
    assert all(0 <= points <= len(ballots) * 4 for points in found.borda.values())


@given(orders, st.sampled_from(OPTIONS))
def test_a_theme_that_all_put_first_wins(ballots: list[Ballot], name: str) -> None:
    pushed = [{one: place + 1 for one, place in ballot.items()} for ballot in ballots]
    found = ranking([ballot | {name: 1} for ballot in pushed])
    assert found.borda[name] == 4 * len(ballots)
    assert ranks(found.borda)[name] == 1


def test_equal_points_share_the_mean_rank() -> None:
    # Places 2 and 3 make 2.5; places 1, 2 and 3 make 2.
    assert ranks({"a": 5, "b": 3, "c": 3, "d": 1}) == {"a": 1, "b": 2.5, "c": 2.5, "d": 4}
    assert ranks({"a": 4, "b": 4, "c": 4}) == {"a": 2, "b": 2, "c": 2}
    assert ranks({"a": 0.1 + 0.2, "b": 0.3}) == {"a": 1.5, "b": 1.5}
    assert (ranks({"a": 0}), ranks({})) == ({"a": 1}, {})
    with pytest.raises(BadBallot):
        ranks({"a": 1, "b": nan})


@given(st.dictionaries(st.text(max_size=3), st.integers(-20, 20), max_size=12))
def test_ranks_as_scipy_has_them(points: Ballot) -> None:
    assert list(ranks(points).values()) == list(rankdata([-x for x in points.values()]))


@pytest.mark.parametrize(
    ("w", "expected"),
    [
        (0, Agreement.NONE), (0.29, Agreement.NONE), (0.3, Agreement.WEAK),
        (1.2 - 0.9, Agreement.WEAK), (0.49, Agreement.WEAK), (0.5, Agreement.MODERATE),
        (0.69, Agreement.MODERATE), (0.7, Agreement.STRONG), (0.7 - 1e-12, Agreement.STRONG),
        (1, Agreement.STRONG), (None, Agreement.UNKNOWN), (nan, Agreement.UNKNOWN),
    ],
)  # fmt: skip
def test_words_for_agreement(w: float | None, expected: Agreement) -> None:
    assert agreement(w) is expected


@pytest.mark.parametrize("w", [-0.01, 1.01, 73])
def test_impossible_agreement_is_refused(w: float) -> None:
    with pytest.raises(BadCounts):
        agreement(w)


def test_a_mix_by_hand() -> None:
    # 3 : 1 for residents: a = (3·0.6 + 0.2) / 4 = 0.5, b = (3·0.4 + 0.7) / 4 = 0.475, and c,
    # which only professionals named, 0.1 / 4 = 0.025.
    shares = {"residents": {"a": 0.6, "b": 0.4}, "professionals": {"a": 0.2, "b": 0.7, "c": 0.1}}
    found = weighted(shares, {"professionals": 1, "residents": 3})
    assert found == pytest.approx({"a": 0.5, "b": 0.475, "c": 0.025})
    assert weighted(shares, {"residents": 0, "professionals": 9}) == {"a": 0.2, "b": 0.7, "c": 0.1}


@pytest.mark.parametrize("weights", [{"r": 1}, {"r": 1, "p": 1, "x": 0}, {"r": 1, "x": 1}, {}])
def test_every_group_is_weighed(weights: dict[str, float]) -> None:
    with pytest.raises(BadBallot):
        weighted({"r": {"a": 1}, "p": {"a": 0}}, weights)


@pytest.mark.parametrize("pair", [(0, 0), (1, -1), (-1, -1), (1, nan), (nan, 1), (inf, 1)])
def test_impossible_weights_are_refused(pair: tuple[float, float]) -> None:
    with pytest.raises(BadWeights):
        weighted({"r": {"a": 1}, "p": {"a": 0}}, dict(zip("rp", pair, strict=True)))


def test_no_mix_of_nothing_or_of_percentages() -> None:
    with pytest.raises(BadWeights):
        weighted({}, {})
    for share in (60, -0.1, nan):
        with pytest.raises(BadCounts):
            weighted({"r": {"a": share}}, {"r": 1})


groups = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0)), min_size=1, max_size=5)


@given(groups)
def test_a_mix_lies_between_its_groups(given_groups: list[tuple[float, float, float]]) -> None:
    assume(0 < max(w for _, _, w in given_groups) < inf)
    shares = {str(i): {"a": a, "b": b} for i, (a, b, _) in enumerate(given_groups)}
    found = weighted(shares, {str(i): w for i, (_, _, w) in enumerate(given_groups)})
    for name, of_groups in (
        ("a", [g[0] for g in given_groups]),
        ("b", [g[1] for g in given_groups]),
    ):
        assert min(of_groups) - 1e-12 <= found[name] <= max(of_groups) + 1e-12


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 9), st.integers(1, 9), st.integers(1, 99))
def test_only_the_ratio_of_weights_counts(r: float, p: float, u: int, v: int, times: int) -> None:
    shares = {"r": {"a": r}, "p": {"a": p}}
    found = weighted(shares, {"r": u * times, "p": v * times})
    assert found == pytest.approx(weighted(shares, {"r": u, "p": v}))
    assert found["a"] == pytest.approx((u * r + v * p) / (u + v))
