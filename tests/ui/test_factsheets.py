"""Factsheets of real places: two pages, all that the doors tell, and nothing that they do not."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from tests.export import paper
from tests.export.test_pdf import MARKUP, check_within_the_page
from tests.pages.entering import Holds, add, own_register
from tests.pages.test_hidden import fill, swapped
from wijzer import catalog, publish, texts
from wijzer.access import PUBLIC, TEAM
from wijzer.export.content import Codes, Tile, slug
from wijzer.model import Certainty, Sign
from wijzer.ui import data, factsheet_content, factsheet_lines, factsheet_part, factsheets, tiles
from wijzer.ui.places import Place, at, where
from wijzer.ui.tiles import wish

HOME = "https://wijzer.example"
PARTS = ("heel", "WK048402")


@pytest.fixture(scope="module")
def every(examples: None) -> dict[str, bytes]:
    """All factsheets, by the name of the file, from the one file that holds them all."""
    packed, name = factsheets.every(PUBLIC, home=HOME)
    assert name == f"factsheets-{date.today().isoformat()}.zip"
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        return {one: file.read(one) for one in file.namelist()}


@cache
def places() -> list[Place]:
    return factsheets.places_of()


def of(every: dict[str, bytes], place: Place) -> bytes:
    """The factsheet of a place."""
    names = [place.neighbourhood.name, *([] if place.whole else [place.area.name]), "factsheet"]
    return every[f"{'-'.join(map(slug, names))}-{date.today().isoformat()}.pdf"]


# --- all places -----------------------------------------------------------------------------------


def test_there_is_one_for_each_neighbourhood_and_each_of_its_parts(every: dict[str, bytes]) -> None:
    areas = data.areas()
    wanted = [
        code
        for one in catalog.neighbourhoods().values()
        for code in (one.code, *publish.subdistricts(areas, one))
    ]
    assert [one.area.code for one in places()] == wanted
    assert len(every) == len(wanted) == 13


def test_each_tells_what_the_doors_tell(every: dict[str, bytes]) -> None:
    """Two pages; every figure that stands out, and the lines of the four questions."""
    for place in places():
        content, asked = of(every, place), wish.of(PUBLIC, where(place))
        said = paper.words(content)
        assert len(paper.read(content).pages) == 2, place.area.name
        check_within_the_page(content)
        check_figures(said, place)
        lines = factsheet_lines.lines(asked)
        assert [one.question for one in lines] == list(texts.WORD["question"].values())
        for one in lines:
            assert paper.compact(texts.marked(one.question, one.example) + one.said) in said
        assert paper.links(content)[-1] == f"{HOME}/profiel?wijk={asked.neighbourhood}&deel=" + (
            "heel" if place.whole else place.area.code
        )


def check_figures(said: str, place: Place) -> None:
    """In each domain the figures that stand out most, as published, each with its sign."""
    rows = data.profile(place.area.code)
    for domain in catalog.DOMAINS:
        mine = [row for row in rows if row["domain"] == domain.id]
        for sign in (Sign.FAVOURABLE, Sign.UNFAVOURABLE):
            for row in publish.stand_out(mine, sign, 1):
                line = (
                    row["name"], row["value_text"], row["municipality_text"], row["mark"],
                    row["word"], texts.CERTAINTY_WORD[Certainty(row["certainty"])],
                )  # fmt: skip
                assert paper.compact("".join(line)) in said, (place.area.name, row["name"])
    count, year = data.inhabitants(place.area.code)
    assert f"{texts.number(count or 0)}inwonersin{year}" in said


def test_each_draws_people_a_map_and_a_trend_and_tells_their_figures(
    every: dict[str, bytes],
) -> None:
    for place in places():
        *drawn, qr = paper.structure(of(every, place)).every("Figure")
        one = factsheet_content.of(wish.of(PUBLIC, where(place)), date.today(), HOME)
        shown = [one.people, one.map, one.trend]
        assert None not in shown and len(drawn) == 3
        for figure, tile in zip(drawn, shown, strict=True):
            cells = [cell for line in tile.body for cell in line] if tile else []
            assert cells and [cell for cell in cells if cell not in figure.alt] == []
        assert one.map and any(cells[1][:1].isdigit() for cells in one.map.body), place.area.name
        assert qr.alt == texts.VOTE_QR.format(adres=one.address)


def test_a_part_with_buurten_fills_its_own_map(every: dict[str, bytes]) -> None:
    ridder = next(one for one in places() if one.area.code == "WK048402")
    mine = [area.name for area in data.areas().values() if area.wijk == "WK048402"]
    _, figure, *_ = paper.structure(of(every, ridder)).every("Figure")
    outside = ("Gnephoek", "Weteringpark", "Heuvelweg")
    assert [name for name in mine if name not in figure.alt] == []
    assert [name for name in outside if name in figure.alt] == []


def test_the_map_is_of_the_newest_figure_of_the_place(every: dict[str, bytes]) -> None:
    """Not of a year in which only the municipality was measured."""
    for place in places():
        codes = dict((tiles.made(PUBLIC, "profiel-kaart", where(place)) or missing()).codes)
        rows = {row["indicator"]: row for row in data.profile(place.area.code)}
        assert int(codes["jaar"]) == rows[codes["indicator"]]["year"]


def missing() -> Tile:
    raise AssertionError("no map")


def test_each_carries_the_mark_of_the_examples_in_it(every: dict[str, bytes]) -> None:
    for place in places():
        assert paper.compact(texts.FACTSHEET_EXAMPLE) in paper.words(of(every, place))


def test_it_tells_how_far_it_is(examples: None) -> None:
    told: list[tuple[float, str]] = []
    factsheets.every(PUBLIC, lambda part, name: told.append((part, name)), home=HOME)
    parts, names = zip(*told, strict=True)
    assert list(parts) == sorted(parts) and parts[0] == 0 and parts[-1] == 1
    assert list(names) == [*(one.area.name for one in places()), ""]


def test_a_buurt_has_one_too_even_where_nobody_lives(examples: None) -> None:
    """Bedrijventerrein Heimanswetering: hardly any figures, and nobody asked per buurt."""
    codes: Codes = (("wijk", "alphen-noord"), ("deel", "BU04840106"))
    content, name = factsheets.factsheet(PUBLIC, codes, HOME)
    assert name.startswith("alphen-noord-") and len(paper.read(content).pages) == 2
    check_within_the_page(content)


def test_an_unknown_place_gives_the_first(examples: None) -> None:
    found = [
        factsheets.factsheet(PUBLIC, codes, HOME)
        for codes in ((("wijk", "nergens"),), (("wijk", "stevenshof"), ("deel", "XX")))
    ]
    assert {name.split("-")[0] for _, name in found} == {"stevenshof"}
    assert len({content for content, _ in found}) == 1


# --- for whom -------------------------------------------------------------------------------------

PLACE: Codes = (("wijk", "stevenshof"), ("deel", "heel"))
OWN: Codes = (*PLACE, (factsheet_part.FOR, factsheet_part.TEAM))


def test_only_the_team_gets_its_own_and_only_when_it_asks(examples: None) -> None:
    asked = [(TEAM, PLACE), (PUBLIC, PLACE), (PUBLIC, OWN)]
    for_all = {factsheets.factsheet(who, codes, HOME)[0] for who, codes in asked}
    own = factsheets.factsheet(TEAM, OWN, HOME)[0]
    assert len(for_all) == 1 and own not in for_all
    roles = [texts.ROLE_SEES[one] for one in ("public", "team")]
    for content, role in zip((*for_all, own), roles, strict=True):
        assert paper.compact(f"{texts.FACT_ROLE}: {role}") in paper.words(content)


def test_the_link_asks_for_the_place_in_view() -> None:
    place = at(catalog.neighbourhood("alphen-noord"), "WK048402")
    for team in (False, True):
        found = re.search(
            r'href="/neem-mee/factsheet.pdf\?([^"]*)"', factsheet_part.link(place, team)
        )
        assert found
        codes = dict(parse_qsl(found[1].replace("&amp;", "&")))
        assert (codes["wijk"], codes["deel"]) == ("alphen-noord", "WK048402")
        assert codes.get(factsheet_part.FOR) == (factsheet_part.TEAM if team else None)


@pytest.fixture
def _real(real_folder: Path) -> Iterator[None]:
    """The figures only; the register is the test's own."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WIJZER_STORE", str(real_folder))
        yield


def test_worlds_that_differ_in_hidden_cells_have_the_same_factsheets(
    tmp_path: Path, _real: None
) -> None:
    """And the measure can see a difference: in the third world those cells may be told."""
    sheets = []
    for number, world in enumerate((*swapped(2, 6), swapped(22, 38)[0])):
        with own_register(tmp_path / str(number), Holds.NOTHING, shared=True) as register:
            fill(register, world)
            sheets.append([_public(part) for part in PARTS])
    assert sheets[0] == sheets[1]
    assert all(one != other for one, other in zip(sheets[0], sheets[2], strict=True))


def _public(part: str) -> tuple[str, list[str]]:
    """Everything that somebody can read of a factsheet."""
    codes: Codes = (("wijk", "alphen-noord"), ("deel", part))
    content = factsheets.factsheet(PUBLIC, codes, HOME)[0]
    return paper.words(content), [one.alt for one in paper.structure(content).every("Figure")]


# --- what people enter ----------------------------------------------------------------------------


def test_a_neighbourhood_of_which_nothing_was_entered(tmp_path: Path, _real: None) -> None:
    with own_register(tmp_path / "register", Holds.NOTHING):
        content = factsheets.factsheet(PUBLIC, PLACE, HOME)[0]
    said = paper.words(content)
    why, todo = texts.state("not_measured", "Stevenshof")
    assert said.count(paper.compact(f"{why}{todo}")) == 4
    for text in (
        texts.themes_counted(0, 0),
        texts.NO_INTERVENTIONS.format(wijk="Stevenshof"),
        f"{texts.FACTSHEET_NO_MEETING} {texts.actions_open(0)}",
    ):
        assert paper.compact(text) in said
    assert paper.compact(texts.FACTSHEET_EXAMPLE) not in said and texts.EXAMPLE_MARK not in said


def test_a_neighbourhood_without_a_monitor_plan_says_so(tmp_path: Path, _real: None) -> None:
    with own_register(tmp_path / "register", Holds.PUBLISHED):
        content = factsheets.factsheet(PUBLIC, (("wijk", "zuidwest"),), HOME)[0]
    why, _ = texts.state("no_plan", "Den Haag Zuidwest")
    assert paper.words(content).count(paper.compact(why)) == 4


def test_what_is_entered_stands_on_it_as_it_was_typed(tmp_path: Path, _real: None) -> None:
    with own_register(tmp_path / "register", Holds.NOTHING):
        said = paper.words(_entered())
    soon, late = (texts.date(_day(number)) for number in (3, -3))
    for text in (
        f"{texts.themes_counted(1, 1)} {texts.decided('chosen', 'de buurt', '2026')}",
        MARKUP[:60], "Genoemd 🎉".replace("🎉", "□"),
        f"{texts.FACTSHEET_RUNNING}: Wandelen.",
        texts.FACTSHEET_MEETING.format(dag=soon, naam="Overleg"), texts.actions_open(2),
        texts.FACTSHEET_ACTION.format(actie="Bellen", wie="gemeente", dag=soon),
        texts.FACTSHEET_LATE.format(actie="Bankje", wie="welzijn", dag=late),
    ):  # fmt: skip
        assert paper.compact(text) in said, text
    assert not [secret for secret in ("Kladgeheim", "Weggeheim", "Klaargeheim") if secret in said]


def _day(later: int) -> date:
    return date.today() + timedelta(days=later)


def _entered() -> bytes:
    """A plan with a theme that is markup, and things that are not for everybody or not open."""
    here = {"neighbourhood": "stevenshof"}
    chosen = {"choice": "chosen", "decided_by": "de buurt", "period": "2026"}
    theme = add("theme", title=MARKUP, **here, **chosen)
    add("theme", title="Genoemd 🎉", choice="proposed", **here)
    add("theme", title="Kladgeheim", choice="chosen", life="draft", **here)
    running = {"run": "running", "pillars": ("support",), "themes": (theme,)}
    add("intervention", title="Wandelen", **running, **here)
    add("intervention", title="Weggeheim", life="retired", **running, **here)
    add("meeting", title="Overleg", day=_day(3), **here)
    for title, owner, due in (("Bellen", "gemeente", _day(3)), ("Bankje", "welzijn", _day(-3))):
        add("action", title=title, owner=owner, due=due, status="open", **here)
    add("action", title="Klaargeheim", owner="x", due=_day(1), status="done", **here)
    return factsheets.factsheet(PUBLIC, PLACE, HOME)[0]


def test_a_change_gives_a_new_factsheet_and_no_change_the_same(tmp_path: Path, _real: None) -> None:
    with own_register(tmp_path / "register", Holds.NOTHING):
        first = factsheets.factsheet(PUBLIC, PLACE, HOME)[0]
        assert factsheets.factsheet(PUBLIC, PLACE, HOME)[0] is first
        add("theme", title="Nieuw", neighbourhood="stevenshof", choice="chosen")
        assert "Nieuw" in paper.words(factsheets.factsheet(PUBLIC, PLACE, HOME)[0])
