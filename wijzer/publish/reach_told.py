"""What the page Bereik tells in sentences and tables, made from what may be told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijzer import texts
from wijzer.lists import PERSON
from wijzer.publish.cells import Told
from wijzer.publish.door import Row
from wijzer.publish.entered import title
from wijzer.publish.reach_data import Reached
from wijzer.publish.reach_mirror import Mirror, percent
from wijzer.publish.reach_people import View, people, told_by, total, visits
from wijzer.publish.reach_share import Part, share, target_groups
from wijzer.publish.reach_steps import CHAIN, HIDDEN
from wijzer.publish.sizes import known_size
from wijzer.stats import reach
from wijzer.store.database import Store
from wijzer.store.entries import State

_MOST_MISSING = 2


def lead(
    where: str, found: Reached, view: View, part: Part | None, mirrors: Iterable[Mirror]
) -> str:
    """How many different people came, which share that is, and who is missing."""
    told = people(found, view)
    said = [
        texts.reach_sentence(
            where, texts.reached_people(told.low, told.high, told.hidden), view.year
        )
    ]
    if part:
        said.append(texts.of_hundred(part.low, part.high, part.who, part.about))
    return " ".join([*said, missing(mirrors)])


def missing(mirrors: Iterable[Mirror]) -> str:
    """Who comes less than could be expected over all traits, the most lacking first."""
    shown = list(mirrors)
    lacking = sorted(
        (row for one in shown for row in one.missing), key=lambda row: row.ratio or 0.0
    )
    names = [texts.GROUP_PEOPLE.get(row.group) or texts.from_area(row.name) for row in lacking]
    return texts.missing_groups(names[:_MOST_MISSING], any(one.judged for one in shown))


def worth(found: Reached, view: View, team: bool) -> str:
    """What the numbers are worth, in a few sentences."""
    counts = found.counts_of(view.ids, view.year)
    said = [texts.REACH_BOUNDS_HELP if counts else texts.REACH_PEOPLE_HELP]
    said += [] if team else [texts.REACH_FIVES_HELP]
    return " ".join([*said, texts.REACH_HIDDEN_HELP])


@dataclass(frozen=True, slots=True)
class Line:
    """An intervention in the table: its row, and the columns after its name."""

    row: Row
    cells: tuple[str, ...]


def by_intervention(
    store: Store, found: Reached, state: State, rows: Sequence[Row], year: int | None
) -> list[Line]:
    """Each intervention of which anything was counted: people, visits, share, how often, left."""
    lines = []
    for row in rows:
        view = View(frozenset({row["id"]}), year)
        told, came = people(found, view), visits(found, view)
        if told.low is not None or told.hidden or came.count or came.partial:
            reached = _share(store, found, state, row, view)
            cells = (told.text, came.text, reached, _often(found, view), _left(found, row["id"]))
            lines.append(Line(row, cells))
    return lines


def _share(store: Store, found: Reached, state: State, row: Row, view: View) -> str:
    """The share of its one target group that an intervention reaches."""
    groups = target_groups(state, [row])
    if len(groups) != 1:
        return texts.TARGET_NOT_APPLICABLE
    told = told_by(found, view, "target", ["in_target"]).get("in_target", HIDDEN)
    size = known_size(store, groups[0] | {"size": None})
    return share(title(groups[0]), told, size).cells[2]


def _often(found: Reached, view: View) -> str:
    """The median share of sessions that people came to; not per year."""
    (id,) = view.ids
    told = total(found, View(view.ids))
    if id not in found.intensity or view.year is not None:
        return texts.TARGET_NOT_APPLICABLE
    return texts.HIDDEN_CELL if told.hidden else texts.amount(found.intensity[id] * 100, "%")


def _left(found: Reached, id: str) -> str:
    ended = found.ended.get(id, {})
    stopped, everybody = ended.get("stopped"), ended.get("all", HIDDEN)
    if stopped is None:
        return texts.TARGET_NOT_APPLICABLE
    if stopped.count is None or not everybody.count or not stopped.count:
        return stopped.text
    return texts.with_share(stopped.text, percent(stopped.count, everybody.count))


def by_year(found: Reached, ids: frozenset[str]) -> list[list[str]]:
    """Year, people and visits."""
    views = [View(ids, year) for year in found.years]
    return [[str(one.year), people(found, one).text, visits(found, one).text] for one in views]


def ended_rows(found: Reached, rows: Iterable[Row]) -> list[Line]:
    """How it ended per intervention: came, busy, finished, stopped, and why."""
    return [
        Line(row, (*(_told(ended, way) for way in ("all", "busy", "finished", "stopped")),
                   _reasons(ended)))
        for row in rows
        if (ended := found.ended.get(row["id"]))
    ]  # fmt: skip


def _told(ended: Mapping[str, Told], way: str) -> str:
    return ended[way].text if way in ended else texts.number(0)


def _reasons(ended: Mapping[str, Told]) -> str:
    """Reasons that may be told with their number, the most named first; whether others are hidden.

    Sorted by what is told only.
    """
    told = {
        code: ended[f"stopped:{code}"] for code in PERSON["dropout"] if f"stopped:{code}" in ended
    }
    shown = {code: one.count for code, one in told.items() if one.count}
    order = sorted(shown, key=lambda code: -shown[code])
    said = [f"{texts.WORD['dropout'][code]} {told[code].text}" for code in order]
    hidden = any(one.hidden for one in told.values())
    if hidden and not said:
        return texts.HIDDEN_CELL
    return "; ".join([*said, texts.ENDED_OTHERS] if hidden else said)


def hidden_groups(
    found: Reached, state: State, groups: Iterable[Row], rows: Sequence[Row]
) -> list[tuple[str, str]]:
    """Groups that are hard to reach: name, and in words how they are reached and how many came."""
    return [
        (title(one), _hard_to_reach(found, state, one, rows)) for one in groups if one["hidden"]
    ]


def _hard_to_reach(found: Reached, state: State, group: Row, rows: Sequence[Row]) -> str:
    said = [str(group["how"] or "")]
    for row in rows:
        if [one["id"] for one in target_groups(state, [row])] == [group["id"]]:
            view = View(frozenset({row["id"]}))
            told = told_by(found, view, "target", ["in_target"]).get("in_target", HIDDEN)
            if told.count:
                said.append(
                    texts.HIDDEN_GROUP_REACHED.format(interventie=title(row), aantal=told.text)
                )
    return " ".join(filter(None, said if len(said) > 1 else [*said, texts.HIDDEN_GROUP_NOBODY]))


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """A step as told: its name, number, and shares of the step before and of the first."""

    name: str
    told: Told
    of_previous: str
    of_first: str
    length: float | None


def funnel(found: Reached, view: View) -> list[FunnelStep]:
    """The steps of the interventions in view; nothing when they were not counted or grow."""
    steps = found.steps.told.get((view.ids, view.year)) or _only(found, view)
    known = [(step, steps[step]) for step in CHAIN if step in steps]
    first = known[0][1].count if known else None
    rows, before = [], None
    for step, told in known:
        rows.append(_step(step, told, before, first))
        before = told.count
    return rows


def _only(found: Reached, view: View) -> Mapping[str, Told]:
    """When only one of the interventions in view was counted, its steps are those of all."""
    year_of = {ids: steps for (ids, year), steps in found.steps.told.items() if year == view.year}
    mine = [ids for ids in year_of if ids <= view.ids and len(ids) == 1]
    return year_of[mine[0]] if len(mine) == 1 else {}


def _step(step: str, told: Told, before: int | None, first: int | None) -> FunnelStep:
    name, count = texts.first_upper(texts.WORD["funnel"][step]), told.count
    if count is None:
        return FunnelStep(name, told, "", "", None)
    length = count / first if first else None
    return FunnelStep(name, told, _part(count, before), _part(count, first), length)


def _part(count: int, of: int | None) -> str:
    return percent(count, of) if of and 0 < count < of else ""


def participation(found: Reached, view: View) -> str:
    """RE-AIM's participation rate: started of approached, and with the undetermined added."""
    steps = found.steps.told.get((view.ids, view.year)) or _only(found, view)
    started, offered = (steps.get(step, HIDDEN).count for step in ("started", "approached"))
    unknown = steps.get("undetermined", HIDDEN).count
    rate = reach.participation(started, offered, 0)
    if rate is None or not started or started == offered:
        return ""
    careful = reach.participation(started, offered, unknown)
    return texts.begun_of_approached(
        texts.amount(rate.rate.value * 100, "%"),
        texts.amount(careful.sensitivity.value * 100, "%") if careful else "",
    )


def grown(found: Reached, rows: Iterable[Row]) -> list[str]:
    """Why a funnel is refused, per intervention."""
    bad = (row for row in rows if row["id"] in found.steps.grown)
    return [texts.FUNNEL_GROWS.format(interventie=title(row)) for row in bad]
