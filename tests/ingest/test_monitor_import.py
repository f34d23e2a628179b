"""A file of the monitor as a whole: everything is checked before anything is written."""

import shutil
import time
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.ingest.monitor_files import (
    GOOD,
    ID,
    INTERVENTION,
    OTHER,
    Table,
    changed,
    lines,
    narrow,
    wide,
    workbook,
)
from tests.store.bodies import cells
from wijzer import texts
from wijzer.access import MACHINE, PUBLIC, NotAllowed
from wijzer.ingest.monitor import examples, intake, marked, person, report
from wijzer.ingest.monitor import workbook as book
from wijzer.ingest.monitor.fault import MOST_SHOWN, Fault, shown
from wijzer.ingest.monitor.intake import Checked
from wijzer.ingest.monitor.subjects import SUBJECTS
from wijzer.store import bulk, content, entries, erasure, imports
from wijzer.store.register import FILE, Register, Row

Tables = dict[str, Table]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with what was published. Do not open."""
    made = content.open_register(tmp_path_factory.mktemp("begin") / "register", examples=False)
    made.close()
    return made.file


def opened(template: Path, folder: Path) -> Register:
    (folder / "register").mkdir()
    return Register(Path(shutil.copyfile(template, folder / "register" / FILE)))


@pytest.fixture(scope="module")
def empty(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register in which nothing came in. Do not change."""
    found = opened(template, tmp_path_factory.mktemp("empty"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register in which the good file came in. Do not change."""
    found = opened(template, tmp_path_factory.mktemp("filled"))
    assert come_in(found, GOOD).run
    yield found
    found.close()


@pytest.fixture
def own(template: Path, tmp_path: Path) -> Iterator[Register]:
    """A register of this test alone."""
    found = opened(template, tmp_path)
    yield found
    found.close()


def look(register: Register, tables: Tables) -> Checked:
    return intake.check(register, "x.xlsx", workbook(tables))


def come_in(register: Register, tables: Tables) -> intake.Done:
    return intake.bring_in(register, MACHINE, "x.xlsx", workbook(tables))


def told(checked: Checked) -> list[tuple[str, int, str, str]]:
    return [(one.sheet, one.row, one.column, one.said) for one in checked.faults]


# --- what is good ---------------------------------------------------------------------------------


def test_every_subject_comes_in(filled: Register) -> None:
    held = cells(filled)
    counts = {one.sheet: len(held[one.target]) for one in SUBJECTS if one.sheet in GOOD}
    before = {"partners": len(GOOD["partners"]) - 1}
    assert {name: count for name, count in counts.items() if name != "partners"} == {
        name: len(rows) - 1 for name, rows in GOOD.items() if name != "partners"
    }
    assert counts["partners"] > before["partners"]
    assert held["import_run"][0]["made_by"] == MACHINE.name
    assert not any(row["example"] for rows in held.values() for row in rows if "example" in row)


def test_what_was_filled_in_stands_there(filled: Register) -> None:
    state = entries.state(filled)
    session = state["session"]["b-1"]
    assert (session["intervention"], session["day"]) == (ID, date(2024, 1, 9))
    assert (session["code"], session["area"], session["state"]) == ("B-1", "BU05460901", "held")
    assert state["session"]["b-2"]["reason"] == "Storm"
    review = next(iter(state["focus_review"].values()))
    assert (review["delivered"], review["partly"], review["missed"]) == (["k1"], ["k2"], None)
    assert (review["quality"], review["light"]) == (4.2, "amber")
    story = next(iter(state["story"].values()))
    assert story["text"] == "Ik groet nu mensen.\n=1+1 <b>echt</b>"
    referral = next(iter(state["referral"].values()))
    assert (referral["sender"], referral["receiver"], referral["days"]) == (
        "buurthuis",
        "huisarts",
        13.5,
    )
    assert state["monitor_plan"] and next(iter(state["monitor_plan"].values()))["instruments"] == [
        "who5",
        "regie",
    ]


def test_people_are_a_key_a_month_and_groups(filled: Register) -> None:
    secret = person.secret(filled.file.parent)
    rows = {row["person"]: row for row in cells(filled)["participant"]}
    one = rows[person.key(secret, "d-001")]
    assert (one["starts"], one["area"], one["age"]) == (date(2024, 1, 1), "BU05460901", "65+")
    assert (one["sex"], one["origin"], one["target"]) == ("women", "netherlands", "in_target")
    two = rows[person.key(secret, "D-002")]
    assert (two["ends"], two["ended"], two["reason"]) == (date(2024, 6, 1), "stopped", "moved")
    assert (two["area"], two["origin"]) == ("outside", "unknown")
    three = rows[person.key(secret, "1003")]
    assert [three[name] for name in ("area", "age", "sex", "origin", "target")] == ["unknown"] * 5
    assert {row["person"] for row in cells(filled)["attendance"]} == set(rows)


def test_answers_stand_in_the_order_of_the_questionnaire(filled: Register) -> None:
    rows = sorted(cells(filled)["response"], key=lambda row: (row["round"], row["answered"]))
    assert [row["answers"] for row in rows] == [
        [5.0, 4.0, 4.0, 2.0, None],
        None,
        [3.0, 3.0, 3.0, 3.0, 3.0],
    ]
    assert [row["answered"] for row in rows] == ["answered", "refused", "answered"]
    assert {row["version"] for row in rows} == {"1"}
    [ticked] = cells(filled)["checklist"]
    assert ticked["answers"] == [4.0] * 25


def test_a_second_time_there_is_nothing_new(filled: Register) -> None:
    before = cells(filled)
    done = come_in(filled, GOOD)
    assert (done.run, done.checked.faults) == (None, ())
    assert done.checked.plan and done.checked.plan.nothing
    assert cells(filled) == before


def test_csv_and_workbook_give_the_same(template: Path, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = opened(template, tmp_path / "a"), opened(template, tmp_path / "b")
    assert come_in(one, GOOD).run
    for subject in SUBJECTS:
        if subject.sheet in GOOD:
            body = lines(GOOD[subject.sheet])
            done = intake.bring_in(other, MACHINE, f"{subject.sheet}.csv", body)
            assert done.run, told(done.checked)
    again = come_in(other, GOOD)
    assert again.checked.plan and again.checked.plan.nothing
    assert bare(one) == bare(other)
    one.close()
    other.close()


def bare(register: Register) -> dict[str, list[str]]:
    """Everything that came in, without when and with which import. Keys differ per secret: not
    here, for both have the same folder above them or their own."""
    untold = {"batch", "made_at", "person"}
    return {
        name: sorted(str({k: v for k, v in row.items() if k not in untold}) for row in rows)
        for name, rows in cells(register).items()
        if name not in ("import_run", "step_taken")
    }


def test_the_subject_of_a_csv_by_its_headers_or_as_told(empty: Register) -> None:
    body = lines(GOOD["indirect"])
    assert intake.check(empty, "lijst van mei.csv", body).faults == ()
    body = lines(GOOD["partners"])
    assert intake.check(empty, "x.csv", body, "partners").faults == ()
    wrong = intake.check(empty, "x.csv", body, "verhalen")
    assert {one.sheet for one in wrong.faults} == {"verhalen"}
    nothing = intake.check(empty, "Jansen.csv", b"a;b\n1;2\n")
    assert "Jansen" not in str(told(nothing))
    assert "Geef het een van deze namen" in told(nothing)[0][3]


def test_the_order_of_sheets_and_columns_does_not_matter(empty: Register) -> None:
    turned = {
        name: [list(row)[::-1] for row in rows] for name, rows in reversed(list(GOOD.items()))
    }
    assert look(empty, turned).faults == ()
    loud = {
        f" {name.upper()} ": [[f" {str(cell).upper()} " for cell in rows[0]], *rows[1:]]
        for name, rows in GOOD.items()
    }
    assert look(empty, loud).faults == ()


def test_a_change_tells_old_and_new(filled: Register) -> None:
    checked = look(filled, changed("bijeenkomsten", 2, "mensen", 12))
    assert checked.plan
    part = checked.plan.parts["session"]
    [(before, after)] = part.changed
    assert (before["people"], after.body["people"]) == (3, 12)
    assert (len(part.new), part.same) == (0, 3)
    assert (checked.plan.added, checked.plan.changed) == (0, 1)
    counted = look(filled, changed("deelnemers", 2, "leeftijd", "25-45")).plan
    assert counted and len(counted.parts["participant"].changed) == 1


def test_a_column_that_is_left_out_stays_and_an_empty_cell_does_not(own: Register) -> None:
    assert come_in(own, GOOD).run
    plan = look(own, narrow("bijeenkomsten", "reden")).plan
    assert plan and plan.nothing
    plan = look(own, changed("bijeenkomsten", 2, "minuten", "")).plan
    assert plan and plan.parts["session"].changed[0][1].body["minutes"] is None


def test_a_thing_that_was_entered_by_hand_is_known_again(own: Register) -> None:
    body = {"intervention": ID, "day": date(2024, 7, 1), "light": "green", "quality": 3.0}
    entries.save(own, MACHINE, "focus_review", "met-de-hand", body, entries.Saving())
    assert come_in(own, GOOD).run
    state = entries.state(own)["focus_review"]
    assert list(state) == ["met-de-hand"] and state["met-de-hand"]["light"] == "amber"


def test_the_row_of_the_template_does_not_count(empty: Register) -> None:
    head, *rows = GOOD["indirect"]
    marked = [[*head, "voorbeeld"], ["x", "x", "x", "x", "telt niet mee"], *rows]
    checked = look(empty, {"indirect": marked})
    assert checked.plan and checked.plan.added == 1


# --- what is wrong --------------------------------------------------------------------------------

FAULTS: list[tuple[Tables, str, int, str, str]] = [
    (changed("bijeenkomsten", 2, "dag", "31-02-2024"), "bijeenkomsten", 2, "dag", texts.CELL_DAY),
    (changed("bijeenkomsten", 2, "dag", "=A1"), "bijeenkomsten", 2, "dag", texts.CELL_FORMULA),
    (changed("bijeenkomsten", 2, "dag", ""), "bijeenkomsten", 2, "dag", texts.PROBLEM["required"]),
    (changed("bijeenkomsten", 2, "mensen", -1), "bijeenkomsten", 2, "mensen", texts.CELL_COUNT),
    (changed("bijeenkomsten", 2, "mensen", "7,5"), "bijeenkomsten", 2, "mensen", texts.CELL_COUNT),
    (changed("bijeenkomsten", 2, "ging door", "x"), "bijeenkomsten", 2, "ging door", "Kies uit"),
    (changed("bijeenkomsten", 3, "reden", ""), "bijeenkomsten", 3, "reden",
     texts.PROBLEM["required"]),
    (changed("bijeenkomsten", 3, "reden", "x" * 201), "bijeenkomsten", 3, "reden", "te lang"),
    (changed("bijeenkomsten", 2, "interventie", "Onbekend"), "bijeenkomsten", 2, "interventie",
     "Dit is er niet"),
    (changed("bijeenkomsten", 2, "gebied", "Leiden"), "bijeenkomsten", 2, "gebied", "Kies uit"),
    (changed("bijeenkomsten", 3, "code", "b-1"), "bijeenkomsten", 3, "code", "staat er al"),
    (changed("bijeenkomsten", 2, "code", "huisarts"), "bijeenkomsten", 2, "code",
     texts.CODE_TAKEN),
    (changed("monitorplannen", 2, "groen", "0.8"), "monitorplannen", 2, "groen",
     texts.CELL_NUMBER),
    (changed("monitorplannen", 2, "vragenlijsten", "who6"), "monitorplannen", 2, "vragenlijsten",
     "Kies uit"),
    (changed("monitorplannen", 2, "vragenlijsten", "spinnenweb"), "monitorplannen", 2,
     "vragenlijsten", texts.PROBLEM["talk"]),
    (changed("monitorplannen", 2, "wijk", "Rotterdam"), "monitorplannen", 2, "wijk", "Kies uit"),
    (changed("kernelementen", 2, "hoort erbij", "vast"), "kernelementen", 2, "hoort erbij",
     texts.CELL_YES),
    (changed("afspraken", 2, "eindigt", date(2023, 1, 1)), "afspraken", 2, "eindigt",
     texts.PROBLEM["order"]),
    (changed("deelnemers", 2, "deelnemer", "Jan Jansen"), "deelnemers", 2, "deelnemer", "een naam"),
    (changed("deelnemers", 2, "deelnemer", "123456782"), "deelnemers", 2, "deelnemer",
     "burgerservicenummer"),
    (changed("deelnemers", 2, "deelnemer", 123456782), "deelnemers", 2, "deelnemer",
     "burgerservicenummer"),
    (changed("deelnemers", 2, "deelnemer", "31-12-1950"), "deelnemers", 2, "deelnemer",
     "geboortedatum"),
    (changed("deelnemers", 2, "deelnemer", date(1950, 12, 31)), "deelnemers", 2, "deelnemer",
     "geboortedatum"),
    (changed("deelnemers", 2, "deelnemer", ""), "deelnemers", 2, "deelnemer",
     texts.PROBLEM["required"]),
    (changed("deelnemers", 2, "gebied", "Kerkstraat 12"), "deelnemers", 2, "gebied", "een adres"),
    (changed("deelnemers", 2, "leeftijd", "67"), "deelnemers", 2, "leeftijd", "Kies uit"),
    (changed("deelnemers", 3, "hoe geëindigd", ""), "deelnemers", 3, "reden",
     texts.REASON_WITHOUT_END),
    (changed("deelnemers", 3, "eindigt", date(2023, 6, 1)), "deelnemers", 3, "eindigt",
     texts.PROBLEM["order"]),
    (changed("deelnemers", 3, "deelnemer", "D-001"), "deelnemers", 3, "deelnemer", "staat er al"),
    (changed("deelnemers", 2, "interventie", OTHER), "deelnemers", 2, "interventie",
     texts.COUNTED_IN_GROUPS),
    (changed("tellingen", 2, "interventie", ID), "tellingen", 2, "interventie",
     texts.COUNTED_BY_PERSON),
    (changed("tellingen", 3, "groep", "mannen"), "tellingen", 3, "groep", texts.PROBLEM["group"]),
    (changed("tellingen", 2, "keren", 6), "tellingen", 2, "keren", texts.PROBLEM["grows"]),
    (changed("tellingen", 4, "gebied", ""), "tellingen", 4, "gebied", texts.PROBLEM["required"]),
    (changed("aanwezig", 2, "bijeenkomst", "b-99"), "aanwezig", 2, "bijeenkomst", "er niet"),
    (changed("aanwezig", 2, "bijeenkomst", "b-2"), "aanwezig", 2, "bijeenkomst",
     texts.SESSION_NOT_HELD),
    (changed("aanwezig", 2, "deelnemer", "d-099"), "aanwezig", 2, "deelnemer",
     texts.NOT_ENROLLED),
    (changed("deelnemers", 2, "begint", date(2024, 2, 1)), "aanwezig", 2, "bijeenkomst",
     texts.BEFORE_START),
    (changed("trechter", 4, "mensen", 32), "trechter", 4, "mensen", texts.PROBLEM["grows"]),
    (changed("meetrondes", 3, "dag", date(2024, 1, 15)), "meetrondes", 3, "dag",
     texts.ROUND_ORDER),
    (changed("vragenlijsten", 2, "vragenlijst", "who6"), "vragenlijsten", 2, "vragenlijst",
     "Kies uit"),
    (changed("vragenlijsten", 2, "vragenlijst", "cac"), "vragenlijsten", 2, "vragenlijst",
     "Kies uit"),
    (changed("vragenlijsten", 2, "vragenlijst", "ph22"), "vragenlijsten", 2, "vragenlijst",
     texts.LIST_NOT_READY),
    (changed("vragenlijsten", 2, "1", 6), "vragenlijsten", 2, "1", "0 tot en met 5"),
    (changed("vragenlijsten", 2, "ronde", "p0"), "vragenlijsten", 2, "ronde",
     texts.ROUND_FOR_LISTS),
    (changed("vragenlijsten", 2, "ronde", "web-0"), "vragenlijsten", 2, "ronde",
     texts.ROUND_FOR_LISTS),
    (changed("vragenlijsten", 3, "vragenlijst", "spinnenweb"), "vragenlijsten", 3, "ronde",
     texts.ROUND_FOR_TALK),
    (changed("vragenlijsten", 3, "1", 3), "vragenlijsten", 3, "ingevuld", texts.ANSWERS_WITHOUT),
    (changed("vragenlijsten", 3, "ingevuld", "ingevuld"), "vragenlijsten", 3, "ingevuld",
     texts.ANSWERS_NONE),
    (changed("verhalen", 2, "tekst", "Mevrouw Jansen kwam ook."), "verhalen", 2, "tekst",
     "een naam"),
    (changed("verhalen", 2, "tekst", "Mail mij: a@b.nl"), "verhalen", 2, "tekst", "een mailadres"),
    (changed("verhalen", 2, "tekst", "x" * 10_001), "verhalen", 2, "tekst", "te lang"),
    (changed("partnerronde", 2, "ronde", "t0"), "partnerronde", 2, "ronde",
     texts.ROUND_FOR_PARTNERS),
    (changed("partnerronde", 2, "antwoord", "nee"), "banden", 2, "van", texts.DID_NOT_ANSWER),
    (changed("partnerronde", 2, "partner", "Gemeente Leiden"), "checklist", 2, "partner",
     texts.NOT_ON_ROSTER),
    (changed("partnerronde", 2, "partner", "Gemeente Alphen aan den Rijn"), "partnerronde", 2,
     "partner",
     "hoort niet bij deze wijk"),
    (changed("banden", 2, "naar", "buurthuis"), "banden", 2, "naar", texts.TIE_WITH_SELF),
    (changed("banden", 2, "intensiteit", 5), "banden", 2, "intensiteit", texts.CELL_LEVEL),
    (changed("banden", 2, "betrouwbaar", 0), "banden", 2, "betrouwbaar", texts.CELL_LEVEL),
    (changed("banden", 2, "invuller", 0), "banden", 2, "invuller", texts.CELL_RESPONDENT),
    (changed("checklist", 2, "lijst", "who5"), "checklist", 2, "lijst", "Kies uit"),
    (changed("checklist", 2, "3", 9), "checklist", 2, "3", "1 tot en met 5"),
    (changed("verwijzingen", 2, "aangekomen", 23), "verwijzingen", 2, "aangekomen",
     texts.PROBLEM["grows"]),
    (changed("verwijzingen", 2, "naar", "buurthuis"), "verwijzingen", 2, "naar",
     texts.PROBLEM["self"]),
    (changed("beoordelingen", 2, "reden", ""), "beoordelingen", 2, "reden",
     texts.PROBLEM["required"]),
    (changed("beoordelingen", 2, "kwaliteit", 6), "beoordelingen", 2, "kwaliteit",
     texts.PROBLEM["scale"]),
    (changed("beoordelingen", 2, "deels", "k1"), "beoordelingen", 2, "deels",
     texts.PROBLEM["twice"]),
    (changed("beoordelingen", 2, "gedaan", "k9"), "beoordelingen", 2, "gedaan", "er niet"),
    (changed("kernelementen", 2, "interventie", OTHER), "beoordelingen", 2, "gedaan",
     "hoort niet bij"),
    (wide("deelnemers", "Naam"), "deelnemers", 1, "kolom L", texts.PRIVATE_COLUMN["name"]),
    (wide("deelnemers", "Geboortedatum"), "deelnemers", 1, "kolom L",
     texts.PRIVATE_COLUMN["born"]),
    (wide("aanwezig", "Adres"), "aanwezig", 1, "kolom C", texts.PRIVATE_COLUMN["street"]),
    (wide("aanwezig", "BSN"), "aanwezig", 1, "kolom C", texts.PRIVATE_COLUMN["bsn"]),
    (wide("aanwezig", "E-mail"), "aanwezig", 1, "kolom C", texts.PRIVATE_COLUMN["mail"]),
    (wide("vragenlijsten", "Opmerking"), "vragenlijsten", 1, "kolom L",
     texts.PRIVATE_COLUMN["text"]),
    (wide("trechter", "opmerking"), "trechter", 1, "kolom F", texts.COLUMN_UNKNOWN),
    (wide("trechter", "mensen"), "trechter", 1, "kolom F", texts.COLUMN_TWICE),
    (wide("trechter", ""), "trechter", 2, "kolom F", texts.CELL_OUTSIDE),
    ({**GOOD, "indirect": [["interventie", "", "dag", "naam", "mensen"],
                           [ID, "x", date(2024, 6, 15), "Kraam", 12]]}, "indirect", 1, "kolom B",
     texts.COLUMN_NAMELESS),
    (narrow("trechter", "stap"), "trechter", 1, "stap", texts.COLUMN_MISSING),
    ({**GOOD, "Map van Jansen": [["iets"], ["x"]]}, "blad 20", 0, "", "kennen wij niet"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "sheet", "row", "column", "said"), FAULTS, ids=range(len(FAULTS))
)
def test_a_fault_is_told_where_it_is(
    empty: Register, tables: Tables, sheet: str, row: int, column: str, said: str
) -> None:
    found = told(look(empty, tables))
    hits = [one for one in found if one[:3] == (sheet, row, column) and said in one[3]]
    assert len(hits) == 1, found
    # What follows from it may be told too, but not a heap of it.
    assert len(found) <= 5, found


def test_nothing_is_written_when_something_is_wrong(own: Register) -> None:
    before, version = cells(own), own.version
    for tables, *_ in FAULTS[::7]:
        done = come_in(own, tables)
        assert done.run is None and done.checked.plan is None
    assert cells(own) == before
    assert own.version == version


SECRETS = ("Jan Jansen", "123456782", "31-12-1950", "Kerkstraat 12", "a@b.nl", "Mevrouw Jansen",
           "Map van Jansen", "Leiden", "Rotterdam")  # fmt: skip


def test_a_message_repeats_no_cell_and_says_what_to_do(empty: Register) -> None:
    for tables, *_ in FAULTS[::4]:
        faults = look(empty, tables).faults
        said = "\n".join(report.faults(faults))
        assert [one for one in SECRETS if one in said] == []
        for one in faults:
            assert one.said.endswith(".") and "{" not in one.said
            assert one.said.count(".") >= 2 or one.said in (
                *texts.PROBLEM.values(), texts.CELL_YES, texts.CELL_LEVEL, texts.CELL_RESPONDENT,
                texts.TIE_WITH_SELF, texts.SESSION_NOT_HELD,
            )  # fmt: skip


def test_many_faults_are_counted_and_some_are_shown(empty: Register) -> None:
    head = GOOD["trechter"][0]
    rows = [[ID, date(2024, 1, 1), date(2024, 1, 2), "x", -1] for _ in range(400)]
    checked = look(empty, {"trechter": [head, *rows]})
    assert len(checked.faults) == 800
    assert len(shown(checked.faults)) == MOST_SHOWN
    said = list(report.faults(checked.faults))
    assert "800" in said[0] and str(MOST_SHOWN) in said[-1]


def test_faults_come_in_the_order_of_the_file() -> None:
    mixed = [Fault("b", 3, "x", "s", 1), Fault("a", 9, "x", "s", 0), Fault("b", 2, "x", "s", 0),
             Fault("b", 3, "y", "s", 0), Fault("b", 3, "x", "s", 1)]  # fmt: skip
    assert [(one.sheet, one.row, one.at) for one in shown(mixed)] == [
        ("b", 2, 0), ("b", 3, 0), ("b", 3, 1), ("a", 9, 0),
    ]  # fmt: skip


def test_what_stands_in_the_register_counts_too(filled: Register) -> None:
    """One way of counting, the funnel, enrolment, the roster and rounds, over two files."""
    period = [date(2024, 1, 1), date(2024, 12, 31)]
    other = {
        "tellingen": [GOOD["tellingen"][0], [ID, *period, "allemaal samen", "iedereen", "", 9, 9]],
        "deelnemers": [GOOD["deelnemers"][0], ["d-9", OTHER, period[0], *[""] * 8]],
        "trechter": [GOOD["trechter"][0], [ID, *period, "afgerond", 26]],
        "aanwezig": [GOOD["aanwezig"][0], ["b-1", "d-77"]],
        "banden": [GOOD["banden"][0], ["p0", "huisarts", "buurthuis", 1, 2, *[""] * 6]],
        "meetrondes": [GOOD["meetrondes"][0], ["t9", "Stevenshof", "Oud",
                       "vragenlijst bij deelnemers", 9, date(2023, 1, 1), ""]],
    }  # fmt: skip
    said = {one[3] for one in told(look(filled, other))}
    assert said == {
        texts.COUNTED_BY_PERSON, texts.COUNTED_IN_GROUPS, texts.PROBLEM["grows"],
        texts.NOT_ENROLLED, texts.DID_NOT_ANSWER, texts.ROUND_ORDER,
    }  # fmt: skip


def test_a_code_cannot_move_to_another_intervention(filled: Register) -> None:
    tables = changed("bijeenkomsten", 2, "interventie", OTHER)
    said = told(look(filled, {"bijeenkomsten": tables["bijeenkomsten"]}))
    assert ("bijeenkomsten", 2, "code", texts.CODE_ELSEWHERE) in said


def test_who_was_erased_does_not_come_back(own: Register) -> None:
    assert come_in(own, GOOD).run
    key = person.key(person.secret(own.file.parent), "d-002")
    erasure.erase(own, MACHINE, key)
    before = cells(own)
    found = told(come_in(own, GOOD).checked)
    assert {one[3] for one in found} == {texts.PERSON_ERASED}
    assert {one[0] for one in found} == {"deelnemers", "aanwezig", "vragenlijsten"}
    assert cells(own) == before


def test_coming_in_is_for_the_team(own: Register) -> None:
    before = cells(own)
    with pytest.raises(NotAllowed):
        intake.bring_in(own, PUBLIC, "x.xlsx", workbook(GOOD))
    assert cells(own) == before


def test_a_name_stands_nowhere(own: Register, capsys: pytest.CaptureFixture[str]) -> None:
    """Not the name of the file, not the number of a participant, not the secret."""
    body = workbook(GOOD)
    assert intake.bring_in(own, MACHINE, "Lijst van Jansen.xlsx", body).run
    own.compact()
    written = own.file.read_bytes()
    for hidden in (b"Jansen", b"d-001", b"D-001", b"d-002", b"D-002"):
        assert hidden not in written
    assert person.secret(own.file.parent) not in written
    assert person.secret(own.file.parent).hex().encode() not in written
    assert capsys.readouterr() == ("", "")


# --- whatever comes -------------------------------------------------------------------------------

TEXT = st.text(min_size=1, max_size=60).map(book.cleaned).filter(lambda one: one.strip())
STRANGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.text(max_size=40),
    st.sampled_from(["=1+1", "<script>", "ja", "d-1", ID, INTERVENTION, "31-12-2024", "7,5",
                     "stevenshof", "who5", "t0", "b-1", "k1|k2", "p0", "huisarts", "=" * 9,
                     "ging door", "Kloosterhof", "9" * 400, "\x00\ufffe", "||;"]),
)  # fmt: skip
_KINDS = st.sampled_from([one.sheet for one in SUBJECTS] + ["iets", "uitleg"])


@st.composite
def strange(draw: st.DrawFn) -> bytes:
    """A workbook by our headers, with anything in its cells."""
    if draw(st.booleans()):  # one that fits, so that something is taken back too
        rows = draw(
            st.lists(st.tuples(st.dates(date(1960, 1, 1)), TEXT, st.integers(0, 9)), max_size=3)
        )
        return workbook({"indirect": [GOOD["indirect"][0], *([ID, *row] for row in rows)]})
    made = Workbook()
    made.remove(made.worksheets[0])
    for name in draw(st.lists(_KINDS, min_size=1, max_size=3, unique=True)):
        page = made.create_sheet(name)
        headers = next(
            ([*(c.header for c in one.columns), "1"] for one in SUBJECTS if one.sheet == name),
            ["a"],
        )
        page.append(draw(st.permutations(headers)) if draw(st.booleans()) else headers)
        for _ in range(draw(st.integers(0, 3))):
            page.append([_writable(draw(STRANGE)) for _ in range(len(headers) + 1)])
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _writable(cell: Any) -> Any:
    return book.cleaned(cell) if isinstance(cell, str) else cell


@pytest.fixture(scope="module")
def play(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register to which anything may happen, as long as it is taken back."""
    found = opened(template, tmp_path_factory.mktemp("play"))
    assert come_in(found, GOOD).run
    yield found
    found.close()


def in_use(register: Register) -> dict[str, list[Any]]:
    """What counts: things that are not retired, and the rows of the tables."""
    state = entries.state(register)
    found: dict[str, list[Any]] = {
        kind: [entries.body_of(kind, row) for row in rows.values() if row["life"] != "retired"]
        for kind, rows in state.items()
    }
    held = cells(register)
    return found | {table: held[table] for table in (*bulk.KEYS, "replaced")}


@settings(max_examples=20)
@given(strange())
def test_strange_cells_come_in_whole_or_not(play: Register, body: bytes) -> None:
    """And what did come in can be taken back."""
    version, before = play.version, in_use(play)
    done = intake.bring_in(play, MACHINE, "x.xlsx", body)
    assert (done.checked.plan is None) == bool(done.checked.faults)
    if done.run is None:
        assert play.version == version
    else:
        imports.undo(play, MACHINE, done.run)
    assert in_use(play) == before


@settings(max_examples=25)
@given(st.binary(max_size=300), st.sampled_from(["x.csv", "x.xlsx", "aanwezig.csv", "x"]))
def test_strange_bytes_are_refused_or_read(filled: Register, body: bytes, name: str) -> None:
    try:
        checked = intake.check(filled, name, body)
    except book.Unreadable as error:
        assert str(error) in vars(texts).values() or "MB" in str(error)
    else:
        assert checked.plan is None


@settings(max_examples=12)
@given(TEXT)
def test_text_stays_text(filled: Register, text: str) -> None:
    """What somebody writes stands there to the letter, or is refused; and so in a CSV."""
    tables = {"indirect": [GOOD["indirect"][0], [ID, date(2024, 1, 1), text, 3]]}
    for checked in (
        look(filled, tables),
        intake.check(filled, "indirect.csv", lines(tables["indirect"])),
    ):
        if checked.plan is None:
            assert {one.column for one in checked.faults} == {"naam"}
        else:
            [made] = checked.plan.parts["indirect"].new
            assert made.body["title"] == book.cleaned(text)


# --- the examples, and a large file ---------------------------------------------------------------


def test_the_examples_fit(own: Register) -> None:
    count = examples.load(own)
    assert count > 1000
    assert content.examples(own) == count
    assert examples.load(own) == 0
    assert {run.example for run in imports.runs(own)} == {True}


def test_examples_that_do_not_fit_are_refused_whole(own: Register, tmp_path: Path) -> None:
    (tmp_path / "deelnemers.csv").write_bytes(lines(GOOD["deelnemers"]))
    (tmp_path / "trechter.csv").write_bytes(lines(changed("trechter", 2, "mensen", 1)["trechter"]))
    before = cells(own)
    with pytest.raises(examples.BadExample, match="trechter, 3, mensen"):
        examples.load(own, tmp_path)
    assert cells(own) == before
    assert examples.load(own, tmp_path / "niets") == 0


def large(sessions: int, people: int, visits: int) -> Tables:
    """A file of a large project: twenty people at each session, two questionnaires each."""
    days = [date(2023, 1, 2) + timedelta(days=n % 700) for n in range(sessions)]
    here = [f"d-{n:05}" for n in range(people)]
    came = [[f"s-{n % sessions}", here[(n * 7 + n // sessions) % people]] for n in range(visits)]
    answers = [
        [rnd, who, "who5", "", "", "", 1, 2, 3, 4, 5] for who in here for rnd in ("t0", "t1")
    ]
    return {
        "bijeenkomsten": [GOOD["bijeenkomsten"][0], *(
            [f"s-{n}", ID, day, "ging door", 20, 90, "", 90, ""] for n, day in enumerate(days)
        )],
        "deelnemers": [GOOD["deelnemers"][0], *(
            [who, ID, date(2023, 1, 1), *[""] * 8] for who in here
        )],
        "aanwezig": [GOOD["aanwezig"][0], *[list(one) for one in {tuple(one) for one in came}]],
        "meetrondes": GOOD["meetrondes"],
        "vragenlijsten": [GOOD["vragenlijsten"][0], *answers],
    }  # fmt: skip


def test_a_large_file(own: Register) -> None:
    body = workbook(large(1000, 2500, 20_000))
    begun = time.monotonic()
    done = intake.bring_in(own, MACHINE, "x.xlsx", body)
    took = time.monotonic() - begun
    assert done.run, told(done.checked)[:3]
    counts: dict[str, list[Row]] = cells(own)
    print(f"\n{len(counts['attendance'])} attendances, {len(counts['response'])} responses, "
          f"{len(counts['session'])} sessions in {took:.1f} s")  # fmt: skip
    assert len(counts["attendance"]) > 19_000
    assert len(counts["response"]) == 5000


def test_the_marked_file_can_be_opened(empty: Register) -> None:
    for tables, *_ in FAULTS[::12]:
        body = workbook(tables)
        faults = look(empty, tables).faults
        back = load_workbook(BytesIO(marked.workbook(book.read("x.xlsx", body), "", faults)))
        notes = [cell for page in back for row in page.iter_rows() for cell in row if cell.comment]
        assert notes
