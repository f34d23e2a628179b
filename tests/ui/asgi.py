"""Asks an ASGI app one question, with the path exactly as given: no client that tidies it first."""

import asyncio
from dataclasses import dataclass

from starlette.types import ASGIApp, Message


@dataclass(frozen=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    app: ASGIApp,
    path: str,
    method: str = "GET",
    query: str = "",
    client: str = "test",
    **headers: str,
) -> Answer:
    """One request of a client; header names with underscores for dashes."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http", "http_version": "1.1", "method": method, "scheme": "http", "path": path,
        "raw_path": path.encode(), "root_path": "", "query_string": query.encode(),
        "server": ("test", 80), "client": (client, 1), "asgi": {"version": "3.0"},
        "headers": [(name.replace("_", "-").encode(), value.encode())
                    for name, value in ({"host": "test"} | headers).items()],
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    start = sent[0]
    found = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], found, b"".join(one.get("body", b"") for one in sent[1:]))
