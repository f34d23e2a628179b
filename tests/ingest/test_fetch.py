"""The command: what stands in data/ afterwards, and that nothing changes on a fault."""

import csv
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.ingest.conftest import STEVENSHOF, files, run
from tests.ingest.stub import Fault, Stub
from wijzer.ingest import replace as replacing
from wijzer.ingest.tidy import FIGURES, POPULATION

TABLES = {"date.txt", "tables/areas.csv", "tables/figures_kwb_2024.csv", "tables/population.csv"}
CBS = ("cbs", "--year", "2024")


def rows(data: Path, name: str) -> list[dict[str, str]]:
    with (data / "tables" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def keyed(data: Path, name: str, *key: str) -> dict[tuple[str, ...], dict[str, str]]:
    return {tuple(row[one] for one in key): row for row in rows(data, name)}


def test_cbs_writes_the_tables_of_the_contract(stub: Stub, data: Path) -> None:
    before = set(files(data))
    assert run(data, *CBS) == 0
    assert set(files(data)) - before == TABLES
    found = rows(data, "figures_kwb_2024.csv")
    assert list(found[0]) == list(FIGURES[:-2])
    one = keyed(data, "figures_kwb_2024.csv", "area", "indicator")["BU05460900", "inwoners"]
    assert one == {
        "area": "BU05460900", "indicator": "inwoners", "year": "2024", "value": "1945",
        "missing": "", "n": "", "example": "", "source": "CBS", "table": "85984NED",
        "licence": "CC BY 4.0", "note": "",
    }  # fmt: skip
    assert all(bool(row["value"]) != bool(row["missing"]) for row in found)
    order = [(row["indicator"], row["year"], row["area"]) for row in found]
    assert order == sorted(order)


def test_cbs_writes_population_with_its_rounding(stub: Stub, data: Path) -> None:
    assert run(data, *CBS) == 0
    found = keyed(data, "population.csv", "area", "trait", "category")
    assert list(rows(data, "population.csv")[0]) == list(POPULATION)
    assert (found["GM0546", "age", "65+"]["count"], found["GM0546", "age", "65+"]["rounding"]) == (
        "20987",
        "",
    )
    assert found["BU05460900", "age", "65+"]["rounding"] == "5"
    assert found["BU05460900", "dwellings", "all"]["missing"] == "not_published"
    assert ("BU05460900", "land", "ha") not in found or found["GM0546", "land", "ha"]["count"]


def test_cbs_adds_areas_with_their_place(stub: Stub, data: Path) -> None:
    assert run(data, *CBS) == 0
    found = keyed(data, "areas.csv", "code")
    assert [code for (code,) in found][:3] == ["NL00", "GM0546", "WK054609"]
    assert found[("NL00",)]["municipality"] == ""
    assert found[("BU05460901",)]["wijk"] == "WK054609"
    assert found[("BU05460901",)]["level"] == "buurt"


def test_both_services_write_the_same_files(stub: Stub, data: Path, tmp_path: Path) -> None:
    for service in ("odata4", "odata3"):
        out = tmp_path / service
        assert run(data, *CBS, "--service", service, "--out", str(out)) == 0
    assert files(tmp_path / "odata4") == files(tmp_path / "odata3")
    assert not (data / "tables").exists()


def test_buurten_outside_our_neighbourhoods_stay_out(stub: Stub, data: Path) -> None:
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    levels = {row["level"] for row in rows(data, "areas.csv")}
    assert levels == {"country", "municipality", "wijk"}


def test_a_second_municipality_leaves_the_first_alone(stub: Stub, data: Path) -> None:
    assert run(data, *CBS) == 0
    before = rows(data, "figures_kwb_2024.csv")
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    after = keyed(data, "figures_kwb_2024.csv", "area", "indicator")
    kept = [one for one in before if one["area"] != "NL00"]
    assert [after[one["area"], one["indicator"]] for one in kept] == kept
    assert ("WK999901", "inwoners") in after
    assert run(data, *CBS) == 0
    assert keyed(data, "figures_kwb_2024.csv", "area", "indicator").keys() == after.keys()


def test_rows_of_other_files_make_way(stub: Stub, data: Path) -> None:
    (data / "tables").mkdir()
    line = "{area},inwoners,{year},7,,,,CBS,Kopie,CC BY 4.0,\n"
    text = ",".join(FIGURES[:-2]) + "\n"
    text += line.format(area="GM0546", year=2024) + line.format(area="GM0546", year=2023)
    (data / "tables" / "figures_cbs.csv").write_text(text, "utf-8")
    assert run(data, *CBS) == 0
    assert [row["year"] for row in rows(data, "figures_cbs.csv")] == ["2023"]


def test_an_area_that_the_source_lacks_gets_a_row(stub: Stub, data: Path) -> None:
    assert run(data, *CBS) == 0
    areas = data / "tables" / "areas.csv"
    line = "WK054601,Midden,Midden,wijk,GM0546,WK054601,CBS,84799NED,2020,CC BY 4.0\n"
    areas.write_text(areas.read_text("utf-8") + line, "utf-8")
    assert run(data, *CBS) == 0
    one = keyed(data, "figures_kwb_2024.csv", "area", "indicator")["WK054601", "inwoners"]
    assert (one["value"], one["missing"]) == ("", "not_published")
    assert "staat niet in de tabel" in one["note"]


def test_a_table_without_most_of_our_areas_is_refused(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, *CBS) == 0
    areas = data / "tables" / "areas.csv"
    line = "WK0546{n:02},Wijk,Wijk,wijk,GM0546,WK0546{n:02},CBS,84799NED,2020,CC BY 4.0\n"
    more = "".join(line.format(n=number) for number in range(10, 14))
    areas.write_text(areas.read_text("utf-8") + more, "utf-8")
    before = files(data)
    assert run(data, *CBS) == 1
    assert "Tabel 85984NED heeft 4 van onze 11 gebieden niet" in capsys.readouterr().err
    assert files(data) == before


def test_figures_that_go_are_named(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    _value(stub, "GM9999", "HuurwoningenTotaal", None)
    assert "Let op" not in capsys.readouterr().out
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    said = capsys.readouterr().out
    assert "Let op, de bron geeft niet meer (aantal: 1): GM9999 huurwoningen." in said


def test_rivm_writes_margins_where_there_are_any(stub: Stub, data: Path) -> None:
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    assert run(data, "rivm", "--year", "2022", "--gemeenten", "GM9999") == 0
    found = keyed(data, "figures_rivm_2022.csv", "area", "indicator")
    one = found["GM9999", "eenzaam"]
    assert list(one) == list(FIGURES)
    assert float(one["low"]) < float(one["value"]) < float(one["high"])
    assert (found["WK999901", "eenzaam"]["low"], one["table"]) == ("", "50120NED")


def test_rivm_takes_all_years_of_a_table(stub: Stub, data: Path) -> None:
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    assert run(data, "rivm", "--table", "50150NED", "--gemeenten", "GM9999") == 0
    assert "tables/figures_rivm_2024.csv" in files(data)


def test_rivm_writes_all_years_or_none(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = stub.tables["50090NED"]["rows"]
    for period in ("2012JJ00", "2016JJ00"):
        rows += [one | {"period": period} for one in rows if one["period"] == "2020JJ00"]
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    before = files(data)
    stub.faults.append(Fault("50150NED/UntypedDataSet?", 404))
    assert run(data, "rivm", "--gemeenten", "GM9999") == 1
    assert "Er is niets vervangen" in capsys.readouterr().err
    assert files(data) == before
    stub.asked.clear()
    assert run(data, "rivm", "--gemeenten", "GM9999") == 0
    years = [one[-8:-4] for one in files(data) if "figures_rivm" in one]
    assert years == ["2012", "2016", "2020", "2022", "2024"]
    assert not any("50090NED/UntypedDataSet?" in one for one in stub.asked)


def test_rivm_asks_for_areas_first(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "rivm", "--table", "50150NED", "--gemeenten", "GM9999") == 1
    assert "GM9999 staat niet in areas.csv" in capsys.readouterr().err


def test_shapes_write_all_layers_and_areas(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "shapes", "--year", "2024", "--gemeenten", "GM0546,GM9999") == 0
    layers = {name for name in files(data) if name.startswith("shapes/")}
    assert layers == {
        f"shapes/{name}.geojson"
        for name in ("buurten", "context", "municipalities", "neighbourhoods", "subdistricts")
    }
    assert ("BU05460900",) in keyed(data, "areas.csv", "code")
    said = capsys.readouterr().out
    assert "BU99990103 (Havenhoofd) heeft geen inwonertal: Komt volgens het CBS" in said


def test_shapes_keep_other_municipalities_and_chosen_names(stub: Stub, data: Path) -> None:
    assert run(data, "shapes", "--year", "2024") == 0
    areas = data / "tables" / "areas.csv"
    renamed = areas.read_text("utf-8").replace("BU05460901,Kloosterhof,", "BU05460901,Klooster,")
    areas.write_text(renamed, "utf-8")
    before = files(data)
    assert run(data, "shapes", "--year", "2024", "--gemeenten", "GM9999") == 0
    after = files(data)
    assert after["shapes/buurten.geojson"] == before["shapes/buurten.geojson"]
    assert b"WK054609" in after["shapes/context.geojson"]
    assert b"WK999901" in after["shapes/context.geojson"]
    assert run(data, "shapes", "--year", "2024") == 0
    assert keyed(data, "areas.csv", "code")[("BU05460901",)]["name"] == "Klooster"
    assert b'"name":"Klooster"' in files(data)["shapes/buurten.geojson"]


def test_an_area_that_left_the_map_is_named(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "shapes", "--year", "2024") == 0
    areas = data / "tables" / "areas.csv"
    line = "WK054601,Midden,Midden,wijk,GM0546,WK054601,CBS,84799NED,2020,CC BY 4.0\n"
    areas.write_text(areas.read_text("utf-8") + line, "utf-8")
    before = files(data)
    assert run(data, "shapes", "--year", "2024") == 1
    assert "WK054601 (Midden) staat in areas.csv maar niet op de kaart" in capsys.readouterr().err
    assert files(data) == before


def test_odata3_takes_over_when_odata4_is_away(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stub.faults.append(Fault("/odata4/", 503, times=99))
    assert run(data, *CBS) == 0
    assert "OData 4 lukt niet" in capsys.readouterr().err
    assert "tables/figures_kwb_2024.csv" in files(data)


def test_a_chosen_service_is_not_replaced_by_the_other(stub: Stub, data: Path) -> None:
    stub.faults.append(Fault("/odata4/", 503, times=99))
    assert run(data, *CBS, "--service", "odata4") == 1
    assert not any("/feed/" in one for one in stub.asked)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (CBS, "Observations?"),
        (("rivm", "--year", "2022", "--gemeenten", "GM9999"), "UntypedDataSet?"),
        (("shapes", "--year", "2024", "--gemeenten", "GM0546,GM9999"), "buurten/items"),
    ],
)
def test_a_fault_halfway_leaves_data_untouched(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], part: str
) -> None:
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    before = files(data)
    stub.faults += [Fault(part, 404, times=9, after=1), Fault("/feed/", 404, times=9)]
    assert run(data, *words) == 1
    assert "Er is niets vervangen in data/" in capsys.readouterr().err
    assert files(data) == before


def test_a_second_run_goes_on_where_it_stopped(stub: Stub, data: Path) -> None:
    stub.odata4_page = 40
    stub.faults.append(Fault("Observations?", 404, after=5, times=1))
    assert run(data, *CBS, "--service", "odata4") == 1
    first = [one for one in stub.asked if "Observations?" in one]
    stub.asked.clear()
    assert run(data, *CBS, "--service", "odata4") == 0
    second = [one for one in stub.asked if "Observations?" in one]
    assert second[0] == first[-1]
    assert not set(second) & set(first[:-1])
    assert not (data.parent / "var" / "fetch" / "cbs-2024").exists()


def test_pages_of_an_older_table_are_not_mixed_in(stub: Stub, data: Path) -> None:
    stub.faults.append(Fault("Observations?", 404, after=1, times=1))
    assert run(data, *CBS, "--service", "odata4") == 1
    stub.asked.clear()
    stub.tables["85984NED"]["modified"] = "2025-06-30T02:00:00"
    assert run(data, *CBS, "--service", "odata4") == 0
    assert sum("Observations?" in one for one in stub.asked) == 2


def test_opnieuw_throws_kept_pages_away(stub: Stub, data: Path) -> None:
    stub.faults.append(Fault("Observations?", 404, after=1, times=1))
    assert run(data, *CBS, "--service", "odata4") == 1
    stub.asked.clear()
    assert run(data, *CBS, "--service", "odata4", "--opnieuw") == 0
    assert sum("Observations?" in one for one in stub.asked) == 2


def _value(stub: Stub, area: str, base: str, value: float | None) -> None:
    table = stub.tables["85984NED"]
    topics = [one for one in table["topics"] if one["type"] != "String"]
    at = [one["key"].rsplit("_", 1)[0] for one in topics].index(base)
    next(one for one in table["rows"] if one["area"] == area)["values"][at] = value


@pytest.mark.parametrize(
    ("base", "value", "said"),
    [
        ("HuurwoningenTotaal", 140, "GM9999, huurwoningen, 2024: 140 ligt buiten 0 tot 100 (%)"),
        ("AfstandTotSchool", -99997, "GM9999, afstand-school, 2024: -99997 ligt buiten 0 tot"),
        ("Mannen", -5, "GM9999, sex/men, 2024: -5 kan geen aantal zijn"),
    ],
)
def test_an_impossible_value_refuses_all(
    stub: Stub,
    data: Path,
    capsys: pytest.CaptureFixture[str],
    base: str,
    value: float,
    said: str,
) -> None:
    _value(stub, "GM9999", base, value)
    before = files(data)
    assert run(data, *CBS, "--gemeenten", "GM9999") == 1
    assert said in capsys.readouterr().err
    assert files(data) == before


def test_a_margin_that_does_not_fit_refuses_all(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    before = files(data)
    for one in stub.tables["50120NED"]["rows"]:
        if one["area"] == "GM9999":
            one["margin"] = -1
    assert run(data, "rivm", "--year", "2022", "--gemeenten", "GM9999") == 1
    assert "past niet om" in capsys.readouterr().err
    assert files(data) == before


def test_a_table_without_figures_is_refused(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for one in stub.tables["50120NED"]["rows"]:
        one["values"] = [None for _ in one["values"]]
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    assert run(data, "rivm", "--year", "2022", "--gemeenten", "GM9999") == 1
    assert "Er is geen enkel cijfer binnengekomen" in capsys.readouterr().err


def test_an_indicator_that_is_not_in_the_catalogue_is_named(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "sources.toml"
    file.write_text(file.read_text("utf-8").replace('= "woz-waarde"', '= "woz"'), "utf-8")
    assert run(data, *CBS, "--gemeenten", "GM9999") == 1
    assert "woz, 2024: deze indicator staat niet in data/catalog" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["GM054", "Leiden", "WK054609"])
def test_a_municipality_is_a_code(data: Path, wrong: str) -> None:
    with pytest.raises(SystemExit):
        run(data, *CBS, "--gemeenten", wrong)


def test_a_broken_configuration_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "neighbourhoods.toml").write_text(STEVENSHOF.replace("parts", "delen"), "utf-8")
    assert run(data, *CBS) == 1
    assert "mist parts" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_leaves_everything(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "tables").write_text("geen map", "utf-8")
    before = files(data)
    assert run(data, *CBS) == 1
    assert "niet te lezen of te schrijven" in capsys.readouterr().err
    assert files(data) == before


def test_files_go_together_or_not_at_all(tmp_path: Path) -> None:
    first, second, blocked = (tmp_path / name for name in ("a.csv", "b.csv", "c.csv"))
    first.write_text("oud", "utf-8")
    blocked.mkdir()
    (blocked / "x").write_text("in de weg", "utf-8")
    with pytest.raises(OSError, match=r"c\.csv"):
        replacing.replace({first: b"nieuw", second: b"nieuw", blocked: b"nieuw"})
    assert first.read_text("utf-8") == "oud"
    assert not second.exists()
    assert not [one for one in tmp_path.iterdir() if one.name.endswith(".new")]


def test_nothing_but_sentences_without_a_terminal(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, *CBS) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "\r" not in said.out
    assert re.search(r"Klaar: areas.csv, figures_kwb_2024.csv, population.csv\.", said.out)


def test_a_bar_on_a_terminal(stub: Stub, data: Path) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    words = [sys.executable, "-m", "wijzer", "fetch", *CBS, "--data", str(data)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        shown = os.read(ours, 1000).decode()
        assert process.wait(timeout=60) == 0
    os.close(ours)
    assert "cbs-2024: 0 bladzijden" in shown


def test_without_a_year_the_newest_is_taken(
    stub: Stub, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "cbs") == 1
    assert "/odata4/86165NED/Properties" in stub.asked
    assert run(data, "shapes") == 1
    assert any(one.startswith("/pdok/2025/") for one in stub.asked)
    assert capsys.readouterr().err.count("Pas dan het tabelnummer of het adres aan") == 3


def _start(data: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "wijzer", "fetch", *CBS, "--service", "odata4"]
    return subprocess.Popen(
        [*words, "--data", str(data)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def _until(stub: Stub, part: str, times: int) -> None:
    deadline = time.monotonic() + 30
    while sum(part in one for one in stub.asked) < times:
        assert time.monotonic() < deadline, stub.asked
        time.sleep(0.02)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_run_leaves_data_untouched_and_can_go_on(
    stub: Stub, data: Path, how: signal.Signals
) -> None:
    """A real process, stopped while the service lets it wait for the fifth page."""
    assert run(data, *CBS, "--gemeenten", "GM9999") == 0
    before = files(data)
    stub.asked.clear()
    stub.odata4_page = 40
    stub.faults.append(Fault("Observations?", 503, after=4, times=1, delay=1.5))
    with _start(data) as process:
        _until(stub, "Observations?", 5)
        os.kill(process.pid, how)
        process.communicate(timeout=30)
    assert process.returncode != 0
    assert files(data) == before
    first = [one for one in stub.asked if "Observations?" in one]
    stub.asked.clear()
    with _start(data) as process:
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert not set(first[:4]) & set(stub.asked)
    assert ("WK054609",) in keyed(data, "figures_kwb_2024.csv", "area")
