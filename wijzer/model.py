"""What the product talks about: areas, neighbourhoods, indicators and how two figures compare.

Imports nothing from the project. Every value is frozen: data is never state.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Kinds of area, from large to small."""

    COUNTRY = "country"
    MUNICIPALITY = "municipality"
    NEIGHBOURHOOD = "neighbourhood"
    WIJK = "wijk"
    BUURT = "buurt"


class Direction(StrEnum):
    """Which way an indicator is favourable."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Method(StrEnum):
    """How a figure was made; decides what may be concluded from it."""

    SURVEY = "survey"
    REGISTER = "register"
    MODEL = "model"
    PRINTED = "printed"


class Missing(StrEnum):
    """Why there is no figure. Never 0 and never silence."""

    NOT_MEASURED = "not_measured"
    TOO_FEW = "too_few"
    NOT_PUBLISHED = "not_published"
    NOT_APPLICABLE = "not_applicable"
    HIDDEN = "hidden"
    NOT_COLLECTED = "not_collected"


class Weight(StrEnum):
    """By what the parts of a neighbourhood count when its figure is computed from them."""

    INHABITANTS = "inhabitants"
    AGE_18PLUS = "age_18plus"
    AGE_18_65 = "age_18_65"
    AGE_65PLUS = "age_65plus"
    HOUSEHOLDS = "households"
    DWELLINGS = "dwellings"
    LAND = "land"
    SUM = "sum"
    NONE = "none"


class Sign(StrEnum):
    """Outcome of a comparison with a benchmark."""

    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"
    SIMILAR = "similar"
    HIGHER = "higher"
    LOWER = "lower"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """What a sign is worth."""

    CERTAIN = "certain"
    UNCERTAIN = "uncertain"
    UNKNOWN_N = "unknown_n"
    MODEL = "model"
    REGISTER = "register"


class Change(StrEnum):
    """Outcome of a comparison over time."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_CHANGE = "no_change"
    NOT_CALCULATED = "not_calculated"


class Role(StrEnum):
    """Who looks or enters: the team of a neighbourhood, or anybody."""

    TEAM = "team"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Domain:
    """One of the five domains of health in the neighbourhood, or the population context."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Break:
    """From this year on an indicator cannot be compared with earlier years."""

    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, of whom, how, and which way is good: facts, not code.

    `sentence` is a Dutch clause with `{gebied}` and `{waarde}`; `who` names the people
    counted, so that a percentage reads as "67 van de 100 volwassenen". `similar_within` is
    the smallest difference from the benchmark, in the unit, that earns a sign.
    """

    id: str
    name: str
    domain: str
    question: str
    sentence: str
    unit: str
    decimals: int
    population: str
    direction: Direction
    method: Method
    weight: Weight
    source: str
    table: str
    licence: str
    who: str = "inwoners"
    url: str = ""
    note: str = ""
    breaks: tuple[Break, ...] = ()
    low: float = 0.0
    high: float | None = None
    max_jump: float | None = None
    similar_within: float = 0.5


@dataclass(frozen=True, slots=True)
class Area:
    """A piece of the country with a code that goes into links."""

    code: str
    name: str
    level: Level
    municipality: str | None = None
    wijk: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a published fact stands."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A paragraph about a neighbourhood with the page it was published on."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """One of the project's neighbourhoods: one or more CBS wijken in one municipality.

    `code` is the area code of the whole: the CBS wijk itself when there is only one part,
    else the neighbourhood's own id, whose figures are computed from the parts.
    """

    id: str
    name: str
    municipality: str
    parts: tuple[str, ...]
    motto: str = ""
    story: tuple[Fact, ...] = ()
    threads: tuple[Fact, ...] = ()

    @property
    def code(self) -> str:
        return self.parts[0] if len(self.parts) == 1 else self.id
