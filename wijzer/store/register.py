"""The register: one DuckDB file with what people enter, and one process that writes it.

Every question and every change waits its turn: a change takes about ten milliseconds and answers
are kept by those who ask, so that the queue is short and nothing is ever read half-written.
"""

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from wijzer import access
from wijzer.store import database, register_file
from wijzer.store.register_file import (
    STEPS,
    RegisterBusy,
    RegisterDamaged,
    RegisterError,
    RegisterNewer,
    Row,
    create,
    put_back,
)

__all__ = [
    "FILE",
    "STEPS",
    "Change",
    "Refused",
    "Register",
    "RegisterBusy",
    "RegisterDamaged",
    "RegisterError",
    "RegisterNewer",
    "Row",
    "create",
    "put_back",
    "register_folder",
    "taken",
]

FILE = "register.duckdb"


class Refused(Exception):
    """A constraint of the schema refuses the change; nothing was written."""


def register_folder() -> Path:
    """Where the register stands: environment variable WIJZER_REGISTER, else below the figures."""
    told = os.environ.get("WIJZER_REGISTER")
    return Path(told) if told else database.store_folder() / "register"


class Change:
    """A transaction that is under way."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def run(self, sql: str, **params: Any) -> None:
        """Change rows. Raises Refused when a constraint forbids it, RegisterError."""
        self.rows(sql, **params)

    def rows(self, sql: str, **params: Any) -> list[Row]:
        """The answer to a question, with what this transaction already changed."""
        try:
            return register_file.rows(self._connection, sql, params)
        except duckdb.ConstraintException as error:
            raise Refused(str(error)) from error
        except duckdb.Error as error:
            raise RegisterError(str(error)) from error


class Register:
    """The open register. Raises RegisterBusy, RegisterDamaged or RegisterNewer when opened."""

    def __init__(self, file: Path, steps: Path = STEPS) -> None:
        self.file = file
        self._steps = steps
        self._lock = threading.RLock()
        self._changes = 0
        self._of_learning = 0
        self._open()

    @property
    def version(self) -> str:
        """Changes with every change: the key of everything that is kept."""
        return f"{self._opened}-{self._changes}"

    @property
    def version_of_monitor(self) -> str:
        """The same, but it stays when only what is learned changes: lessons, actions, slides."""
        return f"{self._opened}-{self._changes - self._of_learning}"

    def rows(self, sql: str, **params: Any) -> list[Row]:
        """The answer to a question, `$name` taken from `params`. Raises RegisterError."""
        with self._lock:
            return Change(self._connection).rows(sql, **params)

    @contextmanager
    def change(
        self,
        visitor: access.Visitor,
        action: access.Action = access.Action.ENTER,
        quiet: bool = False,
        learning: bool = False,
    ) -> Iterator[Change]:
        """A transaction: all of it is written when the block ends, or none of it.

        `quiet`: nothing that is shown changes, so what others keep stays good; `learning`: only
        what is learned does (`version_of_monitor`). Raises NotAllowed when the visitor may not do
        this, Refused when a constraint forbids it, RegisterError.
        """
        access.require(visitor, action)
        with self._lock:
            self._connection.execute("BEGIN")
            try:
                yield Change(self._connection)
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            Change(self._connection).run("COMMIT")
            self._changes += not quiet
            self._of_learning += learning and not quiet

    def backup(self, to: Path) -> None:
        """A whole and checked copy at `to`, also while others read and write.

        Raises RegisterError when something stands there already or the copy cannot be made.
        """
        if to.exists():
            raise RegisterError(f"{to} bestaat al")
        self._copied(to).replace(to)

    def _copied(self, to: Path) -> Path:
        """A copy beside `to`; nothing is left when it cannot be made."""
        half = to.with_name(f".{to.name}.{secrets.token_hex(4)}")
        try:
            with self._lock:
                register_file.copy(self._connection, half, self._steps)
        except (OSError, duckdb.Error, RegisterError) as error:
            half.unlink(missing_ok=True)
            raise RegisterError(f"{to}: {error}") from error
        return half

    def restore(self, source: Path) -> Path:
        """Put a backup in the place of the register. Returns where the old one is kept.

        The backup is checked first. Raises RegisterError; then the register is as it was.
        """
        register_file.check(source, self._steps)
        with self._lock:
            self._close_whole()
            kept = None
            try:
                kept = put_back(source, self.file, self._steps)
                self._open()
            except (OSError, RegisterError):
                if kept:
                    kept.replace(self.file)
                self._open()
                raise
        return kept

    def compact(self) -> None:
        """Write the file anew, so that what was deleted is in none of its bytes any more."""
        with self._lock:
            fresh = self._copied(self.file)
            self._close_whole()
            fresh.replace(self.file)
            self._open()

    def _close_whole(self) -> None:
        """Close with everything in the file itself, nothing in DuckDB's log."""
        self._connection.execute("CHECKPOINT register")
        self._connection.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _open(self) -> None:
        self._connection = register_file.attached(self.file)
        try:
            register_file.migrate(self._connection, self.file, self._steps)
            register_file.read_all(self._connection)
        except duckdb.Error as error:
            self._connection.close()
            raise RegisterDamaged(f"{self.file}: {error}") from error
        except RegisterError:
            self._connection.close()
            raise
        register_file.sweep(self.file)
        self._opened = secrets.token_hex(4)


def taken(register: Register) -> int:
    """The highest step of the schema that was run."""
    return int(register.rows(register_file.TAKEN)[0]["number"])
