"""For whom and with whom: target groups with their size, partners, hours and money."""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Row
from wijzer.ui import entered, said, section, tables, things
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """Target groups, partners, and planned effort."""
    shown = ("target_group", "partner", "intervention")
    things.ribbon(row for kind in shown for row in scene.of(kind))
    section.show(scene, "target_group", _target_group_row)
    led = any(row["lead"] for row in scene.of("intervention"))
    section.show(
        scene, "partner", _partner_row, after=lambda rows: "" if led else texts.LEADS_UNKNOWN
    )
    _effort(scene)


def _target_group_row(scene: Scene, row: Row) -> list[str]:
    if row["method"] is None:
        size, how = texts.SIZE_UNKNOWN, ""
    else:
        size, how = entered.size(scene.visitor, row["id"])
    first = texts.YES if row["priority"] else texts.NO
    return [things.name(row), size, how, first, texts.HIDDEN_GROUP if row["hidden"] else ""]


def _partner_row(scene: Scene, row: Row) -> list[str]:
    every = scene.of("intervention")
    joins = [things.name(one) for one in every if row["id"] in publish.many(one, "partners")]
    leads = [things.name(one) for one in every if one["lead"] == row["id"]]
    names = entered.names(scene.visitor)
    roles = things.told("partner", row, names, "sector", "roles")
    return [things.name(row), *roles, "; ".join(joins), "; ".join(leads)]


def _effort(scene: Scene) -> None:
    st.header(texts.EFFORT_TITLE)
    rows = [row for row in scene.of("intervention") if row["hours"] or row["money"]]
    if not rows:
        said.note(texts.NO_EFFORT)
        return
    tables.show(
        texts.EFFORT_TABLE.format(wijk=scene.name),
        texts.EFFORT_HEADER,
        [
            [
                things.name(row),
                *(
                    texts.plain_number(row[name]) if row[name] else texts.NOT_KNOWN
                    for name in ("hours", "money")
                ),
            ]
            for row in rows
        ],
    )
