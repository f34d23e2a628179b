"""The four questions beside each other: what is told, and when it cannot be compared."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.publish.test_focus import WHOLE, delivery, light, session, thing
from wijzer import texts
from wijzer.model import Sign
from wijzer.publish import Compared, Cooperation, Limits, Question, compared, what_changed
from wijzer.publish.compare_monitor import (
    Lights,
    Measurement,
    Partners,
    Reach,
    change_flag,
    changes_beside,
    cooperation_beside,
    focus_beside,
    reach_beside,
)
from wijzer.publish.compare_side import Side
from wijzer.publish.cooperation import Wave
from wijzer.publish.healthier import Change, Points
from wijzer.publish.reach_share import Part
from wijzer.stats.collaboration import Round

NAMES = ("Stevenshof", "Alphen Noord", "Den Haag Zuidwest")


def rows(side: Side) -> dict[str, tuple[str, ...]]:
    """The rows of a part by what they compare."""
    return {str(name): tuple(map(str, cells)) for name, *cells in side.rows}


# --- reach ----------------------------------------------------------------------------------------

RESIDENTS = Part(0.02, 0.03, "inwoners")
REACHED = Reach(
    "230 tot 330", "2.375", RESIDENTS, "Mannen komen minder.", (2020, 2022), "present", False
)


def test_reach_beside_each_other() -> None:
    found = reach_beside([REACHED, REACHED, REACHED])
    told = rows(found)
    assert told["Verschillende mensen"] == ("230 tot 330",) * 3
    assert told["Deel dat meedeed"] == ("2 tot 3 van de 100 inwoners",) * 3
    assert told["Wie missen we?"] == ("Mannen komen minder.",) * 3
    assert told["Jaren"] == ("2020 tot en met 2022",) * 3
    assert found.header == ("Wat", *NAMES)  # nothing to watch for
    assert found.sentence == "In elke wijk zijn deelnemers geteld."


def test_nobody_counted_says_why() -> None:
    none = replace(REACHED, years=(), plan="absent")
    found = reach_beside([REACHED, none, replace(none, plan="unknown")])
    people = rows(found)["Verschillende mensen"]
    assert people[1:] == (texts.BESIDE_NOTHING["no_plan"], texts.BESIDE_NOTHING["not_measured"])
    assert rows(found)["Monitorplan"] == (
        "is er",
        *(texts.BESIDE_PLAN_WORD[one] for one in ("absent", "unknown")),
    )
    assert found.sentence == "Alleen in Stevenshof is al geteld."
    nowhere = reach_beside([none, none, none])
    assert nowhere.sentence == "In geen enkele wijk zijn al deelnemers geteld."


def test_other_years_and_other_people_are_flagged() -> None:
    later = replace(REACHED, years=(2022,))
    flagged = rows(reach_beside([REACHED, REACHED, later]))
    years = "2020 tot en met 2022"
    said = f"Stevenshof: {years}; Alphen Noord: {years}; Den Haag Zuidwest: 2022."
    said = f"Niet dezelfde jaren. {said}"
    assert flagged["Verschillende mensen"][-1] == flagged["Deel dat meedeed"][-1] == said
    assert flagged["Wie missen we?"][-1] == "–"
    target = replace(REACHED, part=Part(0.2, 0.2, "mensen uit de doelgroep", about=True))
    other = rows(reach_beside([REACHED, target, replace(REACHED, part=None)]))["Deel dat meedeed"]
    assert other[1] == "ongeveer 20 van de 100 mensen uit de doelgroep"
    assert other[2] == texts.REACH_PART_UNKNOWN
    assert other[3].startswith(
        "Niet over dezelfde groep. Stevenshof: inwoners; Alphen Noord: mensen"
    )
    assert "Zuidwest" not in other[3]


def test_one_invented_neighbourhood_marks_the_whole() -> None:
    assert reach_beside([REACHED, replace(REACHED, example=True), REACHED]).example
    assert not reach_beside([REACHED, REACHED, REACHED]).example


# --- change ---------------------------------------------------------------------------------------

CELLS = ("53", "2,5", "3,1", "+0,6", "0,2 tot 1,0", "vanaf 0,5", "gunstiger")
POINTS = Points(0.6, (0.2, 1.0), None, "", Sign.FAVOURABLE, 0.01)
TOLD = Change("who5", "who5", "Welbevinden", "shown", people="53", points=POINTS, cells=CELLS)
FIRST, LATER = date(2020, 1, 13), date(2022, 1, 10)


def measured(
    change: Change = TOLD, number: int | None = 2, day: date | None = LATER
) -> Measurement:
    return Measurement(change, number, FIRST, day)


def test_a_change_with_its_interval_and_people() -> None:
    every = [measured(), measured(replace(TOLD, state="too_few", points=None, cells=())), None]
    found = changes_beside({"who5": every}, ["present", "present", "absent"], example=True)
    cells = rows(found)[texts.WORD["instrument"]["who5"]]
    assert cells[0] == "+0,6 (0,2 tot 1,0), 53 mensen: gunstiger"
    assert cells[1:3] == ("te weinig antwoorden", "nog niet gemeten")
    assert cells[3] == texts.BESIDE_ONE_PLACE
    assert rows(found)["Monitorplan"][2] == texts.BESIDE_PLAN_WORD["absent"]
    assert found.example


def test_the_same_round_after_the_same_time_can_be_compared() -> None:
    assert change_flag([measured(), measured(), None]) == ""
    assert change_flag([measured(), measured(day=date(2022, 3, 1)), None]) == ""


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (measured(number=1), "Niet dezelfde meetronde. Stevenshof: 2; Alphen Noord: 1."),
        (
            measured(day=date(2021, 1, 11)),
            "Niet evenveel tijd tussen de metingen. "
            "Stevenshof: 24 maanden; Alphen Noord: 12 maanden.",
        ),
        (measured(replace(TOLD, remark="anders")), texts.BESIDE_SCORING),
        (measured(replace(TOLD, points=None, cells=())), texts.BESIDE_ONE_PLACE),
        (None, texts.BESIDE_ONE_PLACE),
    ],
)
def test_another_round_time_or_scoring_is_flagged(other: Measurement | None, said: str) -> None:
    assert change_flag([measured(), other, None]) == said


@pytest.mark.parametrize(
    ("every", "said"),
    [
        ({}, "In geen enkele wijk is al een vragenlijst gebruikt."),
        ({"who5": [measured(), None, None]},
         "De wijken gebruiken samen 1 vragenlijst. "
         "Nog van geen enkele is er in twee wijken een uitkomst."),
        ({"who5": [measured(), measured(), None], "regie": [measured()] * 3},
         "De wijken gebruiken samen 2 vragenlijsten. "
         "Van 2 is er een uitkomst in meer dan één wijk. Van 1 is dat zo in alle 3 wijken."),
    ],
)  # fmt: skip
def test_the_sentence_of_change(every: dict[str, list[Measurement | None]], said: str) -> None:
    assert changes_beside(every, ["present"] * 3, example=False).sentence == said


# --- cooperation ----------------------------------------------------------------------------------


def wave(id: str, day: date, partners: int, answered: int, ties: list[tuple[int, int]]) -> Wave:
    names = [f"p{n:02}" for n in range(partners)]
    levels = tuple((names[a], names[b], 1) for a, b in ties)
    asked = Round(frozenset(names), frozenset(names[:answered]))
    return Wave(id, f"ronde {id}", id, day, asked, levels, (), ())


def partners(*waves: Wave, hidden: int = 0, plan: str = "present") -> Partners:
    names = {id for one in waves for id in one.asked.roster}
    sectors = dict.fromkeys(names, "care")
    found = Cooperation(waves, hidden, True, {id: id for id in names}, sectors, {}, False)
    if not waves:
        return Partners(found, None, "", plan)
    first, last = waves[0].id, waves[-1].id
    view: Compared = compared(found, Question(last, first if first != last else ""))
    return Partners(found, view, what_changed(view)[0], plan)


RING = [(n, (n + 1) % 10) for n in range(10)]
START = wave("1", date(2020, 2, 1), 10, 10, RING)
END = wave("2", date(2022, 6, 1), 10, 10, [*RING, (0, 5), (1, 6)])


def test_density_then_and_now() -> None:
    """10 of 45 pairs is 22%, 12 of 45 is 27%."""
    both = partners(START, END)
    found = cooperation_beside([both, both, both])
    told = rows(found)
    assert told["Dichtheid"][0].startswith("eerst 22%")
    assert ", nu 27%" in told["Dichtheid"][0]
    assert told["Rondes"] == ("februari 2020 en juni 2022",) * 3
    assert told["Over wie"] == ("alle partners",) * 3
    assert "kwamen er 2 verbindingen bij" in told["Wat is te zeggen"][0]
    assert found.header == ("Wat", *NAMES)
    assert found.sentence == "In elke wijk zijn twee rondes van partners te vergelijken."


def test_one_round_or_none_says_why() -> None:
    none, hidden = partners(plan="absent"), partners(hidden=2)
    found = cooperation_beside([partners(START), none, hidden])
    told = rows(found)
    assert told["Over wie"][0] == "nog maar één ronde"
    assert told["Dichtheid"][0].startswith("22%")
    for name in ("Rondes", "Dichtheid", "Over wie", "Wat is te zeggen"):
        assert told[name][1:3] == (texts.BESIDE_NOTHING["no_plan"], texts.BESIDE_NOTHING["too_few"])
    assert found.sentence.startswith("In geen enkele wijk")


def test_too_low_a_response_gives_no_verdict_and_no_change() -> None:
    few = wave("2", date(2022, 6, 1), 12, 5, RING)
    found = cooperation_beside([partners(START, few), partners(START, END), partners(START, END)])
    told = rows(found)
    assert told["Over wie"][0] == texts.NO_VERDICT
    assert "eerst" not in told["Dichtheid"][0]
    assert told["Wat is te zeggen"][0] == texts.compared_on("none", 0)
    assert found.sentence == (
        "Alleen in Alphen Noord en Den Haag Zuidwest zijn twee rondes van partners te vergelijken."
    )


def test_networks_of_another_size_or_time_are_flagged() -> None:
    small = wave("1", date(2020, 3, 1), 8, 8, [(0, 1)])
    told = rows(cooperation_beside([partners(START), partners(START), partners(small)]))
    assert "Stevenshof: 10; Alphen Noord: 10; Den Haag Zuidwest: 8." in told["Dichtheid"][-1]
    assert "maart 2020" in told["Rondes"][-1]
    assert told["Wederzijds genoemd"][-1] == "–"


# --- focus ----------------------------------------------------------------------------------------

COVER = (("Pijlers", "3 van 4", "Nog niet: regelgeving."), ("Uren", "0%", texts.HOURS_PLANNED))


def lights(*deliveries: Any, limits: Limits | None = None, **values: Any) -> Lights:
    found = tuple(light(one) for one in deliveries)
    whole: dict[str, Any] = {"cover": COVER, "example": False}
    return Lights(found, limits or Limits(), **(whole | values))


HALF = delivery(sessions=[session(), session()], review=None)
"""Two of ten sessions: red, and incomplete for want of a review."""


def test_lights_are_counted_with_shape_and_letter() -> None:
    found = focus_beside([lights(WHOLE, WHOLE, HALF), lights(WHOLE), lights()])
    told = rows(found)
    assert told["Interventies die lopen"] == ("3", "1", "0")
    assert told["● G groen"] == ("2", "1", "0")
    assert told["■ R rood"] == ("1, waarvan 1 onvolledig", "0", "0")
    assert told["Pijlers"] == ("3 van 4. Nog niet: regelgeving.",) * 3
    assert (
        found.sentence == "In alle wijken samen lopen 4 interventies. Van 4 zijn de lichten bekend."
    )


def test_only_what_runs_is_counted() -> None:
    stopped = replace(light(WHOLE), row=thing("intervention", title="Klaar", run="finished"))
    one = Lights((stopped,), Limits(), COVER, example=False)
    found = focus_beside([one, lights(), lights()])
    assert rows(found)["● G groen"][0] == "0"
    assert found.sentence == "In geen enkele wijk loopt nu een interventie."


def test_other_limits_and_other_hours_are_flagged() -> None:
    strict = lights(WHOLE, limits=Limits(0.9, 0.5))
    counted = (COVER[0], ("Uren", "5%", texts.HOURS_SESSIONS))
    told = rows(focus_beside([lights(WHOLE), strict, lights(WHOLE, cover=counted)]))
    assert "Alphen Noord: groen vanaf 90%, oranje vanaf 50%" in told["● G groen"][-1]
    assert told["Uren"][-1] == texts.BESIDE_HOURS
    assert told["Pijlers"][-1] == "–"
