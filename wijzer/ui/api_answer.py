"""Answers of the API: the rows of `publish`, or the table of a tile, as the public may see them.

Whoever asks is the public here, so that a page of another site, open in the browser of the team,
can never read what only the team may see.
"""

from datetime import date
from typing import Any

from wijzer import access, catalog, publish, texts
from wijzer.export import content, table
from wijzer.export.content import Codes, Facts, Tile
from wijzer.model import Indicator
from wijzer.publish import Row
from wijzer.publish.take_along import COLUMNS
from wijzer.ui import data, places, tiles
from wijzer.ui.api_question import Question, Refused
from wijzer.ui.tiles import wish

FIELDS = (
    *("code", "area_name", "domain", "indicator", "name", "year", "value", "unit", "value_text"),
    *("missing", "computed", "example", "sign", "word", "certainty"),
    *("municipality_name", "municipality_value", "municipality_text"),
    *("country_value", "country_text", "method", "population"),
    *("source", "tbl", "licence", "note"),
)
"""What JSON tells of a figure: the columns of the CSV by their own names, and a few more."""

Document = dict[str, Any]


def csv(question: Question) -> tuple[bytes, str]:
    """The answer as CSV, and a name for the file. Raises Refused."""
    if question.tile:
        one = _tile(question)
        return publish.table_csv(*table.whole(one)), content.file_name(one, "csv")
    told = _facts(question)
    name = content.named((told.place, told.subject), told.made_on, "csv")
    return publish.csv(figures(question)), name


def json(question: Question) -> Document:
    """The answer for a program. Raises Refused."""
    if question.tile:
        return _of_tile(_tile(question))
    rows, told = figures(question), _facts(question)
    return {
        **_about(told, places.where(question.place)),
        "title": texts.API_FIGURES_OF.format(wat=told.subject, gebied=told.place),
        "sources": list(wish.sources(rows)),
        "licences": list(dict.fromkeys(str(row["licence"]) for row in rows)),
        "benchmark": question.place.municipality.name,
        "rule": texts.RULE_SIGN,
        "example": any(row["example"] for row in rows),
        "indicator": _definition(question.indicator),
        "columns": {name: COLUMNS[name] for name in FIELDS if name in COLUMNS},
        "figures": [_figure(row) for row in rows],
    }


def figures(question: Question) -> list[Row]:
    """The figures that are asked for, as published. Raises Refused when there are none."""
    area = question.place.area.code
    if question.indicator:
        return _through_years(question, area)
    rows = data.profile(area, question.year)
    found = [row for row in rows if question.domain in ("", row["domain"])]
    if not found:
        raise Refused(404, texts.API_NOTHING)
    return found


def _through_years(question: Question, area: str) -> list[Row]:
    rows = publish.records(publish.all_years(data.store(), area, question.indicator))
    if not rows:
        known = [row["indicator"] for row in data.profile(area)]
        raise Refused(404, texts.API_NOT_HERE, "indicator", question.indicator, known)
    if question.year is None:
        return rows
    years = [str(int(row["year"])) for row in rows]
    if str(question.year) not in years:
        raise Refused(404, texts.API_NOT_HERE, "jaar", str(question.year), years)
    return [row for row in rows if int(row["year"]) == question.year]


def _facts(question: Question) -> Facts:
    """Where figures are about, and the page on which they stand."""
    year = str(question.year or "") if question.indicator else ""
    chosen = (("indicator", question.indicator), ("jaar", year), ("lijst", question.domain))
    codes = (*places.where(question.place), *((name, code) for name, code in chosen if code))
    asked = wish.Wish(access.PUBLIC, question.place, dict(codes))
    return wish.facts(asked, "profiel", codes, wish.Told(_subject(question)))


def _subject(question: Question) -> str:
    if question.indicator:
        return catalog.indicator(question.indicator).name
    return catalog.domain_names().get(question.domain, texts.ALL)


def _about(told: Facts, asked: Codes) -> Document:
    """What stands in every answer."""
    built = data.build()
    return {
        "place": told.place,
        "codes": dict(asked),
        "subject": told.subject,
        "page": told.address,
        "role": access.PUBLIC.role.value,
        "role_text": told.role,
        "made_on": told.made_on.isoformat(),
        "build": {"version": built["version"], "date": _day(built["data_date"])},
    }


def _day(when: date) -> str:
    return when.isoformat()[:10]


def _figure(row: Row) -> Document:
    """One figure with plain values: an empty cell is null."""
    return {name: _plain(row[name]) for name in FIELDS}


def _plain(cell: Any) -> Any:
    empty = cell is None or cell != cell  # NaN is not itself
    return None if empty else cell


def _definition(indicator: str) -> Document | None:
    """What the catalogue knows of an indicator."""
    if indicator not in catalog.indicators():
        return None
    one: Indicator = catalog.indicator(indicator)
    return {
        "id": one.id,
        "name": one.name,
        "question": one.question,
        "unit": one.unit,
        "decimals": one.decimals,
        "population": one.population,
        "method": one.method.value,
        "method_text": texts.METHOD_SENTENCE[one.method],
        "direction": one.direction.value,
        "direction_text": texts.DIRECTION_SENTENCE[one.direction],
        "source": f"{one.source}, {one.table}",
        "licence": one.licence,
        "url": one.url,
        "note": one.note,
        "breaks": [{"year": stop.year, "reason": stop.reason} for stop in one.breaks],
    }


def _tile(question: Question) -> Tile:
    one = tiles.made(access.PUBLIC, question.tile, question.codes)
    if one is None:
        raise Refused(404, texts.API_NOTHING)
    known = dict(one.codes)
    for name, code in question.codes:
        if name in known and name != "deel" and known[name] != code:
            raise Refused(404, texts.API_NOT_OF_TILE, name, code, [known[name]])
    return one


def _of_tile(one: Tile) -> Document:
    told = one.facts
    definition = _definition(dict(one.codes).get("indicator", ""))
    return {
        **_about(told, one.codes),
        "title": one.title,
        "sentence": one.sentence,
        "worth": one.worth,
        "note": one.note,
        "alternative": one.alternative,
        "sources": list(told.sources),
        "licences": [definition["licence"]] if definition else [],
        "period": told.period,
        "benchmark": told.benchmark,
        "rule": told.rule,
        "example": told.example,
        "indicator": definition,
        "facts": [{"label": label, "text": text} for label, text in told.lines()],
        "header": list(one.header),
        "body": [list(row) for row in one.body],
    }
