"""The build as a command: all or nothing, one swap, Dutch words."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.change import change
from wijzer.__main__ import main
from wijzer.ingest import build as building
from wijzer.ingest.build import BuildFailed, Refused, build
from wijzer.store import figures
from wijzer.store.database import POINTER, Store, current_file, open_figures


def files(folder: Path) -> list[str]:
    """Names in a folder, sorted."""
    return sorted(one.name for one in folder.iterdir())


def test_build_makes_a_file_and_points_to_it(own_data: Path, tmp_path: Path) -> None:
    file = build(own_data, tmp_path / "var")

    assert file.name == "figures-0001.duckdb"
    assert current_file(tmp_path / "var") == file
    assert files(tmp_path / "var") == [POINTER, file.name]


def test_refused_data_leave_everything_as_it_was(own_data: Path, tmp_path: Path) -> None:
    build(own_data, tmp_path / "var")
    change(own_data, "tables/areas.csv", "NL00,Nederland", "NL01,Nederland")

    with pytest.raises(Refused):
        build(own_data, tmp_path / "var")

    assert files(tmp_path / "var") == [POINTER, "figures-0001.duckdb"]
    assert len(figures.profile(open_figures(tmp_path / "var"), "NL00")) == 5


def test_a_file_that_reads_back_otherwise_is_not_used(
    own_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(own_data, tmp_path / "var")
    monkeypatch.setitem(
        building._TABLES, "population", "INSERT INTO population BY NAME SELECT * FROM rows LIMIT 1"
    )

    with pytest.raises(BuildFailed, match="telt"):
        build(own_data, tmp_path / "var")

    assert files(tmp_path / "var") == [POINTER, "figures-0001.duckdb"]


def test_rows_are_sorted_by_area_indicator_year(tiny_store: Store) -> None:
    found = tiny_store.query("SELECT area, indicator, year FROM figures.measurement ORDER BY rowid")

    assert found.equals(found.sort_values(["area", "indicator", "year"], ignore_index=True))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE measurement SET missing = 'hidden' WHERE value IS NOT NULL",
        "UPDATE measurement SET missing = 'weg' WHERE value IS NULL",
        "UPDATE measurement SET value = 'nan'::DOUBLE WHERE value IS NOT NULL",
        "INSERT INTO measurement SELECT * FROM measurement LIMIT 1",
        "INSERT INTO shape SELECT * REPLACE ('BU00000000' AS code) FROM shape LIMIT 1",
        "UPDATE population SET count = -5 WHERE count IS NOT NULL",
        "UPDATE area SET level = 'straat'",
    ],
)
def test_the_schema_itself_refuses(own_data: Path, tmp_path: Path, sql: str) -> None:
    file = build(own_data, tmp_path / "var")
    with building.attach(file, read_only=False) as connection:
        connection.execute("USE figures")
        with pytest.raises(building.duckdb.ConstraintException):
            connection.execute(sql)


def test_two_builds_at_once_take_two_numbers(own_data: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "wijzer", "build", "--data", str(own_data)]
    command += ["--out", str(tmp_path / "var")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in running]

    assert [one.returncode for one in running] == [0, 0]
    assert sorted(one.rsplit("figures-", 1)[1].strip() for one in said) == [
        "0001.duckdb",
        "0002.duckdb",
    ]
    assert open_figures(tmp_path / "var").version


def test_command_builds_once_when_nothing_changed(
    own_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["build", "--data", str(own_data), "--out", str(tmp_path / "var"), "--if-needed"]

    assert main(command) == 0
    assert "Klaar: " in capsys.readouterr().out
    assert main(command) == 0
    assert capsys.readouterr().out == f"Het cijferbestand in {tmp_path / 'var'} is bij.\n"
    assert files(tmp_path / "var") == [POINTER, "figures-0001.duckdb"]


def test_command_lists_what_is_wrong(
    own_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = change(own_data, "tables/population.csv", "WK990103,2020,total,all,500",
                  "WK990103,2020,total,all,vijf")  # fmt: skip

    code = main(["build", "--data", str(own_data), "--out", str(tmp_path / "var")])

    assert code == 1
    assert capsys.readouterr().err == (
        f"Niet gemaakt: 1 fout(en) in {own_data}.\n"
        f"  tables/population.csv, regel {line}: count 'vijf' is geen getal\n"
    )
    assert not (tmp_path / "var").exists()


def test_the_projects_own_data_build(real_store: Store) -> None:
    found = real_store.query("SELECT count(*) AS n FROM figures.measurement WHERE computed")

    assert found["n"][0] > 100
    for area in ("WK054609", "alphen-noord", "zuidwest"):
        profile = figures.profile(real_store, area)
        assert profile["value"].notna().sum() >= 40, area
        assert profile["municipality_value"].notna().sum() >= 40, area
