"""Words and marks for signs, kinds of missing, methods, steps and groups of people."""

from wijzer.model import Certainty, Change, Direction, Level, Method, Missing, Sign, Weight

APP = "Wijzer in de Wijk"

MENU_PICTURE = "Wijk in beeld"
MENU_LEARN = "Samen leren"
MENU_FIGURES = "Over de cijfers"
START = "Start"
PROFILE = "Profiel"
COMPARE = "Vergelijken"
ACCOUNT = "Verantwoording"

NEIGHBOURHOOD = "Wijk"
PART = "Deel van de wijk"
WHOLE = "Hele wijk"
EXAMPLE_RIBBON = (
    "Op deze pagina staan voorbeeldcijfers. Ze zijn verzonnen en zeggen niets over de wijk."
)

SIGN_MARK = {
    Sign.FAVOURABLE: "+",
    Sign.UNFAVOURABLE: "−",
    Sign.SIMILAR: "≈",
    Sign.HIGHER: "▴",
    Sign.LOWER: "▾",
    Sign.UNKNOWN: "·",
}
SIGN_WORD = {
    Sign.FAVOURABLE: "gunstiger",
    Sign.UNFAVOURABLE: "ongunstiger",
    Sign.SIMILAR: "ongeveer gelijk",
    Sign.HIGHER: "hoger",
    Sign.LOWER: "lager",
    Sign.UNKNOWN: "niet te vergelijken",
}
MISSING_MARK = {
    Missing.NOT_MEASURED: "○",
    Missing.TOO_FEW: "‹n›",
    Missing.NOT_PUBLISHED: "–",
    Missing.NOT_APPLICABLE: "n.v.t.",
    Missing.HIDDEN: "■",
    Missing.NOT_COLLECTED: "…",
}
MISSING_WORD = {
    Missing.NOT_MEASURED: "nog niet gemeten",
    Missing.TOO_FEW: "te weinig antwoorden",
    Missing.NOT_PUBLISHED: "niet gepubliceerd",
    Missing.NOT_APPLICABLE: "niet van toepassing",
    Missing.HIDDEN: "verborgen",
    Missing.NOT_COLLECTED: "nog niet opgehaald",
}
MISSING_SENTENCE = {
    Missing.NOT_MEASURED: "Dit is hier nog niet gemeten.",
    Missing.TOO_FEW: "Er zijn te weinig antwoorden om een cijfer te geven.",
    Missing.NOT_PUBLISHED: "De bron geeft hier geen cijfer, meestal omdat er weinig mensen wonen.",
    Missing.NOT_APPLICABLE: "Voor dit gebied is dit cijfer niet te maken.",
    Missing.HIDDEN: "Dit cijfer is verborgen. Zo blijven mensen onherkenbaar.",
    Missing.NOT_COLLECTED: "De bron heeft dit cijfer wel. Het is hier nog niet opgehaald.",
}
METHOD_WORD = {
    Method.SURVEY: "vragenlijst",
    Method.REGISTER: "registratie",
    Method.MODEL: "schatting met een model",
    Method.PRINTED: "gedrukte factsheet",
}
CERTAINTY_WORD = {
    Certainty.CERTAIN: "zeker verschil",
    Certainty.UNCERTAIN: "verschil niet zeker",
    Certainty.UNKNOWN_N: "zekerheid onbekend",
    Certainty.MODEL: "schatting, geen toets",
    Certainty.REGISTER: "telling, geen steekproef",
}
CERTAINTY_SENTENCE = {
    Certainty.CERTAIN: "Het verschil is groter dan je door toeval verwacht.",
    Certainty.UNCERTAIN: "Het verschil kan ook toeval zijn.",
    Certainty.UNKNOWN_N: "De bron zegt niet hoeveel mensen antwoord gaven. Toeval kan dus.",
    Certainty.MODEL: "Dit is een schatting met een model. Kleine verschillen zeggen niets.",
    Certainty.REGISTER: "Dit is geteld of geregistreerd. Er is geen steekproef, dus geen toets.",
}
CHANGE_WORD = {
    Change.INCREASING: "stijging",
    Change.DECREASING: "daling",
    Change.NO_CHANGE: "geen duidelijke verandering",
    Change.NOT_CALCULATED: "niet te vergelijken",
}
LEVEL_WORD = {
    Level.COUNTRY: "land",
    Level.MUNICIPALITY: "gemeente",
    Level.NEIGHBOURHOOD: "hele wijk",
    Level.WIJK: "deel van de wijk",
    Level.BUURT: "buurt",
}
STEPS = (
    "Breng de wijk in beeld",
    "Kies prioriteiten en doelen",
    "Maak een plan met een mix van interventies",
    "Voer de interventies uit",
    "Monitor en evalueer",
)
STEP_STATE = {
    "done": ("●", "gedaan"),
    "busy": ("◐", "bezig"),
    "planned": ("○", "gepland"),
    "unknown": ("?", "niet bekend"),
}
POPULATION_WORD = {
    "all": "alle inwoners",
    "0-15": "0 tot 15 jaar",
    "15-25": "15 tot 25 jaar",
    "25-45": "25 tot 45 jaar",
    "45-65": "45 tot 65 jaar",
    "65+": "65 jaar en ouder",
    "men": "mannen",
    "women": "vrouwen",
    "netherlands": "Nederland",
    "europe": "Europa, buiten Nederland",
    "outside_europe": "buiten Europa",
    "dutch": "Nederlandse achtergrond",
    "western": "westerse achtergrond",
    "non_western": "niet-westerse achtergrond",
    "single": "alleen wonend",
    "without_children": "samen, zonder kinderen",
    "with_children": "met kinderen",
}
TRAIT_WORD = {
    "age": "Leeftijd",
    "sex": "Geslacht",
    "origin": "Herkomst",
    "household": "Huishoudens",
}
DIRECTION_SENTENCE = {
    Direction.HIGHER: "Hoger is gunstig.",
    Direction.LOWER: "Lager is gunstig.",
    Direction.NEUTRAL: "Hoger of lager is niet goed of slecht.",
}
METHOD_SENTENCE = {
    Method.SURVEY: "Mensen vulden een vragenlijst in.",
    Method.REGISTER: "Geteld of geregistreerd bij de overheid.",
    Method.MODEL: "Voor wijken en buurten geschat met een rekenmodel.",
    Method.PRINTED: "Overgenomen van een gedrukte factsheet.",
}
_BY = "Een hele wijk is het gemiddelde van de delen, gewogen naar {naar}."
WEIGHT_SENTENCE = {
    Weight.INHABITANTS: _BY.format(naar="inwoners"),
    Weight.AGE_18PLUS: _BY.format(naar="inwoners van 18 jaar en ouder"),
    Weight.AGE_18_65: _BY.format(naar="inwoners van 18 tot 65 jaar"),
    Weight.AGE_65PLUS: _BY.format(naar="inwoners van 65 jaar en ouder"),
    Weight.HOUSEHOLDS: _BY.format(naar="huishoudens"),
    Weight.DWELLINGS: _BY.format(naar="woningen"),
    Weight.LAND: _BY.format(naar="oppervlakte"),
    Weight.SUM: "Een hele wijk is de som van de delen.",
    Weight.NONE: "Voor een hele wijk is dit cijfer niet te berekenen uit de delen.",
}
SIGN_SENTENCE = {
    Sign.FAVOURABLE: "Het cijfer is beter dan in de gemeente.",
    Sign.UNFAVOURABLE: "Het cijfer is minder goed dan in de gemeente.",
    Sign.SIMILAR: "Het verschil is afgerond nul.",
    Sign.HIGHER: "Het cijfer is hoger. Dat is niet goed of slecht.",
    Sign.LOWER: "Het cijfer is lager. Dat is niet goed of slecht.",
    Sign.UNKNOWN: "Er is geen cijfer, of geen cijfer van de gemeente.",
}
TREND_WORTH = {
    Method.SURVEY: "Het verschil kan toeval zijn.",
    Method.REGISTER: "",
    Method.MODEL: "Dit zijn schattingen. Ze laten geen verandering door een aanpak zien.",
    Method.PRINTED: "Het verschil kan toeval zijn.",
}
