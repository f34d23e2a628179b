"""The cached door of trends with the plan's own events beside them.

A date that somebody saves in the plan appears on every trend of linked figures: what is kept is
keyed on the last change of the register.
"""

from dataclasses import replace

from wijzer import catalog, publish
from wijzer.access import Visitor
from wijzer.store.register import RegisterError
from wijzer.ui import data, entered, event_marks, pictures
from wijzer.ui.event_marks import Marks
from wijzer.ui.pictures import COUNTRY, Picture
from wijzer.ui.places import Place


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


def trend(visitor: Visitor, place: Place, indicator: str) -> Picture:
    """The same for the area in view. When the register cannot be used the figures go on without
    what people entered; the page says so elsewhere."""
    where = place.area.code, place.position
    try:
        return trend_picture(visitor, place.neighbourhood.id, indicator, *where)
    except RegisterError:
        return data.trend_picture(indicator, *where)


def with_events(one: Picture, marks: Marks) -> Picture:
    """The picture with what its numbers stand for, in its small print and in its table."""
    note = f"{one.note} {marks.note()}".strip()
    return replace(one, note=note, table=one.table + marks.table())
