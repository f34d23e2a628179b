"""How a sentence, its worth and its source look: the same on every page."""

from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from wijzer import catalog, publish, texts
from wijzer.model import Certainty, Fact, Indicator, Sign

_COLOUR = {Sign.FAVOURABLE: "blue", Sign.UNFAVOURABLE: "orange"}


def lead(sentence: str, worth: str = "") -> None:
    """The message of a page or picture, large, and under it what it is worth."""
    small = f'<p class="wz-worth">{escape(worth)}</p>' if worth else ""
    st.html(f'<p class="wz-lead">{escape(sentence)}</p>{small}')


def worth(row: publish.Row) -> str:
    """What the figure in a row of a profile is worth, in one or two sentences."""
    if pd.isna(row["value"]):
        return ""
    said = [texts.CERTAINTY_SENTENCE[Certainty(row["certainty"])]]
    return " ".join([*said, texts.COMPUTED] if row["computed"] else said)


def source(rows: pd.DataFrame, one: Indicator, municipality: str) -> None:
    """Source, table, year, population, method and benchmark under a picture."""
    real = rows[rows["value"].notna()] if rows["value"].notna().any() else rows
    tables = texts.enumerate_words(sorted(set(real["tbl"])))
    years = texts.enumerate_words([str(year) for year in sorted(set(real["year"]))])
    note(
        texts.SOURCE_LINE.format(
            bron=one.source,
            tabel=tables,
            jaar=years,
            wie=one.population,
            methode=texts.METHOD_WORD[one.method],
            gemeente=municipality,
        )
    )


def note(text: str) -> None:
    """Small print under a picture."""
    st.html(f'<p class="wz-source">{escape(text)}</p>')


def fact(one: Fact) -> None:
    """A paragraph with the page it was published on."""
    st.markdown(one.text)
    origin(one.source.text, one.source.url)


def origin(name: str, url: str) -> None:
    """The page that something was published on."""
    where = f"[{name}]({url})" if url else name
    st.markdown(f":small[:gray[{texts.SOURCE}: {where}]]")


def download(label: str, make: Callable[..., bytes], args: tuple[Any, ...], name: str) -> None:
    """A file that is only made when somebody asks for it."""
    st.download_button(label, lambda: make(*args), name, on_click="ignore", key=f"neem-{name}")


def label(row: publish.Row) -> str:
    """A row of a profile as the label of a button: mark, name, value and benchmark."""
    sign = Sign(row["sign"])
    colour = _COLOUR.get(sign, "gray")
    values = texts.AGAINST.format(waarde=row["value_text"], gemeente=row["municipality_text"])
    return f":{colour}[**{row['mark']}**] {row['name']} · {values}"


def definition(one: Indicator) -> None:
    """Everything the catalogue knows of an indicator."""
    st.markdown(f"**{one.name}**  \n{one.question}")
    facts = {
        texts.DEFINITION_WHO: one.population,
        texts.DEFINITION_UNIT: one.unit,
        texts.DEFINITION_WAY: texts.DIRECTION_SENTENCE[one.direction],
        texts.DEFINITION_METHOD: texts.METHOD_SENTENCE[one.method],
        texts.DEFINITION_WEIGHT: texts.WEIGHT_SENTENCE[one.weight],
        texts.DEFINITION_SOURCE: f"{one.source}, {one.table}",
        texts.DEFINITION_LICENCE: one.licence,
    }
    if one.breaks:
        facts[texts.DEFINITION_BREAKS] = " ".join(
            texts.BREAK.format(jaar=stop.year, reden=stop.reason) for stop in one.breaks
        )
    if one.note:
        facts[texts.DEFINITION_NOTE] = one.note
    st.markdown("\n".join(f"- **{name}:** {text}" for name, text in facts.items()))
    if one.url:
        st.markdown(f"[{texts.TO_SOURCE}]({one.url})")


def by_domain(rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The rows of a profile in the five domains and the population context, empty ones too."""
    return [
        (one.name, rows[rows["domain"] == one.id]) for one in (*catalog.DOMAINS, catalog.CONTEXT)
    ]
