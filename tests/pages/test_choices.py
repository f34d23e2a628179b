"""A choice on the page goes into the address, to the other pages, and no further than it should."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_every_page import PAGES
from tests.pages.visit import chosen, everything, params, trouble, visit, warnings, widget
from wijzer import catalog
from wijzer.ui import frame


def choose(found: AppTest, param: str, code: str) -> AppTest:
    """Choose by the widget on the page."""
    widget(found, param).set_value(code)
    return found.run()


def go(found: AppTest, page: str) -> AppTest:
    """To another page by the menu: Streamlit empties the address."""
    found.switch_page(str(frame.page(page)))
    found.query_params.clear()
    return found.run()


@pytest.mark.parametrize(
    ("page", "param", "code"),
    [
        ("", "wijk", "zuidwest"),
        ("profiel", "wijk", "alphen-noord"),
        ("profiel", "deel", "BU05460902"),
        ("profiel", "indicator", "leefbaarheid"),
        ("profiel", "jaar", "2016"),
        ("profiel", "lijst", "gezondheidsbeleving"),
        ("profiel", "bevolking", "origin"),
        ("vergelijken", "domein", "participatie"),
        ("vergelijken", "indicator", "overgewicht"),
        ("verantwoording", "uitleg", "bevolking"),
    ],
)
def test_a_choice_changes_the_address(page: str, param: str, code: str) -> None:
    start = {"indicator": "eenzaam"} if param == "jaar" else {}
    found = visit(page, start)
    assert params(found)[param] != code
    before = everything(found)
    choose(found, param, code)
    assert trouble(found) == warnings(found) == []
    assert params(found)[param] == code
    assert everything(found) != before
    # And whoever gets the address sees the same.
    assert everything(visit(page, params(found))) == everything(found)


def test_the_map_of_parts_goes_into_the_address() -> None:
    found = choose(visit("profiel", {"wijk": "zuidwest", "indicator": "eenzaam"}), "kaart",
                   "subdistricts")  # fmt: skip
    assert params(found)["kaart"] == "subdistricts"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page or "start")
def test_the_place_goes_along_to_every_page(page: str) -> None:
    found = visit("profiel", {"wijk": "zuidwest", "deel": "WK051836"})
    go(found, page)
    assert trouble(found) == warnings(found) == []
    assert {"wijk": "zuidwest", "deel": "WK051836"}.items() <= params(found).items()
    assert (chosen(found, "wijk"), chosen(found, "deel")) == ("zuidwest", "WK051836")


def test_round_all_pages_and_back() -> None:
    found = visit("profiel", {"wijk": "alphen-noord", "lijst": "participatie"})
    choose(found, "deel", "WK048403")
    for page in [*PAGES, "profiel"]:
        go(found, page)
        assert trouble(found) == warnings(found) == []
    assert params(found)["deel"] == "WK048403"
    assert params(found)["lijst"] == "participatie"


def test_the_indicator_goes_along_and_the_domain_follows_it() -> None:
    found = visit("profiel", {"wijk": "zuidwest", "indicator": "eenzaam", "jaar": "2016"})
    go(found, "vergelijken")
    there = {"indicator": "eenzaam", "jaar": "2016", "domein": "sociale-omgeving"}
    assert there.items() <= params(found).items()
    choose(found, "domein", "leefstijl")
    assert params(found)["domein"] == "leefstijl"
    assert catalog.indicator(params(found)["indicator"]).domain == "leefstijl"
    go(found, "profiel")
    assert trouble(found) == warnings(found) == []


def test_another_indicator_starts_at_its_own_newest_year() -> None:
    found = visit("profiel", {"wijk": "zuidwest", "indicator": "eenzaam", "jaar": "2016"})
    choose(found, "indicator", "beweegrichtlijn")
    fresh = visit("profiel", {"wijk": "zuidwest", "indicator": "beweegrichtlijn"})
    assert params(found)["jaar"] == params(fresh)["jaar"] != "2016"


def test_another_neighbourhood_drops_the_subdistrict() -> None:
    found = visit("profiel", {"wijk": "zuidwest", "deel": "WK051836"})
    choose(found, "wijk", "stevenshof")
    assert warnings(found) == []
    assert params(found)["deel"] == "heel"
    # Also when the visitor goes back: a part is not remembered behind one's back.
    choose(found, "wijk", "zuidwest")
    assert params(found)["deel"] == "heel"


def test_another_neighbourhood_keeps_indicator_and_domain() -> None:
    link = {"wijk": "zuidwest", "indicator": "ernstig-eenzaam", "lijst": "sociale-omgeving"}
    found = choose(visit("profiel", link), "wijk", "stevenshof")
    assert {**link, "wijk": "stevenshof"}.items() <= params(found).items()
    assert warnings(found) == []


def test_an_indicator_that_is_not_here_gives_way_without_a_warning() -> None:
    """The factsheet has figures about Alphen Noord only."""
    found = visit("profiel", {"wijk": "alphen-noord", "indicator": "zelfredzame-ouderen"})
    choose(found, "wijk", "stevenshof")
    assert trouble(found) == warnings(found) == []
    assert params(found)["indicator"] != "zelfredzame-ouderen"


def test_what_stands_out_can_be_chosen() -> None:
    found = visit("profiel", {"wijk": "zuidwest"})
    every = [one.proto.body for one in found.get("html")]
    links = [unescape(one) for body in every for one in re.findall(r'href="([^"]+)"', body)]
    link = next(one for one in links if one.startswith("/profiel?") and "indicator=" in one)
    asked = dict(parse_qsl(urlsplit(link).query))
    assert asked["wijk"] == "zuidwest" and urlsplit(link).fragment == "indicator"
    there = visit("profiel", asked)
    assert trouble(there) == warnings(there) == []
    assert params(there)["indicator"] == asked["indicator"]


def test_a_link_to_another_figure_starts_at_its_newest_year() -> None:
    found = visit("profiel", {"wijk": "zuidwest", "indicator": "eenzaam", "jaar": "2012"})
    assert params(found)["jaar"] == "2012"
    for name in ("jaar", "indicator"):
        del found.query_params[name]
    found.query_params["indicator"] = "ervaren-gezondheid"
    found.run()
    assert params(found)["jaar"] == "2020"


def test_from_a_card_to_the_profile() -> None:
    found = visit("")
    button = next(one for one in found.button if "alphen" in one.key)
    button.click().run()
    assert trouble(found) == []
    assert params(found).get("wijk", "alphen-noord") == "alphen-noord"


def test_sessions_do_not_share_a_choice() -> None:
    mine, yours = visit("profiel", {"wijk": "zuidwest"}), visit("profiel")
    choose(mine, "deel", "WK051836")
    yours.run()
    assert params(yours)["wijk"] == "stevenshof"
    assert params(yours)["deel"] == "heel"
