"""What is wrong, and where: by sheet, row and column, as somebody sees them in a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Fault:
    """A sheet, a row (0: the whole sheet), what stands above the column, and a Dutch sentence
    that says what to do. `at` is the place of the column, counted from 0; -1 for the whole row.

    The sentence never repeats what stands in the cell: that may be about a person.
    """

    sheet: str
    row: int
    column: str
    said: str
    at: int = -1


def shown(faults: Sequence[Fault]) -> list[Fault]:
    """The first faults, in the order of the file."""
    order = {name: place for place, name in enumerate(dict.fromkeys(f.sheet for f in faults))}
    found = sorted(dict.fromkeys(faults), key=lambda one: (order[one.sheet], one.row, one.at))
    return found[:MOST_SHOWN]
