"""What stands on the pages: titles, labels, help and explanations."""

NOT_THERE = "Deze pagina is er niet."
FAILED = "Er ging iets mis op deze pagina. Laad de pagina opnieuw of kies iets anders."
NO_FIGURES = "Er zijn nog geen cijfers. Maak ze met: python -m wijzer build"
BUURT_IN = "{buurt} (buurt in {deel})"
SOURCE = "Bron"
SOURCE_LINE = (
    "Bron: {bron}, tabel {tabel}, {jaar}. Over: {wie}. Methode: {methode}. "
    "Vergeleken met: {gemeente}."
)
AGAINST = "{waarde} (gemeente {gemeente})"
AS_TABLE = "Bekijk als tabel"
NO_FIGURE = "geen cijfer"
NONE = "Geen."
YEAR = "Jaar"
DOMAIN = "Onderwerp"
ALL = "Alles"
INDICATOR = "Cijfer"
COMPUTED = "Dit is berekend uit de delen van de wijk."
COMPUTED_WHOLE = "De cijfers over heel {wijk} zijn berekend uit de delen."

START_TITLE = "Waar staan we?"
START_LEAD = "Hier ziet u de gezondheid in {wijken}, steeds naast de eigen gemeente."
NEWEST = "De nieuwste cijfers zijn van {jaar}. Klik op een wijk om die te kiezen."
REGION_TITLE = "De wijken en hun gemeenten"
REGION_HEADER = ("Wijk", "Gemeente")
REGION_ALT = (
    "Kaart van de wijken in hun gemeenten. De knoppen boven de pagina kiezen dezelfde wijk."
)
CARDS_TITLE = "Wat valt op per wijk?"
IN_MUNICIPALITY = "Gemeente {gemeente}"
CARD_PEOPLE = (
    "**{aantal}** inwoners in {jaar}. {jong} is jonger dan 15 jaar, {oud} is 65 jaar of ouder."
)
BETTER = "Gunstiger dan in {gemeente}"
WORSE = "Ongunstiger dan in {gemeente}"
TO_PROFILE = "Naar het profiel van {wijk}"
ROAD_TITLE = "De weg in vijf stappen"
ROAD_HELP = (
    "Dit zijn de stappen van de Gezonde Wijkaanpak. Per stap staat wat daarover is gepubliceerd."
)
ROAD_MORE = "Wat is er per stap bekend?"

PROFILE_TITLE = "Wat bepaalt gezondheid in {gebied}?"
PROFILE_WORTH = (
    "Een plus of min zegt alleen welke kant het op wijst. "
    "Veel verschillen zijn klein. Kijk bij elk cijfer hoe zeker het is."
)
STORY_TITLE = "Het verhaal van {wijk}"
STORY_MORE = "Meer over {wijk}"
THREAD = "Rode draad"
DOMAINS_TITLE = "Wat valt op?"
DOMAINS_HELP = (
    "Per onderwerp de cijfers die het meest verschillen van {gemeente}. "
    "Klik op een cijfer voor kaart, trend en uitleg."
)
NOTHING_STANDS_OUT = "Hier valt geen cijfer op, of er zijn geen cijfers."
FIGURE_TITLE = "Eén cijfer van dichtbij"
SPINE_TITLE = "Alle cijfers over {gebied} op een rij"
SPINE_HELP = (
    "De lijn in het midden is {gemeente}. Links is ongunstiger, rechts is gunstiger. "
    "De band toont alle wijken van de gemeente, de ruit is Nederland."
)
SPINE_ALT = "Alle cijfers over {gebied} bij {domein}, naast de gemeente"
PROFILE_HEADER = "Cijfer|{gebied}|{gemeente}|Verschil|Nederland|Jaar|Bron"
PEOPLE_TITLE = "Wie wonen er in {gebied}?"
PEOPLE_CHOICE = "Inwoners naar"
PEOPLE_ALT = "Inwoners naar {kenmerk}: {gebied} naast {gemeente}"
PEOPLE_HEADER = ("Groep", "Gebied", "Aandeel", "Aantal")
PEOPLE_SOURCE = (
    "Bron: CBS, tabel {tabel}, {jaar}. Aantallen in wijken en buurten zijn afgerond op vijf."
)
NO_PEOPLE = "Het aantal inwoners is hier niet gepubliceerd."

MAP = "Kaart van"
MAP_BUURTEN = "buurten"
MAP_PARTS = "delen van de wijk"
MAP_ALT = "{indicator} in {jaar}: kaart van {gebied}"
MAP_HEADER = ("Gebied", "Cijfer", "Gemeente")
LEGEND = "Legenda"
TAKE_ALL = "Alle cijfers als CSV"
TREND_TITLE = "Door de jaren heen"
TREND_ALT = "{indicator} door de jaren: {gebied}, de gemeente en Nederland"
TREND_HELP = "De lijnen tonen alleen jaren waarin dezelfde vraag is gesteld."
ONE_YEAR = "Er is maar één meetjaar. Een trend is er dus nog niet."
BREAK = "Vanaf {jaar} niet te vergelijken met eerder: {reden}"

DEFINITION = "Wat betekent dit cijfer?"
DEFINITION_WHO = "Over wie"
DEFINITION_UNIT = "Eenheid"
DEFINITION_WAY = "Wat is gunstig"
DEFINITION_METHOD = "Hoe gemaakt"
DEFINITION_WEIGHT = "Hele wijk"
DEFINITION_SOURCE = "Bron"
DEFINITION_LICENCE = "Licentie"
DEFINITION_BREAKS = "Niet te vergelijken"
DEFINITION_NOTE = "Let op"
TO_SOURCE = "Naar de bron"
HOW_SURE = "Hoe zeker is dit teken?"
HOW_SURE_TABLE = "Hetzelfde cijfer met andere regels"
HOW_SURE_HEADER = ("Regel", "Uitkomst", "Waarom")

RULE_PRINTED = "Deze pagina: gunstiger of ongunstiger dan de gemeente"
RULE_INTERVAL = "GGD: intervallen van 90% die elkaar niet raken"
RULE_Z = "{naam}: vanaf {grens} standaarddeviatie van het gemiddelde, vanaf {ver} is het veel"
FAR = "veel {woord}"
RULE_POINTS = "Flevoland: vanaf {n} procentpunt verschil"
WHY_PRINTED = "De regel van de factsheet uit 2019. Elk zichtbaar verschil telt."
WHY_NO_SPREAD = "Niet te maken: de cijfers van de andere wijken zijn er niet."
WHY_Z = "De wijk ligt {z} standaarddeviatie van het gemiddelde van {n} wijken."
WHY_NO_POINTS = "Niet te maken: dit cijfer is geen percentage."
WHY_POINTS = "Het verschil is {verschil}."
WHY_NO_TEST_MODEL = "Niet te maken: een schatting met een model krijgt geen toets."
WHY_NO_TEST_COUNT = "Niet nodig: dit is een telling en geen steekproef."
WHY_NO_TEST_N = "Niet te maken: de bron zegt niet hoeveel mensen antwoord gaven."

NEEDS_SCRIPT = "Zet JavaScript aan om deze pagina te zien."
FRONTEND = {
    "`No results`": "`Niets gevonden`",
    "`Choose an option`": "`Maak een keuze`",
    "`No options to select`": "`Niets om te kiezen`",
    "`Open`": "`Openen`",
    "`Clear value`": "`Wissen`",
    "`Fullscreen`": "`Groot scherm`",
    "`Close fullscreen`": "`Klein scherm`",
    "`Skip to main content`": "`Naar de inhoud`",
    "`Show data`": "`Als tabel`",
    "`Download as PNG`": "`Als plaatje (PNG)`",
    "`Copy Vega-Lite spec`": "`Kopieer de tekening`",
    "`App pages`": "`Menu`",
    "`Logo`": "`Wijzer in de Wijk`",
    "`Navigate to home page`": "`Naar de startpagina`",
    "`Expand sidebar`": "`Menu openen`",
    "`Collapse sidebar`": "`Menu sluiten`",
    '"aria-label":`Sidebar`': '"aria-label":`Menu`',
    "`Link to heading`": "`Link naar dit kopje`",
    "`Dismiss`": "`Sluiten`",
    "`Page not found`": "`Deze pagina is er niet`",
    "`The page that you have requested does not seem to exist`": "`Die pagina is er niet`",
    "`${t}. Running the app's main page.`": "`${t}. U ziet de startpagina.`",
    "`Connection error`": "`Geen verbinding`",
    "`Please wait...`": "`Even geduld`",
    "`Upload`": "`Kies een bestand`",
    "`Drag and drop a file here`": "`Laat het bestand hier los`",
    "`${T(t,D.Byte,0)} per file`": "`hooguit ${T(t,D.Byte,0)}`",
    "`${t.type} files are not allowed.`": "`Een bestand van de soort ${t.type} kan niet.`",
    "`File must be ${$(n,`b`)} or smaller.`": "`Een bestand is hooguit ${$(n,`b`)}.`",
    "`file upload`": "`Bestand kiezen`",
    "`Add files`": "`Kies een ander bestand`",
    "`Remove ${e.name}`": "`Haal ${e.name} weg`",
    "`Cancel upload of ${e.name}`": "`Stop met ${e.name}`",
    "`Error: `": "`Fout: `",
}
"""Words that Streamlit's own scripts put on the screen."""

COUNTRY = "Nederland"
DIFFERS = {
    "year": "Niet hetzelfde jaar: {wat}.",
    "tbl": "Niet dezelfde tabel: {wat}.",
    "method": "Niet op dezelfde manier gemaakt: {wat}.",
}
LACKS = "Geen cijfer voor {wat}."
COMPARE_TITLE = "Wat kunnen we van elkaar leren?"
COMPARE_LEAD = "De wijken naast elkaar, elk naast de eigen gemeente."
COMPARE_WORTH = (
    "Dit is geen ranglijst. De wijken verschillen in leeftijd, woningen en geschiedenis."
)
COMPARE_ALT = "{wijk} bij {domein}, op één schaal met de andere wijken"
COLUMN_HEADER = ("Cijfer", "Gebied", "Waarde")
COLUMNS_TITLE = "De wijken op één schaal"
COLUMNS_HELP = (
    "Per rij is de schaal in alle kolommen gelijk. "
    "Links staat het laagste cijfer, rechts het hoogste. "
    "Het streepje is de gemeente, de ruit is Nederland. "
    "De kleine rondjes zijn de delen van de wijk."
)
MAPS_TITLE = "Eén cijfer, een kaart per wijk"
NO_MAP = "Dit cijfer is er niet per buurt of wijk. Er is dus geen kaart van te maken."
MAP_AGAINST = "{bereik} {gemeente}: {waarde}."
HEAT_TITLE = "Alle cijfers in één tabel"
HEAT_HELP = "Plus of min is steeds ten opzichte van de eigen gemeente."
HEAT_ALT = "Alle gebieden naast elkaar: {domein}"

ACCOUNT_TITLE = "Kan ik dit vertrouwen?"
ACCOUNT_LEAD = "Hier staat waar elk cijfer vandaan komt en volgens welke regels het wordt getoond."
ACCOUNT_BUILT = "De cijfers zijn bijgewerkt op {datum}. Versie {versie}."
READING_TITLE = "Zo leest u een teken"
READING_RULES = (
    "Elk gebied staat naast zijn eigen gemeente, in hetzelfde jaar en uit dezelfde tabel.",
    "Bij elk cijfer ligt vast wat gunstig is. Minder eenzaamheid is gunstig, meer sport ook.",
    "Is het verschil afgerond nul? Dan is het ongeveer gelijk.",
    "Cijfers van RIVM voor wijken en buurten zijn schattingen. Die krijgen geen toets.",
    "Een schatting kan het effect van een project niet laten zien.",
    "Alphen Noord en Zuidwest als geheel zijn berekend uit de delen. Dat staat op die pagina’s.",
    "Ontbreekt een deel? Dan is er geen cijfer voor de hele wijk.",
    "CBS rondt aantallen in wijken en buurten af op vijf.",
    "Cijfers uit een vragenlijst tonen we vanaf 30 antwoorden.",
    "Soms verandert de vraag of de telling. Dan trekken we geen lijn door de jaren.",
)
SIGNS_TABLE = "Tekens"
SIGNS_HEADER = ("Teken", "Woord", "Betekenis")
CERTAINTY_TABLE = "Hoe zeker is het?"
CERTAINTY_HEADER = ("Woord", "Betekenis")
MISSING_TABLE = "Als er geen cijfer is"
MISSING_HEADER = ("Teken", "Woord", "Betekenis")
SOURCES_TITLE = "Bronnen"
SOURCES_HEADER = ("Bron", "Tabel", "Jaren", "Soorten cijfers", "Aantal cijfers", "Licentie")
SHAPES_SOURCE = "Kaarten: {licentie}. De grenzen zijn vereenvoudigd."
PRIVACY_TITLE = "Uw gegevens"
PRIVACY = (
    "De cijfers gaan over gebieden, niet over mensen.",
    "In het plan staan rollen en organisaties. Namen van mensen horen er niet in.",
    "Een stem is geheim. Bij een stem staat niet wie stemde of met welke kaart.",
    "Kleine aantallen mensen tonen we niet: onder de 10 staat er ‘minder dan 10’.",
    "De site houdt niet bij wie u bent of wat u bekijkt. Er gaat niets naar anderen.",
    "Eén cookie onthoudt hoe breed uw scherm is. Zo past de kaart. Andere zijn nodig om te werken.",
    "Hoort u in een bijeenkomst bij het team? Dan onthoudt een cookie dat.",
)
DEFINITIONS_TITLE = "Wat betekent elk cijfer?"
DEFINITIONS_TABLE = "Betekenis van de cijfers: {domein}"
DEFINITIONS_HEADER = (
    *("Cijfer", "Betekenis", "Eenheid", "Over wie", "Gunstig", "Hoe gemaakt", "Bron", "Let op"),
)  # fmt: skip
