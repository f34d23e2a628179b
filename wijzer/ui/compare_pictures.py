"""What Vergelijken draws and lists of the figures: panels through the years, heat, and places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from wijzer import catalog, publish, texts
from wijzer.charts import multiples, panels
from wijzer.charts.panels import Axes, Panel
from wijzer.model import Area, Break, Indicator
from wijzer.publish import Row
from wijzer.publish.compare_ranks import Ranked
from wijzer.ui import pictures, tables
from wijzer.ui.event_marks import Marks
from wijzer.ui.pictures import COUNTRY, Picture

Body = list[list[tables.Shown]]


@dataclass(frozen=True, slots=True)
class Course:
    """One figure of one neighbourhood through the years: its areas, rows, and events beside it."""

    area: Area
    municipality: Area
    position: int
    rows: pd.DataFrame
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class Trends:
    """The panels of a figure, one picture each, all of them in one picture, and one table.

    `note` tells where figures cannot be compared; `events` are tables of what is numbered.
    """

    panels: tuple[Picture, ...]
    together: Picture
    table: str
    note: str
    events: str


def of_trends(courses: Sequence[Course], one: Indicator) -> Trends:
    """One indicator through the years in panels with equal axes."""
    until = max((course.marks.until or 0 for course in courses if course.marks), default=0)
    every = pd.concat([course.rows for course in courses])
    years = [int(year) for year in every["year"]]
    alone = panels.axes(every["value"], years, until or None)
    header, body = _by_year(courses)
    title = texts.TRENDS_ALT.format(indicator=one.name)
    breaks = [texts.BREAK.format(jaar=stop.year, reden=stop.reason) for stop in _breaks(one, years)]
    whole = _together(courses, one, panels.axes(every["value"], years), title, header, body)
    return Trends(
        tuple(_panel(course, one, alone, years) for course in courses),
        whole,
        tables.table(title, header, body),
        " ".join(breaks),
        "".join(_events(course) for course in courses),
    )


def _breaks(one: Indicator, years: Sequence[int]) -> list[Break]:
    """Breaks between these years."""
    return [stop for stop in one.breaks if min(years) < stop.year <= max(years)]


def _panel(course: Course, one: Indicator, axes: Axes, years: Sequence[int]) -> Picture:
    """One panel as a picture of its own, with the axes of all."""
    header, body = _by_year([course])
    numbered = course.marks is not None and course.marks.until is not None
    return pictures.made(
        texts.TRENDS_PANEL_ALT.format(indicator=one.name, wijk=course.area.name),
        pictures.course(course.rows, one, course.area),
        panels.drawn([_drawn(course, one, years, numbered)], axes),
        multiples.spec(one.unit, one.decimals, axes, 1, numbered),
        header,
        body,
        course.marks.note() if course.marks else "",
    )


def _together(
    courses: Sequence[Course],
    one: Indicator,
    axes: Axes,
    title: str,
    header: Sequence[str],
    body: Body,
) -> Picture:
    """All panels in one picture, without the numbers of events: those need a list beside it."""
    years = list(axes.years)
    return pictures.made(
        title,
        " ".join(pictures.course(course.rows, one, course.area) for course in courses),
        panels.drawn([_drawn(course, one, years, False) for course in courses], axes),
        multiples.spec(one.unit, one.decimals, axes, len(courses), False),
        header,
        body,
        texts.TRENDS_HELP,
    )


def _drawn(course: Course, one: Indicator, years: Sequence[int], numbered: bool) -> Panel:
    own = {course.municipality.code: "municipality", COUNTRY: "country", course.area.code: "area"}
    rows = course.rows.rename(columns={"name": "area_name"})
    marks = course.marks.on_years(sorted(set(years))) if numbered and course.marks else []
    return Panel(
        course.area.name,
        course.municipality.name,
        texts.COUNTRY,
        course.position,
        rows.assign(kind=rows["area"].map(own)),
        tuple((stop.year, stop.reason) for stop in _breaks(one, years)),
        marks[0] if marks else None,
    )


def _by_year(courses: Sequence[Course]) -> tuple[list[str], Body]:
    """A row per year, the newest first; a column per area, Netherlands last."""
    text = {
        (row["area"], int(row["year"])): str(row["value_text"])
        for course in courses
        for row in publish.records(course.rows)
    }
    names = {
        area.code: area.name for course in courses for area in (course.area, course.municipality)
    } | {COUNTRY: texts.COUNTRY}
    years = sorted({year for _, year in text}, reverse=True)
    body: Body = [
        [str(year), *(text.get((code, year), texts.NO_FIGURE) for code in names)] for year in years
    ]
    return [texts.YEAR, *names.values()], body


def _events(course: Course) -> str:
    """The events of one neighbourhood as a table; empty without any."""
    if course.marks is None:
        return ""
    what = texts.EVENTS_TABLE[:1].lower() + texts.EVENTS_TABLE[1:]
    return course.marks.table(texts.TRENDS_EVENTS.format(wijk=course.area.name, wat=what))


def heat(
    ids: Sequence[str], profiles: Mapping[str, Mapping[str, Row]], names: Mapping[str, str]
) -> tuple[list[str], Body]:
    """Indicators by area, with number and sign in each cell; profiles by area and indicator."""
    body: Body = [
        [
            catalog.indicator(id).name,
            *(pictures.figure_cell(profiles[code].get(id)) for code in names),
        ]
        for id in ids
    ]
    return [texts.INDICATOR, *names.values()], body


def rank_rows(found: Sequence[Ranked]) -> tuple[list[str], Body]:
    """Places in a ranking: per figure a cell for each neighbourhood, and what they rest on."""
    names = [one.name for one in catalog.neighbourhoods().values()]
    body: Body = [[one.name, *one.cells, one.why] for one in found]
    return [texts.INDICATOR, *names, texts.RANK_WHY], body
