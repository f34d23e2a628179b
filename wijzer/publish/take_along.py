"""What is on the screen as a file, with its sources: the same rows, so the same numbers."""

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from csv import writer as csv_writer

import pandas as pd

from wijzer import catalog, texts
from wijzer.model import Indicator
from wijzer.publish.door import Row, records

COLUMNS = {
    "area_name": "gebied",
    "code": "code",
    "name": "naam",
    "indicator": "indicator",
    "year": "jaar",
    "value": "waarde",
    "unit": "eenheid",
    "value_text": "weergave",
    "missing": "reden zonder cijfer",
    "computed": "zelf berekend",
    "example": "voorbeeld",
    "sign": "teken",
    "word": "vergelijking",
    "certainty": "zekerheid",
    "municipality_name": "vergeleken met",
    "municipality_value": "waarde gemeente",
    "country_value": "waarde Nederland",
    "method": "methode",
    "population": "over wie",
    "source": "bron",
    "tbl": "tabel",
    "licence": "licentie",
    "note": "opmerking",
}
"""Columns of a download and what they are called; others stay inside."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "sign": {sign.value: mark for sign, mark in texts.SIGN_MARK.items()},
    "missing": {kind.value: word for kind, word in texts.MISSING_WORD.items()},
    "certainty": {kind.value: word for kind, word in texts.CERTAINTY_WORD.items()},
    "method": {kind.value: word for kind, word in texts.METHOD_WORD.items()},
}


def csv(published: pd.DataFrame | Iterable[Row]) -> bytes:
    """Published rows as CSV for a Dutch spreadsheet: semicolons, decimal comma, UTF-8 with mark."""
    rows = pd.DataFrame(published)
    chosen = [name for name in COLUMNS if name in rows]
    table = rows[chosen].copy()
    for name, words in _WORDS.items():
        if name in table:
            table[name] = table[name].map(words).fillna("")
    for name in {"computed", "example"} & set(table):
        table[name] = table[name].eq(True).map({True: "ja", False: ""})
    text = table.rename(columns=COLUMNS).to_csv(sep=";", decimal=",", index=False)
    return text.encode("utf-8-sig")


def with_facts(rows: pd.DataFrame, one: Indicator, year: int) -> pd.DataFrame:
    """Rows of a map with what the catalogue knows of their indicator, for a download."""
    return rows.assign(
        indicator=one.name,
        year=year,
        unit=one.unit,
        method=one.method.value,
        population=one.population,
    )


def geojson(rows: pd.DataFrame, shapes: pd.DataFrame, indicator: str, year: int) -> bytes:
    """The map on the screen as GeoJSON: shapes with the figure, its sign and both sources.

    `rows` from `on_map`, `shapes` from `shapes`; areas without a figure keep their reason.
    """
    one = catalog.indicator(indicator)
    figures = {row["code"]: row for row in records(rows)}
    features = [
        {
            "type": "Feature",
            "geometry": json.loads(shape["geometry"]),
            "properties": {
                "code": shape["code"],
                "naam": shape["name"],
                "indicator": one.name,
                "jaar": year,
                **_figure(figures[shape["code"]]),
                "bron grenzen": shape["licence"],
            },
        }
        for shape in records(shapes)
        if shape["code"] in figures
    ]
    return json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False
    ).encode()


def _figure(row: Row) -> Row:
    return {
        COLUMNS[name]: None
        if pd.isna(row[name])
        else _WORDS.get(name, {}).get(row[name], row[name])
        for name in _ON_MAP
    }


_ON_MAP = (
    *("value", "value_text", "missing", "computed", "example", "sign", "word"),
    *("municipality_name", "municipality_value", "source", "tbl", "licence", "note"),
)


def table_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table of the screen as CSV for a Dutch spreadsheet.

    A cell that a spreadsheet would run as a formula starts with an apostrophe: text stays text.
    """
    found = io.StringIO()
    writer = csv_writer(found, delimiter=";")  # ends in \r\n: then both are quoted in a cell
    writer.writerows([[_as_text(cell) for cell in row] for row in (header, *rows)])
    return found.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.lstrip()[:1] in _RUNS or cell[:1] in ("\t", "\r", "\n") else cell


_RUNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the start of a formula, in its wide form too."""
