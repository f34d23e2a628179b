"""Any view → its link → the same view: frames, specifications and words compared.

Five hundred views at random go by way of their tiles; some of them also as whole pages, which
takes a hundred times as long.
"""

from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.drawn import Drawn, offered, pictures
from tests.pages.visit import everything, params, trouble, visit, warnings
from tests.ui.random_views import View, views
from wijzer.access import PUBLIC
from wijzer.export.content import Codes, Tile
from wijzer.ui import frame, tiles

SEED = 5
VIEWS, PAGES = 500, 60


@pytest.fixture(scope="module")
def some() -> list[View]:
    """Views in which there is something to see; every tile has its turn."""
    return views(VIEWS, SEED)


def seen(view: View) -> Tile:
    """The tile of a view."""
    found = tiles.made(*view)
    assert found, view
    return found


def test_five_hundred_views_come_back_from_their_links(some: list[View]) -> None:
    assert len(some) == VIEWS and {id for _, id, _ in some} == set(tiles.TILES)
    for who, id, codes in some:
        tile = seen((who, id, codes))
        link = urlsplit(tile.view)
        assert link.path.removeprefix("/") in {page.url_path for page in frame.PAGES}
        again = seen((who, id, tuple(parse_qsl(link.query, strict_parsing=True))))
        for one, other in ((tile.drawing, again.drawing), (tile.slide, again.slide)):
            assert (one is None) == (other is None), tile.view
            if one and other:
                assert one.spec == other.spec, tile.view
                assert one.rows.to_pylist() == other.rows.to_pylist(), tile.view
        assert again == tile, tile.view


def test_views_at_random_differ(some: list[View]) -> None:
    """Else nothing is tried: as a rule one tile is seen in another way each time."""
    assert len({(who, id, seen((who, id, codes)).codes) for who, id, codes in some}) > VIEWS / 2


def shown(found: AppTest) -> tuple[list[str], list[Drawn]]:
    """The words and the pictures of a page."""
    return everything(found), pictures(found)


def choices(id: str, codes: Codes) -> tuple[str, dict[str, str]]:
    """A tile and what was chosen for it. Side by side neighbourhoods are always whole."""
    part = {"deel"} if id.startswith("vergelijken-") else set()
    return id, {name: code for name, code in codes if name not in part}


@pytest.mark.parametrize("turn", range(PAGES))
def test_a_page_comes_back_from_its_address(
    turn: int, some: list[View], monkeypatch: pytest.MonkeyPatch
) -> None:
    who, id, codes = some[turn]
    monkeypatch.setenv("WIJZER_SHARE", "1" if who is PUBLIC else "")
    tile = seen((who, id, codes))
    first = visit(tile.page, dict(tile.codes))
    assert trouble(first) == warnings(first) == []
    # The page shows what the tile was taken from.
    assert choices(id, tile.codes) in [choices(*take) for take in offered(first)]
    # Its address brings somebody else to the same.
    again = visit(tile.page, params(first))
    assert trouble(again) == warnings(again) == []
    assert params(again) == params(first)
    assert shown(again) == shown(first)
