"""What a kind of thing is made of: fields, each with the way it is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

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

    `more` stands in a drawer of the form; a `guarded` field cannot change without a reason; a
    `computed` one is filled in by the program, and the form only shows it.
    """

    name: str
    form: Form
    of: str = ""
    required: bool = False
    more: bool = False
    guarded: bool = False
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing with its fields; the first line field is its name on the screen."""

    id: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields, in the order of the form."""
        return tuple(one.name for one in self.fields)
