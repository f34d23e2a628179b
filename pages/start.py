"""Start: where do we stand, in three neighbourhoods at one glance?"""

from wijzer.ui import start_four, start_page

start_page.opening()
start_page.region()
start_page.cards()
start_page.road()
start_four.show()
