"""The page of one tile as plain HTML: whole, or as it stands in a frame of another site."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from wijzer import texts
from wijzer.export.content import Tile
from wijzer.ui import plain_page, tables, take

BESIDE = 300
"""Pixels of a frame above and under a drawing, with room for long sentences."""


def frame(tile: Tile, drawn: tuple[str, ...]) -> HTMLResponse:
    """Only the picture, its sentence, its source, and a link to the dashboard."""
    seen = _figure(tile, drawn) or _table(tile)
    more = texts.TILE_VIEW.format(app=texts.APP)
    body = (
        f"{_opening(tile)}{seen}{_soft(tile.facts.small())}"
        f'<p><a href="{escape(tile.view)}" target="_blank" rel="noopener">{escape(more)}</a></p>'
    )
    return plain_page.page(tile.title, body, tab=_tab(tile))


def whole(tile: Tile, drawn: tuple[str, ...], home: str) -> HTMLResponse:
    """All that is known of the tile, its files, its lasting link, and the code to embed it."""
    table = _table(tile)
    folded = f"<details><summary>{escape(texts.TILE_TABLE)}</summary>{table}</details>"
    body = (
        f"{_opening(tile)}{_figure(tile, drawn)}{_soft(tile.worth)}{_soft(tile.note)}"
        f"{folded if drawn and table else table}"
        f"{_part(texts.TILE_FACTS, _facts(tile))}"
        f"{_part(texts.TILE_FILES, _files(tile))}"
        f"{_part(texts.TILE_LINK, _link(tile, home))}"
        f"{_part(texts.TILE_EMBED, _embed(tile, drawn, home))}"
    )
    return plain_page.page(tile.title, body, tab=_tab(tile))


def _tab(tile: Tile) -> str:
    told = tile.facts
    return texts.TILE_TITLE.format(
        onderwerp=told.subject, plaats=told.place, datum=texts.date(told.made_on), app=texts.APP
    )


def _opening(tile: Tile) -> str:
    mark = f'<p class="mark" role="note">{escape(texts.EXAMPLE_SENTENCE)}</p>'
    lead = f'<p class="lead">{escape(tile.sentence)}</p>' if tile.sentence else ""
    return f"{mark if tile.facts.example else ''}<h1>{escape(tile.title)}</h1>{lead}"


def _figure(tile: Tile, drawn: tuple[str, ...]) -> str:
    """The drawing for a wide and for a narrow screen: one of them is seen, and heard."""
    named = f'<svg role="img" lang="nl" aria-label="{escape(tile.alternative)}" '
    made = (
        f'<div class="{kind}">{one.replace("<svg ", named, 1)}</div>'
        for kind, one in zip(("wide", "narrow"), drawn, strict=False)
    )
    return f"<figure>{''.join(made)}</figure>" if drawn else ""


def _soft(text: str) -> str:
    return f'<p class="soft">{escape(text)}</p>' if text else ""


def _items(made: Iterable[str]) -> str:
    return "".join(f"<li>{one}</li>" for one in made)


def _table(tile: Tile) -> str:
    return tables.table(tile.title, tile.header, tile.body) if tile.body else ""


def _part(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}"


def _facts(tile: Tile) -> str:
    lines = (line for line in tile.facts.lines() if line[0] != texts.FACT_ADDRESS)
    told = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in lines)
    more = escape(texts.TILE_VIEW.format(app=texts.APP))
    return f'<dl>{told}</dl><p><a href="{escape(tile.view)}">{more}</a></p>'


def _files(tile: Tile) -> str:
    links = (
        f'<a href="/neem-mee/{tile.id}.{ending}?{escape(tile.query)}">{texts.TAKE_FORM[ending]}</a>'
        for ending in endings(tile)
    )
    return f'<ul class="files">{_items(links)}</ul>'


def endings(tile: Tile) -> tuple[str, ...]:
    """The files that there are of a tile: without a drawing no picture, without a map no map."""
    drawn = tile.drawing is not None
    files = [one for one in take.FILES if drawn or one not in ("png", "svg")]
    is_map = tile.drawing is not None and tile.drawing.is_map
    return (*files, "html", *(take.MAP_FILES if is_map else ()))


def _address(tile: Tile, home: str, **more: str) -> str:
    return f"{home}/tegel/{tile.id}?{urlencode([*tile.codes, *more.items()])}"


def _link(tile: Tile, home: str) -> str:
    address = escape(_address(tile, home))
    return f'<p><a href="{address}">{address}</a></p>'


def _embed(tile: Tile, drawn: tuple[str, ...], home: str) -> str:
    """The code to copy, in a field that is read aloud by its name and can be walked by keys."""
    code = (
        f'<iframe src="{escape(_address(tile, home, embed="true"))}" title="{escape(tile.title)}" '
        f'width="100%" height="{_height(drawn)}" style="border:0;max-width:46rem" '
        'loading="lazy"></iframe>'
    )
    return (
        f'<p id="uitleg">{escape(texts.TILE_EMBED_HELP)}</p>'
        f'<label for="code">{escape(texts.TILE_EMBED_LABEL)}</label>'
        f'<textarea id="code" rows="8" readonly spellcheck="false" aria-describedby="uitleg">'
        f"{escape(code)}</textarea>"
    )


def _height(drawn: tuple[str, ...]) -> int:
    """Of a frame: what the drawing and the words around it need."""
    found = re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', drawn[0]) if drawn else None
    return BESIDE + round(float(found[1])) if found else 2 * BESIDE
