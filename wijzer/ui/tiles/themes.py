"""Tiles of Thema’s: the chosen themes and why, and what a group of voters said."""

from wijzer import publish, texts
from wijzer.export import native
from wijzer.export.content import Tile
from wijzer.publish import Row
from wijzer.ui import entered, themes_page, things, votes_part
from wijzer.ui.things import Scene
from wijzer.ui.tiles.wish import Maker, Told, Wish, few, listed, tile

PAGE = "themas"
MOST = 6
"""Themes on one slide."""


def chosen(wish: Wish) -> Tile | None:
    """The chosen themes: why, how their figures stand, and who decided."""
    scene = wish.scene
    rows = publish.themes(scene.seen, scene.id, "chosen")
    if not rows:
        return None
    sources = dict.fromkeys(str(row["source"]) for row in rows if row["source"])
    told = Told(
        texts.TILE_SUBJECT["themas-gekozen"],
        (texts.SOURCE_PLAN, *sources),
        texts.enumerate_words(list(dict.fromkeys(row["period"] for row in rows if row["period"]))),
        wish.place.municipality.name,
        texts.RULE_SIGN,
        example=publish.examples(themes_page.told(scene)),
    )
    return listed(
        "themas-gekozen", PAGE, wish, texts.marked(texts.CHOSEN_TITLE, publish.examples(rows)),
        themes_page.sentence(scene), texts.CHOSEN_HEADER, [_line(scene, row) for row in rows],
        told, (("themadeel", "themas"),),
    )  # fmt: skip


def _line(scene: Scene, row: Row) -> list[str]:
    return [
        things.name(row),
        row["reason"] or row["why"] or texts.NO_REASON,
        themes_page.tally(scene, row),
        texts.decided(row["choice"], row["decided_by"] or "", row["period"] or ""),
    ]


def votes(wish: Wish) -> Tile | None:
    """What one group said in a vote that is closed; the first group unless the link says which."""
    scene = wish.scene
    rounds = entered.rounds(scene.id)
    one = votes_part.chosen(rounds, wish) if rounds else None
    result = entered.result(wish.visitor, one) if one else None
    if one is None or result is None:
        return None
    groups = {each.group: each for each in result.groups if not each.hidden and each.rows}
    if not groups:
        return None
    group = groups[wish.code(votes_part.WHICH, groups, next(iter(groups)))]
    picture = votes_part.picture(result, group)
    told = Told(
        texts.TILE_ABOUT.format(onderwerp=texts.TILE_SUBJECT["themas-stemmen"], wat=group.name),
        (texts.SOURCE_VOTES.format(titel=one.title),),
        texts.date(one.opened_at),
        example=one.example or publish.examples(scene.of("theme")),
        worth=group.turnout,
    )
    return tile(
        "themas-stemmen", PAGE, wish, picture, told,
        tuple(votes_part.codes(one, group.group).items()),
        slide=few(picture, lambda row: -float(row["order"]), MOST),
        native=native.of_table("bar", picture.header[1:], [one[1:] for one in picture.body], (2,)),
    )  # fmt: skip


TILES: dict[str, Maker] = {"themas-gekozen": chosen, "themas-stemmen": votes}
