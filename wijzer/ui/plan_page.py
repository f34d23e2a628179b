"""What are we going to do: the mix of interventions by theme and pillar, and one in full."""

import streamlit as st

from wijzer import publish, texts
from wijzer.lists import CODES
from wijzer.publish import Row
from wijzer.ui import choice, entered, forms, links, said, tables, take, things
from wijzer.ui.choice import Chooser
from wijzer.ui.places import Place
from wijzer.ui.things import Scene

PILLARS = CODES["pillar"]


def opening(place: Place) -> Scene:
    """Title and the plan in one sentence; for the team the form."""
    scene = things.scene(place)
    st.title(texts.PLAN_TITLE.format(wijk=scene.name))
    found = entered.matrix(scene.visitor, scene.id, "")
    said.lead(found.sentence, " ".join(_worth(scene)))
    forms.show(scene)
    return scene


def _worth(scene: Scene) -> list[str]:
    return [texts.MONITOR_PLAN[row["monitor"]] for row in scene.of("plan")]


def part() -> str:
    """Which part of the page is shown."""
    return choice.buttons("plandeel", texts.PLAN_PART, texts.PLAN_PARTS)


def mix(scene: Scene) -> None:
    """Theme × pillar, what lacks, and one intervention in full."""
    rows = scene.of("intervention")
    things.ribbon(told(scene))
    st.header(texts.MATRIX_TITLE)
    if not rows:
        said.note(texts.NO_INTERVENTIONS.format(wijk=scene.name))
        things.new_button(scene, "intervention")
        return
    said.note(f"{texts.MATRIX_HELP} {texts.run_legend()}")
    chosen = audience(scene, choice)
    found = entered.matrix(scene.visitor, scene.id, chosen)
    _grid(scene, found, chosen)
    st.subheader(texts.GAPS_TITLE)
    said.listed(found.gaps or [texts.NO_GAPS])
    things.new_button(scene, "intervention")
    _intervention(scene, rows)


def told(scene: Scene) -> list[Row]:
    """All that this part of the page may name."""
    shown = ("theme", "intervention", "activity", "goal", "target_group", "partner")
    library = _library(scene, scene.of("intervention"))
    return [*(row for kind in shown for row in scene.of(kind)), *library]


def _library(scene: Scene, rows: list[Row]) -> list[Row]:
    """What these interventions are, elsewhere."""
    found = (scene.seen["library"].get(row["library"] or "") for row in rows)
    return [one for one in found if one]


def audience(scene: Scene, by: Chooser) -> str:
    """The target group that is chosen; empty for everybody."""
    groups = {row["id"]: things.name(row) for row in scene.of("target_group")}
    if not groups:
        return ""
    every = {choice.ALL: texts.EVERYBODY, **groups}
    elsewhere = list(scene.seen["target_group"])
    chosen = by.select("doelgroep", texts.MATRIX_FOR, every, choice.ALL, elsewhere)
    return "" if chosen == choice.ALL else chosen


def codes(audience: str) -> dict[str, str]:
    """What is chosen for the mix, as it stands in a link."""
    return {"plandeel": "mix", "doelgroep": audience or choice.ALL}


def mix_header() -> list[str]:
    """The header of the mix: a column per pillar."""
    pillars = [texts.first_upper(texts.WORD["pillar"][one]) for one in PILLARS]
    return [texts.THEME_CHOICE, *pillars]


def _grid(scene: Scene, found: publish.Matrix, audience: str) -> None:
    """A row per theme, a column per pillar, a link per intervention."""
    rows = [
        [name, *(_cell(found.cells[theme, pillar]) for pillar in PILLARS)]
        for theme, name in found.rows
    ]
    title = texts.MATRIX_TABLE.format(wijk=scene.name)
    along = take.of("plan-mix", scene.place, codes(audience))
    st.html(tables.table(title, mix_header(), rows) + take.html(along, title))


def _cell(rows: list[Row]) -> tables.Shown:
    if not rows:
        return texts.NOTHING_HERE
    return tables.Made(links.as_list(links.each("intervention", rows, marked=True)))


def _intervention(scene: Scene, rows: list[Row]) -> None:
    st.header(texts.INTERVENTION_TITLE, anchor="interventie")
    names = {row["id"]: things.name(row) for row in rows}
    elsewhere = list(scene.seen["intervention"])
    id = choice.select("interventie", texts.INTERVENTION_CHOICE, names, elsewhere=elsewhere)
    row = next(one for one in rows if one["id"] == id)
    st.subheader(f"{texts.RUN_MARK[row['run']]} {texts.in_markdown(things.name(row))}")
    if row["owner"]:
        said.plain(texts.OWNER_LINE.format(wie=row["owner"]))
    left, right = st.columns([3, 2], gap="large")
    with left:
        things.facts(scene, "intervention", row, ("title", "neighbourhood", "owner"))
        things.tools(scene, "intervention", row)
    with right:
        _recognition(scene, row)
        _back(scene, row)
    _activities(scene, row)


def _recognition(scene: Scene, row: Row) -> None:
    known = scene.seen["library"].get(row["library"] or "")
    if known:
        said.plain(texts.recognition(known["recognition"], known["recognised_on"],
                                     known["checked_on"]))  # fmt: skip
        said.note(texts.RECOGNITION_WORTH)


def _back(scene: Scene, row: Row) -> None:
    """The thread back: goals, themes and figures that this intervention is for."""
    ids = publish.many(row, "themes")
    themes = [theme for id in ids if (theme := scene.seen["theme"].get(id))]
    named = set(publish.many(row, "goals"))
    goals = [one for one in scene.of("goal") if one["id"] in named or one["theme"] in ids]
    figures = [id for theme in themes for id in publish.many(theme, "indicators")]
    links.under(
        (texts.THREAD_THEME, links.each("theme", themes)),
        (texts.THREAD_GOAL, links.each("goal", goals)),
        (texts.THREAD_INDICATOR, links.indicators(figures)),
        (texts.THREAD_MONITOR, links.monitor(row["id"])),
    )


def _activities(scene: Scene, row: Row) -> None:
    st.subheader(texts.ACTIVITIES_TITLE)
    found = publish.children(scene.seen, "activity", "intervention", row["id"])
    if found:
        names = entered.names(scene.visitor)
        tables.show(
            texts.ACTIVITIES_TABLE.format(naam=things.name(row)),
            texts.ACTIVITIES_HEADER,
            [
                [
                    things.name(one),
                    *things.told("activity", one, names, "run"),
                    texts.date(one["day"]) if one["day"] else one["period"] or texts.NOT_KNOWN,
                    *things.told("activity", one, names, "area", "rung", "lead"),
                ]
                for one in found
            ],
        )
    else:
        said.note(texts.NO_ACTIVITIES)
    things.edit_list(scene, "activity", found, row["id"])


def loose_ends(scene: Scene) -> None:
    """For the team: what hangs on nothing."""
    if not scene.may_enter:
        return
    found = publish.loose_ends(scene.seen, scene.id)
    with st.expander(f"{texts.LOOSE_TITLE} ({len(found)})"):
        things.ribbon(row for _, row, _ in found)
        said.note(texts.LOOSE_HELP if found else texts.NO_LOOSE)
        for number, (kind, row, lacks) in enumerate(found):
            with st.container(horizontal=True, vertical_alignment="center"):
                said.plain(f"{texts.KIND[kind]} ‘{things.name(row)}’ {lacks}.")
                things.edit_button(kind, row["id"], texts.EDIT, where=f"los-{number}-")
