"""Under a page, for the team: the last change, what is not finished, and the examples."""

import streamlit as st

from wijzer import publish, texts
from wijzer.access import Visitor
from wijzer.publish import Row
from wijzer.store import content, entries
from wijzer.ui import choice, data, entered, said
from wijzer.ui.things import LONGEST_LABEL, Scene, again, edit_button, name


def show(scene: Scene) -> None:
    """All of it, when this visitor may enter anything."""
    if not scene.may_enter:
        return
    st.divider()
    st.subheader(texts.ENTER_TITLE)
    _last_change(scene)
    _unsaved()
    _drafts(scene)
    _examples(scene)


def _last_change(scene: Scene) -> None:
    found = entered.last_change()
    if found is None:
        return
    kind, row = found
    when, what = texts.moment(row["made_at"]), texts.KIND[kind].lower()
    said.note(texts.LAST_CHANGE.format(wat=what, naam=_told_name(kind, row), wanneer=when))
    st.button(
        texts.UNDO,
        key=f"terug-{kind}-{row['id']}-{row['revision']}",
        on_click=again,
        args=(entries.undo, scene.visitor, kind, row["id"], row["revision"], texts.UNDONE),
        icon=":material/undo:",
    )


def _told_name(kind: str, row: Row) -> str:
    """The name of a thing; of a quote without consent only that there is none."""
    without = texts.WORD["consent"].get(row.get("consent") or "none", "")
    return name(row) if publish.spoken(kind, row) else without


def _unsaved() -> None:
    """Forms in which something was typed: a way back to each."""
    found = entries.unsaved(data.register())
    if not found:
        return
    said.note(texts.UNSAVED)
    for row in found:
        kind, id, typing = row["form"].split(":", 2)
        label = texts.UNSAVED_FORM.format(
            kind=texts.KIND[kind].lower(), wanneer=texts.moment(row["made_at"])
        )
        st.button(label, key=f"verder-{row['form']}", on_click=_go_on, args=(kind, id, typing))


def _drafts(scene: Scene) -> None:
    """What was saved as a draft: a way to finish it."""
    found = publish.drafts(entered.everything(), scene.visitor)
    if found:
        said.note(texts.DRAFTS)
    for kind, row in found:
        label = f"{texts.KIND[kind]}: {_told_name(kind, row)}"
        edit_button(kind, row["id"], texts.in_markdown(label, LONGEST_LABEL), where="concept-")


def _go_on(kind: str, id: str, typing: str) -> None:
    choice.put("bewerk", f"{kind}:{id}")
    choice.put("typ", typing)


def _examples(scene: Scene) -> None:
    count = entered.example_count()
    if count:
        said.note(texts.EXAMPLES_HELP.format(aantal=texts.number(count)))
        st.button(
            texts.EXAMPLES_REMOVE,
            key="voorbeelden-weg",
            on_click=_remove_examples,
            args=(scene.visitor,),
        )


def _remove_examples(visitor: Visitor) -> None:
    content.remove_examples(data.register(), visitor)
