"""A presentation as one HTML document, in the app and as a file that needs no internet.

The document holds every slide, and in a file also the slides of the other subdistricts. The file
asks nothing of anybody: style, script and font are inside, and its own policy forbids the rest.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from wijzer import texts
from wijzer.export.content import Deck

PLAYER = Path(__file__).parent / "player"


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide as it stands in a document: its HTML, and how its tile is asked for again.

    Slides with one `group` change along to another subdistrict; `id` is that of a slide that
    people made, empty for the others.
    """

    inside: str
    tile: str = ""
    codes: str = ""
    group: str = ""
    id: str = ""

    @property
    def key(self) -> str:
        """By what the script knows this slide."""
        return key(self.tile, self.codes)


def key(tile: str, codes: str) -> str:
    """The query that asks for the slide of a tile, with its choices as a query string."""
    return f"tegel={tile}&{codes}"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the slides: HTML for the head and for the end of the page.

    `ask` is the address of other slides, `order` that which keeps a new order: both empty in a
    file.
    """

    head: str
    end: str
    ask: str = ""
    order: str = ""


def served(order: str = "") -> Around:
    """For the document in the app; its policy allows files of the app only."""
    return Around(
        '<link rel="stylesheet" href="/toon/speler.css">',
        '<script src="/toon/speler.js"></script>',
        "/toon/dia",
        order,
    )


def saved(font: bytes) -> Around:
    """For a file: everything inside. `font` is a WOFF2 file."""
    run = script()
    allowed = b64encode(sha256(run.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{allowed}'; style-src 'unsafe-inline'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    data = f"data:font/woff2;base64,{b64encode(font).decode()}"
    return Around(
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<style>{style(data)}</style>",
        f"<script>{run}</script>",
    )


def style(font: str) -> str:
    """The style sheet; `font` is the address of the font."""
    face = (
        f'@font-face{{font-family:"Source Sans";src:url("{font}") format("woff2");'
        "font-weight:200 900;font-display:swap}"
    )
    return face + _read("player.css")


def script() -> str:
    """The script that moves the slides."""
    return _read("player.js")


@cache
def _read(name: str) -> str:
    return (PLAYER / name).read_text("utf-8")


def title(deck: Deck) -> str:
    """Subject, place and day, for the tab and the name of the file."""
    place = () if deck.place in deck.title else (deck.place,)
    return " · ".join((deck.title, *place, texts.date(deck.made_on)))


def document(
    deck: Deck, slides: Sequence[Shown], around: Around, variants: Mapping[str, str] | None = None
) -> str:
    """The whole document. `variants` are other slides that can be chosen, by their key."""
    words = json.dumps(texts.SHOW_SCRIPT, ensure_ascii=False).replace("<", "\\u003c")
    sections = "".join(_section(one, place) for place, one in enumerate(slides, start=1))
    kept = "".join(
        f'<template data-sleutel="{escape(asked)}">{html}</template>'
        for asked, html in (variants or {}).items()
    )
    return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8">{around.head}
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>{escape(title(deck))}</title></head>
<body{_data("dia", around.ask)}{_data("volgorde", around.order)}>
<header><h1>{escape(deck.title)}</h1>
<noscript><p>{texts.SHOW_NEEDS_SCRIPT}</p></noscript></header>
<main id="dias">{sections}</main>
{_actions(deck)}{_BAR}{_DIALOGS}
<button id="zwart" type="button" hidden>{texts.SHOW_BLACK_OFF}</button>
<p id="melding" role="status"></p><p id="gezegd" class="ongezien" role="status"></p>
{kept}<script type="application/json" id="woorden">{words}</script>{around.end}</body></html>
"""


def _section(one: Shown, place: int) -> str:
    told = {"tegel": one.tile, "codes": one.codes, "groep": one.group, "dia": one.id}
    data = "".join(_data(name, value) for name, value in told.items())
    first = " nu" if place == 1 else ""
    return f'<section class="dia{first}"{data}>{one.inside}</section>'


def _data(name: str, value: str) -> str:
    return f' data-{name}="{escape(value)}"' if value else ""


def _actions(deck: Deck) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in deck.actions)
    found = f"<ul>{items}</ul>" if items else f"<p>{texts.SLIDE_NO_ACTIONS[0]}</p>"
    return (
        f'<aside id="acties" aria-label="{texts.SHOW_ACTIONS}" hidden>'
        f'<h2 tabindex="-1">{texts.SHOW_ACTIONS}</h2>{found}'
        f'<p><button type="button" id="acties-dicht">{texts.SHOW_CLOSE}</button></p></aside>'
    )


def _button(id: str, text: str, key: str, more: str = "") -> str:
    return (
        f'<button type="button" id="{id}" aria-keyshortcuts="{key}" title="{text} ({key})"'
        f"{more}>{text}</button>"
    )


_ON_WALL = ' class="wand-knop"'
_BAR = "".join((
    f'<nav id="balk" aria-label="{texts.SHOW_BAR}">',
    _button("vorige", texts.SHOW_PREVIOUS, "PageUp"),
    _button("volgende", texts.SHOW_NEXT, "PageDown"),
    '<span id="nummer"></span><span id="klok"></span>',
    _button("knop-acties", texts.SHOW_ACTIONS, "A", ' aria-expanded="false" class="wand-knop"'),
    _button("knop-tabel", texts.SHOW_TABLE, "T", _ON_WALL),
    _button("knop-zwart", texts.SHOW_BLACK, "B", _ON_WALL),
    _button("knop-groot", texts.SHOW_FULL, "F", _ON_WALL),
    _button("knop-overzicht", texts.SHOW_OVERVIEW, "O", _ON_WALL),
    _button("knop-toetsen", texts.SHOW_KEYS, "?", _ON_WALL),
    "</nav>",
))  # fmt: skip

_CLOSE = f'<form method="dialog"><button>{texts.SHOW_CLOSE}</button></form>'
_KEYS = "".join(f"<dt>{keys}</dt><dd>{does}</dd>" for keys, does in texts.SHOW_KEY_LIST)
_DIALOGS = (
    f'<dialog id="overzicht" aria-label="{texts.SHOW_OVERVIEW}">'
    f'<p class="volgorde">{texts.SHOW_ORDER_HELP}</p><ol id="lijst"></ol>{_CLOSE}</dialog>'
    f'<dialog id="toetsen" aria-label="{texts.SHOW_KEYS}"><dl>{_KEYS}</dl>{_CLOSE}</dialog>'
)
