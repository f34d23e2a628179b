"""Who came to the interventions: counts of people who are alike, never a row of one person."""

from dataclasses import dataclass

from wijzer.store.register import Register, Row

_NOW = """
held AS (
    SELECT id, intervention, day FROM (
        SELECT * FROM register.session
        QUALIFY revision = max(revision) OVER (PARTITION BY id)
    )
    WHERE life = 'active' AND state = 'held' AND intervention IN (SELECT unnest($interventions))
)
"""
_ALIKE = f"""
WITH {_NOW},
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
    SELECT who.*, list_sort(list([came.intervention, came.year::VARCHAR, target])) AS visits
    FROM came
    JOIN who USING (person)
    JOIN register.participant AS enrolled
        ON enrolled.person = came.person AND enrolled.intervention = came.intervention
    GROUP BY ALL
)
SELECT area, age, sex, origin, visits, count(*) AS people
FROM one GROUP BY ALL ORDER BY ALL
"""  # noqa: S608 our own text


@dataclass(frozen=True, slots=True)
class Alike:
    """People who are alike in everything that is counted; `visits` has (intervention, year, target)."""

    area: str
    age: str
    sex: str
    origin: str
    visits: tuple[tuple[str, int, str], ...]
    people: int


def alike(register: Register, interventions: list[str]) -> list[Alike]:
    """Everybody who came at least once to one of these, as groups of people who are alike."""
    return [
        Alike(
            row["area"],
            row["age"],
            row["sex"],
            row["origin"],
            tuple((where, int(year), target) for where, year, target in row["visits"]),
            row["people"],
        )
        for row in register.rows(_ALIKE, interventions=interventions)
    ]


_INTENSITY = f"""
WITH {_NOW},
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
"""  # noqa: S608 our own text
_ENDED = """
SELECT intervention, coalesce(ended, 'busy') AS ended, coalesce(reason, 'unknown') AS reason,
       count(*) AS people
FROM register.participant
WHERE intervention IN (SELECT unnest($interventions))
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
    return register.rows(_INTENSITY, interventions=interventions)


def ended(register: Register, interventions: list[str]) -> list[Row]:
    """Per intervention: intervention, ended ('finished', 'stopped', 'busy'), reason, people."""
    return register.rows(_ENDED, interventions=interventions)


def examples(register: Register, interventions: list[str]) -> list[str]:
    """The interventions among these whose participants are invented."""
    return [row["intervention"] for row in register.rows(_EXAMPLE, interventions=interventions)]
