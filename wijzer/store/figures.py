"""Questions about figures. Every answer carries its source, table and licence.

Everywhere: `value` is in the indicator's unit with full precision and missing (NaN) exactly
when `missing` (model.Missing) says why; `computed` marks a figure that we derived from the
parts of a neighbourhood; `example` marks an invented one; `tbl` is the table at the source.
"""

import pandas as pd

from wijzer.store.database import Store

_PROFILE = """
SELECT * EXCLUDE (area, shown)
FROM figures.comparison
WHERE area = $area AND shown
ORDER BY indicator
"""

_PROFILE_UNTIL = """
SELECT * EXCLUDE (area, shown)
FROM figures.comparison
WHERE area = $area AND year <= $year
QUALIFY row_number() OVER (
    PARTITION BY indicator
    ORDER BY value IS NULL, value IS NULL OR municipality_value IS NULL, year DESC
) = 1
ORDER BY indicator
"""


def profile(store: Store, area: str, year: int | None = None) -> pd.DataFrame:
    """What is known of one area: one row per indicator that has any row for it.

    Which year: the newest in which the area has a value and its municipality has one in the
    same table; else the newest with a value; else the newest row. With `year`: none later.

    Columns: indicator, year, value, missing, computed, n (people who answered, mostly not
    published), example, source, tbl, licence, note; benchmarks of the same indicator, year and
    table: municipality_value (missing for a municipality itself), country_value,
    municipality_n; and over all CBS wijken of the municipality with a value, if at least five:
    wijken_n, wijken_min, wijken_p25, wijken_median, wijken_p75 (linear between ranks),
    wijken_max, wijken_mean, wijken_sd (population form). No rows for an unknown area.
    """
    if year is None:
        return store.query(_PROFILE, area=area)
    return store.query(_PROFILE_UNTIL, area=area, year=year)


_ALL_YEARS = """
SELECT * EXCLUDE (area, shown)
FROM figures.comparison
WHERE area = $area AND indicator = $indicator
ORDER BY year
"""


def all_years(store: Store, area: str, indicator: str) -> pd.DataFrame:
    """Every year of one indicator in one area, oldest first; columns as `profile`."""
    return store.query(_ALL_YEARS, area=area, indicator=indicator)


_VALUES = """
SELECT m.area, a.name, m.value, m.missing, m.computed, m.n, m.example, m.source, m.tbl,
       m.licence, m.note
FROM figures.measurement m
JOIN figures.area a ON a.code = m.area
WHERE m.indicator = $indicator AND m.year = $year AND m.area IN (SELECT unnest($areas))
ORDER BY m.area
"""


def values(store: Store, indicator: str, year: int, areas: list[str]) -> pd.DataFrame:
    """One indicator in one year for the areas asked that have a row, by area code.

    Columns: area, name, value, missing, computed, n, example, source, tbl, licence, note.
    """
    return store.query(_VALUES, indicator=indicator, year=year, areas=list(areas))


_TREND = """
SELECT m.area, a.name, m.year, m.value, m.missing, m.computed, m.n, m.tbl, m.source
FROM figures.measurement m
JOIN figures.area a ON a.code = m.area
WHERE m.indicator = $indicator AND m.area IN (SELECT unnest($areas))
ORDER BY m.area, m.year
"""


def trend(store: Store, indicator: str, areas: list[str]) -> pd.DataFrame:
    """One indicator through the years for the areas asked, by area and year.

    Columns: area, name, year, value, missing, computed, n, tbl, source. Breaks: see the catalogue.
    """
    return store.query(_TREND, indicator=indicator, areas=list(areas))


_YEARS = """
SELECT DISTINCT year
FROM figures.measurement
WHERE indicator = $indicator AND value IS NOT NULL
ORDER BY year
"""


def years(store: Store, indicator: str) -> list[int]:
    """Years in which any area has a value of this indicator, oldest first."""
    return [int(year) for year in store.query(_YEARS, indicator=indicator)["year"]]


_NEWEST = """
SELECT max(year) AS year
FROM figures.measurement
WHERE value IS NOT NULL AND NOT example
"""


def newest(store: Store) -> int:
    """The newest year of any real figure."""
    return int(store.query(_NEWEST)["year"].iloc[0])


_SOURCES = """
SELECT source, tbl, licence,
       count(DISTINCT indicator)::INTEGER AS indicators, count(*)::INTEGER AS rows,
       min(year) AS first_year, max(year) AS last_year
FROM figures.measurement
WHERE NOT computed
GROUP BY ALL
ORDER BY source, tbl, licence
"""


def sources(store: Store) -> pd.DataFrame:
    """Where the figures come from: one row per source, table and licence; no computed rows.

    Columns: source, tbl, licence, indicators, rows, first_year, last_year.
    """
    return store.query(_SOURCES)


_BUILD = """
SELECT version, built_at, data_date
FROM figures.build
"""


def build(store: Store) -> pd.DataFrame:
    """Which build this is, one row: version, built_at (UTC), data_date (newest change in data/)."""
    return store.query(_BUILD)
