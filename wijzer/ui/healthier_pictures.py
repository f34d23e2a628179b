"""The pictures of Gezonder: response, change on axes of their own, shares, and spider webs."""

from collections.abc import Sequence

import pandas as pd

from wijzer import publish, texts
from wijzer.charts import change, web
from wijzer.ui import tables
from wijzer.ui.pictures import Picture, made


def of_flow(found: publish.Flow, title: str) -> Picture:
    """From participants to people with both measurements: a bar per step."""
    most = max((one.count for one in found.steps if one.count is not None), default=0) or 1
    rows = [
        {
            "order": place,
            "name": texts.FLOW_STEP[one.code],
            "length": None if one.count is None else one.count / most,
            "count_text": one.text,
            "share_text": one.share,
        }
        for place, one in enumerate(found.steps)
    ]
    frame = pd.DataFrame(rows).astype({"length": "float64"})
    body = [
        [texts.FLOW_STEP[one.code], one.text, one.share or texts.NOTHING_CELL]
        for one in found.steps
    ]
    hidden = any(one.count is None for one in found.steps)
    notes = [] if found.steps[0].code == "participants" else [texts.FLOW_NO_PARTICIPANTS]
    notes += [texts.FLOW_HIDDEN] if hidden else []
    spec = change.flow_spec()
    return made(title, found.sentence, frame, spec, texts.FLOW_HEADER, body, " ".join(notes))


def of_change(found: Sequence[publish.Change], title: str, left_out: Sequence[str]) -> Picture:
    """Mean change with its interval, a row per scale, each row on an axis of its own."""
    told = [one for one in found if one.points is not None]
    rows = [_change_row(place, one) for place, one in enumerate(told)]
    numbers = ["x", "x_low", "x_high", "m_low", "m_high"]
    frame = pd.DataFrame(rows).astype(dict.fromkeys(numbers, "float64"))
    body = [[_name(one), *table_cells(one)] for one in told]
    own = texts.CHANGE_OWN_AXIS if len(told) > 1 else ""
    others = [texts.CHANGE_OTHER_LIST.format(naam=name) for name in left_out]
    spec = change.spec(texts.WORSE_SIDE, texts.BETTER_SIDE)
    note = " ".join(filter(None, [own, *others]))
    return made(title, texts.CHANGE_HELP, frame, spec, texts.CHANGE_HEADER, body, note)


def _change_row(place: int, one: publish.Change) -> publish.Row:
    points = one.points
    assert points is not None  # the caller left the others out
    ends = points.interval or (points.mean, points.mean)
    limit = 1.12 * max(*map(abs, ends), abs(points.mean), points.minimal or 0.0) or 1.0
    least = points.minimal
    interval = publish.interval_text(one.decimals, points)
    word = texts.CHANGE_SIGN_WORD[points.sign]
    mean = texts.plus_or_minus(points.mean, one.decimals)
    known = points.interval is not None
    return {
        "order": place,
        "name": _name(one),
        "x": points.mean / limit,
        "x_low": ends[0] / limit if known else None,
        "x_high": ends[1] / limit if known else None,
        "m_low": -least / limit if least else None,
        "m_high": least / limit if least else None,
        "m_text": points.minimal_text,
        "value_text": texts.CHANGE_VALUE.format(verandering=mean, interval=interval, woord=word),
        "n_text": one.people,
        "word": word,
        "sign": points.sign.value,
    }


def _name(one: publish.Change) -> str:
    return publish.change_name(one)


def table_cells(one: publish.Change) -> list[tables.Shown]:
    """A change in the table of all questionnaires: its figures with their sign, or why none."""
    if not one.cells:
        empty = [texts.NOTHING_CELL] * (len(texts.CHANGE_HEADER) - 2)
        return [*empty, texts.OUTCOME_STATE[one.state]]
    people, before, after, mean, *others = one.cells
    word = texts.CHANGE_SIGN_WORD[one.sign]
    cell = tables.Cell(mean, texts.SIGN_MARK[one.sign], one.sign, word)
    return [people, before, after, cell, *others]


def of_shares(found: Sequence[publish.Share], name: str, least: str) -> Picture:
    """One bar of people who got better, stayed the same and got worse by at least so much."""
    body = [
        [texts.SHARE_PART[one.code], one.text, one.interval or texts.NOTHING_CELL] for one in found
    ]
    told = [(one.code, one.text) for one in found if one.share is not None]
    frame = pd.DataFrame(_bar(found))
    spec = change.shares_spec()
    return made(
        texts.SHARES_ALT.format(naam=name),
        texts.shares_said(told),
        frame,
        spec,
        texts.SHARES_HEADER,
        body,
        texts.SHARES_HELP.format(punten=least),
    )


_INSIDE, _WORD = 0.12, 0.28
"""A smaller part has no room for its figure, or for a word; sentence and table have them."""


def _bar(found: Sequence[publish.Share]) -> list[publish.Row]:
    """Parts from left to right; all that is hidden together as one part in between."""
    rows: list[publish.Row] = []
    rest = 1.0 - sum(one.share or 0.0 for one in found)
    start, drawn = 0.0, False
    for one in found:
        if one.share is None and drawn:
            continue
        length = rest if one.share is None else one.share
        drawn = drawn or one.share is None
        part = "hidden" if one.share is None else one.code
        word = texts.HIDDEN_PART if one.share is None else texts.SHARE_PART[one.code]
        inside = word if one.share is None else texts.share_mark(one.code, one.text)
        rows.append(
            {
                "order": 0,
                "part": part,
                "x0": start,
                "x1": start + length,
                "share_text": one.text,
                "inside": inside if length >= (_WORD if one.share is None else _INSIDE) else "",
                "word": word,
            }
        )
        start += length
    return rows


def of_web(
    one: publish.Web, title: str, position: int, header: Sequence[str], body: list[list[str]]
) -> Picture:
    """One round as a web; the table beside it has all rounds."""
    spokes = [(spoke.name, spoke.value, spoke.text) for spoke in one.spokes]
    return made(title, texts.WEB_SENTENCE, web.drawn(spokes), web.spec(position), header, body)


def web_table(found: Sequence[publish.Web]) -> tuple[list[str], list[list[str]]]:
    """Header and rows: a dimension per row, a round per column."""
    shown = [one for one in found if one.spokes]
    header = [texts.WEB_HEADER, *(one.title for one in shown)]
    names = [spoke.name for spoke in shown[0].spokes] if shown else []
    body = [[name, *(one.spokes[place].text for one in shown)] for place, name in enumerate(names)]
    return header, body
