"""Files that somebody fills in for the monitor: as CSV and as a workbook."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook

Table = Sequence[Sequence[Any]]
"""Rows of cells, the header first."""

INTERVENTION = "Meer groen in de wijk"
ID = "interventie-stevenshof-groen"
OTHER = "interventie-stevenshof-theehuis"

GOOD: dict[str, Table] = {
    "partners": [
        ["code", "naam", "wijken", "sector", "rollen"],
        ["buurthuis", "Buurthuis De Hoek", "Stevenshof", "welzijn", "voert uit|doet mee"],
        ["huisarts", "Huisartsen Samen", "Stevenshof", "eerstelijnszorg", ""],
    ],
    "monitorplannen": [
        ["wijk", "naam", "vragenlijsten", "groen", "oranje", "laag", "hoog", "tekst"],
        ["Stevenshof", "Monitorplan 2024", "who5|Regie over het eigen leven", 0.8, 0.6, 0.8, 1.25,
         "Elk half jaar."],
    ],
    "afspraken": [
        ["interventie", "begint", "eindigt", "bijeenkomsten", "minuten", "mensen"],
        [INTERVENTION, date(2024, 1, 1), date(2024, 12, 31), 40, 90, 25],
    ],
    "kernelementen": [
        ["code", "interventie", "naam", "hoort erbij", "tekst"],
        ["K1", ID, "Samen planten", True, ""],
        ["k2", ID, "Samen eten", False, "Na afloop."],
    ],
    "bijeenkomsten": [
        ["code", "interventie", "dag", "ging door", "mensen", "minuten", "reden",
         "minuten gepland", "gebied"],
        ["B-1", INTERVENTION, date(2024, 1, 9), "ging door", 3, 90, "", 90, "Kloosterhof"],
        ["B-2", INTERVENTION, date(2024, 1, 16), "ging niet door", "", "", "Storm", 90, ""],
        ["", INTERVENTION, date(2024, 1, 23), "ja", 2, 60, "", 90, "BU05460902"],
        ["", INTERVENTION, date(2024, 1, 23), "ja", 4, 60, "", 90, ""],
    ],
    "deelnemers": [
        ["deelnemer", "interventie", "begint", "eindigt", "hoe geëindigd", "reden", "gebied",
         "leeftijd", "geslacht", "herkomst", "doelgroep"],
        ["d-001", INTERVENTION, date(2024, 1, 9), "", "", "", "Kloosterhof", "65 jaar en ouder",
         "vrouw", "Nederland", "ja"],
        ["d-002", INTERVENTION, date(2024, 1, 5), date(2024, 6, 20), "eerder gestopt", "verhuisd",
         "buiten de wijk", "25-45", "men", "", ""],
        [1003, INTERVENTION, date(2024, 1, 5), "", "", "", "", "", "", "", ""],
    ],
    "aanwezig": [
        ["bijeenkomst", "deelnemer"], ["B-1", "d-001"], ["b-1", "D-002"], ["B-1", 1003],
    ],
    "tellingen": [
        ["interventie", "begint", "eindigt", "kenmerk", "groep", "gebied", "mensen", "keren"],
        [OTHER, date(2024, 1, 1), date(2024, 12, 31), "allemaal samen", "iedereen", "", 60, 410],
        [OTHER, date(2024, 1, 1), date(2024, 12, 31), "leeftijd", "65+", "", 18, 210],
        [OTHER, date(2024, 1, 1), date(2024, 12, 31), "waar mensen wonen", "iedereen",
         "Kloosterhof", 12, ""],
    ],
    "trechter": [
        ["interventie", "begint", "eindigt", "stap", "mensen"],
        [ID, date(2024, 1, 1), date(2024, 12, 31), "benaderd", 60],
        [ID, date(2024, 1, 1), date(2024, 12, 31), "aangemeld", 31],
        [ID, date(2024, 1, 1), date(2024, 12, 31), "gestart", 25],
    ],
    "indirect": [
        ["interventie", "dag", "naam", "mensen"],
        [ID, date(2024, 6, 15), "Kraam op de braderie", 120],
    ],
    "meetrondes": [
        ["code", "wijk", "naam", "soort", "nummer", "dag", "eindigt"],
        ["t0", "Stevenshof", "Eerste meting", "vragenlijst bij deelnemers", 0, date(2024, 1, 15),
         date(2024, 2, 15)],
        ["t1", "stevenshof", "Tweede meting", "questionnaire", 1, date(2024, 7, 15), ""],
        ["p0", "Stevenshof", "Partners 2024", "ronde bij partners", 0, date(2024, 3, 1), ""],
        ["web-0", "Stevenshof", "Spinnenweb", "spinnenweb in gesprek", 0, date(2024, 3, 1), ""],
    ],
    "vragenlijsten": [
        ["ronde", "deelnemer", "vragenlijst", "interventie", "gebied", "ingevuld",
         "1", "2", "3", "4", "5"],
        ["t0", "d-001", "who5", INTERVENTION, "Kloosterhof", "ingevuld", 5, 4, "meestal", 2, ""],
        ["Eerste meting", "d-002", "WHO-5 (welbevinden)", "", "", "wilde niet", "", "", "", "", ""],
        ["t1", "d-001", "who5", "", "", "", 3, 3, 3, 3, 3],
    ],
    "verhalen": [
        ["code", "wijk", "soort", "tekst", "wie", "toestemming", "dag", "thema", "interventie"],
        ["", "Stevenshof", "verhaal van een inwoner", "Ik groet nu mensen.\n=1+1 <b>echt</b>",
         "inwoner", "toestemming gegeven", date(2024, 3, 3), "", INTERVENTION],
    ],
    "partnerronde": [
        ["ronde", "partner", "antwoord"],
        ["p0", "Buurthuis De Hoek", "ja"], ["p0", "huisarts", "nee"],
    ],
    "banden": [
        ["ronde", "van", "naar", "invuller", "intensiteit", "betrouwbaar", "steunt", "open",
         "invloed", "inzet", "middelen"],
        ["p0", "buurthuis", "huisarts", 1, 3, 4, 3, 3, "", 2, 2],
    ],
    "checklist": [
        ["ronde", "partner", "invuller", "lijst", *(str(n) for n in range(1, 26))],
        ["p0", "buurthuis", 1, "cac", *([4] * 25)],
    ],
    "verwijzingen": [
        ["wijk", "van", "naar", "begint", "eindigt", "verwezen", "aangekomen", "gestart", "dagen"],
        ["Stevenshof", "buurthuis", "huisarts", date(2024, 1, 1), date(2024, 6, 30), 22, 17, 12,
         13.5],
    ],
    "beoordelingen": [
        ["interventie", "dag", "gedaan", "deels", "niet gedaan", "kwaliteit", "beoordelaars",
         "licht", "reden", "volgende stap", "besluit", "besloten door"],
        [ID, date(2024, 7, 1), "K1", "Samen eten", "", 4.2, 11, "oranje: let op",
         "Er kwam minder van samen eten.", "Koken op dinsdag", "bijsturen", "de projectgroep"],
    ],
    "aanpassingen": [
        ["interventie", "dag", "naam", "waarom", "soort", "kern heel", "goedgekeurd",
         "kernelement", "besloten door"],
        [ID, date(2024, 4, 1), "In de winter binnen", "Het was te koud.", "onderweg nodig", "ja",
         "ja", "k2", "de projectgroep"],
    ],
}  # fmt: skip
"""A small file for every subject, in which nothing is wrong."""


def workbook(tables: Mapping[str, Table]) -> bytes:
    """The tables as a workbook, a sheet each. Text that looks like a formula is one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def lines(rows: Table, mark: str = ";", code: str = "utf-8-sig") -> bytes:
    """A table as CSV, written as a Dutch spreadsheet does."""
    out = StringIO()
    csv.writer(out, delimiter=mark).writerows([[typed(cell) for cell in row] for row in rows])
    return out.getvalue().encode(code)


def typed(cell: Any) -> str:
    """A cell as somebody types it."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def changed(name: str, row: int, column: str, cell: Any) -> dict[str, Table]:
    """The good file with one cell different; rows are counted from 2."""
    rows = [list(one) for one in GOOD[name]]
    rows[row - 1][rows[0].index(column)] = cell
    return {**GOOD, name: rows}


def wide(name: str, header: str, cell: Any = "x") -> dict[str, Table]:
    """The good file with one column more."""
    head, *rows = GOOD[name]
    return {**GOOD, name: [[*head, header], *([*row, cell] for row in rows)]}


def narrow(name: str, header: str) -> dict[str, Table]:
    """The good file without one column."""
    at = list(GOOD[name][0]).index(header)
    return {**GOOD, name: [[*row[:at], *row[at + 1 :]] for row in GOOD[name]]}
