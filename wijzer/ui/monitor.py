"""What the four pages of the monitor share: title, filters, forms, and why there is no figure."""

from dataclasses import dataclass

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Row
from wijzer.ui import choice, forms, said, things
from wijzer.ui.places import Place
from wijzer.ui.things import Scene

ALL = "alle"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for: a theme, an intervention and a year, each empty for all of them."""

    theme: str
    intervention: str
    year: int | None


def opening(place: Place, question: str) -> Scene:
    """The question, word for word; for the team the form that is open."""
    scene = things.scene(place)
    st.title(texts.WORD["question"][question])
    forms.show(scene)
    return scene


def filters(scene: Scene, years: list[int], periods: bool = True) -> Filters:
    """Theme, intervention and period; each in the URL. Nothing that cannot be chosen is shown."""
    interventions = scene.of("intervention")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        theme = _choose(scene, "filter-thema", texts.FILTER_THEME, texts.ALL_THEMES, _themes(scene))
        fitting = [
            row for row in interventions if not theme or theme in publish.many(row, "themes")
        ]
        chosen = _choose(
            scene, "filter-interventie", texts.FILTER_INTERVENTION, texts.ALL_INTERVENTIONS, fitting
        )
        year = _year(years) if periods else None
    return Filters(theme, chosen, year)


def _themes(scene: Scene) -> list[Row]:
    named = {id for row in scene.of("intervention") for id in publish.many(row, "themes")}
    return [row for row in scene.of("theme") if row["id"] in named]


def _choose(scene: Scene, param: str, label: str, every: str, rows: list[Row]) -> str:
    options = {ALL: every} | {row["id"]: things.name(row) for row in rows}
    elsewhere = [*scene.seen["theme"], *scene.seen["intervention"]]
    code = choice.select(param, label, options, ALL, elsewhere=elsewhere)
    return "" if code == ALL else code


def _year(years: list[int]) -> int | None:
    options = {ALL: texts.WHOLE_PERIOD} | {str(year): str(year) for year in years}
    code = choice.select("periode", texts.FILTER_PERIOD, options, ALL)
    return None if code == ALL else int(code)


def wanted(scene: Scene, found: Filters) -> list[Row]:
    """The interventions that the filters ask for."""
    return [
        row
        for row in scene.of("intervention")
        if found.intervention in ("", row["id"])
        and (not found.theme or found.theme in publish.many(row, "themes"))
    ]


def plan_of(scene: Scene) -> str:
    """Whether this neighbourhood has a monitor plan: present, absent or unknown."""
    if scene.of("monitor_plan"):
        return "present"
    return next((row["monitor"] for row in scene.of("plan")), "unknown")


def nothing(scene: Scene, kind: str) -> None:
    """Why there is no figure, and what to do about it: one of `texts.STATE`."""
    why, todo = texts.state(kind, scene.name)
    said.lead(why, todo)
