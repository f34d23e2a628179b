"""Participants beside residents: by where they live, age, sex and origin; from shown cells only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijzer import texts
from wijzer.lists import GROUPS
from wijzer.publish.cells import Told
from wijzer.publish.sizes import categories, counted
from wijzer.stats import representation
from wijzer.stats.proportion import Interval, wilson
from wijzer.stats.representation import LIMITS, Presence, ratio_interval
from wijzer.stats.suppression import Side, beyond
from wijzer.store.database import Store

TRAITS = tuple(texts.MIRROR_TRAITS)
_NOT_RESIDENTS = ("unknown", "outside", "other_sex")
"""Groups of participants that the residents are not divided by."""


@dataclass(frozen=True, slots=True)
class Residents:
    """People by group of one trait; `state` tells why there are none: no_residents or
    not_comparable."""

    counts: Mapping[str, float]
    year: int | None
    state: str = ""


@dataclass(frozen=True, slots=True)
class MirrorRow:
    """A group: participants beside residents. Numbers are None where they may not be told."""

    group: str
    name: str
    told: Told
    residents: float
    verdict: str
    share: float | None = None
    interval: Interval | None = None
    ratio: float | None = None
    ratio_interval: Interval | None = None
    share_text: str = texts.HIDDEN_CELL

    @property
    def residents_text(self) -> str:
        return texts.amount(self.residents * 100, "%")

    @property
    def mark(self) -> str:
        return texts.MIRROR_MARK[self.verdict]

    @property
    def word(self) -> str:
        return texts.MIRROR_WORD[self.verdict]

    @property
    def cells(self) -> tuple[str, ...]:
        """The columns of the table under the picture, after the name."""
        between = self.ratio_interval
        return (
            self.told.text,
            self.share_text,
            self.residents_text,
            "" if self.ratio is None else texts.number(self.ratio, 2),
            texts.size_and_share(*(texts.number(end, 2) for end in (between.low, between.high)))
            if between
            else "",
            f"{self.mark} {self.word}",
        )


@dataclass(frozen=True, slots=True)
class Mirror:
    """One trait. `state`: shown, not_crossed, no_residents, not_comparable or nobody."""

    trait: str
    rows: tuple[MirrorRow, ...] = ()
    state: str = "shown"
    year: int | None = None
    index: float | None = None
    with_unknown: bool = False

    @property
    def missing(self) -> list[MirrorRow]:
        """Groups that come less than could be expected, the most lacking first."""
        lacking = (row for row in self.rows if row.verdict == Presence.UNDER)
        return sorted(lacking, key=lambda row: row.ratio or 0.0)

    @property
    def judged(self) -> bool:
        """Whether anything can be said of any group."""
        return any(row.verdict in ("under", "over", "fits") for row in self.rows)


def residents(store: Store, trait: str, area: str, parts: Sequence[str]) -> Residents:
    """Residents of an area by one trait; for where they live those of its parts."""
    groups = [group for group in GROUPS[trait] if group not in _NOT_RESIDENTS]
    wanted = [(area, trait, group) for group in groups]
    if trait == "area":
        groups, wanted = list(parts), [(part, "total", "all") for part in parts]
    elif not set(groups) <= set(known := categories(store, area, trait)):
        return Residents({}, None, "not_comparable" if known else "no_residents")
    found = [counted(store, *one) for one in wanted]
    sizes = [one.size.count for one in found if one]
    if len(sizes) < len(found) or not sum(sizes):
        return Residents({}, None, "no_residents")
    years = [one.year for one in found if one and one.year]
    return Residents(dict(zip(groups, sizes, strict=True)), max(years, default=None))


def mirror(
    trait: str,
    told: Mapping[str, Told],
    total: Told,
    people: Residents,
    names: Mapping[str, str],
    limits: Interval = LIMITS,
) -> Mirror:
    """Participants by group beside residents. `told` has all groups, those without residents too.

    The shares are of participants of whom the group is known, as far as that number is shown;
    else of all participants, and then `with_unknown` says so.
    """
    if people.state or not told:
        return Mirror(trait, state=people.state or "not_crossed")
    if not total.count:
        return Mirror(trait, state="nobody")
    aside = [one for group, one in told.items() if group not in people.counts]
    shown = {group: told[group] for group in people.counts}
    everybody = total.count - sum(one.count or 0 for one in aside)
    n = max(everybody, sum(one.count or 0 for one in shown.values()))
    whole = sum(people.counts.values())
    shares = {group: count / whole for group, count in people.counts.items()}
    rows = tuple(
        _row(group, texts.first_upper(names[group]), one, n, shares[group], limits)
        for group, one in shown.items()
    )
    counts = {group: one.count for group, one in shown.items() if one.count is not None}
    index = representation.index(counts, shares) if len(counts) == len(shares) else None
    with_unknown = any(one.hidden for one in aside)
    return Mirror(trait, rows, "shown", people.year, index, with_unknown)


def _row(group: str, name: str, told: Told, n: int, q: float, limits: Interval) -> MirrorRow:
    if told.count is None:
        return MirrorRow(group, name, told, q, "hidden")
    k = told.count
    ratio, around = (k / n / q, ratio_interval(k, n, q)) if n and q else (None, None)
    return MirrorRow(
        *(group, name, told, q, _verdict(ratio, around, limits)),
        *(k / n if n else None, wilson(k, n), ratio, around),
        percent(k, n),
    )


def _verdict(ratio: float | None, around: Interval | None, limits: Interval) -> str:
    """Under, over or fits; unsure when the interval leaves room for more than one of them."""
    found = representation.presence(ratio, around, limits)
    if found is not Presence.FITS or ratio is None or around is None:
        return found.value
    beyond_limits = not limits.contains(round(ratio, 9))
    wide = around.low < limits.low and around.high > limits.high
    return "unsure" if beyond_limits or wide else found.value


def percent(k: float, n: float) -> str:
    """A share of people as text; of nobody and of everybody only on which side of a limit."""
    if not n:
        return texts.TARGET_NOT_APPLICABLE
    limit = beyond(k, n)
    if limit:
        word = texts.BELOW_SHARE if limit.side is Side.BELOW else texts.ABOVE_SHARE
        return word.format(grens=texts.amount(limit.limit * 100, "%"))
    share = texts.amount(k / n * 100, "%")
    return texts.BELOW_SHARE.format(grens="1%") if share == "0%" else share
