"""Whether interventions run with the right focus: a light per intervention, and its reason.

The light is that of the worst part that is known (`stats.fidelity`); with unknown parts it is
incomplete, and then what is known can make it amber or red but never green. A person overrules it
with a reason, for as long as the figures say what they said at that review.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.publish.cells import ALL, Counts, Slice
from wijzer.publish.door import Row
from wijzer.publish.entered import examples, of
from wijzer.publish.focus_parts import Delivery, Part, Window, parts
from wijzer.stats import fidelity
from wijzer.stats.fidelity import Light, Signal
from wijzer.store import focus as delivered
from wijzer.store import reach
from wijzer.store.entries import State
from wijzer.store.register import Register

Participants = Mapping[str, Mapping[int | None, int | None]]
"""Intervention → year, or None since the start → different people as published; None if hidden."""
GREY = Light.GREY.value


@dataclass(frozen=True, slots=True)
class Limits:
    """Green from the first, amber from the second on."""

    green: float = fidelity.GREEN_FROM
    amber: float = fidelity.AMBER_FROM


@dataclass(frozen=True, slots=True)
class Focus:
    """One intervention as published: its light, why, what comes next, and the parts.

    `computed` is the light by the figures and `by_figures` the reason for it; `code` is the light
    that is shown: another one when a person overruled it. `reviews` has every review in the window,
    the newest first.
    """

    row: Row
    parts: tuple[Part, ...]
    code: str
    computed: str
    incomplete: bool
    by_figures: str
    why: str
    next_step: str
    decision: str
    example: bool
    delivery: Delivery
    reviews: tuple[Row, ...]

    @property
    def light(self) -> str:
        """The light as it reads: shape, letter and word."""
        return texts.light_text(self.code, self.incomplete and (self.measured or self.code != GREY))

    @property
    def measured(self) -> bool:
        """Whether any part is known."""
        return any(part.counts is not None for part in self.parts)

    @property
    def entered(self) -> bool:
        """Whether anything was entered of how it is delivered."""
        one = self.delivery
        return bool(self.measured or one.sessions or one.agreements or self.reviews or one.elements)


def focus_limits(seen: State, neighbourhood: str) -> Limits:
    """Those of the monitor plan, where they make sense; else the usual ones."""
    for plan in of(seen, "monitor_plan", neighbourhood):
        green, amber = plan["green"], plan["amber"]
        found = Limits(
            fidelity.GREEN_FROM if green is None else green,
            fidelity.AMBER_FROM if amber is None else amber,
        )
        if 0 <= found.amber <= found.green <= 1:
            return found
    return Limits()


def participants(
    counts: Counts, interventions: Iterable[str], before: Mapping[str, int]
) -> Participants:
    """Different people per intervention and year, as the public may read them.

    Also for the team: the light is the same for everybody. Interventions without persons are left
    out. `before` are the counts that the public saw last, see `store.told`.
    """
    found = {}
    for id in interventions:
        mine = frozenset({id})
        if counts.counted(Slice(mine))[ALL]:
            found[id] = {
                year: counts.table(Slice(mine, year), access.PUBLIC, before).told().count
                for year in (None, *counts.years)
            }
    return found


def deliveries(
    register: Register, entered: State, interventions: list[str], came: Participants, when: Window
) -> dict[str, Delivery]:
    """What was delivered per intervention. `entered` is everything as it stands, unpublished."""
    sessions = _by_intervention(delivered.sessions(register, interventions))
    agreements = _by_intervention(delivered.agreements(register, interventions))
    tellings = _by_intervention(delivered.tellings(register, interventions))
    exposure = {
        row["intervention"]: (float(row["intensity"]), int(row["people"]))
        for row in reach.intensity(register, interventions)
    }
    return {
        id: Delivery(
            sessions.get(id, []),
            agreements.get(id, []),
            tellings.get(id, []),
            came.get(id, {}),
            exposure.get(id),
            _things(entered, "core_element", id),
            _things(entered, "adaptation", id),
            next(iter(focus_reviews(entered, id, when)), None),
        )
        for id in interventions
    }


T = TypeVar("T", delivered.Session, delivered.Agreement, delivered.Telling)


def _by_intervention(rows: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(row.intervention, []).append(row)
    return found


def _things(entered: State, kind: str, intervention: str) -> list[Row]:
    """Things of an intervention that are in use, by name."""
    rows = (row for row in entered[kind].values() if row["intervention"] == intervention)
    found = [row for row in rows if row["life"] == "active"]
    return sorted(found, key=lambda row: str(row.get("title") or ""))


def focus_reviews(entered: State, intervention: str, when: Window) -> list[Row]:
    """The reviews of an intervention in these days, the newest first."""
    found = [
        row for row in _things(entered, "focus_review", intervention) if when.holds(row["day"])
    ]
    return sorted(found, key=lambda row: (row["day"], row["made_at"]), reverse=True)


def focus_signal(one: Delivery, when: Window, found: Limits) -> Signal:
    """The light by the figures alone; the same for everybody."""
    shares = {part.id: part.counts for part in parts(one, when, access.PUBLIC)}
    return fidelity.light(shares, found.green, found.amber)


def focus_code(found: Signal) -> str:
    """The light that may be shown by the figures: what is incomplete is never green."""
    return GREY if found.incomplete and found.light is Light.GREEN else found.light.value


def focus(
    row: Row, one: Delivery, every: Iterable[Row], when: Window, limits: Limits, visitor: Visitor
) -> Focus:
    """One intervention as published for a visitor. `every` are its reviews, the newest first."""
    told, found = parts(one, when, visitor), focus_signal(one, when, limits)
    every, computed, by_figures = tuple(every), focus_code(found), _by_figures(told, found)
    overruled = _overruled(found, computed, one.review)
    review = one.review or {}
    return Focus(
        row,
        told,
        overruled.light.value if overruled else computed,
        computed,
        found.incomplete,
        by_figures,
        _why(by_figures, found, one.review, overruled is not None),
        review.get("next_step") or texts.NO_STEP,
        texts.decision_word(review.get("decision")),
        examples([row, *every, *one.elements, *one.adaptations]),
        one,
        every,
    )


def _overruled(found: Signal, computed: str, review: Row | None) -> Signal | None:
    """The light as a person put it, when that still holds: with a reason, and on these figures."""
    if review is None or not (review["reason"] or "").strip() or review["light"] == computed:
        return None
    if review["computed"] not in (None, computed):
        return None
    return fidelity.overrule(found, Light(review["light"]), review["reason"])


def _by_figures(told: Iterable[Part], found: Signal) -> str:
    """The part that decided, and what is not known."""
    by_id = {part.id: part for part in told}
    unknown = [part.id for part in by_id.values() if part.counts is None]
    worst = by_id[found.worst].text if found.worst else ""
    return texts.focus_why(found.worst or "", worst, unknown, found.light is Light.GREEN)


def _why(by_figures: str, found: Signal, review: Row | None, overruled: bool) -> str:
    """The reason by the figures and what the newest review says; first what decided."""
    if review is None:
        return by_figures
    word = texts.light_word(focus_code(found), found.incomplete and bool(found.worst))
    reason = (review["reason"] or "").strip()
    said = texts.reviewed(review["day"], reason, review["light"], word, overruled)
    return f"{said} {by_figures}" if overruled else f"{by_figures} {said}"


def focus_sentence(found: Iterable[Focus]) -> str:
    """The message of the page: the lights of the interventions that run."""
    running = [one for one in found if one.row["run"] == "running"]
    return texts.focus_lead(Counter(map(_class, running)), len(running))


def _class(one: Focus) -> str:
    return "incomplete" if one.code == GREY and one.measured else one.code


def focus_worth(found: Iterable[Focus], limits: Limits) -> str:
    """What the lights are worth: the rule, how many a person set, how many lack something."""
    running = [one for one in found if one.row["run"] == "running"]
    overruled = sum(one.code != one.computed for one in running)
    unsure = sum(one.incomplete and one.code != GREY for one in running)
    return texts.focus_worth(limits.green, limits.amber, overruled, unsure)
