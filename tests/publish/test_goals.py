"""Goals: what lacks, whether the change can be seen, and progress that never claims too much."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import catalog, publish, texts
from wijzer.access import PUBLIC, Visitor
from wijzer.kinds import KINDS
from wijzer.model import Method, Role
from wijzer.publish import Row
from wijzer.stats.plan import Course
from wijzer.store.database import Store

TEAM = Visitor(Role.TEAM, "team")
LEIDEN = "GM0546"


def goal(**values: Any) -> Row:
    """A goal with nothing filled in but this."""
    return dict.fromkeys(KINDS["goal"].names) | {"id": "doel", "life": "active"} | values


def measured(**values: Any) -> Row:
    """A goal with a measure of its own, from 10% in 2020 to 8% in 2030."""
    whole = {"measure": "Bewoners die zich alleen voelen", "unit": "%", "version": "lijst 1",
             "baseline": 10.0, "baseline_day": date(2020, 1, 1), "target": 8.0,
             "target_day": date(2030, 1, 1)}  # fmt: skip
    return goal(**(whole | values))


def reading(visitor: Visitor = PUBLIC, **values: Any) -> Row:
    """A reading as it leaves for a visitor."""
    row = dict.fromkeys(KINDS["reading"].names) | {"id": "meting", "life": "active"}
    row |= {"goal": "doel", "day": date(2024, 1, 1), "value": 9.0, "version": "lijst 1"} | values
    state = {kind: {} for kind in KINDS} | {"reading": {"meting": row}}
    return publish.entered(state, visitor)["reading"]["meting"]


# --- SMART ----------------------------------------------------------------------------------------

WHOLE = measured(title="Minder mensen alleen", theme="thema", owner="wijkregisseur")


@pytest.mark.parametrize(
    ("lacks", "word"),
    [
        ({}, ""),
        ({"title": None}, "Specifiek"),
        ({"theme": None}, "Specifiek"),
        ({"measure": None}, "Meetbaar"),
        ({"target": None}, "Meetbaar"),
        ({"owner": None}, "Aanvaard"),
        ({"target": 10.0}, "Realistisch"),
        ({"baseline_day": None}, "Tijdgebonden"),
        ({"target_day": None}, "Tijdgebonden"),
    ],
)
def test_each_point_that_is_not_in_order_says_what_to_do(lacks: Row, word: str) -> None:
    found = publish.smart(WHOLE | lacks)
    assert [name for name, good, _ in found if not good] == ([word] if word else [])
    assert all(bool(todo) is not good for _, good, todo in found)


def test_an_empty_goal_lacks_everything() -> None:
    assert [good for _, good, _ in publish.smart(goal())] == [False] * 5


# --- can the change be seen -----------------------------------------------------------------------


def test_from_ten_to_eight_percent_takes_3213_answers() -> None:
    """The known answer of requirement PLN-02."""
    said = publish.needed(measured(), 12_000, "Stevenshof")
    assert "zijn 3.213 antwoorden per meetronde nodig" in said
    assert "In Stevenshof wonen 12.000 mensen. Dat kan dus." in said


def test_more_answers_than_there_are_people_is_said() -> None:
    said = publish.needed(measured(), 3_212, "de Kromme Aar")
    assert "3.213" in said and "In de Kromme Aar wonen 3.212 mensen. Dat is te weinig" in said
    assert "Dat kan dus" in publish.needed(measured(), 3_213, "de Kromme Aar")
    assert "wonen" not in publish.needed(measured(), None, "de Kromme Aar")


@pytest.mark.parametrize(
    "values",
    [{"baseline": None}, {"target": None}, {"unit": "km"}, {"target": 10.0}, {"baseline": 120.0},
     {"target": -3.0}],
)  # fmt: skip
def test_without_two_shares_nothing_is_computed(values: Row) -> None:
    assert publish.needed(measured(**values), 12_000, "Stevenshof") == texts.NEEDED_UNKNOWN


def test_what_a_figure_is_worth_is_said() -> None:
    by_method = {one.method: one.id for one in catalog.indicators().values() if one.unit == "%"}
    told = {
        method: publish.needed(goal(indicator=id, baseline=10.0, target=8.0), 12_000, "X")
        for method, id in by_method.items()
    }
    assert told[Method.REGISTER] == texts.NEEDED_NONE
    assert told[Method.MODEL].endswith(texts.NEEDED_MODEL)


@given(st.floats(0, 100), st.floats(0, 100), st.integers(0, 10**6) | st.none())
def test_there_is_always_a_sentence(start: float, end: float, inhabitants: int | None) -> None:
    said = publish.needed(measured(baseline=start, target=end), inhabitants, "X")
    assert said.endswith(".") and "nan" not in said and "None" not in said


# --- now, measured in the same way ----------------------------------------------------------------


@pytest.fixture(scope="module")
def figures(real_store: Store) -> list[Row]:
    """Loneliness in Leiden over the years: the question changed in 2024."""
    return publish.records(publish.trend(real_store, "eenzaam", (LEIDEN,)))


def lonely(year: int) -> Row:
    return goal(indicator="eenzaam", baseline=40.0, baseline_day=date(year, 12, 31), target=35.0,
                target_day=date(2030, 12, 31))  # fmt: skip


def test_the_break_is_in_the_figures(figures: list[Row]) -> None:
    """Else the tests below would hold for nothing."""
    years = {row["year"]: row["segment"] for row in figures if row["value"] == row["value"]}
    assert {2012, 2020, 2024} <= years.keys()
    assert years[2012] == years[2020] != years[2024]


def test_a_figure_from_after_a_break_is_never_compared(figures: list[Row]) -> None:
    now = publish.current(lonely(2012), figures, [])
    assert now is not None and now.when == "2020" and now.answers is None
    assert publish.current(lonely(2020), figures, []) is None
    assert publish.current(lonely(2024), figures, []) is None
    none = publish.standing(lonely(2020), None)
    assert (none.course, none.sentence, none.progress) == (Course.UNKNOWN, texts.NO_PROGRESS, None)


@pytest.mark.parametrize("year", range(2005, 2031))
def test_from_any_year_only_later_figures_of_the_same_series_count(
    year: int, figures: list[Row]
) -> None:
    now = publish.current(lonely(year), figures, [])
    start = {row["year"]: row["segment"] for row in figures}
    if now is None:
        assert year not in start or not any(
            row["year"] > year and row["segment"] == start[year] and row["value"] == row["value"]
            for row in figures
        )
    else:
        assert int(now.when) > year and start[int(now.when)] == start[year]


def test_a_goal_without_a_day_to_begin_has_no_progress(figures: list[Row]) -> None:
    assert publish.current(lonely(2012) | {"baseline_day": None}, figures, []) is None
    assert publish.current(measured(baseline_day=None), [], [reading()]) is None


def test_another_version_of_the_question_is_never_compared() -> None:
    same = reading(day=date(2022, 1, 1), value=9.5)
    other = reading(day=date(2025, 1, 1), value=1.0, version="lijst 2")
    nameless = reading(day=date(2025, 6, 1), value=2.0, version=None)
    now = publish.current(measured(), [], [same, other, nameless])
    assert now is not None and (now.value, now.when) == (9.5, "1 januari 2022")
    assert publish.current(measured(), [], [other]) is None
    assert publish.reading(measured(), other)[-1] == texts.OTHER_VERSION
    assert publish.reading(measured(), same)[-1] == texts.SAME_VERSION


def test_a_reading_from_before_the_beginning_does_not_count() -> None:
    assert publish.current(measured(), [], [reading(day=date(2019, 1, 1))]) is None
    assert publish.current(measured(), [], [reading(day=date(2020, 1, 1))]) is None


@pytest.mark.parametrize(
    ("visitor", "answers", "told"),
    [(PUBLIC, 29, False), (PUBLIC, 30, True), (TEAM, 9, False), (TEAM, 10, True),
     (PUBLIC, None, True)],
)  # fmt: skip
def test_a_reading_of_a_few_answers_is_nowhere(
    visitor: Visitor, answers: int | None, told: bool
) -> None:
    row = reading(visitor, value=8.4321, answers=answers)
    now = publish.current(measured(), [], [row])
    shown = " ".join(publish.reading(measured(), row))
    assert (now is not None) is told
    assert ("8,4%" in shown) is told
    assert (texts.FEW_ANSWERS in shown) is not told
    if not told:
        assert "8,4" not in shown and f" {answers} " not in f" {shown} "
        assert "8" not in publish.standing(measured(target=7.0), now).sentence


# --- how far --------------------------------------------------------------------------------------

SHARES = st.floats(0, 100).map(lambda value: round(value, 1))


@given(SHARES, SHARES, SHARES, st.integers(10, 4000) | st.none(), st.integers(2021, 2035))
def test_never_on_course_without_an_interval(
    start: float, end: float, value: float, answers: int | None, year: int
) -> None:
    row = measured(baseline=start, target=end)
    found = reading(TEAM, value=value, answers=answers, day=date(year, 1, 1))
    now = publish.current(row, [], [found])
    standing = publish.standing(row, now)
    sure = (Course.ON_COURSE, Course.REACHED, Course.BEHIND)
    if answers is None:
        assert standing.course not in sure
        assert not any(texts.COURSE[one.value] in standing.word for one in sure)
        assert texts.COURSE_WORTH["unknown"] in standing.sentence
    if start == end:
        assert standing.course is Course.UNKNOWN and standing.progress is None
    elif standing.course in (Course.ON_COURSE, Course.REACHED):
        assert standing.progress is not None and standing.progress >= 0
    assert standing.word == texts.COURSE[standing.course.value]
    assert standing.mark == texts.COURSE_MARK[standing.course.value]


def test_a_figure_of_a_model_is_never_on_course(figures: list[Row]) -> None:
    """The number of answers behind a published figure is not known: no interval, no verdict."""
    row = lonely(2012) | {"target": 90.0, "baseline": 89.0}
    standing = publish.standing(row, publish.current(row, figures, []))
    assert standing.course is Course.UNKNOWN and "(2020)" in standing.sentence


@pytest.mark.parametrize(
    ("value", "answers", "course"),
    [
        (5.0, 4000, Course.REACHED),
        (8.4, 4000, Course.ON_COURSE),
        (12.0, 4000, Course.BEHIND),
        (9.2, 100, Course.UNCERTAIN),
        (5.0, None, Course.UNKNOWN),
    ],
)
def test_the_course_of_a_reading(value: float, answers: int | None, course: Course) -> None:
    row = measured()
    now = publish.current(row, [], [reading(value=value, answers=answers, day=date(2022, 1, 1))])
    standing = publish.standing(row, now)
    assert standing.course is course
    begun = f"Het begin was 10,0%, nu is het {texts.number(value, 1)}% (1 januari 2022)."
    assert standing.sentence.startswith(begun)


def test_progress_past_the_target_and_the_wrong_way_are_not_cut_off() -> None:
    for value, share in ((7.0, "150%"), (9.0, "50%"), (11.0, "−50%")):
        now = publish.current(measured(), [], [reading(value=value)])
        said = publish.standing(measured(), now).sentence
        assert f"Dat is {share} van de weg." in said


def test_a_measure_in_another_unit_has_no_interval() -> None:
    row = measured(unit="km", baseline=2.0, target=1.0)
    now = publish.current(row, [], [reading(value=1.0, answers=4000)])
    standing = publish.standing(row, now)
    assert standing.course is Course.UNKNOWN
    assert "nu is het 1,0 km" in standing.sentence
