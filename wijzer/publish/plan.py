"""From profile to plan: themes, the mix of interventions, the thread, and loose ends."""

from collections.abc import Iterable
from dataclasses import dataclass

from wijzer import texts
from wijzer.lists import CODES
from wijzer.publish.door import Row
from wijzer.publish.entered import many, of, title
from wijzer.stats import plan as plan_stats
from wijzer.store.entries import State

PILLARS = CODES["pillar"]
NO_THEME = ""
"""The row of the matrix for interventions without a theme."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What hangs on one indicator in one neighbourhood, from theme to activity."""

    themes: list[Row]
    goals: list[Row]
    interventions: list[Row]
    activities: list[Row]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Interventions by theme and pillar, and what lacks, in sentences."""

    rows: list[tuple[str, str]]
    cells: dict[tuple[str, str], list[Row]]
    gaps: list[str]
    sentence: str


def themes(seen: State, neighbourhood: str, choice: str) -> list[Row]:
    """Themes that were chosen, proposed or rejected, in their order."""
    return [row for row in of(seen, "theme", neighbourhood) if row["choice"] == choice]


def thread(seen: State, neighbourhood: str, indicator: str) -> Thread:
    """Everything that an indicator leads to: its themes and goals, and what is done for them."""
    chosen = [
        row for row in of(seen, "theme", neighbourhood) if indicator in many(row, "indicators")
    ]
    ids = {row["id"] for row in chosen}
    goals = [
        row
        for row in of(seen, "goal", neighbourhood)
        if row["indicator"] == indicator or row["theme"] in ids
    ]
    ids |= {row["theme"] for row in goals}
    known = [row for row in of(seen, "theme", neighbourhood) if row["id"] in ids]
    return Thread(known, goals, *_done_for(seen, neighbourhood, ids, {row["id"] for row in goals}))


def _done_for(
    seen: State, neighbourhood: str, themes: set[str], goals: set[str]
) -> tuple[list[Row], list[Row]]:
    interventions = [
        row
        for row in of(seen, "intervention", neighbourhood)
        if themes & set(many(row, "themes")) or goals & set(many(row, "goals"))
    ]
    ids = {row["id"] for row in interventions}
    activities = of(seen, "activity", neighbourhood)
    return interventions, [row for row in activities if row["intervention"] in ids]


def interventions_of(seen: State, neighbourhood: str, theme: str, goal: str = "") -> list[Row]:
    """Interventions for a theme; with `goal` those that name the goal, else all of its theme."""
    every = of(seen, "intervention", neighbourhood)
    named = [row for row in every if goal and goal in many(row, "goals")]
    return named or [row for row in every if theme in many(row, "themes")]


def children(seen: State, kind: str, parent: str, id: str) -> list[Row]:
    """The things of a kind that name `id` in their field `parent`, by name."""
    rows = [row for row in seen[kind].values() if row[parent] == id]
    return sorted(rows, key=lambda row: str(row.get("title") or ""))


def matrix(seen: State, neighbourhood: str, audience: str = "") -> Matrix:
    """Theme × pillar, for one target group or for all."""
    found = [
        row
        for row in of(seen, "intervention", neighbourhood)
        if not audience or audience in _for_whom(seen, row)
    ]
    every = of(seen, "theme", neighbourhood)
    shown = [row for row in every if row["choice"] == "chosen" or _any(found, row["id"])]
    rows = [(row["id"], title(row)) for row in shown]
    ids = {id for id, _ in rows}
    if any(not ids & set(many(row, "themes")) for row in found):
        rows.append((NO_THEME, texts.NO_THEME))
    cells = {
        (theme, pillar): [row for row in found if _stands(row, theme, pillar, ids)]
        for theme, _ in rows
        for pillar in PILLARS
    }
    return Matrix(rows, cells, _gaps(shown, found), _sentence(shown, found))


def _for_whom(seen: State, row: Row) -> set[str]:
    """The target groups of an intervention: its own, and those of its activities."""
    found = set(many(row, "target_groups"))
    for one in children(seen, "activity", "intervention", row["id"]):
        found |= set(many(one, "target_groups"))
    return found


def _any(found: Iterable[Row], theme: str) -> bool:
    return any(theme in many(row, "themes") for row in found)


def _stands(row: Row, theme: str, pillar: str, shown: set[str]) -> bool:
    mine = set(many(row, "themes")) & shown
    return pillar in many(row, "pillars") and (theme in mine or (theme == NO_THEME and not mine))


def _sentence(shown: list[Row], found: list[Row]) -> str:
    running = sum(row["run"] == "running" for row in found)
    unknown = sum(row["run"] == "unknown" for row in found)
    return texts.mix(len(found), running, unknown, len(shown))


def _gaps(shown: list[Row], found: list[Row]) -> list[str]:
    """Empty pillars, and themes of which nothing runs or of which that is not known."""
    used = {pillar for row in found for pillar in many(row, "pillars")}
    said = [
        texts.NO_PILLAR.format(pijler=texts.WORD["pillar"][one])
        for one in PILLARS
        if one not in used
    ]
    idle = coverage(shown, found).uncovered
    for row in shown:
        if row["id"] in idle:
            mine = [one for one in found if row["id"] in many(one, "themes")]
            said.append(texts.no_running(title(row), [str(one["run"]) for one in mine]))
    return said


def coverage(shown: list[Row], found: list[Row]) -> plan_stats.Coverage:
    """Which themes and pillars have an intervention that runs; see stats.plan."""
    running = [
        plan_stats.Running(
            many(row, "themes"), [PILLARS.index(one) + 1 for one in many(row, "pillars")]
        )
        for row in found
        if row["run"] == "running"
    ]
    return plan_stats.coverage([row["id"] for row in shown], running)


def loose_ends(seen: State, neighbourhood: str) -> list[tuple[str, Row, str]]:
    """What hangs on nothing, as (kind, thing, what lacks): nothing in the thread goes missing."""
    found: list[tuple[str, Row, str]] = []
    for row in of(seen, "intervention", neighbourhood):
        if not _known(seen, "theme", many(row, "themes")):
            found.append(("intervention", row, texts.LACKS_THEME))
        if not many(row, "pillars"):
            found.append(("intervention", row, texts.LACKS_PILLAR))
    found += [
        ("goal", row, texts.LACKS_INDICATOR)
        for row in of(seen, "goal", neighbourhood)
        if not row["indicator"] and not row["measure"]
    ]
    found += [
        ("theme", row, texts.LACKS_FIGURE)
        for row in of(seen, "theme", neighbourhood)
        if row["choice"] == "chosen" and not many(row, "indicators")
    ]
    return found + _hanging(seen)


def _known(seen: State, kind: str, ids: Iterable[str]) -> bool:
    return any(id in seen[kind] for id in ids)


def _hanging(seen: State) -> list[tuple[str, Row, str]]:
    """Things whose parent was taken out of use, wherever they are."""
    parents = (("goal", "theme"), ("activity", "intervention"), ("quote", "theme"),
               ("idea", "theme"), ("theme_group", "theme"), ("reading", "goal"))  # fmt: skip
    return [
        (kind, row, texts.LACKS_PARENT.format(wat=texts.KIND[parent].lower()))
        for kind, parent in parents
        for row in seen[kind].values()
        if row[parent] not in seen[parent]
    ]


def steps(seen: State, neighbourhood: str, scheme: str) -> dict[int, list[Row]]:
    """Statements by number of the step; sources that disagree stand beside each other.

    A number that the scheme does not have is left out.
    """
    found: dict[int, list[Row]] = {}
    rows = [row for row in seen["step"].values() if row["neighbourhood"] == neighbourhood]
    for row in sorted(rows, key=lambda row: (row["number"], row["id"])):
        if row["scheme"] == scheme and row["number"] in _NUMBERS[scheme]:
            found.setdefault(row["number"], []).append(row)
    return found


_NUMBERS = {
    "gwa": range(1, len(texts.STEPS) + 1),
    "amersfoort": range(1, len(texts.AMERSFOORT) + 1),
    "project": range(100),
}


def status(statements: list[Row]) -> str:
    """Where a step stands: the newest statement that a person entered, else the published one."""
    newest = max(statements, key=lambda row: (row["batch"] is None, row["made_at"]), default=None)
    return str(newest["status"]) if newest else "unknown"
