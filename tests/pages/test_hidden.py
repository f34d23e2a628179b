"""What is hidden makes no difference: two registers that differ only there look the same.

A page is all that its session sends: every text, table, label, chart with its rows, option and
link. If a hidden number had any way out, two worlds with another hidden number would differ.
The worlds are such that the same cells are hidden in both: which cells those are may be seen.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import Holds, own_register
from tests.pages.visit import Link, trouble, visit
from wijzer.access import MACHINE
from wijzer.lists import GROUPS
from wijzer.store import entries, many
from wijzer.store.register import Register
from wijzer.ui import links

WALK, TEA = "interventie-wandelen", "interventie-thee"
AREAS = ("WK048401", "WK048402", "WK048403")
VIEWS: list[Link] = [
    {},
    {"filter-interventie": WALK},
    {"filter-interventie": TEA},
    {"periode": "2021"},
    {"deel": "WK048402"},
    *({"kenmerk": trait} for trait in ("area", "age", "sex", "origin")),
]
_ADD = "INSERT INTO $table BY NAME SELECT unnest($rows, max_depth := 2)"
_ID = re.compile(r"[$]{2}ID-[0-9a-f]{32}|deferred_file_id: \"[0-9a-f]+\"|\d\d:\d\d uur")
"""Numbers that Streamlit gives to elements, and the minute in which a world was made."""
World = dict[tuple[str, str], int]
"""How many people live in an area and are of an age."""


def fill(register: Register, world: World) -> None:
    """People who all came to one of two interventions, on both of its days."""
    things = [
        ("intervention", id, {"neighbourhood": "alphen-noord", "title": id, "run": "running"})
        for id in (WALK, TEA)
    ]
    days = {f"{id}-{year}": (id, date(year, 5, 3)) for id in (WALK, TEA) for year in (2020, 2021)}
    things += [
        ("session", name, {"intervention": id, "day": day, "state": "held"})
        for name, (id, day) in days.items()
    ]
    many.add_all(register, MACHINE, things, entries.Saving())
    rows = list(_people(world))
    marks = {"batch": "test", "example": False}
    with register.change(MACHINE) as change:
        change.run(_ADD.replace("$table", "participant"), rows=[one | marks for one in rows])
        visits = [
            {"session": f"{one['intervention']}-{year}", "person": one["person"]}
            for one in rows
            for year in (2020, 2021)
        ]
        change.run(_ADD.replace("$table", "attendance"), rows=[one | marks for one in visits])


def _people(world: World) -> list[dict[str, Any]]:
    """Whatever is not told by the world is the same in every world: it goes by number."""
    found: list[dict[str, Any]] = []
    for (area, age), count in sorted(world.items()):
        for number in range(count):
            found.append(
                {
                    "intervention": WALK if age == "65+" else TEA,
                    "person": f"{len(found):064x}",
                    "starts": date(2020, 1, 1),
                    "area": area,
                    "age": age,
                    "sex": "women" if number % 3 else "men",
                    "origin": GROUPS["origin"][0],
                    "target": "in_target",
                }
            )
    return found


def look(folder: Path, world: World, shared: bool) -> dict[str, list[str]]:
    """What the four pages of the monitor send in a world, by view."""
    pages: dict[str, list[str]] = {}
    with own_register(folder, Holds.NOTHING, shared) as register:
        fill(register, world)
        for page in links.MONITOR.values():
            for view in VIEWS if page == "bereik" else VIEWS[:2]:
                seen = visit(page, {"wijk": "alphen-noord"} | view)
                assert trouble(seen) == []
                pages[f"{page} {view}"] = _whole(seen)
        for part in ("bereik", "focus"):
            pages[f"vergelijken {part}"] = _whole(visit("vergelijken", {"beeld": part}))
    return pages


def _whole(found: AppTest) -> list[str]:
    told: list[str] = []

    def walk(node: Any) -> None:
        proto = getattr(node, "proto", None)
        if proto is not None:
            told.append(_ID.sub("", str(proto)))
        for child in getattr(node, "children", {}).values():
            walk(child)

    walk(found.main)
    return told


def swapped(few: int, other: int) -> tuple[World, World]:
    """Two worlds in which two small groups have changed places."""
    base = {
        (AREAS[0], "65+"): 41,
        (AREAS[0], "45-65"): 33,
        (AREAS[1], "45-65"): 27,
    }
    one = base | {(AREAS[1], "65+"): few, (AREAS[2], "65+"): other}
    two = base | {(AREAS[1], "65+"): other, (AREAS[2], "65+"): few}
    return one, two


@pytest.mark.parametrize("shared", [True, False], ids=["public", "team"])
def test_pages_do_change_when_what_is_shown_changes(tmp_path: Path, shared: bool) -> None:
    """The measure itself can see a difference."""
    one, two = swapped(22, 38)
    assert look(tmp_path / "one", one, shared) != look(tmp_path / "two", two, shared)


@pytest.mark.parametrize(
    ("few", "other", "shared"),
    [(1, 4, False), (2, 3, False), (2, 6, True), (5, 6, True), (8, 9, True)],
)
def test_two_worlds_that_differ_in_hidden_cells_look_the_same(
    tmp_path: Path, few: int, other: int, shared: bool
) -> None:
    worlds = swapped(few, other)
    first, second = (look(tmp_path / str(at), world, shared) for at, world in enumerate(worlds))
    assert [name for name in first if first[name] != second[name]] == []
