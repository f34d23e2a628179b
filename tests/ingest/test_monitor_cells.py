"""Cells of the monitor's files: Dutch days and numbers, words of lists, and who is in them."""

import csv
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from tests.ingest.monitor_files import GOOD, lines, workbook
from tests.test_catalog import HARD_WORDS
from wijzer import catalog, texts
from wijzer.ingest.monitor import cells, ids, marked, person, places, private, templates
from wijzer.ingest.monitor.cells import Wrong
from wijzer.ingest.monitor.fault import Fault
from wijzer.ingest.monitor.subjects import SUBJECTS, named
from wijzer.ingest.monitor.workbook import MOST_BYTES, Unreadable, cleaned, read
from wijzer.instruments import instruments
from wijzer.kinds import KINDS, Field, Form
from wijzer.store.register import STEPS, RegisterError

BSN, NO_BSN = "123456782", "123456789"


def value(form: Form, cell: Any, of: str = "") -> Any:
    return cells.value(Field("x", form, of), cell)


@pytest.mark.parametrize(
    ("form", "cell", "found"),
    [
        (Form.DATE, "31-12-2025", date(2025, 12, 31)),
        (Form.DATE, "1/2/2024", date(2024, 2, 1)),
        (Form.DATE, "2024-02-29", date(2024, 2, 29)),
        (Form.DATE, date(2024, 2, 29), date(2024, 2, 29)),
        (Form.NUMBER, "7,5", 7.5),
        (Form.NUMBER, "1.234,5", 1234.5),
        (Form.NUMBER, 7.5, 7.5),
        (Form.NUMBER, "-3", -3.0),
        (Form.COUNT, "1.250", 1250),
        (Form.COUNT, 30.0, 30),
        (Form.COUNT, "0", 0),
        (Form.YES, "Ja", True),
        (Form.YES, "nee", False),
        (Form.YES, True, True),
        (Form.LINE, 12.0, "12"),
        (Form.LINE, "=1+1", "=1+1"),
        (Form.LINE, date(2024, 2, 1), "01-02-2024"),
        (Form.REFS, "een|twee; drie|een", ("een", "twee", "drie")),
        (Form.NEIGHBOURHOODS, "Stevenshof; zuidwest", ("stevenshof", "zuidwest")),
        (Form.DATE, None, None),
    ],
)
def test_what_is_read(form: Form, cell: Any, found: Any) -> None:
    assert value(form, cell) == found
    assert type(value(form, cell)) is type(found)


@pytest.mark.parametrize(
    ("form", "cell", "said"),
    [
        (Form.DATE, "31-02-2025", texts.CELL_DAY),
        (Form.DATE, "maart 2024", texts.CELL_DAY),
        (Form.DATE, 45123, texts.CELL_DAY),
        (Form.DATE, "01-01-0024", texts.CELL_DAY),
        (Form.DATE, "2024-02-29 10:00:00", texts.CELL_DAY),
        (Form.DATE, "=VANDAAG()", texts.CELL_FORMULA),
        (Form.NUMBER, "7.5", texts.CELL_NUMBER),
        (Form.NUMBER, "zeven", texts.CELL_NUMBER),
        (Form.NUMBER, True, texts.CELL_NUMBER),
        (Form.NUMBER, "=A1", texts.CELL_FORMULA),
        (Form.COUNT, "7,5", texts.CELL_COUNT),
        (Form.COUNT, -1, texts.CELL_COUNT),
        (Form.COUNT, 2**31, texts.CELL_COUNT),
        (Form.YES, "misschien", texts.CELL_YES),
    ],
)
def test_what_cannot_be_read(form: Form, cell: Any, said: str) -> None:
    with pytest.raises(Wrong) as error:
        value(form, cell)
    assert str(error.value) == said


def test_a_list_takes_the_code_and_the_word() -> None:
    for of, words in texts.WORD.items():
        for code in words:
            assert value(Form.CODE, code, of) == code
    assert value(Form.CODE, "  Ging Niet door", "session") == "cancelled"
    assert value(Form.CODE, "vrouw", "sex") == "women"
    with pytest.raises(Wrong, match="gepland"):
        value(Form.CODE, "<b>gestopt</b>", "session")


def test_every_word_in_a_list_is_of_one_code() -> None:
    """Else a word in a file could mean two things."""
    for of, words in texts.WORD.items():
        assert len({one.casefold() for one in words.values()}) == len(words), of


def test_an_answer_is_a_number_or_words() -> None:
    who5 = instruments()["who5"]
    assert cells.answer(who5, 3) == cells.answer(who5, "3") == 3.0
    assert cells.answer(who5, "Meestal") == 4.0
    assert cells.answer(who5, None) is None
    for wrong in (6, -1, 2.5, "vaak", "=1", "3,5"):
        with pytest.raises(Wrong, match="0 tot en met 5"):
            cells.answer(who5, wrong)


# --- about people ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mail naar jan@voorbeeld.nl", "mail"),
        ("bel 06-12345678", "phone"),
        ("071 512 34 56", "phone"),
        ("+31 6 12345678", "phone"),
        ("NL91ABNA0417164300", "bank"),
        ("woont op 2331 AB", "postcode"),
        ("2331ab 12", "postcode"),
        ("Kerkstraat 12", "street"),
        ("is geboren in mei", "born"),
        ("geb. 1950", "born"),
        ("mevrouw Jansen kwam", "name"),
        ("Dhr. De Vries", "name"),
        ("de heer van der Berg", "name"),
        ("dhr. J. Pietersen", "name"),
        (f"nummer {BSN}", "bsn"),
        ("1234.56.782", "bsn"),
    ],
)
def test_what_looks_like_a_person(text: str, kind: str) -> None:
    assert private.looks(text) == kind
    assert private.looks(f"Voor de tekst: {text}.") == kind


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 en 2025 kwamen er 12 mensen.",
        "BU05460901",
        "interventie-stevenshof-groen",
        "Stevenshof 3 activiteiten",
        NO_BSN,
        "Bewoners vroegen 1.250 euro voor 40 tuinen.",
        "de mevrouw van het buurthuis",
        "GGD Hollands Midden",
        "31-12-2024",
        "Begon op weg 3 keer",
    ],
)
def test_what_looks_like_nobody(text: str) -> None:
    assert private.looks(text) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jansen", "name"),
        ("jansen", "name"),
        ("D-Anna7", "name"),
        ("d 12", "name"),
        (BSN, "bsn"),
        (f"x-{BSN}", "bsn"),
        ("2331AB", "postcode"),
        ("2331ab-12", "postcode"),
        ("31121950", "born"),
        ("19501231", "born"),
        ("31-12-1950", "born"),
        ("1950-12-31", "born"),
        ("1-2-1950", "born"),
        ("0612345678", "phone"),
        ("a@b.nl", "mail"),
        ("d_12", "number"),
        ("=1+1", "number"),
        ("x" * 30 + "1" * 30, "number"),
    ],
)
def test_what_is_no_number_of_a_participant(text: str, kind: str) -> None:
    assert private.person_number(text) == kind


@pytest.mark.parametrize(
    "text", ["d-0012", "12", "A7", "2024-0012", "2024-1012", "100234", "P-1-2"]
)
def test_what_is_a_number_of_a_participant(text: str) -> None:
    assert private.person_number(text) == ""


def test_the_check_of_a_citizen_number() -> None:
    good = [n for n in range(100_000_000, 100_000_110) if private.is_bsn(str(n))]
    assert len(good) == 10
    assert not private.is_bsn("000000000")
    assert not private.is_bsn("12345678")


def test_every_personal_thing_has_its_sentences() -> None:
    assert set(private.ABOUT_A_PERSON) | {"text"} == set(texts.PRIVATE_COLUMN)
    assert set(texts.PRIVATE) | {"number"} == set(texts.PRIVATE_NUMBER)
    headers = {one.header for subject in SUBJECTS for one in subject.columns}
    strange = {name for names in private.ABOUT_A_PERSON.values() for name in names}
    assert strange & headers == {"naam"}


def test_a_key_needs_the_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WIJZER_SECRET_FILE", raising=False)
    first = person.secret(tmp_path / "register")
    file = person.secret_file(tmp_path / "register")
    assert file.parent == tmp_path and len(first) >= 32
    assert file.stat().st_mode & 0o777 == 0o600
    assert person.secret(tmp_path / "register") == first
    key = person.key(first, "d-12")
    assert person.key(first, " D-12 ") == key != person.key(first, "d-13")
    assert len(key) == 64 and key != "12"
    assert [one.name for one in tmp_path.iterdir()] == [person.NAME]

    monkeypatch.setenv("WIJZER_SECRET_FILE", str(tmp_path / "elders" / "sleutel"))
    other = person.secret(tmp_path / "register")
    assert person.key(other, "d-12") != key
    (tmp_path / "elders" / "sleutel").write_bytes(b"kort")
    with pytest.raises(RegisterError, match="sleutel"):
        person.secret(tmp_path / "register")


# --- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_of_any_spreadsheet(mark: str, code: str) -> None:
    [sheet] = read("deelnemers.csv", lines(GOOD["deelnemers"], mark, code))
    assert sheet.name == "deelnemers"
    assert sheet.header == tuple(GOOD["deelnemers"][0])
    assert [row[0] for row in sheet.rows] == [2, 3, 4]
    assert sheet.rows[1][1][4] == "eerder gestopt"


def test_rows_have_the_numbers_of_the_spreadsheet() -> None:
    body = b'\n\nbijeenkomst;deelnemer\n;\n"b\nc";d-1\n\nb;d-2\n'
    [sheet] = read("aanwezig.csv", body)
    assert sheet.header == ("bijeenkomst", "deelnemer")
    assert [row for row, _ in sheet.rows] == [5, 7]
    assert sheet.rows[0][1] == ("b\nc", "d-1")


def test_a_workbook_keeps_formulas_and_markup_as_text() -> None:
    strange = ["=1+1", "<b>x</b>", '=HYPERLINK("http://x")', "+31", "@x", "-1+1", "{{7*7}}"]
    [sheet] = read("x.xlsx", workbook({"verhalen": [["tekst"], *([one] for one in strange)]}))
    assert [cells[0] for _, cells in sheet.rows] == strange


def test_a_moment_is_no_day() -> None:
    [sheet] = read("x.xlsx", workbook({"a": [["dag"], [datetime(2024, 1, 2)],
                                             [datetime(2024, 1, 2, 3, 4)]]}))  # fmt: skip
    assert sheet.rows[0][1] == (date(2024, 1, 2),)
    assert sheet.rows[1][1] == ("2024-01-02 03:04:00",)


def packed(**files: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, body in files.items():
            zipped.writestr(name.replace("__", "/").replace("_dot_", "."), body)
    return out.getvalue()


GOOD_BOOK = workbook({"aanwezig": GOOD["aanwezig"]})


def with_macros() -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(GOOD_BOOK)) as book, ZipFile(out, "w") as changed:
        for one in book.infolist():
            changed.writestr(one, book.read(one))
        changed.writestr("xl/vbaProject.bin", b"macro")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("x.csv", b"", texts.FILE_EMPTY),
        ("x.csv", b" \r\n ", texts.FILE_EMPTY),
        ("x.csv", b"a;b\n\0;1", texts.FILE_NO_CSV),
        ("x.csv", b"a;\x81\n", texts.FILE_NO_CSV),
        ("x.xlsx", b"a;b\n1;2", texts.FILE_NO_WORKBOOK),
        ("x.xlsx", GOOD_BOOK[:-200], texts.FILE_NO_WORKBOOK),
        ("x.xlsx", b"PK\3\4 geen zip", texts.FILE_NO_WORKBOOK),
        ("x.xlsx", packed(iets=b"x"), texts.FILE_NO_WORKBOOK),
        ("x.docx", packed(word=b"x"), texts.FILE_NO_WORKBOOK),
        ("x.xls", b"\xd0\xcf\x11\xe0 oud", texts.FILE_OLD),
        ("x.xlsm", with_macros(), texts.FILE_MACROS),
        ("x.xlsx", with_macros(), texts.FILE_MACROS),
        ("x.csv", b"a" * (MOST_BYTES + 1), texts.FILE_TOO_LARGE.format(mb=20)),
    ],
    ids=range(13),
)
def test_a_file_that_cannot_be_read_says_what_to_do(name: str, body: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as error:
        read(name, body)
    assert str(error.value) == said


def test_marks_that_nobody_sees_go() -> None:
    assert cleaned(" a\x00\x07b\ufffe\ud800\r\nc ") == "ab\nc"


# --- templates ------------------------------------------------------------------------------------


def test_there_is_a_template_for_all_that_can_come_in() -> None:
    bulk = {"participant", "attendance", "response", "roster", "tie", "checklist"}
    schema = "".join(file.read_text("utf-8") for file in STEPS.glob("*.sql"))
    for subject in SUBJECTS:
        assert subject.target in (KINDS if subject.is_kind else bulk)
        assert subject.sheet in texts.SUBJECT_SAYS
        for one in subject.columns:
            assert one.field.name == "id" or f"{one.field.name}" in schema
    assert {one.target for one in SUBJECTS if not one.is_kind} == bulk
    assert set(GOOD) | {"interventies"} == {one.sheet for one in SUBJECTS}


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda one: one.sheet)
def test_a_template_explains_every_column(subject: Any) -> None:
    book = load_workbook(BytesIO(templates.workbook([subject])))
    assert book.sheetnames == ["uitleg", "lijsten", subject.sheet]
    head, example = list(book[subject.sheet].iter_rows(values_only=True))[:2]
    assert head[: len(subject.columns)] == tuple(one.header for one in subject.columns)
    assert (head[-1], example[-1]) == (texts.TEMPLATE_MARK, texts.TEMPLATE_MARKED)
    explained = {row[1] for row in book["uitleg"].iter_rows(values_only=True)}
    assert {one.header for one in subject.columns} <= explained
    offered = book[subject.sheet].data_validations.dataValidation
    lists = [one for one in subject.columns if one.field.form in (Form.CODE, Form.YES)]
    assert len(offered) >= len(lists)
    for row in templates.explanation(subject):
        assert all("{" not in cell for cell in row)
        assert not HARD_WORDS.search(row[2])


def test_the_filled_in_rows_can_be_read() -> None:
    """The example of a column is a good value for it."""
    for subject in SUBJECTS:
        for one in subject.columns:
            if one.example and one.field.of not in ("person",):
                cells.value(one.field, one.example)
            if one.field.of == "person":
                assert private.person_number(one.example) == ""


def test_the_templates_of_the_folder(tmp_path: Path) -> None:
    assert str(tmp_path) in templates.write(tmp_path)
    assert len(list(tmp_path.iterdir())) == len(SUBJECTS) + 1
    every = load_workbook(tmp_path / texts.TEMPLATE_ALL_FILE)
    assert every.sheetnames[2:] == [one.sheet for one in SUBJECTS]


def test_a_sheet_is_known_by_the_beginning_of_its_name() -> None:
    for name in ("Vragenlijsten-who5", "vragenlijsten (2)", " vragenlijsten "):
        found = named(name)
        assert found and found.target == "response"
    for name in ("vragenlijst", "partnersoorten", "", "x"):
        assert named(name) is None


def test_the_marked_workbook_runs_nothing() -> None:
    """What was read goes back as text, with the fault on the cell."""
    sheets = read("x.xlsx", workbook({"aanwezig": [["bijeenkomst", "deelnemer"],
                                                   ["=1+1", "Jan"]]}))  # fmt: skip
    faults = [Fault("aanwezig", 2, "deelnemer", "Dit lijkt op een naam.", 1)]
    book = load_workbook(BytesIO(marked.workbook(sheets, "", faults)))
    page = book.worksheets[0]
    assert page["A2"].value == "=1+1" and page["A2"].data_type == "s"
    assert page["B2"].comment.text.startswith("Dit lijkt op een naam.")
    assert page["B2"].fill.fgColor.rgb.endswith("F6B5A7")
    assert page["A2"].comment is None


def test_a_strange_cell_can_be_marked_too() -> None:
    book = Workbook()
    book.worksheets[0].title = "aanwezig"
    book.worksheets[0].append(["bijeenkomst", "deelnemer"])
    book.worksheets[0].append(["x" * 32_767, "\U0001f600 _x0007_"])
    out = BytesIO()
    book.save(out)
    sheets = read("x.xlsx", out.getvalue())
    faults = [Fault("aanwezig", 2, "deelnemer", "Fout", 1), Fault("aanwezig", 0, "", "Blad", -1)]
    assert load_workbook(BytesIO(marked.workbook(sheets, "", faults))).worksheets


# --- places and ids -------------------------------------------------------------------------------


def test_places_are_those_of_the_neighbourhood() -> None:
    assert places.of_person("stevenshof", None) == "unknown"
    assert places.of_person("stevenshof", "Buiten de wijk") == "outside"
    assert places.of_person("stevenshof", "kloosterhof") == "BU05460901"
    assert places.of_person("alphen-noord", "wk048401") == "WK048401"
    assert places.of_thing("alphen-noord", "Alphen Noord") == "alphen-noord"
    assert places.of_thing("stevenshof", "Stevenshof") == "WK054609"
    for wrong in ("BU05460901", "Leiden", "WK048499"):
        with pytest.raises(Wrong, match="Kies uit"):
            places.of_person("alphen-noord", wrong)


def test_the_parts_are_those_of_the_pages() -> None:
    with (catalog.DATA / "tables" / "areas.csv").open(encoding="utf-8", newline="") as rows:
        wijken = {row["code"]: row["wijk"] for row in csv.DictReader(rows)}
    for one in catalog.neighbourhoods().values():
        found = set(places.parts(one.id))
        if len(one.parts) > 1:
            assert found == set(one.parts)
        else:
            assert found == {code for code, wijk in wijken.items() if wijk == one.parts[0]}


@pytest.mark.parametrize(
    ("code", "id"),
    [("b-1", "b-1"), ("B-1", "b-1"), ("12", "session-12"), ("2024_1", "session-2024_1")],
)
def test_a_code_becomes_the_id(code: str, id: str) -> None:
    assert ids.of_code("session", code) == id


def test_other_codes_keep_their_difference() -> None:
    made = {ids.of_code("session", code) for code in ("a b", "a  b", "A/B", "a'b", "é", "😀", "=1")}
    assert len(made) == 6
    assert all(ids._ID.fullmatch(one) and one.startswith("session-") for one in made)
