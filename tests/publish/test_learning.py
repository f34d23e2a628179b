"""Which actions return at which meeting, what came of the others, and which lessons are told."""

from datetime import date, datetime
from typing import Any

import pytest

from wijzer import texts
from wijzer.kinds import KINDS
from wijzer.publish import Row, learning
from wijzer.store.entries import State

MARCH, JUNE, AUTUMN = date(2026, 3, 10), date(2026, 6, 9), date(2026, 10, 6)
ENTERED = datetime(2026, 11, 1, 12, 0)
WIJK = "stevenshof"


def thing(kind: str, id: str, **values: Any) -> Row:
    row = dict.fromkeys(KINDS[kind].names) | {"id": id, "life": "active", "example": False}
    return row | {"made_at": ENTERED, "title": id} | values


def state(*rows: tuple[str, Row]) -> State:
    """Meetings in March, June and October, one without a day, and these things."""
    found: State = {kind: {} for kind in KINDS}
    days = {"maart": MARCH, "juni": JUNE, "najaar": AUTUMN, "ooit": None}
    meetings = [("meeting", thing("meeting", id, neighbourhood=WIJK, day=day))
                for id, day in days.items()]  # fmt: skip
    for kind, row in (*meetings, *rows):
        found[kind][row["id"]] = row
    return found


def action(
    id: str, meeting: str | None = "maart", due: date = JUNE, **more: Any
) -> tuple[str, Row]:
    known = {"neighbourhood": WIJK, "owner": "buurtsportcoach", "status": "open"}
    return "action", thing("action", id, **(known | {"meeting": meeting, "due": due} | more))


def at(found: State, meeting: str) -> tuple[list[str], list[str]]:
    """What returns at a meeting, and what came of others, by id."""
    returning = learning.actions_for(found, found["meeting"][meeting])
    return [row["id"] for row in returning.still_open], [row["id"] for row in returning.closed]


def test_an_open_action_returns_at_every_later_meeting() -> None:
    found = state(action("zaal"))
    assert [at(found, one) for one in ("maart", "juni", "najaar")] == [
        ([], []), (["zaal"], []), (["zaal"], []),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("closed", "june", "autumn"),
    [
        (date(2026, 5, 1), ([], ["zaal"]), ([], [])),  # between March and June
        (JUNE, (["zaal"], []), ([], ["zaal"])),  # at the meeting of June itself
        (date(2026, 7, 1), (["zaal"], []), ([], ["zaal"])),  # between June and October
        (AUTUMN, (["zaal"], []), (["zaal"], [])),
    ],
)
@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_was_closed_is_told_once_at_the_meeting_after(
    status: str, closed: date, june: tuple[list[str], list[str]],
    autumn: tuple[list[str], list[str]],
) -> None:  # fmt: skip
    found = state(action("zaal", status=status, done_on=closed, reason="Het hoeft niet meer"))
    assert at(found, "juni") == june
    assert at(found, "najaar") == autumn


def test_an_action_of_a_later_meeting_does_not_return_before() -> None:
    found = state(action("later", "najaar"), action("zelfde", "juni"))
    assert at(found, "juni") == ([], [])
    assert at(found, "najaar") == (["zelfde"], [])


def test_without_a_meeting_the_day_comes_from_the_lesson_or_is_the_earliest_known() -> None:
    lesson = thing("lesson", "les", neighbourhood=WIJK, day=date(2026, 5, 1))
    found = state(
        ("lesson", lesson),
        action("uit-les", None, AUTUMN, lesson="les"),
        action("klaar-in-mei", None, date(2026, 5, 20)),
        action("klaar-in-december", None, date(2026, 12, 1)),  # known from 1 November on
        action("ooit-gezegd", "ooit", date(2026, 4, 1)),  # its meeting has no day
    )
    assert at(found, "maart") == ([], [])
    assert at(found, "juni")[0] == ["ooit-gezegd", "klaar-in-mei", "uit-les"]
    assert "klaar-in-december" not in at(found, "najaar")[0]
    born = {id: learning.born(found, row) for id, row in found["action"].items()}
    assert born == {
        "uit-les": date(2026, 5, 1), "klaar-in-mei": date(2026, 5, 20),
        "klaar-in-december": ENTERED.date(), "ooit-gezegd": date(2026, 4, 1),
    }  # fmt: skip


def test_closed_without_a_day_counts_from_when_that_was_entered() -> None:
    found = state(action("zaal", status="done"), action("open"))
    assert learning.closed_on(found["action"]["zaal"]) == ENTERED.date()
    assert learning.closed_on(found["action"]["open"]) is None
    assert at(found, "najaar") == (["open", "zaal"], [])


def test_at_a_meeting_without_a_day_nothing_can_be_said() -> None:
    assert at(state(action("zaal")), "ooit") == ([], [])


def test_actions_of_another_neighbourhood_stay_there() -> None:
    found = state(action("elders", None, date(2026, 1, 1), neighbourhood="zuidwest"))
    assert at(found, "najaar") == ([], [])
    assert learning.open_actions(found, WIJK) == []


def test_the_first_that_should_be_ready_stands_first_and_the_newest_closed_one() -> None:
    found = state(
        action("b", due=AUTUMN), action("a", due=JUNE),
        action("vroeg", status="done", done_on=date(2026, 7, 1)),
        action("laat", status="dropped", done_on=date(2026, 8, 1), reason="x"),
    )  # fmt: skip
    assert [row["id"] for row in learning.open_actions(found, WIJK)] == ["a", "b"]
    assert [row["id"] for row in learning.closed_actions(found, WIJK)] == ["laat", "vroeg"]
    assert at(found, "najaar") == (["a", "b"], ["laat", "vroeg"])


@pytest.mark.parametrize(
    ("today", "status", "code"),
    [
        (JUNE, "open", "open"),  # on the day itself there is still time
        (date(2026, 6, 10), "open", "late"),
        (date(2026, 6, 10), "done", "done"),
        (date(2026, 6, 10), "dropped", "dropped"),
    ],
)
def test_late_is_after_its_day_and_only_while_it_is_open(
    today: date, status: str, code: str
) -> None:
    [row] = state(action("zaal", status=status, done_on=AUTUMN))["action"].values()
    assert learning.state_of(row, today) == code


def test_how_an_action_stands_is_said_in_mark_and_words() -> None:
    [row] = state(action("zaal", example=True))["action"].values()
    told = learning.action_row(row, AUTUMN)
    assert told == ["zaal (voorbeeld)", "buurtsportcoach", "9 juni 2026", "!\u00a0te laat"]
    dropped = row | {"status": "dropped", "done_on": AUTUMN, "reason": "Te duur"}
    assert learning.action_row(dropped, AUTUMN)[-1] == (
        "×\u00a0vervallen op 6 oktober 2026: Te duur"
    )
    done = dropped | {"status": "done"}
    assert learning.action_row(done, AUTUMN)[-1] == "●\u00a0gedaan op 6 oktober 2026"
    assert set(texts.ACTION_MARK) == set(texts.ACTION_WORD)
    assert len(set(texts.ACTION_MARK.values())) == 4


def test_what_waits_for_the_next_meeting() -> None:
    topics = [("agenda_item", thing("agenda_item", f"punt-{place}", meeting="najaar", place=place))
              for place in (2, 1)]  # fmt: skip
    found = state(action("te-laat"), action("op-tijd", due=AUTUMN), *topics)
    coming = learning.coming(found, WIJK, date(2026, 7, 1))
    assert coming.meeting is not None and coming.meeting["id"] == "najaar"
    assert (coming.actions, coming.late, coming.agenda) == (2, 1, 2)
    agenda = learning.agenda(found, coming.meeting)
    assert [row["id"] for row in agenda] == ["punt-1", "punt-2"]
    on_the_day = learning.coming(found, WIJK, AUTUMN).meeting
    assert on_the_day is not None and on_the_day["id"] == "najaar"


def test_no_meeting_yet() -> None:
    coming = learning.coming(state(action("zaal")), WIJK, date(2026, 10, 7))
    assert (coming.meeting, coming.actions, coming.agenda) == (None, 1, 0)
    assert learning.coming(state(), "zuidwest", JUNE).meeting is None


def test_meetings_stand_newest_first_and_those_without_a_day_last() -> None:
    found = [row["id"] for row in learning.meetings(state(), WIJK)]
    assert found == ["najaar", "juni", "maart", "ooit"]
    before = learning.meeting_before(state(), WIJK, JUNE)
    assert before is not None and before["id"] == "maart"
    assert learning.meeting_before(state(), WIJK, MARCH) is None


def lesson(id: str, place: str = WIJK, **more: Any) -> tuple[str, Row]:
    known = {"neighbourhood": place, "day": JUNE, "scope": "local"}
    return "lesson", thing("lesson", id, **(known | more))


def test_lessons_of_here_and_those_of_elsewhere_that_are_for_all() -> None:
    found = state(
        lesson("hier"), lesson("nieuw", day=AUTUMN, question="reach"),
        lesson("elders", "zuidwest"), lesson("voor-allen", "zuidwest", scope="central", theme="t"),
    )  # fmt: skip

    def told(**asked: str) -> list[str]:
        return [row["id"] for row in learning.lessons(found, WIJK, **asked)]

    assert told() == ["nieuw", "voor-allen", "hier"]
    assert told(question="reach") == ["nieuw"]
    assert told(theme="t") == told(scope="central") == ["voor-allen"]
    assert told(scope="local", question="focus") == []


def test_open_questions_stand_first() -> None:
    def question(id: str, status: str, place: str, scope: str) -> tuple[str, Row]:
        known = {"status": status, "neighbourhood": place, "scope": scope}
        return "learning_question", thing("learning_question", id, **known)

    found = state(
        question("a-klaar", "answered", WIJK, "local"),
        question("b-open", "open", "zuidwest", "central"),
        question("c-elders", "open", "zuidwest", "local"),
    )
    assert [row["id"] for row in learning.learning_questions(found, WIJK)] == ["b-open", "a-klaar"]


def test_a_lesson_tells_what_was_learned_or_else_what_was_seen() -> None:
    [row] = state(lesson("les", observation="Gezien"))["lesson"].values()
    assert learning.lesson_row(row) == ["les", "Gezien", "niet bekend", texts.LEARN_NO_QUESTION]
    told = row | {"insight": "Geleerd", "next_step": "Doen", "question": "focus"}
    assert learning.lesson_row(told) == [
        "les", "Geleerd", "Doen", texts.WORD["question"]["focus"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "late", "said"),
    [
        (0, 0, "In Zuid staan geen acties open."),
        (1, 0, "In Zuid staat 1 actie open. Geen daarvan is te laat."),
        (4, 1, "In Zuid staan 4 acties open. Daarvan is er 1 te laat."),
        (4, 2, "In Zuid staan 4 acties open. Daarvan zijn er 2 te laat."),
    ],
)
def test_how_the_actions_stand_in_a_sentence(count: int, late: int, said: str) -> None:
    assert texts.actions_said("Zuid", count, late) == said


def test_sentences_about_meetings_lessons_and_what_is_found() -> None:
    assert texts.next_said(AUTUMN) == "De volgende bijeenkomst is op 6 oktober 2026."
    assert "nog geen" in texts.next_said(None)
    assert texts.to_decide(1, 0, 1) == "Op tafel: 1 agendapunt en 1 open actie."
    assert texts.to_decide(3, 2, 0) == "Op tafel: 0 agendapunten en 3 open acties (2 te laat)."
    assert texts.lessons_said(1, "Zuid", JUNE).startswith("Bij Zuid staat 1 les.")
    assert texts.lessons_said(0, "Zuid", None) == texts.LESSONS_SENTENCE_NONE
    assert texts.search_count(0, "x") == "Niets gevonden bij ‘x’."
    assert texts.search_count(1, "x") == "1 plek gevonden bij ‘x’."
    assert texts.search_count(1200, "x") == "1.200 plekken gevonden bij ‘x’."
