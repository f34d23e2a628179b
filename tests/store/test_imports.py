"""An import in the store: all of it or nothing, taken back exactly; a person erased for good."""

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.monitor_files import GOOD, ID, Table, changed, lines, workbook
from tests.store.bodies import begin, cells
from wijzer import texts
from wijzer.access import MACHINE, PUBLIC, NotAllowed, Visitor
from wijzer.ingest.monitor import examples, intake, person
from wijzer.kinds import KINDS
from wijzer.model import Role
from wijzer.store import bulk, content, entries, erasure, freshness, imports, many
from wijzer.store.entries import Conflict, Invalid, Saving
from wijzer.store.imports import CannotUndo, Content, Stale
from wijzer.store.many import Revision
from wijzer.store.register import FILE, Refused, Register, RegisterDamaged, RegisterError

TEAM = Visitor(Role.TEAM, "team")
ROUND = {"neighbourhood": "zuidwest", "title": "Ronde", "subject": "network", "number": 0,
         "day": date(2024, 1, 1)}  # fmt: skip
KEYS = [f"{number:064x}" for number in range(3)]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with what was published. Do not open."""
    made = content.open_register(tmp_path_factory.mktemp("begin") / "register", examples=False)
    made.close()
    return made.file


@pytest.fixture
def own(template: Path, tmp_path: Path) -> Iterator[Register]:
    """A register of this test alone, with what was published."""
    (tmp_path / "register").mkdir()
    found = Register(Path(shutil.copyfile(template, tmp_path / "register" / FILE)))
    yield found
    found.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Register]:
    """A register without anything in it."""
    found = begin(tmp_path / "register")
    yield found
    found.close()


def come_in(register: Register, tables: dict[str, Table]) -> str:
    """Bring a file in. Returns the id of the run."""
    done = intake.bring_in(register, TEAM, "x.xlsx", workbook(tables))
    assert done.run, done.checked.faults
    return done.run


def persons(*people: str, **more: Any) -> list[dict[str, Any]]:
    plain = {"starts": date(2024, 1, 1), "ends": None, "ended": None, "reason": None,
             "area": "unknown", "age": "unknown", "sex": "unknown", "origin": "unknown",
             "target": "unknown"}  # fmt: skip
    return [{"intervention": "i-1", "person": one, **plain, **more} for one in people]


def brought(register: Register, rows: dict[str, list[dict[str, Any]]], *things: Any) -> str:
    plan = imports.compare(register, Content(things, rows, "0" * 64))
    return imports.apply(register, TEAM, plan)


def in_use(register: Register) -> dict[str, Any]:
    """What counts: bodies and lives of things, and the rows of the tables."""
    state = entries.state(register)
    held = cells(register)
    found: dict[str, Any] = {
        kind: {
            id: (row["life"], row["example"], entries.body_of(kind, row))
            for id, row in rows.items()
            if row["life"] != "retired"
        }
        for kind, rows in state.items()
    }
    return found | {table: held[table] for table in (*bulk.KEYS, "replaced", "told")}


# --- what it would change -------------------------------------------------------------------------


def test_what_is_new_what_changes_and_what_stays(empty: Register) -> None:
    brought(empty, {"participant": persons(*KEYS[:2])}, ("survey_round", "r-1", ROUND))
    rows = [*persons(KEYS[0]), *persons(KEYS[1], age="65+"), *persons(KEYS[2])]
    later = ("survey_round", "r-1", {"number": 3})
    plan = imports.compare(empty, Content((later,), {"participant": rows}, "1"))
    people, rounds = plan.parts["participant"], plan.parts["survey_round"]
    assert [row["person"] for row in people.new] == [KEYS[2]]
    assert [(before["age"], after["age"]) for before, after in people.changed] == [
        ("unknown", "65+")
    ]
    assert people.same == 1
    [(before, after)] = rounds.changed
    assert (before["number"], after.body["number"], after.body["title"]) == (0, 3, "Ronde")
    assert (plan.added, plan.changed, plan.nothing) == (1, 2, False)


def test_only_looking_writes_nothing(empty: Register) -> None:
    before, version = cells(empty), empty.version
    imports.compare(empty, Content((("survey_round", "r-1", ROUND),), {}, "1"))
    assert (cells(empty), empty.version) == (before, version)


def test_a_new_version_of_the_scoring_alone_changes_nothing(empty: Register) -> None:
    row = {"round": "r", "person": KEYS[0], "instrument": "who5", "version": "1",
           "intervention": None, "area": "unknown", "answered": "answered",
           "answers": [1.0, None]}  # fmt: skip
    brought(empty, {"response": [row]})
    plan = imports.compare(empty, Content((), {"response": [row | {"version": "2"}]}, "1"))
    assert plan.nothing
    plan = imports.compare(empty, Content((), {"response": [row | {"answers": [1.0, 2.0]}]}, "1"))
    assert plan.changed == 1


# --- all of it or nothing -------------------------------------------------------------------------


def test_the_run_is_told(empty: Register) -> None:
    run = brought(empty, {"participant": persons(KEYS[0])}, ("survey_round", "r-1", ROUND))
    [told] = imports.runs(empty)
    assert (told.id, told.added, told.changed, told.made_by) == (run, 2, 0, "team")
    assert set(told.subjects) == {"participant", "survey_round"}
    assert (told.example, told.undone_at, told.kept) == (False, None, "")
    row = entries.state(empty)["survey_round"]["r-1"]
    assert (row["batch"], row["why_changed"], row["life"]) == (run, texts.IMPORTED, "active")
    assert cells(empty)["participant"][0]["batch"] == run


@pytest.mark.parametrize(
    "rows",
    [
        {"participant": [*persons(KEYS[0]), *persons("geen sleutel")]},
        {"participant": persons(KEYS[0], age="100")},
        {"attendance": [{"session": "s", "person": KEYS[0]}, {"session": None, "person": KEYS[1]}]},
        {"tie": [{"round": "r", "sender": "a", "receiver": "a", "respondent": 1, "intensity": 1,
                  **dict.fromkeys(("reliable", "supportive", "open", "power", "involvement",
                                   "resources"))}]},
    ],
)  # fmt: skip
def test_what_the_schema_refuses_leaves_nothing(empty: Register, rows: Any) -> None:
    before = cells(empty)
    with pytest.raises(Refused):
        brought(empty, rows, ("survey_round", "r-1", ROUND))
    assert cells(empty) == before


def test_a_thing_that_cannot_be_leaves_nothing(empty: Register) -> None:
    before = cells(empty)
    good = ("survey_round", "r-1", ROUND)
    for wrong in (
        ("survey_round", "r-2", ROUND | {"title": ""}),
        ("core_element", "k-1", {"intervention": "nergens", "title": "Kern"}),
        ("core_element", "k-1", {"intervention": "r-1", "title": "Kern"}),
    ):
        with pytest.raises(Invalid):
            brought(empty, {"participant": persons(KEYS[0])}, good, wrong)
    with pytest.raises(Refused):
        brought(empty, {}, good, ("monitor_plan", "r-1", {"neighbourhood": "zuidwest",
                                                          "title": "Plan"}))  # fmt: skip
    assert cells(empty) == before


def test_somebody_else_was_first(empty: Register) -> None:
    plan = imports.compare(empty, Content((("survey_round", "r-1", ROUND),), {}, "1"))
    entries.save(empty, MACHINE, "survey_round", "r-1", ROUND, Saving())
    before = cells(empty)
    with pytest.raises(Stale):
        imports.apply(empty, TEAM, plan)
    revision = Revision("survey_round", "r-1", ROUND, Saving(0))
    with pytest.raises(Conflict), empty.change(TEAM) as change:
        many.put(change, [revision], "team")
    assert cells(empty) == before


def test_an_import_is_checked_again_when_somebody_was_first(
    own: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change between looking and writing: it looks again, and then writes."""
    apply, tries = imports.apply, []

    def slow(register: Register, *rest: Any, **more: Any) -> str:
        if not tries:
            entries.save(register, MACHINE, "survey_round", "tussendoor", ROUND, Saving())
        tries.append(1)
        return apply(register, *rest, **more)

    monkeypatch.setattr(imports, "apply", slow)
    come_in(own, GOOD)
    assert len(tries) == 2
    assert {"tussendoor", "t0"} <= set(entries.state(own)["survey_round"])


def test_writing_is_for_the_team(own: Register) -> None:
    run = come_in(own, GOOD)
    before = cells(own)
    plan = imports.compare(own, Content((("survey_round", "r-1", ROUND),), {}, "1"))
    for write in (
        lambda: imports.apply(own, PUBLIC, plan),
        lambda: imports.undo(own, PUBLIC, run),
        lambda: erasure.erase(own, PUBLIC, KEYS[0]),
    ):
        with pytest.raises(NotAllowed):
            write()
    assert cells(own) == before


# --- taken back -----------------------------------------------------------------------------------


def test_taking_back_what_was_new(own: Register) -> None:
    before = in_use(own)
    run = come_in(own, GOOD)
    assert imports.undo(own, TEAM, run) == imports.runs(own)[0].added
    assert in_use(own) == before
    assert imports.runs(own)[0].undone_at is not None
    again = come_in(own, GOOD)
    assert again != run
    own.close()
    Register(own.file).close()


def test_taking_back_what_changed(own: Register) -> None:
    first = come_in(own, GOOD)
    before = in_use(own)
    tables = {
        **GOOD,
        "bijeenkomsten": changed("bijeenkomsten", 2, "mensen", 9)["bijeenkomsten"],
        "deelnemers": changed("deelnemers", 3, "leeftijd", "45-65")["deelnemers"],
        "vragenlijsten": changed("vragenlijsten", 2, "5", 1)["vragenlijsten"],
        "checklist": changed("checklist", 2, "25", 1)["checklist"],
        "banden": changed("banden", 2, "middelen", 4)["banden"],
        "partnerronde": [*GOOD["partnerronde"], ["p0", "partner-gemeente-leiden", "ja"]],
    }
    second = come_in(own, tables)
    after = in_use(own)
    assert {name for name in before if before[name] != after[name]} == {
        *("session", "participant", "response", "checklist", "tie", "roster", "replaced"),
    }
    with pytest.raises(CannotUndo) as error:
        imports.undo(own, TEAM, first)
    assert error.value.why == "newer"
    assert in_use(own) == after

    imports.undo(own, TEAM, second)

    assert in_use(own) == before
    imports.undo(own, TEAM, first)
    with pytest.raises(CannotUndo) as error:
        imports.undo(own, TEAM, first)
    assert error.value.why == "done"


def test_a_later_import_that_leans_on_it_goes_first(own: Register) -> None:
    base = {name: GOOD[name] for name in ("bijeenkomsten", "deelnemers", "meetrondes")}
    first = come_in(own, base)
    apart = come_in(own, {"verhalen": GOOD["verhalen"]})
    second = come_in(own, {"aanwezig": GOOD["aanwezig"]})
    assert {run.id: run.kept for run in imports.runs(own)} == {
        first: "newer", apart: "", second: "",
    }  # fmt: skip
    with pytest.raises(CannotUndo):
        imports.undo(own, TEAM, first)
    imports.undo(own, TEAM, second)
    imports.undo(own, TEAM, first)
    assert [run.id for run in imports.runs(own) if not run.undone_at] == [apart]


def test_what_somebody_changed_afterwards_is_not_lost(own: Register) -> None:
    run = come_in(own, GOOD)
    row = entries.state(own)["session"]["b-1"]
    body = entries.body_of("session", row)
    entries.save(own, TEAM, "session", "b-1", body | {"people": 99}, Saving(1, why="geteld"))
    before = cells(own)
    with pytest.raises(CannotUndo) as error:
        imports.undo(own, TEAM, run)
    assert error.value.why == "edited"
    assert cells(own) == before
    entries.undo(own, TEAM, "session", "b-1", 2, "")
    imports.undo(own, TEAM, run)
    assert entries.state(own)["session"]["b-1"]["life"] == "retired"


def test_an_import_is_not_the_last_change_that_a_person_made(own: Register) -> None:
    before = entries.last_change(entries.state(own))
    run = come_in(own, GOOD)
    assert entries.last_change(entries.state(own)) == before
    imports.undo(own, TEAM, run)
    assert entries.last_change(entries.state(own)) == before


def test_what_was_taken_back_about_people_is_in_no_byte(own: Register) -> None:
    key = person.key(person.secret(own.file.parent), "d-001")
    run = come_in(own, GOOD)
    imports.undo(own, TEAM, run)
    assert key.encode() not in own.file.read_bytes()


def test_an_import_that_is_not_there(own: Register) -> None:
    with pytest.raises(CannotUndo):
        imports.undo(own, TEAM, "import-nergens")


# --- erased for good ------------------------------------------------------------------------------


def key_of(register: Register, number: str) -> str:
    return person.key(person.secret(register.file.parent), number)


def with_history(register: Register) -> str:
    """A register with a person in every table, also in what an import replaced."""
    come_in(register, GOOD)
    come_in(register, changed("deelnemers", 2, "leeftijd", "45-65"))
    return key_of(register, "d-001")


def test_everything_of_a_person_goes_and_a_proof_stays(own: Register) -> None:
    key = with_history(own)
    own.compact()
    assert own.file.read_bytes().count(key.encode()) > 0
    others = {t: [r for r in cells(own)[t] if r["person"] != key] for t in bulk.PERSONAL}

    proof = erasure.erase(own, TEAM, key)

    assert (proof.rows, proof.copies, proof.unread) == (5, (), ())
    held = cells(own)
    assert {table: held[table] for table in bulk.PERSONAL} == others
    assert held["replaced"] == []
    [told] = erasure.proofs(own)
    assert told["person_hash"] == proof.hash == hashlib.sha256(key.encode()).hexdigest()
    assert (told["rows"], told["made_by"]) == (5, "team")
    for hidden in (key, "d-001", "D-001"):
        assert hidden.encode() not in own.file.read_bytes()
    # Nothing else changed, and the next import can still be taken back.
    imports.undo(own, TEAM, imports.runs(own)[0].id)


def test_a_later_backup_does_not_have_the_person(own: Register, tmp_path: Path) -> None:
    key = with_history(own)
    erasure.erase(own, TEAM, key)
    own.backup(tmp_path / "later.duckdb")
    assert key.encode() not in (tmp_path / "later.duckdb").read_bytes()


def test_an_older_backup_does_not_bring_the_person_back(own: Register, tmp_path: Path) -> None:
    key, copy = with_history(own), tmp_path / "eerder.duckdb"
    other = key_of(own, "d-002")
    erasure.erase(own, TEAM, other)
    own.backup(copy)
    assert key.encode() in copy.read_bytes()
    was = copy.read_bytes()
    erasure.erase(own, TEAM, key)

    old = erasure.restore(own, copy)

    assert copy.read_bytes() == was
    assert old.is_file()
    for hidden in (key, other):
        assert hidden.encode() not in own.file.read_bytes()
        assert hidden.encode() not in old.read_bytes()
    assert len(erasure.hashes(own)) == 2
    assert len(cells(own)["participant"]) == 1
    assert sorted(one.name for one in own.file.parent.iterdir()) == sorted([FILE, old.name])


def test_what_was_erased_in_the_backup_stays_so(own: Register, tmp_path: Path) -> None:
    """A register that never knew of it, such as a new one, does not bring anybody back either."""
    key, copy = with_history(own), tmp_path / "eerder.duckdb"
    erasure.erase(own, TEAM, key)
    own.backup(copy)
    fresh = begin(tmp_path / "nieuw")
    erasure.restore(fresh, copy)
    assert len(erasure.hashes(fresh)) == 1
    assert key.encode() not in fresh.file.read_bytes()
    fresh.close()


def test_copies_beside_the_register_are_cleaned_too(own: Register, tmp_path: Path) -> None:
    key, copy = with_history(own), tmp_path / "kopie.duckdb"
    own.backup(copy)
    old = own.restore(copy)
    assert key.encode() in old.read_bytes()
    broken = own.file.with_name("register-voor-stap-0009.duckdb")
    broken.write_bytes(b"niet te lezen")

    proof = erasure.erase(own, TEAM, key)

    assert proof.copies == (old.name,)
    assert proof.unread == (broken.name,)
    assert key.encode() not in old.read_bytes()
    assert broken.read_bytes() == b"niet te lezen"
    left = Register(old)
    assert len(cells(left)["participant"]) == 2
    left.close()


def test_erasing_somebody_who_is_not_there_is_told_as_well(own: Register) -> None:
    assert erasure.erase(own, TEAM, KEYS[0]).rows == 0
    assert len(erasure.proofs(own)) == 1


@pytest.mark.parametrize("body", [b"", b"geen register " * 999, None])
def test_a_backup_that_is_none_changes_nothing(
    own: Register, tmp_path: Path, body: bytes | None
) -> None:
    come_in(own, GOOD)
    source, before = tmp_path / "kopie.duckdb", cells(own)
    if body is not None:
        source.write_bytes(body)
    with pytest.raises(RegisterDamaged, match=r"kopie\.duckdb"):
        erasure.restore(own, source)
    assert cells(own) == before
    assert [one.name for one in own.file.parent.iterdir() if one.suffix != ".wal"] == [FILE]


# --- examples -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a few examples."""
    folder = tmp_path_factory.mktemp("examples")
    for name in ("deelnemers", "bijeenkomsten", "aanwezig", "meetrondes", "vragenlijsten"):
        (folder / f"{name}.csv").write_bytes(lines(GOOD[name]))
    return folder


def test_a_new_register_begins_with_them(small: Path, tmp_path: Path) -> None:
    made = content.open_register(
        tmp_path / "register", more=lambda register: examples.load(register, small)
    )
    plain = content.open_register(tmp_path / "zonder")
    assert content.examples(made) == content.examples(plain) + 17
    assert all(row["example"] for row in cells(made)["participant"])
    count = content.examples(made)
    assert content.remove_examples(made) == count
    held = cells(made)
    assert [name for name in (*bulk.KEYS, "import_run", "replaced") if held[name]] == []
    assert content.examples(made) == 0
    for hidden in (key_of(made, "d-001"), "B-1", "b-1"):
        assert hidden.encode() not in made.file.read_bytes()
    added = content.add_examples(made, lambda register: examples.load(register, small))
    assert added == count
    empty = content.open_register(
        tmp_path / "leeg", examples=False, more=lambda register: examples.load(register, small)
    )
    assert content.examples(empty) == 0
    for one in (made, plain, empty):
        one.close()


def test_a_register_is_not_left_half_made(tmp_path: Path) -> None:
    def breaks(register: Register) -> int:
        raise RegisterError("kapot")

    with pytest.raises(RegisterError):
        content.open_register(tmp_path / "register", more=breaks)
    assert not (tmp_path / "register" / FILE).exists()


def test_own_rows_stay_when_the_examples_go(own: Register, small: Path) -> None:
    examples.load(own, small)
    other = changed("deelnemers", 2, "leeftijd", "45-65")["deelnemers"]
    come_in(own, {"verhalen": GOOD["verhalen"], "deelnemers": other})
    content.remove_examples(own)
    held = cells(own)
    assert [row["age"] for row in held["participant"]] == ["45-65"]
    assert (len(held["import_run"]), held["replaced"]) == (1, [])
    assert len(entries.state(own)["story"]) == 1
    imports.undo(own, TEAM, imports.runs(own)[0].id)
    assert cells(own)["participant"] == []


# --- how fresh ------------------------------------------------------------------------------------


def test_how_fresh_it_is(own: Register) -> None:
    places = ["stevenshof", "zuidwest"]
    before = {
        (one.neighbourhood, one.question): one
        for one in freshness.fresh(own, entries.state(own), places)
    }
    assert before["stevenshof", "reach"].newest == {}
    assert before["stevenshof", "reach"].missing == freshness.ASKED["reach"]
    come_in(own, GOOD)
    state = entries.state(own)
    after = {(o.neighbourhood, o.question): o for o in freshness.fresh(own, state, places)}
    reach = after["stevenshof", "reach"]
    assert reach.missing == () and not reach.example
    assert reach.newest["participant"] == date(2024, 6, 1)
    assert reach.newest["session"] == date(2024, 1, 23)
    assert reach.newest["attendance"] == date(2024, 1, 9)
    assert after["stevenshof", "healthier"].newest["response"] == date(2024, 7, 15)
    assert after["stevenshof", "cooperation"].newest["tie"] == date(2024, 3, 1)
    assert after["stevenshof", "focus"].newest["core_element"] is None
    assert after["zuidwest", "reach"] == before["zuidwest", "reach"]


def test_counting_one_way_does_not_miss_the_other(own: Register) -> None:
    come_in(own, {"tellingen": GOOD["tellingen"]})
    [reach, *_] = freshness.fresh(own, entries.state(own), ["stevenshof"])
    assert "participant" not in reach.missing and "head_count" in reach.newest


def test_of_whom_something_lacks(own: Register) -> None:
    come_in(own, GOOD)
    entries.save(own, MACHINE, "intervention", "i-loopt",
                 {"neighbourhood": "stevenshof", "title": "Loopt", "run": "running"},
                 Saving())  # fmt: skip
    found = freshness.lacking(own, entries.state(own), "stevenshof")
    assert [one.what for one in found if one.row["id"] == "i-loopt"] == [
        *("FRESH_NO_PEOPLE", "FRESH_NO_SESSIONS", "FRESH_NO_REVIEW"),
    ]
    assert ("huisarts", "FRESH_NO_ANSWER") in {(one.row["id"], one.what) for one in found}
    assert all(hasattr(texts, one.what) for one in found)
    assert ID not in {one.row["id"] for one in found}


def test_subjects_are_kinds_and_tables() -> None:
    asked = {what for asked in freshness.ASKED.values() for what in asked}
    assert asked <= {*KINDS, *bulk.KEYS}
