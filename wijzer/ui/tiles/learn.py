"""Tiles of Leren: the actions with owner, day and state, and the lessons of the learning log."""

from wijzer import publish, texts
from wijzer.export.content import Tile
from wijzer.publish import Row, learning
from wijzer.ui import learn_log, learn_page, things
from wijzer.ui.tiles.wish import Maker, Told, Wish, listed

PAGE = "leren"


def actions(wish: Wish) -> Tile | None:
    """What is open, what should be ready first at the top, and then what was closed last."""
    seen, day = wish.scene.seen, learn_page.today()
    still_open = learning.open_actions(seen, wish.neighbourhood)
    closed = learning.closed_actions(seen, wish.neighbourhood)[: learn_page.CLOSED]
    rows = [*still_open, *closed]
    if not rows:
        return None
    found = learning.coming(seen, wish.neighbourhood, day)
    name = wish.place.neighbourhood.name
    meeting = found.meeting["day"] if found.meeting else None
    sentence = f"{texts.actions_said(name, found.actions, found.late)} {texts.next_said(meeting)}"
    told = Told(
        texts.ACTIONS_SUBJECT,
        (texts.SOURCE_LEARNED,),
        example=publish.examples(rows),
        worth=texts.LEARN_WORTH,
    )
    return listed(
        "leren-acties", PAGE, wish, texts.ACTIONS_TABLE.format(wijk=name), sentence,
        texts.ACTIONS_HEADER, [learning.action_row(row, day) for row in rows], told,
        (("leerdeel", "acties"),),
    )  # fmt: skip


def lessons(wish: Wish) -> Tile | None:
    """The lessons that the filters ask for, the newest first."""
    scene = wish.scene
    codes = learn_log.filters(scene, wish)
    rows = learn_log.wanted(scene, codes)
    if not rows:
        return None
    told = Told(
        texts.LESSONS_SUBJECT,
        (texts.SOURCE_LEARNED,),
        filters=_filters(codes, scene.seen["theme"].get(codes["filter-thema"])),
        example=publish.examples(rows),
    )
    title = texts.LESSONS_TABLE.format(wijk=scene.name)
    sentence = texts.lessons_said(len(rows), scene.name, rows[0]["day"])
    return listed(
        "leren-lessen", PAGE, wish, title, sentence, texts.LESSONS_HEADER,
        [learning.lesson_row(row) for row in rows], told,
        (("leerdeel", "logboek"), *codes.items()),
    )  # fmt: skip


def _filters(codes: dict[str, str], theme: Row | None) -> tuple[tuple[str, str], ...]:
    """The filters that are on, as label and name."""
    words = texts.WORD
    said = (
        (texts.FILTER_QUESTION, words["question"].get(codes["vraag"], "")),
        (texts.FILTER_THEME, things.name(theme) if theme else ""),
        (texts.FILTER_SCOPE, words["scope"].get(codes["niveau"], "")),
    )
    return tuple((label, name) for label, name in said if name)


TILES: dict[str, Maker] = {"leren-acties": actions, "leren-lessen": lessons}
