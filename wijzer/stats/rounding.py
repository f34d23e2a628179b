"""Rounding as Dutch readers learned it: 74,5 becomes 75 and -0,5 becomes -1.

How a number is *written* (comma, points) is a matter of words: `wijzer.texts`.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite

# Enough digits for any float: the default of 28 refuses to round 1e30.
_WIDE = Context(prec=800)


class NotANumber(ValueError):
    """Rounding was asked of a missing or infinite figure; the caller should have said why."""


def half_away(x: float, decimals: int = 0) -> float:
    """Round half away from zero, on the number as it is written (2.675 → 2.68).

    Python's own `round` goes to the even neighbour (74.5 → 74). Negative `decimals` round to
    tens and hundreds. Never gives minus zero. Raises NotANumber.
    """
    return _rounded(_written(x), decimals)


def difference(a: float, b: float, decimals: int = 0) -> float:
    """a - b, rounded once: never the difference of two rounded figures.

    32.4 and 30.6 read as 32 and 31, yet differ by 2. Raises NotANumber.
    """
    return _rounded(_WIDE.subtract(_written(a), _written(b)), decimals)


def _written(x: float) -> Decimal:
    number = float(x)
    if not isfinite(number):
        raise NotANumber(f"cannot round {x}")
    return Decimal(repr(number))


def _rounded(x: Decimal, decimals: int) -> float:
    # + 0.0 turns minus zero into zero, which would be read as "a little less".
    return float(x.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)) + 0.0
