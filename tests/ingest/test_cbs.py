"""Kerncijfers wijken en buurten: both services give the same, and each change is noticed."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.conftest import QUICK
from tests.ingest.stub import API_LIMIT, Fault, Stub, matches
from wijzer.ingest import cbs, odata, odata3
from wijzer.ingest.cbs import Kerncijfers
from wijzer.ingest.http import Pages, ServiceError, pages
from wijzer.ingest.odata import Reading, SchemaChanged
from wijzer.ingest.sources import Sources, SourcesError
from wijzer.model import Missing

TABLE = "85984NED"
SERVICES = ("odata4", "odata3")
LEIDEN = ("GM0546",)
BOTH = pytest.mark.parametrize("service", SERVICES)


def fetch(
    asking: Pages, known: Sources, service: str, where: Sequence[str] = LEIDEN, **options: Any
) -> Kerncijfers:
    return cbs.fetch(asking, known.kwb, 2024, where, service, **options)


def position(stub: Stub, base: str) -> int:
    """Where the values of a topic stand in the rows of the stub."""
    topics = [one for one in stub.tables[TABLE]["topics"] if one["type"] != "String"]
    return [odata.bare(one["key"]) for one in topics].index(odata.bare(base))


def topic(stub: Stub, base: str) -> dict[str, Any]:
    """A topic of the stub, to change."""
    topics: list[dict[str, Any]] = stub.tables[TABLE]["topics"]
    return next(one for one in topics if odata.bare(one["key"]) == odata.bare(base))


@BOTH
def test_figures_as_published(stub: Stub, asking: Pages, known: Sources, service: str) -> None:
    found = fetch(asking, known, service)
    assert found.population["GM0546", "total/all"] == Reading(130108.0)
    assert found.population["WK054609", "total/all"] == Reading(10705.0)
    assert found.population["BU05460900", "total/all"] == Reading(1945.0)
    assert found.figures["BU05460900", "autos-per-huishouden"] == Reading(1.0)
    assert found.names["BU05460903"] == "Dobbewijk-Zuid"
    assert found.absent == ()


def test_both_services_give_the_same(stub: Stub, asking: Pages, known: Sources) -> None:
    four, three = (fetch(asking, known, service, ("GM0546", "GM9999")) for service in SERVICES)
    assert (four.figures, four.population) == (three.figures, three.population)
    assert len(four.figures) > 300


@pytest.mark.parametrize("padding", [8, 10, 12])
def test_padding_of_keys_does_not_matter(
    stub: Stub, asking: Pages, known: Sources, padding: int
) -> None:
    stub.padding = padding
    found = fetch(asking, known, "odata3")
    assert found.population["GM0546", "total/all"].value == 130108


@BOTH
def test_only_what_was_asked_comes_in(
    stub: Stub, asking: Pages, known: Sources, service: str
) -> None:
    areas = {area for area, _ in fetch(asking, known, service).figures}
    assert areas == {
        "NL00", "GM0546", "WK054609", "BU05460900", "BU05460901", "BU05460902", "BU05460903",
    }  # fmt: skip


@BOTH
def test_pages_are_followed(stub: Stub, asking: Pages, known: Sources, service: str) -> None:
    whole = fetch(asking, known, service)
    stub.odata3_page, stub.odata4_page = 2, 40
    stub.asked.clear()
    paged = fetch(asking.under("again"), known, service)
    assert (paged.figures, paged.population) == (whole.figures, whole.population)
    assert sum("skip=" in one for one in stub.asked) > 5


@BOTH
def test_positions_of_topics_may_shift(
    stub: Stub, asking: Pages, known: Sources, service: str
) -> None:
    before = fetch(asking, known, service)
    for number, one in enumerate(stub.tables[TABLE]["topics"]):
        one["key"] = f"{one['key'].rsplit('_', 1)[0]}_{number + 40}"
        one["measure"] = f"X{number:05d}"
    after = fetch(asking.under("again"), known, service)
    assert (after.figures, after.population) == (before.figures, before.population)


def test_a_title_that_occurs_more_often_is_told_apart_by_its_group(
    stub: Stub, asking: Pages, known: Sources
) -> None:
    found = fetch(asking, known, "odata3")
    row = next(one for one in stub.tables[TABLE]["rows"] if one["area"] == "GM0546")
    first = row["values"][position(stub, "BuitenEuropa")]
    assert found.population["GM0546", "origin/outside_europe"].value == first == 30398
    bare = replace(known.kwb.population[0], name="BuitenEuropa", target="x/y")
    doubled = replace(known.kwb, population=(*known.kwb.population, bare))
    with pytest.raises(SchemaChanged, match="staat meer dan één keer in de tabel, onder 'Herkomst"):
        cbs.fetch(asking, doubled, 2024, LEIDEN, "odata3")


@BOTH
def test_shares_are_computed_from_counts(
    stub: Stub, asking: Pages, known: Sources, service: str
) -> None:
    found = fetch(asking, known, service)
    single = found.population["WK054609", "household/single"].value or 0
    every = found.population["WK054609", "household/all"].value or 1
    share = found.figures["WK054609", "eenpersoonshuishoudens"]
    assert share.value == pytest.approx(100 * single / every, abs=1e-4)
    assert share.note.startswith("Berekend")


def test_a_share_of_few_is_no_share(stub: Stub, asking: Pages, known: Sources) -> None:
    rows = stub.tables[TABLE]["rows"]
    empty = next(one for one in rows if one["area"] == "BU99990103")
    empty["values"][position(stub, "HuishoudensTotaal")] = 45
    empty["values"][position(stub, "Eenpersoonshuishoudens")] = 20
    share = fetch(asking, known, "odata3", ("GM9999",)).figures[
        "BU99990103", "eenpersoonshuishoudens"
    ]
    assert (share.value, share.missing) == (None, Missing.TOO_FEW)


@pytest.mark.parametrize(
    ("attribute", "missing", "said"),
    [
        ("None", Missing.NOT_PUBLISHED, "onbekend, niet betrouwbaar of geheim"),
        ("Confidential", Missing.NOT_PUBLISHED, "geheim (Confidential)"),
        ("Impossible", Missing.NOT_APPLICABLE, "kan hier niet voorkomen"),
        ("Anders", Missing.NOT_PUBLISHED, "(Anders)"),
    ],
)
def test_odata4_says_why_a_figure_is_missing(
    stub: Stub, asking: Pages, known: Sources, attribute: str, missing: str, said: str
) -> None:
    stub.attribute = attribute
    one = fetch(asking, known, "odata4").figures["WK054609", "woz-waarde"]
    assert (one.value, one.missing) == (None, missing)
    assert said in one.note


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("       .", (None, "not_published")),
        ("    76.1", (76.1, "")),
        ("       0", (0.0, "")),
        ("       -", (0.0, "")),
        ("       x", (None, "not_published")),
        ("        ", (None, "not_applicable")),
        (None, (None, "not_published")),
        (12, (12.0, "")),
    ],
)
def test_symbols_of_odata3(raw: object, expected: tuple[float | None, str]) -> None:
    one = odata.reading(raw, "Hier")
    assert (one.value, one.missing) == expected
    assert bool(one.note) == (one.value is None)


@pytest.mark.parametrize("raw", ["n.v.t.", "76,1", True, [1]])
def test_what_is_no_number_is_refused(raw: object) -> None:
    with pytest.raises(SchemaChanged, match=r"Bij BU1 staat .* geen getal"):
        odata.reading(raw, "Bij BU1")


def _drop(stub: Stub) -> None:
    table = stub.tables[TABLE]
    at = position(stub, "HuurwoningenTotaal")
    table["topics"].remove(topic(stub, "HuurwoningenTotaal"))
    for row in table["rows"]:
        del row["values"][at]


def _rename(stub: Stub) -> None:
    topic(stub, "HuurwoningenTotaal").update(key="HuurwoningenAlles_48", title="Huurwoningen alles")


def _as_text(stub: Stub) -> None:
    at = position(stub, "HuurwoningenTotaal")
    topic(stub, "HuurwoningenTotaal")["type"] = "String"
    for row in stub.tables[TABLE]["rows"]:
        del row["values"][at]


def _other_year(stub: Stub) -> None:
    stub.tables[TABLE]["period"] = "2023"


def _empty(stub: Stub) -> None:
    stub.tables[TABLE]["rows"] = [
        one for one in stub.tables[TABLE]["rows"] if "0546" not in one["area"]
    ]


def _twice(stub: Stub) -> None:
    rows = stub.tables[TABLE]["rows"]
    rows.append(copy.deepcopy(next(one for one in rows if one["area"] == "WK054609")))


@BOTH
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_drop, "mist 'HuurwoningenTotaal'"),
        (_rename, "mist 'HuurwoningenTotaal' (heet het nu 'Huurwoningen alles'?)"),
        (_as_text, "is HuurwoningenTotaal geen getal meer"),
        (_other_year, "gaat over 2023, niet over 2024"),
        (_empty, "kent geen gemeente GM0546"),
        (_twice, "komt gebied WK054609 twee keer voor"),
    ],
)
def test_a_changed_table_is_refused_in_plain_words(
    stub: Stub,
    asking: Pages,
    known: Sources,
    service: str,
    change: Callable[[Stub], None],
    said: str,
) -> None:
    change(stub)
    with pytest.raises(SchemaChanged) as caught:
        fetch(asking, known, service)
    assert said in str(caught.value)


@BOTH
def test_a_missing_topic_may_be_left_out_on_purpose(
    stub: Stub, asking: Pages, known: Sources, service: str
) -> None:
    _drop(stub)
    found = fetch(asking, known, service, allow_absent=True)
    assert found.absent == ("huurwoningen",)
    assert "huurwoningen" not in {target for _, target in found.figures}
    assert found.population["GM0546", "total/all"].value == 130108


@pytest.mark.parametrize(
    ("part", "body", "said"),
    [
        ("UntypedDataSet?", b'{"value": [{"ID": 0, "WijkEnBuurt": "NL00"}]}', "'WijkenEnBuurten'"),
        ("UntypedDataSet?", b'{"value": [{"WijkenEnBuurten": "NL00"}]}', "ontbreekt het veld"),
        ("UntypedDataSet?", b'{"rows": []}', "geen lijst 'value'"),
        ("TableInfos", b'{"value": [{"Title": "x", "Period": "2024"}]}', "'Modified'"),
        ("TableInfos", b'{"value": []}', "'Title'"),
        ("DataProperties", b'{"value": [{"Key": "X", "Title": "x"}]}', "'Type'"),
        ("DataProperties", b'{"value": []}', "heeft de dimensie WijkenEnBuurten niet"),
        ("WijkenEnBuurten?", b'{"value": [{"Sleutel": "NL00"}]}', "'Key'"),
    ],
)
def test_a_renamed_field_of_odata3_is_named(
    stub: Stub, asking: Pages, known: Sources, part: str, body: bytes, said: str
) -> None:
    stub.faults.append(Fault(part, 200, body=body))
    with pytest.raises(SchemaChanged) as caught:
        fetch(asking, known, "odata3")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("part", "body", "said"),
    [
        ("/Properties", b'{"Title": "x"}', "'TemporalCoverage'"),
        ("MeasureCodes", b'{"value": [{"Id": "1"}]}', "'Identifier'"),
        ("Dimensions", b'{"value": [{"Identifier": "Perioden"}]}', "dimensie WijkenEnBuurten niet"),
        ("BuurtenCodes", b'{"value": [{"Key": "NL00"}]}', "'Identifier'"),
        ("Observations?", b'{"value": [{"Id": 1, "WijkenEnBuurten": "NL00"}]}', "'Measure'"),
        (
            "Observations?",
            b'{"value": [{"WijkenEnBuurten": "NL00", "Measure": "T001036", "Values": 1}]}',
            "'Value'. Heet het nu 'Values'?",
        ),
        (
            "Observations?",
            b'{"value": [{"WijkenEnBuurten": "NL00", "Measure": "T001036", "Value": "veel",'
            b' "ValueAttribute": "None"}]}',
            "'veel', geen getal",
        ),
    ],
)
def test_a_renamed_field_of_odata4_is_named(
    stub: Stub, asking: Pages, known: Sources, part: str, body: bytes, said: str
) -> None:
    stub.faults.append(Fault(part, 200, body=body))
    stub.counts = False
    with pytest.raises(SchemaChanged) as caught:
        fetch(asking, known, "odata4")
    assert said in str(caught.value)


@BOTH
def test_fewer_rows_than_the_service_counts_are_refused(
    stub: Stub, asking: Pages, known: Sources, service: str
) -> None:
    stub.faults.append(Fault("$count", 200, times=9, body=b"9999"))
    with pytest.raises(SchemaChanged, match="de bron zegt dat het er 9999"):
        fetch(asking, known, service)


@BOTH
def test_an_area_without_rows_is_noticed_when_there_is_no_count(
    stub: Stub, asking: Pages, known: Sources, service: str
) -> None:
    stub.counts = False
    place = "Observations?" if service == "odata4" else "UntypedDataSet?"
    fetch(asking, known, service)
    stub.faults.append(Fault(place, 200, after=1, body=b'{"value": []}'))
    with pytest.raises(SchemaChanged, match="gaf geen regel voor 6 daarvan: BU05460900, BU0546"):
        fetch(asking.under("again"), known, service)


def test_links_in_a_circle_end(stub: Stub, asking: Pages, known: Sources) -> None:
    stub.odata3_page = 2
    url = f"{stub.url}/feed/{TABLE}/UntypedDataSet?$format=json"
    stub.faults.append(
        Fault("skip", 200, times=9, body=f'{{"value": [], "odata.nextLink": "{url}"}}'.encode())
    )
    with pytest.raises(SchemaChanged, match="in een kring"):
        list(odata.rows(asking, url, odata3.LINK))


def test_a_year_without_table_is_named(asking: Pages, known: Sources) -> None:
    with pytest.raises(SourcesError, match=r"Voor 2031 is geen tabel bekend .*kwb.tables"):
        cbs.fetch(asking, known.kwb, 2031, LEIDEN, "odata4")


def test_odata_api_refuses_large_answers(stub: Stub, tmp_path: Path, known: Sources) -> None:
    table = stub.tables[TABLE]
    values = table["rows"][0]["values"]
    table["rows"] += [
        {"area": f"WK{number:06d}", "values": values} for number in range(API_LIMIT + 1)
    ]
    api = replace(known, kwb=replace(known.kwb, odata3=f"{stub.url}/api"))
    # So many rows take the stub half a second, and more when it is not alone on the machine.
    with pages(replace(QUICK, timeout=30), tmp_path) as patient:
        with pytest.raises(ServiceError, match="fout 500"):
            fetch(patient, api, "odata3")
        found = fetch(patient, known, "odata3")
    assert found.population["GM0546", "total/all"].value == 130108


def test_a_feed_without_format_is_no_json(stub: Stub, asking: Pages) -> None:
    with pytest.raises(ServiceError, match="geen volledige JSON"):
        asking.json(f"{stub.url}/feed/{TABLE}/TableInfos")


def test_filters_are_those_that_the_services_take(
    stub: Stub, asking: Pages, known: Sources
) -> None:
    row = {"WijkenEnBuurten": "BU05460900", "Marges": "MW00000", "AantalInwoners_5": "1"}
    assert matches("WijkenEnBuurten eq 'BU05460900' and substringof('MW0',Marges)", row)
    assert not matches("(WijkenEnBuurten eq 'NL00' or startswith(WijkenEnBuurten,'GM'))", row)
    with pytest.raises(ServiceError, match="weigert de vraag"):
        list(
            odata.rows(
                asking,
                odata.query(
                    f"{stub.url}/feed/{TABLE}/UntypedDataSet",
                    filter="AantalInwoners_5 eq '1'",
                    format="json",
                ),
                odata3.LINK,
            )
        )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("k_0Tot15Jaar_8", "0 tot 15 jaar"),
        ("WmoClienten_100", "Wmo-cliënten "),
        ("EuropaExclusiefNederland_18", "Europa (exclusief Nederland)  "),
        ("GemiddeldeWOZWaardeVanWoningen_39", "Gemiddelde WOZ-waarde van woningen"),
        ("PersonenautoSPerHuishouden_114", "Personenauto's per huishouden"),
        ("HavoVwoMbo24_76", "Havo, vwo, mbo2-4"),
        ("TweeOnderEenKapWoning_57", "Twee-onder-één-kap-woning"),
        ("HuishoudensTot110VanSociaalMinimum_91", "Huishoudens tot 110% van sociaal minimum"),
    ],
)
def test_keys_and_titles_meet(one: str, other: str) -> None:
    assert odata.bare(one) == odata.bare(other)
