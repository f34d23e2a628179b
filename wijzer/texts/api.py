"""What the API says: its description, its page for people, and why it refuses a question."""

API_TITLE = "Cijfers voor andere programma’s"
API_LEAD = (
    "Met deze adressen haalt een ander programma dezelfde cijfers op als die op de site staan. "
    "Zo’n ingang voor programma’s heet een API."
)
API_RULES_TITLE = "Afspraken"
API_RULES = (
    "De API geeft wat iedereen mag zien, ook als het team van de wijk erom vraagt.",
    "Wat te klein is om te laten zien, staat er niet in. Er staat dan waarom.",
    "Bij elk cijfer staan bron, jaar, licentie en waarmee het is vergeleken.",
    "Verzonnen cijfers hebben altijd het teken ‘voorbeeld’.",
    "Iedereen mag per minuut {keer} keer vragen. Daarna komt er een minuut geen antwoord.",
    "De codes zijn die uit het adres van een pagina. Plak ze achter het adres van de API.",
    "Er is geen account of sleutel nodig. De API kan alleen lezen.",
)
API_ADDRESSES_TITLE = "Adressen"
API_ADDRESSES_TABLE = "Adressen van de API"
API_ADDRESSES_HEADER = ("Adres", "Wat u krijgt")
API_ADDRESSES = {
    "/api/figures.csv": "Cijfers als tabel voor een rekenblad: puntkomma’s en een decimale komma.",
    "/api/figures.json": "Dezelfde cijfers met al hun gegevens, voor een programma.",
    "/api/openapi.json": "De beschrijving van de API volgens OpenAPI 3.1, voor programmeurs.",
}
API_EXAMPLES_TITLE = "Voorbeelden"
API_EXAMPLES = {
    "area": "Alle cijfers over één deel van een wijk",
    "domain": "Alleen de cijfers over één onderwerp",
    "indicator": "Eén cijfer, alle jaren",
    "year": "Eén cijfer, één jaar",
    "tile": "De tabel bij een plaatje van een pagina",
}
API_NAMES_TITLE = "Wat u kunt vragen"
API_NAMES_TABLE = "Namen die in het adres kunnen staan"
API_NAMES_HEADER = ("Naam", "Betekenis", "Voorbeeld", "Nodig")
API_SAYS = {
    "wijk": "De wijk.",
    "deel": "Een deel van de wijk of een buurt. Zonder deel gaat het over de hele wijk.",
    "domein": "Alleen de cijfers over dit onderwerp.",
    "indicator": "Eén cijfer, met al zijn jaren.",
    "jaar": "Cijfers tot en met dit jaar. Met een indicator erbij: alleen dit jaar.",
    "tegel": "De tabel bij een plaatje. De keuzes van het plaatje mogen er ook bij staan.",
}
API_OTHER_CODES = "Andere keuzes van het plaatje, zoals ze in het adres van de pagina staan."
API_NEEDED = "ja"
API_NOT_NEEDED = "nee"
API_CODES_TABLE = "Codes voor ‘{naam}’"
API_CODES_HEADER = ("Code", "Naam")
API_FIELDS_TITLE = "Wat er in een antwoord staat"
API_FIELDS_TABLE = "Velden van een cijfer"
API_FIELDS_HEADER = ("Veld in JSON", "Kolom in CSV", "Betekenis")
API_FIELD_SAYS = {
    "area_name": "Het gebied.",
    "code": "De code van het gebied.",
    "name": "Hoe het cijfer heet.",
    "domain": "Het onderwerp.",
    "indicator": "De code van het cijfer.",
    "year": "Het jaar van het cijfer.",
    "value": "Het getal zelf, niet afgerond. Leeg als er geen cijfer is.",
    "unit": "De eenheid.",
    "value_text": "Het cijfer zoals het op de site staat.",
    "missing": "Waarom er geen cijfer is.",
    "computed": "Of het cijfer is berekend uit de delen van de wijk.",
    "example": "Of het cijfer verzonnen is.",
    "sign": "Het teken naast de gemeente.",
    "word": "Hetzelfde in een woord.",
    "certainty": "Hoe zeker het teken is.",
    "municipality_name": "De gemeente waarmee het is vergeleken.",
    "municipality_value": "Het cijfer van de gemeente. Zelfde jaar, zelfde tabel.",
    "municipality_text": "Het cijfer van de gemeente zoals het op de site staat.",
    "country_value": "Het cijfer van Nederland.",
    "country_text": "Het cijfer van Nederland zoals het op de site staat.",
    "method": "Hoe het cijfer is gemaakt.",
    "population": "Over wie het cijfer gaat.",
    "source": "De bron.",
    "tbl": "De tabel bij de bron.",
    "licence": "De licentie van de bron.",
    "note": "Wat u verder moet weten.",
}
API_ONLY_JSON = "–"
API_WRONG_TITLE = "Als er iets niet klopt"
API_WRONG_TABLE = "Antwoorden met een fout"
API_WRONG_HEADER = ("Nummer", "Betekenis")
API_WRONG = {
    "400": "De vraag klopt niet. Er staat bij welke naam niet klopt en wat wel kan.",
    "404": "Deze code is er niet, of er is niets over bekend.",
    "405": "De API kan alleen lezen.",
    "429": "Te veel vragen. Wacht een minuut.",
    "503": "De cijfers zijn even niet te lezen. Probeer het later opnieuw.",
}
"""By number of an answer, what it means."""
API_OK = "De cijfers, met bron en uitleg."
API_SAME = "Niets veranderd sinds de vorige keer."
API_BACK = "Terug naar de site"
API_LINK = "Cijfers voor andere programma’s (API)"
API_LICENCE = "Verschilt per cijfer: zie het veld licence"
API_FIGURES_OF = "Cijfers over {gebied}: {wat}"

API_NEEDS = "Geef een {naam}. Kies uit: {codes}."
API_UNKNOWN = "De code ‘{code}’ voor {naam} is niet bekend. Kies uit: {codes}."
API_NOT_OF_TILE = "De code ‘{code}’ voor {naam} past niet bij deze tegel. Hier geldt: {codes}."
API_UNKNOWN_NAME = "De naam ‘{code}’ is niet bekend. Kies uit: {codes}."
API_TWICE = "De naam ‘{code}’ staat er twee keer. Elke naam mag één keer."
API_TOO_MANY = "Er staan te veel namen in het adres."
API_NO_YEAR = "Het jaar ‘{code}’ is geen jaartal. Kies uit: {codes}."
API_OTHER_DOMAIN = "De indicator ‘{code}’ hoort niet bij dit domein. Kies als domein: {codes}."
API_NOT_HERE = "Over ‘{code}’ is hier niets bekend. Kies als {naam}: {codes}."
API_NOTHING = "Hier is niets wat iedereen mag zien."
API_NOWHERE = "Dit adres is er niet. Kijk op /api/ welke adressen er zijn."
