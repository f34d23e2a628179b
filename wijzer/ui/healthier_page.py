"""Healthier: do they feel (positively) healthier?"""

from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The whole page below its title and filters."""
