"""What stands out, why a buurt is blank, who live somewhere, and figures through the years."""

import math
import re

import pandas as pd
import pytest

from tests.publish.conftest import Profiles
from wijzer import catalog, publish
from wijzer.model import Area, Sign, Weight
from wijzer.store.database import Store

WHOLES = [one.code for one in catalog.neighbourhoods().values()]


@pytest.mark.parametrize("sign", [Sign.FAVOURABLE, Sign.UNFAVOURABLE])
@pytest.mark.parametrize("code", WHOLES)
def test_stand_out(profiles: Profiles, code: str, sign: Sign) -> None:
    rows = list(profiles[code].values())
    found = publish.stand_out(rows, sign, 100)
    assert found
    assert {row["sign"] for row in found} == {sign}
    assert {row["direction"] for row in found} <= {"higher", "lower"}
    assert [row["strength"] for row in found] == sorted(
        (row["strength"] for row in found), reverse=True
    )
    asked = [re.sub(r"-?(65plus|factsheet)", "", row["indicator"]) for row in found]
    assert len(asked) == len(set(asked))
    assert publish.stand_out(rows, sign, 3) == found[:3]


def test_neutral_never_stands_out(profiles: Profiles) -> None:
    rows = list(profiles["zuidwest"].values())
    assert any(row["sign"] == "higher" for row in rows)
    assert list(publish.stand_out(rows, Sign.HIGHER, 9)) == []


def test_the_farthest_of_one_question_is_kept() -> None:
    def row(name: str, strength: float) -> publish.Row:
        return {
            "name": name, "strength": strength, "sign": "favourable", "direction": "higher"
        }  # fmt: skip

    rows = [row("Eenzaam", 1.0), row("Eenzaam (65+)", 2.0), row("Rookt", 1.5), row("Sport", 0.1)]
    found = publish.stand_out(rows, Sign.FAVOURABLE, 2)
    assert [one["name"] for one in found] == ["Eenzaam (65+)", "Rookt"]


def test_most_people_see_the_same_strength(profiles: Profiles) -> None:
    """In standard deviations of the wijken, worked out again."""
    row = profiles["WK051836"]["eenzaam"]
    gap = abs(row["value"] - row["municipality_value"])
    assert row["strength"] == pytest.approx(gap / row["wijken_sd"])


# --- blank buurten --------------------------------------------------------------------------------

OLD = {id for id, one in catalog.indicators().items()
       if one.method == "model" and one.weight is Weight.AGE_65PLUS}  # fmt: skip


def test_some_buurten_have_no_figures_about_old_people(profiles: Profiles) -> None:
    blank = {
        code: {row["indicator"] for row in rows.values() if row["value"] != row["value"]}
        for code, rows in profiles.items()
    }
    lacking = {code for code, found in blank.items() if found & OLD}
    assert lacking == {"BU04840209", "BU04840307"}  # Rijnoord, Kromme Aar
    assert all(blank[code] >= OLD for code in lacking)


@pytest.mark.parametrize("code", ["BU04840102", "BU04840107", "BU04840209", "BU04840307"])
def test_a_blank_buurt_says_why(profiles: Profiles, code: str) -> None:
    """Woubrugseweg, Bedrijventerrein Heimanswetering, Rijnoord, Kromme Aar."""
    blank = [row for row in profiles[code].values() if row["value"] != row["value"]]
    assert len(blank) >= 10
    for row in blank:
        assert row["missing"] in ("not_published", "too_few")
        assert row["sentence"].startswith(f"Voor {row['area_name']} is er geen cijfer")
        assert len(re.findall(r"\.(?:\s|$)", row["sentence"])) == 2
        assert row["note"]


def test_a_buurt_that_was_blank_in_an_earlier_year_says_why(
    real_store: Store, places: dict[str, Area]
) -> None:
    seen = set()
    for id in OLD | {"eenzaam", "beweegrichtlijn"}:
        for row in publish.records(publish.trend(real_store, id, ("BU04840107", "BU04840307"))):
            if row["value"] != row["value"]:
                assert row["value_text"] in ("niet gepubliceerd", "te weinig antwoorden")
                seen.add(row["name"])
    assert seen == {"Kromme Aar", "Bedrijventerrein Heimanswetering"}


def test_a_year_before_anything_was_measured(real_store: Store) -> None:
    (row,) = publish.records(publish.on_map(real_store, "eenzaam", 1950, ("WK051836",)))
    assert (row["missing"], row["value_text"]) == ("not_measured", "nog niet gemeten")
    assert (row["mark"], row["municipality_name"]) == ("·", "Den Haag")


# --- people, years --------------------------------------------------------------------------------


def test_shares_of_people_add_up(real_store: Store, codes: tuple[str, ...]) -> None:
    seen = 0
    for code in codes:
        rows = publish.people(real_store, code)
        assert set(rows["role"]) <= {"gebied", "gemeente"}
        for _, group in rows.groupby(["role", "trait"]):
            if group["share"].notna().all():
                assert math.isclose(group["share"].sum(), 1)
                seen += 1
            else:
                assert group["share"].isna().all()
                assert set(group["share_text"]) == {"niet gepubliceerd"}
        assert rows["order"].notna().all() and rows["category_name"].notna().all()
        # Beside the municipality of the same year, also where the newest year is not out yet.
        assert (rows.groupby("trait")["year"].nunique() == 1).all(), code
        assert (rows.groupby("trait")["role"].nunique() == 2).all(), code
    assert seen > 300


def test_nobody_is_said_to_be_lacking(real_store: Store, codes: tuple[str, ...]) -> None:
    for code in codes:
        count, year = publish.inhabitants(real_store, code)
        assert (count is None) == (year is None)
        assert count is None or count >= 0
    whole, _ = publish.inhabitants(real_store, "zuidwest")
    parts = [publish.inhabitants(real_store, code)[0] for code in
             catalog.neighbourhood("zuidwest").parts]  # fmt: skip
    assert whole == sum(one or 0 for one in parts)


def test_a_trend_is_cut_at_its_breaks(real_store: Store) -> None:
    cut = 0
    for id, one in catalog.indicators().items():
        rows = publish.trend(real_store, id, ("GM0518",))
        segment = dict(zip(rows["year"], rows["segment"], strict=True))
        for stop in one.breaks:
            before = [number for year, number in segment.items() if year < stop.year]
            after = [number for year, number in segment.items() if year >= stop.year]
            assert not set(before) & set(after), id
            cut += bool(before and after)
        years = sorted(segment)
        assert [segment[year] for year in years] == sorted(segment.values())
    assert cut > 5


def test_areas_and_codes(places: dict[str, Area]) -> None:
    assert places["NL00"].municipality is None
    assert {len(publish.buurten(places, one)) for one in catalog.neighbourhoods().values()} != {0}
    for one in catalog.neighbourhoods().values():
        found = publish.buurten(places, one)
        assert found == tuple(sorted(found))
        assert publish.subdistricts(places, one) == (one.parts if len(one.parts) > 1 else found)


def test_what_is_asked_twice_is_the_same(
    real_store: Store, frames: dict[str, pd.DataFrame]
) -> None:
    """Trap: numbers that depend on the order of asking."""
    for code in ("zuidwest", "BU04840307"):
        pd.testing.assert_frame_equal(publish.profile(real_store, code), frames[code])
    there = publish.on_map(real_store, "eenzaam", 2020, ("WK051836", "WK051833"))
    back = publish.on_map(real_store, "eenzaam", 2020, ("WK051833", "WK051836"))
    assert there["value"].notna().all()
    assert there["value"].tolist() == back["value"].tolist()[::-1]
    assert there["sign"].tolist() == back["sign"].tolist()[::-1]
