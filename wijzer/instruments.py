"""Questionnaires as data: items, answers and how they are scored, from `data/instruments/*.toml`.

A file holds one instrument; its name is the id. Nothing about the scoring is in code: `stats.scales`
follows what stands here. A fault in a file is found when it is loaded.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

from wijzer.catalog import DATA
from wijzer.model import Direction

FOLDER = DATA / "instruments"


class BadInstrument(Exception):
    """A file that cannot be used; the message names the file and all that is wrong with it."""


class UnknownInstrument(KeyError):
    """An instrument id that data/instruments does not have."""


class InstrumentNotReady(Exception):
    """An instrument whose items have not been filled in yet; the message is its name."""


class Purpose(StrEnum):
    """To measure with, or only to talk about: no change is computed from the latter."""

    MEASURE = "measure"
    TALK = "talk"


class Rule(StrEnum):
    """How the answers become one figure. COUNT: items that earn a point; SHARE: their fraction."""

    SUM = "sum"
    MEAN = "mean"
    COUNT = "count"
    SHARE = "share"


class Impute(StrEnum):
    """What stands in for a missing answer: nothing, or the mean of the item in the group."""

    NONE = "none"
    ITEM_MEAN = "item_mean"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer on the form and what it is worth."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or question; `text` is a neutral label where the wording is not free."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Cutoff:
    """From this score on, up to the next cut-off, a score has this label."""

    low: float
    label: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A yes/no outcome: yes from `at_least` on, or yes below `below`; one of the two is given."""

    id: str
    name: str
    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """These answers to these items earn a point; any other answer earns none."""

    items: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A score: made of items, or of earlier scales (`of`); the result is rule × factor + plus.

    `low` and `high` are the lowest and highest score there can be. At most `max_missing` answers
    may be missing (None: any number) and at least the fraction `min_share` must be there. `size`
    is the number of items it should have. A label is looked up after rounding to
    `cutoff_decimals`. `minimal` is the smallest change, in points, that matters to people.
    """

    id: str
    name: str
    rule: Rule
    low: float
    high: float
    way: Direction
    items: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    factor: float = 1.0
    plus: float = 0.0
    max_missing: int | None = 0
    min_share: float = 0.0
    impute: Impute = Impute.NONE
    counts: tuple[Count, ...] = ()
    cutoffs: tuple[Cutoff, ...] = ()
    cutoff_decimals: int | None = None
    flags: tuple[Flag, ...] = ()
    minimal: float | None = None
    minimal_source: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire. `version` is that of the scoring, `primary` the scale that is the outcome.

    An answer is one of `answers`, or any number from `low` to `high` when there are none. Figures
    may be drawn in one line only when their instruments have the same `series`.
    """

    id: str
    name: str
    version: str
    purpose: Purpose
    question: str
    primary: str
    population: str
    source: str
    url: str
    licence: str
    note: str
    series: str
    items_public: bool
    low: float
    high: float
    scales: tuple[Scale, ...]
    items: tuple[Item, ...] = ()
    answers: tuple[Answer, ...] = ()
    size: int | None = None

    @property
    def ready(self) -> bool:
        """Whether every scale knows its items, so that answers can be scored."""
        return all(one.items or one.of for one in self.scales)

    def scale(self, id: str) -> Scale:
        """The scale with this id. Raises KeyError."""
        return {one.id: one for one in self.scales}[id]


@cache
def instruments() -> dict[str, Instrument]:
    """All instruments of the project by id, in the order of the files. Raises BadInstrument."""
    return load(FOLDER)


def instrument(id: str) -> Instrument:
    """The instrument with this id. Raises UnknownInstrument."""
    try:
        return instruments()[id]
    except KeyError as error:
        raise UnknownInstrument(id) from error


def load(folder: Path) -> dict[str, Instrument]:
    """The instruments in any folder. Raises BadInstrument."""
    return {file.stem: _read(file) for file in sorted(folder.glob("*.toml"))}


def filled(instrument: Instrument, items: Mapping[str, Sequence[str]]) -> Instrument:
    """The instrument with other items in the scales named, by scale id. Raises BadInstrument.

    For a map from items to factors that is not in the data, or a shorter form. An item that the
    instrument did not have has its id for a text.
    """
    scales = tuple(replace(s, items=tuple(items.get(s.id, s.items))) for s in instrument.scales)
    texts = {one.id: one for one in instrument.items}
    used = dict.fromkeys(id for one in scales for id in one.items)
    found = tuple(texts.get(id, Item(id, id)) for id in used)
    return _checked(instrument.id, replace(instrument, items=found, scales=scales))


def _read(file: Path) -> Instrument:
    try:
        block = tomllib.loads(file.read_text("utf-8"))
        return _checked(file.name, _typed(file.stem, block))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise BadInstrument(f"{file.name}: {error}") from error


def _typed(id: str, block: dict[str, Any]) -> Instrument:
    values = [one["value"] for one in block.get("answers", ())]
    ends = {"low": min(values), "high": max(values)} if values else {}
    parts = {
        "purpose": Purpose(block["purpose"]),
        "answers": tuple(Answer(**one) for one in block.get("answers", ())),
        "items": tuple(Item(**one) for one in block.get("items", ())),
        "scales": tuple(_scale(one) for one in block["scales"]),
    }
    return Instrument(id=id, **(block | ends | parts))


def _scale(block: dict[str, Any]) -> Scale:
    parts: dict[str, Any] = {
        "rule": Rule(block["rule"]),
        "way": Direction(block["way"]),
        "impute": Impute(block.get("impute", "none")),
        "max_missing": block.get("max_missing", None if "min_share" in block else 0),
        "cutoffs": tuple(Cutoff(**one) for one in block.get("cutoffs", ())),
        "flags": tuple(Flag(**one) for one in block.get("flags", ())),
        "counts": tuple(Count(**_tuples(one)) for one in block.get("counts", ())),
    }
    return Scale(**(_tuples(block) | parts))


def _tuples(block: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in block.items()}


def _checked(where: str, one: Instrument) -> Instrument:
    found = list(_faults(one))
    for place, scale in enumerate(one.scales):
        earlier = {before.id: before for before in one.scales[:place]}
        about = [*_map_faults(one, scale, earlier), *_rule_faults(one, scale)]
        about += [*_label_faults(scale), *_range_faults(one, scale, earlier)]
        found += [f"schaal '{scale.id}': {fault}" for fault in about]
    if found:
        raise BadInstrument(f"{where}: {'; '.join(found)}")
    return one


def _faults(one: Instrument) -> Iterator[str]:
    if not one.low < one.high:
        yield f"antwoorden van {one.low} tot {one.high} kan niet"
    lists = {
        "antwoord": [x for a in one.answers for x in (a.value, a.label.casefold())],
        "stelling": [item.id for item in one.items],
        "schaal": [scale.id for scale in one.scales],
        "uitkomst": [flag.id for scale in one.scales for flag in scale.flags],
    }
    yield from (f"{name} staat er twee keer in" for name, ids in lists.items() if _twice(ids))
    if one.primary not in lists["schaal"]:
        yield f"onbekende schaal '{one.primary}' als uitkomst"
    used = {id for scale in one.scales for id in scale.items}
    if unused := [id for id in lists["stelling"] if id not in used]:
        yield f"stelling {', '.join(unused)} hoort bij geen schaal"
    if one.ready and one.size not in (None, len(one.items)):
        yield f"{len(one.items)} stellingen in plaats van {one.size}"


def _map_faults(one: Instrument, scale: Scale, earlier: Mapping[str, Scale]) -> Iterator[str]:
    items = {item.id for item in one.items}
    if bool(scale.items) == bool(scale.of) and (scale.items or one.items_public):
        yield "geef stellingen of schalen, niet allebei en niet geen van beide"
    yield from (f"onbekende stelling '{id}'" for id in scale.items if id not in items)
    yield from (f"onbekende schaal '{id}'" for id in scale.of if id not in earlier)
    yield from (f"omgekeerde '{id}' hoort er niet bij" for id in {*scale.reversed} - {*scale.items})
    if any(_twice(ids) for ids in (scale.items, scale.of, scale.reversed)):
        yield "een stelling staat er twee keer in"
    if scale.items and scale.size not in (None, len(scale.items)):
        yield f"{len(scale.items)} stellingen in plaats van {scale.size}"


def _rule_faults(one: Instrument, scale: Scale) -> Iterator[str]:
    counting, labels = scale.rule in (Rule.COUNT, Rule.SHARE), {a.label for a in one.answers}
    if sorted(id for c in scale.counts for id in c.items) != sorted(
        scale.items if counting else ()
    ):
        yield "telling en stellingen passen niet bij elkaar"
    if unknown := {label for c in scale.counts for label in c.answers} - labels:
        yield f"onbekend antwoord {', '.join(sorted(unknown))}"
    if counting and (scale.of or scale.reversed or scale.impute is not Impute.NONE):
        yield "wie telt, keert niet om en vult niet aan"
    if scale.rule is Rule.SUM and scale.max_missing != 0 and scale.impute is Impute.NONE:
        yield "een som met ontbrekende antwoorden telt te laag"
    if scale.factor <= 0 or not 0 <= scale.min_share <= 1 or (scale.max_missing or 0) < 0:
        yield "factor, min_share of max_missing kan niet"
    if scale.minimal is not None and not (scale.minimal > 0 and scale.minimal_source):
        yield "een kleinste verschil is meer dan 0 en heeft een bron"


def _label_faults(scale: Scale) -> Iterator[str]:
    lows = [one.low for one in scale.cutoffs]
    if lows and (lows != sorted(set(lows)) or lows[0] != scale.low or lows[-1] > scale.high):
        yield "grenzen staan niet op volgorde of beginnen niet onderaan"
    for flag in scale.flags:
        given = [x for x in (flag.at_least, flag.below) if x is not None]
        if len(given) != 1 or not scale.low < given[0] <= scale.high:
            yield f"grens van '{flag.id}' kan niet"


def _range_faults(one: Instrument, scale: Scale, earlier: Mapping[str, Scale]) -> Iterator[str]:
    """The range given must be the one that the rule leads to."""
    ranges = [(earlier[id].low, earlier[id].high) for id in scale.of if id in earlier]
    each = (0.0, 1.0) if scale.rule in (Rule.COUNT, Rule.SHARE) else (one.low, one.high)
    ranges += [each] * len(scale.items)
    parts = len(ranges) if scale.rule in (Rule.MEAN, Rule.SHARE) else 1
    for given, sums in zip((scale.low, scale.high), zip(*ranges, strict=True), strict=False):
        possible = sum(sums) / parts * scale.factor + scale.plus
        if not isclose(given, possible, abs_tol=1e-9):
            yield f"{given} is niet het uiterste van de score, dat is {possible:g}"


def _twice(ids: Sequence[object]) -> bool:
    return len(set(ids)) < len(ids)
