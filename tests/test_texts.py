"""Dutch numbers and the sentences that are made of them."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import catalog, texts
from wijzer.model import Certainty, Change, Direction, Level, Method, Missing, Sign, Weight
from wijzer.stats.rounding import half_away

PERCENT = replace(
    catalog.indicator("eenzaam"),
    sentence="In {gebied} voelt {waarde} zich eenzaam",
    who="volwassenen",
    decimals=0,
)
KM = replace(PERCENT, unit="km", decimals=1, sentence="In {gebied} is het {waarde} ver")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234567.45, 1, "1.234.567,5"),
        (1234567.5, 1, "1.234.567,5"),
        (1234567, 0, "1.234.567"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (74.5, 0, "75"),
        (75.5, 0, "76"),
        (-0.5, 0, "−1"),
        (-0.4, 0, "0"),
        (-0.04, 1, "0,0"),
        (-0.0, 0, "0"),
        (0.05, 1, "0,1"),
        (2.675, 2, "2,68"),
        (-1234.5, 0, "−1.235"),
        (0.1 + 0.2, 1, "0,3"),
        (100, 0, "100"),
    ],
)
def test_number(value: float, decimals: int, text: str) -> None:
    assert texts.number(value, decimals) == text


@given(st.floats(-1e12, 1e12, allow_nan=False, allow_subnormal=False), st.integers(0, 4))
def test_a_number_reads_back_as_the_rounded_value(value: float, decimals: int) -> None:
    text = texts.number(value, decimals)
    plain = text.replace(".", "").replace(",", ".").replace("−", "-")
    assert Decimal(plain) == Decimal(repr(half_away(value, decimals)))
    assert ("," in text) == (decimals > 0)
    assert "-" not in text
    assert not re.fullmatch(r"−0(,0*)?", text)
    assert re.fullmatch(r"−?\d{1,3}(\.\d{3})*(,\d+)?", text)


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        (67.4, "%", 0, "67%"),
        (2.34, "%", 1, "2,3%"),
        (0.66, "km", 1, "0,7 km"),
        (31200, "euro", 0, "31.200 euro"),
        (31.2, "x 1.000 euro", 1, "31.200 euro"),
        (31.25, "x 1.000 euro", 1, "31.300 euro"),
        (29.167417, "x 1.000 euro", 0, "29.000 euro"),
        (339.798896, "x 1.000 euro", 0, "340.000 euro"),
        (40.9, "x 1.000 euro", 1, "40.900 euro"),
        (0.0314, "x 1.000 euro", 4, "31,4 euro"),
        (1945, "aantal", 0, "1.945"),
        (161.4, "per 1.000 inwoners", 0, "161 per 1.000 inwoners"),
        (-0.0348, "afwijking", 2, "−0,03 afwijking"),
    ],
)
def test_amount(value: float, unit: str, decimals: int, text: str) -> None:
    assert texts.amount(value, unit, decimals) == text


@pytest.mark.parametrize(
    ("value", "one", "text"),
    [
        (10, PERCENT, "+10 procentpunt"),
        (-2.4, PERCENT, "−2 procentpunt"),
        (0, PERCENT, "0 procentpunt"),
        (0.3, PERCENT, "0 procentpunt"),
        (-0.3, PERCENT, "0 procentpunt"),
        (0.5, PERCENT, "+1 procentpunt"),
        (0.26, KM, "+0,3 km"),
        (0.04, KM, "0,0 km"),
    ],
)
def test_difference(value: float, one: catalog.Indicator, text: str) -> None:
    assert texts.difference(value, one) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "In Moerwijk voelt 0 van de 100 volwassenen zich eenzaam."),
        (0.3, "In Moerwijk voelt minder dan 1 van de 100 volwassenen zich eenzaam."),
        (0.5, "In Moerwijk voelt 1 van de 100 volwassenen zich eenzaam."),
        (1, "In Moerwijk voelt 1 van de 100 volwassenen zich eenzaam."),
        (67, "In Moerwijk voelt 67 van de 100 volwassenen zich eenzaam."),
        (100, "In Moerwijk voelt 100 van de 100 volwassenen zich eenzaam."),
    ],
)
def test_sentence(value: float, text: str) -> None:
    assert texts.sentence(PERCENT, "Moerwijk", value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (57, "In heel Den Haag zijn dat er 57."),
        (1, "In heel Den Haag is dat er 1."),
        (0, "In heel Den Haag zijn dat er 0."),
        (0.3, "In heel Den Haag zijn dat er minder dan 1."),
    ],
)
def test_benchmark_sentence(value: float, text: str) -> None:
    assert texts.benchmark_sentence(PERCENT, "Den Haag", value) == text


def test_other_units_in_sentences() -> None:
    assert texts.sentence(KM, "Kade", 0.66) == "In Kade is het 0,7 km ver."
    assert texts.benchmark_sentence(KM, "Leiden", 1) == "In heel Leiden is dat 1,0 km."


def test_a_figure_with_a_decimal_keeps_it_in_its_sentence() -> None:
    """Else 2,6 beside 2,4 would read as 3 beside 2, or 2,3 beside 2,4 as twice the same."""
    one = replace(PERCENT, decimals=1)
    assert "2,3 van de 100" in texts.sentence(one, "Kade", 2.34)
    assert texts.benchmark_sentence(one, "Leiden", 2.4).endswith("2,4.")
    assert "minder dan 0,1 van de 100" in texts.sentence(one, "Kade", 0.04)


@pytest.mark.parametrize("sign", Sign)
def test_verdict_names_the_benchmark_and_the_word(sign: Sign) -> None:
    said = texts.verdict_sentence(sign, "Leiden")
    assert "Leiden" in said
    word = "vergelijking" if sign is Sign.UNKNOWN else texts.SIGN_WORD[sign]
    assert re.search(rf"\b{word}\b", said)


@pytest.mark.parametrize("reason", Missing)
def test_missing_sentence_names_area_indicator_and_reason(reason: Missing) -> None:
    said = texts.missing_sentence(PERCENT, "Kromme Aar", reason)
    assert "Kromme Aar" in said and PERCENT.name in said
    assert said.endswith(texts.MISSING_SENTENCE[reason])
    assert not re.search(r"\d", said)


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_enumerate_words(words: list[str], text: str) -> None:
    assert texts.enumerate_words(words) == text


def test_dates_and_years() -> None:
    assert texts.date(date(2019, 3, 3)) == "3 maart 2019"
    assert texts.date(date(2024, 12, 31)) == "31 december 2024"
    assert texts.span(2019, 2019) == "2019"
    assert "2012" in texts.span(2012, 2020) and "2020" in texts.span(2012, 2020)


def test_unknown_code_is_cut_short() -> None:
    said = texts.unknown_code("Wijk", "x" * 5000, "Stevenshof")
    assert "Stevenshof" in said and len(said) < 200


@pytest.mark.parametrize(
    "asked", ["[Log in](https://boos.nl)", "![](//boos.nl/a.png)", "<b>x</b>", ":red[x]", "$x^2$"]
)
def test_unknown_code_is_no_markup(asked: str) -> None:
    """What is in a link stands on our page: nobody may put a link of his own there."""
    assert not set("[]()<>:!/*$`") & set(texts.unknown_code("Wijk", asked, "Stevenshof"))


def test_needed_answers_with_and_without_inhabitants() -> None:
    assert "3.147" in texts.needed(3147, 10665, "Stevenshof", "Leiden")
    assert "10.665" in texts.needed(3147, 10665, "Stevenshof", "Leiden")
    assert "None" not in texts.needed(3147, None, "Stevenshof", "Leiden")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Sign, texts.SIGN_MARK),
        (Sign, texts.SIGN_WORD),
        (Sign, texts.SIGN_SENTENCE),
        (Missing, texts.MISSING_MARK),
        (Missing, texts.MISSING_WORD),
        (Missing, texts.MISSING_SENTENCE),
        (Method, texts.METHOD_WORD),
        (Method, texts.METHOD_SENTENCE),
        (Certainty, texts.CERTAINTY_WORD),
        (Certainty, texts.CERTAINTY_SENTENCE),
        (Change, texts.CHANGE_WORD),
        (Level, texts.LEVEL_WORD),
        (Direction, texts.DIRECTION_SENTENCE),
        (Weight, texts.WEIGHT_SENTENCE),
    ],
)
def test_every_kind_has_its_word(kind: type[StrEnum], words: dict[StrEnum, str]) -> None:
    assert set(words) == set(kind)
    assert all(word.strip() for word in words.values())


@pytest.mark.parametrize(
    "words",
    [texts.SIGN_MARK, texts.SIGN_WORD, texts.MISSING_MARK, texts.MISSING_WORD,
     texts.CERTAINTY_WORD, texts.METHOD_WORD],
    ids=["sign mark", "sign word", "missing mark", "missing word", "certainty", "method"],
)  # fmt: skip
def test_no_two_kinds_share_a_word(words: dict[StrEnum, str]) -> None:
    assert len(set(words.values())) == len(words)


def test_marks_of_signs_and_of_missing_differ() -> None:
    assert not set(texts.SIGN_MARK.values()) & set(texts.MISSING_MARK.values())


def test_every_group_of_people_has_a_word() -> None:
    """The categories of the population table, as data/README.md lists them."""
    asked = "all 0-15 15-25 25-45 45-65 65+ men women netherlands europe outside_europe dutch "
    asked += "western non_western single without_children with_children"
    assert set(asked.split()) == set(texts.POPULATION_WORD)
    assert len(texts.STEPS) == 5


@pytest.mark.parametrize("one", catalog.indicators().values(), ids=lambda one: one.id)
def test_sentences_about_indicators_are_short_and_whole(one: catalog.Indicator) -> None:
    """At most twenty words, with a name of one word."""
    value = 12.34 if one.high is None or one.high > 13 else one.high
    said = texts.sentence(one, "Bouwlust", value)
    assert len(said.split()) <= 20, said
    assert said.endswith(".") and not said.endswith("..")
    assert said[0].isupper() and "{" not in said
    beside = texts.benchmark_sentence(one, "Alphen aan den Rijn", value)
    assert len(beside.split()) <= 20
    assert texts.number(value, one.decimals) in beside or one.unit == "x 1.000 euro"


def test_sentences_of_pictures() -> None:
    one = catalog.indicator("eenzaam")
    said = texts.course(one, "Moerwijk", (2012, "59%"), (2020, "67%"))
    assert said.startswith("In Moerwijk was het cijfer 59% in 2012 en 67% in 2020.")
    assert "schattingen" in said  # a model estimate shows no change by what was done
    register = catalog.indicator("huurwoningen")
    assert texts.course(register, "Moerwijk", (2017, "1%"), (2025, "2%")).endswith("in 2025.")
    assert texts.tally(1, 3, 9, "Leiden") == (
        "Van deze 9 cijfers is 1 gunstiger dan in Leiden en 3 ongunstiger."
    )
    assert texts.tally(0, 0, 0, "Leiden") == "Hier zijn geen cijfers."
    assert texts.reach("37%", "54%", 9) == "De gebieden lopen uiteen van 37% tot 54%."
    assert texts.reach("37%", "37%", 2) == "Alle gebieden: 37%."
    assert "geen cijfer" in texts.reach("", "", 0)
