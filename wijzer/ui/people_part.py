"""For whom and with whom: target groups with their size, partners, hours and money."""

import streamlit as st

from wijzer import publish, texts
from wijzer.publish import Row
from wijzer.ui import entered, said, tables, things
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """Target groups, partners, and planned effort."""
    things.ribbon(row for kind in ("target_group", "partner") for row in scene.of(kind))
    _target_groups(scene)
    _partners(scene)
    _effort(scene)


def _target_groups(scene: Scene) -> None:
    st.header(texts.TARGET_GROUPS_TITLE)
    rows = scene.of("target_group")
    if rows:
        tables.show(
            texts.TARGET_GROUPS_TABLE.format(wijk=scene.name),
            texts.TARGET_GROUPS_HEADER,
            [_target_group_row(scene, row) for row in rows],
        )
    else:
        said.note(texts.NO_TARGET_GROUPS)
    things.edit_list(scene, "target_group", rows)


def _target_group_row(scene: Scene, row: Row) -> list[str]:
    if row["method"] is None:
        size, how = texts.SIZE_UNKNOWN, ""
    else:
        size, how = entered.size(scene.visitor, row["id"])
    first = texts.YES if row["priority"] else texts.NO
    return [things.name(row), size, how, first, texts.HIDDEN_GROUP if row["hidden"] else ""]


def _partners(scene: Scene) -> None:
    st.header(texts.PARTNERS_TITLE)
    rows = scene.of("partner")
    if rows:
        tables.show(
            texts.PARTNERS_TABLE.format(wijk=scene.name),
            texts.PARTNERS_HEADER,
            [_partner_row(scene, row) for row in rows],
        )
        if not any(row["lead"] for row in scene.of("intervention")):
            said.note(texts.LEADS_UNKNOWN)
    else:
        said.note(texts.NO_PARTNERS)
    things.edit_list(scene, "partner", rows)


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
