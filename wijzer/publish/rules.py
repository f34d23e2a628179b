"""How sure is this sign: the same figure under the other rules in use, and what a test would take."""

from dataclasses import dataclass
from typing import Any

from wijzer import catalog, texts
from wijzer.model import Direction, Indicator, Method, Sign
from wijzer.publish.door import real
from wijzer.stats import compare, power

Z_SCHEMES = (("Amsterdam", 0.5), ("Swing", 0.5), ("GGD Noord-Holland Noord", 1.0))
POINTS = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule says about a figure: its sign, mark and word, and why in one sentence."""

    rule: str
    sign: Sign
    mark: str
    word: str
    why: str


def outcomes(row: dict[str, Any]) -> list[Outcome]:
    """The sign of one row of a profile under each rule in use; the product's own rule first."""
    one = catalog.indicator(row["indicator"])
    return [
        _outcome(texts.RULE_PRINTED, Sign(row["sign"]), texts.WHY_PRINTED),
        _outcome(texts.RULE_INTERVAL, Sign.UNKNOWN, _why_no_interval(one)),
        *(_by_z(row, name, limit) for name, limit in Z_SCHEMES),
        _by_points(one, row),
    ]


def respondents_needed(row: dict[str, Any]) -> int | None:
    """How many answers it takes before the interval of the area excludes the municipality.

    None for figures that are no share of people, that show no difference, or that lack a side.
    """
    value, benchmark = real(row["value"]), real(row["municipality_value"])
    countable = row["unit"] == "%" and value is not None and benchmark is not None
    if not countable or Sign(row["sign"]) in (Sign.SIMILAR, Sign.UNKNOWN):
        return None
    return power.respondents_to_exclude(value / 100, benchmark / 100)  # type: ignore[operator]


def _by_z(row: dict[str, Any], scheme: str, limit: float) -> Outcome:
    value, mean, sd = (real(row[name]) for name in ("value", "wijken_mean", "wijken_sd"))
    rule = texts.RULE_Z.format(naam=scheme, grens=texts.number(limit, 1))
    if value is None or mean is None or not sd:
        return _outcome(rule, Sign.UNKNOWN, texts.WHY_NO_SPREAD)
    z = (value - mean) / sd
    sign = compare.sign(z, 0.0, Direction(row["direction"]), limit)
    return _outcome(rule, sign, texts.WHY_Z.format(z=texts.number(z, 1), n=int(row["wijken_n"])))


def _by_points(one: Indicator, row: dict[str, Any]) -> Outcome:
    rule = texts.RULE_POINTS.format(n=POINTS)
    value, benchmark = real(row["value"]), real(row["municipality_value"])
    if one.unit != "%" or value is None or benchmark is None:
        return _outcome(rule, Sign.UNKNOWN, texts.WHY_NO_POINTS)
    sign = compare.points_rule(value, benchmark, one.direction, POINTS)
    return _outcome(rule, sign, texts.WHY_POINTS.format(verschil=row["difference_text"]))


def _why_no_interval(one: Indicator) -> str:
    if one.method is Method.MODEL:
        return texts.WHY_NO_TEST_MODEL
    return texts.WHY_NO_TEST_COUNT if one.method is Method.REGISTER else texts.WHY_NO_TEST_N


def _outcome(rule: str, sign: Sign, why: str) -> Outcome:
    return Outcome(rule, sign, texts.SIGN_MARK[sign], texts.SIGN_WORD[sign], why)
