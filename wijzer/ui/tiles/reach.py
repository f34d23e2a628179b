"""Tiles of Bereik: numbers, participants beside residents, the funnel, the map, target groups."""

from dataclasses import dataclass, replace
from typing import Any

from wijzer import texts
from wijzer.export import native
from wijzer.export.content import Tile
from wijzer.ui import data, monitor, reach_door, reach_page, reach_parts
from wijzer.ui.reach_door import Asked, Opening
from wijzer.ui.things import Scene
from wijzer.ui.tiles.wish import Maker, Told, Wish, few, listed, public, tile

PAGE = "bereik"
MOST = 4
"""Groups on one slide."""


@dataclass(frozen=True, slots=True)
class Base:
    """What every tile of this page begins with: what is asked, and what is known of it."""

    scene: Scene
    asked: Asked
    opening: Opening
    told: Told

    @property
    def note(self) -> str:
        """What to know of the counts, in full."""
        notes = reach_page.notes(self.scene.place, self.asked)
        return " ".join([self.opening.worth, *notes])

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """The filters, as they stand in the link."""
        return tuple(reach_page.codes(self.asked).items())


def _base(wish: Wish) -> Base | None:
    """None when nothing was counted."""
    scene = wish.scene
    years = reach_door.reached(wish.visitor, wish.neighbourhood).years
    if not years:
        return None
    filters = monitor.asked(scene, wish, years)
    asked = reach_page.ask(scene, filters)
    opening = reach_door.opening(asked)
    told = Told(
        "",
        (texts.SOURCE_COUNTS,),
        str(asked.year or texts.span(years[0], years[-1])),
        filters=monitor.in_words(scene, filters),
        example=reach_page.example(scene, opening),
        worth=" ".join([opening.numbers[0][1], *_rounded(wish), texts.REACH_HIDDEN_SHORT]),
    )
    return Base(scene, asked, opening, told)


def _rounded(wish: Wish) -> list[str]:
    return [texts.REACH_FIVES_HELP] if public(wish) else []


def _subject(id: str) -> str:
    return texts.TILE_SUBJECT[id]


def numbers(wish: Wish) -> Tile | None:
    """People, visits and indirect reach."""
    base = _base(wish)
    if base is None or base.opening.nobody:
        return None
    sheet = reach_parts.number_sheet(base.asked)
    told = replace(base.told, subject=_subject("bereik-cijfers"))
    return listed(
        *("bereik-cijfers", PAGE, wish, sheet.caption, base.opening.lead),
        *(sheet.header, sheet.rows, told, base.codes, base.note),
    )


def mirror(wish: Wish) -> Tile | None:
    """Participants beside residents, by one trait."""
    base = _base(wish)
    if base is None or base.opening.nobody:
        return None
    trait = reach_page.by_trait(wish.place, base.asked, wish)
    found = reach_door.mirror(base.asked, trait)
    if found.state != "shown":
        return None
    one = reach_door.mirror_picture(base.asked, trait, wish.place.position)
    subject = texts.TILE_ABOUT.format(
        onderwerp=_subject("bereik-spiegel"), wat=texts.MIRROR_TRAITS[trait].lower()
    )
    told = replace(_beside_residents(base, found.year), subject=subject, rule=_limits(base.asked))
    return tile(
        "bereik-spiegel", PAGE, wish, one, told, (*base.codes, ("kenmerk", trait)),
        slide=few(one, _judged, MOST),
        native=native.of_table("bar", one.header, one.body, (2, 3)),
    )  # fmt: skip


def _beside_residents(base: Base, year: int | None) -> Told:
    residents = texts.SOURCE_RESIDENTS.format(jaar=year)
    return replace(
        base.told,
        sources=(*base.told.sources, residents),
        benchmark=texts.BENCHMARK_RESIDENTS.format(gebied=data.areas()[base.asked.area].name),
    )


def _limits(asked: Asked) -> str:
    limit = reach_door.limits(asked.visitor, asked.neighbourhood)
    low, high = texts.number(limit.low, 2), texts.number(limit.high, 2)
    return texts.MIRROR_LIMITS.format(laag=low, hoog=high)


def _judged(row: dict[str, Any]) -> float:
    """How telling a group is: first those that are judged, then by how much they differ."""
    if row["share"] is None:
        return -1.0
    clear = row["verdict"] in ("under", "over")
    return float(clear + abs(row["share"] - row["residents"]))


def funnel(wish: Wish) -> Tile | None:
    """From approached to finished."""
    base = _base(wish)
    one = None
    if base and not base.asked.part:
        one = reach_door.funnel_picture(base.asked, wish.place.position)
    if base is None or one is None:
        return None
    told = replace(base.told, subject=_subject("bereik-trechter"))
    if not base.asked.intervention:
        told = replace(told, rule=texts.FUNNEL_TWICE)
    return tile(
        "bereik-trechter", PAGE, wish, one, told, base.codes,
        native=native.of_table("bar", one.header, one.body, (1,), texts.PEOPLE_UNIT),
    )  # fmt: skip


def homes(wish: Wish) -> Tile | None:
    """The map of where participants live."""
    base = _base(wish)
    if base is None or base.opening.nobody or not reach_page.homes_known(base.asked):
        return None
    one = reach_door.map_picture(base.asked)
    year = reach_door.mirror(base.asked, "area").year
    told = replace(_beside_residents(base, year), subject=_subject("bereik-kaart"))
    return tile("bereik-kaart", PAGE, wish, one, told, base.codes, is_map=True)


def shares(wish: Wish) -> Tile | None:
    """The share of each target group that is reached."""
    base = _base(wish)
    sheet = reach_parts.shares(base.asked) if base else None
    if base is None or sheet is None or not sheet.rows:
        return None
    told = replace(
        base.told,
        subject=_subject("bereik-doelgroepen"),
        sources=(*base.told.sources, texts.SOURCE_GROUP_SIZE),
        benchmark=texts.BENCHMARK_TARGET_GROUP,
        rule=texts.REACH_METHOD_TEXT[3],
    )
    note = " ".join(filter(None, [*sheet.said, base.note]))
    return listed(
        *("bereik-doelgroepen", PAGE, wish, sheet.caption, base.opening.lead),
        *(sheet.header, sheet.rows, told, base.codes, note),
    )


TILES: dict[str, Maker] = {
    "bereik-cijfers": numbers,
    "bereik-spiegel": mirror,
    "bereik-trechter": funnel,
    "bereik-kaart": homes,
    "bereik-doelgroepen": shares,
}
