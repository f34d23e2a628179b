"""Scoring: worked by hand, what always holds, and what is refused."""

import random
from dataclasses import replace
from math import nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.instruments import Instrument, filled, instrument, instruments
from wijzer.stats.scales import (
    BadAnswer,
    InstrumentNotReady,
    category,
    flags,
    item_means,
    recoded,
    score,
)

READY = [one for one in instruments().values() if one.ready]


@st.composite
def sheets(draw: st.DrawFn, gaps: bool = True) -> tuple[Instrument, dict[str, Any]]:
    one = draw(st.sampled_from(READY))
    numbers = st.integers(int(one.low), int(one.high))
    values = st.sampled_from([a.value for a in one.answers]) if one.answers else numbers
    answer = st.one_of(values, st.none()) if gaps else values
    return one, {item.id: draw(answer) for item in one.items}


@given(sheets())
def test_a_score_is_missing_or_within_its_range(given: tuple[Instrument, dict[str, Any]]) -> None:
    one, sheet = given
    for id, found in score(one, sheet).items():
        scale = one.scale(id)
        assert found is None or scale.low - 1e-9 <= found <= scale.high + 1e-9
        assert (category(scale, found) is None) == (found is None or not scale.cutoffs)


@given(sheets(gaps=False))
def test_a_full_sheet_has_every_score_and_outcome(given: tuple[Instrument, dict[str, Any]]) -> None:
    one, sheet = given
    found = score(one, sheet)
    assert None not in found.values()
    assert None not in flags(one, found).values()


@given(sheets(), st.randoms())
def test_the_order_of_answers_does_not_matter(
    given: tuple[Instrument, dict[str, Any]], chance: random.Random
) -> None:
    one, sheet = given
    shuffled = list(sheet.items())
    chance.shuffle(shuffled)
    assert score(one, dict(shuffled)) == score(one, sheet)


@given(sheets())
def test_text_is_as_good_as_its_value(given: tuple[Instrument, dict[str, Any]]) -> None:
    one, sheet = given
    labels = {answer.value: f" {answer.label.upper()}" for answer in one.answers}
    assert score(one, {id: labels.get(x, x) for id, x in sheet.items()}) == score(one, sheet)


@given(sheets())
def test_left_out_is_none_is_nan(given: tuple[Instrument, dict[str, Any]]) -> None:
    one, sheet = given
    left_out = {id: x for id, x in sheet.items() if x is not None}
    empty = {id: nan if x is None else x for id, x in sheet.items()}
    assert score(one, left_out) == score(one, sheet) == score(one, empty)


@given(sheets(gaps=False))
def test_turning_every_answer_turns_a_sum(given: tuple[Instrument, dict[str, Any]]) -> None:
    """Reversing twice is doing nothing: a mirrored sheet has the mirrored score."""
    one, sheet = given
    mirrored = {id: one.low + one.high - x for id, x in sheet.items()}
    for scale in one.scales:
        if not scale.counts:
            both = score(one, sheet)[scale.id], score(one, mirrored)[scale.id]
            assert sum(both) == pytest.approx(scale.low + scale.high)  # type: ignore[arg-type]


@given(sheets(gaps=False))
def test_recoding_reverses_only_what_is_reversed(
    given: tuple[Instrument, dict[str, Any]],
) -> None:
    one, sheet = given
    for scale in one.scales:
        if not scale.counts:
            back = {
                id: one.low + one.high - x if id in scale.reversed else x
                for id, x in zip(scale.items, recoded(one, scale, sheet), strict=True)
            }
            assert back == {id: sheet[id] for id in scale.items}


@given(sheets(gaps=False))
def test_a_mean_of_its_own_answers_changes_nothing(
    given: tuple[Instrument, dict[str, Any]],
) -> None:
    one, sheet = given
    assert score(one, sheet, item_means(one, [sheet])) == score(one, sheet)


def test_loneliness_by_hand() -> None:
    one = instrument("dejonggierveld6")
    sheet = {"3": "ja", "9": "min of meer", "10": "nee", "4": "nee", "7": "ja", "8": "ja"}
    found = score(one, sheet)
    assert found == {"emotioneel": 2, "sociaal": 1, "totaal": 3}
    assert category(one.scale("totaal"), 3) == "enigszins eenzaam"
    without = score(one, sheet | {"9": None})
    assert without == {"emotioneel": None, "sociaal": 1, "totaal": 2}


@pytest.mark.parametrize("missing", range(12))
def test_one_answer_may_lack_in_the_long_loneliness_list(missing: int) -> None:
    one = instrument("dejonggierveld11")
    answered = [item.id for item in one.items][missing:]
    found = score(one, dict.fromkeys(answered, "min of meer"))["totaal"]
    assert found == (11 - missing if missing <= 1 else None)
    assert flags(one, {"totaal": found})["ernstig_eenzaam"] == (True if missing <= 1 else None)


def test_means_of_the_group_stand_in_for_at_most_two() -> None:
    one = instrument("k10")
    sheet = {str(i): 2 for i in range(1, 9)}
    means = {"9": 1.25, "10": 2.5}
    assert score(one, sheet, means) == {"totaal": 19.75}
    assert score(one, sheet) == {"totaal": None}
    assert score(one, sheet, {"9": 1.25}) == {"totaal": None}
    assert score(one, sheet | {"8": None}, means | {"8": 2}) == {"totaal": None}


def test_imputation_reverses_what_is_reversed() -> None:
    one = instrument("regie")
    lenient = replace(one.scales[0], impute="item_mean", max_missing=1)
    changed = replace(one, scales=(lenient,))
    sheet = {str(i): 3 for i in range(1, 7)}
    assert score(changed, sheet, {"7": 1.5}) == {"totaal": 18 + 4.5}


def test_item_means_are_over_those_who_answered() -> None:
    found = item_means(instrument("k10"), [{"1": 1, "2": None}, {"1": "altijd"}, {}])
    assert found == {"1": 3.0}


@pytest.mark.parametrize(
    ("answer", "value", "good"),
    [("zeer goed", 5, True), (2, 4, True), ("Gaat wel", 3, False), (5, 1, False)],
)
def test_perceived_health(answer: str | float, value: float, good: bool) -> None:
    one = instrument("ervaren_gezondheid")
    found = score(one, {"1": answer})
    assert (found, flags(one, found)) == ({"score": value}, {"goed": good})


@pytest.mark.parametrize(
    ("mean", "label"),
    [(1, "heel laag"), (1.4999, "heel laag"), (2.5, "niet laag, niet hoog"), (5, "heel hoog")],
)
def test_cohesion_is_named_after_the_nearest_point(mean: float, label: str) -> None:
    assert category(instrument("cohesie").scale("gemiddelde"), mean) == label


@pytest.mark.parametrize(
    ("score", "zone"),
    [(2.949, "gevarenzone"), (2.95, "werkzone"), (3.949, "werkzone"), (4.55, "doel bereikt")],
)
def test_zones_are_looked_up_in_one_decimal(score: float, zone: str) -> None:
    assert category(instrument("psat_synergie").scales[0], score) == zone


def test_between_two_classes_is_the_lower() -> None:
    scale = instrument("k10").scales[0]
    assert [category(scale, x) for x in (15.5, 29.9, 30)] == [
        "geen of laag risico",
        "matig risico",
        "hoog risico",
    ]
    assert flags(instrument("k10"), {"totaal": 29.9}) == {"hoog_risico": False}


def test_floats_that_miss_a_limit_by_a_hair_have_reached_it() -> None:
    one = instrument("regie")
    assert category(one.scales[0], 20 - 1e-12) == "matig of veel regie"
    assert flags(one, {"totaal": 20 - 1e-12}) == {"voldoende_regie": True}


def test_no_score_no_label_no_outcome() -> None:
    one = instrument("who5")
    assert category(one.scale("score"), None) is None
    assert category(one.scale("score"), 50) is None  # it has no labels
    assert flags(one, {}) == flags(one, {"punten": nan}) == {"slecht_welbevinden": None}


@pytest.mark.parametrize(
    ("id", "item", "answer"),
    [
        ("who5", "1", 6),
        ("who5", "1", -1),
        ("who5", "1", 2.5),
        ("who5", "1", True),
        ("who5", "6", 3),
        ("who5", "1", "ja"),
        ("who5", "1", "3"),
        ("who5", "1", ""),
        ("regie", "1", 0),
        ("spinnenweb", "1", 10.5),
        ("spinnenweb", "1", "7"),
        ("dejonggierveld6", "1", "ja"),
        ("k10", "1", float("inf")),
    ],
)
def test_what_is_out_of_range_is_refused(id: str, item: str, answer: str | float) -> None:
    with pytest.raises(BadAnswer) as caught:
        score(instrument(id), {item: answer})
    assert str(caught.value) == f"{id}, {item}: {answer!r}"


@pytest.mark.parametrize("means", [{"1": 0.5}, {"1": 6}, {"11": 3}])
def test_stand_ins_are_in_range_too(means: dict[str, float]) -> None:
    with pytest.raises(BadAnswer):
        score(instrument("k10"), {}, means)


@pytest.mark.parametrize("found", [-1, 50.1, 9])
def test_a_label_for_a_score_that_cannot_be_is_refused(found: float) -> None:
    with pytest.raises(BadAnswer, match="totaal"):
        category(instrument("k10").scales[0], found)


@pytest.mark.parametrize("id", ["ph17", "ph22"])
def test_what_is_not_filled_in_cannot_be_scored(id: str) -> None:
    one = instrument(id)
    for attempt in (
        lambda: score(one, {}),
        lambda: item_means(one, [{}]),
        lambda: recoded(one, one.scales[0], {}),
    ):
        with pytest.raises(InstrumentNotReady) as caught:
            attempt()
        assert str(caught.value) == one.name


def test_a_filled_in_list_is_scored() -> None:
    factors = [scale.id for scale in instrument("ph17").scales if not scale.of]
    sizes = dict(zip(factors, (3, 2, 3, 3, 3, 3), strict=True))
    items = {id: [f"{id}{i}" for i in range(size)] for id, size in sizes.items()}
    one = filled(instrument("ph17"), items)
    sheet = {item.id: 6 for item in one.items} | {"mentaal0": 9}
    assert score(one, sheet) == dict.fromkeys(factors, 6) | {"mentaal": 7.5, "totaal": 6.25}
    assert score(one, sheet | {"mentaal1": None})["totaal"] is None


@pytest.mark.parametrize(("answered", "found"), [(7, 8), (4, 8), (3, None), (0, None)])
def test_half_of_a_dimension_is_enough(answered: int, found: float | None) -> None:
    one = instrument("spinnenweb")
    items = one.scale("meedoen").items[:answered]
    scores = score(one, dict.fromkeys(items, 8))
    assert (scores["meedoen"], scores["totaal"]) == (found, None)
