"""The figures on a factsheet: what stands out, one figure from close by, and how to read them."""

from collections import Counter
from dataclasses import replace

import pyarrow as pa

from wijzer import catalog, publish, texts
from wijzer.export.content import Codes, Drawing, Tile
from wijzer.export.factsheet import BESIDE, Finding, Group, Pairs
from wijzer.maps import deck
from wijzer.model import Certainty, Sign
from wijzer.publish import Row
from wijzer.stats.missing import known
from wijzer.ui import data, figure, tiles
from wijzer.ui.places import Place
from wijzer.ui.tiles.wish import Wish

MOST = 3
"""Figures on each side of a domain."""
LEGEND = 50
"""Pixels that the legend of a map takes."""
FEWEST = 3
"""Areas that a map of a part must have."""
TELLING = 12
"""How far down the list a figure with a trend is looked for."""

Areas = tuple[str, ...]


def group(name: str, rows: list[Row]) -> Group:
    """A domain: how many figures are on each side, and those that stand out."""
    count = Counter(row["sign"] for row in rows)
    title = texts.FACTSHEET_GROUP.format(
        domein=name,
        gunstig=count[Sign.FAVOURABLE],
        ongunstig=count[Sign.UNFAVOURABLE],
    )
    better, worse = (
        tuple(map(_finding, publish.stand_out(rows, sign, MOST)))
        for sign in (Sign.FAVOURABLE, Sign.UNFAVOURABLE)
    )
    return Group(title, better, worse)


def _finding(row: Row) -> Finding:
    return Finding(
        texts.marked(row["name"], row["example"]),
        row["value_text"],
        row["municipality_text"],
        row["mark"],
        row["word"],
        texts.CERTAINTY_WORD[Certainty(row["certainty"])],
    )


def in_domain(rows: list[Row], domain: str) -> list[Row]:
    """The rows of a profile that are about one domain."""
    return [row for row in rows if row["domain"] == domain]


def telling(rows: list[Row], area: str) -> str:
    """The figure to look at from close by: of those that stand out most on the unfavourable side
    the first with a trend; without any the one that stands out most."""
    found = publish.stand_out(rows, Sign.UNFAVOURABLE, TELLING)
    ids = [str(row["indicator"]) for row in found if row["domain"] != catalog.CONTEXT.id]
    moved = (id for id in ids if _stretch(id, area) > 1)
    return next(moved, figure.most_telling(rows))


def _stretch(indicator: str, area: str) -> int:
    """Years in the newest stretch that can be compared."""
    rows = data.trend(indicator, (area,))
    own = rows[rows["value"].notna()]
    return int((own["segment"] == own["segment"].max()).sum())


def on_map(wish: Wish, indicator: str) -> Tile | None:
    """The map for paper, where nothing can be pointed at: figures on it, names where there is
    room. A part with buurten of its own fills it; another is shown by a line round it."""
    tile = tiles.made(wish.visitor, "profiel-kaart", (*wish.where, ("indicator", indicator)))
    if tile is None or tile.drawing is None:
        return None
    place, codes = wish.place, dict(tile.codes)
    every = figure.codes(place, codes["kaart"])
    inside = tuple(one for one in every if _lies_in(one, place))
    if place.whole or len(inside) < FEWEST:
        return _labelled(tile, codes["kaart"], () if place.whole else inside)
    return _labelled(_of_part(tile, codes, inside, every), codes["kaart"], ())


def _lies_in(code: str, place: Place) -> bool:
    return place.area.code in (code, data.areas()[code].wijk)


def _of_part(tile: Tile, codes: dict[str, str], inside: Areas, every: Areas) -> Tile:
    """The map of these areas alone, with the classes of the whole neighbourhood."""
    made = data.drawn_map(
        codes["indicator"], int(codes["jaar"]), codes["kaart"], inside, every, tile.title
    )
    return replace(
        tile,
        drawing=Drawing(made.spec, made.rows, is_map=True),
        sentence=made.sentence,
        alternative=made.alternative,
        body=made.body,
    )


def _labelled(tile: Tile, layer: str, chosen: Areas) -> Tile:
    if tile.drawing is None:
        return tile
    rows = tile.drawing.rows.to_pandas()
    areas = rows.merge(data.shapes(layer)[["code", "geometry"]], on="code").to_dict("records")
    words = _words([{str(name): cell for name, cell in one.items()} for one in areas])
    drawn = rows.assign(
        label=[words.get(code, "") for code in rows["code"]], selected=rows["code"].isin(chosen)
    )
    table = pa.Table.from_pandas(drawn, preserve_index=False)
    return replace(tile, drawing=replace(tile.drawing, rows=table))


def _words(areas: list[Row]) -> dict[str, str]:
    """By code the word on the map: name and figure, else the figure, else nothing."""
    size = BESIDE[0], BESIDE[1] - LEGEND
    long = [one | {"name": f"{one['name']} {one['value_text']}"} for one in areas]
    roomy = {one["code"]: one["name"] for one in deck.fitting(long, *size)}
    short = [one | {"name": roomy.get(one["code"], one["value_text"])} for one in areas]
    return {one["code"]: one["name"] for one in deck.fitting(short, *size)}


def through_time(wish: Wish, indicator: str) -> Tile | None:
    """The same figure through the years."""
    codes: Codes = (*wish.where, ("indicator", indicator))
    return tiles.made(wish.visitor, "profiel-trend", codes)


def named(rows: list[Row], close_by: str) -> list[Row]:
    """The rows with a figure on the factsheet: those that stand out, and the one from close by."""
    found = [
        row
        for domain in catalog.DOMAINS
        for sign in (Sign.FAVOURABLE, Sign.UNFAVOURABLE)
        for row in publish.stand_out(in_domain(rows, domain.id), sign, MOST)
    ]
    ids = {row["indicator"] for row in found} | {close_by}
    return [row for row in rows if row["indicator"] in ids and known(row["value"])]


def reading(rows: list[Row]) -> Pairs:
    """How to read the signs, and what the words for certainty mean."""
    certain = dict.fromkeys(Certainty(row["certainty"]) for row in rows)
    words = [
        (texts.first_upper(texts.CERTAINTY_WORD[one]), texts.CERTAINTY_SENTENCE[one])
        for one in certain
    ]
    return ((texts.FACTSHEET_READ, f"{texts.FACTSHEET_READ_TEXT} {texts.RULE_SIGN}"), *words)


def about(wish: Wish, rows: list[Row]) -> Pairs:
    """Where the figures come from, with what they are compared, and for whom they are."""
    years = [int(row["year"]) for row in rows]
    benchmark = texts.FACTSHEET_BENCHMARK.format(gemeente=wish.place.municipality.name)
    found = [
        (texts.FACT_SOURCE, "; ".join([*_sources(rows), texts.FACTSHEET_REGISTER])),
        (texts.FACT_PERIOD, texts.span(min(years), max(years)) if years else ""),
        (texts.FACT_BENCHMARK, benchmark),
        (texts.FACT_ROLE, texts.ROLE_SEES[wish.visitor.role.value]),
    ]
    return tuple((label, text) for label, text in found if text)


def _sources(rows: list[Row]) -> list[str]:
    """Each source with its tables."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        found.setdefault(row["source"], {})[row["tbl"]] = None
    return [texts.source_tables(name, list(tables)) for name, tables in found.items()]
