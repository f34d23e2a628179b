"""One indicator in full: sentence, map, trend, definition, how sure, and the figures to keep."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.charts import trend
from wijzer.maps import scale
from wijzer.model import Indicator, Sign
from wijzer.ui import choice, data, map_view, said, tables
from wijzer.ui.places import Place

COUNTRY = "NL00"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The indicator and year in view, with the row of the profile that goes with them."""

    one: Indicator
    year: int
    row: publish.Row


def choose(place: Place, rows: pd.DataFrame) -> Chosen:
    """Indicator, then year; both in the URL. The default is what stands out most."""
    st.header(texts.FIGURE_TITLE)
    names = {
        row["indicator"]: f"{name}: {row['name']}"
        for name, part in said.by_domain(rows)
        for row in publish.records(part)
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        id = choice.select(
            "indicator", texts.INDICATOR, names, _most_telling(rows), elsewhere=catalog.indicators()
        )
        newest = int(rows.loc[rows["indicator"] == id, "year"].iloc[0])
        years = {str(year): str(year) for year in _years(place, id, newest)}
        known = [str(year) for year in data.years(id)]
        year = int(choice.buttons("jaar", texts.YEAR, years, str(newest), elsewhere=known))
    row = rows[rows["indicator"] == id]
    if year != newest:
        earlier = data.profile(place.area.code, year)
        row = earlier[earlier["indicator"] == id]
    return Chosen(catalog.indicator(id), year, publish.records(row)[0])


def _most_telling(rows: pd.DataFrame) -> str:
    found = publish.stand_out(rows, Sign.UNFAVOURABLE, 1)
    return str((rows if found.empty else found)["indicator"].iloc[0])


def _years(place: Place, indicator: str, newest: int) -> list[int]:
    """Years in which the area has a row of its own, whatever else was measured."""
    rows = data.trend(indicator, (place.area.code,))
    return sorted({*rows["year"].astype(int), newest})


def message(chosen: Chosen) -> None:
    """What the figure says, and what it is worth."""
    said.lead(chosen.row["sentence"], said.worth(chosen.row))
    if chosen.row["note"]:
        said.note(chosen.row["note"])


def on_map(place: Place, chosen: Chosen) -> None:
    """The map of buurten or subdistricts; a click chooses an area; under it the same as a table."""
    layers = {"buurten": texts.MAP_BUURTEN, "subdistricts": texts.MAP_PARTS}
    if place.subdistricts == place.buurten:
        layers.pop("subdistricts")
    found = {layer: _on_layer(place, chosen, layer) for layer in layers}
    default = next(
        (layer for layer, rows in found.items() if rows["value"].notna().any()), "buurten"
    )
    layer = choice.buttons("kaart", texts.MAP, layers, default, elsewhere=("subdistricts",))
    rows, shapes = found[layer], data.shapes(layer)
    title = texts.MAP_ALT.format(
        indicator=chosen.one.name, jaar=chosen.year, gebied=place.neighbourhood.name
    )
    found_classes = scale.classes(rows["value"], chosen.one.unit, chosen.one.decimals)
    map_view.show(rows, shapes, found_classes, place.area.code, title)
    with st.expander(texts.AS_TABLE):
        tables.show(title, texts.MAP_HEADER, [_map_row(row) for row in publish.records(rows)])
    with st.container(horizontal=True):
        name = f"{place.neighbourhood.id}-{chosen.one.id}-{chosen.year}"
        said.download(
            texts.TAKE_CSV, publish.csv, (_with_facts(rows, chosen),), f"{name}-{layer}.csv"
        )
        said.download(texts.TAKE_MAP, publish.geojson, (rows, shapes, chosen.one.id, chosen.year),
                  f"{name}-{layer}.geojson")  # fmt: skip


def _on_layer(place: Place, chosen: Chosen, layer: str) -> pd.DataFrame:
    codes = place.buurten if layer == "buurten" else place.subdistricts
    return data.on_map(chosen.one.id, chosen.year, codes)


def _with_facts(rows: pd.DataFrame, chosen: Chosen) -> pd.DataFrame:
    return rows.assign(
        indicator=chosen.one.name,
        year=chosen.year,
        unit=chosen.one.unit,
        method=chosen.one.method.value,
        population=chosen.one.population,
    )


def _map_row(row: publish.Row) -> list[str | tables.Cell]:
    sign = Sign(row["sign"])
    return [
        row["name"],
        tables.Cell(row["value_text"], row["mark"], sign, row["word"]),
        f"{row['municipality_name']} {row['municipality_text']}",
    ]


def through_time(place: Place, chosen: Chosen) -> None:
    """The trend of the area, its municipality and the Netherlands, with breaks."""
    codes = tuple(dict.fromkeys((place.area.code, place.municipality.code, COUNTRY)))
    rows = data.trend(chosen.one.id, codes)
    title = texts.TREND_ALT.format(indicator=chosen.one.name, gebied=place.area.name)
    st.subheader(texts.TREND_TITLE)
    said.note(_trend_words(rows, chosen.one))
    _draw_trend(place, chosen.one, rows, title)
    with st.expander(texts.AS_TABLE):
        header, body = _wide(rows)
        tables.show(title, header, body)


def _draw_trend(place: Place, one: Indicator, rows: pd.DataFrame, title: str) -> None:
    kinds = {place.municipality.code: "municipality", COUNTRY: "country"}
    low = trend.floor(rows["value"])
    years = tuple(sorted({int(year) for year in rows["year"]}))
    points = rows.rename(columns={"name": "area_name"}).assign(
        kind=[kinds.get(code, "area") for code in rows["area"]]
    )
    stops = pd.DataFrame(
        [
            {"kind": "break", "year": stop.year, "reason": stop.reason}
            for stop in one.breaks
            if years[0] < stop.year <= years[-1]
        ]
    )
    frame = trend.labelled(pd.concat([points, stops], ignore_index=True), low)
    spec = trend.spec(one.unit, one.decimals, years, low, place.position)
    st.vega_lite_chart(frame, spec, alt=title)


def _trend_words(rows: pd.DataFrame, one: Indicator) -> str:
    breaks = [texts.BREAK.format(jaar=stop.year, reden=stop.reason) for stop in one.breaks]
    if rows["year"].nunique() < 2:
        breaks.insert(0, texts.ONE_YEAR)
    return " ".join(breaks or [texts.TREND_HELP])


def _wide(rows: pd.DataFrame) -> tuple[list[str], list[list[str]]]:
    years = sorted(set(rows["year"]), reverse=True)
    text = dict(zip(zip(rows["name"], rows["year"], strict=True), rows["value_text"], strict=True))
    names = list(dict.fromkeys(rows["name"]))
    body = [
        [str(year), *(text.get((name, year), texts.NO_FIGURE) for name in names)] for year in years
    ]
    return [texts.YEAR, *names], body


def about(place: Place, chosen: Chosen) -> None:
    """Definition, and how sure the sign is under the other rules in use."""
    with st.expander(texts.DEFINITION):
        said.definition(chosen.one)
    with st.expander(texts.HOW_SURE):
        _how_sure(place, chosen)


def _how_sure(place: Place, chosen: Chosen) -> None:
    found = publish.outcomes(chosen.row)
    own = found[0].sign
    other = [one for one in found[1:] if one.sign not in (own, Sign.UNKNOWN)]
    st.markdown(texts.flips(len(other), len([o for o in found[1:] if o.sign is not Sign.UNKNOWN])))
    tables.show(
        texts.HOW_SURE_TABLE,
        texts.HOW_SURE_HEADER,
        [[one.rule, tables.Cell(one.word, one.mark, one.sign), one.why] for one in found],
    )
    needed = publish.respondents_needed(chosen.row)
    if needed is not None:
        people, _ = data.inhabitants(place.area.code)
        st.markdown(texts.needed(needed, people, place.area.name, place.municipality.name))


def source(place: Place, chosen: Chosen) -> None:
    """Where the figure comes from."""
    said.source(pd.DataFrame([chosen.row]), chosen.one, place.municipality.name)
