"""Dutch numbers with their units."""

from datetime import date as Date
from decimal import ROUND_HALF_UP, Decimal
from unicodedata import combining, normalize


def number(value: float, decimals: int = 0) -> str:
    """A Dutch number: point for thousands, decimal comma, rounded half away from zero."""
    exact = _rounded(value, decimals)
    plain = f"{abs(exact):,.{decimals}f}"
    sign = "−" if exact < 0 and any(digit in "123456789" for digit in plain) else ""
    return sign + plain.translate(str.maketrans(",.", ".,"))


def _rounded(value: float, decimals: int) -> Decimal:
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def amount(value: float, unit: str, decimals: int = 0) -> str:
    """A Dutch number with its unit: "67%", "0,7 km", "31.200 euro"."""
    if unit == "%":
        return f"{number(value, decimals)}%"
    if unit == "x 1.000 euro":
        # Rounded before it is written out: 29.167,4 is no more precise than 29,2 thousand.
        return f"{number(float(_rounded(value, decimals)) * 1000, max(0, decimals - 3))} euro"
    return f"{number(value, decimals)} {unit}".removesuffix(" aantal")


_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def date(day: Date) -> str:
    """A day as "3 maart 2019"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def span(first: int, last: int) -> str:
    """Years as "2019" or "2012 tot en met 2020"."""
    return str(first) if first == last else f"{first} tot en met {last}"


def plain_number(value: float) -> str:
    """A number with as many decimals as it has, at most three."""
    text = number(value, 3).rstrip("0").rstrip(",") if value % 1 else number(value)
    return text or "0"


def without_accents(text: str) -> str:
    """The text with plain letters: "café" → "cafe"."""
    return "".join(one for one in normalize("NFKD", text) if not combining(one))
