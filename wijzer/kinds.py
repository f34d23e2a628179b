"""What people enter: kinds of things and their fields, the lists to choose from, and the checks.

One description serves forms, checks, history, comparison and export, so that they cannot differ.
The columns of `store/schema/register/*.sql` are the same fields; a test compares them.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from wijzer.lists import CODES

LONGEST_LINE = 200
LONGEST_TEXT = 10_000
LARGEST_COUNT = 2**31 - 1

Body = Mapping[str, Any]
"""Field name → value of one thing: str, float, int, bool, date, tuple of str, or None."""


class Form(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    URL = "url"
    DATE = "date"
    NUMBER = "number"
    COUNT = "count"
    YES = "yes"
    CODE = "code"
    CODES = "codes"
    REF = "ref"
    REFS = "refs"
    INDICATOR = "indicator"
    INDICATORS = "indicators"
    AREA = "area"
    NEIGHBOURHOOD = "neighbourhood"
    NEIGHBOURHOODS = "neighbourhoods"

    @property
    def many(self) -> bool:
        """Whether the field holds a list."""
        return self in (Form.CODES, Form.REFS, Form.INDICATORS, Form.NEIGHBOURHOODS)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. `of` names the list of a code, or the kind that is referred to.

    `more` stands in a drawer of the form; a `guarded` field cannot change without a reason.
    """

    name: str
    form: Form
    of: str = ""
    required: bool = False
    more: bool = False
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing with its fields; the first line field is its name on the screen."""

    id: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields, in the order of the form."""
        return tuple(one.name for one in self.fields)


_NEIGHBOURHOOD = Field("neighbourhood", Form.NEIGHBOURHOOD, required=True)
_TITLE = Field("title", Form.LINE, required=True)
_TEXT = Field("text", Form.TEXT)
_RUNG = Field("rung", Form.CODE, "rung", more=True)
_SOURCE = (Field("source", Form.LINE, more=True), Field("url", Form.URL, more=True))
_WHEN = Field("period", Form.LINE)
_THEME = Field("theme", Form.REF, "theme", required=True)

_ALL = (
    Kind("theme", (
        _NEIGHBOURHOOD, _TITLE, Field("choice", Form.CODE, "choice", required=True),
        Field("why", Form.TEXT), Field("indicators", Form.INDICATORS),
        Field("decided_by", Form.LINE), _WHEN, _RUNG, Field("reason", Form.TEXT),
        Field("meeting", Form.REF, "meeting", more=True), Field("place", Form.COUNT, more=True),
        Field("owner", Form.LINE, more=True), *_SOURCE,
    )),
    Kind("quote", (
        _THEME, Field("text", Form.TEXT, required=True),
        Field("speaker", Form.CODE, "speaker", required=True),
        Field("consent", Form.CODE, "consent", required=True), *_SOURCE,
    )),
    Kind("meeting", (
        _NEIGHBOURHOOD, _TITLE, Field("day", Form.DATE), _WHEN, _RUNG,
        Field("residents", Form.COUNT), Field("professionals", Form.COUNT), _TEXT, *_SOURCE,
    )),
    Kind("theme_group", (
        _THEME, _TITLE, Field("residents", Form.COUNT), Field("professionals", Form.COUNT),
        Field("roles", Form.LINE), *_SOURCE,
    )),
    Kind("idea", (
        _THEME, _TITLE, Field("status", Form.CODE, "idea", required=True), _TEXT,
        Field("theme_group", Form.REF, "theme_group"), Field("reason", Form.TEXT), *_SOURCE,
    )),
    Kind("goal", (
        _THEME, _TITLE, Field("indicator", Form.INDICATOR, guarded=True),
        Field("measure", Form.LINE, guarded=True), Field("area", Form.AREA, guarded=True),
        Field("baseline", Form.NUMBER, guarded=True),
        Field("baseline_day", Form.DATE, guarded=True), Field("target", Form.NUMBER, guarded=True),
        Field("target_day", Form.DATE, guarded=True), Field("owner", Form.LINE),
        Field("unit", Form.LINE, more=True, guarded=True),
        Field("way", Form.CODE, "way", more=True, guarded=True),
        Field("version", Form.LINE, more=True, guarded=True),
        Field("question", Form.CODE, "question", more=True),
        Field("target_groups", Form.REFS, "target_group", more=True), *_SOURCE,
    )),
    Kind("reading", (
        Field("goal", Form.REF, "goal", required=True), Field("day", Form.DATE, required=True),
        Field("value", Form.NUMBER, required=True), Field("answers", Form.COUNT),
        Field("version", Form.LINE, more=True), Field("source", Form.LINE, required=True),
    )),
    Kind("target_group", (
        _NEIGHBOURHOOD, _TITLE, Field("method", Form.CODE, "size_method", required=True),
        Field("area", Form.AREA), Field("trait", Form.CODE, "trait"), Field("category", Form.LINE),
        Field("indicator", Form.INDICATOR), Field("size", Form.COUNT), Field("how", Form.TEXT),
        Field("priority", Form.YES), Field("hidden", Form.YES), *_SOURCE,
    )),
    Kind("library", (
        _TITLE, Field("audience", Form.LINE), Field("threads", Form.CODES, "thread"),
        Field("pillars", Form.CODES, "pillar"),
        Field("recognition", Form.CODE, "recognition", required=True),
        Field("recognised_on", Form.DATE), Field("checked_on", Form.DATE),
        Field("register_name", Form.LINE), Field("evidence", Form.CODE, "evidence", more=True),
        Field("note", Form.TEXT, more=True), *_SOURCE,
    )),
    Kind("intervention", (
        _NEIGHBOURHOOD, _TITLE, Field("themes", Form.REFS, "theme"),
        Field("pillars", Form.CODES, "pillar"), Field("run", Form.CODE, "run", required=True),
        Field("audience", Form.LINE), _TEXT, Field("goals", Form.REFS, "goal"),
        Field("library", Form.REF, "library"),
        Field("target_groups", Form.REFS, "target_group", more=True),
        Field("partners", Form.REFS, "partner", more=True),
        Field("lead", Form.REF, "partner", more=True), Field("starts", Form.DATE, more=True),
        Field("ends", Form.DATE, more=True), Field("period", Form.LINE, more=True), _RUNG,
        Field("hours", Form.NUMBER, more=True), Field("money", Form.NUMBER, more=True),
        Field("owner", Form.LINE, more=True), Field("pillar_by", Form.LINE, more=True), *_SOURCE,
    )),
    Kind("activity", (
        Field("intervention", Form.REF, "intervention", required=True), _TITLE,
        Field("run", Form.CODE, "run", required=True), Field("day", Form.DATE), _WHEN,
        Field("area", Form.AREA), Field("lead", Form.REF, "partner"), _RUNG,
        Field("target_groups", Form.REFS, "target_group", more=True), _TEXT, *_SOURCE,
    )),
    Kind("partner", (
        _TITLE, Field("neighbourhoods", Form.NEIGHBOURHOODS, required=True),
        Field("sector", Form.CODE, "sector", required=True),
        Field("roles", Form.CODES, "partner_role"), *_SOURCE,
    )),
    Kind("step", (
        _NEIGHBOURHOOD, Field("scheme", Form.CODE, "scheme", required=True),
        Field("number", Form.COUNT, required=True),
        Field("status", Form.CODE, "step_status", required=True),
        Field("text", Form.TEXT, required=True), _WHEN, *_SOURCE,
    )),
    Kind("factor", (
        _NEIGHBOURHOOD, Field("factor", Form.CODE, "factor", required=True),
        Field("status", Form.CODE, "factor_status", required=True), _TEXT,
        Field("invest", Form.YES), Field("judged_by", Form.LINE), Field("judged_on", Form.DATE),
        *_SOURCE,
    )),
    Kind("area_type", (
        Field("area", Form.AREA, required=True),
        Field("type", Form.CODE, "wijktype", required=True), _TEXT,
        Field("chosen_by", Form.LINE), Field("chosen_on", Form.DATE),
    )),
    Kind("plan", (
        _NEIGHBOURHOOD, _TITLE, _TEXT, _WHEN,
        Field("monitor", Form.CODE, "monitor", required=True), *_SOURCE,
    )),
    Kind("plan_version", (
        _NEIGHBOURHOOD, _TITLE, Field("reason", Form.TEXT, required=True),
    )),
)  # fmt: skip

KINDS: dict[str, Kind] = {one.id: one for one in _ALL}
"""All kinds by id, what is referred to before what refers to it as far as possible."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field: `fault` names the rule, `limit` goes with some of them."""

    field: str
    fault: str
    limit: int = 0


def problems(kind: Kind, body: Body, draft: bool = False) -> list[Problem]:
    """Everything that stands in the way of saving; of a draft only what the store cannot hold."""
    found = [Problem(name, "unknown") for name in body if name not in kind.names]
    for one in kind.fields:
        value = body.get(one.name)
        if value in (None, "", ()):
            found += [Problem(one.name, "required")] if one.required and not draft else []
        elif fault := _fault(one, value):
            found.append(fault)
    return found if draft or found else _together(kind, body)


def _fault(one: Field, value: Any) -> Problem | None:
    if not (_are_texts if one.form.many else _FITS.get(one.form, _is_text))(value):
        return Problem(one.name, "type")
    if (most := _LENGTHS.get(one.form)) and len(value) > most:
        return Problem(one.name, "long", most)
    if one.form in (Form.LINE, Form.TEXT) and _PRIVATE.search(value):
        return Problem(one.name, "private")
    if one.form is Form.URL and not value.startswith(("https://", "http://")):
        return Problem(one.name, "url")
    if one.form is Form.COUNT and value < 0:
        return Problem(one.name, "negative")
    if one.form in (Form.CODE, Form.CODES):
        given = value if one.form.many else (value,)
        return None if set(given) <= set(CODES[one.of]) else Problem(one.name, "code")
    return None


def _is_text(value: Any) -> bool:
    """Whether it is text that can be written: half a surrogate pair cannot."""
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, tuple) and all(map(_is_text, value))


def _is_number(value: Any) -> bool:
    """Whether it is a number that a float can be: no infinity, and no integer beyond it."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and abs(value) <= sys.float_info.max


def _together(kind: Kind, body: Body) -> list[Problem]:
    """Rules over more than one field."""
    rules = {
        "goal": (body.get("indicator") and body.get("measure"), Problem("measure", "either")),
        "theme": (
            body.get("choice") == "rejected" and not body.get("reason"),
            Problem("reason", "required"),
        ),
    }
    broken, fault = rules.get(kind.id, (False, Problem("", "")))
    return [fault] if broken else []


# A mail address, and a Dutch telephone number: ten digits from 0, or from +31.
_PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\d+])(?:0|(?:\+|00)31[ -]?(?:\(0\))?)[1-9](?:[ -]?\d){8}(?!\d)"
)
_LENGTHS = {Form.LINE: LONGEST_LINE, Form.TEXT: LONGEST_TEXT, Form.URL: 2000}
_FITS: dict[Form, Callable[[Any], bool]] = {
    Form.DATE: lambda value: type(value) is date,  # of a datetime the time would be cut off
    Form.NUMBER: _is_number,
    Form.COUNT: lambda value: type(value) is int and value <= LARGEST_COUNT,
    Form.YES: lambda value: isinstance(value, bool),
}
