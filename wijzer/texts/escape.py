"""Text that people entered stays text, wherever it is put."""

import re

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_SHORT = re.compile(
    r"(?<=[:@])(?=\S)"  # :smile:, :material/home:, https://, somebody@example.nl
    r"|(?<=www)(?=\.)"
    r"|(?<!\S)(?=(?:<->|->|<-|--|[<>~]=)(?!\S))",  # arrows and dashes
    re.IGNORECASE,
)
_JOINER = "\u2060"


def in_markdown(text: str, most: int = 0) -> str:
    """Text for a label that is read as markdown: no link, picture, icon or formula comes of it.

    Every mark is escaped, and a joiner that nobody sees breaks what Streamlit looks for after the
    escapes are gone: names of icons (":smile:"), addresses, arrows. `most` cuts a long text off.
    """
    return _MARKS.sub(r"\\\1", _SHORT.sub(_JOINER, shortened(text, most)))


def shortened(text: str, most: int = 0) -> str:
    """Text on one line, cut off when it is longer than `most`."""
    line = " ".join(text.split())
    return line[: most - 1].rstrip() + "…" if most and len(line) > most else line
