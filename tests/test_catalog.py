"""Every indicator and neighbourhood in data/, automatically."""

import csv
import re
from collections import defaultdict
from functools import cache

import pytest

from wijzer.catalog import CONTEXT, DATA, DOMAINS, indicators, neighbourhoods, of_domain
from wijzer.model import Direction, Indicator, Method, Weight

TABLES = DATA / "tables"
WIJKEN = {
    "WK054609", "WK048401", "WK048402", "WK048403", "WK051833", "WK051834", "WK051836",
}  # fmt: skip
MUNICIPALITIES = {"GM0546", "GM0484", "GM0518"}
PRINTED = {
    ("voorzieningen-jongeren", "WK048401"): 30,
    ("voorzieningen-jongeren", "WK048402"): 29,
    ("voorzieningen-jongeren", "WK048403"): 33,
    ("voorzieningen-jongeren", "GM0484"): 32,
    ("wandelen-en-bewegen", "WK048401"): 76,
    ("wandelen-en-bewegen", "WK048402"): 84,
    ("wandelen-en-bewegen", "WK048403"): 94,
    ("wandelen-en-bewegen", "GM0484"): 81,
    ("zelfredzame-ouderen", "alphen-noord"): 74,
    ("zelfredzame-ouderen", "GM0484"): 76,
    ("ernstig-eenzaam-65plus-factsheet", "alphen-noord"): 10,
    ("ernstig-eenzaam-65plus-factsheet", "GM0484"): 9,
}
# Words that do not belong in plain Dutch on the screen.
HARD_WORDS = re.compile(r"\b(SMR|prevalentie|incidentie|cohort|significant|percentiel)\b", re.I)
MAX_WORDS = 20


@cache
def rows() -> list[dict[str, str]]:
    found = []
    for file in sorted(TABLES.glob("figures_*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            found += list(csv.DictReader(lines))
    return found


@cache
def areas_with_a_value() -> dict[tuple[str, str], set[str]]:
    """Areas with a value per indicator and year."""
    found = defaultdict(set)
    for row in rows():
        if row["value"]:
            found[row["indicator"], row["year"]].add(row["area"])
    return found


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!;]) ", text)


each = pytest.mark.parametrize("one", indicators().values(), ids=lambda one: one.id)


def test_seventy_to_eighty_five_indicators() -> None:
    assert 70 <= len(indicators()) <= 85


@each
def test_name_question_and_sentence(one: Indicator) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.id)
    assert 0 < len(one.name) <= 45
    assert one.question.endswith(".")
    assert one.sentence.startswith("In {gebied} ")
    assert one.sentence.count("{waarde}") == 1
    assert not one.sentence.endswith(".")
    assert one.sentence.format(gebied="Moerwijk", waarde="3").count("{") == 0


@each
def test_plain_dutch(one: Indicator) -> None:
    for text in (one.question, one.note, *(each.reason for each in one.breaks)):
        assert not HARD_WORDS.search(text)
        assert max(len(part.split()) for part in sentences(text)) <= MAX_WORDS, text


@each
def test_source_and_population_are_told(one: Indicator) -> None:
    for text in (one.source, one.table, one.licence, one.population, one.who):
        assert text.strip() == text != ""
    assert one.url.startswith("https://")


@each
def test_a_model_estimate_says_so(one: Indicator) -> None:
    assert (one.method is Method.MODEL) == ("rekenmodel" in one.note)


@each
def test_an_age_in_the_name_is_the_age_that_is_weighed(one: Indicator) -> None:
    if one.method is Method.MODEL and one.unit == "%":
        age = {Weight.AGE_65PLUS: "65", Weight.AGE_18PLUS: "18 jaar en", Weight.AGE_18_65: "tot 65"}
        assert age[one.weight] in one.population
        assert ("(65+)" in one.name) == (one.weight is Weight.AGE_65PLUS)


@each
def test_own_calculations_are_told(one: Indicator) -> None:
    notes = {row["note"] for row in rows() if row["indicator"] == one.id and row["value"]}
    computed = any(note.startswith("berekend uit") for note in notes)
    assert computed == ("zelf berekend" in one.question)


@each
def test_every_indicator_has_figures_for_its_municipality(one: Indicator) -> None:
    with_value = [areas for (id, _), areas in areas_with_a_value().items() if id == one.id]
    assert any(areas & MUNICIPALITIES and areas - MUNICIPALITIES for areas in with_value)


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.id)
def test_eight_indicators_for_all_wijken_in_every_domain(domain) -> None:
    values = areas_with_a_value()
    full = {id for (id, _), areas in values.items() if areas >= WIJKEN | MUNICIPALITIES}
    assert len([one for one in of_domain(domain.id) if one.id in full]) >= 8


def test_population_context_is_never_favourable() -> None:
    assert {one.direction for one in of_domain(CONTEXT.id)} == {Direction.NEUTRAL}


def test_directions() -> None:
    known = indicators()
    higher = "ervaren-gezondheid beweegrichtlijn vrijwilligerswerk leefbaarheid zelfredzame-ouderen"
    lower = "eenzaam roken overgewicht moeite-rondkomen bijstand ernstig-eenzaam-65plus-factsheet"
    neutral = "mantelzorger drinkt-alcohol eenpersoonshuishoudens woz-waarde huurwoningen"
    assert {known[id].direction for id in higher.split()} == {Direction.HIGHER}
    assert {known[id].direction for id in lower.split()} == {Direction.LOWER}
    assert {known[id].direction for id in neutral.split()} == {Direction.NEUTRAL}


def test_the_printed_pairs_are_exactly_those_of_the_factsheet() -> None:
    printed = {one.id for one in indicators().values() if one.method is Method.PRINTED}
    found = [row for row in rows() if row["indicator"] in printed]
    assert {(row["indicator"], row["area"]): float(row["value"]) for row in found} == PRINTED
    assert len(found) == len(PRINTED)
    assert all(row["n"] == "" and "maart 2019" in row["note"] for row in found)
    assert all(indicators()[id].weight is Weight.NONE for id in printed)


def test_2024_never_continues_the_line_of_the_health_survey() -> None:
    new = {row["indicator"] for row in rows() if row["table"] == "50150NED"}
    assert len(new) >= 10
    for id in new:
        assert [one.year for one in indicators()[id].breaks] == [2024]


def test_three_neighbourhoods_of_seven_wijken() -> None:
    assert list(neighbourhoods()) == ["stevenshof", "alphen-noord", "zuidwest"]
    assert {part for one in neighbourhoods().values() for part in one.parts} == WIJKEN


@pytest.mark.parametrize("one", neighbourhoods().values(), ids=lambda one: one.id)
def test_story_and_threads_have_a_source(one) -> None:
    assert 4 <= len(one.story) <= 6
    assert len(one.threads) == 4
    for fact in (*one.story, *one.threads):
        assert fact.source.text
        assert fact.source.url.startswith("https://")
        assert 1 <= len(sentences(fact.text)) <= 3, fact.text
        assert max(len(part.split()) for part in sentences(fact.text)) <= MAX_WORDS, fact.text
