"""What counts as "no figure": None from our own code, NaN from a table."""

from collections.abc import Iterable
from math import isnan
from typing import TypeGuard


def known(x: float | None) -> TypeGuard[float]:
    """Whether there is a figure at all."""
    return x is not None and not isnan(x)


def only_known(values: Iterable[float | None]) -> list[float]:
    """The figures that exist, in their order."""
    return [x for x in values if known(x)]
