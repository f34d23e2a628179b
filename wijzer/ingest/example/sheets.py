"""The sheets of the monitor's import: their headers, and how a cell is written."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO

from wijzer import texts
from wijzer.instruments import instrument

Row = tuple[object, ...]
"""The cells of one line, in the order of the headers."""
Sheets = Mapping[str, list[Row]]

ANSWERS = "vragenlijsten"
"""Questionnaires have a file per instrument: their items are columns."""
_WHO = "ronde deelnemer vragenlijst interventie gebied ingevuld"

HEADERS: dict[str, tuple[str, ...]] = {
    "interventies": (
        *("code", "wijk", "naam", "themas", "pijlers", "loopt", "voor wie", "begint", "eindigt"),
    ),
    "partners": ("code", "naam", "wijken", "sector", "rollen"),
    "monitorplannen": (
        *("code", "wijk", "naam", "vragenlijsten", "groen", "oranje", "laag", "hoog", "tekst"),
    ),
    "afspraken": ("interventie", "begint", "eindigt", "bijeenkomsten", "minuten", "mensen"),
    "bijeenkomsten": (
        *("code", "interventie", "dag", "ging door", "mensen", "minuten", "reden"),
        *("minuten gepland", "gebied"),
    ),
    "deelnemers": (
        *("deelnemer", "interventie", "begint", "eindigt", "hoe geëindigd", "reden", "gebied"),
        *("leeftijd", "geslacht", "herkomst", "doelgroep"),
    ),
    "aanwezig": ("bijeenkomst", "deelnemer"),
    "tellingen": (
        *("interventie", "begint", "eindigt", "kenmerk", "groep", "gebied", "mensen", "keren"),
    ),
    "trechter": ("interventie", "begint", "eindigt", "stap", "mensen"),
    "indirect": ("interventie", "dag", "naam", "mensen"),
    "meetrondes": ("code", "wijk", "naam", "soort", "nummer", "dag", "eindigt"),
    "verhalen": (
        *("code", "wijk", "soort", "tekst", "wie", "toestemming", "dag", "thema", "interventie"),
    ),
    "partnerronde": ("ronde", "partner", "antwoord"),
    "banden": (
        *("ronde", "van", "naar", "invuller", "intensiteit", "betrouwbaar", "steunt", "open"),
        *("invloed", "inzet", "middelen"),
    ),
    "checklist": ("ronde", "partner", "invuller", "lijst", *(str(n) for n in range(1, 26))),
    "verwijzingen": (
        *("wijk", "van", "naar", "begint", "eindigt", "verwezen", "aangekomen", "gestart"),
        "dagen",
    ),
    "kernelementen": ("code", "interventie", "naam", "hoort erbij", "tekst"),
    "beoordelingen": (
        *("interventie", "dag", "gedaan", "deels", "niet gedaan", "kwaliteit", "beoordelaars"),
        *("licht", "reden", "volgende stap", "besluit", "besloten door"),
    ),
    "aanpassingen": (
        *("interventie", "dag", "naam", "waarom", "soort", "kern heel", "goedgekeurd"),
        *("kernelement", "besloten door"),
    ),
}


def word(of: str, code: str | None) -> str | None:
    """The word on the sheet for a code of a list."""
    return None if code is None else texts.WORD[of][code]


def headers(sheet: str) -> tuple[str, ...]:
    """The headers of a sheet; those of a questionnaire end with its items."""
    if not sheet.startswith(f"{ANSWERS}-"):
        return HEADERS[sheet]
    items = instrument(sheet.removeprefix(f"{ANSWERS}-")).items
    return (*_WHO.split(), *(one.id for one in items))


def written(sheet: str, rows: Iterable[Row]) -> str:
    """A sheet as the text of a CSV file with semicolons."""
    out = StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\n")
    names = headers(sheet)
    lines.writerow(names)
    lines.writerows([_cell(value) for _, value in zip(names, row, strict=True)] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    if isinstance(value, date):
        return texts.day_typed(value)
    return texts.number_typed(value) if isinstance(value, int | float) else str(value or "")
