"""Places in a ranking of the neighbourhoods: only when asked for, and never one more certain than
its figure.

A count of everybody has no margin but rounding. A share of answers has its Wilson interval, at a
level at which those of all neighbourhoods hold together. A figure of which the source gives no
margin has no place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijzer import catalog, texts
from wijzer.model import Direction, Indicator, Method, Weight
from wijzer.publish.door import Row, real
from wijzer.publish.healthier import Change, change_name
from wijzer.stats import ranks
from wijzer.stats.proportion import Interval, wilson
from wijzer.stats.ranks import Places

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Ranked:
    """One figure: per neighbourhood its value with its place, and what the places rest on."""

    name: str
    cells: tuple[str, ...]
    why: str
    indicator: str = ""


def ranked(
    ids: Iterable[str], profiles: Sequence[Mapping[str, Row]], flags: Mapping[str, str]
) -> list[Ranked]:
    """Places by figure, in the order of `ids`; `profiles` has one profile per neighbourhood.

    `flags` says by indicator why neighbourhoods cannot be compared.
    """
    return [_ranked(catalog.indicator(id), profiles, flags.get(id, "")) for id in ids]


def _ranked(one: Indicator, profiles: Sequence[Mapping[str, Row]], flag: str) -> Ranked:
    rows = [profile.get(one.id) for profile in profiles]
    shown = [str(row["value_text"]) if row else texts.NO_FIGURE for row in rows]
    known = [row for row in rows if row and real(row["value"]) is not None]
    why = flag or _no_side(one) or ("" if len(known) == len(rows) else texts.RANK_LACKS)
    margins = [] if why else [_margin(one, row, len(rows)) for row in known]
    around = [margin for margin in margins if margin]
    if len(around) < len(rows):
        return _unranked(one.name, shown, why or _no_margin(one), one.id)
    found = ranks.places(around, highest_first=one.direction is Direction.HIGHER)
    return Ranked(one.name, _placed(shown, found), _rests_on(one, found), one.id)


def _no_side(one: Indicator) -> str:
    if one.weight is Weight.SUM:
        return texts.APART_COUNTS
    return texts.RANK_NEUTRAL if one.direction is Direction.NEUTRAL else ""


def _margin(one: Indicator, row: Row, count: int) -> Interval | None:
    """Where the true figure can lie, in the unit of the figure; None when that is not known."""
    value, n = float(row["value"]), real(row["n"])
    if one.method is Method.REGISTER:
        half = 0.5 * 10.0**-one.decimals
        return Interval(value - half, value + half)
    if one.method is not Method.SURVEY or one.unit != "%" or not n:
        return None
    found = wilson(value / 100 * n, n, ranks.each(LEVEL, count))
    return Interval(found.low * 100, found.high * 100) if found else None


def _no_margin(one: Indicator) -> str:
    return texts.RANK_MODEL if one.method is Method.MODEL else texts.RANK_NO_MARGIN


def _unranked(name: str, shown: Sequence[str], why: str, indicator: str = "") -> Ranked:
    return Ranked(name, tuple(shown), texts.RANK_NONE.format(waarom=why), indicator)


def _placed(shown: Sequence[str], found: Sequence[Places]) -> tuple[str, ...]:
    return tuple(
        texts.RANK_CELL.format(cijfer=text, plaats=texts.place_range(*one))
        for text, one in zip(shown, found, strict=True)
    )


def _rests_on(one: Indicator, found: Sequence[Places]) -> str:
    rests = texts.RANK_ROUNDING if one.method is Method.REGISTER else texts.RANK_WILSON
    return f"{rests} {_same(found)}".strip()


def _same(found: Sequence[Places]) -> str:
    """That nothing can be told apart, when that is so."""
    return texts.RANK_SAME if all(one == (1, len(found)) for one in found) else ""


def ranked_changes(
    found: Mapping[str, Sequence[Change | None]], flags: Mapping[str, str]
) -> list[Ranked]:
    """Places by change since the start, per instrument; plus is favourable.

    Each change has its own interval of 95%; two that share no point differ more than chance.
    """
    return [_changed(id, changes, flags.get(id, "")) for id, changes in found.items()]


def _changed(id: str, changes: Sequence[Change | None], flag: str) -> Ranked:
    name = next((change_name(one) for one in changes if one), id)
    shown = [_mean(one) for one in changes]
    around = [Interval(*ends) for one in changes if (ends := _interval(one))]
    if flag or len(around) < len(changes):
        return _unranked(name, shown, flag or texts.RANK_LACKS)
    places = ranks.places(around, highest_first=True)
    return Ranked(name, _placed(shown, places), f"{texts.RANK_CHANGE} {_same(places)}".strip())


def _interval(one: Change | None) -> tuple[float, float] | None:
    return one.points.interval if one and one.points else None


def _mean(one: Change | None) -> str:
    if one is None or one.points is None:
        return texts.OUTCOME_STATE[one.state if one else "not_measured"]
    return texts.plus_or_minus(one.points.mean, one.decimals)
