"""A facilitator fills in forms: what is typed is never lost, and nothing wrong is saved."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import (
    add,
    button,
    buttons,
    field,
    fill,
    form,
    go,
    html,
    is_open,
    now,
    own_register,
    press,
    reason,
    table,
    words,
)
from tests.pages.visit import everything, params, trouble, visit, warnings
from wijzer import texts
from wijzer.access import MACHINE
from wijzer.store import content, entries
from wijzer.store.register import Register

THEME = "thema-stevenshof-contacten"
GOALS = {"plandeel": "doelen", "wijk": "stevenshof"}


@pytest.fixture(autouse=True)
def register(tmp_path: Path) -> Iterator[Register]:
    """A register for this test alone, with the examples of the project."""
    with own_register(tmp_path) as found:
        yield found


def goal(**more: Any) -> str:
    """A goal that is in use."""
    values = {"theme": THEME, "title": "Minder mensen alleen", "indicator": "eenzaam",
              "baseline": 10.0, "target": 8.0}  # fmt: skip
    return add("goal", **(values | more))


def typed(register: Register) -> list[str]:
    """Forms in which something was typed and not saved."""
    return [row["form"] for row in entries.unsaved(register)]


# --- saving ---------------------------------------------------------------------------------------


def test_a_theme_is_filled_in_and_saved(register: Register) -> None:
    found = press(visit("themas", {"wijk": "stevenshof"}), "vul-theme-")
    id = params(found)["bewerk"].partition(":")[2]
    fill(found, title="Rustig slapen", choice="chosen", indicators=["eenzaam", "overgewicht"],
         why="Bewoners slapen slecht.\nDat zeggen zij vaak.")  # fmt: skip
    press(found, "opslaan")
    assert trouble(found) == []
    assert not is_open(found)
    row = now("theme", id)
    assert row["neighbourhood"] == "stevenshof"
    assert (row["title"], row["choice"], row["life"]) == ("Rustig slapen", "chosen", "active")
    assert row["indicators"] == ["eenzaam", "overgewicht"]
    assert row["why"] == "Bewoners slapen slecht.\nDat zeggen zij vaak."
    assert row["made_by"] == "team" and not row["example"]
    assert "Rustig slapen" in words(found) or "rustig slapen" in words(found)
    assert typed(register) == []


def test_a_goal_with_a_decimal_comma_and_a_dutch_day(register: Register) -> None:
    found = press(visit("themas", {"wijk": "stevenshof", "thema": THEME}), f"vul-goal-{THEME}")
    assert field(found, "theme").value == THEME
    id = params(found)["bewerk"].partition(":")[2]
    fill(found, title="Minder eenzaam", indicator="eenzaam", area="WK054609", baseline="7,5",
         baseline_day="1-3-2024", target="1.250,25", target_day=" 31-12-2025 ")  # fmt: skip
    press(found, "opslaan")
    assert trouble(found) == []
    row = now("goal", id)
    assert (row["baseline"], row["target"]) == (7.5, 1250.25)
    assert (row["baseline_day"], row["target_day"]) == (date(2024, 3, 1), date(2025, 12, 31))
    shown = visit("plan", GOALS | {"doel": id})
    mine = next(row for row in table(shown, "Doelen in Stevenshof") if row[0] == "Minder eenzaam")
    assert mine[2:5] == ["7,5%", "1.250,3%", "31 december 2025"]
    again = form("goal", id)
    assert [field(again, one).value for one in ("baseline", "target", "target_day")] == [
        *("7,5", "1250,25", "31-12-2025")
    ]


def test_an_activity_below_an_intervention(register: Register) -> None:
    intervention = "interventie-stevenshof-groen"
    link = {"plandeel": "mix", "wijk": "stevenshof", "interventie": intervention}
    found = press(visit("plan", link), f"vul-activity-{intervention}")
    assert field(found, "intervention").value == intervention
    id = params(found)["bewerk"].partition(":")[2]
    fill(found, title="Planten in de straat", run="planned", day="17-04-2027")
    press(found, "opslaan")
    assert trouble(found) == []
    assert now("activity", id)["day"] == date(2027, 4, 17)
    shown = table(visit("plan", link), "Activiteiten bij Meer groen in de wijk")
    assert ["Planten in de straat", "gepland", "17 april 2027"] in [row[:3] for row in shown]


def test_a_draft_needs_no_more_than_a_name(register: Register) -> None:
    found = press(visit("plan", GOALS), "vul-goal-")
    id = params(found)["bewerk"].partition(":")[2]
    fill(found, title="Nog een half idee")
    press(found, "concept")
    assert trouble(found) == []
    assert not is_open(found)
    assert (now("goal", id)["life"], now("goal", id)["title"]) == ("draft", "Nog een half idee")
    # It is not part of the plan, and there is a way back to it.
    assert "Nog een half idee" not in str(table(visit("plan", GOALS), "Doelen in Stevenshof"))
    back = press(visit("themas"), f"vul-concept-goal-{id}")
    assert field(back, "title").value == "Nog een half idee"
    fill(back, theme=THEME)
    press(back, "opslaan")
    assert now("goal", id)["life"] == "active"
    assert "Nog een half idee" in str(table(visit("plan", GOALS), "Doelen in Stevenshof"))


# --- what cannot be saved -------------------------------------------------------------------------


def test_what_is_missing_is_said_and_nothing_is_saved(register: Register) -> None:
    before = register.version
    found = fill(form("goal", "doel-leeg", wijk="stevenshof"), owner="wijkregisseur")
    press(found, "opslaan")
    assert trouble(found) == [texts.NOT_SAVED.format(velden="Thema en Naam")]
    assert words(found).count(texts.PROBLEM["required"]) == 2
    assert is_open(found)
    assert field(found, "owner").value == "wijkregisseur"
    assert register.version == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("baseline", "zeven"),
        ("baseline", "7,5,5"),
        ("baseline", "1e5"),
        ("baseline", "9" * 400),
        ("baseline", "9" * 40),
        ("target", "7.5"),
        ("target_day", "31-02-2025"),
        ("target_day", "december 2025"),
        ("baseline_day", "2025-12-31"),
        ("baseline_day", "31-12-25"),
    ],
)
def test_what_cannot_be_read_stays_and_is_not_saved(
    register: Register, name: str, value: str
) -> None:
    before = register.version
    found = form("goal", "doel-onleesbaar", wijk="stevenshof")
    fill(found, theme=THEME, title="Onleesbaar", **{name: value})
    press(found, "opslaan")
    assert trouble(found) == [texts.NOT_SAVED.format(velden=texts.FIELD[name])]
    assert texts.PROBLEM["type"] in words(found)
    assert field(found, name).value == value
    assert register.version == before
    # And whoever comes back finds it as it was typed.
    again = visit("themas", {"bewerk": "goal:doel-onleesbaar", "typ": params(found)["typ"]})
    assert field(again, name).value == value


@pytest.mark.parametrize("value", ["-3", "2,5", "99999999999", "veel", "1" * 400])
def test_a_number_of_people_is_whole_and_not_below_zero(register: Register, value: str) -> None:
    before = register.version
    found = form("meeting", "bijeenkomst-fout", wijk="stevenshof")
    fill(found, title="Bijeenkomst", residents=value)
    press(found, "opslaan")
    assert trouble(found) == [texts.NOT_SAVED.format(velden="Aantal inwoners")]
    assert field(found, "residents").value == value
    assert register.version == before


@pytest.mark.parametrize(
    ("kind", "values", "at", "fault"),
    [
        ("theme", {"title": "Nee", "choice": "rejected"}, "Reden", "required"),
        ("theme", {"title": "Bel 06 12345678", "choice": "proposed"}, "Naam", "private"),
        ("theme", {"title": "x" * 201, "choice": "proposed"}, "Naam", "long"),
        ("goal", {"title": "x", "theme": THEME, "indicator": "eenzaam", "measure": "eigen"},
         "Eigen maat, als er geen cijfer is", "either"),
        ("theme", {"title": "x", "choice": "chosen", "url": "javascript:alert(1)"},
         "Webadres van de bron", "url"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_told_in_dutch(
    register: Register, kind: str, values: dict[str, str], at: str, fault: str
) -> None:
    before = register.version
    found = press(fill(form(kind, "iets-fout", wijk="stevenshof"), **values), "opslaan")
    assert trouble(found) == [texts.NOT_SAVED.format(velden=at)]
    assert texts.PROBLEM[fault].format(limit="200") in words(found)
    assert register.version == before


# --- typing is kept -------------------------------------------------------------------------------


def test_what_was_typed_is_there_on_every_page_and_for_a_new_visitor(register: Register) -> None:
    id = goal()
    found = press(visit("plan", GOALS | {"doel": id}), f"vul-goal-{id}")
    fill(found, title="Anders", target="6,5")
    link = {name: params(found)[name] for name in ("bewerk", "typ")}
    go(found, "profiel")
    go(found, "themas")
    assert field(found, "title").value == "Anders"
    later = visit("plan", link)
    assert [field(later, one).value for one in ("title", "target")] == ["Anders", "6,5"]
    assert texts.TYPED_KEPT in words(later)


def test_a_form_that_was_closed_is_offered_again(register: Register) -> None:
    found = fill(form("theme", "thema-later", wijk="stevenshof"), title="Straks verder")
    press(found, "sluiten")
    assert not is_open(found)
    press(visit("plan"), "verder-theme:thema-later")
    back = press(found, "verder-theme:thema-later")
    assert field(back, "title").value == "Straks verder"
    assert entries.history(register, "theme", "thema-later") == []


def test_throwing_away_forgets_it(register: Register) -> None:
    id = goal()
    found = fill(form("goal", id, wijk="stevenshof"), title="Weg ermee")
    assert len(typed(register)) == 1
    press(found, "weggooien")
    assert not is_open(found)
    assert typed(register) == []
    assert not any(one.startswith("verder-") for one in buttons(found))
    assert now("goal", id)["title"] == "Minder mensen alleen"
    assert field(form("goal", id), "title").value == "Minder mensen alleen"


def test_looking_at_a_form_is_not_typing(register: Register) -> None:
    found = form("goal", goal(), wijk="stevenshof")
    fill(found, title="Heel even")
    fill(found, title="Minder mensen alleen")
    press(found, "sluiten")
    assert is_open(form("theme", THEME)) and is_open(form("theme", "thema-nieuw"))
    assert len(typed(register)) <= 1


# --- undo, reasons, retirement --------------------------------------------------------------------


def test_undo_takes_the_last_change_back(register: Register) -> None:
    id = goal(owner="wijkregisseur")
    found = fill(form("goal", id, wijk="stevenshof"), owner="iemand anders")
    press(found, "opslaan")
    assert now("goal", id)["owner"] == "iemand anders"
    assert "Laatste wijziging: doel ‘Minder mensen alleen’" in words(found)
    press(found, "terug-goal-")
    assert trouble(found) == []
    assert now("goal", id)["owner"] == "wijkregisseur"
    assert [row["owner"] for row in entries.history(register, "goal", id)] == [
        *("wijkregisseur", "iemand anders", "wijkregisseur")
    ]


def test_undo_of_something_new_takes_it_out_of_use(register: Register) -> None:
    id = goal()
    found = press(visit("plan", GOALS), "terug-goal-")
    assert now("goal", id)["life"] == "retired"
    assert "Minder mensen alleen" not in str(table(found, "Doelen in Stevenshof"))


def test_undo_of_what_somebody_changed_meanwhile_changes_nothing(register: Register) -> None:
    id = goal()
    found = visit("plan", GOALS)
    body = entries.body_of("goal", now("goal", id)) | {"title": "Nieuwer"}
    entries.save(register, MACHINE, "goal", id, body, entries.Saving(seen=1))
    press(found, "terug-goal-")
    assert trouble(found) == []
    assert (now("goal", id)["title"], now("goal", id)["revision"]) == ("Nieuwer", 2)
    assert [one.value for one in found.toast] == [texts.CHANGED_MEANWHILE]


def test_a_target_does_not_change_without_a_reason(register: Register) -> None:
    id = goal()
    found = fill(form("goal", id, wijk="stevenshof"), target="5")
    press(found, "opslaan")
    assert trouble(found) == [texts.NOT_SAVED.format(velden="Streefwaarde")]
    assert texts.PROBLEM["reason"] in words(found)
    assert now("goal", id)["target"] == 8
    reason(found, "De raad wil meer")
    press(found, "opslaan")
    assert trouble(found) == []
    assert now("goal", id)["target"] == 5
    changes = table(visit("plan", GOALS | {"doel": id}), texts.HISTORY_TABLE)
    assert changes[1][2:] == ["Streefwaarde: van ‘8’ naar ‘5’", "De raad wil meer"]


def test_retiring_takes_it_from_the_pages_and_keeps_it(register: Register) -> None:
    id = goal()
    found = reason(form("goal", id, page="plan", **GOALS), "Past niet meer")
    press(found, "uit-gebruik")
    assert not is_open(found)
    assert "Minder mensen alleen" not in str(table(found, "Doelen in Stevenshof"))
    row = now("goal", id)
    assert (row["life"], row["title"]) == ("retired", "Minder mensen alleen")
    assert row["why_changed"] == "Past niet meer"
    press(found, "terug-goal-")
    assert "Minder mensen alleen" in str(table(found, "Doelen in Stevenshof"))


def test_all_examples_go_at_once(register: Register) -> None:
    mine = goal(theme="thema-alphen-noord-bewegen")
    count = content.examples(register)
    found = visit("plan", {"plandeel": "doelen", "wijk": "alphen-noord"})
    assert count > 40 and str(count) in words(found)
    press(found, "voorbeelden-weg")
    assert trouble(found) == []
    assert content.examples(register) == 0
    assert "voorbeelden-weg" not in buttons(found)
    assert "Voorbeeld:" not in words(found)
    assert [row[0] for row in table(found, "Doelen in Alphen Noord")[1:]] == [
        now("goal", mine)["title"]
    ]


def test_an_example_stays_one_until_somebody_says_that_it_is_real(register: Register) -> None:
    id = "doel-voorbeeld-stevenshof-groen"
    found = fill(form("goal", id, wijk="stevenshof"), owner="de wijkregisseur")
    press(found, "opslaan")
    assert now("goal", id)["example"]
    found = form("goal", id, wijk="stevenshof")
    next(one for one in found.checkbox if str(one.key).startswith("voorbeeld-")).uncheck().run()
    press(fill(found, owner="een ander"), "opslaan")
    assert not now("goal", id)["example"]


def test_a_quote_can_be_changed_when_somebody_takes_their_words_back(register: Register) -> None:
    id = add("quote", theme=THEME, text="Ik ken nu mijn buren.", speaker="resident",
             consent="given", source="gesprek")  # fmt: skip
    link = {"wijk": "stevenshof", "thema": THEME}
    found = visit("themas", link)
    assert "Ik ken nu mijn buren." in words(found)
    next(one for one in found.selectbox if one.key == "_kies-quote").set_value(id)
    press(found.run(), f"vul-quote-{id}")
    press(fill(found, consent="withdrawn"), "opslaan")
    assert now("quote", id)["consent"] == "withdrawn"
    assert "Ik ken nu mijn buren." not in words(found)
    assert "Ik ken nu mijn buren." not in words(visit("plan", {"wijk": "stevenshof"}))


# --- two people at once ---------------------------------------------------------------------------


def two(id: str) -> tuple[AppTest, AppTest]:
    """Two facilitators open the same goal, each on their own screen, by the button."""
    screens = [visit("plan", GOALS | {"doel": id}) for _ in "ab"]
    return press(screens[0], f"vul-goal-{id}"), press(screens[1], f"vul-goal-{id}")


@pytest.mark.parametrize("early", [True, False], ids=["typed before", "typed after"])
@pytest.mark.parametrize("keep", ["van-mij", "van-ander"])
def test_two_people_change_the_same_goal(register: Register, early: bool, keep: str) -> None:
    """Whether the second typed before or after the first one saved: nothing is lost."""
    id = goal(owner="niemand")
    mine, yours = two(id)
    if early:
        fill(yours, owner="de jouwe")
    press(fill(mine, owner="de mijne"), "opslaan")
    assert now("goal", id)["owner"] == "de mijne"
    if not early:
        fill(yours, owner="de jouwe")
    if "opslaan" in buttons(yours):
        press(yours, "opslaan")
    assert trouble(yours) == []
    assert texts.CONFLICT in warnings(yours)
    assert table(yours, texts.CONFLICT_TABLE)[1:] == [["Van wie (een rol, geen naam)",
                                                       "de mijne", "de jouwe"]]  # fmt: skip
    assert now("goal", id)["revision"] == 2
    press(yours, keep)
    assert trouble(yours) == [] and not is_open(yours)
    history = [row["owner"] for row in entries.history(register, "goal", id)]
    assert history == ["niemand", "de mijne", "de jouwe"][: 3 if keep == "van-mij" else 2]
    assert typed(register) == []
    assert "de mijne" in str(table(visit("plan", GOALS | {"doel": id}), texts.HISTORY_TABLE))


def test_whoever_did_not_type_sees_the_newest(register: Register) -> None:
    id = goal(owner="niemand")
    mine, yours = two(id)
    press(fill(mine, owner="de mijne"), "opslaan")
    yours.run()
    assert warnings(yours) == []
    assert field(yours, "owner").value == "de mijne"
    assert typed(register) == []


def test_two_versions_of_a_number_of_people_are_both_seen(register: Register) -> None:
    id = add("meeting", neighbourhood="stevenshof", title="Avond", residents=20)
    mine, yours = form("meeting", id), form("meeting", id)
    fill(yours, residents="23")
    press(fill(mine, residents="21"), "opslaan")
    press(yours, "opslaan")
    assert table(yours, texts.CONFLICT_TABLE)[1:] == [["Aantal inwoners", "21", "23"]]
    press(yours, "van-mij")
    assert [row["residents"] for row in entries.history(register, "meeting", id)] == [20, 21, 23]


def test_a_draft_of_two_people_stays_a_draft(register: Register) -> None:
    id = add("theme", life="draft", title="Half", neighbourhood="stevenshof")
    mine, yours = form("theme", id), form("theme", id)
    fill(yours, title="Half van jou")
    press(fill(mine, title="Half van mij"), "concept")
    press(yours, "concept")
    press(yours, "van-mij")
    assert (now("theme", id)["title"], now("theme", id)["life"]) == ("Half van jou", "draft")


def test_in_a_conflict_a_target_still_asks_for_a_reason(register: Register) -> None:
    id = goal()
    mine, yours = two(id)
    fill(yours, target="6")
    press(reason(fill(mine, target="7"), "Minder snel"), "opslaan")
    press(yours, "opslaan")
    press(yours, "van-mij")
    assert trouble(yours) == [texts.NOT_SAVED.format(velden="Streefwaarde")]
    press(reason(yours, "Toch sneller"), "van-mij")
    assert [row["target"] for row in entries.history(register, "goal", id)] == [8, 7, 6]


# --- a page with loose ends -----------------------------------------------------------------------


def test_what_hangs_on_nothing_can_be_found_and_mended(register: Register) -> None:
    """Nothing in the thread goes missing, also when two things lack at once."""
    loose = add("intervention", neighbourhood="stevenshof", title="Zomaar", run="idea")
    empty = add("goal", theme=THEME, title="Zonder maat")
    lost = add("activity", title="Kwijt", run="idea", intervention=loose)
    entries.retire(register, MACHINE, "intervention", loose, 1, "")
    entries.undo(register, MACHINE, "intervention", loose, 2, "")
    for part in texts.PLAN_PARTS:
        link = {"plandeel": part, "wijk": "stevenshof", "interventie": loose, "doel": empty}
        found = visit("plan", link)
        assert trouble(found) == []
        assert f"Interventie ‘Zomaar’ {texts.LACKS_THEME}." in words(found)
        assert f"Interventie ‘Zomaar’ {texts.LACKS_PILLAR}." in words(found)
        assert f"Doel ‘Zonder maat’ {texts.LACKS_INDICATOR}." in words(found)
    entries.retire(register, MACHINE, "intervention", loose, 3, "")
    found = visit("plan", {"wijk": "stevenshof"})
    assert f"Activiteit ‘Kwijt’ {texts.LACKS_PARENT.format(wat='interventie')}." in words(found)
    key = next(one for one in buttons(found) if one.endswith(lost))
    assert field(press(found, key), "title").value == "Kwijt"


def test_a_step_that_does_not_exist_breaks_no_page(register: Register) -> None:
    for scheme in ("gwa", "amersfoort", "project"):
        add("step", neighbourhood="stevenshof", scheme=scheme, number=99, status="busy",
            text="Stap zonder plaats")  # fmt: skip
    for page, link in [("", {}), ("themas", {"themadeel": "werkwijze"}),
                       ("plan", {"plandeel": "aanpak"})]:  # fmt: skip
        assert trouble(visit(page, link | {"wijk": "stevenshof"})) == []
    assert button(visit("plan", {"plandeel": "aanpak", "wijk": "stevenshof"}), "vul-step-")
    assert html(visit("plan"))


def test_a_quote_without_consent_can_be_found_by_the_team_and_does_not_speak(
    tmp_path: Path,
) -> None:
    with own_register(tmp_path):
        theme = add("theme", neighbourhood="stevenshof", title="Rust", choice="chosen")
        add("quote", theme=theme, text="Stil woord.", speaker="resident", consent="none")
        found = visit("themas", {"wijk": "stevenshof", "thema": theme, "themadeel": "themas"})
        [to_change] = [one for one in found.selectbox if one.key == "_kies-quote"]
        assert [one.split(",")[0] for one in to_change.options] == ["nog geen toestemming"]
        assert "Stil woord" not in " ".join(everything(found))
