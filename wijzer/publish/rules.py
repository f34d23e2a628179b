"""How sure is this sign: the same figure under other rules in use, and what a test would take."""

from dataclasses import dataclass, replace

from wijzer import catalog, texts
from wijzer.model import Direction, Indicator, Method, Sign
from wijzer.publish.door import Row, real
from wijzer.stats import compare, power, spread

Z_SCHEMES = (
    ("Amsterdam", spread.AMSTERDAM),
    ("Swing", spread.SWING),
    ("GGD Noord-Holland Noord", spread.GGD_NHN),
)
POINTS = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule says about a figure: its sign, mark and word, and why in one sentence."""

    rule: str
    sign: Sign
    mark: str
    word: str
    why: str


def outcomes(row: Row) -> list[Outcome]:
    """The sign of one row of a profile under each rule in use; the product's own rule first."""
    one = catalog.indicator(row["indicator"])
    return [
        _outcome(texts.RULE_PRINTED, Sign(row["sign"]), texts.WHY_PRINTED),
        _outcome(texts.RULE_INTERVAL, Sign.UNKNOWN, _why_no_interval(one)),
        *(_by_z(row, name, limit) for name, limit in Z_SCHEMES),
        _by_points(one, row),
    ]


def respondents_needed(row: Row) -> int | None:
    """How many answers it takes before the interval of the area excludes the municipality.

    None for counts and registers (there is no sample), for figures that are no share of people,
    that show no difference, or that lack a side.
    """
    value, benchmark = real(row["value"]), real(row["municipality_value"])
    if row["unit"] != "%" or row["method"] == Method.REGISTER:
        return None
    if value is None or benchmark is None:
        return None
    if Sign(row["sign"]) in (Sign.SIMILAR, Sign.UNKNOWN):
        return None
    return power.respondents_to_exclude(value / 100, benchmark / 100)


def _by_z(row: Row, name: str, scheme: spread.Scheme) -> Outcome:
    near, far = (texts.number(limit, 1) for limit in (scheme.inner, scheme.outer))
    rule = texts.RULE_Z.format(naam=name, grens=near, ver=far)
    direction = Direction(row["direction"])
    z = spread.zscore_of(
        real(row["value"]), real(row["wijken_mean"]), real(row["wijken_sd"]), direction
    )
    group = spread.z_class(z, scheme)
    if z is None or group is None:
        return _outcome(rule, Sign.UNKNOWN, texts.WHY_NO_SPREAD)
    found = _outcome(
        rule,
        compare.sign(group, 0, _facing(direction), 1),
        texts.WHY_Z.format(z=texts.number(abs(z), 1), n=int(row["wijken_n"])),
    )
    return replace(found, word=texts.FAR.format(woord=found.word)) if abs(group) == 2 else found


def _facing(direction: Direction) -> Direction:
    """A z-score already points to favourable; only neutral stays neutral."""
    return Direction.NEUTRAL if direction is Direction.NEUTRAL else Direction.HIGHER


def _by_points(one: Indicator, row: Row) -> Outcome:
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
