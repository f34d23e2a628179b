"""Breaks a data folder in one place, and asks what the build has against it."""

from pathlib import Path

from wijzer.ingest.build import Refused, build


def change(data: Path, name: str, old: str, new: str) -> int:
    """Replaces the one line (or the end of the one line) `old` in a file; returns its number."""
    lines = (data / name).read_text("utf-8").split("\n")
    found = [i for i, line in enumerate(lines) if old in line]
    assert len(found) == 1, f"{old!r} stands in {len(found)} lines of {name}"
    lines[found[0]] = lines[found[0]].replace(old, new)
    (data / name).write_text("\n".join(lines), "utf-8")
    return found[0] + 1


def add(data: Path, name: str, *rows: str) -> int:
    """Adds lines at the end of a file; returns the number of the first."""
    file = data / name
    text = file.read_text("utf-8")
    file.write_text(text + "".join(f"{row}\n" for row in rows), "utf-8")
    return text.count("\n") + 1


def faults(data: Path) -> list[str]:
    """What a build refuses these data for; empty when it builds."""
    try:
        build(data, data.parent / "var")
    except Refused as error:
        return [str(fault) for fault in error.faults]
    return []
