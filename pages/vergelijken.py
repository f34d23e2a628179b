"""Compare: what can we learn from each other?"""

from wijzer.ui import compare_page

domain = compare_page.opening()
compare_page.columns(domain)
compare_page.maps(domain)
compare_page.heat(domain)
