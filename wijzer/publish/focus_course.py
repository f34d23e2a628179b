"""Sessions agreed and held, added up by month: planned against actual over time."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wijzer import texts
from wijzer.publish.events import calendar
from wijzer.publish.focus_parts import Delivery, Window, agreed, held


@dataclass(frozen=True, slots=True)
class Month:
    """What was agreed and held up to the end of a month, and what did not go on within it.

    `agreed` is None without any agreement; `reasons` tells why, each with how often.
    """

    first: date
    last: date
    agreed: int | None
    held: int
    cancelled: int
    reasons: str

    @property
    def at(self) -> float:
        """The end of the month as a point in time."""
        return calendar(self.last) + 1 / 365


def months(one: Delivery, when: Window) -> list[Month]:
    """Every month from the first session or agreement to the last, not beyond the window."""
    days = [each.day for each in one.sessions if when.holds(each.day)]
    days += [each.starts for each in one.agreements if each.starts and when.holds(each.starts)]
    if not days:
        return []
    ends = [min(each.ends, when.last) for each in one.agreements if each.ends]
    return [_month(one, when, first) for first in _firsts(min(days), max([*days, *ends]))]


def _firsts(first: date, last: date) -> Iterator[date]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def _month(one: Delivery, when: Window, first: date) -> Month:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    so_far = Window(when.first, min(last, when.last), when.year)
    known = [
        count
        for each in one.agreements
        if (count := agreed(each, each.sessions, so_far)) is not None
    ]
    missed = [
        each.reason or texts.NOT_KNOWN
        for each in one.sessions
        if each.state == "cancelled" and max(first, when.first) <= each.day <= so_far.last
    ]
    why = [f"{reason} ({count})" for reason, count in Counter(missed).most_common()]
    whole = round(sum(known)) if known else None
    return Month(first, last, whole, len(held(one.sessions, so_far)), len(missed), ", ".join(why))


def course_rows(found: list[Month]) -> list[list[str]]:
    """The months as a table, the newest first."""
    return [
        [
            texts.month(one.first),
            texts.NOT_KNOWN if one.agreed is None else texts.number(one.agreed),
            texts.number(one.held),
            texts.number(one.cancelled),
            one.reasons,
        ]
        for one in reversed(found)
    ]
