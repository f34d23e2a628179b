"""Cooperation: has the cooperation of the partners improved?"""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Compared, Cooperation, Question
from wijzer.ui import choice, cooperation_part, monitor, said, take
from wijzer.ui import cooperation_door as door
from wijzer.ui.choice import Chooser
from wijzer.ui.cooperation_pictures import small
from wijzer.ui.things import Scene

_RULES = {"unie": "union", "bevestigd": "confirmed"}


def show(scene: Scene) -> None:
    """The whole page below its title and filters."""
    found = door.found(scene.visitor, scene.id)
    cooperation_part.ribbon(scene, found)
    if not found.waves:
        monitor.nothing(scene, _why(scene, found))
        cooperation_part.below(scene, found, None, [])
        return
    top = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        asked = ask(scene, found, choice)
    view = door.compared(scene.visitor, scene.id, asked)
    with top:
        _lead(scene, found, view)
    rows = [*_networks(scene, asked), *_measures(scene, found, asked), *_checklist(scene, asked)]
    cooperation_part.below(scene, found, view, rows)


def _why(scene: Scene, found: Cooperation) -> str:
    """Why there is nothing to show about rounds."""
    if found.hidden:
        return "too_few"
    return "no_plan" if monitor.plan_of(scene) == "absent" else "not_measured"


def _lead(scene: Scene, found: Cooperation, view: Compared) -> None:
    sentence, worth = publish.what_changed(view)
    hidden = [texts.hidden_rounds(found.hidden)] if found.hidden else []
    whole = [] if scene.place.whole else [texts.WHOLE_ONLY]
    said.lead(sentence, " ".join([worth, *hidden, *whole]))


def ask(scene: Scene, found: Cooperation, by: Chooser) -> Question:
    """Which rounds, from which level and by which rule; each in the URL."""
    names = {one.id: one.short for one in found.waves}
    elsewhere = list(scene.seen["survey_round"])
    later = by.select("ronde", texts.LATER_ROUND, names, list(names)[-1], elsewhere)
    before = {one.id: names[one.id] for one in found.before(later)}
    earlier = ""
    if before:
        earlier = by.select("vergelijk", texts.EARLIER_ROUND, before, "", elsewhere)
    levels = {str(level): word for level, word in texts.LEVELS.items()}
    level = by.select("vanaf", texts.TIE_FROM, levels)
    rule = by.select("regel", texts.TIE_RULE, texts.TIE_RULES)
    return Question(later, earlier, int(level), _RULES[rule])


def codes(asked: Question) -> dict[str, str]:
    """All of it as it stands in a link."""
    rule = next(code for code, rule in _RULES.items() if rule == asked.rule)
    earlier = {"vergelijk": asked.earlier} if asked.earlier else {}
    return {"ronde": asked.later} | earlier | {"vanaf": str(asked.level), "regel": rule}


WHICH = "beeld"
"""In the codes of a tile: which of the networks beside each other, by its round."""


def _networks(scene: Scene, asked: Question) -> list[list[str]]:
    """The rounds beside each other; on a phone under each other."""
    found = door.networks(scene.visitor, scene.id, asked)
    if not found:
        return []
    st.header(texts.NETWORK_TITLE)
    rounds = [asked.earlier, asked.later][-len(found) :]
    cells = st.columns(len(found), gap="large")
    for cell, one, round in zip(cells, found, rounds, strict=True):
        with cell:
            chosen = codes(asked) | {WHICH: round}
            said.picture(one, take.of("samenwerking-netwerk", scene.place, chosen))
    sheet = door.legend(scene.visitor, scene.id, asked)
    st.html(sheet.html)
    return sheet.rows


def _measures(scene: Scene, found: Cooperation, asked: Question) -> list[list[str]]:
    sheet = door.measures(scene.visitor, scene.id, asked)
    st.header(texts.MEASURES_TITLE)
    along = take.of("samenwerking-maten", scene.place, codes(asked))
    made = sheet.html + small(texts.MEASURES_NOTE)
    st.html(made + take.html(along, texts.MEASURES_TABLE))
    cooperation_part.explanation(found)
    return sheet.rows


def _checklist(scene: Scene, asked: Question) -> list[list[str]]:
    judged = door.checklist(scene.visitor, scene.id, asked)
    st.header(texts.CHECKLIST_TITLE)
    if judged.picture:
        said.picture(judged.picture, take.of("samenwerking-oordeel", scene.place, codes(asked)))
    else:
        said.note(texts.CHECKLIST_FEW)
    if judged.sheet.html:
        st.html(judged.sheet.html + small(texts.TRUST_NOTE))
    return judged.sheet.rows
