"""What stands on Plan, and words that Thema's shares with it."""

MENU_PLAN = "Van thema naar plan"
THEMES = "Thema’s"
PLAN = "Plan"
YES = "ja"
NO = "nee"
GONE = "(niet meer in gebruik)"
LIFE = {"draft": "Nu een concept.", "active": "Nu in gebruik.", "retired": "Uit gebruik genomen."}
ADDED = "Erbij gekomen."
TAKEN_OUT = "Eruit gehaald."
TO_PLAN = "Naar het plan van {wijk}"

PLAN_TITLE = "Wat gaan we doen in {wijk}?"
PLAN_PART = "Onderdeel"
PLAN_PARTS = {
    "mix": "Mix",
    "doelen": "Doelen",
    "mensen": "Doelgroepen en partners",
    "aanpak": "Stappen en versies",
    "bibliotheek": "Bibliotheek",
}
MATRIX_TITLE = "De mix van interventies"
MATRIX_HELP = "Per rij een thema, per kolom een pijler. De pijler is een indeling van het project."
MATRIX_TABLE = "Interventies in {wijk} naar thema en pijler"
MATRIX_FOR = "Voor welke doelgroep"
EVERYBODY = "iedereen"
GAPS_TITLE = "Wat ontbreekt er?"
NO_GAPS = "In elke pijler is er iets, en bij elk thema loopt er iets."
NO_PILLAR = "In de pijler {pijler} is er niets."
NO_THEME = "zonder thema"
NOTHING_HERE = "niets"
LACKS_THEME = "heeft geen thema"
LACKS_PILLAR = "heeft geen pijler"
LACKS_INDICATOR = "heeft geen cijfer en geen eigen maat"
LACKS_FIGURE = "heeft geen cijfers"
LACKS_PARENT = "hoort bij een {wat} dat er niet meer is"
LOOSE_TITLE = "Losse eindjes"
LOOSE_HELP = "Dit hangt nergens aan. Vul aan wat ontbreekt."
NO_LOOSE = "Er zijn geen losse eindjes."
INTERVENTION_TITLE = "Eén interventie van dichtbij"
INTERVENTION_CHOICE = "Interventie"
NO_INTERVENTIONS = "Voor {wijk} zijn nog geen interventies ingevuld."
ACTIVITIES_TITLE = "Activiteiten"
ACTIVITIES_TABLE = "Activiteiten bij {naam}"
ACTIVITIES_HEADER = ("Activiteit", "Loopt het", "Wanneer", "Waar", "Trede", "Wie trekt het")
NO_ACTIVITIES = "Er zijn nog geen activiteiten ingevuld."
RECOGNISED = "Erkenning: {niveau}. {wanneer}"
RECOGNISED_ON = "Erkend op {dag}."
NOT_CHECKED = "Wij hebben de erkenning nog niet nagekeken."
CHECKED_ON = "Nagekeken op {dag}."
RECOGNITION_WORTH = (
    "Erkend betekent niet dat het hier werkt. Een eigen initiatief zonder erkenning mag ook."
)

GOAL_CHOICE = "Doel"
NO_GOALS = "Voor {wijk} zijn nog geen doelen ingevuld. Meetbare doelen zijn niet gepubliceerd."
TREE_TITLE = "Van thema naar doel, interventie en activiteit"
GOAL_LINE = "Van {begin} naar {streef} op {dag}."
GOAL_LINE_SHORT = "Van {begin} naar {streef}."
GOAL_NOT_SET = "De beginwaarde of de streefwaarde is nog niet ingevuld."
SMART_TITLE = "Is het doel SMART?"
SMART_HELP = (
    "SMART is: specifiek, meetbaar, aanvaard, realistisch en met een tijd. "
    "Hier staat wat er nog mist."
)
SMART_TABLE = "SMART"
SMART_HEADER = ("Punt", "Stand", "Wat te doen")
SMART_GOOD = "in orde"
SMART_BAD = "mist iets"
SMART = {
    "specific": "Specifiek",
    "measurable": "Meetbaar",
    "accepted": "Aanvaard",
    "realistic": "Realistisch",
    "timed": "Tijdgebonden",
}
SMART_LACKS = {
    "specific": "Geef het doel een naam en een thema.",
    "measurable": "Kies een cijfer of eigen maat, en vul begin en streef in.",
    "accepted": "Vul in wie het doel draagt, als rol.",
    "realistic": "Vul een begin in, en een streefwaarde die anders is.",
    "timed": "Vul de datum van het begin en van het doel in.",
}
NEEDED_TITLE = "Is deze verandering te zien?"
NEEDED_NONE = "Dit cijfer telt iedereen. Er is geen steekproef, dus elke verandering is te zien."
NEEDED_UNKNOWN = (
    "Vul een begin en een streef in procenten in. Dan rekenen we uit hoeveel antwoorden nodig zijn."
)
NEEDED_MODEL = (
    "Let op: voor deze wijk is dit cijfer een schatting met een model. "
    "Die kan het effect van een plan niet laten zien."
)
PROGRESS_TITLE = "Hoe ver zijn we?"
NO_PROGRESS = (
    "Er is na het begin nog niet op dezelfde manier gemeten. Voortgang is er dus nog niet."
)
COURSE = {
    "on_course": "op koers",
    "behind": "achter op het plan",
    "uncertain": "nog niet te zeggen",
    "reached": "gehaald",
    "unknown": "niet te zeggen",
}
COURSE_MARK = {"on_course": "▲", "behind": "▼", "uncertain": "≈", "reached": "★", "unknown": "·"}
COURSE_WORTH = {
    "on_course": "Ook met toeval meegerekend is dit op koers.",
    "behind": "Ook met toeval meegerekend loopt dit achter.",
    "uncertain": "Door toeval is niet te zeggen of dit op koers ligt.",
    "reached": "Ook met toeval meegerekend is het doel gehaald.",
    "unknown": "Hoe zeker dit is, weten we niet. Daarom staat er niet bij of het op koers ligt.",
}
READINGS_TITLE = "Metingen"
READINGS_TABLE = "Metingen bij {doel}"
READINGS_HEADER = ("Wanneer", "Waarde", "Antwoorden", "Versie van de vraag", "Vergelijken")
FEW_ANSWERS = "te weinig antwoorden"
SAME_VERSION = "kan"
OTHER_VERSION = "kan niet: een andere versie"
GOALS_TABLE = "Doelen in {wijk}"
GOALS_HEADER = ("Doel", "Thema", "Begin", "Streef", "Voor", "Wie", "Stand")

TARGET_GROUPS_TITLE = "Doelgroepen"
TARGET_GROUPS_TABLE = "Doelgroepen in {wijk}"
TARGET_GROUPS_HEADER = ("Doelgroep", "Hoeveel mensen", "Hoe geteld", "Voorrang", "Let op")
NO_TARGET_GROUPS = "Er zijn nog geen doelgroepen ingevuld."
HIDDEN_GROUP = "moeilijk te bereiken"
SIZE_UNKNOWN = "niet bekend"
SIZE_NO_COUNT = "CBS geeft dit aantal hier niet."
SIZE_NO_SHARE = "Er is geen aandeel of geen aantal inwoners om mee te rekenen."
SIZE_NOBODY_COUNTED = "Niemand telde deze groep."
SIZE_OWN = "Eigen opgave, zonder uitleg."
SIZE_COUNTED = "CBS, {jaar}. CBS rondt af op vijf, vandaar van en tot."
SIZE_ESTIMATED = (
    "Schatting: {aandeel} ({cijfer}, {jaar}) van de inwoners. "
    "Door afronden bij CBS is het {laag} tot {hoog}. Hoe zeker het aandeel is, weten we niet."
)
PARTNERS_TITLE = "Partners"
PARTNERS_TABLE = "Partners in {wijk}"
PARTNERS_HEADER = ("Partner", "Sector", "Rol", "Doet mee aan", "Trekt")
NO_PARTNERS = "Er zijn nog geen partners ingevuld."
LEADS_UNKNOWN = "Wie wat trekt, is niet gepubliceerd."
EFFORT_TITLE = "Uren en geld"
EFFORT_TABLE = "Geplande uren en geld in {wijk}"
EFFORT_HEADER = ("Interventie", "Uren", "Euro")
NO_EFFORT = (
    "Er zijn nog geen uren of geld ingevuld. Gepubliceerd is daarover niets per interventie."
)

STEPS_TITLE = "Vijf stappen in drie fasen"
STEPS_HELP = "De stappen komen steeds terug: na stap vijf begint u weer bij stap één."
STEP_PHASES = (("Voorbereiden", (1, 2, 3)), ("Uitvoeren", (4,)), ("Evalueren", (5,)))
PROJECT_TITLE = "De fasen van het project"
PROJECT_HELP = "Bronnen noemen verschillende jaren. Ze staan hier naast elkaar."
PROJECT_TABLE = "Wanneer liep het project?"
PROJECT_HEADER = ("Deel", "Wanneer", "Wat er staat", "Bron")
PROJECT_PHASES = ("Hele project", "Fase 1", "Fase 2")
MONITOR_PLAN = {
    "present": "Er is een monitorplan.",
    "absent": "Er is geen monitorplan gevonden. Dat kan: niet elke wijk had er een.",
    "unknown": "Of er een monitorplan is, weten we niet.",
}
FACTORS_TITLE = "Zes succesfactoren"
FACTORS_HELP = "Wat is er, wat nog niet, en waar wilt u in investeren?"
FACTORS_TABLE = "Succesfactoren in {wijk}"
FACTORS_HEADER = ("Factor", "Stand", "Waarom", "Wie en wanneer")
NO_FACTORS = "De succesfactoren zijn hier nog niet beoordeeld."
INVEST = "Hier investeren we in"
TYPES_TITLE = "Wijktype volgens het RIVM"
TYPES_HELP = (
    "De toolkit van het RIVM kent negen wijktypen. U kiest zelf welk type past. "
    "Welke thema’s bij een type horen, konden we niet vinden."
)
TYPES_TABLE = "Wijktype per deel van {wijk}"
TYPES_HEADER = ("Gebied", "Wijktype", "Wie koos", "Waarom")
TYPE_NOT_CHOSEN = "nog niet gekozen"
NINE_TYPES = "De negen wijktypen"
VERSIONS_TITLE = "Versies van het plan"
VERSIONS_HELP = "Elke versie blijft bewaard. Vergelijk een versie met het plan van nu."
NO_VERSIONS = "Er is nog geen versie vastgelegd."
VERSION_CHOICE = "Vergelijk met"
VERSION_TABLE = "Wat veranderde er sinds ‘{versie}’?"
VERSION_HEADER = ("Soort", "Naam", "Wat", "Waarom")
VERSION_SAME = "Sinds deze versie veranderde er niets."
VERSION_MADE = "Vastgelegd op {moment}. {reden}"

LIBRARY_TITLE = "Bibliotheek van interventies"
LIBRARY_LEAD = "Hier staan {aantal} aanpakken die elders zijn gebruikt."
LIBRARY_TABLE = "Aanpakken"
LIBRARY_HEADER = ("Aanpak", "Voor wie", "Pijlers", "Erkenning", "Nagekeken", "Bron")
LIBRARY_PILLAR = "Pijler"
LIBRARY_THREAD = "Rode draad"
LIBRARY_LEVEL = "Erkenning"
LIBRARY_NONE = "Met deze keuze is er geen aanpak. Kies iets ruimer."
LIBRARY_FOUND = "{aantal} van de {totaal} aanpakken passen bij deze keuze."
ALL_OF_THEM = "alle"
TAKE_TABLE = "Neem mee als CSV"
NO_MARKED = "niet nagekeken"
