"""The three neighbourhoods side by side: to learn, not to rank."""

from typing import Any

import pandas as pd
import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.charts import choropleth
from wijzer.charts import columns as columns_chart
from wijzer.maps import scale
from wijzer.model import Indicator, Neighbourhood, Sign
from wijzer.ui import choice, data, map_view, places, said, tables


def opening() -> str:
    """Title and domain. Returns the domain in view."""
    st.title(texts.COMPARE_TITLE)
    said.lead(texts.COMPARE_LEAD, texts.COMPARE_WORTH)
    names = {one.id: one.name for one in (*catalog.DOMAINS, catalog.CONTEXT)}
    return choice.buttons("domein", texts.DOMAIN, names)


def columns(domain: str) -> None:
    """Three columns on one scale, with what differs between the areas said in words."""
    rows = data.columns(domain)
    st.header(texts.COLUMNS_TITLE)
    said.note(texts.COLUMNS_HELP)
    found = list(catalog.neighbourhoods().values())
    for position, (cell, one) in enumerate(zip(st.columns(len(found)), found, strict=True)):
        municipality = data.areas()[one.municipality].name
        with cell:
            st.subheader(one.name)
            said.note(texts.NEXT_TO.format(gemeente=municipality))
            st.vega_lite_chart(
                rows[rows["neighbourhood"] == one.id],
                columns_chart.spec(one.name, municipality, position),
                alt=texts.COMPARE_ALT.format(domein=_name(domain), wijk=one.name),
                **choice.from_picture("indicator", f"kolom-{one.id}", _clicked),
            )
    flagged = rows.drop_duplicates("indicator")
    for row in publish.records(flagged[flagged["flag"] != ""]):
        said.note(f"{row['name']}: {row['flag']}")


def _clicked(selection: dict[str, Any]) -> str | None:
    rows = selection.get("kies") or []
    return rows[0].get("indicator") if rows else None


def _name(domain: str) -> str:
    return next(one.name for one in (*catalog.DOMAINS, catalog.CONTEXT) if one.id == domain)


def heat(domain: str) -> None:
    """Every figure of every area with its sign; numbers in the cells."""
    st.header(texts.HEAT_TITLE)
    said.note(texts.HEAT_HELP)
    areas = [code for one in catalog.neighbourhoods().values() for code in _codes(one)]
    rows = {
        code: {row["indicator"]: row for row in publish.records(data.profile(code))}
        for code in areas
    }
    names = data.areas()
    tables.show(
        texts.HEAT_ALT.format(domein=_name(domain)),
        [texts.INDICATOR, *(names[code].name for code in areas)],
        [
            [one.name, *(_cell(rows[code].get(one.id)) for code in areas)]
            for one in catalog.of_domain(domain)
        ],
    )


def _codes(one: Neighbourhood) -> tuple[str, ...]:
    """The whole, then its subdistricts."""
    return (one.code, *places.subdistricts(one))


def _cell(row: publish.Row | None) -> str | tables.Cell:
    if row is None:
        return texts.NO_FIGURE
    return tables.Cell(row["value_text"], row["mark"], Sign(row["sign"]), row["word"])


def maps(domain: str) -> None:
    """One indicator on three maps with the same classes."""
    st.header(texts.MAPS_TITLE)
    one, year = _figure(domain)
    layers = {id: data.on_map(one.id, year, places.buurten(place))
              for id, place in catalog.neighbourhoods().items()}  # fmt: skip
    together = pd.concat(layers.values())
    found = scale.classes(together["value"], one.unit, one.decimals)
    for column, (id, rows) in zip(
        st.columns(len(layers), gap="medium"), layers.items(), strict=True
    ):
        with column:
            _map(catalog.neighbourhood(id), one, year, rows, found)
    with st.expander(texts.AS_TABLE):
        tables.show(one.name, texts.MAP_HEADER, [_row(row) for row in publish.records(together)])


def _figure(domain: str) -> tuple[Indicator, int]:
    names = {one.id: one.name for one in catalog.of_domain(domain)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        id = choice.select("indicator", texts.INDICATOR, names, elsewhere=catalog.indicators())
        codes = tuple(
            code for one in catalog.neighbourhoods().values() for code in places.buurten(one)
        )
        years_known = [str(year) for year in data.years(id)]
        years = [str(year) for year in data.years_on_map(id, codes)]
        year = choice.buttons(
            "jaar", texts.YEAR, dict(zip(years, years, strict=True)), years[-1], years_known
        )
    return catalog.indicator(id), int(year)


def _map(
    place: Neighbourhood, one: Indicator, year: int, rows: pd.DataFrame, found: scale.Classes
) -> None:
    municipality = data.areas()[place.municipality].name
    title = texts.MAP_ALT.format(indicator=one.name, jaar=year, gebied=place.name)
    st.subheader(place.name)
    said.note(
        texts.MAP_AGAINST.format(gemeente=municipality, waarde=rows["municipality_text"].iloc[0])
    )
    shapes = data.shapes("buurten").set_index("code").loc[list(rows["code"])]
    drawn = tuple(zip(rows["code"], shapes["geometry"], strict=True))
    frame = rows.assign(
        klass=map_view.classes_of(rows["value"], found),
        lon=shapes["lon"].to_numpy(),
        lat=shapes["lat"].to_numpy(),
        label="",
    )
    spec = choropleth.spec(drawn, found.labels, found.colours, bool(rows["value"].isna().any()))
    st.vega_lite_chart(frame, spec, alt=title)


def _row(row: publish.Row) -> list[str | tables.Cell]:
    return [
        row["name"],
        tables.Cell(row["value_text"], row["mark"], Sign(row["sign"]), row["word"]),
        f"{row['municipality_name']} {row['municipality_text']}",
    ]
