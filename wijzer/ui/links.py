"""Links to things and figures, as HTML: many in one element, and each can be shared.

A page of a hundred elements takes twice as long as one of fifty, so links are not widgets. The
first page (`served`) makes a click go there without loading the app again.
"""

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

import streamlit as st

from wijzer import catalog, texts
from wijzer.publish import Row
from wijzer.ui import choice, things

CLASS = "wz-go"
"""Of a link within the app; the script of the first page looks for it."""

_WHERE = {
    "theme": ("themas", "thema", {"themadeel": "themas"}),
    "goal": ("plan", "doel", {"plandeel": "doelen"}),
    "intervention": ("plan", "interventie", {"plandeel": "mix"}),
}


def to(kind: str, row: Row, before: str = "") -> str:
    """A link to a thing: it carries the neighbourhood and the thing. An activity is shown with
    its intervention."""
    text = f"{before}{things.name(row)}"
    if kind == "activity":
        return _anchor("plan", text, "interventie", plandeel="mix", interventie=row["intervention"])
    page, param, more = _WHERE[kind]
    return _anchor(page, text, param, **more, **{param: row["id"]})


def to_indicator(indicator: str) -> str:
    """A link to a figure on the profile."""
    name = catalog.indicator(indicator).name
    return _anchor("profiel", name, "indicator", indicator=indicator)


def to_figure(row: Row) -> str:
    """A link to a figure on the profile that tells its sign, value and benchmark: a row of one."""
    values = texts.AGAINST.format(waarde=row["value_text"], gemeente=row["municipality_text"])
    link = _anchor("profiel", f"{row['name']} · {values}", "indicator", indicator=row["indicator"])
    return (
        f'<b class="wz-mark wz-{escape(row["sign"])}" aria-hidden="true">{escape(row["mark"])}</b> '
        f'{link}<span class="wz-unseen"> ({escape(row["word"])})</span>'
    )


def to_part(page: str, text: str, **codes: str) -> str:
    """A link to a part of a page."""
    return _anchor(page, text, "", **codes)


def monitor(intervention: str) -> list[str]:
    """A link to each of the four questions of the monitor, about one intervention."""
    asked = {"filter-interventie": intervention}
    return [
        to_part(page, texts.WORD["question"][question], **asked)
        for question, page in MONITOR.items()
    ]


MONITOR = {
    "reach": "bereik",
    "healthier": "gezonder",
    "cooperation": "samenwerking",
    "focus": "focus",
}
"""By question of the monitor, its page."""


def _anchor(page: str, text: str, part: str, **codes: str) -> str:
    """`part` is the anchor of the heading under which the thing stands."""
    address = f"/{page}?{urlencode(choice.query(**codes))}{f'#{part}' if part else ''}"
    label = escape(texts.shortened(text, things.LONGEST_LABEL))
    return f'<a class="{CLASS}" href="{escape(address)}" target="_self">{label}</a>'


def each(kind: str, rows: Iterable[Row], marked: bool = False) -> list[str]:
    """A link to each of these; `marked` tells whether it runs, to the eye and to the ear."""
    if marked:
        return [to(kind, row, f"{texts.RUN_MARK[row['run']]} ") + _word(row) for row in rows]
    return [to(kind, row) for row in rows]


def _word(row: Row) -> str:
    return f'<span class="wz-unseen"> ({texts.WORD["run"][row["run"]]})</span>'


def indicators(ids: Iterable[str]) -> list[str]:
    """A link to each figure that the catalogue knows, each once."""
    return [to_indicator(id) for id in dict.fromkeys(ids) if id in catalog.indicators()]


def as_list(found: Iterable[str]) -> str:
    """Links under each other as HTML, or the word that there are none."""
    items = "".join(f"<li>{one}</li>" for one in found)
    if not items:
        return f'<p class="wz-source">{texts.THREAD_NOTHING}</p>'
    return f'<ul class="wz-links">{items}</ul>'


def under(*titled: tuple[str, list[str]]) -> None:
    """Lists of links, each under its title, as one element."""
    st.html("".join(map(_titled, titled)))


def beside(*titled: tuple[str, list[str]]) -> None:
    """The same beside each other; on a phone under each other."""
    cells = "".join(f"<div>{_titled(one)}</div>" for one in titled)
    st.html(f'<div class="wz-beside">{cells}</div>')


def _titled(one: tuple[str, list[str]]) -> str:
    return f'<p class="wz-text"><b>{escape(one[0])}</b></p>{as_list(one[1])}'
