"""Ids that are the same each time a file comes in, so that nothing is brought in twice."""

import hashlib
import re
from typing import Any

from wijzer.kinds import Body

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")

Natural = tuple[Any, ...]
"""What tells one thing of a kind from another when it has no code."""


def of_code(kind: str, code: str) -> str:
    """The id of a thing with a code of its own: the code itself, if that can be an id.

    A code without a letter, or with other marks, gets the name of its kind in front.
    """
    plain = " ".join(code.casefold().split())
    front = kind.replace("_", "-")
    if _ID.fullmatch(plain):
        return plain if re.search("[a-z]", plain) else f"{front}-{plain}"
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:40]
    return "-".join(part for part in (front, slug, _hash((plain,))) if part)


def of_nature(kind: str, natural: Natural) -> str:
    """The id of a thing without a code, made of what tells it from others."""
    return f"{kind.replace('_', '-')}-{_hash((kind, *natural))}{_hash((*natural, kind))}"


def _hash(parts: Natural) -> str:
    text = "\x1f".join("" if one is None else str(one) for one in parts)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def natural(kind: str, body: Body) -> Natural | None:
    """What tells a thing of this kind from another; None for a session: there may be two a day."""
    names = _NATURAL.get(kind)
    if names is None:
        return None
    return tuple(_same(body.get(name)) for name in names)


def _same(value: Any) -> Any:
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


_PERIOD = ("intervention", "starts", "ends")
_NATURAL: dict[str, tuple[str, ...]] = {
    "intervention": ("neighbourhood", "title"),
    "partner": ("title",),
    "monitor_plan": ("neighbourhood", "title"),
    "delivery_plan": ("intervention", "starts"),
    "core_element": ("intervention", "title"),
    "head_count": (*_PERIOD, "trait", "group", "area"),
    "step_count": (*_PERIOD, "step"),
    "indirect": ("intervention", "day", "title"),
    "survey_round": ("neighbourhood", "title"),
    "story": ("neighbourhood", "day", "text"),
    "referral": ("neighbourhood", "sender", "receiver", "starts", "ends"),
    "focus_review": ("intervention", "day"),
    "adaptation": ("intervention", "day", "title"),
}
