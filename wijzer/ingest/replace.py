"""Files are replaced together, and only when all of them are ready."""

import os
from collections.abc import Mapping
from pathlib import Path


def replace(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place, then move them all in; on a fault put the old ones back.

    Until the last file is written nothing that is there changes; each move is atomic.
    Raises OSError when a file cannot be written.
    """
    ready = {file: file.with_name(f".{file.name}.new") for file in files}
    old = {file: file.read_bytes() if file.exists() else None for file in files}
    moved: list[Path] = []
    try:
        for file, body in files.items():
            _write(ready[file], body)
        for file, half in ready.items():
            half.replace(file)
            moved.append(file)
    except OSError:
        _put_back({file: old[file] for file in moved})
        raise
    finally:
        for half in ready.values():
            half.unlink(missing_ok=True)


def _write(file: Path, body: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())


def _put_back(old: Mapping[Path, bytes | None]) -> None:
    for file, body in old.items():
        if body is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(body)
