"""Shared by all tests: a tiny data folder of invented areas, and figures files built from data."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from wijzer import catalog
from wijzer.ingest.build import build
from wijzer.ingest.monitor import examples
from wijzer.store import content
from wijzer.store.database import Store, open_figures

# A busy machine is no fault of a property.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

TINY = Path(__file__).resolve().parent / "store" / "tiny"


@pytest.fixture(autouse=True, scope="session")
def _one_scan() -> Iterator[None]:
    """Streamlit reads every installed package again for each AppTest: seven times a page's work."""
    with pytest.MonkeyPatch.context() as streamlit:
        found = cache(manifest_scanner.scan_component_manifests)
        streamlit.setattr(manifest_scanner, "scan_component_manifests", found)
        yield


@pytest.fixture(scope="session")
def tiny_data() -> Path:
    """A whole data folder of invented areas (Voorstad with Tuinwijk and Noord). Do not write."""
    return TINY


@pytest.fixture
def own_data(tmp_path: Path) -> Path:
    """A copy of the tiny data folder for this test alone, to break or to add to."""
    return shutil.copytree(TINY, tmp_path / "data")


@pytest.fixture(scope="session")
def tiny_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An open store built from the tiny data folder."""
    yield from _built(TINY, tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a figures file built from the project's own data/."""
    folder = tmp_path_factory.mktemp("real")
    build(catalog.DATA, folder)
    return folder


@pytest.fixture(scope="session")
def monitor_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a register with every example there is: of the monitor too. Do not change."""
    made = tmp_path_factory.mktemp("monitor")
    content.open_register(made, more=examples.load).close()
    return made


@pytest.fixture(scope="session")
def monitor_held(monitor_folder: Path) -> Iterator[Path]:
    """The same, open from the first test that shows it to the last."""
    from tests.pages.entering import held

    with held(monitor_folder):
        yield monitor_folder


@pytest.fixture(scope="session")
def real_store(real_folder: Path) -> Iterator[Store]:
    """An open store built from the project's own data/."""
    store = open_figures(real_folder)
    yield store
    store.close()


def _built(data: Path, folder: Path) -> Iterator[Store]:
    build(data, folder)
    store = open_figures(folder)
    yield store
    store.close()
