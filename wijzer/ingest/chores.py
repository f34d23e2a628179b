"""What is done to the register as a whole: by the command line, or by the app for it.

Each takes the open register and what was asked, and returns Dutch sentences. Raises RegisterError.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from wijzer import texts
from wijzer.access import MACHINE
from wijzer.ingest.monitor import examples, intake, person, private, report, workbook
from wijzer.ingest.monitor.subjects import SUBJECTS, named
from wijzer.store import content, erasure
from wijzer.store.register import Register, RegisterError, taken

NOTE = "app.json"
"""In the folder of the register: where the running app listens, and the key to it."""
KEY_HEADER = "x-wijzer-sleutel"


class NotDone(RegisterError):
    """It was refused, for a reason that is no fault of the register; the message says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What goes with a command: a path, or the number of a participant. `trial`: only look."""

    path: str = ""
    subject: str = ""
    trial: bool = False
    number: str = ""

    def told(self) -> dict[str, Any]:
        """As it is sent to the running app."""
        return asdict(self)


def asked(told: Mapping[str, Any]) -> Asked:
    """What was sent. Raises KeyError, TypeError when it is something else."""
    return Asked(
        str(told["path"]),
        str(told.get("subject", "")),
        told.get("trial") is True,
        str(told.get("number", "")),
    )


def _migrate(register: Register, asked: Asked) -> str:
    return texts.MIGRATED.format(stap=taken(register), bestand=register.file)


def _backup(register: Register, asked: Asked) -> str:
    register.backup(Path(asked.path))
    return texts.BACKED_UP.format(bestand=asked.path)


def _restore(register: Register, asked: Asked) -> str:
    old = erasure.restore(register, Path(asked.path))
    return texts.RESTORED.format(bestand=asked.path, oud=old)


def _remove(register: Register, asked: Asked) -> str:
    return texts.EXAMPLES_REMOVED.format(aantal=content.remove_examples(register))


def _add(register: Register, asked: Asked) -> str:
    return texts.EXAMPLES_ADDED.format(aantal=content.add_examples(register, examples.load))


def _import(register: Register, asked: Asked) -> str:
    if asked.subject and named(asked.subject) is None:
        names = texts.listed([one.sheet for one in SUBJECTS])
        raise NotDone(texts.NO_SUBJECT.format(namen=names))
    path = Path(asked.path)
    try:
        body = path.read_bytes()
        if asked.trial:
            checked = intake.check(register, path.name, body, asked.subject)
            written = False
        else:
            done = intake.bring_in(register, MACHINE, path.name, body, asked.subject)
            checked, written = done.checked, done.run is not None
    except workbook.Unreadable as error:
        raise NotDone(str(error)) from error
    if checked.plan is None:
        raise NotDone("\n".join(report.faults(checked.faults)))
    return "\n".join(report.changes(checked.plan, written))


def _erase(register: Register, asked: Asked) -> str:
    if kind := private.person_number(asked.number.strip()):
        raise NotDone(texts.PRIVATE_NUMBER[kind])
    key = person.key(person.secret(register.file.parent), asked.number)
    return "\n".join(report.erased(erasure.erase(register, MACHINE, key)))


CHORES: dict[str, Callable[[Register, Asked], str]] = {
    "migrate": _migrate,
    "backup": _backup,
    "restore": _restore,
    "example-remove": _remove,
    "example-add": _add,
    "import": _import,
    "erase": _erase,
}
