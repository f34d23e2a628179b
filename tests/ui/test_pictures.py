"""A picture and the table under it show what was published, no more and no less."""

import json
import re
from html import unescape

import pandas as pd
import pytest

from wijzer import catalog, publish
from wijzer.maps import scale
from wijzer.model import Area
from wijzer.store.database import Store
from wijzer.ui import map_pictures, pictures

DOMAINS = [one.id for one in (*catalog.DOMAINS, catalog.CONTEXT)]


@pytest.fixture(scope="module")
def places(real_store: Store) -> dict[str, Area]:
    """All areas by code."""
    return publish.areas(real_store)


def lines(table: str) -> list[list[str]]:
    """The cells of the body of a table, without tags."""
    rows = re.findall(r"<tr>(.*?)</tr>", table.split("<tbody>")[1], re.S)
    return [
        [
            unescape(re.sub(r"<[^>]+>", "", cell)).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row)
        ]
        for row in rows
    ]


@pytest.mark.parametrize("code", ["WK054609", "zuidwest", "BU04840307"])
def test_spine(real_store: Store, places: dict[str, Area], code: str) -> None:
    town = places[places[code].municipality or ""]
    every = publish.records(publish.profile(real_store, code))
    for domain in DOMAINS:
        rows = [row for row in every if row["domain"] == domain]
        made = pictures.of_spine(rows, places[code], town, domain)
        drawn = made.rows.to_pylist()
        assert [one["indicator"] for one in drawn] == [row["indicator"] for row in rows]
        assert [one["sign"] for one in drawn] == [row["sign"] for row in rows]
        for line, row in zip(lines(made.table), rows, strict=True):
            assert line[0] == row["name"]
            assert line[1].split(" ", 1)[0] == row["mark"]
            assert row["value_text"] in line[1] and line[1].endswith(row["word"])
            assert line[2] == row["municipality_text"]
            assert str(row["year"]) in line and row["tbl"] in line[-1]
        assert made.alternative.startswith(made.title)
        assert places[code].name in made.title


def test_map(real_store: Store, places: dict[str, Area]) -> None:
    one = catalog.neighbourhood("alphen-noord")
    codes = publish.buurten(places, one)
    rows = publish.on_map(real_store, "eenzaam-65plus", 2020, codes)
    wish = map_pictures.MapWish(
        "eenzaam-65plus", 2020, codes, "buurten", codes[0], "Kaart", 600, 400
    )
    made = map_pictures.of_map(rows, publish.shapes(real_store, "buurten"), wish)
    assert rows["value"].isna().any()
    for line, row in zip(lines(made.table), publish.records(rows), strict=True):
        assert line[0] == row["name"]
        assert row["value_text"] in line[1] and row["municipality_name"] in line[2]
    text = json.dumps(json.loads(made.deck.to_json()), ensure_ascii=False)
    for row in publish.records(rows):
        assert row["name"] in text
        assert row["value_text"] in text
    assert "NaN" not in made.deck.to_json()
    assert "http" not in made.deck.to_json().replace("http://www.w3.org", "")
    assert len(made.legend) >= 2


def test_maps_side_by_side_share_their_classes(real_store: Store, places: dict[str, Area]) -> None:
    """Trap: the same figure in two colours in two views."""
    indicator = catalog.indicator("eenzaam")
    layers = {
        id: publish.on_map(real_store, "eenzaam", 2020, publish.buurten(places, one))
        for id, one in catalog.neighbourhoods().items()
    }
    found = scale.classes(pd.concat(layers.values())["value"], indicator.unit, indicator.decimals)
    shapes = publish.shapes(real_store, "buurten")
    seen: dict[float, set[float]] = {}
    for rows in layers.values():
        made = pictures.of_drawn_map(rows, shapes, found, indicator.name, "Kaart")
        for row in made.rows.to_pylist():
            seen.setdefault(row["value"], set()).add(row["klass"])
    assert len(seen) > 20
    known = sorted(value for value in seen if value == value and value is not None)
    order = [min(seen[value]) for value in known]
    assert all(len(seen[value]) == 1 for value in known)
    assert order == sorted(order)


def test_column_has_every_mark_in_its_table(real_store: Store, places: dict[str, Area]) -> None:
    one = catalog.neighbourhood("zuidwest")
    codes = [one.code, *one.parts]
    frames = {code: publish.profile(real_store, code) for code in codes}
    chosen = {code: rows[rows["domain"] == "leefstijl"] for code, rows in frames.items()}
    rows = publish.columns({one.id: (one.code, one.name)}, {one.id: one.parts}, chosen)
    made = pictures.of_column(rows, "leefstijl", one.name, "Den Haag", 2)
    assert len(lines(made.table)) == len(rows) == made.rows.num_rows
    for line, row in zip(lines(made.table), publish.records(rows), strict=True):
        assert row["name"] in line and row["text"] in line


def test_trend_names_every_year_and_line(real_store: Store, places: dict[str, Area]) -> None:
    codes = ("WK051836", "GM0518", "NL00")
    rows = publish.trend(real_store, "eenzaam", codes)
    town = places["GM0518"]
    made = pictures.of_trend(rows, catalog.indicator("eenzaam"), places["WK051836"], town, 2)
    found = lines(made.table)
    assert [line[0] for line in found] == sorted({str(year) for year in rows["year"]}, reverse=True)
    shown = {cell for line in found for cell in line[1:]}
    assert set(rows["value_text"]) <= shown
