"""What takes seconds and does not change by itself, made before somebody asks for it."""

from wijzer import catalog
from wijzer.access import PUBLIC, TEAM
from wijzer.ui import cooperation_door, reach_door


def monitor() -> None:
    """Which counts are hidden, and where partners stand: kept until people or ties change."""
    for neighbourhood in catalog.neighbourhoods():
        for visitor in (TEAM, PUBLIC):
            reach_door.reached(visitor, neighbourhood)
            cooperation_door.places(visitor, neighbourhood)
