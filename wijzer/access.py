"""Who may do what. Two roles until sign-in comes; every write and every number asks here.

The person at the machine is the team: the server listens on this machine only and nothing shows
that the request came by another one. In a meeting (`make run SHARE=1`) the team is whoever opened
the one-time link. Anybody else is the public.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from threading import Lock
from urllib.parse import urlsplit

from wijzer import thresholds
from wijzer.model import Role


class NotAllowed(Exception):
    """This role may not do this."""


class Action(StrEnum):
    """What somebody wants to do."""

    ENTER = "enter"
    SEE_DRAFTS = "see_drafts"
    VOTE = "vote"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: a role, and the name of that role or account (never of a person)."""

    role: Role
    name: str


MACHINE = Visitor(Role.TEAM, "beheer")
"""Whoever has the command line of this machine."""

TEAM = Visitor(Role.TEAM, "team")
PUBLIC = Visitor(Role.PUBLIC, "publiek")

_MAY = {Role.TEAM: frozenset(Action), Role.PUBLIC: frozenset({Action.VOTE})}

SMALLEST = {role: limits.people for role, limits in thresholds.now().limits.items()}
"""Numbers of people below this are not told to a role."""


def may(visitor: Visitor, action: Action) -> bool:
    """Whether this visitor may do this."""
    return action in _MAY[visitor.role]


def require(visitor: Visitor, action: Action) -> None:
    """Raises NotAllowed when this visitor may not do this."""
    if not may(visitor, action):
        raise NotAllowed(f"{visitor.name}: {action.value}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a request: where the server listens, the headers, a pass, shared or not.

    `headers` is empty when there is no request at all: the program itself runs a page.
    """

    bound: str
    headers: Mapping[str, str] = field(default_factory=dict)
    shared: bool = False
    holds_pass: bool = False


def visitor(asked: Asked) -> Visitor:
    """Who asks. In doubt the public."""
    if asked.holds_pass or (not asked.shared and _at_the_machine(asked)):
        return TEAM
    return PUBLIC


def _at_the_machine(asked: Asked) -> bool:
    names = {name.lower(): value for name, value in asked.headers.items()}
    if any(name in _PROXY or part in name for name in names for part in _FORWARDED):
        return False
    addressed = [names[name] for name in ("host", "origin") if name in names]
    return all(map(_is_this_machine, [asked.bound, *addressed]))


_PROXY = ("via", "x-proxyuser-ip", "remote-addr", "x-remote-addr")
_FORWARDED = ("forwarded", "real-ip", "client-ip", "clientip", "connecting-ip", "cf-")


def _is_this_machine(address: str) -> bool:
    """Whether a host, host:port or origin is this very machine.

    The host and origin are what the browser was told to visit: another name means a web server in
    front, or a page elsewhere that points its own name here.
    """
    try:
        name = urlsplit(address if "//" in address else f"//{address}").hostname or ""
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


class Passes:
    """The one-time link of the team and the passes that were given for it. Kept in memory only."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._token = secrets.token_urlsafe(24)
        self._given: set[str] = set()

    @property
    def token(self) -> str:
        """What the team's link carries; empty once it was used."""
        return self._token

    def redeem(self, token: str) -> str | None:
        """A pass for the one-time token, which is then used up; None for any other."""
        with self._lock:
            given = token.encode(errors="replace")
            if not self._token or not secrets.compare_digest(given, self._token.encode()):
                return None
            self._token = ""
            new = secrets.token_urlsafe(24)
            self._given.add(new)
            return new

    def holds(self, given: str) -> bool:
        """Whether this is a pass that was given out."""
        return given in self._given
