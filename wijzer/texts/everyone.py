"""The accessibility statement, in the form of the government's model (digitoegankelijk.nl)."""

from datetime import date

ACCESS_LINK = "Toegankelijkheid"
ACCESS_TITLE = "Toegankelijkheidsverklaring"
ACCESS_DAY = date(2026, 11, 27)
"""When all of this was last looked at."""
FILL_IN = "[vul in bij ingebruikname: {wat}]"
"""Stands where only the organisation that uses the site can say what must stand there."""

ACCESS_INTRO = (
    "Iedereen moet deze site kunnen gebruiken, ook mensen met een beperking.",
    "Dat staat in het Besluit digitale toegankelijkheid overheid.",
    "Hier leest u hoe ver de site is. De verklaring volgt het model van de overheid.",
)
ACCESS_ABOUT_TITLE = "Waar de verklaring over gaat"
ACCESS_ABOUT = {
    "Organisatie": FILL_IN.format(wat="naam van de gemeente"),
    "Site": "Wijzer in de Wijk: alle pagina’s van het menu, op computer en telefoon",
    "Adres": FILL_IN.format(wat="adres van de site"),
    "Hoort er ook bij": "de stemming op de telefoon, de presentatie, losse plaatjes en bestanden",
    "Hoort er niet bij": "de pagina’s van bronnen waar de site naar verwijst",
    "Norm": "EN 301 549, met WCAG 2.1 op niveau A en AA",
    "Status": "D: voldoet nog niet",
}
ACCESS_NORM = (
    "EN 301 549 is de Europese norm voor toegankelijke sites. "
    "WCAG zijn de internationale regels waar die norm naar verwijst."
)
ACCESS_STATUS_TITLE = "Waarom deze status"
ACCESS_STATUS = (
    "Er is nog geen volledig onderzoek door een deskundige. De status is daarom D.",
    "Plant de gemeente zo’n onderzoek binnen zes maanden? Dan wordt de status C.",
    "Na het onderzoek wordt de status B, of A als er geen fouten meer zijn.",
)
ACCESS_TESTED_TITLE = "Wat er is onderzocht"
ACCESS_TESTED = (
    "De makers hebben de site zelf onderzocht, voor het laatst op {dag}.",
    "Bij elke wijziging loopt een computer alle pagina’s na met het programma axe.",
    "Dat gebeurt op een groot scherm en op een telefoon. Met een fout gaat de wijziging niet door.",
    "Ook bedienen met alleen het toetsenbord wordt elke keer nagelopen.",
    "Hetzelfde geldt voor twee keer vergroten, hoog contrast en minder beweging.",
    "Alle zinnen zijn kort, en afkortingen worden uitgelegd. Ook dat wordt elke keer nagelopen.",
    "Niet onderzocht: hoe de site en de bestanden werken met een schermlezer. "
    "Dat is een programma dat voorleest wat er staat.",
)
ACCESS_FAULTS_TITLE = "Wat nog niet goed gaat"
ACCESS_FAULTS_TABLE = "Regels waar de site nog niet aan voldoet"
ACCESS_FAULTS_HEADER = (
    *("Regel", "Wat niet goed gaat", "Oorzaak", "Gevolg"),
    *("Wat u nu kunt doen", "Wat wij doen", "Wanneer"),
)
_EACH = "Bij elke nieuwe versie van Streamlit, het programma achter de site."
ACCESS_FAULTS = (
    (
        "2.1.1 Toetsenbord (A)",
        "Een punt in een plaatje of een gebied op een kaart is alleen met de muis te kiezen.",
        "De tekenprogramma’s Vega en deck.gl kunnen dat niet.",
        "Zonder muis ziet u het losse getal in het plaatje niet.",
        "Open de tabel onder het plaatje: die heeft alle getallen. Kies een gebied in de lijst "
        "bovenaan.",
        "Kijken of een nieuwe versie het wel kan.",
        _EACH,
    ),
    (
        "1.4.13 Tekst bij aanwijzen (AA)",
        "Het kadertje bij een punt verdwijnt niet met de Escape-toets.",
        "De tekenprogramma’s Vega en deck.gl kunnen dat niet.",
        "Bij sterk vergroten kan het kadertje in de weg staan.",
        "Beweeg de muis weg, of gebruik de tabel onder het plaatje.",
        "Kijken of een nieuwe versie het wel kan.",
        _EACH,
    ),
)
"""By rule what is not right, its cause and effect, the way round, the measure and the day."""
ACCESS_BURDEN = "Geen van deze punten is een onevenredige last. We stellen ze niet uit om geld."
ACCESS_REPORT_TITLE = "Komt u iets tegen?"
ACCESS_REPORT = (
    "Werkt iets niet voor u, of hebt u iets in een andere vorm nodig? Laat het weten.",
    FILL_IN.format(wat="e-mailadres, telefoonnummer en postadres van de gemeente"),
    "Binnen vijf werkdagen krijgt u bericht dat de melding er is.",
    "Binnen drie weken hoort u wat ermee is gedaan. Duurt het langer, dan hoort u waarom.",
)
ACCESS_COMPLAIN_TITLE = "Bent u niet tevreden met het antwoord?"
ACCESS_COMPLAIN = (
    "Dan kunt u een klacht indienen bij de gemeente.",
    "Helpt dat niet? Ga dan naar de Nationale ombudsman, of naar die van uw gemeente.",
    "Voelt u zich achtergesteld? Het College voor de Rechten van de Mens kan dat beoordelen.",
)
ACCESS_SIGNED = "Opgesteld op {dag}. Getekend door: {wie}."
ACCESS_SIGNER = FILL_IN.format(wat="functie van wie namens de gemeente tekent")

SHORT_TITLE = "Afkortingen"
SHORT_TABLE = "Afkortingen en wat ze betekenen"
SHORT_HEADER = ("Afkorting", "Betekenis")
SHORT = {
    "AOW": "Algemene Ouderdomswet: geld van de overheid voor ouderen",
    "API": "een ingang voor andere programma’s",
    "BMI": "body mass index: iemands gewicht naast zijn lengte",
    "BZK": "het ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
    "CBS": "Centraal Bureau voor de Statistiek",
    "CC BY": "een licentie: iedereen mag het gebruiken, als de bron erbij staat",
    "CSV": "een bestand met een tabel, voor een rekenblad",
    "EN": "een Europese norm",
    "GGD": "Gemeentelijke Gezondheidsdienst",
    "HTML": "een bestand dat een browser kan tonen",
    "JSON": "een bestand met gegevens voor een programma",
    "MB": "megabyte: de grootte van een bestand",
    "PDF": "een bestand om te lezen of te printen",
    "PH": "positieve gezondheid: een brede kijk op gezond zijn",
    "PNG": "een bestand met een plaatje",
    "PSAT": "een Amerikaanse vragenlijst over samenwerken",
    "QR": "een vierkante code die een telefoon kan lezen",
    "RIVM": "Rijksinstituut voor Volksgezondheid en Milieu",
    "SMAP": "het rekenmodel van het RIVM voor wijken en buurten",
    "SMART": "specifiek, meetbaar, aanvaard, realistisch en met een tijd",
    "SVG": "een bestand met een tekening, scherp bij elke grootte",
    "UTF": "een manier om letters in een bestand te bewaren",
    "WCAG": "internationale regels voor sites die iedereen kan gebruiken",
    "WHO": "de Wereldgezondheidsorganisatie",
    "WOZ": "wat een woning waard is volgens de gemeente",
    "WW": "Werkloosheidswet: geld voor wie zijn baan verloor",
    "mbo": "middelbaar beroepsonderwijs",
    "n.v.t.": "niet van toepassing",
    "vmbo": "voorbereidend middelbaar beroepsonderwijs",
}
"""Every abbreviation on the screen; a test finds one that is not explained here."""
