"""Reach as it is told: people, visits, indirect reach, target groups, mirror, funnel, who left."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.store import came
from tests.store.bodies import begin
from wijzer import texts
from wijzer.access import MACHINE, PUBLIC, Visitor
from wijzer.publish import reach_data, reach_told
from wijzer.publish.cells import Told
from wijzer.publish.reach_data import Reached
from wijzer.publish.reach_mirror import Mirror, Residents, mirror, percent, residents
from wijzer.publish.reach_people import View, indirect, people, told_by, visits
from wijzer.publish.reach_share import (
    part_of_residents,
    part_of_target,
    precision,
    share,
    shares,
)
from wijzer.publish.sizes import Known
from wijzer.stats.people import Size
from wijzer.stats.proportion import Interval
from wijzer.store import entries
from wijzer.store.database import Store
from wijzer.store.register import Register

WHOLE = "WK054609"
ROLES = pytest.mark.parametrize("visitor", [MACHINE, PUBLIC], ids=["team", "public"])


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """40 people walk, 10 of them and 15 others cook; over coffee people are only counted."""
    found = begin(tmp_path)
    for id in ("lopen", "koken", "koffie"):
        came.intervention(found, id)
    came.session(found, "l1", "lopen", date(2020, 3, 1))
    came.session(found, "l2", "lopen", date(2021, 3, 1))
    came.session(found, "k1", "koken", date(2021, 5, 1))
    came.enrol(found, "lopen", range(40), ["l1", "l2"])
    came.enrol(found, "koken", range(30, 55), ["k1"], area=came.AREAS[1], age="25-45")
    yield found
    found.close()


def of(
    register: Register, visitor: Visitor = MACHINE, before: dict[str, int] | None = None
) -> Reached:
    """All of Stevenshof, as this visitor may read it."""
    state = entries.state(register)
    counts = reach_data.counts(register, state, "stevenshof", came.AREAS)
    return reach_data.reached(register, state, visitor, "stevenshof", counts, before or {})


def every(found: Reached, **more: object) -> View:
    return View(found.known, **more)  # type: ignore[arg-type]


def only(id: str, **more: object) -> View:
    return View(frozenset({id}), **more)  # type: ignore[arg-type]


# --- people, visits, indirect ---------------------------------------------------------------------


def test_who_comes_to_two_interventions_is_one_person(register: Register) -> None:
    found = of(register)
    assert people(found, every(found)).text == "55"
    assert people(found, only("lopen")).text == "40" and people(found, only("koken")).text == "25"
    assert people(found, every(found, year=2020)).text == "40"
    assert people(found, every(found, part=came.AREAS[1])).exact


def test_counts_without_a_key_give_bounds(register: Register) -> None:
    came.count(register, "koffie", people=70)
    found = of(register)
    told = people(found, every(found))
    assert (told.low, told.high, told.exact, told.text) == (70, 125, False, "70 tot 125")
    assert "tussen 70 en 125 verschillende mensen" in reach_told.lead(
        "in Stevenshof", found, every(found), None, []
    )
    assert people(found, only("koffie")).text == "70"


def test_two_periods_of_one_count_are_bounds_and_a_year_is_one_number(register: Register) -> None:
    came.count(register, "koffie", people=30)
    period = {"starts": date(2022, 1, 1), "ends": date(2022, 12, 31)}
    came.count(register, "koffie", people=20, **period)
    found = of(register)
    assert people(found, only("koffie")).text == "30 tot 50"
    assert people(found, only("koffie", year=2022)).text == "20"
    assert people(found, only("koffie", year=2023)).text == texts.REACH_NONE


@ROLES
def test_a_small_count_is_hidden_and_makes_the_sum_a_least(
    visitor: Visitor, register: Register
) -> None:
    came.count(register, "koffie", people=3)
    found = of(register, visitor)
    assert people(found, only("koffie")).text == texts.HIDDEN_CELL
    assert people(found, every(found)).text == "minstens 55"
    assert "3" not in visits(found, only("koffie")).text


def test_groups_of_a_count_are_protected_together(register: Register) -> None:
    came.count(register, "koffie", people=43)
    for sex, n in (("men", 3), ("women", 40)):
        came.count(register, "koffie", trait="sex", group=sex, people=n)
    [counted] = of(register).counts_of(["koffie"])
    assert all(told and told.hidden for told in (counted.told("sex", g) for g in ("men", "women")))
    assert counted.told() == Told(43, "43")
    assert counted.told("age", "65+") is None


def test_a_session_with_only_a_number_gives_visits_and_no_people(register: Register) -> None:
    came.session(register, "c1", "koffie", date(2021, 1, 5), people=30)
    found = of(register)
    assert people(found, only("koffie")).text == texts.REACH_NONE
    assert visits(found, only("koffie")).text == "30"
    assert visits(found, every(found)).text == texts.number(2 * 40 + 25 + 30)


def test_few_visits_are_few_people(register: Register) -> None:
    came.session(register, "c1", "koffie", date(2021, 1, 5), people=4)
    found = of(register)
    assert visits(found, only("koffie")).text == texts.HIDDEN_CELL
    assert visits(found, every(found)).text == "minstens 105"


def test_indirect_reach_is_never_added(register: Register) -> None:
    about = {"intervention": "lopen", "title": "Wijkkrant"}
    came.add(register, "indirect", "i1", day=date(2021, 1, 1), people=1400, **about)
    came.add(register, "indirect", "i2", day=date(2020, 1, 1), people=3, **about)
    found = of(register)
    assert indirect(found, every(found)).text == "minstens 1.400"
    assert indirect(found, every(found, year=2021)).text == "1.400"
    assert people(found, every(found)).text == "55"
    assert indirect(found, only("koken")).text == texts.REACH_NONE


def test_the_public_reads_fives_and_what_it_read_before(register: Register) -> None:
    found = of(register, PUBLIC)
    came.enrol(register, "lopen", range(60, 63), ["l1"])
    again = of(register, PUBLIC, dict(found.remember))
    assert people(again, every(again)).text == "55"
    assert people(of(register), every(found)).text == "58"


# --- target groups --------------------------------------------------------------------------------


def target(register: Register, id: str, **more: object) -> str:
    about = {"neighbourhood": "stevenshof", "title": id, "method": "population", "area": WHOLE}
    return came.add(
        register, "target_group", id, **(about | {"trait": "age", "category": "65+"} | more)
    )


def named(register: Register, intervention: str, *groups: str) -> None:
    """Let an intervention name its target groups."""
    row = entries.history(register, "intervention", intervention)[-1]
    body = entries.body_of("intervention", row) | {"target_groups": groups}
    entries.save(register, MACHINE, "intervention", intervention, body,
                 entries.Saving(seen=row["revision"]))  # fmt: skip


def lines(store: Store, register: Register, view: View | None = None):  # type: ignore[no-untyped-def]
    found, state = of(register), entries.state(register)
    view = view or every(found)
    rows = [row for id, row in state["intervention"].items() if id in view.ids]
    return shares(store, found, state, rows, view, WHOLE)


def test_share_of_a_target_group_with_both_intervals(real_store: Store, register: Register) -> None:
    target(register, "65plus")
    named(register, "lopen", "65plus")
    [line], said = lines(real_store, register, only("lopen"))
    assert (line.name, said) == ("65plus", "")
    # 40 of 2,415: 2,411 to 2,419 by rounding; Wilson 1.2 to 2.3.
    assert line.cells == ("40", "2.415 (2.411 tot 2.419)", "2%", "1,7%", "1,2% tot 2,2%", "")
    assert part_of_target([line]) is not None
    part = part_of_target([line])
    assert part and texts.of_hundred(part.low, part.high, part.who, part.about) == (
        "Dat is 2 van de 100 mensen uit de doelgroep ‘65plus’."
    )


def test_different_target_groups_are_not_put_together(
    real_store: Store, register: Register
) -> None:
    target(register, "een")
    target(register, "twee", category="25-45")
    named(register, "lopen", "een")
    named(register, "koken", "twee")
    assert lines(real_store, register) == ([], texts.TARGET_SHARES_SEVERAL)


def test_a_group_that_nobody_counted_has_no_share(real_store: Store, register: Register) -> None:
    target(register, "mijders", method="own", trait=None, category=None, how="Niet te tellen.")
    named(register, "lopen", "mijders")
    [line], _ = lines(real_store, register, only("lopen"))
    assert line.value is None and line.cells[2] == texts.TARGET_NOT_APPLICABLE
    assert line.cells[-1] == "Niet te tellen."


def test_without_target_group_ages_stand_beside_residents(
    real_store: Store, register: Register
) -> None:
    found, said = lines(real_store, register)
    assert said == texts.TARGET_SHARES_NO_TARGET
    assert [line.name for line in found] == [
        texts.WORD["group"][age] for age in ("0-15", "15-25", "25-45", "45-65", "65+")
    ]
    assert {line.name: line.cells[0] for line in found}["65 jaar en ouder"] == "40"


def test_a_goal_lends_its_target_group(real_store: Store, register: Register) -> None:
    target(register, "65plus")
    theme = {"neighbourhood": "stevenshof", "title": "T", "choice": "chosen"}
    came.add(register, "theme", "t", **theme)
    came.add(register, "goal", "g", theme="t", title="G", target_groups=("65plus",))
    row = entries.history(register, "intervention", "lopen")[-1]
    body = entries.body_of("intervention", row) | {"goals": ("g",)}
    entries.save(register, MACHINE, "intervention", "lopen", body, entries.Saving(seen=1))
    [line], _ = lines(real_store, register, only("lopen"))
    assert line.name == "65plus"


@pytest.mark.parametrize(
    ("told", "size", "cell", "remark"),
    [
        (Told(None, texts.HIDDEN_CELL), Known(Size(100, 96, 104), 2025), texts.HIDDEN_CELL, ""),
        (Told(110, "110"), Known(Size(100, 96, 104), 2025), "n.v.t.", texts.TARGET_SHARES_TOO_MANY),
        (Told(30, "30"), Known(Size(99, 96, 102), 2025, True), "30%", texts.TARGET_SHARES_ESTIMATE),
        (Told(0, "0"), Known(Size(100, 96, 104), 2025), "minder dan 5%", ""),
        (Told(100, "100"), Known(Size(100, 96, 104), 2025), "meer dan 95%", ""),
        (Told(30, "30"), None, "n.v.t.", ""),
        (Told(30, "30"), Known(Size(0, 0, 4), 2025), "n.v.t.", ""),
    ],
)  # fmt: skip
def test_share_at_its_edges(told: Told, size: Known | None, cell: str, remark: str) -> None:
    found = share("x", told, size)
    assert (found.cells[2], found.cells[-1]) == (cell, remark)


def test_precision_needs_both_cells() -> None:
    cells = {"in_target": Told(30, "30"), "not_in_target": Told(10, "10")}
    assert "Van 40 deelnemers" in precision(cells) and "75%" in precision(cells)
    assert precision(cells | {"not_in_target": Told(None, "verborgen")}) == ""


def test_part_of_residents_leaves_out_who_lives_elsewhere(
    real_store: Store, register: Register
) -> None:
    came.enrol(register, "lopen", range(100, 130), ["l1"], area="outside")
    found = of(register)
    part = part_of_residents(real_store, found, every(found), WHOLE)
    assert part and part.low == pytest.approx(55 / 10665)


# --- mirror ---------------------------------------------------------------------------------------

NAMES = texts.WORD["group"]
HALF = Residents({"men": 500, "women": 500}, 2025)


def sexes(men: int | None, women: int | None, unknown: int | None = 0) -> dict[str, Told]:
    found = {"men": men, "women": women, "unknown": unknown}
    return {name: Told(n, texts.HIDDEN_CELL if n is None else str(n)) for name, n in found.items()}


def looked(told: dict[str, Told], total: int, people: Residents = HALF) -> Mirror:
    return mirror("sex", told, Told(total, str(total)), people, NAMES)


def verdicts(found: Mirror) -> dict[str, str]:
    return {row.group: row.verdict for row in found.rows}


def test_verdicts_and_index() -> None:
    found = looked(sexes(20, 80), 100)
    assert verdicts(found) == {"men": "under", "women": "over"}
    assert found.index == pytest.approx(0.7)
    assert [row.group for row in found.missing] == ["men"]
    men = found.rows[0]
    assert men.cells[:4] == ("20", "20%", "50%", "0,40")
    assert verdicts(looked(sexes(48, 52), 100)) == {"men": "fits", "women": "fits"}


def test_too_few_to_say() -> None:
    assert verdicts(looked(sexes(7, 13), 20)) == {"men": "unsure", "women": "unsure"}


def test_a_hidden_group_has_no_numbers_and_there_is_no_index() -> None:
    found = looked(sexes(None, 80), 100)
    men = found.rows[0]
    assert (men.verdict, men.share, men.interval, men.ratio) == ("hidden", None, None, None)
    assert men.cells[:2] == (texts.HIDDEN_CELL, texts.HIDDEN_CELL) and found.index is None
    assert found.rows[1].share == pytest.approx(0.8)


def test_who_is_unknown_is_left_out_as_far_as_that_is_told() -> None:
    known = looked(sexes(20, 60, 20), 100)
    assert known.rows[0].share == pytest.approx(0.25) and not known.with_unknown
    hidden = looked(sexes(20, 60, None), 100)
    assert hidden.rows[0].share == pytest.approx(0.20) and hidden.with_unknown


@pytest.mark.parametrize("state", ["no_residents", "not_comparable"])
def test_without_residents_nothing_is_compared(state: str) -> None:
    found = looked(sexes(20, 80), 100, Residents({}, 2020, state))
    assert (found.state, found.rows, found.judged) == (state, (), False)


def test_what_is_not_divided_or_empty_says_so() -> None:
    assert mirror("sex", {}, Told(9, "9"), HALF, NAMES).state == "not_crossed"
    assert looked(sexes(0, 0), 0).state == "nobody"


def test_limits_of_the_plan_decide() -> None:
    told, total = sexes(40, 60), Told(1000, "1000")
    many = {name: Told((one.count or 0) * 10, one.text) for name, one in told.items()}
    wide = mirror("sex", many, total, HALF, NAMES, Interval(0.5, 2))
    narrow = mirror("sex", many, total, HALF, NAMES, Interval(0.9, 1.1))
    assert set(verdicts(wide).values()) == {"fits"}
    assert verdicts(narrow) == {"men": "under", "women": "over"}


@pytest.mark.parametrize("trait", list(texts.MIRROR_TRAITS))
def test_residents_of_every_trait(trait: str, real_store: Store) -> None:
    found = residents(real_store, trait, WHOLE, came.AREAS)
    assert found.state == "" and found.year and sum(found.counts.values()) > 10_000
    assert ("unknown" in found.counts, "outside" in found.counts) == (False, False)


def test_an_older_division_of_origin_is_not_compared(real_store: Store) -> None:
    """Of Hoorn the newest division is that into western and non-western."""
    assert residents(real_store, "origin", "WK048404", ()).state == "not_comparable"
    assert residents(real_store, "origin", "nergens", ()).state == "no_residents"


@pytest.mark.parametrize(
    ("k", "n", "text"),
    [(0, 34, "minder dan 15%"), (34, 34, "meer dan 85%"), (1, 1000, "minder dan 1%"),
     (1, 2, "50%"), (3, 0, "n.v.t.")],
)  # fmt: skip
def test_percent(k: int, n: int, text: str) -> None:
    assert percent(k, n) == text


def test_told_by_area_only_for_the_whole(register: Register) -> None:
    found = of(register)
    groups = (*came.AREAS, "outside", "unknown")
    assert told_by(found, every(found), "area", groups)[came.AREAS[0]].text == "40"
    assert told_by(found, every(found, part=came.AREAS[0]), "area", groups) == {}
    assert told_by(found, every(found, year=2020), "age", ["65+"]) == {}
    assert told_by(found, every(found, part=came.AREAS[0]), "age", ["65+"])["65+"].text == "40"


def test_the_lead_names_at_most_two_missing_groups() -> None:
    lacking = looked(sexes(20, 80), 100)
    assert reach_told.missing([lacking]) == "Mannen komen minder vaak dan je zou verwachten."
    assert reach_told.missing([looked(sexes(48, 52), 100)]).startswith("Van de groepen die te zien")
    assert reach_told.missing([]) == "Welke groepen we missen, is hier niet te zeggen."


# --- funnel, who left, tables ---------------------------------------------------------------------

STEPS = {"approached": 200, "enrolled": 100, "started": 80, "followed": 50, "finished": 20}


def test_a_funnel_and_its_participation_rate(register: Register) -> None:
    came.steps(register, "lopen", **STEPS, undetermined=50)
    found = of(register)
    for view in (only("lopen"), every(found), only("lopen", year=2021)):
        told = reach_told.funnel(found, view)
        assert [one.told.text for one in told] == ["200", "100", "80", "50", "20"]
        assert [one.of_previous for one in told] == ["", "50%", "80%", "63%", "40%"]
        assert reach_told.participation(found, view) == (
            "Van wie benaderd is, begon 40%. Met wie niet na te gaan is erbij is dat 32%."
        )
    assert reach_told.funnel(found, only("koken")) == []


def test_a_funnel_that_grows_is_refused_with_a_sentence(register: Register) -> None:
    came.steps(register, "lopen", **(STEPS | {"followed": 90}))
    found = of(register)
    assert reach_told.funnel(found, only("lopen")) == []
    rows = list(entries.state(register)["intervention"].values())
    assert reach_told.grown(found, rows) == [texts.FUNNEL_GROWS.format(interventie="Lopen")]


@ROLES
def test_a_step_that_few_leave_is_hidden(visitor: Visitor, register: Register) -> None:
    came.steps(register, "lopen", **(STEPS | {"started": 97}))
    told = {one.name: one.told for one in reach_told.funnel(of(register, visitor), only("lopen"))}
    assert told["Aangemeld"].hidden or told["Gestart"].hidden
    assert not told["Benaderd"].hidden


def test_funnels_add_up_over_interventions_and_years(register: Register) -> None:
    came.steps(register, "lopen", **STEPS)
    came.steps(register, "lopen", 2020, **STEPS)
    came.steps(register, "koken", **STEPS)
    found = of(register)
    assert reach_told.funnel(found, every(found))[0].told.text == "600"
    assert reach_told.funnel(found, every(found, year=2021))[0].told.text == "400"
    assert reach_told.funnel(found, only("lopen"))[0].told.text == "400"


@ROLES
def test_the_rest_of_a_funnel_cannot_be_computed(visitor: Visitor, register: Register) -> None:
    """The sum minus one intervention is the other, of which few finished."""
    came.steps(register, "lopen", **STEPS)
    came.steps(register, "koken", **(STEPS | {"finished": 3}))
    found = of(register, visitor)
    told = [reach_told.funnel(found, view)[-1].told for view in
            (every(found), only("lopen"), only("koken"))]  # fmt: skip
    assert told[2].hidden and (told[0].hidden or told[1].hidden)


def test_how_it_ended_adds_up_to_all_and_small_reasons_are_hidden(register: Register) -> None:
    came.enrol(register, "lopen", range(12), ["l1"], ended="stopped", reason="no_time")
    came.enrol(register, "lopen", range(12, 20), ["l1"], ended="stopped", reason="illness")
    came.enrol(register, "lopen", range(20, 22), ["l1"], ended="stopped", reason="costs")
    rows = [entries.state(register)["intervention"]["lopen"]]
    [line] = reach_told.ended_rows(of(register), rows)
    came_all, busy, finished, stopped, why = line.cells
    assert (came_all, finished, stopped) == ("40", "0", "22") and busy == "18"
    assert why == f"geen tijd 12; {texts.ENDED_OTHERS}"
    [table] = reach_told.by_intervention(None, of(register), entries.state(register), rows, None)  # type: ignore[arg-type]
    assert table.cells[-1] == "22 (55%)" and table.cells[0] == "40"
    [public] = reach_told.ended_rows(of(register, PUBLIC), rows)
    assert public.cells[0] == "40" and "8" not in "".join(public.cells)


def test_years_do_not_add_up(register: Register) -> None:
    found = of(register)
    assert reach_told.by_year(found, found.known) == [["2020", "40", "40"], ["2021", "55", "65"]]


def test_hidden_groups_are_text_with_counts_above_the_threshold(register: Register) -> None:
    group = target(register, "mijders", method="own", hidden=True, how="Via sleutelfiguren.",
                   trait=None, category=None)  # fmt: skip
    state = entries.state(register)
    rows = list(state["intervention"].values())
    [(name, said)] = reach_told.hidden_groups(
        of(register), state, state["target_group"].values(), rows
    )
    assert name == group and said == f"Via sleutelfiguren. {texts.HIDDEN_GROUP_NOBODY}"
    named(register, "lopen", group)
    state = entries.state(register)
    rows = list(state["intervention"].values())
    [(_, said)] = reach_told.hidden_groups(
        of(register), state, state["target_group"].values(), rows
    )
    assert said == "Via sleutelfiguren. Via Lopen kwamen 40 mensen uit deze groep."


def test_nothing_entered_gives_nothing(tmp_path: Path) -> None:
    register = begin(tmp_path / "leeg")
    found = of(register)
    assert found.years == [] and people(found, every(found)).text == texts.REACH_NONE
    assert visits(found, every(found)).text == texts.REACH_NONE
    register.close()
