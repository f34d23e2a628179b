"""How many people there are of an age that nobody counts."""

from dataclasses import dataclass

from wijzer.stats.missing import known

# Of the 15- to 25-year-olds seven of ten years are 18 or older: CBS gives no finer bands per buurt.
UNDER_18_OF_15_25 = 0.3
_STEP = 4  # a count that was rounded to fives at random is at most four off


@dataclass(frozen=True, slots=True)
class Size:
    """A number of people, with the lowest and highest it can be through rounding."""

    count: float
    low: float
    high: float


def adults(every: float | None, children: float | None, young: float | None) -> float | None:
    """Inhabitants of 18 and older, from everybody, those of 0-15 and those of 15-25.

    None when one of these is missing. Counts are rounded to fives, so in a tiny area the
    difference can come out below nothing: then 0.
    """
    if not (known(every) and known(children) and known(young)):
        return None
    return max(0.0, every - children - UNDER_18_OF_15_25 * young)


def counted(count: float, rounding: int) -> Size:
    """A CBS count with its rounding interval: four either way per count that was rounded.

    `rounding` is 5 for one count, 15 for the sum of three, 0 when nothing was rounded. CBS,
    Toelichting Wijk- en Buurtkaart 2024, section 5.2.
    """
    off = _STEP * rounding / 5
    return Size(count, max(0.0, count - off), count + off)


def part(share: float, size: Size) -> Size:
    """A share (fraction) of a number of people; the interval is that of the rounding alone."""
    return Size(share * size.count, share * size.low, share * size.high)
