"""Learning together: which actions return at which meeting, what came of them, which lessons.

An action returns at every meeting of its neighbourhood until it is done, or dropped with a reason.
"""

from dataclasses import dataclass
from datetime import date

from wijzer import texts
from wijzer.publish.door import Row
from wijzer.publish.entered import of
from wijzer.publish.events import named
from wijzer.publish.plan import children
from wijzer.store.entries import State


@dataclass(frozen=True, slots=True)
class Returning:
    """The actions of a meeting: those that were open then, and those closed since the one before.

    What was closed on the day itself was open at the meeting, and is told at the next one.
    """

    still_open: list[Row]
    closed: list[Row]


@dataclass(frozen=True, slots=True)
class Coming:
    """What is known of the next meeting: None for the meeting when there is none yet.

    `actions` are all that are open now, and `late` how many of them should have been ready.
    """

    meeting: Row | None
    actions: int
    late: int
    agenda: int


def meetings(seen: State, neighbourhood: str) -> list[Row]:
    """The meetings of a neighbourhood, the newest first; those without a day last."""
    rows = of(seen, "meeting", neighbourhood)
    return sorted(rows, key=lambda row: row["day"] or date.min, reverse=True)


def next_meeting(seen: State, neighbourhood: str, today: date) -> Row | None:
    """The first meeting from today on."""
    return _dated(seen, neighbourhood, today, date.max, last=False)


def meeting_before(seen: State, neighbourhood: str, day: date) -> Row | None:
    """The last meeting before a day."""
    return _dated(seen, neighbourhood, date.min, day, last=True)


def _dated(seen: State, neighbourhood: str, first: date, before: date, *, last: bool) -> Row | None:
    rows = [row for row in meetings(seen, neighbourhood) if row["day"]]
    within = [row for row in rows if first <= row["day"] < before]
    return within[0 if last else -1] if within else None


def coming(seen: State, neighbourhood: str, today: date) -> Coming:
    """What the next meeting has to deal with."""
    meeting = next_meeting(seen, neighbourhood, today)
    found = open_actions(seen, neighbourhood)
    late = sum(state_of(row, today) == "late" for row in found)
    return Coming(meeting, len(found), late, len(agenda(seen, meeting)) if meeting else 0)


def actions_for(seen: State, meeting: Row) -> Returning:
    """The actions that return at a meeting, by the day they should be ready.

    Those that were made before it and not closed before it; and of those closed since the meeting
    before, what came of them. A meeting without a day has none: nobody knows what came first.
    """
    day = meeting["day"]
    if day is None:
        return Returning([], [])
    earlier = meeting_before(seen, meeting["neighbourhood"], day)
    since = earlier["day"] if earlier else date.min
    made = [row for row in of(seen, "action", meeting["neighbourhood"]) if born(seen, row) < day]
    return Returning(
        _by_due([row for row in made if (closed_on(row) or date.max) >= day]),
        _newest_closed([row for row in made if since <= (closed_on(row) or date.max) < day]),
    )


def born(seen: State, action: Row) -> date:
    """The day on which an action was agreed.

    That of its meeting, else of its lesson; else the earliest day that is known of it.
    """
    parents = [seen[kind].get(action[kind] or "") for kind in ("meeting", "lesson")]
    days = [one["day"] for one in parents if one and one["day"]]
    known = [action["due"], closed_on(action), action["made_at"].date()]
    found: date = days[0] if days else min(day for day in known if day)
    return found


def closed_on(action: Row) -> date | None:
    """When an action was done or dropped; None while it is open.

    Without a day of its own: when that was entered.
    """
    if action["status"] == "open":
        return None
    day: date = action["done_on"] or action["made_at"].date()
    return day


def open_actions(seen: State, neighbourhood: str) -> list[Row]:
    """The actions that are open now, the one that should be ready first at the top."""
    rows = of(seen, "action", neighbourhood)
    return _by_due([row for row in rows if row["status"] == "open"])


def closed_actions(seen: State, neighbourhood: str) -> list[Row]:
    """The actions that were done or dropped, the newest first."""
    rows = of(seen, "action", neighbourhood)
    return _newest_closed([row for row in rows if row["status"] != "open"])


def _by_due(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["due"], row["title"]))


def _newest_closed(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (closed_on(row) or date.min, row["title"]), reverse=True)


def state_of(action: Row, today: date) -> str:
    """How an action stands: open, late (open after its day), done or dropped."""
    late = action["status"] == "open" and action["due"] < today
    return "late" if late else str(action["status"])


def action_row(action: Row, today: date) -> list[str]:
    """Name, owner, the day it should be ready, and how it stands, in words and mark."""
    return [
        named(action),
        action["owner"],
        texts.date(action["due"]),
        texts.action_state(state_of(action, today), closed_on(action), action["reason"] or ""),
    ]


def agenda(seen: State, meeting: Row) -> list[Row]:
    """The agenda of a meeting, in its order."""
    rows = children(seen, "agenda_item", "meeting", meeting["id"])
    return sorted(rows, key=lambda row: row["place"] or 99)


def lessons(
    seen: State, neighbourhood: str, question: str = "", theme: str = "", scope: str = ""
) -> list[Row]:
    """The lessons of a neighbourhood and those of others that are for all, the newest first.

    `question`, `theme` and `scope` take a part of them; empty for all.
    """
    asked = {"question": question, "theme": theme, "scope": scope}
    found = [
        row
        for row in _with_central(seen, "lesson", neighbourhood)
        if all(code in ("", row[name]) for name, code in asked.items())
    ]
    return sorted(found, key=lambda row: (row["day"], row["title"]), reverse=True)


def learning_questions(seen: State, neighbourhood: str) -> list[Row]:
    """The questions to learn about, here and for all; those that are open first."""
    rows = _with_central(seen, "learning_question", neighbourhood)
    return sorted(rows, key=lambda row: (row["status"] != "open", row["title"]))


def _with_central(seen: State, kind: str, neighbourhood: str) -> list[Row]:
    elsewhere = [
        row
        for row in seen[kind].values()
        if row["scope"] == "central" and row["neighbourhood"] != neighbourhood
    ]
    return [*of(seen, kind, neighbourhood), *elsewhere]


def lesson_row(lesson: Row) -> list[str]:
    """Name, what was learned, the next step, and the question of the monitor."""
    return [
        named(lesson),
        lesson["insight"] or lesson["observation"] or texts.NOT_KNOWN,
        lesson["next_step"] or texts.NOT_KNOWN,
        texts.WORD["question"].get(lesson["question"] or "", texts.LEARN_NO_QUESTION),
    ]
