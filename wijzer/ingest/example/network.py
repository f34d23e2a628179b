"""The partners: who was asked and answered, their ties, their checklists, and referrals."""

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from random import Random

from wijzer.ingest.example.assumptions import BY_PLACE, SEED
from wijzer.ingest.example.interventions import MARK
from wijzer.ingest.example.people import in_gap
from wijzer.ingest.example.places import Partner, Place
from wijzer.ingest.example.sheets import Row, word

CHECKLIST = "cac"
_HALVES = tuple(
    half
    for year in (2020, 2021, 2022)
    for half in ((date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31)))
)


def partner_rows(place: Place) -> Iterator[Row]:
    """Rows of partners."""
    for one in place.partners:
        roles = tuple(word("partner_role", role) for role in one.roles)
        name = f"{MARK}{one.title} ({place.name})"
        yield place.partner_code(one.key), name, (place.id,), word("sector", one.sector), roles


def rosters(place: Place) -> list[dict[Partner, bool]]:
    """Per round, the partners that were asked, and whether they answered."""
    chance, found = Random(f"{SEED} rosters {place.id}"), []
    for number, share in enumerate(BY_PLACE[place.id].partner_response, 1):
        asked = [one for one in place.partners if one.first <= number <= one.last]
        silent = chance.sample(asked, len(asked) - round(share * len(asked)))
        found.append({one: one not in silent for one in asked})
    return found


def roster_rows(place: Place) -> Iterator[Row]:
    """Rows of partnerronde."""
    for number, roster in enumerate(rosters(place), 1):
        for one, answered in roster.items():
            yield place.round_code("partners", number), place.partner_code(one.key), answered


def tie_rows(place: Place) -> Iterator[Row]:
    """Rows of banden: what those who answered say of others; a tie that is there stays there."""
    closeness = _closeness(place)
    for number, roster in enumerate(rosters(place), 1):
        there, trust = _facts(place, number)
        for sender, receiver in permutations(roster, 2):
            close = closeness[frozenset((sender.key, receiver.key))] / there
            if close >= 1 or not roster[sender]:
                continue
            for respondent in range(1, 2 + sender.large):
                chance = Random(f"{SEED} tie {place.id} {number} {sender.key} {receiver.key} "
                                f"{respondent}")  # fmt: skip
                if chance.random() < (0.86 if respondent == 1 else 0.5):
                    code = place.round_code("partners", number)
                    ends = place.partner_code(sender.key), place.partner_code(receiver.key)
                    yield (code, *ends, respondent, *_judged(close, trust, chance))


def _facts(place: Place, number: int) -> tuple[float, float]:
    facts = BY_PLACE[place.id]
    return facts.partner_ties[number - 1], facts.trust[number - 1]


def _closeness(place: Place) -> dict[frozenset[str], float]:
    """Per pair, the share of pairs that are nearer to each other: those below a share are tied."""
    chance = Random(f"{SEED} pairs {place.id}")
    pairs = [
        frozenset((one.key, other.key))
        for at, one in enumerate(place.partners)
        for other in place.partners[:at]
    ]
    lead = {one.key for one in place.partners if one.large}
    far = {pair: chance.random() - 0.35 * len(pair & lead) for pair in pairs}
    return {pair: at / len(pairs) for at, pair in enumerate(sorted(pairs, key=far.__getitem__))}


def _judged(close: float, trust: float, chance: Random) -> tuple[int | None, ...]:
    """Intensity of 1 to 4, higher for who are nearer; then trust and value, some left empty."""
    intensity = _four(4.2 - 3.2 * close + chance.gauss(0, 0.5))
    judged = [_four(chance.gauss(trust, 0.7)) for _ in range(6)]
    return intensity, *(None if chance.random() < 0.04 else one for one in judged)


def _four(value: float) -> int:
    return min(4, max(1, round(value)))


def checklist_rows(place: Place) -> Iterator[Row]:
    """Rows of checklist: one respondent of a partner, more of a large one."""
    for number, roster in enumerate(rosters(place), 1):
        level = BY_PLACE[place.id].checklist[number - 1]
        for one in (partner for partner, answered in roster.items() if answered):
            chance = Random(f"{SEED} checklist {place.id} {number} {one.key}")
            mean = chance.gauss(level, 0.3)
            for respondent in range(1, chance.choice((2, 3)) + 1 if one.large else 2):
                code, own = place.round_code("partners", number), mean + chance.gauss(0, 0.2)
                given = (_five(own, chance) for _ in range(25))
                yield code, place.partner_code(one.key), respondent, CHECKLIST, *given


def _five(mean: float, chance: Random) -> int | None:
    given = min(5, max(1, round(chance.gauss(mean, 0.8))))
    return None if chance.random() < 0.003 else given


def referral_rows(place: Place) -> Iterator[Row]:
    """Rows of verwijzingen, per half year: fewer in corona, and fewer at each step."""
    for sender, receiver in place.chains:
        chance = Random(f"{SEED} referrals {place.id} {sender} {receiver}")
        usual = chance.uniform(14, 34)
        for starts, ends in _HALVES:
            corona = in_gap(starts) or in_gap(ends)
            sent = max(6, round(chance.gauss(usual * (0.55 if corona else 1.0), 3)))
            received = sum(chance.random() < 0.8 for _ in range(sent))
            begun = sum(chance.random() < 0.75 for _ in range(received))
            days = None if chance.random() < 0.1 else round(chance.gauss(23, 6), 1)
            codes = place.partner_code(sender), place.partner_code(receiver)
            yield place.id, *codes, starts, ends, sent, received, begun, days
