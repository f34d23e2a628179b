"""How long the store takes for each of its questions."""

import time
from collections.abc import Callable
from statistics import median

from wijzer import catalog
from wijzer.store import areas, figures, population
from wijzer.store.database import open_figures


def query_times(rounds: int) -> dict[str, float]:
    """Median seconds for each question, over all neighbourhoods and a spread of indicators."""
    store = open_figures()
    places = [one.code for one in catalog.neighbourhoods().values()]
    indicators = list(catalog.indicators())[:: max(1, len(catalog.indicators()) // rounds)]
    codes = list(areas.areas(store)["code"])
    year = int(figures.newest(store))
    asked: dict[str, list[Callable[[], object]]] = {
        "profile": [lambda place=place: figures.profile(store, place) for place in places],
        "values": [lambda one=one: figures.values(store, one, year, codes) for one in indicators],
        "trend": [lambda one=one: figures.trend(store, one, places) for one in indicators],
        "years": [lambda one=one: figures.years(store, one) for one in indicators],
        "population": [lambda place=place: population.population(store, place) for place in places],
        "sources": [lambda: figures.sources(store)],
        "areas": [lambda: areas.areas(store)],
        "shapes": [lambda: areas.shapes(store, "buurten")],
    }
    found = {name: median(_timed(questions, rounds)) for name, questions in asked.items()}
    store.close()
    return found


def _timed(questions: list[Callable[[], object]], rounds: int) -> list[float]:
    times = []
    for turn in range(max(rounds, len(questions))):
        start = time.perf_counter()
        questions[turn % len(questions)]()
        times.append(time.perf_counter() - start)
    return times
