"""What stands in data/, row by row, each row with the place where it stands."""

from dataclasses import dataclass

from wijzer.model import Indicator, Level, Neighbourhood


@dataclass(frozen=True, slots=True)
class Place:
    """A line in a file, counted from 1; the file as path inside data/."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}, regel {self.line}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place, as a Dutch sentence."""

    place: Place
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A line of tables/areas.csv; `year` is that of the boundaries."""

    code: str
    name: str
    cbs_name: str
    level: str
    municipality: str
    wijk: str
    source: str
    table: str
    year: int
    licence: str
    place: Place


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of tables/figures_*.csv, or a figure computed from such lines.

    `value` in the indicator's unit, or `missing` (model.Missing) says why there is none;
    `n` is the number of people who answered.
    """

    area: str
    indicator: str
    year: int
    value: float | None
    missing: str
    n: int | None
    example: bool
    source: str
    table: str
    licence: str
    note: str
    place: Place
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A line of tables/population.csv, or a sum of such lines.

    `count` in people, households, dwellings or hectares; `rounding` is the step to which it is
    rounded (of a sum: the steps of its parts together), 0 when it is not.
    """

    area: str
    year: int
    trait: str
    category: str
    count: float | None
    missing: str
    rounding: int
    source: str
    table: str
    licence: str
    place: Place
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Boundary:
    """A line of tables/boundaries.csv: what happened to an area at the start of a year.

    `change` as CBS counts: 1 nothing, 2 another code (`old_code` says which it was), 3 another
    border.
    """

    code: str
    year: int
    change: int
    old_code: str
    place: Place


@dataclass(frozen=True, slots=True)
class Shape:
    """A feature of shapes/*.geojson; `geometry` as GeoJSON text, `lon`, `lat` for its label."""

    layer: str
    code: str
    name: str
    geometry: str
    lon: float
    lat: float
    source: str
    table: str
    year: int
    licence: str
    place: Place


@dataclass(frozen=True, slots=True)
class Data:
    """All of data/ as it was read; `areas` and `shapes` keep doubles for the check to find."""

    indicators: dict[str, Indicator]
    neighbourhoods: dict[str, Neighbourhood]
    areas: list[AreaRow]
    figures: list[Figure]
    population: list[Count]
    boundaries: list[Boundary]
    shapes: list[Shape]
    date: str

    def parts(self) -> dict[str, str]:
        """Neighbourhood id by code of each wijk that is part of one."""
        return {part: one.id for one in self.neighbourhoods.values() for part in one.parts}

    def buurten(self) -> dict[str, str]:
        """Wijk by code of each buurt inside a neighbourhood."""
        parts = self.parts()
        buurten = (one for one in self.areas if one.level == Level.BUURT)
        return {one.code: one.wijk for one in buurten if one.wijk in parts}

    def wholes(self) -> list[Neighbourhood]:
        """Neighbourhoods of several wijken: no source knows them, their figures are computed."""
        return [one for one in self.neighbourhoods.values() if len(one.parts) > 1]

    def names(self) -> dict[str, str]:
        """Name by code of every area, whole neighbourhoods included."""
        wholes = {one.code: one.name for one in self.wholes()}
        return {one.code: one.name for one in self.areas} | wholes
