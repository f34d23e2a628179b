"""A tile: one picture of a page with all that must go along when it leaves the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa

from wijzer import texts

Codes = tuple[tuple[str, str], ...]
"""The choices that lead to a view, as in its link: (name, code), in the order of the link."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader must know of figures that left their page.

    `place` and `subject` as on the screen; `sources` with table and year; `period` is the date of
    the figures; `filters` are label and value of what was chosen; `address` leads back.
    """

    place: str
    subject: str
    address: str
    made_on: date
    sources: tuple[str, ...] = ()
    period: str = ""
    benchmark: str = ""
    rule: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    role: str = ""
    example: bool = False

    def lines(self) -> list[tuple[str, str]]:
        """All of it as label and text, without what is empty."""
        example = texts.EXAMPLE_SENTENCE if self.example else ""
        found = [
            (texts.FACT_EXAMPLE, example),
            (texts.FACT_PLACE, self.place),
            (texts.FACT_SUBJECT, self.subject),
            (texts.FACT_PERIOD, self.period),
            (texts.FACT_SOURCE, "; ".join(self.sources)),
            (texts.FACT_BENCHMARK, self.benchmark),
            (texts.FACT_RULE, self.rule),
            *self.filters,
            (texts.FACT_ROLE, self.role),
            (texts.FACT_MADE, texts.date(self.made_on)),
            (texts.FACT_ADDRESS, self.address),
        ]
        return [(label, text) for label, text in found if text]

    def small(self) -> str:
        """The same in one line, for under a picture: source, benchmark, date and mark."""
        mark = texts.EXAMPLE_SENTENCE if self.example else ""
        source = f"{texts.SOURCE}: {'; '.join(self.sources)}." if self.sources else ""
        benchmark = f"{texts.FACT_BENCHMARK}: {self.benchmark}." if self.benchmark else ""
        made = texts.MADE_ON.format(datum=texts.date(self.made_on))
        return " ".join(filter(None, [mark, source, benchmark, made]))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A Vega-Lite specification without data, and its rows; `is_map` for a map of areas."""

    spec: dict[str, Any]
    rows: pa.Table
    is_map: bool = False


@dataclass(frozen=True, slots=True)
class Native:
    """A chart that PowerPoint itself can draw: 'line' or 'bar', with numbers as they are shown.

    `series` are name and values per category; None where there is no figure.
    """

    form: str
    unit: str
    decimals: int
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture or table of a page, as published to one role.

    `page` and `codes` are the view it stands on; `header` and `body` are the table in plain text,
    the only home of the numbers. `slide` is the drawing for a beamer when that differs: few rows.
    A tile without a drawing is a table.
    """

    id: str
    page: str
    codes: Codes
    title: str
    sentence: str
    facts: Facts
    header: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    worth: str = ""
    alternative: str = ""
    note: str = ""
    drawing: Drawing | None = None
    slide: Drawing | None = None
    native: Native | None = None

    @property
    def query(self) -> str:
        """The choices as a query string."""
        return urlencode(self.codes)

    @property
    def view(self) -> str:
        """The link to the view that this tile stands on."""
        return f"/{self.page}?{self.query}"

    @property
    def large(self) -> Drawing | None:
        """The drawing for a beamer."""
        return self.slide or self.drawing

    @property
    def partial(self) -> bool:
        """Whether the drawing for a beamer leaves out rows of the one on the page."""
        drawn, whole = self.slide, self.drawing
        return bool(drawn and whole and drawn.rows.num_rows < whole.rows.num_rows)


def file_name(tile: Tile, ending: str) -> str:
    """The name of a file: place, subject and day, in small ASCII letters."""
    return named((tile.facts.place, tile.facts.subject), tile.facts.made_on, ending)


def named(about: Iterable[str], day: date, ending: str) -> str:
    """The name of a file about this, made on a day."""
    return f"{'-'.join(filter(None, [*map(slug, about), day.isoformat()]))}.{ending}"


def slug(text: str) -> str:
    """A name as it can stand in a file name: "Den Haag Zuidwest" → "den-haag-zuidwest"."""
    plain = texts.without_accents(text).lower()
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain)
    return "-".join(kept.split())[:80].strip("-")


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a tile, or words of our own. `layout` is a code of `lists.CODES["layout"]`.

    `lines` are the words under the title: of a text, an agenda, a vote or a list of actions.
    `link` is an address to scan with a phone: of a vote. `id` is that of a slide that people made.
    """

    title: str
    layout: str
    tile: Tile | None = None
    lines: tuple[str, ...] = ()
    example: bool = False
    link: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation in its order. `actions` are told beside every slide; `address` opens it."""

    title: str
    place: str
    address: str
    made_on: date
    slides: tuple[Slide, ...]
    actions: tuple[str, ...] = ()
