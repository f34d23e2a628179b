"""The chain of referrals: sent → received → started, as counts that tell of no small group.

Referrals of all periods are added up: a period by itself would hide nearly everything. The team
sees who refers to whom, with the total; the public only the total, in fives. Who was sent and did
not arrive is a group too: neither a count nor what lies between two of them may be small.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijzer import access, texts
from wijzer.access import Visitor
from wijzer.model import Role
from wijzer.publish.door import Row
from wijzer.stats import collaboration, disclosure
from wijzer.stats.disclosure import Sum
from wijzer.stats.suppression import Side, beyond

STEPS = ("sent", "received", "begun")
Arrow = tuple[str, str]
TOTAL: Arrow = ("", "")
Key = tuple[Arrow, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """The table, how many arrows lack a step, and whether anything is invented."""

    header: tuple[str, ...]
    rows: list[list[str]]
    incomplete: int
    example: bool


def referrals(rows: Iterable[Row], titles: Mapping[str, str], visitor: Visitor) -> Chain:
    """Referrals as they were entered, as this visitor may read them.

    `rows` are those in use in one neighbourhood; `titles` the names of partners.
    """
    found = list(rows)
    arrows = _arrows(found)
    counts = {(arrow, step): n for arrow, some in arrows.items() for step, n in some.items()}
    whole = [arrow for arrow, some in arrows.items() if len(some) == len(STEPS)]
    totals: dict[Key, int] = {}
    if whole:
        totals = {(TOTAL, step): sum(counts[arrow, step] for arrow in whole) for step in STEPS}
    exact = visitor.role is Role.TEAM
    shown = _shown((counts if exact else {}) | totals, whole if exact else [], visitor)
    table = [[texts.CHAIN_TOTAL, *_told(TOTAL, shown), ""]] if whole else []
    days, names = _days(found), {arrow: _name(arrow, titles) for arrow in arrows}
    for arrow in sorted(arrows, key=names.__getitem__) if exact else ():
        wait = days[arrow] if (arrow, "begun") in shown else ""
        table.append([names[arrow], *_told(arrow, shown), wait])
    columns = len(texts.CHAIN_HEADER) - (not exact)
    return Chain(
        texts.CHAIN_HEADER[:columns],
        [row[:columns] for row in table],
        len(arrows) - len(whole),
        any(row["example"] for row in found),
    )


def _arrows(rows: Sequence[Row]) -> dict[Arrow, dict[str, int]]:
    """By arrow the steps that are known in all its periods, added up."""
    found: dict[Arrow, list[Row]] = {}
    for row in rows:
        found.setdefault((row["sender"], row["receiver"]), []).append(row)
    return {
        arrow: {
            step: sum(row[step] for row in some)
            for step in STEPS
            if all(row[step] is not None for row in some)
        }
        for arrow, some in found.items()
    }


def _shown(cells: Mapping[Key, int], whole: Sequence[Arrow], visitor: Visitor) -> dict[Key, int]:
    """The counts that may be read, with everything that can be computed from them."""
    sums = [Sum((TOTAL, step), tuple((arrow, step) for arrow in whole)) for step in STEPS if whole]
    within = [
        ((arrow, small), (arrow, big))
        for arrow in dict.fromkeys(arrow for arrow, _ in cells)
        for small, big in (("received", "sent"), ("begun", "received"), ("begun", "sent"))
        if (arrow, small) in cells and (arrow, big) in cells
    ]
    named: dict[disclosure.Cell, int] = dict(cells.items())
    hidden = disclosure.protect(named, sums, within, access.SMALLEST[visitor.role])
    shown = {key: n for key, n in cells.items() if key not in hidden}
    if visitor.role is Role.TEAM:
        return shown
    return {key: texts.to_five(n) for key, n in shown.items()}


def _name(arrow: Arrow, titles: Mapping[str, str]) -> str:
    sender, receiver = (titles.get(id, texts.GONE) for id in arrow)
    return texts.CHAIN_ARROW.format(van=sender, naar=receiver)


def _told(arrow: Arrow, shown: Mapping[Key, int]) -> list[str]:
    counts = {step: shown.get((arrow, step)) for step in STEPS}
    told = [texts.HIDDEN_CELL if n is None else texts.number(n) for n in counts.values()]
    return [*told, _success(counts)]


def _success(counts: Mapping[str, int | None]) -> str:
    """Started of those sent, from the counts that are shown."""
    sent, begun = counts["sent"], counts["begun"]
    if sent is None or begun is None:
        return texts.HIDDEN_CELL
    if far := beyond(begun, sent):
        word = texts.BELOW_SHARE if far.side is Side.BELOW else texts.ABOVE_SHARE
        return word.format(grens=texts.whole_percent(far.limit))
    success = collaboration.chain(sent, None, begun)[-1].of_first
    if success is None:
        return texts.NOT_KNOWN
    low, high = success.interval.low, success.interval.high
    return texts.SCORE_INTERVAL.format(
        deel=texts.whole_percent(success.value),
        laag=texts.whole_percent(low),
        hoog=texts.whole_percent(high),
    )


def _days(rows: Sequence[Row]) -> dict[Arrow, str]:
    """By arrow the median wait in its newest period, when that period has enough who started."""
    found: dict[Arrow, str] = {}
    for row in sorted(rows, key=lambda one: (one["ends"], one["starts"])):
        enough = (row["begun"] or 0) >= access.SMALLEST[Role.TEAM]
        told = row["days"] is not None and enough
        found[row["sender"], row["receiver"]] = texts.plain_number(row["days"]) if told else ""
    return found
