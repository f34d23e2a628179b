"""Tiles of Vergelijken: a column, the years, a map, the heat table, places, and each part."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from wijzer import catalog, texts
from wijzer.export import native
from wijzer.export.content import Native, Tile
from wijzer.model import Indicator, Neighbourhood
from wijzer.ui import (
    beside_door,
    compare_choice,
    compare_door,
    compare_figures,
    compare_pictures,
    data,
)
from wijzer.ui.compare_choice import Asked
from wijzer.ui.pictures import COUNTRY, Picture
from wijzer.ui.tiles.wish import Maker, Told, Wish, few, listed, period, sources, tile

PAGE = "vergelijken"


def column(wish: Wish) -> Tile:
    """One neighbourhood on the scale that all share; on a slide where they differ most."""
    asked = compare_choice.figures(wish)
    one = compare_door.column(asked.ids, asked.subject, wish.neighbourhood)
    told = replace(_told(asked), benchmark=_benchmarks([wish.place.municipality.name]))
    codes = tuple(compare_choice.codes(asked).items())
    size = {each.indicator: each.size for each in compare_door.apart_by_size()}
    return tile(
        "vergelijken-kolom", PAGE, wish, one, told, codes,
        slide=few(one, lambda row: size[row["indicator"]]), native=_bars(one, wish),
    )  # fmt: skip


def _told(asked: Asked) -> Told:
    """What is told of the figures of all neighbourhoods."""
    rows = [
        row
        for one in catalog.neighbourhoods().values()
        for row in data.profile(one.code)
        if row["indicator"] in asked.ids
    ]
    municipalities = [data.areas()[one.municipality].name for one in _each()]
    return Told(
        texts.COMPARE_SUBJECT.format(wat=asked.subject),
        sources(rows),
        period(int(row["year"]) for row in rows),
        _benchmarks(municipalities),
        texts.RULE_SIGN,
        example=any(row["example"] for row in rows),
        worth=texts.COMPARE_WORTH,
    )


def _each() -> Iterable[Neighbourhood]:
    return catalog.neighbourhoods().values()


def _benchmarks(names: list[str]) -> str:
    return texts.enumerate_words([*names, texts.COUNTRY])


def _bars(one: Picture, wish: Wish) -> Native | None:
    """Figures in percent of the area, its municipality and the Netherlands."""
    names = (wish.place.neighbourhood.name, wish.place.municipality.name, texts.COUNTRY)
    rows = [line for line in one.body if line[1] in names and line[2].endswith("%")]
    return native.pivoted("bar", rows, 2) if rows else None


def trends(wish: Wish) -> Tile | None:
    """One figure through the years, a panel per neighbourhood with equal axes."""
    one = _indicator(wish)
    shown = compare_door.shown_trends(wish.visitor, one.id)
    if shown is None:
        return None
    drawn = shown.together
    body = tuple(reversed(drawn.body))  # oldest first, as a line runs
    found = tile(
        "vergelijken-trends", PAGE, wish, drawn, _of_one(one), (("indicator", one.id),),
        native=native.of_table("line", drawn.header, body, range(1, len(drawn.header)), one.unit),
    )  # fmt: skip
    return _of_all(found)


def _indicator(wish: Wish) -> Indicator:
    known = list(catalog.indicators())
    return catalog.indicator(wish.code("indicator", known, _first()))


def _first() -> str:
    """The figure that the page begins with."""
    return catalog.of_domain(catalog.DOMAINS[0].id)[0].id


def _of_one(one: Indicator) -> Told:
    codes = [place.code for place in _each()]
    rows = [row for code in codes for row in data.profile(code) if row["indicator"] == one.id]
    municipalities = [data.areas()[place.municipality].name for place in _each()]
    return Told(
        one.name,
        (f"{one.source}, {one.table}",),
        period(data.years_of(one.id, (*codes, COUNTRY))),
        _benchmarks(municipalities),
        example=any(row["example"] for row in rows),
        worth=texts.COMPARE_WORTH,
    )


def _of_all(found: Tile) -> Tile:
    """A tile that is about all neighbourhoods, whichever is in view."""
    names = texts.enumerate_words([one.name for one in _each()])
    return replace(found, facts=replace(found.facts, place=names))


def on_map(wish: Wish) -> Tile | None:
    """One figure on the map of a neighbourhood, with the classes of all."""
    one = _indicator(wish)
    layer = compare_door.layer(one.id)
    if layer is None:
        return None
    year = compare_choice.year(wish, one, layer)
    drawn = compare_door.on_map(one, year, layer, wish.place.neighbourhood)
    told = replace(_of_one(one), period=str(year), benchmark=wish.place.municipality.name)
    codes = (("indicator", one.id), ("jaar", str(year)))
    return tile("vergelijken-kaart", PAGE, wish, drawn, told, codes, is_map=True)


def heat(wish: Wish) -> Tile:
    """Figures by area with their sign."""
    asked = compare_choice.figures(wish)
    header, body = compare_door.heat(asked.ids)
    title = texts.HEAT_ALT.format(domein=asked.subject)
    sentence = f"{texts.HEAT_HELP} {compare_figures.computed()}"
    codes = tuple(compare_choice.codes(asked).items())
    told = _told(asked)
    return _of_all(
        listed("vergelijken-tabel", PAGE, wish, title, sentence, header, body, told, codes)
    )


def ranked(wish: Wish) -> Tile:
    """Places that each neighbourhood can have: for who asked for a ranking."""
    asked = replace(compare_choice.figures(wish), ranked=True)
    header, body = compare_pictures.rank_rows(compare_door.ranked(asked.ids))
    title = texts.RANK_TABLE.format(wat=asked.subject)
    codes = tuple(compare_choice.codes(asked).items())
    told = replace(_told(asked), subject=texts.RANK_SUBJECT, rule=texts.RANK_METHOD)
    return _of_all(
        listed(
            "vergelijken-rangorde", PAGE, wish, title, texts.RANK_HELP, header, body, told, codes
        )
    )


def _part(part: str, wish: Wish) -> Tile | None:
    """Plans, one of the four questions, or lessons beside each other."""
    found = beside_door.side(wish.visitor, part)
    if not found.rows:
        return None
    told = Told(
        texts.BESIDE_SUBJECT[part],
        (texts.BESIDE_SOURCE[part],),
        example=found.example,
        worth=found.worth,
    )
    title = texts.marked(texts.BESIDE_TABLE[part], found.example)
    body = [[str(cell) for cell in row] for row in found.rows]
    return _of_all(
        listed(
            f"vergelijken-{part}", PAGE, wish, title, found.sentence, found.header, body, told,
            (("beeld", part),),
        )
    )  # fmt: skip


TILES: dict[str, Maker] = {
    "vergelijken-kolom": column,
    "vergelijken-trends": trends,
    "vergelijken-kaart": on_map,
    "vergelijken-tabel": heat,
    "vergelijken-rangorde": ranked,
    **{f"vergelijken-{part}": partial(_part, part) for part in compare_choice.PARTS[1:]},
}
