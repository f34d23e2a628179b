"""What stands on Bereik: do the interventions reach the right residents?"""

from collections.abc import Sequence
from dataclasses import dataclass

from wijzer.texts.numbers import number
from wijzer.texts.sentences import enumerate_words

REACH_NUMBERS = ("Verschillende mensen", "Keren dat iemand kwam", "Indirect bereikt")
REACH_PEOPLE_HELP = "Iedereen telt één keer, ook wie aan meer interventies meedoet."
REACH_BOUNDS_HELP = (
    "Bij sommige interventies is alleen geteld. Wie dubbel meedoet, is daar niet te zien. "
    "Daarom staat er van en tot."
)
REACH_BOUNDS_SHORT = "Niet iedereen is te herkennen, daarom van en tot."
REACH_CONTACTS_HELP = "Wie tien keer komt, telt hier tien keer."
REACH_INDIRECT_HELP = "Zij kregen een bericht, maar deden niet mee. Wij tellen dit nergens bij op."
REACH_NONE = "geen"
REACH_NO_INDIRECT = "Hierover is niets ingevuld."
REACH_NOT_BY_AREA = "Keren en indirect bereik zijn per deel van de wijk niet bekend."
REACH_LEFT_OUT = "Aantallen die verborgen zijn, tellen hier niet mee."
REACH_HIDDEN_HELP = (
    "Kleine aantallen zijn verborgen. Soms is ook een groter aantal verborgen, "
    "omdat anders een klein aantal uit te rekenen is."
)
REACH_FIVES_HELP = "Aantallen zijn afgerond op vijf."
REACH_TARGET_HELP = "Iemand hoort bij de doelgroep als dat bij een van de eigen interventies zo is."
REACH_BUURT = "Deelnemers zijn geteld per deel van de wijk, niet per buurt. U ziet {deel}."
REACH_AREA_ONLY = (
    "Per deel van de wijk staan er alleen cijfers over alle interventies en jaren samen."
)
REACH_NOBODY = "Bij deze keuze is niemand geteld."
REACH_NOBODY_TODO = "Kies een andere interventie, een ander thema of een andere periode."

MIRROR_TITLE = "Wie missen we?"
MIRROR_TRAIT = "Vergelijk naar"
MIRROR_TRAITS = {
    "age": "Leeftijd",
    "sex": "Geslacht",
    "origin": "Herkomst",
    "area": "Waar mensen wonen",
}
MIRROR_ALT = "Deelnemers naast inwoners van {gebied}, naar {kenmerk}"
MIRROR_HEADER = (
    *("Groep", "Deelnemers", "Aandeel deelnemers", "Aandeel inwoners"),
    *("Verhouding", "Met toeval erbij", "Oordeel"),
)
MIRROR_TOOLTIP = {
    "name": "Groep",
    "share_text": "Deelnemers",
    "residents_text": "Inwoners",
    "word": "Oordeel",
}
MIRROR_WORD = {
    "under": "ondervertegenwoordigd",
    "fits": "past",
    "over": "oververtegenwoordigd",
    "unsure": "te klein om te zeggen",
    "hidden": "verborgen",
    "unknown": "niet te vergelijken",
}
MIRROR_MARK = {
    "under": "▼",
    "fits": "≈",
    "over": "▲",
    "unsure": "?",
    "hidden": "■",
    "unknown": "·",
}
MIRROR_LIMITS = (
    "Onder {laag} is een groep ondervertegenwoordigd, boven {hoog} oververtegenwoordigd. "
    "Dat is een afspraak van dit project. "
    "Het moet ook meer zijn dan toeval."
)
MIRROR_READ = (
    "Het teken is het aandeel bij deelnemers, met een lijn voor toeval. "
    "Het streepje is het aandeel bij inwoners."
)
MIRROR_SOURCE = "Inwoners: CBS, {jaar}. Deelnemers: tellingen van de interventies."
MIRROR_NOT_COMPARABLE = (
    "CBS deelt herkomst hier nog op de oude manier in. De groepen zijn niet te vergelijken."
)
MIRROR_NO_RESIDENTS = "Het aantal inwoners is hier niet gepubliceerd. Vergelijken kan dus niet."
MIRROR_NOT_CROSSED = (
    "Bij deze keuze is dit kenmerk er niet. Kies de hele periode, of alle interventies."
)
MIRROR_NO_INDEX = "Eén getal voor alle groepen is er niet, want een groep is verborgen."
MIRROR_UNKNOWN_IN = "Bij de deelnemers telt ook mee van wie dit niet bekend is."
GROUP_PEOPLE = {
    "0-15": "kinderen tot 15 jaar",
    "15-25": "jongeren van 15 tot 25 jaar",
    "25-45": "mensen van 25 tot 45 jaar",
    "45-65": "mensen van 45 tot 65 jaar",
    "65+": "mensen van 65 jaar en ouder",
    "men": "mannen",
    "women": "vrouwen",
    "netherlands": "mensen met herkomst Nederland",
    "europe": "mensen met herkomst elders in Europa",
    "outside_europe": "mensen met herkomst buiten Europa",
}

REACH_MAP_TITLE = "Waar wonen de deelnemers?"
REACH_MAP_ALT = "Deelnemers per 1.000 inwoners in {wijk}, per deel van de wijk"
REACH_MAP_HEADER = (
    *("Deel", "Deelnemers", "Aandeel deelnemers", "Inwoners"),
    *("Aandeel inwoners", "Per 1.000 inwoners"),
)
REACH_MAP_UNIT = "per 1.000 inwoners"

TARGET_SHARES_TITLE = "Welk deel van de doelgroep bereiken we?"
TARGET_SHARES_TABLE = "Bereik van de doelgroep"
TARGET_SHARES_HEADER = (
    *("Groep", "Bereikt", "Hoe groot is de groep", "Aandeel"),
    *("Van en tot door afronden", "Met toeval erbij (Wilson)", "Let op"),
)
TARGET_SHARES_NO_TARGET = (
    "Bij deze interventies is geen doelgroep gekozen. "
    "Hier staan deelnemers daarom naast inwoners van dezelfde leeftijd."
)
TARGET_SHARES_SEVERAL = "Deze interventies hebben verschillende doelgroepen. Kijk per interventie."
TARGET_SHARES_ESTIMATE = "Ongeveer: de grootte is een schatting."
TARGET_SHARES_TOO_MANY = "Er deden meer mensen mee dan de groep telt. Kijk de grootte na."
TARGET_NOT_APPLICABLE = "n.v.t."
TARGET_PRECISION = (
    "Van {bekend} deelnemers is bekend of zij bij de doelgroep horen. {aandeel} hoort erbij."
)

FUNNEL_TITLE = "Van benaderd tot afgerond"
FUNNEL_ALT = "Trechter: hoeveel mensen bij elke stap, {wat}"
FUNNEL_HEADER = ("Stap", "Mensen", "Van de vorige stap", "Van de eerste stap")
FUNNEL_TOOLTIP = {"name": "Stap", "text": "Mensen", "of_first_text": "Van de eerste stap"}
FUNNEL_SAID = "Bij elke stap zijn er minder mensen."
FUNNEL_NONE = "Hier is niet geteld hoeveel mensen benaderd zijn en hoeveel er begonnen."
FUNNEL_GROWS = "Bij {interventie} groeit het aantal bij een latere stap. Dat kan niet: kijk het na."
FUNNEL_TWICE = "Wie bij twee interventies is benaderd, telt hier twee keer."
FUNNEL_HIDDEN = "Er is geen trechter te laten zien: te veel stappen zijn verborgen."

INTENSITY_HELP = (
    "Hoe vaak iemand komt: de middelste deelnemer kwam naar dit deel van de bijeenkomsten."
)
BY_YEAR_HELP = "Tel de jaren niet op: wie in twee jaren kwam, staat er twee keer."
ENDED_OTHERS = "de andere redenen zijn verborgen"
HIDDEN_GROUP_REACHED = "Via {interventie} kwamen {aantal} mensen uit deze groep."
HIDDEN_GROUP_NOBODY = "Hoeveel mensen uit deze groep meededen, is niet bekend of verborgen."
NO_HIDDEN_GROUPS = "Er is geen groep ingevuld die moeilijk te bereiken is."
REACH_METHOD = "Hoe is dit geteld?"
REACH_METHOD_TEXT = (
    "Een deelnemer is iemand die minstens één keer kwam bij een bijeenkomst die doorging.",
    "Wij herkennen dezelfde mensen aan een sleutel zonder naam.",
    "Is alleen een aantal geteld? Dan weten we niet of dezelfde mensen ook elders kwamen.",
    "CBS rondt aantallen inwoners af op vijf. Daarom heeft een aandeel een van en tot.",
    "De verhouding is het aandeel bij deelnemers, gedeeld door het aandeel bij inwoners.",
    "Van alle tabellen samen is vastgelegd wat verborgen is. Optellen en aftrekken helpt dus niet.",
)
REACH_CSV_HEADER = ("onderdeel", "rij", "kolom", "cijfer", "voorbeeld")
REACH_NUMBERS_HEADER = ("Wat", "Aantal", "Uitleg")


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Words of a table: title, caption and header."""

    title: str
    caption: str
    header: tuple[str, ...]


REACH_SHEETS = {
    "BY_INTERVENTION": SheetWords(
        "Per interventie",
        "Bereik per interventie in {wijk}",
        (
            *("Interventie", "Verschillende mensen", "Keren", "Deel van de doelgroep"),
            *("Hoe vaak iemand komt", "Eerder gestopt"),
        ),
    ),
    "BY_YEAR": SheetWords(
        "Per jaar",
        "Bereik per jaar in {wijk}",
        ("Jaar", "Verschillende mensen", "Keren dat iemand kwam"),
    ),
    "ENDED": SheetWords(
        "Wie stopt eerder, en waarom?",
        "Hoe het afliep per interventie in {wijk}",
        ("Interventie", "Kwam", "Nog bezig", "Afgerond", "Eerder gestopt", "Waarom gestopt"),
    ),
    "HIDDEN_GROUPS": SheetWords(
        "Groepen die moeilijk te bereiken zijn",
        "Hoe mensen in {wijk} toch bereikt worden",
        ("Groep", "Hoe en hoeveel"),
    ),
}


def reached_people(low: int | None, high: int | None, hidden: bool) -> str:
    """How many different people: a number, bounds, or at least so many; empty when hidden."""
    if low is None or high is None:
        return ""
    if hidden:
        return f"minstens {number(low)}"
    return number(low) if low == high else f"tussen {number(low)} en {number(high)}"


def reach_sentence(where: str, people: str, year: int | None) -> str:
    """How many different people came."""
    if not people:
        start = f"In {year} is {where}" if year else f"{where[:1].upper()}{where[1:]} is"
        return f"{start} het aantal verschillende mensen verborgen."
    start = f"In {year} kwamen {where}" if year else f"{where[:1].upper()}{where[1:]} kwamen"
    return f"{start} {people} verschillende mensen."


def reach_where(place: str, intervention: str, theme: str) -> str:
    """Where they came: to an intervention, for a theme, or in the neighbourhood."""
    if intervention:
        return f"bij ‘{intervention}’"
    return f"in {place} bij het thema ‘{theme}’" if theme else f"in {place}"


RESIDENTS = "inwoners"


def of_hundred(low: float, high: float, who: str, about: bool) -> str:
    """A share, or the bounds of one, as a number of people out of a hundred."""
    ends = [number(share * 100) for share in (low, high)]
    count = ends[0] if ends[0] == ends[1] else f"{ends[0]} tot {ends[1]}"
    if ends[1] == "0" and high > 0:
        count = "minder dan 1"
    return f"Dat is {'ongeveer ' if about else ''}{count} van de 100 {who}."


def missing_groups(groups: Sequence[str], known: bool) -> str:
    """Who comes less than could be expected: the most lacking first, at most two."""
    if groups:
        said = enumerate_words(list(groups[:2]))
        return f"{said[:1].upper()}{said[1:]} komen minder vaak dan je zou verwachten."
    if known:
        return "Van de groepen die te zien zijn, komt er geen duidelijk minder vaak dan verwacht."
    return "Welke groepen we missen, is hier niet te zeggen."


def mirror_sentence(groups: Sequence[str], known: bool, index: str) -> str:
    """What the picture of participants beside residents says."""
    return f"{missing_groups(groups, known)} {index}".strip()


def mirror_index(index: float) -> str:
    """The index of representation with its plain meaning."""
    return f"De deelnemers lijken voor {number(index * 100)}% op de inwoners."


def begun_of_approached(rate: str, careful: str) -> str:
    """RE-AIM's participation rate with its sensitivity version."""
    said = f"Van wie benaderd is, begon {rate}."
    if careful in ("", rate):
        return said
    return f"{said} Met wie niet na te gaan is erbij is dat {careful}."


def size_and_share(low: str, high: str) -> str:
    """Both ends of a share; one of them when they read the same."""
    return low if low == high else f"{low} tot {high}"


def from_area(name: str) -> str:
    """People by where they live."""
    return f"mensen uit {name}"


def with_share(count: str, share: str) -> str:
    """A number of people with the share that it is."""
    return f"{count} ({share})"


def reach_map(low: str, high: str) -> str:
    """From where to where participants per 1,000 inhabitants run."""
    if not low:
        return "Waar deelnemers wonen, is verborgen of niet bekend."
    if low == high:
        return f"In elk deel zijn er {low} deelnemers per 1.000 inwoners."
    return f"Het loopt uiteen van {low} tot {high} deelnemers per 1.000 inwoners."


def target_people(name: str) -> str:
    """The people of a target group, after a number out of a hundred."""
    return f"mensen uit de doelgroep ‘{name}’"
