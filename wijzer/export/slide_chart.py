"""A chart that PowerPoint draws itself, with the numbers of a tile: to edit, copy and restyle."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from wijzer import catalog, palette
from wijzer.export.content import Native, Tile
from wijzer.export.slide_master import LANGUAGE, Box, rgb
from wijzer.model import Sign

SIZE = 14
"""Smallest letters in a chart, in points."""
MOST_BARS = 15
"""On one slide: more would leave no room for letters of SIZE beside each bar."""
MOST_SERIES = 6
MOST_LABELLED = 8
"""Points of a line that all get their number; of a longer one the first and last do."""
GREYS = (palette.SOFT, palette.SIGN_COLOUR[Sign.SIMILAR])
"""What stands beside the area itself: municipality and country."""

_Data: Any = CategoryChartData  # which has no types
_EPOCH = date(1899, 12, 30)


def readable(native: Native) -> bool:
    """Whether there is anything to draw, and not more series than can be told apart."""
    known = any(one is not None for _, values in native.series for one in values)
    return known and len(native.series) <= MOST_SERIES


def fitting(native: Native) -> Native:
    """The chart as far as one slide can hold it.

    Of many groups those stay, in their order, whose figures differ most: the largest figures when
    there is one series.
    """
    most = max(1, MOST_BARS // len(native.series))
    if native.form == "line" or len(native.categories) <= most:
        return native
    by_spread = sorted(range(len(native.categories)), key=lambda place: -_spread(native, place))
    kept = sorted(by_spread[:most])
    return replace(
        native,
        categories=tuple(native.categories[place] for place in kept),
        series=tuple(
            (name, tuple(values[place] for place in kept)) for name, values in native.series
        ),
    )


def _spread(native: Native, place: int) -> float:
    known = [one for one in (values[place] for _, values in native.series) if one is not None]
    if len(native.series) == 1:
        known.append(0.0)
    return max(known) - min(known) if known else -1.0


def add(shapes: Any, native: Native, tile: Tile, box: Box) -> Any:
    """Draw the chart in its place; returns its frame on the slide."""
    kind = XL_CHART_TYPE.LINE_MARKERS if native.form == "line" else XL_CHART_TYPE.BAR_CLUSTERED
    frame = shapes.add_chart(kind, *map(Pt, box), _data(native))
    chart = frame.chart
    chart.font.size, chart.font.color.rgb = Pt(SIZE), rgb(palette.INK)
    chart.has_title = False
    chart._chartSpace.find(qn("c:date1904")).addnext(_language())
    chart.has_legend = len(native.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(chart, native)
    colours = series_colours(tile, [name for name, _ in native.series])
    paint = _lines if native.form == "line" else _bars
    paint(chart.plots[0], native, colours)
    return frame


def _language() -> Any:
    made = OxmlElement("c:lang")
    made.set("val", LANGUAGE)
    return made


def _data(native: Native) -> Any:
    data = _Data(number_format=number_format(native))
    if native.form == "line" and _are_years(native.categories):
        # Years on an axis of time: 2012 to 2016 is twice as wide as 2020 to 2022. Such an axis
        # counts days, so that the year 2012 is given as day 2012.
        days = [_EPOCH + timedelta(days=int(year)) for year in native.categories]
        data.categories = days
        data.categories.number_format = "0"
    else:
        data.categories = native.categories
    for name, values in native.series:
        data.add_series(name, values)
    return data


def _are_years(categories: Sequence[str]) -> bool:
    years = [int(one) for one in categories if len(one) == 4 and one.isdecimal()]
    return len(years) == len(categories) and years == sorted(set(years))


def number_format(native: Native) -> str:
    """How PowerPoint writes a number: `#,##0.0" km"` is 1.234,5 km on a Dutch machine."""
    part = f".{'0' * native.decimals}" if native.decimals else ""
    space = "" if native.unit in ("", "%") else " "
    unit = native.unit.replace('"', "")
    positive = f'#,##0{part}"{space}{unit}"' if unit else f"#,##0{part}"
    # A true minus, as on the screen.
    return f"{positive};−{positive}"


def _axes(chart: Any, native: Native) -> None:
    values = chart.value_axis
    lowest = min(one for _, found in native.series for one in found if one is not None)
    if lowest >= 0:
        values.minimum_scale = 0
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.number_format = number_format(native)
    values.tick_labels.number_format_is_linked = False
    values.format.line.fill.background()
    values.major_gridlines.format.line.color.rgb = rgb(palette.LINE)
    groups = chart.category_axis
    groups.major_tick_mark = XL_TICK_MARK.NONE
    groups.format.line.color.rgb = rgb(palette.SOFT)
    groups.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if native.form == "line":
        # The axis stays one of time, also when somebody edits the numbers.
        groups._element.find(qn("c:auto")).set("val", "0")
        for year in chart._chartSpace.xpath(".//c:cat/c:numRef//c:pt/c:v"):
            year.text = year.text.removesuffix(".0")
    else:
        # Every bar has its number: lines and numbers of the axis would be more ink, not more told.
        values.has_major_gridlines = False
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        groups.reverse_order = True


def _bars(plot: Any, native: Native, colours: Sequence[str]) -> None:
    plot.gap_width, plot.overlap = 45, 0
    for series, colour in zip(plot.series, colours, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(colour)
        series.invert_if_negative = False
        _labels(series.data_labels, native, XL_LABEL_POSITION.OUTSIDE_END)


def _labels(labels: Any, native: Native, position: Any) -> None:
    labels.show_value = True
    labels.position = position
    labels.font.size = Pt(SIZE)
    labels.number_format = number_format(native)
    labels.number_format_is_linked = False


_BESIDE = (
    *(XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW),
    *(XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.LEFT),
)
_DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT)


def _lines(plot: Any, native: Native, colours: Sequence[str]) -> None:
    # The area itself first: its line is whole and its numbers stand above it.
    order = sorted(range(len(colours)), key=lambda place: colours[place] in GREYS)
    for rank, place in enumerate(order):
        series, colour = plot.series[place], colours[place]
        own = colour not in GREYS
        _line(series, colour, own, _DASHES[rank % len(_DASHES)])
        _on_points(series, _BESIDE[rank % len(_BESIDE)], every=own)


def _line(series: Any, colour: str, own: bool, dash: Any) -> None:
    series.smooth = False
    line, marker = series.format.line, series.marker
    line.color.rgb, line.width, line.dash_style = rgb(colour), Pt(3.5 if own else 2.25), dash
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 9 if own else 7
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = rgb(colour)
    marker.format.line.color.rgb = rgb(palette.PAPER)


def _on_points(series: Any, position: Any, every: bool) -> None:
    """Numbers at the points of a line; of what stands beside the area only at the last one."""
    known = [place for place, value in enumerate(series.values) if value is not None]
    if not every:
        known = known[-1:]
    elif len(known) > MOST_LABELLED:
        known = [known[0], known[-1]]
    for place in known:
        label = series.points[place].data_label
        label.position = position
        label.font.size = Pt(SIZE)


def series_colours(tile: Tile, names: Sequence[str]) -> list[str]:
    """A colour per series: the area in its neighbourhood's hue, what stands beside it in grey.

    Series that are neighbourhoods have their own hues; others get colours that differ.
    """
    own = _hue(dict(tile.codes).get("wijk", ""))
    mine = [_is_place(name, tile.facts.place) for name in names]
    if any(mine):
        greys = cycle(GREYS)
        return [own if one else next(greys) for one in mine]
    hues = {one.name: _hue(id) for id, one in catalog.neighbourhoods().items()}
    if set(names) & set(hues):
        return [hues.get(name, GREYS[0]) for name in names]
    return [own, palette.INK, GREYS[1], *palette.SECTORS][: len(names)]


def _hue(neighbourhood: str) -> str:
    known = list(catalog.neighbourhoods())
    return palette.hue(known.index(neighbourhood)) if neighbourhood in known else palette.ACCENT


def _is_place(name: str, place: str) -> bool:
    return place == name or place.startswith(f"{name} (")
