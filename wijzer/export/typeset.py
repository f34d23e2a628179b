"""Documents that Typst sets: tagged PDF/UA-1, from a template and content.

Content goes in as data and is shown as text, so nothing that people typed can become markup. The
letters are those of the program, with Typst's own for the few signs that they lack.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import typst

from wijzer import palette, texts
from wijzer.export import drawing, painter
from wijzer.export.content import Drawing, Tile
from wijzer.model import Sign

Made = dict[str, Any]
"""A part of the content, as the template asks for it."""
TEMPLATES = Path(__file__).parent / "typst"
FAMILY = "Source Sans Pro"

COVERED = (
    *((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x373), (0x376, 0x377), (0x37A, 0x37F)),
    *((0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x482), (0x48A, 0x4FF)),
    *((0x1E00, 0x1EFF), (0x2010, 0x2015), (0x2018, 0x2027), (0x2030, 0x2040), (0x20A0, 0x20BF)),
    *((0x2190, 0x22FF), (0x25A0, 0x25FF)),
)
"""First and last code points of the signs that the letters have."""
UNKNOWN = "□"
"""Stands for signs that they lack, such as emoji: without it no document could be made."""

_OTHER = re.compile(f"[^{''.join(f'{chr(one)}-{chr(last)}' for one, last in COVERED)}]+")
_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufeff]")
"""Joiners, directions and loose accents: they have no sign of their own."""
_LONG = re.compile(r"[^\s-]{20}(?=[^\s-])")
_BREAK = "\u200b"
_FONT = re.compile(r'font-family="[^"]*"|(?<= )font-style="italic"')
_HIDDEN = re.compile(r'<text[^>]* opacity="0"[^>]*>[^<]*</text>')
"""Labels for which an axis has no room: nobody sees them, but a program would read them."""
_SIZE = re.compile(r'<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself: to the reader's program, and at the foot of each page."""

    title: str
    about: str
    keywords: tuple[str, ...]
    made_on: date
    foot: str


def pdf(template: str, head: Head, content: Mapping[str, Any]) -> bytes:
    """The document that a template of TEMPLATES makes of this content."""
    file, inputs = TEMPLATES / f"{template}.typ", {"content": _data(head, content)}
    return typst.compile(
        str(file),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards="ua-1",
        timestamp=datetime.combine(head.made_on, time(), UTC),
    )


def _data(head: Head, content: Mapping[str, Any]) -> str:
    day = head.made_on
    own = {
        "title": head.title,
        "description": head.about,
        "author": texts.APP,
        "keywords": list(head.keywords),
        "day": [day.year, day.month, day.day],
        "foot": head.foot,
        "pages": texts.PAGE_OF,
        "colours": {
            "ink": palette.INK,
            "soft": palette.SOFT,
            "line": palette.LINE,
            "pale": palette.PALE,
            "accent": palette.ACCENT,
            "favourable": palette.SIGN_COLOUR[Sign.FAVOURABLE],
            "unfavourable": palette.SIGN_COLOUR[Sign.UNFAVOURABLE],
            "unfavourable_text": palette.SIGN_TEXT[Sign.UNFAVOURABLE],
        },
    }
    return json.dumps(_written(own | dict(content)), ensure_ascii=False)


def _written(part: Any, name: str = "") -> Any:
    """Every text in it on one line, in signs that the letters have. Words that are too long for
    a line get places to break, but not in what only a program reads."""
    if isinstance(part, str):
        told = part if name == "svg" else " ".join(writable(part).split())
        return told if name in _UNBROKEN else _LONG.sub(rf"\g<0>{_BREAK}", told)
    if isinstance(part, Mapping):
        return {key: _written(one, key) for key, one in part.items()}
    return [_written(one, name) for one in part] if isinstance(part, list | tuple) else part


_UNBROKEN = ("title", "description", "author", "keywords", "svg", "alternative", "to", "address")


def writable(text: str) -> str:
    """The text in signs that the letters have; what they lack becomes an empty square."""
    seen = _UNSEEN.sub("", normalize("NFC", re.sub(r"\s", " ", text)))
    return _OTHER.sub(UNKNOWN, seen)


def picture(one: Drawing, alternative: str, width: int, height: int | None = None) -> Made:
    """A drawing as vector, this wide in pixels, with the words for who does not see it."""
    made = _FONT.sub(_letters, _HIDDEN.sub("", drawing.svg(one, width, height)))
    return drawn(made, alternative)


def _letters(found: re.Match[str]) -> str:
    """The program's own letters, which have no italics."""
    return f'font-family="{FAMILY}"' if found[0].startswith("font-family") else ""


def drawn(svg: str, alternative: str) -> Made:
    """A drawing that was made already."""
    found = _SIZE.search(svg)
    wide, high = (float(one) for one in found.groups()) if found else (1.0, 1.0)
    return {"svg": writable(svg), "width": wide, "height": high, "alternative": alternative}


def alternative(tile: Tile) -> str:
    """A picture in words: what it shows, and its figures."""
    rows = (" ".join(filter(None, line)) for line in tile.body)
    return f"{tile.alternative} {'; '.join(rows)}".strip()


@cache
def _fonts() -> "typst.Fonts":
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(painter.FONTS)],
    )
