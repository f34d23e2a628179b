"""The example data of the monitor: as committed, marked, within the rules, and what they show."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from math import sqrt
from pathlib import Path
from statistics import mean, stdev

import pytest

from wijzer import texts
from wijzer.ingest import example
from wijzer.ingest.example import make
from wijzer.ingest.example.assumptions import BY_PLACE
from wijzer.ingest.example.people import CORONA
from wijzer.ingest.example.sheets import HEADERS, headers
from wijzer.instruments import instrument
from wijzer.kinds import KINDS, Field, Form, problems
from wijzer.lists import PERSON

DATA = Path(__file__).resolve().parent.parent.parent / "data"
BOTH = ("stevenshof", "alphen-noord")
LAST = date(2022, 12, 31)
Line = dict[str, str]

# Sheets that are kinds: the kind, and the field of each column; `code` is the id.
BODIES = {
    "interventies": (
        "intervention",
        "- neighbourhood title themes pillars run audience starts ends",
    ),
    "partners": ("partner", "- title neighbourhoods sector roles"),
    "monitorplannen": (
        "monitor_plan",
        "- neighbourhood title instruments green amber low high text",
    ),
    "afspraken": ("delivery_plan", "intervention starts ends sessions minutes people"),
    "bijeenkomsten": (
        "session",
        "code intervention day state people minutes reason planned_minutes area",
    ),
    "tellingen": ("head_count", "intervention starts ends trait group area people contacts"),
    "trechter": ("step_count", "intervention starts ends step people"),
    "indirect": ("indirect", "intervention day title people"),
    "meetrondes": ("survey_round", "- neighbourhood title subject number day ends"),
    "verhalen": ("story", "- neighbourhood form text speaker consent day theme intervention"),
    "verwijzingen": (
        "referral",
        "neighbourhood sender receiver starts ends sent received begun days",
    ),
    "kernelementen": ("core_element", "- intervention title essential text"),
    "beoordelingen": (
        "focus_review",
        "intervention day delivered partly missed quality quality_answers light reason next_step "
        "decision decided_by",
    ),
    "aanpassingen": (
        "adaptation",
        "intervention day title why kind core_kept approved core_element decided_by",
    ),
}
MARKED = {
    "interventies": ("naam", "voor wie"),
    "partners": ("naam",),
    "monitorplannen": ("naam", "tekst"),
    "indirect": ("naam",),
    "meetrondes": ("naam",),
    "verhalen": ("tekst",),
    "kernelementen": ("naam", "tekst"),
    "beoordelingen": ("reden", "volgende stap"),
    "aanpassingen": ("naam", "waarom"),
}


@cache
def sheet(name: str) -> tuple[Line, ...]:
    """The lines of a committed sheet."""
    with (make.FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


def forms() -> list[str]:
    """The instruments of which there is a sheet."""
    found = make.FOLDER.glob("vragenlijsten-*.csv")
    return sorted(one.stem.removeprefix("vragenlijsten-") for one in found)


def day(cell: str) -> date:
    """A day on a sheet."""
    found = texts.read("date", cell)
    assert isinstance(found, date), cell
    return found


def place_of(line: Line) -> str:
    """The neighbourhood of a line that names an intervention or a round."""
    code = line.get("interventie") or line["ronde"]
    return next(one for one in BY_PLACE if f"-voorbeeld-{one}-" in code)


def code_of(of: str, cell: str) -> str:
    """The code for a word on a sheet."""
    return {words: code for code, words in texts.WORD[of].items()}[cell]


def near(found: float, assumed: float, n: int) -> bool:
    """Whether a share of n people is as assumed, within three standard errors."""
    return abs(found - assumed) <= 3 * sqrt(max(assumed * (1 - assumed), 0.01) / n)


# --- the files ------------------------------------------------------------------------------------


def test_the_committed_files_are_what_the_generator_writes() -> None:
    made = make.files()
    assert {one.name for one in make.FOLDER.iterdir()} == set(made)
    for name, text in made.items():
        assert (make.FOLDER / name).read_bytes() == text.encode(), f"{name}: make it anew"


def test_another_process_writes_the_same(tmp_path: Path) -> None:
    """Python orders sets by chance per process; the data must not."""
    script = "import sys, pathlib; from wijzer.ingest import example as one; "
    script += "one.write(pathlib.Path(sys.argv[1]))"
    surroundings = os.environ | {"PYTHONHASHSEED": "4"}
    asked = [sys.executable, "-c", script, str(tmp_path)]
    subprocess.run(asked, cwd=DATA.parent, env=surroundings, check=True)
    same = [one for one in tmp_path.iterdir() if one.read_text("utf-8") == make.files()[one.name]]
    assert len(same) == len(make.files())


def test_another_year_changes_nothing() -> None:
    files = Path(example.__file__).parent.glob("*.py")
    assert [one.name for one in files if re.search(r"today\(|now\(", one.read_text("utf-8"))] == []


def test_the_folder_is_small() -> None:
    assert sum(one.stat().st_size for one in make.FOLDER.iterdir()) < 1_200_000


@pytest.mark.parametrize("name", sorted({*HEADERS, *(f"vragenlijsten-{one}" for one in forms())}))
def test_headers_are_those_of_the_import(name: str) -> None:
    assert sheet(name), name
    assert tuple(sheet(name)[0]) == headers(name)


def test_the_readme_tells_every_assumption() -> None:
    readme = (make.FOLDER / "README.md").read_text("utf-8")
    assert all(f"`{name}`" in readme for name in BY_PLACE["zuidwest"].__dataclass_fields__)
    assert "{" not in readme


# --- what is written ------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "column"), [(s, c) for s, cols in MARKED.items() for c in cols])
def test_every_name_and_text_is_marked(name: str, column: str) -> None:
    said = [line[column] for line in sheet(name) if line[column]]
    assert said and [one for one in said if not re.match(r"Voorbeeld: [A-Z0-9]", one)] == []


def said() -> Iterator[str]:
    """Every text, and the README without its tables and code."""
    for name, columns in MARKED.items():
        yield from (line[column] for line in sheet(name) for column in columns)
    readme = (make.FOLDER / "README.md").read_text("utf-8")
    kept = [one for one in readme.splitlines() if not one.startswith(("|", "    "))]
    yield from (" ".join(one.split()) for one in re.split(r"\n(?=[*#])|\n\n", "\n".join(kept)))
    yield from re.findall(r"^\| ([^|]+) \(`", readme, re.M)


def test_sentences_are_short() -> None:
    sentences = [one for text in said() for one in re.split(r"(?<=[.!?:;])\s+", text)]
    assert [one for one in sentences if len(re.findall(r"[\w’'-]+", one)) > 20] == []


def test_nobody_is_named() -> None:
    places = r"Alphen Noord|Den Haag Zuidwest|Zuidwest|Stevenshof|Zegersloot"
    name = re.compile(
        r"[A-Z][a-zë]+ (?:(?:de|den|der|van|ter) )*[A-Z][a-zë]+|\b(?:dhr|mw|mevrouw)\b"
    )
    found = [one for text in said() for one in name.findall(re.sub(places, "", text))]
    assert found == []


def test_no_word_on_what_people_have() -> None:
    refused = re.compile(r"diabet|depress|dement|kanker|medicijn|diagnose|verslav", re.I)
    assert [text for text in said() if refused.search(text)] == []


def test_codes_fit_and_are_there_once() -> None:
    codes = [line["code"] for name in HEADERS for line in sheet(name) if "code" in line]
    assert [one for one in codes if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,79}", one)] == []
    assert [one for one, count in Counter(codes).items() if count > 1] == []


def test_what_is_referred_to_is_there() -> None:
    here = {line["code"] for name in HEADERS for line in sheet(name) if "code" in line}
    with (DATA / "content" / "theme.csv").open(encoding="utf-8") as file:
        chosen = {row["id"] for row in csv.DictReader(file) if row["choice"] == "chosen"}
    columns = ("interventie", "bijeenkomst", "ronde", "partner", "van", "naar", "kernelement")
    columns += ("gedaan", "deels", "niet gedaan", "themas", "thema")
    names = [*HEADERS, *(f"vragenlijsten-{one}" for one in forms())]
    cells = {line.get(one, "") for name in names for line in sheet(name) for one in columns}
    found = {one for cell in cells for one in cell.split("|") if one}
    assert found - here - chosen == set()


def test_areas_are_those_of_the_product() -> None:
    with (DATA / "tables" / "areas.csv").open(encoding="utf-8") as file:
        parts = {row["code"] for row in csv.DictReader(file) if row["wijk"] == "WK054609"}
    parts |= {"WK048401", "WK048402", "WK048403", "WK051833", "WK051834", "WK051836"}
    elsewhere = {texts.WORD["group"][one] for one in ("outside", "unknown")}
    assert {line["gebied"] for line in sheet("deelnemers")} == parts | elsewhere
    assert {line["gebied"] for line in sheet("vragenlijsten-who5")} <= parts | elsewhere
    assert {line["gebied"] for line in sheet("tellingen")} == parts | {""}


# --- the rules of the import ----------------------------------------------------------------------


def value(field: Field, cell: str) -> object:
    """A cell as the value of a field."""
    if field.form is Form.YES:
        return {"ja": True, "nee": False, "": None}[cell]
    if field.form is Form.CODE:
        return code_of(field.of, cell) if cell else None
    if field.form is Form.CODES and field.of != "instrument":
        return tuple(code_of(field.of, one) for one in cell.split("|") if one)
    if field.form.many:
        return tuple(one for one in cell.split("|") if one)
    return texts.read(str(field.form), cell) if cell else None


@pytest.mark.parametrize("name", BODIES)
def test_nothing_stands_in_the_way_of_saving(name: str) -> None:
    kind, columns = KINDS[BODIES[name][0]], BODIES[name][1].split()
    fields = {one.name: one for one in kind.fields}
    assert len(columns) == len(HEADERS[name])
    for line in sheet(name):
        cells = zip(columns, line.values(), strict=True)
        body = {one: value(fields[one], cell) for one, cell in cells if one != "-"}
        assert problems(kind, body) == [], line


def test_people_are_told_of_in_the_words_of_the_lists() -> None:
    for line in sheet("deelnemers"):
        assert line["hoe geëindigd"] in {"", *(texts.WORD["ended"][one] for one in PERSON["ended"])}
        assert bool(line["hoe geëindigd"]) == bool(line["eindigt"])
        assert bool(line["reden"]) == (line["hoe geëindigd"] == "eerder gestopt")
        assert line["reden"] in {"", *texts.WORD["dropout"].values()}
        assert {line["leeftijd"], line["geslacht"], line["herkomst"], line["doelgroep"]} <= set(
            texts.WORD["group"].values()
        )
        assert day(line["begint"]).day == 1
        assert not line["eindigt"] or day(line["begint"]) <= day(line["eindigt"]) <= LAST


def test_a_person_is_the_same_in_every_intervention() -> None:
    traits = defaultdict(set)
    for line in sheet("deelnemers"):
        traits[line["deelnemer"]].add(tuple(line[one] for one in headers("deelnemers")[6:10]))
    assert {len(one) for one in traits.values()} == {1}
    pairs = Counter((line["deelnemer"], line["interventie"]) for line in sheet("deelnemers"))
    assert set(pairs.values()) == {1}


@cache
def enrolled() -> dict[tuple[str, str], tuple[date, date]]:
    """Per person and intervention, from when to when."""
    return {
        (line["deelnemer"], line["interventie"]): (
            day(line["begint"]),
            day(line["eindigt"]) if line["eindigt"] else LAST,
        )
        for line in sheet("deelnemers")
    }


HELD = {one["code"]: one for one in sheet("bijeenkomsten") if one["ging door"] == "ging door"}


def test_people_come_only_to_sessions_they_can_come_to() -> None:
    for line in sheet("aanwezig"):
        session = HELD[line["bijeenkomst"]]
        first, last = enrolled()[line["deelnemer"], session["interventie"]]
        assert first <= day(session["dag"]) <= last


def test_the_people_of_a_session_are_those_who_came() -> None:
    came = Counter(line["bijeenkomst"] for line in sheet("aanwezig"))
    by_person = {one for _, one in enrolled()}
    for code, session in HELD.items():
        if session["interventie"] in by_person:
            assert int(session["mensen"]) == came[code] > 0
    assert max(Counter(tuple(one.values()) for one in sheet("aanwezig")).values()) == 1


def test_an_intervention_counts_in_one_way() -> None:
    counted = {line["interventie"] for line in sheet("tellingen")}
    by_person = {one for _, one in enrolled()}
    everything = {line["code"] for line in sheet("interventies")}
    assert counted | by_person == everything and not counted & by_person
    assert Counter(place_of({"interventie": one}) for one in counted) == dict.fromkeys(BY_PLACE, 1)


def test_tellings_of_a_trait_add_up_to_everybody() -> None:
    sums: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for line in sheet("tellingen"):
        sums[line["interventie"], line["begint"]][line["kenmerk"]] += int(line["mensen"])
    assert all(len(one) == 6 and len(set(one.values())) == 1 for one in sums.values())


def test_steps_of_a_funnel_do_not_grow() -> None:
    funnels: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for line in sheet("trechter"):
        step = code_of("funnel", line["stap"])
        funnels[line["interventie"], line["begint"]][step] = int(line["mensen"])
    for steps in funnels.values():
        assert steps["approached"] >= steps.pop("undetermined")
        assert list(steps.values()) == sorted(steps.values(), reverse=True)
        assert list(steps) == ["approached", "enrolled", "started", "followed", "finished"]


def test_ties_are_between_partners_that_were_asked() -> None:
    roster = {(line["ronde"], line["partner"]): line["antwoord"] for line in sheet("partnerronde")}
    for line in sheet("banden"):
        assert roster[line["ronde"], line["van"]] == "ja" and line["van"] != line["naar"]
        assert (line["ronde"], line["naar"]) in roster
        scores = {line[one] for one in headers("banden")[4:]}
        assert line["intensiteit"] and scores <= {"", "1", "2", "3", "4"}
    keys = Counter(tuple(line.values())[:4] for line in sheet("banden"))
    assert set(keys.values()) == {1}


def test_checklists_come_from_partners_that_answered() -> None:
    roster = {(line["ronde"], line["partner"]): line["antwoord"] for line in sheet("partnerronde")}
    found = {(line["ronde"], line["partner"]) for line in sheet("checklist")}
    assert found == {key for key, answered in roster.items() if answered == "ja"}
    assert any(line["invuller"] == "3" for line in sheet("checklist"))
    for line in sheet("checklist"):
        assert {line[str(n)] for n in range(1, 26)} <= {"", "1", "2", "3", "4", "5"}


@pytest.mark.parametrize("name", forms())
def test_answers_are_those_of_the_form(name: str) -> None:
    form = instrument(name)
    allowed = {one.label for one in form.answers} | {f"{one.value:g}" for one in form.answers}
    allowed |= set() if form.answers else {str(n) for n in range(11)}
    ids = [one.id for one in form.items]
    for line in sheet(f"vragenlijsten-{name}"):
        given = {line[one] for one in ids} - {""}
        assert given <= allowed and line["vragenlijst"] == name
        assert bool(given) == (code_of("answered", line["ingevuld"]) == "answered")
        assert (line["deelnemer"], line["interventie"]) in enrolled()
    keys = Counter((line["ronde"], line["deelnemer"]) for line in sheet(f"vragenlijsten-{name}"))
    assert set(keys.values()) == {1}


# --- what the example shows -----------------------------------------------------------------------


@pytest.mark.parametrize("place", BY_PLACE)
def test_as_many_people_of_each_kind_as_assumed(place: str) -> None:
    facts, lines = BY_PLACE[place], [x for x in sheet("deelnemers") if place_of(x) == place]
    people = {line["deelnemer"]: line for line in lines}
    n = len(people)
    assert n == facts.people
    assert near(len(lines) / n - 1, facts.overlap, n)
    for column, group, share in (
        ("geslacht", "women", facts.women),
        ("leeftijd", "65+", facts.older),
        ("herkomst", "outside_europe", facts.outside_europe),
        ("gebied", "outside", facts.outside),
        ("gebied", "unknown", facts.unknown),
        ("doelgroep", "in_target", facts.in_target),
    ):
        counted = sum(one[column] == texts.WORD["group"][group] for one in people.values())
        assert near(counted / n, share, n), (column, group)


def test_how_many_people_came() -> None:
    came = {line["deelnemer"] for line in sheet("aanwezig")}
    found = {(place_of(x), x["deelnemer"]) for x in sheet("deelnemers") if x["deelnemer"] in came}
    counts = Counter(place for place, _ in found)
    assert 220 <= counts["stevenshof"] <= 260
    assert 300 <= counts["alphen-noord"] <= 340
    assert counts["zuidwest"] < 30


def test_one_part_of_alphen_noord_stays_below_the_threshold() -> None:
    areas = Counter(
        line["gebied"]
        for line in {x["deelnemer"]: x for x in sheet("deelnemers")}.values()
        if place_of(line) == "alphen-noord"
    )
    assert areas["WK048403"] == BY_PLACE["alphen-noord"].small_area < 10
    assert min(areas["WK048401"], areas["WK048402"]) > 50


@pytest.mark.parametrize("place", BOTH)
def test_people_come_and_leave_as_assumed(place: str) -> None:
    facts = BY_PLACE[place]
    ends = {one["code"]: one["eindigt"] or "31-12-2022" for one in sheet("interventies")}
    due = [
        line
        for line in sheet("deelnemers")
        if place_of(line) == place
        and day(ends[line["interventie"]]) - day(line["begint"]) > timedelta(days=290)
    ]
    left = [one for one in due if one["reden"] and one["eindigt"] != ends[one["interventie"]]]
    assert near(len(left) / len(due), facts.loss, len(due))
    shares = [share for who, share in exposure() if who == place]
    assert abs(mean(shares) - facts.attendance * (1 - facts.never_came)) < 0.05
    assert stdev(shares) > 0.15


def exposure() -> Iterator[tuple[str, float]]:
    """Place and share of the sessions that somebody came to, from five sessions on."""
    came = {(line["bijeenkomst"], line["deelnemer"]) for line in sheet("aanwezig")}
    days = [(code, one["interventie"], day(one["dag"])) for code, one in HELD.items()]
    for (person, what), (first, last) in enrolled().items():
        there = [code for code, which, when in days if which == what and first <= when <= last]
        if len(there) >= 5:
            yield (
                place_of({"interventie": what}),
                sum((code, person) in came for code in there) / len(there),
            )


@pytest.mark.parametrize("place", BOTH)
def test_corona_leaves_a_gap(place: str) -> None:
    facts, lines = BY_PLACE[place], [x for x in sheet("bijeenkomsten") if place_of(x) == place]
    assert 150 <= len(lines) <= 215
    gap = [x for x in lines if any(a <= day(x["dag"]) <= b for a, b in CORONA)]
    off = [x for x in gap if x["reden"] == "coronamaatregelen"]
    assert near(len(off) / len(gap), facts.corona, len(gap))
    others = [x for x in lines if x not in gap]
    assert [x for x in others if x["reden"] == "coronamaatregelen"] == []
    cancelled = [x for x in others if x["reden"] not in ("", "te weinig aanmeldingen")]
    assert near(len(cancelled) / len(others), facts.cancelled, len(others))


def scores(name: str) -> dict[tuple[str, int, str], float]:
    """Complete scores by place, round and person, worked out here."""
    found = {}
    for line in sheet(f"vragenlijsten-{name}"):
        cells = {one.id: line[one.id] for one in instrument(name).items}
        if all(cells.values()):
            score = _who5(cells) if name == "who5" else _lonely(cells)
            found[place_of(line), int(line["ronde"][-1]), line["deelnemer"]] = score
    return found


def _who5(cells: Line) -> float:
    return 4.0 * sum(map(int, cells.values()))


def _lonely(cells: Line) -> float:
    lonely = {id: {"ja", "min of meer"} for id in ("3", "9", "10")}
    lonely |= {id: {"nee", "min of meer"} for id in ("4", "7", "8")}
    return float(sum(cell in lonely[id] for id, cell in cells.items()))


def changes(name: str, place: str, number: int = 1) -> dict[str, float]:
    """By person, the change since the start."""
    found = scores(name)
    return {
        person: score - found[place, 0, person]
        for (where, at, person), score in found.items()
        if where == place and at == number and (place, 0, person) in found
    }


@pytest.mark.parametrize("place", BOTH)
def test_answers_and_loss_per_round(place: str) -> None:
    facts, states = BY_PLACE[place], defaultdict(Counter)
    for line in sheet("vragenlijsten-who5"):
        if place_of(line) == place:
            states[line["ronde"][-1]][code_of("answered", line["ingevuld"])] += 1
    asked, first = states["0"].total(), states["0"]["answered"]
    assert near(first / asked, facts.response, asked)
    assert near(states["1"]["answered"] / first, facts.retention, first)
    assert near(
        states["2"]["answered"] / states["1"]["answered"], facts.retention, states["1"]["answered"]
    )
    assert states["1"].total() == states["2"].total() == first
    assert all(states["1"][one] for one in ("no_answer", "refused", "left"))


@pytest.mark.parametrize("place", BOTH)
def test_the_change_is_that_of_the_assumptions(place: str) -> None:
    facts = BY_PLACE[place]
    start = [score for (where, at, _), score in scores("who5").items() if (where, at) == (place, 0)]
    assert abs(mean(start) - facts.wellbeing) < 3 * stdev(start) / sqrt(len(start))
    for name, effect in (
        ("who5", facts.wellbeing_effect),
        ("dejonggierveld6", facts.loneliness_effect),
    ):
        found = list(changes(name, place).values())
        assert len(found) >= 30
        assert abs(mean(found) - effect) < 2.5 * stdev(found) / sqrt(len(found)), name
    assert abs(stdev(changes("who5", place).values()) - facts.wellbeing_sd) < 4


def test_stevenshof_gets_better_and_alphen_noord_does_not() -> None:
    for place, better in (("stevenshof", True), ("alphen-noord", False)):
        found = list(changes("who5", place).values())
        assert (mean(found) - 1.96 * stdev(found) / sqrt(len(found)) > 0) == better
        assert mean(changes("dejonggierveld6", place).values()) < 0


def test_pairs_by_intervention_run_from_none_to_enough() -> None:
    what = {line["deelnemer"]: line["interventie"] for line in sheet("vragenlijsten-who5")}
    pairs = Counter(what[person] for place in BOTH for person in changes("who5", place))
    by_person = {one for _, one in enrolled()}
    assert pairs["interventie-voorbeeld-stevenshof-ouders"] == 9
    assert sum(12 <= count <= 29 for count in pairs.values()) >= 4
    assert {place_of({"interventie": one}) for one in by_person - set(pairs)} == set(BY_PLACE)
    bewegen = [one for one in pairs if one.endswith(("wandelen", "koken"))]
    assert sum(pairs[one] for one in bewegen) >= 30


def test_zuidwest_only_begins() -> None:
    places = {line["wijk"] for line in sheet("monitorplannen")}
    assert places == set(BOTH)
    lines = [x for x in sheet("vragenlijsten-who5") if place_of(x) == "zuidwest"]
    assert 0 < sum(x["ingevuld"] == "ingevuld" for x in lines) < 10
    rounds = [x for x in sheet("meetrondes") if x["wijk"] == "zuidwest"]
    assert len(rounds) == 2 and [x["nummer"] for x in rounds if not x["eindigt"]] == ["0"]
    assert len([x for x in sheet("bijeenkomsten") if place_of(x) == "zuidwest"]) < 20


def test_webs_have_fifteen_to_twenty_five_sheets() -> None:
    rounds = {x["code"] for x in sheet("meetrondes") if x["soort"] == "spinnenweb in gesprek"}
    sheets = Counter(line["ronde"] for line in sheet("vragenlijsten-spinnenweb"))
    assert set(sheets) == rounds and len(rounds) == 6
    assert all(15 <= count <= 25 for count in sheets.values())


def rosters(place: str) -> list[dict[str, str]]:
    """Per round, who was asked and whether they answered."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for line in sheet("partnerronde"):
        if place_of(line) == place:
            found[line["ronde"]][line["partner"]] = line["antwoord"]
    return [found[one] for one in sorted(found)]


@pytest.mark.parametrize(("place", "partners"), [("stevenshof", 18), ("alphen-noord", 22)])
def test_partners_come_and_go(place: str, partners: int) -> None:
    first, second, third = rosters(place)
    assert len({*first, *second, *third}) == partners
    assert len(set(second) - set(third)) == 1
    assert set(second) - set(first) and set(third) - set(second)


def test_one_later_round_has_too_few_answers() -> None:
    shares = {
        (place, number): mean(one == "ja" for one in roster.values())
        for place in BOTH
        for number, roster in enumerate(rosters(place), 1)
    }
    assert [key for key, share in shares.items() if share < 0.7] == [("alphen-noord", 3)]
    assert all(share <= 0.9 for share in shares.values())


def test_the_network_of_stevenshof_grows() -> None:
    def density(place: str, number: int) -> float:
        code, roster = f"ronde-voorbeeld-{place}-partners{number}", rosters(place)[number - 1]
        lines = [x for x in sheet("banden") if x["ronde"] == code]
        tied = {frozenset((x["van"], x["naar"])) for x in lines}
        return len(tied) / len(list(combinations(roster, 2)))

    found = {place: [density(place, number) for number in (1, 2, 3)] for place in BOTH}
    assert found["stevenshof"][1] - found["stevenshof"][0] > 0.04
    assert found["stevenshof"][2] - found["stevenshof"][1] > 0.04
    assert max(found["alphen-noord"]) - min(found["alphen-noord"]) < 0.1


def test_core_elements_and_lights() -> None:
    elements = Counter(line["interventie"] for line in sheet("kernelementen"))
    assert set(elements) == {line["code"] for line in sheet("interventies")}
    assert all(5 <= count <= 8 for count in elements.values())
    lights = Counter(code_of("light", line["licht"]) for line in sheet("beoordelingen"))
    assert all(lights[one] >= 5 for one in ("green", "amber", "red"))
    halves = Counter((x["interventie"], x["dag"][-7:]) for x in sheet("beoordelingen"))
    assert set(halves.values()) == {1}
    overruled = [x for x in sheet("beoordelingen") if "belrondes" in x["reden"]]
    assert {code_of("light", x["licht"]) for x in overruled} == {"amber"} and len(overruled) == 2


def test_stories_with_and_without_consent() -> None:
    consent = Counter(code_of("consent", line["toestemming"]) for line in sheet("verhalen"))
    assert consent["none"] >= 1 and consent["given"] >= 10
