"""The links under every picture: files to take along, a lasting link, and the presentation.

One piece of HTML and no widgets: a page of a hundred elements takes twice as long as one of fifty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from wijzer import texts
from wijzer.export.content import Codes
from wijzer.ui.places import Place, where

FILES = ("png", "svg", "csv", "xlsx", "pdf", "pptx")
MAP_FILES = ("geojson", "gpkg")


@dataclass(frozen=True, slots=True)
class Take:
    """Which tile a picture is, with the choices that lead to it; a map has files of its own."""

    tile: str
    codes: Codes
    is_map: bool = False


def of(
    tile: str, place: Place, codes: Mapping[str, str] | None = None, is_map: bool = False
) -> Take:
    """The tile of a picture in this place; `codes` are its own choices, as they stand now."""
    own = tuple((name, code) for name, code in (codes or {}).items() if code)
    return Take(tile, (*where(place), *own), is_map)


def html(one: Take, title: str) -> str:
    """The links as HTML: closed until somebody wants them. `title` is that of the picture."""
    query = urlencode(one.codes)
    files = "".join(
        _item(f"/neem-mee/{one.tile}.{ending}?{query}", texts.TAKE_FORM[ending])
        for ending in (*FILES, *(MAP_FILES if one.is_map else ()))
    )
    more = (
        (f"/presenteren?zet={one.tile}&{query}", texts.TO_PRESENTATION, "wz-add"),
        (f"/toon?tegel={one.tile}&{query}", texts.FULL_SCREEN, ""),
        (f"/tegel/{one.tile}?{query}", texts.LASTING_LINK, ""),
    )
    others = "".join(_item(address, label, kind) for address, label, kind in more)
    unseen = f'<span class="wz-unseen">: {escape(title)}</span>'
    return (
        f'<details class="wz-take"><summary>{texts.TAKE_ALONG}{unseen}</summary>'
        f'<ul class="wz-take-list">{others}{files}</ul></details>'
    )


def _item(address: str, label: str, kind: str = "") -> str:
    return f'<li><a class="{kind}" href="{escape(address)}" target="_self">{escape(label)}</a></li>'
