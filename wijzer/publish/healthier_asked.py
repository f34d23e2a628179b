"""From the register to `Answers`: sheets of a neighbourhood, its rounds, and who came."""

from collections.abc import Sequence

from wijzer import texts
from wijzer.publish.door import Row
from wijzer.publish.entered import many, of
from wijzer.publish.healthier_answers import Answers
from wijzer.store import healthier, reach
from wijzer.store.entries import State
from wijzer.store.register import Register

Subject = str
"""Of a round: 'questionnaire' or 'web'."""


def asked(
    register: Register, seen: State, neighbourhood: str, areas: Sequence[str], subject: Subject
) -> Answers:
    """All sheets of a neighbourhood, in groups by its interventions, themes and subdistricts."""
    mine = of(seen, "intervention", neighbourhood)
    themes = {row["id"]: tuple(many(row, "themes")) for row in mine}
    return Answers(healthier.sheets(register, neighbourhood, subject), themes, areas)


def asked_when(register: Register, neighbourhood: str, subject: Subject) -> list[Row]:
    """Rounds by number: number, day, and name (as it is shown)."""
    return [
        row | {"name": texts.measured_when(row["number"], row["day"])}
        for row in healthier.rounds(register, neighbourhood, subject)
    ]


def who_came(register: Register, seen: State, neighbourhood: str) -> int | None:
    """Different people who came, to begin a flow with; None when nobody is known to have come.

    Not to be shown as it is: `flow` tells of it what may be read.
    """
    mine = [row["id"] for row in of(seen, "intervention", neighbourhood)]
    return sum(one.people for one in reach.alike(register, mine)) or None
