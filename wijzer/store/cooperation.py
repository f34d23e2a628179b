"""What partners say of each other in the rounds of a network, per organisation.

An organisation has one tie with another, however many of its people answered: it is there when
any of them says so, at the highest level that any of them gives, for a contact of a colleague is a
contact of the organisation. What they think of the other is averaged over them first. Both ends
of a tie were asked in that round.
"""

from wijzer.store.register import Register, Row

_ROSTER = """
SELECT round, partner, answered, example
FROM register.roster
WHERE round IN (SELECT unnest($rounds)) ORDER BY round, partner
"""
_TIES = """
SELECT round, sender, receiver, max(intensity) AS intensity,
       avg(reliable) AS reliable, avg(supportive) AS supportive, avg(open) AS open,
       avg(power) AS power, avg(involvement) AS involvement, avg(resources) AS resources,
       bool_or(tie.example) AS example
FROM register.tie AS tie
SEMI JOIN register.roster AS one ON one.round = tie.round AND one.partner = tie.sender
SEMI JOIN register.roster AS two ON two.round = tie.round AND two.partner = tie.receiver
WHERE tie.round IN (SELECT unnest($rounds))
GROUP BY round, sender, receiver ORDER BY round, sender, receiver
"""
_CHECKLISTS = """
SELECT round, partner, respondent, version, answers, example
FROM register.checklist AS filled
SEMI JOIN register.roster AS asked
    ON asked.round = filled.round AND asked.partner = filled.partner
WHERE filled.round IN (SELECT unnest($rounds)) AND instrument = $instrument
ORDER BY round, partner, respondent
"""


def roster(register: Register, rounds: list[str]) -> list[Row]:
    """Who was asked: round, partner, answered, example; also who has no tie at all."""
    return register.rows(_ROSTER, rounds=rounds)


def ties(register: Register, rounds: list[str]) -> list[Row]:
    """Who says to work with whom: round, sender, receiver, intensity (1 to 4, the highest of the
    respondents), the six items of trust and value (1 to 4, their means), example."""
    return register.rows(_TIES, rounds=rounds)


def checklists(register: Register, rounds: list[str], instrument: str) -> list[Row]:
    """Filled-in checklists: round, partner, respondent, version, answers by item, example."""
    return register.rows(_CHECKLISTS, rounds=rounds, instrument=instrument)
