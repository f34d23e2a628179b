"""Asking politely: what is tried again, how long is waited, what is kept and when it is trusted."""

import json
import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.ingest.conftest import QUICK
from tests.ingest.stub import Fault, Stub
from wijzer.ingest.http import Pages, ServiceError, pages
from wijzer.ingest.sources import Http

PLACE = "/feed/85984NED/TableInfos?$format=json"


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_passing_fault_is_tried_again(stub: Stub, asking: Pages, status: int) -> None:
    stub.faults.append(Fault(PLACE, status, times=2))
    assert asking.json(stub.url + PLACE)["value"][0]["Period"] == "2024"
    assert len(stub.asked) == 3


def test_each_wait_is_longer(stub: Stub, tmp_path: Path) -> None:
    stub.faults.append(Fault(PLACE, times=3))
    patient = Http(timeout=2, attempts=4, first_wait=0.05, longest_wait=1, cache_hours=1)
    with pages(patient, tmp_path) as asking:
        began = time.monotonic()
        asking.json(stub.url + PLACE)
    assert time.monotonic() - began >= 0.05 + 0.1 + 0.2


def test_retry_after_in_seconds_is_kept_to(stub: Stub, asking: Pages) -> None:
    stub.faults.append(Fault(PLACE, 429, headers={"Retry-After": "1"}))
    began = time.monotonic()
    asking.json(stub.url + PLACE)
    assert time.monotonic() - began >= 1


def test_retry_after_as_a_moment_is_kept_to(stub: Stub, asking: Pages) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=1.9), usegmt=True)
    stub.faults.append(Fault(PLACE, 503, headers={"Retry-After": then}))
    began = time.monotonic()
    asking.json(stub.url + PLACE)
    # Such a moment has whole seconds only.
    assert 0.5 <= time.monotonic() - began < 2.5


def test_a_service_that_wants_a_long_wait_is_left_alone(stub: Stub, asking: Pages) -> None:
    stub.faults.append(Fault(PLACE, 429, headers={"Retry-After": "3600"}))
    with pytest.raises(ServiceError, match="vraagt om 3600 seconden te wachten"):
        asking.json(stub.url + PLACE)
    assert len(stub.asked) == 1


def test_a_slow_answer_is_given_up_and_tried_again(stub: Stub, tmp_path: Path) -> None:
    stub.faults.append(Fault(PLACE, delay=0.5))
    hasty = Http(timeout=0.1, attempts=2, first_wait=0.01, longest_wait=1, cache_hours=1)
    with pages(hasty, tmp_path) as asking:
        assert asking.json(stub.url + PLACE)["value"]


def test_half_an_answer_is_tried_again(stub: Stub, asking: Pages) -> None:
    stub.faults.append(Fault(PLACE, 200, body=b'{"value": [{"Title": "Kern'))
    assert asking.json(stub.url + PLACE)["value"][0]["Title"].startswith("Kerncijfers")


def test_a_lasting_fault_ends_in_a_sentence(stub: Stub, asking: Pages) -> None:
    stub.faults.append(Fault(PLACE, 503, times=99))
    with pytest.raises(ServiceError) as caught:
        asking.json(stub.url + PLACE)
    said = str(caught.value)
    assert "na 3 pogingen geen goed antwoord: fout 503" in said
    assert "Probeer het later opnieuw" in said
    assert PLACE in said
    assert len(stub.asked) == 3


def test_no_connection_ends_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/x"
    with pages(QUICK, tmp_path) as asking, pytest.raises(ServiceError, match="geen verbinding"):
        asking.json(url)


@pytest.mark.parametrize(
    ("status", "said"),
    [(404, "bestaat niet (fout 404)"), (410, "verhuisd"), (400, "weigert de vraag (fout 400)")],
)
def test_a_refusal_is_not_tried_again(stub: Stub, asking: Pages, status: int, said: str) -> None:
    stub.faults.append(Fault(PLACE, status, times=9))
    with pytest.raises(ServiceError) as caught:
        asking.json(stub.url + PLACE)
    assert said in str(caught.value)
    assert "data/sources.toml" in str(caught.value)
    assert len(stub.asked) == 1


def test_a_wrong_address_is_named(asking: Pages) -> None:
    with pytest.raises(ServiceError, match="geen geldig adres"):
        asking.json("http://host:poort/x")


def test_a_page_is_asked_once(stub: Stub, asking: Pages) -> None:
    first = asking.json(stub.url + PLACE)
    assert asking.json(stub.url + PLACE) == first
    assert len(stub.asked) == 1


def test_fresh_asks_each_time(stub: Stub, asking: Pages) -> None:
    asking.fresh(stub.url + PLACE)
    asking.fresh(stub.url + PLACE)
    assert len(stub.asked) == 2


def _spoil_body(page: dict[str, str]) -> None:
    page["body"] = page["body"].replace("2024", "2023")


def _spoil_url(page: dict[str, str]) -> None:
    page["url"] += "x"


def _spoil_age(page: dict[str, str]) -> None:
    page["at"] = (datetime.now(UTC) - timedelta(hours=2)).isoformat()


def _spoil_form(page: dict[str, str]) -> None:
    del page["sha256"]


@pytest.mark.parametrize("spoil", [_spoil_body, _spoil_url, _spoil_age, _spoil_form])
def test_a_kept_page_that_cannot_be_trusted_is_asked_again(
    stub: Stub, asking: Pages, tmp_path: Path, spoil: object
) -> None:
    asking.json(stub.url + PLACE)
    [file] = (tmp_path / "pages").glob("*.json")
    page = json.loads(file.read_text("utf-8"))
    spoil(page)  # type: ignore[operator]
    file.write_text(json.dumps(page), "utf-8")
    assert asking.json(stub.url + PLACE)["value"][0]["Period"] == "2024"
    assert len(stub.asked) == 2


def test_half_a_kept_page_is_asked_again(stub: Stub, asking: Pages, tmp_path: Path) -> None:
    asking.json(stub.url + PLACE)
    [file] = (tmp_path / "pages").glob("*.json")
    file.write_text(file.read_text("utf-8")[:50], "utf-8")
    asking.json(stub.url + PLACE)
    assert len(stub.asked) == 2


def test_the_bar_sees_pages_from_disk_too(stub: Stub, tmp_path: Path) -> None:
    seen: list[int] = []
    for _ in range(2):
        with pages(QUICK, tmp_path, lambda: seen.append(1)) as asking:
            asking.json(stub.url + PLACE)
    assert len(seen) == 2
    assert len(stub.asked) == 1


def test_a_count_is_a_bare_number_or_nothing(stub: Stub, asking: Pages) -> None:
    url = f"{stub.url}/feed/85984NED/UntypedDataSet/$count"
    assert asking.number(url) == 15
    stub.counts = False
    assert asking.number(url) is None
    stub.faults.append(Fault("$count", 503, times=9))
    assert asking.number(url) is None
    assert len(stub.asked) == 3
