"""A file comes in: first what it would change or what is wrong with it, then the button."""

import hashlib
from typing import Any

import streamlit as st

from wijzer import access, publish, texts
from wijzer.access import Action
from wijzer.ingest.monitor import intake, marked, report, workbook
from wijzer.ingest.monitor.fault import MOST_SHOWN, Fault, shown
from wijzer.ingest.monitor.intake import Checked
from wijzer.ingest.monitor.subjects import SUBJECTS, of_target
from wijzer.kinds import KINDS
from wijzer.publish import Row
from wijzer.store.imports import Plan
from wijzer.store.register import RegisterError
from wijzer.ui import choice, data, entered, said, tables
from wijzer.ui.things import Scene

_BY_ITSELF = "bestand"
_MEGABYTES = workbook.MOST_BYTES // 1_000_000
_MOST_CHANGES = 100
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(scene: Scene) -> None:
    """Choose a file, read what it would do, put it in. For the team."""
    st.header(texts.UPLOAD_TITLE)
    options = {_BY_ITSELF: texts.UPLOAD_BY_ITSELF} | {one.sheet: one.sheet for one in SUBJECTS}
    code = choice.select("onderwerp", texts.UPLOAD_SUBJECT, options, _BY_ITSELF)
    file = st.file_uploader(
        texts.UPLOAD, type=["xlsx", "csv"], key="inlezen", max_upload_size=_MEGABYTES
    )
    said.note(texts.UPLOAD_HELP.format(mb=_MEGABYTES))
    if file is None:
        return
    access.require(scene.visitor, Action.ENTER)
    name, body = file.name, file.getvalue()
    subject = "" if code == _BY_ITSELF else code
    try:
        checked = _checked(name, body, subject)
    except workbook.Unreadable as error:
        st.error(str(error))
        return
    if checked.plan is None:
        _faults(checked.faults, name, body, subject)
    else:
        _dry_run(scene, checked.plan, name, body, subject)


_last: dict[tuple[str, ...], Checked] = {}
"""The last file that was checked: each press of a button runs the page again."""


def _checked(name: str, body: bytes, subject: str) -> Checked:
    key = (data.register().version, name, subject, hashlib.sha256(body).hexdigest())
    found = _last.get(key)
    if found is None:
        found = intake.check(data.register(), name, body, subject)
        _last.clear()
        _last[key] = found
    return found


def _faults(faults: tuple[Fault, ...], name: str, body: bytes, subject: str) -> None:
    st.error(report.title(faults))
    tables.show(
        texts.FAULTS_TABLE,
        texts.FAULTS_HEADER,
        [
            [one.sheet, str(one.row or texts.WHOLE_SHEET), one.column, one.said]
            for one in shown(faults)
        ],
    )
    if len(faults) > MOST_SHOWN:
        said.note(texts.FAULTS_SOME.format(aantal=MOST_SHOWN))
    said.download(
        texts.MARKED,
        lambda: marked_file(name, body, subject),
        texts.MARKED_FILE,
    )


def marked_file(name: str, body: bytes, subject: str) -> bytes:
    """The file back, with what is wrong in its cells."""
    sheets = workbook.read(name, body)
    return marked.workbook(sheets, subject, _checked(name, body, subject).faults)


def _dry_run(scene: Scene, plan: Plan, name: str, body: bytes, subject: str) -> None:
    said.lead(texts.NOTHING_NEW if plan.nothing else texts.DRY_RUN_GOOD)
    tables.show(texts.DRY_RUN, texts.DRY_RUN_HEADER, report.counts(plan))
    rows = _changes(scene, plan)
    if rows:
        caption = texts.CHANGES.format(aantal=texts.number(len(rows)))
        tables.show(caption, texts.CHANGES_HEADER, rows)
    if not plan.nothing:
        st.button(
            texts.PUT_IN,
            type="primary",
            key="inlezen-zetten",
            on_click=_put_in,
            args=(scene, name, body, subject),
        )


def _changes(scene: Scene, plan: Plan) -> list[list[str]]:
    """Old and new values of the things that change; of rows about people only the number."""
    names = entered.names(scene.visitor)
    found: list[list[str]] = []
    for kind in (one for one in plan.parts if one in KINDS):
        for before, after in plan.parts[kind].changed:
            differ = publish.differences(kind, before, after.body, names, counts=True)
            name = _name(before)
            found += [[of_target(kind).sheet, name, *one] for one in differ]
        if len(found) >= _MOST_CHANGES:
            break
    return found[:_MOST_CHANGES]


def _name(row: Row) -> str:
    told: Any = row.get("title") or row.get("code") or row.get("day")
    return texts.day_typed(told) or texts.NO_NAME


def _put_in(scene: Scene, name: str, body: bytes, subject: str) -> None:
    """Check again and write: somebody else may have changed something in the meantime."""
    try:
        done = intake.bring_in(data.register(), scene.visitor, name, body, subject)
    except RegisterError:
        st.toast(texts.REGISTER_FAILED)
        return
    if done.run and done.checked.plan:
        st.toast(report.done(done.checked.plan))
