"""Subjects, sources and rules of tiles: what goes along with a picture that leaves its page."""

from collections.abc import Iterable, Mapping

from wijzer.texts.choices import WORD
from wijzer.texts.numbers import number
from wijzer.texts.sentences import enumerate_words

REACH_HIDDEN_SHORT = "Kleine aantallen zijn verborgen."
REACH_NUMBERS_TABLE = "Hoeveel mensen bereiken we in {gebied}?"

TILE_SUBJECT = {
    "bereik-cijfers": "Bereik: aantallen",
    "bereik-spiegel": "Bereik: deelnemers naast inwoners",
    "bereik-trechter": "Bereik: van benaderd tot afgerond",
    "bereik-kaart": "Bereik: waar deelnemers wonen",
    "bereik-doelgroepen": "Bereik: deel van de doelgroep",
    "gezonder-respons": "Gezonder: wie invulden",
    "gezonder-verandering": "Gezonder: verandering sinds de start",
    "gezonder-aandelen": "Gezonder: wie vooruitging",
    "gezonder-web": "Gezonder: spinnenweb",
    "gezonder-bevolking": "De hele wijk",
    "samenwerking-netwerk": "Samenwerking: netwerk",
    "samenwerking-maten": "Samenwerking: cijfers",
    "samenwerking-oordeel": "Samenwerking: oordeel van partners",
    "focus-lichten": "Focus: lichten",
    "focus-onderdelen": "Focus: onderdelen van het licht",
    "focus-verloop": "Focus: verloop",
    "focus-dekking": "Focus: dekking",
    "themas-gekozen": "Gekozen thema’s",
    "themas-stemmen": "Uitslag van een stemming",
    "plan-mix": "Mix van interventies",
    "plan-doelen": "Doelen",
}
"""By tile, what it is about; also in the name of a file."""
PEOPLE_UNIT, POINTS_UNIT, SESSIONS_UNIT = "mensen", "punten", "bijeenkomsten"
TILE_ABOUT = "{onderwerp}, {wat}"

SLIDE_NAMES = "Groot in beeld staan namen waar plaats is, eerst van wie de meeste lijnen heeft."

SOURCE_COUNTS = "Tellingen van de wijk (register)"
SOURCE_GROUP_SIZE = "grootte van de groep: CBS, of een eigen opgave"
SOURCE_RESIDENTS = "CBS, inwoners {jaar}"
SOURCE_SESSIONS = "Bijeenkomsten en beoordelingen van de wijk (register)"
SOURCE_PLAN = "Plan van de wijk (register)"
SOURCE_PARTNERS = "Vragenlijst onder partners (register)"
SOURCE_ANSWERS = "antwoorden van deelnemers (register)"
SOURCE_WEB = "bladen van inwoners (register)"
SOURCE_INSTRUMENT = "{naam}, versie {versie}"
SOURCE_VOTES = "Stemming ‘{titel}’ (register)"
BENCHMARK_RESIDENTS = "inwoners van {gebied}"
BENCHMARK_START = "dezelfde mensen bij de start ({ronde})"
BENCHMARK_TARGET_GROUP = "alle mensen in de groep"
BENCHMARK_AGREED = "wat is afgesproken"
BENCHMARK_BASELINE = "de beginwaarde van het doel"
"""With what a figure is compared."""
RULE_LIGHT = (
    "Groen vanaf {groen}, oranje vanaf {oranje}. Het laagste onderdeel dat bekend is, telt."
)
CHOSEN_HEADER = ("Thema", "Waarom", "Cijfers", "Besluit")
GOALS_WORTH = "Op koers of achter staat er alleen als het ook met toeval meegerekend klopt."


def network_codes(codes: Iterable[tuple[str, str]]) -> str:
    """What the letters in a network stand for."""
    return "; ".join(f"{code}: {sector}" for code, sector in codes) + "."


def runs(name: str, run: str) -> str:
    """An intervention with, in words, whether it runs."""
    return f"{name} ({WORD['run'][run]})"


def cover_said(what: str, count: str) -> str:
    """The first line of what is covered, as a sentence."""
    return f"{what}: {count}."


def goals_said(standing: Mapping[str, int]) -> str:
    """How many goals there are, and how many stand where."""
    total = sum(standing.values())
    many = "Er is 1 doel." if total == 1 else f"Er zijn {number(total)} doelen."
    words = enumerate_words([f"{number(count)} keer ‘{word}’" for word, count in standing.items()])
    return f"{many} Stand: {words}."
