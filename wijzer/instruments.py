"""Questionnaires as data, scoring and all: one `data/instruments/*.toml` each, checked on load."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Literal

from wijzer.catalog import DATA
from wijzer.model import Direction


class BadInstrument(Exception):
    """A file that cannot be used; the message names the file and all that is wrong with it."""


class UnknownInstrument(KeyError):
    """An instrument id that data/instruments does not have."""


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

    `low` and `high` are the lowest and highest score. At most `max_missing` answers may be missing
    (None: any number), at least the fraction `min_share` must be there, and with `impute` the mean
    of the item in the group stands in. `size` is how many items there should be. A label is looked
    up after rounding to `cutoff_decimals`. `minimal` is the smallest change, in points, to matter.
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
    impute: Literal["none", "item_mean"] = "none"
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

    Answers are `answers`, or any number from `low` to `high`. One line in a chart: one `series`.
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
    return load(DATA / "instruments")


def instrument(id: str) -> Instrument:
    """The instrument with this id. Raises UnknownInstrument."""
    if id not in instruments():
        raise UnknownInstrument(id)
    return instruments()[id]


def load(folder: Path) -> dict[str, Instrument]:
    """The instruments in any folder. Raises BadInstrument."""
    return {file.stem: _read(file) for file in sorted(folder.glob("*.toml"))}


def filled(instrument: Instrument, items: Mapping[str, Sequence[str]]) -> Instrument:
    """The instrument with other items in the scales named, by scale id. Raises BadInstrument.

    An item that the instrument did not have has its id for a text.
    """
    scales = tuple(replace(s, items=tuple(items.get(s.id, s.items))) for s in instrument.scales)
    texts = {one.id: one for one in instrument.items}
    ids = dict.fromkeys(id for one in scales for id in one.items)
    known = tuple(texts.get(id, Item(id, id)) for id in ids)
    return _checked(instrument.id, replace(instrument, items=known, scales=scales))


def _read(file: Path) -> Instrument:
    try:
        return _checked(file.name, _typed(file.stem, tomllib.loads(file.read_text("utf-8"))))
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
        "max_missing": block.get("max_missing", None if "min_share" in block else 0),
        "cutoffs": tuple(Cutoff(**one) for one in block.get("cutoffs", ())),
        "flags": tuple(Flag(**one) for one in block.get("flags", ())),
        "counts": tuple(Count(**_tuples(one)) for one in block.get("counts", ())),
    }
    return Scale(**(_tuples(block) | parts))


def _tuples(block: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in block.items()}


def _checked(where: str, one: Instrument) -> Instrument:
    found = [fault for fault, wrong in _faults(one).items() if wrong]
    for place, scale in enumerate(one.scales):
        earlier = {before.id: before for before in one.scales[:place]}
        about = _map_faults(one, scale, earlier) | _rule_faults(one, scale)
        about |= _score_faults(one, scale, earlier)
        found += [f"schaal '{scale.id}': {fault}" for fault, wrong in about.items() if wrong]
    if found:
        raise BadInstrument(f"{where}: {'; '.join(found)}")
    return one


def _faults(one: Instrument) -> dict[str, bool]:
    items, scales = [item.id for item in one.items], [scale.id for scale in one.scales]
    flags = [flag.id for scale in one.scales for flag in scale.flags]
    labels, values = [a.label.casefold() for a in one.answers], [a.value for a in one.answers]
    unused = {*items} - {id for scale in one.scales for id in scale.items}
    size = one.size if one.ready and one.size is not None else len(items)
    return {
        f"antwoorden van {one.low} tot {one.high} kan niet": not one.low < one.high,
        "een antwoord staat er twee keer in": _twice(labels) or _twice(values),
        "een stelling staat er twee keer in": _twice(items),
        "een schaal of uitkomst staat er twee keer in": _twice(scales) or _twice(flags),
        f"onbekende schaal '{one.primary}' als uitkomst": one.primary not in scales,
        f"hoort bij geen schaal: {', '.join(sorted(unused))}": bool(unused),
        f"{len(items)} stellingen in plaats van {size}": len(items) != size,
    }


def _map_faults(one: Instrument, scale: Scale, earlier: Mapping[str, Scale]) -> dict[str, bool]:
    strange = {*scale.items} - {item.id for item in one.items} | {*scale.of} - earlier.keys()
    outside, n = {*scale.reversed} - {*scale.items}, len(scale.items)
    return {
        "geef stellingen of schalen, niet allebei": n > 0 and bool(scale.of),
        "geef stellingen of schalen": not (n or scale.of) and one.items_public,
        f"onbekende stelling of schaal: {', '.join(sorted(strange))}": bool(strange),
        f"omgekeerd, maar hoort er niet bij: {', '.join(sorted(outside))}": bool(outside),
        "een stelling of schaal staat er twee keer in": _twice([*scale.items, *scale.of]),
        f"{n} stellingen in plaats van {scale.size}": n > 0 and scale.size not in (None, n),
    }


def _rule_faults(one: Instrument, scale: Scale) -> dict[str, bool]:
    counting = scale.rule in (Rule.COUNT, Rule.SHARE)
    counted = sorted(id for count in scale.counts for id in count.items)
    strange = {x for c in scale.counts for x in c.answers} - {a.label for a in one.answers}
    least = scale.minimal is None or (scale.minimal > 0 and bool(scale.minimal_source))
    limits = 0 <= scale.min_share <= 1 and (scale.max_missing or 0) >= 0
    short = scale.rule is Rule.SUM and scale.impute == "none" and scale.max_missing != 0
    imputes = "none" if counting or scale.of else "item_mean"
    return {
        "telling en stellingen passen niet": counted != sorted(scale.items if counting else ()),
        f"onbekend antwoord: {', '.join(sorted(strange))}": bool(strange),
        "wie telt, telt alleen antwoorden": counting and bool(scale.of + scale.reversed),
        "een som met lege antwoorden is te laag": short,
        f"impute kan niet '{scale.impute}' zijn": scale.impute not in ("none", imputes),
        "factor, min_share of max_missing kan niet": not (scale.factor > 0 and limits),
        "een kleinste verschil is meer dan 0 en heeft een bron": not least,
    }


def _score_faults(one: Instrument, scale: Scale, earlier: Mapping[str, Scale]) -> dict[str, bool]:
    """Labels and outcomes lie in the range, and the range is the one that the rule leads to."""
    lows, low, high = [cutoff.low for cutoff in scale.cutoffs], scale.low, scale.high
    limits = [[x for x in (f.at_least, f.below) if x is not None] for f in scale.flags]
    fit = all(len(x) == 1 and low < x[0] <= high for x in limits)
    ranges = [(earlier[id].low, earlier[id].high) for id in scale.of if id in earlier]
    each = (0.0, 1.0) if scale.rule in (Rule.COUNT, Rule.SHARE) else (one.low, one.high)
    ranges += [each] * len(scale.items)
    parts = len(ranges) if scale.rule in (Rule.MEAN, Rule.SHARE) else 1
    ends = [sum(end) / parts * scale.factor + scale.plus for end in zip(*ranges, strict=True)]
    return {
        "grenzen staan niet op volgorde": lows != sorted(set(lows)),
        "grenzen passen niet bij de score": lows != [] and (lows[0] != low or lows[-1] > high),
        "grens van een uitkomst kan niet": not fit,
    } | {
        f"{given} is niet het uiterste van de score, dat is {end:g}": abs(given - end) > 1e-9
        for given, end in zip((low, high), ends, strict=False)
    }


def _twice(ids: Sequence[object]) -> bool:
    return len(set(ids)) < len(ids)
