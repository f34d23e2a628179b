"""Focus: do the interventions run with the right focus?"""

from wijzer.ui import corner, focus_page, monitor, places

scene = monitor.opening(places.current(), "focus")
focus_page.show(scene)
corner.show(scene)
