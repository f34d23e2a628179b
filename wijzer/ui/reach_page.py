"""Reach: do the interventions reach the (right) residents?"""

from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The whole page below its title and filters."""
