"""Whether interventions run with the right focus: a light per intervention, and its reason.

The light is that of the worst part that is known (`stats.fidelity`); with unknown parts it is
incomplete, and then what is known can make it amber or red but never green. A person overrules it
with a reason, for as long as the figures say what they said at that review.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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

    `computed` is the light by the figures, `code` the one that is shown: another one when a
    person overruled it. `reviews` has every review in the window, the newest first.
    """

    row: Row
    parts: tuple[Part, ...]
    code: str
    computed: str
    incomplete: bool
    why: str
    next_step: str
    decision: str
    example: bool
    delivery: Delivery
    reviews: tuple[Row, ...]

    @property
    def light(self) -> str:
        """The light as it reads: shape, letter and word."""
        return light_text(self.code, self.incomplete)

    @property
    def known(self) -> bool:
        """Whether anything at all was entered of it."""
        return bool(self.reviews or any(part.counts is not None for part in self.parts))


def light_text(code: str, incomplete: bool = False) -> str:
    """A light as shape, letter and word."""
    mark, letter = texts.LIGHT_MARK[code], texts.LIGHT_LETTER[code]
    return f"{mark} {letter} {texts.light_word(code, incomplete)}"


def limits(seen: State, neighbourhood: str) -> Limits:
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
    sessions, agreements, tellings = (
        _by_intervention(ask(register, interventions))
        for ask in (delivered.sessions, delivered.agreements, delivered.tellings)
    )
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
            next(iter(reviews(entered, id, when)), None),
        )
        for id in interventions
    }


def _by_intervention[T: (delivered.Session, delivered.Agreement, delivered.Telling)](
    rows: Iterable[T],
) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(row.intervention, []).append(row)
    return found
