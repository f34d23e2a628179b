"""Pure statistics: numbers in, numbers out; no screen, no store, no Dutch.

Shares are fractions (0 to 1) wherever a count is involved; `sign`, `points_rule` and everything
in `spread` take figures in the unit of the indicator.

One rule for what lies exactly on a limit: *a limit belongs to what it closes*. An interval is
closed, so a benchmark on its end, or two intervals that touch, are no difference. A threshold
is reached by the value that equals it, so a gap of exactly 5 points earns a sign, a z-score of
exactly 1 is in the class "from 1", and a value on the upper limit of a target has reached it.

Missing is None or NaN and gives None or UNKNOWN or NOT_CALCULATED, never 0. Figures that
cannot exist (more hits than answers, a limit below its own lower limit) raise.
"""
