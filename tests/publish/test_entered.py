"""What people entered, as it leaves: by role, with its thread, its history and its loose ends."""

import csv
import io
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.votes.meeting import begin
from wijzer import access, catalog, publish, texts
from wijzer.access import MACHINE, PUBLIC, Visitor
from wijzer.kinds import KINDS
from wijzer.lists import CODES
from wijzer.model import Role
from wijzer.publish import Row
from wijzer.store import content, entries, many
from wijzer.store.database import Store
from wijzer.store.entries import Saving, State
from wijzer.store.register import Register

TEAM = Visitor(Role.TEAM, "team")
ROLES = [TEAM, PUBLIC]
WIJKEN = list(catalog.neighbourhoods())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    """Everything that the project comes with. Copy it before you change it."""
    register = content.open_register(tmp_path_factory.mktemp("project"))
    yield entries.state(register)
    register.close()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """An empty register."""
    found = begin(tmp_path)
    yield found
    found.close()


def save(register: Register, kind: str, id: str, life: str = "active", why: str = "",
         **body: Any) -> None:  # fmt: skip
    """A new revision of a thing: what it was, and these fields."""
    revisions = entries.history(register, kind, id)
    before = entries.body_of(kind, revisions[-1]) if revisions else {}
    how = Saving(len(revisions), life, why=why)
    entries.save(register, MACHINE, kind, id, before | body, how)


def theme(register: Register, id: str = "thema", **more: Any) -> str:
    values = {"neighbourhood": "zuidwest", "title": "Bewegen", "choice": "chosen"}
    save(register, "theme", id, **(values | more))
    return id


# --- by role --------------------------------------------------------------------------------------


@pytest.mark.parametrize("visitor", ROLES, ids=lambda one: one.name)
def test_drafts_and_retired_things_are_no_part_of_a_plan(
    visitor: Visitor, register: Register
) -> None:
    for life in ("draft", "active", "retired"):
        theme(register, life, life=life)
    assert list(publish.entered(entries.state(register), visitor)["theme"]) == ["active"]


def test_drafts_are_for_the_team(register: Register) -> None:
    theme(register, "half", life="draft")
    theme(register, "heel")
    state = entries.state(register)
    assert [row["id"] for _, row in publish.drafts(state, TEAM)] == ["half"]
    assert publish.drafts(state, PUBLIC) == []


@pytest.mark.parametrize("visitor", ROLES, ids=lambda one: one.name)
def test_nobody_hears_a_quote_without_consent(visitor: Visitor, register: Register) -> None:
    at = theme(register)
    for consent in CODES["consent"]:
        save(register, "quote", consent, theme=at, text="Hm", speaker="resident", consent=consent)
    seen = publish.entered(entries.state(register), visitor)
    assert set(seen["quote"]) == {"given", "published"}


@given(
    st.sampled_from([("meeting", "residents"), ("meeting", "professionals"),
                     ("theme_group", "residents"), ("target_group", "size")]),
    st.integers(0, 400),
    st.sampled_from(ROLES),
)  # fmt: skip
def test_a_small_number_of_people_never_leaves(
    what: tuple[str, str], count: int, visitor: Visitor
) -> None:
    kind, field = what
    row: Row = {"id": "x", "life": "active", "title": "x"} | dict.fromkeys(KINDS[kind].names)
    seen = publish.entered(_state(kind, row | {field: count}), visitor)[kind]["x"]
    told = seen[f"{field}_text"]
    smallest = access.SMALLEST[visitor.role]
    assert field not in seen
    if 0 < count < smallest:
        assert told == f"minder dan {smallest}"
    elif visitor is TEAM:
        assert told == texts.number(count)
    else:
        # In fives, so that two counts cannot be subtracted to find one person.
        assert int(told) % 5 == 0 and abs(int(told) - count) <= 2
    assert publish.facts(kind, seen, publish.Names({}, {})).count((texts.FIELD[field], told)) == 1


def _state(kind: str, *rows: Row) -> State:
    return {one: {} for one in KINDS} | {kind: {row["id"]: row for row in rows}}


@given(st.integers(0, 60) | st.none(), st.sampled_from(ROLES))
def test_a_reading_of_a_few_answers_never_leaves(answers: int | None, visitor: Visitor) -> None:
    row: Row = dict.fromkeys(KINDS["reading"].names)
    row |= {"id": "x", "life": "active", "value": 61.7, "answers": answers}
    seen = publish.entered(_state("reading", row), visitor)["reading"]["x"]
    few = answers is not None and answers < {Role.TEAM: 10, Role.PUBLIC: 30}[visitor.role]
    assert seen["few"] is few
    assert (seen["value"], seen["answers"]) == ((None, None) if few else (61.7, answers))


# --- the thread -----------------------------------------------------------------------------------


@pytest.mark.parametrize("wijk", WIJKEN)
def test_the_thread_holds_all_that_hangs_on_an_indicator_and_no_more(
    wijk: str, project: State
) -> None:
    seen = publish.entered(project, PUBLIC)
    linked = 0
    for indicator in catalog.indicators():
        found = publish.thread(seen, wijk, indicator)
        ids = [{row["id"] for row in rows} for rows in
               (found.themes, found.goals, found.interventions, found.activities)]  # fmt: skip
        assert ids == _by_hand(seen, wijk, indicator)
        linked += bool(found.themes)
    assert linked > 3


def _by_hand(seen: State, wijk: str, indicator: str) -> list[set[str]]:
    mine = {id for id, row in seen["theme"].items() if row["neighbourhood"] == wijk}
    first = {id for id in mine if indicator in (seen["theme"][id]["indicators"] or ())}
    goals = {
        id
        for id, row in seen["goal"].items()
        if row["theme"] in mine and (row["indicator"] == indicator or row["theme"] in first)
    }
    themes = first | {seen["goal"][id]["theme"] for id in goals}
    done = {
        id
        for id, row in seen["intervention"].items()
        if row["neighbourhood"] == wijk
        and (themes & set(row["themes"] or ()) or goals & set(row["goals"] or ()))
    }
    activities = {id for id, row in seen["activity"].items() if row["intervention"] in done}
    return [themes, goals, done, activities]


def test_interventions_of_a_goal_are_those_that_name_it_else_of_its_theme(
    register: Register,
) -> None:
    at = theme(register)
    save(register, "goal", "doel", theme=at, title="Meer lopen")
    for id, goals in (("een", ()), ("twee", ())):
        save(register, "intervention", id, neighbourhood="zuidwest", title=id, run="idea",
             themes=(at,), goals=goals)  # fmt: skip

    def named() -> list[str]:
        seen = publish.entered(entries.state(register), PUBLIC)
        return [row["id"] for row in publish.interventions_of(seen, "zuidwest", at, "doel")]

    assert named() == ["een", "twee"]
    save(register, "intervention", "twee", goals=("doel",))
    assert named() == ["twee"]


PARENTS = (
    *(("goal", "theme"), ("quote", "theme"), ("idea", "theme"), ("theme_group", "theme")),
    *(("activity", "intervention"), ("reading", "goal")),
)


@settings(max_examples=60)
@given(data=st.data())
def test_nothing_in_the_thread_goes_missing(data: st.DataObject, project: State) -> None:
    """Whatever is taken out of use: the rest hangs on something, or stands in the list."""
    kinds = ("theme", "goal", "intervention")
    ids = [(kind, id) for kind in kinds for id in project[kind]]
    gone = set(data.draw(st.lists(st.sampled_from(ids), max_size=20)))
    state = deepcopy(project)
    for kind, id in gone:
        state[kind][id]["life"] = "retired"
    seen = publish.entered(state, TEAM)
    for wijk in WIJKEN:
        ends = {(kind, row["id"]) for kind, row, _ in publish.loose_ends(seen, wijk)}
        for row in publish.of(seen, "intervention", wijk):
            hangs = set(row["themes"] or ()) & set(seen["theme"])
            assert hangs or ("intervention", row["id"]) in ends
        for kind, parent in PARENTS:
            lost = {(kind, id) for id, row in seen[kind].items() if row[parent] not in seen[parent]}
            assert lost <= ends


def test_each_loose_end_says_what_lacks(register: Register) -> None:
    at = theme(register)
    save(register, "intervention", "zomaar", neighbourhood="zuidwest", title="Zomaar", run="idea")
    save(register, "goal", "vaag", theme=at, title="Vaag")
    save(register, "activity", "kwijt", intervention="zomaar", title="Kwijt", run="idea")

    def ends() -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        seen = publish.entered(entries.state(register), TEAM)
        for _, row, lacks in publish.loose_ends(seen, "zuidwest"):
            found.setdefault(row["id"], set()).add(lacks)
        return found

    assert ends() == {
        "thema": {texts.LACKS_FIGURE},
        "zomaar": {texts.LACKS_THEME, texts.LACKS_PILLAR},
        "vaag": {texts.LACKS_INDICATOR},
    }
    theme(register, indicators=("eenzaam",))
    save(register, "goal", "vaag", measure="Een eigen maat")
    save(register, "intervention", "zomaar", themes=(at,), pillars=("support",))
    assert ends() == {}
    entries.retire(register, MACHINE, "intervention", "zomaar", 2, "")
    assert ends() == {"kwijt": {texts.LACKS_PARENT.format(wat="interventie")}}


# --- the matrix -----------------------------------------------------------------------------------


@settings(max_examples=60)
@given(
    st.lists(st.tuples(
        st.sets(st.sampled_from("abc")), st.sets(st.sampled_from(CODES["pillar"])),
        st.sampled_from(CODES["run"]), st.booleans(),
    ), max_size=6),
    st.lists(st.sampled_from(CODES["choice"]), min_size=3, max_size=3),
    st.sampled_from(["", "groep"]),
)  # fmt: skip
def test_matrix_sentence_and_gaps_are_true(
    made: list[tuple[set[str], set[str], str, bool]], choices: list[str], audience: str
) -> None:
    every: list[Row] = [
        {"id": f"i{number}", "neighbourhood": "zuidwest", "title": f"I{number}", "run": run,
         "themes": sorted(themes), "pillars": sorted(pillars), "life": "active",
         "target_groups": ["groep"] if for_them else None}
        for number, (themes, pillars, run, for_them) in enumerate(made)
    ]  # fmt: skip
    themes = [{"id": id, "neighbourhood": "zuidwest", "title": f"Thema {id}", "choice": choice}
              for id, choice in zip("abc", choices, strict=True)]  # fmt: skip
    seen = _state("intervention", *every) | {"theme": {row["id"]: row for row in themes}}
    found = publish.matrix(seen, "zuidwest", audience)
    mine = [row for row in every if not audience or row["target_groups"]]
    # Each intervention stands in all its cells, and in no other.
    served = {id for one in mine for id in one["themes"]}
    shown = {row["id"] for row in themes if row["choice"] == "chosen" or row["id"] in served}
    assert {id for id, _ in found.rows} - {""} == shown
    for (theme_id, pillar), rows in found.cells.items():
        assert [row["id"] for row in rows] == [
            row["id"]
            for row in mine
            if pillar in row["pillars"]
            and (theme_id in row["themes"] if theme_id else not set(row["themes"]) & shown)
        ]
    running = [row for row in mine if row["run"] == "running"]
    assert found.sentence == texts.mix(
        len(mine), len(running), sum(row["run"] == "unknown" for row in mine), len(shown)
    )
    true = [
        texts.NO_PILLAR.format(pijler=texts.WORD["pillar"][one])
        for one in CODES["pillar"]
        if not any(one in row["pillars"] for row in mine)
    ]
    for id in sorted(shown):
        runs = [row["run"] for row in mine if id in row["themes"]]
        true += [] if "running" in runs else [texts.no_running(f"Thema {id}", runs)]
    assert found.gaps == true


def test_sentences_about_what_runs() -> None:
    assert texts.no_running("Slapen", []) == "Bij ‘Slapen’ is er nog geen interventie."
    assert "niet bekend" in texts.no_running("Slapen", ["planned", "unknown"])
    assert texts.no_running("Slapen", ["planned", "stopped"]) == "Bij ‘Slapen’ loopt nu niets."


# --- history and versions -------------------------------------------------------------------------


def names(register: Register) -> publish.Names:
    return publish.Names(publish.entered(entries.state(register), PUBLIC), {"zuidwest": "Zuidwest"})


def test_history_says_what_changed_and_why_the_newest_first(register: Register) -> None:
    at = theme(register)
    save(register, "goal", "doel", theme=at, title="Meer lopen", target=8.0, indicator="eenzaam")
    save(register, "goal", "doel", target=7.5, owner="wijkregisseur", why="Het kan beter")
    entries.retire(register, MACHINE, "goal", "doel", 2, "Klaar")
    revisions = entries.history(register, "goal", "doel")
    told = [row[1:] for row in publish.history("goal", revisions, names(register))]
    assert told == [
        ["beheer", texts.LIFE["retired"], "Klaar"],
        ["beheer", "Streefwaarde: van ‘8’ naar ‘7,5’ Van wie (een rol, geen naam): van ‘leeg’ "
         "naar ‘wijkregisseur’", "Het kan beter"],
        ["beheer", texts.MADE, ""],
    ]  # fmt: skip


def test_history_does_not_tell_what_a_draft_said(register: Register) -> None:
    theme(register, title="Geheim", life="draft")
    theme(register, title="Geheimer", life="draft")
    drafts = entries.history(register, "theme", "thema")
    assert "Geheim" in str(publish.history("theme", drafts, names(register)))
    theme(register, title="Openbaar")
    theme(register, title="Openbaarder", why="Duidelijker")
    told = publish.history("theme", entries.history(register, "theme", "thema"), names(register))
    assert "Geheim" not in str(told)
    assert [row[2] for row in told] == ["Naam: van ‘Openbaar’ naar ‘Openbaarder’", texts.MADE]


@given(st.integers(0, 40), st.integers(0, 40))
def test_history_tells_no_numbers_of_people(before: int, after: int) -> None:
    counts = dict.fromkeys(("residents", "professionals", "size", "answers", "value"), before)
    more = dict.fromkeys(counts, after)
    for kind in ("meeting", "theme_group", "target_group", "reading"):
        assert publish.differences(kind, counts, more, publish.Names({}, {})) == []


def test_nought_is_not_nothing() -> None:
    told = publish.differences("goal", {"target": None}, {"target": 0.0}, publish.Names({}, {}))
    assert told == [("Streefwaarde", "leeg", "0")]
    for nothing in ((None, ""), (None, ()), ([], ()), (None, False)):
        before, after = ({"priority": one} for one in nothing)
        assert publish.differences("target_group", before, after, publish.Names({}, {})) == []


def test_two_versions_of_a_plan_beside_each_other(register: Register) -> None:
    at = theme(register)
    theme(register, "elders", neighbourhood="stevenshof")
    for id in ("blijft", "verandert", "gaat"):
        save(register, "goal", id, theme=at, title=id)
    then = publish.entered(entries.state(register), PUBLIC)
    save(register, "goal", "verandert", owner="de gemeente", why="Afgesproken")
    save(register, "goal", "komt", theme=at, title="komt")
    save(register, "goal", "half", theme=at, title="half", life="draft")
    theme(register, "elders", neighbourhood="stevenshof", title="Anders")
    entries.retire(register, MACHINE, "goal", "gaat", 1, "")
    now = publish.entered(entries.state(register), PUBLIC)
    assert publish.compare(then, now, "zuidwest", names(register)) == [
        ["Doel", "gaat", texts.TAKEN_OUT, ""],
        ["Doel", "verandert", "Van wie (een rol, geen naam): van ‘leeg’ naar ‘de gemeente’",
         "Afgesproken"],
        ["Doel", "komt", texts.ADDED, ""],
    ]  # fmt: skip
    assert publish.compare(now, now, "zuidwest", names(register)) == []


# --- steps ----------------------------------------------------------------------------------------


def test_what_a_person_says_of_a_step_goes_before_what_was_published(register: Register) -> None:
    step = {"neighbourhood": "zuidwest", "scheme": "gwa", "number": 2, "text": "Bezig"}
    rows = [("step", "oud", step | {"status": "done"})]
    many.add_all(register, MACHINE, rows, Saving(batch="gepubliceerd"))

    def status() -> str:
        seen = publish.entered(entries.state(register), PUBLIC)
        return publish.status(publish.steps(seen, "zuidwest", "gwa").get(2, []))

    assert status() == "done"
    save(register, "step", "nieuw", **step, status="busy")
    assert status() == "busy"
    assert publish.status([]) == "unknown"


@pytest.mark.parametrize(("scheme", "last"), [("gwa", 5), ("amersfoort", 4)])
def test_a_step_that_the_scheme_does_not_have_is_left_out(
    scheme: str, last: int, register: Register
) -> None:
    for number in (0, 1, last, last + 1, 99):
        save(register, "step", f"stap-{number}", neighbourhood="zuidwest", scheme=scheme,
             number=number, status="busy", text="Tekst")  # fmt: skip
    seen = publish.entered(entries.state(register), PUBLIC)
    assert list(publish.steps(seen, "zuidwest", scheme)) == [1, last]


# --- how large a target group is ------------------------------------------------------------------


def group(**values: Any) -> Row:
    return dict.fromkeys(KINDS["target_group"].names) | {"size_text": "niet bekend"} | values


def test_a_counted_group_has_its_rounding_interval(real_store: Store) -> None:
    """Four either way for every count that CBS rounded: once for a wijk, four times for four."""
    for one in catalog.neighbourhoods().values():
        area, wijken = one.code, len(one.parts)
        told, how = publish.size(real_store, group(method="population", area=area))
        found = re.fullmatch(r"([\d.]+) \(([\d.]+) tot ([\d.]+)\)", told)
        assert found
        count, low, high = (int(one.replace(".", "")) for one in found.groups())
        assert (count - low, high - count) == (4 * wijken, 4 * wijken)
        assert count == publish.inhabitants(real_store, area)[0]
        assert how.startswith("CBS, 20")


def test_a_share_is_said_to_be_an_estimate(real_store: Store) -> None:
    told, how = publish.size(
        real_store, group(method="share", area="WK054609", indicator="eenzaam")
    )
    assert told.startswith("ongeveer ")
    assert how.startswith("Schatting: ") and "Hoe zeker het aandeel is, weten we niet." in how
    # Of adults: less than the same share of everybody.
    share = float(re.findall(r"Schatting: (\d+)%", how)[0]) / 100
    everybody = publish.inhabitants(real_store, "WK054609")[0]
    assert 0 < int(told.removeprefix("ongeveer ").replace(".", "")) < share * everybody


@pytest.mark.parametrize(
    "values",
    [
        {"method": "population", "area": "WK999999"},
        {"method": "population", "area": None},
        {"method": "population", "area": "WK054609", "trait": "age", "category": "3-7"},
        {"method": "share", "area": "WK054609", "indicator": None},
        {"method": "share", "area": "WK054609", "indicator": "leefbaarheid"},
        {"method": "share", "area": None, "indicator": "eenzaam"},
        {"method": "own"},
    ],
)
def test_a_group_that_nobody_counted_says_so(values: Row, real_store: Store) -> None:
    told, how = publish.size(real_store, group(**values))
    assert told == "niet bekend" and how


# --- a table as a file ----------------------------------------------------------------------------

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=12)
NASTY = st.sampled_from(
    ["=1+1", "+31", "-2+3", "@SUM(A1)", "\t=1", " =1", "\n@x", "＝1", "；", '"', "'=1",
     "a;b", "a\nb", "\ufeff=1", "\u200b=1", "\u2060=1", "\xa0=1", "−3", "|calc", "%0A=1"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.lists(CELLS | NASTY, min_size=2, max_size=2), max_size=5))
def test_no_cell_of_a_file_runs_and_no_word_is_lost(rows: list[list[str]]) -> None:
    made = publish.table_csv(["een", "twee"], rows)
    assert made.startswith(b"\xef\xbb\xbf")
    text = made.decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert read[0] == ["een", "twee"]
    for cells, given_ in zip(read[1:], rows, strict=True):
        for cell, was in zip(cells, given_, strict=True):
            assert cell in (was, f"'{was}")
            assert not runs(cell)


@pytest.mark.parametrize("cell", ["veilig\r=1+1", "\r=1+1", "veilig\r\n=1+1", "veilig\n=1+1"])
def test_a_line_end_in_a_cell_begins_no_new_row(cell: str) -> None:
    text = publish.table_csv(["een", "twee"], [["voor", cell]]).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(read) == 2 and not runs(read[1][1])
    assert read[1][1].removeprefix("'").split() == cell.split()


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take it for a formula, after the blanks that it strips."""
    return cell.strip().startswith(tuple("=+-@＝＋－＠"))
