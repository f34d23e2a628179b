"""What the page Focus tells in tables and sentences, made from published interventions."""

from collections.abc import Iterable
from dataclasses import dataclass

from wijzer import texts
from wijzer.lists import CODES
from wijzer.publish.door import Row
from wijzer.publish.entered import many, of, title
from wijzer.publish.events import named
from wijzer.publish.focus import Focus
from wijzer.publish.focus_parts import Window, elements, held
from wijzer.publish.plan import children, coverage
from wijzer.stats import plan
from wijzer.store.entries import State

PILLARS = CODES["pillar"]
_NOT_RECOGNISED = ("none", "unknown")


def focus_row(one: Focus) -> list[str]:
    """An intervention in the first table: name, light, why, next step, decision."""
    return [named(one.row), one.light, one.why, one.next_step, one.decision]


def part_rows(one: Focus) -> list[list[str]]:
    """The parts of a light: name, outcome, what it rests on, and what it is."""
    return [
        [texts.FOCUS_PART[part.id], part.text, part.rests_on, texts.FOCUS_PART_RULE[part.id]]
        for part in one.parts
    ]


def element_rows(one: Focus) -> list[list[str]]:
    """Core elements: name, whether it is essential, and its state at the newest review."""
    return [
        [named(row), texts.YES if row["essential"] else texts.NO, texts.ELEMENT[state.value]]
        for row, state in elements(one.delivery)
    ]


def adaptation_rows(one: Focus) -> list[list[str]]:
    """Adaptations, the newest first."""
    return [
        [
            texts.date(row["day"]),
            named(row),
            row["why"] or texts.NOT_KNOWN,
            texts.WORD["adaptation"][row["kind"]],
            _yes(row["core_kept"]),
            _yes(row["approved"]),
            row["decided_by"] or texts.NOT_KNOWN,
        ]
        for row in sorted(one.delivery.adaptations, key=lambda row: row["day"], reverse=True)
    ]


def _yes(value: bool | None) -> str:
    if value is None:
        return texts.NOT_KNOWN
    return texts.YES if value else texts.NO


def review_rows(one: Focus) -> list[list[str]]:
    """Every review, the newest first: day, light, the light by the figures then, and the rest."""
    return [
        [
            texts.date(row["day"]),
            texts.light_text(row["light"]),
            texts.light_text(row["computed"]) if row["computed"] else texts.NOT_KNOWN,
            row["reason"] or texts.NO_STEP,
            row["next_step"] or texts.NO_STEP,
            texts.decision_word(row["decision"]),
            row["decided_by"] or texts.NOT_KNOWN,
        ]
        for row in one.reviews
    ]


def cover_rows(seen: State, neighbourhood: str, found: Iterable[Focus]) -> list[list[str]]:
    """What running interventions cover, and what lies outside the chosen themes."""
    every = list(found)
    running = [one.row for one in every if one.row["run"] == "running"]
    chosen = [row for row in of(seen, "theme", neighbourhood) if row["choice"] == "chosen"]
    cover = coverage(chosen, [one.row for one in every])
    names = {row["id"]: title(row) for row in chosen}
    lacking = [names[id] for id in cover.uncovered]
    pillars = [
        texts.WORD["pillar"][one]
        for place, one in enumerate(PILLARS, 1)
        if place not in cover.pillars_covered
    ]
    return [
        _covered(texts.COVER_THEMES, len(chosen), lacking, texts.NO_CHOSEN),
        _covered(texts.COVER_PILLARS, len(PILLARS), pillars, ""),
        _groups(seen, neighbourhood, running),
        _off_focus({row["id"] for row in chosen}, every),
        _recognised(seen, running),
    ]


def _covered(what: str, total: int, lacking: list[str], none: str) -> list[str]:
    if not total:
        return [what, texts.NOT_KNOWN, none]
    lacks = texts.COVER_LACKS.format(wat=texts.enumerate_words(lacking))
    count = texts.OF.format(deel=total - len(lacking), geheel=total)
    return [what, count, lacks if lacking else texts.COVER_ALL]


def _groups(seen: State, neighbourhood: str, running: list[Row]) -> list[str]:
    """Target groups that goals name, with a running intervention for them."""
    wanted = dict.fromkeys(
        id for row in of(seen, "goal", neighbourhood) for id in many(row, "target_groups")
    )
    served = {id for row in running for id in _for_whom(seen, row)}
    lacking = [title(seen["target_group"].get(id)) for id in wanted if id not in served]
    return _covered(texts.COVER_GROUPS, len(wanted), lacking, texts.NO_GOAL_GROUPS)


def _for_whom(seen: State, row: Row) -> set[str]:
    found = set(many(row, "target_groups"))
    for one in children(seen, "activity", "intervention", row["id"]):
        found |= set(many(one, "target_groups"))
    return found


def _off_focus(chosen: set[str], found: list[Focus]) -> list[str]:
    """Hours on interventions without a chosen theme: those of the plan, when all that run have
    hours, else those of all sessions that were held."""
    running = [one for one in found if one.row["run"] == "running"]
    planned = bool(running) and all(one.row["hours"] is not None for one in running)
    hours: dict[str | None, float] = {"chosen": 0.0, None: 0.0}
    for one in running if planned else found:
        inside = "chosen" if chosen & set(many(one.row, "themes")) else None
        hours[inside] += one.row["hours"] if planned else _hours(one)
    share = plan.off_focus(hours)
    if share is None:
        return [texts.COVER_OFF, texts.NOT_KNOWN, texts.NO_HOURS]
    whole = texts.number(sum(hours.values()))
    total = texts.OF.format(deel=texts.number(hours[None]), geheel=whole)
    how = texts.HOURS_PLANNED if planned else texts.HOURS_SESSIONS
    return [texts.COVER_OFF, f"{texts.amount(share * 100, '%')} ({total})", how]


def _hours(one: Focus) -> float:
    return sum(each.minutes or 0 for each in one.delivery.sessions if each.state == "held") / 60


def _recognised(seen: State, running: list[Row]) -> list[str]:
    known = [
        row
        for row in running
        if (kept := seen["library"].get(row["library"] or ""))
        and kept["recognition"] not in _NOT_RECOGNISED
    ]
    count = texts.OF.format(deel=len(known), geheel=len(running))
    return [texts.COVER_RECOGNISED, count, texts.RECOGNISED_WORTH]


@dataclass(frozen=True, slots=True)
class InArea:
    """Sessions held in a part of the neighbourhood, and those of which the area is not known."""

    here: int
    unknown: int


def in_area(found: Iterable[Focus], codes: frozenset[str], when: Window) -> InArea:
    """How many sessions of these were held in one of these areas."""
    areas = [each.area for one in found for each in held(one.delivery.sessions, when)]
    return InArea(sum(area in codes for area in areas), areas.count(None))


def focus_csv(one: Focus) -> list[str]:
    """An intervention in a download: its row, its parts in their order, and the mark."""
    parts = [cell for part in one.parts for cell in (part.text, part.rests_on)]
    run = texts.WORD["run"][one.row["run"]]
    computed = texts.light_word(one.computed, one.incomplete and one.measured)
    row = focus_row(one)
    return [row[0], run, row[1], computed, *row[2:], *parts, texts.YES if one.example else texts.NO]
