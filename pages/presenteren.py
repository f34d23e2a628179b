"""Present: one picture, one sentence, large."""

from wijzer.ui import corner, places, present_page

scene = present_page.opening(places.current())
corner.show(scene)
