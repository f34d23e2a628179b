"""Whether the items of a scale hang together: Cronbach's alpha."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from statistics import variance

from wijzer.stats.missing import known, only_known
from wijzer.stats.proportion import Interval, z


class BadRows(ValueError):
    """Answer sheets with unequal numbers of items."""


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha (at most 1, may be below 0) with its interval.

    `n` people answered all `items`; `dropped` missed at least one.
    """

    alpha: float
    interval: Interval
    n: int
    items: int
    dropped: int


def cronbach(rows: Sequence[Sequence[float | None]], level: float = 0.95) -> Alpha | None:
    """Alpha of a row per person, a column per item, reversed items turned first.

    α = k/(k-1)·(1 - Σs²_item/s²_total) over complete rows, with the F interval of Feldt 1965,
    Psychometrika 30:357-370. None with fewer than 2 items or 2 complete rows, or when the total
    does not vary. Raises BadRows and BadLevel.
    """
    z(level)
    if len({len(row) for row in rows}) > 1:
        raise BadRows("not every row has the same number of items")
    complete = [only_known(row) for row in rows if all(known(x) for x in row)]
    n, items = len(complete), len(rows[0]) if rows else 0
    if n < 2 or items < 2:
        return None
    total = variance([fsum(row) for row in complete])
    if total == 0:
        return None
    parts = fsum(variance(column) for column in zip(*complete, strict=True))
    alpha = items / (items - 1) * (1 - parts / total)
    return Alpha(alpha, _feldt(alpha, n, items, level), n, items, len(rows) - n)


def _feldt(alpha: float, n: int, items: int, level: float) -> Interval:
    from scipy.special import fdtri  # here, for it is slow to import and seldom needed

    free = n - 1, (n - 1) * (items - 1)
    low, high = (float(fdtri(*free, q)) for q in ((1 + level) / 2, (1 - level) / 2))
    return Interval(1 - (1 - alpha) * low, 1 - (1 - alpha) * high)
