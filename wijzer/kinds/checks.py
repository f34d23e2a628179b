"""The checks on what people enter: the same for a form, an import and the content we bring."""

import re
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from wijzer.kinds.fields import Body, Field, Form, Kind
from wijzer.kinds.together import Problem, together
from wijzer.lists import CODES

LONGEST_LINE = 200
LONGEST_TEXT = 10_000
LARGEST_COUNT = 2**31 - 1


def problems(kind: Kind, body: Body, draft: bool = False) -> list[Problem]:
    """Everything that stands in the way of saving; of a draft only what the store cannot hold."""
    found = [Problem(name, "unknown") for name in body if name not in kind.names]
    for one in kind.fields:
        value = body.get(one.name)
        if value in (None, "", ()):
            found += [Problem(one.name, "required")] if one.required and not draft else []
        elif fault := _fault(one, value):
            found.append(fault)
    return found if draft or found else together(kind, body)


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
