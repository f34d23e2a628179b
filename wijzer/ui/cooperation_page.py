"""Cooperation: has the cooperation of the partners improved?"""

from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The whole page below its title and filters."""
