"""What stands on Thema's: themes, votes, and the way of working."""

THEMES_TITLE = "Welke focus leggen we in {wijk}?"
THEMES_PART = "Onderdeel"
THEMES_PARTS = {"themas": "Thema’s", "stemmen": "Stemmen", "werkwijze": "Werkwijze en groepen"}
CHOSEN_TITLE = "Gekozen thema’s"
PROPOSED_TITLE = "Voorgesteld, niet gekozen"
PROPOSED_HELP = "Deze thema’s zijn genoemd. Ze zijn niet gekozen in het plan van dit project."
REJECTED_TITLE = "Niet gekozen"
NO_THEMES = (
    "Voor {wijk} zijn nog geen thema’s gekozen. "
    "Dat gebeurt in een bijeenkomst met inwoners en beroepskrachten."
)
THEME_CHOICE = "Thema"
WHY_THEME = "Waarom dit thema"
DECIDED_TITLE = "Wie besloot, en wanneer"
NO_REASON = "Waarom is niet bekend."
IN_MEETING = "In de bijeenkomst: {bijeenkomst}."
NOT_KNOWN = "niet bekend"
DECIDED = "{hoe} door {wie}, {wanneer}."
DECIDED_BY = "{hoe} door {wie}. Wanneer is niet bekend."
DECIDED_WHEN = "{hoe} in {wanneer}. Door wie is niet bekend."
DECIDED_UNKNOWN = "Door wie en wanneer is niet bekend."
DECIDED_HOW = {"chosen": "Gekozen", "proposed": "Genoemd", "rejected": "Afgewezen"}
RUNG_LINE = "Trede op de participatieladder: {trede}. {betekenis}"
RUNG_UNKNOWN = "Hoe inwoners meededen, is niet gepubliceerd."
OWNER_LINE = "Dit is van: {wie}. Het is niet het plan van dit project."
EVIDENCE_TITLE = "Wat zeggen de cijfers?"
EVIDENCE_TABLE = "Cijfers bij {thema}"
EVIDENCE_HEADER = ("Cijfer", "In {gebied}", "Gemeente", "Jaar")
EVIDENCE_SAID = "Lees deze cijfers als zinnen"
NO_EVIDENCE = "Bij dit thema zijn nog geen cijfers gekozen."
QUOTES_TITLE = "Wat zeggen mensen?"
NO_QUOTES = "Er is nog geen citaat met toestemming."
QUOTE_BY = "{wie}, {toestemming}"
THREAD_TITLE = "De draad: van cijfer tot activiteit"
THREAD_OF = "Waar hoort dit cijfer bij?"
THREAD_NONE = "Dit cijfer hoort in {wijk} nog bij geen thema of doel."
THREAD_INDICATOR = "Cijfers"
THREAD_MONITOR = "De vier vragen over deze interventie"
THREAD_THEME = "Thema’s"
THREAD_GOAL = "Doelen"
THREAD_INTERVENTION = "Interventies"
THREAD_ACTIVITY = "Activiteiten"
THREAD_NOTHING = "nog niets"

ROUNDS_TITLE = "Stemmen"
ROUNDS_LEAD = "Inwoners en beroepskrachten stemmen apart. Een stem is geheim."
NO_ROUNDS = "In {wijk} is hier nog niet gestemd."
ROUND_CHOICE = "Stemming"
VOTERS = {"resident": "Inwoners", "professional": "Beroepskrachten"}
METHOD = {"dots": "punten verdelen", "rank": "op volgorde zetten"}
TURNOUT = "{gebruikt} van de {uitgedeeld} kaarten gebruikt"
ROUND_OPEN = "Deze stemming is open. De uitslag komt als de stemming sluit."
ROUND_HIDDEN = "Te weinig stemmen om te tonen. Zo blijft de stem van ieder geheim."
ROUND_ADDRESS = "Ga op uw telefoon naar"
ROUND_SCAN = "Of scan dit vierkant. Vul daarna de code van uw kaart in."
ROUND_LOCAL = (
    "Andere telefoons kunnen nu nog niet meedoen. Start met: make run SHARE=1, dan kan het wel."
)
ROUND_TABLE = "Uitslag: {groep}"
ROUND_HEADER = ("Plaats", "Thema", "Score", "Aandeel", "Toelichting")
ROUND_SMALL = "Het aandeel is dat van alle punten van deze groep. Stemming: {titel}"
ROUND_MIX_TITLE = "Samen wegen"
ROUND_MIX_HELP = (
    "Hoe zwaar een groep telt, is een keuze. Die keuze staat erbij als u de uitslag toont."
)
ROUND_MIX = "Gewicht van inwoners (procent)"
ROUND_MIX_SAID = "Inwoners tellen voor {inwoners}%, beroepskrachten voor {anderen}%."
ROUND_MIX_TABLE = "Uitslag met dit gewicht"
ROUND_MIX_HEADER = ("Thema", "Aandeel")
ROUND_NO_MIX = "Samen wegen kan pas als beide groepen genoeg stemmen hebben."
ROUND_NEW = "Nieuwe stemming"
ROUND_NAME = "Naam van de stemming"
ROUND_METHOD = "Hoe stemmen we"
ROUND_THEMES = "Waarover"
ROUND_POINTS = "Punten per persoon"
ROUND_START = "Open de stemming"
ROUND_FEW_THEMES = "Kies twee thema’s of meer en geef de stemming een naam."
ROUND_CARDS = "Kaarten maken"
ROUND_CARDS_HELP = (
    "Elke kaart is goed voor één stem. De codes staan alleen in dit bestand. "
    "Print ze en deel ze uit."
)
ROUND_FOR = "Kaarten voor"
ROUND_COUNT = "Hoeveel kaarten"
ROUND_MAKE = "Maak {aantal} kaarten voor {groep}"
ROUND_COUNT_WRONG = "Kies een aantal van 1 tot en met {meest}."
ROUND_HELD = "Stemming van {dag}: {hoe}."
ROUND_CLOSE = "Sluit de stemming"
ROUND_CLOSE_HELP = "Daarna kan niemand meer stemmen. De kaarten worden weggegooid."

METHOD_TITLE = "Zo kiezen we: vier stappen"
METHOD_HELP = "De werkwijze komt uit Amersfoort. Per stap staat wat daarover bekend is."
AMERSFOORT = (
    "Een onderzoeker van de GGD maakt het profiel",
    "Inwoners en beroepskrachten kiezen thema’s in een netwerkbijeenkomst",
    "Een werkgroep verdeelt zich in themagroepen",
    "De groepen werken ideeën uit",
)
MEETINGS_TITLE = "Bijeenkomsten"
MEETINGS_TABLE = "Bijeenkomsten in {wijk}"
MEETINGS_HEADER = ("Bijeenkomst", "Wanneer", "Inwoners", "Beroepskrachten", "Trede", "Meer")
NO_MEETINGS = "Er is nog geen bijeenkomst ingevuld."
GROUPS_TITLE = "Themagroepen"
GROUPS_TABLE = "Themagroepen in {wijk}"
GROUPS_HEADER = ("Groep", "Thema", "Inwoners", "Beroepskrachten", "Rollen")
NO_GROUPS = "Er zijn nog geen themagroepen ingevuld."
IDEAS_TITLE = "Ideeën"
IDEAS_TABLE = "Ideeën in {wijk}"
IDEAS_HEADER = ("Idee", "Thema", "Stand", "Reden")
NO_IDEAS = "Er zijn nog geen ideeën ingevuld."
