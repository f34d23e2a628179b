"""Who lives in an area."""

import pandas as pd

from wijzer.store.database import Store

_POPULATION = """
SELECT trait, category, count, missing, computed, rounding, year, source, tbl, licence
FROM figures.population
WHERE area = $area AND ($year IS NULL OR year <= $year)
QUALIFY year = max(year) FILTER (count IS NOT NULL) OVER (PARTITION BY trait)
     OR (count(count) OVER (PARTITION BY trait) = 0 AND year = max(year) OVER (PARTITION BY trait))
ORDER BY trait, category
"""


def population(store: Store, area: str, year: int | None = None) -> pd.DataFrame:
    """Inhabitants, households, dwellings and land of one area, one row per trait and category.

    Per trait the newest year with any count (with `year`: none later); so traits can differ in
    year. Columns: trait, category, count (people, households, dwellings or hectares), missing,
    computed (a sum of parts), rounding (5: published in fives; of a sum: of its parts
    together; 0: not rounded), year, source, tbl, licence.
    """
    return store.query(_POPULATION, area=area, year=year)


_THROUGH_TIME = """
SELECT year, category, count, missing, computed, rounding, source, tbl, licence
FROM figures.population
WHERE area = $area AND trait = $trait
ORDER BY year, category
"""


def through_time(store: Store, area: str, trait: str) -> pd.DataFrame:
    """One trait of one area through the years: year, category, count, missing, computed,
    rounding, source, tbl, licence."""
    return store.query(_THROUGH_TIME, area=area, trait=trait)
