"""Healthier: do they feel (positively) healthier?"""

from wijzer.ui import corner, healthier_page, monitor, places

scene = monitor.opening(places.current(), "healthier")
healthier_page.show(scene)
corner.show(scene)
