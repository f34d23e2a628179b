"""What takes seconds and does not change by itself, made before somebody asks for it."""

from datetime import date

from wijzer import catalog
from wijzer.access import PUBLIC, TEAM
from wijzer.export import drawing
from wijzer.ui import cooperation_door, reach_door, start_four, visitor


def monitor() -> None:
    """Which counts are hidden, where partners stand, and the lines of the first page: kept until
    people or ties change.

    Told to the public in a meeting only: what is told counts as seen by it (`store.told`).
    """
    for neighbourhood in catalog.neighbourhoods():
        for one in (TEAM, PUBLIC):
            reach_door.prepared(one, neighbourhood)
            if one is TEAM or visitor.shared():
                reach_door.reached(one, neighbourhood)
                cooperation_door.places(one, neighbourhood)
                start_four.lines(one, neighbourhood, date.today())


def drawings() -> None:
    """The first drawing outside a browser, which takes a second."""
    drawing.warm()
