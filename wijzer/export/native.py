"""Charts that PowerPoint draws itself, made from the table of a tile: the numbers as shown."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wijzer.export.content import Native

Body = Sequence[Sequence[str]]


class Number(NamedTuple):
    """A number as a cell shows it: its value, its decimals and its unit ("%", "km", "")."""

    value: float
    decimals: int
    unit: str


_COUNT = "aantal"
"""The catalogue's unit of what is counted: a number without a word after it."""
_NUMBER = re.compile(
    r"(?P<whole>[+−-]?(?:\d{1,3}(?:\.\d{3})+|\d+))(?:,(?P<part>\d+))?"
    r"(?P<unit>%| [^(]*[^( ])?(?: ?\(.*\))?"
)
_NO_UNIT = re.compile(r"^[-–—]|\b(?:tot|t/m|of|à|en)\b|^(?!per |van de ).*\d")
"""What follows a number that does not stand alone: "229 tot 328", "10 of meer", "3 maart 2026"."""


def number(text: str) -> Number | None:
    """The one number that a text shows, in Dutch notation; None for words and for a range.

    What stands in brackets after it is no part of it: "67% (ongunstiger)" is 67%.
    """
    found = _NUMBER.fullmatch(text.strip())
    unit = (found["unit"] or "").strip() if found else ""
    if not found or _NO_UNIT.search(unit):
        return None
    whole, part = found["whole"].replace(".", "").replace("−", "-"), found["part"] or ""
    return Number(float(f"{whole}.{part}"), len(part), unit)


def value(text: str) -> float | None:
    """The value of the one number that a text shows; None for words and for a range."""
    found = number(text)
    return found.value if found else None


def of_table(
    form: str, header: Sequence[str], body: Body, columns: Iterable[int], unit: str = ""
) -> Native | None:
    """A chart of these columns; the first column names the categories.

    `unit` is that of cells which show a number only. None without any number, and when the
    numbers are of different units: they cannot stand on one axis.
    """
    chosen = tuple(columns)
    read = [[number(line[column]) for line in body] for column in chosen]
    known = [one for column in read for one in column if one]
    units = _units(known)
    if len(units) != 1:
        return None
    return Native(
        form,
        units.pop() or ("" if unit == _COUNT else unit),
        max(one.decimals for one in known),
        tuple(line[0] for line in body),
        tuple(
            (header[column], tuple(one.value if one else None for one in found))
            for column, found in zip(chosen, read, strict=True)
        ),
    )


def _units(known: Sequence[Number]) -> set[str]:
    """The units in use. One of a thing is no other unit than more of it: "1 punt", "3 punten"."""
    several = {one.unit for one in known if abs(one.value) != 1}
    single = {one.unit for one in known if one.unit} - several
    bare = {one.unit for one in known if not one.unit}
    own = {unit for unit in single if not any(other.startswith(unit) for other in several)}
    return several | bare | own


def pivoted(form: str, body: Body, column: int, unit: str = "") -> Native | None:
    """A chart of a table with a line per category and series: names first, figures in `column`.

    None as for `of_table`, and when two lines have the same names: one of them would be lost.
    """
    categories = tuple(dict.fromkeys(line[0] for line in body))
    names = tuple(dict.fromkeys(line[1] for line in body))
    found = {(line[0], line[1]): line[column] for line in body}
    if len(found) < len(body):
        return None
    wide = [[one, *(found.get((one, name), "") for name in names)] for one in categories]
    return of_table(form, ("", *names), wide, range(1, len(names) + 1), unit)
