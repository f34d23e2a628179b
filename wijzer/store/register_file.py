"""The register as a file: make it, open it, check it, bring its tables up to date, put one back."""

import re
import secrets
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from wijzer.store import database

Row = dict[str, Any]
"""Column name to cell."""

STEPS = Path(__file__).parent / "schema" / "register"


class RegisterError(Exception):
    """The register cannot be used; the message names the file."""


class RegisterBusy(RegisterError):
    """Another process has the register open."""


class RegisterDamaged(RegisterError):
    """The file cannot be read, or is no register. It is left as it is."""


class RegisterNewer(RegisterError):
    """The file was made by a newer version of the program. It is left as it is."""


def _connection() -> duckdb.DuckDBPyConnection:
    """A connection that fetches nothing: another kind of file is no reason to go on the network."""
    off = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    return duckdb.connect(config={"threads": 1, **off})


def create(file: Path, steps: Path = STEPS) -> None:
    """Make an empty register with all its tables."""
    connection = _connection()
    with connection:
        database.add(connection, file, "register")
        connection.execute("USE register")
        make_tables(connection, steps)


def put_back(source: Path, file: Path, steps: Path = STEPS) -> Path:
    """Put a checked copy in the place of a register that nobody has open, and keep that one.

    Returns where the old one is kept. Raises RegisterError before anything is moved.
    """
    check(source, steps)
    token = secrets.token_hex(4)
    fresh = file.with_name(f".{file.name}.{token}")
    kept = _beside(file, f"voor-terugzetten-{token}")
    shutil.copyfile(source, fresh)
    if _log(source).exists():
        shutil.copyfile(_log(source), _log(fresh))
        _take_log_in(fresh)
    shutil.copyfile(file, kept)
    if _log(file).exists():
        _log(file).replace(_log(kept))
    fresh.replace(file)
    return kept


def _log(file: Path) -> Path:
    """DuckDB's own log of what is not in the file yet."""
    return file.with_name(f"{file.name}.wal")


def _take_log_in(file: Path) -> None:
    with attached(file) as connection:
        connection.execute("CHECKPOINT register")


def copy(connection: duckdb.DuckDBPyConnection, to: Path, steps: Path) -> None:
    """Write the register that is open to a new file, and check that. Raises duckdb.Error.

    Not as bytes: what was deleted stays behind in the old file, and a second look at an open file
    would lose DuckDB's lock on it. Not with COPY FROM DATABASE: it fills children before parents.
    """
    database.add(connection, to, "copy")
    try:
        connection.execute("USE copy")
        make_tables(connection, steps)
        connection.execute(_NO_STEPS)
        connection.execute("USE register")
        # Parents were made before what refers to them; a table name cannot be a parameter.
        for row in rows(connection, _TABLES, {}):
            connection.execute(_COPY.replace("$table", row["table_name"]))
    finally:
        connection.execute("USE register")
        connection.execute("DETACH copy")
    check(to, steps)


TAKEN = "SELECT coalesce(max(number), 0) AS number FROM step_taken"
_TOOK = "INSERT INTO step_taken VALUES ($number, $now)"
_NO_STEPS = "DELETE FROM copy.step_taken"
_COPY = "INSERT INTO copy.$table SELECT * FROM register.$table"
_TABLES = """
SELECT table_name FROM duckdb_tables() WHERE database_name = 'register' ORDER BY table_oid
"""
_READ = "SELECT bit_xor(hash(COLUMNS(*))) FROM register.$table"


def attached(file: Path) -> duckdb.DuckDBPyConnection:
    """A connection with the register. Raises RegisterBusy, RegisterDamaged."""
    if file.stat().st_size == 0:
        raise RegisterDamaged(f"{file} is leeg")
    connection = _connection()
    try:
        _attach(connection, file)
    except duckdb.Error as error:
        connection.close()
        # By another process, or a second time by this one: DuckDB has no class of error for it.
        busy = any(words in str(error) for words in ("Could not set lock", "Unique file handle"))
        raise (RegisterBusy if busy else RegisterDamaged)(f"{file}: {error}") from error
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, file: Path, read_only: bool = False) -> None:
    """Use the file. Raises duckdb.Error, also when its end is gone: indexes are read much later.

    Blocks that are free may be absent at the end, and a log that was taken in is not in the file.
    """
    log = _log(file).exists()
    database.add(connection, file, "register", read_only)
    connection.execute("USE register")
    if not log and file.stat().st_size < rows(connection, _SIZE, {})[0]["size"]:
        raise duckdb.IOException("het einde van het bestand ontbreekt")


_SIZE = """
SELECT 3 * 4096 + used_blocks * block_size AS size -- after three headers
FROM pragma_database_size() WHERE database_name = 'register'
"""


def _numbered(steps: Path) -> dict[int, Path]:
    return {int(file.name[:4]): file for file in sorted(steps.glob("[0-9]" * 4 + "_*.sql"))}


def make_tables(connection: duckdb.DuckDBPyConnection, steps: Path) -> None:
    """Run all steps in an empty database that is in use."""
    for number, file in _numbered(steps).items():
        _take(connection, number, file)


def _take(connection: duckdb.DuckDBPyConnection, number: int, file: Path) -> None:
    connection.execute("BEGIN")
    connection.execute(file.read_text("utf-8"))
    connection.execute(_TOOK, {"number": number, "now": datetime.now(UTC).replace(tzinfo=None)})
    connection.execute("COMMIT")


def migrate(connection: duckdb.DuckDBPyConnection, file: Path, steps: Path) -> None:
    """Run the steps that were not run yet, with a copy of the file before each.

    Raises RegisterNewer when the file knows a step that this program does not.
    """
    known = _numbered(steps)
    done = int(rows(connection, TAKEN, {})[0]["number"])
    if done > max(known):
        raise RegisterNewer(f"{file}: stap {done}, dit programma kent er {max(known)}")
    for number in (one for one in known if one > done):
        _keep(connection, file, number)
        _take(connection, number, known[number])


def _keep(connection: duckdb.DuckDBPyConnection, file: Path, number: int) -> None:
    """Copy the file as it was before a step. Detached: a second look would lose DuckDB's lock."""
    connection.execute("CHECKPOINT register")
    connection.execute("USE memory")
    connection.execute("DETACH register")
    shutil.copyfile(file, _beside(file, f"voor-stap-{number:04d}"))
    database.add(connection, file, "register")
    connection.execute("USE register")


def _beside(file: Path, why: str) -> Path:
    return file.with_name(f"{file.stem}-{why}{file.suffix}")


def sweep(file: Path) -> None:
    """Throw away copies that were never finished. For whoever has the register open."""
    half = re.compile(rf"\.+{re.escape(file.name)}(\.[0-9a-f]{{8}})+(\.wal)?")
    for left in list(file.parent.iterdir()):
        if half.fullmatch(left.name):
            left.unlink(missing_ok=True)


def check(file: Path, steps: Path) -> None:
    """Open a copy and read all of it. Raises RegisterDamaged, RegisterNewer."""
    if not file.is_file():
        raise RegisterDamaged(f"{file} is er niet")
    with _connection() as connection:
        try:
            _attach(connection, file, read_only=True)
            done = int(rows(connection, TAKEN, {})[0]["number"])
            read_all(connection)
        except duckdb.Error as error:
            raise RegisterDamaged(f"{file}: {error}") from error
    if done > max(_numbered(steps)):
        raise RegisterNewer(f"{file}: stap {done}, dit programma kent er {max(_numbered(steps))}")


def read_all(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every cell, so that a damaged block is found now and not in a meeting.

    Counting does not do it: DuckDB knows counts without reading a cell.
    """
    for row in rows(connection, _TABLES, {}):
        connection.execute(_READ.replace("$table", row["table_name"])).fetchall()


def rows(connection: duckdb.DuckDBPyConnection, sql: str, params: Row) -> list[Row]:
    """The answer to a question as rows by column name."""
    found = connection.execute(sql, params)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
