"""Three neighbourhoods side by side, each against its own municipality, on one scale per row."""

from collections.abc import Iterable, Mapping

import pandas as pd

from wijzer import texts
from wijzer.model import Sign
from wijzer.publish.door import Row, records

Profiles = Mapping[str, pd.DataFrame]
"""Profiles (publish.profile) by area code."""


def columns(
    wholes: Mapping[str, tuple[str, str]], parts: Mapping[str, Iterable[str]], profiles: Profiles
) -> pd.DataFrame:
    """The rows of the picture with three columns.

    wholes: neighbourhood id → (area code, name); parts: neighbourhood id → subdistrict codes;
    profiles: the profile of each of those areas, of one domain. One row per mark. Columns: kind
    ('area', 'municipality', 'country', 'subdistrict'), neighbourhood, neighbourhood_name,
    indicator, name, order, value, x (0 to 1 between the lowest and highest mark of the row, the
    same in all three columns), text, sign, area_name, flag (what differs between the areas).
    """
    inside = {id: [_by_indicator(profiles[part]) for part in codes] for id, codes in parts.items()}
    marks = [
        mark
        for id, (code, name) in wholes.items()
        for row in records(profiles[code])
        for mark in _marks(id, name, row, inside[id])
    ]
    rows = pd.DataFrame(marks)
    names = list(dict.fromkeys(rows["indicator"]))
    grouped = rows.groupby("indicator")["value"]
    low, high = grouped.transform("min"), grouped.transform("max")
    within = [profiles[part] for codes in parts.values() for part in codes]
    said = flags([profiles[code] for code, _ in wholes.values()], within)
    place = ((rows["value"] - low) / (high - low).where(high > low)).fillna(0.5)
    return rows.assign(
        order=[names.index(one) for one in rows["indicator"]],
        x=place.where(rows["value"].notna()),
        flag=[said.get(one, "") for one in rows["indicator"]],
    )


def completed(rows: pd.DataFrame) -> pd.DataFrame:
    """The same with a row for each neighbourhood that lacks a figure of another, with the word.

    So that rows of columns beside each other stay at the same height.
    """
    places = rows.drop_duplicates("neighbourhood")[["neighbourhood", "neighbourhood_name"]]
    figures = rows.drop_duplicates("indicator")[["indicator", "name", "order", "flag"]]
    every = places.merge(figures, how="cross")
    known = rows.loc[rows["kind"] == "area", ["neighbourhood", "indicator"]].agg(tuple, axis=1)
    lacks = ~every[["neighbourhood", "indicator"]].agg(tuple, axis=1).isin(set(known))
    mark = _mark("area", "", float("nan"), texts.NO_FIGURE)
    added = every[lacks].assign(**mark, x=float("nan"))
    added["area_name"] = added["neighbourhood_name"]
    return pd.concat([rows, added], ignore_index=True)


def flagged(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Name of each indicator of `columns` that is not the same everywhere, with what differs."""
    once = rows.drop_duplicates("indicator")
    differs = once[once["flag"] != ""]
    return list(zip(differs["name"], differs["flag"], strict=True))


def flags(profiles: Iterable[pd.DataFrame], inside: Iterable[pd.DataFrame] = ()) -> dict[str, str]:
    """By indicator what differs between the areas, in words; indicators that agree are left out.

    `inside` has the profiles of subdistricts: they count where they have a figure.
    """
    rows = pd.concat(profiles)
    drawn = pd.concat([rows, *(part[part["value"].notna()] for part in inside)])
    areas = rows["area_name"].nunique()
    said: dict[str, str] = {}
    for id, group in rows.groupby("indicator", sort=False):
        marks = drawn[drawn["indicator"] == id]
        found = [
            texts.DIFFERS[name].format(
                wat=texts.enumerate_words(sorted(map(str, set(marks[name]))))
            )
            for name in ("year", "tbl", "method")
            if marks[name].nunique() > 1
        ]
        if len(group) < areas or group["value"].isna().any():
            lacking = sorted(
                set(rows["area_name"]) - set(group.loc[group["value"].notna(), "area_name"])
            )
            found.append(texts.LACKS.format(wat=texts.enumerate_words(lacking)))
        if found:
            said[str(id)] = " ".join(found)
    return said


def _by_indicator(profile: pd.DataFrame) -> dict[str, Row]:
    return {str(row["indicator"]): row for row in records(profile)}


def _marks(id: str, name: str, row: Row, parts: list[dict[str, Row]]) -> Iterable[Row]:
    shared = {
        "neighbourhood": id,
        "neighbourhood_name": name,
        "indicator": row["indicator"],
        "name": row["name"],
    }
    yield shared | _mark("area", row["area_name"], row["value"], row["value_text"], row["sign"])
    yield shared | _mark(
        "municipality",
        row["municipality_name"],
        row["municipality_value"],
        row["municipality_text"],
    )
    yield shared | _mark("country", texts.COUNTRY, row["country_value"], row["country_text"])
    for part in parts:
        if other := part.get(row["indicator"]):
            yield shared | _mark(
                "subdistrict",
                other["area_name"],
                other["value"],
                other["value_text"],
                other["sign"],
            )


def _mark(kind: str, area: str, value: float, text: str, sign: str = Sign.UNKNOWN) -> Row:
    return {"kind": kind, "area_name": area, "value": value, "text": text, "sign": str(sign)}
