"""Classes for the colours of a map or heat table: at most five, never empty, never overlapping.

Quantiles, so that a few large or extreme areas do not decide for all others. Figures are rounded
as they are shown before they are classed: the number in the tooltip always falls within the
words of its class. Areas without a figure are no class; they have their own look and word.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from wijzer import texts
from wijzer.palette import MISSING, ramp
from wijzer.stats.rounding import half_away

MAX_CLASSES = 5


@dataclass(frozen=True, slots=True)
class Classes:
    """Where each class after the first begins (in the unit), and each class in Dutch words."""

    starts: tuple[float, ...]
    decimals: int
    labels: tuple[str, ...]

    @property
    def colours(self) -> tuple[str, ...]:
        return ramp(len(self.labels))


def classes(
    values: Iterable[float | None], unit: str, decimals: int, most: int = MAX_CLASSES
) -> Classes:
    """Classes for these values; share the answer to give several maps the same classes.

    None and NaN are left out; without any value there are no classes. `most` is 1 to 5.
    """
    shown = sorted(half_away(one, decimals) for one in values if one is not None and isfinite(one))
    starts = _starts(shown, most)
    return Classes(starts, decimals, _labels(shown, starts, unit, decimals))


def classify(value: float | None, found: Classes) -> int | None:
    """The class of a value, 0 for the lowest; None when there is no value or are no classes.

    Values outside the ones that made the classes fall in the first or last.
    """
    if value is None or not isfinite(value) or not found.labels:
        return None
    return bisect_right(found.starts, half_away(value, found.decimals))


def legend(found: Classes, missing: bool = False) -> list[tuple[str, str]]:
    """Colour and words of each class, low to high, then the areas without a figure if any."""
    entries = list(zip(found.colours, found.labels, strict=True))
    return [*entries, (MISSING, NO_FIGURE)] if missing else entries


NO_FIGURE = "geen cijfer"


def _starts(shown: list[float], most: int) -> tuple[float, ...]:
    """Values at which a class begins: each is a value that occurs, so no class is empty."""
    distinct = sorted(set(shown))
    if len(distinct) <= most:
        return tuple(distinct[1:])
    places = (shown[round(len(shown) * step / most)] for step in range(1, most))
    return tuple(sorted({place for place in places if place > distinct[0]}))


def _labels(
    shown: list[float], starts: tuple[float, ...], unit: str, decimals: int
) -> tuple[str, ...]:
    if not shown:
        return ()
    if not starts:
        return (texts.amount(shown[0], unit, decimals),)
    between = (
        f"{_short(low, unit, decimals)} tot {texts.amount(high, unit, decimals)}"
        for low, high in pairwise(starts)
    )
    first = f"minder dan {texts.amount(starts[0], unit, decimals)}"
    return (first, *between, f"{texts.amount(starts[-1], unit, decimals)} en meer")


def _short(value: float, unit: str, decimals: int) -> str:
    """The lower end of a class, without the unit that the upper end already has."""
    whole = texts.amount(value, unit, decimals)
    end = texts.amount(0, unit, decimals).lstrip("0,")
    return whole.removesuffix(end)
