"""Starts the real program as a user would: `streamlit run`, on a free port, on its own figures."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


class DidNotStart(Exception):
    """The server ended or kept silent; the message is what it said."""


@dataclass(frozen=True)
class Server:
    """A running server: its address, process id and what it writes."""

    url: str
    pid: int
    log: Path

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://")

    def said(self) -> str:
        """Everything it wrote so far."""
        return self.log.read_text("utf-8", errors="replace")


def build(folder: Path) -> None:
    """Build the figures of data/ into a folder, with the program's own command."""
    command = [sys.executable, "-m", "wijzer", "build"]
    subprocess.run(command, cwd=ROOT, env=environment(folder), check=True, timeout=300)


def environment(figures: Path | None, register: Path | None = None) -> dict[str, str]:
    """The environment of a server: as at a user's, plus where figures and register are."""
    places = {"WIJZER_STORE": figures, "WIJZER_REGISTER": register}
    extra = {name: str(place) for name, place in places.items() if place}
    return os.environ | {"PYTHONUNBUFFERED": "1"} | extra


@contextmanager
def serve(
    log: Path,
    figures: Path | None = None,
    script: Path = ROOT / "app.py",
    *options: str,
    register: Path | None = None,
) -> Iterator[Server]:
    """Run a Streamlit script until the block ends. Raises DidNotStart.

    Without a `register` (a folder) it has one of its own beside the log.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1", *options]
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command,
            cwd=script.parent,
            env=environment(figures, register or log.parent / "register"),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process.pid, log)
    try:
        _wait(server, process)
        yield server
    finally:
        _end(process)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if answers(f"{server.url}/_stcore/health"):
            return
        time.sleep(0.05)
    raise DidNotStart(server.said())


def answers(url: str) -> bool:
    """Whether this address answers with success."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
