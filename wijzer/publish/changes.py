"""What changed: the history of one thing, and two versions of a plan beside each other."""

from collections.abc import Iterator
from typing import Any

from wijzer import texts
from wijzer.kinds import KINDS
from wijzer.publish.door import Row
from wijzer.publish.entered import PEOPLE, Names, of, title
from wijzer.store.entries import State

IN_A_PLAN = ("plan", "theme", "goal", "target_group", "intervention", "activity")
"""Kinds that make up a plan, from large to small."""


_UNTOLD = (*PEOPLE, "answers", "value")
"""Fields whose old and new values are not told: they count people, or rest on a few."""


def history(kind: str, revisions: list[Row], names: Names) -> list[list[str]]:
    """When, who, what and why of each revision, the newest first.

    A draft is the team's own: once a thing is in use, its history begins there.
    """
    if revisions[-1]["life"] != "draft":
        revisions = [one for one in revisions if one["life"] != "draft"]
    pairs = zip([None, *revisions], revisions, strict=False)
    return [
        [
            texts.moment(after["made_at"]),
            str(after["made_by"]),
            " ".join(_what(kind, before, after, names)),
            str(after["why_changed"] or ""),
        ]
        for before, after in pairs
    ][::-1]


def _what(kind: str, before: Row | None, after: Row, names: Names) -> Iterator[str]:
    if before is None:
        yield texts.MADE
        return
    for field, was, now in differences(kind, before, after, names):
        yield texts.CHANGED.format(veld=field, was=was, nu=now)
    if after["life"] != before["life"]:
        yield texts.LIFE[after["life"]]


def differences(
    kind: str, before: Row, after: Row, names: Names, counts: bool = False
) -> list[tuple[str, str, str]]:
    """Label, old and new value of each field that differs.

    Numbers of people are left out, but for who fills them in (`counts`).
    """
    return [
        (
            texts.FIELD[one.name],
            names.value(one, before.get(one.name)) or texts.EMPTY_VALUE,
            names.value(one, after.get(one.name)) or texts.EMPTY_VALUE,
        )
        for one in KINDS[kind].fields
        if (counts or one.name not in _UNTOLD)
        and _plain(before.get(one.name)) != _plain(after.get(one.name))
    ]


def _plain(value: Any) -> Any:
    """Nothing is nothing: an empty text, an empty list, a box that is not ticked. 0 is a number."""
    found = list(value) if isinstance(value, tuple) else value
    return None if found in ("", []) or found is False else found


def compare(then: State, now: State, neighbourhood: str, names: Names) -> list[list[str]]:
    """Kind, name, what changed and why, between two moments of one neighbourhood's plan."""
    return [
        [
            texts.KIND[kind],
            title(after or before),
            what,
            str((after or {}).get("why_changed") or ""),
        ]
        for kind in IN_A_PLAN
        for before, after in _beside(then, now, kind, neighbourhood)
        if (what := _between(kind, before, after, names))
    ]


def _beside(
    then: State, now: State, kind: str, neighbourhood: str
) -> Iterator[tuple[Row | None, Row | None]]:
    old = {row["id"]: row for row in of(then, kind, neighbourhood)}
    new = {row["id"]: row for row in of(now, kind, neighbourhood)}
    for id in dict.fromkeys((*old, *new)):
        yield old.get(id), new.get(id)


def _between(kind: str, before: Row | None, after: Row | None, names: Names) -> str:
    if before is None:
        return texts.ADDED
    if after is None:
        return texts.TAKEN_OUT
    found = differences(kind, before, after, names)
    return " ".join(texts.CHANGED.format(veld=field, was=was, nu=now) for field, was, now in found)
