"""The tables of Bereik, as HTML in one element and as one file: the same rows, so they agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from wijzer import publish, texts
from wijzer.publish import Row
from wijzer.publish import reach_mirror as mirrors
from wijzer.publish import reach_told as told
from wijzer.publish.reach_told import Line
from wijzer.ui import data, entered, links, reach_door, tables
from wijzer.ui.reach_door import Asked


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title and what to say about it; `about` are the interventions of its rows,
    which lead to the plan."""

    title: str
    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    said: Sequence[str] = ()
    about: Sequence[Row] = ()

    @property
    def html(self) -> str:
        """Title, notes and table; nothing without a row or a note."""
        notes = "".join(f'<p class="wz-source">{escape(one)}</p>' for one in self.said if one)
        if not (self.rows or notes):
            return ""
        body = tables.table(self.caption, self.header, self._shown()) if self.rows else ""
        return f"<h2>{escape(self.title)}</h2>{notes}{body}"

    def _shown(self) -> Iterable[Sequence[tables.Shown]]:
        if not self.about:
            return self.rows
        return [
            [tables.Made(links.to("intervention", one)), *row[1:]]
            for one, row in zip(self.about, self.rows, strict=True)
        ]


def numbers(asked: Asked, said: Iterable[str]) -> str:
    """People, visits and indirect reach beside each other; of a part people alone."""
    found = zip(texts.REACH_NUMBERS, reach_door.opening(asked).numbers, strict=False)
    cells = "".join(
        f'<div><p class="wz-text"><b>{escape(name)}</b></p><p class="wz-big">{escape(number)}</p>'
        f'<p class="wz-source">{escape(help)}</p></div>'
        for name, (number, help) in found
    )
    notes = "".join(f'<p class="wz-source">{escape(one)}</p>' for one in said)
    return f'<div class="wz-beside">{cells}</div>{notes}'


@entered.kept
def shares(asked: Asked) -> Sheet:
    """The share of each target group that is reached."""
    opening = reach_door.opening(asked)
    return Sheet(
        texts.TARGET_SHARES_TITLE,
        texts.TARGET_SHARES_TABLE + reach_door.mark(asked),
        texts.TARGET_SHARES_HEADER,
        [[one.name, *one.cells] for one in opening.shares],
        opening.shares_said,
    )


@entered.kept
def sheets(asked: Asked) -> tuple[Sheet, ...]:
    """Per intervention, per year, who stops and why, and groups that are hard to reach."""
    found, here = (
        reach_door.reached(asked.visitor, asked.neighbourhood),
        reach_door.view(asked),
    )
    rows, state = reach_door.rows(asked), entered.everything()
    lines = told.by_intervention(data.store(), found, state, rows, asked.year)
    groups = publish.of(entered.seen(asked.visitor), "target_group", asked.neighbourhood)
    hidden = told.hidden_groups(found, state, groups, rows)
    return (
        _lines(asked, "BY_INTERVENTION", lines, [texts.INTENSITY_HELP]),
        _sheet(asked, "BY_YEAR", told.by_year(found, here.ids), [texts.BY_YEAR_HELP]),
        _lines(asked, "ENDED", told.ended_rows(found, rows), []),
        _sheet(asked, "HIDDEN_GROUPS", hidden, [] if hidden else [texts.NO_HIDDEN_GROUPS]),
    )


def _lines(asked: Asked, name: str, found: Sequence[Line], said: Sequence[str]) -> Sheet:
    rows = [[publish.title(one.row), *one.cells] for one in found]
    return _sheet(asked, name, rows, said if rows else (), [one.row for one in found])


def _sheet(
    asked: Asked,
    name: str,
    rows: Sequence[Sequence[str]],
    said: Sequence[str],
    about: Sequence[Row] = (),
) -> Sheet:
    words = texts.REACH_SHEETS[name]
    place = data.areas()[asked.area].name
    caption = words.caption.format(wijk=place) + reach_door.mark(asked)
    return Sheet(words.title, caption, words.header, rows, said, about)


@entered.kept
def html(asked: Asked) -> str:
    """All tables under each other."""
    return "".join(one.html for one in sheets(asked))


def csv_rows(asked: Asked) -> list[list[str]]:
    """Everything that stands in tables, a line per figure: table, row, column, figure, example."""
    found = [number_sheet(asked), shares(asked), *(_mirror(asked, one) for one in mirrors.TRAITS)]
    found += [] if asked.part else sheets(asked)
    example = texts.YES if reach_door.opening(asked).example else texts.NO
    return [
        [sheet.title, row[0], column, cell, example]
        for sheet in found
        for row in sheet.rows
        for column, cell in zip(sheet.header[1:], row[1:], strict=True)
        if cell
    ]


def number_sheet(asked: Asked) -> Sheet:
    """People, visits and indirect reach as a table; of a part people alone."""
    found = zip(texts.REACH_NUMBERS, reach_door.opening(asked).numbers, strict=False)
    rows = [[name, number, help] for name, (number, help) in found]
    caption = texts.REACH_NUMBERS_TABLE.format(gebied=data.areas()[asked.area].name)
    marked = caption + reach_door.mark(asked)
    return Sheet(texts.REACH_PAGE, marked, texts.REACH_NUMBERS_HEADER, rows)


def _mirror(asked: Asked, trait: str) -> Sheet:
    rows = [[row.name, *row.cells] for row in reach_door.mirror(asked, trait).rows]
    title = f"{texts.MIRROR_TITLE} {texts.MIRROR_TRAITS[trait]}"
    return Sheet(title, "", texts.MIRROR_HEADER, rows)
