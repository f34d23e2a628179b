"""Cards with a code, to print."""

import re

import pytest

from tests.votes.meeting import HOSTILE
from tests.votes.phone import Form
from wijzer.ui.vote_cards import ON_A_SHEET, cards, qr, short

CODES = [f"K3F9X2{one}{other}" for one in "MNP" for other in "23456789"]
ADDRESS = "http://192.168.1.20:8501"


def test_a_card_for_every_code() -> None:
    page = cards(CODES, ADDRESS, "Wat is het belangrijkst?", "Bewoners").decode()
    assert re.findall(r"K3F9-X2\w\w", page) == [f"{one[:4]}-{one[4:]}" for one in CODES]
    titles = re.findall(r"<title>QR-code voor (.*?)</title>", page)
    assert titles == [f"{ADDRESS}/stem/{one}" for one in CODES]
    assert page.count("<b>192.168.1.20:8501/stem</b>") == len(CODES)
    assert page.count("<article>") == page.count(">Bewoners<") == len(CODES)


@pytest.mark.parametrize(("number", "sheets"), [(0, []), (1, [1]), (10, [10]), (24, [10, 10, 4])])
def test_ten_on_a_sheet(number: int, sheets: list[int]) -> None:
    page = cards(CODES[:number], ADDRESS, "Stemming", "Bewoners").decode()
    found = re.findall(r"<section>(.*?)</section>", page, re.S)
    assert [one.count("<article>") for one in found] == sheets
    assert ON_A_SHEET == 10


def test_cards_need_nothing_from_elsewhere() -> None:
    page = cards(CODES, ADDRESS, HOSTILE, HOSTILE).decode()
    form = Form(page)
    assert {"script", "img", "link", "iframe"} & set(form.tags) == set()
    assert [one for one in form.attributes if one[0] in ("src", "href", "style", "onerror")] == []
    assert '<html lang="nl">' in page
    assert form.tags.count("style") == 1


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("http://10.0.0.5:8501", "10.0.0.5:8501/stem"),
        ("https://wijk.example/", "wijk.example/stem"),
    ],
)
def test_the_address_as_it_is_typed(address: str, typed: str) -> None:
    assert short(address) == typed


def test_a_qr_code_has_a_name_and_no_size() -> None:
    picture = qr('http://10.0.0.5/stem?"<&')
    assert picture.startswith('<svg role="img"')
    assert re.findall("<title>(.*?)</title>", picture) == [
        'QR-code voor http://10.0.0.5/stem?"&lt;&amp;'
    ]
    assert not re.search(r"<svg[^>]*(width|height)=", picture)
    assert qr("http://10.0.0.5/stem/A") != qr("http://10.0.0.5/stem/B")
