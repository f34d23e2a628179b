"""Focus: a light per intervention, what is covered, and one intervention from close by."""

from collections.abc import Iterable

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Focus
from wijzer.ui import (
    data,
    focus_detail,
    focus_door,
    focus_marks,
    links,
    monitor,
    said,
    tables,
    take,
)
from wijzer.ui.monitor import Filters
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The whole page below its title and filters."""
    if not entered(scene):
        monitor.nothing(scene, _why_nothing(scene))
        focus_detail.forms(scene, next(iter(_every(scene)), None))
        return
    top = st.container()
    asked = monitor.filters(scene, focus_door.years(scene.id))
    found = wanted(scene, asked)
    with top:
        _opening(scene, found)
    if not found:
        said.note(texts.FOCUS_NOT_FOUND)
        return
    _first_glance(scene, found, asked)
    _cover(scene, asked)
    focus_detail.show(scene, found[0], asked)
    _about(scene, found, asked)


def _every(scene: Scene) -> Iterable[Focus]:
    return focus_door.lights(scene.visitor, scene.id, focus_door.today(), None).values()


def entered(scene: Scene) -> bool:
    """Whether anything was entered of how the interventions are delivered."""
    return any(one.entered for one in _every(scene))


def _why_nothing(scene: Scene) -> str:
    return "no_plan" if monitor.plan_of(scene) == "absent" else "not_measured"


def wanted(scene: Scene, asked: Filters) -> list[Focus]:
    """The interventions that the filters ask for: first what runs, of which anything is known."""
    lights = focus_door.lights(scene.visitor, scene.id, focus_door.today(), asked.year)
    fitting = [lights[row["id"]] for row in monitor.wanted(scene, asked)]
    known = [one for one in fitting if one.entered or one.row["run"] == "running"]
    rows = fitting if asked.intervention else known
    return sorted(rows, key=lambda one: (one.row["run"] != "running", not one.entered))


def _opening(scene: Scene, found: list[Focus]) -> None:
    if example(scene, found):
        said.example(texts.EXAMPLE_MONITOR)
    limits = focus_door.limits(scene.visitor, scene.id)
    said.lead(publish.focus_sentence(found), publish.focus_worth(found, limits))


def example(scene: Scene, found: list[Focus]) -> bool:
    """Whether anything on the page is invented."""
    return _example(found) or publish.examples(scene.of("theme"))


def _example(found: list[Focus]) -> bool:
    return any(one.example for one in found)


def _first_glance(scene: Scene, found: list[Focus], asked: Filters) -> None:
    """Per intervention its light, why, the next step and the decision."""
    title = lights_title(scene, found)
    table = tables.table(
        title,
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
    part = in_area(scene, found, asked)
    along = take.of("focus-lichten", scene.place, monitor.codes(asked))
    st.html(table + (focus_marks.note(part) if part else "") + take.html(along, title))


def lights_title(scene: Scene, found: list[Focus]) -> str:
    """What the table of lights is called."""
    return texts.marked(texts.FOCUS_ROWS_TABLE.format(wijk=scene.name), _example(found))


def in_area(scene: Scene, found: list[Focus], asked: Filters) -> str:
    """How many sessions were held in the part in view; empty for the whole neighbourhood."""
    if scene.place.whole:
        return ""
    mine = scene.place.area.code
    codes = {code for code, area in data.areas().items() if mine in (code, area.wijk)}
    when = publish.window(focus_door.today(), asked.year)
    count = publish.in_area(found, frozenset(codes), when)
    return texts.focus_in_area(scene.place.area.name, count.here, count.unknown)


def _cover(scene: Scene, asked: Filters) -> None:
    rows = focus_door.cover(scene.visitor, scene.id, focus_door.today(), asked.year)
    st.header(texts.COVER_TITLE)
    caption = cover_title(scene)
    along = take.of("focus-dekking", scene.place, monitor.codes(asked))
    st.html(tables.table(caption, texts.COVER_HEADER, rows) + take.html(along, caption))


def cover_title(scene: Scene) -> str:
    """What the table of what is covered is called."""
    invented = publish.examples([*scene.of("intervention"), *scene.of("theme")])
    return texts.marked(texts.COVER_TABLE.format(wijk=scene.name), invented)


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
