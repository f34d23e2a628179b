"""Places in a ranking: only where the doubt is known, and never one more certain than that."""

from dataclasses import replace
from typing import Any

import pytest

from tests.publish.conftest import Profiles
from wijzer import catalog, texts
from wijzer.model import Direction, Method, Sign
from wijzer.publish import Row
from wijzer.publish.compare_ranks import Ranked, ranked, ranked_changes
from wijzer.publish.healthier import Change, Points


def row(value: float | None, text: str, n: float | None = None) -> Row:
    return {"value": value, "value_text": text, "n": n}


def one_figure(id: str, *rows: Row | None, flag: str = "") -> Ranked:
    """The places of one figure in as many neighbourhoods."""
    profiles = [{id: one} if one else {} for one in rows]
    [found] = ranked([id], profiles, {id: flag} if flag else {})
    return found


def test_a_register_is_only_unsure_by_rounding() -> None:
    """bijstand: 3%, 3% and 8% printed; lower is favourable."""
    found = one_figure("bijstand", row(3, "3%"), row(3.4, "3%"), row(8, "8%"))
    assert found.cells == ("3%: plaats 1 of 2", "3%: plaats 1 of 2", "8%: plaats 3")
    assert found.why == texts.RANK_ROUNDING


def test_higher_is_favourable_turns_the_places_round() -> None:
    rows = row(60, "60%"), row(70, "70%"), row(65, "65%")
    found = one_figure("netto-arbeidsparticipatie", *rows)
    assert found.cells == ("60%: plaats 3", "70%: plaats 1", "65%: plaats 2")


def test_nothing_to_tell_apart_says_so() -> None:
    found = one_figure("bijstand", row(3, "3%"), row(3.2, "3%"), row(3.9, "4%"))
    assert found.cells[0] == "3%: plaats 1, 2 of 3"
    assert texts.RANK_SAME in found.why


@pytest.mark.parametrize(
    ("id", "rows", "flag", "why"),
    [
        ("eenzaam", [row(1, "1%"), row(9, "9%")], "", texts.RANK_MODEL),
        ("zelfredzame-ouderen", [row(70, "70%"), row(90, "90%")], "", texts.RANK_NO_MARGIN),
        ("huurwoningen", [row(1, "1%"), row(9, "9%")], "", texts.RANK_NEUTRAL),
        ("inwoners", [row(1, "1"), row(9, "9")], "", texts.APART_COUNTS),
        ("bijstand", [row(1, "1%"), None], "", texts.RANK_LACKS),
        ("bijstand", [row(1, "1%"), row(None, "verborgen")], "", texts.RANK_LACKS),
        ("bijstand", [row(1, "1%"), row(9, "9%")], "Niet hetzelfde jaar.", "Niet hetzelfde jaar."),
    ],
)
def test_no_ranking_without_a_known_doubt(
    id: str, rows: list[Row | None], flag: str, why: str
) -> None:
    found = one_figure(id, *rows, flag=flag)
    shown = [one["value_text"] if one else texts.NO_FIGURE for one in rows]
    assert list(found.cells) == shown
    assert found.why == f"Geen rangorde te geven. {why}"


def test_a_survey_has_wilson_intervals_that_hold_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """40, 60 and 160 of 400, as in the test of stats: the first two overlap."""
    known = catalog.indicators()
    survey = replace(known["eenzaam"], method=Method.SURVEY)
    monkeypatch.setattr(catalog, "indicators", lambda: known | {"eenzaam": survey})
    rows = row(10, "10%", 400), row(15, "15%", 400), row(40, "40%", 400)
    found = one_figure("eenzaam", *rows)
    assert found.cells == ("10%: plaats 1 of 2", "15%: plaats 1 of 2", "40%: plaats 3")
    assert found.why == texts.RANK_WILSON
    without = one_figure("eenzaam", *rows[:2], row(40, "40%"))
    assert without.why == f"Geen rangorde te geven. {texts.RANK_NO_MARGIN}"


def test_real_figures_never_get_a_place_without_a_margin(profiles: Profiles) -> None:
    codes = [one.code for one in catalog.neighbourhoods().values()]
    ids = list(catalog.indicators())
    found = ranked(ids, [profiles[code] for code in codes], {})
    placed = {one.indicator for one in found if any("plaats" in cell for cell in one.cells)}
    methods = {catalog.indicator(id).method for id in placed}
    assert methods == {Method.REGISTER}
    assert all(catalog.indicator(id).direction is not Direction.NEUTRAL for id in placed)
    assert len(placed) > 5
    for one in found:
        values = [profiles[code].get(one.indicator) for code in codes]
        shown = [row["value_text"] if row else texts.NO_FIGURE for row in values]
        assert [cell.split(": plaats")[0] for cell in one.cells] == shown


def change(mean: float, ends: tuple[float, float] | None, **more: Any) -> Change:
    points = Points(mean, ends, None, "", Sign.SIMILAR, None)
    return Change("who5", "who5", "WHO-5", "shown", points=points, **more)


def test_changes_are_ranked_by_their_intervals() -> None:
    every = [change(5, (3, 7)), change(0, (-2, 2)), change(6, (4, 8))]
    [found] = ranked_changes({"who5": every}, {})
    assert found.cells == ("+5: plaats 1 of 2", "0: plaats 3", "+6: plaats 1 of 2")
    assert found.why == texts.RANK_CHANGE


@pytest.mark.parametrize(
    "other", [None, change(1, None), Change("who5", "who5", "WHO-5", "too_few")]
)
def test_changes_without_an_interval_give_no_ranking(other: Change | None) -> None:
    [found] = ranked_changes({"who5": [change(5, (3, 7)), other]}, {})
    assert not any("plaats" in cell for cell in found.cells)
    assert found.why.startswith("Geen rangorde te geven.")


def test_changes_of_other_rounds_give_no_ranking() -> None:
    every = [change(5, (3, 7)), change(0, (-2, 2))]
    [found] = ranked_changes({"who5": every}, {"who5": "Niet dezelfde meetronde."})
    assert found.why == "Geen rangorde te geven. Niet dezelfde meetronde."


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [(2, 2, "plaats 2"), (1, 2, "plaats 1 of 2"), (1, 3, "plaats 1, 2 of 3"),
     (2, 6, "plaats 2 tot en met 6")],
)  # fmt: skip
def test_words_of_places(first: int, last: int, text: str) -> None:
    assert texts.place_range(first, last) == text
