"""What is hidden: from a published case to what the program says, by topic."""

from collections.abc import Callable
from typing import Any

from wijzer import catalog, texts
from wijzer.ingest import pdok, sources
from wijzer.stats import suppression
from wijzer.stats.disclosure import Sum, protect, recoverable
from wijzer.stats.suppression import Boundary, Side

Given = dict[str, Any]

TOTAL = "total"
# What data/sources.toml says of a code, in the words of CBS.
IN_WORDS_OF_CBS = {
    "": None,
    "Geheim of niet aanwezig bij het CBS.": "geheim of niet aanwezig",
    "Komt volgens het CBS in een latere versie.": "volgt in latere versie",
    "Geeft het CBS niet meer.": "niet meer gepubliceerd",
}


def vector(given: Given) -> Any:
    cells, limit = given["cells"], given["threshold"]
    every = {**cells, TOTAL: given["total"]}
    hidden = protect(every, [Sum(TOTAL, tuple(cells))], threshold=limit)
    primary = [name for name in cells if suppression.primary(cells[name], limit)]
    return {
        "primary": primary,
        "secondary": [name for name in every if name in hidden and name not in primary],
        "published": {name: count for name, count in every.items() if name not in hidden},
    }


def solvable(given: Given) -> Any:
    shape = given.get("shape") or (len(given["table"]), len(given["table"][0]))
    found = recoverable({tuple(cell) for cell in given["hidden"]}, grid(*shape))
    return {"recoverable": sorted(map(list, found))}


def grid(rows: int, columns: int) -> list[Sum]:
    """The sums of a table with margins, its cells named by row and column."""
    across = [Sum(f"row {r}", tuple((r, c) for c in range(columns))) for r in range(rows)]
    down = [Sum(f"column {c}", tuple((r, c) for r in range(rows))) for c in range(columns)]
    both = [Sum(TOTAL, tuple(one.total for one in line)) for line in (across, down)]
    return [*across, *down, *both]


def share(given: Given) -> Any:
    allowed = suppression.count_of_share(given["k"], given["n"], given["threshold"])
    return {"publish_count": allowed}


def extreme(given: Given) -> Any:
    found = suppression.beyond(given["k"], given["n"])
    if found is None:
        return {"display": f"{texts.number(100 * given['k'] / given['n'])}%"}
    sign = "<" if found.side is Side.BELOW else ">"
    return {"display": f"{sign} {texts.number(100 * found.limit)}%"}


def one_after_another(given: Given) -> Any:
    _, second = suppression.in_turn(given["cumulative"], given["threshold"])
    return {"publish_second": second}


def income(given: Given) -> Any:
    return {"publish_percentage": suppression.income_share(given["n"])}


def no_figure(given: Given) -> Any:
    codes = sources.read(catalog.DATA / "sources.toml", {}).pdok.missing
    found = [pdok.coded(value, codes, "Hier") for value in given["values"]]
    return {
        "values": [one.value for one in found],
        "reason": [IN_WORDS_OF_CBS[one.note] for one in found],
    }


def borders(given: Given) -> Any:
    found = [Boundary(code) for code in given["codes"]]
    words = {(True, True): True, (True, False): "after code mapping", (False, False): False}
    return {"comparable": [words[one.same_area, one.same_code] for one in found]}


def export(given: Given) -> Any:
    sizes = given["class_sizes"]
    return {
        "min_class": suppression.smallest_class(sizes),
        "export_allowed": suppression.exportable(sizes, given["k"]),
    }


BY_INPUT: dict[str, Callable[[Given], Any]] = {
    "cells": vector,
    "hidden": solvable,
    "cumulative": one_after_another,
    "values": no_figure,
    "codes": borders,
    "class_sizes": export,
}
BY_EXPECTED: dict[str, Callable[[Given], Any]] = {
    "publish_count": share,
    "display": extreme,
    "publish_percentage": income,
}


def hidden(case: Given) -> Any:
    given, expected = case["inputs"], case["expected"]
    found = [make for key, make in BY_INPUT.items() if key in given]
    found += [make for key, make in BY_EXPECTED.items() if key in expected]
    return found[0](given)


BY_CASE: dict[str, Callable[[dict[str, Any]], Any]] = {"suppression": hidden}
