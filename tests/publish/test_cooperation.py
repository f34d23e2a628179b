"""The network of partners: what two rounds are compared on, and what the public may know."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.alliance import (
    PLACE,
    Tie,
    checklist,
    name,
    partner,
    partners,
    referral,
    ring,
    tie,
    wave,
)
from tests.store.bodies import begin
from wijzer import publish, texts
from wijzer.access import PUBLIC, Visitor
from wijzer.lists import CODES
from wijzer.model import Role
from wijzer.publish import Compared, Cooperation, Question
from wijzer.publish.cooperation import FEWEST_IN_SECTOR, grouped
from wijzer.stats.collaboration import Verdict
from wijzer.store import entries
from wijzer.store.register import Register

TEAM = Visitor(Role.TEAM, "team")
SECTORS = ["welfare", "primary_care", "sport", "residents"] * 5
TWELVE = list(range(1, 13))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Twenty partners in four sectors, and no round."""
    found = begin(tmp_path)
    partners(found, SECTORS)
    yield found
    found.close()


def look(register: Register, visitor: Visitor = TEAM) -> Cooperation:
    """The rounds as a visitor may see them."""
    seen = publish.entered(entries.state(register), visitor)
    return publish.cooperation_of(register, seen, PLACE, visitor)


def compare(
    register: Register, visitor: Visitor = TEAM, first: int = 1, second: int = 2, **how: object
) -> tuple[Cooperation, Compared]:
    """Two rounds beside each other."""
    found = look(register, visitor)
    asked = Question(f"ronde-{second}", f"ronde-{first}", **how)  # type: ignore[arg-type]
    return found, publish.compared(found, asked)


def two(
    register: Register,
    first: Sequence[Tie],
    second: Sequence[Tie],
    rosters: Sequence[Sequence[int]] = (TWELVE, TWELVE),
    silent: Sequence[Sequence[int]] = ((), ()),
) -> None:
    """Two rounds with these ties."""
    for number, ties in enumerate((first, second), 1):
        wave(register, number, rosters[number - 1], silent[number - 1], ties)


# --- what two rounds are compared on --------------------------------------------------------------


def test_the_same_partners_are_compared_as_a_whole(register: Register) -> None:
    two(register, [(1, 2), (2, 3), (3, 4)], [(1, 2), (2, 3), (4, 5), (5, 6)])
    _, view = compare(register)
    said, worth = publish.what_changed(view)
    assert view.on is not None and view.on.verdict is Verdict.WHOLE
    assert said == (
        "Tussen februari 2020 en juni 2021 kwamen er 2 verbindingen bij en verdween er 1. "
        "Dit geldt voor alle 12 partners."
    )
    assert "eerst 5%, en later 6%" in worth and texts.NO_CAUSE in worth


def test_a_partner_who_did_not_answer_fires_the_guard(register: Register) -> None:
    """14 of 20 answered is 70%: enough. One fewer is not."""
    twenty = list(range(1, 21))
    for number, silent in ((1, range(15, 21)), (2, range(15, 21)), (3, range(14, 21))):
        wave(register, number, twenty, silent, [(1, 2), (13, 14)])
    _, before = compare(register, second=2)
    _, after = compare(register, second=3)
    assert before.on is not None and before.on.verdict is Verdict.WHOLE
    assert after.on is not None and after.on.verdict is Verdict.PANEL
    said, worth = publish.what_changed(after)
    assert "13 partners die beide keren meededen" in said
    assert "In juni 2022 deed 65% van de partners mee. Dat is te laag: de grens is 70%." in worth


def test_another_list_of_partners_is_no_change(register: Register) -> None:
    """New partners bring new ties; only those of the partners in both rounds count."""
    first = [(1, 2), (2, 3)]
    two(register, first, [*first, *((a, 13) for a in TWELVE)], (TWELVE, [*TWELVE, 13]))
    found, view = compare(register)
    said, worth = publish.what_changed(view)
    assert view.on is not None and view.on.verdict is Verdict.PANEL
    assert "kwamen er geen verbindingen bij en verdwenen er geen. Dit geldt voor de 12" in said
    assert "12 en later 13 partners" in worth
    [_, later] = publish.drawn_networks(found, view)
    assert {row["look"] for row in later.ties if partner(13) in (row["one"], row["two"])} == {
        "other"
    }
    assert [one.whom for one in publish.network_measures(found, view)] == [
        *[texts.ALL_PARTNERS] * 2,
        *[texts.PANEL] * 2,
    ]


def test_with_too_few_partners_there_is_no_verdict(register: Register) -> None:
    nine = TWELVE[:9]
    two(register, ring(*nine), [(1, 2)], (nine, nine))
    for one in nine:
        checklist(register, "ronde-1", one, 2)
        checklist(register, "ronde-2", one, 4)
    found, view = compare(register)
    said, worth = publish.what_changed(view)
    assert said == "Of de samenwerking verbeterde, is niet te zeggen."
    assert worth == "Maar 9 partners zijn te vergelijken. De grens is 10."
    looks = {row["look"] for one in publish.drawn_networks(found, view) for row in one.ties}
    assert looks == {"plain"}
    scores = publish.checklist(found, view)
    assert [cells[-2] for cells in scores.cells] == [texts.NO_VERDICT] * 6
    assert not re.search("stijging|daling|verandering", scores.sentence)


def test_one_round_tells_of_no_change(register: Register) -> None:
    wave(register, 1, TWELVE, ties=[(1, 2), (3, 4)])
    found = look(register)
    said, worth = publish.what_changed(publish.compared(found, Question("ronde-1")))
    assert (
        said == "In februari 2020 hadden 12 partners samen 2 verbindingen. Dat is 3% van wat kan."
    )
    assert worth == texts.FIRST_ROUND
    assert found.before("ronde-1") == ()


def test_rounds_stand_in_the_order_of_their_days(register: Register) -> None:
    for number in (3, 1, 2):
        wave(register, number, TWELVE)
    found = look(register)
    assert [one.id for one in found.waves] == ["ronde-1", "ronde-2", "ronde-3"]
    assert [one.id for one in found.before("ronde-3")] == ["ronde-1", "ronde-2"]


def test_sentence_picture_and_table_agree(register: Register) -> None:
    two(register, [(1, 2), (2, 3), (3, 4)], [(1, 2), (4, 5), (5, 6), (6, 7)])
    found, view = compare(register)
    first, second = publish.drawn_networks(found, view)
    assert [row["look"] for row in first.ties].count("lost") == 2
    assert [row["look"] for row in second.ties].count("gained") == 3
    assert "kwamen er 3 verbindingen bij en verdwenen er 2" in publish.what_changed(view)[0]
    by_name = {row[0]: row[3] for row in second.rows}
    assert by_name[name(5)] == f"+\u00a0{name(4)}; +\u00a0{name(6)}"
    assert {row[0]: row[3] for row in first.rows}[name(3)] == f"−\u00a0{name(2)}; −\u00a0{name(4)}"
    assert by_name[name(12)] == texts.NOBODY


# --- measures -------------------------------------------------------------------------------------


def values(register: Register, **how: object) -> dict[str, str]:
    """The measures of the second round."""
    return dict(publish.network_measures(*compare(register, **how))[1].values)  # type: ignore[arg-type]


def test_who_has_no_tie_and_who_kept_silent_count(register: Register) -> None:
    two(register, [], ring(1, 2, 3), silent=((), (11, 12)))
    found = values(register)
    assert (found["asked"], found["answered"]) == ("12", "10 (83%)")
    assert (found["ties"], found["isolates"]) == ("3", "9")
    assert found["density"].startswith("5% (± ") and found["density"].endswith("ruwe schatting)")
    assert found["mean_degree"] == "0,5"


def test_a_level_and_a_rule_leave_out_ties(register: Register) -> None:
    wave(register, 1, TWELVE)
    wave(register, 2, TWELVE, ties=[(1, 2), (2, 1), (3, 4)], level=2)
    tie(register, "ronde-2", 5, 6, level=4)
    assert values(register)["ties"] == "3"
    assert values(register, level=3)["ties"] == "1"
    assert values(register, rule="confirmed")["ties"] == "1"
    assert values(register)["reciprocity"] == "50%"
    ladder = [values(register, level=2)[f"level_{rung}"] for rung in (1, 2, 3, 4)]
    assert ladder == ["5%", "5%", "2%", "2%"]


def test_a_silent_partner_cannot_confirm(register: Register) -> None:
    two(register, [], [(1, 2), (2, 1), (1, 12)], silent=((), (12,)))
    assert values(register)["confirmation"] == "100%"
    assert values(register)["reciprocity"] == "67%"


# --- the public -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("answered", "shown"), [(4, 0), (5, 1)])
def test_the_public_sees_a_round_from_five_answers(
    register: Register, answered: int, shown: int
) -> None:
    wave(register, 1, TWELVE, TWELVE[answered:], ring(1, 2, 3, 4))
    found = look(register, PUBLIC)
    assert (len(found.waves), found.hidden) == (shown, 1 - shown)
    assert len(look(register).waves) == 1


def test_nothing_that_leaves_for_the_public_names_a_partner(register: Register) -> None:
    _filled(register)
    found, view = compare(register, PUBLIC)
    sent = repr(
        [
            publish.what_changed(view),
            publish.drawn_networks(found, view),
            publish.network_places(found),
            publish.network_ties(found),
            publish.network_measures(found, view),
            publish.brokers(found, view),
            publish.checklist(found, view),
            publish.trust(found, view),
            publish.checklist_by_sector(found, view).cells,
            publish.partner_view(found, partner(1)),
        ]
    )
    assert "geheim" not in sent.lower() and "welzijn" in sent
    assert found.titles == {}
    team, seen = compare(register)
    assert "Naamgeheim" in repr(publish.drawn_networks(team, seen))
    assert publish.brokers(team, seen) != [] != publish.partner_view(team, partner(1))


def _filled(register: Register) -> None:
    two(register, ring(*TWELVE), [*ring(*TWELVE), (1, 5), (1, 9), (2, 9)])
    for one in TWELVE:
        for number in (1, 2):
            checklist(register, f"ronde-{number}", one, 2 + number)


def test_of_two_sectors_all_and_most_read_the_same(register: Register) -> None:
    """Else 'all of them' would tell of every partner, and so would 'none'."""
    welfare, care = (1, 5, 9), (2, 6, 10)
    every = [(a, b) for a in welfare for b in care]
    wave(register, 1, TWELVE, ties=every)
    wave(register, 2, TWELVE, ties=every[:-2])
    found, view = compare(register, PUBLIC)
    for one in publish.drawn_networks(found, view):
        looks = {(row["one"], row["two"]): row["look"] for row in one.ties}
        assert list(looks.values()).count("most") == 1
        assert list(looks.values()).count("few") == len(looks) - 1
        assert not re.search(r"\d+ ?%|geen|alle ", repr(one))


def test_that_all_ties_are_between_sectors_is_not_told_to_the_public(register: Register) -> None:
    two(register, [(1, 2)], [(1, 2), (2, 3)])
    assert values(register)["bridging"] == "+1,00"
    assert values(register, visitor=PUBLIC)["bridging"] == texts.ALL_BETWEEN


ROSTERS = st.lists(st.lists(st.sampled_from(CODES["sector"]), max_size=25), min_size=1, max_size=3)


@given(ROSTERS)
def test_no_group_of_sectors_is_small_in_any_round(rosters: list[list[str]]) -> None:
    used = sorted({one for roster in rosters for one in roster})
    found = grouped(rosters, {one: one for one in used})
    groups = set(found.values())
    assert not groups or (set(found) == set(used) and len(groups) >= 2)
    for a, b in combinations(groups, 2):
        assert not set(a) & set(b)
    for group in groups:
        for roster in rosters:
            assert sum(one in group for one in roster) >= FEWEST_IN_SECTOR


def test_a_small_sector_stands_with_its_field() -> None:
    roster = ["welfare"] * 4 + ["education"] * 2 + ["sport", "care", "housing", "municipality"]
    found = grouped([roster], {one: one for one in roster})
    assert found["welfare"] == ("welfare",)
    assert found["sport"] == found["education"] == ("education", "sport")
    assert set(found["care"]) == {"care", "housing", "municipality"}


# --- what partners think --------------------------------------------------------------------------


def test_an_organisation_counts_once(register: Register) -> None:
    wave(register, 1, TWELVE)
    for respondent in range(1, 20):
        checklist(register, "ronde-1", 1, 5, respondent)
    for one in range(2, 7):
        checklist(register, "ronde-1", one, 3)
    found = look(register)
    scores = publish.checklist(found, publish.compared(found, Question("ronde-1")))
    assert scores.cells[-1][1].startswith("3,33 (")
    assert scores.cells[-1][-1] == "6"
    assert scores.sentence == "Samen geven partners een 3,33 op een schaal van 1 tot 5."


@pytest.mark.parametrize(
    ("visitor", "organisations", "respondents", "shown"),
    [(PUBLIC, 4, 3, False), (PUBLIC, 5, 1, True), (TEAM, 4, 1, False), (TEAM, 1, 5, True)],
)
def test_a_few_checklists_tell_nothing(
    register: Register, visitor: Visitor, organisations: int, respondents: int, shown: bool
) -> None:
    wave(register, 1, TWELVE)
    for one in range(1, organisations + 1):
        for respondent in range(1, respondents + 1):
            checklist(register, "ronde-1", one, 3 + (one % 2), respondent)
    found = look(register, visitor)
    scores = publish.checklist(found, publish.compared(found, Question("ronde-1")))
    assert bool(scores.cells) is bool(scores.rows) is shown
    assert (scores.sentence == texts.CHECKLIST_FEW) is not shown


def test_then_now_and_the_change_are_about_the_same_organisations(register: Register) -> None:
    two(register, [], [])
    for one in range(1, 9):
        checklist(register, "ronde-1", one, 2 + one % 2)
    for one in range(4, 11):
        checklist(register, "ronde-2", one, 4 + one % 2)
    found, view = compare(register)
    total = publish.checklist(found, view).cells[-1]
    assert (total[1][:4], total[2][:4], total[5]) == ("2,40", "4,40", "5")
    assert total[4] == "+2,00 (2,00 tot 2,00): stijging"
    assert total[3] == "35 → 85"


def test_a_checklist_of_another_version_is_left_out(register: Register) -> None:
    wave(register, 1, TWELVE)
    for one in range(1, 7):
        checklist(register, "ronde-1", one, 3)
    checklist(register, "ronde-1", 7, 5, version="0")
    found = look(register)
    scores = publish.checklist(found, publish.compared(found, Question("ronde-1")))
    assert scores.cells[-1][1].startswith("3,00")


def test_a_sector_is_told_from_five_and_not_when_the_rest_is_small(register: Register) -> None:
    """Of 5 and 3 respondents neither is told: the one is all less the other."""
    wave(register, 1, TWELVE)
    for respondent in range(1, 6):
        checklist(register, "ronde-1", 1, 4, respondent)
    for respondent in range(1, 4):
        checklist(register, "ronde-1", 2, 2, respondent)
    assert _by_sector(register) == []
    for respondent in range(1, 3):
        checklist(register, "ronde-1", 3, 2, respondent)
    assert [row[0] for row in _by_sector(register)] == ["welzijn"]
    assert _by_sector(register, PUBLIC) == []


def _by_sector(register: Register, visitor: Visitor = TEAM) -> list[list[str]]:
    found = look(register, visitor)
    return publish.checklist_by_sector(found, publish.compared(found, Question("ronde-1"))).cells


def test_trust_counts_organisations_and_is_told_of_one_from_three_others(
    register: Register,
) -> None:
    wave(register, 1, TWELVE, ties=[(a, 1) for a in range(2, 8)])
    for respondent in range(2, 9):
        tie(register, "ronde-1", 2, 1, respondent=respondent, trust=1)
    tie(register, "ronde-1", 1, 2, trust=4)
    found = look(register)
    trust = publish.trust(found, publish.compared(found, Question("ronde-1"))).cells
    assert trust == []  # two partners are judged: too few to tell the mean
    own = publish.partner_view(found, partner(1))[0]
    mean = ((3 + 7 * 1) / 8 + 3 * 5) / 6
    assert own[4] == own[5] == texts.number(mean, 2)
    assert publish.partner_view(found, partner(2))[0][4] == texts.HIDDEN_CELL


def test_own_view_of_a_partner(register: Register) -> None:
    two(register, [(1, 2), (2, 1), (3, 1)], [(2, 1)], (TWELVE, TWELVE[1:]))
    found = look(register)
    first, second = publish.partner_view(found, partner(1))
    assert first[1] == f"{name(2)} (samenwerken)"
    assert first[2] == f"{name(2)} (samenwerken); {name(3)} (samenwerken)"
    assert first[3] == "1 van 2"
    assert second[1] == texts.NOT_ASKED


# --- referrals ------------------------------------------------------------------------------------


def chain(register: Register, visitor: Visitor) -> publish.Chain:
    """The table of referrals."""
    rows = list(entries.state(register)["referral"].values())
    return publish.referrals(rows, {partner(n): name(n) for n in range(1, 21)}, visitor)


def test_a_chain_adds_up_its_periods(register: Register) -> None:
    referral(register, 1, 2, 40, 30, 20, year=2020)
    referral(register, 1, 2, 60, 50, 40, year=2021)
    referral(register, 3, 4, 100, 80, 50)
    total, first, second = chain(register, TEAM).rows
    assert total[1:4] == ["200", "160", "110"]
    assert first == [f"{name(1)} → {name(2)}", "100", "80", "60", "60% (50% tot 69%)", "20,5"]
    assert second[1:4] == ["100", "80", "50"]


def test_who_did_not_arrive_is_no_small_group(register: Register) -> None:
    """48 of 50 arrived: the two who did not must not be computed, nor from the total."""
    referral(register, 1, 2, 50, 48, 30)
    referral(register, 3, 4, 90, 70, 60)
    total, first, second = chain(register, TEAM).rows
    shown = [row for row in (total, first, second) if texts.HIDDEN_CELL not in row[1:3]]
    assert first not in shown and len(shown) <= 1


def test_a_few_who_started_are_not_told(register: Register) -> None:
    referral(register, 1, 2, 30, 20, 4)
    referral(register, 3, 4, 90, 70, 60)
    _, first, _ = chain(register, TEAM).rows
    assert first[3:] == [texts.HIDDEN_CELL, texts.HIDDEN_CELL, ""]


def test_the_public_sees_only_the_total_in_fives(register: Register) -> None:
    referral(register, 1, 2, 47, 36, 24)
    referral(register, 3, 4, 66, 46, 22)
    found = chain(register, PUBLIC)
    assert found.rows == [[texts.CHAIN_TOTAL, "115", "80", "45", "39% (31% tot 48%)"]]
    assert len(found.header) == len(found.rows[0])
    referral(register, 5, 6, 9, 8, 7)
    assert "geheim" not in repr(chain(register, PUBLIC)).lower()


def test_that_everybody_started_is_told_as_more_than_a_limit(register: Register) -> None:
    referral(register, 1, 2, 40, 40, 40)
    assert chain(register, TEAM).rows[1][4] == "meer dan 90%"


def test_a_chain_without_a_step_is_not_in_the_total(register: Register) -> None:
    referral(register, 1, 2, 40, None, 20)
    referral(register, 3, 4, 60, 50, 30)
    found = chain(register, TEAM)
    assert found.incomplete == 1
    assert found.rows[0][1:4] == ["60", "50", "30"]
    assert found.rows[1][1:4] == ["40", texts.HIDDEN_CELL, "20"]
