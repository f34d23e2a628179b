"""Cooperation: has the cooperation of the partners improved?"""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Compared, Cooperation, Question
from wijzer.ui import choice, cooperation_part, monitor, said
from wijzer.ui import cooperation_door as door
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
    asked = _asked(scene, found)
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


def _asked(scene: Scene, found: Cooperation) -> Question:
    """Which rounds, from which level and by which rule; each in the URL."""
    names = {one.id: one.short for one in found.waves}
    elsewhere = list(scene.seen["survey_round"])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        later = choice.select("ronde", texts.LATER_ROUND, names, list(names)[-1], elsewhere)
        before = {one.id: names[one.id] for one in found.before(later)}
        earlier = ""
        if before:
            earlier = choice.select("vergelijk", texts.EARLIER_ROUND, before, "", elsewhere)
        levels = {str(level): word for level, word in texts.LEVELS.items()}
        level = choice.select("vanaf", texts.TIE_FROM, levels)
        rule = choice.select("regel", texts.TIE_RULE, texts.TIE_RULES)
    return Question(later, earlier, int(level), _RULES[rule])


def _networks(scene: Scene, asked: Question) -> list[list[str]]:
    """The rounds beside each other; on a phone under each other."""
    found = door.networks(scene.visitor, scene.id, asked)
    if not found:
        return []
    st.header(texts.NETWORK_TITLE)
    for cell, one in zip(st.columns(len(found), gap="large"), found, strict=True):
        with cell:
            said.picture(one)
    sheet = door.legend(scene.visitor, scene.id, asked)
    st.html(sheet.html)
    return sheet.rows


def _measures(scene: Scene, found: Cooperation, asked: Question) -> list[list[str]]:
    sheet = door.measures(scene.visitor, scene.id, asked)
    st.header(texts.MEASURES_TITLE)
    st.html(sheet.html + small(texts.MEASURES_NOTE))
    cooperation_part.explanation(found)
    return sheet.rows


def _checklist(scene: Scene, asked: Question) -> list[list[str]]:
    judged = door.checklist(scene.visitor, scene.id, asked)
    st.header(texts.CHECKLIST_TITLE)
    if judged.picture:
        said.picture(judged.picture)
    else:
        said.note(texts.CHECKLIST_FEW)
    if judged.sheet.html:
        st.html(judged.sheet.html + small(texts.TRUST_NOTE))
    return judged.sheet.rows
