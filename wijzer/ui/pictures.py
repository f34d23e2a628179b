"""Pictures ready to draw, each with its title, its table and its small print.

Made from published rows once per build of the figures and kept by ui/data.py: a change of filter
then only sends what is there. A picture without a table cannot be made.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pandas as pd
import pyarrow as pa

from wijzer import catalog, publish, texts
from wijzer.charts import bands, choropleth, columns, shares, spine, theme, trend
from wijzer.maps import scale
from wijzer.model import Area, Indicator, Sign
from wijzer.publish import Row
from wijzer.ui import event_marks, tables

COUNTRY = "NL00"
ALL = "alles"
"""Code for all domains together."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: its rows, its specification without description, and the same as a table.

    `header` and `body` are that table in plain text, for what is taken along. `served` is the
    specification with the rows in it as they are sent, so that no run has to write them again.
    """

    title: str
    sentence: str
    alternative: str
    rows: pa.Table
    spec: dict[str, Any]
    served: dict[str, Any]
    table: str
    note: str = ""
    header: tuple[str, ...] = ()
    body: tuple[tuple[str, ...], ...] = ()


def of_spine(rows: Sequence[Row], area: Area, municipality: Area, domain: str) -> Picture:
    """Every indicator of one domain on one axis from unfavourable to favourable."""
    name = domain_name(domain)
    chosen = [row | {"order": place, "domain_name": name} for place, row in enumerate(rows)]
    header = texts.PROFILE_HEADER.format(gebied=area.name, gemeente=municipality.name).split("|")
    return made(
        texts.SPINE_ALT.format(gebied=area.name, domein=name),
        _tally(rows, municipality.name),
        pd.DataFrame(chosen, columns=list(_SPINE)),
        spine.spec(area.name, municipality.name),
        header,
        [_profile_row(row) for row in chosen],
    )


_SPINE = (
    *("order", "indicator", "name", "domain_name", "sign", "mark", "word", "year", "direction"),
    *("value_text", "municipality_text", "country_text", "difference_text", "has_spread"),
    *("x", "x_min", "x_p25", "x_p75", "x_max", "x_country"),
)


def _tally(rows: Iterable[Row], municipality: str) -> str:
    count = Counter(row["sign"] for row in rows)
    favourable, unfavourable = count[Sign.FAVOURABLE], count[Sign.UNFAVOURABLE]
    return texts.tally(favourable, unfavourable, count.total(), municipality)


def _profile_row(row: Row) -> list[str | tables.Cell]:
    return [
        row["name"],
        figure_cell(row),
        row["municipality_text"],
        row["difference_text"],
        row["country_text"],
        str(row["year"]),
        f"{row['source']}, {row['tbl']}",
    ]


def of_trend(
    rows: pd.DataFrame,
    one: Indicator,
    area: Area,
    municipality: Area,
    position: int,
    marks: event_marks.Marks | None = None,
) -> Picture:
    """One indicator through the years, and what began, stopped or changed in that time."""
    years = tuple(sorted({int(year) for year in rows["year"]}))
    kinds = {municipality.code: "municipality", COUNTRY: "country", area.code: "area"}
    low = trend.floor(rows["value"])
    points = rows.rename(columns={"name": "area_name"}).assign(kind=rows["area"].map(kinds))
    breaks = [stop for stop in one.breaks if years[0] < stop.year <= years[-1]]
    stops = pd.DataFrame([{"kind": "break", "year": b.year, "reason": b.reason} for b in breaks])
    header, body = _by_year(rows)
    said = [texts.BREAK.format(jaar=stop.year, reden=stop.reason) for stop in breaks]
    happened = marks.on_years(years) if marks else []
    return made(
        texts.TREND_ALT.format(indicator=one.name, gebied=area.name),
        course(rows, one, area),
        trend.labelled(pd.concat([points, stops, *happened], ignore_index=True), low),
        trend.spec(one.unit, one.decimals, years, low, position, marks.until if marks else None),
        header,
        body,
        " ".join([texts.TREND_HELP, *said] if len(years) > 1 else [texts.ONE_YEAR]),
    )


def course(rows: pd.DataFrame, one: Indicator, area: Area) -> str:
    """First and last figure of the newest stretch of years that can be compared."""
    own = rows[(rows["area"] == area.code) & rows["value"].notna()].sort_values("year")
    stretch = publish.records(own[own["segment"] == own["segment"].max()])
    if len(stretch) < 2:
        return texts.course_missing(area.name)
    first, last = ((int(row["year"]), row["value_text"]) for row in (stretch[0], stretch[-1]))
    return texts.course(one, area.name, first, last)


def _by_year(rows: pd.DataFrame) -> tuple[list[str], list[list[str]]]:
    years = sorted(set(rows["year"]), reverse=True)
    text = dict(zip(zip(rows["name"], rows["year"], strict=True), rows["value_text"], strict=True))
    names = list(dict.fromkeys(rows["name"]))
    body = [
        [str(year), *(text.get((name, year), texts.NO_FIGURE) for name in names)] for year in years
    ]
    return [texts.YEAR, *names], body


def of_people(rows: pd.DataFrame, area: Area, municipality: Area, position: int) -> Picture:
    """Shares of groups of one trait, the area beside its municipality."""
    ordered = rows.sort_values(["order", "role"])
    trait = str(ordered["trait_name"].iloc[0]).lower()
    body = [
        [row["category_name"], row["area_name"], row["share_text"], row["count_text"]]
        for row in publish.records(ordered)
    ]
    return made(
        texts.PEOPLE_ALT.format(kenmerk=trait, gebied=area.name, gemeente=municipality.name),
        _widest_gap(rows, area.name, municipality.name),
        rows.rename(columns={"category_name": "name"}),
        bands.spec(area.name, municipality.name, position),
        texts.PEOPLE_HEADER,
        body,
        texts.PEOPLE_SOURCE.format(jaar=max(rows["year"]), tabel=rows["tbl"].iloc[0]),
    )


def _widest_gap(rows: pd.DataFrame, area: str, municipality: str) -> str:
    by_role = {(row["role"], row["category"]): row for row in publish.records(rows)}
    pairs = [
        (mine, by_role.get(("gemeente", name)))
        for (role, name), mine in by_role.items()
        if role == "gebied"
    ]
    known = [
        (mine, other) for mine, other in pairs if other and pd.notna(mine["share"] - other["share"])
    ]
    if not known:
        return texts.NO_PEOPLE
    mine, other = max(known, key=lambda pair: abs(pair[0]["share"] - pair[1]["share"]))
    return texts.widest_gap(
        mine["category_name"], area, mine["share_text"], municipality, other["share_text"]
    )


def of_column(
    rows: pd.DataFrame, subject: str, name: str, municipality: str, position: int
) -> Picture:
    """One neighbourhood beside the others: its column on the scale that all share."""
    body = [[row["name"], row["area_name"], row["text"]] for row in publish.records(rows)]
    return made(
        texts.COMPARE_ALT.format(domein=subject, wijk=name),
        _tally(publish.records(rows[rows["kind"] == "area"]), municipality),
        rows,
        columns.spec(name, municipality, position),
        texts.COLUMN_HEADER,
        body,
    )


def of_vote(group: publish.GroupResult, highest: float, title: str) -> Picture:
    """What one group of voters said: a bar per theme, the best first."""
    body = [
        [row["place_text"], row["name"], row["score_text"], row["share_text"], row["detail"]]
        for row in group.rows
    ]
    drawn = pd.DataFrame(group.rows).assign(length=lambda rows: rows["share"] / highest)
    return made(
        texts.ROUND_TABLE.format(groep=group.name),
        group.sentence,
        drawn[["order", "name", "length", "share_text", "place_text"]],
        shares.spec(),
        texts.ROUND_HEADER,
        body,
        texts.ROUND_SMALL.format(titel=title),
    )


def of_drawn_map(
    rows: pd.DataFrame, shapes: pd.DataFrame, found: scale.Classes, name: str, title: str
) -> Picture:
    """The map as a drawing, for maps side by side with the same classes."""
    where = shapes.set_index("code").loc[list(rows["code"])]
    drawn = tuple(zip(rows["code"], where["geometry"], strict=True))
    frame = rows.assign(
        klass=classes_of(rows, found),
        lon=where["lon"].to_numpy(),
        lat=where["lat"].to_numpy(),
        label="",
    )
    missing = bool(rows["value"].isna().any())
    spec = choropleth.spec(drawn, found.labels, found.colours, missing, title=name)
    return made(
        title,
        texts.MAP_AGAINST.format(
            bereik=publish.reach(rows),
            gemeente=rows["municipality_name"].iloc[0],
            waarde=rows["municipality_text"].iloc[0],
        ),
        frame,
        spec,
        texts.MAP_HEADER,
        [map_row(row) for row in publish.records(rows)],
    )


def map_row(row: Row) -> list[str | tables.Cell]:
    """An area of a map in the table under it."""
    return [row["name"], figure_cell(row), f"{row['municipality_name']} {row['municipality_text']}"]


def figure_cell(row: Row | None) -> str | tables.Cell:
    """A figure with its sign and the word of that sign; without a row the word for no figure."""
    if row is None:
        return texts.NO_FIGURE
    return tables.Cell(row["value_text"], row["mark"], Sign(row["sign"]), row["word"])


def domain_name(id: str) -> str:
    """Display name of a domain or the population context."""
    return catalog.domain_names().get(id, texts.ALL)


def classes_of(rows: pd.DataFrame, found: scale.Classes) -> "pd.Series[float]":
    """The class of each row of a map, empty where there is no figure."""
    return rows["value"].map(lambda value: scale.classify(value, found)).astype("float64")


def made(
    title: str,
    sentence: str,
    rows: pd.DataFrame,
    spec: dict[str, Any],
    header: Sequence[str],
    body: Iterable[Sequence[tables.Shown]],
    note: str = "",
) -> Picture:
    """A picture with its text alternative and its table; there is no other way to make one."""
    drawn = {name: _silent(part) for name, part in spec.items() if name != "description"}
    alternative = f"{title}. {sentence} {spec['description']}"
    cells = [tuple(line) for line in body]
    table = tables.table(title, header, cells)
    arrow = pa.Table.from_pandas(rows, preserve_index=False)
    plain = tuple(tuple(map(tables.words, line)) for line in cells)
    served = drawn | {"datasets": {theme.ROWS: _sent(arrow)}}
    return Picture(
        title, sentence, alternative, arrow, drawn, served, table, note, tuple(header), plain
    )


def _sent(rows: pa.Table) -> bytes:
    with BytesIO() as written:
        with pa.ipc.new_stream(written, rows.schema) as stream:
            stream.write_table(rows)
        return written.getvalue()


def _silent(part: Any) -> Any:
    """A part of a specification whose marks, axes and legends say nothing by themselves.

    The text alternative and the table speak. Vega's own labels would do so in English, and a mark
    without a word would be an image without text.
    """
    if isinstance(part, list):
        return [_silent(one) for one in part]
    if not isinstance(part, dict):
        return part
    quiet = {name: _silent(one) for name, one in part.items()}
    for name in ("mark", "axis", "legend"):
        if isinstance(quiet.get(name), dict):
            quiet[name] = quiet[name] | {"aria": False}
    return quiet
