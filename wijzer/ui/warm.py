"""What takes seconds and does not change by itself, made before somebody asks for it."""

from wijzer import catalog
from wijzer.access import PUBLIC, TEAM
from wijzer.ui import cooperation_door, reach_door, visitor


def monitor() -> None:
    """Which counts are hidden, and where partners stand: kept until people or ties change.

    For the public in a meeting only: what is made for it counts as seen by it (`store.told`).
    """
    visitors = (TEAM, PUBLIC) if visitor.shared() else (TEAM,)
    for neighbourhood in catalog.neighbourhoods():
        for one in visitors:
            reach_door.reached(one, neighbourhood)
            cooperation_door.places(one, neighbourhood)
