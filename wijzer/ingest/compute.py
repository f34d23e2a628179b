"""Figures of whole neighbourhoods, which no source publishes: computed from their parts.

A mean weighs each part by the people (households, dwellings, hectares) that the figure is about,
in the year nearest to the figure. Nothing is computed when a part is absent.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from wijzer.ingest.rows import Count, Data, Figure
from wijzer.model import Missing, Neighbourhood, Weight
from wijzer.stats.people import adults
from wijzer.stats.spread import weighted_mean
from wijzer.stats.suppression import too_few

Populations = dict[tuple[str, str, str], dict[int, float]]

_WORDS = {
    Weight.INHABITANTS: "het aantal inwoners in {year}",
    Weight.AGE_18PLUS: "het aantal inwoners van 18 jaar en ouder in {year} (geschat uit de groepen"
    " 0-15 en 15-25 jaar)",
    Weight.AGE_18_65: "het aantal inwoners van 18 tot 65 jaar in {year} (geschat uit de groepen"
    " 0-15, 15-25 en 65+)",
    Weight.AGE_65PLUS: "het aantal inwoners van 65 jaar en ouder in {year}",
    Weight.HOUSEHOLDS: "het aantal huishoudens in {year}",
    Weight.DWELLINGS: "het aantal woningen in {year}",
    Weight.LAND: "de oppervlakte land in {year}",
}


def compute_figures(data: Data) -> list[Figure]:
    """One computed row per whole neighbourhood, indicator and year for which any part has a row.

    None where a source gives a figure for the whole itself. A row without a value says in its
    note why; its `missing` is that of the absent parts when they agree.
    """
    names = data.names()
    found: list[Figure] = []
    for whole in data.wholes():
        populations = _populations(data.population, whole)
        for indicator, rows in _rows_of_parts(data, whole):
            weight = data.indicators[indicator].weight
            found.append(_figure(whole, rows, weight, populations, names))
    return found


def compute_population(data: Data) -> list[Count]:
    """Sums of the parts per whole neighbourhood, year, trait and category; `rounding` adds up too.

    No count when a part has none.
    """
    return [
        _sum(whole, rows)
        for whole in data.wholes()
        for rows in _counts_of_parts(data, whole).values()
    ]


def _rows_of_parts(data: Data, whole: Neighbourhood) -> Iterator[tuple[str, dict[str, Figure]]]:
    printed = {(one.indicator, one.year) for one in data.figures if one.area == whole.code}
    found: dict[tuple[str, int], dict[str, Figure]] = defaultdict(dict)
    for one in data.figures:
        if one.area in whole.parts:
            found[one.indicator, one.year][one.area] = one
    for key in sorted(found.keys() - printed):
        yield key[0], found[key]


def _figure(
    whole: Neighbourhood,
    rows: dict[str, Figure],
    weight: Weight,
    populations: Populations,
    names: dict[str, str],
) -> Figure:
    some = next(iter(rows.values()))
    value, missing, note = _outcome(whole, rows, weight, populations, names)
    if any(one.example for one in rows.values()):
        note = f"Voorbeeldcijfer. {note}"
    return Figure(
        area=whole.code, indicator=some.indicator, year=some.year, value=value, missing=missing,
        n=None, example=any(one.example for one in rows.values()), source=some.source,
        table=some.table, licence=some.licence, note=note, place=some.place, computed=True,
    )  # fmt: skip


def _outcome(
    whole: Neighbourhood,
    rows: dict[str, Figure],
    weight: Weight,
    populations: Populations,
    names: dict[str, str],
) -> tuple[float | None, str, str]:
    """Value, or why there is none, and the note that tells how it came about."""
    if weight is Weight.NONE:
        note = "Dit cijfer is alleen per deel bekend: een gemiddelde ervan zegt niets."
        return None, Missing.NOT_APPLICABLE, note
    if absent := [part for part in whole.parts if _absent(rows.get(part))]:
        note = f"Niet berekend: er is geen cijfer van {_listed(absent, names)}."
        return None, _why(absent, rows), note
    if len({(one.source, one.table) for one in rows.values()}) > 1:
        note = "Niet berekend: de cijfers van de delen komen uit verschillende tabellen."
        return None, Missing.NOT_APPLICABLE, note
    values = [rows[part].value for part in whole.parts]
    if weight is Weight.SUM:
        return sum(one or 0.0 for one in values), "", f"Som van {_listed(whole.parts, names)}."
    return _mean(whole, values, rows[whole.parts[0]].year, weight, populations, names)


def _absent(part: Figure | None) -> bool:
    """Whether a part has no figure that may be used: what is hidden must not show in a whole."""
    return part is None or part.value is None or too_few(part.n)


def _mean(
    whole: Neighbourhood,
    values: list[float | None],
    year: int,
    weight: Weight,
    populations: Populations,
    names: dict[str, str],
) -> tuple[float | None, str, str]:
    near, weights = _weights(whole, year, weight, populations)
    value = weighted_mean(values, weights)
    if near is None or value is None:
        note = "Niet berekend: het aantal waarnaar de delen tellen, is niet van elk deel bekend."
        return None, Missing.NOT_PUBLISHED, note
    words = _WORDS[weight].format(year=near)
    return value, "", f"Berekend uit {_listed(whole.parts, names)}, gewogen naar {words}."


def _why(absent: list[str], rows: dict[str, Figure]) -> str:
    kinds = {rows[part].missing for part in absent if part in rows}
    return kinds.pop() if len(kinds) == 1 else Missing.NOT_PUBLISHED


def _listed(codes: list[str] | tuple[str, ...], names: dict[str, str]) -> str:
    *first, last = [names[code] for code in codes]
    return f"{', '.join(first)} en {last}" if first else last


def _weights(
    whole: Neighbourhood, year: int, weight: Weight, populations: Populations
) -> tuple[int | None, list[float | None]]:
    """The nearest year (the earlier of two) in which each part has a weight, and the weights."""
    years = {one for found in populations.values() for one in found}
    for near in sorted(years, key=lambda one: (abs(one - year), one)):
        found = [_WEIGHTS[weight](populations, part, near) for part in whole.parts]
        if None not in found:
            return near, found
    return None, [None] * len(whole.parts)


def _populations(counts: list[Count], whole: Neighbourhood) -> Populations:
    found: Populations = defaultdict(dict)
    for one in counts:
        if one.area in whole.parts and one.count is not None:
            found[one.area, one.trait, one.category][one.year] = one.count
    return found


def _counted(trait: str, category: str) -> Callable[[Populations, str, int], float | None]:
    def weight(populations: Populations, area: str, year: int) -> float | None:
        return populations.get((area, trait, category), {}).get(year)

    return weight


_inhabitants = _counted("total", "all")
_children = _counted("age", "0-15")
_young = _counted("age", "15-25")
_old = _counted("age", "65+")


def _adults(populations: Populations, area: str, year: int) -> float | None:
    counts = (count(populations, area, year) for count in (_inhabitants, _children, _young))
    return adults(*counts)


def _adults_under_65(populations: Populations, area: str, year: int) -> float | None:
    adults, old = _adults(populations, area, year), _old(populations, area, year)
    return None if adults is None or old is None else max(0.0, adults - old)


_WEIGHTS: dict[Weight, Callable[[Populations, str, int], float | None]] = {
    Weight.INHABITANTS: _inhabitants,
    Weight.AGE_18PLUS: _adults,
    Weight.AGE_18_65: _adults_under_65,
    Weight.AGE_65PLUS: _old,
    Weight.HOUSEHOLDS: _counted("household", "all"),
    Weight.DWELLINGS: _counted("dwellings", "all"),
    Weight.LAND: _counted("land", "ha"),
}


def _counts_of_parts(
    data: Data, whole: Neighbourhood
) -> dict[tuple[int, str, str], dict[str, Count]]:
    found: dict[tuple[int, str, str], dict[str, Count]] = defaultdict(dict)
    for one in data.population:
        if one.area in whole.parts:
            found[one.year, one.trait, one.category][one.area] = one
    return found


def _sum(whole: Neighbourhood, rows: dict[str, Count]) -> Count:
    some = next(iter(rows.values()))
    counts = [rows[part].count if part in rows else None for part in whole.parts]
    known = [one for one in counts if one is not None]
    complete = len(known) == len(counts)
    return Count(
        area=whole.code, year=some.year, trait=some.trait, category=some.category,
        count=sum(known) if complete else None,
        missing="" if complete else Missing.NOT_PUBLISHED,
        rounding=sum(one.rounding for one in rows.values()), source=some.source,
        table=some.table, licence=some.licence, place=some.place, computed=True,
    )  # fmt: skip
