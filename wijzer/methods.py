"""How every kind of figure is made, with the cases that the tests hold the program against."""

import json
import tomllib
from dataclasses import dataclass
from functools import cache

from wijzer.catalog import DATA


class BadMethods(Exception):
    """data/methods.toml and the cases do not fit together."""


@dataclass(frozen=True, slots=True)
class Case:
    """One published or worked case: its mark, where it comes from, and whether it was published."""

    id: str
    source: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Method:
    """A way to make a figure: what it is for, its formula, its source and its cases."""

    id: str
    name: str
    used: str
    formula: str
    source: str
    cases: tuple[Case, ...]


@cache
def methods() -> tuple[Method, ...]:
    """All methods. Raises BadMethods when a topic has no case, or a case no method."""
    told = tomllib.loads((DATA / "methods.toml").read_text("utf-8"))["method"]
    by_topic: dict[str, list[Case]] = {}
    for case in json.loads((DATA / "reference" / "cases.json").read_text("utf-8")):
        found = Case(case["id"], case["source"], case["evidence"])
        by_topic.setdefault(case["topic"], []).append(found)
    topics = [topic for one in told for topic in one["topics"]]
    if sorted(topics) != sorted(by_topic):
        raise BadMethods(f"topics: {set(topics) ^ set(by_topic)}")
    return tuple(
        Method(
            cases=tuple(case for topic in one.pop("topics") for case in by_topic[topic]),
            **one,
        )
        for one in told
    )
