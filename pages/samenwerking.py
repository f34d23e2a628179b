"""Cooperation: has the cooperation of the partners improved?"""

from wijzer.ui import cooperation_page, corner, monitor, places

scene = monitor.opening(places.current(), "cooperation")
cooperation_page.show(scene)
corner.show(scene)
