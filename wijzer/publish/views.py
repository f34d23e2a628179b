"""Answers for maps, trends, population and the account: one function per question."""

from collections.abc import Iterable

import pandas as pd

from wijzer import catalog, texts
from wijzer.model import Area, Direction, Level, Missing, Neighbourhood, Sign
from wijzer.publish.door import Row, protected, real, records, shown, sign_of
from wijzer.store import areas as area_store
from wijzer.store import figures, population
from wijzer.store.database import Store


def areas(store: Store) -> dict[str, Area]:
    """All areas by code, the whole neighbourhoods included."""
    rows = area_store.areas(store).astype(object)
    rows = rows.where(rows.notna(), None)
    return {
        row["code"]: Area(
            row["code"], row["name"], Level(row["level"]), row["municipality"], row["wijk"]
        )
        for row in records(rows)
    }


def buurten(places: dict[str, Area], one: Neighbourhood) -> tuple[str, ...]:
    """Codes of the CBS buurten of a neighbourhood, in the order of their codes."""
    return tuple(
        area.code
        for area in places.values()
        if area.level is Level.BUURT and area.wijk in one.parts
    )


def subdistricts(places: dict[str, Area], one: Neighbourhood) -> tuple[str, ...]:
    """Codes of the parts; a neighbourhood of one wijk has its buurten as subdistricts."""
    return one.parts if len(one.parts) > 1 else buurten(places, one)


def shapes(store: Store, layer: str) -> pd.DataFrame:
    """Shapes of one layer; see store.areas.shapes."""
    return area_store.shapes(store, layer)


def on_map(store: Store, indicator: str, year: int, codes: tuple[str, ...]) -> pd.DataFrame:
    """One indicator in one year for many areas, each against its own municipality.

    One row per code, in the order asked. Columns: code, name, value, missing, computed,
    example, source, tbl, licence, note, value_text, municipality_name, municipality_value,
    municipality_text, sign, mark, word. An area without a row was not measured.
    """
    one = catalog.indicator(indicator)
    place = areas(store)
    own = {code: place[code].municipality or "" for code in codes}
    rows = figures.values(store, indicator, year, list({*codes, *own.values()}))
    rows = protected(rows.assign(indicator=indicator)).drop(columns="n").set_index("area")
    rows = rows.reindex(list(dict.fromkeys((*codes, *own.values()))))
    value = rows["value"].to_dict()
    found = rows.loc[list(codes)].rename_axis("code").reset_index()
    found["name"] = [place[code].name for code in codes]
    benchmark = [real(value[own[code]]) if own[code] != code else None for code in codes]
    signs = [
        sign_of(one, real(mine), theirs)
        for mine, theirs in zip(found["value"], benchmark, strict=True)
    ]
    return found.assign(
        missing=found["missing"].mask(found["value"].isna() & found["missing"].isna(),
                                      Missing.NOT_MEASURED.value),
        value_text=_all_shown(one.id, found),
        municipality_name=[place[own[code]].name if own[code] else "" for code in codes],
        municipality_value=pd.Series(benchmark, index=found.index, dtype="float64"),
        municipality_text=[shown(one, theirs) for theirs in benchmark],
        sign=[sign.value for sign in signs],
        mark=[texts.SIGN_MARK[sign] for sign in signs],
        word=[texts.SIGN_WORD[sign] for sign in signs],
    )  # fmt: skip


def reach(rows: pd.DataFrame) -> str:
    """From where to where the figures of a map run, in one sentence."""
    known = rows[rows["value"].notna()].sort_values("value")["value_text"]
    if known.empty:
        return texts.reach("", "", 0)
    return texts.reach(known.iloc[0], known.iloc[-1], len(known))


def trend(store: Store, indicator: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """One indicator over the years for some areas; `segment` counts up at each break.

    Columns: area, name, level, year, value, missing, computed, tbl, source, segment, value_text.
    """
    one = catalog.indicator(indicator)
    place = areas(store)
    rows = protected(figures.trend(store, indicator, list(codes)).assign(indicator=indicator))
    return rows.drop(columns="n").assign(
        level=[place[code].level.value for code in rows["area"]],
        segment=[sum(year >= stop.year for stop in one.breaks) for year in rows["year"]],
        value_text=_all_shown(indicator, rows),
    )


def years(store: Store, indicator: str) -> list[int]:
    """Years with a figure, oldest first."""
    return figures.years(store, indicator)


def newest(store: Store) -> int:
    """The newest year of any figure."""
    return figures.newest(store)


def sources(store: Store) -> pd.DataFrame:
    """Where the figures come from; see store.figures.sources."""
    return figures.sources(store)


def build(store: Store) -> pd.DataFrame:
    """Which build of the figures this is; see store.figures.build."""
    return figures.build(store)


def inhabitants(store: Store, area: str) -> tuple[int | None, int | None]:
    """Number of inhabitants and its year; None where the source gives none."""
    rows = population.population(store, area)
    total = rows[(rows["trait"] == "total") & rows["count"].notna()]
    if total.empty:
        return None, None
    return int(total["count"].iloc[0]), int(total["year"].iloc[0])


def people(store: Store, area: str) -> pd.DataFrame:
    """Who live in an area, beside its municipality in the same year: shares of each trait.

    One row per role ('gebied', 'gemeente'), trait and category. Columns: role, area_name,
    trait, trait_name, category, category_name, order, count, missing, share (0 to 1),
    share_text, count_text, year, rounding, computed, source, tbl, licence.
    """
    place = areas(store)
    own = place[area].municipality or area
    mine = population.population(store, area)
    theirs = _of_the_same_year(store, own, mine)
    sides = [(area, "gebied", mine), (own, "gemeente", theirs)]
    return pd.concat(
        [_shares(rows).assign(role=role, area_name=place[code].name) for code, role, rows in sides],
        ignore_index=True,
    )


def _of_the_same_year(store: Store, area: str, asked: pd.DataFrame) -> pd.DataFrame:
    """Population of `area`, each trait in the year that it has in `asked`."""
    year_of = {row["trait"]: int(row["year"]) for row in records(asked)}
    found = {year: population.population(store, area, year) for year in set(year_of.values())}
    rows: list[pd.DataFrame] = [
        found[year][found[year]["trait"] == trait] for trait, year in year_of.items()
    ]
    return pd.concat(rows)


def stand_out(rows: Iterable[Row], sign: Sign, most: int) -> list[Row]:
    """The rows of a profile with this sign that lie farthest from the municipality.

    Of indicators that ask the same of another age only the farthest; none of which it is not
    known how far that is.
    """
    found = (row for row in rows if row["sign"] == sign and row["direction"] != Direction.NEUTRAL)
    farthest: dict[str, Row] = {}
    known = (row for row in found if row["strength"] > 0)
    for row in sorted(known, key=lambda row: -float(row["strength"])):
        farthest.setdefault(row["name"].split(" (")[0], row)
    return list(farthest.values())[:most]


def in_domain_order(rows: Iterable[Row]) -> list[Row]:
    """The rows of a profile by domain, the population context last."""
    order = list(catalog.domain_names())
    return sorted(rows, key=lambda row: order.index(row["domain"]))


def _shares(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows[rows["trait"].isin(texts.TRAIT_WORD) & (rows["category"] != "all")].copy()
    total = rows.groupby("trait")["count"].transform(lambda counts: counts.sum(skipna=False))
    share = rows["count"] / total
    return rows.assign(
        share=share,
        order=[list(texts.POPULATION_WORD).index(name) for name in rows["category"]],
        category_name=rows["category"].map(texts.POPULATION_WORD),
        trait_name=rows["trait"].map(texts.TRAIT_WORD),
        share_text=[_share_text(one) for one in share],
        count_text=["" if pd.isna(one) else texts.number(one) for one in rows["count"]],
    )


def _share_text(share: float) -> str:
    if pd.isna(share):
        return texts.MISSING_WORD[Missing.NOT_PUBLISHED]
    return texts.amount(share * 100, "%")


def _all_shown(indicator: str, rows: pd.DataFrame) -> list[str]:
    one = catalog.indicator(indicator)
    return [
        shown(one, value, missing)
        for value, missing in zip(rows["value"], rows["missing"], strict=True)
    ]
