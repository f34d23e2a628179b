"""The cached door of trends with the plan's own events beside them.

A date that somebody saves in the plan appears on every trend of linked figures: what is kept is
keyed on the last change of the register.
"""

from dataclasses import replace

from wijzer import catalog, publish
from wijzer.access import Visitor
from wijzer.ui import data, entered, event_marks, pictures
from wijzer.ui.event_marks import Marks
from wijzer.ui.pictures import COUNTRY, Picture


@entered.kept
def events(visitor: Visitor, neighbourhood: str, indicator: str) -> list[publish.Event]:
    """See publish.events."""
    return publish.events(entered.seen(visitor), neighbourhood, indicator)


def invented(visitor: Visitor, neighbourhood: str, indicator: str) -> bool:
    """Whether any event on the trend of a figure is an example."""
    return any(one.example for one in events(visitor, neighbourhood, indicator))


@entered.kept
def trend_picture(
    visitor: Visitor, neighbourhood: str, indicator: str, area: str, position: int
) -> Picture:
    """The trend of a figure with what happened in the plan; without that as it always was."""
    found = events(visitor, neighbourhood, indicator)
    if not found:
        return data.trend_picture(indicator, area, position)
    mine = data.areas()[area]
    municipality = data.areas()[mine.municipality or area]
    rows = data.trend(indicator, tuple(dict.fromkeys((area, municipality.code, COUNTRY))))
    marks = event_marks.split(found, float(rows["year"].min()))
    one = catalog.indicator(indicator)
    return with_events(pictures.of_trend(rows, one, mine, municipality, position, marks), marks)


def with_events(one: Picture, marks: Marks) -> Picture:
    """The picture with what its numbers stand for, in its small print and in its table."""
    note = f"{one.note} {marks.note()}".strip()
    return replace(one, note=note, table=one.table + marks.table())
