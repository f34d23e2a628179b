"""Words of what stands beside each other on Vergelijken: plans, the monitor, and lessons."""

from collections.abc import Sequence

from wijzer.texts.numbers import amount, number
from wijzer.texts.sentences import enumerate_words

BESIDE_WHAT = "Wat"
BESIDE_FLAG = "Let op bij vergelijken"
BESIDE_MORE = "Meer hierover:"
BESIDE_TITLE = {
    "themas": "Welke thema’s koos elke wijk?",
    "plan": "Wat doet elke wijk?",
    "bereik": "Wie bereikt elke wijk?",
    "gezonder": "Wat veranderde er bij deelnemers?",
    "samenwerking": "Hoe werken partners samen?",
    "focus": "Lopen interventies met de juiste focus?",
    "lessen": "Wat leerden de wijken?",
}
BESIDE_TABLE = {
    "themas": "Thema’s per onderwerp, de wijken naast elkaar",
    "plan": "Interventies per pijler, de wijken naast elkaar",
    "bereik": "Bereik, de wijken naast elkaar",
    "gezonder": "Verandering sinds de start, de wijken naast elkaar",
    "samenwerking": "Samenwerking van partners, de wijken naast elkaar",
    "focus": "Lichten en dekking, de wijken naast elkaar",
    "lessen": "De nieuwste lessen",
}
BESIDE_SUBJECT = {
    "themas": "Thema’s naast elkaar",
    "plan": "Plannen naast elkaar",
    "bereik": "Bereik naast elkaar",
    "gezonder": "Gezonder naast elkaar",
    "samenwerking": "Samenwerking naast elkaar",
    "focus": "Focus naast elkaar",
    "lessen": "Nieuwste lessen",
}
BESIDE_SOURCE = {
    "themas": "Thema’s die de wijken kozen",
    "plan": "Plannen van de wijken",
    "bereik": "Tellingen van de wijken; inwoners van het CBS",
    "gezonder": "Vragenlijsten bij deelnemers",
    "samenwerking": "Vragenlijst onder partners",
    "focus": "Bijeenkomsten en beoordelingen van de wijken",
    "lessen": "Logboek van de wijken",
}
BESIDE_NOTHING = {
    "no_plan": "nog niets: er is nog geen monitorplan",
    "not_measured": "nog niet gemeten",
    "too_few": "te weinig gegevens om te tonen",
}
BESIDE_PLAN = "Monitorplan"
BESIDE_PLAN_WORD = {
    "present": "is er",
    "absent": "nog niet, dat is gewoon bij de start",
    "unknown": "niet bekend",
}
BESIDE_DIFFERS = {
    "period": "Niet dezelfde jaren. {wat}.",
    "whom": "Niet over dezelfde groep. {wat}.",
    "round": "Niet dezelfde meetronde. {wat}.",
    "time": "Niet evenveel tijd tussen de metingen. {wat}.",
    "rounds": "Niet dezelfde maanden. {wat}.",
    "size": "Een kleine groep partners heeft sneller veel verbindingen. {wat}.",
    "limits": "Niet dezelfde grenzen voor de lichten. {wat}.",
}
BESIDE_SCORING = "In een wijk veranderde de telling van de punten."
BESIDE_ONE_PLACE = "Nog geen twee wijken met een uitkomst."
BESIDE_HOURS = "Niet op dezelfde manier geteld."
BESIDE_FROM_TO = "eerst {eerst}, nu {laatst}"
BESIDE_MONTHS = "{eerst} en {laatst}"

THEMES_COUNT_ROW = "Hoeveel thema’s"
THEMES_NO_FIGURE_ROW = "Zonder cijfer"
THEMES_BESIDE_WORTH = (
    "Een thema staat bij elk onderwerp waar zijn cijfers over gaan. "
    "Anders kiezen is geen fout: wijken en mensen verschillen."
)
THEMES_PROPOSED_NAME = "{naam} (voorstel)"
THEMES_LISTED_TABLE = "Gekozen thema’s: waarom, wanneer en door wie"
THEMES_LISTED_TITLE = "Waarom deze thema’s?"
THEMES_LISTED_HEADER = (
    "Wijk",
    "Thema",
    "Waarom",
    "Wanneer",
    "Wie besloot",
    "Hoe deden inwoners mee",
)

MIX_NO_PILLAR_ROW = "Zonder pijler"
MIX_IDLE_ROW = "Gekozen thema’s zonder interventie die loopt"
PLANS_BESIDE_WORTH = (
    "Een interventie kan bij meer pijlers staan. Het aantal zegt niet hoe goed een plan is."
)

REACH_PART_ROW = "Deel dat meedeed"
REACH_PERIOD_ROW = "Jaren"
REACH_PART_UNKNOWN = "niet te zeggen"
REACH_BESIDE_WORTH = (
    "Wijken tellen niet alles op dezelfde manier. Leg daarom geen aantallen langs één lat."
)

CHANGES_BESIDE_WORTH = (
    "Vergelijk alleen binnen een rij: elke vragenlijst heeft een eigen schaal. "
    "Een groter cijfer komt niet vanzelf door de aanpak."
)
CHANGES_BESIDE_CELL = "{verandering} ({interval}), {mensen} mensen: {oordeel}"

COOPERATION_ROUNDS_ROW = "Rondes"
COOPERATION_WHOM_ROW = "Over wie"
COOPERATION_SAID_ROW = "Wat is te zeggen"
COOPERATION_ONE_ROUND = "nog maar één ronde"
COOPERATION_BESIDE_WORTH = (
    "Meer verbindingen is niet altijd beter. Wat past, hangt af van wat partners samen doen."
)

FOCUS_RUNNING_ROW = "Interventies die lopen"
FOCUS_BESIDE_WORTH = (
    "Een licht zegt of het loopt zoals afgesproken. Het zegt niet of de afspraak goed was."
)

LESSONS_FOR_ALL = "Alle wijken"
LESSONS_BESIDE_HEADER = (
    *("Voor wie", "Wanneer", "Les", "Wat leren we hiervan", "Volgende stap"),
    "Cijfer",
)
LESSONS_BESIDE_WORTH = (
    "Eerst de lessen voor alle wijken, dan de nieuwste per wijk. Op Leren staan ze allemaal."
)
LESSONS_EMPTY = "Wat ziet u bij een andere wijk dat u kunt gebruiken? Schrijf dat op als les."
LESSONS_VIEW = "Beeld"


def themes_beside(counts: Sequence[tuple[str, int]], shared: Sequence[str]) -> str:
    """How many themes each neighbourhood chose, and which domains all of them chose."""
    said = [f"{name} {count or 'nog geen'}" for name, count in counts]
    chosen = f"Gekozen thema’s: {enumerate_words(said)}."
    if not all(count for _, count in counts):
        return chosen
    if not shared:
        return f"{chosen} Er is geen onderwerp dat elke wijk koos."
    return f"{chosen} Elke wijk koos iets over {enumerate_words(list(shared))}."


def themes_count(chosen: int, proposed: int) -> str:
    """How many themes were chosen, and how many only proposed."""
    said = f"{number(chosen)} gekozen" if chosen else "nog niets gekozen"
    return f"{said}, {number(proposed)} voorgesteld" if proposed else said


def plans_beside(running: Sequence[tuple[str, int]], lacking: Sequence[str]) -> str:
    """How many interventions run in each neighbourhood, and pillars on which nowhere any does."""
    said = [f"{name} {number(count)}" for name, count in running]
    runs = f"Interventies die lopen: {enumerate_words(said)}."
    if not lacking:
        return f"{runs} Samen doen de wijken iets op elke pijler."
    return f"{runs} In geen enkele wijk loopt iets op {enumerate_words(list(lacking))}."


def mix_count(count: int, running: int) -> str:
    """How many interventions, and how many of them run."""
    verb = "loopt" if running == 1 else "lopen"
    runs = f"waarvan er {number(running)} {verb}" if running else "waarvan er geen loopt"
    return f"{number(count)}, {runs}"


def reach_beside(names: str, every: bool) -> str:
    """In which neighbourhoods people were counted."""
    if not names:
        return "In geen enkele wijk zijn al deelnemers geteld."
    return "In elke wijk zijn deelnemers geteld." if every else f"Alleen in {names} is al geteld."


def hundred(low: float, high: float, who: str, about: bool) -> str:
    """A part of some people as a number out of a hundred: "2 tot 3 van de 100 inwoners"."""
    ends = [number(share * 100) for share in (low, high)]
    count = ends[0] if ends[0] == ends[1] else f"{ends[0]} tot {ends[1]}"
    if ends[1] == "0" and high > 0:
        count = "minder dan 1"
    return f"{'ongeveer ' if about else ''}{count} van de 100 {who}"


def changes_beside(lists: int, several: int, common: int, places: int) -> str:
    """How many questionnaires give an outcome in several neighbourhoods, and in all of them."""
    if not lists:
        return "In geen enkele wijk is al een vragenlijst gebruikt."
    used = f"De wijken gebruiken samen {number(lists)} vragenlijst{'' if lists == 1 else 'en'}."
    if not several:
        return f"{used} Nog van geen enkele is er in twee wijken een uitkomst."
    said = f"{used} Van {number(several)} is er een uitkomst in meer dan één wijk."
    return (
        f"{said} Van {number(common)} is dat zo in alle {number(places)} wijken."
        if common
        else said
    )


def months_apart(count: int) -> str:
    """A time in months."""
    return f"{number(count)} {'maand' if count == 1 else 'maanden'}"


def cooperation_beside(names: str, judged: int, places: int) -> str:
    """In which neighbourhoods a change of the network can be told."""
    if not judged:
        return "In geen enkele wijk zijn twee rondes van partners al te vergelijken."
    if judged == places:
        return "In elke wijk zijn twee rondes van partners te vergelijken."
    return f"Alleen in {names} zijn twee rondes van partners te vergelijken."


def lights_count(count: int, incomplete: int) -> str:
    """How many lights, and how many of them lack a part."""
    return (
        f"{number(count)}, waarvan {number(incomplete)} onvolledig" if incomplete else number(count)
    )


def limits_word(green: float, amber: float) -> str:
    """From where on a light is green and amber."""
    return f"groen vanaf {amount(green * 100, '%')}, oranje vanaf {amount(amber * 100, '%')}"


def focus_beside(judged: int, running: int) -> str:
    """Of how many running interventions there is a light."""
    if not running:
        return "In geen enkele wijk loopt nu een interventie."
    verb = "loopt" if running == 1 else "lopen"
    noun = "interventie" if running == 1 else "interventies"
    told = "is het licht" if judged == 1 else "zijn de lichten"
    said = f"In alle wijken samen {verb} {number(running)} {noun}."
    return (
        f"{said} Van {number(judged)} {told} bekend."
        if judged
        else f"{said} Lichten zijn er nog niet."
    )


def cover_beside(count: str, more: str) -> str:
    """How much is covered, and what lacks."""
    return f"{count}. {more}" if more else count


def lessons_beside(count: int, central: int, without: str) -> str:
    """How many lessons there are, how many for all, and where there is none yet."""
    if not count:
        return "Er zijn nog geen lessen opgeschreven."
    verb, noun = ("staat", "les") if count == 1 else ("staan", "lessen")
    said = f"In het logboek {verb} {number(count)} {noun}."
    for_all = f" Daarvan {'is' if central == 1 else 'zijn'} {number(central)} voor alle wijken."
    lacking = f" Nog geen les komt uit {without}." if without else ""
    return f"{said}{for_all if central else ''}{lacking}"
