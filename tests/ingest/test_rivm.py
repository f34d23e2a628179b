"""Gezondheid per wijk en buurt: ages, margins, the country, blank buurten, and changed tables."""

import copy
from collections.abc import Callable

import pytest

from tests.ingest.stub import Fault, Stub
from wijzer.ingest import rivm
from wijzer.ingest.http import Pages
from wijzer.ingest.odata import Reading, SchemaChanged
from wijzer.ingest.rivm import Figures
from wijzer.ingest.sources import Sources, SourcesError
from wijzer.model import Missing


def fetch(
    asking: Pages, known: Sources, id: str, year: int, municipality: str = "GM9999"
) -> Figures:
    chosen = rivm.table_of(known.rivm, year, id)
    return rivm.fetch(asking, known.rivm, chosen, year, (municipality,))[1]


def test_figures_as_published(stub: Stub, asking: Pages, known: Sources) -> None:
    found = fetch(asking, known, "50090NED", 2020, "GM0546")
    assert found["WK054609", "eenzaam"] == Reading(47.8)
    assert found["NL00", "eenzaam"].value == 47.0
    assert found["GM0546", "eenzaam-65plus"].value == 51.0


def test_the_country_has_one_code(stub: Stub, asking: Pages, known: Sources) -> None:
    areas = {area for area, _ in fetch(asking, known, "50090NED", 2020, "GM0546")}
    assert "NL00" in areas
    assert "NL01" not in areas


@pytest.mark.parametrize("padding", [8, 10, 12])
def test_padding_does_not_matter(stub: Stub, asking: Pages, known: Sources, padding: int) -> None:
    stub.padding = padding
    assert ("WK054609", "eenzaam") in fetch(asking, known, "50090NED", 2020, "GM0546")


def test_ages_become_indicators(stub: Stub, asking: Pages, known: Sources) -> None:
    found = fetch(asking, known, "50120NED", 2022)
    adults, old = found["GM9999", "eenzaam"], found["GM9999", "eenzaam-65plus"]
    workers = found["GM9999", "lopen-fietsen-werk"]
    assert None not in (adults.value, old.value, workers.value)
    assert adults.value != old.value


def test_margins_stay_with_the_figure(stub: Stub, asking: Pages, known: Sources) -> None:
    one = fetch(asking, known, "50120NED", 2022)["GM9999", "eenzaam"]
    assert one.value is not None
    assert (one.low, one.high) == (pytest.approx(one.value - 2.1), pytest.approx(one.value + 2.1))


def test_a_model_estimate_has_no_margin(stub: Stub, asking: Pages, known: Sources) -> None:
    one = fetch(asking, known, "50120NED", 2022)["WK999901", "eenzaam"]
    assert one.value is not None
    assert (one.low, one.high) == (None, None)


def test_a_blank_buurt_says_why(stub: Stub, asking: Pages, known: Sources) -> None:
    one = fetch(asking, known, "50120NED", 2022)["BU99990103", "eenzaam"]
    assert (one.value, one.missing) == (None, Missing.NOT_PUBLISHED)
    assert "geen cijfer" in one.note


def test_the_table_of_2024_calls_adults_the_total(
    stub: Stub, asking: Pages, known: Sources
) -> None:
    found = fetch(asking, known, "50150NED", 2024)
    assert found["GM9999", "ernstig-eenzaam"].value is not None
    assert found["NL00", "roken"].value is not None


def test_positions_of_topics_may_shift(stub: Stub, asking: Pages, known: Sources) -> None:
    before = fetch(asking, known, "50120NED", 2022)
    for number, one in enumerate(stub.tables["50120NED"]["topics"]):
        one["key"] = f"{one['key'].rsplit('_', 1)[0]}_{number + 60}"
    assert fetch(asking.under("again"), known, "50120NED", 2022) == before


def test_pages_are_followed(stub: Stub, asking: Pages, known: Sources) -> None:
    before = fetch(asking, known, "50120NED", 2022)
    stub.odata3_page = 5
    assert fetch(asking.under("again"), known, "50120NED", 2022) == before
    assert sum("skip=" in one for one in stub.asked) > 5


def _no_topic(stub: Stub) -> None:
    for one in stub.tables["50120NED"]["topics"]:
        if one["key"].startswith("Roker"):
            one |= {"key": "RooktTabak_11", "title": "Rookt tabak"}


def _no_dimension(stub: Stub) -> None:
    stub.tables["50120NED"]["dimensions"] = ["WijkenEnBuurten", "Perioden", "Leeftijd"]


def _no_age(stub: Stub) -> None:
    stub.tables["50120NED"]["ages"] = ["20300", "53115", "70000"]


def _no_margin(stub: Stub) -> None:
    stub.tables["50120NED"]["margins"] = ["MW00000"]


def _no_year(stub: Stub) -> None:
    stub.tables["50120NED"]["periods"] = ["2012JJ00", "2016JJ00", "2024JJ00"]


def _no_number(stub: Stub) -> None:
    stub.tables["50120NED"]["odd"] = {"WK999901": {"Eenzaam_27": "veel"}}


def _twice(stub: Stub) -> None:
    rows = stub.tables["50120NED"]["rows"]
    rows.append(copy.deepcopy(rows[-1]))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_no_topic, "mist 'Roker'"),
        (_no_dimension, "heeft de dimensie Marges niet (wel: Leeftijd, Perioden en Wijken"),
        (_no_age, "mist leeftijdsgroep '65plus' (gezocht: 80200; er zijn: 20300, 53115, 70000)"),
        (_no_margin, "mist MBG0095, MOG0095 in de dimensie Marges"),
        (_no_year, "heeft geen cijfers over 2022 (wel over 2012, 2016, 2024)"),
        (_no_number, "gebied WK999901, onderwerp 'Eenzaam' staat 'veel', geen getal"),
        (_twice, "twee keer voor"),
    ],
)
def test_a_changed_table_is_refused_in_plain_words(
    stub: Stub, asking: Pages, known: Sources, change: Callable[[Stub], None], said: str
) -> None:
    change(stub)
    with pytest.raises(SchemaChanged) as caught:
        fetch(asking, known, "50120NED", 2022)
    assert said in str(caught.value)


def test_fewer_rows_than_counted_are_refused(stub: Stub, asking: Pages, known: Sources) -> None:
    stub.faults.append(Fault("$count", 200, times=9, body=b"9999"))
    with pytest.raises(SchemaChanged, match="9999"):
        fetch(asking, known, "50120NED", 2022)


@pytest.mark.parametrize(
    ("year", "id"), [(2016, "50090NED"), (2022, "50120NED"), (2024, "50150NED")]
)
def test_a_year_has_its_own_table(known: Sources, year: int, id: str) -> None:
    assert rivm.table_of(known.rivm, year).id == id


def test_an_unknown_year_or_table_is_named(known: Sources) -> None:
    with pytest.raises(SourcesError, match=r"Voor 2018 is geen RIVM-tabel bekend \(wel voor 2012"):
        rivm.table_of(known.rivm, 2018)
    with pytest.raises(SourcesError, match="Tabel 99999NED staat niet in"):
        rivm.table_of(known.rivm, 2020, "99999NED")
