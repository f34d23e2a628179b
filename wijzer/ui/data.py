"""The cached door of the pages: one line per question, keyed on the build of the figures."""

from functools import cache
from typing import Any

import pandas as pd
import streamlit as st

from wijzer import catalog, publish
from wijzer.model import Area
from wijzer.store.database import Store, open_figures


@cache
def store() -> Store:
    """The store of this process; it follows a new build by itself."""
    return open_figures()


def version() -> str:
    """Which build of the figures is served now."""
    return store().version


def areas() -> dict[str, Area]:
    """See publish.areas."""
    return _areas(version())


def shapes(layer: str) -> pd.DataFrame:
    """See publish.shapes."""
    return _shapes(version(), layer)


def years(indicator: str) -> list[int]:
    """See publish.years."""
    return _years(version(), indicator)


def inhabitants(area: str) -> tuple[int | None, int | None]:
    """See publish.inhabitants."""
    return _inhabitants(version(), area)


def newest() -> int:
    """See publish.newest."""
    return _newest(version())


def sources() -> pd.DataFrame:
    """See publish.sources."""
    return _sources(version())


def profile(area: str, year: int | None = None) -> pd.DataFrame:
    """See publish.profile."""
    return _profile(version(), area, year)


def on_map(indicator: str, year: int, areas: tuple[str, ...]) -> pd.DataFrame:
    """See publish.on_map."""
    return _on_map(version(), indicator, year, areas)


def trend(indicator: str, areas: tuple[str, ...]) -> pd.DataFrame:
    """See publish.trend."""
    return _trend(version(), indicator, areas)


def columns(domain: str) -> pd.DataFrame:
    """See publish.columns: the three neighbourhoods and their subdistricts, for one domain."""
    return _columns(version(), domain)


def years_on_map(indicator: str, codes: tuple[str, ...]) -> list[int]:
    """Years in which any of these areas has a figure, oldest first."""
    rows = trend(indicator, codes)
    return sorted({int(year) for year in rows.loc[rows["value"].notna(), "year"]})


def build() -> dict[str, Any]:
    """See publish.build: version, built_at and data_date."""
    return _build(version())


def people(area: str) -> pd.DataFrame:
    """See publish.people."""
    return _people(version(), area)


@st.cache_data(max_entries=200, show_spinner=False)
def _profile(version: str, area: str, year: int | None) -> pd.DataFrame:
    return publish.profile(store(), area, year)


@st.cache_data(max_entries=500, show_spinner=False)
def _on_map(version: str, indicator: str, year: int, areas: tuple[str, ...]) -> pd.DataFrame:
    return publish.on_map(store(), indicator, year, areas)


@st.cache_data(max_entries=500, show_spinner=False)
def _trend(version: str, indicator: str, areas: tuple[str, ...]) -> pd.DataFrame:
    return publish.trend(store(), indicator, areas)


@st.cache_data(max_entries=100, show_spinner=False)
def _people(version: str, area: str) -> pd.DataFrame:
    return publish.people(store(), area)


@st.cache_resource(max_entries=2, show_spinner=False)
def _areas(version: str) -> dict[str, Area]:
    return publish.areas(store())


@st.cache_resource(max_entries=10, show_spinner=False)
def _shapes(version: str, layer: str) -> pd.DataFrame:
    return publish.shapes(store(), layer)


@st.cache_data(max_entries=200, show_spinner=False)
def _years(version: str, indicator: str) -> list[int]:
    return publish.years(store(), indicator)


@st.cache_data(max_entries=200, show_spinner=False)
def _inhabitants(version: str, area: str) -> tuple[int | None, int | None]:
    return publish.inhabitants(store(), area)


@st.cache_data(max_entries=2, show_spinner=False)
def _newest(version: str) -> int:
    return publish.newest(store())


@st.cache_data(max_entries=2, show_spinner=False)
def _sources(version: str) -> pd.DataFrame:
    return publish.sources(store())


@st.cache_data(max_entries=2, show_spinner=False)
def _build(version: str) -> dict[str, Any]:
    return publish.records(publish.build(store()))[0]


@st.cache_data(max_entries=12, show_spinner=False)
def _columns(version: str, domain: str) -> pd.DataFrame:
    places = catalog.neighbourhoods().values()
    wholes = {one.id: (one.code, one.name) for one in places}
    parts = {one.id: publish.subdistricts(areas(), one) for one in places}
    codes = {code for code, _ in wholes.values()} | {
        code for some in parts.values() for code in some
    }
    profiles = {code: profile(code) for code in codes}
    chosen = {code: rows[rows["domain"] == domain] for code, rows in profiles.items()}
    return publish.columns(wholes, parts, chosen)
