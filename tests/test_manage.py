"""The command line for the register, beside the app and without it, and the team's link."""

import http.client
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.browser.server import PATIENCE, ROOT, Server, environment, serve
from tests.store import test_content
from tests.store.bodies import THEME
from wijzer import texts
from wijzer.access import MACHINE
from wijzer.ingest.chores import CHORES, KEY_HEADER, NOTE
from wijzer.ingest.monitor import examples
from wijzer.ingest.monitor.workbook import read
from wijzer.store import content, entries
from wijzer.store.entries import Saving
from wijzer.store.register import FILE, Register

MONITOR = [
    one for file in examples.FOLDER.glob("*.csv") for one in read("x.csv", file.read_bytes())
]
EXAMPLES = test_content.EXAMPLES + sum(len(one.rows) for one in MONITOR)
LINK = re.escape(texts.SHARED_FOR_TEAM).replace(r"\{adres\}", r"(\S+)")


@dataclass(frozen=True)
class Done:
    """What a command said, and how it ended."""

    code: int
    said: str
    complained: str


def run(folder: Path, *words: str) -> Done:
    """Run `python -m wijzer …` on the register in this folder, as somebody types it."""
    ended = subprocess.run(
        [sys.executable, "-m", "wijzer", *words],
        cwd=ROOT,
        env=environment(None, folder),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Done(ended.returncode, ended.stdout.strip(), ended.stderr.strip())


@dataclass(frozen=True)
class Answer:
    """What the app answered."""

    status: int
    headers: dict[str, str]
    body: str


def ask(
    host: str, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
) -> Answer:
    """One request, without following where it leads."""
    line = http.client.HTTPConnection(host, timeout=PATIENCE)
    try:
        line.request(method, path, body.encode(), headers or {})
        answer = line.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, answer.read().decode())
    finally:
        line.close()


def appears(file: Path) -> None:
    """Wait until it is there."""
    until = time.monotonic() + PATIENCE
    while not file.exists():
        assert time.monotonic() < until, f"{file} does not appear"
        time.sleep(0.05)


def invented(folder: Path) -> int:
    """How many examples there are in the register in this folder."""
    register = Register(folder / FILE)
    found = content.examples(register)
    register.close()
    return found


def add_theme(folder: Path, id: str) -> None:
    """A theme more."""
    register = Register(folder / FILE)
    entries.save(register, MACHINE, "theme", id, THEME, Saving())
    register.close()


def themes(folder: Path) -> set[str]:
    """Ids of the themes in the register in this folder."""
    register = Register(folder / FILE)
    found = set(entries.state(register)["theme"])
    register.close()
    return found


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register as everybody begins with. Do not open."""
    made = content.open_register(tmp_path_factory.mktemp("manage"), more=examples.load)
    made.close()
    return made.file


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """The folder of such a register of this test alone."""
    place = tmp_path / "register"
    place.mkdir()
    shutil.copyfile(template, place / FILE)
    return place


# --- the app is not running -----------------------------------------------------------------------


def test_a_register_is_made_and_brought_up_to_date(tmp_path: Path) -> None:
    place = tmp_path / "nieuw" / "register"
    for _ in range(2):
        done = run(place, "migrate")
        assert done == Done(0, texts.MIGRATED.format(stap=3, bestand=place / FILE), "")
    assert [one.name for one in place.iterdir()] == [FILE]
    assert invented(place) == EXAMPLES


def test_a_backup_and_back(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.duckdb"
    done = run(folder, "backup", str(copy))
    assert done == Done(0, texts.BACKED_UP.format(bestand=copy), "")
    add_theme(folder, "theme-later")
    done = run(folder, "restore", str(copy))
    assert (done.code, done.complained) == (0, "")
    kept = re.fullmatch(texts.RESTORED.format(bestand=copy, oud="(.*)"), done.said)
    assert kept and Path(kept[1]).is_file()
    assert "theme-later" not in themes(folder)
    assert run(folder, "restore", kept[1]).code == 0
    assert "theme-later" in themes(folder)


def test_a_path_is_from_where_somebody_stands(folder: Path) -> None:
    done = run(folder, "backup", "/dev/null/kopie.duckdb")
    assert (done.code, done.said) == (1, "")
    assert done.complained
    assert "Traceback" not in done.complained


def test_a_backup_never_overwrites(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.duckdb"
    copy.write_text("Iets dat er al stond")
    done = run(folder, "backup", str(copy))
    assert done == Done(1, "", f"{copy} bestaat al")
    assert copy.read_text() == "Iets dat er al stond"


def test_examples_out_and_back(folder: Path) -> None:
    for count in (EXAMPLES, 0):
        done = run(folder, "example", "--remove")
        assert done == Done(0, texts.EXAMPLES_REMOVED.format(aantal=count), "")
    assert invented(folder) == 0
    for count in (EXAMPLES, 0):
        done = run(folder, "example", "--add")
        assert done == Done(0, texts.EXAMPLES_ADDED.format(aantal=count), "")
    assert invented(folder) == EXAMPLES


@pytest.mark.parametrize(
    "words",
    [["example"], ["example", "--remove", "--add"], ["backup"], ["restore"], ["migrate", "x"]],
)
def test_what_is_not_understood_does_nothing(folder: Path, words: list[str]) -> None:
    before = (folder / FILE).read_bytes()
    done = run(folder, *words)
    assert (done.code, done.said) == (2, "")
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize("what", ["garbage", "empty", "nothing", "cut"])
def test_restoring_what_is_no_backup_changes_nothing(
    folder: Path, tmp_path: Path, what: str
) -> None:
    source, whole = tmp_path / "kopie.duckdb", (folder / FILE).read_bytes()
    if what != "nothing":
        source.write_bytes({"garbage": b"x" * 99_999, "empty": b"", "cut": whole[:-1]}[what])
    done = run(folder, "restore", str(source))
    assert (done.code, done.said) == (1, "")
    assert str(source) in done.complained and "Traceback" not in done.complained
    assert (folder / FILE).read_bytes() == whole
    assert [one.name for one in folder.iterdir()] == [FILE]


@pytest.mark.parametrize("broken", [b"", b"geen register " * 9999])
def test_a_damaged_register_is_refused_and_can_be_restored(
    template: Path, folder: Path, broken: bytes
) -> None:
    (folder / FILE).write_bytes(broken)
    for words in (["migrate"], ["backup", str(folder / "kopie.duckdb")], ["example", "--remove"]):
        done = run(folder, *words)
        assert (done.code, done.said) == (1, "")
        assert FILE in done.complained and "Traceback" not in done.complained
    assert (folder / FILE).read_bytes() == broken
    assert [one.name for one in folder.iterdir()] == [FILE]

    done = run(folder, "restore", str(template))

    assert (done.code, done.complained) == (0, "")
    assert invented(folder) == EXAMPLES
    kept = [one for one in folder.iterdir() if one.name != FILE]
    assert [one.read_bytes() for one in kept] == [broken]


def test_a_register_that_another_program_has(folder: Path) -> None:
    """No app that could do it: it says so, also when a note of an app that fell out is left."""
    register = Register(folder / FILE)
    gone = {"url": "http://127.0.0.1:9", "key": "x"}
    for note in (None, json.dumps(gone), "{}", "geen JSON", "[1]"):
        if note is not None:
            (folder / NOTE).write_text(note)
        assert run(folder, "example", "--remove") == Done(1, "", texts.REGISTER_BUSY)
    assert content.examples(register) == EXAMPLES
    register.close()


# --- the app is running ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A running app on a register of its own, and the folder of that."""
    place = tmp_path_factory.mktemp("app")
    with serve(place / "app.log", place / "figures", register=place / "register") as server:
        appears(place / "register" / NOTE)
        yield server, place / "register"


def key(folder: Path) -> str:
    """The key that the app left for the command line."""
    return str(json.loads((folder / NOTE).read_text("utf-8"))["key"])


def test_the_app_does_the_same_commands(app: tuple[Server, Path], tmp_path: Path) -> None:
    server, folder = app
    copy = tmp_path / "kopie.duckdb"
    done = run(folder, "migrate")
    assert done == Done(0, texts.MIGRATED.format(stap=3, bestand=folder / FILE), "")
    assert run(folder, "backup", str(copy)) == Done(0, texts.BACKED_UP.format(bestand=copy), "")
    done = run(folder, "example", "--remove")
    assert done == Done(0, texts.EXAMPLES_REMOVED.format(aantal=EXAMPLES), "")
    done = run(folder, "example", "--add")
    assert done == Done(0, texts.EXAMPLES_ADDED.format(aantal=EXAMPLES), "")
    done = run(folder, "restore", str(copy))
    assert (done.code, done.complained) == (0, "")
    kept = re.fullmatch(texts.RESTORED.format(bestand=copy, oud="(.*)"), done.said)
    assert kept and Path(kept[1]).parent == folder
    register = Register(copy)
    assert content.examples(register) == EXAMPLES
    register.close()
    assert "Traceback" not in server.said()


def test_what_the_app_refuses_is_told(app: tuple[Server, Path], tmp_path: Path) -> None:
    server, folder = app
    (tmp_path / "kopie.duckdb").write_text("Iets dat er al stond")
    done = run(folder, "backup", str(tmp_path / "kopie.duckdb"))
    assert done == Done(1, "", f"{tmp_path / 'kopie.duckdb'} bestaat al")
    done = run(folder, "restore", str(tmp_path / "kopie.duckdb"))
    assert (done.code, done.said) == (1, "")
    assert str(tmp_path / "kopie.duckdb") in done.complained
    assert (tmp_path / "kopie.duckdb").read_text() == "Iets dat er al stond"
    assert run(folder, "example", "--add").said == texts.EXAMPLES_ADDED.format(aantal=0)
    assert "Traceback" not in server.said()


@pytest.mark.parametrize("given", [None, "", "x", "é", "x" * 5000, "almost"])
@pytest.mark.parametrize("what", [*CHORES, "iets"])
def test_without_the_key_nothing_is_done(
    app: tuple[Server, Path], tmp_path: Path, given: str | None, what: str
) -> None:
    server, folder = app
    if given == "almost":
        given = key(folder)[:-1]
    before = {one.name: one.stat().st_mtime_ns for one in folder.iterdir()}
    headers = {} if given is None else {KEY_HEADER: given.encode().decode("latin-1")}
    body = json.dumps({"path": str(tmp_path / "kopie.duckdb")})
    answer = ask(server.host, "POST", f"/beheer/{what}", body, headers)
    assert answer.status == 403
    assert json.loads(answer.body) == {"said": texts.MAY_NOT_ENTER}
    assert list(tmp_path.iterdir()) == []
    assert {one.name: one.stat().st_mtime_ns for one in folder.iterdir()} == before


def test_with_the_key_only_what_there_is(app: tuple[Server, Path]) -> None:
    server, folder = app
    headers = {KEY_HEADER: key(folder)}
    answer = ask(server.host, "POST", "/beheer/iets", json.dumps({"path": "x"}), headers)
    assert (answer.status, json.loads(answer.body)) == (404, {"said": texts.NOT_THERE})
    assert ask(server.host, "GET", "/beheer/backup", headers=headers).status == 404


def test_the_note_is_for_the_owner_of_the_machine_alone(app: tuple[Server, Path]) -> None:
    server, folder = app
    assert stat.S_IMODE((folder / NOTE).stat().st_mode) == 0o600
    note = json.loads((folder / NOTE).read_text("utf-8"))
    assert note["url"] == server.url
    assert len(note["key"]) >= 32
    assert note["key"] not in server.said()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])  # Ctrl+C, and a service
def test_the_note_goes_when_the_app_ends(template: Path, tmp_path: Path, end: int) -> None:
    """A note that was left by one that fell out is replaced, whoever could read it."""
    place = tmp_path / "register"
    place.mkdir()
    shutil.copyfile(template, place / FILE)
    (place / NOTE).write_text(json.dumps({"url": "http://127.0.0.1:9", "key": "oud"}))
    (place / NOTE).chmod(0o644)
    with serve(tmp_path / "app.log", tmp_path / "figures", register=place) as server:
        until = time.monotonic() + PATIENCE
        while key(place) == "oud" and time.monotonic() < until:
            time.sleep(0.05)
        assert stat.S_IMODE((place / NOTE).stat().st_mode) == 0o600
        assert run(place, "example", "--remove").code == 0
        os.kill(server.pid, end)
        while (place / NOTE).exists() and time.monotonic() < until:
            time.sleep(0.05)
    assert sorted(one.name for one in place.iterdir()) == [FILE]
    assert invented(place) == 0


# --- the link of the team -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running app that is shared with a room."""
    place = tmp_path_factory.mktemp("meeting")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIJZER_SHARE", "1")
        with serve(place / "app.log", place / "figures", register=place / "register") as server:
            appears(place / "register" / NOTE)
            until = time.monotonic() + PATIENCE
            while not re.search(LINK, server.said()) and time.monotonic() < until:
                time.sleep(0.05)
            yield server


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def send(server: Server, token: str) -> Answer:
    """Press the button of the team's page."""
    return ask(server.host, "POST", "/team", urlencode({"sleutel": token}), FORM)


def test_the_team_gets_in_once(meeting: Server) -> None:
    link = re.findall(LINK, meeting.said())
    assert len(link) == 1
    path = re.sub("^https?://[^/]+", "", link[0])
    token = path.partition("sleutel=")[2]
    assert len(token) >= 32

    for _ in range(3):  # a preview of the link, a reload
        page = ask(meeting.host, "GET", path)
        assert page.status == 200
        assert f'value="{token}"' in page.body and texts.TEAM_ENTER in page.body
        assert page.headers["cache-control"] == "no-store"
        assert "set-cookie" not in page.headers
    for wrong in ("", "x", token[:-1], token + "x", "é", "\0", "x" * 5000):
        assert send(meeting, wrong).status == 403

    first, second = send(meeting, token), send(meeting, token)

    assert (first.status, first.headers["location"]) == (303, "/")
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert token.lower() not in cookie
    assert second.status == 403
    assert "set-cookie" not in second.headers
    assert texts.TEAM_LINK_USED in second.body
    assert ask(meeting.host, "GET", path).status == 200
    assert "Traceback" not in meeting.said()


def test_the_room_manages_nothing(meeting: Server) -> None:
    for what in CHORES:
        assert ask(meeting.host, "POST", f"/beheer/{what}", "{}").status == 403


@pytest.mark.parametrize("token", ['"><script>alert(1)</script>', "é", "%00", "x" * 5000])
def test_a_link_that_somebody_made_up_is_only_words(meeting: Server, token: str) -> None:
    page = ask(meeting.host, "GET", f"/team?{urlencode({'sleutel': token})}")
    assert page.status == 200
    assert "<script" not in page.body


@pytest.mark.parametrize(
    "body", ["", "a=1&b=2&c=3&d=4", "sleutel", "%ff%fe", "sleutel=" + "x" * 99]
)
def test_a_form_that_is_none_is_refused(meeting: Server, body: str) -> None:
    answer = ask(meeting.host, "POST", "/team", body, FORM)
    assert 400 <= answer.status < 500
    assert "set-cookie" not in answer.headers
