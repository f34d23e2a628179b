"""How a thing that people entered looks: its name, its facts, and what can be done with it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from wijzer import access, publish, texts
from wijzer.access import Action, Visitor
from wijzer.kinds import KINDS
from wijzer.publish import Row
from wijzer.store import entries
from wijzer.store.entries import State
from wijzer.store.register import Register
from wijzer.ui import choice, data, entered, said, tables
from wijzer.ui import visitor as who
from wijzer.ui.places import Place

LONGEST_LABEL = 90


@dataclass(frozen=True, slots=True)
class Scene:
    """What every part of a page needs: where, who looks, and what they may see."""

    place: Place
    visitor: Visitor
    seen: State

    @property
    def id(self) -> str:
        """The neighbourhood's id."""
        return self.place.neighbourhood.id

    @property
    def name(self) -> str:
        """The neighbourhood's name."""
        return self.place.neighbourhood.name

    @property
    def may_enter(self) -> bool:
        """Whether this visitor may fill in forms."""
        return access.may(self.visitor, Action.ENTER)

    def of(self, kind: str) -> list[Row]:
        """The things of one kind in this neighbourhood."""
        return publish.of(self.seen, kind, self.id)


def scene(place: Place) -> Scene:
    """The scene of this run."""
    visitor = who.current()
    return Scene(place, visitor, entered.seen(visitor))


name = publish.named


def told(kind: str, row: Row, names: publish.Names, *fields: str) -> list[str]:
    """Fields of a thing as they read in a table; the word for what is not known."""
    by_name = {one.name: one for one in KINDS[kind].fields}
    return [names.value(by_name[one], row[one]) or texts.NOT_KNOWN for one in fields]


def ribbon(rows: Iterable[Row]) -> None:
    """A visible ribbon where anything on the page is invented."""
    said.ribbon(rows, texts.EXAMPLE_CONTENT)


def facts(scene: Scene, kind: str, row: Row, without: tuple[str, ...] = ()) -> None:
    """Everything that was filled in about a thing, as a list of label and value."""
    hidden = {texts.FIELD[one] for one in (*without, "source", "url")}
    found = publish.facts(kind, row, entered.names(scene.visitor))
    tables.pairs([(label, value) for label, value in found if label not in hidden])
    if "source" in row:
        said.published_at(row)


def tools(scene: Scene, kind: str, row: Row) -> None:
    """For the team: change it. For everybody: its history."""
    if scene.may_enter:
        edit_button(kind, row["id"], texts.EDIT)
    revisions = entered.history(scene.visitor, kind, row["id"])
    with st.expander(f"{texts.HISTORY}: {texts.KIND[kind].lower()} ({len(revisions)})"):
        tables.show(texts.HISTORY_TABLE, texts.HISTORY_HEADER, revisions)


def edit_button(kind: str, id: str, label: str, parent: str = "", where: str = "") -> None:
    """A button that opens the form of a thing. `where` tells two of the same thing apart."""
    st.button(
        label,
        key=f"vul-{where}{kind}-{id or parent}",
        on_click=open_form,
        args=(kind, id, parent),
        icon=":material/edit:" if id else ":material/add:",
    )


def open_form(kind: str, id: str, parent: str = "") -> None:
    """Open the form of a thing, or of a new one below a parent; typing has a place of its own."""
    choice.drop_form()
    choice.put("bewerk", f"{kind}:{id or entries.new_id(kind)}")
    row = entered.everything()[kind].get(id)
    opened = f"-r{row['revision']}" if row else ""
    choice.put("typ", entries.new_id("typ").removeprefix("typ-") + opened)
    if parent:
        choice.put("voor", parent)


NEW = "nieuw"
"""In a link, the id of a thing that is not there yet."""


def begin_form() -> None:
    """Give the new thing that a link asks for an id and a place for its typing of its own."""
    kind, _, id = choice.asked("bewerk").partition(":")
    if kind in KINDS and id == NEW:
        choice.put("bewerk", f"{kind}:{entries.new_id(kind)}")
        choice.put("typ", entries.new_id("typ").removeprefix("typ-"))


_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")


def asked_form() -> tuple[str, str, str]:
    """Kind and id of the form that the link asks for, and the place of its typing.

    The kind is empty when there can be no such form: an id that cannot be, or of another kind.
    """
    kind, _, id = choice.asked("bewerk").partition(":")
    others = (rows for other, rows in entered.everything().items() if other != kind)
    if kind not in KINDS or not _ID.fullmatch(id) or any(id in rows for rows in others):
        return "", "", ""
    typing = choice.asked("typ")
    return kind, id, typing if _ID.fullmatch(typing) else ""


def opened_at(typing: str, newest: int) -> int:
    """The revision that stood when a form was opened; the newest when its link does not say."""
    found = re.search(r"-r(\d{1,9})$", typing)
    return min(newest, max(1, int(found[1]))) if found else newest


def new_button(scene: Scene, kind: str, parent: str = "") -> None:
    """A button for a new thing of a kind, for the team."""
    if scene.may_enter:
        edit_button(kind, "", texts.NEW.format(kind=texts.KIND[kind].lower()), parent)


def edit_list(scene: Scene, kind: str, rows: Iterable[Row], parent: str = "") -> None:
    """For the team: one of these to change, or a new one."""
    if not scene.may_enter:
        return
    names = {row["id"]: name(row) for row in rows}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        new_button(scene, kind, parent)
        if names:
            label = texts.TO_EDIT.format(kind=texts.KIND[kind].lower())
            id = choice.select(f"kies-{kind}", label, names, elsewhere=list(scene.seen[kind]))
            edit_button(kind, id, texts.EDIT)


def again(
    what: Callable[[Register, Visitor, str, str, int, str], int],
    visitor: Visitor,
    kind: str,
    id: str,
    seen: int,
    why: str,
) -> None:
    """Take a change back or a thing out of use; says so when somebody else was first."""
    try:
        what(data.register(), visitor, kind, id, seen, why)
    except entries.Conflict:
        st.toast(texts.CHANGED_MEANWHILE)
