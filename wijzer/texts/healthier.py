"""What stands on Gezonder: do people feel healthier?"""

from collections.abc import Sequence
from datetime import date as Date

from wijzer.model import Missing, Sign
from wijzer.texts.numbers import date, number
from wijzer.texts.sentences import enumerate_words
from wijzer.texts.words import MISSING_WORD, SIGN_MARK, SIGN_WORD

OUTCOME_CHOICE = "Uitkomst"
OUTCOME_TALK = "{naam} (om over te praten)"
OUTCOME_MODEL = "{naam} (schatting voor de wijk)"
OUTCOME_NO_ITEMS = "{naam} (nog niet in te vullen)"
ROUND_OF = "ronde {nummer}, vanaf {dag}"
ROUND_UNKNOWN_DAY = "ronde {nummer}"

REFUSED_MODEL = "‘{naam}’ kunt u hier niet als uitkomst kiezen."
REFUSED_MODEL_WHY = (
    "Het is een schatting met een model over alle inwoners. Die kan niet laten zien of deelnemers "
    "veranderden. Kies een vragenlijst die deelnemers zelf invulden. Onderaan staat hoe het cijfer "
    "verliep in de hele wijk."
)
REFUSED_TALK = "Het spinnenweb kunt u hier niet als uitkomst kiezen."
REFUSED_TALK_WHY = (
    "Het is gemaakt om over te praten, niet om verandering te meten. Kies een vragenlijst. "
    "Het spinnenweb staat lager op deze pagina, zonder oordeel."
)
NO_ITEMS = "Met {naam} is hier nog niet te rekenen. De lijst met stellingen is niet openbaar."
NO_ITEMS_TO_DO = (
    "Vraag de stellingen aan bij de onderzoekers. Een GGD vult ze in bij ‘{bestand}’. "
    "Daarna werkt de uitkomst vanzelf."
)
FACTORS_PUBLISHED = "Dit is gepubliceerd over {naam}"
FACTORS_PUBLISHED_HEADER = ("Onderdeel", "Stellingen")
ITEMS_UNKNOWN = "aantal niet bekend"
BUURT_NOT_ASKED = "Per buurt is niet bekend hoe deelnemers zich voelen."
BUURT_TO_DO = "Kies hierboven een deel van de wijk, of de hele wijk."
ONLY_FIRST = "Van {naam} is er nu alleen de eerste meting. Verandering is dus nog niet te zien."
ONLY_FIRST_TO_DO = "Vraag dezelfde mensen na een half jaar of een jaar opnieuw."
OUTCOME_TOO_FEW = "Te weinig mensen vulden {naam} twee keer in om een uitkomst te laten zien."
OUTCOME_TOO_FEW_TO_DO = (
    "Dat beschermt mensen. Kies alle interventies en de hele wijk, of wacht op meer antwoorden."
)
OTHER_SCORING = (
    "De rondes van {naam} zijn niet te vergelijken: de telling van de punten veranderde."
)
OTHER_SCORING_TO_DO = "Kies twee rondes met dezelfde versie van de vragenlijst."
SOME_OTHER_SCORING = "Vragenlijsten met een andere telling van de punten tellen niet mee."
NO_SPREAD = "Bij {naam} veranderde iedereen evenveel. Er is geen spreiding, en dus geen toets."
NO_SPREAD_TO_DO = "Kijk of de antwoorden goed zijn ingelezen. Zo’n uitkomst komt zelden voor."
NO_SPREAD_SHORT = "geen spreiding"
NOT_TOLD = "niet getoond"
POINTS = "{punten} punten"
INDICATIVE = "indicatief"
INDICATIVE_WHY = "Indicatief: minder dan 30 mensen vulden beide keren in. Alleen het team ziet dit."
MEAN_OF_PAIRS = "{aantal} mensen vulden beide keren in."
ROUNDED_PEOPLE = "Aantallen mensen zijn afgerond op vijf."

OUTCOME_STATE = {
    "not_measured": MISSING_WORD[Missing.NOT_MEASURED],
    "only_first": "alleen de eerste meting",
    "too_few": MISSING_WORD[Missing.TOO_FEW],
    "not_comparable": "niet te vergelijken",
    "no_spread": NO_SPREAD_SHORT,
    "no_items": "nog niet te gebruiken",
}
NOTHING_CELL = "–"
OUTCOME_EXAMPLE = "{wat} (voorbeeld, verzonnen)"

RESPONSE_TITLE = "Wie vulden de vragenlijst in?"
RESPONSE_HELP = (
    "Eerst dit: een uitkomst zegt alleen iets over wie beide keren invulden. "
    "Wie wegbleef, telt niet mee."
)
FLOW_STEP = {
    "participants": "Deelnemers",
    "invited": "Kregen de vragenlijst",
    "valid": "Vulden hem bij de start in",
    "due": "Kregen hem opnieuw",
    "again": "Vulden hem weer in",
    "pairs": "Beide keren, te vergelijken",
}
FLOW_TABLE = "Van deelnemers naar ingevulde vragenlijsten: {naam}"
FLOW_HEADER = ("Stap", "Mensen", "Van de stap ervoor")
FLOW_NO_PARTICIPANTS = "Hoeveel deelnemers er zijn, staat bij ‘1 Bereik’."
FLOW_HIDDEN = "Verborgen aantallen beschermen een klein groepje mensen."
LOST_TITLE = "Wie bleef en wie wegviel"
LOST_TOO_FEW = "Te weinig mensen vielen weg om hen te vergelijken met wie bleef."
LOST_NOBODY = "Niemand viel weg: iedereen die opnieuw gevraagd werd, vulde weer in."
LOST_SURE = "Wie wegviel begon anders. De uitkomst kan daardoor te gunstig of te ongunstig zijn."
LOST_UNSURE = "Dat verschil kan toeval zijn."
LOST_NO_INTERVAL = "Een interval is niet te maken: de scores verschillen niet."

CHANGE_TITLE = "Wat veranderde er sinds de start?"
CHANGE_HELP = (
    "Rechts is gunstiger, links is ongunstiger. De streep is het 95%-interval. "
    "Binnen de grijze band is de verandering kleiner dan wat ertoe doet."
)
CHANGE_OWN_AXIS = "Elke rij heeft een eigen as. Vergelijk de rijen daarom niet met elkaar."
CHANGE_OTHER_LIST = (
    "‘{naam}’ staat niet in dit beeld. De lijsten van 6 en 11 stellingen zijn niet te vergelijken."
)
CHANGE_ALT = "Verandering bij dezelfde mensen sinds de start, {ronde}"
CHANGE_TABLE = "Alle vragenlijsten: verandering bij dezelfde mensen, {ronde}"
CHANGE_HEADER = (
    *("Vragenlijst", "Mensen", "Bij de start", "Daarna", "Verandering", "95%-interval"),
    *("Doet ertoe vanaf", "Wat is het waard"),
)  # fmt: skip
CHANGE_SIGN_WORD = {
    Sign.FAVOURABLE: SIGN_WORD[Sign.FAVOURABLE],
    Sign.UNFAVOURABLE: SIGN_WORD[Sign.UNFAVOURABLE],
    Sign.SIMILAR: "niet zeker",
    Sign.UNKNOWN: "niet te zeggen",
}
CHANGE_VALUE = "{verandering} ({interval}): {woord}"
CSV_CHANGE = ("Wijk", "Gebied", "Wie", "Ronde", *CHANGE_HEADER, "Opmerking")
CHANGE_UNSURE = "Geen verandering past ook bij deze antwoorden."
CHANGE_SURE = "Dit is meer dan je door toeval verwacht."
CHANGE_MATTERS = "Gemiddeld is dat genoeg om ertoe te doen (vanaf {punten} punten)."
CHANGE_SMALL = "Gemiddeld is dat minder dan een verandering die ertoe doet ({punten} punten)."
RULE_OF_THUMB, OWN_NORM = "vuistregel", "norm"
MATTERS_FROM = "{punten} ({bron})"
MATTERS_HELP = (
    "Doet ertoe vanaf: de norm van de vragenlijst zelf. Is die er niet, dan geldt een vuistregel: "
    "de helft van de spreiding bij de start."
)
NORM = "Een verandering doet ertoe vanaf {punten} punten. Bron: {bron}."
TAKE_CHANGE = "Deze tabel als CSV"
WORSE_SIDE, BETTER_SIDE = "ongunstiger", "gunstiger"

SHARES_TITLE = "Hoeveel mensen gingen vooruit?"
SHARES_ALT = "Aandeel mensen met een betere, gelijke en slechtere score: {naam}"
SHARES_HEADER = ("Groep", "Aandeel", "95%-interval")
SHARES_HELP = "Vooruit of achteruit: een verandering van {punten} punten of meer."
SHARE_PART = {"better": "beter", "same": "ongeveer gelijk", "worse": "slechter"}
SHARE_WENT = {
    "better": "ging {deel} vooruit",
    "same": "bleef {deel} ongeveer gelijk",
    "worse": "ging {deel} achteruit",
}
SHARE_SIGN = {"better": Sign.FAVOURABLE, "same": Sign.SIMILAR, "worse": Sign.UNFAVOURABLE}
SHARES_HIDDEN = "Deze aandelen zijn verborgen, omdat een groepje erg klein is."
HIDDEN_PART = "verborgen"
YES_TITLE = "Wie zit boven of onder een grens?"
YES_TABLE = "Ja of nee: aandeel mensen bij de start en daarna, {naam}"
YES_HEADER = ("Uitkomst", "Bij de start", "Daarna", "Verschil", "95%-interval")
CLASS_TABLE = "Verdeling over de klassen bij de start en daarna, {naam}"
CLASS_HEADER = ("Klasse", "Bij de start", "Daarna")

DETAILS_TITLE = "De cijfers erachter"
DETAILS_TABLE = "Toetsen en maten: {naam}"
DETAILS_HEADER = ("Maat", "Waarde")
DETAIL = {
    "pairs": "Mensen met beide metingen",
    "sd": "Spreiding van de verandering (SD)",
    "t": "Gepaarde t-toets",
    "adjusted": "Kans na correctie voor {aantal} uitkomsten (Benjamini-Hochberg)",
    "wilcoxon": "Controle: rangtekentoets van Wilcoxon",
    "shift": "Middelste verandering (Hodges-Lehmann)",
    "d_av": "Grootte van de verandering (d_av)",
    "r": "Samenhang tussen beide metingen (r)",
    "alpha": "Betrouwbaarheid bij de start (Cronbachs alfa)",
    "rci": "Eén persoon verandert zeker vanaf",
    "mcnemar": "{naam}: toets voor ja of nee (McNemar, mid-p)",
}
T_VALUE = "t = {t}, df = {df}, {p}"
WILCOXON_VALUE = "{p} ({hoe})"
WILCOXON_EXACT, WILCOXON_NORMAL = "exact", "normale benadering"
WITH_INTERVAL = "{waarde} (95%-interval {laag} tot {hoog})"
STANDS = "blijft staan"
FALLS = "blijft niet staan"
ABOUT_LIST = "Over deze vragenlijst"
LIST_TABLE = "Zo telt {naam}"
LIST_HEADER = ("Schaal", "Score", "Gunstig", "Lege antwoorden", "Grenzen")
LIST_RANGE = "{laag} tot {hoog}"
MAY_MISS = "hoogstens {aantal} leeg"
MAY_MISS_NONE = "niets mag leeg zijn"
MAY_MISS_HALF = "minstens {deel} ingevuld"
CLASS_FROM = "{naam} vanaf {grens}"
CLASS_BELOW = "{naam} onder {grens}"

LIMITS_TITLE = "Wat dit niet zegt"
LIMITS = (
    "Er is geen controlegroep. Wij weten niet hoe het zonder de aanpak was gegaan.",
    "Mensen beginnen vaak als het slecht gaat. Daarna gaat het meestal vanzelf iets beter.",
    "Het seizoen telt mee: in de zomer voelen veel mensen zich beter.",
    "In 2020 en 2021 was er corona. Dat veranderde voor iedereen veel.",
    "Wie wegviel is niet gemeten. Misschien ging het juist met hen anders.",
    "Sommige mensen kregen hulp bij het lezen. Dan antwoordt iemand soms anders.",
)

WEB_TITLE = "Gesprek: het spinnenweb van inwoners"
WEB_HELP = (
    "Inwoners vulden dit in voor een gesprek. Het is geen meting, dus er is geen oordeel. "
    "Elke ronde waren er andere mensen. Het web gaat over de hele wijk."
)
WEB_NONE = "In {wijk} vulden inwoners nog geen spinnenweb in."
WEB_ROUND = "{ronde}: {aantal} bladen"
WEB_TOO_FEW = "{ronde}: te weinig bladen om te laten zien."
WEB_ALT = "Spinnenweb in gesprek, {ronde}"
WEB_TABLE = "Spinnenweb per ronde: gemiddelde van 0 tot 10"
WEB_HEADER = "Onderwerp"
WEB_SENTENCE = "Gemiddeld per onderwerp, van 0 tot 10."
WEB_GAP = "geen cijfer"

HEALTHIER_STORIES = "Wat zeggen inwoners zelf?"
STORIES_HELP = "Verhalen staan naast de cijfers. Wij plaatsen ze alleen met toestemming."
STORIES_NONE = "Er zijn hier nog geen verhalen met toestemming."
STORY_BY = "{soort}, {wie}{dag}"
POPULATION_TITLE = "Los hiervan: de hele wijk"
POPULATION_WARNING = (
    "Dit gaat over alle inwoners, niet over de deelnemers. Schattingen met een model kunnen geen "
    "verandering door een interventie laten zien."
)
POPULATION_CHOICE = "Cijfer over de wijk"

_CLAUSE = {
    "who5": ("voelen zich", "beter", "slechter"),
    "ervaren_gezondheid": ("vinden hun gezondheid", "beter", "slechter"),
    "dejonggierveld6": ("zijn", "minder eenzaam", "eenzamer"),
    "dejonggierveld11": ("zijn", "minder eenzaam", "eenzamer"),
    "regie": ("voelen", "meer regie", "minder regie"),
    "k10": ("hebben", "minder klachten", "meer klachten"),
    "cohesie": ("ervaren", "meer samenhang in de buurt", "minder samenhang in de buurt"),
}
_OTHER = ("scoren", "gunstiger", "ongunstiger")


def mean_change(instrument: str, mean: float, interval: str, decimals: int) -> str:
    """The message: how much people changed on average since the start; plus is favourable."""
    shown = number(abs(mean), decimals)
    between = f" (95%-interval {interval})" if interval else ""
    if shown == number(0, decimals):
        return f"Deelnemers scoren gemiddeld gelijk aan de start{between}."
    verb, better, worse = _CLAUSE.get(instrument, _OTHER)
    way = worse if mean < 0 else better
    return f"Deelnemers {verb} gemiddeld {shown} punten {way} dan bij de start{between}."


def yes_change(name: str, before: str, after: str, gap: str, interval: str) -> str:
    """The message of a yes/no outcome: shares at the start and after, and their difference."""
    said = f"{name}: bij de start {before}, daarna {after} van dezelfde deelnemers."
    return f"{said} Het verschil is {gap} (95%-interval {interval})." if gap else said


def interval_ends(low: float, high: float, decimals: int) -> str:
    """Both ends of an interval."""
    return f"{number(low, decimals)} tot {number(high, decimals)}"


def plus_or_minus(value: float, decimals: int) -> str:
    """A number with its sign; zero has none."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text != number(0, decimals) else text


def points_apart(fraction: float) -> str:
    """A difference between two shares in percentage points."""
    return f"{plus_or_minus(100 * fraction, 0)} procentpunt"


def p_value(p: float) -> str:
    """A p-value as it is printed."""
    return "p < 0,001" if p < 0.0005 else f"p = {number(p, 3)}"


def stayed_lost(stayed: str, lost: str, gap: str, between: str) -> str:
    """Scores at the start of those who stayed and of those who were lost."""
    said = f"Wie bleef, scoorde bij de start gemiddeld {stayed}. Wie wegviel {lost}."
    return f"{said} Het verschil is {gap} punten (95%-interval {between})." if between else said


def shares_said(parts: Sequence[tuple[str, str]]) -> str:
    """Shares that may be told, as a sentence: code of the part and its share."""
    if not parts:
        return SHARES_HIDDEN
    said = [SHARE_WENT[part].format(deel=share) for part, share in parts]
    return f"Van deze deelnemers {enumerate_words(said)}."


def flow_said(first: str, again: str) -> str:
    """What part answered at the start and what part did so again."""
    known = [
        f"Van wie de vragenlijst kreeg, vulde {first} hem bij de start in." if first else "",
        f"Van wie hem opnieuw kreeg, vulde {again} hem weer in." if again else "",
    ]
    return " ".join(filter(None, known))


def share_mark(part: str, share: str) -> str:
    """A share with the mark of its part."""
    return f"{SIGN_MARK[SHARE_SIGN[part]]} {share}"


def measured_when(number_of: int, day: Date | None) -> str:
    """A round by its number and day."""
    if day is None:
        return ROUND_UNKNOWN_DAY.format(nummer=number_of)
    return ROUND_OF.format(nummer=number_of, dag=date(day))
