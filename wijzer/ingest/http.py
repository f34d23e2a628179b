"""Asking a service politely: time limits, retries that wait longer and longer, pages kept."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from wijzer.ingest.sources import Http

_PASSING = {408, 425, 429}
_USER_AGENT = "wijzer-in-de-wijk (open source dashboard; python httpx)"


class ServiceError(Exception):
    """A service did not give a usable answer; the message says which, what and what to do."""


class _Passing(Exception):
    """An answer that may be better next time. `wait`: seconds that the service asked for."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Pages:
    """Answers of one service about one subject, kept in `folder` so that a run can resume.

    `seen` is called once for every page, fetched or found (the progress bar).
    """

    http: Http
    client: httpx.Client
    folder: Path
    seen: Callable[[], object]

    def under(self, *names: str) -> "Pages":
        """The same service, with pages kept in a folder of their own."""
        safe = ["".join(c if c.isalnum() else "-" for c in name) for name in names]
        return Pages(self.http, self.client, self.folder.joinpath(*safe), self.seen)

    def json(self, url: str) -> dict[str, Any]:
        """The JSON object at `url`, from disk when an earlier run kept it whole.

        Raises ServiceError.
        """
        kept = self.folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.json"
        body = _kept(kept, url, self.http.cache_hours)
        if body is None:
            body = self.text(url, _is_object)
            _keep(kept, url, body)
        self.seen()
        answer: dict[str, Any] = json.loads(body)
        return answer

    def fresh(self, url: str) -> dict[str, Any]:
        """The JSON object at `url`, always asked anew. Raises ServiceError."""
        answer: dict[str, Any] = json.loads(self.text(url, _is_object))
        return answer

    def number(self, url: str) -> int | None:
        """The bare whole number at `url` (OData `$count`); None when the service has none."""
        try:
            return int(self._once(url, lambda _: True).strip().lstrip("\ufeff"))
        except (_Passing, ServiceError, ValueError):
            return None

    def text(self, url: str, usable: Callable[[str], bool]) -> str:
        """The body at `url`, tried again while the fault may pass. Raises ServiceError."""
        retrying = Retrying(
            stop=stop_after_attempt(self.http.attempts),
            wait=self._wait,
            retry=retry_if_exception_type(_Passing),
            reraise=True,
        )
        try:
            return retrying(self._once, url, usable)
        except _Passing as fault:
            raise ServiceError(
                f"{_host(url)} gaf na {self.http.attempts} pogingen geen goed antwoord: {fault}. "
                "Probeer het later opnieuw; wat al binnen is, blijft bewaard. "
                f"Gevraagd adres: {url}"
            ) from fault

    def _once(self, url: str, usable: Callable[[str], bool]) -> str:
        try:
            answer = self.client.get(url)
        except httpx.TimeoutException as error:
            raise _Passing("het duurde te lang") from error
        except httpx.TransportError as error:
            raise _Passing(f"geen verbinding ({error})") from error
        except httpx.InvalidURL as error:
            raise ServiceError(f"'{url}' is geen geldig adres: {error}") from error
        if answer.status_code in _PASSING or answer.status_code >= 500:
            raise _Passing(f"fout {answer.status_code}", self._asked(answer))
        if answer.status_code >= 400:
            raise ServiceError(_refused(url, answer.status_code))
        if not usable(answer.text):
            raise _Passing("het antwoord is geen volledige JSON")
        return answer.text

    def _asked(self, answer: httpx.Response) -> float | None:
        wait = _seconds(answer.headers.get("Retry-After", ""))
        if wait is not None and wait > self.http.longest_wait:
            raise ServiceError(
                f"{_host(str(answer.url))} vraagt om {wait:.0f} seconden te wachten. "
                "Probeer het daarna opnieuw; wat al binnen is, blijft bewaard."
            )
        return wait

    def _wait(self, state: RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        if isinstance(fault, _Passing) and fault.wait is not None:
            return fault.wait
        first, longest = self.http.first_wait, self.http.longest_wait
        return wait_exponential_jitter(multiplier=first, max=longest, jitter=first)(state)


@contextmanager
def pages(http: Http, folder: Path, seen: Callable[[], object] = lambda: None) -> Iterator[Pages]:
    """An open connection whose pages are kept under `folder`."""
    headers = {"User-Agent": _USER_AGENT, "Accept": "application/json"}
    with httpx.Client(timeout=http.timeout, headers=headers, follow_redirects=True) as client:
        yield Pages(http, client, folder, seen)


def _kept(file: Path, url: str, hours: float) -> str | None:
    """The body kept in `file`, if it is whole, young enough and the answer to this very `url`."""
    try:
        page = json.loads(file.read_text("utf-8"))
        body: str = page["body"]
        young = datetime.now(UTC) - datetime.fromisoformat(page["at"]) < timedelta(hours=hours)
        right = page["url"] == url and page["sha256"] == _sha(body)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return body if young and right else None


def _keep(file: Path, url: str, body: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    page = {"url": url, "at": datetime.now(UTC).isoformat(), "sha256": _sha(body), "body": body}
    half = file.with_suffix(".half")
    half.write_text(json.dumps(page), "utf-8")
    half.replace(file)


def _sha(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _is_object(body: str) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False


def _seconds(retry_after: str) -> float | None:
    """Seconds in a Retry-After header: a number or a date (RFC 9110, 10.2.3)."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _refused(url: str, status: int) -> str:
    if status in {404, 410}:
        return (
            f"{url} bestaat niet (fout {status}). Is de tabel of de dienst verhuisd? "
            "Pas dan het tabelnummer of het adres aan in data/sources.toml."
        )
    return (
        f"{_host(url)} weigert de vraag (fout {status}): {url}. Kijk of de dienst veranderd is "
        "en of het adres in data/sources.toml klopt."
    )


def _host(url: str) -> str:
    return urlsplit(url).netloc or url
