"""From how many people, answers or partners a number is shown: rules in data/thresholds.toml."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from wijzer.catalog import DATA
from wijzer.model import Role


class BadThresholds(Exception):
    """A rule that cannot be: looser than the first one, for the public looser than for the team,
    or not of its time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest number of people, answers and partners that a role is told of."""

    people: int
    answers: int
    partners: int

    def as_strict_as(self, other: "Limits") -> bool:
        """Whether nothing is shown that the other hides."""
        mine = (self.people, self.answers, self.partners)
        return all(
            one >= two
            for one, two in zip(mine, (other.people, other.answers, other.partners), strict=True)
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """The limits from a day on, and in which role that was decided."""

    since: date
    decided_by: str
    limits: dict[Role, Limits]


def load(file: Path) -> tuple[Rule, ...]:
    """The rules of a file, oldest first. Raises BadThresholds."""
    told = tomllib.loads(file.read_text("utf-8"))["rule"]
    rules = tuple(sorted(map(_rule, told), key=lambda one: one.since))
    for one in rules:
        loose = [role for role in Role if not one.limits[role].as_strict_as(rules[0].limits[role])]
        if loose or not one.limits[Role.PUBLIC].as_strict_as(one.limits[Role.TEAM]):
            raise BadThresholds(f"{file.name}: de regel vanaf {one.since} is te ruim")
    return rules


def _rule(told: dict[str, Any]) -> Rule:
    return Rule(told["from"], told["decided_by"], {role: Limits(**told[role]) for role in Role})


def on(rules: Sequence[Rule], day: date) -> Rule:
    """The rule that holds on a day; before the first one, the first one."""
    return next((one for one in reversed(rules) if one.since <= day), rules[0])


@cache
def now() -> Rule:
    """The rule that holds since this program was started."""
    return on(load(DATA / "thresholds.toml"), date.today())
