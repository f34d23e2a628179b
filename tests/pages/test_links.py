"""A link brings a colleague to exactly this view, and a bad link to a sentence and the default."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pages.test_every_page import PAGES
from tests.pages.visit import Link, chosen, everything, params, trouble, visit, warnings
from wijzer import catalog

MOERWIJK = {
    "wijk": "zuidwest", "deel": "WK051836", "indicator": "eenzaam", "jaar": "2016",
    "kaart": "subdistricts", "lijst": "participatie", "bevolking": "sex",
}  # fmt: skip


def test_a_deep_link_as_the_first_request() -> None:
    found = visit("profiel", MOERWIJK)
    assert trouble(found) == warnings(found) == []
    assert params(found) == MOERWIJK
    assert {name: str(chosen(found, name)) for name in MOERWIJK} == MOERWIJK


def test_a_deep_link_shows_what_it_asks_for() -> None:
    text = " ".join(everything(visit("profiel", MOERWIJK)))
    assert "In Moerwijk" in text and "2016" in text


UNKNOWN = ["atlantis", "WK999999", "", "2150", "../../etc/passwd", "<script>alert(1)</script>",
           "eenzaam'; DROP TABLE area; --", "x" * 4000, "0", "zuidwest ", "ZUIDWEST", "😀",
           "[Log in](https://boos.nl)"]  # fmt: skip


@pytest.mark.parametrize("page", ["profiel", "vergelijken"])
@pytest.mark.parametrize("param", ["wijk", "deel", "indicator", "jaar", "domein", "kaart"])
def test_an_unknown_code_gives_a_sentence_and_the_default(page: str, param: str) -> None:
    if page == "vergelijken" and param == "kaart":
        param = "wijk"
    if page == "profiel" and param == "domein":
        param = "lijst"
    default = params(visit(page, {}))
    found = visit(page, {param: "atlantis"})
    assert trouble(found) == []
    assert len(warnings(found)) == 1
    assert "atlantis" in warnings(found)[0]
    assert params(found) == default
    assert without_warnings(everything(found)) == everything(visit(page, {}))


@pytest.mark.parametrize("code", UNKNOWN, ids=lambda code: code[:12] or "empty")
def test_whatever_stands_in_a_link(code: str) -> None:
    """Everything wrong at once."""
    link = dict.fromkeys(("wijk", "deel", "indicator", "jaar", "lijst", "kaart"), code)
    found = visit("profiel", link)
    assert trouble(found) == []
    assert params(found) == params(visit("profiel"))
    assert bool(warnings(found)) == bool(code)
    assert all("](" not in said and len(said) < 250 for said in warnings(found))


def test_the_subdistrict_of_another_neighbourhood_is_unknown_here() -> None:
    found = visit("profiel", {"wijk": "stevenshof", "deel": "WK051836"})
    assert len(warnings(found)) == 1
    assert params(found)["deel"] == "heel"


def test_a_parameter_that_nobody_knows_is_left_alone() -> None:
    found = visit("profiel", {"utm_source": "nieuwsbrief"})
    assert trouble(found) == warnings(found) == []


def without_warnings(found: list[str]) -> list[str]:
    return [text for text in found if not text.startswith(("warning", "alert"))]


INDICATORS = [*catalog.indicators(), "geluk"]
DOMAINS = [one.id for one in (*catalog.DOMAINS, catalog.CONTEXT)]
DEEL = ["heel", "WK048401", "WK048403", "BU04840307", "BU04840107", "BU05460900", "BU05460902",
        "WK051833", "WK051836", "BU05183399", "WK999999"]  # fmt: skip
LINKS = st.fixed_dictionaries(
    {},
    optional={
        "wijk": st.sampled_from([*catalog.neighbourhoods(), "atlantis"]),
        "deel": st.sampled_from(DEEL),
        "indicator": st.sampled_from(INDICATORS),
        "jaar": st.sampled_from(["2012", "2016", "2019", "2020", "2022", "2024", "1850"]),
        "domein": st.sampled_from([*DOMAINS, "geluk"]),
        "lijst": st.sampled_from([*DOMAINS, "geluk"]),
        "uitleg": st.sampled_from([*DOMAINS, "geluk"]),
        "kaart": st.sampled_from(["buurten", "subdistricts", "sterren"]),
        "bevolking": st.sampled_from(["age", "sex", "origin", "household", "sterrenbeeld"]),
    },
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PAGES), LINKS)
def test_any_link_gives_a_link_that_shows_the_same(page: str, link: Link) -> None:
    """Open it, take the address that it turns into, and open that as somebody else."""
    first = visit(page, link)
    assert trouble(first) == []
    address = params(first)
    again = visit(page, address)
    assert trouble(again) == warnings(again) == []
    assert params(again) == address
    assert everything(again) == without_warnings(everything(first))
