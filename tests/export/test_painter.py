"""The process that draws: nobody waits for it, and it leaves nothing behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.export import made
from wijzer.export import drawing, painter
from wijzer.export.painter import DrawingFailed, Painter

DOT = {
    "data": {"values": [{"a": "<é> \u2028 \n"}]},
    "mark": "text",
    "encoding": {"text": {"field": "a"}},
}
ROOT = Path(painter.__file__).resolve().parents[2]


def test_while_it_draws_python_goes_on() -> None:
    """The library keeps Python's lock; were it in this process, the clock would stand still."""
    drawing.warm()
    tile = made.tile()
    assert tile.drawing
    spec = drawing.filled(tile.drawing, 672)
    spec["data"]["values"] = spec["data"]["values"] * 4000
    drawn, gaps = [], []
    worker = threading.Thread(target=lambda: drawn.append(painter.svg(spec)))
    before = time.perf_counter()
    worker.start()
    while worker.is_alive():
        time.sleep(0.002)
        gaps.append(time.perf_counter())
    took = time.perf_counter() - before
    waits = [after - before for before, after in zip([before, *gaps], gaps, strict=False)]
    assert drawn[0].startswith("<svg")
    assert max(waits) < took / 2


def test_many_ask_at_once_and_each_gets_its_own() -> None:
    own = Painter()
    found: dict[int, str] = {}

    def ask(number: int) -> None:
        spec = DOT | {"data": {"values": [{"a": f"nummer {number}."}]}}
        found[number] = own.ask("svg", spec)

    workers = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    own.close()
    assert all(f"nummer {number}." in found[number] for number in range(8))


def test_what_cannot_be_drawn_is_said_and_the_next_is_drawn() -> None:
    with pytest.raises(DrawingFailed):
        painter.svg({"mark": "onzin"})
    with pytest.raises(DrawingFailed):
        painter.png("geen svg", 2)
    assert "&lt;é&gt;" in painter.svg(DOT)


def test_a_process_that_ended_is_started_again() -> None:
    own = Painter()
    own.ask("svg", DOT)
    assert own._process
    own._process.kill()
    own._process.wait()
    assert own.ask("svg", DOT).startswith("<svg")
    own.close()
    assert own.ask("svg", DOT).startswith("<svg")
    own.close()


def test_it_ends_with_the_server_even_when_that_is_killed() -> None:
    """No process stays behind."""
    script = (
        "from wijzer.export import painter; import time;"
        "painter.svg({'data': {'values': [{}]}, 'mark': 'point'});"
        "print(painter._painter()._process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE) as one:
        assert one.stdout
        drawer = int(one.stdout.readline())
        assert is_there(drawer)
        one.send_signal(signal.SIGKILL)
        one.wait()
    until = time.monotonic() + 10
    while is_there(drawer) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_there(drawer)


def is_there(process: int) -> bool:
    """Whether a process runs; one that ended and that nobody asked after does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or ") Z " not in status.read_text()
