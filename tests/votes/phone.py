"""A phone that votes over a bad line: plain HTTP, with answers that never arrive."""

import http.client
import re
import socket
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Page:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: str
    size: int

    @property
    def title(self) -> str:
        """The heading, as HTML."""
        return re.findall(r"<h1>(.*?)</h1>", self.body, re.S)[0]


class Form(HTMLParser):
    """The fields of the form on a page: hidden ones with their value, lists with their options."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.lists: dict[str, list[str]] = {}
        self.chosen: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self._list = self._label = ""
        self._taken = False
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += told.items()
        if tag == "input" and told.get("type") == "hidden":
            self.hidden[told["name"]] = told["value"]
        if tag == "select":
            self._list = told["name"]
            self.lists[self._list] = []
        if tag == "label":
            self._label = told["for"]
        if tag == "option":
            self._taken = "selected" in told
            if "value" in told:
                self.lists[self._list].append(told["value"])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "label"):
            self._list = self._label = ""

    def handle_data(self, data: str) -> None:
        if self._label:
            self.labels[self._label] = self.labels.get(self._label, "") + data
        if self._list and data.strip().isdigit():
            self.lists[self._list].append(data)
            if self._taken:
                self.chosen[self._list] = data


def ask(
    host: str, path: str, fields: dict[str, str] | None = None, body: bytes | None = None
) -> Page:
    """GET, or POST when there is something to send."""
    sent = urlencode(fields).encode() if fields is not None else body
    line = http.client.HTTPConnection(host, timeout=60)
    try:
        headers = {"Content-Type": FORM} if sent is not None else {}
        line.request("GET" if sent is None else "POST", path, sent, headers)
        answer = line.getresponse()
        whole = answer.read()
    finally:
        line.close()
    told = {name.lower(): value for name, value in answer.getheaders()}
    return Page(answer.status, told, whole.decode(), len(whole))


def send_and_leave(host: str, path: str, fields: dict[str, str], part: float = 1.0) -> None:
    """Send a form, or the first part of it, and hang up without waiting for an answer."""
    body = urlencode(fields).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {FORM}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    name, port = host.split(":")
    with socket.create_connection((name, int(port)), timeout=60) as line:
        line.sendall(head.encode() + body[: int(len(body) * part)])
