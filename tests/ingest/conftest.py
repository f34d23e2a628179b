"""For the tests of the loaders: services on this machine, and a data folder of their own."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.stub import Stub, running
from wijzer import catalog
from wijzer.ingest import fetch, sources
from wijzer.ingest.http import Pages, pages
from wijzer.ingest.sources import Http, Sources

QUICK = Http(timeout=2, attempts=3, first_wait=0.01, longest_wait=5, cache_hours=1)

STEVENSHOF = """
[[neighbourhood]]
id = "stevenshof"
name = "Stevenshof"
municipality = "GM0546"
parts = ["WK054609"]
"""


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    """The services, with the addresses of data/sources.toml pointing to them."""
    with running() as found:
        for name, url in found.environment().items():
            monkeypatch.setenv(name, url)
        yield found


@pytest.fixture
def asking(stub: Stub, tmp_path: Path) -> Iterator[Pages]:
    """A connection with short waits, its pages kept in a folder of this test."""
    with pages(QUICK, tmp_path / "pages") as opened:
        yield opened


@pytest.fixture
def known(stub: Stub) -> Sources:
    """The project's own sources, at the addresses of the stub."""
    return sources.read(catalog.DATA / "sources.toml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the real catalogue and sources, one neighbourhood, and no tables yet."""
    folder = tmp_path / "data"
    shutil.copytree(catalog.DATA / "catalog", folder / "catalog")
    (folder / "neighbourhoods.toml").write_text(STEVENSHOF, "utf-8")
    hurry(folder)
    return folder


def hurry(folder: Path) -> None:
    """The project's sources in this data folder, with waits that suit a test."""
    text = (catalog.DATA / "sources.toml").read_text("utf-8")
    for name, value in (("timeout", "2"), ("attempts", "3"), ("first_wait", "0.01")):
        text = re.sub(rf"^{name} = \S+", f"{name} = {value}", text, flags=re.M)
    (folder / "sources.toml").write_text(text, "utf-8")


def run(data: Path, *words: str) -> int:
    """`python -m wijzer fetch …` on this data folder; the exit code."""
    return fetch.main([*words, "--data", str(data)])


def files(folder: Path) -> dict[str, bytes]:
    """Everything below a folder, by path."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
