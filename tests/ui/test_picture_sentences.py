"""The sentence on top of a picture says what its own table says."""

import pytest

from wijzer import catalog, publish, texts
from wijzer.store.database import Store
from wijzer.ui import pictures

WHOLES = [one.code for one in catalog.neighbourhoods().values()]


@pytest.mark.parametrize("code", [*WHOLES, "WK051836", "BU04840107"])
@pytest.mark.parametrize("domain", [one.id for one in catalog.DOMAINS])
def test_tally_counts_the_marks_in_the_table(real_store: Store, code: str, domain: str) -> None:
    places = publish.areas(real_store)
    town = places[places[code].municipality or code]
    rows = [r for r in publish.records(publish.profile(real_store, code)) if r["domain"] == domain]
    made = pictures.of_spine(rows, places[code], town, domain)
    better = made.table.count('<td class="wz-favourable">')
    worse = made.table.count('<td class="wz-unfavourable">')
    assert made.sentence == texts.tally(better, worse, len(rows), town.name)


def test_trend_does_not_run_over_a_break(real_store: Store) -> None:
    """Leiden has a figure of 2024, with another question: it is no end of this trend."""
    places, one = publish.areas(real_store), catalog.indicator("eenzaam")
    rows = publish.trend(real_store, "eenzaam", ("GM0546", "NL00"))
    made = pictures.of_trend(rows, one, places["GM0546"], places["GM0546"], 0)
    assert made.sentence == texts.course_missing("Leiden")
    wijk = publish.trend(real_store, "eenzaam", ("WK051836", "GM0518", "NL00"))
    made = pictures.of_trend(wijk, one, places["WK051836"], places["GM0518"], 2)
    own = wijk[(wijk["area"] == "WK051836") & wijk["value"].notna()].sort_values("year")
    assert own["value_text"].iloc[0] in made.sentence and "2012" in made.sentence
    assert own["value_text"].iloc[-1] in made.sentence and "2020" in made.sentence


@pytest.mark.parametrize("code", WHOLES)
def test_people_name_the_widest_gap(real_store: Store, code: str) -> None:
    places = publish.areas(real_store)
    town = places[places[code].municipality or code]
    rows = publish.people(real_store, code)
    age = rows[rows["trait"] == "age"]
    made = pictures.of_people(age, places[code], town, 0)
    shares = age.pivot_table(index="category_name", columns="role", values="share")
    widest = (shares["gebied"] - shares["gemeente"]).abs().idxmax()
    assert f": {widest}." in made.sentence


def test_a_map_names_no_worst_area(real_store: Store) -> None:
    codes = publish.buurten(publish.areas(real_store), catalog.neighbourhood("zuidwest"))
    rows = publish.on_map(real_store, "eenzaam", 2020, codes)
    said = publish.reach(rows)
    known = rows.loc[rows["value"].notna()].sort_values("value")["value_text"]
    assert said == texts.reach(known.iloc[0], known.iloc[-1], len(known))
    assert not any(name in said for name in rows["name"])
