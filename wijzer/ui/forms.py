"""The form of one thing: drawn from its fields, kept while it is typed, saved when it is right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.kinds import KINDS, Field, Form, Kind, Problem
from wijzer.lists import CODES
from wijzer.publish import Row
from wijzer.store import entries
from wijzer.store.entries import Conflict, Invalid, Saving
from wijzer.store.register import Refused
from wijzer.ui import choice, data, entered, places, said, tables, things
from wijzer.ui.things import Scene

Filled = dict[str, Any]


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
    filled = _fields(scene, sheet, start)
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
    return begun


def _fields(scene: Scene, sheet: Sheet, start: Filled) -> Filled:
    first = [one for one in sheet.kind.fields if not one.more]
    more = [one for one in sheet.kind.fields if one.more]
    filled = _beside(scene, sheet, first, start)
    if more:
        with st.expander(texts.MORE_FIELDS):
            filled |= _beside(scene, sheet, more, start)
    return {name: filled[name] for name in sheet.kind.names}


def _beside(scene: Scene, sheet: Sheet, fields: list[Field], start: Filled) -> Filled:
    """Fields two by two, texts over the whole width."""
    filled: Filled = {}
    for row in _rows(fields):
        cells = st.columns(2) if len(row) > 1 else [st.container()]
        for cell, one in zip(cells, row, strict=True):
            with cell:
                filled[one.name] = _field(scene, sheet, one, start)
    return filled


def _rows(fields: list[Field]) -> list[list[Field]]:
    rows: list[list[Field]] = []
    for one in fields:
        room = rows and len(rows[-1]) == 1 and rows[-1][0].form not in _WIDE
        if room and one.form not in _WIDE:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


_WIDE = (Form.TEXT, Form.INDICATORS, Form.REFS)


def _field(scene: Scene, sheet: Sheet, one: Field, start: Filled) -> Any:
    label = f"{texts.FIELD[one.name]} *" if one.required else texts.FIELD[one.name]
    key = f"veld-{sheet.key}-{sheet.seen}-{one.name}"
    value = start.get(one.name)
    if one.form is Form.TEXT:
        return st.text_area(label, value or "", key=key, height=100).strip() or None
    if one.form is Form.YES:
        return st.checkbox(label, bool(value), key=key)
    if one.form in _TYPED:
        shown, hint = _TYPED[one.form]
        typed = st.text_input(label, shown(value), key=key, placeholder=hint)
        return texts.read(one.form.value, typed)
    return _choose(label, key, one, value, _with_what_stands(scene, one, value))


def _with_what_stands(scene: Scene, one: Field, value: Any) -> dict[str, str]:
    """What can be chosen, and what was chosen before: of another neighbourhood, or out of use."""
    options = _options(scene, one)
    names = entered.names(scene.visitor)
    for each in value if one.form.many and value else filter(None, [value]):
        if isinstance(each, str) and each not in options:
            options[each] = names.value(one, (each,) if one.form.many else each)
    return options


def _choose(label: str, key: str, one: Field, value: Any, options: Mapping[str, str]) -> Any:
    if one.form.many:
        given = [each for each in value or () if each in options]
        chosen = st.multiselect(
            label, list(options), given, options.__getitem__, key=key, placeholder=texts.CHOOSE
        )
        return tuple(chosen) or None
    every = {"": texts.NOTHING_CHOSEN, **options}
    at = list(every).index(value) if value in every else 0
    return st.selectbox(label, list(every), at, every.__getitem__, key=key) or None


def _options(scene: Scene, one: Field) -> dict[str, str]:
    """What can be chosen for a field, by code."""
    if one.form in (Form.CODE, Form.CODES):
        return {code: texts.WORD[one.of][code] for code in CODES[one.of]}
    if one.form in (Form.REF, Form.REFS):
        found = scene.of(one.of) if one.of != "library" else scene.seen["library"].values()
        return {row["id"]: publish.title(row) for row in found}
    if one.form in (Form.INDICATOR, Form.INDICATORS):
        return {id: each.name for id, each in catalog.indicators().items()}
    if one.form is Form.AREA:
        codes = places.options(scene.place.neighbourhood)
        own = {scene.place.neighbourhood.code: codes[choice.WHOLE]}
        return own | {code: name for code, name in codes.items() if code != choice.WHOLE}
    return {id: each.name for id, each in catalog.neighbourhoods().items()}


def _text(value: object) -> str:
    return str(value or "")


_TYPED: dict[Form, tuple[Callable[[object], str], str | None]] = {
    Form.LINE: (_text, None),
    Form.URL: (_text, "https://"),
    Form.DATE: (texts.day_typed, texts.DAY_PLACEHOLDER),
    Form.NUMBER: (texts.number_typed, texts.NUMBER_PLACEHOLDER),
    Form.COUNT: (texts.number_typed, None),
}


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
        st.button(texts.CLOSE_FORM, on_click=_close, key="sluiten")
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
        _close()
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


def _close() -> None:
    for param in ("bewerk", "typ", "voor"):
        choice.drop(param)


def _throw_away(scene: Scene, sheet: Sheet) -> None:
    entries.drop_typed(data.register(), scene.visitor, sheet.key)
    _close()


def _retire(scene: Scene, sheet: Sheet, why: str) -> None:
    things.again(entries.retire, scene.visitor, sheet.kind.id, sheet.id, sheet.revision, why)
    _throw_away(scene, sheet)
