"""Learn: how do we go on?"""

from wijzer.ui import (
    corner,
    guide_part,
    learn_log,
    learn_meetings,
    learn_page,
    places,
    search_part,
)

PARTS = {
    "acties": learn_page.actions,
    "logboek": learn_log.log,
    "leervragen": learn_log.questions,
    "bijeenkomsten": learn_meetings.show,
    "verhalen": learn_log.voices,
    "wegwijzer": guide_part.show,
    "zoeken": search_part.show,
}

scene = learn_page.opening(places.current())
PARTS[learn_page.part()](scene)
corner.show(scene)
