"""A drawing as a picture that explains itself: title, sentence, source and mark stand inside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from wijzer import palette, texts
from wijzer.export import drawing, painter
from wijzer.export.content import Tile

WIDTH = 720
"""Of a picture, in pixels: on a page of paper its smallest letters stay 8 points."""
SHARP = 2
"""Pixels of a PNG for each pixel of the drawing."""
EDGE = 24

_FONT = "Source Sans Pro, Source Sans, Segoe UI, Liberation Sans, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class _Style:
    """Letters of a paragraph: size in pixels, weight, colour, and the space above it."""

    size: int
    bold: bool
    colour: str
    above: int


_MARK = _Style(16, True, palette.INK, 0)
_TITLE = _Style(22, True, palette.INK, 10)
_SENTENCE = _Style(17, False, palette.INK, 6)
_SMALL = _Style(13, False, palette.SOFT, 4)


def png(tile: Tile) -> bytes:
    """The picture as PNG; the tile must have a drawing."""
    return raster(svg(tile))


def raster(picture: str) -> bytes:
    """An SVG as PNG, sharp enough for a beamer and for paper."""
    return painter.png(picture, SHARP)


def svg(tile: Tile) -> str:
    """The picture as SVG, with its text alternative; the tile must have a drawing."""
    top, y = _above(tile)
    chart, height = _chart(tile, y + 14)
    under, end = _paragraphs(_told_under(tile), y + 14 + height)
    title = _plain(f"{tile.title} · {tile.facts.place} · {texts.date(tile.facts.made_on)}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="nl" lang="nl" role="img" '
        f'aria-labelledby="titel uitleg" width="{WIDTH}" height="{end + EDGE}" '
        f'viewBox="0 0 {WIDTH} {end + EDGE}" font-family="{_FONT}">'
        f'<title id="titel">{title}</title><desc id="uitleg">{_plain(described(tile))}</desc>'
        f'<rect width="100%" height="100%" fill="{palette.PAPER}"/>{top}{chart}{under}</svg>'
    )


def described(tile: Tile) -> str:
    """The text alternative of a picture of this tile."""
    mark = texts.EXAMPLE_SENTENCE if tile.facts.example else ""
    return f"{tile.alternative} {mark}".strip()


def _above(tile: Tile) -> tuple[str, int]:
    """The mark of an example as a band, title and sentence; and where they end."""
    band, y = _band() if tile.facts.example else ("", EDGE - _TITLE.above)
    told, end = _paragraphs([(tile.title, _TITLE), (tile.sentence, _SENTENCE)], y)
    return band + told, end


def _band() -> tuple[str, int]:
    text, end = _paragraphs([(texts.EXAMPLE_SENTENCE, _MARK)], 12)
    height = end + 12
    return (
        f'<rect width="{WIDTH}" height="{height}" fill="{palette.PALE}"/>'
        f'<rect width="10" height="{height}" fill="{palette.hue(3, text=True)}"/>{text}'
    ), height


def _chart(tile: Tile, y: int) -> tuple[str, int]:
    """The drawing itself at this height, and how high it is. It may reach into the edge."""
    if tile.drawing is None:
        raise ValueError(f"{tile.id} has no drawing")
    made = drawing.svg(tile.drawing, WIDTH - 2 * EDGE)
    height = re.search(r' height="([\d.]+)"', made)
    placed = made.replace("<svg ", f'<svg x="{EDGE}" y="{y}" overflow="visible" ', 1)
    return placed, round(float(height[1])) if height else 0


def _told_under(tile: Tile) -> list[tuple[str, _Style]]:
    """What stands under the drawing: how sure it is, its small print, its facts and its link."""
    own = (texts.FACT_EXAMPLE, texts.FACT_ADDRESS)
    facts = [f"{label}: {text}." for label, text in tile.facts.lines() if label not in own]
    link = f"{texts.FACT_ADDRESS}: {tile.facts.address}"
    told = (tile.worth, tile.note, " ".join(facts).replace("..", "."), link)
    return [(text, _SMALL) for text in told]


def _paragraphs(told: Iterable[tuple[str, _Style]], y: int) -> tuple[str, int]:
    """Paragraphs under each other from this height on, and where they end."""
    made = []
    for text, style in told:
        lines = wrapped(text, style.size, WIDTH - 2 * EDGE, style.bold)
        y += style.above if lines else 0
        for line in lines:
            y += round(style.size * 1.35)
            weight = ' font-weight="bold"' if style.bold else ""
            made.append(
                f'<text x="{EDGE}" y="{y - round(style.size * 0.3)}" font-size="{style.size}" '
                f'fill="{style.colour}"{weight}>{_plain(line)}</text>'
            )
    return "".join(made), y


def wrapped(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """The text in lines that fit. A link may go on at a choice; what is still too long is cut."""
    lines: list[str] = []
    for space, part in _parts(text):
        joined = lines[-1] + space + part if lines else part
        if lines and measured(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines += _cut(part, size, width, bold)
    return lines


def _parts(text: str) -> Iterable[tuple[str, str]]:
    """Words, and links in the pieces between their choices, each with what stands before it."""
    for word in text.split():
        for place, part in enumerate(_PIECES.findall(word) if "://" in word else [word]):
            yield "" if place else " ", part


_PIECES = re.compile(r"[&?]?[^&?]+|[&?]")


def _cut(word: str, size: float, width: float, bold: bool) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and measured(parts[-1] + letter, size, bold) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def measured(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is at most, in pixels: in Arial, the widest font that may stand in for ours.

    Estimated by the kind of letter, for whoever opens an SVG may not have our font.
    """
    return sum(map(_width, text)) * size * (1.08 if bold else 1)


def _width(letter: str) -> float:
    found = next((width for letters, width in _WIDTHS if letter in letters), None)
    if found is not None:
        return found
    if ord(letter) > 0x2E7F:  # from here on letters are square
        return 1.1
    return 0.67 if letter.isupper() else 0.56


_WIDTHS = (
    (" iíìïlI.,:;!|'’·", 0.28),
    ('jtfr/()-"[]“”', 0.36),
    ("sckxyzvJ", 0.5),
    ("CDHNRU&w", 0.73),
    ("GOQ+=<>~", 0.78),
    ("mM", 0.84),
    ("W%@—→", 1.02),
)


def _plain(text: str) -> str:
    """A text as it can stand in XML, without signs that XML forbids."""
    return escape(_FORBIDDEN.sub("", text))


_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
