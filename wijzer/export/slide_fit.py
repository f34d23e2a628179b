"""How much text fits in a box of a slide. All sizes are in points.

The font of whoever opens the file is not known here: letters are taken to be as wide as those of
Arial, which is what most machines show when they lack Source Sans Pro.
"""

from collections.abc import Iterable, Iterator
from textwrap import wrap

LETTER = 0.5
"""Width of a letter, on average, as a share of the size of the font."""
LINE = 1.25
"""Height of a line, as a share of the size of the font."""
BETWEEN = 0.35
"""Space above a paragraph of a list, as a share of the size of the font."""


def lines(text: str, size: float, width: float) -> int:
    """On how many lines a text stands."""
    return max(1, sum(len(_wrapped(part, size, width)) for part in text.split("\n")))


def _wrapped(text: str, size: float, width: float) -> list[str]:
    return wrap(text, _letters(size, width)) or [""]


def _letters(size: float, width: float) -> int:
    return max(2, int(width / (size * LETTER)))


def height(text: str, size: float, width: float) -> float:
    """How high a text is."""
    return lines(text, size, width) * size * LINE


def largest(text: str, width: float, room: float, sizes: Iterable[int]) -> int:
    """The first of these sizes, large to small, in which the text fits; else the last one."""
    size = 0
    for size in sizes:
        if height(text, size, width) <= room:
            break
    return size


def cut(text: str, size: float, width: float, room: float) -> str:
    """The text as far as it fits, with "…" where it was cut."""
    kept = max(1, int(room // (size * LINE)))
    every = [line for part in text.split("\n") for line in _wrapped(part, size, width)]
    if len(every) <= kept:
        return text
    *before, last = every[:kept]
    return " ".join([*before, f"{last[: _letters(size, width) - 1].rstrip()}…"])


def pages(items: Iterable[str], size: float, width: float, room: float) -> Iterator[list[str]]:
    """The items of a list over as many slides as they need; a long item goes on on the next."""
    page: list[str] = []
    used = 0.0
    for part in _parts(items, size, width, room):
        needed = height(part, size, width) + BETWEEN * size
        if page and used + needed > room:
            yield page
            page, used = [], 0.0
        page.append(part)
        used += needed
    if page:
        yield page


def _parts(items: Iterable[str], size: float, width: float, room: float) -> Iterator[str]:
    most = int((room - BETWEEN * size) // (size * LINE))
    for item in items:
        every = _wrapped(" ".join(item.split()), size, width)
        for first in range(0, len(every), most):
            yield " ".join(every[first : first + most])
