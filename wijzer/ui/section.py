"""A part of a page about one kind of thing: title, table or why there is none, and its forms."""

from collections.abc import Callable, Sequence

import streamlit as st

from wijzer import texts
from wijzer.publish import Row
from wijzer.ui import said, tables, things
from wijzer.ui.things import Scene

_WORDS = {
    "meeting": (
        texts.MEETINGS_TITLE, texts.MEETINGS_TABLE, texts.MEETINGS_HEADER, texts.NO_MEETINGS,
    ),
    "theme_group": (texts.GROUPS_TITLE, texts.GROUPS_TABLE, texts.GROUPS_HEADER, texts.NO_GROUPS),
    "idea": (texts.IDEAS_TITLE, texts.IDEAS_TABLE, texts.IDEAS_HEADER, texts.NO_IDEAS),
    "target_group": (
        texts.TARGET_GROUPS_TITLE, texts.TARGET_GROUPS_TABLE, texts.TARGET_GROUPS_HEADER,
        texts.NO_TARGET_GROUPS,
    ),
    "partner": (
        texts.PARTNERS_TITLE, texts.PARTNERS_TABLE, texts.PARTNERS_HEADER, texts.NO_PARTNERS,
    ),
    "factor": (texts.FACTORS_TITLE, texts.FACTORS_TABLE, texts.FACTORS_HEADER, texts.NO_FACTORS),
}  # fmt: skip
"""By kind: title, caption of the table, its header, and what to say when there is nothing."""


def show(
    scene: Scene,
    kind: str,
    row_of: Callable[[Scene, Row], Sequence[str]],
    help: str = "",
    after: Callable[[list[Row]], str] = lambda rows: "",
) -> None:
    """One kind in this neighbourhood. `after` says something about all rows together."""
    title, caption, header, none = _WORDS[kind]
    rows = scene.of(kind)
    st.header(title)
    if help:
        said.note(help)
    if rows:
        tables.show(caption.format(wijk=scene.name), header, [row_of(scene, row) for row in rows])
    if note := after(rows) if rows else none:
        said.note(note)
    things.edit_list(scene, kind, rows)
