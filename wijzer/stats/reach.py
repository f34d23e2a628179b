"""Who is reached: how many of the target group, by whom they are counted, and where they leave.

A register count has no sampling error: what is unsure about reach is the size of the target
group. So the interval by rounding or by estimate comes first, and Wilson's stands beside it for
those who read the participants as a sample. The limits of a count of people over time are those
of `rates.exact_poisson`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from wijzer.stats.compare import Difference, newcombe
from wijzer.stats.missing import known
from wijzer.stats.people import Size, counted
from wijzer.stats.proportion import BadCounts, Interval, check, wilson


class BadFunnel(ValueError):
    """A step with more people than one before it; `step` is its name."""

    def __init__(self, step: str, count: float, before: float) -> None:
        super().__init__(f"{step} has {count} people, and only {before} came so far")
        self.step = step


@dataclass(frozen=True, slots=True)
class Share:
    """k out of n as a fraction, with its Wilson interval."""

    k: float
    n: float
    value: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Reach:
    """Share of a target group that was reached, as a fraction.

    `by_size` runs over the sizes the group can have: through rounding, or by an estimate.
    """

    reached: float
    size: Size
    value: float
    by_size: Interval
    wilson: Interval


@dataclass(frozen=True, slots=True)
class Precision:
    """Participants in the target group among those of whom that is known.

    `share` is None when it is known of nobody; `unknown` is the part, as a fraction of all
    participants, of whom it is not known.
    """

    share: Share | None
    unknown: float


@dataclass(frozen=True, slots=True)
class Unique:
    """Different people over several interventions: `low` to `high`, the same when all are known.

    `total` is the sum over the interventions, which counts people as often as they take part.
    """

    low: int
    high: int
    total: int

    @property
    def exact(self) -> bool:
        """Whether everybody could be matched, or there is no room for doubt."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Participation:
    """Started / offered; `sensitivity` adds those of whom nothing is known to the offered."""

    rate: Share
    sensitivity: Share


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a funnel; its shares are None where the step they are of is missing or empty."""

    name: str
    count: float | None
    of_previous: Share | None
    of_first: Share | None


@dataclass(frozen=True, slots=True)
class Intensity:
    """Median over people of attended / held while enrolled, as a fraction.

    `n` people are behind it; `left_out` were enrolled while nothing was held.
    """

    median: float
    n: int
    left_out: int


@dataclass(frozen=True, slots=True)
class DropOut:
    """Who stopped before the end, and why, all as shares of those who started."""

    total: Share
    reasons: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Gap:
    """Reach in the priority group against outside it; no `ratio` when nobody there was reached."""

    priority: Share
    outside: Share
    ratio: float | None
    difference: Difference


def share(k: float | None, n: float | None, level: float = 0.95) -> Share | None:
    """k out of n. None when a count is missing or n is 0. Raises BadCounts."""
    interval = wilson(k, n, level)
    if interval is None or not (known(k) and known(n)):
        return None
    return Share(k, n, k / n, interval)


def reach(reached: float | None, size: Size | None, level: float = 0.95) -> Reach | None:
    """People of the target group with at least one attended session / size of that group.

    Only people in the target group may be counted in `reached`. By size: reached / highest to
    reached / lowest size. A group is never smaller than those reached in it: sizes below that
    are read as that number, so no share passes 1.

    None when a figure is missing, and for an empty group. Raises BadCounts below 0 and when
    more were reached than the group can hold. Source: RE-AIM; rounding as `people.counted`.
    """
    if not known(reached) or size is None or not known(size.count):
        return None
    check(reached, size.high)
    n = max(size.count, reached)
    beside = wilson(reached, n, level)
    if beside is None:
        return None
    lowest = max(size.low, reached)
    by_size = Interval(reached / size.high, reached / lowest if lowest else 0.0)
    return Reach(reached, size, reached / n, by_size, beside)


def estimated(
    part: float | None, interval: Interval | None, inhabitants: Size | None
) -> Size | None:
    """Size of a target group from a survey share with its interval, times inhabitants: P·I.

    From the lower limit of the lowest to the upper limit of the highest number of inhabitants.
    An estimate: say so beside it. None when something is missing. Raises BadCounts for a share
    outside its interval and for an interval outside 0 to 1.
    """
    if not known(part) or interval is None or inhabitants is None or not known(inhabitants.count):
        return None
    if not (0 <= interval.low <= part <= interval.high <= 1):
        raise BadCounts(f"a share of {part} within {interval}")
    low, high = interval.low * inhabitants.low, interval.high * inhabitants.high
    return Size(part * inhabitants.count, low, high)


def summed(cells: Sequence[float | None]) -> Size | None:
    """Sum of cells that CBS rounded to fives, each up or down at random: four off per cell.

    None without cells and when one is missing: a sum without it is not the whole. Raises
    BadCounts for a cell below 0. Source: as `people.counted`.
    """
    whole = [cell for cell in cells if known(cell)]
    if not whole or len(whole) < len(cells):
        return None
    if min(whole) < 0:
        raise BadCounts(f"a cell cannot be {min(whole)}")
    return counted(sum(whole), 5 * len(whole))


def precision(inside: int, outside: int, unknown: int = 0, level: float = 0.95) -> Precision | None:
    """Different participants in the target group / those of whom it is known.

    None without participants. Raises BadCounts below 0.
    """
    if min(inside, outside, unknown) < 0:
        raise BadCounts(f"{inside} inside, {outside} outside, {unknown} unknown")
    everybody = inside + outside + unknown
    if everybody == 0:
        return None
    return Precision(share(inside, inside + outside, level), unknown / everybody)


def unique(matched: Iterable[Collection[str]], counts: Iterable[int] = ()) -> Unique:
    """Different people over interventions: those with a key exactly, those without in bounds.

    `matched` has the people of each intervention by their key, `counts` the number of different
    people of each intervention whose people cannot be matched. At least the largest part, at
    most the sum of the parts. Raises BadCounts below 0.
    """
    groups, counts = [set(people) for people in matched], list(counts)
    if min(counts, default=0) < 0:
        raise BadCounts(f"a number of people cannot be {min(counts)}")
    everybody = len(set().union(*groups))
    total = sum(map(len, groups)) + sum(counts)
    return Unique(max(everybody, *counts, 0), everybody + sum(counts), total)


def participation(
    started: int | None, offered: int | None, unknown: int | None = 0, level: float = 0.95
) -> Participation | None:
    """Started / eligible people who were offered it; and / (offered + unknown) beside it.

    Started is coming to the first session; unknown are the lost and the undetermined, who may
    have been eligible. None when a count is missing or nobody was offered it. Raises BadCounts.
    Source: RE-AIM (participation rate with a sensitivity analysis).
    """
    if offered is None or unknown is None:
        return None
    check(0, unknown)
    rate, careful = share(started, offered, level), share(started, offered + unknown, level)
    return None if rate is None or careful is None else Participation(rate, careful)


def funnel(steps: Mapping[str, float | None], level: float = 0.95) -> tuple[Step, ...]:
    """The steps in their order, each as a share of the one before and of the first.

    Everybody in a step was in the one before, so a step cannot grow: raises BadFunnel, with
    its name, when it does. Shares of a missing step are None. Raises BadCounts below 0.
    """
    _check_steps(steps)
    counts = list(steps.values())
    before = [None, *counts]
    return tuple(
        Step(name, count, share(count, previous, level), share(count, counts[0], level))
        for (name, count), previous in zip(steps.items(), before, strict=False)
    )


def intensity(attendance: Iterable[tuple[int, int]]) -> Intensity | None:
    """Sessions attended / sessions held while enrolled, per person; then the median.

    People with nothing held while they were enrolled are left out and told. None when nobody
    remains. Raises BadCounts when somebody attended more than was held.
    """
    people = list(attendance)
    for attended, held in people:
        check(attended, held)
    shares = [attended / held for attended, held in people if held]
    if not shares:
        return None
    return Intensity(median(shares), len(shares), len(people) - len(shares))


def drop_out(
    started: int | None, reasons: Mapping[str, int], level: float = 0.95
) -> DropOut | None:
    """People who ended before completion by their one reason; "unknown" is a reason too.

    None when it is not known that anybody started. Raises BadCounts below 0 and when more
    stopped than started.
    """
    total = share(sum(reasons.values()), started, level)
    parts = {reason: share(count, started, level) for reason, count in reasons.items()}
    if total is None:
        return None
    return DropOut(total, {reason: part for reason, part in parts.items() if part is not None})


def gap(priority: Share | None, outside: Share | None, level: float = 0.95) -> Gap | None:
    """Reach in the priority group beside reach outside it: the ratio and the difference.

    The difference (priority - outside) has Newcombe's interval. None when one is missing.
    """
    if priority is None or outside is None:
        return None
    found = newcombe(priority.k, priority.n, outside.k, outside.n, level)
    assert found is not None  # a share has people below it
    ratio = priority.value / outside.value if outside.k else None
    return Gap(priority, outside, ratio, found)


def _check_steps(steps: Mapping[str, float | None]) -> None:
    smallest = float("inf")
    for name, count in steps.items():
        if not known(count):
            continue
        check(0, count)
        if count > smallest:
            raise BadFunnel(name, count, smallest)
        smallest = count
