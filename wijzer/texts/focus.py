"""What stands on Focus: do the interventions run with the right focus?"""

from collections.abc import Mapping, Sequence
from datetime import date as Date

from wijzer.texts.choices import WORD
from wijzer.texts.choices_monitor import LIGHT_LETTER, LIGHT_MARK, LIGHT_WORD
from wijzer.texts.numbers import amount, date, number
from wijzer.texts.sentences import enumerate_words

FOCUS_PART = {
    "dose": "Dosis",
    "duration": "Duur",
    "adherence": "Kern zoals bedoeld",
    "exposure": "Hoe vaak mensen kwamen",
    "quality": "Kwaliteit",
    "reach": "Deelnemers",
}
"""The parts of the light."""

INCOMPLETE = "onvolledig"
LIGHT_UNKNOWN = "nog niets bekend"
TOO_FEW = "te weinig om te tonen"
FOCUS_PART_RULE = {
    "dose": "Bijeenkomsten die doorgingen, gedeeld door wat tot nu is afgesproken.",
    "duration": "Gemiddelde lengte, gedeeld door de afgesproken lengte.",
    "adherence": "Kernelementen die lukten; deels telt half. Met goedkeuring aangepast telt niet.",
    "exposure": "Het middelste deel van de bijeenkomsten dat een deelnemer bezocht.",
    "quality": "Oordeel van 1 tot en met 5: een 1 is 0%, een 5 is 100%.",
    "reach": "Verschillende deelnemers, gedeeld door het afgesproken aantal.",
}
FOCUS_PART_LACKS = {
    "dose": "Vul bijeenkomsten en een afspraak over de uitvoering in.",
    "duration": "Vul minuten in bij bijeenkomsten, en afgesproken minuten.",
    "adherence": "Vul kernelementen in, en beoordeel die.",
    "exposure": "Lees deelnemers en aanwezigheid in.",
    "quality": "Vul bij een beoordeling een oordeel over kwaliteit in.",
    "reach": "Vul een afspraak over deelnemers in, en tel de deelnemers.",
}
"""What to do when a part is not known."""
EXPOSURE_OF = "van de bijeenkomsten tijdens hun deelname, sinds de start"
FOCUS_ROWS_TABLE = "Lichten per interventie in {wijk}"
FOCUS_ROWS_HEADER = ("Interventie", "Licht", "Waarom", "Volgende stap", "Besluit")
FOCUS_CSV_HEADER = (
    *("Interventie", "Loopt het", "Licht", "Licht volgens de cijfers"),
    *FOCUS_ROWS_HEADER[2:],
    *(word for name in FOCUS_PART.values() for word in (name, f"{name}: waarop dit rust")),
    "Voorbeeld",
)
FOCUS_NOT_FOUND = "Bij deze keuze is er geen interventie die loopt. Kies een ander thema."
NO_STEP = "geen"
NO_DECISION = "nog geen besluit"
NO_REVIEW = "nog geen beoordeling"
FOCUS_SCOPE = "De lichten gelden voor de hele wijk: afspraken zijn per interventie, niet per deel."

PARTS_TITLE = "Van dichtbij: {naam}"
PARTS_TABLE = "Onderdelen van het licht: {naam}"
PARTS_HEADER = ("Onderdeel", "Uitkomst", "Waarop dit rust", "Wat het is")
ELEMENTS_TITLE = "Kernelementen"
ELEMENTS_TABLE = "Kernelementen van {naam}"
ELEMENTS_HEADER = ("Kernelement", "Hoort er echt bij", "Stand bij de laatste beoordeling")
NO_ELEMENTS = "Er zijn nog geen kernelementen ingevuld. Zonder kern is dit onderdeel niet bekend."
ELEMENT = {
    "delivered": "● gedaan zoals bedoeld",
    "partly": "◐ deels gedaan",
    "not": "○ niet gedaan",
    "adapted": "◆ aangepast, met goedkeuring",
    "unknown": "? niet bekend",
}
ADAPTATIONS_TITLE = "Aanpassingen"
ADAPTATIONS_HELP = "Een aanpassing is geen mislukking. Aanpassen aan mensen hoort bij het werk."
ADAPTATIONS_TABLE = "Aanpassingen van {naam}"
ADAPTATIONS_HEADER = ("Wanneer", "Wat", "Waarom", "Soort", "Kern heel", "Goedgekeurd", "Met wie")
NO_ADAPTATIONS = "Er zijn geen aanpassingen ingevuld."
HISTORY_LIGHTS = "Geschiedenis van de lichten"
HISTORY_LIGHTS_TABLE = "Beoordelingen van {naam}"
HISTORY_LIGHTS_HEADER = (
    *("Wanneer", "Licht", "Volgens de cijfers toen", "Waarom", "Volgende stap"),
    *("Besluit", "Wie"),
)
NO_REVIEWS = "Er is nog geen beoordeling. Bespreek het licht met de begeleiders en vul die in."

COURSE_ALT = "Bijeenkomsten van {naam}: afgesproken en gedaan, opgeteld per maand"
COURSE_HEADER = ("Maand", "Afgesproken, samen", "Ging door, samen", "Ging niet door", "Redenen")
COURSE_NONE = "Er zijn nog geen bijeenkomsten of afspraken ingevuld."
COURSE_AGREED, COURSE_HELD = "afgesproken", "ging door"
COURSE_BARS = "Staafjes onderaan: bijeenkomsten die in die maand niet doorgingen."
NO_AGREEMENT = "Een afspraak over het aantal bijeenkomsten is er niet."

COVER_TITLE = "Doen we het goede?"
COVER_TABLE = "Dekking en focus in {wijk}"
COVER_HEADER = ("Wat", "Hoeveel", "Toelichting")
COVER_THEMES = "Gekozen thema’s met een lopende interventie"
COVER_PILLARS = "Pijlers met een lopende interventie"
COVER_GROUPS = "Doelgroepen uit doelen met een lopende interventie"
COVER_OFF = "Uren buiten de gekozen thema’s"
COVER_RECOGNISED = "Lopende interventies met een erkenning"
COVER_ALL = "Niets ontbreekt."
COVER_LACKS = "Nog niet: {wat}."
NO_CHOSEN = "Er is nog geen thema gekozen."
NO_GOAL_GROUPS = "In de doelen staan nog geen doelgroepen."
NO_HOURS = "Er zijn nog geen uren of minuten ingevuld."
HOURS_PLANNED = "Geteld met de geplande uren uit het plan."
HOURS_SESSIONS = "Geteld met de minuten van bijeenkomsten die doorgingen."
RECOGNISED_WORTH = "Erkend is geen oordeel over een eigen initiatief."
OF = "{deel} van {geheel}"

FOCUS_FORMS = "Invullen voor deze interventie"
FOCUS_EDIT = "Verbeter wat er staat"
FOCUS_METHOD = "Hoe het licht wordt gemaakt"
FOCUS_METHOD_TEXT = (
    "Het licht is dat van het laagste onderdeel dat bekend is.",
    "Ontbreekt een onderdeel, dan is het licht onvolledig en nooit groen door de cijfers.",
    "Meer dan afgesproken telt als 100%.",
    "Deelnemers tellen mee vanaf 10 mensen, afgerond op vijf: iedereen ziet hetzelfde licht.",
    "Kwaliteit telt mee vanaf 10 antwoorden. Het publiek ziet het cijfer zelf vanaf 30.",
    "Een beoordelaar mag het licht bijstellen, met een reden die erbij staat.",
    "Dat geldt zolang de cijfers hetzelfde zeggen als bij de beoordeling.",
    "Bron: Carroll en anderen, 2007 (Implementation Science 2:40).",
)


def focus_lead(count: Mapping[str, int], total: int) -> str:
    """How many running interventions have which light, and of how many nothing can be said.

    `count` has green, amber, red, incomplete (what is known is green) and grey (nothing known).
    """
    if not total:
        return "Er loopt nu geen interventie."
    colours = [
        f"{number(count[code])} op {LIGHT_WORD[code]}"
        for code in ("green", "amber", "red")
        if count.get(code)
    ]
    others = _without_colour(count, alone=not colours)
    if not colours:
        return f"Van de {_running(total)} {enumerate_words(others)}."
    first = next(count[code] for code in ("green", "amber", "red") if count.get(code))
    verb = "staat er" if first == 1 else "staan er"
    return f"Van de {_running(total)} {verb} {enumerate_words([*colours, *others])}."


def _running(total: int) -> str:
    return f"{number(total)} lopende interventie{'' if total == 1 else 's'}"


def _without_colour(count: Mapping[str, int], alone: bool) -> list[str]:
    said = []
    if some := count.get("incomplete", 0):
        verb = "is" if some == 1 else "zijn"
        said.append(
            f"{verb} er {number(some)} onvolledig" if alone else f"{number(some)} {verb} onvolledig"
        )
    if some := count.get("grey", 0):
        nothing = f"is van {number(some)} nog niets bekend"
        said.append(nothing if alone else f"van {number(some)} is nog niets bekend")
    return said


def focus_worth(green: float, amber: float, overruled: int, unsure: int) -> str:
    """What the lights are worth: the rule, how many a person set, how many lack something."""
    said = [
        "Het licht is dat van het laagste onderdeel dat bekend is.",
        f"Groen is vanaf {amount(green * 100, '%')}, oranje vanaf {amount(amber * 100, '%')}.",
    ]
    if overruled:
        said.append(f"Bij {number(overruled)} stelde een beoordelaar het licht bij, met een reden.")
    if unsure:
        verb = "is" if unsure == 1 else "zijn"
        said.append(f"Van de lichten met een kleur {verb} {number(unsure)} onvolledig.")
    return " ".join(said)


def light_word(code: str, incomplete: bool) -> str:
    """The light as a word: "oranje, onvolledig"; without colour what is the matter."""
    if code == "grey":
        return INCOMPLETE if incomplete else LIGHT_UNKNOWN
    return f"{LIGHT_WORD[code]}, {INCOMPLETE}" if incomplete else LIGHT_WORD[code]


def light_text(code: str, incomplete: bool = False) -> str:
    """A light as shape, letter and word."""
    return f"{LIGHT_MARK[code]} {LIGHT_LETTER[code]} {light_word(code, incomplete)}"


def focus_why(worst: str, text: str, unknown: Sequence[str], green: bool) -> str:
    """Which part decided the light and which are not known."""
    if not worst:
        return "Van geen enkel onderdeel is genoeg bekend."
    said = f"Laagste onderdeel: {FOCUS_PART[worst].lower()} ({text})."
    if not unknown:
        return said
    names = enumerate_words([FOCUS_PART[one].lower() for one in unknown])
    return f"{'Wat bekend is, gaat goed. ' if green else ''}{said} Niet bekend: {names}."


def reviewed(day: Date, reason: str, light: str, computed: str, overruled: bool) -> str:
    """What the newest review says, and whether it changes the light."""
    if overruled:
        return (
            f"Bijgesteld door de beoordelaar ({date(day)}): {reason} "
            f"Volgens de cijfers: {computed}."
        )
    said = f"Beoordeling van {date(day)}: {LIGHT_WORD[light]}."
    return f"{said} {reason}" if reason else said


def part_of(count: float, total: float, what: str) -> str:
    """What a part rests on: "12 van 15 bijeenkomsten"."""
    return f"{number(count)} van {number(total)} {what}"


def people_of(count: float, total: float, periods: int, without: int) -> str:
    """How many people came of those hoped for, over how many agreements."""
    said = part_of(count, total, "deelnemers")
    if periods > 1:
        said += ", per afspraak apart geteld"
    if without:
        said += (
            f"; {number(without)} {'afspraak telt' if without == 1 else 'afspraken tellen'} niet"
        )
    return said


def minutes_of(mean: float, planned: float, sessions: int) -> str:
    """How long sessions lasted, and how many were timed."""
    many = "bijeenkomst" if sessions == 1 else "bijeenkomsten"
    return f"gemiddeld {number(mean)} van {number(planned)} minuten, {number(sessions)} {many}"


def elements_of(counted: int, adapted: int, unknown: int, day: Date | None) -> str:
    """How many core elements count, and which leave the sum."""
    if day is None:
        return NO_REVIEW
    said = [f"{number(counted)} geteld"]
    said += [f"{number(adapted)} aangepast"] if adapted else []
    said += [f"{number(unknown)} niet bekend"] if unknown else []
    return f"{', '.join(said)}; {date(day)}"


def quality_of(mean: float, answers: int | None) -> str:
    """A mean judgement and how many gave one."""
    rest = "aantal antwoorden niet bekend" if answers is None else f"{number(answers)} antwoorden"
    return f"{number(mean, 1)} op een schaal van 1 tot en met 5; {rest}"


def focus_in_area(area: str, count: int, unknown: int) -> str:
    """How many sessions were held in a part of the neighbourhood, as far as that is known."""
    many = "bijeenkomst" if count == 1 else "bijeenkomsten"
    verb = "ging" if count == 1 else "gingen"
    said = f"In {area} {verb} {number(count)} {many} door. {FOCUS_SCOPE}"
    return f"{said} Van {number(unknown)} is het gebied niet bekend." if unknown else said


def course_sentence(name: str, held: int, planned: int | None, cancelled: int) -> str:
    """How many sessions were held of those agreed, and how many were not."""
    many = "bijeenkomst" if held == 1 else "bijeenkomsten"
    verb = "ging" if held == 1 else "gingen"
    of = f" van {number(planned)} afgesproken" if planned is not None else ""
    said = f"Bij ‘{name}’ {verb} {number(held)}{of} {many} door."
    return f"{said} {number(cancelled)} {'ging' if cancelled == 1 else 'gingen'} niet door."


def month(day: Date) -> str:
    """A month as "maart 2020"."""
    return date(day).split(" ", 1)[1]


def decision_word(code: str | None) -> str:
    """A decision as it reads, or that there is none yet."""
    return WORD["decision"].get(code or "", NO_DECISION)
