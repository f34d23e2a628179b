"""What the four pages of the monitor share: title, filters, forms, and why there is no figure."""

from dataclasses import dataclass

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Row
from wijzer.ui import choice, forms, said, things
from wijzer.ui.choice import Chooser
from wijzer.ui.places import Place
from wijzer.ui.things import Scene


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


def filters(scene: Scene, years: list[int] | None) -> Filters:
    """Theme, intervention and period; each in the URL. Nothing that cannot be chosen is shown."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return asked(scene, choice, years)


def asked(scene: Scene, by: Chooser, years: list[int] | None) -> Filters:
    """The same as it is chosen; without `years` there is no period to choose."""
    theme = _choose(scene, by, "filter-thema", texts.FILTER_THEME, texts.ALL_THEMES, _themes(scene))
    fitting = [
        row for row in scene.of("intervention") if not theme or theme in publish.many(row, "themes")
    ]
    chosen = _choose(
        scene, by, "filter-interventie", texts.FILTER_INTERVENTION, texts.ALL_INTERVENTIONS, fitting
    )
    return Filters(theme, chosen, None if years is None else _year(by, years))


def codes(found: Filters, periods: bool = True) -> dict[str, str]:
    """The filters as they stand in a link."""
    named = {
        "filter-thema": found.theme or choice.ALL,
        "filter-interventie": found.intervention or choice.ALL,
    }
    return named | ({"periode": str(found.year or choice.ALL)} if periods else {})


def in_words(scene: Scene, found: Filters) -> tuple[tuple[str, str], ...]:
    """The filters that are on, as label and name."""
    theme = scene.seen["theme"].get(found.theme)
    chosen = scene.seen["intervention"].get(found.intervention)
    said = (
        (texts.FILTER_THEME, things.name(theme) if theme else ""),
        (texts.FILTER_INTERVENTION, things.name(chosen) if chosen else ""),
        (texts.FILTER_PERIOD, str(found.year or "")),
    )
    return tuple((label, name) for label, name in said if name)


def _themes(scene: Scene) -> list[Row]:
    named = {id for row in scene.of("intervention") for id in publish.many(row, "themes")}
    return [row for row in scene.of("theme") if row["id"] in named]


def _choose(scene: Scene, by: Chooser, param: str, label: str, every: str, rows: list[Row]) -> str:
    options = {choice.ALL: every} | {row["id"]: things.name(row) for row in rows}
    elsewhere = [*scene.seen["theme"], *scene.seen["intervention"]]
    code = by.select(param, label, options, choice.ALL, elsewhere=elsewhere)
    return "" if code == choice.ALL else code


def _year(by: Chooser, years: list[int]) -> int | None:
    options = {choice.ALL: texts.WHOLE_PERIOD} | {str(year): str(year) for year in years}
    code = by.select("periode", texts.FILTER_PERIOD, options, choice.ALL)
    return None if code == choice.ALL else int(code)


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
