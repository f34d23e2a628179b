"""Slides that people made: views, own words, the agenda, a vote, and who does what."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from wijzer import publish, texts
from wijzer.access import Visitor
from wijzer.export.content import Codes, Slide
from wijzer.publish import Row, learning
from wijzer.ui import entered, tiles, vote_cards
from wijzer.ui import visitor as who

Own = Callable[[Visitor, Row, Row], Slide]
"""Makes the slide of a row, given the row of its presentation."""


def rows(visitor: Visitor, presentation: str) -> list[Row]:
    """The rows of the slides of a presentation, in their order."""
    found = entered.seen(visitor)["slide"].values()
    mine = [row for row in found if row["presentation"] == presentation]
    return sorted(mine, key=lambda row: (_place(row), row["made_at"], row["id"]))


def _place(row: Row) -> float:
    return float("inf") if row["place"] is None else float(row["place"])


def slides(visitor: Visitor, presentation: Row) -> tuple[Slide, ...]:
    """The slides of a presentation in their order."""
    return tuple(
        replace(_MADE[row["layout"]](visitor, presentation, row), id=row["id"])
        for row in rows(visitor, presentation["id"])
    )


def view(link: str) -> tuple[str, Codes]:
    """Tile and choices of a link to a view: /toon?tegel=…&…, /tegel/<tile>?… or /<tile>?….

    The tile is empty when the link names none.
    """
    try:
        parts = urlsplit(link.strip())
        pairs = parse_qsl(parts.query, max_num_fields=50)
    except ValueError:
        return "", ()
    named = dict(pairs).get("tegel") or dict(pairs).get("zet")
    codes = tuple(pair for pair in pairs if pair[0] not in ("tegel", "zet", "embed"))
    return named or parts.path.rsplit("/", 1)[-1], codes


def _view(visitor: Visitor, presentation: Row, row: Row) -> Slide:
    """The figures are those of now, for who looks now; own words may stand above them."""
    id, codes = view(row["link"] or "")
    if id not in tiles.TILES:
        return Slide(texts.SLIDE_UNKNOWN, "text", lines=texts.SLIDE_UNKNOWN_WHY)
    found = tiles.made(visitor, id, codes)
    if found is None:
        lines = (texts.SLIDE_EMPTY, *texts.SLIDE_EMPTY_WHY)
        return Slide(publish.title(row), "text", lines=lines, example=row["example"])
    return Slide(row["text"] or found.sentence or found.title, "view", found)


def _text(visitor: Visitor, presentation: Row, row: Row) -> Slide:
    return Slide(publish.title(row), "text", lines=_lines(row), example=row["example"])


def _lines(row: Row) -> tuple[str, ...]:
    return tuple(line.strip() for line in (row["text"] or "").splitlines() if line.strip())


def _agenda(visitor: Visitor, presentation: Row, row: Row) -> Slide:
    seen = entered.seen(visitor)
    meeting = seen["meeting"].get(presentation["meeting"] or "")
    found = learning.agenda(seen, meeting) if meeting else []
    lines = tuple(map(_item, found)) or texts.SLIDE_NO_AGENDA
    example = row["example"] or publish.examples(found)
    return Slide(publish.title(row), "agenda" if found else "text", lines=lines, example=example)


def _item(row: Row) -> str:
    minutes = row["minutes"]
    more = [texts.AGENDA_MINUTES.format(minuten=minutes) if minutes else "", row["owner"] or ""]
    told = ", ".join(filter(None, more))
    return f"{publish.title(row)} ({told})" if told else publish.title(row)


def _vote(visitor: Visitor, presentation: Row, row: Row) -> Slide:
    """Where phones go to vote, when a round is open; never what was voted."""
    found = [one for one in entered.rounds(presentation["neighbourhood"]) if not one.closed_at]
    if not found:
        return Slide(publish.title(row), "vote", lines=texts.SLIDE_NO_VOTE, example=row["example"])
    address = who.address()
    where = [line.format(adres=vote_cards.short(address)) for line in texts.SLIDE_VOTE_OPEN]
    lines = (found[0].title, *where, texts.SLIDE_VOTE_CARD)
    example = row["example"] or found[0].example
    return Slide(publish.title(row), "vote", lines=lines, example=example, link=f"{address}/stem")


def _actions(visitor: Visitor, presentation: Row, row: Row) -> Slide:
    return action_slide(visitor, presentation["neighbourhood"], publish.title(row))


def action_slide(visitor: Visitor, neighbourhood: str, title: str = texts.SET_ACTIONS) -> Slide:
    """The actions of a neighbourhood that are open."""
    found = learning.open_actions(entered.seen(visitor), neighbourhood)
    lines = tuple(map(_action, found)) or texts.SLIDE_NO_ACTIONS
    return Slide(title, "actions", lines=lines, example=publish.examples(found))


def actions(visitor: Visitor, neighbourhood: str) -> tuple[str, ...]:
    """The same as lines, for beside the slides; examples say that they are."""
    return tuple(map(_action, learning.open_actions(entered.seen(visitor), neighbourhood)))


def _action(row: Row) -> str:
    return texts.ACTION_LINE.format(
        wat=publish.named(row), wie=row["owner"], dag=texts.date(row["due"])
    )


_MADE: dict[str, Own] = {
    "view": _view,
    "text": _text,
    "agenda": _agenda,
    "vote": _vote,
    "actions": _actions,
}
"""By layout, how a slide is made."""
