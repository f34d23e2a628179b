"""data/sources.toml: every topic leads to an indicator that exists, and faults are named."""

import re
from itertools import chain
from pathlib import Path

import pytest

from wijzer import catalog
from wijzer.ingest import sources
from wijzer.ingest.odata import bare
from wijzer.ingest.sources import Sources, SourcesError

FILE = catalog.DATA / "sources.toml"
YEARS = range(2013, 2026)


@pytest.fixture(scope="module")
def real() -> Sources:
    return sources.read(FILE, {})


def survey_ids(real: Sources, table: str) -> set[str]:
    topics = real.rivm.tables[table].topics.values()
    return set(chain.from_iterable(one.values() for one in topics))


def test_every_figure_leads_to_an_indicator(real: Sources) -> None:
    ids = {one.target for one in real.kwb.figures}
    ids |= set(chain.from_iterable(survey_ids(real, table) for table in real.rivm.tables))
    assert ids - catalog.indicators().keys() == set()


def test_every_indicator_of_cbs_and_rivm_can_be_fetched(real: Sources) -> None:
    ids = {one.target for one in real.kwb.figures} | survey_ids(real, "50090NED")
    ours = {
        one.id
        for one in catalog.indicators().values()
        if one.source in {real.kwb.source, real.rivm.source}
    }
    assert ours - ids == set()


def test_sources_carry_the_names_of_the_catalogue(real: Sources) -> None:
    known = {(one.source, one.licence) for one in catalog.indicators().values()}
    assert (real.kwb.source, real.kwb.licence) in known
    assert (real.rivm.source, real.rivm.licence) in known


def test_a_table_with_new_definitions_only_feeds_indicators_with_a_break(real: Sources) -> None:
    for id in survey_ids(real, "50150NED"):
        assert 2024 in {one.year for one in catalog.indicator(id).breaks}, id


def test_ages_of_indicators_are_those_of_the_catalogue(real: Sources) -> None:
    people = {"18plus": "18 jaar en ouder", "65plus": "65 jaar en ouder", "18-65": "18 tot 65"}
    for table in real.rivm.tables.values():
        for topic in table.topics.values():
            for age, id in topic.items():
                assert people[age] in catalog.indicator(id).population, id


def test_a_survey_year_comes_from_one_table(real: Sources) -> None:
    years = list(chain.from_iterable(one.years for one in real.rivm.tables.values()))
    assert sorted(years) == [2012, 2016, 2020, 2022, 2024]


@pytest.mark.parametrize("year", YEARS)
def test_every_year_has_a_table_and_an_own_target_per_name(real: Sources, year: int) -> None:
    assert re.fullmatch(r"\d{5}NED", real.kwb.tables[year])
    for wanted in (real.kwb.figures, real.kwb.population):
        names = [(bare(one.name), one.target) for one in wanted if one.in_year(year)]
        assert len(names) == len(set(names))


def test_population_has_the_traits_of_the_store(real: Sources) -> None:
    targets = {one.target for one in real.kwb.population}
    assert {one.partition("/")[0] for one in targets} == {
        "total", "age", "sex", "origin", "household", "dwellings", "land",
    }  # fmt: skip
    assert {"age/0-15", "age/65+", "origin/outside_europe", "land/ha"} <= targets


def test_addresses_can_come_from_the_environment() -> None:
    moved = sources.read(FILE, {"WIJZER_URL_RIVM": "https://elders.example/OData/"})
    assert moved.rivm.url == "https://elders.example/OData"
    assert moved.kwb.odata4.startswith("https://datasets.cbs.nl/")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[http]", "[http", "geen geldige TOML"),
        ("[pdok.missing]", "[pdok.weg]", "mist het onderdeel 'missing'"),
        ("attempts = 6", "pogingen = 6", "klopt niet"),
        ('2024 = "85984NED"', 'later = "85984NED"', "klopt niet"),
        ('value = "MW00000"', 'waarde = "MW00000"', "mist het onderdeel 'value'"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(FILE.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(SourcesError) as caught:
        sources.read(file)
    assert said in str(caught.value)


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="bestaat niet"):
        sources.read(tmp_path / "sources.toml")
