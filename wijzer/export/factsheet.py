"""The factsheet of a place: what stands on its two pages, and how that goes to the template."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wijzer import texts
from wijzer.export import typeset
from wijzer.export.content import Tile
from wijzer.export.qr import qr
from wijzer.export.typeset import Made

PEOPLE = 340
"""Width in pixels of the drawing of who live here."""
BESIDE = (400, 240)
"""Width and height in pixels of map and trend beside each other: letters of 8 points."""


Pairs = tuple[tuple[str, str], ...]
"""Label and text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure that stands out: value and benchmark as shown, the sign as mark and word, and how
    certain the difference is."""

    name: str
    value: str
    benchmark: str
    mark: str
    word: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Group:
    """A domain: on each side the figures that stand out, the farthest first."""

    title: str
    better: tuple[Finding, ...]
    worse: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A text with where it was published: name and address of the source."""

    text: str
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One of the four questions: an honest line, what it is worth, and whether it is invented."""

    question: str
    said: str
    worth: str
    example: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence with a list under it, the most important first; `example` when any is invented."""

    said: str
    items: tuple[str, ...] = ()
    example: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan: interventions by theme (rows) and pillar (columns), what runs and what lacks."""

    said: str
    header: tuple[str, ...] = ()
    body: tuple[tuple[str, ...], ...] = ()
    running: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    example: bool = False


@dataclass(frozen=True, slots=True)
class Factsheet:
    """Everything on the factsheet of one place, as published to one role.

    `place` is the area in view and `within` where it lies; `whole` the neighbourhood that story,
    themes and plan are about. `address` leads to the page; `reading` (how to read the signs)
    and `about` are label and text. `example` tells whether anything on it is invented.
    """

    place: str
    within: str
    whole: str
    municipality: str
    made_on: date
    lead: str
    worth: str
    story: Told
    threads: tuple[str, ...]
    thread_source: Told
    inhabitants: str
    people: Tile | None
    groups: tuple[Group, ...]
    figure: str
    map: Tile | None
    trend: Tile | None
    themes: Part
    plan: Plan
    questions: tuple[Line, ...]
    coming: Part
    reading: Pairs
    about: Pairs
    address: str
    example: bool


class Level(NamedTuple):
    """How full a page is. Most figures on each `side` of a domain, themes and actions (`items`),
    `names` of what runs, and `gaps`; height of the pictures in mm (`people`, `map`); whether the
    four questions say what their lines are `worth`; size of the letters in points."""

    side: int
    people: int
    map: int
    items: int
    names: int
    gaps: int
    worth: bool
    size: float


LEVELS = (
    Level(3, 70, 56, 8, 99, 9, True, 9.5),
    Level(2, 66, 56, 8, 10, 5, True, 9.5),
    Level(2, 64, 54, 7, 10, 4, True, 9),
    Level(2, 58, 52, 6, 8, 3, True, 9),
    Level(2, 50, 49, 5, 6, 2, True, 8.5),
    Level(2, 44, 46, 4, 5, 2, False, 8.5),
    Level(1, 40, 40, 3, 4, 1, False, 8.5),
    Level(1, 34, 34, 2, 2, 1, False, 8.5),
)
"""The fullest first; each page takes the first that fits."""


def content(one: Factsheet) -> Made:
    """What the template asks for."""
    return {
        "place": one.place,
        "within": one.within,
        "lead": one.lead,
        "worth": one.worth,
        "example": texts.FACTSHEET_EXAMPLE if one.example else "",
        "levels": [one._asdict() for one in LEVELS],
        "words": _words(one),
        "story": _told(one.story),
        "threads": one.threads,
        "thread_source": _told(one.thread_source),
        "inhabitants": one.inhabitants,
        "people": _picture(one.people, PEOPLE),
        "groups": [_group(group) for group in one.groups],
        "map": _picture(one.map, *BESIDE),
        "trend": _picture(one.trend, *BESIDE),
        "themes": _part(one.themes),
        "plan": _plan(one.plan),
        "questions": [_line(line) for line in one.questions],
        "coming": _part(one.coming),
        "reading": _pairs(one.reading),
        "about": _pairs(one.about),
        "address": one.address,
        "qr": typeset.drawn(qr(one.address), texts.VOTE_QR.format(adres=one.address)),
    }


def _words(one: Factsheet) -> Made:
    """Headings and labels."""
    return {
        "kicker": texts.FACTSHEET,
        "made": texts.MADE_ON.format(datum=texts.date(one.made_on)),
        "story": texts.STORY_TITLE.format(wijk=one.whole),
        "thread": texts.THREAD,
        "people": texts.PEOPLE_TITLE.format(gebied=one.place),
        "findings": texts.FACTSHEET_FINDINGS.format(gebied=one.place),
        "findings_header": [
            word.format(gebied=one.place, gemeente=one.municipality)
            for word in texts.FACTSHEET_HEADER
        ],
        "none": texts.NOTHING_STANDS_OUT,
        "figure": texts.FACTSHEET_FIGURE.format(cijfer=one.figure),
        "themes": texts.marked(texts.FACTSHEET_THEMES.format(wijk=one.whole), one.themes.example),
        "plan": texts.marked(texts.FACTSHEET_PLAN.format(wijk=one.whole), one.plan.example),
        "running": texts.FACTSHEET_RUNNING,
        "gaps": texts.GAPS_TITLE,
        "questions": texts.FACTSHEET_QUESTIONS,
        "coming": texts.marked(texts.FACTSHEET_COMING, one.coming.example),
        "about": texts.FACTSHEET_ABOUT,
        "on_map": texts.FACTSHEET_ON_MAP,
        "through_time": texts.TREND_TITLE,
        "source": texts.SOURCE,
        "more": texts.FACTSHEET_MORE,
        "link": texts.FACTSHEET_LINK,
    }


def _pairs(found: Pairs) -> list[dict[str, str]]:
    return [{"label": label, "said": said, "to": ""} for label, said in found]


def _told(one: Told) -> dict[str, str]:
    return {"said": one.text, "source": one.source, "to": one.url}


def _part(one: Part) -> Made:
    return {"said": one.said, "items": one.items}


def _plan(one: Plan) -> Made:
    return {
        "said": one.said,
        "header": one.header,
        "body": one.body,
        "running": one.running,
        "gaps": one.gaps,
    }


def _group(one: Group) -> Made:
    return {
        "title": one.title,
        "better": [_finding(found) for found in one.better],
        "worse": [_finding(found) for found in one.worse],
    }


def _finding(one: Finding) -> tuple[str, ...]:
    return (one.name, one.value, one.benchmark, one.mark, one.word, one.certainty)


def _line(one: Line) -> dict[str, str]:
    question = texts.marked(one.question, one.example)
    return {"question": question, "said": one.said, "worth": one.worth}


def _picture(tile: Tile | None, width: int, height: int | None = None) -> Made | None:
    """The drawing of a tile with its sentence and its small print."""
    if tile is None or tile.drawing is None:
        return None
    made = typeset.picture(tile.drawing, typeset.alternative(tile), width, height)
    return made | {"sentence": tile.sentence, "note": tile.note}
