"""Do people feel healthier: what may be told, of whom, and what is never computed."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import questionnaires as q
from tests.store.bodies import begin
from wijzer import publish, texts
from wijzer.access import PUBLIC, Visitor
from wijzer.instruments import instruments
from wijzer.kinds import KINDS
from wijzer.model import Role, Sign
from wijzer.publish import Answers, Ask, Row
from wijzer.store.register import Register

TEAM = Visitor(Role.TEAM, "team")
EVERY = ("*", "*")
AREAS = ("A", "B", "C")
BOTH = pytest.mark.parametrize("visitor", [TEAM, PUBLIC], ids=["team", "public"])


def row(person: int, number: int, answers: Sequence[float | None] | None, **more: Any) -> Row:
    """A sheet as the store gives it."""
    found = {"person": person, "number": number, "instrument": "who5", "version": "1",
             "area": "A", "intervention": "wandelen", "example": False, "answers": answers,
             "answered": "no_answer" if answers is None else "answered"}  # fmt: skip
    return found | more


def who5(gains: Sequence[int], first: int = 0, **more: Any) -> list[Row]:
    """Two sheets of each person: so many points (of 25) more the second time."""
    found = []
    for place, gain in enumerate(gains):
        began = 11 + place % 4
        found.append(row(first + place, 0, q.who5(began), **more))
        found.append(row(first + place, 1, q.who5(began + gain), **more))
    return found


def varied(count: int, around: int = 1) -> list[int]:
    """So many gains that differ: around - 2 to around + 2."""
    return [around + place % 5 - 2 for place in range(count)]


def answers(rows: Sequence[Row], **themes: Sequence[str]) -> Answers:
    return Answers(rows, themes or {"wandelen": ()}, AREAS)


def ask(visitor: Visitor = TEAM, group: tuple[str, str] = EVERY, number: int = 1) -> Ask:
    return Ask(number, group, visitor)


def outcome(rows: Sequence[Row], asked: Ask, instrument: str = "who5") -> publish.Change:
    return publish.scales_of(answers(rows), instrument, asked)[0]


# --- thresholds -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "team", "public"),
    [(0, "too_few", "too_few"), (9, "too_few", "too_few"), (10, "shown", "too_few"),
     (29, "shown", "too_few"), (30, "shown", "shown")],
)  # fmt: skip
def test_under_ten_pairs_nothing_and_under_thirty_only_for_the_team(
    pairs: int, team: str, public: str
) -> None:
    rows = [*who5(varied(pairs)), row(900, 0, q.who5(9)), row(900, 1, None)]
    mine, theirs = outcome(rows, ask(TEAM)), outcome(rows, ask(PUBLIC))
    assert (mine.state, theirs.state) == (team, public)
    for found in (mine, theirs):
        assert (found.points is None) == (found.state != "shown")
        assert bool(found.cells) == bool(found.details) == (found.state == "shown")
    assert mine.indicative == (10 <= pairs < 30) and not theirs.indicative


def test_nine_pairs_leave_no_number_anywhere() -> None:
    known, asked = answers(who5(varied(9))), ask()
    found = publish.scales_of(known, "who5", asked)
    said, todo = publish.message(found[0], known.form("who5"), [], "Alphen", TEAM)
    assert not any(digit.isdigit() for digit in (said + todo).replace("WHO-5", ""))
    assert publish.yes_no(known, "who5", asked) == []
    assert publish.classes(known, "who5", asked) == []


def test_nobody_at_all() -> None:
    known = answers([])
    assert publish.outcomes_of(known, ask()) == []
    assert publish.scales_of(known, "who5", ask())[0].state == "not_measured"
    only = answers([row(1, 0, q.who5(10))])
    assert publish.scales_of(only, "who5", ask())[0].state == "only_first"


def test_the_public_reads_numbers_of_people_in_fives() -> None:
    rows = who5(varied(33))
    assert outcome(rows, ask(TEAM)).people == "33"
    found = outcome(rows, ask(PUBLIC))
    assert found.people == "35"
    told = dict(found.details)
    assert told["pairs"] == "35" and "df = niet getoond" in told["t"]
    assert "df = 32" in dict(outcome(rows, ask(TEAM)).details)["t"]


# --- what changed ---------------------------------------------------------------------------------


def test_mean_interval_sign_sentence_and_table_are_one() -> None:
    """Mean 4 points of the scale (1 of 25): worked out by hand from -1, 0, 1, 2, 3."""
    rows = who5(varied(40))
    known, asked = answers(rows), ask()
    found = publish.scales_of(known, "who5", asked)[0]
    assert found.points is not None
    assert found.points.mean == 4.0 and found.points.minimal == 10
    assert found.points.interval == (2.2, 5.8) and found.points.sign is Sign.FAVOURABLE
    said, worth = publish.message(found, known.form("who5"), [], "Alphen", TEAM)
    assert said == ("Deelnemers voelen zich gemiddeld 4,0 punten beter dan bij de start "
                    "(95%-interval 2,2 tot 5,8). 40 mensen vulden beide keren in.")  # fmt: skip
    assert texts.NO_CAUSE in worth and "minder dan een verandering die ertoe doet (10" in worth
    assert found.cells[3:5] == ("+4,0", "2,2 tot 5,8")
    assert not {"door de", "effect"} & set(said.lower().split())


def test_lower_is_better_turns_the_sign() -> None:
    """One lonely answer fewer of six is a change for the better."""
    lonely = [1.0, 3.0, 3.0, 3.0, 1.0, 1.0]
    less = [3.0, 3.0, 3.0, 3.0, 1.0, 1.0]
    rows = [row(person, number, (lonely if number == 0 or person % 3 == 0 else less),
                instrument="dejonggierveld6")
            for person in range(36) for number in (0, 1)]  # fmt: skip
    found = outcome(rows, ask(), "dejonggierveld6")
    assert found.points is not None and found.points.mean == pytest.approx(0.67)
    assert found.points.sign is Sign.FAVOURABLE
    said, _ = publish.message(found, instruments()["dejonggierveld6"], [], "Alphen", TEAM)
    assert "0,67 punten minder eenzaam" in said


def test_zero_within_the_interval_is_never_called_better() -> None:
    found = outcome(who5([-3, 3, -2, 2, 1, 0] * 6), ask())
    assert found.points is not None and found.points.sign is Sign.SIMILAR
    assert found.cells[-1] == "niet zeker"


@BOTH
def test_all_differences_equal_have_no_spread_and_no_test(visitor: Visitor) -> None:
    known = answers(who5([2] * 40))
    found = publish.scales_of(known, "who5", ask(visitor))[0]
    assert found.state == "no_spread"
    assert not {"t", "sd", "adjusted"} & {code for code, _ in found.details}
    said, _ = publish.message(found, known.form("who5"), [], "Alphen", visitor)
    assert "geen spreiding" in said
    # What everybody changed is what each one changed: not for the public.
    assert (found.points is None) == (visitor is PUBLIC)


def test_p_values_are_corrected_for_all_outcomes_together() -> None:
    rows = who5(varied(40)) + [
        row(person, number, [float(1 + (person + number) % 3)], instrument="ervaren_gezondheid")
        for person in range(40)
        for number in (0, 1)
    ]
    found = publish.outcomes_of(answers(rows), ask())
    told = {one.instrument: dict(one.details).get("adjusted", "") for one in found}
    assert set(told) == {"who5", "ervaren_gezondheid"}
    assert told["who5"].endswith(texts.STANDS) and told["ervaren_gezondheid"].endswith(texts.FALLS)


# --- what can be no outcome -----------------------------------------------------------------------


@BOTH
def test_a_conversation_is_no_outcome(visitor: Visitor) -> None:
    rows = [row(p, n, [5.0] * 42, instrument="spinnenweb") for p in range(40) for n in (0, 1)]
    known = answers(rows)
    with pytest.raises(publish.NoOutcome):
        publish.scales_of(known, "spinnenweb", ask(visitor))
    assert publish.outcomes_of(known, ask(visitor)) == []
    assert not publish.enough(known, "spinnenweb", 1, visitor)


def test_a_model_estimate_and_a_conversation_are_refused_with_a_reason() -> None:
    for code in ("eenzaam", "ervaren-gezondheid", "spinnenweb"):
        refused = publish.refused(code)
        assert refused is not None and all(one.endswith(".") for one in refused)
        assert "Kies een vragenlijst" in refused[1]
    assert publish.refused("who5") is publish.refused("huurwoningen") is None


@pytest.mark.parametrize("id", ["ph17", "ph22"])
def test_without_a_list_of_items_nothing_is_computed(id: str) -> None:
    known = answers([row(p, n, [5.0] * 17, instrument=id) for p in range(40) for n in (0, 1)])
    (found, *_) = publish.scales_of(known, id, ask())
    assert found.state == "no_items" and found.points is None
    said, todo = publish.message(found, known.form(id), [], "Alphen", TEAM)
    assert "niet openbaar" in said and f"data/instruments/{id}.toml" in todo


def test_another_scoring_between_rounds_is_not_comparable() -> None:
    rows = who5(varied(40))
    changed = [one | {"version": "2"} if one["number"] == 1 else one for one in rows]
    assert outcome(changed, ask()).state == "not_comparable"
    some = [one | {"version": "2"} if one["person"] < 5 and one["number"] else one for one in rows]
    found = outcome(some, ask())
    assert (found.state, found.people) == ("shown", "35")
    assert found.remark == texts.SOME_OTHER_SCORING


def test_the_same_other_scoring_in_both_rounds_is_not_scored_with_todays_rules() -> None:
    rows = [one | {"version": "0"} for one in who5(varied(40))]
    assert outcome(rows, ask()).state == "not_comparable"


def test_six_and_eleven_items_are_never_one_series() -> None:
    rows = [
        row(p, n, [float(1 + (p + n) % 3)] * items, instrument=id)
        for id, items in (("dejonggierveld6", 6), ("dejonggierveld11", 11))
        for p in range(40)
        for n in (0, 1)
    ]
    found = publish.outcomes_of(answers(rows), ask())
    assert [one.instrument for one in found] == ["dejonggierveld11", "dejonggierveld6"]
    six, eleven = (instruments()[one].series for one in ("dejonggierveld6", "dejonggierveld11"))
    assert six != eleven
    # One has six items at the start and the other eleven later: that is no pair at all.
    mixed = [one for one in rows if one["instrument"] == "dejonggierveld6" and one["number"] == 0]
    mixed += [one for one in rows if one["instrument"] == "dejonggierveld11" and one["number"] == 1]
    assert {one.state for one in publish.outcomes_of(answers(mixed), ask())} <= {
        "too_few", "only_first"}  # fmt: skip


# --- groups ---------------------------------------------------------------------------------------


def grouped(**sizes: int) -> list[Row]:
    """Pairs by area: A=40, B=12, …"""
    starts = itertools.accumulate([0, *sizes.values()])
    return [
        one
        for (area, size), first in zip(sizes.items(), starts, strict=False)
        for one in who5(varied(size), first, area=area)
    ]


def shown_areas(rows: Sequence[Row], visitor: Visitor) -> set[str]:
    known = answers(rows)
    return {
        area
        for area in ("*", *AREAS)
        if publish.scales_of(known, "who5", ask(visitor, ("*", area)))[0].state == "shown"
    }


@pytest.mark.parametrize(
    ("sizes", "team", "public"),
    [
        ({"A": 40, "B": 35}, "*AB", "*AB"),
        ({"A": 40, "B": 9}, "*", "*"),  # the rest of the whole would be nine
        ({"A": 40, "B": 20}, "*AB", "*"),
        ({"A": 40, "B": 40, "C": 4}, "*B", "*B"),  # A and B together would tell C
        ({"A": 70}, "*A", "*A"),  # there is no rest
    ],
)
def test_a_group_whose_rest_is_small_is_not_told(
    sizes: dict[str, int], team: str, public: str
) -> None:
    rows = grouped(**sizes)
    told = shown_areas(rows, TEAM)
    assert len(told) == len(team) and {"*"} <= told
    assert shown_areas(rows, PUBLIC) <= told
    assert len(shown_areas(rows, PUBLIC)) == len(public)


@BOTH
@pytest.mark.parametrize("sizes", [(40, 40, 4), (31, 29, 30), (60, 12, 11), (9, 9, 9), (100, 3, 2)])
def test_no_sum_or_difference_of_groups_that_are_told_is_small(
    sizes: tuple[int, ...], visitor: Visitor
) -> None:
    """Everybody can subtract: whatever is left is nobody, or enough."""
    rows = grouped(**dict(zip(AREAS, sizes, strict=True)))
    told = shown_areas(rows, visitor)
    least = {TEAM: 10, PUBLIC: 30}[visitor]
    parts = [size for area, size in zip(AREAS, sizes, strict=True) if area in told]
    if "*" in told:
        rest = sum(sizes) - sum(parts)
        assert rest == 0 or rest >= least
    assert all(size >= least for size in parts)


def test_the_decision_does_not_depend_on_what_was_asked_first() -> None:
    rows = grouped(A=40, B=40, C=4)
    orders = itertools.permutations(
        [(v, ("*", a)) for v in (TEAM, PUBLIC) for a in ("*", "A", "B")]
    )
    outcomes = set()
    for order in itertools.islice(orders, 0, 720, 60):
        known = answers(rows)
        states = {
            (visitor.name, group): publish.scales_of(known, "who5", ask(visitor, group))[0].state
            for visitor, group in order
        }
        outcomes.add(tuple(sorted(states.items())))
    assert len(outcomes) == 1


def test_an_intervention_that_leaves_few_others_in_its_theme_is_not_told() -> None:
    rows = who5(varied(40), 0, intervention="a") + who5(varied(4), 40, intervention="b")
    rows += who5(varied(40), 50, intervention="c")
    known = answers(rows, a=("t",), b=("t",), c=())
    told = {
        slice
        for slice in ("*", "t", "a", "b", "c")
        if publish.scales_of(known, "who5", ask(TEAM, (slice, "*")))[0].state == "shown"
    }
    assert "*" in told and "b" not in told
    assert not {"t", "a"} <= told and not {"a", "c"} <= told


def test_an_intervention_in_a_part_of_the_neighbourhood_is_not_told() -> None:
    known = answers(who5(varied(60)))
    found = publish.scales_of(known, "who5", ask(TEAM, ("wandelen", "A")))[0]
    assert found.state == "too_few"
    nobody = publish.scales_of(known, "who5", ask(TEAM, ("koken", "*")))[0]
    assert nobody.state == "not_measured"


# --- shares ---------------------------------------------------------------------------------------


def gains(better: int, same: int, worse: int) -> list[int]:
    """Changes of 12, 0 and -12 points of the scale, a little varied."""
    return [3 + n % 2 for n in range(better)] + [n % 2 for n in range(same)] + [-3] * worse


def parts(rows: Sequence[Row], visitor: Visitor) -> dict[str, str]:
    return {one.code: one.text for one in publish.responders(answers(rows), "who5", ask(visitor))}


def test_better_same_and_worse_as_shares() -> None:
    found = parts(who5(gains(20, 15, 15)), TEAM)
    assert found == {"better": "40%", "same": "30%", "worse": "30%"}


@pytest.mark.parametrize(("worse", "hidden"), [(3, True), (5, False)])
def test_a_small_part_is_hidden_and_cannot_be_had_from_the_others(worse: int, hidden: bool) -> None:
    found = parts(who5(gains(30, 20, worse)), TEAM)
    count = list(found.values()).count(texts.HIDDEN_CELL)
    assert (found["worse"] == texts.HIDDEN_CELL) == hidden
    assert count == (2 if hidden else 0)


def test_the_public_is_not_told_that_nobody_or_everybody_is() -> None:
    rows = who5(gains(25, 25, 0))
    assert parts(rows, TEAM)["worse"] == "0%"
    assert list(parts(rows, PUBLIC).values()).count(texts.HIDDEN_CELL) == 2
    every = parts(who5(gains(50, 0, 0)), PUBLIC)
    assert set(every.values()) == {texts.HIDDEN_CELL}


def test_yes_or_no_before_and_after_with_newcombes_paired_interval() -> None:
    """40 people: 20 are below 13 points at the start, 10 of them later; by hand 50% and 25%."""
    rows = []
    for person in range(40):
        low = person < 20
        rows.append(row(person, 0, q.who5(10 if low else 16)))
        rows.append(row(person, 1, q.who5(10 if low and person % 2 else 16 + person % 3)))
    (found,) = publish.yes_no(answers(rows), "who5", ask())
    assert (found.before, found.after, found.gap) == ("50%", "25%", "−25 procentpunt")
    assert found.sign is Sign.FAVOURABLE and found.p_mid == texts.HIDDEN_CELL
    low, high = found.interval.split(" tot ")
    assert low.startswith("−") and high.startswith("−")


def test_a_small_share_hides_the_difference_too() -> None:
    rows = [row(p, n, q.who5(10 if p < (3 if n else 20) else 16 + p % 3))
            for p in range(40) for n in (0, 1)]  # fmt: skip
    (found,) = publish.yes_no(answers(rows), "who5", ask())
    assert found.after == texts.HIDDEN_CELL and found.gap == found.interval == ""
    nobody = [
        row(p, n, q.who5(16 + p % 3 if n or p >= 20 else 10)) for p in range(40) for n in (0, 1)
    ]
    (found,) = publish.yes_no(answers(nobody), "who5", ask(PUBLIC))
    assert found.after.startswith("minder dan") and found.gap == ""


def test_classes_and_outcomes_of_one_score_hide_together() -> None:
    """Of 40 people 3 are at high risk: then 'high risk: yes' is hidden, and a second class."""

    def k10(person: int) -> list[float]:
        return [4.0 if person < 3 else 2.0 if person < 20 else 1.0] * 10

    rows = [row(p, n, k10(p), instrument="k10") for p in range(40) for n in (0, 1)]
    known = answers(rows)
    (yes,) = publish.yes_no(known, "k10", ask())
    classes = publish.classes(known, "k10", ask())
    assert yes.before == texts.HIDDEN_CELL
    assert [one.before for one in classes].count(texts.HIDDEN_CELL) == 2


# --- response and loss ----------------------------------------------------------------------------


def lost(stay: int, leave: int, never: int) -> list[Row]:
    rows = who5(varied(stay))
    for person in range(stay, stay + leave):
        rows += [row(person, 0, q.who5(6 + person % 3)), row(person, 1, None, answered="left")]
    rows += [row(900 + person, 0, None, answered="refused") for person in range(never)]
    return rows


def test_from_participants_to_pairs() -> None:
    found = publish.flow(answers(lost(40, 20, 15)), "who5", ask(), 100)
    assert [(one.code, one.text, one.share) for one in found.steps] == [
        ("participants", "100", ""), ("invited", "75", "75%"), ("valid", "60", "80%"),
        ("due", "60", "100%"), ("again", "40", "67%"), ("pairs", "40", "100%"),
    ]  # fmt: skip
    assert "vulde 80% hem bij de start in" in found.sentence and "67%" in found.sentence


def test_who_left_early_counts_as_asked_again() -> None:
    found = {one.code: one.count for one in publish.flow(
        answers(lost(40, 20, 15)), "who5", ask(), None).steps}  # fmt: skip
    assert found["due"] == 60 and "participants" not in found


def test_more_people_asked_than_came_leaves_participants_out() -> None:
    found = publish.flow(answers(lost(40, 20, 15)), "who5", ask(), 50)
    assert found.steps[0].code == "invited"


def test_those_who_stayed_beside_those_lost() -> None:
    found = publish.flow(answers(lost(40, 20, 15)), "who5", ask(), 100)
    assert "scoorde bij de start gemiddeld 50,0" in found.lost and found.worth == texts.LOST_SURE
    assert publish.flow(answers(lost(40, 9, 15)), "who5", ask(), 100).lost == texts.LOST_TOO_FEW
    assert publish.flow(answers(lost(40, 0, 15)), "who5", ask(), 100).lost == texts.LOST_NOBODY


@BOTH
@pytest.mark.parametrize("leave", range(0, 12, 3))
def test_no_step_tells_a_few_who_fell_out(leave: int, visitor: Visitor) -> None:
    steps = publish.flow(answers(lost(60, leave, 2)), "who5", ask(visitor), 70).steps
    real = {"participants": 70, "invited": 62 + leave, "valid": 60 + leave, "due": 60 + leave,
            "again": 60, "pairs": 60}  # fmt: skip
    told = [real[one.code] for one in steps if one.count is not None]
    least = {TEAM: 5, PUBLIC: 10}[visitor]
    assert all(gap == 0 or gap >= least for gap in
               (a - b for a, b in itertools.combinations(told, 2)))  # fmt: skip
    assert real["pairs"] in told


# --- the spider web -------------------------------------------------------------------------------


@pytest.mark.parametrize(("sheets", "team", "public"), [(9, 0, 0), (10, 6, 0), (30, 6, 6)])
def test_a_web_is_told_from_ten_sheets_and_from_thirty(sheets: int, team: int, public: int) -> None:
    rows = [row(p, 0, [float(p % 10)] * 42, instrument="spinnenweb") for p in range(sheets)]
    days = [{"number": 0, "name": "ronde 0"}]
    known = answers(rows)
    assert [len(publish.webs(known, days, who)[0].spokes) for who in (TEAM, PUBLIC)] == [
        team,
        public,
    ]


def test_a_dimension_that_few_filled_in_is_a_gap() -> None:
    given = [5.0] * 7 + [None] * 7 + [6.0] * 28
    rows = [row(p, 0, given, instrument="spinnenweb") for p in range(12)]
    (web,) = publish.webs(answers(rows), [{"number": 0, "name": "ronde 0"}], TEAM)
    assert [one.value for one in web.spokes] == [5, None, 6, 6, 6, 6]
    assert web.spokes[1].text == texts.WEB_GAP


# --- from the register ----------------------------------------------------------------------------


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = begin(tmp_path / "register")
    yield made
    made.close()


def test_from_the_register_to_the_sentence(register: Register) -> None:
    q.intervention(register, "wandelen")
    q.sheets(register, q.pairs(q.rounds(register), varied(32)))
    seen = {kind: {} for kind in KINDS} | {"intervention": {"wandelen": {
        "id": "wandelen", "neighbourhood": q.WIJK, "themes": [], "title": "W"}}}  # fmt: skip
    known = publish.asked(register, seen, q.WIJK, q.AREAS, "questionnaire")
    found = publish.scales_of(known, "who5", ask())[0]
    assert (found.state, found.people) == ("shown", "32")
    assert publish.by_pairs(known, known.instruments) == ("who5",)
    when = publish.asked_when(register, q.WIJK, "questionnaire")
    assert [one["name"] for one in when][1] == "ronde 1, vanaf 11 januari 2021"
    assert publish.who_came(register, seen, q.WIJK) is None


def test_a_sheet_that_cannot_be_scored_counts_as_not_filled_in() -> None:
    rows = who5(varied(30))
    broken = [one | {"answers": [9.0] * 5} if one["person"] == 0 else one for one in rows]
    short = [one | {"answers": [1.0]} if one["person"] == 0 else one for one in rows]
    assert outcome(broken, ask()).people == outcome(short, ask()).people == "29"


def test_a_missing_answer_takes_the_mean_of_the_group_only_where_the_list_says_so() -> None:
    k10 = [row(p, n, [float(1 + (p + n) % 5)] * 10, instrument="k10")
           for p in range(30) for n in (0, 1)]  # fmt: skip
    k10[0] = k10[0] | {"answers": [None, *[2.0] * 9]}
    assert outcome(k10, ask(), "k10").people == "30"
    plain = who5(varied(30))
    plain[0] = plain[0] | {"answers": [None, *[2.0] * 4]}
    assert outcome(plain, ask()).people == "29"
    assert replace(instruments()["k10"]).scales[0].impute == "item_mean"


@given(st.lists(st.integers(0, 45), min_size=6, max_size=6))
def test_what_is_hidden_from_somebody_is_hidden_from_who_may_see_less(sizes: list[int]) -> None:
    """Else two pages together tell what each of them hides."""
    pairs = itertools.product(AREAS, ("a", "b"))
    rows = [
        row(100 * place + person, 0, q.who5(10), area=area, intervention=intervention)
        for place, ((area, intervention), size) in enumerate(zip(pairs, sizes, strict=True))
        for person in range(size)
    ]
    known = answers(rows, a=("t",), b=("t",))

    def told(way: Callable[..., bool], role: Role) -> set[tuple[str, str]]:
        groups = [*((one, "*") for one in ("*", "t", "a", "b")), *(("*", area) for area in AREAS)]
        filled = [group for group in groups if known.within("who5", group)]
        return {one for one in filled if way("who5", "valid", lambda _: True, one, role)}

    shown = [told(known.shown, role) for role in (Role.PUBLIC, Role.TEAM)]
    counted = [told(known.counted, role) for role in (Role.PUBLIC, Role.TEAM)]
    assert shown[0] <= shown[1] <= counted[0] <= counted[1]
