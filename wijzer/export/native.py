"""Charts that PowerPoint draws itself, made from the table of a tile: the numbers as shown."""

import re
from collections.abc import Iterable, Sequence

from wijzer.export.content import Native

Body = Sequence[Sequence[str]]

_NUMBER = re.compile(r"^[+−-]?\d[\d.]*(?:,\d+)?")


def value(text: str) -> float | None:
    """The number that a text begins with, in Dutch notation; None when it begins with a word."""
    found = _NUMBER.match(text)
    if not found:
        return None
    return float(found[0].replace(".", "").replace(",", ".").replace("−", "-"))


def of_table(
    form: str, header: Sequence[str], body: Body, columns: Iterable[int], unit: str = "%"
) -> Native | None:
    """A chart of these columns; the first column names the categories. None without any number."""
    series = tuple(
        (header[column], tuple(value(line[column]) for line in body)) for column in columns
    )
    if not any(one is not None for _, values in series for one in values):
        return None
    shown = [line[column] for line in body for column in columns]
    return Native(form, unit, _decimals(shown), tuple(line[0] for line in body), series)


def _decimals(shown: Iterable[str]) -> int:
    found = (_NUMBER.match(text) for text in shown)
    return max((len(one[0].partition(",")[2]) for one in found if one), default=0)


def pivoted(form: str, body: Body, column: int, unit: str = "%") -> Native | None:
    """A chart of a table with a line per category and series: names first, figures in `column`."""
    categories = tuple(dict.fromkeys(line[0] for line in body))
    names = tuple(dict.fromkeys(line[1] for line in body))
    found = {(line[0], line[1]): line[column] for line in body}
    wide = [[one, *(found.get((one, name), "") for name in names)] for one in categories]
    return of_table(form, ("", *names), wide, range(1, len(names) + 1), unit)
