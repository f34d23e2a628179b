"""Words of the factsheet and of the sheet to print."""

PAGE_OF = "Bladzijde {nummer} van {alle}"
SHEET_ABOUT = "Over deze cijfers"
SHEET_TABLE = "Dezelfde cijfers als tabel"
SHEET_TABLE_ALONE = "De tabel"
SHEET_LARGEST = "De tekening laat zien wat het meest opvalt. In de tabel staan alle cijfers."

FACTSHEET = "Factsheet"
FACTSHEET_TAKE = "Factsheet van {gebied} (PDF, 2 bladzijden)"
FACTSHEET_TAKE_TEAM = "Factsheet voor het team van de wijk"
FACTSHEET_NAME = "Factsheet {gebied}, {datum}"
FACTSHEET_TELLS = "De gezondheid in {gebied}, de thema’s, het plan en wat de monitor laat zien."
FACTSHEET_WHOLE = "Wijk in de gemeente {gemeente}"
FACTSHEET_PART = "Deel van {wijk}, gemeente {gemeente}"
FACTSHEET_EXAMPLE = (
    "Let op: waar ‘voorbeeld’ bij staat, zijn de gegevens verzonnen. Zij zeggen niets over de wijk."
)
FACTSHEETS = "Factsheets"
FACTSHEET_GROUP = "{domein}: {gunstig} +, {ongunstig} −"
FACTSHEET_WAIT = "Tel bij de volgende bijeenkomst wie er komen."
FACTSHEET_PROTECTS = "Dat beschermt mensen. Er zijn meer antwoorden nodig."
FACTSHEET_REGISTER = "register van de wijk (thema’s, plan, monitor en acties)"
FACTSHEET_FINDINGS = "Wat valt op in {gebied}?"
FACTSHEET_HEADER = ("{gebied}", "{gemeente}", "Dat is", "Hoe zeker is dat?")
FACTSHEET_FIGURE = "Van dichtbij: {cijfer}"
FACTSHEET_THEMES = "Thema’s van {wijk}"
FACTSHEET_PLAN = "Het plan van {wijk}"
FACTSHEET_PLAN_THEME = "Thema"
FACTSHEET_RUNNING = "Nu loopt"
FACTSHEET_QUESTIONS = "De vier vragen van de monitor"
FACTSHEET_COMING = "Hoe gaan we verder?"
FACTSHEET_ABOUT = "Over deze factsheet"
FACTSHEET_MORE = "en nog {aantal}"
FACTSHEET_ON_MAP = "Op de kaart"
FACTSHEET_LINK = "Alle cijfers, met kaarten en tabellen:"
FACTSHEET_READ = "Zo leest u dit"
FACTSHEET_READ_TEXT = (
    "+ is gunstiger dan in de gemeente, − is ongunstiger. "
    "Elk teken staat naast een woord, zodat u het ook zonder kleur kunt lezen."
)
FACTSHEET_PEOPLE = (
    "{aantal} inwoners in {jaar}. {jong} is jonger dan 15 jaar, {oud} is 65 jaar of ouder."
)
FACTSHEET_ACTION = "{actie} ({wie}, klaar op {dag})"
FACTSHEET_LATE = "{actie} ({wie}, had klaar moeten zijn op {dag})"
FACTSHEET_MEETING = "De volgende bijeenkomst is op {dag}: {naam}."
FACTSHEET_NO_MEETING = "Er is nog geen volgende bijeenkomst gepland."
FACTSHEET_BENCHMARK = "{gemeente}, uit dezelfde bron en hetzelfde jaar"


def pillar_cell(count: int, running: int) -> str:
    """How many interventions there are in a cell of the plan, and how many of them run."""
    if not count:
        return "geen"
    if not running:
        return str(count)
    return f"{count} ({running} loopt)" if running == 1 else f"{count} ({running} lopen)"


def actions_open(count: int) -> str:
    """How many actions are open."""
    if not count:
        return "Er staan geen acties open."
    return "Er staat 1 actie open." if count == 1 else f"Er staan {count} acties open."


def themes_counted(chosen: int, named: int) -> str:
    """How many themes were chosen, and how many were only named."""
    if not chosen + named:
        return "Er zijn nog geen thema’s gekozen."
    said = {0: "Er zijn nog geen thema’s gekozen.", 1: "Er is 1 thema gekozen."}
    first = said.get(chosen, f"Er zijn {chosen} thema’s gekozen.")
    more = {0: "", 1: " Er is er 1 genoemd."}
    return first + more.get(named, f" Er zijn er {named} genoemd.")


def source_tables(name: str, tables: list[str]) -> str:
    """A source with its tables: "CBS (84799NED, 85618NED)"."""
    return f"{name} ({', '.join(tables)})"
