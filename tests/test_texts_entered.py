"""Words for everything that can be entered, and sentences made from it."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import kinds, texts
from wijzer.kinds import KINDS
from wijzer.lists import CODES, PERSON

FIELDS = {one.name for kind in KINDS.values() for one in kind.fields}


def test_every_list_has_a_word_for_each_code_and_no_more() -> None:
    assert {name: tuple(words) for name, words in texts.WORD.items()} == CODES | PERSON


def test_every_kind_and_field_has_a_name() -> None:
    assert set(KINDS) < set(texts.KIND)
    assert set(texts.FIELD) == FIELDS


def test_every_fault_has_a_sentence() -> None:
    code = "".join(one.read_text("utf-8") for one in Path(kinds.__file__).parent.glob("*.py"))
    code += (Path(texts.__file__).parent.parent / "store" / "entries.py").read_text("utf-8")
    faults = set(re.findall(r'Problem\([^,()]+(?:\.name)?, "(\w+)"', code))
    assert faults == set(texts.PROBLEM) and len(faults) >= 10


def test_every_mark_stands_for_a_code() -> None:
    assert set(texts.RUN_MARK) == set(CODES["run"])
    assert set(texts.FACTOR_MARK) == set(CODES["factor_status"])
    assert set(texts.STEP_STATE) == set(CODES["step_status"])
    assert set(texts.RUNG_MEANING) == set(CODES["rung"])
    assert len(set(texts.RUN_MARK.values())) == len(texts.RUN_MARK)


@pytest.mark.parametrize(
    ("form", "typed", "found"),
    [
        ("date", "31-12-2025", date(2025, 12, 31)),
        ("date", "1/2/2024", date(2024, 2, 1)),
        ("date", "31-02-2025", "31-02-2025"),
        ("date", "2025-12-31", "2025-12-31"),
        ("number", "7,5", 7.5),
        ("number", "1.234,5", 1234.5),
        ("number", "12.5", "12.5"),
        ("number", "−3", -3.0),
        ("number", "zeven", "zeven"),
        ("count", "30", 30),
        ("count", "1.250", 1250),
        ("count", "7,5", "7,5"),
        ("line", "  tekst ", "tekst"),
        ("text", "   ", None),
    ],
)
def test_what_is_typed_is_read_as_a_dutch_reader_would(
    form: str, typed: str, found: object
) -> None:
    assert texts.read(form, typed) == found


@given(st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: x + 0.0))
def test_a_number_in_a_form_reads_back_as_itself(value: float) -> None:
    assert texts.read("number", texts.number_typed(value)) == value


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_in_a_form_reads_back_as_itself(day: date) -> None:
    assert texts.read("date", texts.day_typed(day)) == day


@pytest.mark.parametrize(
    ("count", "smallest", "exact", "text"),
    [
        (None, 10, False, "niet bekend"),
        (0, 10, False, "0"),
        (1, 10, False, "minder dan 10"),
        (9, 10, False, "minder dan 10"),
        (10, 10, False, "10"),
        (12, 10, False, "10"),
        (13, 10, False, "15"),
        (1248, 10, False, "1.250"),
        (4, 5, True, "minder dan 5"),
        (7, 5, True, "7"),
    ],
)
def test_numbers_of_people(count: int | None, smallest: int, exact: bool, text: str) -> None:
    assert texts.people_count(count, smallest, exact) == text


def test_a_moment_is_told_in_dutch_time() -> None:
    assert texts.moment(datetime(2026, 7, 1, 12, 5)) == "1 juli 2026, 14:05 uur"
    assert texts.moment(datetime(2026, 1, 1, 23, 30)) == "2 januari 2026, 00:30 uur"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 0), "Er zijn nog geen interventies."),
        ((1, 1, 0, 1), "1 interventie bij 1 thema. Er loopt er 1."),
        ((7, 2, 4, 4), "7 interventies bij 4 thema’s. Er lopen er 2. "
                       "Van 4 is niet bekend of het loopt."),
        ((9, 0, 0, 5), "9 interventies bij 5 thema’s. Er loopt er geen."),
    ],
)  # fmt: skip
def test_the_mix_in_a_sentence(counts: tuple[int, int, int, int], said: str) -> None:
    assert texts.mix(*counts) == said


def test_why_nothing_runs() -> None:
    assert "nog geen interventie" in texts.no_running("Bewegen", [])
    assert "niet bekend" in texts.no_running("Bewegen", ["planned", "unknown"])
    assert "loopt nu niets" in texts.no_running("Bewegen", ["planned", "finished"])


def test_how_many_answers_and_whether_so_many_people_live_there() -> None:
    assert "3.213" in texts.answers_needed(3213, None, "Stevenshof")
    assert "Dat kan dus" in texts.answers_needed(3213, 10_665, "Stevenshof")
    assert "te weinig" in texts.answers_needed(30_213, 10_665, "Stevenshof")


@pytest.mark.parametrize(
    ("count", "text"),
    [(84, "84"), (842, "840"), (4215, "4.200"), (33515, "34.000")],
)
def test_an_estimate_is_no_more_precise_than_it_can_be(count: float, text: str) -> None:
    assert texts.size_about(count) == f"ongeveer {text}"


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ([("Inwoners", []), ("Beroepskrachten", [])], texts.ROUND_HIDDEN),
        ([("Inwoners", ["A"]), ("Beroepskrachten", [])], "Bovenaan staat bij inwoners ‘A’."),
        ([("Inwoners", ["A"]), ("Beroepskrachten", ["B", "C"])],
         "Bovenaan staat bij inwoners ‘A’ en bij beroepskrachten ‘B’ en ‘C’."),
        ([("Inwoners", ["A"]), ("Beroepskrachten", ["A"])],
         "Bovenaan staat bij inwoners ‘A’ en bij beroepskrachten ‘A’. "
         "Beide groepen zetten hetzelfde bovenaan."),
    ],
)  # fmt: skip
def test_what_a_vote_says_first(first: list[tuple[str, list[str]]], said: str) -> None:
    assert texts.vote_sentence(first) == said


@pytest.mark.parametrize(
    ("choice", "by", "when", "said"),
    [
        ("chosen", "bewoners", "juni 2019", "Gekozen door bewoners, juni 2019."),
        ("proposed", "bewoners", "", "Genoemd door bewoners. Wanneer is niet bekend."),
        ("rejected", "", "juni 2019", "Afgewezen in juni 2019. Door wie is niet bekend."),
        ("chosen", "", "", "Door wie en wanneer is niet bekend."),
    ],
)
def test_who_decided(choice: str, by: str, when: str, said: str) -> None:
    assert texts.decided(choice, by, when) == said
