"""A choropleth on the page: the map, its legend in words, and a click that chooses an area."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from wijzer import texts
from wijzer.maps import deck, scale
from wijzer.ui import choice, screen

HEIGHT = 420


def show(
    rows: pd.DataFrame, shapes: pd.DataFrame, found: scale.Classes, selected: str, title: str
) -> None:
    """Draw `rows` (publish.on_map) on `shapes`; a click puts the area in the URL as `deel`."""
    st.pydeck_chart(
        deck.deck(
            joined(rows, shapes, found, selected),
            found.colours,
            width=screen.width(3 / 5),
            height=HEIGHT,
        ),
        height=HEIGHT,
        alt=title,
        **choice.from_picture("deel", "kaart-klik", clicked),
    )
    legend(found, bool(rows["value"].isna().any()))


def joined(
    rows: pd.DataFrame, shapes: pd.DataFrame, found: scale.Classes, selected: str
) -> pd.DataFrame:
    """Shapes with the figure of their area, its class and whether it is the one in view."""
    figures = rows.assign(
        klass=classes_of(rows["value"], found),
        missing_text=rows["value_text"],
        selected=rows["code"] == selected,
        value_text=rows["value_text"] + rows["word"].radd(" · "),
    )
    columns = ["code", "value_text", "missing_text", "klass", "selected"]
    return shapes.merge(figures[columns], on="code")


def classes_of(values: "pd.Series[float]", found: scale.Classes) -> "pd.Series[float]":
    """The class of each value, empty where there is none."""
    return values.map(lambda value: scale.classify(value, found)).astype("float64")


def clicked(selection: dict[str, Any]) -> str | None:
    """The code of the area that was clicked."""
    areas = (selection.get("objects") or {}).get(deck.AREAS) or []
    return areas[0]["properties"]["code"] if areas else None


def legend(found: scale.Classes, some_missing: bool) -> None:
    """The classes by colour and in words."""
    items = "".join(
        f'<li><i style="background:{colour}"></i>{escape(label)}</li>'
        for colour, label in scale.legend(found, some_missing)
    )
    st.html(f'<ul class="wz-legend" aria-label="{texts.LEGEND}">{items}</ul>')
