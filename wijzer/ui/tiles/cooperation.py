"""Tiles of Samenwerking: the networks, their measures, and what partners think."""

from dataclasses import dataclass, replace
from math import inf
from typing import Any

from wijzer import publish, texts
from wijzer.export import native
from wijzer.export.content import Codes, Tile
from wijzer.instruments import instrument
from wijzer.publish import Compared, Cooperation, Question
from wijzer.publish.cooperation import INSTRUMENT, MIN_PARTNERS, MIN_RESPONSE
from wijzer.ui import cooperation_door as door
from wijzer.ui import cooperation_page, cooperation_part, cooperation_pictures
from wijzer.ui.pictures import Picture
from wijzer.ui.tiles.wish import Maker, Told, Wish, few, listed, tile

PAGE = "samenwerking"
DIMENSIONS = 4
"""Rows of the checklist on a slide."""


@dataclass(frozen=True, slots=True)
class Base:
    """What every tile of this page begins with."""

    found: Cooperation
    asked: Question
    view: Compared
    told: Told

    @property
    def codes(self) -> Codes:
        """What is chosen, as it stands in the link."""
        return tuple(cooperation_page.codes(self.asked).items())


def _base(wish: Wish) -> Base | None:
    """None when there is no round to show."""
    scene = wish.scene
    found = door.found(wish.visitor, scene.id)
    if not found.waves:
        return None
    asked = cooperation_page.ask(scene, found, wish)
    view = door.compared(wish.visitor, scene.id, asked)
    told = Told(
        "",
        (texts.SOURCE_PARTNERS,),
        texts.enumerate_words([one.name for one, _ in view.both]),
        view.first.name if view.first else "",
        texts.COMPARED_WHEN.format(grens=texts.whole_percent(MIN_RESPONSE), minst=MIN_PARTNERS),
        (
            (texts.TIE_FROM, texts.LEVELS[asked.level]),
            (texts.TIE_RULE, texts.TIE_RULES[cooperation_page.codes(asked)["regel"]]),
        ),
        cooperation_part.example(scene, found),
        texts.NO_CAUSE if view.shift else publish.what_changed(view)[1],
    )
    return Base(found, asked, view, told)


def network(wish: Wish) -> Tile | None:
    """The network of one round: the later one, unless the link says the other."""
    base = _base(wish)
    drawn = door.networks(wish.visitor, wish.neighbourhood, base.asked) if base else []
    if base is None or not drawn:
        return None
    rounds = [base.asked.earlier, base.asked.later][-len(drawn) :]
    which = wish.code(cooperation_page.WHICH, [one for one in rounds if one], base.asked.later)
    one = drawn[rounds.index(which)]
    told = replace(base.told, subject=texts.TILE_SUBJECT["samenwerking-netwerk"])
    made = tile(
        "samenwerking-netwerk", PAGE, wish, _with_message(one, base), told,
        (*base.codes, (cooperation_page.WHICH, which)),
        slide=cooperation_pictures.on_slide(one, base.found.named),
    )  # fmt: skip
    few_names = [texts.SLIDE_NAMES] if base.found.named else []
    return replace(made, note=" ".join([made.note, *few_names]))


def _with_message(one: Picture, base: Base) -> Picture:
    """Away from its page the picture must tell what changed; how to read it becomes small print."""
    said, _ = publish.what_changed(base.view)
    same = [texts.SAME_PLACES] if base.view.first else []
    looks = _looks(one) if base.found.named else [texts.SHARE_LEGEND]
    note = " ".join([f"{one.sentence}.", *looks, *same, _behind(base)])
    return replace(one, sentence=said, note=note)


def _behind(base: Base) -> str:
    """What the change rests on, and that it is about the whole neighbourhood."""
    _, worth = publish.what_changed(base.view)
    return f"{worth} {texts.WHOLE_ONLY}"


def _looks(one: Picture) -> list[str]:
    """What the lines, shapes and letters mean that are in the picture."""
    rows = one.rows.to_pylist()
    looks = {row["look"] for row in rows}
    lines = [text for look, text in texts.TIE_LEGEND.items() if look in looks]
    hollow = [texts.HOLLOW] if any(row["hollow"] for row in rows) else []
    codes = sorted({(row["code"], row["sector"]) for row in rows if row["kind"] == "node"})
    return [*lines, *hollow, texts.network_codes(codes)]


def measures(wish: Wish) -> Tile | None:
    """The measures of the network, a column per round."""
    base = _base(wish)
    if base is None:
        return None
    sheet = door.measures(wish.visitor, wish.neighbourhood, base.asked)
    said, _ = publish.what_changed(base.view)
    told = replace(base.told, subject=texts.TILE_SUBJECT["samenwerking-maten"])
    title = cooperation_pictures.marked(base.found, texts.MEASURES_TABLE)
    return listed(
        "samenwerking-maten", PAGE, wish, title, said, sheet.header, sheet.body, told, base.codes,
        f"{texts.MEASURES_NOTE} {_behind(base)}",
    )  # fmt: skip


def checklist(wish: Wish) -> Tile | None:
    """What partners think of the cooperation, by dimension."""
    base = _base(wish)
    judged = door.checklist(wish.visitor, wish.neighbourhood, base.asked) if base else None
    one = judged.picture if judged else None
    if base is None or one is None:
        return None
    form = instrument(INSTRUMENT)
    version = texts.SOURCE_INSTRUMENT.format(naam=form.name, versie=form.version)
    told = replace(
        base.told,
        subject=texts.TILE_SUBJECT["samenwerking-oordeel"],
        sources=(*base.told.sources, version),
        filters=(),
    )
    rounds = range(1, 1 + len(base.view.both))
    return tile(
        "samenwerking-oordeel", PAGE, wish, one, told, base.codes,
        slide=few(one, lambda row: _telling(one, row), DIMENSIONS),
        native=native.of_table("bar", one.header, one.body, rounds),
    )  # fmt: skip


def _telling(one: Picture, row: dict[str, Any]) -> float:
    """All together first; then by how much it changed, or else by its score."""
    same = [other for other in one.rows.to_pylist() if other["order"] == row["order"]]
    if row["name"] == texts.CHECKLIST_TOTAL:
        return inf
    means = [other["mean"] for other in same]
    return float(max(means) - min(means) if len(means) > 1 else means[0])


TILES: dict[str, Maker] = {
    "samenwerking-netwerk": network,
    "samenwerking-maten": measures,
    "samenwerking-oordeel": checklist,
}
