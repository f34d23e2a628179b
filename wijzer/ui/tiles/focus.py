"""Tiles of Focus: the lights, the parts and course of one intervention, and what is covered."""

from dataclasses import dataclass, replace

from wijzer import publish, texts
from wijzer.export import native
from wijzer.export.content import Codes, Tile
from wijzer.publish import Focus
from wijzer.ui import focus_door, focus_page, monitor
from wijzer.ui.monitor import Filters
from wijzer.ui.things import Scene
from wijzer.ui.tiles.wish import Maker, Told, Wish, few, listed, tile

PAGE = "focus"


@dataclass(frozen=True, slots=True)
class Base:
    """What every tile of this page begins with; `found` are the interventions in view, the first
    of which the page shows from close by."""

    scene: Scene
    filters: Filters
    found: list[Focus]
    told: Told

    @property
    def codes(self) -> Codes:
        """The filters, as they stand in the link."""
        return tuple(monitor.codes(self.filters).items())

    @property
    def name(self) -> str:
        """The intervention that is shown from close by."""
        return publish.named(self.found[0].row)


def _base(wish: Wish) -> Base | None:
    """None when nothing was entered, or the filters find nothing."""
    scene = wish.scene
    years = focus_door.years(scene.id)
    filters = monitor.asked(scene, wish, years)
    found = focus_page.wanted(scene, filters) if focus_page.entered(scene) else []
    if not found:
        return None
    limits = focus_door.limits(wish.visitor, scene.id)
    green, amber = (texts.amount(one * 100, "%") for one in (limits.green, limits.amber))
    told = Told(
        "",
        (texts.SOURCE_SESSIONS,),
        str(filters.year or (texts.span(min(years), max(years)) if years else "")),
        texts.BENCHMARK_AGREED,
        texts.RULE_LIGHT.format(groen=green, oranje=amber),
        monitor.in_words(scene, filters),
        focus_page.example(scene, found),
        publish.focus_worth(found, limits),
    )
    return Base(scene, filters, found, told)


def lights(wish: Wish) -> Tile | None:
    """Per intervention its light, why, the next step and the decision."""
    base = _base(wish)
    if base is None:
        return None
    part = focus_page.in_area(base.scene, base.found, base.filters)
    told = replace(
        base.told,
        subject=texts.TILE_SUBJECT["focus-lichten"],
        worth=" ".join(filter(None, [base.told.worth, part])),
    )
    title = focus_page.lights_title(base.scene, base.found)
    rows = [
        [texts.runs(row[0], one.row["run"]), *row[1:]]
        for one in base.found
        for row in [publish.focus_row(one)]
    ]
    said = publish.focus_sentence(base.found)
    header = texts.FOCUS_ROWS_HEADER
    return listed("focus-lichten", PAGE, wish, title, said, header, rows, told, base.codes)


def _close(wish: Wish, id: str) -> Base | None:
    """As `_base`, about the intervention that is shown from close by."""
    base = _base(wish)
    if base is None:
        return None
    subject = texts.TILE_ABOUT.format(onderwerp=texts.TILE_SUBJECT[id], wat=base.name)
    about = (texts.FILTER_INTERVENTION, base.name)
    others = tuple(one for one in base.told.filters if one[0] != about[0])
    return replace(base, told=replace(base.told, subject=subject, filters=(*others, about)))


def parts(wish: Wish) -> Tile | None:
    """The parts of the light of one intervention."""
    base = _close(wish, "focus-onderdelen")
    if base is None:
        return None
    id, year = base.found[0].row["id"], base.filters.year
    one = focus_door.parts_picture(wish.visitor, base.scene.id, id, focus_door.today(), year)
    return tile(
        "focus-onderdelen", PAGE, wish, one, base.told, base.codes,
        slide=few(one, lambda row: -2.0 if row["length"] is None else -row["length"]),
        native=native.of_table("bar", one.header, one.body, (1,)),
    )  # fmt: skip


def course(wish: Wish) -> Tile | None:
    """Sessions agreed and held over time, of one intervention."""
    base = _close(wish, "focus-verloop")
    if base is None:
        return None
    id, year = base.found[0].row["id"], base.filters.year
    one = focus_door.course_picture(wish.visitor, base.scene.id, id, focus_door.today(), year)
    if one is None:
        return None
    told = replace(base.told, rule="", worth=texts.FOCUS_SCOPE)
    oldest_first = one.body[::-1]  # as a line runs
    return tile(
        "focus-verloop", PAGE, wish, one, told, base.codes,
        native=native.of_table("line", one.header, oldest_first, (1, 2), texts.SESSIONS_UNIT),
    )  # fmt: skip


def cover(wish: Wish) -> Tile | None:
    """What running interventions cover of themes, pillars and target groups."""
    base = _base(wish)
    if base is None:
        return None
    day, year = focus_door.today(), base.filters.year
    rows = focus_door.cover(wish.visitor, base.scene.id, day, year)
    told = replace(
        base.told,
        subject=texts.TILE_SUBJECT["focus-dekking"],
        sources=(*base.told.sources, texts.SOURCE_PLAN),
        benchmark="",
        rule="",
        worth=texts.RECOGNISED_WORTH,
    )
    title = focus_page.cover_title(base.scene)
    said = texts.cover_said(rows[0][0], rows[0][1])
    header = texts.COVER_HEADER
    return listed("focus-dekking", PAGE, wish, title, said, header, rows, told, base.codes)


TILES: dict[str, Maker] = {
    "focus-lichten": lights,
    "focus-onderdelen": parts,
    "focus-verloop": course,
    "focus-dekking": cover,
}
