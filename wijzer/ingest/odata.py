"""What both versions of CBS OData share: topics, readings, paging, and faults in plain words."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin

from wijzer.ingest.http import Pages
from wijzer.ingest.sources import Wanted
from wijzer.model import Missing

SYMBOLS = {
    ".": (
        Missing.NOT_PUBLISHED,
        "De bron geeft geen cijfer: onbekend, niet betrouwbaar of geheim.",
    ),
    "x": (Missing.NOT_PUBLISHED, "De bron houdt dit cijfer geheim."),
    "": (Missing.NOT_APPLICABLE, "De bron laat dit leeg: een cijfer kan hier niet voorkomen."),
}
_NIHIL = "-"
_SAFE = "(),'$"
_SUFFIX = re.compile(r"_\d+$")


class SchemaChanged(Exception):
    """The source is built differently than we know; the message says what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A column (OData 3) or measure (OData 4) of a table.

    `key` is what rows use and may change every year; `title` and `group` (title of the group
    above it) are what we match on.
    """

    key: str
    title: str
    group: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as published, or why there is none, with its margins when the source has them."""

    value: float | None
    missing: str = ""
    note: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """An opened table: where it is, what it is about and when it was last changed."""

    id: str
    url: str
    title: str
    period: str
    modified: str


def bare(name: str) -> str:
    """A name or title cut down to what both services and all years agree on.

    'k_0Tot15Jaar_8' and '0 tot 15 jaar', 'WmoClienten_100' and 'Wmo-cliënten ' become equal.
    """
    plain = unicodedata.normalize("NFKD", _SUFFIX.sub("", name.strip()).removeprefix("k_"))
    return "".join(c for c in plain.lower() if c.isascii() and c.isalnum())


def area_code(raw: str) -> str:
    """A region key without its padding; the country is NL00 in every table (RIVM: NL01)."""
    code = raw.strip()
    return "NL00" if code == "NL01" else code


def find(topics: Sequence[Topic], name: str) -> Topic | None:
    """The topic that is meant by `name` ('Title' or 'Group/Title'); None when it is not there.

    Raises SchemaChanged when more than one topic has this name.
    """
    group, _, title = name.rpartition("/")
    found = [one for one in topics if bare(title) in {bare(one.title), bare(one.key)}]
    if group:
        found = [one for one in found if bare(one.group) == bare(group)]
    if len(found) > 1:
        groups = ", ".join(f"'{one.group}'" for one in found)
        raise SchemaChanged(
            f"Het onderwerp '{name}' staat meer dan één keer in de tabel, onder {groups}. "
            "Zet in data/sources.toml de groep ervoor, met een schuine streep."
        )
    return found[0] if found else None


def match(table: Table, topics: Sequence[Topic], wanted: Sequence[Wanted]) -> dict[str, Topic]:
    """The topic for every name in `wanted`, `per` included.

    A topic may be known under several names: per target one of them is enough.
    Raises SchemaChanged when a target has none, or when a topic is no number.
    """
    found = {name: topic for name in _names(wanted) if (topic := find(topics, name))}
    had = {one.target for one in wanted if found.keys() >= {one.name, *one.per}}
    absent = [one for one in wanted if one.target not in had]
    if absent:
        raise SchemaChanged(absent_sentence(table, topics, absent))
    if text := sorted(name for name, topic in found.items() if not topic.numeric):
        raise SchemaChanged(
            f"In tabel {table.id} is {_list(text)} geen getal meer. Kijk bij de bron wat er "
            "veranderd is en pas het onderwerp aan in data/sources.toml."
        )
    return found


def _names(wanted: Sequence[Wanted]) -> set[str]:
    return {name for one in wanted for name in (one.name, *one.per)}


def absent_sentence(table: Table, topics: Sequence[Topic], absent: Sequence[Wanted]) -> str:
    """Which topics a table lacks, what they may be called now, and what to do."""
    titles = [topic.title.strip() for topic in topics]
    parts = []
    for one in absent:
        near = difflib.get_close_matches(one.name.rpartition("/")[2], titles, 1, 0.5)
        parts.append(f"'{one.name}'" + (f" (heet het nu '{near[0]}'?)" if near else ""))
    return (
        f"Tabel {table.id} ({table.title}) mist {_list(parts)}. Pas de naam of de jaren aan in "
        "data/sources.toml. Bij cbs kan het ook zonder: --sta-ontbrekende-toe."
    )


def dimensions_present(table: Table, found: set[str], needed: Sequence[str]) -> None:
    """Raises SchemaChanged when the table lacks one of the `needed` dimensions."""
    if lacking := [name for name in needed if name not in found]:
        raise SchemaChanged(
            f"Tabel {table.id} heeft de dimensie {_list(lacking)} niet (wel: "
            f"{_list(sorted(found))}). Kijk of het tabelnummer in data/sources.toml klopt."
        )


def reading(raw: object, where: str) -> Reading:
    """A cell of OData 3, typed (number, null) or untyped ('    76.1', '       .').

    Raises SchemaChanged, naming `where`, when it is something else.
    """
    if raw is None:
        return Reading(None, *SYMBOLS["."])
    text = str(raw).strip()
    if text in SYMBOLS:
        return Reading(None, *SYMBOLS[text])
    try:
        return Reading(0.0 if text == _NIHIL else number(raw))
    except ValueError as error:
        raise SchemaChanged(
            f"{where} staat '{text}', geen getal. De bron is veranderd; kijk daar wat dit betekent."
        ) from error


def number(raw: object) -> float:
    """A number, or a text that is one. Raises ValueError for anything else, booleans too."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise ValueError(raw)
    return float(raw)


def field(row: Mapping[str, Any], name: str, where: str) -> Any:
    """A field of a row or metadata record. Raises SchemaChanged when it is not there."""
    try:
        return row[name]
    except KeyError as error:
        near = difflib.get_close_matches(name, list(row), 1, 0.5)
        hint = f" Heet het nu '{near[0]}'?" if near else ""
        raise SchemaChanged(
            f"{where} ontbreekt het veld '{name}'.{hint} De bron is veranderd: pas de lader aan in "
            "wijzer/ingest. Bij cbs kan de andere dienst nog goed zijn (--service)."
        ) from error


def query(url: str, **options: str) -> str:
    """`url` with OData options, `$` before each name; spaces and quotes safe for any server."""
    parts = (f"${name}={quote(value, safe=_SAFE)}" for name, value in options.items())
    return url + "?" + "&".join(parts)


def rows(pages: Pages, url: str, link: str) -> Iterator[dict[str, Any]]:
    """All rows behind `url`, following the field `link` from page to page.

    Raises ServiceError, or SchemaChanged when a page is no list or the links run in a circle.
    """
    seen: set[str] = set()
    at: str | None = url
    while at:
        if at in seen:
            raise SchemaChanged(f"De bladzijden van {url} verwijzen in een kring naar elkaar.")
        seen.add(at)
        page = pages.json(at)
        if not isinstance(page.get("value"), list):
            raise SchemaChanged(f"Het antwoord op {at} heeft geen lijst 'value'.")
        yield from page["value"]
        at = urljoin(at, page[link]) if page.get(link) else None


def counted(found: Sequence[dict[str, Any]], said: int | None, where: str) -> None:
    """Raises SchemaChanged when there are not as many rows as the service said."""
    if said is not None and said != len(found):
        raise SchemaChanged(
            f"{where} zijn {len(found)} regels binnengekomen, maar de bron zegt dat het er {said} "
            "zijn. Er is niets vervangen. Haal opnieuw op met --opnieuw."
        )


def once(cells: Mapping[tuple[str, str], Reading], key: tuple[str, str], where: str) -> None:
    """Raises SchemaChanged when a figure arrives for the second time."""
    if key in cells:
        raise SchemaChanged(
            f"{where} komt gebied {key[0]} twee keer voor met hetzelfde onderwerp ({key[1]}). "
            "Is er een dimensie bij gekomen? Er is niets vervangen."
        )


def in_municipality(dimension: str, municipality: str) -> str:
    """An OData filter for a municipality with its wijken and buurten, padded keys or not."""
    digits = municipality.removeprefix("GM")
    starts = (f"startswith({dimension},'{kind}{digits}')" for kind in ("GM", "WK", "BU"))
    return "(" + " or ".join(starts) + ")"


def in_country(dimension: str) -> str:
    """An OData filter for the row of the Netherlands, NL00 or NL01."""
    return f"startswith({dimension},'NL')"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" en " if len(names) > 1 else "") + names[-1] if names else "-"
