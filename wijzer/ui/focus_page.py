"""Focus: a light per intervention, what is covered, and one intervention from close by."""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Focus
from wijzer.ui import data, focus_detail, focus_door, focus_marks, links, monitor, said, tables
from wijzer.ui.monitor import Filters
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The whole page below its title and filters."""
    every = focus_door.lights(scene.visitor, scene.id, focus_door.today(), None)
    if not any(one.entered for one in every.values()):
        monitor.nothing(scene, _why_nothing(scene))
        focus_detail.forms(scene, next(iter(every.values()), None))
        return
    top = st.container()
    asked = monitor.filters(scene, focus_door.years(scene.id))
    found = _found(scene, asked)
    with top:
        _opening(scene, found)
    if not found:
        said.note(texts.FOCUS_NOT_FOUND)
        return
    _first_glance(scene, found, asked)
    _cover(scene, asked)
    focus_detail.show(scene, found[0], asked.year)
    _about(scene, found, asked)


def _why_nothing(scene: Scene) -> str:
    return "no_plan" if monitor.plan_of(scene) == "absent" else "not_measured"


def _found(scene: Scene, asked: Filters) -> list[Focus]:
    """The interventions that the filters ask for: first what runs, of which anything is known."""
    lights = focus_door.lights(scene.visitor, scene.id, focus_door.today(), asked.year)
    wanted = [lights[row["id"]] for row in monitor.wanted(scene, asked)]
    known = [one for one in wanted if one.entered or one.row["run"] == "running"]
    rows = wanted if asked.intervention else known
    return sorted(rows, key=lambda one: (one.row["run"] != "running", not one.entered))


def _opening(scene: Scene, found: list[Focus]) -> None:
    if _example(found) or publish.examples(scene.of("theme")):
        said.example(texts.EXAMPLE_MONITOR)
    limits = focus_door.limits(scene.visitor, scene.id)
    said.lead(publish.focus_sentence(found), publish.focus_worth(found, limits))


def _example(found: list[Focus]) -> bool:
    return any(one.example for one in found)


def _first_glance(scene: Scene, found: list[Focus], asked: Filters) -> None:
    """Per intervention its light, why, the next step and the decision."""
    table = tables.table(
        texts.marked(texts.FOCUS_ROWS_TABLE.format(wijk=scene.name), _example(found)),
        texts.FOCUS_ROWS_HEADER,
        [
            [
                tables.Made(links.each("intervention", [one.row], marked=True)[0]),
                tables.Made(focus_marks.light(one.code, one.light)),
                focus_marks.wide(one.why),
                one.next_step,
                one.decision,
            ]
            for one in found
        ],
    )
    part = "" if scene.place.whole else _in_area(scene, found, asked)
    st.html(table + part)


def _in_area(scene: Scene, found: list[Focus], asked: Filters) -> str:
    """How many sessions were held in the part of the neighbourhood in view."""
    mine = scene.place.area.code
    codes = {code for code, area in data.areas().items() if mine in (code, area.wijk)}
    when = publish.window(focus_door.today(), asked.year)
    count = publish.in_area(found, frozenset(codes), when)
    return focus_marks.note(texts.focus_in_area(scene.place.area.name, count.here, count.unknown))


def _cover(scene: Scene, asked: Filters) -> None:
    rows = focus_door.cover(scene.visitor, scene.id, focus_door.today(), asked.year)
    st.header(texts.COVER_TITLE)
    example = publish.examples([*scene.of("intervention"), *scene.of("theme")])
    caption = texts.marked(texts.COVER_TABLE.format(wijk=scene.name), example)
    tables.show(caption, texts.COVER_HEADER, rows)


def _about(scene: Scene, found: list[Focus], asked: Filters) -> None:
    """How a light is made, and the lights with their parts as a file."""
    with st.expander(texts.FOCUS_METHOD):
        said.listed(texts.FOCUS_METHOD_TEXT)
    day = focus_door.today()
    name = f"{scene.id}-focus-{asked.year or 'vanaf-begin'}-{day.isoformat()}.csv"
    said.download(
        texts.TAKE_TABLE,
        lambda: publish.table_csv(texts.FOCUS_CSV_HEADER, map(publish.focus_csv, found)),
        name,
    )
