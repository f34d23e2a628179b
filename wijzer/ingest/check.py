"""What is wrong with the rows of data/, one by one: codes, words, ranges, doubles, shapes.

What is wrong between rows (gaps, jumps, twins, borders) is found by `series`.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator

from wijzer.ingest.rows import AreaRow, Count, Data, Fault, Figure, Place, Shape
from wijzer.ingest.series import check_series
from wijzer.model import Indicator, Level, Neighbourhood

_CATEGORIES = {
    "total": {"all"},
    "age": {"0-15", "15-25", "25-45", "45-65", "65+"},
    "sex": {"men", "women"},
    "origin": {
        "netherlands", "europe", "outside_europe", "dutch", "western", "non_western",
    },
    "household": {"all", "single", "without_children", "with_children"},
    "dwellings": {"all"},
    "land": {"ha"},
}  # fmt: skip
# How a row must be worded when it is, or must not be when it is not, an example.
_EXAMPLE = re.compile(r"\b(voorbeeld|fictie|verzonnen)", re.IGNORECASE)


def check(data: Data) -> list[Fault]:
    """Everything that is wrong with data/, by file and line; empty when it may be used.

    Series are judged only when their rows are sound: one wrong code would show up as many gaps.
    """
    rows = [fault for one in _CHECKS for fault in one(data)]
    return rows or check_series(data)


def _doubles(
    rows: Iterable[tuple[Hashable, Place]], text: Callable[[Hashable], str]
) -> Iterator[Fault]:
    first: dict[Hashable, Place] = {}
    for key, place in rows:
        if key in first:
            yield Fault(place, f"{text(key)} staat ook op {first[key]}")
        first.setdefault(key, place)


def _spoken(key: Hashable) -> str:
    return " ".join(str(one) for one in key) if isinstance(key, tuple) else str(key)


def _areas(data: Data) -> Iterator[Fault]:
    levels = {one.code: one.level for one in data.areas}
    yield from _doubles(((one.code, one.place) for one in data.areas), _spoken)
    if Counter(levels.values())[Level.COUNTRY] != 1:
        yield Fault(Place("tables/areas.csv"), "er moet precies één land in staan")
    for area in data.areas:
        yield from _area(area, levels)


def _area(area: AreaRow, levels: dict[str, str]) -> Iterator[Fault]:
    country = area.level == Level.COUNTRY
    if country and area.municipality:
        yield Fault(area.place, f"{area.code} is een land en ligt niet in een gemeente")
    if not country and levels.get(area.municipality) != Level.MUNICIPALITY:
        yield Fault(area.place, f"onbekende gemeente '{area.municipality}'")
    if area.level == Level.MUNICIPALITY and area.municipality != area.code:
        yield Fault(area.place, f"bij gemeente {area.code} hoort municipality {area.code}")
    if area.level != Level.BUURT and area.wijk not in ("", area.code):
        yield Fault(area.place, f"{area.code} is geen buurt: laat wijk leeg")
    if area.level == Level.BUURT and levels.get(area.wijk) != Level.WIJK:
        yield Fault(area.place, f"onbekende wijk '{area.wijk}'")


def _neighbourhoods(data: Data) -> Iterator[Fault]:
    known = {one.code: one for one in data.areas}
    parts = [(part, one) for one in data.neighbourhoods.values() for part in one.parts]
    place = Place("neighbourhoods.toml")
    yield from _doubles(((part, place) for part, _ in parts), _spoken)
    for one in data.neighbourhoods.values():
        if not one.parts:
            yield Fault(place, f"'{one.id}' heeft geen delen")
        if one.id in known:
            yield Fault(place, f"'{one.id}' is al de code van een gebied")
        if one.municipality not in known:
            yield Fault(place, f"'{one.id}': onbekende gemeente '{one.municipality}'")
    for part, one in parts:
        yield from _part(part, one, known, place)


def _part(
    part: str, one: Neighbourhood, known: dict[str, AreaRow], place: Place
) -> Iterator[Fault]:
    area = known.get(part)
    if area is None or area.level != Level.WIJK:
        yield Fault(place, f"'{one.id}': onbekende wijk '{part}'")
    elif area.municipality != one.municipality:
        yield Fault(place, f"'{one.id}': wijk '{part}' ligt niet in {one.municipality}")


def _catalogue(data: Data) -> Iterator[Fault]:
    for one in data.indicators.values():
        place = Place(f"catalog/{one.domain}.toml")
        for field in ("source", "table", "licence"):
            if not getattr(one, field):
                yield Fault(place, f"indicator '{one.id}': {field} is leeg")


def _figures(data: Data) -> Iterator[Fault]:
    known = data.names().keys()
    renamed = {one.old_code: one for one in data.boundaries if one.change == 2}
    keys = (((one.area, one.indicator, one.year), one.place) for one in data.figures)
    yield from _doubles(keys, _spoken)
    for one in data.figures:
        if one.area not in known:
            hint = f"; heet nu {renamed[one.area].code}" if one.area in renamed else ""
            yield Fault(one.place, f"onbekend gebied '{one.area}'{hint}")
        if one.indicator not in data.indicators:
            yield Fault(one.place, f"onbekende indicator '{one.indicator}'")
        yield from _one_of_two(one.value, one.missing, "value", one.place)
        yield from _range(one, data.indicators.get(one.indicator))
        yield from _example(one)


def _one_of_two(value: float | None, missing: str, column: str, place: Place) -> Iterator[Fault]:
    if value is None and not missing:
        yield Fault(place, f"{column} en missing zijn allebei leeg")
    if value is not None and missing:
        yield Fault(place, f"{column} en missing zijn allebei gevuld")


def _range(figure: Figure, indicator: Indicator | None) -> Iterator[Fault]:
    if figure.n is not None and figure.n < 0:
        yield Fault(figure.place, f"n is negatief ({figure.n})")
    if indicator is None or figure.value is None:
        return
    if figure.value < indicator.low:
        yield Fault(figure.place, f"{_amount(figure, indicator)} is lager dan {indicator.low:g}")
    if indicator.high is not None and figure.value > indicator.high:
        yield Fault(figure.place, f"{_amount(figure, indicator)} is hoger dan {indicator.high:g}")


def _amount(figure: Figure, indicator: Indicator) -> str:
    return f"{indicator.id} {figure.value:g} ({indicator.unit})"


def _example(figure: Figure) -> Iterator[Fault]:
    said = _EXAMPLE.search(f"{figure.note} {figure.source}")
    if figure.example and not said:
        yield Fault(figure.place, "voorbeeldcijfer: zet het woord 'voorbeeld' in note")
    if said and not figure.example:
        yield Fault(figure.place, "lijkt een voorbeeldcijfer: zet true in example")


def _population(data: Data) -> Iterator[Fault]:
    known = {one.code for one in data.areas}
    keys = (((one.area, one.year, one.trait, one.category), one.place) for one in data.population)
    yield from _doubles(keys, _spoken)
    for one in data.population:
        if one.area not in known:
            yield Fault(one.place, f"onbekend gebied '{one.area}'")
        yield from _one_of_two(one.count, one.missing, "count", one.place)
        yield from _trait(one)


def _trait(one: Count) -> Iterator[Fault]:
    if one.trait not in _CATEGORIES:
        yield Fault(one.place, f"onbekend kenmerk '{one.trait}'")
    elif one.category not in _CATEGORIES[one.trait]:
        yield Fault(one.place, f"onbekende groep '{one.category}' bij {one.trait}")
    if (one.count or 0) < 0 or one.rounding < 0:
        yield Fault(one.place, "count en rounding mogen niet negatief zijn")


def _boundaries(data: Data) -> Iterator[Fault]:
    known = {one.code for one in data.areas}
    keys = (((one.code, one.year), one.place) for one in data.boundaries)
    yield from _doubles(keys, _spoken)
    for one in data.boundaries:
        if one.code not in known:
            yield Fault(one.place, f"onbekend gebied '{one.code}'")
        if one.change == 2 and not one.old_code:
            text = f"{one.code} kreeg in {one.year} een andere code: vul old_code in"
            yield Fault(one.place, text)


def _shapes(data: Data) -> Iterator[Fault]:
    keys = (((one.layer, one.code), one.place) for one in data.shapes)
    yield from _doubles(keys, _spoken)
    drawn: dict[str, set[str]] = {layer: set() for layer in _expected(data)}
    for shape in data.shapes:
        drawn[shape.layer].add(shape.code)
    for layer, codes in _expected(data).items():
        place = Place(f"shapes/{layer}.geojson")
        for code in sorted(codes - drawn[layer]):
            yield Fault(place, f"geen vorm voor {code} ({data.names().get(code, 'onbekend')})")
    yield from _strange_shapes(data.shapes, data.names())


def _strange_shapes(shapes: list[Shape], names: dict[str, str]) -> Iterator[Fault]:
    for shape in shapes:
        if shape.code not in names:
            yield Fault(shape.place, f"onbekend gebied '{shape.code}'")


def _expected(data: Data) -> dict[str, set[str]]:
    # Which areas each layer must have: maps are drawn per layer, a hole would go unseen.
    level = {
        level: {one.code for one in data.areas if one.level == level}
        for level in (Level.WIJK, Level.MUNICIPALITY)
    }
    parts = data.parts()
    single = {one.parts[0] for one in data.neighbourhoods.values() if len(one.parts) == 1}
    buurten = data.buurten()
    return {
        "buurten": set(buurten),
        "subdistricts": (set(parts) - single)
        | {b for b, wijk in buurten.items() if wijk in single},
        "neighbourhoods": {one.code for one in data.neighbourhoods.values()},
        "context": level[Level.WIJK],
        "municipalities": level[Level.MUNICIPALITY],
    }


_CHECKS = (_areas, _neighbourhoods, _catalogue, _figures, _population, _boundaries, _shapes)
