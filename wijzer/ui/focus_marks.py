"""The lights of Focus as HTML: shape and letter in colour, and the word."""

from collections.abc import Iterable
from html import escape

from wijzer import palette, texts
from wijzer.publish import Row
from wijzer.ui import tables


def light(code: str, text: str) -> str:
    """A light that reads `shape letter word`, with shape and letter in its colour."""
    mark, letter, word = text.split(" ", 2)
    return (
        f'<b style="color:{palette.LIGHT[code]};white-space:nowrap">{escape(mark)} '
        f"{escape(letter)}</b> {escape(word)}"
    )


def wide(text: str) -> tables.Made:
    """A cell with a sentence: on a phone the table scrolls rather than becoming very long."""
    return tables.Made(f'<div style="min-width:15rem">{escape(text)}</div>')


def history(reviews: Iterable[Row]) -> str:
    """A row of lights through time, the oldest first."""
    items = "".join(
        f"<li>{light(row['light'], texts.light_text(row['light']))}, "
        f"{escape(texts.month(row['day']))}</li>"
        for row in reviews
    )
    return f'<ol class="wz-legend">{items}</ol>'


def heading(text: str) -> str:
    """A small heading within a piece of HTML."""
    return f'<h3 style="font-size:1.25rem;padding:.6rem 0 .3rem;margin:0">{escape(text)}</h3>'


def note(text: str) -> str:
    """Small print within a piece of HTML."""
    return f'<p class="wz-source">{escape(text)}</p>'
