"""Opens the figures file and follows the pointer to a newer one; nothing else knows where it is."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:  # half a second that `build --if-needed` can do without
    import pandas as pd

POINTER = "current"
PROJECT = Path(__file__).resolve().parent.parent.parent
_TRIES = 5


class StoreMissing(Exception):
    """There is no figures file yet, or it cannot be read; the message says where it was sought."""


class StoreError(Exception):
    """A question that the store cannot answer: the SQL or its parameters do not fit the schema."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """One figures file that is open, and the state of the pointer that led to it."""

    stamp: tuple[int, int, int]
    version: str
    connection: duckdb.DuckDBPyConnection


def store_folder() -> Path:
    """Where figures files stand: environment variable WIJZER_STORE, else `var/` in the project."""
    return Path(os.environ.get("WIJZER_STORE") or PROJECT / "var")


def current_file(folder: Path) -> Path:
    """The figures file that the pointer names. Raises StoreMissing when there is no pointer."""
    try:
        return folder / (folder / POINTER).read_text("utf-8").strip()
    except OSError as error:
        raise StoreMissing(f"geen cijferbestand in {folder}") from error


class Store:
    """The figures, always the newest build: a query after a swap of the pointer sees the new file.

    Safe to share between threads. Each query has its own cursor and reads one file from
    beginning to end; a file that is still being read stays open until the last reader is done.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pointer = folder / POINTER
        self._lock = threading.Lock()
        self._opened: _Opened | None = None
        self._follow()

    @property
    def version(self) -> str:
        """Version of the build that the next query reads, such as '0007-1f0c9ab2'."""
        return self._follow().version

    def query(self, sql: str, **params: Any) -> "pd.DataFrame":
        """Rows of `sql`, with `$name` taken from `params`. Raises StoreMissing, StoreError."""
        with self._follow().connection.cursor() as cursor:
            try:
                return cursor.execute(sql, params).df()
            except duckdb.Error as error:
                raise StoreError(str(error)) from error

    def close(self) -> None:
        """Let go of the file. A later query opens it again."""
        with self._lock:
            self._opened = None

    def _follow(self) -> _Opened:
        # One stat per query: the pointer is replaced, never rewritten, so a build has a new stamp.
        opened, stamp = self._opened, _stamp(self._pointer)
        if opened and opened.stamp == stamp:
            return opened
        with self._lock:
            if self._opened is None or self._opened.stamp != _stamp(self._pointer):
                self._opened = _open(self.folder)
            return self._opened


def open_figures(folder: Path | None = None) -> Store:
    """The store in `folder`, default store_folder(). Raises StoreMissing when nothing is built."""
    return Store(folder or store_folder())


def _stamp(pointer: Path) -> tuple[int, int, int]:
    try:
        state = pointer.stat()
    except OSError as error:
        raise StoreMissing(f"geen cijferbestand in {pointer.parent}") from error
    return state.st_mtime_ns, state.st_ino, state.st_size


def _open(folder: Path) -> _Opened:
    # Between reading the pointer and opening, two newer builds may have removed the file.
    for _ in range(_TRIES):
        stamp, file = _stamp(folder / POINTER), current_file(folder)
        try:
            connection = attach(file)
            return _Opened(stamp, _version(connection), connection)
        except StoreMissing:
            if file.exists():
                raise
    raise StoreMissing(f"het cijferbestand {file.name} ontbreekt in {folder}")


# ATTACH takes no parameters (DuckDB 1.5.5), so the path is put in, with its quotes doubled.
_READ = "ATTACH '$file' AS $name (READ_ONLY)"
_WRITE = "ATTACH '$file' AS $name (STORAGE_VERSION 'v1.5.0')"
_MAKE = "ATTACH '$file' AS $name (STORAGE_VERSION 'v1.5.0', BLOCK_SIZE 32768)"


def attach(file: Path, read_only: bool = True) -> duckdb.DuckDBPyConnection:
    """A private connection with `file` attached as `figures`. Raises StoreMissing."""
    connection = duckdb.connect(config={"threads": 1})
    try:
        add(connection, file, "figures", read_only)
    except duckdb.Error as error:
        raise StoreMissing(f"{file} is geen leesbaar cijferbestand: {error}") from error
    return connection


def add(
    connection: duckdb.DuckDBPyConnection, file: Path, name: str, read_only: bool = False
) -> None:
    """Attach `file` to a connection under a name. Raises duckdb.Error.

    A new file gets the storage version that the pinned DuckDB writes, so that an older reader
    fails at once and not halfway. Its blocks are small: of the usual 256 kB each column of each
    table takes at least one, which makes a register of 46 MB from 7.
    """
    write = _WRITE if file.exists() else _MAKE
    command = (_READ if read_only else write).replace("$name", name)
    connection.execute(command.replace("$file", str(file).replace("'", "''")))


_VERSION = "SELECT version FROM figures.build"


def _version(connection: duckdb.DuckDBPyConnection) -> str:
    row = connection.execute(_VERSION).fetchone()
    return str(row[0]) if row else ""
