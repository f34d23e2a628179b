"""Tiles of Gezonder: who answered, the change, the shares, the spider web, and all residents."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from wijzer import catalog, publish, texts
from wijzer.export import native
from wijzer.export.content import Codes, Tile
from wijzer.instruments import instruments
from wijzer.lists import TALK
from wijzer.ui import (
    data,
    healthier_choice,
    healthier_door,
    healthier_page,
    healthier_parts,
    monitor,
)
from wijzer.ui.healthier_choice import Chosen
from wijzer.ui.healthier_door import View, Where
from wijzer.ui.things import Scene
from wijzer.ui.tiles.wish import Maker, Told, Wish, few, period, tile

PAGE = "gezonder"
MOST = 2
"""Questionnaires on one slide."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a tile about an outcome begins with."""

    scene: Scene
    chosen: Chosen
    where: Where
    view: View
    told: Told

    @property
    def codes(self) -> Codes:
        """What is chosen, as it stands in the link."""
        return tuple(healthier_choice.codes(self.chosen).items())

    @property
    def name(self) -> str:
        """The outcome."""
        return texts.WORD["instrument"][self.chosen.outcome]


def _base(wish: Wish) -> Base | None:
    """None when there is nothing to measure with, or nobody was asked here."""
    scene = wish.scene
    chosen = healthier_choice.asked(scene, wish)
    view = healthier_page.view_of(scene, chosen)
    if view is None or chosen.where is None or view.found.state == "no_items":
        return None
    told = Told(
        "",
        tuple(_sources(scene, chosen, chosen.where)),
        _rounds(scene, chosen),
        filters=monitor.in_words(scene, chosen.filters),
        example=healthier_parts.example(scene, chosen),
        worth=view.message[1],
    )
    return Base(scene, chosen, chosen.where, view, told)


def _sources(scene: Scene, chosen: Chosen, where: Where) -> Iterator[str]:
    """Answers to the questionnaire of the outcome, then to the others of which a change is told."""
    found = healthier_door.outcomes(scene.visitor, where, chosen.number)
    others = (one.instrument for one in found if one.points is not None)
    yield texts.SOURCE_ANSWERS
    for id in dict.fromkeys([chosen.outcome, *others]):
        yield _version(id)


def _version(id: str) -> str:
    form = instruments()[id]
    return texts.SOURCE_INSTRUMENT.format(naam=form.name, versie=form.version)


def _rounds(scene: Scene, chosen: Chosen) -> str:
    names = healthier_door.rounds(scene.id)
    numbers = dict.fromkeys([publish.START, chosen.number])
    return texts.enumerate_words([names[one] for one in numbers if one in names])


def _start(base: Base) -> str:
    name = healthier_door.rounds(base.scene.id).get(publish.START, "")
    return texts.BENCHMARK_START.format(ronde=name) if name else ""


def _about(id: str, base: Base) -> str:
    return texts.TILE_ABOUT.format(onderwerp=texts.TILE_SUBJECT[id], wat=base.name)


def response(wish: Wish) -> Tile | None:
    """From participants to people with both measurements."""
    base = _base(wish)
    one = base.view.flow_picture if base else None
    if base is None or base.view.flow is None or one is None:
        return None
    told = replace(
        base.told,
        subject=_about("gezonder-respons", base),
        sources=base.told.sources[:2],
        worth=texts.RESPONSE_HELP,
    )
    said = one.sentence or base.view.message[0]
    lost = " ".join(filter(None, [one.note, base.view.flow.lost, base.view.flow.worth]))
    return tile(
        "gezonder-respons", PAGE, wish, replace(one, sentence=said, note=lost), told, base.codes,
        native=native.of_table("bar", one.header, one.body, (1,), texts.PEOPLE_UNIT),
    )  # fmt: skip


def change(wish: Wish) -> Tile | None:
    """Mean change in the same people, a row per questionnaire."""
    base = _base(wish)
    one = base.view.change_picture if base else None
    if base is None or one is None:
        return None
    # Away from its page it must tell the message; how to read it becomes small print.
    said = replace(one, sentence=base.view.message[0], note=f"{one.sentence} {one.note}".strip())
    told = replace(
        base.told,
        subject=_about("gezonder-verandering", base),
        benchmark=_start(base),
        rule=texts.MATTERS_HELP,
    )
    return tile(
        "gezonder-verandering", PAGE, wish, said, told, base.codes,
        slide=few(one, _telling, MOST),
        # Scores of several questionnaires have no axis in common.
        native=native.of_table("bar", one.header, one.body, (2, 3), texts.POINTS_UNIT)
        if len(one.body) == 1 else None,
    )  # fmt: skip


def _telling(row: dict[str, Any]) -> float:
    """The outcome itself first; then what changed for certain, by how much."""
    if row["order"] == 0:
        return inf
    return float(abs(row["x"]) + (row["sign"] in ("favourable", "unfavourable")))


def shares(wish: Wish) -> Tile | None:
    """Who got better, stayed the same and got worse."""
    base = _base(wish)
    one = base.view.shares_picture if base else None
    # On the page it stands beside the change.
    if base is None or one is None or base.view.change_picture is None:
        return None
    told = replace(
        base.told,
        subject=_about("gezonder-aandelen", base),
        sources=base.told.sources[:2],
        benchmark=_start(base),
        rule=one.note,
    )
    return tile(
        "gezonder-aandelen", PAGE, wish, one, told, base.codes,
        native=native.of_table("bar", one.header, one.body, (1,)),
    )  # fmt: skip


def web(wish: Wish) -> Tile | None:
    """One round of the spider web, to talk about; the newest unless the link says which."""
    found = healthier_door.webs(wish.visitor, wish.neighbourhood, wish.place.position)
    drawn = {
        str(number): (said_of, picture)
        for number, (said_of, picture) in zip(found.numbers, found.rounds, strict=True)
        if picture
    }
    if not drawn:
        return None
    number = wish.code(healthier_parts.WEB, drawn, list(drawn)[-1])
    said_of, picture = drawn[number]
    scene = wish.scene
    told = Told(
        texts.TILE_SUBJECT["gezonder-web"],
        (texts.SOURCE_WEB, *map(_version, sorted(TALK))),
        said_of,
        example=healthier_parts.example(scene, healthier_choice.asked(scene, wish)),
        worth=texts.WEB_HELP,
    )
    return tile(
        "gezonder-web", PAGE, wish, picture, told, ((healthier_parts.WEB, number),),
        native=native.of_table(
            "bar", picture.header, picture.body, (1 + list(drawn).index(number),)
        ),
    )  # fmt: skip


def everybody(wish: Wish) -> Tile:
    """The trend of a figure about all residents, apart from the participants."""
    scene = wish.scene
    chosen = healthier_choice.asked(scene, wish)
    id = healthier_parts.of_everybody(scene, chosen, wish)
    area = wish.place.area.code
    one, picture = catalog.indicator(id), healthier_parts.trend_of_everybody(scene, id)
    row = next((row for row in data.profile(area) if row["indicator"] == id), None)
    told = Told(
        texts.TILE_ABOUT.format(onderwerp=texts.TILE_SUBJECT["gezonder-bevolking"], wat=one.name),
        (f"{one.source}, {one.table}",),
        period(int(line[0]) for line in picture.body),
        wish.place.municipality.name,
        example=bool(row and row["example"]),
        worth=texts.POPULATION_WARNING,
    )
    codes = healthier_choice.codes(chosen) | {"bevolking": id}
    oldest_first = tuple(reversed(picture.body))
    return tile(
        "gezonder-bevolking", PAGE, wish, picture, told, tuple(codes.items()),
        native=native.of_table(
            "line", picture.header, oldest_first, range(1, len(picture.header)), one.unit
        ),
    )  # fmt: skip


TILES: dict[str, Maker] = {
    "gezonder-respons": response,
    "gezonder-verandering": change,
    "gezonder-aandelen": shares,
    "gezonder-web": web,
    "gezonder-bevolking": everybody,
}
