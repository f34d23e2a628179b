"""How a thing that people entered looks: its name, links to it, its facts, what can be done."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from wijzer import access, catalog, publish, texts
from wijzer.access import Action, Visitor
from wijzer.kinds import KINDS
from wijzer.publish import Row
from wijzer.store import entries
from wijzer.store.entries import State
from wijzer.store.register import Register
from wijzer.ui import choice, data, entered, frame, said, tables
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


def name(row: Row) -> str:
    """What a thing is called, with the mark of an example."""
    title = publish.title(row)
    marked = not row["example"] or title.startswith(texts.EXAMPLE_START)
    return title if marked else f"{title} ({texts.EXAMPLE_MARK})"


_WHERE = {
    "theme": ("themas", "thema", {"themadeel": "themas"}),
    "goal": ("plan", "doel", {"plandeel": "doelen"}),
    "intervention": ("plan", "interventie", {"plandeel": "mix"}),
}


def target(kind: str, row: Row) -> tuple[str, dict[str, str]]:
    """Page and codes of the view of a thing; an activity is shown with its intervention."""
    if kind == "activity":
        return "plan", {"plandeel": "mix", "interventie": row["intervention"]}
    page, param, more = _WHERE[kind]
    return page, more | {param: row["id"]}


def link(kind: str, row: Row, before: str = "") -> None:
    """A link to a thing, that can be shared: it carries the neighbourhood and the thing."""
    page, codes = target(kind, row)
    label = texts.in_markdown(f"{before}{name(row)}", LONGEST_LABEL)
    st.page_link(frame.page(page), label=label, query_params=choice.query(**codes))


def links(kind: str, rows: Iterable[Row], marks: dict[str, str] | None = None) -> None:
    """Links under each other, or the word that there are none."""
    rows = list(rows)
    if not rows:
        said.note(texts.THREAD_NOTHING)
    with st.container(gap="xxsmall"):
        for row in rows:
            mark = (marks or {}).get(str(row.get("run")), "")
            link(kind, row, f"{mark} " if mark else "")


def indicator_link(indicator: str, label: str) -> None:
    """A link to a figure on the profile."""
    st.page_link(
        frame.page("profiel"),
        label=texts.in_markdown(label, LONGEST_LABEL),
        query_params=choice.query(indicator=indicator),
    )


def indicator_links(indicators: Iterable[str]) -> None:
    """Links to figures on the profile, each once."""
    known = catalog.indicators()
    with st.container(gap="xxsmall"):
        for id in dict.fromkeys(indicators):
            if id in known:
                indicator_link(id, known[id].name)


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
    choice.put("bewerk", f"{kind}:{id or entries.new_id(kind)}")
    row = entered.everything()[kind].get(id)
    opened = f"-r{row['revision']}" if row else ""
    choice.put("typ", entries.new_id("typ").removeprefix("typ-") + opened)
    if parent:
        choice.put("voor", parent)
    else:
        choice.drop("voor")


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
