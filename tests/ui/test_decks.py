"""Presentations: what is on their slides, in which order, and for whom."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from tests.pages.entering import Holds, add, own_register
from tests.ui.along import VISITORS
from wijzer import catalog, texts
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.export.content import Codes, Deck, Slide, Tile
from wijzer.store import votes
from wijzer.ui import data, deck_choices, decks, decks_made, decks_own, player, show_write, tiles
from wijzer.ui.tiles import UnknownTile

WIJKEN = tuple(catalog.neighbourhoods())
OWN = "presentatie-voorbeeld-stevenshof"
PROFILE: Codes = (("set", "profiel"), ("wijk", "zuidwest"), ("deel", "WK051836"))


pytestmark = pytest.mark.usefixtures("examples")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[None]:
    """A register without anything in it."""
    with own_register(tmp_path / "leeg", Holds.NOTHING):
        yield


def made(visitor: Visitor, *codes: tuple[str, str]) -> Deck:
    """A presentation that is there."""
    found = decks.deck(visitor, codes)
    assert found is not None
    return found


def pictures(found: Deck) -> list[Tile]:
    return [slide.tile for slide in found.slides if slide.tile]


# --- ready-made -----------------------------------------------------------------------------------


@pytest.mark.parametrize("wijk", WIJKEN)
@pytest.mark.parametrize("name", decks_made.SETS)
def test_a_set_is_complete_for_every_neighbourhood(name: str, wijk: str) -> None:
    found = made(PUBLIC, ("set", name), ("wijk", wijk))
    assert 7 <= len(found.slides) <= 14
    assert all(slide.title for slide in found.slides)
    assert found.slides[0].lines == texts.SET_OPENING[name]
    assert found.address == f"/toon?set={name}&wijk={wijk}&deel=heel"
    assert made(PUBLIC, *parse_qsl(found.address.partition("?")[2])) == found
    for tile in pictures(found):
        assert tile.facts.sources or tile.id.split("-")[0] in ("vergelijken", "leren")
        assert tile.id in tiles.TILES and tile.view.startswith(f"/{tile.page}?")


def test_the_profile_goes_from_people_to_what_we_talk_about() -> None:
    found = made(TEAM, *PROFILE)
    ids = [tile.id for tile in pictures(found)]
    lists = [dict(tile.codes)["lijst"] for tile in pictures(found) if tile.id == "profiel-lijst"]
    assert ids == ["profiel-mensen", *["profiel-lijst"] * 5, "profiel-kaart", "profiel-trend"]
    assert lists == [one.id for one in catalog.DOMAINS]
    assert {dict(tile.codes)["deel"] for tile in pictures(found)} == {"WK051836"}
    assert found.slides[-1].lines == texts.SET_ASK["profiel"]
    thread = next(slide for slide in found.slides if slide.title.startswith("De rode draad"))
    assert thread.lines[-1].startswith(f"{texts.SOURCE}: ")
    assert found.place == "Moerwijk (Den Haag Zuidwest)"


def test_each_question_has_its_slides_or_says_that_there_is_nothing(empty: None) -> None:
    found = made(TEAM, ("set", "vragen"), ("wijk", "zuidwest"))
    titles = [slide.title for slide in found.slides]
    told = {page for page, title in texts.SET_NOTHING.items() if title in titles}
    shown = {tile.page for tile in pictures(found)}
    assert told | shown == set(texts.SET_NOTHING) and told
    silent = next(slide for slide in found.slides if slide.title in texts.SET_NOTHING.values())
    assert silent.lines == (texts.SLIDE_EMPTY, *texts.SLIDE_EMPTY_WHY)
    assert found.slides[-1].lines == texts.SLIDE_NO_ACTIONS and found.actions == ()


def test_pictures_that_know_no_parts_are_about_the_whole() -> None:
    found = made(TEAM, ("set", "vragen"), ("wijk", "alphen-noord"), ("deel", "WK048401"))
    parts = {tile.page: dict(tile.codes)["deel"] for tile in pictures(found)}
    assert parts["samenwerking"] == parts["focus"] == "heel"
    assert parts["bereik"] == "WK048401"


def test_the_neighbourhoods_stand_beside_each_other() -> None:
    found = pictures(made(PUBLIC, ("set", "vergelijken")))
    columns = [dict(one.codes)["wijk"] for one in found if one.id == "vergelijken-kolom"]
    maps = [one for one in found if one.id == "vergelijken-kaart"]
    assert columns == [dict(one.codes)["wijk"] for one in maps] == list(WIJKEN)
    assert len({dict(one.codes)["indicator"] for one in maps}) == 1


def test_one_picture_is_a_presentation_too() -> None:
    found = made(TEAM, ("tegel", "profiel-trend"), ("wijk", "zuidwest"), ("indicator", "eenzaam"))
    [tile] = pictures(found)
    assert dict(tile.codes)["indicator"] == "eenzaam"
    assert made(TEAM, *parse_qsl(found.address.partition("?")[2])) == found


@pytest.mark.parametrize(
    "codes",
    [
        (("set", "geluk"),),
        (("presentatie", "bestaat-niet"),),
        (("presentatie", ""),),
        (("set", ""), ("wijk", "zuidwest")),
    ],
)
def test_what_is_not_there_gives_nothing(codes: Codes) -> None:
    assert decks.deck(TEAM, codes) is None
    with pytest.raises(decks.NothingToShow):
        decks.offline(TEAM, codes)


@pytest.mark.parametrize("codes", [(), (("tegel", "profiel-geluk"),), (("tegel", ""),)])
def test_an_unknown_picture_says_so(codes: Codes) -> None:
    with pytest.raises(UnknownTile):
        decks.deck(TEAM, codes)


# --- of people ------------------------------------------------------------------------------------


def test_the_example_has_every_kind_of_slide_in_its_order() -> None:
    found = made(TEAM, ("presentatie", OWN))
    rows = decks_own.rows(TEAM, OWN)
    assert [slide.id for slide in found.slides] == [row["id"] for row in rows]
    assert [row["place"] for row in rows] == sorted(row["place"] for row in rows)
    assert {row["layout"] for row in rows} == {"text", "view", "agenda", "vote", "actions"}
    assert len(rows) >= 10
    for slide in found.slides:
        assert slide.example or (slide.tile is not None)
    agenda = next(slide for slide in found.slides if slide.layout == "agenda")
    assert "Voorbeeld: Wat deden we met de acties van juni? (15 minuten" in agenda.lines[0]
    assert any("Klaar op" in line for line in found.actions)


@pytest.fixture
def own(empty: None) -> str:
    """The id of an own presentation of Stevenshof."""
    return add("presentation", neighbourhood="stevenshof", title="Van ons", day=date(2027, 1, 1))


def slide_of(presentation: str, **body: object) -> str:
    return add("slide", presentation=presentation, title=body.pop("title", "Een dia"), **body)


def shown(presentation: str, visitor: Visitor = TEAM) -> list[Slide]:
    return list(made(visitor, ("presentatie", presentation)).slides)


@pytest.mark.parametrize(
    "link",
    [
        "/toon?tegel=profiel-trend&wijk=stevenshof&indicator=eenzaam",
        "/tegel/profiel-trend?wijk=stevenshof&indicator=eenzaam&embed=true",
        "/profiel-trend?wijk=stevenshof&indicator=eenzaam",
        "profiel-trend?wijk=stevenshof&indicator=eenzaam",
        "http://127.0.0.1:8501/presenteren?zet=profiel-trend&wijk=stevenshof&indicator=eenzaam",
    ],
)
def test_a_link_to_a_view_may_be_written_in_many_ways(link: str, own: str) -> None:
    slide_of(own, layout="view", link=link)
    [slide] = shown(own)
    assert slide.tile and slide.tile.id == "profiel-trend"
    assert dict(slide.tile.codes)["indicator"] == "eenzaam"
    assert slide.title == slide.tile.sentence


@pytest.mark.parametrize("link", ["https://boos.example/x", "//", "/tegel/geluk", "http://[", "x"])
def test_a_link_that_leads_nowhere_says_so(link: str, own: str) -> None:
    slide_of(own, layout="view", link=link)
    [slide] = shown(own)
    assert slide.title == texts.SLIDE_UNKNOWN and slide.tile is None


def test_own_words_and_empty_slides(own: str) -> None:
    where = "/toon?tegel=profiel-trend&wijk=stevenshof"
    slide_of(own, layout="view", link=where, text="Onze eigen zin.", place=3)
    slide_of(own, layout="text", title="Welkom", text="Eén\n\nTwee", place=1)
    slide_of(own, layout="agenda", title="Agenda", place=2)
    slide_of(own, layout="actions", title="Acties", place=4)
    slide_of(own, layout="view", link="/toon?tegel=gezonder-web&wijk=stevenshof")
    welcome, agenda, view, actions, last = shown(own)
    assert (welcome.title, welcome.lines) == ("Welkom", ("Eén", "Twee"))
    assert agenda.lines == texts.SLIDE_NO_AGENDA
    assert view.title == "Onze eigen zin." and view.tile is not None
    assert actions.lines == texts.SLIDE_NO_ACTIONS
    assert last.lines[0] == texts.SLIDE_EMPTY  # without a place it comes last


def test_a_vote_shows_where_to_go_and_never_a_result(own: str) -> None:
    slide_of(own, layout="vote", title="Stem mee")
    assert shown(own)[0].lines == texts.SLIDE_NO_VOTE
    more = {"neighbourhood": "stevenshof", "choice": "chosen"}
    themes = [add("theme", title=name, **more) for name in ("A", "B")]
    votes.open_round(data.register(), TEAM, "stevenshof", "Wat eerst?", "dots", themes, 3)
    [slide] = shown(own, PUBLIC)
    assert slide.link.endswith("/stem") and slide.lines[0] == "Wat eerst?"
    assert slide.link.partition("://")[2] in slide.lines


def test_drafts_and_what_was_taken_away_are_not_shown(own: str) -> None:
    slide_of(own, layout="text", title="Half af", life="draft")
    slide_of(own, layout="text", title="Klaar")
    draft = add("presentation", neighbourhood="stevenshof", title="Nog niet", life="draft")
    for visitor in VISITORS:
        assert [slide.title for slide in shown(own, visitor)] == ["Klaar"]
        assert decks.deck(visitor, (("presentatie", draft),)) is None


# --- adding and moving ----------------------------------------------------------------------------


def picture(indicator: str = "eenzaam") -> Tile:
    codes = (("wijk", "stevenshof"), ("indicator", indicator))
    found = tiles.made(TEAM, "profiel-trend", codes)
    assert found is not None
    return found


def test_the_first_view_makes_a_presentation_and_the_next_joins_it(empty: None) -> None:
    first, second = (show_write.add(TEAM, picture(one)) for one in ("eenzaam", "roker"))
    assert first.presentation == second.presentation
    assert (first.number, second.number) == (1, 2)
    assert first.title == texts.PRESENTATION_OF.format(datum=texts.date(date.today()))
    assert [slide.tile.query for slide in shown(first.presentation) if slide.tile] == [
        picture("eenzaam").query,
        picture("roker").query,
    ]


def test_no_figure_is_kept_with_a_view(empty: None) -> None:
    """A sentence that the team may read could hold a number that others may not."""
    added = show_write.add(TEAM, picture())
    [row] = decks_own.rows(TEAM, added.presentation)
    assert row["text"] is None
    assert row["link"] == f"/toon?tegel=profiel-trend&{picture().query}"
    assert row["title"] == picture().title != picture().sentence


def test_examples_are_never_added_to() -> None:
    assert show_write.newest(TEAM, "stevenshof") == ""


def test_slides_are_moved_and_others_stay_as_they_were(own: str) -> None:
    a, b, c = (slide_of(own, layout="text", place=place) for place in (1, 2, 3))
    show_write.move(TEAM, c, a)
    assert order(own) == [a, c, b]
    show_write.move(TEAM, b, "")
    assert order(own) == [b, a, c]
    show_write.move(TEAM, b, c)
    assert order(own) == [a, c, b]
    revisions = {row["id"]: row["revision"] for row in decks_own.rows(TEAM, own)}
    assert revisions == {a: 1, b: 3, c: 2}


def order(presentation: str) -> list[str]:
    return [row["id"] for row in decks_own.rows(TEAM, presentation)]


def test_there_is_always_room_for_one_more(own: str) -> None:
    """Also when places are equal, unknown, or so near that nothing fits between."""
    a = slide_of(own, layout="text", place=1)
    b = slide_of(own, layout="text", place=1)
    c = slide_of(own, layout="text")
    show_write.move(TEAM, c, a)
    assert order(own) == [a, c, b]
    near = slide_of(own, layout="text", place=1.0000000000000002)
    show_write.move(TEAM, near, a)
    show_write.move(TEAM, b, a)
    assert order(own)[:3] == [a, b, near]


def test_a_slide_is_not_moved_behind_one_of_another_presentation(own: str) -> None:
    mine = slide_of(own, layout="text")
    other = add("presentation", neighbourhood="stevenshof", title="Anders")
    theirs = slide_of(other, layout="text")
    for id, after in ((mine, theirs), (mine, "nergens"), ("nergens", "")):
        with pytest.raises(show_write.UnknownSlide):
            show_write.move(TEAM, id, after)


# --- live -----------------------------------------------------------------------------------------


def test_choices_of_a_slide() -> None:
    codes = (("wijk", "zuidwest"), ("deel", "heel"), ("indicator", "eenzaam"), ("jaar", "2020"))
    part, figure = deck_choices.choices(TEAM, "profiel-kaart", codes)
    assert [one.code for one in part.options] == ["heel", "WK051833", "WK051834", "WK051836"]
    assert part.chosen == "heel" and figure.chosen == "eenzaam"
    kept = dict(parse_qsl(part.options[0].query))
    assert kept == dict(codes)  # what is chosen leads to the slide as it is
    moved = dict(parse_qsl(part.options[3].query))
    assert moved == {"wijk": "zuidwest", "deel": "WK051836", "indicator": "eenzaam"}
    assert len(figure.options) > 50
    assert {one.group for one in figure.options} == {one.name for one in catalog.DOMAINS}
    for option in figure.options[:5]:
        tile = tiles.made(TEAM, "profiel-kaart", tuple(parse_qsl(option.query)))
        assert tile and dict(tile.codes)["indicator"] == option.code


def test_a_buurt_can_be_left_and_come_back_to() -> None:
    codes = (("wijk", "zuidwest"), ("deel", "BU05183387"), ("bevolking", "age"))
    part = deck_choices.choices(TEAM, "profiel-mensen", codes)[0]
    assert part.chosen == "BU05183387"
    assert [one.code for one in part.options][-1] == "BU05183387"


@pytest.mark.parametrize("tile", ["samenwerking-netwerk", "focus-lichten", "plan-mix"])
def test_pictures_about_the_whole_have_no_choice(tile: str) -> None:
    assert deck_choices.choices(TEAM, tile, (("wijk", "zuidwest"), ("deel", "heel"))) == ()


def test_another_choice_with_nothing_to_show_keeps_the_way_back() -> None:
    codes = (("wijk", "zuidwest"), ("deel", "WK051836"))
    found = player.other(TEAM, "gezonder-verandering", codes, player.WALL)
    assert texts.SHOW_EMPTY in found.inside and 'data-code="heel"' in found.inside


# --- for whom -------------------------------------------------------------------------------------


@pytest.mark.parametrize("wijk", WIJKEN)
def test_the_public_reads_no_number_that_is_hidden_from_it(wijk: str) -> None:
    """Every sentence and cell that only the team may read is looked for in the whole document."""
    codes = (("set", "vragen"), ("wijk", wijk))
    document = player.page(PUBLIC, made(PUBLIC, *codes))
    public = {tile.id: tile for tile in pictures(made(PUBLIC, *codes))}
    hidden = [
        text for tile in pictures(made(TEAM, *codes)) for text in secrets(tile, public.get(tile.id))
    ]
    assert hidden != []
    assert [text for text in hidden if text in document] == []


def secrets(team: Tile, public: Tile | None) -> list[str]:
    """What stands in a tile of the team and not in that of the public; long enough to be no
    accident."""
    told = set(words(public)) if public else set()
    return [text for text in words(team) if text not in told and len(text) > 6]


def words(tile: Tile) -> list[str]:
    """Sentences and rows of a tile, rows as they stand in a document."""
    rows = ["</td><td>".join(line[1:]) for line in tile.body if len(line) > 2]
    return [tile.sentence, tile.note, *rows]


def test_the_team_gets_more_than_the_public() -> None:
    codes = (("set", "vragen"), ("wijk", "stevenshof"))
    bodies = [[tile.body for tile in pictures(made(visitor, *codes))] for visitor in (TEAM, PUBLIC)]
    assert bodies[0] != bodies[1]


# --- as a file ------------------------------------------------------------------------------------


def test_the_file_holds_other_subdistricts_and_figures_and_tells_how_far_it_is() -> None:
    heard: list[tuple[int, int]] = []
    codes = (("tegel", "profiel-kaart"), *PROFILE[1:], ("indicator", "eenzaam"))
    found = decks.offline(TEAM, codes, lambda done, count: heard.append((done, count)))
    kept = re.findall(r'data-sleutel="([^"]*)"', found.decode())
    assert heard == [(done, 1 + len(kept)) for done in range(1, 2 + len(kept))]
    views = [dict(parse_qsl(unescape(one))) for one in kept]
    parts = {view["deel"] for view in views if view["indicator"] == "eenzaam"}
    figures = {view["indicator"] for view in views if view["deel"] == "WK051836"}
    assert parts == {"heel", "WK051833", "WK051834"}
    assert 1 <= len(figures) <= player.MOST_FIGURES
    assert b'href="/' not in found and b'href="http://127.0.0.1' in found


def test_the_name_of_a_file_carries_place_subject_and_day() -> None:
    day = date.today().isoformat()
    name = decks.file_name(made(TEAM, *PROFILE), "html")
    assert name == f"moerwijk-den-haag-zuidwest-profiel-van-moerwijk-den-haag-zuidwest-{day}.html"
