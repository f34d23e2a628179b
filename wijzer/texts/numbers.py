"""Dutch numbers with their units."""

from datetime import date as Date
from decimal import ROUND_HALF_UP, Decimal


def number(value: float, decimals: int = 0) -> str:
    """A Dutch number: point for thousands, decimal comma, rounded half away from zero."""
    exact = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    plain = f"{abs(exact):,.{decimals}f}"
    sign = "−" if exact < 0 and any(digit in "123456789" for digit in plain) else ""
    return sign + plain.translate(str.maketrans(",.", ".,"))


def amount(value: float, unit: str, decimals: int = 0) -> str:
    """A Dutch number with its unit: "67%", "0,7 km", "31.200 euro"."""
    if unit == "%":
        return f"{number(value, decimals)}%"
    if unit == "x 1.000 euro":
        return f"{number(value * 1000, 0 if decimals <= 3 else decimals - 3)} euro"
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
