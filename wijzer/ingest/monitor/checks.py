"""The checks on rows together: of the file, and with what stands in the register."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from wijzer import texts
from wijzer.ingest.monitor.fault import Fault
from wijzer.ingest.monitor.resolve import Known
from wijzer.ingest.monitor.sheet import Line
from wijzer.kinds import Body
from wijzer.lists import TALK
from wijzer.store.bulk import KEYS, Key, key
from wijzer.store.register import Row

Held = dict[str, dict[Key, Row]]
"""The rows of each table, by their key."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the checks look at: things, rows that stand there, and who was erased."""

    known: Known
    held: Held
    erased: frozenset[str]
    lines: Sequence[Line]

    def of(self, target: str) -> list[Line]:
        """The rows of the file for one kind or table, as far as they can be read."""
        return [one for one in self.lines if one.subject.target == target and not one.wrong]

    def whole(self, target: str) -> bool:
        """Whether all rows for it can be read: else what seems to lack may be among them."""
        return not any(one.wrong for one in self.lines if one.subject.target == target)

    def body(self, kind: str, id: Any) -> Body:
        """A thing, as it stands or as the file makes it; empty when there is none."""
        return self.known.bodies[kind].get(id, {})


def all_of(scene: Scene) -> Iterator[Fault]:
    """Everything that is wrong between rows that are right by themselves."""
    for check in (
        *(_erased, _twice, _endings, _enrolled, _one_way, _funnel),
        *(_order_of_rounds, _rounds, _rosters, _ties, _self_ties),
    ):
        yield from check(scene)


def _erased(scene: Scene) -> Iterator[Fault]:
    gone: dict[str, bool] = {}
    for line in scene.lines:
        who = line.values.get("person")
        if who and who not in gone:
            gone[who] = hashlib.sha256(who.encode()).hexdigest() in scene.erased
        if who and gone[who]:
            yield line.fault("person", texts.PERSON_ERASED)


def _twice(scene: Scene) -> Iterator[Fault]:
    seen: dict[tuple[str, Key], Line] = {}
    for line in scene.lines:
        table = line.subject.target
        if table not in KEYS or line.wrong or any(n not in line.values for n in KEYS[table]):
            continue
        place = (table, key(table, line.values))
        if place in seen:
            earlier = seen[place]
            said = texts.ROW_TWICE.format(blad=earlier.sheet, rij=earlier.row)
            yield line.fault(KEYS[table][-1], said)
        seen.setdefault(place, line)


def _endings(scene: Scene) -> Iterator[Fault]:
    for line in scene.of("participant"):
        starts, ends = line.values["starts"], line.values.get("ends")
        if ends and ends < starts:
            yield line.fault("ends", texts.PROBLEM["order"])
        if line.values.get("reason") and line.values.get("ended") != "stopped":
            yield line.fault("reason", texts.REASON_WITHOUT_END)


def _enrolled(scene: Scene) -> Iterator[Fault]:
    """Only somebody who takes part is at a session, and not before the month of the start."""
    starts = {who: row["starts"] for who, row in scene.held["participant"].items()}
    for line in scene.of("participant"):
        starts[line.values["intervention"], line.values["person"]] = line.values["starts"]
    whole = scene.whole("participant")
    for line in scene.of("attendance"):
        session = scene.body("session", line.values["session"])
        start = starts.get((session.get("intervention"), line.values["person"]))
        if session.get("state") != "held":
            yield line.fault("session", texts.SESSION_NOT_HELD)
        elif start is None and whole:
            yield line.fault("person", texts.NOT_ENROLLED)
        elif start and session.get("day") and session["day"] < start:
            yield line.fault("session", texts.BEFORE_START)


def _one_way(scene: Scene) -> Iterator[Fault]:
    """People are counted by person or in groups, never both for one intervention."""
    persons = {row["intervention"] for row in scene.held["participant"].values()}
    persons |= {line.values["intervention"] for line in scene.of("participant")}
    counts = {body.get("intervention") for body in scene.known.bodies["head_count"].values()}
    for line in scene.of("head_count"):
        if line.values.get("intervention") in persons:
            yield line.fault("intervention", texts.COUNTED_BY_PERSON)
    for line in scene.of("participant"):
        if line.values["intervention"] in counts:
            yield line.fault("intervention", texts.COUNTED_IN_GROUPS)


_STEPS = ("approached", "enrolled", "started", "followed", "finished")


def _funnel(scene: Scene) -> Iterator[Fault]:
    """In one period a later step has no more people than an earlier one."""
    counts: dict[tuple[Any, ...], dict[str, int]] = defaultdict(dict)
    for body in scene.known.bodies["step_count"].values():
        if isinstance(body.get("people"), int):
            counts[_period(body)][body["step"]] = body["people"]
    for line in scene.of("step_count"):
        found = counts[_period(line.values)]
        step = line.values.get("step")
        earlier = _STEPS[: _STEPS.index(step)] if step in _STEPS else _STEPS[:1]
        most = min((found[one] for one in earlier if one in found), default=None)
        if most is not None and line.values.get("people", 0) > most:
            yield line.fault("people", texts.PROBLEM["grows"])


def _period(body: Body) -> tuple[Any, ...]:
    return body.get("intervention"), body.get("starts"), body.get("ends")


def _order_of_rounds(scene: Scene) -> Iterator[Fault]:
    """A later round of the same subject is on a later day than the first one before it."""
    days: dict[tuple[Any, Any], dict[int, date]] = defaultdict(dict)
    for body in scene.known.bodies["survey_round"].values():
        number, day = body.get("number"), body.get("day")
        if number is not None and day is not None:
            first = days[_of_round(body)]
            first[number] = min(day, first.get(number, day))
    wrong = {
        (place, later)
        for place, found in days.items()
        for earlier, later in pairwise(sorted(found))
        if found[later] <= found[earlier]
    }
    for line in scene.of("survey_round"):
        if (_of_round(line.values), line.values.get("number")) in wrong:
            yield line.fault("day", texts.ROUND_ORDER)


def _of_round(body: Body) -> tuple[Any, Any]:
    return body.get("neighbourhood"), body.get("subject")


def _rounds(scene: Scene) -> Iterator[Fault]:
    """A questionnaire, a conversation and a round of partners each have rounds of their own."""
    for line in scene.of("response"):
        subject = scene.body("survey_round", line.values["round"]).get("subject")
        talk = line.values["instrument"] in TALK
        if subject != ("web" if talk else "questionnaire"):
            yield line.fault("round", texts.ROUND_FOR_TALK if talk else texts.ROUND_FOR_LISTS)
    for target in ("roster", "tie", "checklist"):
        for line in scene.of(target):
            if scene.body("survey_round", line.values["round"]).get("subject") != "network":
                yield line.fault("round", texts.ROUND_FOR_PARTNERS)


def _rosters(scene: Scene) -> Iterator[Fault]:
    """Who fills in a checklist is a partner that was asked and that answered."""
    roster = _roster(scene)
    for line in scene.of("checklist") if scene.whole("roster") else ():
        yield from _asked(line, roster, "partner")


def _ties(scene: Scene) -> Iterator[Fault]:
    roster = _roster(scene)
    for line in scene.of("tie") if scene.whole("roster") else ():
        yield from _asked(line, roster, "sender")
        if (line.values["round"], line.values["receiver"]) not in roster:
            yield line.fault("receiver", texts.NOT_ON_ROSTER)


def _roster(scene: Scene) -> dict[Key, bool]:
    """By round and partner whether it answered."""
    found = {asked: row["answered"] for asked, row in scene.held["roster"].items()}
    for line in scene.of("roster"):
        found[line.values["round"], line.values["partner"]] = line.values["answered"]
    return found


def _asked(line: Line, roster: dict[Key, bool], field: str) -> Iterable[Fault]:
    answered = roster.get((line.values["round"], line.values[field]))
    if answered is None:
        yield line.fault(field, texts.NOT_ON_ROSTER)
    elif not answered:
        yield line.fault(field, texts.DID_NOT_ANSWER)


def _self_ties(scene: Scene) -> Iterator[Fault]:
    for line in scene.of("tie"):
        if line.values["sender"] == line.values["receiver"]:
            yield line.fault("receiver", texts.TIE_WITH_SELF)
