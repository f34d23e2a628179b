"""A whole evening over real HTTP: a room votes at once on bad lines, and somebody guesses codes."""

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

import pytest

from tests.browser.server import serve
from tests.votes.meeting import HOSTILE, TITLES, begin, papers, themes, vote
from tests.votes.phone import Form, Page, ask, send_and_leave
from wijzer import texts
from wijzer.access import MACHINE
from wijzer.store import votes
from wijzer.store.register import FILE, Register

RESIDENTS, PROFESSIONALS = 60, 40
TWICE = 20
"""So many papers are used on two phones at the same moment."""
GUESSES = 300

Ballot = tuple[tuple[str, int], ...]


@dataclass
class Said:
    """What one phone chose, and the last answer that it read."""

    code: str
    ballot: Ballot
    page: Page


@dataclass
class Evening:
    """All that happened, and what was in the box afterwards."""

    codes: list[str]
    closed_code: str
    late_code: str
    busy: Page
    said: list[Said] = field(default_factory=list)
    seconds: float = 0.0
    guesses: list[Page] = field(default_factory=list)
    seconds_right: float = 0.0
    pages: dict[str, Page] = field(default_factory=dict)
    log: str = ""
    ballots: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    turnout: dict[str, tuple[int, int]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    """Papers are handed out, the room votes, somebody guesses, the box is opened."""
    folder = tmp_path_factory.mktemp("evening")
    register = begin(folder / "register")
    options = themes(register, [*TITLES[:4], HOSTILE])
    round = vote(register, options, title=f"Stemming {HOSTILE}"[:200])
    codes = papers(register, round, RESIDENTS, PROFESSIONALS)
    spare = papers(register, vote(register, options, "rank"), 3)
    large = themes(register, [f"{number} {'lang woord ' * 18}"[:200] for number in range(20)])
    (big,) = papers(register, vote(register, large, "dots", 20, "t" * 200), 1)
    done = vote(register, options)
    (closed,) = papers(register, done, 1)
    votes.close_round(register, MACHINE, done)
    (late,) = papers(register, done, 1)
    place = {"figures": folder / "figures", "register": folder / "register"}
    with serve(folder / "app.log", **place) as server:  # type: ignore[arg-type]
        found = Evening(codes, closed, late, ask(server.host, f"/stem/{codes[0]}"))
        register.close()
        _look_around(server.host, found, spare, big)
        _vote(server.host, found)
        _guess(server.host, found, spare[-1])
        found.log = server.said()
    register = Register(folder / "register" / FILE)
    found.ballots, found.turnout = votes.ballots(register, round), votes.turnout(register, round)
    register.close()
    yield found


def _look_around(host: str, found: Evening, spare: list[str], big: str) -> None:
    """Every kind of page, before anybody guesses."""
    found.pages["ask"] = ask(host, "/stem")
    found.pages["nothing typed"] = ask(host, "/stem?code=+-")
    found.pages["typed"] = ask(host, f"/stem?code={votes.written(spare[0]).lower()}+")
    found.pages["dots"] = ask(host, f"/stem/{found.codes[0]}")
    found.pages["rank"] = ask(host, f"/stem/{spare[0]}")
    found.pages["big"] = ask(host, f"/stem/{big}")
    found.pages["unknown"] = ask(host, "/stem/22222222")
    found.pages["closed"] = ask(host, f"/stem/{found.closed_code}")
    found.pages["late"] = ask(host, f"/stem/{found.late_code}")
    form = Form(found.pages["dots"].body)
    four = form.hidden | dict.fromkeys(list(form.lists)[:2], "2")
    found.pages["too many"] = ask(host, f"/stem/{found.codes[0]}", four)
    found.pages["nonsense"] = ask(host, f"/stem/{found.codes[0]}", body=b"\xff%ff=&&keuze-x=\x00")
    found.pages["too large"] = ask(host, f"/stem/{found.codes[0]}", body=b"a=" + b"x" * 20_001)
    form = Form(found.pages["rank"].body)
    places = dict(zip(form.lists, "12345", strict=True))
    twice = form.hidden | places | {list(places)[1]: "1"}
    found.pages["a place twice"] = ask(host, f"/stem/{spare[0]}", twice)
    found.pages["counted"] = ask(host, f"/stem/{spare[0]}", form.hidden | places)
    found.pages["counted again"] = ask(host, f"/stem/{spare[0]}", form.hidden | places)
    found.pages["used"] = ask(host, f"/stem/{spare[0]}", places)


def _vote(host: str, found: Evening) -> None:
    chance = random.Random(31)
    twice = set(chance.sample(found.codes, TWICE))
    together = {code: Barrier(2) for code in twice}
    phones = [*found.codes, *twice]
    chance.shuffle(phones)
    with ThreadPoolExecutor(len(phones)) as room:
        begun = time.monotonic()
        waiting = [
            room.submit(_phone, host, code, random.Random(number), together.get(code))
            for number, code in enumerate(phones)
        ]
        found.said = [one.result() for one in waiting]
        found.seconds = time.monotonic() - begun


def _phone(host: str, code: str, chance: random.Random, together: Barrier | None) -> Said:
    """Opens the ballot, chooses, and sends one to three times; the last answer is read."""
    path = f"/stem/{chance.choice([code, code.lower(), votes.written(code)])}"
    form = Form(ask(host, path).body)
    given = Counter(chance.choices(list(form.lists), k=chance.randint(1, 3)))
    fields = form.hidden | {name: str(given[name]) for name in form.lists}
    if together:
        together.wait(timeout=60)
    for _ in range(chance.randint(0, 2)):
        send_and_leave(host, path, fields, chance.choice([1.0, 1.0, 0.5]))
    page = ask(host, path, fields)
    ballot = tuple(sorted((name.removeprefix("keuze-"), one) for name, one in given.items()))
    return Said(code, ballot, page)


def _guess(host: str, found: Evening, right: str) -> None:
    """Three hundred guesses from the address of the room, and then a voter with a good code."""
    chance = random.Random(7)
    guesses = ["".join(chance.choices(votes.ALPHABET, k=votes.LENGTH)) for _ in range(GUESSES)]
    with ThreadPoolExecutor(60) as many:
        forms = many.map(lambda code: ask(host, f"/stem/{code}"), guesses[::2])
        sent = many.map(lambda code: ask(host, f"/stem/{code}", {"keuze-x": "1"}), guesses[1::2])
        found.guesses = [*forms, *sent]
    begun = time.monotonic()
    found.pages["after the guesses"] = ask(host, f"/stem/{right}")
    form = Form(found.pages["after the guesses"].body)
    places = dict(zip(form.lists, "12345", strict=True))
    found.pages["voted after"] = ask(host, f"/stem/{right}", form.hidden | places)
    found.seconds_right = time.monotonic() - begun


# --- the room votes -------------------------------------------------------------------------------


def test_a_hundred_people_vote_within_a_minute(evening: Evening) -> None:
    assert evening.seconds < 60
    assert len(evening.said) == RESIDENTS + PROFESSIONALS + TWICE


def test_no_vote_is_lost_and_none_counts_double(evening: Evening) -> None:
    """What is in the box is exactly what the phones that were thanked had chosen."""
    thanked = [one for one in evening.said if one.page.status == 200]
    assert sorted(one.code for one in thanked) == sorted(evening.codes)
    group = dict.fromkeys(evening.codes[:RESIDENTS], "resident")
    for name in votes.GROUPS:
        chosen = [one.ballot for one in thanked if group.get(one.code, "professional") == name]
        assert sorted(chosen) == sorted(map(_ballot, evening.ballots[name]))
    assert evening.turnout == {"resident": (60, 60), "professional": (40, 40)}


def _ballot(given: dict[str, float]) -> Ballot:
    return tuple(sorted((theme, int(points)) for theme, points in given.items()))


def test_of_two_phones_with_one_code_one_is_counted(evening: Evening) -> None:
    phones: dict[str, list[int]] = {}
    for one in evening.said:
        phones.setdefault(one.code, []).append(one.page.status)
    double = [sorted(one) for one in phones.values() if len(one) == 2]
    assert double == [[200, 409]] * TWICE
    told = {one.page.title for one in evening.said if one.page.status == 409}
    assert told == {texts.VOTE_USED}


def test_nothing_of_a_voter_is_written_down(evening: Evening) -> None:
    assert "Traceback" not in evening.log
    assert not [code for code in evening.codes if code in evening.log.upper()]
    assert "/stem" not in evening.log
    assert not [one for one in evening.pages.values() if "set-cookie" in one.headers]


# --- somebody guesses -----------------------------------------------------------------------------


def test_no_guess_is_right(evening: Evening) -> None:
    assert {one.status for one in evening.guesses} == {404, 429}
    assert {one.title for one in evening.guesses} == {texts.VOTE_UNKNOWN}
    late = [one for one in evening.guesses if one.status == 429]
    assert len(late) >= GUESSES - 10
    assert {one.headers["retry-after"] for one in late} == {"60"}


def test_a_good_code_still_works_after_the_guesses(evening: Evening) -> None:
    """From the address of the guesser: the phones of a room share one."""
    assert evening.pages["after the guesses"].status == 200
    assert evening.pages["voted after"].title == texts.VOTE_COUNTED
    assert evening.seconds_right < 1


# --- the pages ------------------------------------------------------------------------------------

STATUS = {
    "ask": 200, "nothing typed": 422, "typed": 303, "dots": 200, "rank": 200, "big": 200,
    "unknown": 404, "closed": 404, "late": 410, "too many": 422, "nonsense": 422,
    "too large": 413, "a place twice": 422, "counted": 200, "counted again": 200, "used": 409,
}  # fmt: skip


@pytest.mark.parametrize("name", STATUS)
def test_every_page_is_light_and_plain(evening: Evening, name: str) -> None:
    page = evening.pages[name]
    assert page.status == STATUS[name]
    assert page.size < 15_000
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"
    if page.status != 303:
        check_plain(page)


def check_plain(page: Page) -> None:
    """No script, nothing from elsewhere, in Dutch, and for a small screen."""
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="nl">' in page.body and '<meta name="viewport"' in page.body
    form = Form(page.body)
    assert {"script", "img", "iframe", "object", "svg"} & set(form.tags) == set()
    assert [one for one in form.attributes if one[0].startswith(("on", "src", "style"))] == []
    links = {told for name, told in form.attributes if name in ("href", "action")}
    assert "data:," in links
    assert [one for one in links if not one.startswith("/stem")] == ["data:,"]
    assert "url(" not in page.body and "@import" not in page.body
    assert set(form.lists) <= set(form.labels)
    assert re.findall(r"<h1>.+?</h1>", page.body, re.S) != []


def test_a_code_is_taken_as_it_is_typed(evening: Evening) -> None:
    assert re.fullmatch(r"/stem/[2-9A-Z]{8}", evening.pages["typed"].headers["location"])


def test_hostile_titles_are_words(evening: Evening) -> None:
    form = Form(evening.pages["dots"].body)
    assert HOSTILE in [one.removesuffix(" (punten)") for one in form.labels.values()]
    assert form.tags.count("style") == form.tags.count("title") == form.tags.count("h1") == 1
    assert form.tags.count("select") == 5


def test_every_page_view_has_a_secret_of_its_own(evening: Evening) -> None:
    secrets = {Form(evening.pages[name].body).hidden["bewijs"] for name in ("dots", "rank", "big")}
    assert len(secrets) == 3
    assert min(map(len, secrets)) >= 20


@pytest.mark.parametrize(("shown", "refused"), [("dots", "too many"), ("rank", "a place twice")])
def test_a_ballot_against_the_rules_keeps_what_was_chosen(
    evening: Evening, shown: str, refused: str
) -> None:
    before, after = (Form(evening.pages[name].body) for name in (shown, refused))
    assert after.hidden == before.hidden
    chosen = list(after.chosen.values())
    assert chosen == (["2", "2"] if shown == "dots" else ["1", "1", "3", "4", "5"])
    assert 'role="alert"' in evening.pages[refused].body


def test_what_to_do_with_too_many_points(evening: Evening) -> None:
    assert texts.vote_too_many(4, 3) in evening.pages["too many"].body


def test_sending_again_is_thanked_again(evening: Evening) -> None:
    assert evening.pages["counted"].body == evening.pages["counted again"].body


def test_a_closed_code_is_answered_as_one_that_never_was(evening: Evening) -> None:
    pages = {
        re.sub(' value="[^"]*"', "", evening.pages[name].body)
        for name in ("unknown", "closed", "late")
    }
    assert len(pages) == 1


def test_says_so_when_the_register_is_in_use_elsewhere(evening: Evening) -> None:
    assert (evening.busy.status, evening.busy.title) == (503, texts.VOTE_BUSY)
    assert evening.busy.headers["retry-after"] == "60"
