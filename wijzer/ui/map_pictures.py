"""Maps to click, ready to draw: what deck.gl wants, the legend, and the same as a table."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from wijzer import catalog, palette, publish, texts
from wijzer.maps import deck, scale
from wijzer.model import Area
from wijzer.ui import tables
from wijzer.ui.pictures import classes_of, map_row


@dataclass(frozen=True, slots=True)
class WrittenDeck:
    """A deck of which the JSON is made: all that Streamlit asks of one, at no cost per visit."""

    json: str
    layers: None = None
    mapbox_key: None = None

    @property
    def _tooltip(self) -> dict[str, Any]:
        return deck.TOOLTIP

    def to_json(self) -> str:
        return self.json


@dataclass(frozen=True, slots=True)
class Map:
    """A map of areas: what deck.gl draws, the classes of its legend, and the same as a table."""

    title: str
    sentence: str
    deck: WrittenDeck
    legend: tuple[tuple[str, str], ...]
    table: str


@dataclass(frozen=True, slots=True)
class MapWish:
    """Which map: of what, when and where, on which layer of shapes, and how large in pixels."""

    indicator: str
    year: int
    codes: tuple[str, ...]
    layer: str
    selected: str
    title: str
    width: int
    height: int


def of_map(rows: pd.DataFrame, shapes: pd.DataFrame, wish: MapWish) -> Map:
    """The map to click, coloured by class."""
    one = catalog.indicator(wish.indicator)
    found = scale.classes(rows["value"], one.unit, one.decimals)
    figures = rows.assign(
        klass=classes_of(rows, found),
        missing_text=rows["value_text"],
        selected=rows["code"] == wish.selected,
        value_text=rows["value_text"] + " · " + rows["word"],
    )
    columns = ["code", "value_text", "missing_text", "klass", "selected"]
    areas = shapes.merge(figures[columns], on="code")
    return Map(
        wish.title,
        publish.reach(rows),
        WrittenDeck(
            deck.deck(areas, found.colours, width=wish.width, height=wish.height).to_json()
        ),
        tuple(scale.legend(found, bool(rows["value"].isna().any()))),
        tables.table(wish.title, texts.MAP_HEADER, [map_row(row) for row in publish.records(rows)]),
    )


def of_region(
    shapes: pd.DataFrame,
    municipalities: pd.DataFrame,
    areas: dict[str, Area],
    selected: str,
    size: tuple[int, int],
) -> Map:
    """The neighbourhoods in their municipalities, each in its own hue."""
    order = [one.code for one in catalog.neighbourhoods().values()]
    own = [areas[areas[code].municipality or code].name for code in shapes["code"]]
    rows = shapes.assign(
        klass=[order.index(code) for code in shapes["code"]],
        value_text=own,
        missing_text="",
        selected=shapes["code"] == selected,
    )
    hues = tuple(palette.hue(place) for place in range(len(order)))
    drawn = deck.deck(
        rows, hues, context=municipalities, width=size[0], height=size[1], overview=True
    )
    body = [[name, municipality] for name, municipality in zip(rows["name"], own, strict=True)]
    table = tables.table(texts.REGION_TITLE, texts.REGION_HEADER, body)
    return Map(
        texts.REGION_ALT,
        "",
        WrittenDeck(drawn.to_json()),
        tuple(zip(hues, rows["name"], strict=False)),
        table,
    )
