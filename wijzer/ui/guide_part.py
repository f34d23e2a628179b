"""The Wegwijzer: experiences, knowledge and tools by question of the monitor."""

from html import escape

import streamlit as st

from wijzer import publish, texts
from wijzer.lists import CODES
from wijzer.publish import Row
from wijzer.ui import choice, said, tables, things
from wijzer.ui.things import Scene

_FILTERS = (
    ("stap", texts.GUIDE_STEP, "road", "steps"),
    ("over", texts.GUIDE_DOMAIN, "domain", "domains"),
    ("lezer", texts.GUIDE_READER, "readers", "readers"),
)
"""Code in the link, label, list of codes, and field of the item."""


def show(scene: Scene) -> None:
    """All items that the filters ask for, under the question that they are about."""
    every = [row for row in scene.seen["guide"].values() if _here(scene, row)]
    st.header(texts.GUIDE_TITLE)
    said.note(texts.GUIDE_LEAD if every else texts.GUIDE_EMPTY)
    rows = _wanted(every) if every else []
    things.ribbon(rows)
    if every:
        said.note(texts.GUIDE_FOUND.format(aantal=len(rows), totaal=len(every)))
        st.html(_sections(rows) if rows else f"<p>{escape(texts.GUIDE_NONE)}</p>")
    things.edit_list(scene, "guide", rows)


def _here(scene: Scene, row: Row) -> bool:
    """Items are for everybody, unless they name neighbourhoods."""
    named = publish.many(row, "neighbourhoods")
    return not named or scene.id in named


def _wanted(rows: list[Row]) -> list[Row]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        shelf = _choose("plank", texts.GUIDE_SHELF, "shelf")
        asked = [(field, _choose(param, label, list)) for param, label, list, field in _FILTERS]
    found = [row for row in rows if shelf in (choice.ALL, row["shelf"])]
    return [
        row
        for row in sorted(found, key=lambda row: (_shelf(row), str(row["title"]).lower()))
        if all(code in (choice.ALL, *publish.many(row, field)) for field, code in asked)
    ]


def _choose(param: str, label: str, codes: str) -> str:
    words = texts.WORD[codes]
    options = {choice.ALL: texts.ALL_OF_THEM} | {
        one: texts.first_upper(words[one]) for one in CODES[codes]
    }
    return choice.select(param, label, options, choice.ALL)


def _shelf(row: Row) -> int:
    return CODES["shelf"].index(row["shelf"])


def _sections(rows: list[Row]) -> str:
    """What is about all questions or none stands first, then each question with its items."""
    every = len(CODES["question"])
    general = [row for row in rows if len(publish.many(row, "questions")) in (0, every)]
    found = [(texts.GUIDE_GENERAL, general)]
    for question in CODES["question"]:
        about = [row for row in rows if question in publish.many(row, "questions")]
        found.append(
            (texts.WORD["question"][question], [row for row in about if row not in general])
        )
    return "".join(_section(title, items) for title, items in found if items)


def _section(title: str, rows: list[Row]) -> str:
    items = "".join(f"<li>{_item(row)}</li>" for row in rows)
    return f'<h3>{escape(title)}</h3><ul class="wz-guide wz-shelf">{items}</ul>'


def _item(row: Row) -> str:
    name = tables.link(things.name(row), row["url"] or "")
    words = [texts.WORD["shelf"][row["shelf"]], *_words(row, "steps", "road")]
    words += _words(row, "domains", "domain")
    about = texts.first_upper(" · ".join(words))
    readers = texts.enumerate_words(_words(row, "readers", "readers"))
    whom = f" {texts.GUIDE_FOR} {readers}." if readers else ""
    source = f" {texts.SOURCE}: {row['source']}" if row["source"] else ""
    return (
        f"<b>{name}</b>"
        f'<p class="wz-text">{escape(row["text"] or "")}</p>'
        f'<p class="wz-source">{escape(f"{about}.{whom}{source}")}</p>'
    )


def _words(row: Row, field: str, codes: str) -> list[str]:
    return [texts.WORD[codes][one] for one in publish.many(row, field)]
