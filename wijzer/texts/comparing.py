"""Words of Vergelijken beside those of the figures."""

COMPARE_PART = "Vergelijk"
COMPARE_PARTS = {
    "cijfers": "Cijfers",
    "themas": "Thema’s",
    "plan": "Plan",
    "bereik": "1 Bereik",
    "gezonder": "2 Gezonder",
    "samenwerking": "3 Samenwerking",
    "focus": "4 Focus",
    "lessen": "Lessen",
}
COMPARE_ORDER = "Volgorde"
COMPARE_ORDERS = {"domein": "per onderwerp", "verschil": "grootste verschil eerst"}
COMPARE_MANY = "Hoeveel cijfers"
COMPARE_MANIES = {"twaalf": "de eerste 12", "alles": "alle"}
COMPARE_RANK = "Rangorde"
COMPARE_RANKS = {"nee": "geen rangorde", "ja": "met rangorde"}

COMPARE_SUBJECT = "Vergelijken: {wat}"
APART_SUBJECT = "grootste verschil eerst"
APART_HELP = (
    "Bovenaan staan cijfers waarbij de wijken het meest anders liggen dan hun eigen gemeente. "
    "Het gaat om de afstand op de schaal van die rij. "
    "Deze volgorde zegt niet welke wijk het beter doet, en niet hoe zeker een verschil is."
)
APART_COUNTS = "Een aantal mensen zegt iets over de grootte van de wijk."
APART_TABLE = "Cijfers die tussen de wijken niet te vergelijken zijn"
APART_HEADER = ("Cijfer", "Waarom niet")
APART_COUNT = "Cijfers die niet te vergelijken zijn ({aantal})"

TRENDS_TITLE = "Eén cijfer, door de jaren heen"
TRENDS_HELP = (
    "In elk vak is de schaal gelijk, van hoogte en van jaren. "
    "De dikke lijn is de wijk, de dunne lijn de eigen gemeente, de streepjes Nederland."
)
TRENDS_ALT = "{indicator} door de jaren: de wijken met hun gemeente en Nederland"
TRENDS_PANEL_ALT = "{indicator} door de jaren in {wijk}, op dezelfde schaal als de andere wijken"
TRENDS_NONE = "Van dit cijfer is er geen reeks van jaren."
TRENDS_EVENTS = "{wijk}: {wat}"

RANK_TITLE = "Welke plaats kan een wijk hebben?"
RANK_HELP = (
    "Plaats 1 is het gunstigst. Een plaats staat er alleen als de onzekerheid bekend is. "
    "Kunnen twee wijken gelijk zijn, dan staan er meer plaatsen. "
    "Een plaats is geen oordeel over het werk in een wijk."
)
RANK_METHOD = (
    "Zo gemaakt: twee wijken zijn pas verschillend als hun marges elkaar niet raken. "
    "Bron: Klein, Wright en Wieczorek, 2020; Goldstein en Spiegelhalter, 1996."
)
RANK_TABLE = "Mogelijke plaatsen per cijfer: {wat}"
RANK_CHANGE_TABLE = "Mogelijke plaatsen bij de monitor: verandering sinds de start"
RANK_WHY = "Waarop dit rust"
RANK_CELL = "{cijfer}: {plaats}"
RANK_NONE = "Geen rangorde te geven. {waarom}"
RANK_LACKS = "Niet elke wijk heeft een cijfer met een marge."
RANK_NEUTRAL = "Bij dit cijfer is geen kant gunstig."
RANK_MODEL = "Een schatting met een model, zonder marge."
RANK_NO_MARGIN = "De bron geeft geen marge en geen aantal antwoorden."
RANK_ROUNDING = "Een telling van iedereen. Alleen afronden maakt onzeker."
RANK_WILSON = "Een steekproef, met marges die samen voor 95% gelden (Wilson)."
RANK_CHANGE = "Gemeten bij deelnemers, met een 95%-interval per wijk."
RANK_SAME = "De wijken zijn hierin niet te onderscheiden."
RANK_SUBJECT = "Mogelijke plaatsen"

LEARN_FROM = "Wat leren we hiervan?"
LEARN_WRITE = "Schrijf een les op"
LEARN_SHORT = "Schrijf op"


def place_range(first: int, last: int) -> str:
    """Which places are possible: "plaats 2", "plaats 1 of 2", "plaats 1, 2 of 3"."""
    every = [str(one) for one in range(first, last + 1)]
    if len(every) == 1:
        return f"plaats {every[0]}"
    if len(every) > 4:
        return f"plaats {first} tot en met {last}"
    return f"plaats {', '.join(every[:-1])} of {every[-1]}"
