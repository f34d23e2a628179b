"""Every page opens for every neighbourhood and kind of area, as the first request of a session."""

import re

import pytest

from tests.pages.visit import Link, everything, params, trouble, visit, warnings
from wijzer import catalog
from wijzer.ui import frame

PAGES = [page.url_path for page in frame.PAGES]
SUBDISTRICT = {"stevenshof": "BU05460901", "alphen-noord": "WK048402", "zuidwest": "WK051836"}
BUURT = {"stevenshof": "BU05460900", "alphen-noord": "BU04840307", "zuidwest": "BU05183399"}
AREAS: list[Link] = [
    {"wijk": id} | ({"deel": deel} if deel else {})
    for id in catalog.neighbourhoods()
    for deel in ("", SUBDISTRICT[id], BUURT[id])
]
ENGLISH = re.compile(r"(?i)\b(the|and|with|from|none|nan|null|true|false|unknown|missing)\b")


def test_the_areas_are_there() -> None:
    assert set(catalog.neighbourhoods()) == set(SUBDISTRICT) == set(BUURT)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: "-".join(area.values()))
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page or "start")
def test_opens(page: str, area: Link) -> None:
    found = visit(page, area)
    assert trouble(found) == []
    assert warnings(found) == []
    assert len(found.title) == 1
    assert ({"deel": "heel"} | area).items() <= params(found).items()
    text = " · ".join(everything(found))
    assert not re.search(r"(?:^|: )# ", text, re.M)
    assert ENGLISH.findall(re.sub(r"https?://\S+|\([^)]*https?[^)]*\)", "", text)) == []
    assert "{" not in re.sub(r"<[^>]*>", "", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page or "start")
def test_opens_without_any_choice(page: str) -> None:
    found = visit(page)
    assert trouble(found) == warnings(found) == []
    assert params(found)["wijk"] == next(iter(catalog.neighbourhoods()))


def test_titles_differ() -> None:
    assert len({visit(page).title[0].value for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize(
    ("area", "name"),
    [
        ({"wijk": "alphen-noord"}, "Alphen Noord"),
        ({"wijk": "alphen-noord", "deel": "WK048401"}, "Oudshoorn"),
        ({"wijk": "alphen-noord", "deel": "BU04840307"}, "Kromme Aar"),
    ],
)
def test_profile_is_about_the_area_in_the_link(area: Link, name: str) -> None:
    assert name in visit("profiel", area).title[0].value


@pytest.mark.parametrize(
    ("deel", "indicator"),
    [
        ("BU04840307", "eenzaam-65plus"),
        ("BU04840209", "ervaren-gezondheid-65plus"),
        ("BU04840107", "opleiding-laag"),
        ("BU04840102", "bijstand"),
    ],
)
def test_a_buurt_without_a_figure_says_why(deel: str, indicator: str) -> None:
    """Kromme Aar, Rijnoord, Bedrijventerrein Heimanswetering, Woubrugseweg."""
    link = {"wijk": "alphen-noord", "deel": deel, "indicator": indicator}
    found = visit("profiel", link)
    assert trouble(found) == warnings(found) == []
    assert params(found)["indicator"] == indicator
    text = " ".join(everything(found))
    name = catalog.indicator(indicator).name
    assert re.search(rf"Voor [\w ]+ is er geen cijfer over '{re.escape(name)}'", text)


@pytest.mark.parametrize("indicator", list(catalog.indicators()))
def test_every_indicator_can_be_looked_at(indicator: str) -> None:
    """Also those without buurten (Leefbaarometer) or of one neighbourhood only (factsheet)."""
    for page in ("profiel", "vergelijken"):
        found = visit(page, {"wijk": "alphen-noord", "indicator": indicator})
        assert trouble(found) == warnings(found) == []
        assert params(found)["indicator"] == indicator
