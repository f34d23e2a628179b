"""Goals and focus: how far a goal has come, whether it is on course, and what a plan covers.

Figures of a goal are in the unit of its indicator. Lower is better when the target lies below
the baseline. Progress is a fraction of the way: 0 at the baseline, 1 at the target, below 0
when things got worse and above 1 past the target; it is never clipped.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from wijzer.stats.missing import known
from wijzer.stats.proportion import Interval

PILLARS = (1, 2, 3, 4)
"""Numbers of the pillars of a neighbourhood approach; interventions should stand on more."""

# Progress is compared to this many decimals, so that 9.2 on the way from 10 to 8 is exactly 0.4.
_FINE = 9


class BadPlan(ValueError):
    """A pillar that does not exist, or fewer than 0 hours."""


class Course(StrEnum):
    """What may be said of a goal; UNKNOWN when nothing may."""

    ON_COURSE = "on_course"
    BEHIND = "behind"
    UNCERTAIN = "uncertain"
    REACHED = "reached"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Running:
    """A running intervention: the themes it serves and the pillars it stands on."""

    themes: Collection[str]
    pillars: Collection[int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What running interventions cover; both coverages are fractions.

    `theme_coverage` is None when no theme has priority. `uncovered` keeps the order of priority.
    """

    theme_coverage: float | None
    pillars_covered: tuple[int, ...]
    pillar_coverage: float
    uncovered: tuple[str, ...]


def progress(baseline: float | None, target: float | None, current: float | None) -> float | None:
    """(current - baseline) / (target - baseline), a fraction, not clipped.

    None when a figure is missing and when the target equals the baseline.
    """
    if not (known(baseline) and known(target) and known(current)) or target == baseline:
        return None
    return (current - baseline) / (target - baseline)


def progress_interval(
    baseline: float | None, target: float | None, low: float | None, high: float | None
) -> Interval | None:
    """Progress at both ends of the interval of the current value, from least to most.

    Baseline and target count as known exactly. None where `progress` is None. Raises
    BadInterval for low > high.
    """
    if not (known(low) and known(high)):
        return None
    current = Interval(low, high)
    one, other = (progress(baseline, target, end) for end in (current.low, current.high))
    return None if one is None or other is None else Interval(min(one, other), max(one, other))


def course(
    baseline: float | None,
    target: float | None,
    current: Interval | None,
    share_of_time: float | None,
) -> Course:
    """Whether the interval of the current value supports what one would like to say.

    The expected value runs in a straight line from the baseline to the target, while
    `share_of_time` (a fraction, cut off at 0 and 1) runs from 0 to 1. REACHED when the whole
    interval lies at or beyond the target, ON_COURSE at or beyond the expected value, BEHIND
    before it; UNCERTAIN otherwise. A limit belongs to what it closes: an end that lies on the
    expected value has reached it, so the worst end there is ON_COURSE, the best UNCERTAIN.

    UNKNOWN without an interval, for a value alone supports nothing; also when a figure or the
    time is missing and when the target equals the baseline. Only a count of everybody may come
    as an interval without width.
    """
    if current is None or not known(share_of_time):
        return Course.UNKNOWN
    done = progress_interval(baseline, target, current.low, current.high)
    if done is None:
        return Course.UNKNOWN
    least, most = round(done.low, _FINE), round(done.high, _FINE)
    expected = round(min(1.0, max(0.0, share_of_time)), _FINE)
    if least >= 1:
        return Course.REACHED
    if least >= expected:
        return Course.ON_COURSE
    return Course.BEHIND if most < expected else Course.UNCERTAIN


def coverage(prioritised: Sequence[str], running: Iterable[Running]) -> Coverage:
    """Themes with priority, and the four pillars, with at least one running intervention.

    Pillars count whatever theme the intervention serves; a theme named twice counts once.
    Raises BadPlan for a pillar that is not one of the four.
    """
    running, themes = list(running), list(dict.fromkeys(prioritised))
    served = {theme for one in running for theme in one.themes}
    used = {pillar for one in running for pillar in one.pillars}
    if not used <= set(PILLARS):
        raise BadPlan(f"pillars {used} of {PILLARS}")
    uncovered = tuple(theme for theme in themes if theme not in served)
    return Coverage(
        (len(themes) - len(uncovered)) / len(themes) if themes else None,
        tuple(pillar for pillar in PILLARS if pillar in used),
        len(used) / len(PILLARS),
        uncovered,
    )


def off_focus(hours: Mapping[str | None, float]) -> float | None:
    """Share of the hours per theme that went to none with priority: those under None.

    A fraction. Hours on a theme without priority belong under None too; euros will also do.
    None when the total is 0 and when hours are missing. Raises BadPlan below 0.
    """
    if any(h < 0 for h in hours.values()):
        raise BadPlan("fewer than 0 hours")
    total = fsum(hours.values())
    return hours.get(None, 0) / total if total > 0 else None  # NaN is not above 0 either
