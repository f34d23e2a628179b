"""CBS Kerncijfers wijken en buurten: figures and population of a year, by OData 4 or OData 3."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from wijzer.ingest import odata3, odata4
from wijzer.ingest.http import Pages
from wijzer.ingest.odata import (
    SYMBOLS,
    Reading,
    SchemaChanged,
    Table,
    Topic,
    area_code,
    dimensions_present,
    field,
    in_country,
    in_municipality,
    match,
    once,
    reading,
)
from wijzer.ingest.sources import Kwb, SourcesError, Wanted
from wijzer.model import Missing

SERVICES: Mapping[str, ModuleType] = {"odata4": odata4, "odata3": odata3}
REGION = "WijkenEnBuurten"

# CBS rounds counts of wijken and buurten to 5: a share of fewer than this says nothing.
_FEWEST = 50
_TOO_FEW = f"Minder dan {_FEWEST} om door te delen: het aandeel uit afgeronde aantallen zegt niets."
_NO_ROW = Reading(None, *SYMBOLS["."])

Cells = dict[tuple[str, str], Reading]


@dataclass(frozen=True, slots=True)
class Kerncijfers:
    """A year of Kerncijfers wijken en buurten, of some municipalities and the country.

    `names`: CBS names by code of all areas in the table. `figures` and `population`: readings
    by area code and target (indicator id, or trait/category). `absent`: targets left out.
    """

    table: Table
    names: Mapping[str, str]
    figures: Cells
    population: Cells
    absent: tuple[str, ...]


def fetch(
    pages: Pages,
    kwb: Kwb,
    year: int,
    municipalities: Sequence[str],
    service: str,
    allow_absent: bool = False,
) -> Kerncijfers:
    """Figures and population of `year` for the country, the municipalities and all inside them.

    Raises SourcesError for a year without table, ServiceError, SchemaChanged.
    """
    module = SERVICES[service]
    table = module.table(
        pages, {"odata4": kwb.odata4, "odata3": kwb.odata3}[service], _id(kwb, year)
    )
    if str(year) not in table.period:
        raise SchemaChanged(
            f"Tabel {table.id} ({table.title}) gaat over {table.period}, niet over {year}. "
            "Pas het tabelnummer van dat jaar aan in data/sources.toml."
        )
    pages = pages.under(service, table.id, table.modified)
    dimensions, topics = module.properties(pages, table)
    dimensions_present(table, dimensions, [REGION])
    wanted = [one for one in (*kwb.figures, *kwb.population) if one.in_year(year)]
    present, absent = _present(table, topics, wanted, allow_absent)
    names = module.regions(pages, table, REGION)
    _known(table, names, municipalities)
    found = match(table, topics, present)
    filters = [in_country(REGION), *(in_municipality(REGION, one) for one in municipalities)]
    cells = _CELLS[service](table, module.data(pages, table, filters), set(found.values()))
    figures = _targets(cells, found, [one for one in present if one in kwb.figures])
    population = _targets(cells, found, [one for one in present if one in kwb.population])
    _complete(table, names, population, municipalities)
    return Kerncijfers(table, names, figures, population, absent)


def _id(kwb: Kwb, year: int) -> str:
    if year not in kwb.tables:
        years = ", ".join(map(str, sorted(kwb.tables)))
        raise SourcesError(
            f"Voor {year} is geen tabel bekend (wel voor {years}). Zet het tabelnummer in "
            "data/sources.toml, onder [kwb.tables]."
        )
    return kwb.tables[year]


def _present(
    table: Table, topics: Sequence[Topic], wanted: Sequence[Wanted], allow_absent: bool
) -> tuple[list[Wanted], tuple[str, ...]]:
    """What can be matched, and the targets that cannot when that is allowed."""
    if not allow_absent:
        return list(wanted), ()
    kept, absent = [], []
    for target in dict.fromkeys(one.target for one in wanted):
        names = [one for one in wanted if one.target == target]
        try:
            match(table, topics, names)
            kept += names
        except SchemaChanged:
            absent.append(target)
    return kept, tuple(absent)


def _known(table: Table, names: Mapping[str, str], municipalities: Sequence[str]) -> None:
    if unknown := [one for one in municipalities if one not in names]:
        raise SchemaChanged(
            f"Tabel {table.id} kent geen gemeente {', '.join(unknown)}. Kijk of de code klopt "
            "(GM en vier cijfers) en of de gemeente in dat jaar bestond."
        )


def _wide(table: Table, rows: Sequence[dict[str, Any]], topics: set[Topic]) -> Cells:
    """OData 3: a row per area, a column per topic."""
    cells: Cells = {}
    for row in rows:
        where = f"In tabel {table.id}"
        area = area_code(str(field(row, REGION, where)))
        for one in topics:
            place = f"{where}, gebied {area}, onderwerp '{one.title.strip()}'"
            once(cells, (area, one.key), where)
            cells[area, one.key] = reading(field(row, one.key, place), place)
    return cells


def _long(table: Table, rows: Sequence[dict[str, Any]], topics: set[Topic]) -> Cells:
    """OData 4: a row per observation."""
    cells: Cells = {}
    keys = {one.key for one in topics}
    for row in rows:
        where = f"In tabel {table.id}, waarneming {row.get('Id', '?')}"
        area, key = (
            area_code(str(field(row, REGION, where))),
            str(field(row, "Measure", where)).strip(),
        )
        if key in keys:
            once(cells, (area, key), f"In tabel {table.id}")
            cells[area, key] = odata4.observation(row, f"{where}, gebied {area}")
    return cells


_CELLS: Mapping[str, Callable[[Table, Sequence[dict[str, Any]], set[Topic]], Cells]] = {
    "odata4": _long,
    "odata3": _wide,
}


def _targets(cells: Cells, found: Mapping[str, Topic], wanted: Sequence[Wanted]) -> Cells:
    targets: Cells = {}
    areas = sorted({area for area, _ in cells})
    for one in wanted:
        if found.keys() >= {one.name, *one.per}:
            top, below = found[one.name].key, [found[name].key for name in one.per]
            for area in areas:
                if (area, top) in cells:
                    parts = [cells.get((area, key), _NO_ROW) for key in below]
                    targets[area, one.target] = _value(cells[area, top], parts, one, area)
    return targets


def _value(cell: Reading, below: Sequence[Reading], one: Wanted, area: str) -> Reading:
    """The cell in our unit: times a factor, or as a percentage of other topics together."""
    if cell.value is None:
        return cell
    if not one.per:
        return replace(cell, value=round(cell.value * one.times, 10))
    if any(part.value is None for part in below):
        return _NO_ROW
    whole = sum(part.value or 0.0 for part in below)
    rounded = area[:2] in {"WK", "BU"}
    if whole < (_FEWEST if rounded else 1) or cell.value > whole:
        return Reading(None, Missing.TOO_FEW, _TOO_FEW)
    return Reading(round(100 * cell.value / whole, 4), note="Berekend uit aantallen van het CBS.")


def _complete(
    table: Table, names: Mapping[str, str], population: Cells, municipalities: Sequence[str]
) -> None:
    """Raises SchemaChanged when an area of the municipalities got no row at all."""
    inside = {one for one in names if "GM" + one[2:6] in municipalities or one == "NL00"}
    if lost := sorted(inside - {area for area, _ in population}):
        raise SchemaChanged(
            f"Tabel {table.id} noemt {len(inside)} gebieden, maar gaf geen regel voor "
            f"{len(lost)} daarvan: {', '.join(lost[:5])}. Er is niets vervangen. "
            "Haal opnieuw op met --opnieuw, of met de andere dienst (--service)."
        )
