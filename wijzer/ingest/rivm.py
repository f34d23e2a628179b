"""RIVM, GGD and CBS, Gezondheid per wijk en buurt: percentages by age group, with margins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wijzer.ingest import odata3
from wijzer.ingest.http import Pages
from wijzer.ingest.odata import (
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
from wijzer.ingest.sources import Rivm, RivmTable, SourcesError, Wanted

DIMENSIONS = ("WijkenEnBuurten", "Leeftijd", "Marges", "Perioden")

Figures = dict[tuple[str, str], Reading]


def table_of(rivm: Rivm, year: int, id: str | None = None) -> RivmTable:
    """The table with this id, else the one that we take this year from. Raises SourcesError."""
    if id is not None and id not in rivm.tables:
        raise SourcesError(f"Tabel {id} staat niet in data/sources.toml, onder [rivm.tables].")
    for one in [rivm.tables[id]] if id else rivm.tables.values():
        if year in one.years or id:
            return one
    known = sorted(year for one in rivm.tables.values() for year in one.years)
    raise SourcesError(
        f"Voor {year} is geen RIVM-tabel bekend (wel voor {', '.join(map(str, known))}). "
        "Zet het jaar in data/sources.toml, onder [rivm.tables]."
    )


def fetch(
    pages: Pages, rivm: Rivm, chosen: RivmTable, year: int, municipalities: Sequence[str]
) -> tuple[Table, Figures]:
    """Readings with margins by area code and indicator id, of one year.

    Margins stand only with figures of the survey itself; the model estimates of wijken and
    buurten have none. Raises ServiceError, SchemaChanged.
    """
    table = odata3.table(pages, rivm.url, chosen.id)
    pages = pages.under("odata3", table.id, table.modified)
    dimensions, topics = odata3.properties(pages, table)
    dimensions_present(table, dimensions, DIMENSIONS)
    found = match(table, topics, [Wanted(name, name) for name in chosen.topics])
    period = _period(pages, table, year)
    ages = _ages(pages, table, rivm, chosen)
    _margins(pages, table, rivm)
    regions = [in_country("WijkenEnBuurten")]
    regions += [in_municipality("WijkenEnBuurten", one) for one in municipalities]
    rows = odata3.data(pages, table, [f"Perioden eq '{period}' and {one}" for one in regions])
    return table, _figures(table, rows, chosen, found, ages, rivm.margins)


def _period(pages: Pages, table: Table, year: int) -> str:
    keys = odata3.keys(pages, table, "Perioden")
    if found := [one for one in keys if one.startswith(f"{year}JJ")]:
        return found[0]
    years = ", ".join(sorted(one[:4] for one in keys))
    raise SchemaChanged(f"Tabel {table.id} heeft geen cijfers over {year} (wel over {years}).")


def _ages(pages: Pages, table: Table, rivm: Rivm, chosen: RivmTable) -> dict[str, str]:
    """Key of the dimension Leeftijd → our age group, for the groups that topics ask for."""
    keys = odata3.keys(pages, table, "Leeftijd")
    found: dict[str, str] = {}
    for age in sorted({age for ids in chosen.topics.values() for age in ids}):
        if not (there := [key for key in rivm.ages[age] if key in keys]):
            raise SchemaChanged(
                f"Tabel {table.id} mist leeftijdsgroep '{age}' (gezocht: "
                f"{', '.join(rivm.ages[age])}; er zijn: {', '.join(sorted(keys))}). "
                "Pas [rivm.ages] aan in data/sources.toml."
            )
        found[there[0]] = age
    return found


def _margins(pages: Pages, table: Table, rivm: Rivm) -> None:
    keys = odata3.keys(pages, table, "Marges")
    if lacking := sorted(set(rivm.margins.values()) - keys):
        raise SchemaChanged(
            f"Tabel {table.id} mist {', '.join(lacking)} in de dimensie Marges. "
            "Pas [rivm.margins] aan in data/sources.toml."
        )


def _figures(
    table: Table,
    rows: Sequence[dict[str, Any]],
    chosen: RivmTable,
    found: Mapping[str, Topic],
    ages: Mapping[str, str],
    margins: Mapping[str, str],
) -> Figures:
    parts: dict[str, Figures] = {key: {} for key in margins.values()}
    for row in rows:
        where = f"In tabel {table.id}"
        area, margin, age = (
            str(field(row, name, where)).strip()
            for name in ("WijkenEnBuurten", "Marges", "Leeftijd")
        )
        if margin in parts and age in ages:
            for key, one in _row(row, chosen, found, ages[age], area_code(area), where).items():
                once(parts[margin], key, where)
                parts[margin][key] = one
    values, lows, highs = (parts[margins[name]] for name in ("value", "low", "high"))
    return {key: _with_margins(one, lows.get(key), highs.get(key)) for key, one in values.items()}


def _row(
    row: Mapping[str, Any],
    chosen: RivmTable,
    found: Mapping[str, Topic],
    age: str,
    area: str,
    where: str,
) -> Figures:
    figures: Figures = {}
    for name, ids in chosen.topics.items():
        if age in ids:
            place = f"{where}, gebied {area}, onderwerp '{name}'"
            figures[area, ids[age]] = reading(field(row, found[name].key, place), place)
    return figures


def _with_margins(value: Reading, low: Reading | None, high: Reading | None) -> Reading:
    if value.value is None or not low or not high:
        return value
    return replace(value, low=low.value, high=high.value)
