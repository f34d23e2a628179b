"""How the work goes: five steps in three phases, success factors, wijktypen, plan versions."""

import streamlit as st

from wijzer import publish, texts
from wijzer.kinds import KINDS
from wijzer.publish import Row
from wijzer.ui import choice, entered, said, section, tables, things
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """Everything about the way of working and its history."""
    # Two versions beside each other can name anything.
    shown = KINDS if scene.of("plan_version") else ("step", "factor", "plan")
    things.ribbon([*(row for kind in shown for row in scene.of(kind)), *_chosen(scene).values()])
    _steps(scene)
    _project(scene)
    section.show(scene, "factor", _factor_row, texts.FACTORS_HELP, _invest)
    _versions(scene)
    _types(scene)


def _steps(scene: Scene) -> None:
    st.header(texts.STEPS_TITLE)
    said.note(texts.STEPS_HELP)
    found = publish.steps(scene.seen, scene.id, "gwa")
    for cell, (phase, numbers) in zip(st.columns(3, gap="medium"), texts.STEP_PHASES, strict=True):
        with cell:
            st.subheader(phase)
            for number in numbers:
                statements = found.get(number, [])
                said.step(number, texts.STEPS[number - 1], publish.status(statements))
                for one in statements:
                    _statement(one)
    things.edit_list(scene, "step", scene.of("step"))


def _statement(row: Row) -> None:
    when = f" ({row['period']})" if row["period"] else ""
    said.plain(f"{row['text']}{when}")
    said.published_at(row)


def _project(scene: Scene) -> None:
    st.header(texts.PROJECT_TITLE)
    said.note(texts.PROJECT_HELP)
    found = publish.steps(scene.seen, scene.id, "project")
    tables.show(
        texts.PROJECT_TABLE,
        texts.PROJECT_HEADER,
        [
            [
                texts.PROJECT_PHASES[number] if number < 3 else str(number),
                row["period"] or texts.NOT_KNOWN,
                row["text"],
                row["source"] or "",
            ]
            for number, rows in found.items()
            for row in rows
        ],
    )
    for row in scene.of("plan"):
        said.plain(f"{things.name(row)}: {texts.MONITOR_PLAN[row['monitor']]} {row['text'] or ''}")
        said.published_at(row)
    things.edit_list(scene, "plan", scene.of("plan"))


def _invest(rows: list[Row]) -> str:
    named = [texts.WORD["factor"][row["factor"]] for row in rows if row["invest"]]
    return f"{texts.INVEST}: {texts.enumerate_words(named)}." if named else ""


def _factor_row(scene: Scene, row: Row) -> list[str]:
    status = row["status"] or "unknown"
    by = [row["judged_by"], texts.date(row["judged_on"]) if row["judged_on"] else None]
    return [
        texts.WORD["factor"].get(row["factor"] or "", ""),
        f"{texts.FACTOR_MARK[status]} {texts.WORD['factor_status'][status]}",
        row["text"] or "",
        ", ".join(filter(None, by)),
    ]


def _versions(scene: Scene) -> None:
    st.header(texts.VERSIONS_TITLE)
    said.note(texts.VERSIONS_HELP)
    rows = sorted(scene.of("plan_version"), key=lambda row: row["made_at"], reverse=True)
    things.edit_list(scene, "plan_version", rows)
    if not rows:
        said.note(texts.NO_VERSIONS)
        return
    names = {row["id"]: things.name(row) for row in rows}
    elsewhere = list(scene.seen["plan_version"])
    id = choice.select("versie", texts.VERSION_CHOICE, names, elsewhere=elsewhere)
    row = next(one for one in rows if one["id"] == id)
    moment = texts.moment(row["made_at"])
    said.plain(texts.VERSION_MADE.format(moment=moment, reden=row["reason"]))
    changes = entered.compared(scene.visitor, scene.id, id)
    if changes:
        title = texts.VERSION_TABLE.format(versie=things.name(row))
        tables.show(title, texts.VERSION_HEADER, changes)
    else:
        said.note(texts.VERSION_SAME)


def _types(scene: Scene) -> None:
    st.header(texts.TYPES_TITLE)
    said.note(texts.TYPES_HELP)
    chosen = _chosen(scene)
    names = entered.names(scene.visitor)
    areas = scene.place.subdistricts
    tables.show(
        texts.TYPES_TABLE.format(wijk=scene.name),
        texts.TYPES_HEADER,
        [_type_row(names.areas[code], chosen.get(code)) for code in areas],
    )
    said.note(
        f"{texts.NINE_TYPES}: {texts.enumerate_words(list(texts.WORD['wijktype'].values()))}."
    )
    things.edit_list(scene, "area_type", chosen.values())


def _chosen(scene: Scene) -> dict[str, Row]:
    """The types that were chosen in this neighbourhood, by area."""
    rows = {row["area"]: row for row in scene.seen["area_type"].values()}
    return {code: rows[code] for code in scene.place.subdistricts if code in rows}


def _type_row(area: str, row: Row | None) -> list[str]:
    if row is None:
        return [area, texts.TYPE_NOT_CHOSEN, "", ""]
    return [area, texts.WORD["wijktype"][row["type"]], row["chosen_by"] or "", row["text"] or ""]
