"""The store follows the pointer to newer builds, while it is being read."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from wijzer.ingest.build import build
from wijzer.store import areas, figures
from wijzer.store.database import (
    POINTER,
    Store,
    StoreError,
    StoreMissing,
    attach,
    current_file,
    open_figures,
    store_folder,
)

SWAPS = 20
MARKED = """
SELECT (SELECT version FROM figures.build) AS version, min(value) AS low, max(value) AS high,
       count(*)::INTEGER AS rows
FROM figures.measurement WHERE indicator = 'gezond' AND NOT computed
"""


@pytest.fixture
def swapped(own_data: Path, tmp_path: Path) -> Path:
    """A store folder of this test alone."""
    folder = tmp_path / "var"
    build(own_data, folder)
    return folder


def _all_equal(folder: Path, value: float) -> None:
    """A next build in which every value of one indicator is the same number."""
    number = int(current_file(folder).stem.split("-")[1])
    file = folder / f"figures-{number + 1:04d}.duckdb"
    file.write_bytes(current_file(folder).read_bytes())
    with attach(file, read_only=False) as connection:
        connection.execute(
            "UPDATE figures.measurement SET value = $v WHERE indicator = 'gezond'", {"v": value}
        )
        connection.execute("UPDATE figures.build SET version = $v", {"v": f"v{value:g}"})
        connection.execute("CHECKPOINT figures")
    draft = folder / "pointer-draft"
    draft.write_text(file.name, "utf-8")
    draft.replace(folder / POINTER)
    for old in sorted(folder.glob("figures-*.duckdb"))[:-2]:
        old.unlink()


def _read_until(store: Store, stop: threading.Event) -> list[pd.DataFrame]:
    found = []
    while not stop.is_set():
        found.append(store.query(MARKED))
        figures.profile(store, "WK990102")
        areas.shapes(store, "buurten")
    return found


def test_reads_during_twenty_swaps_are_whole(swapped: Path) -> None:
    _all_equal(swapped, 1.0)
    store, stop = open_figures(swapped), threading.Event()
    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(_read_until, store, stop) for _ in range(4)]
        for value in range(2, SWAPS + 2):
            _all_equal(swapped, float(value))
            time.sleep(0.02)
        time.sleep(0.1)
        stop.set()
    reads = pd.concat(one for reader in readers for one in reader.result())
    store.close()

    assert (reads["low"] == reads["high"]).all(), "rows of two builds in one answer"
    assert (reads["version"] == "v" + reads["low"].astype(int).astype(str)).all()
    assert reads["rows"].nunique() == 1
    assert reads["version"].nunique() > SWAPS / 2, "the swaps were hardly seen"
    assert (reads["version"] == f"v{SWAPS + 1}").any()


def test_an_open_store_sees_a_new_build(swapped: Path, own_data: Path) -> None:
    store = open_figures(swapped)
    before = store.version
    file = own_data / "tables" / "figures_kaart.csv"
    file.write_text(file.read_text("utf-8").replace(",74,", ",75,"), "utf-8")
    build(own_data, swapped)

    assert store.version != before
    assert list(figures.values(store, "zelfredzaam", 2019, ["noord"])["value"]) == [75.0]


def test_only_the_file_before_is_kept(swapped: Path, own_data: Path) -> None:
    for _ in range(3):
        build(own_data, swapped)

    names = sorted(one.name for one in swapped.iterdir())
    assert names == [POINTER, "figures-0003.duckdb", "figures-0004.duckdb"]


def test_a_closed_store_opens_again(swapped: Path) -> None:
    store = open_figures(swapped)
    store.close()

    assert len(areas.areas(store)) == 14


def test_the_store_cannot_be_written(tiny_store: Store) -> None:
    with pytest.raises(StoreError, match="read-only"):
        tiny_store.query("DELETE FROM figures.measurement")


def test_nothing_built_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="geen cijferbestand"):
        open_figures(tmp_path)


@pytest.mark.parametrize("content", ["figures-0009.duckdb", "kapot.duckdb"])
def test_a_pointer_to_nothing_or_to_rubbish_is_said_so(tmp_path: Path, content: str) -> None:
    (tmp_path / POINTER).write_text(content, "utf-8")
    (tmp_path / "kapot.duckdb").write_bytes(b"geen cijfers" * 1000)

    with pytest.raises(StoreMissing):
        open_figures(tmp_path)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """WIJZER_STORE set to a folder with a quote in its name."""
    folder = tmp_path / "map 'elders'"
    monkeypatch.setenv("WIJZER_STORE", str(folder))
    yield folder


def test_environment_names_the_folder(elsewhere: Path, tiny_data: Path) -> None:
    build(tiny_data, store_folder())

    assert current_file(elsewhere).exists()
    assert open_figures().version.startswith("0001-")


def test_storage_version_is_the_one_of_house_rules(swapped: Path) -> None:
    with attach(current_file(swapped)) as connection:
        found = connection.execute(
            "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'figures'"
        ).fetchone()

    assert found == ("v1.5.0+",)
