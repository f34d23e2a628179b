"""From a filled-in questionnaire to scores, labels and yes/no outcomes, as its data say.

An answer is its text ("min of meer") or its value; None, NaN and an item left out are missing.
Scores are in points of the scale. What is out of range is refused, never clipped.
"""

from collections.abc import Mapping, Sequence
from math import fsum

from wijzer.instruments import Flag, Instrument, Rule, Scale
from wijzer.stats.missing import known, only_known
from wijzer.stats.rounding import half_away

# Scores are compared to this many decimals, so that a mean of 2.9999999999999996 has reached 3.
_FINE = 9

Answers = Mapping[str, float | str | None]


class InstrumentNotReady(Exception):
    """An instrument whose items have not been filled in yet; the message is its name."""


class BadAnswer(ValueError):
    """An answer, item or score that the instrument does not have; the message names it."""


def score(
    instrument: Instrument, answers: Answers, item_means: Mapping[str, float] | None = None
) -> dict[str, float | None]:
    """The score of one person on every scale, by scale id; None when too much is missing.

    `item_means` (of the group, in values as answered) stand in for missing answers on scales
    that allow it; without them such a score is None. Raises InstrumentNotReady and BadAnswer.
    """
    given, means = _values(instrument, answers), _means(instrument, item_means or {})
    found: dict[str, float | None] = {}
    for scale in instrument.scales:
        parts = [found[id] for id in scale.of] or _parts(instrument, scale, given)
        found[scale.id] = _scored(instrument, scale, parts, means)
    return found


def recoded(instrument: Instrument, scale: Scale, answers: Answers) -> list[float | None]:
    """What each item adds to the scale, in its order: reversed or counted, None for missing.

    The rows that Cronbach's alpha is computed from. Raises InstrumentNotReady and BadAnswer.
    """
    return _parts(instrument, scale, _values(instrument, answers))


def item_means(instrument: Instrument, sheets: Sequence[Answers]) -> dict[str, float]:
    """Mean value of each item in a group, over those who answered it; none for nobody.

    Raises InstrumentNotReady and BadAnswer.
    """
    columns: dict[str, list[float]] = {}
    for sheet in sheets:
        for id, value in _values(instrument, sheet).items():
            columns.setdefault(id, []).append(value)
    return {id: fsum(column) / len(column) for id, column in columns.items()}


def category(scale: Scale, score: float | None) -> str | None:
    """The label of a score; None without a score or without labels.

    A label holds up to the next cut-off, so a score between two classes (K10: 15.5) is in the
    lower. Raises BadAnswer for a score that the scale cannot have.
    """
    if not known(score):
        return None
    if not scale.low <= round(score, _FINE) <= scale.high:
        raise BadAnswer(f"{scale.id}: {score}")
    if scale.cutoff_decimals is not None:
        score = half_away(score, scale.cutoff_decimals)
    reached = [one.label for one in scale.cutoffs if one.low <= round(score, _FINE)]
    return reached[-1] if reached else None


def flags(instrument: Instrument, scores: Mapping[str, float | None]) -> dict[str, bool | None]:
    """The yes/no outcomes by their id; None where the score is missing."""
    return {
        flag.id: _flag(flag, scores.get(scale.id))
        for scale in instrument.scales
        for flag in scale.flags
    }


def _values(instrument: Instrument, answers: Answers) -> dict[str, float]:
    """The answers that were given, as values."""
    if not instrument.ready:
        raise InstrumentNotReady(instrument.name)
    _check_items(instrument, answers)
    labels = {one.label.casefold(): one.value for one in instrument.answers}
    found: dict[str, float] = {}
    for id, answer in answers.items():
        value = labels.get(answer.strip().casefold()) if isinstance(answer, str) else answer
        if isinstance(answer, str) and value is None:
            raise BadAnswer(f"{instrument.id}, {id}: {answer!r}")
        if known(value):
            _check_value(instrument, id, value)
            found[id] = value
    return found


def _means(instrument: Instrument, means: Mapping[str, float]) -> dict[str, float]:
    _check_items(instrument, means)
    for id, mean in means.items():
        if known(mean) and not instrument.low <= mean <= instrument.high:
            raise BadAnswer(f"{instrument.id}, {id}: {mean!r}")
    return {id: mean for id, mean in means.items() if known(mean)}


def _check_items(instrument: Instrument, answers: Mapping[str, object]) -> None:
    items = {one.id for one in instrument.items}
    for id, answer in answers.items():
        if id not in items:
            raise BadAnswer(f"{instrument.id}, {id}: {answer!r}")


def _check_value(instrument: Instrument, id: str, value: float) -> None:
    allowed = [one.value for one in instrument.answers]
    fits = value in allowed if allowed else instrument.low <= value <= instrument.high
    if isinstance(value, bool) or not fits:
        raise BadAnswer(f"{instrument.id}, {id}: {value!r}")


def _parts(instrument: Instrument, scale: Scale, given: Mapping[str, float]) -> list[float | None]:
    return [_part(instrument, scale, id, given.get(id)) for id in scale.items]


def _part(instrument: Instrument, scale: Scale, id: str, value: float | None) -> float | None:
    """What one item adds to the scale: its point, its reversed value or its value."""
    if value is None:
        return None
    for count in scale.counts:
        if id in count.items:
            earns = {one.value for one in instrument.answers if one.label in count.answers}
            return float(value in earns)
    return instrument.low + instrument.high - value if id in scale.reversed else value


def _scored(
    instrument: Instrument, scale: Scale, parts: list[float | None], means: Mapping[str, float]
) -> float | None:
    present = only_known(parts)
    missing = len(parts) - len(present)
    too_many = scale.max_missing is not None and missing > scale.max_missing
    if not present or too_many or len(present) < scale.min_share * len(parts):
        return None
    if missing and scale.impute == "item_mean":
        stand_ins = _parts(instrument, scale, means)
        both = zip(parts, stand_ins, strict=True)
        present = only_known(mean if part is None else part for part, mean in both)
        if len(present) < len(parts):
            return None
    total = fsum(present)
    if scale.rule in (Rule.MEAN, Rule.SHARE):
        total /= len(present)
    return total * scale.factor + scale.plus


def _flag(flag: Flag, score: float | None) -> bool | None:
    if not known(score):
        return None
    fine = round(score, _FINE)
    if flag.at_least is not None:
        return fine >= flag.at_least
    return flag.below is not None and fine < flag.below
