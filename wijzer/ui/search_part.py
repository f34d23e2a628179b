"""Search in everything that was written down: what is found, by kind, with a link to its place."""

from html import escape

import streamlit as st

from wijzer import catalog, texts
from wijzer.access import Visitor
from wijzer.publish import search
from wijzer.publish.search import Document, Found, Index
from wijzer.ui import choice, entered, links, said
from wijzer.ui.things import LONGEST_LABEL, Scene

MOST = 8
"""Of one kind; more is told as a number."""
_WITHOUT_NAME = ("quote", "story")
"""Kinds that are called by what they say: that stands below the link already."""


@entered.kept
def known(visitor: Visitor) -> Index:
    """Everything that this visitor may find."""
    return search.index(search.documents(entered.seen(visitor)))


def show(scene: Scene) -> None:
    """A line to type in, and what it finds."""
    st.header(texts.SEARCH_TITLE)
    asked = choice.text("zoek", texts.SEARCH_LABEL)
    said.note(texts.SEARCH_HELP)
    if not asked:
        said.plain(texts.SEARCH_EMPTY, texts.SEARCH_TIP)
        return
    found = search.search(known(scene.visitor), asked)
    if any(one.example for one in found.documents):
        said.example(texts.EXAMPLE_CONTENT)
    said.plain(texts.search_count(len(found.documents), asked))
    if not found.documents:
        said.note(texts.SEARCH_TIP)
        return
    if not found.together:
        said.note(texts.search_any(texts.enumerate_words([f"‘{one}’" for one in found.words])))
    st.html(_groups(scene, found))


def _groups(scene: Scene, found: Found) -> str:
    """Per kind what was found, the kind with the best hit first."""
    kinds: dict[str, list[Document]] = {}
    for one in found.documents:
        kinds.setdefault(one.kind, []).append(one)
    return "".join(_group(scene, kind, those, found.words) for kind, those in kinds.items())


def _group(scene: Scene, kind: str, those: list[Document], words: tuple[str, ...]) -> str:
    items = "".join(f"<li>{_hit(scene, one, words)}</li>" for one in those[:MOST])
    rest = len(those) - MOST
    more = texts.SEARCH_MORE.format(aantal=texts.number(rest)) if rest > 0 else ""
    title = f"{texts.SEARCH_KIND[kind]} ({texts.number(len(those))})"
    note = f'<p class="wz-source">{escape(more)}</p>' if more else ""
    return f'<h3>{escape(title)}</h3><ul class="wz-guide">{items}</ul>{note}'


def _hit(scene: Scene, one: Document, words: tuple[str, ...]) -> str:
    """A link to the place, its neighbourhood, and the words around what was found."""
    row = {"id": one.id} if one.kind == "indicator" else scene.seen[one.kind][one.id]
    wijk = one.places[0] if one.places and scene.id not in one.places else ""
    address = links.address(one.kind, row, wijk)
    name = texts.KIND[one.kind] if one.kind in _WITHOUT_NAME else one.title
    label = marked(texts.shortened(name, LONGEST_LABEL), words)
    names = texts.enumerate_words([catalog.neighbourhood(id).name for id in one.places])
    where = f' <span class="wz-source">{escape(names)}</span>' if names else ""
    around = marked(search.excerpt(one.text, words), words)
    return (
        f'<a class="{links.CLASS}" href="{escape(address)}" target="_self">{label}</a>{where}'
        f'<p class="wz-text">{around}</p>'
    )


def marked(text: str, words: tuple[str, ...]) -> str:
    """A text as HTML in which what matches one of the words is marked."""
    return "".join(
        f"<mark>{escape(piece)}</mark>" if hit else escape(piece)
        for piece, hit in search.parts(text, words)
    )
