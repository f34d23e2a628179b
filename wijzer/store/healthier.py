"""Questionnaires of participants and spider webs of residents: what became of each in each round.

A row is one sheet of one person. Keys of persons stay inside: within an answer people are numbered.
"""

from wijzer.store.register import Register, Row

_ROUND = """
round AS (
    SELECT id, number, day, example FROM (
        SELECT * FROM register.survey_round
        QUALIFY revision = max(revision) OVER (PARTITION BY id)
    )
    WHERE life = 'active' AND neighbourhood = $neighbourhood AND subject = $subject
)
"""
_SHEETS = """
WITH $round,
held AS (
    SELECT id, intervention FROM (
        SELECT * FROM register.session
        QUALIFY revision = max(revision) OVER (PARTITION BY id)
    )
    WHERE life = 'active' AND state = 'held'
),
came AS (
    SELECT person, intervention FROM register.attendance JOIN held ON held.id = session
),
sheet AS (
    SELECT response.*, round.number, round.day
    FROM register.response AS response JOIN round ON round.id = response.round
    QUALIFY 1 = row_number() OVER (
        PARTITION BY person, instrument, number ORDER BY answered <> 'answered', day DESC, round
    )
)
SELECT dense_rank() OVER (ORDER BY md5(person)) AS person, number, instrument, version, area,
       coalesce(intervention, '') AS intervention, answered, answers, example
FROM sheet
WHERE person IN (SELECT person FROM came)
   OR coalesce(intervention, '') NOT IN (SELECT intervention FROM came)
ORDER BY instrument, person, number
""".replace("$round", _ROUND)
_ROUNDS = """
WITH $round
SELECT number, min(day) AS day, bool_or(example) AS example
FROM round GROUP BY number ORDER BY number
""".replace("$round", _ROUND)


def sheets(register: Register, neighbourhood: str, subject: str) -> list[Row]:
    """One row per person, instrument and number of the round.

    Columns: person (a number within this answer), number, instrument, version (of the scoring),
    area, intervention ('' for none), answered, answers (in the order of the items, None when
    empty) and example.

    Who never came to an intervention of which attendance is kept is no participant, and left out.
    Of two sheets in rounds with one number the filled-in one counts, then the later one.
    """
    return register.rows(_SHEETS, neighbourhood=neighbourhood, subject=subject)


def rounds(register: Register, neighbourhood: str, subject: str) -> list[Row]:
    """Rounds by number: number, day (the first) and example."""
    return register.rows(_ROUNDS, neighbourhood=neighbourhood, subject=subject)
