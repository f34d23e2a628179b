"""A register of its own with themes to vote on, as the team of a neighbourhood would make it."""

from collections.abc import Sequence
from pathlib import Path

from wijzer.access import MACHINE
from wijzer.store import entries, votes
from wijzer.store.register import FILE, Register, create

TITLES = ("Meer bewegen", "Elkaar ontmoeten", "Rondkomen", "Gezond eten", "Veilig op straat")
HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(2)">\'"&amp;{{7*7}}${7*7}%s'
    "</select></form></title><style>*{display:none}</style>"
    + "Zeer lang woord".replace(" ", "")
    * 5
)[:200]


def begin(folder: Path) -> Register:
    """An open register without anything in it."""
    folder.mkdir(parents=True, exist_ok=True)
    create(folder / FILE)
    return Register(folder / FILE)


def themes(register: Register, titles: Sequence[str] = TITLES) -> list[str]:
    """Themes with these titles. Returns their ids."""
    ids = [entries.new_id("theme") for _ in titles]
    for id, title in zip(ids, titles, strict=True):
        body = {"neighbourhood": "zuidwest", "title": title, "choice": "proposed"}
        entries.save(register, MACHINE, "theme", id, body, entries.Saving())
    return ids


def vote(
    register: Register,
    options: Sequence[str],
    method: str = "dots",
    points: int = 3,
    title: str = "Wat is het belangrijkst in de wijk?",
) -> str:
    """An open round. Returns its id."""
    return votes.open_round(register, MACHINE, "zuidwest", title, method, options, points)


def papers(register: Register, round: str, residents: int, professionals: int = 0) -> list[str]:
    """Codes that were handed out, those of residents first."""
    return [
        *votes.hand_out(register, MACHINE, round, "resident", residents),
        *votes.hand_out(register, MACHINE, round, "professional", professionals),
    ]
