"""PDOK, OGC API Features: borders of municipalities, wijken and buurten of a year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

from wijzer.ingest.http import Pages
from wijzer.ingest.odata import Reading, SchemaChanged, number
from wijzer.ingest.sources import Pdok
from wijzer.ingest.tidy import wijk_of
from wijzer.model import Missing

_CODE = {"municipality": "gemeentecode", "wijk": "wijkcode", "buurt": "buurtcode"}
_NAME = {"municipality": "gemeentenaam", "wijk": "wijknaam", "buurt": "buurtnaam"}
_NO_LAND = {"JA", "B"}
_CODES_FROM = -99990


@dataclass(frozen=True, slots=True)
class Border:
    """An area with its geometry as published (GeoJSON) and its number of inhabitants."""

    code: str
    name: str
    level: str
    geometry: Mapping[str, Any]
    inhabitants: Reading

    @property
    def municipality(self) -> str:
        return "GM" + self.code[2:6]

    @property
    def wijk(self) -> str:
        return wijk_of(self.code)


def fetch(pages: Pages, pdok: Pdok, year: int, municipalities: Sequence[str]) -> list[Border]:
    """Borders of the municipalities and all their wijken and buurten on land.

    Raises ServiceError, SchemaChanged.
    """
    pages = pages.under("pdok", str(year))
    found = [
        border
        for level in ("municipality", "wijk", "buurt")
        for one in municipalities
        for border in _level(pages, pdok, year, level, one)
    ]
    _whole(found, municipalities)
    return found


def _level(pages: Pages, pdok: Pdok, year: int, level: str, municipality: str) -> list[Border]:
    url = f"{pdok.url.format(year=year)}/collections/{pdok.collections[level]}/items?" + urlencode(
        {"f": "json", "limit": pdok.page, "gemeentecode": municipality}
    )
    found = [_border(pdok, level, one) for one in _features(pages, url)]
    return [one for one in found if one is not None and one.municipality == municipality]


def _features(pages: Pages, url: str) -> list[Mapping[str, Any]]:
    """Features behind `url`, following the link that says rel=next, as many as the service says."""
    found: list[Mapping[str, Any]] = []
    seen: set[str] = set()
    at: str | None = url
    while at:
        if at in seen:
            raise SchemaChanged(f"De bladzijden van {url} verwijzen in een kring naar elkaar.")
        seen.add(at)
        page = pages.json(at)
        if not isinstance(page.get("features"), list):
            raise SchemaChanged(f"Het antwoord op {at} heeft geen lijst 'features'.")
        found += page["features"]
        following = [one for one in page.get("links", ()) if one.get("rel") == "next"]
        at = urljoin(at, following[0]["href"]) if following else None
    said = page.get("numberMatched")
    if said is not None and said != len(found):
        raise SchemaChanged(
            f"PDOK zegt {said} gebieden te hebben en gaf er {len(found)}. Er is niets vervangen. "
            f"Haal opnieuw op met --opnieuw. Gevraagd adres: {url}"
        )
    return found


def _border(pdok: Pdok, level: str, feature: Mapping[str, Any]) -> Border | None:
    """The area of a feature; None for water and for ground outside the country."""
    facts = feature.get("properties") or {}
    code, name = (_fact(facts, names[level], pdok.collections[level]) for names in (_CODE, _NAME))
    if facts.get("water") in _NO_LAND:
        return None
    geometry = feature.get("geometry") or {}
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        raise SchemaChanged(
            f"PDOK geeft voor {code} ({name}) geen vlak, maar {geometry.get('type')}."
        )
    where = f"Bij {code}, veld 'aantal_inwoners',"
    inhabitants = coded(facts.get("aantal_inwoners"), pdok.missing, where)
    return Border(code, name, level, geometry, inhabitants)


def _fact(facts: Mapping[str, Any], name: str, collection: str) -> str:
    if not isinstance(facts.get(name), str):
        raise SchemaChanged(
            f"In de verzameling '{collection}' van PDOK ontbreekt het veld '{name}' "
            f"(wel: {', '.join(sorted(facts)[:12])}). De bron is veranderd; pas "
            "wijzer/ingest/pdok.py aan of kies een ander jaar."
        )
    return str(facts[name]).strip()


def coded(raw: object, reasons: Mapping[int, str], where: str) -> Reading:
    """A number of PDOK, or why there is none: codes as -99997 never become a figure.

    Raises SchemaChanged for a code below -99990 that is not known, or for no number.
    """
    if raw is None:
        return Reading(None, Missing.NOT_PUBLISHED, "De bron laat dit leeg.")
    try:
        value = number(raw)
    except ValueError as error:
        raise SchemaChanged(f"{where} staat '{raw}', geen getal.") from error
    if int(value) in reasons:
        return Reading(None, Missing.NOT_PUBLISHED, reasons[int(value)])
    if value <= _CODES_FROM:
        raise SchemaChanged(
            f"{where} staat {raw}. Dat is een code voor 'geen cijfer' die wij niet kennen. Zoek de "
            "betekenis op bij het CBS en zet haar in data/sources.toml, onder [pdok.missing]."
        )
    return Reading(value)


def _whole(found: Sequence[Border], municipalities: Sequence[str]) -> None:
    """Raises SchemaChanged when a municipality lacks a level or wijk, or an area is there twice."""
    for level, plural in (("municipality", "grens"), ("wijk", "wijken"), ("buurt", "buurten")):
        there = {one.municipality for one in found if one.level == level}
        if lost := [one for one in municipalities if one not in there]:
            raise SchemaChanged(
                f"PDOK geeft voor {', '.join(lost)} geen {plural}. Kijk of de gemeentecode klopt "
                "(GM en vier cijfers) en of de gemeente in dat jaar bestond."
            )
    codes = [one.code for one in found]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        raise SchemaChanged(f"PDOK geeft {', '.join(twice[:5])} meer dan één keer.")
    wijken = {one.code for one in found if one.level == "wijk"}
    if empty := sorted(wijken ^ {one.wijk for one in found if one.level == "buurt"}):
        raise SchemaChanged(f"PDOK geeft voor {', '.join(empty[:5])} geen wijk of geen buurten.")
