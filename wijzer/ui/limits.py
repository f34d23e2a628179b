"""How often one address asks: so that nobody keeps the others waiting."""

import time
from collections import Counter, deque
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from threading import Lock

MINUTE = 60
"""Seconds that are counted."""


class Window:
    """The questions of the last minute, by address. In memory only; the oldest make room.

    An IPv6 address counts with its whole network (/64): one user has all of it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = 10_000) -> None:
        self._clock = clock
        self._most = most
        self._seen: deque[tuple[float, str]] = deque()
        self._count: Counter[str] = Counter()
        self._lock = Lock()

    def add(self, address: str) -> int:
        """One more question. Returns how many this address asked in the last minute."""
        whose, now = _network(address), self._clock()
        with self._lock:
            while self._seen and (self._full or self._seen[0][0] <= now - MINUTE):
                self._forget()
            self._seen.append((now, whose))
            self._count[whose] += 1
            return self._count[whose]

    @property
    def of_all(self) -> int:
        """How many there were when one came last."""
        return len(self._seen)

    @property
    def _full(self) -> bool:
        return len(self._seen) >= self._most

    def _forget(self) -> None:
        _, whose = self._seen.popleft()
        self._count[whose] -= 1
        if not self._count[whose]:
            del self._count[whose]


def _network(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return address
    return str(known.ipv4_mapped or known.exploded[:19])
