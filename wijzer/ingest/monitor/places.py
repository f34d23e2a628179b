"""Which areas a neighbourhood has, by code and by name, as the data of the project tell."""

import csv
from functools import cache

from wijzer import catalog, texts
from wijzer.ingest.monitor.cells import Wrong
from wijzer.model import Level

OUTSIDE, UNKNOWN = "outside", "unknown"


@cache
def parts(neighbourhood: str) -> dict[str, str]:
    """The subdistricts of a neighbourhood: its wijken, or its buurten when it is one wijk."""
    one = catalog.neighbourhood(neighbourhood)
    wanted = set(one.parts)
    with (catalog.DATA / "tables" / "areas.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    if len(wanted) > 1:
        return {row["code"]: row["name"] for row in rows if row["code"] in wanted}
    buurten = (row for row in rows if row["level"] == Level.BUURT and row["wijk"] in wanted)
    return {row["code"]: row["name"] for row in buurten}


def of_person(neighbourhood: str, text: str | None) -> str:
    """Where somebody lives: a subdistrict, outside, or not known. Raises Wrong."""
    if text is None or _plain(text) in _NOT_KNOWN:
        return UNKNOWN
    if _plain(text) in _NOT_HERE:
        return OUTSIDE
    return _found(parts(neighbourhood), text, texts.OUTSIDE_CELL)


_NOT_KNOWN = (UNKNOWN, "onbekend", "niet bekend")
_NOT_HERE = (OUTSIDE, "buiten de wijk", "buiten", "woont buiten de wijk")


def of_thing(neighbourhood: str, text: str) -> str:
    """An area of the neighbourhood, or the whole of it. Raises Wrong."""
    one = catalog.neighbourhood(neighbourhood)
    whole = {one.code: one.name, one.id: one.name}
    code = _found(parts(neighbourhood) | whole, text, one.name)
    return one.code if code == one.id else code


def _found(places: dict[str, str], text: str, also: str) -> str:
    for code, name in places.items():
        if _plain(text) in (_plain(code), _plain(name)):
            return code
    names = texts.listed([*dict.fromkeys(places.values()), also])
    raise Wrong(texts.CELL_AREA.format(namen=names))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
