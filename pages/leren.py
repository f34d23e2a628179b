"""Learn: how do we go on?"""

from wijzer.ui import corner, learn_page, places

scene = learn_page.opening(places.current())
corner.show(scene)
