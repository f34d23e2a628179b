"""From what was fetched to the files of data/: which change, and what will stand in them."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wijzer.catalog import indicators, neighbourhoods
from wijzer.ingest import shapes, tidy
from wijzer.ingest.cbs import Kerncijfers
from wijzer.ingest.pdok import Border
from wijzer.ingest.tidy import NotValid, Origin, Readings, Row
from wijzer.model import Neighbourhood

Files = dict[Path, bytes]
# A few areas got another code; more is a sign of a wrong table.
_MOST_ABSENT = 0.25


@dataclass(frozen=True, slots=True)
class Home:
    """Where data/ is, where tables and shapes go, and for which municipalities."""

    data: Path
    tables: Path
    shapes: Path
    municipalities: tuple[str, ...]

    @property
    def neighbourhoods(self) -> list[Neighbourhood]:
        return list(neighbourhoods(self.data / "neighbourhoods.toml").values())

    def areas(self) -> dict[str, Row]:
        """Rows of areas.csv by code, read where they go, else from data/."""
        for folder in (self.tables, self.data / "tables"):
            if rows := tidy.load(folder / "areas.csv", tidy.AREAS + tidy.SOURCE):
                return {row["code"]: row for row in rows}
        return {}


def trial(home: Home, folder: Path) -> Home:
    """The same home with its tables copied to `folder`, to add several years one by one."""
    for file in home.tables.glob("*.csv"):
        shutil.copy(file, folder)
    return Home(home.data, folder, home.shapes, home.municipalities)


def changed(trial: Home, home: Home) -> Files:
    """The tables of the trial that differ from those at home."""
    files = {home.tables / file.name: file.read_bytes() for file in trial.tables.glob("*.csv")}
    return {
        file: body for file, body in files.items() if not file.exists() or file.read_bytes() != body
    }


def dated(home: Home, files: Files) -> Files:
    """The files, with the date of the data when they go into data/ itself."""
    if home.tables != home.data / "tables":
        return files
    return files | {home.data / "date.txt": f"{date.today().isoformat()}\n".encode()}


def kerncijfers(home: Home, found: Kerncijfers, origin: Origin) -> tuple[Files, list[Row]]:
    """Files for figures, population and new areas of a year, and the rows of the figures.

    Raises NotValid.
    """
    areas = home.areas()
    chosen = tidy.wanted(found.names, home.municipalities, home.neighbourhoods)
    chosen += [code for code in _known(home, areas, chosen) if code not in chosen]
    fresh = {
        code: tidy.area_row(code, found.names[code], origin) for code in chosen if code not in areas
    }
    _enough(chosen, found.figures, origin)
    rows = tidy.figure_rows(found.figures, chosen, origin)
    counts = tidy.population_rows(found.population, chosen, origin)
    known = areas.keys() | fresh.keys()
    catalogue = indicators(home.data / "catalog")
    tidy.refuse(tidy.figure_faults(rows, known, catalogue) + tidy.population_faults(counts, known))
    files = _figures(home, f"kwb_{origin.year}", rows) | _population(home, counts)
    if fresh:
        files |= _areas(home, areas | fresh)
    return files, rows


def survey(home: Home, found: Readings, origin: Origin) -> tuple[Files, list[Row]]:
    """The file for figures of the health survey, and its rows; areas must be known already.

    Raises NotValid.
    """
    areas = home.areas()
    chosen = [code for code in sorted(areas) if code == "NL00" or _inside(home, code)]
    if lost := [one for one in home.municipalities if one not in areas]:
        raise NotValid([
            f"{one} staat niet in areas.csv. Haal eerst de Kerncijfers van die gemeente op "
            f"(python -m wijzer fetch cbs --gemeenten {one} --year …)."
            for one in lost
        ])  # fmt: skip
    _enough(chosen, found, origin)
    rows = tidy.figure_rows(found, chosen, origin)
    tidy.refuse(tidy.figure_faults(rows, areas, indicators(home.data / "catalog")))
    return _figures(home, f"rivm_{origin.year}", rows), rows


def borders(
    home: Home, found: Sequence[Border], tolerance: Mapping[str, float], origin: Origin
) -> Files:
    """The files of all layers, and areas.csv with the areas of the map. Raises NotValid."""
    areas = home.areas()
    names = {one.code: one.name for one in found}
    chosen = tidy.wanted(names, home.municipalities, home.neighbourhoods)
    if gone := _known(home, areas, names):
        raise NotValid([
            f"{code} ({areas[code]['name']}) staat in areas.csv maar niet op de kaart van "
            f"{origin.year}. Heeft het gebied een andere code? Zet die in boundaries.csv en haal "
            "de oude regel weg, of haal een ander jaar op."
            for code in gone
        ])  # fmt: skip
    areas |= {code: tidy.area_row(code, names[code], origin, areas.get(code)) for code in chosen}
    shown = {code: row["name"] for code, row in areas.items()}
    layers = shapes.layers(found, home.neighbourhoods, shown, tolerance, origin)
    ids = {one.id for one in home.neighbourhoods if one.municipality in home.municipalities}
    files = _areas(home, areas)
    for layer, features in layers.items():
        file = home.shapes / f"{layer}.geojson"
        kept = shapes.joined(shapes.load(file), features, {*home.municipalities, *ids})
        files[file] = shapes.dump(kept)
    return files


def lost(home: Home, rows: Sequence[Row]) -> list[str]:
    """Figures that stand in our tables and that these rows leave empty, as 'area indicator'."""
    empty = {(row["area"], row["indicator"], row["year"]) for row in rows if not row["value"]}
    return sorted(
        f"{row['area']} {row['indicator']}"
        for file in home.tables.glob("figures_*.csv")
        for row in tidy.load(file, tidy.FIGURES)
        if row["value"] and (row["area"], row["indicator"], row["year"]) in empty
    )


def _enough(areas: Sequence[str], found: Readings, origin: Origin) -> None:
    """Raises NotValid when the source lacks so many of our areas that something must be wrong."""
    there = {area for area, _ in found}
    absent = [one for one in areas if one not in there]
    if len(absent) > _MOST_ABSENT * len(areas):
        raise NotValid([
            f"Tabel {origin.table} heeft {len(absent)} van onze {len(areas)} gebieden niet, zoals "
            f"{', '.join(absent[:5])}. Kijk of het tabelnummer en de gemeentecodes kloppen."
        ])  # fmt: skip


def _inside(home: Home, code: str) -> bool:
    return "GM" + code[2:6] in home.municipalities


def _known(home: Home, areas: Mapping[str, Row], there: Iterable[str]) -> list[str]:
    """Areas of our tables inside the fetched municipalities that the source does not have."""
    have = set(there)
    return [code for code in sorted(areas) if _inside(home, code) and code not in have]


def _areas(home: Home, areas: Mapping[str, Row]) -> Files:
    columns = tidy.AREAS + tidy.SOURCE
    order = {"country": 0, "municipality": 1, "wijk": 2, "buurt": 3}
    rows = sorted(areas.values(), key=lambda row: (order[row["level"]], row["code"]))
    return {home.tables / "areas.csv": tidy.dump(rows, columns)}


def _population(home: Home, rows: Sequence[Row]) -> Files:
    file = home.tables / "population.csv"
    old = tidy.load(file, tidy.POPULATION)
    key = ("area", "year", "trait", "category")
    return {file: tidy.dump(tidy.in_order(tidy.joined(old, rows, key), key), tidy.POPULATION)}


def _figures(home: Home, name: str, rows: Sequence[Row]) -> Files:
    """The file of this source and year, and other files without the rows that it replaces."""
    key = ("area", "indicator", "year")
    own = home.tables / f"figures_{name}.csv"
    elsewhere = [row for row in tidy.load(own, tidy.FIGURES) if not _inside(home, row["area"])]
    files = {own: _dump_figures(tidy.joined(elsewhere, rows, key))}
    for other in sorted(home.tables.glob("figures_*.csv")):
        old = tidy.load(other, tidy.FIGURES)
        kept = tidy.joined(old, rows, key)[: -len(rows)]
        if other != own and len(kept) < len(old):
            files[other] = _dump_figures(kept)
    return files


def _dump_figures(rows: Sequence[Row]) -> bytes:
    """Columns for margins only where there are margins."""
    margins = any(row["low"] or row["high"] for row in rows)
    columns = tidy.FIGURES if margins else tidy.FIGURES[:-2]
    return tidy.dump(tidy.in_order(rows, ("indicator", "year", "area")), columns)
