"""A fourth neighbourhood, elsewhere: a block in neighbourhoods.toml, three fetches and a build.

Voorbeeldstad with its Zonnehof is fictitious; the services are those of the stub.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.conftest import files, hurry, run
from tests.ingest.stub import Stub
from wijzer import catalog
from wijzer.store import areas, figures, population
from wijzer.store.database import Store, open_figures

ZONNEHOF = """
[[neighbourhood]]
id = "zonnehof"
name = "Zonnehof"
municipality = "GM9999"
parts = ["WK999901", "WK999902"]
"""
HERE = ("--gemeenten", "GM9999")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A copy of the project's own data/ with one neighbourhood more, and no figures of it yet."""
    folder = shutil.copytree(catalog.DATA, tmp_path / "data")
    with (folder / "neighbourhoods.toml").open("a", encoding="utf-8") as file:
        file.write(ZONNEHOF)
    hurry(folder)
    return folder


@pytest.fixture
def store(stub: Stub, elsewhere: Path, tmp_path: Path) -> Store:
    """The store built by the command line after fetching everything by the command line."""
    before = files(elsewhere)
    assert run(elsewhere, "cbs", "--year", "2024", *HERE) == 0
    assert run(elsewhere, "shapes", "--year", "2024", *HERE) == 0
    assert run(elsewhere, "rivm", "--year", "2020", *HERE) == 0
    assert run(elsewhere, "rivm", "--table", "50120NED", *HERE) == 0
    assert {name for name in before if name not in files(elsewhere)} == set()
    words = ["build", "--data", str(elsewhere), "--out", str(tmp_path / "var")]
    built = subprocess.run(
        [sys.executable, "-m", "wijzer", *words], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return open_figures(tmp_path / "var")


def test_it_can_be_built_and_asked(store: Store) -> None:
    places = areas.areas(store).set_index("code")
    assert places.loc["zonnehof", "municipality"] == "GM9999"
    assert list(places.index[places["neighbourhood"] == "zonnehof"]) == [
        "BU99990101", "BU99990102", "BU99990103", "BU99990201", "BU99990202",
        "WK999901", "WK999902", "zonnehof",
    ]  # fmt: skip
    for layer in ("neighbourhoods", "subdistricts", "buurten", "context", "municipalities"):
        assert areas.shapes(store, layer)["code"].str.contains("9999|zonnehof").any()

    whole = figures.profile(store, "zonnehof").set_index("indicator")
    parts = figures.values(store, "eenzaam", 2022, ["WK999901", "WK999902"])["value"]
    assert whole.loc["eenzaam", "computed"]
    assert parts.min() < whole.loc["eenzaam", "value"] < parts.max()
    assert whole.loc["eenzaam", ["year", "tbl"]].tolist() == [2022, "50120NED"]
    assert whole.loc["huurwoningen", "municipality_value"] == 45

    people = population.population(store, "zonnehof").set_index(["trait", "category"])["count"]
    assert people["total", "all"] == 6035 + 4675

    # A buurt without figures says so, and the neighbourhoods that were there keep theirs.
    small = figures.profile(store, "BU99990103").set_index("indicator")
    assert small.loc["eenzaam", "missing"] == "not_published"
    assert figures.profile(store, "WK054609")["value"].notna().sum() > 50
