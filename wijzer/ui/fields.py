"""The fields of a form, drawn from the description of a kind."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.kinds import Field, Form, Kind
from wijzer.lists import CODES
from wijzer.ui import choice, entered, places
from wijzer.ui.things import Scene

Filled = dict[str, Any]
"""Field name → what it holds."""


def draw(scene: Scene, kind: Kind, key: str, start: Filled) -> Filled:
    """All fields of a kind, what they hold now; `key` tells this form from all others."""
    first = [one for one in kind.fields if not one.more]
    more = [one for one in kind.fields if one.more]
    filled = _beside(scene, key, first, start)
    if more:
        with st.expander(texts.MORE_FIELDS):
            filled |= _beside(scene, key, more, start)
    return {name: filled[name] for name in kind.names}


def _beside(scene: Scene, key: str, fields: list[Field], start: Filled) -> Filled:
    """Fields two by two, texts over the whole width."""
    filled: Filled = {}
    for row in _rows(fields):
        cells = st.columns(2) if len(row) > 1 else [st.container()]
        for cell, one in zip(cells, row, strict=True):
            with cell:
                filled[one.name] = _field(scene, key, one, start)
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


def _field(scene: Scene, form: str, one: Field, start: Filled) -> Any:
    label = f"{texts.FIELD[one.name]} *" if one.required else texts.FIELD[one.name]
    key = f"veld-{form}-{one.name}"
    value = start.get(one.name)
    if one.form is Form.TEXT:
        return st.text_area(label, value or "", key=key, height=100).strip() or None
    if one.form is Form.YES:
        return st.checkbox(label, bool(value), key=key)
    if one.form in _TYPED:
        shown, hint = _TYPED[one.form]
        typed = st.text_input(label, shown(value), key=key, placeholder=hint)
        return texts.read(one.form.value, typed)
    options = _with_what_stands(scene, one, value)
    if one.computed:
        st.text_input(label, options.get(str(value or ""), ""), key=key, disabled=True)
        return value
    return _choose(label, key, one, value, options)


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
