"""Themes, plans and lessons beside each other: what is told, and that nobody is put first."""

from datetime import date, timedelta
from typing import Any

from tests.publish.test_focus import thing
from wijzer import catalog, texts
from wijzer.access import PUBLIC, TEAM
from wijzer.kinds import KINDS
from wijzer.publish import Row, entered
from wijzer.publish.compare_plans import (
    MOST_LESSONS,
    lessons,
    lessons_listed,
    plan_state,
    plans_beside,
    themes_beside,
    themes_listed,
)
from wijzer.publish.compare_side import Line, Names, Side, beside, unlike
from wijzer.store.entries import State

PLACES = list(catalog.neighbourhoods())
FIRST, SECOND, THIRD = PLACES


def state(*rows: tuple[str, Row]) -> State:
    """Everything in use: these things only."""
    found: State = {kind: {} for kind in KINDS}
    for kind, row in rows:
        found[kind][row["id"]] = row
    return found


def theme(place: str, title: str, *indicators: str, **values: Any) -> tuple[str, Row]:
    more = {"neighbourhood": place, "choice": "chosen", "indicators": indicators or None}
    return "theme", thing("theme", f"{place}-{title}", title=title, **(more | values))


def intervention(place: str, title: str, run: str, *pillars: str, **values: Any) -> tuple[str, Row]:
    more = {"neighbourhood": place, "run": run, "pillars": pillars or None}
    return "intervention", thing("intervention", f"{place}-{title}", title=title, **(more | values))


def lesson(place: str, day: int, scope: str = "local", **values: Any) -> tuple[str, Row]:
    when = date(2024, 1, 1) + timedelta(days=day)
    more = {"neighbourhood": place, "day": when, "scope": scope, "title": f"Les {day}"}
    return "lesson", thing("lesson", f"{place}-{scope}-{day}", **(more | values))


def by_name(side: Side) -> dict[str, tuple[str, ...]]:
    """The rows of a part by what they compare, as text."""
    return {str(name): tuple(map(str, cells)) for name, *cells in side.rows}


def test_themes_stand_with_the_domains_of_their_figures() -> None:
    found = themes_beside(
        state(
            theme(FIRST, "Samen", "eenzaam", "roken"),
            theme(SECOND, "Elkaar zien", "eenzaam"),
            theme(SECOND, "Groen", choice="proposed"),
            theme(SECOND, "Weg", "eenzaam", choice="rejected"),
        )
    )
    assert by_name(found) == {
        "Hoeveel thema’s": ("1 gekozen", "1 gekozen, 1 voorgesteld", "nog niets gekozen"),
        "Leefstijl": ("Samen", "–", "–"),
        "Sociale omgeving": ("Samen", "Elkaar zien", "–"),
        "Zonder cijfer": ("–", "Groen (voorstel)", "–"),
    }
    assert found.header == ("Wat", *(one.name for one in catalog.neighbourhoods().values()))
    assert "Den Haag Zuidwest nog geen" in found.sentence
    assert not found.example


def test_the_sentence_names_what_every_neighbourhood_chose() -> None:
    shared = [theme(place, "Samen", "eenzaam") for place in PLACES]
    assert themes_beside(state(*shared)).sentence.endswith(
        "Elke wijk koos iets over sociale omgeving."
    )
    apart = [theme(FIRST, "Rook", "roken"), *shared[1:]]
    assert "geen onderwerp dat elke wijk koos" in themes_beside(state(*apart)).sentence


def test_chosen_themes_with_why_when_and_by_whom() -> None:
    meeting = thing("meeting", "m1", title="Avond", neighbourhood=FIRST, day=date(2023, 5, 4))
    full = {"why": "Omdat", "period": "mei 2023", "decided_by": "bewoners", "rung": "decide"}
    found = themes_listed(
        state(
            ("meeting", meeting),
            theme(FIRST, "Een", **full),
            theme(FIRST, "Twee", meeting="m1"),
            theme(SECOND, "Drie", choice="proposed"),
            theme(THIRD, "Vier", example=True),
        )
    )
    name = catalog.neighbourhood(FIRST).name
    assert found.rows[0] == (
        name, "Een", "Omdat", "mei 2023", "bewoners", texts.WORD["rung"]["decide"],
    )  # fmt: skip
    assert found.rows[1][2:] == (
        texts.NO_REASON, "4 mei 2023", texts.NOT_KNOWN, texts.NOT_KNOWN,
    )  # fmt: skip
    assert [row[1] for row in found.rows] == ["Een", "Twee", f"Vier ({texts.EXAMPLE_MARK})"]
    assert len(found.header) == len(found.rows[0])
    assert found.example


def test_the_mix_by_pillar_counts_what_runs_and_puts_it_first() -> None:
    found = plans_beside(
        state(
            theme(FIRST, "Samen", "eenzaam"),
            intervention(FIRST, "Idee", "idea", "education"),
            intervention(FIRST, "Loopt", "running", "education", "support"),
            intervention(SECOND, "Klaar", "finished", "support"),
            intervention(SECOND, "Los", "running"),
        )
    )
    rows = {name: cells for name, *cells in found.rows}
    education = texts.first_upper(texts.WORD["pillar"]["education"])
    assert rows[education][0] == Names("2, waarvan er 1 loopt", ("▶ Loopt", "· Idee"))
    assert rows[education][1:] == [texts.NOTHING_HERE, texts.NOTHING_HERE]
    support = texts.first_upper(texts.WORD["pillar"]["support"])
    assert str(rows[support][1]) == "1, waarvan er geen loopt: ● Klaar"
    assert str(rows["Zonder pijler"][1]) == "1, waarvan er 1 loopt: ▶ Los"
    assert str(rows[texts.MIX_IDLE_ROW][0]) == "Samen"
    assert rows[texts.MIX_IDLE_ROW][1] == texts.NO_CHOSEN
    lacking = [texts.WORD["pillar"][one] for one in ("environment", "regulation")]
    assert found.sentence.endswith(f"loopt iets op {texts.enumerate_words(lacking)}.")


def test_all_pillars_are_used_somewhere() -> None:
    pillars = ("education", "support", "environment", "regulation")
    found = plans_beside(state(intervention(FIRST, "Alles", "running", *pillars)))
    assert found.sentence.endswith("Samen doen de wijken iets op elke pijler.")


def test_without_a_monitor_plan_is_a_normal_state() -> None:
    kept = state(
        ("monitor_plan", thing("monitor_plan", "a", neighbourhood=FIRST, title="Plan")),
        ("plan", thing("plan", "b", neighbourhood=SECOND, title="Plan", monitor="absent")),
    )
    assert [plan_state(kept, place) for place in PLACES] == ["present", "absent", "unknown"]
    words = by_name(plans_beside(kept))["Monitorplan"]
    assert words == ("is er", "nog niet, dat is gewoon bij de start", "niet bekend")


def test_lessons_for_all_come_first_then_the_newest_of_each_neighbourhood() -> None:
    rows = [lesson(FIRST, day) for day in range(MOST_LESSONS + 2)]
    rows += [lesson(SECOND, 3), lesson(SECOND, 40, "central"), lesson(FIRST, 50, "central")]
    found = lessons(state(*rows))
    assert [whom for whom, _ in found] == [
        *["Alle wijken"] * 2, *[catalog.neighbourhood(FIRST).name] * MOST_LESSONS,
        catalog.neighbourhood(SECOND).name,
    ]  # fmt: skip
    assert [row["title"] for _, row in found][:4] == ["Les 50", "Les 40", "Les 6", "Les 5"]
    side = lessons_listed(found, state(*rows))
    assert len(side.rows) == len(found)
    assert f"staan {len(rows)} lessen" in side.sentence
    assert "2 voor alle wijken" in side.sentence
    assert side.sentence.endswith(f"Nog geen les komt uit {catalog.neighbourhood(THIRD).name}.")


def test_what_a_lesson_tells() -> None:
    full = {"insight": "Koffie helpt", "next_step": "Probeer", "indicator": "eenzaam"}
    kept = state(lesson(FIRST, 1, example=True, **full), lesson(SECOND, 2, observation="Druk"))
    side = lessons_listed(lessons(kept), kept)
    assert side.rows[0][1:] == (
        "2 januari 2024", f"Les 1 ({texts.EXAMPLE_MARK})", "Koffie helpt", "Probeer",
        catalog.indicator("eenzaam").name,
    )  # fmt: skip
    assert side.rows[1][3:] == ("Druk", "–", "–")
    assert side.example
    assert len(side.header) == len(side.rows[0])


def test_no_lessons_say_what_to_do() -> None:
    side = lessons_listed([], state())
    assert side.rows == ()
    assert side.sentence == "Er zijn nog geen lessen opgeschreven."
    assert side.worth == texts.LESSONS_EMPTY


def test_drafts_and_retired_things_are_nowhere() -> None:
    hidden = [
        theme(FIRST, "Geheim thema", "eenzaam", life="draft"),
        intervention(FIRST, "Geheime interventie", "running", "support", life="retired"),
        lesson(FIRST, 1, "central", title="Geheime les", life="draft"),
    ]
    for who in (TEAM, PUBLIC):
        seen = entered(state(*hidden), who)
        told = [themes_beside(seen), themes_listed(seen), plans_beside(seen)]
        told.append(lessons_listed(lessons(seen), seen))
        assert "Geheim" not in str(told)


def test_what_differs_is_said_by_place_and_what_is_not_known_is_left_out() -> None:
    assert unlike("{wat}", [1, 1, 1], ["a", "b", "c"]) == ""
    assert unlike("{wat}", [1, None, 1], ["a", "", "c"]) == ""
    said = unlike("Anders. {wat}.", [1, None, 2], ["een", "", "twee"])
    assert said == "Anders. Stevenshof: een; Den Haag Zuidwest: twee."


def test_the_last_column_is_there_only_when_something_cannot_be_compared() -> None:
    plain = beside("", "", [Line("a", ("1", "2", "3"))], example=False)
    assert len(plain.header) == len(plain.rows[0]) == 4
    flagged = beside(
        "", "", [Line("a", ("1", "2", "3")), Line("b", ("1", "2", "3"), "Anders.")], example=True
    )
    assert flagged.header[-1] == texts.BESIDE_FLAG
    assert [row[-1] for row in flagged.rows] == ["–", "Anders."]
    assert flagged.example
