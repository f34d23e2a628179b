"""A process to be killed: `python -m tests.store.writer save|backup|begin FOLDER RUN`.

It says what is done on its output, one line each, only after it was done.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wijzer.access import MACHINE
from wijzer.store import content, entries, many
from wijzer.store.entries import Saving
from wijzer.store.register import FILE, Register, RegisterBusy

COMPACT_EVERY = 9

Written = dict[str, list[dict[str, Any]]]
"""Id → the bodies of all its revisions, oldest first."""


def body(run: str, number: int, side: str) -> dict[str, Any]:
    """What a thing holds: told by its place in the run, and long enough to fill a log."""
    why = f"{run}-{number}-{side} " * 150
    return {
        "neighbourhood": "zuidwest",
        "title": f"Thema {run}-{number}-{side}",
        "choice": "chosen",
        "why": why.strip(),
        "indicators": ("roken", f"cijfer-{number}"),
        "place": number,
    }


def after(run: str, count: int) -> Written:
    """What stands in the register after so many writes of a run."""
    found: Written = {}
    for number in range(count):
        for id, one in _write(run, number):
            found.setdefault(id, []).append(one)
    return found


def _write(run: str, number: int) -> list[tuple[str, dict[str, Any]]]:
    """One write: two new things at once, a new thing, or a change of the thing before."""
    if number % 3 == 0:
        return [(f"{run}-{number}-{side}", body(run, number, side)) for side in "ab"]
    before = number if number % 3 == 1 else number - 1
    return [(f"{run}-{before}", body(run, number, "c"))]


def save(folder: Path, run: str) -> None:
    """Write for ever, and rewrite the file now and then."""
    register = Register(folder / FILE)
    number = 0
    while True:
        rows = _write(run, number)
        if len(rows) > 1:
            two = [("theme", id, one) for id, one in rows]
            many.add_all(register, MACHINE, two, Saving())
        else:
            (id, one), seen = rows[0], number % 3 - 1
            entries.save(register, MACHINE, "theme", id, one, Saving(seen=seen))
        print(number, flush=True)
        number += 1
        if number % COMPACT_EVERY == 0:
            register.compact()


def backup(folder: Path, run: str) -> None:
    """Make copies for ever."""
    register = Register(folder / FILE)
    number = 0
    while True:
        register.backup(folder / f"copy-{run}-{number}.duckdb")
        print(number, flush=True)
        number += 1


def begin(folder: Path, run: str) -> None:
    """Open the register that is not there yet, write in it, and keep it open."""
    print("begun", flush=True)
    try:
        register = content.open_register(folder)
    except RegisterBusy:
        print("busy", flush=True)
    else:
        entries.save(register, MACHINE, "theme", f"theme-{run}", body(run, 0, "a"), Saving())
        print("written", flush=True)
        sys.stdin.read()


WORK: dict[str, Callable[[Path, str], None]] = {"save": save, "backup": backup, "begin": begin}

if __name__ == "__main__":
    WORK[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
