"""Questionnaires: who is asked and answers in each round, and what they fill in.

Regression to the mean is not modelled: a change does not depend on where somebody began. A person
and a questionnaire have a chance of their own, so that one answer never moves all others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from wijzer.ingest.example.assumptions import BY_PLACE, SEED, Assumptions
from wijzer.ingest.example.delivery import area_cell, within
from wijzer.ingest.example.people import Enrolment
from wijzer.ingest.example.places import Place
from wijzer.ingest.example.sheets import Row, word
from wijzer.instruments import Instrument, instrument

WEB = "spinnenweb"
_EMOTIONAL = ("3", "9", "10")


@dataclass(frozen=True, slots=True)
class Asked:
    """A person with what became of each round, and how well they feel (in SDs)."""

    enrolment: Enrolment
    states: tuple[str, ...]
    level: float


def asked(place: Place, enrolled: list[Enrolment]) -> list[Asked]:
    """Everybody who gets the first questionnaire: who starts before it closes."""
    facts, chance = BY_PLACE[place.id], Random(f"{SEED} asked {place.id}")
    opens, closes = place.questionnaires[0]
    last = closes or date(opens.year, 12, 31)
    firsts = [one for one in enrolled if one.first and one.starts <= last]
    levels = [chance.gauss(0, 1) for _ in firsts]
    states = [_states(one, z, place, facts, chance) for one, z in zip(firsts, levels, strict=True)]
    fixed = _fixed(firsts, states, chance)
    rows = zip(firsts, states, levels, strict=True)
    return [Asked(one, fixed.get(at, state), z) for at, (one, state, z) in enumerate(rows)]


def _states(
    one: Enrolment, level: float, place: Place, facts: Assumptions, chance: Random
) -> tuple[str, ...]:
    """By round; who did not answer once is not asked for more than a reason after that."""
    if chance.random() >= facts.response:
        return ("refused" if chance.random() < 0.3 else "no_answer",)
    states = ["answered"]
    for opens, _ in place.questionnaires[1:]:
        stays = states[-1] == "answered"
        stays &= chance.random() < facts.retention + facts.selective * level
        states.append("answered" if stays else _lost(one, states[-1], opens, chance))
    return tuple(states)


def _lost(one: Enrolment, before: str, opens: date, chance: Random) -> str:
    if before in ("left", "refused"):
        return before
    left = one.ended == "stopped" and one.ends is not None and one.ends < opens
    return "left" if left else chance.choices(("no_answer", "refused"), (0.8, 0.2))[0]


def _fixed(
    firsts: list[Enrolment], states: list[tuple[str, ...]], chance: Random
) -> dict[int, tuple[str, ...]]:
    """Where an intervention has a fixed number of pairs: who makes it up, by place in the list."""
    found: dict[int, tuple[str, ...]] = {}
    for one in dict.fromkeys(each.intervention for each in firsts if each.intervention.pairs):
        began = [at for at, each in enumerate(firsts) if each.intervention == one]
        began = [at for at in began if states[at][0] == "answered"]
        chance.shuffle(began)
        for place, at in enumerate(began):
            stays = place < (one.pairs or 0)
            third = "answered" if stays and place % 3 else "no_answer"
            found[at] = ("answered", "answered" if stays else "no_answer", third)
    return found


def rows(place: Place, people: list[Asked], name: str) -> Iterator[Row]:
    """Rows of the questionnaires of one instrument."""
    facts, form = BY_PLACE[place.id], instrument(name)
    for one in people:
        chance = Random(f"{SEED} {name} {one.enrolment.person.id}")
        filled = _filled(name, form, one, facts, chance)
        for number, state in enumerate(one.states):
            given: tuple[object, ...] = next(filled)
            cells = given if state == "answered" else (None,) * len(form.items)
            yield (*_who(place.round_code("t", number), one.enrolment, name, state), *cells)


def web_rows(place: Place, enrolled: list[Enrolment]) -> Iterator[Row]:
    """Rows of the spider webs: sheets filled in before a conversation, not a measurement."""
    chance, form = Random(f"{SEED} web {place.id}"), instrument(WEB)
    for number, (day, count) in enumerate(zip(place.webs, place.sheets, strict=True)):
        there = [one for one in enrolled if one.first and within(one, day)]
        for one in chance.sample(there, count):
            mood = chance.gauss(6.7, 0.9)
            cells = (_between(chance.gauss(mood, 1.3), 0, 10) for _ in form.items)
            given = (None if chance.random() < 0.03 else cell for cell in cells)
            yield (*_who(place.round_code("web", number), one, WEB, "answered"), *given)


def _who(code: str, one: Enrolment, name: str, state: str) -> Row:
    where = area_cell(one.person.area)
    return code, one.person.id, name, one.intervention.code, where, word("answered", state)


def _filled(
    name: str, form: Instrument, one: Asked, facts: Assumptions, chance: Random
) -> Iterator[tuple[object, ...]]:
    """What somebody fills in, round after round, without end; a few items stay empty."""
    makers = {"who5": _who5, "dejonggierveld6": _lonely, "ervaren_gezondheid": _health}
    complete = one.enrolment.intervention.pairs is not None or len(form.items) == 1
    share = 0.0 if complete else facts.item_missing
    maker = makers.get(name)
    made = maker(form, one.level, facts, chance) if maker else _statements(form, one.level, chance)
    for cells in made:
        yield tuple(None if chance.random() < share else cell for cell in cells)


Cells = tuple[object, ...]


def _who5(form: Instrument, level: float, facts: Assumptions, chance: Random) -> Iterator[Cells]:
    """Five items of 0 to 5 that add up to the score divided by four."""
    start, change = facts.wellbeing + 15 * level, 0.0
    sd, effect = facts.wellbeing_sd, facts.wellbeing_effect
    for after in range(99):
        yield _shared(_between((start + change) / 4, 0, 25), len(form.items), chance)
        kept = 0.6 * (change - effect) if after else 0.0
        change = effect + kept + chance.gauss(0, sd * (0.8 if after else 1.0))


def _shared(points: int, items: int, chance: Random) -> Cells:
    """Points over items of 0 to 5, nearly evenly, and then some moved from one to another."""
    cells = [points // items + (at < points % items) for at in range(items)]
    chance.shuffle(cells)
    for _ in range(3):
        giver, taker = chance.sample(range(items), 2)
        if cells[giver] > 0 and cells[taker] < 5:
            cells[giver] -= 1
            cells[taker] += 1
    return tuple(cells)


def _lonely(form: Instrument, level: float, facts: Assumptions, chance: Random) -> Iterator[Cells]:
    """Answers in words: so many of the six statements are answered in the lonely way."""
    points = _between(facts.loneliness - 0.8 * level + chance.gauss(0, 1.3), 0, 6)
    order = chance.sample([one.id for one in form.items], len(form.items))
    while True:
        yield tuple(_said(one.id, one.id in order[:points], chance) for one in form.items)
        points = _between(points + chance.gauss(facts.loneliness_effect, 1.1), 0, 6)


def _said(item: str, lonely: bool, chance: Random) -> str:
    half, yes = chance.random() < 0.4, lonely == (item in _EMOTIONAL)
    return "min of meer" if lonely and half else ("ja" if yes else "nee")


def _health(form: Instrument, level: float, facts: Assumptions, chance: Random) -> Iterator[Cells]:
    """The one question on health, in the words of the form: the first is the best."""
    labels = [one.label for one in form.answers]
    better = facts.wellbeing_effect / 40
    base = 1.4 - 0.6 * level + chance.gauss(0, 0.5)
    for after in range(99):
        shift = better if after else 0.0
        yield (labels[_between(base - shift + chance.gauss(0, 0.45), 0, len(labels) - 1)],)


def _statements(form: Instrument, level: float, chance: Random) -> Iterator[Cells]:
    """Statements of 1 to 5 about one thing, that does not change; some count the other way."""
    scale, base = form.scale(form.primary), 3.4 + 0.5 * level
    while True:
        given = [(one.id, _between(chance.gauss(base, 0.8), 1, 5)) for one in form.items]
        yield tuple(6 - n if id in scale.reversed else n for id, n in given)


def _between(value: float, low: int, high: int) -> int:
    return min(high, max(low, round(value)))
