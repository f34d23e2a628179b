"""How much the neighbourhoods differ on a figure: an order to look in, not a ranking of places."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from wijzer import catalog, texts
from wijzer.model import Indicator, Weight
from wijzer.publish.door import Row, real, records
from wijzer.stats.rounding import difference


@dataclass(frozen=True, slots=True)
class Apart:
    """How far the neighbourhoods lie apart on one figure; `why` when that cannot be said.

    `size` is a part of the scale of its row in the columns: 0 when all lie equally far from their
    own municipality.
    """

    indicator: str
    name: str
    size: float
    why: str = ""


def apart(rows: pd.DataFrame) -> list[Apart]:
    """All indicators of `together.columns`: first those that differ most, last the incomparable.

    Of each neighbourhood its difference from its own municipality is taken, and the size is the
    largest of these minus the smallest, as a part of the scale that all columns share (from the
    lowest to the highest mark of the row). So a figure counts as different when neighbourhoods
    stand elsewhere against their own city, not when their cities differ. Differences that read
    the same as printed count as no difference. The scale holds the subdistricts too: differences
    within the neighbourhoods make it wide and the size small. It says nothing of certainty.

    Not compared: another year, table, method or a lacking figure (its flag), counts of people,
    and a municipality without the figure. Ties stand in the order of the catalogue.
    """
    found = [_apart(str(id), records(group)) for id, group in rows.groupby("indicator", sort=False)]
    return sorted(found, key=lambda one: (bool(one.why), -one.size))


def _apart(id: str, marks: Sequence[Row]) -> Apart:
    one, name = catalog.indicator(id), str(marks[0]["name"])
    why = str(marks[0]["flag"]) or _why_not(one, marks)
    if why:
        return Apart(id, name, 0.0, why)
    gaps = [_gap(one, mine, own) for mine, own in _pairs(marks)]
    values = [value for mark in marks if (value := real(mark["value"])) is not None]
    width = max(values) - min(values)
    return Apart(id, name, (max(gaps) - min(gaps)) / width if width else 0.0)


def _why_not(one: Indicator, marks: Sequence[Row]) -> str:
    if one.weight is Weight.SUM:
        return texts.APART_COUNTS
    lacking = [own["area_name"] for _, own in _pairs(marks) if real(own["value"]) is None]
    return texts.LACKS.format(wat=texts.enumerate_words(sorted(set(lacking)))) if lacking else ""


def _pairs(marks: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Of each neighbourhood its own mark and that of its municipality."""
    own = {mark["neighbourhood"]: mark for mark in marks if mark["kind"] == "municipality"}
    return [(mark, own[mark["neighbourhood"]]) for mark in marks if mark["kind"] == "area"]


def _gap(one: Indicator, mine: Row, own: Row) -> float:
    """The difference as it is printed."""
    return difference(float(mine["value"]), float(own["value"]), one.decimals)
