"""When a figure rests on too few answers to be shown."""

from wijzer.stats.missing import known

MIN_RESPONDENTS = 30
"""Public survey figures need this many answers (GGD practice; docs/besluiten.md)."""


def too_few(answers: float | None) -> bool:
    """Whether a known number of answers is below the limit; an unknown n is the source's rule."""
    return known(answers) and answers < MIN_RESPONDENTS
