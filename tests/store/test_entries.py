"""What people enter: revisions, conflicts, undo, and what was typed and not yet saved."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.bodies import THEME, begin, cells, filled, first, least, one_of_each
from wijzer.access import MACHINE, PUBLIC, NotAllowed, Visitor
from wijzer.kinds import KINDS, Form, Problem
from wijzer.model import Role
from wijzer.store import entries, many
from wijzer.store.entries import Conflict, Invalid, Saving
from wijzer.store.register import Refused, Register, Row

TEAM = Visitor(Role.TEAM, "team")
GOAL = {
    "theme": "theme-1", "title": "Meer bewegen", "indicator": "beweegrichtlijn",
    "area": "WK054609", "baseline": 50.0, "baseline_day": date(2020, 12, 31), "target": 55.0,
    "target_day": date(2025, 12, 31), "owner": "de wijkregisseur",
}  # fmt: skip

Revise = Callable[..., int]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register with one thing of every kind; each test makes things of its own."""
    found = begin(tmp_path_factory.mktemp("entries"))
    one_of_each(found)
    yield found
    found.close()


@pytest.fixture
def id() -> str:
    """The id of a thing that is not there yet."""
    return entries.new_id("theme")


@pytest.fixture
def save(register: Register, id: str) -> Revise:
    """Save a theme with another title, having seen a revision."""

    def saved(title: str, seen: int, **how: Any) -> int:
        body = THEME | {"title": title}
        return entries.save(register, TEAM, "theme", id, body, Saving(seen, **how))

    return saved


def titles(register: Register, id: str) -> list[tuple[int, str, str]]:
    """Revision, life and title of all revisions of a theme."""
    rows = entries.history(register, "theme", id)
    return [(row["revision"], row["life"], row["title"]) for row in rows]


def now() -> datetime:
    """This moment in UTC, as the register writes it."""
    return datetime.now(UTC).replace(tzinfo=None)


# --- save -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_thing_of_every_kind_is_kept_as_it_was_entered(register: Register, kind: str) -> None:
    id, begun = entries.new_id(kind), now()
    assert entries.save(register, TEAM, kind, id, filled(kind), Saving(why="Nieuw")) == 1
    (row,) = entries.history(register, kind, id)
    empty = dict.fromkeys(KINDS[kind].names)
    assert entries.body_of(kind, row) == empty | filled(kind)
    assert entries.state(register)[kind][id] == row
    assert begun <= row["made_at"] <= now()
    told = {name: row[name] for name in ("revision", "life", "made_by", "batch", "why_changed")}
    assert told == {
        "revision": 1, "life": "active", "made_by": "team", "batch": None, "why_changed": "Nieuw",
    }  # fmt: skip
    assert row["example"] is False


def test_every_change_is_a_new_revision(register: Register, id: str, save: Revise) -> None:
    assert [save("Een", 0), save("Twee", 1), save("Drie", 2)] == [1, 2, 3]
    expected = [(1, "active", "Een"), (2, "active", "Twee"), (3, "active", "Drie")]
    assert titles(register, id) == expected
    assert entries.state(register)["theme"][id]["title"] == "Drie"


def test_empty_is_empty_however_it_is_said(register: Register, id: str) -> None:
    body = THEME | {"why": "", "indicators": (), "owner": None}
    entries.save(register, TEAM, "theme", id, body, Saving())
    (row,) = entries.history(register, "theme", id)
    assert (row["why"], row["indicators"], row["owner"]) == (None, None, None)


def test_an_id_tells_the_kind_and_nothing_else() -> None:
    ids = {entries.new_id("target_group") for _ in range(200)}
    assert len(ids) == 200
    assert {one.rpartition("-")[0] for one in ids} == {"target-group"}


@pytest.mark.parametrize("id", ["", "Theme-1", "a b", "x" * 81, "../x", "'; DROP TABLE thing; --"])
def test_an_id_that_cannot_go_into_a_link(register: Register, id: str) -> None:
    before = cells(register)
    with pytest.raises(Refused):
        entries.save(register, TEAM, "theme", id, THEME, Saving())
    assert cells(register) == before


def test_an_id_stays_of_one_kind(register: Register) -> None:
    before = cells(register)
    for kind in ("goal", "meeting"):
        with pytest.raises(Refused):
            entries.save(register, TEAM, kind, first("theme"), filled(kind), Saving())
    assert cells(register) == before


def test_the_public_saves_nothing(register: Register, id: str, save: Revise) -> None:
    save("Een", 0)
    before = cells(register)
    with pytest.raises(NotAllowed):
        entries.save(register, PUBLIC, "theme", id, THEME, Saving(1))
    with pytest.raises(NotAllowed):
        entries.retire(register, PUBLIC, "theme", id, 1, "")
    with pytest.raises(NotAllowed):
        entries.undo(register, PUBLIC, "theme", id, 1, "")
    with pytest.raises(NotAllowed):
        entries.keep_typed(register, PUBLIC, "theme:x:y", THEME)
    with pytest.raises(NotAllowed):
        entries.drop_typed(register, PUBLIC, "theme:x:y")
    with pytest.raises(NotAllowed):
        many.add_all(register, PUBLIC, [("theme", "theme-publiek", THEME)], Saving())
    assert cells(register) == before


def test_all_that_is_wrong_is_told_at_once(register: Register, id: str) -> None:
    body = {"title": "x" * 201, "choice": "chosen", "meeting": "nergens", "place": -1}
    before = cells(register)
    with pytest.raises(Invalid) as found:
        entries.save(register, TEAM, "theme", id, body, Saving())
    assert set(found.value.problems) == {
        Problem("neighbourhood", "required"), Problem("title", "long", 200),
        Problem("place", "negative"), Problem("meeting", "reference"),
    }  # fmt: skip
    assert cells(register) == before


# --- two people -----------------------------------------------------------------------------------


@pytest.mark.parametrize("seen", [0, 1, 3, -1])
def test_a_stale_revision_is_a_conflict(
    register: Register, id: str, save: Revise, seen: int
) -> None:
    save("Een", 0)
    save("Twee", 1)
    before, version = cells(register), register.version
    with pytest.raises(Conflict) as found:
        save("Drie", seen)
    with pytest.raises(Conflict):
        entries.retire(register, TEAM, "theme", id, seen, "")
    with pytest.raises(Conflict):
        entries.undo(register, TEAM, "theme", id, seen, "")
    assert (found.value.theirs["revision"], found.value.theirs["title"]) == (2, "Twee")
    assert cells(register) == before
    assert register.version == version


def test_a_conflict_comes_before_what_is_wrong(register: Register, save: Revise, id: str) -> None:
    save("Een", 0)
    with pytest.raises(Conflict):
        entries.save(register, TEAM, "theme", id, {}, Saving())


@pytest.mark.parametrize("again", range(5))
def test_of_two_who_save_the_same_revision_one_wins(
    register: Register, id: str, save: Revise, again: int
) -> None:
    save("Een", 0)
    gate, told = threading.Barrier(6), []

    def press(name: str) -> None:
        gate.wait()
        try:
            told.append((name, save(name, 1)))
        except Conflict as error:
            told.append((name, error.theirs["title"]))

    people = [threading.Thread(target=press, args=(f"Thema {one}",)) for one in range(6)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    (winner,) = [name for name, outcome in told if outcome == 2]
    assert [outcome for name, outcome in told if name != winner] == [winner] * 5
    assert titles(register, id)[1:] == [(2, "active", winner)]


@pytest.mark.parametrize("what", [entries.retire, entries.undo])
def test_what_is_not_there_cannot_be_changed(register: Register, id: str, what: Revise) -> None:
    before = cells(register)
    for seen in (0, 1):
        with pytest.raises(Conflict):
            what(register, TEAM, "theme", id, seen, "")
    assert cells(register) == before


# --- definitions do not change unnoticed ----------------------------------------------------------

OTHERWISE = {
    "indicator": "roken", "area": "WK048401", "baseline": 51.0, "target": 60.0,
    "baseline_day": date(2021, 12, 31), "target_day": None, "unit": "%", "way": "higher",
    "version": "2022",
}  # fmt: skip


def test_guarded_are_the_definition_and_the_target_of_a_goal() -> None:
    guarded = {
        kind: {one.name for one in KINDS[kind].fields if one.guarded}
        for kind in KINDS
        if any(one.guarded for one in KINDS[kind].fields)
    }
    assert guarded == {"goal": {"measure", *OTHERWISE}}


@pytest.mark.parametrize("name", [one for one in OTHERWISE if one in GOAL])
@pytest.mark.parametrize("why", ["", "  \n"])
def test_a_definition_in_use_needs_a_reason(register: Register, name: str, why: str) -> None:
    id = entries.new_id("goal")
    entries.save(register, TEAM, "goal", id, GOAL, Saving())
    changed = GOAL | {name: OTHERWISE[name]}
    with pytest.raises(Invalid) as found:
        entries.save(register, TEAM, "goal", id, changed, Saving(1, why=why))
    assert found.value.problems == (Problem(name, "reason"),)
    assert len(entries.history(register, "goal", id)) == 1
    assert entries.save(register, TEAM, "goal", id, changed, Saving(1, why="Nieuw plan")) == 2
    assert entries.history(register, "goal", id)[1]["why_changed"] == "Nieuw plan"


def test_what_was_empty_may_be_filled_in_and_the_rest_may_change(register: Register) -> None:
    id = entries.new_id("goal")
    entries.save(register, TEAM, "goal", id, GOAL, Saving())
    more = {"unit": "%", "way": "higher", "version": "2022", "owner": "iemand anders"}
    assert entries.save(register, TEAM, "goal", id, GOAL | more, Saving(1)) == 2
    with pytest.raises(Invalid) as found:
        entries.save(register, TEAM, "goal", id, GOAL | {"owner": "iemand anders"}, Saving(2))
    assert {one.field for one in found.value.problems} == {"unit", "way", "version"}


def test_the_definition_of_a_draft_may_change(register: Register) -> None:
    id = entries.new_id("goal")
    entries.save(register, TEAM, "goal", id, GOAL, Saving(life="draft"))
    changed = GOAL | {"target": 60.0, "indicator": "roken"}
    assert entries.save(register, TEAM, "goal", id, changed, Saving(1, life="draft")) == 2
    assert entries.save(register, TEAM, "goal", id, GOAL, Saving(2)) == 3
    with pytest.raises(Invalid):
        entries.save(register, TEAM, "goal", id, changed, Saving(3))


# --- references -----------------------------------------------------------------------------------

REFERENCES = [
    (kind.id, one.name)
    for kind in KINDS.values()
    for one in kind.fields
    if one.form in (Form.REF, Form.REFS)
]


ALONE = {("focus_review", "partly"): ("delivered",), ("focus_review", "missed"): ("delivered",)}
"""Fields that may not hold the same as another one, which is then left empty."""


@pytest.mark.parametrize(("kind", "name"), REFERENCES)
@pytest.mark.parametrize("life", ["active", "draft"])
def test_what_is_referred_to_is_there_and_of_the_right_kind(
    register: Register, kind: str, name: str, life: str
) -> None:
    one = next(one for one in KINDS[kind].fields if one.name == name)
    other = "library" if one.of != "library" else "theme"
    for wrong in ("nergens", first(other), "vote-round-1"):
        value = (first(one.of), wrong) if one.form.many else wrong
        id = entries.new_id(kind)
        with pytest.raises(Invalid) as found:
            body = filled(kind) | dict.fromkeys(ALONE.get((kind, name), ())) | {name: value}
            entries.save(register, TEAM, kind, id, body, Saving(life=life))
        assert found.value.problems == (Problem(name, "reference"),)
        assert entries.history(register, kind, id) == []


def test_a_thing_may_refer_to_what_is_a_draft_or_retired(register: Register, id: str) -> None:
    entries.save(register, TEAM, "theme", id, {}, Saving(life="draft"))
    quote = least("quote") | {"theme": id}
    assert entries.save(register, TEAM, "quote", entries.new_id("quote"), quote, Saving()) == 1
    entries.save(register, TEAM, "theme", id, THEME, Saving(1))
    entries.retire(register, TEAM, "theme", id, 2, "")
    assert entries.save(register, TEAM, "quote", entries.new_id("quote"), quote, Saving()) == 1


def test_many_at_once_may_refer_to_each_other_and_are_all_or_none(register: Register) -> None:
    rows = [
        ("theme", "theme-samen", THEME),
        ("quote", "quote-samen", least("quote") | {"theme": "theme-samen"}),
    ]
    before = cells(register)
    with pytest.raises(Invalid, match="quote-fout: theme"):
        bad = ("quote", "quote-fout", least("quote") | {"theme": "nergens"})
        many.add_all(register, TEAM, [*rows, bad], Saving())
    assert cells(register) == before
    with pytest.raises(Refused):
        many.add_all(register, TEAM, [*rows, rows[0]], Saving())
    assert cells(register) == before
    assert many.add_all(register, TEAM, rows, Saving(batch="lijst", example=True)) == 2
    row = entries.state(register)["quote"]["quote-samen"]
    assert (row["batch"], row["example"], row["theme"]) == ("lijst", True, "theme-samen")


# --- out of use and back --------------------------------------------------------------------------


def test_out_of_use_stays_in_the_history(register: Register, id: str, save: Revise) -> None:
    save("Een", 0)
    assert entries.retire(register, TEAM, "theme", id, 1, "Niet meer nodig") == 2
    assert titles(register, id) == [(1, "active", "Een"), (2, "retired", "Een")]
    assert entries.history(register, "theme", id)[1]["why_changed"] == "Niet meer nodig"
    assert entries.state(register)["theme"][id]["life"] == "retired"
    assert save("Toch weer", 2) == 3


def test_undo_of_a_change(register: Register, id: str, save: Revise) -> None:
    save("Een", 0, example=True)
    save("Twee", 1)
    assert entries.undo(register, TEAM, "theme", id, 2, "Vergissing") == 3
    rows = entries.history(register, "theme", id)
    assert [row["title"] for row in rows] == ["Een", "Twee", "Een"]
    assert [row["example"] for row in rows] == [True, False, True]
    assert entries.body_of("theme", rows[2]) == entries.body_of("theme", rows[0])
    assert (rows[2]["why_changed"], rows[2]["made_by"]) == ("Vergissing", "team")


def test_undo_of_a_creation(register: Register, id: str, save: Revise) -> None:
    save("Een", 0)
    assert entries.undo(register, TEAM, "theme", id, 1, "") == 2
    assert titles(register, id) == [(1, "active", "Een"), (2, "retired", "Een")]


def test_undo_of_an_undo(register: Register, id: str, save: Revise) -> None:
    save("Een", 0)
    save("Twee", 1)
    for seen in (2, 3, 4):
        entries.undo(register, TEAM, "theme", id, seen, "")
    assert [title for _, _, title in titles(register, id)] == ["Een", "Twee", "Een", "Twee", "Een"]


def test_undo_of_a_retirement_and_of_an_undone_creation(
    register: Register, id: str, save: Revise
) -> None:
    save("Een", 0)
    entries.undo(register, TEAM, "theme", id, 1, "")
    entries.undo(register, TEAM, "theme", id, 2, "")
    entries.retire(register, TEAM, "theme", id, 3, "")
    entries.undo(register, TEAM, "theme", id, 4, "")
    lives = [life for _, life, _ in titles(register, id)]
    assert lives == ["active", "retired", "active", "retired", "active"]


def test_undo_brings_a_draft_back(register: Register, id: str, save: Revise) -> None:
    entries.save(register, TEAM, "theme", id, {"title": "Half"}, Saving(life="draft"))
    save("Heel", 1)
    entries.undo(register, TEAM, "theme", id, 2, "")
    expected = [(1, "draft", "Half"), (2, "active", "Heel"), (3, "draft", "Half")]
    assert titles(register, id) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_may_be_incomplete(register: Register, kind: str) -> None:
    id = entries.new_id(kind)
    assert entries.save(register, TEAM, kind, id, {}, Saving(life="draft")) == 1
    with pytest.raises(Invalid) as found:
        entries.save(register, TEAM, kind, id, {}, Saving(1))
    assert {one.fault for one in found.value.problems} == {"required"}
    assert entries.save(register, TEAM, kind, id, filled(kind), Saving(1)) == 2
    assert [row["life"] for row in entries.history(register, kind, id)] == ["draft", "active"]


# --- as it was ------------------------------------------------------------------------------------


def test_the_state_at_a_moment(register: Register, id: str, save: Revise) -> None:
    moments = [now()]
    for seen, title in enumerate(("Een", "Twee", "Drie")):
        save(title, seen)
        moments.append(entries.history(register, "theme", id)[-1]["made_at"])
    entries.retire(register, TEAM, "theme", id, 3, "")
    moments.append(now())
    told = [entries.state(register, moment)["theme"].get(id) for moment in moments]
    assert told[0] is None
    assert [row["revision"] for row in told[1:] if row] == [1, 2, 3, 4]
    assert entries.state(register, now()) == entries.state(register)


def test_a_state_long_ago_is_empty(register: Register) -> None:
    assert entries.state(register, datetime(2000, 1, 1)) == {kind: {} for kind in KINDS}


def test_the_last_change_is_of_a_person(tmp_path: Path) -> None:
    own = begin(tmp_path)
    assert entries.last_change(entries.state(own)) is None
    many.add_all(own, MACHINE, [("theme", "theme-lijst", THEME)], Saving(batch="gepubliceerd"))
    assert entries.last_change(entries.state(own)) is None
    entries.save(own, TEAM, "theme", "theme-a", THEME, Saving())
    entries.save(own, TEAM, "meeting", "meeting-a", least("meeting"), Saving())
    many.add_all(own, MACHINE, [("theme", "theme-later", THEME)], Saving(batch="voorbeeld"))
    kind, row = entries.last_change(entries.state(own)) or ("", {})
    assert (kind, row["id"], row["revision"]) == ("meeting", "meeting-a", 1)
    entries.retire(own, TEAM, "theme", "theme-lijst", 1, "")
    kind, row = entries.last_change(entries.state(own)) or ("", {})
    assert (kind, row["id"], row["revision"]) == ("theme", "theme-lijst", 2)
    own.close()


# --- typed and not yet saved ----------------------------------------------------------------------

ANY_TEXT = st.one_of(
    st.sampled_from(
        *[["", " ", "31-02-2024", "2024-02-29", "20240229", "2024-W09-4", "7,5,5", "1e5", "\ud800",
           "\0", "null", "NaN", '{"day": "2024-02-29"}', "x" * 10_001, "'; DROP TABLE draft; --"]]
    ),
    st.text(),
)  # fmt: skip


def _typed(form: Form) -> st.SearchStrategy[Any]:
    """What stands in a field: read, or as it was typed when it cannot be read."""
    if form.many:
        return st.lists(ANY_TEXT, min_size=1, max_size=3).map(tuple)
    read = {
        Form.DATE: st.dates(),
        Form.NUMBER: st.floats(allow_nan=False),
        Form.COUNT: st.integers(),
        Form.YES: st.booleans(),
    }
    return st.one_of(read.get(form, ANY_TEXT), ANY_TEXT)


@st.composite
def half_filled(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A kind and what was typed in its form so far."""
    kind = draw(st.sampled_from(list(KINDS)))
    one_field = {one.name: st.one_of(st.none(), _typed(one.form)) for one in KINDS[kind].fields}
    return kind, draw(st.fixed_dictionaries(one_field))


@settings(max_examples=150)
@given(half_filled(), st.integers(0, 10**6))
def test_what_was_typed_is_read_back_as_it_was(
    register: Register, given: tuple[str, dict[str, Any]], seen: int
) -> None:
    kind, body = given
    form, version = f"{kind}:{entries.new_id(kind)}:a", register.version
    entries.keep_typed(register, TEAM, form, body | {entries.SEEN: seen})
    told = entries.typed(register, kind, form)
    entries.drop_typed(register, TEAM, form)
    assert told == body | {entries.SEEN: seen}
    assert {name: type(one) for name, one in told.items() if name in body} == {
        name: type(one) for name, one in body.items()
    }
    assert entries.typed(register, kind, form) is None
    assert register.version == version


def test_every_form_is_kept_while_the_program_is_away(tmp_path: Path) -> None:
    own = begin(tmp_path)
    typed: dict[str, dict[str, Any]] = {kind: filled(kind) for kind in KINDS}
    typed["meeting"] |= {"day": "31-02-2024", "residents": "een stuk of tien"}
    typed["intervention"] |= {"hours": "7,5 of meer", "starts": date(1, 1, 1)}
    typed["theme"] |= {"title": "x" * 5000, "choice": None, "why": ""}
    for kind, body in typed.items():
        entries.keep_typed(own, TEAM, f"{kind}:nieuw:a", body | {entries.SEEN: 3})
    own.close()
    again = Register(own.file)
    for kind, body in typed.items():
        empty = dict.fromkeys(KINDS[kind].names)
        told = entries.typed(again, kind, f"{kind}:nieuw:a")
        assert told == empty | body | {entries.SEEN: 3}
    assert [row["form"] for row in entries.unsaved(again)] == [f"{one}:nieuw:a" for one in KINDS][
        ::-1
    ]
    again.close()


def test_typing_on_replaces_what_was_typed(register: Register) -> None:
    form = "theme:theme-1:b"
    for title in ("M", "Me", "Mee"):
        entries.keep_typed(register, TEAM, form, {"title": title})
    told = entries.typed(register, "theme", form)
    assert told == dict.fromkeys(KINDS["theme"].names) | {"title": "Mee", entries.SEEN: 0}
    assert [row["form"] for row in entries.unsaved(register)].count(form) == 1
    assert entries.typed(register, "theme", "theme:theme-1:c") is None
    entries.drop_typed(register, TEAM, form)
    entries.drop_typed(register, TEAM, form)
    assert form not in [row["form"] for row in entries.unsaved(register)]


# --- whatever happens -----------------------------------------------------------------------------


@dataclass
class Model:
    """What should stand in the history, and what each of two people last saw of it."""

    rows: list[tuple[str, str]] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=lambda: {"a": 0, "b": 0})

    def expect(self, what: str, who: str, title: str) -> tuple[str, str] | None:
        """The revision that should come, None for a conflict."""
        if self.seen[who] != len(self.rows) or (not self.rows and what in ("retire", "undo")):
            return None
        if what == "retire" or (what == "undo" and len(self.rows) == 1):
            return "retired", self.rows[-1][1]
        if what == "undo":
            return self.rows[-2]
        return ("draft" if what == "draft" else "active"), title


STEP = st.tuples(
    st.sampled_from(["look", "save", "save", "draft", "retire", "undo", "undo"]),
    st.sampled_from("ab"),
)


@settings(max_examples=60)
@given(st.lists(STEP, min_size=1, max_size=14))
def test_a_history_only_grows(register: Register, steps: list[tuple[str, str]]) -> None:
    id, model = entries.new_id("theme"), Model()
    before: list[Row] = []
    for number, (what, who) in enumerate(steps):
        title = f"Thema {number}"
        expected = None if what == "look" else model.expect(what, who, title)
        if what != "look":
            check_step(register, id, model, (what, who, title))
        if expected:
            model.rows.append(expected)
        if expected or what == "look":
            model.seen[who] = len(model.rows)
        after = entries.history(register, "theme", id)
        assert after[: len(before)] == before
        assert len(after) == len(before) + bool(expected)
        before = after
    told = [(row["life"], row["title"]) for row in before]
    assert told == model.rows
    assert [row["revision"] for row in before] == list(range(1, len(before) + 1))
    assert [row["made_at"] for row in before] == sorted(row["made_at"] for row in before)
    assert entries.state(register)["theme"].get(id) == (before[-1] if before else None)


def check_step(register: Register, id: str, model: Model, step: tuple[str, str, str]) -> None:
    """One thing that somebody does: it is done, or refused when they saw something else."""
    what, who, title = step
    visitor, seen = Visitor(Role.TEAM, who), model.seen[who]

    def do() -> int:
        if what in ("retire", "undo"):
            return getattr(entries, what)(register, visitor, "theme", id, seen, "reden")
        how = Saving(seen, "draft" if what == "draft" else "active")
        return entries.save(register, visitor, "theme", id, THEME | {"title": title}, how)

    if model.expect(what, who, title):
        assert do() == len(model.rows) + 1
    else:
        with pytest.raises(Conflict):
            do()


@pytest.mark.parametrize("kind", list(KINDS))
def test_an_unfinished_draft_can_be_taken_out_of_use(register: Register, kind: str) -> None:
    """A draft lacks what is required; retiring or undoing it must not ask for that."""
    one = entries.new_id(kind)
    entries.save(register, TEAM, kind, one, {}, Saving(life="draft"))
    entries.retire(register, TEAM, kind, one, 1, "toch niet")
    entries.undo(register, TEAM, kind, one, 2, "toch wel")
    entries.undo(register, TEAM, kind, one, 3, "nee")
    lives = [row["life"] for row in entries.history(register, kind, one)]
    assert lives == ["draft", "retired", "draft", "retired"]
