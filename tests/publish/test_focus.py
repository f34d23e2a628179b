"""Focus: parts against what was agreed, a light that never claims too much, the same for all."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import publish, texts
from wijzer.access import PUBLIC, Visitor
from wijzer.kinds import KINDS
from wijzer.model import Role
from wijzer.publish import Delivery, Focus, Limits, Row
from wijzer.publish.focus_parts import Part, agreed, parts, planned
from wijzer.store.entries import State
from wijzer.store.focus import Agreement, Session, Telling

TEAM = Visitor(Role.TEAM, "team")
TODAY = date(2022, 7, 1)
EVER = publish.window(TODAY)
ONE = "interventie-1"
YEAR = (date(2021, 1, 1), date(2021, 12, 31))


def thing(kind: str, id: str = "", **values: Any) -> Row:
    """A thing in use with nothing filled in but this."""
    row = dict.fromkeys(KINDS[kind].names) | {"id": id or f"{kind}-1", "life": "active"}
    made = {"example": False, "batch": None, "made_at": datetime(2022, 1, 1), "revision": 1}
    return row | made | values


def review(**values: Any) -> Row:
    whole = {"intervention": ONE, "day": date(2021, 12, 20), "light": "green"}
    return thing("focus_review", **(whole | values))


def session(day: date = date(2021, 3, 1), state: str = "held", **values: Any) -> Session:
    whole: dict[str, Any] = {"minutes": 60, "planned_minutes": 60, "area": None, "reason": None}
    return Session(ONE, day, state, **(whole | values))


def agreement(sessions: int | None = 10, people: int | None = 20, **values: Any) -> Agreement:
    whole: dict[str, Any] = {"starts": YEAR[0], "ends": YEAR[1], "minutes": 60}
    return Agreement(ONE, sessions=sessions, people=people, **(whole | values))


ELEMENTS = [thing("core_element", f"kern-{n}", title=f"Kern {n}", essential=True) for n in (1, 2)]
WHOLE = Delivery(
    sessions=[session(date(2021, 2, 1) + timedelta(days=30 * n)) for n in range(10)],
    agreements=[agreement()],
    participants={None: 20, 2021: 20},
    exposure=(0.9, 20),
    elements=ELEMENTS,
    review=review(delivered=["kern-1", "kern-2"], quality=4.8, quality_answers=40),
)


def delivery(**values: Any) -> Delivery:
    """All is as agreed, but for this."""
    fields = {name: getattr(WHOLE, name) for name in Delivery.__slots__}
    return Delivery(**(fields | values))


def part(one: Delivery, id: str, visitor: Visitor = PUBLIC, year: int | None = None) -> Part:
    return next(p for p in parts(one, publish.window(TODAY, year), visitor) if p.id == id)


def light(one: Delivery, visitor: Visitor = PUBLIC, limits: Limits | None = None) -> Focus:
    row = thing("intervention", ONE, title="Samen wandelen", run="running")
    every = [one.review] if one.review else []
    return publish.focus(row, one, every, EVER, limits or Limits(), visitor)


# --- parts ----------------------------------------------------------------------------------------


def test_all_as_agreed_is_green() -> None:
    found = light(WHOLE)
    assert [one.text for one in found.parts] == ["100%", "100%", "100%", "90%", "95%", "100%"]
    assert (found.code, found.incomplete, found.light) == ("green", False, "● G groen")


@pytest.mark.parametrize(
    ("today", "share"),
    [
        (date(2020, 12, 31), 0.0),
        (date(2021, 1, 1), 10 / 365),
        (date(2021, 7, 2), 10 * 183 / 365),
        (date(2021, 12, 31), 10.0),
        (date(2026, 1, 1), 10.0),
    ],
)
def test_what_is_agreed_to_date_follows_the_days_that_passed(today: date, share: float) -> None:
    assert agreed(agreement(), 10, publish.window(today)) == pytest.approx(share)


def test_an_agreement_over_two_years_is_divided_over_them() -> None:
    one = agreement(20, starts=date(2020, 7, 1), ends=date(2021, 6, 30))
    halves = [agreed(one, 20, publish.window(TODAY, year)) for year in (2019, 2020, 2021, 2022)]
    assert halves == [0, pytest.approx(20 * 184 / 365), pytest.approx(20 * 181 / 365), 0]


def test_an_agreement_without_a_period_counts_only_since_the_start() -> None:
    one = agreement(starts=None, ends=None)
    assert agreed(one, 10, EVER) == 10
    assert agreed(one, 10, publish.window(TODAY, 2021)) is None
    assert agreed(one, None, EVER) is None


def test_dose_counts_the_cancelled_as_not_held() -> None:
    missed = [session(state="cancelled", reason="corona")] * 3
    found = part(delivery(sessions=[*WHOLE.sessions[:7], *missed]), "dose")
    assert (found.counts, found.text) == (0.7, "70%")
    assert found.rests_on == "7 van 10 bijeenkomsten"


def test_without_an_agreement_the_sessions_that_were_entered_are_the_plan() -> None:
    some = [*WHOLE.sessions[:3], session(state="cancelled"), session(date(2030, 1, 1), "planned")]
    one = delivery(agreements=[], sessions=some)
    assert planned(one, EVER) == 4
    assert part(one, "dose").text == "75%"


def test_nothing_entered_is_unknown_not_nothing_done() -> None:
    assert part(delivery(sessions=[]), "dose").counts is None
    assert part(delivery(sessions=[], agreements=[]), "duration").text == texts.NOT_KNOWN
    assert all(one.counts is None for one in parts(Delivery(), EVER, TEAM))


def test_a_year_looks_at_that_year_only() -> None:
    later = [session(date(2022, 2, 1))]
    one = delivery(sessions=[*WHOLE.sessions, *later])
    assert part(one, "dose", year=2021).text == "100%"
    assert part(one, "dose", year=2020).counts is None


def test_duration_compares_with_the_minutes_planned_for_those_sessions() -> None:
    some = [session(minutes=45), session(minutes=90, planned_minutes=None), session(minutes=None)]
    found = part(delivery(sessions=some), "duration")
    assert found.text == "113%"
    assert found.rests_on == "gemiddeld 68 van 60 minuten, 2 bijeenkomsten"


@pytest.mark.parametrize(
    ("given", "adapted", "text"),
    [
        ({"delivered": ["kern-1"], "partly": ["kern-2"]}, [], "75%"),
        ({"delivered": ["kern-1"], "missed": ["kern-2"]}, [], "50%"),
        ({"delivered": ["kern-1"]}, [], "100%"),
        ({"delivered": ["kern-1"], "missed": ["kern-2"]}, [{"approved": True}], "100%"),
        ({"delivered": ["kern-1"], "missed": ["kern-2"]}, [{"approved": None}], "50%"),
        ({"missed": ["kern-2"]}, [{"approved": True, "day": date(2022, 5, 1)}], "0%"),
        ({}, [], texts.NOT_KNOWN),
    ],
)
def test_core_elements(given: Row, adapted: list[Row], text: str) -> None:
    day = date(2021, 6, 1)
    changes = [
        thing("adaptation", **({"day": day, "core_element": "kern-2"} | one)) for one in adapted
    ]
    one = delivery(review=review(**given), adaptations=changes)
    assert part(one, "adherence").text == text


def test_only_what_is_essential_counts_for_the_core() -> None:
    extra = thing("core_element", "kern-3", title="Mooi meegenomen", essential=False)
    missed = review(delivered=["kern-1", "kern-2"], missed=["kern-3"])
    one = delivery(elements=[*ELEMENTS, extra], review=missed)
    assert part(one, "adherence").text == "100%"
    assert texts.ELEMENT["not"] in [row[2] for row in publish.element_rows(light(one))]


@pytest.mark.parametrize(
    ("answers", "team", "public"),
    [(9, None, None), (10, 0.5, None), (29, 0.5, None), (30, 0.5, 0.5), (None, 0.5, 0.5)],
)
def test_quality_needs_answers(
    answers: int | None, team: float | None, public: float | None
) -> None:
    one = delivery(review=review(quality=3.0, quality_answers=answers))
    assert part(one, "quality", TEAM).shown == team
    assert part(one, "quality").shown == public


# --- people ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "text"),
    [(0, "0%"), (1, texts.TOO_FEW), (9, texts.TOO_FEW), (10, "50%"), (12, "50%"), (13, "75%")],
)
@pytest.mark.parametrize("visitor", [TEAM, PUBLIC], ids=["team", "public"])
def test_a_count_of_people_is_told_from_ten_in_fives(
    people: int, text: str, visitor: Visitor
) -> None:
    """For the team too: a light that rests on an exact number would tell it to everybody."""
    one = delivery(participants={}, tellings=[Telling(ONE, *YEAR, people)])
    assert part(one, "reach", visitor).text == text


def test_a_hidden_count_stays_hidden_and_leaves_the_light() -> None:
    one = delivery(participants={None: None, 2021: None})
    assert part(one, "reach").text == texts.TOO_FEW
    assert light(one).incomplete


def test_few_who_came_have_no_median() -> None:
    assert part(delivery(exposure=(0.5, 9)), "exposure", TEAM).text == texts.TOO_FEW
    assert part(delivery(exposure=(0.5, 10)), "exposure").text == "50%"


def test_agreements_of_several_years_count_people_per_year() -> None:
    years = [agreement(), agreement(starts=date(2020, 1, 1), ends=date(2020, 12, 31))]
    one = delivery(agreements=years, participants={None: 25, 2020: 15, 2021: 20})
    assert part(one, "reach").rests_on == "35 van 40 deelnemers, per afspraak apart geteld"
    hidden = delivery(agreements=years, participants={None: 25, 2020: None, 2021: 20})
    assert part(hidden, "reach").text == "100%"
    assert part(hidden, "reach").rests_on.endswith("1 afspraak telt niet")


@given(st.integers(0, 60), st.integers(1, 60))
def test_no_exact_number_of_people_can_be_read(people: int, hoped: int) -> None:
    """Two numbers that round to the same five lead to the same part, whatever was hoped for."""

    def reach(count: int) -> Part:
        found = [Telling(ONE, *YEAR, count)]
        return part(delivery(agreements=[agreement(people=hoped)], participants={},
                             tellings=found), "reach")  # fmt: skip

    same = {5 * int(people / 5 + 0.5) + more for more in (-2, 2)} if people >= 13 else set()
    assert all(reach(other) == reach(people) for other in same)
    assert 0 < people < 10 or hoped < 10 or reach(people).counts is not None


# --- the light ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "code"), [(10, "green"), (8, "green"), (7, "amber"), (6, "amber"), (5, "red")]
)
def test_the_worst_part_decides(held: int, code: str) -> None:
    found = light(delivery(sessions=WHOLE.sessions[:held]))
    assert found.code == code
    assert ("dosis" in found.why) == (held < 9)


def test_limits_of_the_monitor_plan() -> None:
    one = delivery(sessions=WHOLE.sessions[:7])
    assert light(one, limits=Limits(0.7, 0.5)).code == "green"
    seen: State = {kind: {} for kind in KINDS}
    assert publish.focus_limits(seen, "stevenshof") == Limits(0.8, 0.6)
    for green, amber, found in [(0.9, 0.5, Limits(0.9, 0.5)), (0.5, 0.9, Limits()),
                                (0.7, None, Limits(0.7, 0.6))]:  # fmt: skip
        plan = thing("monitor_plan", neighbourhood="stevenshof", green=green, amber=amber)
        seen["monitor_plan"] = {"plan": plan}
        assert publish.focus_limits(seen, "stevenshof") == found


@given(
    st.integers(0, 12), st.booleans(), st.booleans(), st.sampled_from([None, 9, 12, 31]),
    st.sampled_from([None, (0.5, 20), (0.7, 20), (1.0, 9)]),
)  # fmt: skip
def test_what_is_incomplete_is_never_green_by_the_figures(
    held: int, elements: bool, people: bool, answers: int | None, exposure: Any
) -> None:
    one = delivery(
        sessions=[session()] * held,
        elements=ELEMENTS if elements else [],
        participants={None: 20, 2021: 20} if people else {},
        exposure=exposure,
        review=review(delivered=["kern-1", "kern-2"], quality=4.5, quality_answers=answers),
    )
    team, public = light(one, TEAM), light(one)
    assert team.light == public.light and team.computed == public.computed
    unknown = any(one.counts is None for one in team.parts)
    assert team.incomplete == unknown
    if unknown:
        assert team.code != "green"
        assert texts.INCOMPLETE in team.light or not team.measured


def test_incomplete_says_what_is_missing() -> None:
    found = light(delivery(exposure=None))
    assert found.light == "○ ? onvolledig"
    assert "Wat bekend is, gaat goed." in found.why
    assert "Niet bekend: hoe vaak mensen kwamen." in found.why
    worse = light(delivery(exposure=None, sessions=WHOLE.sessions[:7]))
    assert worse.light == "▲ O oranje, onvolledig"
    nothing = light(Delivery())
    assert (nothing.light, nothing.measured, nothing.entered) == (
        "○ ? nog niets bekend", False, False
    )  # fmt: skip


RED = {"sessions": WHOLE.sessions[:3]}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"light": "amber", "reason": "De zaal was dicht."}, "amber"),
        ({"light": "amber", "reason": "De zaal was dicht.", "computed": "red"}, "amber"),
        ({"light": "amber", "reason": "De zaal was dicht.", "computed": "green"}, "red"),
        ({"light": "green", "reason": None}, "red"),
        ({"light": "green", "reason": "  "}, "red"),
    ],
)
def test_a_person_overrules_with_a_reason_on_these_figures(given: Row, code: str) -> None:
    found = light(delivery(**RED, review=WHOLE.review | given))
    assert (found.code, found.computed) == (code, "red")
    assert ("Bijgesteld door de beoordelaar" in found.why) == (code != "red")
    if code != "red":
        assert "De zaal was dicht." in found.why
        assert "Volgens de cijfers: rood." in found.why


def test_the_newest_review_tells_the_next_step_and_the_decision() -> None:
    given = {"next_step": "Zaal regelen", "decision": "adjust"}
    found = light(delivery(review=WHOLE.review | given))
    assert publish.focus_row(found)[3:] == ["Zaal regelen", "bijsturen"]
    nothing = light(delivery(review=None))
    assert (nothing.next_step, nothing.decision) == (texts.NO_STEP, texts.NO_DECISION)


def test_reviews_in_a_year_the_newest_first() -> None:
    rows = [review(id=f"r{n}", day=date(2021, n, 1)) for n in (3, 9, 6)]
    rows += [review(id="oud", day=date(2020, 1, 1)), review(id="weg", life="retired")]
    state: State = {kind: {} for kind in KINDS} | {"focus_review": {r["id"]: r for r in rows}}
    found = publish.focus_reviews(state, ONE, publish.window(TODAY, 2021))
    assert [row["id"] for row in found] == ["r9", "r6", "r3"]


# --- sentences ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ({"green": 3, "amber": 2, "incomplete": 1},
         "Van de 6 lopende interventies staan er 3 op groen, 2 op oranje en 1 is onvolledig."),
        ({"green": 1, "red": 1},
         "Van de 2 lopende interventies staat er 1 op groen en 1 op rood."),
        ({"incomplete": 2}, "Van de 2 lopende interventies zijn er 2 onvolledig."),
        ({"incomplete": 1, "grey": 2},
         "Van de 3 lopende interventies is er 1 onvolledig en is van 2 nog niets bekend."),
        ({}, "Er loopt nu geen interventie."),
    ],
)  # fmt: skip
def test_the_lights_in_a_sentence(count: dict[str, int], said: str) -> None:
    assert texts.focus_lead(count, sum(count.values())) == said


def test_the_sentence_counts_what_the_table_shows() -> None:
    found = [light(one) for one in (WHOLE, delivery(**RED), delivery(exposure=None), Delivery())]
    assert publish.focus_sentence(found) == (
        "Van de 4 lopende interventies staat er 1 op groen, 1 op rood, 1 is onvolledig "
        "en van 1 is nog niets bekend."
    )
    overruled = light(delivery(**RED, review=WHOLE.review | {"light": "amber", "reason": "Ziek."}))
    assert "Bij 1 stelde een beoordelaar het licht bij" in publish.focus_worth(
        [overruled], Limits()
    )


@pytest.mark.parametrize("visitor", [TEAM, PUBLIC], ids=["team", "public"])
def test_rows_and_file_agree(visitor: Visitor) -> None:
    one = delivery(review=WHOLE.review | {"quality_answers": 12})
    found = light(one, visitor)
    line = publish.focus_csv(found)
    assert len(line) == len(texts.FOCUS_CSV_HEADER)
    assert [line[0], *line[2:3], *line[4:7]] == publish.focus_row(found)
    told = dict(zip(texts.FOCUS_CSV_HEADER, line, strict=True))
    for row in publish.part_rows(found):
        assert told[row[0]] == row[1]
    assert ("95%" in line) == (visitor is TEAM)


# --- over time ------------------------------------------------------------------------------------


def test_months_add_up_and_stop_today() -> None:
    some = [
        session(date(2021, 1, 10)),
        session(date(2021, 2, 10), "cancelled", reason="corona"),
        session(date(2021, 2, 20), "cancelled", reason="corona"),
        session(date(2021, 3, 10)),
        session(date(2022, 8, 1), "planned"),
    ]
    found = publish.months(delivery(sessions=some, agreements=[agreement(12)]), EVER)
    assert (found[0].first, found[-1].first) == (date(2021, 1, 1), date(2021, 12, 1))
    assert [month.held for month in found[:3]] == [1, 1, 2]
    assert [month.agreed for month in found][::11] == [1, 12]
    assert (found[1].cancelled, found[1].reasons) == (2, "corona (2)")
    assert publish.course_rows(found)[-2] == ["februari 2021", "2", "1", "2", "corona (2)"]
    assert publish.months(Delivery(), EVER) == []
    alone = publish.months(delivery(sessions=some, agreements=[]), EVER)
    assert {month.agreed for month in alone} == {None}
    assert {row[1] for row in publish.course_rows(alone)} == {texts.NOT_KNOWN}


# --- coverage -------------------------------------------------------------------------------------


def plan(*interventions: Row, **kinds: dict[str, Row]) -> tuple[State, list[Focus]]:
    state: State = {kind: {} for kind in KINDS}
    state["intervention"] = {row["id"]: row for row in interventions}
    for n, choice in enumerate(("chosen", "chosen", "proposed"), 1):
        row = thing("theme", f"t{n}", title=f"Thema {n}", choice=choice, neighbourhood="stevenshof")
        state["theme"][row["id"]] = row
    found = [
        publish.focus(row, delivery(sessions=[session(minutes=60)] * n), (), EVER, Limits(), TEAM)
        for n, row in enumerate(interventions, 1)
    ]
    return state | kinds, found


def intervention(id: str, **values: Any) -> Row:
    whole = {"neighbourhood": "stevenshof", "title": id, "run": "running", "pillars": ["support"]}
    return thing("intervention", id, **(whole | values))


def cover(state: State, found: list[Focus]) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in publish.cover_rows(state, "stevenshof", found)}


def test_coverage_of_themes_pillars_and_groups() -> None:
    goal = thing("goal", theme="t1", target_groups=["d1", "d2"])
    groups = {id: thing("target_group", id, title=id, neighbourhood="stevenshof")
              for id in ("d1", "d2")}  # fmt: skip
    state, found = plan(
        intervention("a", themes=["t1"], target_groups=["d1"]),
        intervention("b", themes=["t2"], run="stopped", target_groups=["d2"]),
        goal={"g": goal}, target_group=groups,
    )  # fmt: skip
    rows = cover(state, found)
    assert rows[texts.COVER_THEMES] == ["1 van 2", "Nog niet: Thema 2."]
    assert rows[texts.COVER_PILLARS][0] == "1 van 4"
    assert rows[texts.COVER_GROUPS] == ["1 van 2", "Nog niet: d2."]


def test_hours_off_focus_from_the_plan_or_else_from_sessions() -> None:
    state, found = plan(intervention("a", themes=["t1"]), intervention("b", themes=["t3"]))
    assert cover(state, found)[texts.COVER_OFF] == ["67% (2 van 3)", texts.HOURS_SESSIONS]
    state, found = plan(
        intervention("a", themes=["t1", "t3"], hours=30.0), intervention("b", hours=10.0)
    )
    assert cover(state, found)[texts.COVER_OFF] == ["25% (10 van 40)", texts.HOURS_PLANNED]
    state, found = plan()
    assert cover(state, found)[texts.COVER_OFF] == [texts.NOT_KNOWN, texts.NO_HOURS]


def test_recognition_is_counted_and_no_verdict() -> None:
    known = {"l1": thing("library", "l1", title="x", recognition="good"),
             "l2": thing("library", "l2", title="y", recognition="none")}  # fmt: skip
    state, found = plan(
        intervention("a", library="l1"), intervention("b", library="l2"), intervention("c"),
        library=known,
    )  # fmt: skip
    assert cover(state, found)[texts.COVER_RECOGNISED] == ["1 van 3", texts.RECOGNISED_WORTH]


def test_nothing_chosen_is_not_known() -> None:
    rows = cover({kind: {} for kind in KINDS}, [])
    assert rows[texts.COVER_THEMES] == [texts.NOT_KNOWN, texts.NO_CHOSEN]
    assert rows[texts.COVER_GROUPS] == [texts.NOT_KNOWN, texts.NO_GOAL_GROUPS]


def test_sessions_in_a_part_of_the_neighbourhood() -> None:
    some = [session(area="BU1"), session(area="BU2"), session(), session(state="cancelled")]
    count = publish.in_area([light(delivery(sessions=some))], frozenset({"BU1"}), EVER)
    assert (count.here, count.unknown) == (1, 1)
