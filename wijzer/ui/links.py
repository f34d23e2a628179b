"""Links to things and figures, as HTML: many in one element, and each can be shared.

A page of a hundred elements takes twice as long as one of fifty, so links are not widgets. The
first page (`served`) makes a click go there without loading the app again.
"""

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from wijzer import catalog, texts
from wijzer.publish import Row
from wijzer.ui import choice, frame, tables, things

CLASS = "wz-go"
"""Of a link within the app; the script of the first page looks for it."""

_WHERE = {
    "theme": ("themas", "thema", {"themadeel": "themas"}),
    "goal": ("plan", "doel", {"plandeel": "doelen"}),
    "intervention": ("plan", "interventie", {"plandeel": "mix"}),
    "lesson": ("leren", "les", {"leerdeel": "logboek"}),
    "learning_question": ("leren", "leervraag", {"leerdeel": "leervragen"}),
    "action": ("leren", "actie", {"leerdeel": "acties"}),
    "meeting": ("leren", "bijeenkomst", {"leerdeel": "bijeenkomsten"}),
    "indicator": ("profiel", "indicator", {}),
}
_WITH = {"activity": "intervention", "decision": "meeting", "agenda_item": "meeting"}
"""Kinds that are shown with what they hang on."""
_AMONG = {
    "quote": ("leren", {"leerdeel": "verhalen"}),
    "story": ("leren", {"leerdeel": "verhalen"}),
    "guide": ("leren", {"leerdeel": "wegwijzer"}),
    "idea": ("themas", {"themadeel": "werkwijze"}),
    "library": ("plan", {"plandeel": "bibliotheek"}),
}
"""Kinds that have no place of their own: the part of a page where they stand with the others."""


def to(kind: str, row: Row, before: str = "", wijk: str = "") -> str:
    """A link to a thing, see `address`."""
    return _link(address(kind, row, wijk), f"{before}{things.name(row)}")


def address(kind: str, row: Row, wijk: str = "") -> str:
    """Where a thing stands: with its neighbourhood, the one in view unless told otherwise.

    An activity is shown with its intervention, a decision with its meeting.
    """
    where = {"wijk": wijk, "deel": ""} if wijk else {}
    if kind in _AMONG:
        page, more = _AMONG[kind]
        return _address(page, "", **more, **where)
    shown = _WITH.get(kind, kind)
    page, param, more = _WHERE[shown]
    id = row["id"] if shown == kind else row[shown]
    return _address(page, param, **more, **{param: id}, **where)


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


def to_view(noted: str) -> str:
    """A link to a view that somebody noted: of our pages without the name of the machine, so that
    it works everywhere; to another page as it is; anything else is text."""
    try:
        found = urlsplit(noted)
    except ValueError:
        return escape(noted)
    titles = {one.url_path: one.title for one in frame.PAGES}
    page = found.path.strip("/")
    if page not in titles or not (found.netloc or noted.startswith("/")):
        return tables.link(noted, noted)
    query = f"?{found.query}" if found.query else ""
    return _link(f"/{page}{query}", f"{texts.LESSON_VIEW}: {titles[page]}")


def to_lesson(view: str, text: str, about: str = "", **known: str) -> str:
    """A link that opens the form of a new lesson on a view, filled in as far as is known.

    `view` is its own link; `about` is said to who cannot see beside what the link stands; `known`
    are fields with a figure or a code. The lesson is for all neighbourhoods until somebody says
    otherwise: it came from comparing. The same link each time, so that the browser keeps it.
    """
    page = urlsplit(view).path.strip("/")
    wished = {"scope": "central", "link": page} | {name: one for name, one in known.items() if one}
    codes = {"bewerk": f"lesson:{things.NEW}"}
    codes |= {f"vul-{name}": one for name, one in wished.items()}
    unseen = f'<span class="wz-unseen">: {escape(about)}</span>' if about else ""
    address = f"{view}&{urlencode(codes)}"
    return f'<a class="{CLASS}" href="{escape(address)}" target="_self">{escape(text)}{unseen}</a>'


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
    return _link(_address(page, part, **codes), text)


def _address(page: str, part: str, **codes: str) -> str:
    """`part` is the anchor of the heading under which the thing stands."""
    return f"/{page}?{urlencode(choice.query(**codes))}{f'#{part}' if part else ''}"


def _link(address: str, text: str) -> str:
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
