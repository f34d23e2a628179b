"""What Verantwoording says of methods and thresholds; the methods themselves are in data/."""

METHODS_TITLE = "Hoe elk cijfer wordt gemaakt"
METHODS_HELP = (
    "Elke berekening is getoetst aan gevallen met een bekende uitkomst: samen {aantal}. "
    "De gevallen staan in data/reference/cases.json, met hun bron."
)
METHODS_HEADER = ("Methode", "Waarvoor", "Formule", "Bron", "Getoetst aan")
METHOD_CASES = "{aantal} gevallen, waarvan {elders} elders gepubliceerd"
CASES_TITLE = "Alle gevallen en waar ze vandaan komen"
CASES_HEADER = ("Geval", "Methode", "Bron")
THRESHOLDS_TITLE = "Vanaf hoeveel mensen we iets laten zien"
THRESHOLDS_HELP = (
    "Onder deze grens blijft een getal verborgen. Ook wat het zou verraden, blijft dan verborgen. "
    "Deze grenzen gelden vanaf {dag}. Wie dat besloot: {wie}."
)
THRESHOLDS_HEADER = ("Wat", "Voor iedereen", "Voor het team")
THRESHOLD_PEOPLE = "Aantal mensen"
THRESHOLD_ANSWERS = "Antwoorden op een vragenlijst"
THRESHOLD_PARTNERS = "Partners die antwoordden"
