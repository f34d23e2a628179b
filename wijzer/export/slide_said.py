"""What is said with a picture on a slide: the line under it, and the notes of who presents."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import TypeVar, cast
from urllib.parse import urljoin

from wijzer import texts
from wijzer.export.content import Deck, Facts, Native, Slide, Tile

_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML cannot hold: somebody pasted them."""

Part = TypeVar("Part")


def writable(part: Part) -> Part:
    """A presentation, or a part of it, without signs that XML cannot hold."""
    if isinstance(part, str):
        return cast(Part, _STRANGE.sub("", part))
    if isinstance(part, tuple):
        return cast(Part, tuple(map(writable, part)))
    if isinstance(part, Deck | Slide | Tile | Facts | Native):
        every = {one.name: writable(getattr(part, one.name)) for one in fields(part)}
        return cast(Part, replace(part, **every))
    return part


def title(slide: Slide) -> str:
    """The one sentence of a slide."""
    return (slide.tile.sentence if slide.tile else "") or slide.title


def source(tile: Tile, left_out: str, fits: bool = True) -> str:
    """The line under a picture: what was left out, what it is worth, source, benchmark and date.

    The mark of an example has a band of its own. Without `fits` what it is worth stays out.
    """
    small = replace(tile.facts, example=False).small()
    return " ".join(map(_closed, filter(None, [left_out, tile.worth if fits else "", small])))


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def left_out(shown: int, count: int, sentence: str) -> str:
    """That not everything stands on the slide; nothing when it does."""
    if shown >= count:
        return ""
    return f"{sentence.format(getoond=shown, aantal=count)} {texts.SLIDE_MORE}"


def part_of(tile: Tile) -> str:
    """That the drawing for the room leaves out rows of the one on the page; nothing else."""
    return f"{texts.SLIDE_PART} {texts.SLIDE_MORE}" if tile.partial else ""


def notes(slide: Slide, deck: Deck) -> str:
    """The notes of a slide: the words, every number of the table, the facts, and the way back."""
    tile = slide.tile
    if tile is None:
        return _joined([slide.title, *slide.lines])
    return _joined(
        [
            tile.title,
            tile.sentence,
            f"{texts.NOTES_WORTH} {tile.worth}" if tile.worth else "",
            *slide.lines,
            _table(tile.header, tile.body),
            tile.note,
            "\n".join(f"{label}: {text}" for label, text in facts(tile, deck).lines()),
        ]
    )


def facts(tile: Tile, deck: Deck) -> Facts:
    """The facts of a tile, with a link that works from a file."""
    return replace(tile.facts, address=urljoin(deck.address, tile.facts.address))


def _table(header: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    if not body:
        return ""
    lines = "\n".join(" | ".join(line) for line in (header, *body))
    return f"{texts.NOTES_TABLE}\n{lines}"


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, parts)))
