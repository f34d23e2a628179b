"""Compare: what can we learn from each other?"""

from wijzer.ui import compare_page, places

place = places.current()
part = compare_page.opening(place)
compare_page.show(place, part)
