"""The figures behind a change: tests, sizes, and whether the items of a scale hang together."""

from collections.abc import Sequence
from statistics import stdev

from wijzer import texts
from wijzer.instruments import Instrument, Scale
from wijzer.model import Role
from wijzer.publish.entered import people_text
from wijzer.publish.healthier_answers import START, Answers, Asked
from wijzer.publish.healthier_pairs import Ask, both_scores, decimals_of, paired_people
from wijzer.stats import change, reliability, scales
from wijzer.stats.missing import only_known
from wijzer.stats.proportion import Interval
from wijzer.stats.suppression import MIN_RESPONDENTS

Details = list[tuple[str, str]]
"""Code of a measure (texts.DETAIL) and its value as text."""


def details(answers: Answers, form: Instrument, scale: Scale, ask: Ask) -> Details:
    """Tests and sizes of a change that may be told."""
    people = paired_people(answers, form.id, scale.id, ask)
    before, after = both_scores(people, ask.number, scale.id)
    found = change.paired(before, after, scale.way)
    rank = change.wilcoxon(change.turned(before, after, scale.way))
    decimals = decimals_of(scale)
    told: Details = [("pairs", people_text(len(people), ask.visitor))]
    told += _test(found, decimals, exact=ask.role is Role.TEAM) + _rank(rank, decimals)
    told += [("d_av", texts.number(found.d_av, 2))] if found.d_av is not None else []
    told += [("r", texts.number(found.r, 2))] if found.r is not None else []
    return told + _reliability(form, scale, people)


def _test(found: change.Paired, decimals: int, exact: bool) -> Details:
    """The paired t-test. Its degrees of freedom would tell the public how many people there are."""
    if found.t is None or found.p is None or found.sd is None:
        return []
    df = texts.number(found.df or 0) if exact else texts.NOT_TOLD
    said = texts.T_VALUE.format(t=texts.number(found.t, 2), df=df, p=texts.p_value(found.p))
    return [("sd", texts.number(found.sd, decimals)), ("t", said)]


def _rank(rank: change.SignedRank, decimals: int) -> Details:
    told: Details = []
    if rank.p is not None:
        how = texts.WILCOXON_EXACT if rank.exact else texts.WILCOXON_NORMAL
        told.append(("wilcoxon", texts.WILCOXON_VALUE.format(p=texts.p_value(rank.p), hoe=how)))
    if rank.hodges_lehmann is not None:
        told.append(("shift", texts.plus_or_minus(rank.hodges_lehmann, decimals)))
    return told


def _reliability(form: Instrument, scale: Scale, people: Sequence[Asked]) -> Details:
    """Alpha of these people at the start, from 30 on, and what it makes of one person."""
    if len(people) < MIN_RESPONDENTS or len(scale.items) < 2:
        return []
    rows = [scales.recoded(form, scale, one.replies[START].answers) for one in people]
    alpha = reliability.cronbach(rows)
    if alpha is None:
        return []
    spread = stdev(only_known(one.score(START, scale.id) for one in people))
    sure = change.minimal(spread, min(1.0, max(0.0, alpha.alpha)))
    told = [("alpha", _between(alpha.alpha, alpha.interval))]
    if sure and sure.rci95:
        points = texts.number(sure.rci95, decimals_of(scale))
        told.append(("rci", texts.POINTS.format(punten=points)))
    return told


def _between(value: float, interval: Interval) -> str:
    low, high = (texts.number(end, 2) for end in (interval.low, interval.high))
    return texts.WITH_INTERVAL.format(waarde=texts.number(value, 2), laag=low, hoog=high)
