"""Draws in a process of its own, so that no page waits for it.

The library that draws keeps Python's lock while it works: a tenth of a second for a chart, seconds
for a long list. Questions and answers are lines of JSON; the process ends when its input does, also
when this one is killed.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

FONTS = Path(__file__).parent / "fonts"


class DrawingFailed(Exception):
    """What was asked for cannot be drawn."""


def svg(spec: dict[str, Any]) -> str:
    """A Vega-Lite specification with its data as SVG. Raises DrawingFailed."""
    return _painter().ask("svg", spec)


def png(drawn: str, scale: float) -> bytes:
    """An SVG as PNG, with so many dots for each of its pixels. Raises DrawingFailed."""
    return b64decode(_painter().ask("png", [drawn, scale]))


class Painter:
    """The process, started at the first question and again when it has ended. One at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def ask(self, what: str, given: Any) -> str:
        """The answer to a question. Raises DrawingFailed."""
        line = json.dumps([what, given]).encode() + b"\n"
        with self._lock:
            answer = self._asked(line) or self._asked(line)
        if not answer:
            raise DrawingFailed("the process that draws ended twice")
        drawn, said = json.loads(answer)
        if not drawn:
            raise DrawingFailed(said)
        return str(said)

    def _asked(self, line: bytes) -> bytes:
        """The answer; empty when the process ended."""
        process = self._process = self._process or _started()
        assert process.stdin and process.stdout  # they are pipes
        try:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = b""
        if not answer.endswith(b"\n"):
            self.close()
            return b""
        return answer

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


@cache
def _painter() -> Painter:
    return Painter()


def _started() -> "subprocess.Popen[bytes]":
    # -P: what lies beside this file must not pass for a library.
    command = [sys.executable, "-P", __file__]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


# --- in the other process -------------------------------------------------------------------------


def _serve() -> None:
    """Answer each line, until there are no more."""
    import vl_convert

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends us
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the library prints is no answer
    vl_convert.register_font_directory(str(FONTS))

    def svg_of(spec: dict[str, Any]) -> str:
        return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))

    def png_of(given: tuple[str, float]) -> str:
        return b64encode(vl_convert.svg_to_png(given[0], scale=given[1])).decode()

    works: dict[str, Callable[[Any], str]] = {"svg": svg_of, "png": png_of}
    for line in sys.stdin.buffer:
        what, given = json.loads(line)
        try:
            answer = [True, works[what](given)]
        except ValueError as error:
            answer = [False, str(error)]
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    _serve()
