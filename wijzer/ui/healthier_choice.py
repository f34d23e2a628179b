"""What is asked of Gezonder: outcome, round, theme, intervention and part of the neighbourhood."""

from dataclasses import dataclass

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.instruments import instruments
from wijzer.lists import CODES, TALK
from wijzer.model import Method
from wijzer.ui import choice, healthier_door, monitor
from wijzer.ui.choice import Chooser
from wijzer.ui.healthier_door import Codes, Where
from wijzer.ui.monitor import Filters
from wijzer.ui.things import Scene

EVERY = "*"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is asked for. `where` is None for a buurt within a subdistrict: nobody asked there."""

    outcome: str
    number: int
    filters: Filters
    where: Where | None


def choose(scene: Scene) -> Chosen:
    """Everything that can be chosen, each in the URL."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        outcome, number = _outcome_and_round(scene, choice)
    filters = monitor.filters(scene, None)
    return Chosen(outcome, number, filters, _where(scene, filters))


def asked(scene: Scene, by: Chooser) -> Chosen:
    """The same as it is chosen, without drawing."""
    outcome, number = _outcome_and_round(scene, by)
    filters = monitor.asked(scene, by, None)
    return Chosen(outcome, number, filters, _where(scene, filters))


def _outcome_and_round(scene: Scene, by: Chooser) -> tuple[str, int]:
    outcome = by.select(
        "uitkomst", texts.OUTCOME_CHOICE, _outcomes(scene, by.asked("uitkomst")), _default(scene)
    )
    return outcome, _round(scene, by, outcome)


def codes(chosen: Chosen) -> dict[str, str]:
    """All of it as it stands in a link."""
    round = {} if chosen.number == publish.START else {"ronde": str(chosen.number)}
    filters = monitor.codes(chosen.filters, periods=False)
    return {"uitkomst": chosen.outcome} | round | filters


def planned(scene: Scene) -> list[str]:
    """Instruments to measure with that the monitor plan names."""
    named = [id for row in scene.of("monitor_plan") for id in publish.many(row, "instruments")]
    return [id for id in dict.fromkeys(named) if id not in TALK]


def models(scene: Scene, theme: str = "") -> list[str]:
    """Model estimates that belong to the themes of the neighbourhood, or to one of them."""
    rows = [row for row in scene.of("theme") if theme in ("", row["id"])]
    found = dict.fromkeys(id for row in rows for id in publish.many(row, "indicators"))
    known = catalog.indicators()
    return [id for id in found if id in known and known[id].method is Method.MODEL]


def _outcomes(scene: Scene, code: str) -> dict[str, str]:
    """What can be measured first; then what people look for here, and is refused with a reason.

    `code` is what the link asks for.
    """
    words, forms = texts.WORD["instrument"], instruments()
    measured = healthier_door.measured(scene.id, scene.place.subdistricts)
    usable = dict.fromkeys([*measured, *planned(scene)])
    empty = [id for id in CODES["instrument"] if not forms[id].ready]
    options = {id: words[id] for id in usable if id not in empty}
    options |= {id: texts.OUTCOME_NO_ITEMS.format(naam=words[id]) for id in empty}
    options |= {id: texts.OUTCOME_TALK.format(naam=words[id]) for id in sorted(TALK)}
    extra = [] if code in TALK or not publish.refused(code) else [code]
    wanted = [*models(scene), *extra]
    names = catalog.indicators()
    return options | {
        id: texts.OUTCOME_MODEL.format(naam=names[id].name) for id in dict.fromkeys(wanted)
    }


def _default(scene: Scene) -> str:
    """The first instrument of the monitor plan that was used, else the one with most pairs."""
    measured = healthier_door.measured(scene.id, scene.place.subdistricts)
    plan = planned(scene)
    used = [id for id in plan if id in measured]
    most = healthier_door.most_pairs(scene.id, scene.place.subdistricts)
    ready = [id for id in plan if instruments()[id].ready]
    return next(iter([*used, *most, *measured, *ready]), "who5")


def _round(scene: Scene, by: Chooser, outcome: str) -> int:
    """The later round that is compared with the start."""
    areas = scene.place.subdistricts
    newest = healthier_door.newest(scene.visitor, scene.id, areas, outcome)
    if newest is None:
        return publish.START
    names = healthier_door.rounds(scene.id)
    known = healthier_door.later(scene.id, areas, outcome)
    options = {str(one): texts.first_upper(names[one]) for one in known}
    others = [*scene.seen["survey_round"], *map(str, range(100))]
    return int(by.select("ronde", texts.FILTER_ROUND, options, str(newest), others))


def _where(scene: Scene, filters: Filters) -> Where | None:
    place = scene.place
    slice = filters.intervention or filters.theme or EVERY
    area = EVERY if place.whole else place.area.code
    areas: Codes = place.subdistricts
    return Where(scene.id, areas, slice, area) if area in (EVERY, *areas) else None
