"""What a new register begins with: published content with its sources, and marked examples."""

import csv
import re
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.store.bodies import THEME, begin, cells, entered, least
from tests.test_catalog import HARD_WORDS, MAX_WORDS, sentences
from wijzer.access import MACHINE, PUBLIC, NotAllowed
from wijzer.catalog import DATA, indicators, neighbourhoods
from wijzer.kinds import KINDS, Field, Form
from wijzer.store import content, entries, votes
from wijzer.store.content import CONTENT, EXAMPLE, BadContent
from wijzer.store.entries import Saving
from wijzer.store.register import FILE, Register

VOTES = ("vote_round", "ballot", "vote_turnout")
GOAL = "doel-voorbeeld-stevenshof-groen"
GROUP = "doelgroep-voorbeeld-alphen-vrouwen"
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
PHONE = re.compile(r"(?<![\d.,])((\+|00)31[\s-]?(\(0\))?|\(?0)([\s()-]{0,2}\d){9}(?!\d)")

Rows = list[dict[str, str]]


@cache
def rows(folder: Path, kind: str) -> Rows:
    """The rows of a file; none when there is no file."""
    file = folder / f"{kind}.csv"
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


EXAMPLES = sum(len(rows(EXAMPLE, kind)) for kind in (*KINDS, "vote_round"))


def every(*folders: Path) -> list[tuple[str, dict[str, str]]]:
    """All things in these folders, as kind and row."""
    return [(kind, row) for folder in folders for kind in KINDS for row in rows(folder, kind)]


def fields(kind: str) -> dict[str, Field]:
    """The fields of a kind by name."""
    return {one.name: one for one in KINDS[kind].fields}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register as everybody begins with. Do not open."""
    made = content.open_register(tmp_path_factory.mktemp("content"))
    made.close()
    return made.file


@pytest.fixture(scope="module")
def begun(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register as everybody begins with. Do not change."""
    yield from _copy(template, tmp_path_factory.mktemp("begun"))


@pytest.fixture
def own(template: Path, tmp_path: Path) -> Iterator[Register]:
    """Such a register of this test alone."""
    yield from _copy(template, tmp_path)


def _copy(template: Path, folder: Path) -> Iterator[Register]:
    found = Register(Path(shutil.copyfile(template, folder / FILE)))
    yield found
    found.close()


def count(register: Register, kind: str, example: bool) -> int:
    """How many things of a kind there are."""
    return sum(row["example"] is example for row in entries.state(register)[kind].values())


# --- the files ------------------------------------------------------------------------------------


def test_every_file_is_of_a_kind() -> None:
    published = {file.stem for file in CONTENT.glob("*")}
    invented = {file.stem for file in EXAMPLE.glob("*.csv")}
    assert published <= set(KINDS)
    assert invented <= {*KINDS, *VOTES}
    assert {"theme", "intervention", "library", "partner", "step", "plan"} <= published
    assert {"goal", "reading", "target_group", "activity", *VOTES} <= invented
    assert {"guide", "lesson", "decision"} <= published
    assert {"lesson", "learning_question", "agenda_item", "meeting_group", "action"} <= invented


def test_ids_are_unique_and_fit_a_link() -> None:
    ids = Counter(row["id"] for _, row in every(CONTENT, EXAMPLE))
    ids.update(row["id"] for row in rows(EXAMPLE, "vote_round"))
    assert [id for id, times in ids.items() if times > 1] == []
    assert [id for id in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)] == []


@pytest.mark.parametrize("file", sorted([*CONTENT.glob("*"), *EXAMPLE.glob("*.csv")]), ids=str)
def test_files_are_plain_text(file: Path) -> None:
    text = file.read_bytes()
    assert b"\r" not in text
    assert text.endswith(b"\n")
    assert not text.startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8", newline="") as lines:
        table = list(csv.reader(lines))
    assert {len(row) for row in table} == {len(table[0])}
    assert [cell for row in table for cell in row if cell != cell.strip()] == []


def test_counts() -> None:
    assert len(rows(CONTENT, "intervention")) == 35
    assert len(rows(CONTENT, "library")) == 57
    assert len(rows(CONTENT, "guide")) >= 25
    assert EXAMPLES >= 114
    chosen = Counter(
        row["neighbourhood"] for row in rows(CONTENT, "theme") if row["choice"] == "chosen"
    )
    assert chosen == {"stevenshof": 4, "alphen-noord": 4}


def test_in_zuidwest_nothing_is_chosen_and_who_proposes_is_told() -> None:
    themes = [row for row in rows(CONTENT, "theme") if row["neighbourhood"] == "zuidwest"]
    assert len(themes) >= 4
    assert {row["choice"] for row in themes} == {"proposed"}
    assert all(row["owner"] for row in themes)


def test_every_published_row_has_a_source() -> None:
    assert [row["id"] for _, row in every(CONTENT) if not row["source"]] == []
    urls = [row["url"] for _, row in every(CONTENT) if row["url"]]
    assert len(urls) > 100
    assert [url for url in urls if not url.startswith(("https://", "http://"))] == []


def words(kind: str, row: dict[str, str]) -> list[str]:
    """All that somebody reads of a row, without names of sources."""
    known = fields(kind)
    return [
        text
        for name, text in row.items()
        if name not in ("id", "source") and text and known[name].form in (Form.LINE, Form.TEXT)
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("folder", [CONTENT, EXAMPLE], ids=lambda one: one.name)
def test_texts_are_plain_dutch(folder: Path, kind: str) -> None:
    texts = [text for row in rows(folder, kind) for text in words(kind, row)]
    lines = [line for text in texts for line in text.splitlines()]
    assert [
        part for line in lines for part in sentences(line) if len(part.split()) > MAX_WORDS
    ] == []
    assert [text for text in texts if HARD_WORDS.search(text)] == []


def cells_of(folder: Path) -> list[str]:
    """Every cell of every file in a folder."""
    names = [*KINDS, *VOTES]
    return [text for kind in names for row in rows(folder, kind) for text in row.values() if text]


@pytest.mark.parametrize("folder", [CONTENT, EXAMPLE], ids=lambda one: one.name)
def test_nobody_can_be_reached_by_what_is_written(folder: Path) -> None:
    assert len(cells_of(folder)) > 500
    assert [text for text in cells_of(folder) if MAIL.search(text)] == []
    assert [text for text in cells_of(folder) if PHONE.search(text)] == []


@pytest.mark.parametrize(
    "text",
    ["Bel 071-5123456 nu", "+31 6 12345678", "0612345678", "(070) 123 45 67", "06 1234 5678"],
)
def test_a_phone_number_would_be_seen(text: str) -> None:
    assert PHONE.search(text)
    assert not PHONE.search("2021-09-28T18:05:00, 500.000 euro, 2018-2021, 46.1673")
    assert MAIL.search("Mail naar jan.de-vries@example.org.")


# --- what refers to what --------------------------------------------------------------------------


def referred(kind: str, row: dict[str, str]) -> list[tuple[Field, str]]:
    """What a row points to, with the field that does."""
    known = fields(kind)
    return [
        (known[name], one)
        for name, text in row.items()
        if name != "id" and text
        for one in (text.split("|") if known[name].form.many else [text])
    ]


def test_everything_that_is_named_exists() -> None:
    with (DATA / "tables" / "areas.csv").open(encoding="utf-8", newline="") as lines:
        areas = {row["code"] for row in csv.DictReader(lines)}
    known = {
        Form.AREA: areas | set(neighbourhoods()),
        Form.NEIGHBOURHOOD: set(neighbourhoods()),
        Form.NEIGHBOURHOODS: set(neighbourhoods()),
        Form.INDICATOR: set(indicators()),
        Form.INDICATORS: set(indicators()),
    }
    named = [found for kind, row in every(CONTENT, EXAMPLE) for found in referred(kind, row)]
    assert [
        (one.name, text) for one, text in named if one.form in known and text not in known[one.form]
    ] == []
    assert len([text for one, text in named if one.form in known]) > 300


def test_no_published_row_refers_to_an_example() -> None:
    published = {row["id"] for _, row in every(CONTENT)}
    pointing = [
        (row["id"], text)
        for kind, row in every(CONTENT)
        for one, text in referred(kind, row)
        if one.form in (Form.REF, Form.REFS)
    ]
    assert len(pointing) > 100
    assert [found for found in pointing if found[1] not in published] == []


def test_no_example_without_its_mark() -> None:
    for kind, row in every(EXAMPLE):
        assert "-voorbeeld-" in row["id"]
        sourced = "source" in KINDS[kind].names
        assert not sourced or row["source"].startswith("Verzonnen voorbeeld")
        names = [name for name in ("title", "text", "how") if row.get(name)]
        assert names or kind in ("reading", "meeting_group"), row["id"]
        assert [name for name in names if not row[name].startswith("Voorbeeld: ")] == []
    for row in rows(EXAMPLE, "vote_round"):
        assert "-voorbeeld-" in row["id"] and row["title"].startswith("Voorbeeld: ")
    assert not [row["id"] for _, row in every(CONTENT) if "voorbeeld" in row["id"]]


# --- steps and phases -----------------------------------------------------------------------------


@pytest.mark.parametrize("neighbourhood", neighbourhoods())
def test_five_steps_of_each_neighbourhood(begun: Register, neighbourhood: str) -> None:
    found = _steps(begun, neighbourhood, "gwa")
    assert [row["number"] for row in found] == [1, 2, 3, 4, 5]
    for row in found:
        assert row["source"] and row["url"].startswith("https://")
        assert 1 <= len(sentences(row["text"])) <= 3
    assert [row["number"] for row in _steps(begun, neighbourhood, "amersfoort")] == [1, 2, 3, 4]


def _steps(register: Register, neighbourhood: str, scheme: str) -> list[dict[str, Any]]:
    found = [
        row
        for row in entries.state(register)["step"].values()
        if (row["neighbourhood"], row["scheme"]) == (neighbourhood, scheme)
    ]
    return sorted(found, key=lambda row: row["number"])


def test_a_missing_monitor_plan_is_a_normal_state(begun: Register) -> None:
    last = _steps(begun, "zuidwest", "gwa")[-1]
    assert last["status"] == "unknown"
    assert "monitorplan" in last["text"]
    plans = {row["neighbourhood"]: row for row in entries.state(begun)["plan"].values()}
    assert {id: row["monitor"] for id, row in plans.items()} == {
        "stevenshof": "present", "alphen-noord": "present", "zuidwest": "absent",
    }  # fmt: skip
    assert plans["zuidwest"]["life"] == "active"
    assert "normale situatie" in plans["zuidwest"]["text"]


@pytest.mark.parametrize("neighbourhood", neighbourhoods())
def test_sources_that_disagree_stand_beside_each_other(begun: Register, neighbourhood: str) -> None:
    phases: dict[int, list[dict[str, Any]]] = {}
    for row in _steps(begun, neighbourhood, "project"):
        phases.setdefault(row["number"], []).append(row)
    assert set(phases) == {0, 1, 2}
    for number in (1, 2):
        periods = {row["period"] for row in phases[number]}
        assert len(periods) == len(phases[number]) >= 3
        assert len({row["source"] for row in phases[number]}) >= 3


# --- loading --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_in_the_register(begun: Register, kind: str) -> None:
    known = fields(kind)
    state = entries.state(begun)[kind]
    told = {row["id"]: row for row in (*rows(CONTENT, kind), *rows(EXAMPLE, kind))}
    assert set(state) == set(told)
    for id, row in told.items():
        body = entries.body_of(kind, state[id])
        filled = {name for name, value in body.items() if value is not None}
        assert filled == {name for name, text in row.items() if name != "id" and text}
        for name in filled:
            assert _written(known[name], body[name]) == _tidy(known[name], row[name]), (id, name)
        example = row in rows(EXAMPLE, kind)
        batch = "voorbeeld" if example else "gepubliceerd"
        assert (state[id]["example"], state[id]["batch"]) == (example, batch)
        assert (state[id]["revision"], state[id]["life"]) == (1, "active")


def _written(one: Field, value: Any) -> str | float:
    if one.form.many:
        return "|".join(value)
    if one.form is Form.YES:
        return "ja" if value else "nee"
    return float(value) if one.form in (Form.NUMBER, Form.COUNT) else str(value)


def _tidy(one: Field, text: str) -> str | float:
    return float(text) if one.form in (Form.NUMBER, Form.COUNT) else text


def test_votes_of_the_examples_are_in_the_register(begun: Register) -> None:
    found = {one.id: one for one in votes.rounds(begun)}
    assert set(found) == {row["id"] for row in rows(EXAMPLE, "vote_round")}
    for id, one in found.items():
        assert one.example and one.closed_at
        papers = {
            (row["voter_group"], row["voter"])
            for row in rows(EXAMPLE, "ballot")
            if row["round"] == id
        }
        boxes = votes.ballots(begun, id)
        assert {group: len(box) for group, box in boxes.items()} == Counter(
            group for group, _ in papers
        )
        for group, (handed_out, used) in votes.turnout(begun, id).items():
            assert used == len(boxes[group]) <= handed_out
        for box in boxes.values():
            assert all(votes.checked(one, _whole(ballot)) == ballot for ballot in box)


def _whole(ballot: dict[str, float]) -> dict[str, int]:
    return {theme: int(given) for theme, given in ballot.items()}


def test_loading_twice_adds_nothing(own: Register) -> None:
    before = cells(own)
    assert content.load(own, CONTENT, "gepubliceerd", example=False) == 0
    assert content.add_examples(own) == 0
    assert cells(own) == before


def test_opening_again_changes_nothing(own: Register) -> None:
    before = cells(own)
    own.close()
    again = content.open_register(own.file.parent)
    assert cells(again) == before
    again.close()


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("id,title,day,neighbourhood\na,A,2024-02-30,zuidwest\n", "meeting.csv, rij 2"),
        ("id,title,residents,neighbourhood\na,A,1,x\nb,B,tien,x\n", "meeting.csv, rij 3"),
        ("id,title,colour,neighbourhood\na,A,rood,zuidwest\n", "meeting.csv, rij 2: 'colour'"),
    ],
)
def test_a_cell_that_cannot_be_read_is_pointed_out(tmp_path: Path, table: str, fault: str) -> None:
    (tmp_path / "lijst").mkdir()
    (tmp_path / "lijst" / "meeting.csv").write_text(table, "utf-8")
    own = begin(tmp_path / "register")
    with pytest.raises(BadContent, match=re.escape(fault)):
        content.load(own, tmp_path / "lijst", "lijst", example=False)
    assert entered(own)["meeting"] == []
    own.close()


def test_rows_that_lead_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "lijst").mkdir()
    table = "id,theme,title,status\nidee-a,nergens,Idee,new\n"
    (tmp_path / "lijst" / "idea.csv").write_text(table, "utf-8")
    own = begin(tmp_path / "register")
    with pytest.raises(entries.Invalid, match="idee-a: theme: reference"):
        content.load(own, tmp_path / "lijst", "lijst", example=False)
    assert entered(own)["thing"] == []
    own.close()


# --- without examples -----------------------------------------------------------------------------


def invented() -> set[str]:
    """Texts that only examples hold: long enough to be found in the bytes of a file."""
    texts = {text for kind, row in every(EXAMPLE) for text in words(kind, row)}
    texts |= {row["title"] for row in rows(EXAMPLE, "vote_round")}
    return {text for text in texts if text.startswith("Voorbeeld: ")}


def test_taking_the_examples_out_takes_all_of_them(own: Register) -> None:
    before = own.file.read_bytes()
    assert len([text for text in invented() if text.encode() in before]) > 50
    assert content.examples(own) == EXAMPLES

    version = own.version
    assert content.remove_examples(own) == EXAMPLES

    assert own.version != version
    check_without_examples(own)
    assert content.remove_examples(own) == 0


def check_without_examples(register: Register) -> None:
    """No row, no id, no vote, no text, and all that was published still there."""
    told = entered(register)
    assert content.examples(register) == 0
    assert [name for name in VOTES if told[name]] == [] == told["vote_code"]
    assert {kind: len(told[kind]) for kind in KINDS} == {
        kind: len(rows(CONTENT, kind)) for kind in KINDS
    }
    assert {row["id"] for row in told["thing"]} == {row["id"] for _, row in every(CONTENT)}
    written = register.file.read_bytes()
    assert [text for text in invented() if text.encode() in written] == []
    assert b"voorbeeld-" not in written


def test_a_register_without_examples_from_the_beginning(tmp_path: Path) -> None:
    own = content.open_register(tmp_path, examples=False)
    check_without_examples(own)
    assert [one.name for one in tmp_path.iterdir()] == [FILE]
    own.close()


def test_opening_without_examples_takes_them_out(own: Register) -> None:
    own.close()
    again = content.open_register(own.file.parent, examples=False)
    check_without_examples(again)
    again.close()


def test_taking_them_out_is_for_the_team(own: Register) -> None:
    before = cells(own)
    with pytest.raises(NotAllowed):
        content.remove_examples(own, PUBLIC)
    assert cells(own) == before


def person(register: Register) -> dict[str, dict[str, Any]]:
    """What somebody entered around the examples. Returns kind → body."""
    bodies: dict[str, dict[str, Any]] = {
        "reading": least("reading") | {"goal": GOAL, "source": "Onze eigen vragenlijst"},
        "intervention": least("intervention") | {"goals": (GOAL,), "target_groups": (GROUP,)},
    }
    for kind, body in bodies.items():
        entries.save(register, MACHINE, kind, f"eigen-{kind}", body, Saving())
    return bodies


def test_what_people_entered_stays_also_where_it_pointed_to_an_example(own: Register) -> None:
    bodies = person(own)
    content.remove_examples(own)
    for kind, body in bodies.items():
        row = entries.state(own)[kind][f"eigen-{kind}"]
        assert entries.body_of(kind, row) == dict.fromkeys(KINDS[kind].names) | body
    ids = {row["id"] for row in entered(own)["thing"]}
    assert {id for id in ids if "voorbeeld" in id} == {GOAL}
    assert content.examples(own) == 0
    assert entries.history(own, "goal", GOAL) == []
    own.close()
    Register(own.file).close()


def test_examples_can_be_put_back(own: Register) -> None:
    before = {name: sorted(map(_told, rows)) for name, rows in entered(own).items()}
    content.remove_examples(own)
    assert content.add_examples(own) == EXAMPLES
    after = {name: sorted(map(_told, rows)) for name, rows in entered(own).items()}
    assert after == before
    assert content.add_examples(own) == 0
    content.remove_examples(own)
    check_without_examples(own)


def _told(row: dict[str, Any]) -> str:
    """A row without the moment at which it was made, and without the id of a secret ballot."""
    kept = {name: one for name, one in row.items() if not isinstance(one, UUID)}
    return str(kept | {"made_at": None})


def test_an_example_that_people_point_to_comes_back_too(own: Register) -> None:
    person(own)
    content.remove_examples(own)
    assert content.add_examples(own) == EXAMPLES
    (row,) = entries.history(own, "goal", GOAL)
    assert row["example"]
    assert content.examples(own) == EXAMPLES
    content.remove_examples(own)
    assert entries.history(own, "goal", GOAL) == []


def test_an_example_that_somebody_made_real_stays(own: Register) -> None:
    row = entries.history(own, "goal", GOAL)[0]
    real = entries.body_of("goal", row) | {"title": "Meer groen"}
    entries.save(own, MACHINE, "goal", GOAL, real, Saving(1))
    other = entries.state(own)["target_group"][GROUP]
    still = entries.body_of("target_group", other) | {"size": 700}
    entries.save(own, MACHINE, "target_group", GROUP, still, Saving(1, example=True))
    content.remove_examples(own)
    assert [row["title"] for row in entries.history(own, "goal", GOAL)] == ["Meer groen"]
    assert entries.history(own, "target_group", GROUP) == []
    content.add_examples(own)
    assert [row["title"] for row in entries.history(own, "goal", GOAL)] == ["Meer groen"]


def test_votes_of_people_stay(own: Register) -> None:
    themes = [row["id"] for row in rows(CONTENT, "theme")[:3]]
    round = votes.open_round(own, MACHINE, "stevenshof", "Onze stemming", "dots", themes)
    used, left = votes.hand_out(own, MACHINE, round, "resident", 2)
    votes.cast(own, used, {themes[0]: 2}, "bewijs")
    content.remove_examples(own)
    assert [one.id for one in votes.rounds(own)] == [round]
    assert votes.ballots(own, round)["resident"] == [{themes[0]: 2}]
    assert votes.cast(own, left, {themes[1]: 3}, "bewijs") == "counted"


def test_others_go_on_while_examples_go_out_and_in(own: Register) -> None:
    stop, made, faults = threading.Event(), [], []

    def write() -> None:
        while not stop.is_set():
            id = entries.new_id("theme")
            try:
                entries.save(own, MACHINE, "theme", id, THEME, Saving())
            except Exception as error:
                faults.append(error)
                raise
            made.append(id)

    people = [threading.Thread(target=write) for _ in range(2)]
    for one in people:
        one.start()
    for _ in range(3):
        content.remove_examples(own)
        content.add_examples(own)
    stop.set()
    for one in people:
        one.join()
    assert faults == []
    assert made and set(made) <= set(entries.state(own)["theme"])
    assert content.examples(own) == EXAMPLES


def test_examples_and_what_is_published_are_told_apart(begun: Register) -> None:
    assert count(begun, "intervention", example=False) == 35
    assert count(begun, "library", example=False) == 57
    assert count(begun, "goal", example=False) == 0
    assert sum(count(begun, kind, example=True) for kind in KINDS) == EXAMPLES - 2
