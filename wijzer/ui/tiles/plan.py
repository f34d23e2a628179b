"""Tiles of Plan: the mix of interventions, and the goals."""

from collections import Counter

from wijzer import publish, texts
from wijzer.export.content import Tile
from wijzer.publish import Row
from wijzer.ui import entered, goals_part, plan_page, things
from wijzer.ui.tiles.wish import Maker, Told, Wish, listed

PAGE = "plan"


def mix(wish: Wish) -> Tile | None:
    """Which interventions there are, by theme and pillar, and what lacks."""
    scene = wish.scene
    if not scene.of("intervention"):
        return None
    audience = plan_page.audience(scene, wish)
    found = entered.matrix(wish.visitor, scene.id, audience)
    group = scene.seen["target_group"].get(audience)
    told = Told(
        texts.TILE_SUBJECT["plan-mix"],
        (texts.SOURCE_PLAN,),
        filters=((texts.MATRIX_FOR, things.name(group)),) if group else (),
        example=publish.examples(plan_page.told(scene)),
        worth=" ".join(found.gaps or [texts.NO_GAPS]),
    )
    rows = [
        [name, *(_cell(found.cells[theme, pillar]) for pillar in plan_page.PILLARS)]
        for theme, name in found.rows
    ]
    title = texts.MATRIX_TABLE.format(wijk=scene.name)
    codes = tuple(plan_page.codes(audience).items())
    header = plan_page.mix_header()
    return listed("plan-mix", PAGE, wish, title, found.sentence, header, rows, told, codes)


def _cell(rows: list[Row]) -> str:
    named = [texts.runs(things.name(row), row["run"]) for row in rows]
    return "; ".join(named) or texts.NOTHING_HERE


def goals(wish: Wish) -> Tile | None:
    """The goals: from their baseline to their target, and where they stand."""
    scene = wish.scene
    goals = scene.of("goal")
    if not goals:
        return None
    rows = [goals_part.goal_row(scene, row) for row in goals]
    told = Told(
        texts.TILE_SUBJECT["plan-doelen"],
        (texts.SOURCE_PLAN,),
        benchmark=texts.BENCHMARK_BASELINE,
        example=publish.examples(goals_part.told(scene)),
        worth=texts.GOALS_WORTH,
    )
    # A standing reads as mark and word.
    standing = Counter(row[-1].split(" ", 1)[1] for row in rows)
    return listed(
        "plan-doelen", PAGE, wish, texts.GOALS_TABLE.format(wijk=scene.name),
        texts.goals_said(standing), texts.GOALS_HEADER, rows, told, (("plandeel", "doelen"),),
    )  # fmt: skip


TILES: dict[str, Maker] = {"plan-mix": mix, "plan-doelen": goals}
