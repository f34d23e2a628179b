"""The form of one thing: drawn from its fields, kept while it is typed, saved when it is right."""

from dataclasses import dataclass

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.kinds import CODES, KINDS, Field, Form, Kind, Problem
from wijzer.publish import Row
from wijzer.store import entries
from wijzer.store.entries import Conflict, Invalid, Saving
from wijzer.store.register import Refused
from wijzer.ui import choice, data, entered, fields, focus_door, frame, said, tables, things
from wijzer.ui.fields import Filled
from wijzer.ui.things import Scene


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form that is open: which thing, as it stands (None when new), and what was typed."""

    kind: Kind
    id: str
    row: Row | None
    typed: Filled | None
    seen: int
    key: str

    @property
    def revision(self) -> int:
        """The revision that stands now; 0 for a new thing."""
        return int(self.row["revision"]) if self.row else 0


def show(scene: Scene) -> None:
    """The form that the link asks for, when this visitor may fill it in."""
    if not choice.asked("bewerk"):
        return
    if not scene.may_enter:
        st.info(texts.MAY_NOT_ENTER)
        return
    things.begin_form()
    kind, id, typing = things.asked_form()
    if not kind:
        st.warning(texts.NO_SUCH_FORM)
        return
    with st.container(border=True, key="formulier"):
        _form(scene, _sheet(KINDS[kind], id, typing))


def _sheet(kind: Kind, id: str, typing: str) -> Sheet:
    row = entered.everything()[kind.id].get(id)
    key = f"{kind.id}:{id}:{typing}"
    typed = entries.typed(data.register(), kind.id, key)
    newest = int(row["revision"]) if row else 0
    seen = things.opened_at(typing, newest) if typed is None else int(typed.pop(entries.SEEN))
    return Sheet(kind, id, row, typed, seen, key)


def _form(scene: Scene, sheet: Sheet) -> None:
    label = texts.KIND[sheet.kind.id]
    title = texts.EDIT_TITLE if sheet.row else texts.NEW
    st.header(title.format(kind=label if sheet.row else label.lower()))
    said.note(texts.NO_NAMES if sheet.typed is None else texts.TYPED_KEPT)
    if sheet.seen < sheet.revision and sheet.typed is not None:
        _conflict(scene, sheet)
        return
    start = sheet.typed or _start(scene, sheet)
    filled = fields.draw(scene, sheet.kind, f"{sheet.key}-{sheet.seen}", start)
    why = _why(sheet)
    example = _example(sheet)
    changed = _keep(scene, sheet, start, filled)
    if sheet.seen < sheet.revision:
        # Somebody else saved while this form was open: first keep what was typed, then tell.
        if not changed:
            things.open_form(sheet.kind.id, sheet.id)
        st.rerun()
    _buttons(scene, sheet, filled, why, example)


def _start(scene: Scene, sheet: Sheet) -> Filled:
    """What a form begins with: the thing as it is, else the neighbourhood and parent in view."""
    if sheet.row:
        revisions = entries.history(data.register(), sheet.kind.id, sheet.id)
        return entries.body_of(sheet.kind.id, revisions[sheet.seen - 1])
    parent = choice.asked("voor")
    known = {id: kind for kind, rows in entered.everything().items() for id in rows}
    begun: Filled = dict.fromkeys(sheet.kind.names)
    for one in sheet.kind.fields:
        if one.form in (Form.NEIGHBOURHOOD, Form.NEIGHBOURHOODS):
            begun[one.name] = (scene.id,) if one.form.many else scene.id
        if one.form in (Form.REF, Form.REFS) and parent and known.get(parent) == one.of:
            begun[one.name] = (parent,) if one.form.many else parent
        if wished := _wished(one):
            begun[one.name] = wished
    if sheet.kind.id == "focus_review" and begun["intervention"]:
        light = focus_door.computed(scene.visitor, scene.id, begun["intervention"])
        begun |= {"computed": light or None, "light": light or None}
    return begun


def _wished(one: Field) -> str:
    """What the link asks this field to begin with, when it can be that; else nothing.

    A figure, a code of a list, or the view of one of our pages as it now stands: never free text,
    for anybody can make a link.
    """
    wished = choice.asked(f"vul-{one.name}")
    if one.name == "link" and wished:
        return choice.view(wished) if wished in {page.url_path for page in frame.PAGES} else ""
    known = catalog.indicators() if one.form is Form.INDICATOR else ()
    return wished if wished in known or wished in _codes(one) else ""


def _codes(one: Field) -> tuple[str, ...]:
    return CODES[one.of] if one.form is Form.CODE else ()


def _why(sheet: Sheet) -> str:
    """The reason of a change; asked for everything that is in use already."""
    if sheet.row is None or sheet.row["life"] == "draft":
        return ""
    return st.text_input(texts.WHY_CHANGED, key=f"waarom-{sheet.key}-{sheet.seen}").strip()


def _example(sheet: Sheet) -> bool:
    """An example stays one until somebody says that it is real."""
    if not (sheet.row and sheet.row["example"]):
        return False
    return st.checkbox(texts.STILL_EXAMPLE, True, key=f"voorbeeld-{sheet.key}-{sheet.seen}")


def _keep(scene: Scene, sheet: Sheet, start: Filled, filled: Filled) -> bool:
    """Remember what is typed: another page, a closed lid or a broken line costs nothing."""
    names = entered.names(scene.visitor)
    changed = bool(publish.differences(sheet.kind.id, start, filled, names, counts=True))
    if changed:
        kept = filled | {entries.SEEN: sheet.seen}
        entries.keep_typed(data.register(), scene.visitor, sheet.key, kept)
    return changed


def _buttons(scene: Scene, sheet: Sheet, filled: Filled, why: str, example: bool) -> None:
    with st.container(horizontal=True):
        save = st.button(texts.SAVE, type="primary", key="opslaan")
        draft = sheet.row is None or sheet.row["life"] == "draft"
        aside = draft and st.button(texts.SAVE_DRAFT, key="concept")
        st.button(texts.CLOSE_FORM, on_click=choice.drop_form, key="sluiten")
        st.button(texts.THROW_AWAY, on_click=_throw_away, args=(scene, sheet), key="weggooien")
        if sheet.row:
            st.button(
                texts.RETIRE,
                on_click=_retire,
                args=(scene, sheet, why),
                help=texts.RETIRE_HELP,
                key="uit-gebruik",
            )
    if save or aside:
        how = Saving(sheet.seen, "draft" if aside else "active", example, why)
        _save(scene, sheet, filled, how)


def _save(scene: Scene, sheet: Sheet, filled: Filled, how: Saving) -> None:
    register = data.register()
    try:
        entries.save(register, scene.visitor, sheet.kind.id, sheet.id, filled, how)
    except Invalid as error:
        _say(error.problems)
    except Refused:
        st.error(texts.REGISTER_FAILED)
    except Conflict:
        entries.keep_typed(register, scene.visitor, sheet.key, filled | {entries.SEEN: sheet.seen})
        st.rerun()
    else:
        entries.drop_typed(register, scene.visitor, sheet.key)
        choice.drop_form()
        st.rerun()


def _say(problems: tuple[Problem, ...]) -> None:
    names = list(dict.fromkeys(texts.FIELD[one.field] for one in problems))
    st.error(texts.NOT_SAVED.format(velden=texts.enumerate_words(names)))
    found = {
        (texts.FIELD[one.field], texts.PROBLEM[one.fault].format(limit=texts.number(one.limit)))
        for one in problems
    }
    tables.pairs(sorted(found))


def _conflict(scene: Scene, sheet: Sheet) -> None:
    """Two people changed the same thing: show both, let this one choose."""
    assert sheet.row is not None
    typed = sheet.typed or {}
    st.warning(texts.CONFLICT)
    names = entered.names(scene.visitor)
    rows = publish.differences(sheet.kind.id, sheet.row, typed, names, counts=True)
    tables.show(texts.CONFLICT_TABLE, texts.CONFLICT_HEADER, rows)
    why = _why(sheet)
    mine = st.button(texts.KEEP_MINE, type="primary", key="van-mij")
    st.button(texts.KEEP_THEIRS, on_click=_throw_away, args=(scene, sheet), key="van-ander")
    if mine:
        life = "draft" if sheet.row["life"] == "draft" else "active"
        _save(scene, sheet, typed, Saving(sheet.revision, life, sheet.row["example"], why))


def _throw_away(scene: Scene, sheet: Sheet) -> None:
    entries.drop_typed(data.register(), scene.visitor, sheet.key)
    choice.drop_form()


def _retire(scene: Scene, sheet: Sheet, why: str) -> None:
    things.again(entries.retire, scene.visitor, sheet.kind.id, sheet.id, sheet.revision, why)
    _throw_away(scene, sheet)
