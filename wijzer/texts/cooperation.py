"""What stands on Samenwerking: has the cooperation of partners improved?"""

from datetime import date as Date

from wijzer.texts.numbers import amount, date, number

SECTOR_CODE = {
    "primary_care": "EZ",
    "care": "AZ",
    "surroundings": "LO",
    "education": "ON",
    "planning": "RO",
    "housing": "WO",
    "welfare": "WE",
    "sport": "SP",
    "municipality": "GE",
    "public_health": "GG",
    "insurer": "ZV",
    "residents": "IN",
    "research": "OZ",
    "other": "AN",
}
"""Two letters of a sector, to stand in a mark."""
OTHER_SECTORS = "andere sectoren"

LATER_ROUND = "Ronde"
EARLIER_ROUND = "Vergelijk met"
TIE_FROM = "Verbinding vanaf"
TIE_RULE = "Verbinding telt als"
TIE_RULES = {"unie": "één haar noemt", "bevestigd": "beide haar noemen"}
LEVELS = {1: "informatie delen", 2: "afstemmen", 3: "samenwerken", 4: "verwijzen"}
OWN_VIEW = "Eén partner"
NO_PARTNER = "geen partner gekozen"
ROUNDS_HIDDEN = "Van {aantal} laten we niets zien: daarin antwoordden te weinig partners."

_NONE = "Of de samenwerking verbeterde, is niet te zeggen."
_ON_WHOLE = "Dit geldt voor alle {aantal} partners."
_ON_PANEL = "Dit geldt voor de {aantal} partners die beide keren meededen."
_ROSTER = "De lijst met partners was niet beide keren dezelfde: {eerst} en later {laatst} partners."
_RESPONSE = "In {ronde} deed {deel} van de partners mee. Dat is te laag: de grens is {grens}."
_FEW = "Maar {aantal} partners zijn te vergelijken. De grens is {grens}."
FIRST_ROUND = "Er is nog geen eerdere ronde. Een verandering is dus nog niet te zien."
ROUND_SAYS = "In {ronde} hadden {aantal} partners samen {verbindingen}. Dat is {deel} van wat kan."
_DENSITY = "Van alle mogelijke verbindingen tussen hen was er eerst {eerst}, en later {laatst}."

WHOLE_ONLY = "Dit gaat altijd over de hele wijk: een ronde is niet per deel."
NETWORK_TITLE = "Wie werkt met wie?"
NETWORK_ALT = "Netwerk van partners, {ronde}"
NETWORK_HEADER = ("Partner", "Sector", "Antwoord", "Verbonden met")
PARTNER_IN_TABLE = "{naam} ({sector}; {vulde})"
SECTOR_NETWORK_HEADER = ("Sector", "Aantal partners", "Verbindingen")
TIE_WORD = {
    "kept": "bleef",
    "gained": "kwam erbij",
    "lost": "verdween later",
    "other": "niet te vergelijken",
    "plain": "verbinding",
}
TIE_MARK = {"kept": "", "gained": "+\u00a0", "lost": "−\u00a0", "other": "·\u00a0", "plain": ""}
TIE_LEGEND = {
    "kept": "Grijze lijn: bleef.",
    "gained": "Dikke blauwe lijn (+): kwam erbij.",
    "lost": "Streepjes (−): verdween later.",
    "other": "Puntjes (·): niet te vergelijken.",
    "plain": "Lijn: verbinding.",
}
SHARE_WORD = {
    "few": "weinig partners werken samen",
    "some": "sommige partners werken samen",
    "half": "ongeveer de helft werkt samen",
    "most": "de meeste partners werken samen",
}
SHARE_LEGEND = (
    "Hoe dikker de lijn, hoe meer partners samenwerken. Het cijfer is het aantal partners."
)
HOLLOW = "Een open vorm: deze partner vulde niets in."
NOT_FILLED_IN = "vulde niets in"
FILLED_IN = "vulde in"
SAME_PLACES = "Elke partner staat in beide plaatjes op dezelfde plek."
WITHIN_SECTOR = "onderling"

MEASURES_TITLE = "Het netwerk in cijfers"
MEASURES_TABLE = "Maten van het netwerk"
MEASURE = "Maat"
ALL_PARTNERS = "alle partners"
PANEL = "wie beide keren meededen"
MEASURES_NOTE = "Een ruwe schatting zegt hoe ver het cijfer ernaast kan zitten (standaardfout)."
MEASURES_MORE = "Wat betekenen deze maten?"
ROUGH = "{cijfer} (± {fout}, ruwe schatting)"
MEASURES = {
    "asked": "Partners op de lijst",
    "answered": "Partners die invulden",
    "ties": "Verbindingen",
    "density": "Dichtheid",
    "mean_degree": "Verbindingen per partner, gemiddeld",
    "isolates": "Partners zonder verbinding",
    "reciprocity": "Wederzijds genoemd",
    "confirmation": "Bevestigd, als beide invulden",
    "centralisation": "Centralisatie",
    "brokers": "Bruggen in het netwerk",
    "bridging": "Tussen sectoren (E-I)",
    "level": "Dichtheid bij {niveau}",
}
ALL_BETWEEN = "hoger dan +0,90"
ALL_WITHIN = "lager dan −0,90"
LADDER = "De ladder"
MEASURE_MEANS = {
    "asked": "Alle partners die we vroegen. Ook wie niets invulde of niemand noemt, telt mee.",
    "ties": "Paren van partners met contact, vanaf het niveau dat u koos.",
    "density": "Welk deel van alle mogelijke verbindingen er is. Nieuwe partners maken dit lager.",
    "isolates": "Partners zonder enige verbinding op dit niveau. Zij tellen mee in elke maat.",
    "reciprocity": "Welk deel van wat partners noemen ook andersom wordt genoemd.",
    "confirmation": "Welk deel van de paren met contact beide noemen, als beide invulden.",
    "centralisation": "Hoe sterk alles om één partner draait. 0% is gelijk, 100% is een ster.",
    "brokers": "Hoe sterk het contact tussen anderen over één partner loopt (betweenness).",
    "bridging": "Van −1 (alleen binnen sectoren) tot +1 (alleen tussen sectoren).",
    "level": "Van onder naar boven: informatie delen, afstemmen, samenwerken, verwijzen. "
    "Een hogere trede telt ook bij de lagere mee.",
}
COOPERATION_METHOD = "Hoe gemaakt"
COUNTED_ONCE = (
    "Vullen meer mensen van één organisatie in? Dan telt de organisatie één keer. "
    "Voor een verbinding telt het hoogste niveau dat iemand van de organisatie noemt."
)
COMPARED_WHEN = (
    "We vergelijken alle partners als de lijst gelijk is en minstens {grens} meedeed. "
    "Anders tellen alleen partners die beide keren invulden, vanaf {minst} partners."
)
NETWORK_SOURCES = (
    "Freeman 1979 (centralisatie), Krackhardt en Stern 1988 (E-I), "
    "Snijders en Borgatti 1999 (ruwe schatting)."
)
NAMES_HIDDEN = (
    "Namen van partners zijn niet openbaar. Een sector met minder dan {minst} partners "
    "staat bij een verwante sector of bij ‘andere sectoren’."
)
SOURCE_ROUNDS = "Bron: vragenlijst onder partners, {rondes}."

BROKERS_TABLE = "Wie verbindt anderen? {ronde}"
BROKERS_HEADER = ("Partner", "Sector", "Verbindingen", "Aandeel van kortste wegen")

CHECKLIST_TITLE = "Hoe vinden partners dat het gaat?"
CHECKLIST_ALT = "Checklist samenwerking: oordeel per onderdeel"
CHECKLIST_HEADER = ("Onderdeel", "{eerst}", "{laatst}", "Van 0 tot 100", "Verandering", "Partners")
CHECKLIST_NOTE = (
    "De schaal loopt van 1 (nee) tot 5 (ja). De lijn door een punt is het interval van 95%. "
    "Antwoorden van één organisatie zijn eerst gemiddeld."
)
CHECKLIST_TOTAL = "Alles samen"
CHECKLIST_LEGEND = "Open en grijs is {eerst}, dicht en blauw is {laatst}."
CHECKLIST_FEW = "Er zijn te weinig ingevulde checklisten om een cijfer te geven."
CHECKLIST_ONE = "Samen geven partners een {cijfer} op een schaal van 1 tot 5."
CHECKLIST_BOTH = "Het oordeel van alles samen ging van {eerst} naar {laatst}: {woord}."
SECTORS_TABLE = "Oordeel per sector, van 1 tot 5"
SECTORS_HEADER = ("Sector", "{eerst}", "{laatst}")
TRUST_TABLE = "Vertrouwen en waarde, van 1 tot 4"
TRUST = {"trust": "Vertrouwen in elkaar", "value": "Waarde voor elkaar"}
TRUST_NOTE = (
    "Vertrouwen: betrouwbaar, steunt het doel, open voor overleg. "
    "Waarde: invloed, inzet en middelen. Anderen beoordelen een partner."
)
CHANGED_TO = "Verandering"

OWN_TABLE = "{naam} in elke ronde"
OWN_HEADER = (
    *("Ronde", "Noemt", "Wordt genoemd door", "Wederzijds", "Vertrouwen", "Waarde", "Checklist"),
)
OWN_NOTE = (
    "Vertrouwen en waarde zijn het oordeel van minstens {minst} anderen. "
    "Bij de checklist staat het gemiddelde van iedereen erachter."
)
OWN_ALL = "{cijfer} (allemaal {samen})"
NOT_ASKED = "niet gevraagd"
NOBODY = "niemand"
PART_OF = "{deel} van {geheel}"
NO_VERDICT = "geen oordeel"

CHAIN_TITLE = "Van verwijzing naar start"
CHAIN_TABLE = "Verwijzingen sinds de start"
CHAIN_HEADER = ("Verwijzing", "Verwezen", "Aangekomen", "Gestart", "Gestart van verwezen", "Dagen")
CHAIN_TOTAL = "Alle verwijzingen samen"
CHAIN_ARROW = "{van} → {naar}"
CHAIN_NOTE = "Dit volgt geen personen. Het zijn aantallen die partners zelf opgeven."
CHAIN_DAYS = "Bij dagen staat de middelste wachttijd in de nieuwste periode."
CHAIN_NONE = "Er zijn nog geen verwijzingen ingevuld."
CHAIN_PART = "Bij {aantal} verwijzingen ontbreekt een stap. Die tellen niet mee in het totaal."
SCORE_INTERVAL = "{deel} ({laag} tot {hoog})"
BELOW_SHARE = "minder dan {grens}"
ABOVE_SHARE = "meer dan {grens}"

COOPERATION_FACTORS = "Wat helpt de samenwerking?"
TO_APPROACH = "Succesfactoren beoordelen op Plan"
COOPERATION_FORMS = "Invullen over de samenwerking"
TAKE_COOPERATION = "Samenwerking als CSV"
CSV_HEADER = ("Wat", "Maat", "Over wie", "Ronde", "Cijfer", "Opmerking")


def in_month(day: Date) -> str:
    """A day as "juni 2022"."""
    return date(day).split(" ", 1)[1]


def wave_name(number_of: int, day: Date) -> str:
    """What a round is called: its number and when it was."""
    return f"ronde {number_of} ({in_month(day)})"


def wave_option(number_of: int, day: Date) -> str:
    """A round in a list to choose from: short."""
    return f"{number_of}: {in_month(day)}"


def whole_percent(share: float | None) -> str:
    """A fraction as a whole percentage."""
    return "–" if share is None else amount(share * 100, "%")


def two_decimals(value: float | None) -> str:
    """A score with two decimals."""
    return "–" if value is None else number(value, 2)


def shift_of(value: float) -> str:
    """A change or index with two decimals and its sign; zero has none."""
    said = number(value, 2)
    return f"+{said}" if value > 0 and said != "0,00" else said


def with_interval(said: str, low: float, high: float) -> str:
    """A score or change with its interval."""
    return SCORE_INTERVAL.format(deel=said, laag=number(low, 2), hoog=number(high, 2))


def ties_count(count: int) -> str:
    """A number of ties."""
    return f"{number(count)} {'verbinding' if count == 1 else 'verbindingen'}"


def partners_count(count: int) -> str:
    """A number of partners."""
    return f"{number(count)} {'partner' if count == 1 else 'partners'}"


def hidden_rounds(count: int) -> str:
    """How many rounds are left out for having too few answers."""
    said = f"{number(count)} {'ronde' if count == 1 else 'rondes'}"
    return ROUNDS_HIDDEN.format(aantal=said)


def gained_and_lost(first: Date, second: Date, gained: int, lost: int) -> str:
    """What was gained and lost between two rounds."""
    came = {0: "kwamen er geen verbindingen", 1: "kwam er 1 verbinding"}.get(
        gained, f"kwamen er {ties_count(gained)}"
    )
    went = {0: "verdwenen er geen", 1: "verdween er 1"}.get(lost, f"verdwenen er {number(lost)}")
    return f"{_between(first, second)} {came} bij en {went}."


def _between(first: Date, second: Date) -> str:
    said = in_month if in_month(first) != in_month(second) else date
    return f"Tussen {said(first)} en {said(second)}"


def compared_on(verdict: str, count: int) -> str:
    """Whom a comparison holds for, or that there is none."""
    return {"whole": _ON_WHOLE, "panel": _ON_PANEL}.get(verdict, _NONE).format(aantal=count)


def other_roster(first: int, second: int) -> str:
    """Why two rounds are not compared as a whole: another list of partners."""
    return _ROSTER.format(eerst=number(first), laatst=number(second))


def low_response(round: str, share: float | None, limit: float) -> str:
    """The same: too few answered."""
    return _RESPONSE.format(ronde=round, deel=whole_percent(share), grens=whole_percent(limit))


def too_few_partners(count: int, limit: int) -> str:
    """Why two rounds are not compared at all."""
    return _FEW.format(aantal=number(count), grens=number(limit))


def density_from_to(first: float | None, second: float | None) -> str:
    """How many of the possible ties there were, then and later."""
    return _DENSITY.format(eerst=whole_percent(first), laatst=whole_percent(second))
