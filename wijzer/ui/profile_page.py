"""The parts of the profile that are about the area as a whole."""

from typing import Any

import pandas as pd
import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.charts import bands, spine
from wijzer.model import Sign
from wijzer.ui import choice, data, said, tables
from wijzer.ui.places import Place

MOST = 3
"""Figures that stand out, on each side, in each domain."""


def opening(place: Place, rows: pd.DataFrame) -> None:
    """How many figures are better and worse than the municipality."""
    count = rows["sign"].value_counts()
    st.title(texts.PROFILE_TITLE.format(gebied=place.area.name))
    said.lead(
        texts.count_of(
            int(count.get(Sign.FAVOURABLE, 0)),
            int(count.get(Sign.UNFAVOURABLE, 0)),
            len(rows),
            place.area.name,
            place.municipality.name,
        ),
        texts.PROFILE_WORTH,
    )


def story(place: Place) -> None:
    """The story of the neighbourhood and its thread, as published; the rest one click away."""
    one = place.neighbourhood
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(texts.STORY_TITLE.format(wijk=one.name))
        for paragraph in one.story[:1]:
            said.fact(paragraph)
    with right:
        st.subheader(texts.THREAD)
        st.markdown("\n".join(f"- {thread.text}" for thread in one.threads))
        for name, url in dict.fromkeys((fact.source.text, fact.source.url) for fact in one.threads):
            said.origin(name, url)
    with st.expander(texts.STORY_MORE.format(wijk=one.name)):
        for paragraph in one.story[1:]:
            said.fact(paragraph)


def domains(place: Place, rows: pd.DataFrame) -> None:
    """Per domain the figures that stand out on each side; a click shows the figure below."""
    st.header(texts.DOMAINS_TITLE)
    said.note(texts.DOMAINS_HELP.format(gemeente=place.municipality.name))
    for column, domain in zip(_cells(len(catalog.DOMAINS)), catalog.DOMAINS, strict=True):
        with column:
            st.subheader(domain.name)
            _standing_out(rows[rows["domain"] == domain.id])


def _cells(count: int) -> list[st.delta_generator.DeltaGenerator]:
    return [cell for start in range(0, count, 3) for cell in st.columns(3)][:count]


def _standing_out(rows: pd.DataFrame) -> None:
    sides = [publish.stand_out(rows, sign, MOST) for sign in (Sign.FAVOURABLE, Sign.UNFAVOURABLE)]
    found = pd.concat(sides)
    if found.empty:
        said.note(texts.NOTHING_STANDS_OUT)
    with st.container(gap="xxsmall"):
        for row in publish.records(found):
            st.button(
                said.label(row),
                key=f"kies-{row['indicator']}",
                type="tertiary",
                wrap=True,
                on_click=choice.put,
                args=("indicator", row["indicator"]),
            )


def all_figures(place: Place, rows: pd.DataFrame) -> None:
    """The spine of every indicator, by domain, and the same as a table."""
    st.header(texts.SPINE_TITLE.format(gebied=place.area.name))
    said.note(texts.SPINE_HELP.format(gemeente=place.municipality.name))
    names = {one.id: one.name for one in (*catalog.DOMAINS, catalog.CONTEXT)}
    domain = choice.buttons("domein", texts.DOMAIN, names)
    chosen = rows[rows["domain"] == domain].reset_index(drop=True)
    chosen = chosen.assign(order=chosen.index, domain_name=names[domain])
    st.vega_lite_chart(
        chosen[_SPINE],
        spine.spec(place.area.name, place.municipality.name),
        alt=texts.SPINE_ALT.format(gebied=place.area.name, domein=names[domain]),
        **choice.from_picture("indicator", "spine", _clicked),
    )
    with st.expander(texts.AS_TABLE):
        tables.show(
            texts.SPINE_ALT.format(gebied=place.area.name, domein=names[domain]),
            texts.PROFILE_HEADER.format(
                gebied=place.area.name, gemeente=place.municipality.name
            ).split("|"),
            [_table_row(row) for row in publish.records(chosen)],
        )


_SPINE = ["order", "indicator", "name", "domain_name", "sign", "mark", "word", "year", "direction",
          "value_text", "municipality_text", "country_text", "difference_text", "has_spread",
          "x", "x_min", "x_p25", "x_p75", "x_max", "x_country"]  # fmt: skip


def _clicked(selection: dict[str, Any]) -> str | None:
    rows = selection.get("kies") or []
    return rows[0].get("indicator") if rows else None


def _table_row(row: publish.Row) -> list[str | tables.Cell]:
    sign = Sign(row["sign"])
    return [
        row["name"],
        tables.Cell(row["value_text"], row["mark"], sign, row["word"]),
        row["municipality_text"],
        row["difference_text"],
        row["country_text"],
        str(row["year"]),
        f"{row['source']}, {row['tbl']}",
    ]


def take_along(place: Place, rows: pd.DataFrame) -> None:
    """Every figure of the area as a file."""
    said.download(
        texts.TAKE_ALL,
        publish.csv,
        (rows,),
        f"profiel-{place.neighbourhood.id}-{place.area.code}.csv",
    )


def people(place: Place) -> None:
    """Who live here: bands by age and further traits, beside the municipality."""
    st.header(texts.PEOPLE_TITLE.format(gebied=place.area.name))
    rows = data.people(place.area.code)
    traits = {id: name for id, name in texts.TRAIT_WORD.items() if (rows["trait"] == id).any()}
    if not traits:
        said.note(texts.NO_PEOPLE)
        return
    trait = choice.buttons("bevolking", texts.PEOPLE_CHOICE, traits)
    chosen = rows[rows["trait"] == trait]
    title = texts.PEOPLE_ALT.format(
        kenmerk=traits[trait].lower(), gebied=place.area.name, gemeente=place.municipality.name
    )
    spec = bands.spec(place.area.name, place.municipality.name, place.position)
    st.vega_lite_chart(chosen.rename(columns={"category_name": "name"}), spec, alt=title)
    with st.expander(texts.AS_TABLE):
        tables.show(title, texts.PEOPLE_HEADER, _people_rows(chosen))
    said.note(texts.PEOPLE_SOURCE.format(jaar=max(chosen["year"]), tabel=chosen["tbl"].iloc[0]))


def _people_rows(rows: pd.DataFrame) -> list[list[str]]:
    return [
        [row["category_name"], row["area_name"], row["share_text"], row["count_text"]]
        for row in publish.records(rows.sort_values(["order", "role"]))
    ]
