"""What is done to the register as a whole: by the command line, or by the app for it.

Each takes the open register and a path, and returns one Dutch sentence. Raises RegisterError.
"""

from collections.abc import Callable
from pathlib import Path

from wijzer import texts
from wijzer.store import content
from wijzer.store.register import Register, taken

NOTE = "app.json"
"""In the folder of the register: where the running app listens, and the key to it."""
KEY_HEADER = "x-wijzer-sleutel"


def _migrate(register: Register, path: Path) -> str:
    return texts.MIGRATED.format(stap=taken(register), bestand=register.file)


def _backup(register: Register, path: Path) -> str:
    register.backup(path)
    return texts.BACKED_UP.format(bestand=path)


def _restore(register: Register, path: Path) -> str:
    return texts.RESTORED.format(bestand=path, oud=register.restore(path))


def _remove(register: Register, path: Path) -> str:
    return texts.EXAMPLES_REMOVED.format(aantal=content.remove_examples(register))


def _add(register: Register, path: Path) -> str:
    return texts.EXAMPLES_ADDED.format(aantal=content.add_examples(register))


CHORES: dict[str, Callable[[Register, Path], str]] = {
    "migrate": _migrate,
    "backup": _backup,
    "restore": _restore,
    "example-remove": _remove,
    "example-add": _add,
}
