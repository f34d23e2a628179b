"""Who may do what: what is known of a request decides, and in doubt it is the public."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer import access
from wijzer.access import MACHINE, PUBLIC, Action, Asked, NotAllowed, Passes, Visitor
from wijzer.model import Role

HERE = {"Host": "127.0.0.1:8501"}
BOUND = "127.0.0.1"

AT_THE_MACHINE: list[dict[str, str]] = [
    {},  # no request at all: the program runs a page by itself
    {"Host": "127.0.0.1:8501"},
    {"Host": "127.0.0.1"},
    {"host": "localhost:8501"},
    {"HOST": "LocalHost"},
    {"Host": "[::1]:8501"},
    {"Host": "[::1]"},
    {"Host": "127.8.9.10:80"},
    HERE | {"Origin": "http://127.0.0.1:8501"},
    HERE | {"Origin": "http://localhost:8501"},
    HERE | {"origin": "http://[::1]:8501"},
    HERE | {"User-Agent": "Via Verde", "Referer": "https://example.org/", "Accept": "*/*"},
    HERE | {"Sec-Fetch-Site": "same-origin", "Cookie": "x-forwarded-for=1", "DNT": "1"},
]

FORWARDED = [
    "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port",
    "x-forwarded", "Forwarded", "Forwarded-For", "X-Original-Forwarded-For", "Via", "X-Real-IP",
    "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "Fastly-Client-IP", "Fly-Client-IP",
    "CF-Connecting-IP", "CF-Ray", "CF-Visitor", "DO-Connecting-IP", "X-Azure-ClientIP",
    "X-ProxyUser-Ip", "Remote-Addr", "VIA", "x-real-ip",
]  # fmt: skip

ELSEWHERE = [
    *(
        "wijk.example.org",
        "wijk.example.org:8501",
        "127.0.0.1.example.org",
        "localhost.example.org",
    ),
    *("mylocalhost", "localhost.", "192.168.1.20:8501", "10.0.0.5", "0.0.0.0:8501", "[::]:8501"),
    *("[fe80::1]:8501", "128.0.0.1", "127.1", "2130706433", "0x7f000001", "127.0.0.1, a.example"),
    *("", " ", "[", "[::1", "]", "http://", "//", "null", "\u2100.example", "１２７.0.0.1", "é"),
    *("127.0.0.1@example.org", "example.org/127.0.0.1", "example.org#127.0.0.1"),
]


# --- a request → a role ---------------------------------------------------------------------------


@pytest.mark.parametrize("headers", AT_THE_MACHINE, ids=str)
@pytest.mark.parametrize("bound", ["127.0.0.1", "localhost", "LOCALHOST", "127.0.0.2"])
def test_the_person_at_the_machine_is_the_team(bound: str, headers: dict[str, str]) -> None:
    assert access.visitor(Asked(bound, headers)) == Visitor(Role.TEAM, "team")


@pytest.mark.parametrize("headers", AT_THE_MACHINE, ids=str)
@pytest.mark.parametrize("bound", ["0.0.0.0", "::", "192.168.1.20", "wijk.example.org", "", "é"])
def test_a_server_that_others_can_reach_has_no_team(bound: str, headers: dict[str, str]) -> None:
    assert access.visitor(Asked(bound, headers)) == PUBLIC


@pytest.mark.parametrize("headers", AT_THE_MACHINE, ids=str)
def test_in_a_meeting_the_machine_is_the_public_too(headers: dict[str, str]) -> None:
    assert access.visitor(Asked(BOUND, headers, shared=True)) == PUBLIC


@pytest.mark.parametrize("name", FORWARDED)
@pytest.mark.parametrize("value", ["203.0.113.9", "127.0.0.1", ""])
def test_what_came_by_another_server_is_the_public(name: str, value: str) -> None:
    assert access.visitor(Asked(BOUND, HERE | {name: value})) == PUBLIC


@pytest.mark.parametrize("name", ELSEWHERE)
def test_another_name_in_the_address_is_the_public(name: str) -> None:
    """A page elsewhere can point its own name to this machine: DNS rebinding."""
    assert access.visitor(Asked(BOUND, {"Host": name})) == PUBLIC


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.parametrize("way", ["http://{}", "https://{}", "{}"])
def test_a_page_from_elsewhere_is_the_public(way: str, name: str) -> None:
    origin = way.format(name)
    assert access.visitor(Asked(BOUND, HERE | {"Origin": origin})) == PUBLIC


@given(st.text(), st.text())
def test_no_address_makes_it_fail(host: str, origin: str) -> None:
    assert access.visitor(Asked(host, {"Host": host, "Origin": origin})) in (PUBLIC, _TEAM)


_TEAM = Visitor(Role.TEAM, "team")


@pytest.mark.parametrize("bound", ["127.0.0.1", "0.0.0.0", ""])
@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("headers", [{}, {"Host": "10.0.0.5"}, {"X-Forwarded-For": "10.0.0.9"}])
def test_who_holds_a_pass_is_the_team(bound: str, shared: bool, headers: dict[str, str]) -> None:
    asked = Asked(bound, headers, shared, holds_pass=True)
    assert access.visitor(asked) == _TEAM


# --- a role → what it may -------------------------------------------------------------------------


def test_what_each_role_may() -> None:
    allowed = {
        visitor.name: {action for action in Action if access.may(visitor, action)}
        for visitor in (_TEAM, MACHINE, PUBLIC)
    }
    assert allowed == {"team": set(Action), "beheer": set(Action), "publiek": {Action.VOTE}}


@pytest.mark.parametrize("action", Action)
def test_what_is_not_allowed_is_refused(action: Action) -> None:
    access.require(MACHINE, action)
    if action is not Action.VOTE:
        with pytest.raises(NotAllowed, match=action.value):
            access.require(PUBLIC, action)


def test_the_public_sees_fewer_small_numbers() -> None:
    assert set(access.SMALLEST) == set(Role)
    assert access.SMALLEST[Role.PUBLIC] > access.SMALLEST[Role.TEAM] >= 5


# --- the link of the team -------------------------------------------------------------------------


def test_the_link_works_once() -> None:
    passes = Passes()
    token = passes.token
    given = passes.redeem(token)
    assert given and given != token
    assert passes.holds(given)
    assert passes.redeem(token) is None
    assert passes.token == ""


@pytest.mark.parametrize(
    "wrong", ["", " ", "x", "é", "日本語", "\ud800", "\0", "x" * 100_000, "None"], ids=ascii
)
def test_another_token_does_not_use_it_up(wrong: str) -> None:
    passes = Passes()
    assert passes.redeem(wrong) is None
    assert not passes.holds(wrong)
    assert passes.redeem(passes.token + wrong) is None or wrong == ""
    if wrong:
        assert passes.redeem(passes.token)


def test_when_it_was_used_nothing_is_a_token_any_more() -> None:
    passes = Passes()
    given = passes.redeem(passes.token) or ""
    assert [passes.redeem(one) for one in ("", given, passes.token)] == [None] * 3
    assert not passes.holds("")


def test_of_many_at_once_one_gets_the_pass() -> None:
    passes = Passes()
    with ThreadPoolExecutor(16) as room:
        given = list(room.map(passes.redeem, [passes.token] * 64))
    assert len([one for one in given if one]) == 1


def test_tokens_and_passes_cannot_be_guessed() -> None:
    every = [Passes() for _ in range(50)]
    tokens = {one.token for one in every}
    given = {one.redeem(one.token) for one in every}
    assert len(tokens | given) == 100
    assert min(len(one or "") for one in tokens | given) >= 32


def test_a_pass_is_of_one_program() -> None:
    one, other = Passes(), Passes()
    given = one.redeem(one.token) or ""
    assert not other.holds(given)
    assert other.redeem(one.token) is None
