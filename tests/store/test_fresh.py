"""When the figures file no longer belongs to data/."""

import os
from pathlib import Path

import pytest

from wijzer.ingest.build import build
from wijzer.store.database import current_file
from wijzer.store.fresh import is_stale


@pytest.fixture
def folder(own_data: Path, tmp_path: Path) -> Path:
    """A store that was just built from own_data."""
    build(own_data, tmp_path / "var")
    return tmp_path / "var"


def test_just_built_is_fresh(own_data: Path, folder: Path) -> None:
    assert not is_stale(own_data, folder)


def test_new_times_on_the_same_content_are_fresh(own_data: Path, folder: Path) -> None:
    for file in own_data.rglob("*.csv"):
        os.utime(file, (4e9, 4e9))

    assert not is_stale(own_data, folder)


def test_missing_or_broken_is_stale(own_data: Path, folder: Path, tmp_path: Path) -> None:
    assert is_stale(own_data, tmp_path / "nergens")

    current_file(folder).write_bytes(b"kapot" * 1000)
    assert is_stale(own_data, folder)


@pytest.mark.parametrize(
    "name", ["catalog/leefstijl.toml", "tables/areas.csv", "neighbourhoods.toml"]
)
def test_another_content_with_an_old_time_is_stale(own_data: Path, folder: Path, name: str) -> None:
    file = own_data / name
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    os.utime(file, (1e9, 1e9))

    assert is_stale(own_data, folder)


def test_a_removed_file_is_stale(own_data: Path, folder: Path) -> None:
    (own_data / "tables" / "figures_kaart.csv").unlink()

    assert is_stale(own_data, folder)
