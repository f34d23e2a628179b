"""The eight pairs on the factsheet of Alphen Noord (March 2019), from our store to the reader."""

import pytest

from tests.publish.conftest import Profiles
from wijzer import catalog, publish
from wijzer.store.database import Store

PRINTED = [
    ("WK048401", "voorzieningen-jongeren", 30, 32, "−", 2090),
    ("WK048402", "voorzieningen-jongeren", 29, 32, "−", 929),
    ("WK048403", "voorzieningen-jongeren", 33, 32, "+", 8360),
    ("WK048401", "wandelen-en-bewegen", 76, 81, "−", 237),
    ("WK048402", "wandelen-en-bewegen", 84, 81, "+", 657),
    ("WK048403", "wandelen-en-bewegen", 94, 81, "+", 35),
    ("alphen-noord", "zelfredzame-ouderen", 74, 76, "−", 1752),
    ("alphen-noord", "ernstig-eenzaam-65plus-factsheet", 10, 9, "−", 3147),
]
Pair = tuple[str, str, int, int, str, int]


@pytest.mark.parametrize("pair", PRINTED, ids=lambda pair: f"{pair[1]}-{pair[2]}")
def test_printed_pair(profiles: Profiles, pair: Pair) -> None:
    area, id, value, benchmark, mark, needed = pair
    row = profiles[area][id]
    word = {"+": "gunstiger", "−": "ongunstiger"}[mark]
    assert (row["value"], row["municipality_value"]) == (value, benchmark)
    assert (row["value_text"], row["municipality_text"]) == (f"{value}%", f"{benchmark}%")
    assert (row["mark"], row["word"]) == (mark, word)
    assert row[
        "difference_text"
    ] == f"{'+' if value > benchmark else '−'}{abs(value - benchmark)}" + (" procentpunt")
    assert f"{value} van de 100" in row["sentence"]
    assert row["sentence"].endswith(
        f"In heel Alphen aan den Rijn zijn dat er {benchmark}. "
        f"Dat is {word} dan in heel Alphen aan den Rijn."
    )
    assert (row["certainty"], row["year"], row["computed"]) == ("unknown_n", 2019, False)
    assert "Factsheet Alphen Noord" in row["source"]
    assert publish.respondents_needed(row) == needed


@pytest.mark.parametrize("pair", PRINTED, ids=lambda pair: f"{pair[1]}-{pair[2]}")
def test_printed_pair_on_the_map(real_store: Store, pair: Pair) -> None:
    area, id, value, benchmark, mark, _ = pair
    (row,) = publish.records(publish.on_map(real_store, id, 2019, (area,)))
    assert (row["value"], row["municipality_value"], row["mark"]) == (value, benchmark, mark)


def test_more_lonely_is_a_minus_and_more_at_ease_a_plus(profiles: Profiles) -> None:
    """The direction belongs to the indicator: one point more is worse for one, better for other."""
    lonely = profiles["alphen-noord"]["ernstig-eenzaam-65plus-factsheet"]
    facilities = profiles["WK048403"]["voorzieningen-jongeren"]
    assert lonely["difference"] == facilities["difference"] == 1
    assert (lonely["mark"], facilities["mark"]) == ("−", "+")
    assert lonely["x"] < 0 < facilities["x"]


def test_what_is_printed_per_part_has_no_figure_for_the_whole(profiles: Profiles) -> None:
    for id in ("voorzieningen-jongeren", "wandelen-en-bewegen"):
        row = profiles["alphen-noord"][id]
        assert row["missing"] == "not_applicable"
        assert row["value_text"] == "niet van toepassing"


def test_the_factsheet_is_not_compared_with_other_neighbourhoods(profiles: Profiles) -> None:
    printed = {id for id, one in catalog.indicators().items() if one.method == "printed"}
    assert printed == {id for _, id, *_ in PRINTED}
    assert not printed & (profiles["zuidwest"].keys() | profiles["WK054609"].keys())
