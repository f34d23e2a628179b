"""The register as one file: whole or not there, one at a time, and never lost."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.store.bodies import THEME, begin, cells, entered, filled, first, one_of_each, theme
from wijzer.access import MACHINE, PUBLIC, Action, NotAllowed
from wijzer.store import entries, many, register_file
from wijzer.store.register import (
    FILE,
    STEPS,
    Refused,
    Register,
    RegisterBusy,
    RegisterDamaged,
    RegisterError,
    RegisterNewer,
    put_back,
    register_folder,
    taken,
)

ROOT = Path(__file__).resolve().parents[2]
MARKER = "Merkteken-4f1c9ab27d30e586 dat nergens anders staat"

_THEME = "SELECT title FROM theme WHERE id = $id ORDER BY revision"
_THING = "INSERT INTO thing VALUES ($id, 'theme')"
_NEWER = "INSERT INTO step_taken VALUES (9999, $now)"
_NOW = "SELECT now()::TIMESTAMP AS now"
_FORGET = "DELETE FROM theme WHERE id = $id"
_FORGET_ID = "DELETE FROM thing WHERE id = $id"
_OPEN_ELSEWHERE = """
import sys
from pathlib import Path
from wijzer.store.register import Register, RegisterError
try:
    register = Register(Path(sys.argv[1]))
except RegisterError as error:
    print(type(error).__name__, flush=True)
else:
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register without anything in it."""
    found = begin(tmp_path / "register")
    yield found
    found.close()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with one thing of every kind. Do not open."""
    made = begin(tmp_path_factory.mktemp("full"))
    one_of_each(made)
    made.compact()
    made.close()
    return made.file


@pytest.fixture
def full(template: Path, tmp_path: Path) -> Iterator[Register]:
    """A register of this test alone, with one thing of every kind."""
    (tmp_path / "register").mkdir()
    found = Register(Path(shutil.copyfile(template, tmp_path / "register" / FILE)))
    yield found
    found.close()


def titles(register: Register, id: str) -> list[str]:
    """The titles of all revisions of a theme."""
    return [row["title"] for row in register.rows(_THEME, id=id)]


def here(folder: Path) -> list[str]:
    """Names of what stands in a folder; DuckDB's log is part of the file that it belongs to."""
    return sorted(one.name for one in folder.iterdir() if one.suffix != ".wal")


# --- made whole -----------------------------------------------------------------------------------


def test_a_new_register_has_all_tables_and_nothing_in_them(register: Register) -> None:
    assert [name for name, rows in entered(register).items() if rows] == []
    assert len(entered(register)) == 54
    assert taken(register) == max(int(file.name[:4]) for file in STEPS.glob("*.sql"))
    assert here(register.file.parent) == [FILE]


def test_what_is_not_ascii_is_no_bar_to_a_folder(tmp_path: Path) -> None:
    own = begin(tmp_path / "wijk d'Artagnan ’ë 100%")
    theme(own, "theme-a")
    own.backup(own.file.with_name("kopie van 'gisteren'.duckdb"))
    assert here(own.file.parent) == ["kopie van 'gisteren'.duckdb", FILE]
    own.close()


def test_the_folder_is_told_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIJZER_REGISTER", "/ergens/anders")
    assert register_folder() == Path("/ergens/anders")
    monkeypatch.delenv("WIJZER_REGISTER")
    monkeypatch.setenv("WIJZER_STORE", "/cijfers")
    assert register_folder() == Path("/cijfers/register")


# --- a change is all or nothing -------------------------------------------------------------------


def test_the_version_changes_with_every_change(register: Register) -> None:
    seen = [register.version]
    for number in range(3):
        theme(register, f"theme-{number}")
        seen.append(register.version)
    assert len(set(seen)) == 4


def test_what_changes_nothing_that_is_shown_keeps_the_version(register: Register) -> None:
    before = register.version
    with register.change(MACHINE, quiet=True) as change:
        change.run(_THING, id="theme-a")
    entries.state(register)
    assert register.version == before


def test_a_change_that_fails_keeps_the_version(register: Register) -> None:
    before = register.version
    with pytest.raises(RuntimeError), register.change(MACHINE):
        raise RuntimeError
    assert register.version == before


def test_another_time_it_is_open_is_another_version(register: Register) -> None:
    before = register.version
    register.close()
    again = Register(register.file)
    assert again.version != before
    again.close()


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_change_that_raises_leaves_nothing(
    register: Register, fault: type[BaseException]
) -> None:
    before = cells(register)
    with pytest.raises(fault), register.change(MACHINE) as change:
        change.run(_THING, id="theme-a")
        assert change.rows("SELECT id FROM thing") == [{"id": "theme-a"}]
        raise fault
    assert cells(register) == before
    assert theme(register, "theme-b") == "theme-b"


@pytest.mark.parametrize(
    ("sql", "error"),
    [
        (_THING.replace("$id", "'theme-b'"), Refused),
        (_THING.replace("$id", "'Bad id'"), Refused),
        (_THING.replace("$id", "NULL"), Refused),
        ("INSERT INTO nowhere VALUES (1)", RegisterError),
        ("SELECT 'x'::INTEGER", RegisterError),
        ("dit is geen SQL", RegisterError),
    ],
)
def test_what_the_database_refuses_leaves_nothing(
    register: Register, sql: str, error: type[Exception]
) -> None:
    with register.change(MACHINE) as change:
        change.run(_THING, id="theme-b")
    before = cells(register)
    with pytest.raises(error), register.change(MACHINE) as change:
        change.run(_THING, id="theme-a")
        change.run(sql)
    assert cells(register) == before
    assert theme(register, "theme-c") == "theme-c"


def test_a_question_that_cannot_be_answered(register: Register) -> None:
    with pytest.raises(RegisterError, match="nowhere"):
        register.rows("SELECT * FROM nowhere")


def test_the_public_votes_and_enters_nothing(register: Register) -> None:
    with pytest.raises(NotAllowed), register.change(PUBLIC) as change:
        change.run(_THING, id="theme-a")
    assert entered(register)["thing"] == []
    with register.change(PUBLIC, Action.VOTE, quiet=True) as change:
        change.run(_THING, id="theme-a")
    assert [row["id"] for row in entered(register)["thing"]] == ["theme-a"]


def test_threads_wait_for_each_other(register: Register) -> None:
    """Nobody reads half a change of somebody else."""
    stop = threading.Event()
    odd: list[int] = []

    def look() -> None:
        while not stop.is_set():
            count = register.rows("SELECT count(*) AS n FROM thing")[0]["n"]
            odd.extend([count] * (count % 2))

    readers = [threading.Thread(target=look) for _ in range(3)]
    for one in readers:
        one.start()
    for number in range(60):
        with register.change(MACHINE) as change:
            change.run(_THING, id=f"a-{number}")
            change.run(_THING, id=f"b-{number}")
    stop.set()
    for one in readers:
        one.join()
    assert odd == []
    assert len(entered(register)["thing"]) == 120


# --- one process at a time ------------------------------------------------------------------------


def elsewhere(file: Path) -> subprocess.Popen[str]:
    """Another process that opens the register, and keeps it until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", _OPEN_ELSEWHERE, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_process_is_told_that_it_is_busy(register: Register) -> None:
    with elsewhere(register.file) as other:
        assert other.communicate(timeout=60)[0] == "RegisterBusy\n"
    theme(register, "theme-a")
    register.close()
    with elsewhere(register.file) as other:
        assert other.stdout and other.stdout.readline() == "open\n"
        with pytest.raises(RegisterBusy):
            Register(register.file)
        other.communicate(timeout=60)
    again = Register(register.file)
    assert titles(again, "theme-a") == ["Meer bewegen"]
    again.close()


def test_a_second_look_in_this_process_is_busy_too(register: Register) -> None:
    for _ in range(2):
        with pytest.raises(RegisterBusy):
            Register(register.file)
    theme(register, "theme-a")
    with elsewhere(register.file) as other:
        assert other.communicate(timeout=60)[0] == "RegisterBusy\n"


def test_copies_do_not_lose_the_lock(register: Register, tmp_path: Path) -> None:
    """The system forgets a lock when the same file is opened and closed a second time."""
    register.backup(tmp_path / "copy.duckdb")
    register.compact()
    register.restore(tmp_path / "copy.duckdb")
    with pytest.raises(RegisterError):
        register.restore(register.file)
    with elsewhere(register.file) as other:
        assert other.communicate(timeout=60)[0] == "RegisterBusy\n"


# --- damaged, newer -------------------------------------------------------------------------------


def _other_database(file: Path) -> None:
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE iets (a INTEGER); INSERT INTO iets VALUES (1)")


def _same_names(file: Path) -> None:
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE step_taken (nummer VARCHAR)")


def _sqlite(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE step_taken (number INTEGER)")
    connection.commit()
    connection.close()


OTHERS: dict[str, Callable[[Path], Any]] = {
    "empty": lambda file: file.write_bytes(b""),
    "one byte": lambda file: file.write_bytes(b"\0"),
    "text": lambda file: file.write_text("id,title\n1,x\n" * 5000),
    "garbage": lambda file: file.write_bytes(bytes(range(256)) * 4000),
    "zeros": lambda file: file.write_bytes(b"\0" * 600_000),
    "another database": _other_database,
    "the same table names": _same_names,
    "sqlite": _sqlite,
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_register_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    file = tmp_path / FILE
    OTHERS[name](file)
    check_damaged(file)


@pytest.mark.parametrize("part", [0.01, 0.1, 0.4, 0.7, 0.95, -1])
def test_a_file_of_which_the_end_is_gone(full: Register, part: float) -> None:
    """Also when all that is gone are indexes, that nobody reads before the first change."""
    full.compact()
    full.close()
    whole = full.file.read_bytes()
    full.file.write_bytes(whole[: int(part * len(whole)) if part > 0 else -1])
    check_damaged(full.file)


@pytest.mark.parametrize("table", ["theme", "ballot", "intervention", "draft"])
def test_a_block_of_data_that_is_damaged(full: Register, table: str) -> None:
    entries.keep_typed(full, MACHINE, "theme:theme-1:a", {"title": MARKER})
    full.compact()
    (block,) = full.rows(
        "SELECT coalesce(max(block_id), 0) AS block FROM pragma_storage_info($table)", table=table
    )
    full.close()
    with full.file.open("r+b") as file:
        file.seek(3 * 4096 + block["block"] * 32_768 + 1000)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 0xFF]))
    check_damaged(full.file)


def check_damaged(file: Path) -> None:
    """It is refused by name, twice, and no byte of it changes."""
    before = file.read_bytes()
    for _ in range(2):
        with pytest.raises(RegisterDamaged) as fault:
            Register(file)
        assert FILE in str(fault.value)
        assert "download" not in str(fault.value)  # of a part to read another kind of file
    assert file.read_bytes() == before
    assert here(file.parent) == [FILE]


def make_newer(register: Register) -> None:
    """As if a newer version of the program had it before."""
    with register.change(MACHINE) as change:
        change.run(_NEWER, now=register.rows(_NOW)[0]["now"])


def test_a_newer_register_is_left_as_it_is(full: Register) -> None:
    make_newer(full)
    full.close()
    before = full.file.read_bytes()
    for _ in range(2):
        with pytest.raises(RegisterNewer, match="9999"):
            Register(full.file)
    assert full.file.read_bytes() == before
    assert here(full.file.parent) == [FILE]


# --- new steps ------------------------------------------------------------------------------------


def later(tmp_path: Path, **steps: str) -> Path:
    """A folder with the steps there are and others after them."""
    folder = shutil.copytree(STEPS, tmp_path / "steps")
    for name, sql in steps.items():
        (folder / f"{name.removeprefix('step_')}.sql").write_text(sql, "utf-8")
    return folder


GOOD = """
ALTER TABLE theme ADD COLUMN colour VARCHAR DEFAULT 'groen';
CREATE TABLE extra (id VARCHAR PRIMARY KEY REFERENCES thing (id));
INSERT INTO extra SELECT id FROM thing;
"""
BAD = "CREATE TABLE half (a INTEGER); INSERT INTO thing VALUES ('theme-half', 'theme'); nonsense;"


def test_a_new_step_is_run_once_and_the_file_before_it_is_kept(
    full: Register, tmp_path: Path
) -> None:
    steps = later(tmp_path, step_0004_colour=GOOD)
    before = cells(full)
    full.close()
    for _ in range(2):
        new = Register(full.file, steps)
        assert taken(new) == 4
        assert {row["colour"] for row in new.rows("SELECT colour FROM theme")} == {"groen"}
        assert len(cells(new)["extra"]) == len(before["thing"])
        new.close()
    kept = full.file.with_name("register-voor-stap-0004.duckdb")
    assert here(full.file.parent) == [kept.name, FILE]
    old = Register(kept)
    assert cells(old) == before
    old.close()


def test_every_new_step_keeps_a_file(full: Register, tmp_path: Path) -> None:
    steps = later(tmp_path, step_0004_colour=GOOD, step_0005_more="CREATE TABLE more (a INTEGER)")
    full.close()
    new = Register(full.file, steps)
    assert taken(new) == 5
    new.close()
    for number in (4, 5):
        kept = full.file.with_name(f"register-voor-stap-{number:04d}.duckdb")
        with duckdb.connect(str(kept), read_only=True) as connection:
            done = connection.execute("SELECT number FROM step_taken ORDER BY ALL").fetchall()
        assert done == [(one,) for one in range(1, number)]


def test_a_register_after_a_new_step_can_be_copied(full: Register, tmp_path: Path) -> None:
    full.close()
    new = Register(full.file, later(tmp_path, step_0004_colour=GOOD))
    new.backup(tmp_path / "copy.duckdb")
    new.compact()
    now = cells(new)
    theme(new, "theme-after")
    new.restore(tmp_path / "copy.duckdb")
    assert cells(new) == now
    new.close()


def test_a_step_that_fails_leaves_the_register_as_it_was(full: Register, tmp_path: Path) -> None:
    before = cells(full)
    full.close()
    with pytest.raises(RegisterError):
        Register(full.file, later(tmp_path, step_0004_half=BAD))
    again = Register(full.file)
    assert cells(again) == before
    theme(again, "theme-after")
    again.close()


def test_steps_before_one_that_fails_stay(full: Register, tmp_path: Path) -> None:
    full.close()
    with pytest.raises(RegisterError):
        Register(full.file, later(tmp_path, step_0004_colour=GOOD, step_0005_half=BAD))
    new = Register(full.file, later(tmp_path / "two", step_0004_colour=GOOD))
    assert taken(new) == 4
    assert "half" not in cells(new)
    new.close()


def test_an_older_backup_is_brought_up_to_date(full: Register, tmp_path: Path) -> None:
    full.backup(tmp_path / "old.duckdb")
    before = cells(full)["thing"]
    full.close()
    new = Register(full.file, later(tmp_path, step_0004_colour=GOOD))
    theme(new, "theme-after")
    new.restore(tmp_path / "old.duckdb")
    assert taken(new) == 4
    assert cells(new)["thing"] == before
    assert len(cells(new)["extra"]) == len(before)
    new.close()


# --- backup ---------------------------------------------------------------------------------------


def test_a_backup_holds_everything(full: Register, tmp_path: Path) -> None:
    full.backup(tmp_path / "copy.duckdb")
    assert here(tmp_path) == ["copy.duckdb", "register"]
    copy = Register(tmp_path / "copy.duckdb")
    assert cells(copy) == cells(full)
    assert theme(copy, "theme-a") == "theme-a"
    copy.close()


def write_pairs(register: Register, name: str, stop: threading.Event, done: list[int]) -> None:
    """Two things at a time, one change for both, until told to stop."""
    number = 0
    while not stop.is_set():
        two = [("theme", f"{side}-{name}-{number}", THEME) for side in "ab"]
        many.add_all(register, MACHINE, two, entries.Saving())
        number += 1
        done.append(number)


def test_a_backup_while_others_write_is_one_moment(register: Register, tmp_path: Path) -> None:
    stop, names = threading.Event(), "klmn"
    done: dict[str, list[int]] = {name: [] for name in names}
    writers = [
        threading.Thread(target=write_pairs, args=(register, name, stop, done[name]))
        for name in names
    ]
    for one in writers:
        one.start()
    spans = []
    try:
        for number in range(4):
            time.sleep(0.1)
            low = {name: len(done[name]) for name in names}
            register.backup(tmp_path / f"copy-{number}.duckdb")
            spans.append((low, {name: len(done[name]) + 1 for name in names}))
    finally:
        stop.set()
        for one in writers:
            one.join()
    for number, (low, high) in enumerate(spans):
        check_one_moment(tmp_path / f"copy-{number}.duckdb", low, high)
    assert min(spans[-1][0].values()) > 0


def check_one_moment(file: Path, low: dict[str, int], high: dict[str, int]) -> None:
    """Of every writer the first so many pairs, and never half a pair."""
    copy = Register(file)
    found = set(entries.state(copy)["theme"])
    things = {row["id"] for row in cells(copy)["thing"]}
    copy.close()
    assert things == found
    count = {name: sum(id.startswith(f"a-{name}-") for id in found) for name in low}
    pairs = {f"{side}-{name}-{at}" for name in low for at in range(count[name]) for side in "ab"}
    assert found == pairs
    assert all(low[name] <= count[name] <= high[name] for name in low)


@pytest.mark.parametrize("there", ["file", "folder", "itself"])
def test_a_backup_never_overwrites(full: Register, tmp_path: Path, there: str) -> None:
    target = {"file": tmp_path / "x.duckdb", "folder": tmp_path / "x", "itself": full.file}[there]
    if there == "file":
        target.write_text("Iets dat er al stond")
    elif there == "folder":
        target.mkdir()
    before, names = cells(full), here(tmp_path)
    with pytest.raises(RegisterError, match="bestaat al"):
        full.backup(target)
    assert cells(full) == before
    assert here(tmp_path) == names
    assert there != "file" or target.read_text() == "Iets dat er al stond"


@pytest.mark.parametrize("place", ["nowhere/copy.duckdb", "file/copy.duckdb"])
def test_a_backup_to_a_place_that_is_none(full: Register, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("geen map")
    with pytest.raises((RegisterError, OSError)):
        full.backup(tmp_path / place)
    assert theme(full, "theme-after") == "theme-after"
    full.backup(tmp_path / "copy.duckdb")


# --- restore --------------------------------------------------------------------------------------


def test_restoring_brings_everything_back_and_keeps_the_old(full: Register, tmp_path: Path) -> None:
    full.backup(tmp_path / "copy.duckdb")
    before, version = cells(full), full.version
    theme(full, "theme-after")
    entries.retire(full, MACHINE, "theme", first("theme"), 2, "weg")
    after = cells(full)

    kept = full.restore(tmp_path / "copy.duckdb")

    assert cells(full) == before
    assert full.version != version
    assert here(full.file.parent) == sorted([kept.name, FILE])
    old = Register(kept)
    assert cells(old) == after
    old.close()
    theme(full, "theme-new")
    full.restore(kept)
    assert cells(full) == after


def test_restoring_twice_keeps_both(full: Register, tmp_path: Path) -> None:
    full.backup(tmp_path / "copy.duckdb")
    kept = {full.restore(tmp_path / "copy.duckdb") for _ in range(3)}
    assert len(kept) == 3
    assert all(one.is_file() for one in kept)


def _cut(register: Register, file: Path) -> None:
    register.backup(file)
    file.write_bytes(file.read_bytes()[:-300_000])


def _too_new(register: Register, file: Path) -> None:
    other = begin(file.parent / "other")
    make_newer(other)
    other.close()
    other.file.rename(file)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (_cut, RegisterDamaged),
        (_too_new, RegisterNewer),
        (lambda register, file: file.write_bytes(b"geen register" * 9999), RegisterDamaged),
        (lambda register, file: file.write_bytes(b""), RegisterDamaged),
        (lambda register, file: _other_database(file), RegisterDamaged),
        (lambda register, file: _sqlite(file), RegisterDamaged),
        (lambda register, file: file.mkdir(), RegisterDamaged),
        (lambda register, file: None, RegisterDamaged),
    ],
    ids=["cut", "newer", "garbage", "empty", "another", "sqlite", "folder", "nothing"],
)
def test_restoring_what_is_no_backup_changes_nothing(
    full: Register, tmp_path: Path, make: Callable[[Register, Path], Any], error: type[Exception]
) -> None:
    source = tmp_path / "source" / "copy.duckdb"
    source.parent.mkdir()
    make(full, source)
    before, version = cells(full), full.version
    with pytest.raises(error):
        full.restore(source)
    assert cells(full) == before
    assert full.version == version
    assert here(full.file.parent) == [FILE]
    assert theme(full, "theme-after") == "theme-after"


def test_a_backup_that_a_new_step_cannot_take_changes_nothing(
    register: Register, tmp_path: Path
) -> None:
    """It is older and its rows do not fit: the register stays what it was, and open."""
    theme(register, "theme-old")
    register.backup(tmp_path / "old.duckdb")
    register.restore(tmp_path / "old.duckdb")
    with register.change(MACHINE) as change:
        change.run(_FORGET, id="theme-old")
    with register.change(MACHINE) as change:
        change.run(_FORGET_ID, id="theme-old")
    register.close()
    only = "CREATE TABLE few (n INTEGER CHECK (n = 0)); INSERT INTO few SELECT count(*) FROM thing"
    new = Register(register.file, later(tmp_path, step_0004_few=only))
    before = cells(new)
    with pytest.raises(RegisterError):
        new.restore(tmp_path / "old.duckdb")
    assert cells(new) == before
    assert theme(new, "theme-after") == "theme-after"
    new.close()


def test_a_register_that_was_not_closed_can_be_put_back_with_its_log(tmp_path: Path) -> None:
    """Somebody copied the file by hand after the machine fell out: the log goes with it."""
    script = (
        "import os, sys, signal\nfrom pathlib import Path\nfrom tests.store import bodies\n"
        "register = bodies.begin(Path(sys.argv[1]))\n"
        "bodies.theme(register, 'theme-log', why=sys.argv[2])\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    fallen = tmp_path / "fallen"
    command = [sys.executable, "-c", script, str(fallen), MARKER]
    ended = subprocess.run(command, cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert (fallen / f"{FILE}.wal").stat().st_size > 0
    assert MARKER.encode() not in (fallen / FILE).read_bytes()

    own = begin(tmp_path / "register")
    kept = own.restore(fallen / FILE)

    assert titles(own, "theme-log") == ["Meer bewegen"]
    assert here(own.file.parent) == sorted([kept.name, FILE])
    assert (fallen / f"{FILE}.wal").exists()
    own.close()


@pytest.mark.parametrize("name", ["garbage", "empty", "another database"])
def test_a_register_that_cannot_be_opened_can_be_replaced(
    full: Register, tmp_path: Path, name: str
) -> None:
    full.backup(tmp_path / "copy.duckdb")
    before = cells(full)
    full.close()
    full.file.unlink()
    OTHERS[name](full.file)
    broken = full.file.read_bytes()

    kept = put_back(tmp_path / "copy.duckdb", full.file)

    assert kept.read_bytes() == broken
    again = Register(full.file)
    assert cells(again) == before
    again.close()


def test_a_copy_is_checked_before_anything_is_moved(full: Register, tmp_path: Path) -> None:
    full.close()
    before = full.file.read_bytes()
    (tmp_path / "copy.duckdb").write_bytes(b"x" * 9000)
    with pytest.raises(RegisterDamaged):
        put_back(tmp_path / "copy.duckdb", full.file)
    assert full.file.read_bytes() == before
    assert here(full.file.parent) == [FILE]


def test_checking_a_copy_does_not_change_it(full: Register, tmp_path: Path) -> None:
    full.backup(tmp_path / "copy.duckdb")
    before = (tmp_path / "copy.duckdb").read_bytes()
    register_file.check(tmp_path / "copy.duckdb", STEPS)
    assert (tmp_path / "copy.duckdb").read_bytes() == before


# --- compact --------------------------------------------------------------------------------------


def test_what_was_deleted_is_in_no_byte_of_the_file(full: Register) -> None:
    theme(full, "theme-weg", why=MARKER)
    before = {name: rows for name, rows in entered(full).items() if name not in ("theme", "thing")}
    full.compact()
    assert MARKER.encode() in full.file.read_bytes()
    with full.change(MACHINE) as change:
        change.run(_FORGET, id="theme-weg")
    with full.change(MACHINE) as change:
        change.run(_FORGET_ID, id="theme-weg")
    version = full.version

    full.compact()

    assert MARKER.encode() not in full.file.read_bytes()
    assert b"theme-weg" not in full.file.read_bytes()
    assert here(full.file.parent) == [FILE]
    assert {name: entered(full)[name] for name in before} == before
    assert titles(full, first("theme")) == [None, filled("theme")["title"]]
    assert full.version != version


def test_compacting_keeps_every_rule(full: Register) -> None:
    full.compact()
    with pytest.raises(Refused), full.change(MACHINE) as change:
        change.run(_THING, id=first("theme"))
    with pytest.raises(Refused), full.change(MACHINE) as change:
        change.run(_FORGET_ID, id=first("theme"))
    assert titles(full, theme(full, "theme-after")) == ["Meer bewegen"]


def test_nothing_of_a_change_is_lost_when_the_file_is_written_anew(register: Register) -> None:
    stop, done = threading.Event(), [[0], [0]]
    writers = [
        threading.Thread(target=write_pairs, args=(register, name, stop, done[at]))
        for at, name in enumerate("kl")
    ]
    for one in writers:
        one.start()
    for _ in range(4):
        register.compact()
    stop.set()
    for one in writers:
        one.join()
    assert len(entries.state(register)["theme"]) == 2 * sum(one[-1] for one in done)
