"""Makes the figures file: all of data/ or nothing, in a file of its own, with one swap at last."""

import os
import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from wijzer.ingest.check import check
from wijzer.ingest.compute import compute_figures, compute_population
from wijzer.ingest.read import Unreadable, read
from wijzer.ingest.rows import AreaRow, Count, Data, Fault, Figure, Shape
from wijzer.model import Level
from wijzer.store.database import POINTER, StoreMissing, attach, current_file
from wijzer.store.fresh import fingerprint

_SCHEMA = Path(__file__).resolve().parent.parent / "store" / "schema"
_NAME = re.compile(r"figures-(\d{4,})\.duckdb")

_TABLES = {
    "area": "INSERT INTO area BY NAME SELECT * FROM rows ORDER BY code",
    "measurement": "INSERT INTO measurement BY NAME SELECT * FROM rows"
    " ORDER BY area, indicator, year",
    "population": "INSERT INTO population BY NAME SELECT * FROM rows"
    " ORDER BY area, year, trait, category",
    "shape": "INSERT INTO shape BY NAME SELECT * FROM rows ORDER BY layer, code",
}
_STAMP = "INSERT INTO build VALUES ($version, $built_at, $data_date, $fingerprint)"


class Refused(Exception):
    """Data that may not be used; `faults` says everything that is wrong, by file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class BuildFailed(Exception):
    """A figures file that does not read back as it was written; the old one stays in use."""


def build(data: Path, folder: Path) -> Path:
    """Makes a new figures file in `folder` from `data` and points to it; returns its path.

    The file before it stays for readers that still have to turn, older ones are removed.
    Raises Refused, with the old file still in use, when anything in `data` is wrong.
    """
    print_ = fingerprint(data)
    found = _sound(data)
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"draft-{os.getpid()}.duckdb"
    file = _claim(folder)
    version = f"{_number(file):04d}-{print_[:8]}"
    try:
        _write(draft, found, version, print_)
        _verify(draft, found, version)
        draft.replace(file)
        _point(folder, file)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    finally:
        for rest in folder.glob(f"{draft.name}*"):
            rest.unlink(missing_ok=True)
    return file


def _sound(folder: Path) -> Data:
    try:
        data, faults = read(folder)
    except Unreadable as error:
        raise Refused([error.fault]) from error
    if not faults:
        faults = check(data)
    if faults:
        raise Refused(sorted(faults, key=lambda one: (one.place.file, one.place.line or 0)))
    return data


def _number(file: Path) -> int:
    match = _NAME.fullmatch(file.name)
    return int(match[1]) if match else 0


def _claim(folder: Path) -> Path:
    # Creating the empty file is what makes the number ours, should two builds run at once.
    number = max((_number(one) for one in folder.iterdir()), default=0) + 1
    while True:
        file = folder / f"figures-{number:04d}.duckdb"
        try:
            file.touch(exist_ok=False)
            return file
        except FileExistsError:
            number += 1


def _write(file: Path, data: Data, version: str, print_: str) -> None:
    stamp = {"version": version, "built_at": datetime.now(UTC).replace(tzinfo=None)}
    stamp |= {"data_date": data.date, "fingerprint": print_}
    try:
        with attach(file, read_only=False) as connection:
            _fill(connection, _frames(data))
            connection.execute(_STAMP, stamp)
            connection.execute("CHECKPOINT figures")
    except (StoreMissing, duckdb.Error) as error:
        raise BuildFailed(f"het nieuwe bestand is niet te schrijven: {error}") from error


def _fill(connection: duckdb.DuckDBPyConnection, frames: dict[str, pd.DataFrame]) -> None:
    connection.execute("USE figures")
    connection.execute((_SCHEMA / "figures.sql").read_text("utf-8"))
    for table, rows in frames.items():
        connection.register("rows", rows)
        connection.execute(_TABLES[table])
        connection.unregister("rows")
    connection.execute((_SCHEMA / "derive.sql").read_text("utf-8"))


def _frames(data: Data) -> dict[str, pd.DataFrame]:
    figures = [*data.figures, *compute_figures(data)]
    population = [*data.population, *compute_population(data)]
    return {
        "area": pd.concat([_area_frame(data), _whole_frame(data)]),
        "measurement": _frame(figures, Figure).astype({"value": "float64", "n": "Int32"}),
        "population": _frame(population, Count).astype({"count": "float64"}),
        "shape": _frame(data.shapes, Shape),
    }


def _frame(rows: list[Any], kind: type) -> pd.DataFrame:
    """Rows as columns; `table` becomes `tbl` (a reserved word in SQL), an empty `missing` NULL."""
    names = [one.name for one in fields(kind) if one.name != "place"]
    frame = pd.DataFrame({name: [getattr(row, name) for row in rows] for name in names})
    if "missing" in names:
        frame["missing"] = frame["missing"].map(lambda one: str(one) or None).astype(object)
    return frame.rename(columns={"table": "tbl"})


def _area_frame(data: Data) -> pd.DataFrame:
    frame = _frame(data.areas, AreaRow)
    parts = data.parts()
    home = parts | {buurt: parts[wijk] for buurt, wijk in data.buurten().items()}
    frame["neighbourhood"] = [home.get(code) for code in frame["code"]]
    return frame.assign(
        municipality=frame["municipality"].replace("", None),
        wijk=frame["wijk"].where(frame["level"] == Level.BUURT, None),
    )


def _whole_frame(data: Data) -> pd.DataFrame:
    known = {one.code: one for one in data.areas}
    rows = [
        {
            "code": whole.code, "name": whole.name, "cbs_name": whole.name,
            "level": Level.NEIGHBOURHOOD.value, "municipality": whole.municipality,
            "neighbourhood": whole.id, "source": known[whole.parts[0]].source,
            "tbl": known[whole.parts[0]].table, "year": known[whole.parts[0]].year,
            "licence": known[whole.parts[0]].licence,
        }
        for whole in data.wholes()
    ]  # fmt: skip
    return pd.DataFrame(rows)


_COUNTS = """
SELECT
    (SELECT version FROM figures.build),
    (SELECT count(*) FROM figures.area),
    (SELECT count(*) FROM figures.measurement WHERE NOT computed),
    (SELECT count(*) FROM figures.population WHERE NOT computed),
    (SELECT count(*) FROM figures.shape),
    (SELECT count(*) FROM figures.comparison) - (SELECT count(*) FROM figures.measurement)
"""


def _verify(file: Path, data: Data, version: str) -> None:
    """Opens the file as the app will and counts. Raises BuildFailed."""
    areas = len(data.areas) + len(data.wholes())
    expected = version, areas, len(data.figures), len(data.population), len(data.shapes), 0
    try:
        with attach(file) as connection:
            found = connection.execute(_COUNTS).fetchone()
    except (StoreMissing, duckdb.Error) as error:
        raise BuildFailed(f"het nieuwe bestand is niet te lezen: {error}") from error
    if found != expected:
        raise BuildFailed(f"het nieuwe bestand telt {found} in plaats van {expected}")


def _point(folder: Path, file: Path) -> None:
    try:
        before = _number(current_file(folder))
    except StoreMissing:
        before = 0
    draft = folder / f"{POINTER}.{os.getpid()}"
    draft.write_text(f"{file.name}\n", "utf-8")
    draft.replace(folder / POINTER)
    # Nothing above these two: it may be the claim of a build that runs beside this one.
    for old in folder.iterdir():
        if 0 < _number(old) < min(before, _number(file)):
            _remove(old)


def _remove(file: Path) -> None:
    # Windows does not remove a file that a reader still has open: the next build will.
    try:
        file.unlink(missing_ok=True)
    except PermissionError:
        return
