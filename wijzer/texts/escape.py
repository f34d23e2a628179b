"""Text that people entered stays text, wherever it is put."""

import re

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_SHORT = re.compile(r"(?<=:)(?=[a-zA-Z_+-])")
_JOINER = "\u2060"


def in_markdown(text: str, most: int = 0) -> str:
    """Text for a label that is read as markdown: no link, picture, icon or formula comes of it.

    Every mark is escaped, and a joiner that nobody sees breaks the names of icons (":smile:"),
    which are put in after the escapes are gone. `most` cuts a long text off.
    """
    line = " ".join(text.split())
    if most and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return _MARKS.sub(r"\\\1", _SHORT.sub(_JOINER, line))
