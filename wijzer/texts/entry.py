"""Words of the forms, and what to do when something cannot be saved."""

import re
from datetime import UTC, datetime
from datetime import date as Date
from decimal import Decimal
from zoneinfo import ZoneInfo

from wijzer.texts.choices import WORD
from wijzer.texts.numbers import date, number

PROBLEM = {
    "required": "Vul dit in.",
    "type": "Dit is niet te lezen. Een getal is 7,5 en een dag is 31-12-2025.",
    "long": "Dit is te lang. Er passen {limit} tekens.",
    "url": "Een webadres begint met https:// of http://.",
    "code": "Kies iets uit de lijst.",
    "negative": "Een aantal is nul of meer.",
    "reference": "Dit bestaat niet (meer). Kies iets anders.",
    "either": "Kies een cijfer óf een eigen maat, niet allebei.",
    "reason": "Dit veranderde. Schrijf hieronder waarom.",
    "private": "Hier staat een mailadres of telefoonnummer. Haal dat weg.",
    "unknown": "Dit veld is er niet.",
    "order": "Het einde ligt voor het begin.",
    "grows": "Een latere stap kan niet meer mensen hebben dan een eerdere.",
    "group": "Deze groep hoort niet bij dit kenmerk.",
    "twice": "Een kernelement staat in twee lijsten. Kies er een.",
    "scale": "Een oordeel is 1, 2, 3, 4 of 5, of ertussenin.",
    "self": "Een partner verwijst niet naar zichzelf.",
    "talk": "Het spinnenweb is een gespreksinstrument. Daarmee meten we geen verandering.",
}
NOT_SAVED = "Nog niet opgeslagen. Kijk bij: {velden}."
DRAFTS = "Concepten: bewaard, en alleen voor het team te zien."
NO_NAMES = "Schrijf hier geen namen, adressen of gezondheid van mensen op."
TO_EDIT = "Kies om te wijzigen: {kind}"
NEW = "Nieuw: {kind}"
EDIT = "Wijzigen"
EDIT_TITLE = "{kind} wijzigen"
SAVE = "Opslaan"
SAVE_DRAFT = "Bewaar als concept"
CLOSE_FORM = "Sluiten"
THROW_AWAY = "Gooi weg wat ik typte"
TYPED_KEPT = "U was hier al mee bezig. Wat u typte staat er nog, het is nog niet opgeslagen."
MORE_FIELDS = "Meer velden"
WHY_CHANGED = "Waarom verandert dit?"
STILL_EXAMPLE = "Dit is een voorbeeld (verzonnen)"
RETIRE = "Uit gebruik nemen"
RETIRE_HELP = "Het blijft bewaard en staat in de geschiedenis."
CHOOSE = "Kies uit de lijst"
NOTHING_CHOSEN = "(geen keuze)"
DAY_PLACEHOLDER = "dd-mm-jjjj"
NUMBER_PLACEHOLDER = "bijvoorbeeld 7,5"
ENTER_TITLE = "Invullen"

CONFLICT = "Iemand anders heeft dit intussen ook gewijzigd. Kies wat er moet blijven staan."
CONFLICT_TABLE = "Wat er verschilt"
CONFLICT_HEADER = ("Veld", "Staat er nu", "Wat u invulde")
CHANGED_MEANWHILE = "Iemand anders was net eerder. Er is niets veranderd. Kijk wat er nu staat."
KEEP_MINE = "Zet er neer wat ik invulde"
KEEP_THEIRS = "Laat staan wat er nu staat"

LAST_CHANGE = "Laatste wijziging: {wat} ‘{naam}’, {wanneer}."
UNDO = "Maak ongedaan"
UNDONE = "Ongedaan gemaakt"
HISTORY = "Geschiedenis"
HISTORY_TABLE = "Wat er veranderde"
HISTORY_HEADER = ("Wanneer", "Wie", "Wat", "Waarom")
MADE = "gemaakt"
CHANGED = "{veld}: van ‘{was}’ naar ‘{nu}’"
EMPTY_VALUE = "leeg"

NO_SUCH_FORM = "De link vraagt om een formulier dat er niet is. Kies hieronder wat u wilt invullen."
MAY_NOT_ENTER = "Alleen het team van de wijk kan hier invullen."
TEAM_LINK_USED = (
    "Deze link is al gebruikt of klopt niet. Vraag een nieuwe bij wie het scherm bedient."
)
REGISTER_BUSY = (
    "Het register is in gebruik door een ander programma. Sluit dat en laad de pagina opnieuw."
)
REGISTER_DAMAGED = (
    "Het register is niet te lezen. Er is niets overschreven. "
    "Zet een reservekopie terug met: python -m wijzer restore"
)
REGISTER_FAILED = "Dit lukte niet. Er is niets veranderd. Laad de pagina opnieuw."
REGISTER_NEWER = (
    "Het register is gemaakt met een nieuwere versie van dit programma. "
    "Er is niets veranderd. Gebruik de nieuwere versie."
)
UNSAVED = "Hier was u mee bezig. Het is nog niet opgeslagen."
UNSAVED_FORM = "Ga verder met: {kind}, {wanneer}"
TEAM_LINK = "Met deze link hoort u bij het team. De link werkt één keer."
TEAM_ENTER = "Ja, ik hoor bij het team"
SHARED_FOR_ALL = "Voor iedereen in deze ruimte: {adres}"
SHARED_FOR_TEAM = "Voor het team, één keer te gebruiken: {adres}"
MIGRATED = "Het register is bij (stap {stap}): {bestand}"
BACKED_UP = "Reservekopie gemaakt en nagekeken: {bestand}"
RESTORED = "Teruggezet: {bestand}. Het oude register staat in {oud}"
EXAMPLES_REMOVED = "{aantal} voorbeelden weggehaald."
EXAMPLES_ADDED = "{aantal} voorbeelden teruggezet."
EXAMPLES_HELP = "Er staan {aantal} verzonnen voorbeelden in. U kunt ze in één keer weghalen."
EXAMPLES_REMOVE = "Haal alle voorbeelden weg"
EXAMPLE_MARK = "voorbeeld"
EXAMPLE_START = "Voorbeeld"
EXAMPLE_CONTENT = (
    "Op deze pagina staan voorbeelden. Die zijn verzonnen en zeggen niets over de wijk."
)


def moment(at: datetime) -> str:
    """A moment that was kept in UTC, as "3 maart 2019, 14:05 uur" in the Netherlands."""
    here = at.replace(tzinfo=UTC).astimezone(ZoneInfo("Europe/Amsterdam"))
    return f"{date(here)}, {here:%H:%M} uur"


def silent_quote(consent: str, at: datetime) -> str:
    """A quote that may not be shown: why not, and when it came."""
    return f"{WORD['consent'][consent]}, {moment(at)}"


def people_count(count: int | None, smallest: int, exact: bool) -> str:
    """A number of people as a role may read it: hidden when small, in fives for the public."""
    if count is None:
        return "niet bekend"
    if 0 < count < smallest:
        return f"minder dan {smallest}"
    return number(count if exact else to_five(count))


def to_five(count: int) -> int:
    """A number of people to the nearest multiple of five, as CBS publishes them."""
    return 5 * int(count / 5 + 0.5)


def read(form: str, typed: str) -> Date | float | int | str | None:
    """What was typed in a field, as a day, number or text; as it is when it cannot be read."""
    text = typed.strip()
    if not text:
        return None
    return _READ.get(form, str)(text)


def _read_day(text: str) -> Date | str:
    found = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text)
    if not found:
        return text
    day, month, year = map(int, found.groups())
    try:
        return Date(year, month, day)
    except ValueError:
        return text


def _read_number(text: str) -> float | str:
    found = re.fullmatch(r"[-−]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?", text)
    if not found:
        return text
    value = float(text.replace("−", "-").replace(".", "").replace(",", "."))
    return value if abs(value) < _TOO_LARGE else text


_TOO_LARGE = 1e15
"""Nobody means such a number, and it can no longer be written out exactly."""


def _read_count(text: str) -> int | str:
    found = _read_number(text)
    return int(found) if isinstance(found, float) and found == int(found) else text


_READ = {"date": _read_day, "number": _read_number, "count": _read_count}


def day_typed(value: object) -> str:
    """A day as it is typed: 31-12-2025."""
    if isinstance(value, Date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    return str(value or "")


def number_typed(value: object) -> str:
    """A number as it is typed, with all its decimals: 7,5."""
    if isinstance(value, int | float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0").replace(".", ",")
    return str(value or "")
