"""The guide on every page, its switch, and the accessibility statement that it links to."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_choices import go
from tests.pages.visit import Link, params, trouble, visit, warnings
from wijzer import texts
from wijzer.ui import frame

PAGES = [page.url_path for page in frame.PAGES]


def guide(found: AppTest) -> str:
    """The one element with the guide, or with what is left of it."""
    (body,) = [
        one.proto.body for one in found.get("html") if '<div class="wz-read">' in one.proto.body
    ]
    return unescape(str(body))


def links(body: str) -> dict[str, tuple[str, Link]]:
    """By label of a link, the page and the choices that it leads to."""
    found = re.findall(r'<a class="wz-go" href="([^"]+)" target="_self">([^<]+)</a>', body)
    return {
        label: (urlsplit(to).path.strip("/"), dict(parse_qsl(urlsplit(to).query)))
        for to, label in found
    }


def test_a_page_has_its_own_steps() -> None:
    body = guide(visit("bereik"))
    assert [one in body for one in texts.READING["bereik"]] == [True] * len(texts.READ_STEPS)
    assert body.count("<li>") == len(texts.READ_STEPS)
    assert "<details>" in body  # closed until somebody opens it


def test_it_can_be_switched_off_and_on_again() -> None:
    found = visit("profiel", {"wijk": "zuidwest", "deel": "WK051836"})
    assert "leeswijzer" not in params(found)
    page, off = links(guide(found))[texts.READ_HIDE]
    assert (page, off) == ("profiel", {"wijk": "zuidwest", "deel": "WK051836", "leeswijzer": "uit"})

    found = visit(page, off)
    assert trouble(found) == warnings(found) == []
    assert params(found)["leeswijzer"] == "uit"
    body = guide(found)
    assert "<li>" not in body and texts.READING["profiel"][0] not in body
    page, on = links(body)[texts.READ_SHOW]

    for name, code in on.items():
        found.query_params[name] = code
    found.run()
    assert texts.READING["profiel"][0] in guide(found)
    assert "leeswijzer" not in params(found)


def test_it_stays_off_on_other_pages_but_not_for_others() -> None:
    found = visit("profiel", {"leeswijzer": "uit"})
    go(found, "vergelijken")
    assert params(found)["leeswijzer"] == "uit"
    assert "<li>" not in guide(found)
    assert "<li>" in guide(visit("vergelijken"))


def test_an_unknown_code_says_so_and_shows_it() -> None:
    found = visit("gegevens", {"leeswijzer": "misschien"})
    (said,) = warnings(found)
    assert texts.READ_CHOICE in said and "misschien" in said
    assert "<li>" in guide(found)
    assert "leeswijzer" not in params(found)


@pytest.mark.parametrize("page", ["", "verantwoording"])
def test_the_statement_is_one_link_away(page: str) -> None:
    for link in ({}, {"leeswijzer": "uit"}):
        body = guide(visit(page, link))
        assert links(body)[texts.ACCESS_LINK][0] == "verantwoording"
        assert '#toegankelijkheid"' in body


def test_the_statement_has_what_the_model_asks_for() -> None:
    found = visit("verantwoording")
    heading = next(one for one in found.header if one.value == texts.ACCESS_TITLE)
    assert heading.proto.anchor == "toegankelijkheid"
    (body,) = [
        one.proto.body
        for one in found.get("html")
        if '<div class="wz-statement">' in one.proto.body
    ]
    said = unescape(re.sub(r"<[^>]*>", " ", body))
    for asked in (
        "EN 301 549",
        "WCAG 2.1",
        "Status",
        "Oorzaak",
        "Gevolg",
        "Wat wij doen",
        "Wanneer",
    ):
        assert asked in said
    for office in ("Nationale ombudsman", "College voor de Rechten van de Mens"):
        assert office in said
    assert texts.date(texts.ACCESS_DAY) in said
    for row in texts.ACCESS_FAULTS:
        assert len(row) == len(texts.ACCESS_FAULTS_HEADER) and all(row)
        assert re.match(r"\d\.\d\.\d+ .* \(A{1,2}\)$", row[0])
    open_places = re.findall(r"\[vul in bij ingebruikname: [^\]]+\]", said)
    assert len(open_places) >= 4
    assert "@" not in said and not re.search(r"\d{10}", said)  # no address of a person


def test_every_abbreviation_is_in_the_table() -> None:
    found = visit("verantwoording")
    (body,) = [one.proto.body for one in found.get("html") if texts.SHORT_TABLE in one.proto.body]
    assert all(short in body and says in body for short, says in texts.SHORT.items())


def test_the_data_page_leads_to_the_api() -> None:
    bodies = [one.proto.body for one in visit("gegevens").get("html")]
    assert any('href="/api/"' in one and texts.API_LINK in one for one in bodies)
