"""Scores of the cooperation, what rounds are compared on, and referrals: by hand and always."""

from math import nan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind, ttest_rel

from wijzer.stats.collaboration import (
    BadItem,
    BadRound,
    Comparison,
    Rating,
    Reason,
    Round,
    Standing,
    Verdict,
    by_organisation,
    chain,
    change,
    changes,
    comparable,
    score,
    standings,
)
from wijzer.stats.proportion import Interval
from wijzer.stats.reach import BadFunnel, share

TEN = frozenset("abcdefghij")
rosters = st.frozensets(st.sampled_from("abcdefghijklmnop"), min_size=1)
rounds = rosters.flatmap(
    lambda roster: st.frozensets(st.sampled_from(sorted(roster))).map(
        lambda answered: Round(roster, answered)
    )
)
answers = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(10, 50).map(lambda x: x / 10)), max_size=20
)


def test_a_large_organisation_counts_once() -> None:
    # a: 4, 4, 4, 5 → 4.25; b: 2; the mean is 3.125, not that of the five answers.
    given_answers = [("a", 4), ("a", 4), ("b", 2), ("a", 4), ("a", 5), ("b", None), ("c", nan)]
    assert by_organisation(given_answers) == {"a": 4.25, "b": 2}
    found = score(given_answers)
    assert found is not None and found.mean.interval is not None
    assert (found.mean.mean, found.organisations, found.respondents) == (3.125, 2, 5)
    half = 12.7062047 * 2.25 / sqrt(2) / sqrt(2)  # t of one degree of freedom
    assert found.mean.interval.high == pytest.approx(3.125 + half)


def test_a_single_organisation_has_no_interval_and_none_no_score() -> None:
    found = score([("a", 4), ("a", 2)])
    assert found is not None
    assert (found.mean.mean, found.mean.interval, found.organisations) == (3, None, 1)
    assert score([]) is None
    assert score([("a", None)]) is None


@given(answers, st.sampled_from("abcdef"))
def test_repeating_an_organisation_changes_nothing(given_answers, name: str) -> None:  # type: ignore[no-untyped-def]
    again = [*given_answers, *(one for one in given_answers if one[0] == name)]
    one, other = score(given_answers), score(again)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert other.mean.mean == pytest.approx(one.mean.mean)


def test_a_paired_change_by_hand() -> None:
    # a +1, b +2, c +0; d is in one round only.
    first = [("a", 2), ("b", 1), ("b", 3), ("c", 4), ("d", 1)]
    second = [("a", 3), ("b", 4), ("c", 4)]
    found = change(first, second)
    assert found is not None and found.interval is not None
    assert (found.difference, found.paired, found.first, found.second) == (1, True, 3, 3)
    theirs = ttest_rel([3, 4, 4], [2, 2, 4]).confidence_interval()
    assert (found.interval.low, found.interval.high) == pytest.approx((theirs.low, theirs.high))


def test_two_means_when_few_are_in_both() -> None:
    first = [("a", 2), ("b", 3), ("c", 5)]
    second = [("c", 5), ("d", 4), ("e", 4.5), ("f", 3)]
    found = change(first, second)
    assert found is not None and found.interval is not None
    assert (found.paired, found.first, found.second) == (False, 3, 4)
    assert found.difference == pytest.approx(4.125 - 10 / 3)
    theirs = ttest_ind([5, 4, 4.5, 3], [2, 3, 5], equal_var=False).confidence_interval()
    assert (found.interval.low, found.interval.high) == pytest.approx((theirs.low, theirs.high))
    paired = change(first, second, min_pairs=1)
    assert paired is not None
    assert (paired.difference, paired.interval, paired.paired) == (0, None, True)
    more = change(first, [*second, ("a", 3)], min_pairs=3)
    assert more is not None and not more.paired


def test_changes_without_spread_or_without_answers() -> None:
    same = change([("a", 2), ("b", 2)], [("c", 3), ("d", 3)])
    assert same is not None
    assert (same.difference, same.interval) == (1, Interval(1, 1))
    single = change([("a", 2)], [("c", 3), ("d", 3)])
    assert single is not None
    assert (single.difference, single.interval, single.paired) == (1, None, False)
    assert change([], [("a", 3)]) is None
    assert change([("a", 3)], []) is None


def test_changes_by_dimension() -> None:
    first = {"task": [("a", 2), ("b", 3)], "growth": [("a", 4)]}
    second = {"task": [("a", 3), ("b", 4)], "relation": [("a", 1)]}
    found = changes(first, second)
    assert list(found) == ["task", "growth", "relation"]
    assert found["growth"] is None and found["relation"] is None
    assert found["task"] is not None and found["task"].difference == 1


@given(answers, answers)
def test_a_change_mirrors(first, second) -> None:  # type: ignore[no-untyped-def]
    forth, back = change(first, second), change(second, first)
    assert (forth is None) == (back is None)
    if forth is not None and back is not None:
        assert forth.difference == pytest.approx(-back.difference)
        assert (forth.interval is None) == (back.interval is None)
        if forth.interval is not None and back.interval is not None:
            assert forth.interval.low == pytest.approx(-back.interval.high)


def test_trust_by_hand() -> None:
    ratings = [
        Rating("a", "x", [2, 3, 4]),
        Rating("b", "x", [4, None, 4]),
        Rating("x", "x", [4, 4, 4]),  # of itself
        Rating("c", "x", [1, 1, 1], related=False),
        Rating("d", "x", [None, nan, None]),
        Rating("x", "a", [1, 1, 1]),
        Rating("a", "a", [4, 4, 4]),
        Rating("b", "b", [4, 4, 4]),
    ]
    found = standings(ratings)
    assert found == {"x": Standing(3.5, 2), "a": Standing(1, 1)}
    whole = score((partner, one.mean) for partner, one in found.items())
    assert whole is not None
    assert (whole.mean.mean, whole.organisations) == (2.25, 2)


@pytest.mark.parametrize("item", [0, 5])
def test_an_item_outside_its_scale_is_refused(item: float) -> None:
    with pytest.raises(BadItem):
        standings([Rating("a", "x", [2, item, 3])])
    assert standings([Rating("a", "x", [item])], Interval(0, 5)) == {"x": Standing(item, 1)}


def test_what_rounds_may_be_compared_on() -> None:
    everybody, seven = Round(TEN, TEN), Round(TEN, frozenset("abcdefg"))
    assert comparable(everybody, everybody) == Comparison(Verdict.WHOLE, (), TEN)
    assert comparable(everybody, seven) == Comparison(Verdict.WHOLE, (), TEN)  # 70% is enough
    six = Round(TEN, frozenset("abcdef"))
    assert comparable(everybody, six) == Comparison(
        Verdict.NONE, (Reason.RESPONSE, Reason.FEW), frozenset("abcdef")
    )
    on_panel = comparable(six, everybody, min_partners=6)
    assert on_panel == Comparison(Verdict.PANEL, (Reason.RESPONSE,), frozenset("abcdef"))
    grown = Round(TEN | {"k"}, TEN | {"k"})
    assert comparable(everybody, grown) == Comparison(Verdict.PANEL, (Reason.ROSTER,), TEN)
    shrunk = Round(TEN - {"a"}, TEN - {"a"})
    assert comparable(everybody, shrunk).verdict is Verdict.NONE
    assert comparable(everybody, six, min_response=0.6).verdict is Verdict.WHOLE


def test_few_partners_get_no_verdict_even_when_all_answer() -> None:
    nine = Round(TEN - {"a"}, TEN - {"a"})
    assert comparable(nine, nine).reasons == (Reason.FEW,)
    assert comparable(nine, nine).verdict is Verdict.NONE
    assert comparable(nine, nine, min_partners=9).verdict is Verdict.WHOLE


def test_a_round_of_nobody_and_of_strangers() -> None:
    nobody = Round(frozenset(), frozenset())
    assert nobody.response is None
    assert comparable(nobody, nobody).verdict is Verdict.NONE
    assert comparable(nobody, nobody, min_partners=0).reasons == (Reason.RESPONSE,)
    with pytest.raises(BadRound, match="z"):
        Round(TEN, frozenset("az"))


@given(rounds, rounds)
def test_the_guard_never_says_more_than_it_may(first: Round, second: Round) -> None:
    found = comparable(first, second, min_partners=3)
    if found.verdict is Verdict.WHOLE:
        assert first.roster == second.roster == found.partners
        assert min(first.response or 0, second.response or 0) >= 0.7
    else:
        assert found.partners == first.answered & second.answered or Reason.FEW in found.reasons
        assert found.reasons
    assert (found.verdict is Verdict.NONE) == (len(found.partners) < 3)
    assert comparable(second, first, min_partners=3) == found


@given(st.integers(10, 60))
def test_one_respondent_fewer_fires_the_guard(n: int) -> None:
    roster = [f"p{i:02}" for i in range(n)]
    enough = next(k for k in range(n + 1) if 10 * k >= 7 * n)
    full = Round(frozenset(roster), frozenset(roster))
    just, fewer = (Round(full.roster, frozenset(roster[:k])) for k in (enough, enough - 1))
    assert comparable(full, just).verdict is Verdict.WHOLE
    fired = comparable(full, fewer)
    assert fired.verdict is not Verdict.WHOLE and Reason.RESPONSE in fired.reasons


def test_a_chain_by_hand() -> None:
    sent, received, started = chain(20, 16, 12)
    assert (sent.name, received.name, started.name) == ("sent", "received", "started")
    assert received.of_first == share(16, 20)
    assert (started.of_previous, started.of_first) == (share(12, 16), share(12, 20))
    unknown = chain(20, None, 12)
    assert (unknown[2].of_previous, unknown[2].of_first) == (None, share(12, 20))


@pytest.mark.parametrize(
    ("counts", "step"), [((20, 21, 12), "received"), ((20, 16, 17), "started")]
)
def test_a_chain_that_grows_is_refused(counts: tuple[int, int, int], step: str) -> None:
    with pytest.raises(BadFunnel) as refused:
        chain(*counts)
    assert refused.value.step == step
