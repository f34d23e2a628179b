"""The three neighbourhoods in the example: parts, questionnaires, rounds, and invented partners."""

from dataclasses import dataclass
from datetime import date

Days = tuple[date, date | None]
"""First and last day of a round; no last day while it runs."""


@dataclass(frozen=True, slots=True)
class Partner:
    """An invented partner; asked in the rounds `first` to `last`. A large one answers twice."""

    key: str
    title: str
    sector: str
    first: int = 1
    last: int = 3
    large: bool = False
    roles: tuple[str, ...] = ("participant",)


@dataclass(frozen=True, slots=True)
class Place:
    """A neighbourhood: its parts with their share of the people, and what is asked when.

    `small` is the part that stays below the threshold. `chains` are who refers to whom.
    """

    id: str
    name: str
    areas: tuple[tuple[str, float], ...]
    instruments: tuple[str, ...]
    questionnaires: tuple[Days, ...]
    webs: tuple[date, ...]
    sheets: tuple[int, ...]
    networks: tuple[Days, ...]
    partners: tuple[Partner, ...]
    chains: tuple[tuple[str, str], ...] = ()
    small: str | None = None

    def partner_code(self, key: str) -> str:
        """The code of one of its partners on the sheets."""
        return f"partner-voorbeeld-{self.id}-{key}"

    def round_code(self, kind: str, number: int) -> str:
        """The code of one of its rounds: kind is t, web or partners."""
        return f"ronde-voorbeeld-{self.id}-{kind}{number}"


_LEAD = ("external_lead", "executor")
_SHARED = (
    Partner("huisartsen", "Huisartsen in de wijk", "primary_care", large=True),
    Partner("fysio", "Praktijk voor fysiotherapie", "primary_care"),
    Partner("thuiszorg", "Organisatie voor thuiszorg", "care", large=True),
    Partner("welzijn", "Organisatie voor welzijn", "welfare", large=True, roles=_LEAD),
    Partner("gemeente", "Gemeente, team wijken", "municipality", large=True,
            roles=("internal_lead", "funder")),
    Partner("ggd", "GGD, team wijken", "public_health"),
    Partner("school", "Basisschool in de wijk", "education"),
    Partner("corporatie", "Woningcorporatie", "housing"),
    Partner("buurtsport", "Buurtsportcoaches", "sport", roles=("executor",)),
    Partner("bewoners", "Bewonersgroep", "residents"),
)  # fmt: skip
_STEVENSHOF = (
    *_SHARED,
    Partner("dietist", "Praktijk voor voeding", "primary_care"),
    Partner("bibliotheek", "Bibliotheek", "education"),
    Partner("groen", "Groep voor groen in de wijk", "surroundings"),
    Partner("sportclub", "Sportvereniging", "sport"),
    Partner("zorgverzekeraar", "Zorgverzekeraar", "insurer", last=2, roles=("funder",)),
    Partner("jongerenwerk", "Jongerenwerk", "welfare", first=2),
    Partner("apotheek", "Apotheek", "primary_care", first=2),
    Partner("ouderenbond", "Vereniging van ouderen", "residents", first=3),
)
_ALPHEN = (
    *_SHARED,
    Partner("praktijkondersteuner", "Ondersteuners van de huisartsen", "primary_care"),
    Partner("ggz", "Organisatie voor geestelijke zorg", "care"),
    Partner("taalhuis", "Taalhuis", "education"),
    Partner("kerk", "Kerken en moskee", "residents"),
    Partner("wijkteam", "Sociaal wijkteam", "welfare"),
    Partner("schuldhulp", "Hulp bij schulden", "welfare"),
    Partner("zwembad", "Zwembad", "sport", last=2),
    Partner("voedselbank", "Voedselbank", "other"),
    Partner("wijkcentrum", "Wijkcentrum", "welfare", first=2),
    Partner("winkels", "Winkeliers in de wijk", "other", first=2),
    Partner("vrouwengroep", "Vrouwengroep", "residents", first=3),
    Partner("planning", "Ontwerpers van de openbare ruimte", "planning", first=3),
)
_ZUIDWEST = (
    *(one for one in _SHARED if one.key not in ("fysio", "thuiszorg", "corporatie")),
    Partner("buurtkamer", "Buurtkamer", "residents", first=1, roles=("executor",)),
    Partner("moeders", "Groep van moeders", "residents"),
)
_ROUNDS: tuple[Days, ...] = (
    (date(2020, 1, 13), date(2020, 11, 30)),
    (date(2021, 1, 11), date(2021, 11, 30)),
    (date(2022, 1, 10), date(2022, 11, 30)),
)
_NETWORKS: tuple[Days, ...] = (
    (date(2020, 2, 10), date(2020, 3, 6)),
    (date(2021, 6, 7), date(2021, 7, 2)),
    (date(2022, 6, 6), date(2022, 7, 1)),
)
_WEBS = (date(2020, 2, 25), date(2021, 6, 15), date(2022, 6, 14))
_CORE = ("who5", "dejonggierveld6", "ervaren_gezondheid", "regie")

PLACES = (
    Place(
        "stevenshof", "Stevenshof",
        (("BU05460900", 0.20), ("BU05460901", 0.31), ("BU05460902", 0.19), ("BU05460903", 0.30)),
        _CORE, _ROUNDS, _WEBS, (18, 20, 16), _NETWORKS, _STEVENSHOF,
        (("huisartsen", "welzijn"), ("fysio", "buurtsport"), ("thuiszorg", "welzijn"),
         ("welzijn", "sportclub")),
    ),
    Place(
        "alphen-noord", "Alphen Noord",
        (("WK048401", 0.34), ("WK048402", 0.66), ("WK048403", 0.0)),
        (*_CORE, "cohesie"), _ROUNDS, _WEBS, (22, 24, 19), _NETWORKS, _ALPHEN,
        (("huisartsen", "welzijn"), ("praktijkondersteuner", "buurtsport"),
         ("wijkteam", "schuldhulp"), ("voedselbank", "schuldhulp")),
        "WK048403",
    ),
    Place(
        "zuidwest", "Den Haag Zuidwest",
        (("WK051833", 0.3), ("WK051834", 0.3), ("WK051836", 0.4)),
        ("who5", "ervaren_gezondheid"), ((date(2022, 9, 5), None),), (), (),
        ((date(2022, 6, 6), date(2022, 7, 1)),), _ZUIDWEST,
    ),
)  # fmt: skip
