"""`python -m wijzer import`, `erase` and `templates`, beside the app and without it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import Server, serve
from tests.ingest.monitor_files import GOOD, changed, lines, workbook
from tests.store.bodies import cells
from tests.test_manage import Done, appears, run
from wijzer import texts
from wijzer.ingest.chores import NOTE
from wijzer.ingest.monitor import person
from wijzer.ingest.monitor.subjects import SUBJECTS
from wijzer.store import content, erasure
from wijzer.store.register import FILE, Register

NEW = texts.PUT_IN_DONE.format(nieuw="38", anders="0")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with what was published. Do not open."""
    made = content.open_register(tmp_path_factory.mktemp("begin") / "register", examples=False)
    made.close()
    return made.file


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """The folder of such a register of this test alone."""
    (tmp_path / "register").mkdir()
    shutil.copyfile(template, tmp_path / "register" / FILE)
    return tmp_path / "register"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a good file, a bad one, and one that is none."""
    place = tmp_path_factory.mktemp("files")
    (place / "goed.xlsx").write_bytes(workbook(GOOD))
    (place / "fout.xlsx").write_bytes(workbook(changed("deelnemers", 2, "deelnemer", "Jan Smit")))
    (place / "lijst.csv").write_bytes(lines(GOOD["partners"]))
    (place / "niets.xlsx").write_bytes(b"niets")
    return place


def held(folder: Path) -> dict[str, int]:
    """How many rows each table has."""
    register = Register(folder / FILE)
    found = {name: len(rows) for name, rows in cells(register).items()}
    register.close()
    return found


def test_a_file_is_looked_at_and_then_brought_in(folder: Path, files: Path) -> None:
    before = held(folder)
    trial = run(folder, "import", str(files / "goed.xlsx"), "--proef")
    assert (trial.code, trial.complained) == (0, "")
    assert trial.said.startswith(texts.DRY_RUN_GOOD) and "deelnemers: nieuw 3" in trial.said
    assert held(folder) == before

    first = run(folder, "import", str(files / "goed.xlsx"))
    assert (first.code, first.said.splitlines()[0]) == (0, NEW)
    assert held(folder)["participant"] == 3
    again = run(folder, "import", str(files / "goed.xlsx"))
    assert again.said.startswith(texts.NOTHING_NEW)
    assert held(folder)["import_run"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fout.xlsx"], texts.PRIVATE_NUMBER["name"]),
        (["niets.xlsx"], texts.FILE_NO_WORKBOOK),
        (["bestaat-niet.xlsx"], "bestaat-niet.xlsx"),
        (["lijst.csv", "--onderwerp", "iets"], "Dit onderwerp is er niet"),
        (["lijst.csv", "--onderwerp", "verhalen"], texts.COLUMN_MISSING),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    folder: Path, files: Path, words: list[str], said: str
) -> None:
    before = held(folder)
    done = run(folder, "import", str(files / words[0]), *words[1:])
    assert (done.code, done.said) == (1, "")
    assert said in done.complained
    assert "Traceback" not in done.complained and "Smit" not in done.complained
    assert held(folder) == before


def test_the_subject_can_be_told(folder: Path, files: Path) -> None:
    done = run(folder, "import", str(files / "lijst.csv"), "--onderwerp", "partners")
    assert done.code == 0 and "partners: nieuw 2" in done.said


def test_erasing_and_an_older_backup(folder: Path, files: Path, tmp_path: Path) -> None:
    run(folder, "import", str(files / "goed.xlsx"))
    key = person.key(person.secret(folder), "d-001").encode()
    assert run(folder, "backup", str(tmp_path / "eerder.duckdb")).code == 0
    wrong = run(folder, "erase", "Jan Smit")
    assert wrong == Done(1, "", texts.PRIVATE_NUMBER["name"])

    done = run(folder, "erase", "d-001")

    assert (done.code, done.complained) == (0, "")
    assert done.said.startswith("Gewist: 4 rijen.")
    assert run(folder, "restore", str(tmp_path / "eerder.duckdb")).code == 0
    assert held(folder)["participant"] == 2
    for file in folder.glob("*.duckdb"):
        assert key not in file.read_bytes()


def test_templates_are_made(folder: Path, tmp_path: Path) -> None:
    done = run(folder, "templates", str(tmp_path / "sjablonen"))
    assert done.code == 0
    assert len(list((tmp_path / "sjablonen").iterdir())) == len(SUBJECTS) + 1


@pytest.fixture(scope="module")
def app(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A running app on a register of its own, and the folder of that."""
    place = tmp_path_factory.mktemp("app")
    (place / "register").mkdir()
    shutil.copyfile(template, place / "register" / FILE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIJZER_EMPTY", "1")
        with serve(place / "app.log", register=place / "register") as server:
            appears(place / "register" / NOTE)
            yield server, place / "register"


def test_the_running_app_does_it(app: tuple[Server, Path], files: Path, tmp_path: Path) -> None:
    server, folder = app
    trial = run(folder, "import", str(files / "goed.xlsx"), "--proef")
    assert (trial.code, trial.said.splitlines()[0]) == (0, texts.DRY_RUN_GOOD)
    assert run(folder, "import", str(files / "goed.xlsx")).said.startswith(NEW)
    wrong = run(folder, "import", str(files / "fout.xlsx"))
    assert wrong.code == 1 and texts.PRIVATE_NUMBER["name"] in wrong.complained
    assert run(folder, "erase", "d-002").said.startswith("Gewist: 3 rijen.")
    assert run(folder, "backup", str(tmp_path / "na.duckdb")).code == 0
    copy = Register(tmp_path / "na.duckdb")
    assert len(cells(copy)["participant"]) == 2
    assert len(erasure.proofs(copy)) == 1
    copy.close()
    assert "Traceback" not in server.said()
    for hidden in ("d-002", "Smit", "goed.xlsx", person.secret(folder).hex()):
        assert hidden not in server.said()
