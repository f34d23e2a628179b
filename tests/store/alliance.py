"""Partners and rounds of a network for tests, put in a register as an import would leave them."""

from collections.abc import Iterable, Sequence
from datetime import date

from wijzer.access import MACHINE
from wijzer.store import entries, many
from wijzer.store.entries import Saving
from wijzer.store.register import Change, Register

PLACE = "stevenshof"
DAYS = {1: date(2020, 2, 10), 2: date(2021, 6, 7), 3: date(2022, 6, 6)}
_ROSTER = "INSERT INTO roster VALUES ($round, $partner, $answered, 'toets', $example)"
_TIE = """
INSERT INTO tie VALUES ($round, $sender, $receiver, $respondent, $intensity,
    $reliable, $supportive, $open, $power, $involvement, $resources, 'toets', $example)
"""
_CHECKLIST = """
INSERT INTO checklist
VALUES ($round, $partner, $respondent, $instrument, $version, $answers, 'toets', $example)
"""

Tie = tuple[int, int]


def partner(number: int) -> str:
    """The id of a partner: nowhere else does such a word stand."""
    return f"partner-geheimid{number}"


def name(number: int) -> str:
    """What that partner is called."""
    return f"Naamgeheim{number}"


def partners(register: Register, sectors: Sequence[str]) -> None:
    """A partner of each of these sectors, numbered from 1."""
    rows = (
        ("partner", partner(number),
         {"title": name(number), "neighbourhoods": (PLACE,), "sector": sector})
        for number, sector in enumerate(sectors, 1)
    )  # fmt: skip
    many.add_all(register, MACHINE, rows, Saving())


def wave(
    register: Register,
    number: int,
    roster: Iterable[int],
    silent: Iterable[int] = (),
    ties: Iterable[Tie] = (),
    level: int = 3,
    example: bool = False,
) -> str:
    """A round: who was asked, who of them kept silent, and who names whom. Returns its id."""
    id, quiet = f"ronde-{number}", set(silent)
    body = {"neighbourhood": PLACE, "title": f"Ronde bij partners {number}", "subject": "network",
            "number": number, "day": DAYS[number]}  # fmt: skip
    entries.save(register, MACHINE, "survey_round", id, body, Saving(example=example))
    with register.change(MACHINE) as change:
        for one in roster:
            change.run(
                _ROSTER, round=id, partner=partner(one), answered=one not in quiet, example=example
            )
        for a, b in ties:
            _name(change, id, a, b, level, example=example)
    return id


def tie(
    register: Register,
    round: str,
    a: int,
    b: int,
    level: int = 3,
    respondent: int = 1,
    trust: int | None = 3,
    example: bool = False,
) -> None:
    """One respondent of a partner names another partner; trust and value are the same."""
    with register.change(MACHINE) as change:
        _name(change, round, a, b, level, respondent, trust, example)


def _name(
    change: Change,
    round: str,
    a: int,
    b: int,
    level: int,
    respondent: int = 1,
    trust: int | None = 3,
    example: bool = False,
) -> None:
    items = ("reliable", "supportive", "open", "power", "involvement", "resources")
    change.run(
        _TIE, round=round, sender=partner(a), receiver=partner(b), respondent=respondent,
        intensity=level, example=example, **dict.fromkeys(items, trust),
    )  # fmt: skip


def checklist(
    register: Register, round: str, one: int, answer: int, respondent: int = 1, version: str = "1"
) -> None:
    """One respondent of a partner gives the same answer to every statement."""
    with register.change(MACHINE) as change:
        change.run(
            _CHECKLIST, round=round, partner=partner(one), respondent=respondent, instrument="cac",
            version=version, answers=[answer] * 25, example=False,
        )  # fmt: skip


def referral(register: Register, a: int, b: int, *steps: int | None, year: int = 2021) -> None:
    """How many people one partner sent to another, who arrived and who started, in a year."""
    sent, received, begun = steps
    body = {"neighbourhood": PLACE, "sender": partner(a), "receiver": partner(b),
            "starts": date(year, 1, 1), "ends": date(year, 12, 31), "sent": sent,
            "received": received, "begun": begun, "days": 20.5}  # fmt: skip
    entries.save(register, MACHINE, "referral", entries.new_id("referral"), body, Saving())


def ring(*numbers: int) -> list[Tie]:
    """Each names the next, and the last the first."""
    return list(zip(numbers, (*numbers[1:], numbers[0]), strict=True))
