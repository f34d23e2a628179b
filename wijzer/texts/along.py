"""What stands with figures that are taken along: labels of the facts, forms, and file names."""

FACT_EXAMPLE = "Let op"
FACT_PLACE = "Gebied"
FACT_SUBJECT = "Onderwerp"
FACT_PERIOD = "Datum van de cijfers"
FACT_SOURCE = "Bron"
FACT_BENCHMARK = "Vergeleken met"
FACT_RULE = "Regel"
FACT_ROLE = "Voor wie"
FACT_MADE = "Gemaakt op"
FACT_ADDRESS = "Link"
EXAMPLE_SENTENCE = "Voorbeeldcijfers: verzonnen, ze zeggen niets over de wijk."
MADE_ON = "Gemaakt op {datum}."
ROLE_SEES = {
    "team": "het team van de wijk",
    "public": "iedereen",
}
"""By role, for whom the figures were published."""
RULE_SIGN = "Een teken staat er vanaf een half procentpunt verschil."

TAKE_ALONG = "Neem mee of laat zien"
TAKE_FORM = {
    "png": "Plaatje (PNG)",
    "svg": "Tekening (SVG)",
    "csv": "Cijfers (CSV)",
    "xlsx": "Excel",
    "pdf": "Vel om te printen (PDF)",
    "pptx": "PowerPoint",
    "geojson": "Kaart (GeoJSON)",
    "gpkg": "Kaart (GeoPackage)",
    "html": "Bestand zonder internet (HTML)",
}
"""By ending of a file, what it is called."""
TO_PRESENTATION = "Naar de presentatie"
FULL_SCREEN = "Groot in beeld"
LASTING_LINK = "Vaste link en insluiten"

FACT_TITLE = "Titel"
FACT_SEEN = "Wat u ziet"
FACT_WORTH = "Hoe zeker"
FACT_NOTE = "Toelichting"
FACT_ALTERNATIVE = "Beschrijving"
FACT_BORDERS = "Bron van de grenzen"
BOOK_FIGURES = "Cijfers"
BOOK_ABOUT = "Toelichting"
ABOUT_HEADER = ("Wat", "Uitleg")
EXAMPLE_COLUMN = "voorbeeld"
EXAMPLE_YES = "ja"

ALONG_NO_TILE = "Dit plaatje bestaat niet"
ALONG_NO_TILE_MORE = (
    "De link is niet goed overgenomen, of het plaatje is weg.",
    "Open de pagina in het dashboard en kies daar opnieuw.",
)
ALONG_NOTHING = "Hier valt nu niets te tonen"
ALONG_NOTHING_MORE = (
    "Er zijn geen cijfers bij deze keuzes, of ze zijn niet voor iedereen.",
    "Kies in het dashboard een ander gebied of een ander cijfer.",
)
ALONG_NO_FORM = "Dit soort bestand maken wij niet"
ALONG_FORMS = "U kunt kiezen uit: {soorten}."
ALONG_NO_DRAWING = "Van dit onderdeel is geen tekening"
ALONG_NO_DRAWING_MORE = ("Dit is een tabel. Neem de tabel mee als Excel of CSV.",)
ALONG_NO_MAP = "Van dit onderdeel is geen kaart"
ALONG_NO_MAP_MORE = ("De vormen GeoJSON en GeoPackage zijn er alleen voor kaarten.",)
ALONG_MANY = "U vraagt veel tegelijk"
ALONG_MANY_MORE = ("Wacht een minuut en probeer het dan opnieuw.",)
ALONG_BUSY = "Dit lukt nu even niet"
ALONG_BUSY_MORE = ("Wacht een minuut en laad deze pagina opnieuw.",)
ALONG_HOME = "Naar het dashboard"

TILE_TITLE = "{onderwerp} · {plaats} · {datum} · {app}"
TILE_VIEW = "Bekijk in {app}"
TILE_FACTS = "Over deze cijfers"
TILE_TABLE = "Bekijk als tabel"
TILE_FILES = "Neem mee"
TILE_LINK = "Vaste link naar deze pagina"
TILE_EMBED = "Zet dit op uw eigen website"
TILE_EMBED_HELP = "Kopieer deze code. Uw website toont dan wat iedereen mag zien."
TILE_EMBED_LABEL = "Code voor uw website"
