"""Themes: which focus do we choose in our neighbourhood?"""

from wijzer.ui import corner, method_part, places, themes_page, votes_part

scene = themes_page.opening(places.current())
part = themes_page.part()
if part == "themas":
    themes_page.themes(scene)
elif part == "stemmen":
    votes_part.show(scene)
else:
    method_part.show(scene)
corner.show(scene)
