"""The kill test: the program is killed at random moments, and nothing confirmed is lost."""

import csv
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.store.bodies import begin, cells, entered, one_of_each
from tests.store.writer import Written, after
from wijzer.kinds import KINDS
from wijzer.store import content, entries
from wijzer.store.register import FILE, Register

ROOT = Path(__file__).resolve().parents[2]
KILLS, CONFIRMED = 8, 200
PATIENCE = 60.0

_IDS = "SELECT id FROM thing ORDER BY id"


@contextmanager
def started(work: str, folder: Path, run: str = "a") -> Iterator[subprocess.Popen[str]]:
    """A process that works; killed when the block ends."""
    command = [sys.executable, "-m", "tests.store.writer", work, str(folder), run]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def killed(process: subprocess.Popen[str], moment: float) -> list[str]:
    """Kill it this long after its first line. Returns all that it said."""
    assert process.stdout and process.stderr
    first = process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    said = [first.strip(), *process.stdout.read().split()]
    assert process.wait(PATIENCE) == -signal.SIGKILL, process.stderr.read()
    return [line for line in said if line]


def written(register: Register) -> Written:
    """All themes with the bodies of their revisions."""
    return {
        id: [entries.body_of("theme", row) for row in entries.history(register, "theme", id)]
        for id in entries.state(register)["theme"]
    }


def whole(found: Written) -> Written:
    """The same with the fields that were left empty."""
    empty = dict.fromkeys(KINDS["theme"].names)
    return {id: [empty | one for one in bodies] for id, bodies in found.items()}


def test_nothing_confirmed_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    chance = random.Random(20_260)
    begin(tmp_path).close()
    stands: Written = {}
    kills = confirmed = unconfirmed = logs = 0
    while kills < KILLS or confirmed < CONFIRMED:
        run = f"run-{kills}"
        with started("save", tmp_path, run) as process:
            said = killed(process, chance.uniform(0.0, 0.6))
        count = len(said)
        assert said == list(map(str, range(count)))
        logs += (tmp_path / f"{FILE}.wal").exists()
        stands, more = check_nothing_lost(tmp_path / FILE, stands, run, count)
        kills, confirmed, unconfirmed = kills + 1, confirmed + count, unconfirmed + more
    assert kills >= KILLS and confirmed >= CONFIRMED
    assert logs > 0
    assert unconfirmed <= kills


def check_nothing_lost(file: Path, before: Written, run: str, count: int) -> tuple[Written, int]:
    """Every confirmed write stands there once and whole, and at most one that was under way.

    Returns what stands there now, and how many were not confirmed.
    """
    register = Register(file)
    found = written(register)
    ids = [row["id"] for row in register.rows(_IDS)]
    register.close()
    check_nothing_left(file.parent)
    assert ids == sorted(found)
    for more in (0, 1):
        expected = before | whole(after(run, count + more))
        if found == expected:
            return expected, more
    lost = (before | whole(after(run, count))).keys() - found.keys()
    raise AssertionError(f"{run}, {count} confirmed: lost {sorted(lost)}")


def test_killed_while_it_opens(tmp_path: Path) -> None:
    """A log of the one before is taken in: killed in the middle of that too."""
    begin(tmp_path).close()
    with started("save", tmp_path, "one") as process:
        said = killed(process, 0.15)
    chance = random.Random(7)
    for number in range(3):
        with started("save", tmp_path, f"two-{number}") as process:
            time.sleep(chance.uniform(0.3, 0.6))
            process.send_signal(signal.SIGKILL)
    register = Register(tmp_path / FILE)
    found = written(register)
    register.close()
    one = {id: bodies for id, bodies in found.items() if id.startswith("one-")}
    assert one in (whole(after("one", len(said))), whole(after("one", len(said) + 1)))


def test_killed_while_it_makes_a_copy(tmp_path: Path) -> None:
    chance = random.Random(11)
    register = begin(tmp_path)
    one_of_each(register)
    before = cells(register)
    register.close()
    copies = 0
    for run in "abcd":
        with started("backup", tmp_path, run) as process:
            copies += len(killed(process, chance.uniform(0.0, 0.3)))
        register = Register(tmp_path / FILE)
        assert cells(register) == before
        register.close()
    made = sorted(tmp_path.glob("copy-*.duckdb"))
    assert copies <= len(made) <= copies + 4
    for file in made:
        copy = Register(file)
        assert cells(copy) == before
        copy.close()


def test_of_many_that_begin_at_once_one_has_the_register(tmp_path: Path) -> None:
    """Each makes its own when there is none; what is written stands in the one that stays."""
    with ExitStack() as all_of_them:
        runs = [all_of_them.enter_context(started("begin", tmp_path, run)) for run in "abcd"]
        said = {}
        for run, one in zip("abcd", runs, strict=True):
            assert one.stdout and one.stdout.readline() == "begun\n"
            said[run] = one.stdout.readline().strip()
    assert sorted(said.values()) == ["busy", "busy", "busy", "written"]
    register = content.open_register(tmp_path)
    first = {id for id in entries.state(register)["theme"] if id.startswith("theme-")}
    register.close()
    assert first == {f"theme-{run}" for run, one in said.items() if one == "written"}
    check_nothing_left(tmp_path)


def check_nothing_left(folder: Path) -> None:
    """No copy that was never finished: it holds what people entered too."""
    assert [one.name for one in folder.iterdir() if one.name.startswith(".")] == []


def test_killed_while_it_begins(tmp_path: Path) -> None:
    """There is no register yet or a whole one, never a part of one."""
    finished = 0
    for moment in (0.02, 0.2, 0.5, 0.9, 1.2, 1.6):
        with started("begin", tmp_path / "register") as process:
            finished += len(killed(process, moment)) > 1
        if (tmp_path / "register" / FILE).exists():
            check_whole(tmp_path / "register")
            (tmp_path / "register" / FILE).unlink()
    check_whole(tmp_path / "register")
    assert finished < 6


def check_whole(folder: Path) -> None:
    """Opens without complaint, with everything that was published and every example."""
    register = content.open_register(folder)
    found = {name: rows for name, rows in entered(register).items() if name in KINDS}
    votes = len(register.rows("SELECT id FROM vote_round WHERE example"))
    register.close()
    check_nothing_left(folder)
    found["theme"] = [row for row in found["theme"] if row["id"] != "theme-a"]
    for kind in KINDS:
        lines = [content.CONTENT / f"{kind}.csv", content.EXAMPLE / f"{kind}.csv"]
        ids = [row["id"] for file in lines if file.exists() for row in rows_of(file)]
        assert sorted(row["id"] for row in found[kind]) == sorted(ids)
    assert votes == len(rows_of(content.EXAMPLE / "vote_round.csv"))


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
