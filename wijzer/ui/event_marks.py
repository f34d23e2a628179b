"""Events beside a line through time: their rows in its frame, small print, and table."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from wijzer import publish, texts
from wijzer.charts import events as marks
from wijzer.publish import Event
from wijzer.ui import tables


@dataclass(frozen=True, slots=True)
class Marks:
    """The events of one picture: those that are drawn, and the others."""

    drawn: tuple[Event, ...]
    rest: tuple[Event, ...]

    @property
    def until(self) -> float | None:
        """How far the axis of a trend must run to hold them; None without any to draw."""
        return max((one.year for one in self.drawn), default=None)

    def on_years(self, years: Sequence[int]) -> list[pd.DataFrame]:
        """The rows on a trend of these years, as frames to add; none without any to draw."""
        if self.until is None:
            return []
        return [self.rows(min(years), max(self.until, *years))]

    def rows(self, first: float, last: float, as_calendar: bool = False) -> pd.DataFrame:
        """The rows of `charts.events` on an axis between these years.

        `as_calendar` for an axis on which a year begins at its mark.
        """
        shift = 0.5 if as_calendar else 0.0
        places = [one.year + shift for one in self.drawn]
        return pd.DataFrame(
            {
                "kind": "event",
                "year": places,
                "number": list(marks.numbers(len(self.drawn))),
                "down": marks.levels(places, last - first),
                "event": [one.text for one in self.drawn],
            }
        )

    def note(self) -> str:
        """What the numbers stand for, and that nothing is claimed of them."""
        found = zip(marks.numbers(len(self.drawn)), self.drawn, strict=True)
        named = "; ".join(f"{number}: {one.text}" for number, one in found)
        return " ".join(
            filter(None, [texts.EVENTS_HELP, f"{named}." if named else "", self._more()])
        )

    def _more(self) -> str:
        return texts.events_rest(len(self.rest))

    def table(self, caption: str = texts.EVENTS_TABLE) -> str:
        """All events as HTML, those that are not drawn last."""
        numbered = zip(marks.numbers(len(self.drawn)), self.drawn, strict=True)
        rows = [*numbered, *((texts.NOT_DRAWN, one) for one in self.rest)]
        return tables.table(
            caption,
            texts.EVENTS_HEADER,
            [[number, texts.date(one.day), _what(one), one.name] for number, one in rows],
        )


def _what(one: Event) -> str:
    return f"{texts.EVENT_MARK[one.kind]} {one.what}"


def split(found: Sequence[Event], first: float, last: float = float("inf")) -> Marks:
    """Which events to draw between two years; the others are told."""
    chosen = publish.drawn_events(list(found), first, last)
    return Marks(tuple(chosen), tuple(one for one in found if one not in chosen))
