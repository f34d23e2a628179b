"""Who came to the interventions: counts of people who are alike, never a row of one person."""

from dataclasses import dataclass

from wijzer.store.register import Register, Row

_HELD = """
held AS (
    SELECT id, intervention, day, people FROM (
        SELECT * FROM register.session
        QUALIFY revision = max(revision) OVER (PARTITION BY id)
    )
    WHERE life = 'active' AND state = 'held' AND intervention IN (SELECT unnest($interventions))
)
"""
"""Sessions that were held: every question below begins with them, as $held."""
_ALIKE = """
WITH $held,
came AS (
    SELECT DISTINCT person, intervention, year(day) AS year
    FROM register.attendance JOIN held ON held.id = session
),
who AS (
    SELECT person, arg_max(area, starts) AS area, arg_max(age, starts) AS age,
           arg_max(sex, starts) AS sex, arg_max(origin, starts) AS origin
    FROM register.participant
    WHERE intervention IN (SELECT unnest($interventions))
    GROUP BY person
),
one AS (
    SELECT came.person, who.area, who.age, who.sex, who.origin,
           list_sort(list([came.intervention, came.year::VARCHAR, coalesce(target, 'unknown')]))
               AS visits
    FROM came
    LEFT JOIN who ON who.person = came.person
    LEFT JOIN register.participant AS enrolled
        ON enrolled.person = came.person AND enrolled.intervention = came.intervention
    GROUP BY ALL
)
SELECT coalesce(area, 'unknown') AS area, coalesce(age, 'unknown') AS age,
       coalesce(sex, 'unknown') AS sex, coalesce(origin, 'unknown') AS origin,
       visits, count(*) AS people
FROM one GROUP BY ALL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Alike:
    """People who are alike in all that is counted; `visits` has (intervention, year, target)."""

    area: str
    age: str
    sex: str
    origin: str
    visits: tuple[tuple[str, int, str], ...]
    people: int


def alike(register: Register, interventions: list[str]) -> list[Alike]:
    """Everybody who came at least once to one of these, as groups of people who are alike.

    Somebody has one home, age, sex and origin: those of the newest enrolment. Who came without
    being enrolled is counted, with everything unknown.
    """
    return [
        Alike(
            row["area"],
            row["age"],
            row["sex"],
            row["origin"],
            tuple((where, int(year), target) for where, year, target in row["visits"]),
            row["people"],
        )
        for row in _rows(register, _ALIKE, interventions)
    ]


_INTENSITY = """
WITH $held,
enrolled AS (
    SELECT * FROM register.participant WHERE intervention IN (SELECT unnest($interventions))
),
each AS (
    SELECT enrolled.intervention, enrolled.person,
           count(*) AS held, count(attendance.person) AS attended
    FROM enrolled
    JOIN held ON held.intervention = enrolled.intervention
        AND held.day >= enrolled.starts AND held.day <= coalesce(enrolled.ends, held.day)
    LEFT JOIN register.attendance AS attendance
        ON attendance.session = held.id AND attendance.person = enrolled.person
    GROUP BY ALL
)
SELECT intervention, count(*) AS people, median(attended / held) AS intensity,
       sum(attended)::INTEGER AS contacts
FROM each WHERE attended > 0 GROUP BY intervention ORDER BY intervention
"""
_ENDED = """
WITH $held,
came AS (
    SELECT DISTINCT person, intervention FROM register.attendance JOIN held ON held.id = session
)
SELECT intervention, coalesce(ended, 'busy') AS ended, coalesce(reason, 'unknown') AS reason,
       count(*) AS people
FROM came LEFT JOIN register.participant USING (person, intervention)
GROUP BY ALL ORDER BY ALL
"""
_CONTACTS = """
WITH $held,
came AS (SELECT session, count(*) AS people FROM register.attendance GROUP BY session)
SELECT held.intervention, year(held.day)::INTEGER AS year, count(*)::INTEGER AS sessions,
       sum(greatest(coalesce(came.people, 0), coalesce(held.people, 0)))::INTEGER AS contacts,
       bool_or(came.people IS NOT NULL) AS by_person
FROM held LEFT JOIN came ON came.session = held.id
GROUP BY ALL ORDER BY ALL
"""
_EXAMPLE = """
SELECT DISTINCT intervention FROM register.participant
WHERE example AND intervention IN (SELECT unnest($interventions))
ORDER BY intervention
"""


def intensity(register: Register, interventions: list[str]) -> list[Row]:
    """Per intervention: intervention, people who came, intensity (median share of the sessions
    held while enrolled that a person came to) and contacts (all their visits)."""
    return _rows(register, _INTENSITY, interventions)


def ended(register: Register, interventions: list[str]) -> list[Row]:
    """Of those who came, per intervention: intervention, ended ('finished', 'stopped', 'busy'),
    reason, people."""
    return _rows(register, _ENDED, interventions)


def contacts(register: Register, interventions: list[str]) -> list[Row]:
    """Per intervention and year: intervention, year, sessions that were held, contacts (how often
    somebody came) and by_person (whether it is known of any session who came)."""
    return _rows(register, _CONTACTS, interventions)


def examples(register: Register, interventions: list[str]) -> list[str]:
    """The interventions among these whose participants are invented."""
    return [row["intervention"] for row in register.rows(_EXAMPLE, interventions=interventions)]


def _rows(register: Register, sql: str, interventions: list[str]) -> list[Row]:
    return register.rows(sql.replace("$held", _HELD), interventions=interventions)
