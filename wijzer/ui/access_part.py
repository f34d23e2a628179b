"""The accessibility statement on Verantwoording."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from wijzer import texts
from wijzer.ui import tables


def show() -> None:
    """The whole statement: one heading that links lead to, and one element below it."""
    st.header(texts.ACCESS_TITLE, anchor="toegankelijkheid")
    day = texts.date(texts.ACCESS_DAY)
    tested = (one.format(dag=day) for one in texts.ACCESS_TESTED)
    signed = texts.ACCESS_SIGNED.format(dag=day, wie=texts.ACCESS_SIGNER)
    parts = (
        _said(*texts.ACCESS_INTRO),
        _part(texts.ACCESS_ABOUT_TITLE, tables.pairs_html(texts.ACCESS_ABOUT.items())),
        _said(texts.ACCESS_NORM),
        _part(texts.ACCESS_STATUS_TITLE, _said(*texts.ACCESS_STATUS)),
        _part(texts.ACCESS_TESTED_TITLE, _listed(tested)),
        _part(texts.ACCESS_FAULTS_TITLE, _faults() + _said(texts.ACCESS_BURDEN)),
        _part(texts.ACCESS_REPORT_TITLE, _listed(texts.ACCESS_REPORT)),
        _part(texts.ACCESS_COMPLAIN_TITLE, _listed(texts.ACCESS_COMPLAIN)),
        _said(signed),
    )
    st.html(f'<div class="wz-statement">{"".join(parts)}</div>')


def _part(title: str, body: str) -> str:
    return f"<h3>{escape(title)}</h3>{body}"


def _said(*sentences: str) -> str:
    return f'<p class="wz-text">{escape(" ".join(sentences))}</p>'


def _listed(sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in sentences)
    return f'<ul class="wz-list">{items}</ul>'


def _faults() -> str:
    return tables.table(texts.ACCESS_FAULTS_TABLE, texts.ACCESS_FAULTS_HEADER, texts.ACCESS_FAULTS)
