"""Which names fit on a network that is small, and on which side of their marks they stand."""

from collections.abc import Iterator, Sequence

from wijzer.texts import shortened

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""

WIDE, HIGH = 480, 278
"""Pixels of a slide's network; on a beamer it is shown twice as large."""
SIDE, TOP, BOTTOM = 56, 20, 50
"""Pixels outside the outer marks, as in `network`."""
_MARK, _AWAY, _LINE, _LETTER = 8, 12, 16, 6.8
_LONGEST = 26
"""Letters of a name."""


def fitting(marks: Sequence[tuple[float, float, str]], most: int) -> dict[int, tuple[str, str]]:
    """By place in the list, the name as it fits and its side: below, above, right or left.

    `marks` are x, y (0 to 1) and name, the most telling first. A name is left out when it would
    lie over a mark or another name, and after so many names.
    """
    spots = [(SIDE + x * (WIDE - 2 * SIDE), TOP + y * (HIGH - TOP - BOTTOM)) for x, y, _ in marks]
    taken: list[Box] = [(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y in spots]
    found: dict[int, tuple[str, str]] = {}
    for place, (x, y) in enumerate(spots):
        free = (
            one
            for one in _options(x, y, marks[place][2])
            if _inside(one[2]) and not any(_over(one[2], box) for box in taken)
        )
        if len(found) < most and (fits := next(free, None)):
            found[place] = fits[:2]
            taken.append(fits[2])
    return found


def _options(x: float, y: float, name: str) -> Iterator[tuple[str, str, Box]]:
    """Name, side and box of each way to write it, the best first."""
    for text in (shortened(name, _LONGEST), shortened(name.split(",")[0], _LONGEST)):
        wide, half = len(text) * _LETTER, len(text) * _LETTER / 2
        yield text, "below", (x - half, y + _AWAY, x + half, y + _AWAY + _LINE)
        yield text, "above", (x - half, y - _AWAY - _LINE, x + half, y - _AWAY)
        yield text, "right", (x + _AWAY, y - _LINE / 2, x + _AWAY + wide, y + _LINE / 2)
        yield text, "left", (x - _AWAY - wide, y - _LINE / 2, x - _AWAY, y + _LINE / 2)


def _inside(box: Box) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDE and box[3] <= HIGH


def _over(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
