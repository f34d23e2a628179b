"""Gegevens: what is in, templates, and for the team a file that comes in and goes out again."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from tests.ingest.monitor_files import GOOD, Table, changed, lines, workbook
from tests.pages.entering import Holds, buttons, own_register, press, ribbon, table, words
from tests.pages.visit import params, trouble, visit, warnings
from tests.store.bodies import cells
from wijzer import texts
from wijzer.ingest.monitor import examples, person
from wijzer.ingest.monitor.subjects import SUBJECTS
from wijzer.store import erasure, imports
from wijzer.store.register import Register
from wijzer.texts import numbers
from wijzer.ui import import_part

FRESH = texts.FRESH_TABLE
TRIAL = texts.DRY_RUN


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Register]:
    """A register of this test alone, with what was published."""
    with own_register(tmp_path / "register", Holds.PUBLISHED) as register:
        yield register


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Register]:
    """The same in a meeting: everybody is the public. The good file came in before."""
    with own_register(tmp_path / "register", Holds.PUBLISHED):
        bring_in(visit("gegevens"), GOOD)
    with own_register(tmp_path / "register", Holds.PUBLISHED, shared=True) as register:
        yield register


def choose(
    found: AppTest, tables: dict[str, Table], name: str = "Lijst van Jansen.xlsx"
) -> AppTest:
    """Choose a workbook."""
    found.file_uploader[0].set_value((name, workbook(tables), "application/octet-stream"))
    return found.run()


def bring_in(found: AppTest, tables: dict[str, Table]) -> AppTest:
    """Choose a workbook and put it in."""
    return press(choose(found, tables), "inlezen-zetten")


def fresh(found: AppTest, wijk: str, question: str) -> list[str]:
    """What the table says of a neighbourhood and a question."""
    return next(row[2:] for row in table(found, FRESH) if row[:2] == [wijk, question])


def test_one_file_from_beginning_to_end(own: Register) -> None:
    found = visit("gegevens")
    assert fresh(found, "Stevenshof", "1 Bereik")[:2] == [texts.FRESH_NO, texts.FRESH_NEVER]
    assert texts.NO_RUNS in words(found)
    before = cells(own)

    choose(found, GOOD)
    assert trouble(found) == warnings(found) == []
    assert ["bijeenkomsten", "4", "0", "0"] in table(found, TRIAL)
    assert texts.DRY_RUN_GOOD in words(found)
    assert cells(own) == before

    press(found, "inlezen-zetten")
    assert trouble(found) == []
    assert fresh(found, "Stevenshof", "1 Bereik")[:2] == [texts.FRESH_YES, "31 december 2024"]
    assert texts.NOTHING_NEW in words(found)
    assert "inlezen-zetten" not in buttons(found)
    [_, run] = table(found, texts.RUNS_TABLE)
    assert run[1] == "team" and run[3:] == ["38", "0", texts.RUN_STANDS]

    press(found, "terugdraaien")
    assert trouble(found) == []
    assert fresh(found, "Stevenshof", "1 Bereik")[0] == texts.FRESH_NO
    assert table(found, texts.RUNS_TABLE)[1][5].startswith("teruggedraaid")
    assert "terugdraaien" not in buttons(found)
    assert ["bijeenkomsten", "4", "0", "0"] in table(found, TRIAL)


def test_what_changes_is_told_as_old_and_new(own: Register) -> None:
    bring_in(visit("gegevens"), GOOD)
    tables = changed("bijeenkomsten", 2, "mensen", 12)
    tables["deelnemers"] = changed("deelnemers", 2, "leeftijd", "25-45")["deelnemers"]
    found = choose(visit("gegevens"), tables)
    rows = table(found, texts.CHANGES.format(aantal=1))
    assert rows[1:] == [["bijeenkomsten", "B-1", texts.FIELD["people"], "3", "12"]]
    assert ["deelnemers", "0", "1", "2"] in table(found, TRIAL)


def test_faults_are_told_and_nothing_is_written(own: Register) -> None:
    before = cells(own)
    found = choose(visit("gegevens"), changed("deelnemers", 2, "deelnemer", "Jan Jansen"))
    assert [one.value for one in found.error] == [texts.FAULT_ONE]
    assert table(found, texts.FAULTS_TABLE)[1:] == [
        ["deelnemers", "2", "deelnemer", texts.PRIVATE_NUMBER["name"]]
    ]
    assert "inlezen-zetten" not in buttons(found)
    assert "Jan" not in words(found)
    assert cells(own) == before


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("x.csv", b"\0", texts.FILE_NO_CSV),
        ("x.xlsx", b"geen werkmap", texts.FILE_NO_WORKBOOK),
        ("x.xlsx", b"\xd0\xcf\x11\xe0", texts.FILE_OLD),
    ],
)
def test_a_file_that_cannot_be_read(own: Register, name: str, body: bytes, said: str) -> None:
    found = visit("gegevens")
    found.file_uploader[0].set_value((name, body, "x"))
    found.run()
    assert [one.value for one in found.error] == [said]


def test_the_subject_of_a_csv_can_be_told(own: Register) -> None:
    found = visit("gegevens", {"onderwerp": "partners"})
    found.file_uploader[0].set_value(("iets.csv", lines(GOOD["partners"]), "text/csv"))
    found.run()
    assert ["partners", "2", "0", "0"] in table(found, TRIAL)
    assert params(found)["onderwerp"] == "partners"


def test_somebody_was_first(own: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was changed between looking and pressing is seen."""
    found = choose(visit("gegevens"), GOOD)
    bring_in(visit("gegevens"), {"partners": GOOD["partners"]})
    press(found, "inlezen-zetten")
    assert trouble(found) == []
    assert imports.runs(own)[0].added == 38 - 2


def test_the_name_of_a_file_is_kept_nowhere(own: Register) -> None:
    bring_in(visit("gegevens"), GOOD)
    own.compact()
    assert b"Jansen" not in own.file.read_bytes()


def test_a_file_stays_in_memory_no_longer_than_the_next(own: Register) -> None:
    for tables in (GOOD, {"partners": GOOD["partners"]}):
        choose(visit("gegevens"), tables)
    assert len(import_part._last) == 1


def test_a_participant_is_erased(own: Register) -> None:
    found = bring_in(visit("gegevens"), GOOD)
    key = person.key(person.secret(own.file.parent), "d-001")

    def erase(number: str, sure: bool) -> AppTest:
        found.text_input(key="wis-nummer").set_value(number)
        found.checkbox(key="wis-zeker").set_value(sure)
        next(one for one in found.button if one.label == texts.ERASE).click()
        return found.run()

    assert warnings(erase("d-001", False)) == [texts.ERASE_NOT_SURE]
    assert warnings(erase("Jan Jansen", True)) == [texts.PRIVATE_NUMBER["name"]]
    assert erasure.proofs(own) == []

    erase("d-001", True)

    assert trouble(found) == warnings(found) == []
    [proof] = erasure.proofs(own)
    assert [one.value for one in found.success] == [
        texts.ERASED.format(aantal=4, bewijs=proof["person_hash"][:16])
    ]
    assert table(found, texts.ERASED_TABLE)[1][2:] == ["4", proof["person_hash"][:16]]
    assert key.encode() not in own.file.read_bytes()


def downloads(found: AppTest) -> dict[str, Any]:
    return {one.proto.label: one for one in found.get("download_button")}


@pytest.mark.parametrize("subject", SUBJECTS[::4], ids=lambda one: one.sheet)
def test_a_template_is_explained(own: Register, subject: Any) -> None:
    found = visit("gegevens", {"sjabloon": subject.sheet})
    rows = table(found, texts.TEMPLATE_TABLE.format(naam=subject.sheet))[1:]
    assert [row[0] for row in rows][: len(subject.columns)] == [
        one.header for one in subject.columns
    ]
    assert {texts.TEMPLATE_ONE.format(naam=subject.sheet), texts.TEMPLATE_ALL} <= set(
        downloads(found)
    )


def test_an_unknown_template_is_told(own: Register) -> None:
    assert len(warnings(visit("gegevens", {"sjabloon": "bestaat-niet"}))) == 1


# --- the public -----------------------------------------------------------------------------------


def test_the_public_reads_how_fresh_it_is_and_no_more(meeting: Register) -> None:
    found = visit("gegevens")
    assert trouble(found) == warnings(found) == []
    assert fresh(found, "Stevenshof", "1 Bereik")[:2] == [texts.FRESH_YES, "31 december 2024"]
    assert texts.TEAM_ONLY in words(found)
    assert list(found.file_uploader) == list(found.text_input) == []
    assert [one for one in buttons(found) if one] == [] == list(downloads(found))
    said = words(found)
    for hidden in (texts.RUNS_TABLE, texts.FRESH_WHO_TABLE, texts.ERASED_TABLE, "Huisartsen"):
        assert hidden not in said


def test_no_number_of_people_is_told_to_the_public(meeting: Register) -> None:
    """Dates and yes or no: no count of anything."""
    for row in table(visit("gegevens"), FRESH)[1:]:
        bare = " ".join(row[2:])
        for month in numbers._MONTHS:
            bare = bare.replace(month, "maand")
        days = [one for one in bare.split() if any(letter.isdigit() for letter in one)]
        assert all(len(one.strip("()")) <= 4 for one in days)
        assert "maand" in bare or days == []


def test_examples_have_their_ribbon(own: Register, tmp_path: Path) -> None:
    assert not ribbon(visit("gegevens"))
    (tmp_path / "deelnemers.csv").write_bytes(lines(GOOD["deelnemers"]))
    examples.load(own, tmp_path)
    assert ribbon(visit("gegevens"))
    assert texts.EXAMPLE_MARK in table(visit("gegevens"), texts.RUNS_TABLE)[1][2]


def test_markup_stays_text(own: Register) -> None:
    bait = "<img src=x onerror=alert(1)> $a$ :smile: [k](javascript:alert(1))"
    tables = {"partners": [GOOD["partners"][0], ["p", bait, "Stevenshof", "welzijn", ""]]}
    bring_in(visit("gegevens"), tables)
    tables["partners"] = [GOOD["partners"][0], ["p", f"{bait}!", "Stevenshof", "welzijn", ""]]
    found = choose(visit("gegevens"), tables)
    assert table(found, texts.CHANGES.format(aantal=1))[1][3:] == [bait, f"{bait}!"]
    assert all("<img" not in one.proto.body for one in found.main if one.type == "html")


def test_the_workbook_with_the_faults(own: Register) -> None:
    body = workbook(changed("deelnemers", 2, "leeftijd", "67"))
    found = visit("gegevens")
    found.file_uploader[0].set_value(("x.xlsx", body, "x"))
    found.run()
    assert texts.MARKED in downloads(found)
    made = import_part.marked_file("x.xlsx", body, "")
    page = next(one for one in load_workbook(BytesIO(made)) if "deelnemers" in one.title)
    assert page["H2"].comment and page["H2"].value == "67"
