"""What is said with a picture on the wall: a short message, and one line under the picture."""

import re
from collections.abc import Sequence

from wijzer import texts
from wijzer.export.content import Tile

LONGEST, LONGEST_NOTE = 165, 130
"""Letters of a message that reads as one from the back of the room, and of the note under it."""


def parted(text: str, longest: int = LONGEST) -> tuple[str, str]:
    """The first sentences, as many as fit in so many letters but at least one; and the rest."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    count = 1
    while count < len(sentences) and len(" ".join(sentences[: count + 1])) <= longest:
        count += 1
    return " ".join(sentences[:count]), " ".join(sentences[count:])


def told(tile: Tile, more: str) -> str:
    """Under a picture: how to read it, which part it is, source, date of the figures, benchmark.

    `more` are the last sentences of the message. All of the note stands with the table.
    """
    facts = tile.facts
    first, rest = parted(f"{tile.note} {more}".strip(), LONGEST_NOTE)
    day = texts.MADE_ON.format(datum=texts.date(facts.made_on))
    parts = [
        first,
        *_about_the_part(tile, rest),
        "" if f"{texts.SOURCE}:" in first else _sources(facts.sources),
        texts.SHOW_PERIOD.format(periode=facts.period) if facts.period else day,
        facts.benchmark and f"{texts.FACT_BENCHMARK}: {facts.benchmark}.",
    ]
    return " ".join(filter(None, parts))


def _about_the_part(tile: Tile, rest: str) -> list[str]:
    """That not all is in the picture: by the rest of the note, or because rows were left out."""
    said = [one for one in re.split(r"(?<=[.])\s+", rest) if one.startswith(texts.SLIDE_LARGE)]
    return [*said, texts.SLIDE_PART] if tile.partial else said


def _sources(sources: Sequence[str]) -> str:
    """The first source; the others stand with the table."""
    if not sources:
        return ""
    first, *more = sources
    told = texts.SHOW_SOURCES_MORE.format(bron=first, aantal=len(more)) if more else first
    return f"{texts.SOURCE}: {told}."
