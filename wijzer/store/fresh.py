"""Whether the figures file still belongs to data/."""

import hashlib
from pathlib import Path

import duckdb

from wijzer.store.database import PROJECT, StoreMissing, attach, current_file

_DATA = {".csv", ".toml", ".geojson", ".txt"}
# Code that decides what the figures file looks like: a change in it makes the file old too.
_CODE = (
    "ingest/build.py", "ingest/compute.py", "ingest/outlines.py", "ingest/read.py",
    "store/schema/derive.sql", "store/schema/figures.sql", "stats/spread.py",
)  # fmt: skip
_FINGERPRINT = "SELECT fingerprint FROM figures.build"


def fingerprint(data: Path) -> str:
    """Hash of the content of data/ and of the code that builds from it.

    Content, not times: a fresh clone has new times on old files, a copy old times on new ones.
    """
    package = PROJECT / "wijzer"
    code = [package / name for name in _CODE]
    files = [file for file in sorted(data.rglob("*")) if file.suffix in _DATA]
    found = hashlib.sha256()
    for file, root in [*((one, package) for one in code), *((one, data) for one in files)]:
        content = file.read_bytes()
        found.update(f"{file.relative_to(root).as_posix()} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def is_stale(data: Path, folder: Path) -> bool:
    """Whether the store in `folder` is missing, unreadable, or not made from `data` as it is."""
    try:
        with attach(current_file(folder)) as connection:
            row = connection.execute(_FINGERPRINT).fetchone()
    except (StoreMissing, duckdb.Error):
        return True
    return row is None or row[0] != fingerprint(data)
