"""The profile: every figure of one area against its own municipality."""

import pandas as pd

from wijzer import catalog, texts
from wijzer.model import Direction, Indicator, Sign, Weight
from wijzer.publish.door import (
    CERTAINTY,
    Row,
    difference_text,
    protected,
    real,
    reason,
    records,
    shown,
    sign_of,
)
from wijzer.publish.views import areas
from wijzer.store import figures
from wijzer.store.database import Store


def profile(store: Store, area: str, year: int | None = None) -> pd.DataFrame:
    """Every indicator of one area against its municipality and the Netherlands.

    One row per indicator, in catalogue order; with `year` none later. Columns of
    `store.figures.profile` plus domain, name, unit, decimals, direction, method, population,
    area_name, municipality_name, sign, mark, word, certainty, difference, difference_text,
    sentence, value_text, municipality_text, country_text, strength (how far it stands out), and
    the places on the spine: x, x_min, x_p25, x_p75, x_max, x_country, has_spread.
    """
    return _against(store, area, _in_catalogue_order(figures.profile(store, area, year)))


def all_years(store: Store, area: str, indicator: str) -> pd.DataFrame:
    """Every year of one indicator in one area, oldest first; columns as `profile`."""
    return _against(store, area, figures.all_years(store, area, indicator))


def _against(store: Store, area: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Figures of one area beside those of its municipality."""
    place = areas(store)
    municipality = place.get(place[area].municipality or "")
    own = municipality.name if municipality and municipality.code != area else ""
    shown = records(protected(rows))
    found = pd.DataFrame([_described(row, area, place[area].name, own) for row in shown])
    # None, as it was: beside a reason pandas makes it a NaN, which counts as true.
    why = [row["missing"] if pd.notna(row["missing"]) else None for row in shown]
    return found.assign(missing=pd.Series(why, dtype="object"))


def _in_catalogue_order(rows: pd.DataFrame) -> pd.DataFrame:
    order = {id: place for place, id in enumerate(catalog.indicators())}
    return rows.sort_values("indicator", key=lambda ids: ids.map(order), ignore_index=True)


def _described(row: Row, code: str, area: str, municipality: str) -> Row:
    one = catalog.indicator(row["indicator"])
    value, benchmark = real(row["value"]), real(row["municipality_value"])
    sign = sign_of(one, value, benchmark)
    gap = None if sign is Sign.UNKNOWN or value is None or benchmark is None else value - benchmark
    return (
        row
        | _facts(one)
        | {
            "code": code,
            "area_name": area,
            "municipality_name": municipality,
            "sign": sign.value,
            "mark": texts.SIGN_MARK[sign],
            "word": texts.SIGN_WORD[sign],
            "difference": gap,
            "difference_text": difference_text(one, value, benchmark),
            "sentence": _sentences(one, area, municipality, sign, row),
            "value_text": shown(one, value, row["missing"]),
            "municipality_text": shown(one, benchmark),
            "country_text": shown(one, row["country_value"]),
        }
        | _places(one, row)
    )


def _facts(one: Indicator) -> Row:
    return {
        "domain": one.domain,
        "name": one.name,
        "unit": one.unit,
        "decimals": one.decimals,
        "direction": one.direction.value,
        "method": one.method.value,
        "certainty": CERTAINTY[one.method].value,
        "population": one.population,
    }


def _sentences(one: Indicator, area: str, municipality: str, sign: Sign, row: Row) -> str:
    value, benchmark = real(row["value"]), real(row["municipality_value"])
    if value is None:
        return texts.missing_sentence(one, area, reason(row["missing"]))
    said = [texts.sentence(one, area, value)]
    if municipality and benchmark is not None:
        said.append(texts.benchmark_sentence(one, municipality, benchmark))
    if municipality and one.weight is not Weight.SUM:
        said.append(texts.verdict_sentence(sign, municipality))
    return " ".join(said)


def _places(one: Indicator, row: Row) -> Row:
    """Where a row stands between unfavourable (−1) and favourable (1); the municipality is 0.

    The farthest of the wijken, the area and the country reaches the edge. Where the spread is
    not known, half the municipality's own value is the least width, so that a small difference
    does not look large. Neutral indicators run from lower to higher. A count has no place here.
    """
    middle = real(row["municipality_value"])
    ends = {name: real(row[name]) for name in _ENDS}
    if middle is None or one.weight is Weight.SUM:
        return dict.fromkeys(_ENDS.values()) | {"has_spread": False, "strength": 0.0}
    known = ends["wijken_min"] is not None
    reach = max(abs(end - middle) for end in (middle, *ends.values()) if end is not None)
    width = (reach if known else max(reach, abs(middle) / 2)) or 1.0
    way = -1.0 if one.direction is Direction.LOWER else 1.0
    names = _MIRRORED if way < 0 else _ENDS
    places = {
        names[name]: None if end is None else way * (end - middle) / width
        for name, end in ends.items()
    }
    return places | {"has_spread": known, "strength": _strength(one, row, middle)}


_ENDS = {
    "value": "x",
    "country_value": "x_country",
    "wijken_min": "x_min",
    "wijken_p25": "x_p25",
    "wijken_p75": "x_p75",
    "wijken_max": "x_max",
}
_MIRRORED = _ENDS | {
    "wijken_min": "x_max",
    "wijken_p25": "x_p75",
    "wijken_p75": "x_p25",
    "wijken_max": "x_min",
}


def _strength(one: Indicator, row: Row, middle: float) -> float:
    """How far the area stands out: in standard deviations of the wijken, else in quarters.

    A quarter of the municipality's own value means nothing on a scale that runs below zero.
    """
    value, sd = real(row["value"]), real(row["wijken_sd"])
    width = sd or (abs(middle) / 4 if one.low >= 0 else None)
    return abs(value - middle) / width if value is not None and width else 0.0
