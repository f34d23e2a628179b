"""What may be shown, and how one figure reads: used by everything that is published."""

from typing import Any

import pandas as pd

from wijzer import catalog, texts
from wijzer.model import Certainty, Indicator, Method, Missing, Sign, Weight
from wijzer.stats import compare
from wijzer.stats.rounding import difference, half_away
from wijzer.stats.suppression import MIN_RESPONDENTS

Row = dict[str, Any]
"""One row of a published frame: column name to cell."""

CERTAINTY = {
    Method.MODEL: Certainty.MODEL,
    Method.REGISTER: Certainty.REGISTER,
    Method.PRINTED: Certainty.UNKNOWN_N,
    Method.SURVEY: Certainty.UNKNOWN_N,
}


def protected(rows: pd.DataFrame) -> pd.DataFrame:
    """Hide survey figures that rest on too few answers.

    `rows` has indicator, value and missing; n (answers) where it is known. Where the source
    does not tell n, it has applied its own rule before publishing.
    """
    if "n" not in rows:
        return rows
    survey = rows["indicator"].map(lambda id: catalog.indicator(id).method is Method.SURVEY)
    few = survey.astype(bool) & _few(rows["n"])
    rows = rows.assign(
        value=rows["value"].mask(few),
        missing=rows["missing"].mask(few, Missing.TOO_FEW.value),
        n=rows["n"].mask(few),
    )
    if "municipality_n" not in rows:
        return rows
    few = survey.astype(bool) & _few(rows["municipality_n"])
    return rows.assign(
        municipality_value=rows["municipality_value"].mask(few),
        municipality_n=rows["municipality_n"].mask(few),
    )


def _few(answers: "pd.Series[Any]") -> "pd.Series[bool]":
    """As stats.suppression.too_few, for a column."""
    return pd.to_numeric(answers).fillna(MIN_RESPONDENTS) < MIN_RESPONDENTS


def sign_of(one: Indicator, value: float | None, benchmark: float | None) -> Sign:
    """The indicator's own rule: the printed rule, as far as the difference can be seen.

    Two figures that read the same are about equal, also when rounding hides half a unit between
    them. A number of people says nothing beside that of a whole municipality.
    """
    if one.weight is Weight.SUM:
        return Sign.UNKNOWN
    found = compare.sign(value, benchmark, one.direction, one.similar_within)
    if value is None or benchmark is None:
        return found
    return Sign.SIMILAR if _read_the_same(one, value, benchmark) else found


def difference_text(one: Indicator, value: float | None, benchmark: float | None) -> str:
    """The difference as it reads beside its sign: none for counts, 0 between equal readings."""
    if value is None or benchmark is None or one.weight is Weight.SUM:
        return ""
    same = _read_the_same(one, value, benchmark)
    return texts.difference(0 if same else difference(value, benchmark, one.decimals), one)


def _read_the_same(one: Indicator, value: float, benchmark: float) -> bool:
    return half_away(value, one.decimals) == half_away(benchmark, one.decimals)


def records(rows: pd.DataFrame) -> list[Row]:
    """The rows as dictionaries by column name."""
    return [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]


def shown(one: Indicator, value: object, missing: object = None) -> str:
    """A figure as text with its unit, or the word for why there is none."""
    exact = real(value)
    if exact is None:
        return texts.MISSING_WORD[reason(missing)]
    return texts.amount(exact, one.unit, one.decimals)


def reason(missing: object) -> Missing:
    """The kind of missing in a cell; an absent row was never measured."""
    return Missing(missing) if isinstance(missing, str) and missing else Missing.NOT_MEASURED


def real(value: object) -> float | None:
    """A cell as a number, None when it is empty."""
    return None if value is None or pd.isna(value) else float(value)  # type: ignore[arg-type,call-overload]
