"""Every picture of every page leaves it as a tile: with words, a table, its facts and its link.

A picture without a text alternative, without a table or without what can be taken along fails here.
"""

import json
from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.drawn import Drawn, Take, offered, pictures, tables, tells, tells_line
from tests.pages.entering import ribbon, words
from tests.pages.visit import Link, trouble, visit, warnings
from wijzer import catalog
from wijzer.access import PUBLIC, TEAM, Visitor
from wijzer.export.content import Drawing, Tile
from wijzer.ui import frame, links, tiles

NEIGHBOURHOODS = list(catalog.neighbourhoods())
VISITORS = [TEAM, PUBLIC]
PUBLIC_FIGURES = {"gezonder-bevolking"}
"""Tiles of real figures on a page that may show examples beside them."""
AS_WORDS = {"bereik-cijfers", "themas-gekozen"}
"""Tiles of a table that the page shows in another form."""
IN_PARTS = {"leren-acties"}
"""Tiles of a table that the page shows as more than one."""
PANELS = {"vergelijken-trends"}
"""Tiles of a picture that the page shows as panels beside each other."""
PARTS: list[tuple[str, Link]] = [
    *((page.url_path, {}) for page in frame.PAGES),
    ("bereik", {"kenmerk": "area"}),
    ("themas", {"themadeel": "stemmen"}),
    ("plan", {"plandeel": "doelen"}),
]
"""Every page, and parts of pages that have pictures of their own."""
VIEWS = [(page, link, TEAM) for page, link in PARTS] + [
    (page, {}, PUBLIC) for page in links.MONITOR.values()
]


pytestmark = pytest.mark.usefixtures("examples")


def every(id: str) -> list[Tile]:
    """A tile in each neighbourhood, for each visitor, where there is something to see."""
    made = (tiles.made(who, id, (("wijk", one),)) for one, who in product(NEIGHBOURHOODS, VISITORS))
    return [tile for tile in made if tile]


def silent(drawing: Drawing) -> bool:
    """Whether no mark, axis or legend speaks for itself, in English."""
    spec = json.dumps(drawing.spec)
    return '"aria": true' not in spec and "description" not in drawing.spec


@pytest.mark.parametrize("id", list(tiles.TILES))
def test_a_tile_has_words_a_table_and_facts(id: str) -> None:
    found = every(id)
    assert found, "nowhere anything to see"
    for tile in found:
        assert tile.id == id and id.startswith(tile.page)
        assert tile.title and tile.sentence, tile.codes
        assert tile.header and tile.body, tile.codes
        assert {len(line) for line in tile.body} == {len(tile.header)}
        assert tile.facts.place and tile.facts.subject and tile.facts.role
        assert tile.facts.sources and all(tile.facts.sources)
        assert tile.facts.address == tile.view


@pytest.mark.parametrize("id", list(tiles.TILES))
def test_a_drawing_has_a_text_alternative_and_is_silent_itself(id: str) -> None:
    drawn = [tile for tile in every(id) if tile.drawing]
    for tile in drawn:
        assert tile.title in tile.alternative and len(tile.alternative) > len(tile.title) + 20
        assert all(silent(one) for one in (tile.drawing, tile.slide) if one)
    assert bool(drawn) or all(not tile.alternative for tile in every(id))


@pytest.mark.parametrize("id", list(tiles.TILES))
def test_the_choices_of_a_tile_lead_to_the_same_tile(id: str) -> None:
    for one, who in product(NEIGHBOURHOODS, VISITORS):
        tile = tiles.made(who, id, (("wijk", one),))
        if tile:
            assert dict(tile.codes)["wijk"] == one
            assert tiles.made(who, id, tile.codes) == tile


@pytest.mark.parametrize("id", list(tiles.TILES))
def test_nonsense_leads_to_the_tile_that_a_page_begins_with(id: str) -> None:
    start = tiles.made(TEAM, id, ())
    wrong = tuple((name, "atlantis") for name, _ in (start.codes if start else (("wijk", ""),)))
    assert tiles.made(TEAM, id, wrong) == start


def test_a_tile_that_nobody_knows_is_refused() -> None:
    with pytest.raises(tiles.UnknownTile):
        tiles.made(TEAM, "profiel-geheim", ())


@pytest.mark.parametrize("neighbourhood", NEIGHBOURHOODS)
@pytest.mark.parametrize(
    ("page", "link", "who"), VIEWS, ids=lambda value: str(getattr(value, "name", value))
)
def test_every_picture_on_a_page_can_be_taken_along_as_it_stands(
    page: str, link: Link, who: Visitor, neighbourhood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIJZER_SHARE", "1" if who is PUBLIC else "")
    found = visit(page, {"wijk": neighbourhood} | link)
    assert trouble(found) == warnings(found) == []
    shown = tables(found)
    for one in pictures(found):
        same_picture(one, who)
    for take in offered(found):
        tile = made(take, who)
        assert any(tells(table, tile) for table in shown) or otherwise(found, tile), take
        if tile.page == page and tile.page != "profiel" and tile.id not in PUBLIC_FIGURES:
            assert tile.facts.example == ribbon(found), take


def otherwise(found: AppTest, tile: Tile) -> bool:
    """Whether a page tells a table in another form."""
    if tile.id in AS_WORDS:
        said = words(found)
        return all(cell in said for line in tile.body for cell in line[:3])
    rows = [row for table in tables(found) for row in table]
    return tile.id in IN_PARTS and all(
        any(tells_line(row, line) for row in rows) for line in tile.body
    )


def made(take: Take, who: Visitor) -> Tile:
    """The tile that a page offers. Its link says all that was chosen."""
    id, codes = take
    tile = tiles.made(who, id, codes)
    assert tile, take
    assert tile.codes == codes
    return tile


def same_picture(one: Drawn, who: Visitor) -> None:
    """A picture is the tile that stands below it: the same words, specification and rows."""
    assert one.alternative and one.take, one.alternative
    tile = made(one.take, who)
    assert tile.drawing
    if tile.id in PANELS:
        told = " ".join(cell for line in tile.body for cell in line)
        assert all(row["value_text"] in told for row in one.rows if row["value_text"])
        return
    assert one.alternative == tile.alternative
    assert one.spec == tile.drawing.spec
    assert one.rows == tile.drawing.rows.to_pylist()
