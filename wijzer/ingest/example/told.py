"""What is told beside the numbers: monitor plans, rounds, interventions, and stories."""

from collections.abc import Iterator
from datetime import date

from wijzer.ingest.example.interventions import MARK, Intervention
from wijzer.ingest.example.places import Place
from wijzer.ingest.example.sheets import Row, word

_PLAN = "Wij meten bij de start, na een jaar en na twee jaar. Wij bespreken de uitkomst in de wijk."
# neighbourhood, form, text, speaker, consent, day, theme, intervention
_STORIES = (
    ("stevenshof", "story", "Ik loop nu elke week mee. Onderweg praten wij over van alles.",
     "resident", "given", date(2020, 10, 5), "voeding-bewegen", "wandelen"),
    ("stevenshof", "story", "In de tuin leer ik mensen kennen. Ik kom er ook als ik niet werk.",
     "resident", "given", date(2021, 9, 20), "leefomgeving", "tuin"),
    ("stevenshof", "focus_group", "Ouders willen elkaar vaker zien. De tijd na school past het "
     "best.", "professional", "given", date(2021, 11, 15), "opgroeien", "ouders"),
    ("stevenshof", "web", "De groep sprak over meedoen. Een vaste dag helpt om te komen.",
     "professional", "given", date(2021, 6, 22), "contacten", "maatjes"),
    ("stevenshof", "story", "Mijn maatje belde in de stille maanden elke week.",
     "resident", "none", date(2021, 3, 8), "contacten", "maatjes"),
    ("stevenshof", "focus_group", "Samen koken is leuk. Samen eten is nog leuker.",
     "resident", "given", date(2022, 5, 16), "voeding-bewegen", "koken"),
    ("alphen-noord", "story", "Op het plein ken ik nu iedereen bij naam.",
     "resident", "given", date(2021, 10, 4), "bewegen", "fit"),
    ("alphen-noord", "story", "Ik fiets nu zelf naar de winkel. Dat durfde ik eerst niet.",
     "resident", "given", date(2021, 7, 5), "bewegen", "fietsen"),
    ("alphen-noord", "focus_group", "Aan de taaltafel mag je fouten maken. Dat geeft rust.",
     "resident", "given", date(2022, 3, 21), "elkaar-kennen", "taal"),
    ("alphen-noord", "web", "De groep sprak over geld en over trots. Er was veel herkenning.",
     "professional", "given", date(2022, 6, 21), "geldzorgen", "geld"),
    ("alphen-noord", "story", "Ik maakte een plan voor mijzelf. De eerste stap is gezet.",
     "resident", "given", date(2022, 9, 19), "zelf-doen", "roer"),
    ("alphen-noord", "story", "Ik weet nog niet of dit verhaal op de site mag.",
     "resident", "none", date(2022, 10, 10), "geldzorgen", "geld"),
    ("zuidwest", "focus_group", "De buurtkamer voelt als een tweede huis. Daarom komen wij.",
     "resident", "given", date(2022, 10, 17), None, "beweegles"),
)  # fmt: skip
_SUBJECTS = {"t": "questionnaire", "web": "web", "partners": "network"}
_TITLES = {"t": "Vragenlijst T{}", "web": "Spinnenweb, ronde {}", "partners": "Partners, ronde {}"}


def intervention_row(one: Intervention) -> Row:
    """The row of interventies."""
    pillars, run = tuple(word("pillar", pillar) for pillar in one.pillars), word("run", one.run)
    told = f"{MARK}{one.title}", one.themes, pillars, run, f"{MARK}{one.audience}"
    return one.code, one.neighbourhood, *told, one.starts, one.ends


def plan_row(place: Place) -> Row:
    """The row of monitorplannen, with the limits that the program begins with."""
    code, name = f"monitorplan-voorbeeld-{place.id}", f"{MARK}Monitorplan {place.name}"
    return code, place.id, name, place.instruments, 0.8, 0.6, 0.8, 1.25, MARK + _PLAN


def round_rows(place: Place) -> Iterator[Row]:
    """Rows of meetrondes. The first questionnaire and spider web are 0, those of partners 1."""
    rounds = {
        "t": place.questionnaires,
        "web": tuple((day, day) for day in place.webs),
        "partners": place.networks,
    }
    for kind, days in rounds.items():
        for number, (day, ends) in enumerate(days, kind == "partners"):
            name = f"{MARK}{_TITLES[kind].format(number)}, {place.name}"
            subject = word("round", _SUBJECTS[kind])
            yield place.round_code(kind, number), place.id, name, subject, number, day, ends


def story_rows() -> Iterator[Row]:
    """Rows of verhalen; two may not be shown, for nobody said yes."""
    for number, (place, form, text, by, consent, day, theme, key) in enumerate(_STORIES, 1):
        about = theme and f"thema-{place}-{theme}", f"interventie-voorbeeld-{place}-{key}"
        said = word("story", form), MARK + text, word("speaker", by), word("consent", consent)
        yield f"verhaal-voorbeeld-{number:02}", place, *said, day, *about
