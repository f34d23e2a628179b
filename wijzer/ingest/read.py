"""Reads data/ as text and says by file and line what cannot be read.

Only form is judged here: columns, numbers, words that must be there. What rows mean together is
for `check`.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

from wijzer import catalog
from wijzer.ingest.outlines import read_shapes
from wijzer.ingest.rows import AreaRow, Boundary, Count, Data, Fault, Figure, Place, Shape
from wijzer.model import Level, Missing, Neighbourhood

Reader = Callable[[str], Any]
T = TypeVar("T")

_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
_COMMA = re.compile(r"-?[\d.]*,\d+")


class Unreadable(Exception):
    """The catalogue or neighbourhoods.toml is broken itself: nothing else can be judged."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def read(folder: Path) -> tuple[Data, list[Fault]]:
    """All of data/ that can be read, and what cannot. Raises Unreadable."""
    faults: list[Fault] = []
    boundaries = _boundaries(folder, faults)
    figures = [
        row
        for file in sorted((folder / "tables").glob("figures_*.csv"))
        for row in _table(folder, file.name, _FIGURES, Figure, faults)
    ]
    neighbourhoods = _catalogue(folder, "neighbourhoods.toml", catalog.neighbourhoods)
    data = Data(
        indicators=_catalogue(folder, "catalog", catalog.indicators),
        neighbourhoods=neighbourhoods,
        areas=_table(folder, "areas.csv", _AREAS, AreaRow, faults),
        figures=_recoded(figures, boundaries),
        population=_table(folder, "population.csv", _POPULATION, Count, faults),
        boundaries=boundaries,
        shapes=[_coded(one, neighbourhoods) for one in read_shapes(folder, faults)],
        date=_date(folder, faults),
    )
    return data, faults


def _text(cell: str) -> str:
    if cell != cell.strip():
        raise ValueError(f"'{cell}' begint of eindigt met een spatie")
    return cell


def _filled(cell: str) -> str:
    if not cell:
        raise ValueError("is leeg")
    return _text(cell)


def _number(cell: str) -> float | None:
    if not cell:
        return None
    if _COMMA.fullmatch(cell):
        raise ValueError(f"'{cell}' heeft een decimale komma; schrijf een punt")
    if not _NUMBER.fullmatch(cell):
        raise ValueError(f"'{cell}' is geen getal")
    return float(cell)


def _whole(cell: str) -> int | None:
    number = _number(cell)
    if number is not None and number != int(number):
        raise ValueError(f"'{cell}' is geen heel getal")
    return None if number is None else int(number)


def _rounding(cell: str) -> int:
    return _whole(cell) or 0


def _year(cell: str) -> int:
    if not re.fullmatch(r"(19|20)\d\d", cell):
        raise ValueError(f"'{cell}' is geen jaartal")
    return int(cell)


def _one_of(known: tuple[str, ...], cell: str) -> str:
    if cell not in known:
        raise ValueError(f"'{cell}' is onbekend; mogelijk: {', '.join(known)}")
    return cell


def _change(cell: str) -> int:
    return int(_one_of(("1", "2", "3"), cell))


def _yes(cell: str) -> bool:
    if cell not in ("", "true"):
        raise ValueError(f"'{cell}' moet leeg zijn of true")
    return cell == "true"


_LEVELS = tuple(level.value for level in Level if level is not Level.NEIGHBOURHOOD)
_missing = partial(_one_of, ("", *Missing))

_AREAS: dict[str, Reader] = {
    "code": _filled, "name": _filled, "cbs_name": _filled, "level": partial(_one_of, _LEVELS),
    "municipality": _text, "wijk": _text, "source": _filled, "table": _filled, "year": _year,
    "licence": _filled,
}  # fmt: skip
_FIGURES: dict[str, Reader] = {
    "area": _filled, "indicator": _filled, "year": _year, "value": _number, "missing": _missing,
    "n": _whole, "example": _yes, "source": _filled, "table": _filled, "licence": _filled,
    "note": _text,
}  # fmt: skip
# The 95% margin of a survey figure, as `fetch rivm` keeps it; nothing is shown of it yet.
_MARGINS = ["low", "high"]
_POPULATION: dict[str, Reader] = {
    "area": _filled, "year": _year, "trait": _filled, "category": _filled, "count": _number,
    "missing": _missing, "rounding": _rounding, "source": _filled, "table": _filled,
    "licence": _filled,
}  # fmt: skip
_BOUNDARIES: dict[str, Reader] = {
    "code": _filled, "year": _year, "change": _change, "old_code": _text,
}  # fmt: skip


def _table(
    folder: Path, name: str, columns: dict[str, Reader], make: Callable[..., T], faults: list[Fault]
) -> list[T]:
    place = f"tables/{name}"
    try:
        text = (folder / place).read_text("utf-8")
    except OSError:
        faults.append(Fault(Place(place), "ontbreekt of is niet te openen"))
        return []
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        faults.append(Fault(Place(place, line), "is geen UTF-8"))
        return []
    rows = (_row(cells, columns, at, faults) for cells, at in _lines(text, place, columns, faults))
    return [make(**row) for row in rows if row]


def _lines(
    text: str, name: str, columns: dict[str, Reader], faults: list[Fault]
) -> Iterator[tuple[list[str], Place]]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header, many = next(reader, []), len(columns)
        margins = columns is _FIGURES and header[many:] == _MARGINS
        if header[: many if margins else None] != list(columns):
            faults.append(Fault(Place(name, 1), f"de kolommen moeten zijn: {','.join(columns)}"))
            return
        for cells in reader:
            whole = margins and len(cells) == len(header)
            yield (cells[:many] if whole else cells), Place(name, reader.line_num)
    except csv.Error as error:
        faults.append(Fault(Place(name, reader.line_num), f"is geen geldige CSV ({error})"))


def _row(
    cells: list[str], columns: dict[str, Reader], place: Place, faults: list[Fault]
) -> dict[str, Any] | None:
    if len(cells) != len(columns):
        hint = "; staat er een decimale komma in?" if len(cells) > len(columns) else ""
        text = f"heeft {len(cells)} kolommen in plaats van {len(columns)}{hint}"
        faults.append(Fault(place, text))
        return None
    row: dict[str, Any] = {"place": place}
    for cell, (name, reader) in zip(cells, columns.items(), strict=True):
        try:
            row[name] = reader(cell)
        except ValueError as error:
            faults.append(Fault(place, f"{name} {error}"))
    return row if len(row) == len(columns) + 1 else None


def _boundaries(folder: Path, faults: list[Fault]) -> list[Boundary]:
    if not (folder / "tables" / "boundaries.csv").exists():
        return []
    return _table(folder, "boundaries.csv", _BOUNDARIES, Boundary, faults)


def _recoded(figures: list[Figure], boundaries: list[Boundary]) -> list[Figure]:
    # A figure from before a change of code belongs to the area as it is called now.
    new = {one.old_code: one for one in boundaries if one.change == 2 and one.old_code}
    if not new:
        return figures
    return [_renamed(one, new) for one in figures]


def _renamed(figure: Figure, new: dict[str, Boundary]) -> Figure:
    change = new.get(figure.area)
    return replace(figure, area=change.code) if change and figure.year < change.year else figure


def _coded(shape: Shape, neighbourhoods: dict[str, Neighbourhood]) -> Shape:
    # A neighbourhood of one wijk may be drawn under its id; its figures are under the wijk's code.
    known = shape.layer == "neighbourhoods" and shape.code in neighbourhoods
    return replace(shape, code=neighbourhoods[shape.code].code) if known else shape


def _catalogue(folder: Path, name: str, load: Callable[[Path], dict[str, T]]) -> dict[str, T]:
    try:
        found = load(folder / name)
    except catalog.CatalogError as error:
        file, _, text = str(error).partition(": ")
        inside = f"{name}/{file}" if name == "catalog" else file
        raise Unreadable(Fault(Place(inside), text)) from error
    except OSError as error:
        raise Unreadable(Fault(Place(name), "ontbreekt of is niet te openen")) from error
    except KeyError as error:
        raise Unreadable(Fault(Place(name), f"een blok mist {error}")) from error
    if not found:
        raise Unreadable(Fault(Place(name), "is leeg of ontbreekt"))
    return found


def _date(folder: Path, faults: list[Fault]) -> str:
    """Date of the data: data/date.txt when it is there, else of the newest file."""
    file = folder / "date.txt"
    if not file.exists():
        newest = max(one.stat().st_mtime for one in folder.rglob("*") if one.is_file())
        return date.fromtimestamp(newest).isoformat()
    try:
        return date.fromisoformat(file.read_text("utf-8").strip()).isoformat()
    except ValueError:
        faults.append(Fault(Place("date.txt", 1), "moet een datum zijn als 2025-11-22"))
        return ""
