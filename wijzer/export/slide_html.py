"""One slide as HTML: a sentence, a picture for the wall and one for a phone, source, and table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from math import ceil

from wijzer import texts
from wijzer.export import drawing, wall_words
from wijzer.export.content import Drawing, Slide, Tile
from wijzer.export.qr import qr

WIDE = 512
"""Logical width of a picture on the wall: its type of 13 pixels is 24 on a screen of 1024."""
PHONE = 350
SMALLEST = 24
"""Pixels of the smallest type on a wall."""
SCALE = 1.87
"""How much larger a picture is shown, at least, so that its type is no smaller."""
WALLS = ((1024, 768), (1280, 720))
"""Screens that a slide must fit, in pixels."""


@dataclass(frozen=True, slots=True)
class Screens:
    """For which screens a slide has a drawing: each has its own, for the size of its letters."""

    wall: bool = True
    phone: bool = True


ALL = Screens()


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its code and name, and the choices of the view that it leads to."""

    code: str
    name: str
    query: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be changed on a slide while it is shown; `param` is its name in the link."""

    param: str
    label: str
    chosen: str
    options: tuple[Option, ...]


def inside(slide: Slide, choices: Sequence[Choice] = (), screens: Screens = ALL) -> str:
    """All that stands on a slide."""
    tile = slide.tile
    selects = "".join(map(_select, choices))
    if tile is None:
        return f'<div class="boven">{selects}</div>{_heading(slide.title)}{_words(slide)}'
    message, more = wall_words.parted(slide.title)
    told = wall_words.told(tile, more)
    shown = _pictured(tile, screens, _height(tile, message, told))
    body = f"{_figure(tile, shown, told)}{_behind(tile, more)}"
    return f"{_above(tile, selects)}{_heading(message)}{body}"


def _above(tile: Tile, selects: str) -> str:
    """Where and about what; on a wall a list to choose from says it by itself."""
    place, subject = escape(tile.facts.place), escape(tile.facts.subject)
    by_part = 'data-kies="deel"' in selects
    by_subject = selects.count("<select") > by_part
    shown = "".join(
        f"<span{_CHOSEN if chosen else ''}>{text}</span>"
        for text, chosen in (
            (place, by_part),
            (" · ", by_part or by_subject),
            (subject, by_subject),
        )
    )
    return (
        f'<div class="boven"><p class="plaats">{shown}</p>{selects}'
        f'<a class="terug" href="{escape(tile.view)}">{texts.SHOW_BACK} '
        f"<span>{texts.SHOW_BACK_WHERE}</span></a></div>"
    )


_CHOSEN = ' class="ook-gekozen"'


def _select(one: Choice) -> str:
    groups: dict[str, str] = {}
    for option in one.options:
        groups[option.group] = groups.get(option.group, "") + _option(option, one.chosen)
    listed = "".join(
        f'<optgroup label="{escape(name)}">{options}</optgroup>' if name else options
        for name, options in groups.items()
    )
    return (
        f'<label class="kies kies-{one.param}"><span>{escape(one.label)}</span>'
        f'<select data-kies="{one.param}" autocomplete="off">{listed}</select></label>'
    )


def _option(one: Option, chosen: str) -> str:
    selected = " selected" if one.code == chosen else ""
    return (
        f'<option value="{escape(one.query)}" data-code="{escape(one.code)}"{selected}>'
        f"{escape(one.name)}</option>"
    )


_SIZES = ((100, "", 1.5), (165, "lang", 1.25), (10_000, "langer", 1.0))
"""Of the heading: at most so many letters, its class, and its size in rem."""


def _heading(title: str) -> str:
    kind = next(kind for most, kind, _ in _SIZES if len(title) <= most)
    return f'<h2 class="{kind}" tabindex="-1">{escape(title)}</h2>'


# --- words ----------------------------------------------------------------------------------------


def _words(slide: Slide) -> str:
    if slide.link:
        return f'<div class="vol qr">{qr(slide.link)}<div>{_large(slide.lines)}</div></div>'
    length = sum(len(line) + 30 for line in slide.lines)
    kind = "vol tekst schuif veel" if length > _MUCH else "vol tekst schuif"
    return (
        f'<div class="{kind}" tabindex="0" role="group" aria-label="{escape(slide.title)}">'
        f"{_mark(slide.example)}{_listed(slide)}</div>"
    )


_MUCH = 420


def _large(lines: Iterable[str]) -> str:
    """The line with an address is larger: it is typed over from the back of the room."""
    return "".join(
        f'<p class="{"groot" if "/" in line else ""}">{escape(line)}</p>' for line in lines
    )


def _listed(slide: Slide) -> str:
    """The lines as a list; where they come from stands under it."""
    sources = [line for line in slide.lines if line.startswith(f"{texts.SOURCE}: ")]
    items = "".join(f"<li>{escape(line)}</li>" for line in slide.lines if line not in sources)
    kind = "ol" if slide.layout == "agenda" else "ul"
    listed = f'<{kind} class="regels">{items}</{kind}>' if items else ""
    return listed + "".join(f'<p class="bron">{escape(line)}</p>' for line in sources)


def _mark(example: bool) -> str:
    if not example:
        return ""
    return f'<p class="voorbeeld" role="note">{texts.SLIDE_EXAMPLE}</p>'


# --- a picture ------------------------------------------------------------------------------------


def _pictured(tile: Tile, screens: Screens, height: int) -> str:
    if tile.large is None:
        return (
            '<div class="beeld schuif" role="region" tabindex="0" '
            f'aria-label="{escape(tile.title)}">{_table(tile)}</div>'
        )
    return (
        f'<div class="beeld" role="img" aria-label="{escape(tile.alternative or tile.title)}">'
        f"{_drawings(tile, tile.large, screens, height)}</div>"
    )


def _figure(tile: Tile, shown: str, told: str) -> str:
    mark = f'<strong class="voorbeeld">{texts.EXAMPLE_SENTENCE}</strong>'
    return (
        f'<figure class="vol">{shown}<figcaption class="bron">'
        f"{mark if tile.facts.example else ''}{escape(told)}</figcaption></figure>"
    )


def _drawings(tile: Tile, large: Drawing, screens: Screens, height: int) -> str:
    mark = sha256(f"{tile.id}?{tile.query}".encode()).hexdigest()[:8]
    wall = drawing.svg(large, WIDE, height) if screens.wall else ""
    phone = drawing.svg(large, PHONE) if screens.phone else ""
    return "".join(
        f'<div class="{kind}">{_inline(svg, f"{kind[0]}{mark}-")}</div>'
        for kind, svg in (("wand", wall), ("telefoon", phone))
        if svg
    )


def _height(tile: Tile, message: str, told: str) -> int:
    """As high as a picture can be between the words, so that its type is large enough."""
    size = next(size for most, _, size in _SIZES if len(message) <= most)
    rooms = []
    for wide, high in WALLS:
        width = wide / SMALLEST - 2 * _SIDE
        heading = size * 1.2 * _lines(message, size * 0.5, width)
        under = 1.15 * _lines(told, 0.45, width) + 1.3 * tile.facts.example
        rooms.append(high / SMALLEST - _BARS - heading - under)
    return max(150, min(300, int(min(rooms) * SMALLEST / SCALE)))


_SIDE, _BARS = 1.34, 5.6
"""What is left free beside a slide, and how high all is that every slide has, in rem."""


def _lines(text: str, letter: float, width: float) -> int:
    """On how many lines a text stands; `letter` is the width of one on average, in rem."""
    return max(1, ceil(len(text) * letter / width))


def _inline(svg: str, mark: str) -> str:
    """The drawing as part of a page: names of its own, no second voice, and no size of its own.

    What Vega says of each mark is left out: the words of the picture and its table tell it better.
    """
    svg = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg)
    svg = re.sub(r'\bid="', f'id="{mark}', svg).replace("url(#", f"url(#{mark}")
    return re.sub(
        r'<svg[^>]*?(viewBox="[^"]*")[^>]*>', r'<svg aria-hidden="true" \1>', svg, count=1
    )


def _behind(tile: Tile, more: str) -> str:
    """The same as a table, with all that is to be known of it; `more` ends the message."""
    facts = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in tile.facts.lines()
    )
    said = "".join(f"<p>{escape(one)}</p>" for one in (more, tile.note, tile.worth) if one)
    return (
        f'<details class="uitleg"><summary>{texts.SHOW_TABLE_ALL}</summary>'
        f'<div class="schuif" role="region" tabindex="0" aria-label="{texts.SHOW_TABLE_ALL}">'
        f"{said}{_table(tile)}<dl>{facts}</dl></div></details>"
    )


def _table(tile: Tile) -> str:
    if not tile.body:
        return ""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in tile.header)
    body = "".join(map(_row, tile.body))
    return (
        f"<table><caption>{escape(tile.title)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _row(line: Sequence[str]) -> str:
    first, *others = line
    cells = "".join(f"<td>{escape(one)}</td>" for one in others)
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
