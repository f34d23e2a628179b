"""The cached door of Bereik: what is known of reach, and everything the page shows of it."""

from dataclasses import dataclass

from wijzer import catalog, publish, texts
from wijzer.access import Visitor
from wijzer.lists import GROUPS
from wijzer.model import Role
from wijzer.publish import Row
from wijzer.publish import reach_data as known
from wijzer.publish import reach_mirror as mirrors
from wijzer.publish import reach_people as people
from wijzer.publish import reach_share as parts_of
from wijzer.publish import reach_told as told
from wijzer.publish.cells import Counts
from wijzer.publish.reach_data import Reached
from wijzer.publish.reach_mirror import Mirror
from wijzer.publish.reach_people import View
from wijzer.publish.reach_share import Part, Share
from wijzer.stats.proportion import Interval
from wijzer.stats.representation import LIMITS
from wijzer.store import told as published
from wijzer.ui import data, entered, reach_pictures
from wijzer.ui.pictures import Picture


@dataclass(frozen=True, slots=True)
class Asked:
    """What the link asks for; `part` is a subdistrict, empty for the whole neighbourhood."""

    visitor: Visitor
    neighbourhood: str
    theme: str = ""
    intervention: str = ""
    year: int | None = None
    part: str = ""

    @property
    def area(self) -> str:
        """The code of the area in view."""
        return self.part or catalog.neighbourhood(self.neighbourhood).code


@dataclass(frozen=True, slots=True)
class Opening:
    """The first glance: sentence, worth, three numbers each with its help; and the shares.

    `part` and `missing` are what the sentence says of the part that is reached and who is missing.
    """

    lead: str
    worth: str
    numbers: tuple[tuple[str, str], ...]
    shares: tuple[Share, ...]
    shares_said: tuple[str, ...]
    nobody: bool
    example: bool
    part: Part | None
    missing: str


@entered.kept
def counts(neighbourhood: str) -> Counts | None:
    """Participants by person, the same for every page; see publish.reach_data.counts."""
    areas = publish.subdistricts(data.areas(), catalog.neighbourhood(neighbourhood))
    return known.counts(data.register(), entered.everything(), neighbourhood, areas)


@entered.kept
def reached(visitor: Visitor, neighbourhood: str) -> Reached:
    """All that is known of reach. What the public sees is remembered: see store.told."""
    found = prepared(visitor, neighbourhood)
    published.tell(data.register(), found.remember)
    return found


@entered.kept
def prepared(visitor: Visitor, neighbourhood: str) -> Reached:
    """The same, not yet told to anybody: to decide what is hidden takes seconds."""
    public = visitor.role is Role.PUBLIC
    before = published.told(data.register(), "") if public else {}
    return known.reached(
        data.register(),
        entered.everything(),
        visitor,
        neighbourhood,
        counts(neighbourhood),
        before,
    )


@entered.kept
def limits(visitor: Visitor, neighbourhood: str) -> Interval:
    """Between which ratios a group fits: those of the monitor plan, else the project's own."""
    for row in publish.of(entered.seen(visitor), "monitor_plan", neighbourhood):
        low, high = row["low"] or LIMITS.low, row["high"] or LIMITS.high
        if low <= high:
            return Interval(low, high)
    return LIMITS


@entered.kept
def rows(asked: Asked) -> list[Row]:
    """The interventions in view."""
    every = publish.of(entered.seen(asked.visitor), "intervention", asked.neighbourhood)
    return [
        row
        for row in every
        if asked.intervention in ("", row["id"])
        and (not asked.theme or asked.theme in publish.many(row, "themes"))
    ]


@entered.kept
def view(asked: Asked) -> View:
    """The same as ids."""
    return View(frozenset(row["id"] for row in rows(asked)), asked.year, asked.part)


@data.kept
def residents(trait: str, area: str, parts: tuple[str, ...]) -> mirrors.Residents:
    """See reach_mirror.residents: the same for every choice on the page."""
    return mirrors.residents(data.store(), trait, area, parts)


@entered.kept
def mirror(asked: Asked, trait: str) -> Mirror:
    """See reach_mirror.mirror: one trait of what is in view."""
    found = reached(asked.visitor, asked.neighbourhood)
    parts = publish.subdistricts(data.areas(), catalog.neighbourhood(asked.neighbourhood))
    groups = (*parts, "outside", "unknown") if trait == "area" else GROUPS[trait]
    names = {code: area.name for code, area in data.areas().items()} | texts.WORD["group"]
    return mirrors.mirror(
        trait,
        people.told_by(found, view(asked), trait, groups),
        people.total(found, view(asked)),
        residents(trait, asked.area, parts),
        names,
        limits(asked.visitor, asked.neighbourhood),
    )


@entered.kept
def opening(asked: Asked) -> Opening:
    """See Opening."""
    found, here = reached(asked.visitor, asked.neighbourhood), view(asked)
    everybody = people.people(found, here)
    shares, said = _shares(asked)
    part = parts_of.part_of_target(shares) or parts_of.part_of_residents(
        data.store(), found, here, asked.area
    )
    every = [mirror(asked, trait) for trait in mirrors.TRAITS]
    return Opening(
        told.lead(_where(asked), found, here, part, every),
        told.worth(found, here, asked.visitor.role is Role.TEAM),
        _numbers(asked),
        tuple(shares),
        tuple(said),
        everybody.low is None and not everybody.hidden,
        bool(found.examples & here.ids) or publish.examples(rows(asked)),
        part,
        told.missing(every),
    )


def _shares(asked: Asked) -> tuple[list[Share], list[str]]:
    found, here = reached(asked.visitor, asked.neighbourhood), view(asked)
    state = entered.everything()
    shares, said = parts_of.shares(data.store(), found, state, rows(asked), here, asked.area)
    targets = people.told_by(found, here, "target", GROUPS["target"])
    precise = parts_of.precision(targets)
    return shares, [said, precise, texts.REACH_TARGET_HELP if precise else ""]


def _where(asked: Asked) -> str:
    seen = entered.seen(asked.visitor)
    place = data.areas()[asked.area].name
    intervention = publish.title(seen["intervention"].get(asked.intervention))
    theme = publish.title(seen["theme"].get(asked.theme))
    return texts.reach_where(
        place, intervention if asked.intervention else "", theme if asked.theme else ""
    )


def _numbers(asked: Asked) -> tuple[tuple[str, str], ...]:
    found, here = reached(asked.visitor, asked.neighbourhood), view(asked)
    told_people = people.people(found, here)
    help = texts.REACH_PEOPLE_HELP if told_people.exact else texts.REACH_BOUNDS_SHORT
    if asked.part:
        return ((told_people.text, help),)
    visits, indirect = people.visits(found, here), people.indirect(found, here)
    none = not indirect.count and not indirect.partial
    return (
        (told_people.text, help),
        (visits.text, _with(texts.REACH_CONTACTS_HELP, visits.partial)),
        (
            indirect.text,
            texts.REACH_NO_INDIRECT if none else _with(texts.REACH_INDIRECT_HELP, indirect.partial),
        ),
    )


def _with(help: str, partial: bool) -> str:
    return f"{help} {texts.REACH_LEFT_OUT}" if partial else help


@entered.kept
def mirror_picture(asked: Asked, trait: str, position: int) -> Picture:
    """See reach_pictures.of_mirror."""
    name = data.areas()[asked.area].name
    limit = limits(asked.visitor, asked.neighbourhood)
    return reach_pictures.of_mirror(mirror(asked, trait), name, position, limit, mark(asked))


@entered.kept
def map_picture(asked: Asked) -> Picture:
    """See reach_pictures.of_homes."""
    one = catalog.neighbourhood(asked.neighbourhood)
    parts = publish.subdistricts(data.areas(), one)
    layer = "buurten" if parts == publish.buurten(data.areas(), one) else "subdistricts"
    inhabitants = residents("area", one.code, parts).counts
    shapes = data.shapes(layer)
    return reach_pictures.of_homes(
        mirror(asked, "area"), inhabitants, shapes, one.name, mark(asked)
    )


def mark(asked: Asked) -> str:
    """The mark of an example, for a caption."""
    return f" ({texts.EXAMPLE_MARK})" if opening(asked).example else ""


@entered.kept
def funnel_picture(asked: Asked, position: int) -> Picture | None:
    """See reach_pictures.of_funnel; None when no step may be told."""
    steps = told.funnel(reached(asked.visitor, asked.neighbourhood), view(asked))
    if sum(one.length is not None for one in steps) < _FEWEST_STEPS:
        return None
    said = told.participation(reached(asked.visitor, asked.neighbourhood), view(asked))
    title = texts.FUNNEL_ALT.format(wat=_where(asked)) + mark(asked)
    return reach_pictures.of_funnel(steps, title, position, said or texts.FUNNEL_SAID)


_FEWEST_STEPS = 2


def why_no_funnel(asked: Asked) -> str:
    """Nothing was counted, or too many steps are hidden."""
    steps = told.funnel(reached(asked.visitor, asked.neighbourhood), view(asked))
    return texts.FUNNEL_HIDDEN if steps else texts.FUNNEL_NONE
