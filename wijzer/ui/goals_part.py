"""Goals: the tree from theme to activity, and one goal with what it lacks and how far it is."""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Row
from wijzer.ui import choice, data, entered, links, said, tables, take, things
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The tree, the table, and one goal from close by."""
    rows = scene.of("goal")
    things.ribbon(told(scene))
    st.header(texts.TREE_TITLE)
    _tree(scene)
    if not rows:
        said.note(texts.NO_GOALS.format(wijk=scene.name))
        things.new_button(scene, "goal")
        return
    title = texts.GOALS_TABLE.format(wijk=scene.name)
    table = tables.table(title, texts.GOALS_HEADER, [goal_row(scene, row) for row in rows])
    along = take.of("plan-doelen", scene.place, {"plandeel": "doelen"})
    st.html(table + take.html(along, title))
    things.new_button(scene, "goal")
    _one(scene, rows)


def told(scene: Scene) -> list[Row]:
    """All that this part of the page may name."""
    shown = ("theme", "goal", "reading", "intervention", "activity", "target_group")
    return [row for kind in shown for row in scene.of(kind)]


def _tree(scene: Scene) -> None:
    """Theme → goal → intervention → activity, each a link; one theme open at a time."""
    for theme in publish.themes(scene.seen, scene.id, "chosen"):
        goals = publish.children(scene.seen, "goal", "theme", theme["id"])
        with st.expander(texts.in_markdown(things.name(theme)), expanded=bool(goals)):
            st.html(_branches(scene, theme, goals))


def _branches(scene: Scene, theme: Row, goals: list[Row]) -> str:
    """The tree of one theme as nested lists: its goals, then what is done for it."""
    aims = [links.to("goal", row, f"{texts.KIND['goal']}: ") for row in goals]
    found = publish.interventions_of(scene.seen, scene.id, theme["id"])
    work = [_branch(scene, row) for row in found]
    return links.to("theme", theme, f"{texts.KIND['theme']}: ") + links.as_list([*aims, *work])


def _branch(scene: Scene, row: Row) -> str:
    mark = texts.RUN_MARK[row["run"]]
    below = publish.children(scene.seen, "activity", "intervention", row["id"])
    activities = [links.to("activity", one, f"{texts.KIND['activity']}: ") for one in below]
    branch = links.to("intervention", row, f"{mark} {texts.KIND['intervention']}: ")
    return branch + links.as_list(activities) if activities else branch


def goal_row(scene: Scene, row: Row) -> list[str]:
    """A goal in the table of all goals: from its name to where it stands."""
    unit = publish.unit_of(row)
    theme = publish.title(scene.seen["theme"].get(row["theme"]))
    day = texts.date(row["target_day"]) if row["target_day"] else texts.NOT_KNOWN
    standing = publish.standing(row, entered.current(scene.visitor, row["id"], _area(scene, row)))
    return [
        things.name(row),
        theme,
        _amount(row["baseline"], unit),
        _amount(row["target"], unit),
        day,
        row["owner"] or texts.NOT_KNOWN,
        f"{standing.mark} {standing.word}",
    ]


def _amount(value: float | None, unit: str) -> str:
    return texts.NOT_KNOWN if value is None else texts.amount(value, unit, 1)


def _area(scene: Scene, row: Row) -> str:
    return str(row["area"] or scene.place.neighbourhood.code)


def _one(scene: Scene, rows: list[Row]) -> None:
    names = {row["id"]: things.name(row) for row in rows}
    id = choice.select("doel", texts.GOAL_CHOICE, names, elsewhere=list(scene.seen["goal"]))
    row = next(one for one in rows if one["id"] == id)
    st.header(texts.in_markdown(things.name(row)), anchor="doel")
    said.plain(_line(row))
    left, right = st.columns(2, gap="large")
    with left:
        _smart(row)
        _needed(scene, row)
        _progress(scene, row)
    with right:
        things.facts(scene, "goal", row, ("title", "theme"))
        _thread(scene, row)
    things.tools(scene, "goal", row)
    _readings(scene, row)


def _readings(scene: Scene, row: Row) -> None:
    """What was measured for a goal with a measure of its own."""
    found = sorted(
        publish.children(scene.seen, "reading", "goal", row["id"]), key=lambda one: str(one["day"])
    )
    if found:
        st.subheader(texts.READINGS_TITLE)
        tables.show(
            texts.READINGS_TABLE.format(doel=things.name(row)),
            texts.READINGS_HEADER,
            [publish.reading(row, one) for one in found if one["day"]],
        )
    if row["measure"]:
        things.edit_list(scene, "reading", found, row["id"])


def _line(row: Row) -> str:
    if None in (row["baseline"], row["target"]):
        return texts.GOAL_NOT_SET
    unit = publish.unit_of(row)
    ends = {"begin": _amount(row["baseline"], unit), "streef": _amount(row["target"], unit)}
    if row["target_day"] is None:
        return texts.GOAL_LINE_SHORT.format(**ends)
    return texts.GOAL_LINE.format(dag=texts.date(row["target_day"]), **ends)


def _smart(row: Row) -> None:
    st.subheader(texts.SMART_TITLE)
    said.note(texts.SMART_HELP)
    tables.show(
        texts.SMART_TABLE,
        texts.SMART_HEADER,
        [
            [word, f"● {texts.SMART_GOOD}" if good else f"○ {texts.SMART_BAD}", todo]
            for word, good, todo in publish.smart(row)
        ],
    )


def _needed(scene: Scene, row: Row) -> None:
    st.subheader(texts.NEEDED_TITLE)
    area = _area(scene, row)
    inhabitants, _ = data.inhabitants(area)
    said.plain(publish.needed(row, inhabitants, data.areas()[area].name))


def _progress(scene: Scene, row: Row) -> None:
    st.subheader(texts.PROGRESS_TITLE)
    now = entered.current(scene.visitor, row["id"], _area(scene, row))
    standing = publish.standing(row, now)
    said.plain(f"{standing.mark} {standing.word}")
    said.plain(standing.sentence)


def _thread(scene: Scene, row: Row) -> None:
    """The thread both ways: figure and theme above, interventions and activities below."""
    theme = scene.seen["theme"].get(row["theme"])
    found = publish.interventions_of(scene.seen, scene.id, row["theme"], row["id"])
    ids = {one["id"] for one in found}
    activities = [one for one in scene.of("activity") if one["intervention"] in ids]
    links.under(
        (texts.THREAD_INDICATOR, links.indicators([row["indicator"]] if row["indicator"] else [])),
        (texts.THREAD_THEME, links.each("theme", [theme] if theme else [])),
        (texts.THREAD_INTERVENTION, links.each("intervention", found, marked=True)),
        (texts.THREAD_ACTIVITY, links.each("activity", activities, marked=True)),
    )
    things.new_button(scene, "intervention", row["id"])
