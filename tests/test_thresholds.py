"""From how many people a number is shown: dated, and never looser than we began."""

from datetime import date
from pathlib import Path

import pytest

from wijzer import access, thresholds
from wijzer.model import Role
from wijzer.publish.entered import FEWEST_ANSWERS
from wijzer.thresholds import BadThresholds, Limits

FIRST = """
[[rule]]
from = 2026-11-24
decided_by = "het project"
public = { people = 10, answers = 30, partners = 5 }
team = { people = 5, answers = 10, partners = 1 }
"""
STRICTER = """
[[rule]]
from = 2027-03-01
decided_by = "GGD"
public = { people = 10, answers = 50, partners = 5 }
team = { people = 5, answers = 10, partners = 1 }
"""


def write(folder: Path, text: str) -> Path:
    """A file with rules."""
    file = folder / "thresholds.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_rule_of_now_is_what_every_page_uses() -> None:
    now = thresholds.now().limits
    assert now[Role.PUBLIC] == Limits(10, 30, 5) and now[Role.TEAM] == Limits(5, 10, 1)
    assert access.SMALLEST == {Role.PUBLIC: 10, Role.TEAM: 5}
    assert FEWEST_ANSWERS == {Role.PUBLIC: 30, Role.TEAM: 10}


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        (date(2020, 1, 1), 30),
        (date(2026, 11, 24), 30),
        (date(2027, 2, 28), 30),
        (date(2027, 3, 1), 50),
        (date(2030, 1, 1), 50),
    ],
)
def test_a_rule_holds_from_its_day(tmp_path: Path, day: date, answers: int) -> None:
    rules = thresholds.load(write(tmp_path, STRICTER + FIRST))
    assert thresholds.on(rules, day).limits[Role.PUBLIC].answers == answers


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("people = 10, answers = 50", "people = 9, answers = 50"),
        ("answers = 50", "answers = 29"),
        ("partners = 5", "partners = 4"),
        ("team = { people = 5", "team = { people = 4"),
        ("team = { people = 5", "team = { people = 11"),
    ],
)
def test_a_looser_rule_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in STRICTER
    with pytest.raises(BadThresholds, match="2027-03-01"):
        thresholds.load(write(tmp_path, FIRST + STRICTER.replace(old, new)))
