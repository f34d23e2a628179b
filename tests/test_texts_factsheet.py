"""Sentences of the factsheet that depend on a number."""

import pytest

from wijzer import texts


@pytest.mark.parametrize(
    ("count", "running", "said"),
    [(0, 0, "geen"), (3, 0, "3"), (3, 1, "3 (1 loopt)"), (3, 2, "3 (2 lopen)")],
)
def test_interventions_in_a_cell_of_the_plan(count: int, running: int, said: str) -> None:
    assert texts.pillar_cell(count, running) == said


@pytest.mark.parametrize(
    ("chosen", "named", "said"),
    [
        (0, 0, "Er zijn nog geen thema’s gekozen."),
        (1, 0, "Er is 1 thema gekozen."),
        (4, 1, "Er zijn 4 thema’s gekozen. Er is er 1 genoemd."),
        (0, 6, "Er zijn nog geen thema’s gekozen. Er zijn er 6 genoemd."),
    ],
)
def test_how_many_themes(chosen: int, named: int, said: str) -> None:
    assert texts.themes_counted(chosen, named) == said


def test_how_many_actions_are_open() -> None:
    said = [texts.actions_open(count) for count in range(3)]
    assert said[0] == "Er staan geen acties open."
    assert said[1:] == ["Er staat 1 actie open.", "Er staan 2 acties open."]


def test_a_source_with_its_tables() -> None:
    assert texts.source_tables("CBS", ["84799NED", "85618NED"]) == "CBS (84799NED, 85618NED)"
