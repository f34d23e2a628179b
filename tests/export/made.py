"""Tiles made by hand: a table, a chart and a map of two squares, without any store."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from wijzer.charts import choropleth, theme
from wijzer.export.content import Drawing, Facts, Tile

FACTS = Facts(
    "Moerwijk (Zuidwest)",
    "Eenzaamheid",
    "https://wijzer.example/profiel?wijk=zuidwest&indicator=eenzaam",
    date(2026, 3, 9),
    ("GGD, 50090NED",),
    "2012 tot en met 2020",
    "Den Haag",
    "Een teken staat er vanaf een half procentpunt verschil.",
    (("Thema", "Samen & <sterk>"),),
    "iedereen",
)
EXAMPLE = replace(FACTS, example=True)
BODY = (("2020", "67% (ongunstiger)", "57%"), ("2016", "geen cijfer", "55%"))


def tile(**changes: Any) -> Tile:
    """A chart with its table."""
    made = Tile(
        "profiel-trend",
        "profiel",
        (("wijk", "zuidwest"), ("indicator", "eenzaam")),
        "Eenzaam door de jaren: Moerwijk",
        "In Moerwijk was het 67% in 2020.",
        FACTS,
        ("Jaar", "Moerwijk", "Den Haag"),
        BODY,
        "Dit is een schatting.",
        "Eenzaam door de jaren. Een lijn.",
        "De lijnen tonen dezelfde vraag.",
        chart(),
    )
    return replace(made, **changes)


def chart() -> Drawing:
    """Two bars."""
    rows = pa.table({"name": ["2016", "2020"], "value": [55.0, 67.0]})
    bars = theme.rows().mark_bar().encode(
        x=alt.X(field="value", type="quantitative"), y=alt.Y(field="name", type="nominal")
    )  # fmt: skip
    return Drawing(theme.finish(bars, "Staven"), rows)


def square(west: float) -> str:
    """A square of a tenth of a degree, as GeoJSON."""
    ring = [[west, 52.0], [west + 0.1, 52.0], [west + 0.1, 52.1], [west, 52.1], [west, 52.0]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


SHAPES = pd.DataFrame(
    {
        "code": ["WK01", "WK02", "WK09"],
        "name": ["Tuinwijk", "Kade", "Elders"],
        "geometry": [square(4.3), square(4.4), square(4.9)],
        "licence": ["CC BY 4.0"] * 3,
    }
)


def on_map(rows: pd.DataFrame, **changes: Any) -> Tile:
    """A map of these rows, which have a code."""
    found = dict(zip(SHAPES["code"], SHAPES["geometry"], strict=True))
    drawn = tuple((code, found[code]) for code in rows["code"])
    frame = rows.assign(klass=0.0, lon=4.35, lat=52.05, label="", selected=False)
    spec = choropleth.spec(drawn, ("alles",), ("#a38bcb",), title="Kaart")
    drawing = Drawing(spec, pa.Table.from_pandas(frame, preserve_index=False), is_map=True)
    body = (("Tuinwijk", "67%"), ("Kade", "verborgen"))
    return tile(**{"drawing": drawing, "header": ("Gebied", "Cijfer"), "body": body} | changes)


def counted() -> Tile:
    """A map of something that people counted: no figure of the catalogue."""
    rows = pd.DataFrame(
        {
            "code": ["WK01", "WK02"],
            "name": ["Tuinwijk", "Kade"],
            "value": [67.0, None],
            "value_text": ["67%", "verborgen"],
        }
    )
    return on_map(rows, facts=EXAMPLE)


def figures() -> Tile:
    """A map of a figure of the catalogue, with one area without a figure."""
    rows = pd.DataFrame(
        {
            "code": ["WK01", "WK02"],
            "name": ["Tuinwijk", "Kade"],
            "value": [67.4, None],
            "value_text": ["67%", "te weinig antwoorden"],
            "missing": [None, "too_few"],
            "computed": [True, False],
            "example": [False, False],
            "sign": ["unfavourable", "unknown"],
            "word": ["ongunstiger", "geen vergelijking"],
            "certainty": ["model", "unknown"],
            "municipality_name": ["Den Haag"] * 2,
            "municipality_value": [57.0] * 2,
            "source": ["GGD"] * 2,
            "tbl": ["50090NED"] * 2,
            "licence": ["CC BY 4.0"] * 2,
            "note": [None, "let op"],
        }
    )
    codes = (("wijk", "zuidwest"), ("indicator", "eenzaam"), ("jaar", "2020"))
    return on_map(
        rows,
        codes=codes,
        body=(("Tuinwijk", "67% (ongunstiger)"), ("Kade", "te weinig antwoorden")),
    )
