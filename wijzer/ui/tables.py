"""Tables as real HTML: readable by a screen reader, and by a beamer from the back of the room."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape, unescape

import streamlit as st

from wijzer.model import Sign


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that carries a sign: its mark and colour come with the text."""

    text: str
    mark: str
    sign: Sign
    title: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A cell with a page elsewhere; only a web address becomes a link."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Made:
    """A cell of HTML that we made ourselves, such as a list of links."""

    html: str


Shown = str | Cell | Link | Made
"""What a cell can hold."""


def show(caption: str, header: Sequence[str], rows: Iterable[Sequence[Shown]]) -> None:
    """A table with a caption and row headers; it scrolls sideways by itself on a phone."""
    st.html(table(caption, header, rows))


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[Shown]]) -> str:
    """The HTML of a table. Every text is escaped."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in header)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    return (
        f'<div class="wz-scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="wz-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(row: Sequence[Shown]) -> str:
    first, *others = row
    return f'<th scope="row">{_text(first)}</th>' + "".join(
        f'<td class="{_kind(one)}">{_text(one)}</td>' for one in others
    )


def _kind(cell: Shown) -> str:
    return f"wz-{cell.sign.value}" if isinstance(cell, Cell) else ""


def _text(cell: Shown) -> str:
    if isinstance(cell, str):
        return escape(cell)
    if isinstance(cell, Link):
        return link(cell.text, cell.url)
    if isinstance(cell, Made):
        return cell.html
    return (
        f'<span class="wz-mark" aria-hidden="true">{escape(cell.mark)}</span> {escape(cell.text)}'
        f'<span class="wz-unseen"> {escape(cell.title)}</span>'
    )


def words(cell: Shown) -> str:
    """A cell as plain text: the figure first, then in words what its mark says."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Made):
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", cell.html))).strip()
    if isinstance(cell, Cell) and cell.title:
        return f"{cell.text} ({cell.title})"
    return cell.text


def link(text: str, url: str) -> str:
    """The HTML of a link to a page elsewhere, or just the text when that is no web address."""
    if not url.startswith(("https://", "http://")):
        return escape(text)
    return f'<a href="{escape(url)}" target="_blank" rel="noreferrer">{escape(text)}</a>'


def pairs(found: Iterable[tuple[str, str]]) -> None:
    """Labels with their values, as a description list. Every text is escaped."""
    st.html(pairs_html(found))


def pairs_html(found: Iterable[tuple[str, str]]) -> str:
    """The same as HTML."""
    rows = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in found)
    return f'<dl class="wz-pairs">{rows}</dl>'
