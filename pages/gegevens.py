"""Data: what is in it, and how does it get in?"""

from wijzer.ui import import_page, places

scene = import_page.opening(places.current())
import_page.fresh(scene)
import_page.shapes(scene)
import_page.team(scene)
