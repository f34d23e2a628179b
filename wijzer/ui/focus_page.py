"""Focus: do the interventions run with the right focus?"""

from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The whole page below its title and filters."""
