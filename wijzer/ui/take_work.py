"""The work behind each file to take along: which file, of what, for whom."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from wijzer import texts
from wijzer.access import Visitor
from wijzer.export import geo, pdf, picture, slides, table, workbook
from wijzer.export.content import Codes, Deck, Tile, file_name
from wijzer.store.database import StoreMissing
from wijzer.store.register import RegisterError
from wijzer.ui import asked, data, decks, entered, factsheets, plain_page, player, tiles
from wijzer.ui.asked import Asked

File = tuple[bytes, str]
"""What is in a file, and its name."""

KINDS = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "zip": "application/zip",
}
"""By ending, the media type."""


class _NoFile(Exception):
    """There is no such file: title and sentences that say why."""

    def __init__(self, title: str, more: tuple[str, ...]) -> None:
        super().__init__(title)
        self.title, self.more = title, more


def answer(request: Request) -> Response:
    """The file that is asked for, or a page that says in Dutch why there is none."""
    try:
        body, name = _file(request.path_params["file"], asked.of(request))
    except tiles.UnknownTile:
        return plain_page.no_tile()
    except decks.NothingToShow:
        return plain_page.nothing()
    except _NoFile as why:
        return plain_page.trouble(404, why.title, why.more)
    except (StoreMissing, RegisterError):
        return plain_page.busy()
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    return Response(body, headers=headers, media_type=KINDS[name.rpartition(".")[2]])


def _file(named: str, one: Asked) -> File:
    whole = _WHOLE.get(named)
    if whole:
        return whole(one)
    name, _, ending = named.rpartition(".")
    if name not in tiles.TILES:
        raise tiles.UnknownTile(name)
    if ending not in _FORMS:
        forms = texts.enumerate_words([form.upper() for form in _FORMS])
        raise _NoFile(texts.ALONG_NO_FORM, (texts.ALONG_FORMS.format(soorten=forms),))
    tile = tiles.made(one.visitor, name, one.codes)
    if tile is None:
        raise decks.NothingToShow
    return _FORMS[ending](one, one.at_home(tile)), file_name(tile, ending)


# --- one tile -------------------------------------------------------------------------------------


def _svg(one: Asked, tile: Tile) -> bytes:
    return _drawn(one, tile).encode()


def _png(one: Asked, tile: Tile) -> bytes:
    return picture.raster(_drawn(one, tile))


def _drawn(one: Asked, tile: Tile) -> str:
    if tile.drawing is None:
        raise _NoFile(texts.ALONG_NO_DRAWING, texts.ALONG_NO_DRAWING_MORE)
    return _picture(one.visitor, tile.id, tile.codes, one.home) or picture.svg(tile)


@entered.kept
def _picture(visitor: Visitor, id: str, codes: Codes, home: str) -> str:
    """The picture of a tile, for whoever asks the same: it takes longer than all else."""
    tile = tiles.made(visitor, id, codes)
    return picture.svg(Asked(visitor, codes, home).at_home(tile)) if tile else ""


def _geojson(one: Asked, tile: Tile) -> bytes:
    return geo.geojson(tile, data.shapes(_layer(tile)))


def _geopackage(one: Asked, tile: Tile) -> bytes:
    return geo.geopackage(tile, data.shapes(_layer(tile)))


def _layer(tile: Tile) -> str:
    """The layer of shapes that has every area of the map."""
    codes = set(geo.codes(tile))
    found = (name for name in LAYERS if codes and codes <= set(data.shapes(name)["code"]))
    layer = next(found, None)
    if layer is None:
        raise _NoFile(texts.ALONG_NO_MAP, texts.ALONG_NO_MAP_MORE)
    return layer


LAYERS = ("subdistricts", "buurten", "neighbourhoods", "municipalities")


def _pptx(one: Asked, tile: Tile) -> bytes:
    return slides.pptx(_deck(_alone(one, tile)))


def _html(one: Asked, tile: Tile) -> bytes:
    return decks.offline(one.visitor, _alone(one, tile).codes)


def _alone(one: Asked, tile: Tile) -> Asked:
    """The question for a presentation of this tile only."""
    return replace(one, codes=((decks.ONE, tile.id), *tile.codes))


_FORMS: dict[str, Callable[[Asked, Tile], bytes]] = {
    "png": _png,
    "svg": _svg,
    "csv": lambda one, tile: table.csv(tile),
    "xlsx": lambda one, tile: workbook.xlsx(tile),
    "pdf": lambda one, tile: pdf.sheet(tile),
    "pptx": _pptx,
    "html": _html,
    "geojson": _geojson,
    "gpkg": _geopackage,
}


# --- many tiles -----------------------------------------------------------------------------------


def _deck(one: Asked) -> Deck:
    return one.deck_at_home(decks.existing(one.visitor, one.codes))


def _deck_pptx(one: Asked) -> File:
    deck = _deck(one)
    return slides.pptx(deck), decks.file_name(deck, "pptx")


def _deck_html(one: Asked) -> File:
    deck = decks.existing(one.visitor, one.codes)
    return player.file(one.visitor, deck), decks.file_name(deck, "html")


_WHOLE: dict[str, Callable[[Asked], File]] = {
    "presentatie.pptx": _deck_pptx,
    "presentatie.html": _deck_html,
    "factsheet.pdf": lambda one: factsheets.factsheet(one.visitor, one.codes, one.home),
    "factsheets.zip": lambda one: factsheets.every(one.visitor, codes=one.codes, home=one.home),
}
"""Files that are no single tile, by name."""
