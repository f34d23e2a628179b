"""Words of the page Presenteren, and of the slides on the wall."""

PRESENT_PAGE = "Presenteren"
PRESENT_TITLE = "Presenteren in {wijk}"
PRESENT_LEAD = "Laat de cijfers groot zien, en neem ze mee."

SETS_TITLE = "Klaar om te laten zien"
SET_NAME = {
    "profiel": "Profiel van de wijk",
    "vragen": "De vier vragen",
    "vergelijken": "De wijken naast elkaar",
}
"""By code in the link, a presentation that is made by itself."""
SET_ABOUT = {
    "profiel": "Wie wonen er, wat valt op, waar in de wijk, en hoe gaat het door de jaren?",
    "vragen": "Bereik, gezondheid, samenwerking en focus: van elke vraag een of twee beelden.",
    "vergelijken": "De drie wijken op één schaal, om van elkaar te leren.",
}
SET_TITLE = {
    "profiel": "Profiel van {gebied}",
    "vragen": "De vier vragen in {gebied}",
    "vergelijken": "De wijken naast elkaar",
}
SET_OPENING = {
    "profiel": (
        "Wie wonen hier?",
        "Wat valt op bij elk onderwerp?",
        "Waar in de wijk is dat?",
        "Hoe gaat het door de jaren?",
    ),
    "vragen": (
        "Bereiken we de inwoners voor wie het is?",
        "Voelen zij zich gezonder?",
        "Werken we beter samen?",
        "Doen we wat we van plan waren?",
    ),
    "vergelijken": (
        "Wat is in elke wijk anders dan in de eigen gemeente?",
        "Waar verschillen de wijken het meest?",
        "Wat kunnen we van elkaar leren?",
    ),
}
"""By set, what the first slide announces."""
SET_ASK = {
    "profiel": (
        "Wat herkent u? Wat mist u?",
        "Wat gaat goed, en moet zo blijven?",
        "Waar beginnen we?",
    ),
    "vergelijken": (
        "Wat zou bij ons ook kunnen?",
        "Bij wie gaan we kijken?",
        "Wat leren we hiervan?",
    ),
}
"""By set, what the last slide asks."""
SET_TALK = "Waar praten we over?"
SET_THREAD = "De rode draad van {wijk}"
SET_ACTIONS = "Wie doet wat, en wanneer?"
SET_NOTHING = {
    "bereik": "Bereiken we de inwoners voor wie het is?",
    "gezonder": "Voelen mensen zich gezonder sinds de start?",
    "samenwerking": "Werken de partners beter samen?",
    "focus": "Doen we wat we van plan waren?",
}
"""By page of a question, the title of the slide when there is nothing to show."""

SLIDE_EMPTY = "Hier is nog niets om te laten zien."
SLIDE_EMPTY_WHY = (
    "Er is nog niets ingevuld, of het zijn te weinig mensen om te laten zien.",
    "Te weinig mensen laten we niet zien: dat beschermt hen.",
)
SLIDE_UNKNOWN = "Dit beeld is er niet meer"
SLIDE_UNKNOWN_WHY = ("De link op deze dia klopt niet meer. Voeg het beeld opnieuw toe.",)
SLIDE_NO_AGENDA = (
    "Deze presentatie hoort bij geen bijeenkomst met een agenda.",
    "Kies bij de presentatie een bijeenkomst, en vul daar agendapunten in.",
)
SLIDE_NO_ACTIONS = ("Er staan nu geen acties open.",)
SLIDE_VOTE_OPEN = ("Scan de code met uw telefoon, of ga naar:", "{adres}")
SLIDE_VOTE_CARD = "Uw eigen code staat op uw kaart."
SLIDE_NO_VOTE = (
    "Er is nu geen stemming open.",
    "Het team opent een stemming op de pagina Thema’s.",
)
ACTION_LINE = "{wat}. Wie: {wie}. Klaar op {dag}."
AGENDA_MINUTES = "{minuten} minuten"

SHOW_AREA = "Gebied"
SHOW_FIGURE = "Cijfer"
SHOW_DOMAIN = "Onderwerp"
SHOW_TRAIT = "Kenmerk"
SHOW_BACK, SHOW_BACK_WHERE = "Terug", "naar de pagina"
SLIDE_LARGE = "Groot in beeld"
"""How a sentence begins that says that a slide shows a part."""
SHOW_PREVIOUS = "Vorige"
SHOW_NEXT = "Volgende"
SHOW_ACTIONS = "Acties"
SHOW_BLACK = "Zwart"
SHOW_BLACK_OFF = "Maak het scherm weer wit"
SHOW_FULL = "Groot"
SHOW_OVERVIEW = "Overzicht"
SHOW_KEYS = "Toetsen"
SHOW_CLOSE = "Sluit"
SHOW_BAR = "Bediening"
SHOW_TABLE = "Tabel"
SHOW_TABLE_ALL = "Cijfers en uitleg"
SHOW_ORDER_HELP = (
    "Sleep een dia naar een andere plaats. Of gebruik de pijlen. "
    "Met het toetsenbord: Alt en een pijl."
)
SHOW_NEEDS_SCRIPT = "Zonder JavaScript staan alle dia’s onder elkaar."
SHOW_KEY_LIST = (
    ("→ ↓ Page Down, spatie", "volgende dia"),
    ("← ↑ Page Up", "vorige dia"),
    ("Home, End", "eerste of laatste dia"),
    ("B of punt", "zwart scherm aan of uit"),
    ("A", "acties naast de dia"),
    ("T", "het beeld als tabel"),
    ("O", "overzicht van alle dia’s"),
    ("F", "volledig scherm aan of uit"),
    ("Esc", "sluit wat open staat"),
)
SHOW_SOURCES_MORE = "{bron} en {aantal} andere"
SHOW_PERIOD = "Cijfers van {periode}."
SHOW_SCRIPT = {
    "count": "Dia {nummer} van {aantal}",
    "lost": "Dit beeld is nog niet opgehaald en er is geen verbinding. Probeer het straks weer.",
    "failed": "Dit beeld is er nu niet. De dia blijft zoals hij was.",
    "absent": "Dit beeld zit niet in dit bestand.",
    "partly": "Niet elke dia kon mee naar dit gebied. Kijk wat er boven de dia staat.",
    "offline": "Geen verbinding. De presentatie gaat gewoon door.",
    "online": "De verbinding is er weer.",
    "black": "Het scherm is zwart. Druk op B om verder te gaan.",
    "earlier": "Eerder: {titel}",
    "later": "Later: {titel}",
    "moved": "{titel} staat nu op plaats {plaats}.",
    "not_saved": "De nieuwe volgorde is niet bewaard. Probeer het straks weer.",
}
"""What the script of the player says."""
SHOW_UNKNOWN = "Deze presentatie is er niet"
SHOW_UNKNOWN_MORE = (
    "De link klopt niet, of de presentatie is weggehaald.",
    "Kies een andere op de pagina Presenteren.",
)
SHOW_EMPTY = "Hier is niets om te laten zien"
SHOW_BUSY = "Laten zien lukt nu even niet"

SLIDE_ADDED = "Toegevoegd als dia {nummer} van ‘{titel}’."
ADD_NOT_ALLOWED = "Alleen het team kan dia’s toevoegen."
ADD_FAILED = "Toevoegen lukt nu niet. Probeer het straks weer."
ORDER_SAVED = "De volgorde is bewaard."
ORDER_CHANGED = "Iemand anders veranderde deze dia net. Laad de pagina opnieuw."
SLIDE_MOVED = "Van plaats veranderd"
PRESENTATION_OF = "Presentatie van {datum}"

SET_START = "Begin"
SHOW_START = "Begin de presentatie"
PRESENT_CHOOSE_TITLE = "Kies en neem mee"
PRESENT_CHOICE = "Presentatie"
PRESENT_OWN = "Eigen: {titel}"
PRESENT_WAITING = "Dit beeld staat klaar voor een presentatie: {titel}."
PRESENT_WAITING_PUBLIC = "Dit beeld kunt u wel groot laten zien: {titel}."
PRESENT_ADD = "Voeg toe aan de presentatie"
PRESENT_ADD_SHOW = "Laat dit beeld groot zien"
PRESENT_ADD_GONE = "Het beeld in deze link is er niet. Er is niets toegevoegd."

ROOM_TITLE = "In de zaal"
ROOM_HELP = (
    "Begin, en ga verder met de pijlen, de spatiebalk of de afstandsbediening. "
    "Druk op B voor een zwart scherm, en op A voor de acties."
)
ROOM_OFFLINE = "Valt het internet weg? Dan gaat de presentatie gewoon door."
ROOM_PHONE = (
    "Scan de code. Dan ziet u dezelfde dia’s op uw telefoon, voor zover iedereen ze mag zien."
)
ROOM_LOCAL = (
    "Andere telefoons kunnen nu nog niet meekijken. Start met: make run SHARE=1, dan kan het wel."
)
FILES_TITLE = "Bestanden"
FILES_HELP = "Een bestand maken kost een paar tellen. Daarna staat er een knop om het te bewaren."
MAKE_FILE = {
    "pptx": "Maak PowerPoint",
    "html": "Maak bestand zonder internet",
    "zip": "Maak alle factsheets",
}
"""By ending, the button that makes a file."""
FILE_MAKING = "Bezig: {klaar} van {aantal}"
FILE_PLACE = "Bezig met {gebied}"
FILE_READY = "Bewaar {naam}"
FILE_NOTHING = "Van deze presentatie is er niets om mee te nemen."
FACTSHEET_ONE = "Factsheet van {gebied} (PDF)"

SLIDES_TITLE = "Dia’s in volgorde"
SLIDES_TABLE = "Dia’s van ‘{titel}’"
SLIDES_HEADER = ("Nummer", "Dia", "Soort")
SLIDES_NONE = (
    "Hier staan nog geen dia’s. Kies op een pagina bij een beeld ‘Naar de presentatie’. "
    "Of maak zelf een dia."
)
SLIDES_HELP = (
    "Kies een dia en zet hem eerder of later. "
    "Slepen kan ook: begin de presentatie en kies ‘Overzicht’."
)
SLIDES_WORDS = "Bij een beeld staat de zin van nu. Een eigen zin vult u in bij ‘Tekst’."
SLIDE_CHOICE = "Welke dia"
SLIDE_UP, SLIDE_DOWN, SLIDE_AWAY = "Omhoog", "Omlaag", "Weg"
SLIDE_TAKEN = "Uit de presentatie gehaald"
PRESENTATIONS_TITLE = "Eigen presentaties van {wijk}"
PRESENTATIONS_TABLE = "Presentaties van {wijk}"
PRESENTATIONS_HEADER = ("Presentatie", "Dag", "Bijeenkomst", "Dia’s")
NO_PRESENTATIONS = "Er zijn nog geen eigen presentaties van {wijk}."
