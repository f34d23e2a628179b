"""Pictures of Focus: the parts of a light, and sessions agreed and held over time."""

from dataclasses import replace
from typing import Any

import pandas as pd

from wijzer import publish, texts
from wijzer.charts import course, parts, trend
from wijzer.publish import Event, Focus, Month
from wijzer.ui import event_marks, pictures
from wijzer.ui.pictures import Picture


def of_parts(one: Focus, limits: publish.Limits, position: int) -> Picture:
    """The parts of a light against its limits."""
    name = publish.named(one.row)
    shown = [part.shown for part in one.parts]
    top = min(parts.LONGEST, max([1.0, *(share for share in shown if share is not None)]))
    frame = pd.DataFrame(
        {
            "order": range(len(one.parts)),
            "name": [texts.FOCUS_PART[part.id] for part in one.parts],
            "length": pd.Series(shown, dtype="float64"),
            "text": [part.text for part in one.parts],
        }
    )
    return pictures.made(
        texts.PARTS_TABLE.format(naam=name),
        one.by_figures,
        frame,
        parts.spec(limits.green, limits.amber, round(top, 2), position),
        texts.PARTS_HEADER,
        publish.part_rows(one),
    )


def of_course(one: Focus, found: list[Month], events: list[Event], position: int) -> Picture:
    """Sessions agreed and held, added up by month, with what happened in that time."""
    name = publish.named(one.row)
    first, last = found[0].first.year, found[-1].last.year + 1
    marks = event_marks.split(events, first - 0.5, last - 0.5)
    rows = pd.concat(
        [pd.DataFrame(_points(found, first)), marks.rows(first, last, as_calendar=True)],
        ignore_index=True,
    )
    agreed = found[-1].agreed
    cancelled = sum(month.cancelled for month in found)
    picture = pictures.made(
        texts.COURSE_ALT.format(naam=name),
        texts.course_sentence(name, found[-1].held, agreed, cancelled),
        rows,
        course.spec(first, last, position),
        texts.COURSE_HEADER,
        publish.course_rows(found),
        texts.COURSE_BARS if agreed is not None else f"{texts.COURSE_BARS} {texts.NO_AGREEMENT}",
    )
    note = f"{picture.note} {marks.note()}" if events else picture.note
    return replace(picture, note=note, table=picture.table + (marks.table() if events else ""))


def _points(found: list[Month], first: int) -> list[dict[str, Any]]:
    """Rows of `charts.course`; both lines begin at nothing."""
    rows: list[dict[str, Any]] = []
    start = max(float(first), found[0].at - 1 / 12)
    for kind, word in (("agreed", texts.COURSE_AGREED), ("held", texts.COURSE_HELD)):
        counts = [(month, getattr(month, kind)) for month in found]
        known = [(month, count) for month, count in counts if count is not None]
        rows += [{"kind": kind, "year": start, "value": 0}] if known else []
        rows += [
            {
                "kind": kind,
                "year": month.at,
                "value": count,
                "told": f"{texts.month(month.first)}: {word} {texts.number(count)}",
            }
            for month, count in known
        ]
        if known:
            rows[-1] |= {"label": word}
    _labels_apart(rows)
    return rows + [
        {
            "kind": "cancelled",
            "year": month.at - 1 / 24,
            "value": month.cancelled,
            "told": f"{texts.month(month.first)}: {month.reasons}",
        }
        for month in found
        if month.cancelled
    ]


def _labels_apart(rows: list[dict[str, Any]]) -> None:
    """The places of both names: never over each other."""
    ends = sorted((row for row in rows if "label" in row), key=lambda row: float(row["value"]))
    top = max((float(row["value"]) for row in rows), default=1.0)
    places = trend.apart([float(row["value"]) for row in ends], 0.08 * max(top, 1.0))
    for row, place in zip(ends, places, strict=True):
        row["label_value"] = place
