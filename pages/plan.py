"""Plan: what are we going to do in our neighbourhood?"""

from wijzer.ui import (
    approach_part,
    corner,
    goals_part,
    library_part,
    people_part,
    places,
    plan_page,
)

PARTS = {
    "mix": plan_page.mix,
    "doelen": goals_part.show,
    "mensen": people_part.show,
    "aanpak": approach_part.show,
    "bibliotheek": library_part.show,
}

scene = plan_page.opening(places.current())
PARTS[plan_page.part()](scene)
plan_page.loose_ends(scene)
corner.show(scene)
