"""The cached door of Vergelijken for plans, the four questions and lessons, per visitor."""

from collections.abc import Callable
from datetime import date

from wijzer import catalog, publish
from wijzer.access import Visitor
from wijzer.lists import CODES
from wijzer.model import Neighbourhood
from wijzer.publish import Question, Row, compare_monitor, compare_plans, compare_ranks
from wijzer.publish.compare_monitor import Lights, Measurement, Measurements, Partners, Reach
from wijzer.publish.compare_ranks import Ranked
from wijzer.publish.compare_side import Side
from wijzer.ui import cooperation_door, entered, focus_door, healthier_door, places, reach_door
from wijzer.ui.healthier_choice import EVERY
from wijzer.ui.healthier_door import Where
from wijzer.ui.reach_door import Asked


def _each() -> list[Neighbourhood]:
    return list(catalog.neighbourhoods().values())


def side(visitor: Visitor, part: str) -> Side:
    """One part of the comparison, by its code in the link."""
    return _SIDES[part](visitor)


@entered.kept
def themes(visitor: Visitor) -> Side:
    """See compare_plans.themes_beside."""
    return compare_plans.themes_beside(entered.seen(visitor))


@entered.kept
def themes_listed(visitor: Visitor) -> Side:
    """See compare_plans.themes_listed."""
    return compare_plans.themes_listed(entered.seen(visitor))


@entered.kept
def plans(visitor: Visitor) -> Side:
    """See compare_plans.plans_beside."""
    return compare_plans.plans_beside(entered.seen(visitor))


@entered.kept
def reach(visitor: Visitor) -> Side:
    """See compare_monitor.reach_beside."""
    return compare_monitor.reach_beside([_reach(visitor, one) for one in _each()])


def _reach(visitor: Visitor, one: Neighbourhood) -> Reach:
    told = reach_door.opening(Asked(visitor, one.id))
    years = reach_door.reached(visitor, one.id).years
    plan = compare_plans.plan_state(entered.seen(visitor), one.id)
    (people, _), (visits, _), *_rest = told.numbers
    return Reach(people, visits, told.part, told.missing, tuple(sorted(years)), plan, told.example)


@entered.kept
def healthier(visitor: Visitor) -> Side:
    """See compare_monitor.changes_beside."""
    seen = entered.seen(visitor)
    states = [compare_plans.plan_state(seen, one.id) for one in _each()]
    return compare_monitor.changes_beside(changes(visitor), states, invented_changes())


@entered.kept
def changes(visitor: Visitor) -> Measurements:
    """The outcome of each questionnaire that any neighbourhood used, in the newest told round."""
    used = {id for one in _each() for id in healthier_door.measured(one.id, _areas(one))}
    return {
        id: [_measurement(visitor, one, id) for one in _each()]
        for id in CODES["instrument"]
        if id in used
    }


def _areas(one: Neighbourhood) -> tuple[str, ...]:
    return places.subdistricts(one)


def invented_changes() -> bool:
    """Whether any answer to a questionnaire is invented."""
    return any(healthier_door.answers(one.id, _areas(one)).example() for one in _each())


def _measurement(visitor: Visitor, one: Neighbourhood, instrument: str) -> Measurement | None:
    areas = _areas(one)
    if instrument not in healthier_door.measured(one.id, areas):
        return None
    number = healthier_door.newest(visitor, one.id, areas, instrument)
    asked = publish.START if number is None else number
    where = Where(one.id, areas, EVERY, EVERY)
    found = healthier_door.outcomes(visitor, where, asked)
    change = next(each for each in found if each.instrument == instrument)
    return Measurement(change, number, _day(one, publish.START), _day(one, asked))


def _day(one: Neighbourhood, number: int) -> date | None:
    day = healthier_door.day_of(one.id, number)
    return date.fromisoformat(day) if day else None


@entered.kept
def ranked_changes(visitor: Visitor) -> list[Ranked]:
    """See compare_ranks.ranked_changes."""
    found = changes(visitor)
    flags = {id: compare_monitor.change_flag(every) for id, every in found.items()}
    told = {id: [one.change if one else None for one in every] for id, every in found.items()}
    return compare_ranks.ranked_changes(told, flags)


@entered.kept
def cooperation(visitor: Visitor) -> Side:
    """See compare_monitor.cooperation_beside."""
    return compare_monitor.cooperation_beside([_partners(visitor, one) for one in _each()])


def _partners(visitor: Visitor, one: Neighbourhood) -> Partners:
    """The last round beside the first."""
    found = cooperation_door.found(visitor, one.id)
    plan = compare_plans.plan_state(entered.seen(visitor), one.id)
    if not found.waves:
        return Partners(found, None, "", plan)
    first, last = found.waves[0].id, found.waves[-1].id
    asked = Question(last, first if first != last else "")
    view = cooperation_door.compared(visitor, one.id, asked)
    return Partners(found, view, publish.what_changed(view)[0], plan)


@entered.kept
def focus(visitor: Visitor, day: date) -> Side:
    """See compare_monitor.focus_beside."""
    return compare_monitor.focus_beside([_lights(visitor, one, day) for one in _each()])


def _lights(visitor: Visitor, one: Neighbourhood, day: date) -> Lights:
    found = tuple(focus_door.lights(visitor, one.id, day, None).values())
    cover = focus_door.cover(visitor, one.id, day, None)
    invented = any(each.example for each in found) or publish.examples(
        publish.of(entered.seen(visitor), "theme", one.id)
    )
    limits = focus_door.limits(visitor, one.id)
    return Lights(found, limits, tuple(map(tuple, cover)), invented)


def _focus(visitor: Visitor) -> Side:
    return focus(visitor, focus_door.today())


@entered.kept
def lessons(visitor: Visitor) -> Side:
    """See compare_plans.lessons_listed."""
    return compare_plans.lessons_listed(lesson_rows(visitor), entered.seen(visitor))


def lesson_rows(visitor: Visitor) -> list[tuple[str, Row]]:
    """See compare_plans.lessons."""
    return compare_plans.lessons(entered.seen(visitor))


_SIDES: dict[str, Callable[[Visitor], Side]] = {
    "themas": themes,
    "plan": plans,
    "bereik": reach,
    "gezonder": healthier,
    "samenwerking": cooperation,
    "focus": _focus,
    "lessen": lessons,
}
