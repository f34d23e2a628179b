"""Take everything about one participant out, for good: from the register, from the copies beside
it, and from every backup that is put back later.

What stays is a proof: when, how many rows, and the SHA-256 of the key, which tells no key.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from wijzer.access import MACHINE, Action, Visitor, require
from wijzer.store import bulk, register_file
from wijzer.store.register import FILE, STEPS, Change, Register, RegisterError, Row

ASIDE = ".wissen-"
"""Beginning of the name of a folder for work beside the register."""

_COUNT = "SELECT count(*) AS found FROM register.$table WHERE sha256(person) = $hash"
_FORGET = "DELETE FROM register.$table WHERE sha256(person) = $hash"
_KEPT = """
SELECT count(*) AS found FROM replaced
WHERE tbl IN ('participant', 'attendance', 'response') AND sha256(row ->> 'person') = $hash
"""
_FORGET_KEPT = """
DELETE FROM replaced
WHERE tbl IN ('participant', 'attendance', 'response') AND sha256(row ->> 'person') = $hash
"""
_PROOF = "INSERT INTO erased VALUES ($hash, $rows, $by, $now)"
_PROOFS = "SELECT * FROM erased ORDER BY made_at"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was erased: rows in the register, copies beside it that were cleaned, and those that
    could not be read, by name."""

    hash: str
    rows: int
    copies: tuple[str, ...]
    unread: tuple[str, ...]


def erase(register: Register, visitor: Visitor, key: str) -> Proof:
    """Take every row with this pseudonymous key out. Raises NotAllowed, RegisterError.

    Also when there are none: a backup may have them, and they must not come back with it.
    """
    require(visitor, Action.ENTER)
    hash = hashlib.sha256(key.encode()).hexdigest()
    with register.change(visitor) as change:
        rows = _take_out(change, hash)
        now = datetime.now(UTC).replace(tzinfo=None)
        change.run(_PROOF, hash=hash, rows=rows, by=visitor.name, now=now)
    register.compact()
    cleaned, unread = _clean_copies(register)
    return Proof(hash, rows, cleaned, unread)


def proofs(register: Register) -> list[Row]:
    """All erasures, oldest first: person_hash, rows, made_by, made_at."""
    return register.rows(_PROOFS)


def hashes(register: Register) -> set[str]:
    """SHA-256 of the keys that were erased: a later import must not bring them back."""
    return {row["person_hash"] for row in proofs(register)}


def restore(register: Register, source: Path) -> Path:
    """Put a backup back, without anybody who was erased, now or before that backup.

    Returns where the old register is kept. Raises RegisterError; then nothing changed. The backup
    is cleaned aside first, so that there is no moment at which somebody is back.
    """
    register_file.check(source, STEPS)
    with _aside(register.file.parent) as folder:
        fresh = Path(shutil.copyfile(source, folder / FILE))
        log = source.with_name(f"{source.name}.wal")
        if log.exists():
            shutil.copyfile(log, fresh.with_name(f"{FILE}.wal"))
        _clean(fresh, proofs(register))
        return register.restore(fresh)


def _take_out(change: Change, hash: str) -> int:
    count = 0
    for table in bulk.PERSONAL:
        count += int(change.rows(_COUNT.replace("$table", table), hash=hash)[0]["found"])
        change.run(_FORGET.replace("$table", table), hash=hash)
    count += int(change.rows(_KEPT, hash=hash)[0]["found"])
    change.run(_FORGET_KEPT, hash=hash)
    return count


def _clean(file: Path, told: Iterable[Row]) -> bool:
    """Erase in a copy who was erased here or there. Returns whether anything was in it."""
    copy = Register(file)
    try:
        own = {row["person_hash"] for row in proofs(copy)}
        with copy.change(MACHINE) as change:
            new = [row for row in told if row["person_hash"] not in own]
            for row in new:
                change.run(
                    _PROOF,
                    hash=row["person_hash"],
                    rows=row["rows"],
                    by=row["made_by"],
                    now=row["made_at"],
                )
            gone = sum(_take_out(change, hash) for hash in {*own, *(r["person_hash"] for r in new)})
        copy.compact()
        return gone > 0
    finally:
        copy.close()


def _clean_copies(register: Register) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Erase in the copies that the program itself keeps beside the register."""
    told, cleaned, unread = proofs(register), [], []
    for copy in sorted(register.file.parent.glob(f"{register.file.stem}-voor-*")):
        if copy.suffix == ".wal":
            continue
        with _aside(register.file.parent) as folder:
            fresh = folder / FILE
            shutil.copyfile(copy, fresh)
            try:
                if _clean(fresh, told):
                    fresh.replace(copy)
                    cleaned.append(copy.name)
            except RegisterError:
                unread.append(copy.name)
    return tuple(cleaned), tuple(unread)


@contextmanager
def _aside(beside: Path) -> Iterator[Path]:
    """A folder for work, beside the register; one that a broken run left goes too."""
    for left in beside.glob(f"{ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=ASIDE, dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
