"""What partners think of the cooperation and of each other, as far as a visitor may read it.

Organisations count once. A figure rests on at least `FEWEST` organisations (for the team: as many
respondents), also a change and a sector; what a partner is thought of only the team reads, from
`FEWEST_RATERS` others, and for one partner at a time.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from wijzer import texts
from wijzer.instruments import instrument
from wijzer.model import Change
from wijzer.publish.cooperation import INSTRUMENT, Compared, Cooperation, Wave
from wijzer.publish.door import Row
from wijzer.stats import collaboration, scales
from wijzer.stats.collaboration import Answer, Rating, Score, ScoreChange, Standing
from wijzer.stats.missing import known

FEWEST = 5
FEWEST_RATERS = 3
ITEMS = {
    "trust": ("reliable", "supportive", "open"),
    "value": ("power", "involvement", "resources"),
}
TOTAL = "totaal"
_IN_HUNDRED = "_100"
_EMPTY = "–"


@dataclass(frozen=True, slots=True)
class PartnerScores:
    """A table of scores: rows for a picture (order, name, when, mean, low, high, text) and cells.

    `sentence` tells the last row; empty `cells` when there is nothing to tell.
    """

    rows: list[Row]
    header: tuple[str, ...]
    cells: list[list[str]]
    sentence: str


def checklist(found: Cooperation, view: Compared) -> PartnerScores:
    """The checklist by dimension, then and now, and all of it together at the end."""
    both = [(one, _scored(one, view.partners)) for one, _ in view.both]
    names = {one.id: one.name for one in instrument(INSTRUMENT).scales}
    names[TOTAL] = texts.CHECKLIST_TOTAL
    header = _header(texts.CHECKLIST_HEADER, view)
    rows: list[Row] = []
    cells: list[list[str]] = []
    sentence = texts.CHECKLIST_FEW
    for order, scale in enumerate(one for one in names if not one.endswith(_IN_HUNDRED)):
        answers = _paired(view, [some.get(scale, []) for _, some in both])
        means = [_enough(found, some) for some in answers]
        if means[-1] is None:
            continue
        change = _change(found, view, answers)
        for (one, _), mean, when in zip(both, means, _whens(view), strict=True):
            rows += [_point(order, names[scale], one, when, mean)] if mean else []
        fine = [some.get(f"{scale}{_IN_HUNDRED}", []) for _, some in both]
        hundreds = [_enough(found, some) for some in _paired(view, fine)]
        cells.append(_line(view, names[scale], means, hundreds, change))
        sentence = _says(means, change)
    return PartnerScores(rows, header, cells, sentence)


def _whens(view: Compared) -> list[str]:
    return ["then", "now"] if view.first else ["now"]


def _header(words: Iterable[str], view: Compared) -> tuple[str, ...]:
    first, second = (view.first.name if view.first else ""), view.second.name
    filled = [one.format(eerst=first, laatst=second) for one in words]
    left_out = () if view.first else ("", texts.CHANGED_TO)
    return tuple(one for one in filled if one not in left_out)


def _scored(one: Wave, partners: Collection[str] | None) -> dict[str, list[Answer]]:
    """By scale what each respondent scores, of these partners (None: all)."""
    asked = instrument(INSTRUMENT)
    items, scored = [item.id for item in asked.items], dict[str, list[Answer]]()
    for row in one.checklists:
        inside = partners is None or row["partner"] in partners
        if inside and row["version"] == asked.version and len(row["answers"]) == len(items):
            filled = scales.score(asked, dict(zip(items, row["answers"], strict=True)))
            for scale, value in filled.items():
                if known(value):
                    scored.setdefault(scale, []).append((row["partner"], value))
    return scored


def _paired(view: Compared, answers: list[list[Answer]]) -> list[list[Answer]]:
    """Where rounds are compared: the answers of the organisations in both, when there are enough.

    So that then, now and the change are about the same organisations.
    """
    if view.partners is None:
        return answers
    both = set.intersection(*({one for one, _ in some} for some in answers))
    if len(both) < FEWEST:
        return answers
    return [[answer for answer in some if answer[0] in both] for some in answers]


def _enough(found: Cooperation, answers: list[Answer]) -> Score | None:
    score = collaboration.score(answers)
    if score is None:
        return None
    count = score.respondents if found.named else score.organisations
    return score if count >= FEWEST else None


def _change(found: Cooperation, view: Compared, answers: list[list[Answer]]) -> ScoreChange | None:
    """The change of the organisations in both rounds, when there are enough of them."""
    if view.partners is None or not all(_enough(found, some) for some in answers):
        return None
    first, second = answers
    change = collaboration.change(first, second)
    return change if change and change.paired and change.first >= FEWEST else None


def _point(order: int, name: str, one: Wave, when: str, score: Score) -> Row:
    mean, interval = score.mean.mean, score.mean.interval
    return {
        "order": order,
        "name": name,
        "when": when,
        "round": one.name,
        "mean": mean,
        "low": interval.low if interval else None,
        "high": interval.high if interval else None,
        "text": texts.two_decimals(mean),
        "told": _mean_text(score),
    }


def _mean_text(score: Score | None) -> str:
    if score is None:
        return texts.HIDDEN_CELL
    if score.mean.interval is None:
        return texts.two_decimals(score.mean.mean)
    return texts.with_interval(
        texts.two_decimals(score.mean.mean), score.mean.interval.low, score.mean.interval.high
    )


def _line(
    view: Compared,
    name: str,
    means: list[Score | None],
    hundreds: list[Score | None],
    change: ScoreChange | None,
) -> list[str]:
    in_hundred = [texts.number(one.mean.mean) if one else texts.HIDDEN_CELL for one in hundreds]
    counts = [str(one.organisations) if one else _EMPTY for one in means]
    changed = [_change_text(change)] if view.first else []
    return [
        name,
        *map(_mean_text, means),
        " → ".join(in_hundred),
        *changed,
        f"{change.first}" if change else " → ".join(counts),
    ]


def _change_text(change: ScoreChange | None) -> str:
    if change is None or change.interval is None:
        return texts.NO_VERDICT
    said = texts.with_interval(
        texts.shift_of(change.difference), change.interval.low, change.interval.high
    )
    return f"{said}: {_word(change)}"


def _word(change: ScoreChange) -> str:
    """Up or down when zero is outside the interval."""
    interval = change.interval
    if interval is None or interval.contains(0):
        return texts.CHANGE_WORD[Change.NO_CHANGE]
    return texts.CHANGE_WORD[Change.INCREASING if interval.low > 0 else Change.DECREASING]


def _says(means: list[Score | None], change: ScoreChange | None) -> str:
    """What the last row says."""
    now = means[-1]
    assert now is not None  # a row without a figure of now is not made
    if change is None or means[0] is None:
        return texts.CHECKLIST_ONE.format(cijfer=texts.two_decimals(now.mean.mean))
    return texts.CHECKLIST_BOTH.format(
        eerst=texts.two_decimals(means[0].mean.mean),
        laatst=texts.two_decimals(now.mean.mean),
        woord=_word(change),
    )


def trust(found: Cooperation, view: Compared) -> PartnerScores:
    """Trust in and value of partners, then and now; all partners together."""
    cells: list[list[str]] = []
    for id, name in texts.TRUST.items():
        answers = _paired(view, [_answers(one, id, view.partners) for one, _ in view.both])
        means = [_enough(found, some) for some in answers]
        if means[-1] is None:
            continue
        changed = [_change_text(_change(found, view, answers))] if view.first else []
        count = str(means[-1].organisations)
        cells.append([name, *map(_mean_text, means), *changed, count])
    words = [one for one in texts.CHECKLIST_HEADER if one != texts.CHECKLIST_HEADER[3]]
    return PartnerScores([], _header(words, view), cells, "")


def _answers(one: Wave, id: str, partners: Collection[str] | None) -> list[Answer]:
    """What partners are thought to be worth, when enough others say so."""
    raters = {row["sender"] for row in one.ratings if partners is None or row["sender"] in partners}
    if len(raters) < FEWEST:
        return []
    return [(partner, own.mean) for partner, own in standings(one, id, partners).items()]


def standings(one: Wave, id: str, partners: Collection[str] | None = None) -> dict[str, Standing]:
    """What the others think of each partner, on trust or value; among these partners."""
    ratings = [
        Rating(row["sender"], row["receiver"], [row[item] for item in ITEMS[id]])
        for row in one.ratings
        if partners is None or (row["sender"] in partners and row["receiver"] in partners)
    ]
    return collaboration.standings(ratings)


def checklist_by_sector(found: Cooperation, view: Compared) -> PartnerScores:
    """For the team: all of the checklist by sector, from enough respondents."""
    both = [_scored(one, view.partners).get(TOTAL, []) for one, _ in view.both]
    shown = [_sectors(found, some) for some in both] if found.named else []
    every = [one for one in texts.WORD["sector"] if any(one in some for some in shown)]
    cells = [
        [texts.WORD["sector"][one], *(_mean_text(some.get(one)) for some in shown)] for one in every
    ]
    return PartnerScores([], _header(texts.SECTORS_HEADER, view), cells, "")


def _sectors(found: Cooperation, answers: list[Answer]) -> Mapping[str, Score | None]:
    """By sector its score; what is not shown is together never so few that it can be computed."""
    parts: dict[str, list[Answer]] = {}
    for answer in answers:
        parts.setdefault(found.sectors[answer[0]], []).append(answer)
    shown = {id: len(some) for id, some in parts.items() if len(some) >= FEWEST}
    while shown and 0 < len(answers) - sum(shown.values()) < FEWEST:
        del shown[min(shown, key=lambda id: (shown[id], id))]
    return {id: collaboration.score(parts[id]) for id in shown}


def partner_view(found: Cooperation, id: str) -> list[list[str]]:
    """For the team: one partner in each round, beside all; at every level."""
    if not found.named:
        return []
    return [_own(found, one, id) for one in found.waves]


def _own(found: Cooperation, one: Wave, id: str) -> list[str]:
    if id not in one.asked.roster:
        return [one.name, texts.NOT_ASKED, *[_EMPTY] * 5]
    out = {b: level for a, b, level in one.levels if a == id}
    back = {a: level for a, b, level in one.levels if b == id}
    mutual = [other for other in out if other in back]
    thought = [_standing(standings(one, part).get(id)) for part in ITEMS]
    return [
        one.name,
        _levels(found, out) if id in one.asked.answered else texts.NOT_FILLED_IN,
        _levels(found, back),
        texts.PART_OF.format(deel=len(mutual), geheel=len(out.keys() | back.keys())),
        *thought,
        _own_checklist(found, one, id),
    ]


def _levels(found: Cooperation, others: Mapping[str, int]) -> str:
    named = sorted((found.titles[other], texts.LEVELS[level]) for other, level in others.items())
    return "; ".join(f"{name} ({level})" for name, level in named) or texts.NOBODY


def _standing(one: Standing | None) -> str:
    return (
        texts.two_decimals(one.mean) if one and one.raters >= FEWEST_RATERS else texts.HIDDEN_CELL
    )


def _own_checklist(found: Cooperation, one: Wave, id: str) -> str:
    answers = _scored(one, None).get(TOTAL, [])
    mine, every = collaboration.by_organisation(answers).get(id), _enough(found, answers)
    if mine is None or every is None:
        return _EMPTY
    return texts.OWN_ALL.format(
        cijfer=texts.two_decimals(mine), samen=texts.two_decimals(every.mean.mean)
    )
