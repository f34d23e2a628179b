"""CBS OData 4, on datasets.cbs.nl: one row per observation, up to 100,000 a page."""

from collections.abc import Sequence
from typing import Any

from wijzer.ingest.http import Pages
from wijzer.ingest.odata import (
    SYMBOLS,
    Reading,
    SchemaChanged,
    Table,
    Topic,
    area_code,
    counted,
    field,
    number,
    query,
    rows,
)
from wijzer.model import Missing

LINK = "@odata.nextLink"
_NUMBERS = {"Long", "Integer", "Double", "Float", "Decimal"}
_ATTRIBUTES = {
    "Confidential": (Missing.NOT_PUBLISHED, "CBS houdt dit cijfer geheim (Confidential)."),
    "Impossible": (Missing.NOT_APPLICABLE, "Dit cijfer kan hier niet voorkomen (Impossible)."),
}


def table(pages: Pages, base: str, id: str) -> Table:
    """What the table says about itself, asked anew. Raises ServiceError, SchemaChanged."""
    about = pages.fresh(f"{base}/{id}/Properties")
    where = f"In Properties van tabel {id}"
    return Table(
        id,
        f"{base}/{id}",
        str(field(about, "Title", where)),
        str(field(about, "TemporalCoverage", where)),
        str(field(about, "Modified", where)),
    )


def properties(pages: Pages, table: Table) -> tuple[set[str], list[Topic]]:
    """The names of the dimensions, and the measures. Raises ServiceError, SchemaChanged."""
    where = f"In MeasureCodes van tabel {table.id}"
    groups = {
        one.get("Id"): str(one.get("Title", "")) for one in _all(pages, table, "MeasureGroups")
    }
    topics = [
        Topic(
            str(field(one, "Identifier", where)).strip(),
            str(field(one, "Title", where)),
            groups.get(one.get("MeasureGroupId"), ""),
            str(field(one, "DataType", where)) in _NUMBERS,
        )
        for one in _all(pages, table, "MeasureCodes")
    ]
    dimensions = _all(pages, table, "Dimensions")
    return {
        str(field(one, "Identifier", f"In Dimensions van {table.id}")) for one in dimensions
    }, topics


def regions(pages: Pages, table: Table, dimension: str) -> dict[str, str]:
    """Names by code of all areas in the table. Raises ServiceError, SchemaChanged."""
    where = f"In {dimension}Codes van tabel {table.id}"
    return {
        area_code(str(field(one, "Identifier", where))): str(field(one, "Title", where)).strip()
        for one in _all(pages, table, f"{dimension}Codes")
    }


def data(pages: Pages, table: Table, filters: Sequence[str]) -> list[dict[str, Any]]:
    """Observations for each filter in turn, checked against the service's own count.

    Raises ServiceError, SchemaChanged.
    """
    found: list[dict[str, Any]] = []
    for one in filters:
        url = f"{table.url}/Observations"
        part = list(rows(pages, query(url, filter=one), LINK))
        counted(part, pages.number(query(f"{url}/$count", filter=one)), f"Uit tabel {table.id}")
        found += part
    if not found:
        raise SchemaChanged(
            f"Tabel {table.id} gaf geen enkele regel. Kijk of de gemeentecodes en het jaar kloppen."
        )
    return found


def observation(row: dict[str, Any], where: str) -> Reading:
    """The figure of an observation, or why there is none. Raises SchemaChanged."""
    value, attribute = field(row, "Value", where), str(field(row, "ValueAttribute", where))
    if value is None and attribute == "None":
        return Reading(None, *SYMBOLS["."])
    if value is None:
        other = (Missing.NOT_PUBLISHED, f"De bron geeft geen cijfer ({attribute}).")
        return Reading(None, *_ATTRIBUTES.get(attribute, other))
    try:
        return Reading(number(value))
    except ValueError as error:
        raise SchemaChanged(f"{where} staat '{value}', geen getal.") from error


def _all(pages: Pages, table: Table, resource: str) -> list[dict[str, Any]]:
    return list(rows(pages, f"{table.url}/{resource}", LINK))
