"""Slides that the team adds and moves while it looks at a page or at the presentation itself."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from threading import Lock

from wijzer import publish, texts
from wijzer.access import Visitor
from wijzer.export.content import Tile
from wijzer.publish import Row
from wijzer.store import entries
from wijzer.store.entries import Saving
from wijzer.ui import data, decks_own, entered

_adding = Lock()


@dataclass(frozen=True, slots=True)
class Added:
    """A slide that was added: to which presentation (id and name), and its number there."""

    presentation: str
    title: str
    number: int

    @property
    def said(self) -> str:
        """The same as a sentence."""
        return texts.SLIDE_ADDED.format(nummer=self.number, titel=self.title)


def add(visitor: Visitor, tile: Tile) -> Added:
    """Put a view at the end of the newest presentation of its neighbourhood, a new one if need be.

    Only the link and the name of the view are kept, no figure. Raises NotAllowed, RegisterError.
    """
    neighbourhood = dict(tile.codes)["wijk"]
    with _adding:
        presentation = newest(visitor, neighbourhood) or _new(visitor, neighbourhood)
        rows = decks_own.rows(visitor, presentation)
        last = max((row["place"] or 0 for row in rows), default=0)
        body = {
            "presentation": presentation,
            "title": texts.shortened(tile.title, 200),
            "layout": "view",
            "link": f"/toon?tegel={tile.id}&{tile.query}",
            "place": last + 1,
        }
        id = entries.new_id("slide")
        entries.save(data.register(), visitor, "slide", id, body, Saving())
    title = publish.title(entered.seen(visitor)["presentation"][presentation])
    return Added(presentation, title, len(rows) + 1)


def newest(visitor: Visitor, neighbourhood: str) -> str:
    """The presentation that was last changed, no example; empty when there is none."""
    rows = publish.of(entered.seen(visitor), "presentation", neighbourhood)
    own = [row for row in rows if not row["example"]]
    found = max(own, key=lambda row: row["made_at"], default=None)
    return str(found["id"]) if found else ""


def _new(visitor: Visitor, neighbourhood: str) -> str:
    today = date.today()
    title = texts.PRESENTATION_OF.format(datum=texts.date(today))
    body = {"neighbourhood": neighbourhood, "title": title, "day": today}
    id = entries.new_id("presentation")
    entries.save(data.register(), visitor, "presentation", id, body, Saving())
    return id


def move(visitor: Visitor, id: str, after: str) -> None:
    """Put a slide behind another one of its presentation; first when `after` is empty.

    Mostly one revision of one slide, whose place becomes halfway its new neighbours. Raises
    UnknownSlide, NotAllowed, Conflict, RegisterError.
    """
    row = entered.seen(visitor)["slide"].get(id)
    if row is None:
        raise UnknownSlide(id)
    others = [one for one in decks_own.rows(visitor, row["presentation"]) if one["id"] != id]
    ids = [one["id"] for one in others]
    if after and after not in ids:
        raise UnknownSlide(after)
    at = ids.index(after) + 1 if after else 0
    ordered = [*others[:at], row, *others[at:]]
    for one, place in zip(ordered, _places(others, at), strict=True):
        if one["place"] != place:
            _put(visitor, one, place)


class UnknownSlide(Exception):
    """There is no slide with this id in the presentation."""


def _places(others: list[Row], at: int) -> list[float]:
    """The places in the new order: one more between two; counted anew when there is no room."""
    old = [one["place"] for one in others]
    if all(place is not None for place in old):
        before = old[at - 1] if at else (old[0] - 2 if old else 0)
        behind = old[at] if at < len(old) else before + 2
        places = [*old[:at], (before + behind) / 2, *old[at:]]
        if all(one < two for one, two in pairwise(places)):
            return places
    return [float(place) for place in range(1, len(others) + 2)]


def _put(visitor: Visitor, row: Row, place: float) -> None:
    body = entries.body_of("slide", row) | {"place": place}
    how = Saving(row["revision"], example=row["example"], why=texts.SLIDE_MOVED)
    entries.save(data.register(), visitor, "slide", row["id"], body, how)
