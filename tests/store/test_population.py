"""Inhabitants as they come out of the store."""

from wijzer.store import population
from wijzer.store.database import Store


def rows(store: Store, area: str, year: int | None = None) -> list[list[object]]:
    """Total rows of an area as plain lists."""
    found = population.population(store, area, year)
    chosen = found[found["trait"].isin(["total", "age"])]
    columns = ["trait", "category", "count", "missing", "computed", "rounding", "year"]
    plain: list[list[object]] = chosen[columns].astype(object).fillna("").values.tolist()
    return plain


def test_newest_year_differs_per_trait(tiny_store: Store) -> None:
    assert rows(tiny_store, "WK990102") == [
        ["age", "0-15", 200.0, "", False, 5, 2020],
        ["age", "15-25", 100.0, "", False, 5, 2020],
        ["age", "25-45", 300.0, "", False, 5, 2020],
        ["age", "45-65", 250.0, "", False, 5, 2020],
        ["age", "65+", 150.0, "", False, 5, 2020],
        ["total", "all", 1010.0, "", False, 5, 2021],
    ]


def test_whole_is_the_sum_of_its_parts(tiny_store: Store) -> None:
    found = rows(tiny_store, "noord", 2020)

    assert found[0] == ["age", "0-15", 250.0, "", True, 10, 2020]
    assert found[-1] == ["total", "all", 1500.0, "", True, 10, 2020]


def test_a_year_without_count_gives_way_to_one_with(tiny_store: Store) -> None:
    # BU99010202 has no total in 2021.
    assert rows(tiny_store, "BU99010202")[-1] == ["total", "all", 450.0, "", False, 5, 2020]


def test_one_trait_through_time(tiny_store: Store) -> None:
    found = population.through_time(tiny_store, "BU99010202", "total")

    assert found[["year", "count", "missing"]].astype(object).fillna("").values.tolist() == [
        [2020, 450.0, ""],
        [2021, "", "not_published"],
    ]
