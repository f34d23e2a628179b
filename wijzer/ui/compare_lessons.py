"""'What do we learn from this?': beside each row of Vergelijken, for the team."""

from collections.abc import Sequence

from wijzer import access, texts
from wijzer.access import Action
from wijzer.ui import choice, links, tables, visitor
from wijzer.ui.tables import Made, Shown

PAGE = "vergelijken"


def view() -> str:
    """The link of what is in view, for who may write a lesson; empty for others.

    To be asked after all choices of the page were drawn: they are in the link.
    """
    may = access.may(visitor.current(), Action.ENTER)
    return choice.view(PAGE) if may else ""


def beside(
    view: str,
    header: Sequence[str],
    rows: Sequence[Sequence[Shown]],
    about: Sequence[dict[str, str]],
    at: int | None = None,
    names: int = 1,
) -> tuple[list[str], list[list[Shown]]]:
    """A table with a link in each row; `about` has per row the fields that are known of it.

    The links stand last, or at place `at` in a table that is wider than the screen. The first
    `names` cells together name a row. The same table for who may not write.
    """
    head, body = list(header), [list(row) for row in rows]
    if view:
        place = len(head) if at is None else at
        head.insert(place, texts.LEARN_FROM)
        for row, known in zip(body, about, strict=True):
            row.insert(place, _link(view, " ".join(map(tables.words, row[:names])), known))
    return head, body


def _link(view: str, about: str, known: dict[str, str]) -> Made:
    link = links.to_lesson(view, texts.LEARN_SHORT, f"{texts.LEARN_FROM} {about}", **known)
    return Made(f'<span style="white-space:nowrap">{link}</span>')


def under(view: str, about: str, **known: str) -> str:
    """The same as one link under a picture, as HTML; empty for who may not write."""
    if not view:
        return ""
    link = links.to_lesson(view, texts.LEARN_WRITE, about, **known)
    return f'<p class="wz-text">{texts.LEARN_FROM} {link}</p>'
