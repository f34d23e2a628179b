"""The guide on every page: what you see, how to read it, what you can do, what not to conclude."""

READ_TITLE = "Zo leest u deze pagina"
READ_HIDE = "Uitleg verbergen"
READ_SHOW = "Uitleg tonen"
READ_CHOICE = "Leeswijzer"
PAGE_UPDATED = "De pagina is bijgewerkt."
"""Read aloud after a choice."""
READ_STEPS = ("Wat u ziet", "Zo leest u het", "Wat u kunt doen", "Let op")
READING = {
    "": (
        "Een kaart met de wijken. Daaronder staat per wijk wat opvalt, hoe ver de aanpak is "
        "en wat er straks te besluiten is.",
        "Een plus is gunstiger dan in de eigen gemeente, een min ongunstiger. "
        "Een rondje laat zien hoe ver een stap is.",
        "Kies bovenaan een wijk, of klik die aan op de kaart. "
        "Alle pagina’s gaan dan over die wijk.",
        "Vergelijk de wijken hier niet met elkaar. Elke wijk staat naast zijn eigen gemeente.",
    ),
    "profiel": (
        "Eerst het verhaal van de wijk, dan de cijfers die opvallen. "
        "Daarna één cijfer van dichtbij: op de kaart en door de jaren.",
        "Een plus is gunstiger dan de gemeente, een min ongunstiger, ≈ ongeveer gelijk. "
        "In de lijst is de lijn in het midden de gemeente.",
        "Klik op een cijfer om het van dichtbij te zien. "
        "Kies bovenaan een deel van de wijk of een buurt.",
        "Veel cijfers zijn schattingen. Een klein verschil zegt dan weinig. "
        "Een schatting laat ook niet zien of een aanpak werkt.",
    ),
    "vergelijken": (
        "De wijken naast elkaar: hun cijfers op dezelfde schaal, hun plan en wat ze leerden.",
        "Het teken zegt hoe een wijk het doet naast de eigen gemeente. "
        "Een streepje is de gemeente, een ruit is Nederland.",
        "Kies eerst wat u vergelijkt, en bij cijfers ook het onderwerp. "
        "Lees erbij of jaar en tabel hetzelfde zijn.",
        "Dit is geen ranglijst. De wijken verschillen in leeftijd, woningen en geschiedenis.",
    ),
    "themas": (
        "De thema’s waar de wijk aan werkt. Per thema staat waarom en wie dat besloot.",
        "Bij een thema staan de cijfers en wat bewoners zeggen. "
        "Bij een stemming staan bewoners en beroepskrachten apart.",
        "Klik een thema aan om de hele draad te zien: van cijfer tot activiteit.",
        "Een thema dat niet gekozen is, kan toch belangrijk zijn. "
        "Wie stemde, is niet altijd de hele wijk.",
    ),
    "plan": (
        "Wat de wijk wil bereiken en wat daarvoor gebeurt. Een leeg vak laat zien wat er nog mist.",
        "Een rij is een thema, een kolom is een soort aanpak. "
        "Het teken voor een naam zegt of iets loopt.",
        "Kies een doel of een interventie om er meer van te lezen. "
        "Een interventie is iets wat voor bewoners wordt gedaan.",
        "Een erkende interventie hoeft hier niet te werken. "
        "Een vol vak zegt niet dat het genoeg is.",
    ),
    "bereik": (
        "Hoeveel verschillende mensen meedoen, en wie er nog niet bij zijn.",
        "Deelnemers staan naast bewoners. Is het deel van de deelnemers kleiner? "
        "Dan doet die groep minder vaak mee.",
        "Kies een thema, een interventie of een jaar. Kies bij ‘kenmerk’ een andere indeling.",
        "Een bezoek is geen mens: één mens kan vaak komen. "
        "Kleine groepen zijn verborgen, zo blijft iedereen onherkenbaar.",
    ),
    "gezonder": (
        "Of dezelfde mensen zich anders voelen dan bij de start. "
        "Eerst staat er hoeveel mensen antwoord gaven.",
        "Een streep geeft aan hoe zeker een verandering is. "
        "Loopt de streep over de nul? Dan kan het toeval zijn.",
        "Kies een vragenlijst en een ronde. De verhalen van bewoners staan eronder.",
        "Een verandering sinds de start hoeft niet door de aanpak te komen. "
        "Wie stopte met antwoorden, telt niet mee.",
    ),
    "samenwerking": (
        "Welke partners samenwerken, en wat er veranderde tussen twee rondes.",
        "Een bolletje is een partner of een sector, een lijn is een samenwerking. "
        "Elk bolletje staat in beide rondes op dezelfde plek.",
        "Kies twee rondes, en vanaf welk niveau een lijn telt. De tabel zegt hetzelfde in woorden.",
        "Een andere lijst van partners is geen verandering. "
        "We vergelijken alleen wie in beide rondes meedeed.",
    ),
    "focus": (
        "Per interventie een licht: loopt het zoals bedoeld? "
        "Daarnaast staan de reden en de volgende stap.",
        "Het licht heeft een kleur, een vorm, een letter en een woord. "
        "‘Onvolledig’ betekent dat er nog iets niet bekend is.",
        "Kies een interventie om te zien waar het licht op rust.",
        "Groen zegt dat het plan gevolgd wordt. Het zegt niet dat mensen gezonder zijn.",
    ),
    "leren": (
        "Wat de wijk heeft geleerd, en welke acties nog open staan.",
        "Bij een les staan drie dingen: wat is er gezien, wat betekent het, wat gaan we doen?",
        "Kies een onderdeel, of zoek op een woord. In de wegwijzer kiest u een vraag of een stap.",
        "Een les komt van één plek en één moment. Kijk of die ook voor uw wijk geldt.",
    ),
    "presenteren": (
        "Presentaties die klaarstaan, en presentaties die het team zelf maakt.",
        "Elke dia heeft één plaatje en één zin. Bron en datum staan er altijd bij.",
        "Kies een kant-en-klare set of voeg zelf plaatjes toe. "
        "Blader met de pijltjes, de spatiebalk of de knoppen.",
        "Op het scherm ziet de zaal wat u ziet. Op een telefoon staat alleen wat openbaar is.",
    ),
    "gegevens": (
        "Per wijk en vraag: welke gegevens er zijn en hoe oud ze zijn.",
        "Staat er ‘nog niets’? Dan is er niet gemeten, of is het nog niet ingelezen.",
        "Bekijk bij een sjabloon wat er in elke kolom hoort. Het team leest bestanden hier in.",
        "Nieuwe gegevens zijn niet altijd beter te vergelijken. Een vraag kan veranderd zijn.",
    ),
    "verantwoording": (
        "Hoe elk cijfer is gemaakt, waar het vandaan komt en wat de tekens betekenen.",
        "Elke tabel gaat over één soort afspraak: tekens, methoden, grenzen of bronnen.",
        "Zoek een cijfer op bij ‘Wat betekent elk cijfer?’. Kies daar eerst het onderwerp.",
        "Een bron kan zijn cijfers later aanpassen. Kijk naar de datum bovenaan.",
    ),
}  # fmt: skip
"""By address of a page, what belongs to each of the steps."""
