"""Any number on a page is found again in data/tables, read here with nothing but `csv`."""

import csv
from pathlib import Path

from tests.publish.conftest import Profiles
from wijzer import catalog
from wijzer.publish import Row

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


def towns() -> dict[str, str]:
    """The municipality of each neighbourhood and of its parts."""
    found = catalog.neighbourhoods().values()
    return {code: one.municipality for one in found for code in (one.code, *one.parts)}


def test_every_figure_stands_in_a_table(profiles: Profiles) -> None:
    rows, looked = committed(), 0
    for code, shown in profiles.items():
        for row in shown.values():
            key = code, row["indicator"], int(row["year"])
            if row["computed"]:
                assert code in ("alphen-noord", "zuidwest")
                assert key not in rows
                continue
            check(row, rows[key])
            looked += 1
    assert looked > 3000


def check(row: Row, source: dict[str, str]) -> None:
    """A row of a profile is the line of the table."""
    if source["value"]:
        assert float(source["value"]) == row["value"], row
    else:
        assert source["missing"] == row["missing"] and row["value"] != row["value"], row
    for ours, theirs in (("source", "source"), ("tbl", "table"), ("licence", "licence")):
        assert row[ours] == source[theirs], row
    assert row["note"] == source["note"]


def test_every_benchmark_stands_in_a_table(profiles: Profiles) -> None:
    rows, looked = committed(), 0
    for code, shown in profiles.items():
        town = towns().get(code) or "GM" + code[2:6]
        for row in shown.values():
            for area, name in ((town, "municipality_value"), ("NL00", "country_value")):
                if row[name] == row[name]:
                    source = rows[area, row["indicator"], int(row["year"])]
                    assert float(source["value"]) == row[name], row
                    assert source["table"] == row["tbl"]
                    looked += 1
    assert looked > 5000
