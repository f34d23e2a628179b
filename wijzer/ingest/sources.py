"""Which services and tables are read, from data/sources.toml, checked on load."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class SourcesError(Exception):
    """data/sources.toml cannot be used; the message says which line to look at."""


@dataclass(frozen=True, slots=True)
class Http:
    """How patient we are. Times in seconds, `cache_hours` in hours."""

    timeout: float
    attempts: int
    first_wait: float
    longest_wait: float
    cache_hours: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A topic at the source and what it becomes here.

    `name` is the base name or title at the source, with its group before a slash when a
    title occurs twice. `target` is an indicator id, or `trait/category` of the population.
    The figure is multiplied by `times`; with `per` it becomes a percentage of (the sum of) those
    topics.
    """

    name: str
    target: str
    first: int = 0
    last: int = 9999
    times: float = 1.0
    per: tuple[str, ...] = ()

    def in_year(self, year: int) -> bool:
        """Whether the source has this topic in the table of that year."""
        return self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class Kwb:
    """CBS Kerncijfers wijken en buurten: one table a year, two services."""

    source: str
    licence: str
    odata4: str
    odata3: str
    tables: Mapping[int, str]
    figures: tuple[Wanted, ...]
    population: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class RivmTable:
    """A table of Gezondheid per wijk en buurt, with the years that we take from it.

    `topics` gives per topic at the source the indicator id of each age group.
    """

    id: str
    years: tuple[int, ...]
    topics: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Rivm:
    """RIVM, GGD and CBS: Gezondheid per wijk en buurt, on the host for third parties.

    `margins` maps value, low and high to keys of the dimension Marges; `ages` maps our age
    groups to the keys of Leeftijd that may stand for them, first found wins.
    """

    source: str
    licence: str
    url: str
    margins: Mapping[str, str]
    ages: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, RivmTable]


@dataclass(frozen=True, slots=True)
class Pdok:
    """Shapes of municipalities, wijken and buurten; `url` and `table` have a {year}.

    `tolerance` (degrees) is how far a simplified border may be off, per level of detail.
    """

    source: str
    licence: str
    url: str
    table: str
    page: int
    collections: Mapping[str, str]
    missing: Mapping[int, str]
    tolerance: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Sources:
    """All of data/sources.toml."""

    http: Http
    kwb: Kwb
    rivm: Rivm
    pdok: Pdok


def read(file: Path, environment: Mapping[str, str] = os.environ) -> Sources:
    """The services in `file`; WIJZER_URL_ODATA4, _ODATA3, _RIVM and _PDOK go before its addresses.

    Raises SourcesError when the file is absent, is no TOML, or lacks something.
    """
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
        return Sources(
            Http(**raw["http"]),
            _kwb(raw["kwb"], environment),
            _rivm(raw["rivm"], environment),
            _pdok(raw["pdok"], environment),
        )
    except FileNotFoundError as error:
        raise SourcesError(
            f"{file} bestaat niet. Zet het bestand uit het project terug."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise SourcesError(f"{file.name} is geen geldige TOML: {error}.") from error
    except KeyError as error:
        raise SourcesError(f"{file.name} mist het onderdeel {error}.") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise SourcesError(f"{file.name} klopt niet: {error}.") from error


def _address(name: str, raw: dict[str, Any], key: str, environment: Mapping[str, str]) -> str:
    return str(environment.get(f"WIJZER_URL_{name}", raw[key])).rstrip("/")


def _kwb(raw: dict[str, Any], environment: Mapping[str, str]) -> Kwb:
    return Kwb(
        source=raw["source"],
        licence=raw["licence"],
        odata4=_address("ODATA4", raw, "odata4", environment),
        odata3=_address("ODATA3", raw, "odata3", environment),
        tables={int(year): table for year, table in raw["tables"].items()},
        figures=tuple(_wanted(name, one) for name, one in raw["topics"].items()),
        population=tuple(_wanted(name, one) for name, one in raw["population"].items()),
    )


def _wanted(name: str, raw: str | dict[str, Any]) -> Wanted:
    if isinstance(raw, str):
        return Wanted(name, raw)
    named = {"to": "target", "from": "first", "until": "last"}
    parts = {named.get(key, key): value for key, value in raw.items()}
    per = parts.pop("per", [])
    return Wanted(name, **parts, per=(per,) if isinstance(per, str) else tuple(per))


def _rivm(raw: dict[str, Any], environment: Mapping[str, str]) -> Rivm:
    return Rivm(
        source=raw["source"],
        licence=raw["licence"],
        url=_address("RIVM", raw, "url", environment),
        margins={name: raw["margins"][name] for name in ("value", "low", "high")},
        ages={age: tuple(keys) for age, keys in raw["ages"].items()},
        tables={
            id: RivmTable(id, tuple(one["years"]), one["topics"])
            for id, one in raw["tables"].items()
        },
    )


def _pdok(raw: dict[str, Any], environment: Mapping[str, str]) -> Pdok:
    return Pdok(
        source=raw["source"],
        licence=raw["licence"],
        url=_address("PDOK", raw, "url", environment),
        table=raw["table"],
        page=int(raw["page"]),
        collections={
            level: raw["collections"][level] for level in ("municipality", "wijk", "buurt")
        },
        missing={int(code): reason for code, reason in raw["missing"].items()},
        tolerance=raw["tolerance"],
    )
