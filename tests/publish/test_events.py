"""Events beside a trend: from dates in the plan and the learning log, without a claim of cause."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import publish, texts
from wijzer.kinds import KINDS
from wijzer.publish import Event, Row
from wijzer.publish.events import MOST_DRAWN, calendar
from wijzer.store.entries import State

DAY = date(2020, 7, 1)


def thing(kind: str, id: str, **values: Any) -> Row:
    row = dict.fromkeys(KINDS[kind].names) | {"id": id, "life": "active", "example": False}
    return row | {"made_at": datetime(2022, 1, 1)} | values


def plan(*rows: tuple[str, Row]) -> State:
    """A plan with a theme about loneliness, one without figures, and these things."""
    state: State = {kind: {} for kind in KINDS}
    about = {"neighbourhood": "stevenshof", "choice": "chosen"}
    for id, figures in (("t1", ["eenzaam"]), ("t2", [])):
        state["theme"][id] = thing("theme", id, title=id, indicators=figures, **about)
    for kind, row in rows:
        state[kind][row["id"]] = row
    return state


def walk(**values: Any) -> tuple[str, Row]:
    whole = {"neighbourhood": "stevenshof", "title": "Wandelen", "run": "running", "themes": ["t1"]}
    return "intervention", thing("intervention", "i1", **(whole | values))


def review(decision: str, day: date = DAY, id: str = "r1") -> tuple[str, Row]:
    row = thing("focus_review", id, intervention="i1", day=day, decision=decision, light="green")
    return "focus_review", row


def told(state: State, indicator: str = "eenzaam") -> list[tuple[date, str, str]]:
    return [(e.day, e.kind, e.what) for e in publish.events(state, "stevenshof", indicator)]


def test_a_start_and_an_end_in_the_plan_are_events() -> None:
    ends = date(2022, 6, 30)
    assert told(plan(walk(starts=DAY, ends=ends))) == [
        (DAY, "start", "start"),
        (ends, "stop", "einde"),
    ]
    assert told(plan(walk(ends=ends, run="stopped"))) == [(ends, "stop", "gestopt")]
    assert told(plan(walk())) == []


def test_only_of_interventions_that_the_figure_leads_to() -> None:
    assert told(plan(walk(starts=DAY, themes=["t2"]))) == []
    assert told(plan(walk(starts=DAY)), "roken") == []
    assert publish.events(plan(walk(starts=DAY)), "zuidwest", "eenzaam") == []
    goal = thing("goal", "g1", theme="t2", title="Minder", indicator="roken")
    state = plan(walk(starts=DAY, themes=[], goals=["g1"]), ("goal", goal))
    assert told(state, "roken") == [(DAY, "start", "start")]


@pytest.mark.parametrize(
    ("decision", "kind"), [("adjust", "change"), ("scale_up", "change"), ("stop", "stop")]
)
def test_decisions_are_events_but_to_go_on_is_none(decision: str, kind: str) -> None:
    assert told(plan(walk(), review(decision))) == [(DAY, kind, texts.EVENT[decision])]
    assert told(plan(walk(), review("go_on"))) == []
    assert told(plan(walk(), review(""))) == []


def test_invented_events_say_so_once() -> None:
    def name(**values: Any) -> str:
        return publish.events(plan(walk(starts=DAY, **values)), "stevenshof", "eenzaam")[0].name

    assert name() == "Wandelen"
    assert name(example=True) == "Wandelen (voorbeeld)"
    assert name(example=True, title="Voorbeeld: Wandelen") == "Voorbeeld: Wandelen"


def test_an_invented_review_of_a_real_intervention_is_marked() -> None:
    kind, row = review("stop")
    found = publish.events(plan(walk(), (kind, row | {"example": True})), "stevenshof", "eenzaam")
    assert (found[0].name, found[0].example) == ("Wandelen (voorbeeld)", True)


def test_the_course_of_one_intervention_has_adaptations_and_all_decisions() -> None:
    row = thing("adaptation", "a1", intervention="i1", day=date(2021, 1, 1), title="Vroeger op")
    state = plan(walk(starts=DAY), review("go_on", date(2021, 6, 1)), ("adaptation", row))
    found = publish.course_events(state, state["intervention"]["i1"])
    assert [one.text for one in found] == [
        "▶ start, 1 juli 2020",
        "◆ aanpassing: ‘Vroeger op’, 1 januari 2021",
        "◆ besluit: doorgaan, 1 juni 2021",
    ]


# --- what was decided and learned -----------------------------------------------------------------


def lesson(id: str = "l1", **values: Any) -> tuple[str, Row]:
    whole = {"neighbourhood": "stevenshof", "title": "Vaste ochtend", "day": DAY, "scope": "local"}
    return "lesson", thing("lesson", id, **(whole | values))


def meeting(day: date | None = DAY, **values: Any) -> tuple[str, Row]:
    return "meeting", thing("meeting", "m1", neighbourhood="stevenshof", day=day, **values)


def decision(**values: Any) -> tuple[str, Row]:
    return "decision", thing("decision", "d1", **({"meeting": "m1", "title": "Door"} | values))


def test_a_lesson_about_a_figure_or_about_its_theme_is_an_event() -> None:
    learned = [(DAY, "lesson", "les")]
    assert told(plan(lesson(indicator="eenzaam"))) == learned
    assert told(plan(lesson(theme="t1"))) == learned
    assert told(plan(lesson(theme="t1", indicator="eenzaam"))) == learned  # once
    assert told(plan(lesson(indicator="eenzaam")), "roken") == []
    assert told(plan(lesson(theme="t2"))) == told(plan(lesson())) == []
    assert told(plan(lesson(indicator="eenzaam", neighbourhood="zuidwest"))) == []


def test_a_lesson_about_the_theme_of_a_goal_stands_on_the_figure_of_that_goal() -> None:
    goal = thing("goal", "g1", theme="t2", title="Minder", indicator="roken")
    assert told(plan(("goal", goal), lesson(theme="t2")), "roken") == [(DAY, "lesson", "les")]


def test_a_decision_of_a_meeting_stands_on_the_figures_of_its_theme() -> None:
    assert told(plan(meeting(), decision(theme="t1"))) == [
        (DAY, "decision", "besluit van een bijeenkomst")
    ]
    for state in (
        plan(meeting(), decision(theme="t2")),
        plan(meeting(), decision()),
        plan(meeting(None), decision(theme="t1")),  # when it was decided is not known
        plan(decision(theme="t1")),  # its meeting is out of use
    ):
        assert told(state) == []


def test_an_invented_lesson_and_a_decision_of_an_invented_meeting_are_marked() -> None:
    state = plan(
        lesson(indicator="eenzaam", example=True), meeting(example=True), decision(theme="t1")
    )
    found = publish.events(state, "stevenshof", "eenzaam")
    assert {one.name for one in found} == {"Vaste ochtend (voorbeeld)", "Door (voorbeeld)"}
    assert all(one.example for one in found)


def test_what_was_done_is_drawn_before_what_was_decided_and_learned() -> None:
    def event(kind: str, month: int) -> Event:
        return Event(date(2020, month, 1), kind, kind, f"{kind} {month}", False)

    lessons = [event("lesson", month) for month in range(1, 9)]
    some = [event("decision", 2), event("change", 3), event("stop", 1), *lessons]
    drawn = publish.drawn_events(some, 2012)
    assert [one.name for one in drawn] == [
        "stop 1", "decision 2", "change 3", "lesson 6", "lesson 7", "lesson 8",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "at"),
    [(date(2020, 1, 1), 2020.0), (date(2021, 7, 2), 2021 + 182 / 365),
     (date(2020, 12, 31), 2020 + 365 / 366)],
)  # fmt: skip
def test_a_day_as_a_point_in_time(day: date, at: float) -> None:
    assert calendar(day) == pytest.approx(at)
    assert Event(day, "start", "start", "x", False).year == pytest.approx(at - 0.5)


DAYS = st.dates(date(2012, 1, 1), date(2026, 1, 1))
EVENTS = st.lists(
    st.builds(Event, DAYS, st.sampled_from(list(texts.EVENT_MARK)), st.just("start"),
              st.text("abc", max_size=3), st.booleans()),
    max_size=12, unique=True,
)  # fmt: skip


@given(EVENTS)
def test_few_are_drawn_within_the_years_and_in_order(found: list[Event]) -> None:
    drawn = publish.drawn_events(found, 2014, 2022)
    within = [one for one in found if 2014 <= one.year <= 2022]
    assert len(drawn) == min(MOST_DRAWN, len(within))
    assert set(drawn) <= set(within)
    assert [one.day for one in drawn] == sorted(one.day for one in drawn)
    for first in (("start", "stop"), ("start", "stop", "change")):
        ends = [one for one in within if one.kind in first]
        assert sum(one.kind in first for one in drawn) == min(MOST_DRAWN, len(ends))


def test_words_claim_no_cause() -> None:
    assert "geen oorzaak" in texts.EVENTS_HELP
    assert set(texts.EVENT_MARK) == {"start", "stop", "change", "decision", "lesson"}
    assert len(set(texts.EVENT_MARK.values())) == 5
    assert set(texts.WORD["decision"]) <= set(texts.EVENT)
