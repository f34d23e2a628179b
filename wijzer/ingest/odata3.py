"""CBS OData 3, on opendata.cbs.nl and dataderden.cbs.nl; ODataFeed, as ODataApi stops at 10,000."""

from collections.abc import Sequence
from typing import Any

from wijzer.ingest.http import Pages
from wijzer.ingest.odata import SchemaChanged, Table, Topic, area_code, counted, field, query, rows

LINK = "odata.nextLink"
_WORDS = "String"


def table(pages: Pages, base: str, id: str) -> Table:
    """What the table says about itself, asked anew. Raises ServiceError, SchemaChanged."""
    answer = pages.fresh(query(f"{base}/{id}/TableInfos", format="json"))
    about = answer.get("value") or [{}]
    where = f"In TableInfos van tabel {id}"
    return Table(
        id,
        f"{base}/{id}",
        str(field(about[0], "Title", where)),
        str(field(about[0], "Period", where)),
        str(field(about[0], "Modified", where)),
    )


def properties(pages: Pages, table: Table) -> tuple[set[str], list[Topic]]:
    """The names of the dimensions, and the topics. Raises ServiceError, SchemaChanged."""
    found = _all(pages, table, "DataProperties")
    where = f"In DataProperties van tabel {table.id}"
    titles = {one.get("ID"): str(one.get("Title", "")) for one in found}
    kinds = [(str(field(one, "Type", where)), one) for one in found]
    topics = [
        Topic(
            str(field(one, "Key", where)),
            str(field(one, "Title", where)),
            titles.get(one.get("ParentID"), ""),
            one.get("Datatype") != _WORDS,
        )
        for kind, one in kinds
        if kind == "Topic"
    ]
    return {
        str(one["Key"]) for kind, one in kinds if "Topic" not in kind and one.get("Key")
    }, topics


def regions(pages: Pages, table: Table, dimension: str) -> dict[str, str]:
    """Names by code of all areas in the table. Raises ServiceError, SchemaChanged."""
    where = f"In {dimension} van tabel {table.id}"
    return {
        area_code(str(field(one, "Key", where))): str(field(one, "Title", where)).strip()
        for one in _all(pages, table, dimension)
    }


def keys(pages: Pages, table: Table, dimension: str) -> set[str]:
    """The keys of a dimension, without padding. Raises ServiceError, SchemaChanged."""
    where = f"In {dimension} van tabel {table.id}"
    return {str(field(one, "Key", where)).strip() for one in _all(pages, table, dimension)}


def data(pages: Pages, table: Table, filters: Sequence[str]) -> list[dict[str, Any]]:
    """Rows of the untyped set for each filter in turn, checked against the service's own count.

    Untyped keeps the symbol that says why a figure is missing. Raises ServiceError, SchemaChanged.
    """
    found: list[dict[str, Any]] = []
    for one in filters:
        url = f"{table.url}/UntypedDataSet"
        part = list(rows(pages, query(url, filter=one, format="json"), LINK))
        said = pages.number(query(f"{url}/$count", filter=one))
        counted(part, said, f"Uit tabel {table.id}")
        found += part
    if not found:
        raise SchemaChanged(
            f"Tabel {table.id} gaf geen enkele regel. Kijk of de gemeentecodes en het jaar kloppen."
        )
    return found


def _all(pages: Pages, table: Table, resource: str) -> list[dict[str, Any]]:
    return list(rows(pages, query(f"{table.url}/{resource}", format="json"), LINK))
