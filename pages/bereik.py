"""Reach: do the interventions reach the (right) residents?"""

from wijzer.ui import corner, monitor, places, reach_page

scene = monitor.opening(places.current(), "reach")
reach_page.show(scene)
corner.show(scene)
