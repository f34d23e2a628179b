"""Goals: what is missing, how many answers it takes to see the change, and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wijzer import catalog, texts
from wijzer.model import Indicator, Method
from wijzer.publish.door import Row, real
from wijzer.stats import plan, power, proportion
from wijzer.stats.proportion import Interval


@dataclass(frozen=True, slots=True)
class Current:
    """The newest value of a goal that may be compared with its baseline."""

    value: float
    when: str
    day: date
    answers: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a goal has come: one sentence, and a word for its course with a mark."""

    course: plan.Course
    mark: str
    word: str
    sentence: str
    progress: float | None


def indicator_of(goal: Row) -> Indicator | None:
    """The indicator of a goal, None when it has a measure of its own or none."""
    return catalog.indicators().get(goal["indicator"] or "")


def unit_of(goal: Row) -> str:
    """The unit in which baseline and target are."""
    one = indicator_of(goal)
    return one.unit if one else str(goal["unit"] or "")


def smart(goal: Row) -> list[tuple[str, bool, str]]:
    """Word, whether it is in order, and what to do, for each of the five SMART points."""
    measured = bool(goal["indicator"] or goal["measure"])
    filled = {
        "specific": bool(goal["title"] and goal["theme"]),
        "measurable": measured and None not in (goal["baseline"], goal["target"]),
        "accepted": bool(goal["owner"]),
        "realistic": goal["baseline"] is not None and goal["target"] != goal["baseline"],
        "timed": None not in (goal["baseline_day"], goal["target_day"]),
    }
    return [
        (texts.SMART[name], good, "" if good else texts.SMART_LACKS[name])
        for name, good in filled.items()
    ]


def needed(goal: Row, inhabitants: int | None, area: str) -> str:
    """How many answers per round it takes to see the wished change, and whether they live there.

    Only for shares; a register counts everybody, and a model estimate can never show it.
    """
    one = indicator_of(goal)
    if one and one.method is Method.REGISTER:
        return texts.NEEDED_NONE
    if unit_of(goal) != "%" or None in (goal["baseline"], goal["target"]):
        return texts.NEEDED_UNKNOWN
    start, end = goal["baseline"] / 100, goal["target"] / 100
    if not (0 <= start <= 1 and 0 <= end <= 1) or abs(start - end) < _SMALLEST:
        return texts.NEEDED_UNKNOWN
    count = power.sample_size(start, end) or 0
    said = texts.answers_needed(count, inhabitants, area)
    return f"{said} {texts.NEEDED_MODEL}" if one and one.method is Method.MODEL else said


_SMALLEST = 1e-9
"""Of a smaller change, a fraction, no number of answers makes sense."""


def current(goal: Row, figures: Sequence[Row], readings: Sequence[Row]) -> Current | None:
    """The newest value after the baseline that was measured in the same way.

    `figures`: the trend of the goal's indicator in its area (publish.trend, as rows);
    `readings`: what was entered for a measure of its own.
    """
    if goal["baseline_day"] is None:
        return None
    return _figure(goal, figures) if goal["indicator"] else _reading(goal, readings)


def _figure(goal: Row, figures: Sequence[Row]) -> Current | None:
    start = goal["baseline_day"].year
    segments = {row["year"]: row["segment"] for row in figures}
    known = [row for row in figures if real(row["value"]) is not None and row["year"] > start]
    same = [row for row in known if row["segment"] == segments.get(start)]
    if not same:
        return None
    row = max(same, key=lambda row: int(row["year"]))
    year = int(row["year"])
    return Current(float(row["value"]), str(year), date(year, 12, 31), None)


def _reading(goal: Row, readings: Sequence[Row]) -> Current | None:
    same = [
        row
        for row in readings
        if row["day"] > goal["baseline_day"] and row["version"] == goal["version"]
        if not row["few"]
    ]
    if not same:
        return None
    row = max(same, key=lambda row: row["day"])
    return Current(float(row["value"]), texts.date(row["day"]), row["day"], row["answers"])


def reading(goal: Row, row: Row) -> list[str]:
    """When, what, how many answers, which version, and whether it can be compared."""
    value = texts.FEW_ANSWERS if row["few"] else texts.amount(row["value"], unit_of(goal), 1)
    answers = texts.NOT_KNOWN if row["answers"] is None else texts.number(row["answers"])
    same = texts.SAME_VERSION if row["version"] == goal["version"] else texts.OTHER_VERSION
    return [texts.date(row["day"]), value, answers, row["version"] or texts.NOT_KNOWN, same]


def standing(goal: Row, now: Current | None) -> Standing:
    """How far the goal has come. Without an interval it is never called on course."""
    if now is None or goal["target"] is None or goal["baseline"] is None:
        return _standing(plan.Course.UNKNOWN, texts.NO_PROGRESS, None)
    done = plan.progress(goal["baseline"], goal["target"], now.value)
    course = plan.course(
        goal["baseline"], goal["target"], _interval(goal, now), _time(goal, now.day)
    )
    unit = unit_of(goal)
    said = texts.progress(
        texts.amount(goal["baseline"], unit, 1),
        texts.amount(now.value, unit, 1),
        now.when,
        texts.amount(goal["target"], unit, 1),
        done,
    )
    return _standing(course, f"{said} {texts.COURSE_WORTH[course.value]}", done)


def _standing(course: plan.Course, sentence: str, done: float | None) -> Standing:
    return Standing(
        course, texts.COURSE_MARK[course.value], texts.COURSE[course.value], sentence, done
    )


def _interval(goal: Row, now: Current) -> Interval | None:
    """Wilson's interval in the unit of the goal, where the number of answers is known."""
    if now.answers is None or unit_of(goal) != "%" or not 0 <= now.value <= 100:
        return None
    found = proportion.wilson(now.value / 100 * now.answers, now.answers)
    return Interval(found.low * 100, found.high * 100) if found else None


def _time(goal: Row, day: date) -> float | None:
    if goal["target_day"] is None or goal["target_day"] <= goal["baseline_day"]:
        return None
    passed: int = (day - goal["baseline_day"]).days
    whole: int = (goal["target_day"] - goal["baseline_day"]).days
    return passed / whole
