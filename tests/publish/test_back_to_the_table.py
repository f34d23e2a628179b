"""Any number on a page is found again in data/tables, read here with nothing but `csv`."""

import csv
from pathlib import Path

from tests.publish.conftest import Profiles
from wijzer import catalog

TABLES = Path(__file__).resolve().parents[2] / "data" / "tables"
Key = tuple[str, str, int]


def committed() -> dict[Key, dict[str, str]]:
    """Rows of all tables of figures by area, indicator and year."""
    found: dict[Key, dict[str, str]] = {}
    for file in sorted(TABLES.glob("figures_*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                key = row["area"], row["indicator"], int(row["year"])
                assert key not in found, key
                found[key] = row
    return found


def test_every_figure_and_benchmark_stands_in_a_table(profiles: Profiles) -> None:
    rows, looked = committed(), 0
    whole = {one.code: one for one in catalog.neighbourhoods().values()}
    towns = {part: one.municipality for one in whole.values() for part in (one.code, *one.parts)}
    for code, shown in profiles.items():
        town = towns.get(code) or "GM" + code[2:6]
        for row in shown.values():
            id, year = row["indicator"], int(row["year"])
            there = rows.get((town, id, year))
            if row["municipality_value"] == row["municipality_value"]:
                assert there and float(there["value"]) == row["municipality_value"], row
                assert there["table"] == row["tbl"]
            if row["country_value"] == row["country_value"]:
                assert float(rows["NL00", id, year]["value"]) == row["country_value"], row
            if row["computed"]:
                assert code in ("alphen-noord", "zuidwest")
                assert (code, id, year) not in rows
                continue
            source = rows[code, id, year]
            looked += 1
            if source["value"]:
                assert float(source["value"]) == row["value"], row
            else:
                assert source["missing"] == row["missing"] and row["value"] != row["value"], row
            for ours, theirs in (("source", "source"), ("tbl", "table"), ("licence", "licence")):
                assert row[ours] == source[theirs], row
            assert row["note"] == source["note"]
    assert looked > 3000
