"""Which places a figure can have in a ranking, given how sure it is.

A figure with an interval has no place but a range of places: two figures are told apart only when
their intervals share no point. With intervals that hold together at a level, the ranges hold
together at that level too (Klein, Wright & Wieczorek 2020, JRSS C 69:589-606). Why a single place
misleads: Goldstein & Spiegelhalter 1996, JRSS A 159:385-443.
"""

from collections.abc import Sequence
from typing import NamedTuple

from wijzer.stats.compare import intervals_overlap
from wijzer.stats.proportion import BadLevel, Interval


class Places(NamedTuple):
    """The first and last place that a figure can have; 1 is the top of the ranking."""

    first: int
    last: int

    @property
    def certain(self) -> bool:
        """Whether only one place is possible."""
        return self.first == self.last


def places(intervals: Sequence[Interval], highest_first: bool) -> list[Places]:
    """The places that each figure can have, in the order given.

    From 1 + those that are certainly before it, to all − those that are certainly after it.
    Intervals that touch overlap: neither is certainly before the other.
    """
    return [_places(one, intervals, highest_first) for one in intervals]


def _places(one: Interval, intervals: Sequence[Interval], highest_first: bool) -> Places:
    apart = [other for other in intervals if not intervals_overlap(one, other)]
    higher = sum(other.low > one.high for other in apart)
    before = higher if highest_first else len(apart) - higher
    return Places(1 + before, len(intervals) - (len(apart) - before))


def each(level: float, count: int) -> float:
    """The level that each of `count` independent intervals needs to hold together at `level`.

    Šidák 1967: level^(1/count). Raises BadLevel for a level that is not between 0 and 1, and for
    fewer than one interval.
    """
    if not 0 < level < 1 or count < 1:
        raise BadLevel(f"{count} intervals at {level}")
    return float(level ** (1 / count))
