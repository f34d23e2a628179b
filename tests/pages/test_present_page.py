"""Presenteren: sets in one click, own slides in an order, files with a bar."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    Holds,
    add,
    buttons,
    elements,
    field,
    html,
    is_open,
    own_register,
    press,
    ribbon,
    table,
    words,
)
from tests.pages.visit import params, trouble, visit, warnings
from wijzer import catalog, texts
from wijzer.access import TEAM
from wijzer.store import entries
from wijzer.ui import data, decks_made, decks_own

PAGE = "presenteren"
WIJKEN = list(catalog.neighbourhoods())
EXAMPLE = "presentatie-voorbeeld-stevenshof"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[None]:
    """A register without presentations, for the team."""
    with own_register(tmp_path / "leeg", Holds.NOTHING):
        yield


def look(wijk: str = "stevenshof", **more: str) -> AppTest:
    found = visit(PAGE, {"wijk": wijk} | more)
    assert trouble(found) == []
    return found


def links(found: AppTest) -> str:
    return "\n".join(html(found)).replace("&amp;", "&")


# --- what everybody sees --------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["heel", "deel"])
@pytest.mark.parametrize("wijk", WIJKEN)
def test_every_set_can_be_begun_and_taken_along(wijk: str, part: str) -> None:
    deel = {"stevenshof": "WK054609", "alphen-noord": "WK048401", "zuidwest": "WK051836"}[wijk]
    where = "heel" if part == "heel" or wijk == "stevenshof" else deel
    found = look(wijk, deel=where)
    assert warnings(found) == []
    for name in decks_made.SETS:
        query = f"set={name}&wijk={wijk}&deel={where}"
        for address in ("/toon", "/neem-mee/presentatie.pptx", "/neem-mee/presentatie.html"):
            assert f'href="{address}?{query}"' in links(found)
    assert f"/neem-mee/factsheet.pdf?wijk={wijk}&deel={where}" in links(found)


@pytest.mark.parametrize("shared", [False, True], ids=["team", "public"])
def test_a_presentation_is_chosen_by_its_link(shared: bool, tmp_path: Path) -> None:
    with own_register(tmp_path / "voorbeeld", shared=shared):
        found = look(presentatie=EXAMPLE)
        assert params(found)["presentatie"] == EXAMPLE
        assert f'href="/toon?presentatie={EXAMPLE}"' in links(found)
        assert ribbon(found)
        head, *rows = table(found, texts.SLIDES_TABLE.format(titel=title_of_example()))
        assert head == list(texts.SLIDES_HEADER)
        assert [row[0] for row in rows] == [str(number) for number in range(1, 12)]
        assert rows[1][2] == "Agenda"
        keys = set(buttons(found))
        editing = {"dia-omhoog", "dia-omlaag", "dia-weg"}
        assert keys & editing == (set() if shared else editing)
        assert any(key.startswith("vul-") for key in keys) is not shared
        assert {"neem-maak-pptx", "neem-maak-html", "neem-maak-zip"} <= keys


def title_of_example() -> str:
    return str(entries.state(data.register())["presentation"][EXAMPLE]["title"])


def test_an_unknown_presentation_gives_a_sentence_and_the_default(empty: None) -> None:
    found = look(presentatie="atlantis")
    assert len(warnings(found)) == 1
    assert params(found)["presentatie"] == next(iter(decks_made.SETS))


def test_without_presentations_it_says_so(empty: None) -> None:
    found = look("zuidwest")
    assert not ribbon(found)
    assert texts.NO_PRESENTATIONS.format(wijk="Den Haag Zuidwest") in words(found)


def test_the_room_scans_the_same_presentation(empty: None) -> None:
    mine = add("presentation", neighbourhood="zuidwest", title="Van ons")
    found = look("zuidwest")
    assert params(found)["presentatie"] == mine
    address = f"http://127.0.0.1:8501/toon?presentatie={mine}"
    assert address in words(found)
    assert any(texts.VOTE_QR.format(adres=address) in one for one in html(found))


# --- the order ------------------------------------------------------------------------------------


@pytest.fixture
def three(empty: None) -> tuple[str, list[str]]:
    """A presentation with three slides."""
    mine = add("presentation", neighbourhood="stevenshof", title="Van ons")
    return mine, [
        add("slide", presentation=mine, title=name, layout="text", text="x", place=place)
        for place, name in enumerate("ABC", start=1)
    ]


def order(presentation: str) -> list[str]:
    return [row["title"] for row in decks_own.rows(TEAM, presentation)]


def test_slides_go_up_and_down_and_away(three: tuple[str, list[str]]) -> None:
    mine, (_, _, last) = three
    found = look(presentatie=mine, dia=last)
    assert disabled(found, "dia-omlaag") and not disabled(found, "dia-omhoog")
    press(found, "dia-omhoog")
    assert order(mine) == ["A", "C", "B"]
    assert params(found)["dia"] == last  # the same slide stays in hand
    press(found, "dia-omhoog")
    assert order(mine) == ["C", "A", "B"]
    assert disabled(found, "dia-omhoog")
    press(found, "dia-omlaag")
    assert order(mine) == ["A", "C", "B"]
    press(found, "dia-weg")
    assert order(mine) == ["A", "B"]
    assert trouble(found) == []
    caption = texts.SLIDES_TABLE.format(titel="Van ons")
    assert [row[:2] for row in table(found, caption)[1:]] == [["1", "A"], ["2", "B"]]


def disabled(found: AppTest, key: str) -> bool:
    return bool(next(one for one in found.button if one.key == key).disabled)


def test_a_new_slide_belongs_to_the_presentation_in_view(three: tuple[str, list[str]]) -> None:
    mine, _ = three
    found = look(presentatie=mine)
    press(found, f"vul-slide-{mine}")
    assert is_open(found)
    assert field(found, "presentation").value == mine
    for name, value in {"title": "Stem mee", "layout": "vote"}.items():
        field(found, name).set_value(value)
        found.run()
    press(found, "opslaan")
    assert order(mine) == ["A", "B", "C", "Stem mee"]


# --- a picture that waits -------------------------------------------------------------------------

ZET = {"zet": "profiel-trend", "deel": "heel", "indicator": "eenzaam"}


def test_a_picture_is_added_without_a_script(empty: None) -> None:
    found = look("zuidwest", **ZET)
    assert "Eenzaam" in words(found) and "zet-erbij" in buttons(found)
    assert "/toon?tegel=profiel-trend&wijk=zuidwest&deel=heel&indicator=eenzaam" in links(found)
    press(found, "zet-erbij")
    assert trouble(found) == []
    mine = params(found)["presentatie"]
    [row] = decks_own.rows(TEAM, mine)
    assert row["link"].endswith("wijk=zuidwest&deel=heel&indicator=eenzaam")
    assert "zet" not in params(found)
    assert [one.value for one in found.toast] and "dia 1" in found.toast[0].value


def test_a_picture_that_is_not_there_says_so(empty: None) -> None:
    for asked in ("geluk", "gezonder-web", "<script>alert(1)</script>"):
        found = look("zuidwest", zet=asked)
        assert warnings(found) == [texts.PRESENT_ADD_GONE]
        assert "zet-erbij" not in buttons(found)


def test_the_public_may_look_and_not_add(tmp_path: Path) -> None:
    with own_register(tmp_path / "leeg", Holds.NOTHING, shared=True):
        found = look("zuidwest", **ZET)
        assert "zet-erbij" not in buttons(found)
        assert "/toon?tegel=profiel-trend" in links(found)


# --- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pptx", "html"])
def test_a_file_is_made_and_can_then_be_kept(kind: str, three: tuple[str, list[str]]) -> None:
    found = look(presentatie=three[0])
    press(found, f"neem-maak-{kind}")
    assert trouble(found) == []
    [button] = downloads(found)
    assert button.proto.label.startswith("Bewaar stevenshof-van-ons-")
    assert button.proto.label.endswith(f".{kind}")
    assert button.proto.url
    found.run()
    assert downloads(found) == []


def downloads(found: AppTest) -> list[Any]:
    return [one for one in elements(found.main) if one.type == "download_button"]


def test_a_presentation_without_slides_makes_no_file(empty: None) -> None:
    mine = add("presentation", neighbourhood="stevenshof", title="Leeg")
    found = look(presentatie=mine)
    assert texts.SLIDES_NONE in words(found)
    press(found, "neem-maak-html")
    assert warnings(found) == [texts.FILE_NOTHING]
