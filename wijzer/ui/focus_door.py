"""The cached door of Focus: lights, parts and courses, and their pictures."""

from datetime import date

from wijzer import catalog, publish
from wijzer.access import Visitor
from wijzer.publish import Focus, Participants
from wijzer.store import told
from wijzer.ui import data, entered, focus_pictures, reach_door
from wijzer.ui.pictures import Picture


def today() -> date:
    """The day that lights are computed for."""
    return date.today()


@entered.kept
def participants(neighbourhood: str) -> Participants:
    """See publish.participants; with the counts of Bereik, so that both pages say the same."""
    counts = reach_door.counts(neighbourhood)
    if counts is None:
        return {}
    before = told.told(data.register(), "")
    return publish.participants(counts, sorted(counts.slices[0].interventions), before)


@entered.kept
def lights(visitor: Visitor, neighbourhood: str, day: date, year: int | None) -> dict[str, Focus]:
    """Every intervention of a neighbourhood as published, by id; see publish.focus."""
    seen, everything = entered.seen(visitor), entered.everything()
    rows = publish.of(seen, "intervention", neighbourhood)
    when, limits = publish.window(day, year), publish.focus_limits(seen, neighbourhood)
    ids = [row["id"] for row in rows]
    done = publish.deliveries(data.register(), everything, ids, participants(neighbourhood), when)
    return {
        row["id"]: publish.focus(
            row,
            done[row["id"]],
            publish.focus_reviews(everything, row["id"], when),
            when,
            limits,
            visitor,
        )
        for row in rows
    }


def limits(visitor: Visitor, neighbourhood: str) -> publish.Limits:
    """See publish.focus_limits."""
    return publish.focus_limits(entered.seen(visitor), neighbourhood)


def computed(visitor: Visitor, neighbourhood: str, intervention: str) -> str:
    """The light by the figures of now, to begin a review with; empty when there is none."""
    found = lights(visitor, neighbourhood, today(), None).get(intervention)
    return found.computed if found else ""


@entered.kept
def cover(visitor: Visitor, neighbourhood: str, day: date, year: int | None) -> list[list[str]]:
    """See publish.cover_rows."""
    found = lights(visitor, neighbourhood, day, year).values()
    return publish.cover_rows(entered.seen(visitor), neighbourhood, found)


@entered.kept
def years(neighbourhood: str) -> list[int]:
    """Years with sessions, the newest first."""
    everything = entered.everything()
    mine = {row["id"] for row in publish.of(everything, "intervention", neighbourhood)}
    days = [row["day"] for row in everything["session"].values() if row["intervention"] in mine]
    return sorted({day.year for day in days if day}, reverse=True)


@entered.kept
def parts_picture(
    visitor: Visitor, neighbourhood: str, intervention: str, day: date, year: int | None
) -> Picture:
    """See focus_pictures.of_parts."""
    one = lights(visitor, neighbourhood, day, year)[intervention]
    return focus_pictures.of_parts(
        one, limits(visitor, neighbourhood), catalog.position(neighbourhood)
    )


@entered.kept
def course_picture(
    visitor: Visitor, neighbourhood: str, intervention: str, day: date, year: int | None
) -> Picture | None:
    """See focus_pictures.of_course; None when there is nothing to draw."""
    one = lights(visitor, neighbourhood, day, year)[intervention]
    found = publish.months(one.delivery, publish.window(day, year))
    events = publish.course_events(entered.seen(visitor), one.row)
    if not found:
        return None
    return focus_pictures.of_course(one, found, events, catalog.position(neighbourhood))
