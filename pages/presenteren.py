"""Present: one picture, one sentence, large."""

from wijzer.ui import corner, places, present_files, present_own, present_page

scene = present_page.opening(places.current())
present_page.sets(scene)
chosen = present_page.choose(scene)
present_page.room(scene, chosen)
present_files.show(scene, chosen)
present_own.slides(scene, chosen)
present_own.presentations(scene)
corner.show(scene)
