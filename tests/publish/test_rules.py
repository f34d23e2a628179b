"""The same figure under other rules in use, worked out by hand."""

import pytest

from tests.publish.conftest import Profiles
from wijzer import publish
from wijzer.model import Sign
from wijzer.publish import Row

# Moerwijk-like: 67% lonely beside 57%. Over 30 wijken the mean is 55 and the deviation 8:
# z = -(67 - 55) / 8 = -1.5, as lonely is unfavourable.
ROW: Row = {
    "indicator": "eenzaam", "unit": "%", "method": "model", "direction": "lower",
    "value": 67.0, "municipality_value": 57.0, "sign": "unfavourable",
    "difference_text": "+10 procentpunt", "wijken_mean": 55.0, "wijken_sd": 8.0, "wijken_n": 30,
}  # fmt: skip
OWN, INTERVAL, AMSTERDAM, SWING, GGD, POINTS = range(6)


def signs(row: Row) -> list[tuple[str, str]]:
    return [(one.mark, one.word) for one in publish.outcomes(row)]


def test_by_hand() -> None:
    bad, far = ("−", "ongunstiger"), ("−", "veel ongunstiger")
    # Amsterdam: far from 1.0; Swing: far from 1.5; GGD NHN: 1.0 to 2.0; and 10 points is over 5.
    assert signs(ROW) == [bad, ("·", "niet te vergelijken"), far, far, bad, bad]


@pytest.mark.parametrize(
    ("value", "amsterdam", "swing", "ggd"),
    [
        (58.9, "≈", "≈", "≈"),  # z = -0.49
        (59.0, "−", "−", "≈"),  # z = -0.5: on the limit counts
        (63.0, "−", "−", "−"),  # z = -1.0
        (51.0, "+", "+", "≈"),  # z = 0.5
        (39.0, "+", "+", "+"),  # z = 2.0
    ],
)
def test_by_z_score(value: float, amsterdam: str, swing: str, ggd: str) -> None:
    found = publish.outcomes(ROW | {"value": value})
    assert [found[one].mark for one in (AMSTERDAM, SWING, GGD)] == [amsterdam, swing, ggd]


@pytest.mark.parametrize(
    ("value", "far"),
    [(62.9, []), (63.0, [AMSTERDAM]), (67.0, [AMSTERDAM, SWING]), (71.0, [AMSTERDAM, SWING, GGD])],
)
def test_far(value: float, far: list[int]) -> None:
    found = publish.outcomes(ROW | {"value": value})
    assert [place for place, one in enumerate(found) if one.word.startswith("veel")] == far


@pytest.mark.parametrize(
    ("value", "mark"), [(61.9, "≈"), (62.0, "−"), (52.1, "≈"), (52.0, "+"), (57.0, "≈")]
)
def test_by_points(value: float, mark: str) -> None:
    assert publish.outcomes(ROW | {"value": value})[POINTS].mark == mark


def test_higher_is_favourable_turns_it_round() -> None:
    """34% wise with money beside 24: z = (34 - 25) / 4 = 2.25."""
    row = ROW | {
        "indicator": "beweegrichtlijn", "direction": "higher", "sign": "favourable",
        "value": 34.0, "municipality_value": 24.0, "wijken_mean": 25.0, "wijken_sd": 4.0,
    }  # fmt: skip
    found = signs(row)
    assert [mark for mark, _ in found] == ["+", "·", "+", "+", "+", "+"]
    assert [word for _, word in found[AMSTERDAM:POINTS]] == ["veel gunstiger"] * 3


def test_neutral_is_higher_or_lower_never_better() -> None:
    row = ROW | {
        "indicator": "huurwoningen", "direction": "neutral", "method": "register", "sign": "higher",
        "value": 67.0,
    }  # fmt: skip
    assert [one.sign for one in publish.outcomes(row)] == [
        Sign.HIGHER, Sign.UNKNOWN, Sign.HIGHER, Sign.HIGHER, Sign.HIGHER, Sign.HIGHER,
    ]  # fmt: skip
    low = publish.outcomes(row | {"value": 43.0, "sign": "lower"})
    assert {one.sign for one in low} == {Sign.LOWER, Sign.UNKNOWN}


@pytest.mark.parametrize("gone", ["value", "wijken_mean", "wijken_sd"])
def test_without_spread_no_z_score(gone: str) -> None:
    found = publish.outcomes(ROW | {gone: float("nan")})
    assert [found[one].mark for one in (AMSTERDAM, SWING, GGD)] == ["·"] * 3


def test_without_benchmark_no_points() -> None:
    assert publish.outcomes(ROW | {"municipality_value": float("nan")})[POINTS].mark == "·"


def test_a_figure_that_is_no_percentage_has_no_points(profiles: Profiles) -> None:
    found = [one for one in profiles["zuidwest"].values() if one["unit"] != "%"]
    assert found
    assert {publish.outcomes(one)[POINTS].sign for one in found} == {Sign.UNKNOWN}


def test_no_figure_gets_a_test_and_each_says_why(profiles: Profiles) -> None:
    """No source tells how many answered: a model, a register and a printed figure, each for its
    own reason."""
    why: dict[str, set[str]] = {}
    for row in profiles["alphen-noord"].values():
        found = publish.outcomes(row)
        assert found[INTERVAL].sign is Sign.UNKNOWN
        assert found[OWN].sign == row["sign"]
        assert all(one.why.endswith(".") for one in found)
        why.setdefault(row["method"], set()).add(found[INTERVAL].why)
    assert set(why) == {"model", "register", "printed"}
    assert len(set.union(*why.values())) == 3


@pytest.mark.parametrize(
    ("changed", "needed"),
    [
        ({"value": 30.0, "municipality_value": 32.0}, 2090),
        ({"value": 94.0, "municipality_value": 81.0}, 35),
        ({"value": 57.0, "sign": "similar"}, None),
        ({"value": 57.4, "sign": "similar"}, None),
        ({"value": float("nan"), "sign": "unknown"}, None),
        ({"municipality_value": float("nan"), "sign": "unknown"}, None),
        ({"unit": "km"}, None),
        ({"method": "register"}, None),
    ],
)
def test_answers_needed(changed: Row, needed: int | None) -> None:
    assert publish.respondents_needed(ROW | changed) == needed


def test_answers_are_asked_for_shares_of_people_only(profiles: Profiles) -> None:
    asked = [
        row
        for rows in profiles.values()
        for row in rows.values()
        if publish.respondents_needed(row) is not None
    ]
    assert len(asked) > 1000
    for row in asked:
        assert row["unit"] == "%" and row["method"] in ("model", "printed", "survey"), row
        assert row["sign"] in ("favourable", "unfavourable", "higher", "lower"), row
        assert (publish.respondents_needed(row) or 0) > 0
