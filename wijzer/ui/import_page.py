"""What is in the register, how old it is, and how it gets there."""

from functools import lru_cache

import streamlit as st

from wijzer import catalog, texts
from wijzer.access import Visitor
from wijzer.ingest.monitor import person, private, report, templates
from wijzer.ingest.monitor.subjects import SUBJECTS, of_target
from wijzer.store import erasure, freshness, imports
from wijzer.store.freshness import Fresh
from wijzer.store.imports import CannotUndo, Run
from wijzer.ui import choice, data, entered, import_part, said, tables, things
from wijzer.ui.places import Place
from wijzer.ui.things import Scene

_MOST_RUNS = 20


def opening(place: Place) -> Scene:
    """What this page is for."""
    st.title(texts.DATA_TITLE)
    said.lead(texts.DATA_LEAD, texts.DATA_WORTH)
    st.html(f'<p class="wz-source"><a href="/api/" target="_self">{texts.API_LINK}</a></p>')
    return things.scene(place)


def fresh(scene: Scene) -> None:
    """Per neighbourhood and question what is in, from when, and what lacks."""
    st.header(texts.FRESH_TITLE)
    found = _fresh(data.register().version, scene.visitor)
    if any(one.example for one in found):
        said.example(texts.EXAMPLE_CONTENT)
    tables.show(texts.FRESH_TABLE, texts.FRESH_HEADER, [_told(one) for one in found])
    if scene.may_enter:
        _lacking(scene)


@lru_cache(maxsize=4)
def _fresh(version: str, visitor: Visitor) -> list[Fresh]:
    """See freshness.fresh; kept until somebody changes something."""
    seen = entered.seen(visitor)
    return freshness.fresh(data.register(), seen, list(catalog.neighbourhoods()))


def _told(one: Fresh) -> list[str]:
    newest = max((day for day in one.newest.values() if day), default=None)
    return [
        catalog.neighbourhood(one.neighbourhood).name,
        texts.QUESTION_WORD[one.question],
        texts.FRESH_YES if one.newest else texts.FRESH_NO,
        texts.date(newest) if newest else texts.FRESH_NEVER,
        texts.listed([_dated(what, one) for what in one.newest]) or texts.FRESH_ALL,
        texts.listed([of_target(what).sheet for what in one.missing]) or texts.FRESH_ALL,
    ]


def _dated(what: str, one: Fresh) -> str:
    day = one.newest[what]
    sheet = of_target(what).sheet
    return f"{sheet} ({texts.date(day)})" if day else sheet


def _lacking(scene: Scene) -> None:
    found = freshness.lacking(data.register(), scene.seen, scene.id)
    if found:
        st.subheader(texts.FRESH_WHO_TITLE)
        rows = [[scene.name, things.name(one.row), getattr(texts, one.what)] for one in found]
        tables.show(texts.FRESH_WHO_TABLE, texts.FRESH_WHO_HEADER, rows)


def shapes(scene: Scene) -> None:
    """What belongs in each template; for the team also to take along."""
    st.header(texts.TEMPLATES_TITLE)
    said.plain(texts.TEMPLATES_HELP)
    options = {one.sheet: f"{one.sheet}: {texts.SUBJECT_SAYS[one.sheet]}" for one in SUBJECTS}
    name = choice.select("sjabloon", texts.TEMPLATE_CHOICE, options, SUBJECTS[5].sheet)
    subject = next(one for one in SUBJECTS if one.sheet == name)
    if scene.may_enter:
        with st.container(horizontal=True):
            file = texts.TEMPLATE_FILE.format(naam=name)
            one = texts.TEMPLATE_ONE.format(naam=name)
            said.download(one, lambda: templates.workbook([subject]), file)
            said.download(
                texts.TEMPLATE_ALL, lambda: templates.workbook(SUBJECTS), texts.TEMPLATE_ALL_FILE
            )
    caption = texts.TEMPLATE_TABLE.format(naam=name)
    with st.expander(caption):
        tables.show(caption, texts.TEMPLATE_HEADER, templates.explanation(subject))


def team(scene: Scene) -> None:
    """Bring in, take back and erase; the public reads that this is for the team."""
    if not scene.may_enter:
        said.note(texts.TEAM_ONLY)
        return
    import_part.show(scene)
    _runs(scene)
    _erase(scene)


def _runs(scene: Scene) -> None:
    st.header(texts.RUNS_TITLE)
    found = imports.runs(data.register())
    if not found:
        said.note(texts.NO_RUNS)
        return
    tables.show(texts.RUNS_TABLE, texts.RUNS_HEADER, [_run(one) for one in found[:_MOST_RUNS]])
    newest = next((one for one in found if not one.undone_at), None)
    if newest:
        label = texts.RUN_UNDO.format(
            wat=_subjects(newest, 3), wanneer=texts.moment(newest.made_at)
        )
        st.button(label, key="terugdraaien", on_click=_undo, args=(scene, newest.id))


def _run(one: Run) -> list[str]:
    stands = texts.RUN_STANDS
    if one.undone_at:
        stands = texts.RUN_UNDONE.format(wanneer=texts.moment(one.undone_at))
    what = _subjects(one, len(one.subjects))
    return [
        texts.moment(one.made_at),
        one.made_by,
        texts.marked(what, one.example),
        texts.number(one.added),
        texts.number(one.changed),
        stands,
    ]


def _subjects(one: Run, most: int) -> str:
    names = [of_target(target).sheet for target in one.subjects]
    return texts.listed([*names[:most], *(["…"] if len(names) > most else [])])


def _undo(scene: Scene, run: str) -> None:
    try:
        imports.undo(data.register(), scene.visitor, run)
    except CannotUndo as error:
        st.toast(texts.CANNOT_UNDO[error.why])
    else:
        st.toast(texts.RUN_UNDO_DONE)


def _erase(scene: Scene) -> None:
    st.header(texts.ERASE_TITLE)
    said.note(texts.ERASE_HELP)
    with st.form("wissen", clear_on_submit=True):
        number = st.text_input(texts.ERASE_NUMBER, key="wis-nummer", autocomplete="off")
        sure = st.checkbox(texts.ERASE_SURE, key="wis-zeker")
        pressed = st.form_submit_button(texts.ERASE)
    if pressed:
        _erased(scene, number.strip(), sure)
    proofs = erasure.proofs(data.register())
    if proofs:
        rows = [
            [
                texts.moment(one["made_at"]),
                one["made_by"],
                texts.number(one["rows"]),
                one["person_hash"][:16],
            ]
            for one in proofs
        ]
        tables.show(texts.ERASED_TABLE, texts.ERASED_HEADER, rows)


def _erased(scene: Scene, number: str, sure: bool) -> None:
    if not sure:
        st.warning(texts.ERASE_NOT_SURE)
        return
    if kind := private.person_number(number):
        st.warning(texts.PRIVATE_NUMBER[kind])
        return
    register = data.register()
    key = person.key(person.secret(register.file.parent), number)
    proof = erasure.erase(register, scene.visitor, key)
    st.success(" ".join(report.erased(proof)))
