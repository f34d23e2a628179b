"""Plans, the four questions and lessons side by side: one table, and what belongs to it."""

from html import escape

import streamlit as st

from wijzer import catalog, texts
from wijzer.access import Visitor
from wijzer.publish.compare_side import Cell, Side
from wijzer.ui import beside_door, compare_lessons, links, said, tables, take, visitor
from wijzer.ui.places import Place
from wijzer.ui.tables import Made, Shown

PAGES = {"lessen": "leren"}
"""By part, the page that tells more of one neighbourhood; else the page has the part's own name."""
QUESTIONS = {page: question for question, page in links.MONITOR.items()}


def show(place: Place, part: str) -> None:
    """One part, below the title."""
    who = visitor.current()
    found = beside_door.side(who, part)
    if found.example:
        said.example(texts.EXAMPLE_MONITOR)
    said.lead(found.sentence, found.worth)
    st.header(texts.BESIDE_TITLE[part])
    if part == "lessen":
        _lessons(place, who, found)
        return
    known = {"question": QUESTIONS.get(part, "")}
    along = take.of(f"vergelijken-{part}", place, {"beeld": part})
    caption = texts.marked(texts.BESIDE_TABLE[part], found.example)
    st.html(_table(caption, found, known) + take.html(along, caption) + _more(part))
    if part == "themas":
        _listed(who)


def _table(caption: str, found: Side, known: dict[str, str], names: int = 1) -> str:
    """`names` is how many cells together name a row."""
    rows = [[_shown(cell) for cell in row] for row in found.rows]
    about = [known for _ in rows]
    told = compare_lessons.beside(compare_lessons.view(), found.header, rows, about, names=names)
    return _side(tables.table(caption, *told))


def _side(table: str) -> str:
    """A table with much text: on a phone it scrolls rather than becoming very long."""
    return f'<div class="wz-side">{table}</div>'


def _shown(cell: Cell) -> Shown:
    """Names stand under each other."""
    if isinstance(cell, str):
        return cell
    items = "".join(f"<li>{escape(name)}</li>" for name in cell.names)
    said = f"<p>{escape(cell.said)}</p>" if cell.said else ""
    return Made(f'{said}<ul class="wz-links">{items}</ul>')


def _more(part: str) -> str:
    """A link to the page of each neighbourhood, with what it is about."""
    each = [
        links.to_part(PAGES.get(part, part), one.name, wijk=id, deel="")
        for id, one in catalog.neighbourhoods().items()
    ]
    return f'<p class="wz-text">{texts.BESIDE_MORE} {" · ".join(each)}</p>'


def _listed(who: Visitor) -> None:
    """Each chosen theme with why, when and by whom."""
    found = beside_door.themes_listed(who)
    if found.rows:
        st.header(texts.THEMES_LISTED_TITLE)
        caption = texts.marked(texts.THEMES_LISTED_TABLE, found.example)
        st.html(_table(caption, found, {}, names=2))


def _lessons(place: Place, who: Visitor, found: Side) -> None:
    """The newest lessons, each with the view that it came from."""
    view = compare_lessons.view()
    new = compare_lessons.under(view, texts.BESIDE_SUBJECT["lessen"])
    if not found.rows:
        st.html(new + _more("lessen"))
        return
    rows: list[list[Shown]] = [
        [
            *map(_shown, cells),
            Made(links.to_view(row["link"])) if row["link"] else texts.NOTHING_CELL,
        ]
        for cells, (_, row) in zip(found.rows, beside_door.lesson_rows(who), strict=True)
    ]
    caption = texts.marked(texts.BESIDE_TABLE["lessen"], found.example)
    table = _side(tables.table(caption, [*found.header, texts.LESSONS_VIEW], rows))
    along = take.of("vergelijken-lessen", place, {"beeld": "lessen"})
    st.html(table + take.html(along, caption) + new + _more("lessen"))
