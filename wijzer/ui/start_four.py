"""On the first page: what the next meeting has to decide, and one honest line per question."""

from datetime import date
from functools import lru_cache
from html import escape

import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.access import Visitor
from wijzer.export.factsheet import Line
from wijzer.lists import CODES
from wijzer.publish import learning
from wijzer.publish.learning import Coming
from wijzer.ui import data, entered, factsheet_lines, links, said, trouble, visitor
from wijzer.ui.tiles import wish

Html = tuple[str, bool]
"""A piece of HTML, and whether anything in it is invented."""


def show() -> None:
    """A column per neighbourhood, each one element; it may take a moment, so it comes last."""
    st.header(texts.FOUR_TITLE)
    said.note(texts.FOUR_HELP)
    with trouble.said():
        who, day = visitor.current(), date.today()
        found = [_column(who, id, day) for id in catalog.neighbourhoods()]
        if any(example for _, example in found):
            said.example(texts.EXAMPLE_CONTENT)
        for cell, (html, _) in zip(st.columns(len(found), gap="medium"), found, strict=True):
            cell.html(html)


def lines(who: Visitor, neighbourhood: str, day: date) -> tuple[Line, ...]:
    """The message of each page of the monitor as it opens without a choice, on a day.

    Kept when only what is learned changes: in a meeting that happens all the time.
    """
    return _lines(f"{data.version()} {data.register().version_of_monitor}", who, neighbourhood, day)


@lru_cache(maxsize=48)
def _lines(version: str, who: Visitor, neighbourhood: str, day: date) -> tuple[Line, ...]:
    return factsheet_lines.lines(wish.of(who, (("wijk", neighbourhood),)))


def _column(who: Visitor, neighbourhood: str, day: date) -> Html:
    """What is said of one neighbourhood on a day."""
    meeting, invented = _meeting(who, neighbourhood, day)
    found = lines(who, neighbourhood, day)
    items = "".join(
        _line(neighbourhood, *one) for one in zip(CODES["question"], found, strict=True)
    )
    name = escape(catalog.neighbourhood(neighbourhood).name)
    html = f'<div class="wz-four"><h3>{name}</h3>{meeting}<dl>{items}</dl></div>'
    return html, invented or any(one.example for one in found)


def _line(neighbourhood: str, question: str, one: Line) -> str:
    page = links.MONITOR[question]
    link = links.to_part(page, one.question, wijk=neighbourhood, deel="")
    return f"<dt>{link}</dt><dd>{escape(texts.marked(one.said, one.example))}</dd>"


def _meeting(who: Visitor, neighbourhood: str, day: date) -> Html:
    seen = entered.seen(who)
    found = learning.coming(seen, neighbourhood, day)
    title, waits = _when(neighbourhood, found), _waits(found)
    name = catalog.neighbourhood(neighbourhood).name
    to_learn = links.to_part(
        "leren", texts.FOUR_TO_LEARN.format(wijk=name), wijk=neighbourhood, deel=""
    )
    text = (
        f'<p class="wz-text"><b>{escape(texts.FOUR_NEXT)}</b></p><p class="wz-text">{title}</p>'
        f'<p class="wz-text">{escape(waits)}</p><p class="wz-text">{to_learn}</p>'
    )
    things = learning.open_actions(seen, neighbourhood)
    if found.meeting:
        things += [found.meeting, *learning.agenda(seen, found.meeting)]
    return text, publish.examples(things)


def _when(neighbourhood: str, found: Coming) -> str:
    if found.meeting is None:
        return escape(texts.FOUR_NO_MEETING)
    link = links.to("meeting", found.meeting, wijk=neighbourhood)
    return f"{escape(texts.date(found.meeting['day']))}: {link}"


def _waits(found: Coming) -> str:
    return texts.to_decide(found.actions, found.late, found.agenda)
