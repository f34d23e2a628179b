"""Tiles of Profiel: the spine, the trend, the map, and who live here."""

from dataclasses import replace

from wijzer import catalog, texts
from wijzer.export import native
from wijzer.export.content import Tile
from wijzer.model import Indicator
from wijzer.publish import Row
from wijzer.ui import data, event_door, figure, pictures, said
from wijzer.ui.tiles.wish import Maker, Told, Wish, few, period, sources, tile

PAGE = "profiel"
MOST = 5
"""Figures on one slide: more rows could not be read from the back of the room."""


def spine(wish: Wish) -> Tile:
    """Every figure of a domain against the municipality; on a slide those that stand out."""
    domain = wish.code("lijst", (*catalog.domain_names(), pictures.ALL), catalog.DOMAINS[0].id)
    area = wish.place.area
    one = data.spine_picture(area.code, domain)
    rows = data.of_domain(area.code, domain)
    told = Told(
        pictures.domain_name(domain),
        sources(rows),
        period(int(row["year"]) for row in rows),
        wish.place.municipality.name,
        texts.RULE_SIGN,
        example=any(row["example"] for row in rows),
        worth=texts.PROFILE_WORTH,
    )
    percent = [line for line in one.body if line[1].split(" ")[0].endswith("%")]
    return tile(
        "profiel-lijst", PAGE, wish, one, told, (("lijst", domain),),
        slide=few(one, lambda row: abs(row["x"] or 0), MOST),
        native=native.of_table("bar", one.header, percent, (1, 2, 4)) if percent else None,
    )  # fmt: skip


def trend(wish: Wish) -> Tile:
    """One figure through the years, with the events of the plan."""
    one = _indicator(wish)
    drawn = event_door.trend(wish.visitor, wish.place, one.id)
    # Oldest first, as a line runs.
    body = tuple(reversed(drawn.body))
    return tile(
        "profiel-trend", PAGE, wish, drawn, _told(wish, one, drawn.body), (("indicator", one.id),),
        native=native.of_table("line", drawn.header, body, range(1, len(drawn.header)), one.unit),
    )  # fmt: skip


def on_map(wish: Wish) -> Tile:
    """One figure on the map of buurten or subdistricts."""
    one = _indicator(wish)
    years = [str(year) for year in data.years_of(one.id, (wish.place.area.code,))]
    year = int(wish.code("jaar", years, str(_row(wish, one)["year"])))
    layers = figure.layers(wish.place, one.id, year)
    layer = wish.code("kaart", layers, layers[0])
    codes = figure.codes(wish.place, layer)
    title = texts.MAP_ALT.format(
        indicator=one.name, jaar=year, gebied=wish.place.neighbourhood.name
    )
    drawn = data.drawn_map(one.id, year, layer, codes, codes, title)
    chosen = (("indicator", one.id), ("jaar", str(year)), ("kaart", layer))
    told = replace(_told(wish, one, ()), period=str(year))
    return tile("profiel-kaart", PAGE, wish, drawn, told, chosen, is_map=True)


def _indicator(wish: Wish) -> Indicator:
    """The figure that is asked for; else the one that stands out most here."""
    rows = data.profile(wish.place.area.code)
    known = [row["indicator"] for row in rows]
    return catalog.indicator(wish.code("indicator", known, figure.most_telling(rows)))


def _row(wish: Wish, one: Indicator) -> Row:
    """The newest figure of the area in view, as on the page."""
    return next(row for row in data.profile(wish.place.area.code) if row["indicator"] == one.id)


def _told(wish: Wish, one: Indicator, body: tuple[tuple[str, ...], ...]) -> Told:
    row = _row(wish, one)
    return Told(
        one.name,
        (f"{one.source}, {one.table}",),
        period(int(line[0]) for line in body),
        wish.place.municipality.name,
        texts.RULE_SIGN,
        example=bool(row["example"]),
        worth=said.worth(row),
    )


def people(wish: Wish) -> Tile | None:
    """Who live here, by one trait, beside the municipality."""
    found = data.people_pictures(wish.place.area.code, wish.place.position)
    if not found:
        return None
    traits = [id for id in texts.TRAIT_WORD if id in found]
    trait = wish.code("bevolking", traits, traits[0])
    one = found[trait]
    rows = one.rows.to_pylist()
    told = Told(
        f"{texts.PEOPLE_CHOICE} {texts.TRAIT_WORD[trait].lower()}",
        (f"CBS, {rows[0]['tbl']}",),
        str(max(row["year"] for row in rows)),
        wish.place.municipality.name,
    )
    return tile(
        "profiel-mensen", PAGE, wish, one, told, (("bevolking", trait),),
        native=native.pivoted("bar", one.body, 2),
    )  # fmt: skip


TILES: dict[str, Maker] = {
    "profiel-lijst": spine,
    "profiel-trend": trend,
    "profiel-kaart": on_map,
    "profiel-mensen": people,
}
