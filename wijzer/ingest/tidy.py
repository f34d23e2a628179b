"""The project's own tables: readings become rows, rows are checked and join those there are."""

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wijzer.ingest.odata import Reading
from wijzer.model import Indicator, Level, Missing, Neighbourhood

AREAS = ("code", "name", "cbs_name", "level", "municipality", "wijk")
SOURCE = ("source", "table", "year", "licence")
FIGURES = ("area", "indicator", "year", "value", "missing", "n", "example", "source", "table",
           "licence", "note", "low", "high")  # fmt: skip
POPULATION = ("area", "year", "trait", "category", "count", "missing", "rounding", "source",
              "table", "licence")  # fmt: skip
_LEVELS = {"NL": Level.COUNTRY, "GM": Level.MUNICIPALITY, "WK": Level.WIJK, "BU": Level.BUURT}
_NOT_THERE = Reading(None, Missing.NOT_PUBLISHED, "Dit gebied staat niet in de tabel van de bron.")
_MOST_FAULTS = 20

Row = dict[str, str]
Readings = Mapping[tuple[str, str], Reading]


class NotValid(Exception):
    """What was fetched may not replace what is there; `faults` says why, one sentence each."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(*faults)
        self.faults = list(faults)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from, in the columns of every table."""

    source: str
    table: str
    licence: str
    year: int


def level(code: str) -> Level:
    """The level of a CBS code. Raises NotValid for a code that CBS cannot have made."""
    try:
        return _LEVELS[code[:2]]
    except KeyError as error:
        raise NotValid([f"'{code}' is geen gebiedscode van het CBS."]) from error


def wijk_of(code: str) -> str:
    """The wijk of a wijk or buurt; empty for larger areas."""
    return "WK" + code[2:8] if code[:2] in {"WK", "BU"} else ""


def wanted(
    codes: Iterable[str], municipalities: Sequence[str], neighbourhoods: Iterable[Neighbourhood]
) -> list[str]:
    """The areas that the tables have: the country, the municipalities, all their wijken, and
    the buurten of wijken that belong to a neighbourhood of the project."""
    parts = {part for one in neighbourhoods for part in one.parts}
    inside = {"GM" + one.removeprefix("GM") for one in municipalities}
    return sorted(
        code
        for code in set(codes)
        if code == "NL00"
        or ("GM" + code[2:6] in inside and (code[:2] != "BU" or wijk_of(code) in parts))
    )


def area_row(code: str, cbs_name: str, origin: Origin, known: Row | None = None) -> Row:
    """A row of areas.csv; a display name that was chosen by hand stays."""
    chosen = known["name"] if known and known["name"] != known["cbs_name"] else cbs_name
    return {
        "code": code,
        "name": chosen,
        "cbs_name": cbs_name,
        "level": level(code),
        "municipality": "" if code.startswith("NL") else "GM" + code[2:6],
        "wijk": wijk_of(code),
        "source": origin.source,
        "table": origin.table,
        "year": str(origin.year),
        "licence": origin.licence,
    }


def figure_rows(readings: Readings, areas: Sequence[str], origin: Origin) -> list[Row]:
    """A row per indicator and area; an area that the source lacks gets a row that says so.

    Indicators without a single figure are left out: the source has not published that year yet.
    """
    targets = sorted({target for (_, target), one in readings.items() if one.value is not None})
    return [
        _figure(area, target, readings.get((area, target), _NOT_THERE), origin)
        for area in areas
        for target in targets
    ]


def _figure(area: str, indicator: str, one: Reading, origin: Origin) -> Row:
    return {
        "area": area,
        "indicator": indicator,
        "year": str(origin.year),
        "value": text(one.value),
        "missing": one.missing,
        "n": "",
        "example": "",
        "source": origin.source,
        "table": origin.table,
        "licence": origin.licence,
        "note": one.note,
        "low": text(one.low),
        "high": text(one.high),
    }


def population_rows(readings: Readings, areas: Sequence[str], origin: Origin) -> list[Row]:
    """A row per trait, category and area. CBS rounds people and households of wijken and buurten
    to 5 at random; dwellings and land are not rounded."""
    targets = sorted({target for (_, target), one in readings.items() if one.value is not None})
    rows = []
    for area in areas:
        for target in targets:
            one = readings.get((area, target), _NOT_THERE)
            trait, _, category = target.partition("/")
            exact = trait in {"dwellings", "land"} or area[:2] not in {"WK", "BU"}
            rows.append({
                "area": area, "year": str(origin.year), "trait": trait, "category": category,
                "count": text(one.value), "missing": one.missing,
                "rounding": "" if exact or one.value is None else "5",
                "source": origin.source, "table": origin.table, "licence": origin.licence,
            })  # fmt: skip
    return rows


def text(value: float | None) -> str:
    """A number as published: '76.1', '750'; empty for none."""
    return "" if value is None else format(value, ".15g")


def figure_faults(
    rows: Sequence[Row], areas: Iterable[str], indicators: Mapping[str, Indicator]
) -> list[str]:
    """Why these figures may not go in, one Dutch sentence per fault; empty when all is well."""
    known = set(areas)
    faults = [] if rows else ["Er is geen enkel cijfer binnengekomen."]
    faults += _twice(rows, ("area", "indicator", "year"))
    for row in rows:
        one = indicators.get(row["indicator"])
        where = f"{row['area']}, {row['indicator']}, {row['year']}"
        if row["area"] not in known:
            faults.append(f"{where}: dit gebied staat niet in areas.csv.")
        if one is None:
            faults.append(f"{where}: deze indicator staat niet in data/catalog.")
        elif fault := _figure_fault(row, one):
            faults.append(f"{where}: {fault}")
    return faults


def _figure_fault(row: Row, indicator: Indicator) -> str:
    if not row["value"]:
        return "" if row["missing"] in set(Missing) else "geen waarde en geen reden daarvoor."
    value = float(row["value"])
    most = math.inf if indicator.high is None else indicator.high
    if not math.isfinite(value) or not indicator.low <= value <= most:
        return f"{row['value']} ligt buiten {indicator.low:g} tot {most:g} ({indicator.unit})."
    low, high = float(row["low"] or value), float(row["high"] or value)
    if not low <= value <= high:
        return f"de marge {row['low']} tot {row['high']} past niet om {row['value']}."
    return ""


def population_faults(rows: Sequence[Row], areas: Iterable[str]) -> list[str]:
    """Why these counts may not go in, one Dutch sentence per fault; empty when all is well."""
    known = set(areas)
    faults = [] if rows else ["Er is geen enkel bevolkingscijfer binnengekomen."]
    faults += _twice(rows, ("area", "year", "trait", "category"))
    for row in rows:
        where = f"{row['area']}, {row['trait']}/{row['category']}, {row['year']}"
        if row["area"] not in known:
            faults.append(f"{where}: dit gebied staat niet in areas.csv.")
        if row["count"] and not 0 <= float(row["count"]) < math.inf:
            faults.append(f"{where}: {row['count']} kan geen aantal zijn.")
    return faults


def _twice(rows: Sequence[Row], key: Sequence[str]) -> list[str]:
    seen: set[tuple[str, ...]] = set()
    faults = []
    for row in rows:
        one = tuple(row[name] for name in key)
        if one in seen:
            faults.append(f"{', '.join(one)}: staat er twee keer in.")
        seen.add(one)
    return faults


def refuse(faults: Sequence[str]) -> None:
    """Raises NotValid when there are faults, with the first twenty of them."""
    if faults:
        more = len(faults) - _MOST_FAULTS
        rest = [f"… en nog {more} andere."] if more > 0 else []
        raise NotValid([*faults[:_MOST_FAULTS], *rest])


def load(file: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of one of our tables, absent columns empty; none when there is no such file."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return [{name: row.get(name) or "" for name in columns} for row in csv.DictReader(lines)]


def joined(old: Sequence[Row], new: Sequence[Row], key: Sequence[str]) -> list[Row]:
    """All rows of `new`, and those of `old` with another key."""
    taken = {tuple(row[name] for name in key) for row in new}
    return [row for row in old if tuple(row[name] for name in key) not in taken] + list(new)


def in_order(rows: Iterable[Row], key: Sequence[str]) -> list[Row]:
    """The rows sorted by these columns."""
    return sorted(rows, key=lambda row: tuple(row[name] for name in key))


def dump(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """The rows in this order as UTF-8 CSV, comma, \\n, header."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue().encode()
