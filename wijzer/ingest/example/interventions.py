"""The invented interventions: what they are called, when they run, and what belongs to them."""

from dataclasses import dataclass
from datetime import date

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2022, 12, 31)
MARK = "Voorbeeld: "
"""What every invented name and text begins with."""

_GREEN_LEAD = "Vaste begeleider bij elke bijeenkomst"
_WELCOME = "Persoonlijk welkom bij de start"
_FREE = "Meedoen kost niets"
_NEAR = "De plek is op loopafstand"
_CHOICE = "Deelnemers kiezen mee wat er gebeurt"
_CALL = "Wie wegblijft, wordt gebeld"


@dataclass(frozen=True, slots=True)
class Intervention:
    """An invented intervention. `people` enrol in it first; 0: only counted, not by person.

    `every` so many days there is a session of `minutes`. `pairs` fixes how many people fill in
    both the first and the second questionnaire. `shortfall` is the chance that a core element is
    not done as it was meant.
    """

    neighbourhood: str
    key: str
    title: str
    themes: tuple[str, ...]
    pillars: tuple[str, ...]
    audience: str
    elements: tuple[str, ...]
    people: int
    every: int
    minutes: int
    area: str
    run: str = "running"
    starts: date = date(2020, 1, 13)
    ends: date | None = None
    pairs: int | None = None
    shortfall: float = 0.15

    @property
    def code(self) -> str:
        """The code on the sheets."""
        return f"interventie-voorbeeld-{self.neighbourhood}-{self.key}"

    @property
    def last_day(self) -> date:
        """The last day that is in the example."""
        return self.ends or LAST_DAY


def _theme(place: str, *names: str) -> tuple[str, ...]:
    return tuple(f"thema-{place}-{name}" for name in names)


_S, _A, _Z = "stevenshof", "alphen-noord", "zuidwest"
INTERVENTIONS = (
    Intervention(
        _S, "wandelen", "Wandelgroep door de wijk", _theme(_S, "voeding-bewegen"),
        ("environment", "education"), "Bewoners die meer willen bewegen",
        (_GREEN_LEAD, _WELCOME, _FREE, "Elke week een vaste route", "Drie snelheden om te kiezen",
         "Na afloop is er koffie"),
        people=80, every=21, minutes=90, area="BU05460901", shortfall=0.10,
    ),
    Intervention(
        _S, "koken", "Samen gezond koken", _theme(_S, "voeding-bewegen", "contacten"),
        ("education", "support"), "Volwassenen die graag samen eten",
        (_GREEN_LEAD, _CHOICE, _NEAR, "Twaalf plekken per avond", "Recepten passen bij een klein "
         "budget"),
        people=52, every=28, minutes=150, area="BU05460903", run="finished",
        ends=date(2022, 12, 15),
    ),
    Intervention(
        _S, "koffie", "Koffie-uur voor nieuwe en oude buren", _theme(_S, "contacten"),
        ("environment",), "Alle bewoners",
        (_FREE, _NEAR, "Iedereen mag binnenlopen", "Een gastvrouw of gastheer bij de deur",
         "Aan tafel zitten mensen door elkaar"),
        people=0, every=28, minutes=120, area="BU05460902",
    ),
    Intervention(
        _S, "maatjes", "Maatjes voor wie mensen mist", _theme(_S, "contacten"),
        ("support",), "Bewoners van 55 jaar en ouder",
        (_WELCOME, _CALL, _FREE, "Een maatje blijft minstens zes maanden", "Elk maatje krijgt een "
         "training", "Elke maand een ontmoeting met de groep"),
        people=54, every=35, minutes=120, area="BU05460901",
    ),
    Intervention(
        _S, "ouders", "Ouders ontmoeten elkaar", _theme(_S, "opgroeien"),
        ("education", "support"), "Ouders van jonge kinderen",
        (_CHOICE, _FREE, "Kinderen mogen mee", "Een gast van school of jongerenwerk",
         "De groep blijft klein"),
        people=29, every=28, minutes=90, area="BU05460903", run="stopped",
        ends=date(2022, 6, 30), pairs=9, shortfall=0.35,
    ),
    Intervention(
        _S, "tuin", "Samen tuinieren in de wijk", _theme(_S, "leefomgeving"),
        ("environment", "regulation"), "Bewoners die groen willen",
        (_NEAR, _CHOICE, _FREE, "Bewoners beheren de tuin", "Werk voor staan en voor zitten",
         "Elk seizoen een feest", "De gemeente levert grond en water"),
        people=39, every=21, minutes=120, area="BU05460900", starts=date(2021, 5, 3),
    ),
    Intervention(
        _A, "fit", "Fit op het plein", _theme(_A, "bewegen"),
        ("environment", "education"), "Volwassenen die weinig bewegen",
        (_GREEN_LEAD, _FREE, _NEAR, "Oefeningen op drie niveaus", "Muziek die de groep kiest",
         "Samen opruimen en napraten"),
        people=100, every=21, minutes=60, area="WK048402", shortfall=0.12,
    ),
    Intervention(
        _A, "fietsen", "Fietslessen voor volwassenen", _theme(_A, "bewegen", "zelf-doen"),
        ("education",), "Volwassenen die niet kunnen fietsen",
        (_GREEN_LEAD, _WELCOME, "Tien lessen op een rustig plein", "Een fiets te leen",
         "Oefenen in het verkeer"),
        people=54, every=28, minutes=90, area="WK048402", run="finished",
        ends=date(2022, 3, 31), shortfall=0.20,
    ),
    Intervention(
        _A, "eettafel", "Eettafel in het wijkcentrum", _theme(_A, "elkaar-kennen"),
        ("environment", "support"), "Alle bewoners",
        (_NEAR, _CHOICE, "Eten voor een kleine prijs", "Vrijwilligers koken met elkaar",
         "Niemand eet alleen"),
        people=0, every=28, minutes=150, area="WK048402",
    ),
    Intervention(
        _A, "taal", "Taaltafel in de bibliotheek", _theme(_A, "elkaar-kennen", "zelf-doen"),
        ("education", "support"), "Bewoners die Nederlands willen oefenen",
        (_GREEN_LEAD, _WELCOME, _FREE, "Praten over het leven van alledag", "Groepjes van zes",
         "Kinderopvang in de zaal ernaast", _CALL),
        people=78, every=28, minutes=90, area="WK048401",
    ),
    Intervention(
        _A, "roer", "Cursus zelf aan het roer", _theme(_A, "zelf-doen"),
        ("education", "support"), "Volwassenen die meer grip willen",
        (_GREEN_LEAD, _CHOICE, _CALL, "Elke deelnemer maakt een eigen plan",
         "Oefenen met een ervaringsdeskundige"),
        people=62, every=28, minutes=120, area="WK048402", shortfall=0.25,
    ),
    Intervention(
        _A, "geld", "Inloop over geld", _theme(_A, "geldzorgen"),
        ("support", "regulation"), "Bewoners met vragen over geld",
        (_WELCOME, _FREE, "Binnenlopen zonder afspraak", "Samen de post openen",
         "Een afspraak binnen een week", "Wie het wil, krijgt een maatje"),
        people=62, every=21, minutes=120, area="WK048401", starts=date(2021, 6, 7),
    ),
    Intervention(
        _Z, "beweegles", "Beweegles in de buurtkamer", (),
        ("environment",), "Bewoners die graag samen bewegen",
        (_GREEN_LEAD, _FREE, _NEAR, "Oefenen op muziek", "Na afloop is er thee"),
        people=24, every=21, minutes=60, area="WK051836", starts=date(2022, 6, 13),
    ),
    Intervention(
        _Z, "soep", "Soep met de buren", (),
        ("environment",), "Alle bewoners",
        (_FREE, _NEAR, _CHOICE, "Bewoners koken de soep", "Iedereen kan aanschuiven"),
        people=0, every=28, minutes=120, area="WK051833", starts=date(2022, 9, 5),
    ),
)  # fmt: skip


def of_place(place: str, by_persons: bool | None = None) -> tuple[Intervention, ...]:
    """The interventions of a neighbourhood; only those counted by person, or only the others."""
    found = (one for one in INTERVENTIONS if one.neighbourhood == place)
    return tuple(one for one in found if by_persons in (None, one.people > 0))
