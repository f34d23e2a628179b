"""The library of interventions that were used elsewhere, with their recognition."""

import streamlit as st

from wijzer import publish, texts
from wijzer.lists import CODES
from wijzer.publish import Row
from wijzer.ui import choice, said, tables, things
from wijzer.ui.things import Scene


def show(scene: Scene) -> None:
    """The library, by pillar, thread and recognition; and the same as a file."""
    every = sorted(scene.seen["library"].values(), key=lambda row: str(row["title"]).lower())
    things.ribbon(every)
    st.header(texts.LIBRARY_TITLE)
    said.plain(texts.LIBRARY_LEAD.format(aantal=len(every)))
    said.note(texts.RECOGNITION_WORTH)
    with st.container(horizontal=True):
        pillar = _choose("pijler", texts.LIBRARY_PILLAR, "pillar")
        thread = _choose("draad", texts.LIBRARY_THREAD, "thread")
        level = _choose("erkenning", texts.LIBRARY_LEVEL, "recognition")
    rows = [
        row
        for row in every
        if pillar in (choice.ALL, *publish.many(row, "pillars"))
        and thread in (choice.ALL, *publish.many(row, "threads"))
        and level in (choice.ALL, row["recognition"])
    ]
    said.note(texts.LIBRARY_FOUND.format(aantal=len(rows), totaal=len(every)))
    if rows:
        _table(rows)
    else:
        said.note(texts.LIBRARY_NONE)
    things.edit_list(scene, "library", rows)


def _choose(param: str, label: str, codes: str) -> str:
    options = {choice.ALL: texts.ALL_OF_THEM} | {
        one: texts.WORD[codes][one] for one in CODES[codes]
    }
    return choice.select(param, label, options, choice.ALL)


def _table(rows: list[Row]) -> None:
    found = [_row(row) for row in rows]
    tables.show(texts.LIBRARY_TABLE, texts.LIBRARY_HEADER, found)
    said.download(
        texts.TAKE_TABLE,
        lambda: publish.table_csv(texts.LIBRARY_HEADER, map(_plain, found)),
        "bibliotheek.csv",
    )


def _row(row: Row) -> list[tables.Shown]:
    pillars = [texts.WORD["pillar"][one] for one in publish.many(row, "pillars")]
    since = f", {texts.date(row['recognised_on'])}" if row["recognised_on"] else ""
    checked = texts.date(row["checked_on"]) if row["checked_on"] else texts.NO_MARKED
    where = row["register_name"] or row["source"] or texts.NOT_KNOWN
    return [
        things.name(row),
        row["audience"] or texts.NOT_KNOWN,
        texts.enumerate_words(pillars),
        texts.WORD["recognition"].get(row["recognition"] or "", texts.NOT_KNOWN) + since,
        checked,
        tables.Link(where, row["url"] or ""),
    ]


def _plain(row: list[tables.Shown]) -> list[str]:
    return [f"{one.text} {one.url}".strip() if isinstance(one, tables.Link) else str(one)
            for one in row]  # fmt: skip
