"""Words of the page Gegevens and of the import: what is in, what is wrong, and what to do."""

from collections.abc import Sequence

DATA = "Gegevens"
DATA_TITLE = "Wat zit erin, en hoe komt het erin?"
DATA_LEAD = "Hier staat per wijk wat er is ingelezen, hoe oud het is en wat nog mist."
DATA_WORTH = (
    "Wij bewaren geen namen, adressen of geboortedatums. "
    "Een deelnemer is hier alleen een code die niemand kan terugrekenen."
)

FRESH_TITLE = "Hoe vers is het?"
FRESH_TABLE = "Per wijk en vraag: wat is er, en van wanneer is het nieuwste"
FRESH_HEADER = ("Wijk", "Vraag", "Is er iets", "Nieuwste", "Wat er is", "Wat nog mist")
FRESH_YES = "ja"
FRESH_NO = "nee"
FRESH_NEVER = "geen datum"
FRESH_ALL = "niets"
FRESH_WHO_TITLE = "Van wie mist nog iets?"
FRESH_WHO_TABLE = "Interventies die lopen en partners die nog niet antwoordden"
FRESH_WHO_HEADER = ("Wijk", "Van wie", "Wat mist")
FRESH_NO_PEOPLE = "deelnemers of tellingen"
FRESH_NO_SESSIONS = "bijeenkomsten"
FRESH_NO_REVIEW = "een beoordeling"
FRESH_NO_ANSWER = "antwoord in de nieuwste ronde bij partners"
QUESTION_WORD = {
    "reach": "1 Bereik",
    "healthier": "2 Gezonder",
    "cooperation": "3 Samenwerking",
    "focus": "4 Focus",
}

TEMPLATES_TITLE = "Sjablonen"
TEMPLATES_HELP = (
    "Een sjabloon is een werkmap met de juiste kolommen. "
    "Per kolom leest u hieronder wat erin hoort."
)
TEMPLATE_CHOICE = "Onderwerp"
TEMPLATE_ONE = "Neem het sjabloon: {naam}"
TEMPLATE_ALL = "Neem alle sjablonen in één werkmap"
TEMPLATE_TABLE = "De kolommen van het blad ‘{naam}’"
TEMPLATE_HEADER = ("Kolom", "Moet erin", "Wat erin hoort", "Voorbeeld")
TEMPLATE_MUST = "ja"
TEMPLATE_MAY = "mag leeg"
TEMPLATE_EXPLAINED = "uitleg"
TEMPLATE_LISTS = "lijsten"
TEMPLATE_MARK = "voorbeeld"
TEMPLATE_MARKED = "deze rij is een voorbeeld en telt niet mee"
TEMPLATE_SHEET = "Blad"
TEMPLATE_FILE = "sjabloon-{naam}.xlsx"
TEMPLATE_ALL_FILE = "sjablonen-monitor.xlsx"
TEMPLATE_WRITTEN = "{aantal} sjablonen gemaakt in {map}"
TEMPLATE_ITEM = "1 tot en met {aantal}"
TEMPLATE_ITEM_SAYS = "Eén kolom per vraag, met het nummer van de vraag. Leeg is: niet ingevuld."
COLUMN_SAYS = {
    "line": "Eén regel tekst.",
    "text": "Tekst. Geen namen en niets over iemands gezondheid.",
    "date": "Een dag, zoals 31-12-2025.",
    "number": "Een getal, zoals 7,5.",
    "count": "Een heel getal, nul of meer.",
    "yes": "ja of nee.",
    "code": "Eén van: {keuzes}.",
    "codes": "Een of meer van: {keuzes}. Zet er | tussen.",
    "ref": "De code of de naam: {soort}.",
    "refs": "Een of meer codes of namen: {soort}. Zet er | tussen.",
    "area": "Een deel van de wijk, met code of naam.",
    "neighbourhood": "Eén van: {keuzes}.",
    "neighbourhoods": "Een of meer van: {keuzes}. Zet er | tussen.",
    "person": "Het nummer van de deelnemer in uw eigen lijst, zoals d-0012. Nooit een naam.",
    "level": "1, 2, 3 of 4.",
    "id": "Een code die u zelf kiest. Daarmee vindt u de rij later terug.",
    "live": "Een deel van de wijk, ‘buiten de wijk’, of leeg als u het niet weet.",
    "starts": "De dag van de start. Wij bewaren alleen de maand.",
}
SUBJECT_SAYS = {
    "interventies": "Wat er in de wijk wordt gedaan.",
    "partners": "De organisaties die meedoen.",
    "monitorplannen": "Waarmee en hoe er wordt gemeten.",
    "afspraken": "Hoeveel bijeenkomsten en mensen er zijn afgesproken.",
    "kernelementen": "Wat er bij een interventie echt bij hoort.",
    "bijeenkomsten": "Elke bijeenkomst van een interventie, ook als die niet doorging.",
    "deelnemers": "Eén rij per deelnemer per interventie.",
    "aanwezig": "Wie er bij welke bijeenkomst was.",
    "tellingen": "Aantallen per groep, als u niet per deelnemer telt.",
    "trechter": "Hoeveel mensen elke stap haalden.",
    "indirect": "Mensen die u bereikte zonder dat zij meededen.",
    "meetrondes": "De rondes waarin u vragenlijsten of partners bevraagt.",
    "vragenlijsten": "Eén rij per vragenlijst van een deelnemer.",
    "verhalen": "Verhalen, met toestemming en zonder namen.",
    "partnerronde": "Welke partners zijn gevraagd, en welke antwoordden.",
    "banden": "Wat een partner zegt over het contact met een andere partner.",
    "checklist": "De checklist over samenwerken, per invuller van een partner.",
    "verwijzingen": "Hoe vaak een partner naar een andere partner verwees.",
    "beoordelingen": "De focusbeoordeling: groen, oranje, rood of grijs.",
    "aanpassingen": "Wat er aan een interventie veranderde.",
}

UPLOAD_TITLE = "Een bestand inlezen"
UPLOAD = "Kies een werkmap (xlsx) of een CSV-bestand"
UPLOAD_HELP = "Hooguit {mb} MB. Er wordt nog niets opgeslagen: u ziet eerst wat er verandert."
UPLOAD_SUBJECT = "Waar gaat het over?"
UPLOAD_BY_ITSELF = "dat staat in het bestand"
DRY_RUN = "Dit gebeurt er als u het inleest"
DRY_RUN_HEADER = ("Blad", "Nieuw", "Verandert", "Blijft gelijk")
DRY_RUN_GOOD = "Er zijn geen fouten. Er is nog niets opgeslagen."
CHANGES = "Wat er verandert (de eerste {aantal})"
CHANGES_HEADER = ("Blad", "Naam", "Veld", "Staat er nu", "Wordt")
NOTHING_NEW = "Niets nieuws: alles uit dit bestand staat er al."
NO_NAME = "zonder naam"
PUT_IN = "Zet in het register"
PUT_IN_DONE = "Ingelezen: {nieuw} nieuw en {anders} veranderd. U kunt dit hieronder terugdraaien."
FAULTS_TITLE = "Er is niets ingelezen: {aantal} fouten"
FAULT_ONE = "Er is niets ingelezen: er is één fout"
FAULTS_TABLE = "Wat er mis is, en wat u kunt doen"
FAULTS_HEADER = ("Blad", "Rij", "Kolom", "Wat is er, en wat kunt u doen")
FAULTS_SOME = "Hier staan de eerste {aantal} fouten."
FAULT_LINE = "{blad}, rij {rij}, kolom {kolom}: {zin}"
FAULT_SHEET_LINE = "{blad}: {zin}"
MARKED = "Neem de werkmap terug met de fouten in de cellen"
MARKED_FILE = "met-fouten.xlsx"
WHOLE_SHEET = "alle"

RUNS_TITLE = "Wat er is ingelezen"
RUNS_TABLE = "De laatste keren dat er iets is ingelezen"
RUNS_HEADER = ("Wanneer", "Wie", "Wat", "Nieuw", "Veranderd", "Stand")
RUN_STANDS = "staat erin"
RUN_UNDONE = "teruggedraaid, {wanneer}"
NO_RUNS = "Er is nog niets ingelezen."
RUN_UNDO = "Draai de nieuwste terug: {wat}, {wanneer}"
RUN_UNDO_DONE = "Teruggedraaid. Alles staat weer zoals het stond."
CANNOT_UNDO = {
    "done": "Deze is al teruggedraaid.",
    "newer": "Later is iets ingelezen dat hierop bouwt. Draai dat eerst terug.",
    "edited": (
        "Iemand heeft hierna iets gewijzigd dat met dit bestand kwam. "
        "Draai eerst die wijziging terug."
    ),
}
IMPORTED = "ingelezen uit een bestand"

ERASE_TITLE = "Een deelnemer wissen"
ERASE_HELP = (
    "Wil iemand niet meer in de gegevens staan? Vul het deelnemernummer in. "
    "Alles van deze persoon gaat weg. Dat kan niet terug."
)
ERASE_NUMBER = "Deelnemernummer"
ERASE_SURE = "Ik weet het zeker: dit kan niet terug"
ERASE = "Wis deze deelnemer"
ERASE_NOT_SURE = "Zet eerst een vinkje dat u het zeker weet."
ERASED = "Gewist: {aantal} rijen. Bewijs {bewijs}."
ERASED_COPIES = "Ook gewist uit {aantal} kopieën naast het register."
ERASED_UNREAD = "Niet te lezen, gooi zelf weg: {namen}."
ERASED_TABLE = "Bewijs van wat er is gewist"
ERASED_HEADER = ("Wanneer", "Wie", "Rijen", "Bewijs")
SECRET_LOST = (
    "De sleutel van de deelnemers is niet te lezen: {bestand}. "
    "Zet de kopie van dat bestand terug. Er is niets veranderd."
)
TEAM_ONLY = "Inlezen en wissen kan alleen het team van de wijk."

FILE_TOO_LARGE = "Dit bestand is te groot. Er past {mb} MB in. Verdeel het over meer bestanden."
FILE_EMPTY = "Dit bestand is leeg. Kies een ander bestand."
FILE_OLD = "Dit is een oude werkmap, of er zit een wachtwoord op. Bewaar het als .xlsx zonder."
FILE_NO_WORKBOOK = "Deze werkmap is niet te lezen. Open het bestand en bewaar het als .xlsx."
FILE_MACROS = "In deze werkmap zitten macro’s. Bewaar het bestand als .xlsx, zonder macro’s."
FILE_NO_CSV = "Dit bestand is niet te lezen. Bewaar het als .xlsx of als CSV (UTF-8)."
SHEET_TOO_LARGE = "Dit blad is te lang. Er passen {rijen} rijen in. Verdeel het blad."
SHEET_TOO_WIDE = "Dit blad is te breed. Er passen {kolommen} kolommen in. Gebruik het sjabloon."
SHEET_NUMBER = "blad {nummer}"
SHEET_UNKNOWN = "Dit blad kennen wij niet. Geef het een van deze namen: {namen}."
NO_ROWS = "Er staan geen rijen in dit bestand. Vul het sjabloon in."
NO_SUBJECT = "Dit onderwerp is er niet. Kies uit: {namen}."
COLUMN_LETTER = "kolom {letter}"
COLUMN_MISSING = "Deze kolom ontbreekt. Zet de kolom erbij, zoals in het sjabloon."
COLUMN_TWICE = "Deze kolom staat er twee keer. Haal er een weg."
COLUMN_UNKNOWN = "Deze kolom hoort niet in dit blad. Haal de kolom weg, of kijk in het sjabloon."
COLUMN_NAMELESS = "Boven deze kolom staat niets. Zet er een naam uit het sjabloon boven."
CELL_OUTSIDE = "Boven deze cel staat geen kolom. Maak de cel leeg."
CELL_FORMULA = "Hier staat een formule. Zet het antwoord zelf in de cel."
CELL_DAY = "Dit is geen dag. Schrijf een dag als 31-12-2025."
CELL_NUMBER = "Dit is geen getal. Schrijf een getal als 7,5."
CELL_COUNT = "Dit is geen heel getal van nul of meer. Schrijf bijvoorbeeld 12."
CELL_YES = "Schrijf ja of nee."
CELL_LEVEL = "Schrijf 1, 2, 3 of 4."
CELL_RESPONDENT = "Nummer de invullers van een partner: 1, 2, 3."
CELL_CHOICE = "Dit staat niet in de lijst. Kies uit: {keuzes}."
CELL_AREA = "Dit gebied is er niet in deze wijk. Kies uit: {namen}."
CELL_ANSWER = "Dit antwoord past niet. Schrijf een getal van {laag} tot en met {hoog}."
OUTSIDE_CELL = "buiten de wijk"
REF_UNKNOWN = "Dit is er niet ({soort}). Kijk naar de code of naam, of voeg het eerst toe."
REF_ELSEWHERE = "Dit hoort niet bij deze wijk of interventie ({soort}). Kies iets anders."
REF_TWICE = "Deze naam komt vaker voor ({soort}). Gebruik de code."
ROW_TWICE = "Deze rij staat er al: blad {blad}, rij {rij}. Haal er een weg."
CODE_TAKEN = "Deze code is al van iets anders. Kies een andere code."
CODE_ELSEWHERE = "Deze code is al van een andere interventie of wijk. Kies een andere code."
LIST_NOT_READY = "Deze vragenlijst is nog niet ingevuld in dit programma. Vraag de beheerder."
ITEM_UNKNOWN = "Deze vragenlijst heeft {aantal} vragen. Maak deze cel leeg."
ANSWERS_NONE = "Er staat ‘ingevuld’, maar er is geen antwoord. Vul de antwoorden in."
ANSWERS_WITHOUT = "Er zijn antwoorden, maar er staat niet ‘ingevuld’. Maak een van de twee anders."
ROUND_FOR_TALK = "Het spinnenweb hoort in een ronde ‘spinnenweb in gesprek’. Kies zo’n ronde."
ROUND_FOR_LISTS = "Dit is geen ronde met vragenlijsten bij deelnemers. Kies een andere ronde."
ROUND_FOR_PARTNERS = "Dit is geen ronde bij partners. Kies een andere ronde."
ROUND_ORDER = "Een latere ronde heeft een latere dag. Kijk naar het nummer en de dag."
NOT_ENROLLED = "Deze deelnemer staat niet bij deze interventie. Vul eerst het blad deelnemers in."
BEFORE_START = "Deze bijeenkomst was voor de start van de deelnemer. Kijk naar de dag."
SESSION_NOT_HELD = "Deze bijeenkomst ging niet door. Daar was dus niemand."
REASON_WITHOUT_END = "Een reden hoort bij ‘eerder gestopt’. Vul dat in of haal de reden weg."
COUNTED_BY_PERSON = (
    "Deze interventie telt al per deelnemer. Tellingen kunnen er niet bij. Kies één manier."
)
COUNTED_IN_GROUPS = (
    "Deze interventie telt al in groepen. Deelnemers kunnen er niet bij. Kies één manier."
)
NOT_ON_ROSTER = "Deze partner staat niet in het blad partnerronde. Zet de partner daar eerst bij."
DID_NOT_ANSWER = "Deze partner antwoordde niet in deze ronde. Pas het blad partnerronde aan."
TIE_WITH_SELF = "Een partner heeft geen band met zichzelf. Haal de rij weg."
PERSON_ERASED = "Deze deelnemer wilde niet meer meedoen en is gewist. Haal de rij weg."
EXAMPLES_NO_FIT = "De voorbeelden van de monitor passen niet bij wat er staat ({waar})."

_PRIVATE_DO = "Haal dat weg."
PRIVATE = {
    "mail": f"Hier staat een mailadres. {_PRIVATE_DO}",
    "phone": f"Hier staat een telefoonnummer. {_PRIVATE_DO}",
    "bank": f"Hier staat een rekeningnummer. {_PRIVATE_DO}",
    "postcode": f"Hier staat een postcode. {_PRIVATE_DO}",
    "street": f"Hier staat een adres. {_PRIVATE_DO}",
    "born": f"Hier staat iets over geboren zijn. {_PRIVATE_DO}",
    "name": f"Hier staat een naam van iemand. {_PRIVATE_DO}",
    "bsn": f"Hier staat een burgerservicenummer. {_PRIVATE_DO}",
}
"""What a cell seems to hold; what stands in it is never repeated."""

_NUMBER_DO = "Gebruik een nummer uit uw eigen lijst, zoals d-0012."
PRIVATE_NUMBER = {
    "mail": f"Dit is een mailadres. {_NUMBER_DO}",
    "phone": f"Dit is een telefoonnummer. {_NUMBER_DO}",
    "bank": f"Dit is een rekeningnummer. {_NUMBER_DO}",
    "postcode": f"Dit lijkt op een postcode. {_NUMBER_DO}",
    "street": f"Dit lijkt op een adres. {_NUMBER_DO}",
    "born": f"Dit lijkt op een geboortedatum. {_NUMBER_DO}",
    "name": f"Dit lijkt op een naam. {_NUMBER_DO}",
    "bsn": f"Dit lijkt op een burgerservicenummer. {_NUMBER_DO}",
    "number": f"Hier kan alleen een nummer met letters, cijfers en streepjes. {_NUMBER_DO}",
}

_COLUMN_DO = "Haal deze kolom weg uit het bestand."
PRIVATE_COLUMN = {
    "name": f"Namen van mensen bewaren wij niet. {_COLUMN_DO}",
    "street": f"Adressen bewaren wij niet. {_COLUMN_DO}",
    "postcode": f"Postcodes bewaren wij niet. {_COLUMN_DO}",
    "born": f"Geboortedatums bewaren wij niet. Gebruik de leeftijdsgroep. {_COLUMN_DO}",
    "bsn": f"Burgerservicenummers bewaren wij niet. {_COLUMN_DO}",
    "mail": f"Mailadressen bewaren wij niet. {_COLUMN_DO}",
    "phone": f"Telefoonnummers bewaren wij niet. {_COLUMN_DO}",
    "bank": f"Rekeningnummers bewaren wij niet. {_COLUMN_DO}",
    "text": f"Vrije tekst over een deelnemer bewaren wij niet. {_COLUMN_DO}",
}

ALSO_CALLED = {
    "sex": {"man": "men", "m": "men", "vrouw": "women", "v": "women"},
    "target": {"ja": "in_target", "nee": "not_in_target"},
    "answered": {"ja": "answered", "nee": "no_answer"},
    "session": {"ja": "held", "nee": "cancelled"},
}
"""By list, what may be typed in a file besides the word itself."""


def listed(names: Sequence[str]) -> str:
    """Names to choose from, in a sentence: they are no part of its length."""
    return " · ".join(names)
