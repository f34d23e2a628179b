"""The four questions of the monitor on a factsheet: one honest line each, as on their pages."""

from collections.abc import Callable

from wijzer import publish, texts
from wijzer.export.factsheet import Line
from wijzer.ui import (
    cooperation_door,
    cooperation_page,
    focus_door,
    focus_page,
    healthier_choice,
    healthier_door,
    healthier_page,
    monitor,
    reach_door,
    reach_page,
)
from wijzer.ui.things import Scene
from wijzer.ui.tiles.wish import Wish

Said = tuple[str, str, bool]
"""Sentence, what it is worth, and whether anything under it is invented."""


def lines(wish: Wish) -> tuple[Line, ...]:
    """A line per question, with the choices that its page begins with."""
    return tuple(
        Line(texts.WORD["question"][question], *said(wish)) for question, said in _LINES.items()
    )


def _reach(wish: Wish) -> Said:
    scene = wish.scene
    years = reach_door.reached(wish.visitor, wish.neighbourhood).years
    if not years:
        return _nothing(scene)
    asked = reach_page.ask(scene, monitor.asked(scene, wish, years))
    opening = reach_door.opening(asked)
    example = reach_page.example(scene, opening)
    if opening.nobody:
        return texts.REACH_NOBODY, texts.FACTSHEET_WAIT, example
    return opening.lead, opening.worth, example


def _healthier(wish: Wish) -> Said:
    scene = wish.scene
    chosen = healthier_choice.asked(scene, wish)
    view = healthier_page.view_of(scene, chosen)
    if view is None:
        return (texts.BUURT_NOT_ASKED, "", False) if chosen.where is None else _nothing(scene)
    known = healthier_door.answers(scene.id, scene.place.subdistricts)
    sentence, worth = view.message
    return sentence, _on_paper(worth), known.example(chosen.outcome)


def _on_paper(worth: str) -> str:
    """What it is worth; what to choose on the page is of no use on paper."""
    return texts.FACTSHEET_PROTECTS if worth == texts.OUTCOME_TOO_FEW_TO_DO else worth


def _cooperation(wish: Wish) -> Said:
    scene = wish.scene
    found = cooperation_door.found(wish.visitor, scene.id)
    if not found.waves:
        return _nothing(scene, "too_few" if found.hidden else "")
    asked = cooperation_page.ask(scene, found, wish)
    sentence, worth = publish.what_changed(cooperation_door.compared(wish.visitor, scene.id, asked))
    whole = "" if scene.place.whole else texts.WHOLE_ONLY
    return sentence, f"{worth} {whole}".strip(), found.example


def _focus(wish: Wish) -> Said:
    scene = wish.scene
    if not focus_page.entered(scene):
        return _nothing(scene)
    found = focus_page.wanted(scene, monitor.asked(scene, wish, focus_door.years(scene.id)))
    worth = publish.focus_worth(found, focus_door.limits(wish.visitor, scene.id))
    return publish.focus_sentence(found), worth, focus_page.example(scene, found)


def _nothing(scene: Scene, kind: str = "") -> Said:
    """Why there is nothing to say, and what to do about it."""
    absent = monitor.plan_of(scene) == "absent"
    return *texts.state(kind or ("no_plan" if absent else "not_measured"), scene.name), False


_LINES: dict[str, Callable[[Wish], Said]] = {
    "reach": _reach,
    "healthier": _healthier,
    "cooperation": _cooperation,
    "focus": _focus,
}
