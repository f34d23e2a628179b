"""Wrong codes are held back, and nobody else is."""

import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from tests.votes.meeting import begin, papers, themes, vote
from wijzer.store.register import Register, RegisterDamaged
from wijzer.ui import data, vote_route
from wijzer.ui.limits import Window
from wijzer.ui.vote_route import WRONG_OF_ALL, WRONG_OF_ONE

Caller = Callable[[str], Any]


class Clock:
    """Time that passes when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register without anything in it."""
    found = begin(tmp_path)
    yield found
    found.close()


@pytest.fixture
def code(register: Register) -> str:
    """A code of an open round."""
    return papers(register, vote(register, themes(register)), 1)[0]


@pytest.fixture
def clock() -> Clock:
    """The clock of the wrong codes."""
    return Clock()


@pytest.fixture
def caller(monkeypatch: pytest.MonkeyPatch, register: Register, clock: Clock) -> Iterator[Caller]:
    """The routes alone, asked from an address. The client's own warning is not about us."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient
    monkeypatch.setattr(data, "register", lambda: register)
    monkeypatch.setattr(vote_route, "wrong", Window(clock))
    monkeypatch.setattr(vote_route, "PAUSE", 0.3)
    app = Starlette(routes=vote_route.ROUTES)
    yield lambda address: TestClient(app, client=(address, 5000), follow_redirects=False)


def test_wrong_codes_are_counted_by_address_for_a_minute(clock: Clock) -> None:
    wrong = Window(clock)
    assert [(wrong.add("een"), wrong.of_all) for _ in range(3)] == [(1, 1), (2, 2), (3, 3)]
    clock.now += 30
    assert (wrong.add("twee"), wrong.of_all) == (1, 4)
    clock.now += 30
    assert (wrong.add("een"), wrong.of_all) == (1, 2)
    clock.now += 3600
    assert (wrong.add("een"), wrong.of_all) == (1, 1)


def test_a_flood_does_not_fill_the_memory(clock: Clock) -> None:
    wrong = Window(clock, most=1000)
    for number in range(5000):
        wrong.add(f"adres {number}")
    assert wrong.of_all == 1000


def test_after_ten_wrong_codes_an_address_is_told_to_wait(
    caller: Caller, clock: Clock, code: str
) -> None:
    guesser, neighbour = caller("10.0.0.1"), caller("10.0.0.2")
    answers = [guesser.get(f"/stem/2222222{one}").status_code for one in "23456789ABCD"]
    assert answers == [404] * WRONG_OF_ONE + [429] * 2
    assert guesser.post("/stem/22222222", data={}).headers["retry-after"] == "60"
    assert neighbour.get("/stem/22222222").status_code == 404
    assert guesser.get(f"/stem/{code}").status_code == 200
    clock.now += 61
    assert guesser.get("/stem/22222222").status_code == 404


def test_good_codes_are_not_counted(caller: Caller, code: str) -> None:
    phone = caller("10.0.0.1")
    assert {phone.get(f"/stem/{code}").status_code for _ in range(30)} == {200}
    assert phone.get("/stem/22222222").status_code == 404


def test_when_many_guess_a_wrong_code_waits_and_a_good_one_does_not(
    caller: Caller, code: str
) -> None:
    for number in range(WRONG_OF_ALL):
        vote_route.wrong.add(f"10.1.0.{number}")
    phone = caller("10.0.0.1")
    assert took(lambda: phone.get("/stem/22222222")) >= 0.3
    assert phone.get("/stem/22222222").status_code == 404
    assert min(took(lambda: phone.get(f"/stem/{code}")) for _ in range(3)) < 0.3


def took(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def test_a_register_that_cannot_be_read_is_told_in_dutch(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Register:
        raise RegisterDamaged("register.duckdb")

    monkeypatch.setattr(data, "register", broken)
    answer = caller("10.0.0.1").get("/stem/22222222")
    assert answer.status_code == 503
    assert "register.duckdb" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [("/stem", 200), ("/stem/", 200), ("/stem?code=", 422), ("/stem?code=%F0%9F%98%80", 422),
     ("/stem/a/b/c", 404), ("/stem/%3Cscript%3E", 404), ("/stem/" + "x" * 5000, 404)],
)  # fmt: skip
def test_addresses_that_somebody_may_type(caller: Caller, path: str, status: int) -> None:
    answer = caller("10.0.0.1").get(path)
    assert answer.status_code == status
    assert "<script>" not in answer.text
    assert len(answer.content) < 15_000


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_a_ballot_is_only_shown_and_sent(caller: Caller, code: str, method: str) -> None:
    assert caller("10.0.0.1").request(method, f"/stem/{code}").status_code == 405
