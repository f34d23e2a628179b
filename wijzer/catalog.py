"""Facts about indicators and neighbourhoods, read once from `data/*.toml` and checked on load."""

import tomllib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from wijzer.model import (
    Break,
    Direction,
    Domain,
    Fact,
    Indicator,
    Method,
    Neighbourhood,
    Source,
    Weight,
)

DATA = Path(__file__).resolve().parent.parent / "data"

DOMAINS = (
    Domain("leefstijl", "Leefstijl"),
    Domain("sociale-omgeving", "Sociale omgeving"),
    Domain("participatie", "Participatie"),
    Domain("fysieke-omgeving", "Fysieke omgeving"),
    Domain("gezondheidsbeleving", "Gezondheidsbeleving"),
)
CONTEXT = Domain("bevolking", "Bevolking")

_REQUIRED = {f.name for f in fields(Indicator)} - {
    "who", "url", "note", "breaks", "low", "high", "max_jump", "similar_within",
}  # fmt: skip


class CatalogError(Exception):
    """A block in data/ that cannot be read; the message names the file, the block and the fault."""


class UnknownIndicator(KeyError):
    """An indicator id that the catalogue does not have."""


class UnknownNeighbourhood(KeyError):
    """A neighbourhood id that data/neighbourhoods.toml does not have."""


@cache
def indicators(folder: Path = DATA / "catalog") -> dict[str, Indicator]:
    """All indicators by id, in the order of the files and blocks.

    Raises CatalogError when a block lacks a field, has an unknown one, or repeats an id.
    """
    found: dict[str, Indicator] = {}
    for file in sorted(folder.glob("*.toml")):
        for block in _blocks(file, "indicator"):
            one = _indicator(file, block)
            if one.id in found:
                raise CatalogError(f"{file.name}: indicator '{one.id}' staat er twee keer in")
            found[one.id] = one
    return found


def indicator(id: str) -> Indicator:
    """The indicator with this id. Raises UnknownIndicator."""
    try:
        return indicators()[id]
    except KeyError as error:
        raise UnknownIndicator(id) from error


def domain_names() -> dict[str, str]:
    """Display names of the five domains and the population context, by id, in that order."""
    return {one.id: one.name for one in (*DOMAINS, CONTEXT)}


def of_domain(domain: str) -> list[Indicator]:
    """The indicators of one domain, in catalogue order."""
    return [one for one in indicators().values() if one.domain == domain]


@cache
def neighbourhoods(file: Path = DATA / "neighbourhoods.toml") -> dict[str, Neighbourhood]:
    """The project's neighbourhoods by id, in file order. Raises CatalogError."""
    found = [_neighbourhood(file, block) for block in _blocks(file, "neighbourhood")]
    return {one.id: one for one in found}


def position(neighbourhood: str) -> int:
    """The place of a neighbourhood in the file: its hue in every picture."""
    return list(neighbourhoods()).index(neighbourhood)


def neighbourhood(id: str) -> Neighbourhood:
    """The neighbourhood with this id. Raises UnknownNeighbourhood."""
    try:
        return neighbourhoods()[id]
    except KeyError as error:
        raise UnknownNeighbourhood(id) from error


def _blocks(file: Path, kind: str) -> list[dict[str, Any]]:
    try:
        blocks: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8")).get(kind, [])
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"{file.name}: geen geldige TOML ({error})") from error
    return blocks


def _indicator(file: Path, block: dict[str, Any]) -> Indicator:
    where = f"{file.name}: indicator '{block.get('id', '?')}'"
    if lacking := _REQUIRED - block.keys() - {"domain"}:
        raise CatalogError(f"{where} mist {', '.join(sorted(lacking))}")
    try:
        return _checked(where, Indicator(**_typed({"domain": file.stem} | block)))
    except (TypeError, ValueError) as error:
        raise CatalogError(f"{where}: {error}") from error


def _typed(block: dict[str, Any]) -> dict[str, Any]:
    decimals = int(block["decimals"])
    return {"similar_within": 0.5 * 10**-decimals} | block | {
        "direction": Direction(block["direction"]),
        "method": Method(block["method"]),
        "weight": Weight(block["weight"]),
        "breaks": tuple(Break(**one) for one in block.get("breaks", ())),
        "high": block.get("high", 100.0 if block["unit"] == "%" else None),
    }  # fmt: skip


def _checked(where: str, one: Indicator) -> Indicator:
    if one.domain not in domain_names():
        raise CatalogError(f"{where}: onbekend domein '{one.domain}'")
    if "{gebied}" not in one.sentence or "{waarde}" not in one.sentence:
        raise CatalogError(f"{where}: de zin mist {{gebied}} of {{waarde}}")
    return one


def _neighbourhood(file: Path, block: dict[str, Any]) -> Neighbourhood:
    where = f"{file.name}: wijk '{block.get('id', '?')}'"
    if lacking := {"id", "name", "municipality", "parts"} - block.keys():
        raise CatalogError(f"{where} mist {', '.join(sorted(lacking))}")
    facts = {
        "parts": tuple(block["parts"]),
        "story": tuple(_fact(one) for one in block.get("story", ())),
        "threads": tuple(_fact(one) for one in block.get("threads", ())),
    }
    try:
        return Neighbourhood(**(block | facts))
    except TypeError as error:
        raise CatalogError(f"{where}: {error}") from error


def _fact(block: dict[str, str]) -> Fact:
    return Fact(block["text"], Source(block["source"], block.get("url", "")))
