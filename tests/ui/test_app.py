"""The app itself, started as a server starts it, without a browser."""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def started(figures: Path) -> Iterator[Any]:
    """A client of the running app. Its own warning is about the client, not about us."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient
    from app import app
    from wijzer.ui import data

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_STORE", str(figures))
        with TestClient(app) as client:
            yield client
            prepared()
        data.forget()


def prepared() -> None:
    """Wait until the start-up beside the server is done."""
    for thread in threading.enumerate():
        if thread.name == "prepare":
            thread.join()


@pytest.fixture(scope="module")
def client(real_folder: Path) -> Iterator[Any]:
    """The app with the figures of this test run."""
    with started(real_folder) as found:
        yield found


def test_healthz_tells_the_build(client: Any) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["figures"].startswith("0001-")


@pytest.mark.parametrize(
    "path", ["/", "/profiel", "/vergelijken", "/themas", "/plan", "/verantwoording"]
)
def test_a_deep_link_is_answered_in_dutch(client: Any, path: str) -> None:
    answer = client.get(path + "?wijk=zuidwest")
    assert answer.status_code == 200
    assert '<html lang="nl">' in answer.text


def test_streamlit_is_behind_it(client: Any) -> None:
    assert client.get("/_stcore/health").text == "ok"


def test_the_app_does_not_begin_below_a_page(client: Any) -> None:
    assert client.get("/profiel/_stcore/health").status_code == 404


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/_stcore/health", "/nergens/nergens", "/static/js/nergens.js"]
)
def test_every_answer_is_guarded(client: Any, path: str) -> None:
    answer = client.get(path)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/static/../../etc/passwd", "/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
             "/media/../../../etc/passwd", "/app/static/../../app.py"],
)  # fmt: skip
def test_nothing_of_the_machine_leaks(client: Any, path: str) -> None:
    answer = client.get(path)
    assert "root:" not in answer.text
    assert "st.App" not in answer.text
