"""The example data of the monitor as files: all sheets, and a README with the assumptions."""

from collections import defaultdict
from pathlib import Path

from wijzer.catalog import DATA
from wijzer.ingest.example import answers, delivery, focus, network, told
from wijzer.ingest.example.assumptions import BY_PLACE, table
from wijzer.ingest.example.interventions import Intervention, of_place
from wijzer.ingest.example.people import Enrolment, enrolments
from wijzer.ingest.example.places import PLACES, Place
from wijzer.ingest.example.readme import README
from wijzer.ingest.example.sheets import ANSWERS, HEADERS, Row, Sheets, written

FOLDER = DATA / "example" / "monitor"

Made = dict[str, list[Row]]


def write(folder: Path) -> list[Path]:
    """Write all files into a folder. Returns them."""
    folder.mkdir(parents=True, exist_ok=True)
    made = files()
    for name, text in made.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    return [folder / name for name in made]


def files() -> dict[str, str]:
    """The files by name, as text."""
    made = sheets()
    lines = "\n".join(f"| `{name}.csv` | {len(rows)} |" for name, rows in made.items())
    readme = README.format(files=lines, assumptions=table())
    return {f"{name}.csv": written(name, rows) for name, rows in made.items()} | {
        "README.md": readme
    }


def sheets() -> Sheets:
    """The rows of all sheets, by name of the sheet: what is referred to comes first."""
    made: Made = defaultdict(list, {name: [] for name in HEADERS})
    first_number = 1
    for place in PLACES:
        people = enrolments(place, first_number)
        _about(place, made)
        _done(place, people, made)
        _asked(place, people, made)
        first_number += BY_PLACE[place.id].people
    made["verhalen"] += told.story_rows()
    return dict(made)


def _about(place: Place, made: Made) -> None:
    made["partners"] += network.partner_rows(place)
    made["meetrondes"] += told.round_rows(place)
    made["partnerronde"] += network.roster_rows(place)
    made["banden"] += network.tie_rows(place)
    made["checklist"] += network.checklist_rows(place)
    made["verwijzingen"] += network.referral_rows(place)
    if place.webs:
        made["monitorplannen"].append(told.plan_row(place))


def _done(place: Place, people: list[Enrolment], made: Made) -> None:
    made["deelnemers"] += delivery.participant_rows(people)
    for one in of_place(place.id):
        enrolled = [each for each in people if each.intervention == one]
        found, came = delivery.sessions(one, enrolled)
        made["interventies"].append(told.intervention_row(one))
        made["bijeenkomsten"] += delivery.session_rows(found)
        made["aanwezig"] += ((code, who) for code, there in came.items() for who in there)
        if one.people:
            made["trechter"] += delivery.funnel_rows(one, enrolled, found, came)
        else:
            made["tellingen"] += delivery.count_rows(one, found, place.areas)
        _focus(one, found, made)


def _focus(one: Intervention, found: list[delivery.Session], made: Made) -> None:
    made["afspraken"] += delivery.plan_rows(one, found)
    made["indirect"] += delivery.indirect_rows(one)
    made["kernelementen"] += focus.element_rows(one)
    made["beoordelingen"] += focus.review_rows(one, found)
    made["aanpassingen"] += focus.adaptation_rows(one)


def _asked(place: Place, people: list[Enrolment], made: Made) -> None:
    asked = answers.asked(place, people)
    for name in place.instruments:
        made[f"{ANSWERS}-{name}"] += answers.rows(place, asked, name)
    if place.webs:
        made[f"{ANSWERS}-{answers.WEB}"] += answers.web_rows(place, people)
