"""Words of the page Leren: actions, the learning log, questions, meetings, and what people say."""

from datetime import date as Date

from wijzer.texts.numbers import date, number

LEARN_PAGE = "Leren"
LEARN_TITLE = "Hoe gaan we verder in {wijk}?"
LEARN_PART = "Onderdeel"
LEARN_PARTS = {
    "acties": "Acties",
    "logboek": "Logboek",
    "leervragen": "Leervragen",
    "bijeenkomsten": "Bijeenkomsten",
    "verhalen": "Stemmen van inwoners",
    "wegwijzer": "Wegwijzer",
    "zoeken": "Zoeken",
}
LEARN_WORTH = "Een actie komt elke bijeenkomst terug, tot zij gedaan is of vervalt met een reden."

ACTIONS_OPEN_TITLE = "Wat staat open?"
ACTIONS_OPEN_TABLE = "Open acties in {wijk}"
ACTIONS_CLOSED_TITLE = "Wat kwam er van de laatste acties?"
ACTIONS_CLOSED_TABLE = "Laatste acties die klaar of vervallen zijn in {wijk}"
ACTIONS_TABLE = "Acties in {wijk}"
ACTIONS_HEADER = ("Actie", "Wie", "Klaar op", "Stand")
NO_OPEN_ACTIONS = (
    "Er staan geen acties open in {wijk}. Spreek in de volgende bijeenkomst af wie wat doet."
)
NO_CLOSED_ACTIONS = "Er is nog geen actie gedaan of vervallen."
ACTION_MARK = {"open": "○", "late": "!", "done": "●", "dropped": "×"}
ACTION_WORD = {"open": "open", "late": "te laat", "done": "gedaan", "dropped": "vervallen"}
ACTIONS_TICK = "Is een actie klaar? Zet haar op gedaan. Laten vervallen gaat met het formulier."
ACTION_DONE = "Gedaan: {actie}"
ACTION_DONE_WHY = "Gedaan, met de knop op Leren"
ACTION_CHOICE = "Eén actie van dichtbij"
ACTIONS_SUBJECT = "Acties"
SOURCE_LEARNED = "Logboek en acties van de wijk (register)"

LESSONS_NEW_TITLE = "Nieuwste lessen"
LESSONS_TABLE = "Lessen in {wijk}"
LESSONS_HEADER = ("Les", "Wat leren we", "Volgende stap", "Vraag")
LESSONS_SUBJECT = "Lessen"
LESSONS_TITLE = "Wat leerden we?"
NO_LESSONS = (
    "Er is nog geen les opgeschreven. "
    "Schrijf op wat u zag, wat u daarvan leert en wat de volgende stap is."
)
NO_LESSONS_FOUND = "Bij deze keuze past geen les. Kies minder filters."
LESSONS_FOUND = "U ziet {aantal} van de {totaal} lessen."
LESSON_CHOICE = "Eén les van dichtbij"
LESSON_SAW = "Wat zagen we"
LESSON_LEARNED = "Wat leren we hiervan"
LESSON_NEXT = "Volgende stap"
LESSON_VIEW = "Het beeld erbij"
LESSON_ABOUT = "Hoort bij"
LESSON_FROM = "Uit {wijk}"
LEARN_NO_QUESTION = "geen vraag van de monitor"
FILTER_QUESTION = "Vraag van de monitor"
ALL_QUESTIONS = "Alle vragen"
FILTER_SCOPE = "Lokaal of centraal"
ALL_SCOPES = "Lokaal en centraal"
LESSONS_SENTENCE_NONE = "Er zijn hier nog geen lessen."

INQUIRIES_TITLE = "Wat willen we leren?"
INQUIRIES_HELP = (
    "Een leervraag hoort bij een wijk, of bij alle wijken samen. "
    "De leergemeenschap zoekt het antwoord."
)
INQUIRIES_TABLE = "Leervragen in {wijk}"
INQUIRIES_HEADER = ("Leervraag", "Stand", "Antwoord", "Voor", "Vraag van de monitor", "Thema")
NO_INQUIRIES = "Er is nog geen leervraag opgeschreven."
NO_ANSWER_YET = "nog geen antwoord"
INQUIRY_CHOICE = "Eén leervraag van dichtbij"
INQUIRY_MARK = {"open": "○", "answered": "●", "dropped": "×"}

NEXT_MEETING_TITLE = "De volgende bijeenkomst"
NEXT_MEETING_NONE = (
    "Er is nog geen volgende bijeenkomst gepland. "
    "Maak er een met een datum. Dan komen de open acties daar terug."
)
MEETING_CHOICE = "Eén bijeenkomst van dichtbij"
MEETING_LIST_TABLE = "Bijeenkomsten in {wijk}, de nieuwste eerst"
MEETING_LIST_HEADER = ("Bijeenkomst", "Wanneer", "Inwoners", "Beroepskrachten", "Trede")
AGENDA_TITLE = "Agenda"
AGENDA_TABLE = "Agenda van {naam}"
AGENDA_HEADER = ("Onderwerp", "Minuten", "Wie", "Toelichting")
NO_AGENDA = "Er staat nog niets op de agenda."
RETURNING_TITLE = "Acties die hier terugkomen"
RETURNING_HELP = "Afgesproken vóór deze bijeenkomst en toen nog niet gedaan of vervallen."
RETURNING_TABLE = "Acties die terugkomen in {naam}"
NO_RETURNING = "Er komen geen acties terug."
NO_DAY = "De dag is niet bekend. Daarom is niet te zeggen welke acties toen open stonden."
SINCE_TITLE = "Wat kwam ervan sinds de vorige keer?"
SINCE_TABLE = "Acties die klaar of vervallen zijn vóór {naam}"
NO_SINCE = "Sinds de vorige bijeenkomst is geen actie klaar of vervallen."
AGREED_TITLE = "Hier afgesproken"
AGREED_TABLE = "Acties die zijn afgesproken in {naam}"
NO_AGREED = "In deze bijeenkomst zijn geen acties afgesproken."
CAME_TITLE = "Wie waren er?"
CAME_TABLE = "Aanwezigen van {naam}, naar rol"
CAME_HEADER = ("Rol", "Aantal", "Trede op de participatieladder")
NO_CAME = "Wie er waren, naar rol, is niet ingevuld."
MEETING_DECISIONS_TITLE = "Besluiten"
MEETING_DECISIONS_TABLE = "Besluiten van {naam}"
MEETING_DECISIONS_HEADER = ("Besluit", "Toelichting", "Door wie", "Trede", "Thema")
NO_DECISIONS = "Er zijn geen besluiten opgeschreven."
MEETING_LESSONS_TITLE = "Lessen uit deze bijeenkomst"

VOICES_TITLE = "Wat zeggen mensen?"
VOICES_HELP = (
    "Hier staan alleen woorden waarvoor de spreker toestemming gaf, of die gepubliceerd zijn."
)
VOICES_STORIES = "Verhalen en gesprekken"
NO_VOICES = "Er is nog geen citaat of verhaal met toestemming."
VOICE_THEME = "Thema: "

SEARCH_LABEL = "Zoek in alles wat is opgeschreven"
SEARCH_TITLE = "Zoeken"
SEARCH_HELP = (
    "Zoek in lessen, bijeenkomsten, verhalen, de Wegwijzer, het plan en de cijfers. "
    "Ook vormen van een woord tellen mee: ‘wandelen’ vindt ook ‘wandeling’."
)
SEARCH_TIP = "Tip: gebruik één of twee gewone woorden, zoals ‘eenzaam’ of ‘wandelen’."
SEARCH_MORE = "En nog {aantal}. Zoek met een extra woord om minder te vinden."
SEARCH_KIND = {
    "lesson": "Lessen",
    "learning_question": "Leervragen",
    "action": "Acties",
    "meeting": "Bijeenkomsten",
    "agenda_item": "Agendapunten",
    "decision": "Besluiten",
    "quote": "Citaten",
    "story": "Verhalen",
    "guide": "Wegwijzer",
    "theme": "Thema’s",
    "goal": "Doelen",
    "intervention": "Interventies",
    "activity": "Activiteiten",
    "idea": "Ideeën",
    "library": "Bibliotheek",
    "indicator": "Cijfers",
}
SEARCH_EMPTY = "Typ hierboven waar u naar zoekt."
DUTCH_STOP_WORDS = frozenset(
    {
        *("de", "het", "een", "en", "of", "van", "in", "op", "te", "is"),
        *("zijn", "was", "met", "voor", "aan", "bij", "om", "dat", "die", "dit"),
        *("deze", "er", "naar", "als", "door", "over", "ook", "tot", "uit", "we"),
        *("wij", "je", "u", "ik", "ze", "zij", "hij", "niet"),
    }
)
"""Words that stand everywhere: they say nothing about what somebody looks for."""


def action_state(code: str, closed: Date | None, reason: str) -> str:
    """How an action stands, in mark and words: open, late, done or dropped with its reason."""
    said = f"{ACTION_MARK[code]}\u00a0{ACTION_WORD[code]}"
    if closed is None:
        return said
    return f"{said} op {date(closed)}" + (f": {reason}" if code == "dropped" and reason else "")


def actions_said(place: str, count: int, late: int) -> str:
    """How many actions are open, and how many of them are late."""
    if not count:
        return f"In {place} staan geen acties open."
    verb, noun = ("staat", "actie") if count == 1 else ("staan", "acties")
    said = f"In {place} {verb} {number(count)} {noun} open."
    if not late:
        return f"{said} Geen daarvan is te laat."
    return f"{said} {'Daarvan is' if late == 1 else 'Daarvan zijn'} er {number(late)} te laat."


def next_said(day: Date | None) -> str:
    """When the next meeting is."""
    if day is None:
        return "Er is nog geen volgende bijeenkomst gepland."
    return f"De volgende bijeenkomst is op {date(day)}."


def to_decide(actions: int, late: int, agenda: int) -> str:
    """What waits for the next meeting."""
    topics = f"{number(agenda)} agendapunt{'' if agenda == 1 else 'en'}"
    work = f"{number(actions)} open actie{'' if actions == 1 else 's'}"
    overdue = f" ({number(late)} te laat)" if late else ""
    return f"Op tafel: {topics} en {work}{overdue}."


def lessons_said(count: int, place: str, newest: Date | None) -> str:
    """How many lessons there are, and when the newest was written."""
    if newest is None:
        return LESSONS_SENTENCE_NONE
    verb, noun = ("staat", "les") if count == 1 else ("staan", "lessen")
    return f"Bij {place} {verb} {number(count)} {noun}. De nieuwste is van {date(newest)}."


def search_count(count: int, asked: str) -> str:
    """How much was found."""
    if not count:
        return f"Niets gevonden bij ‘{asked}’."
    return f"{number(count)} {'plek' if count == 1 else 'plekken'} gevonden bij ‘{asked}’."


def search_any(words: str) -> str:
    """That not all words were found together."""
    return f"Niets heeft al deze woorden samen: {words}. Hier staat wat er één of meer van heeft."
