"""Colours that everybody can tell apart: contrast, greyscale, deuteranopia."""

from itertools import combinations, pairwise

import pytest

from wijzer import palette
from wijzer.charts import bands, trend
from wijzer.model import Sign

Linear = tuple[float, float, float]


def linear(colour: str) -> Linear:
    """sRGB to linear light (IEC 61966-2-1)."""
    red, green, blue = (part / 255 for part in palette.rgb(colour))
    return tuple(  # type: ignore[return-value]
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    )


def luminance(light: Linear) -> float:
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(colour: str, other: str = palette.PAPER) -> float:
    """WCAG 2.2 contrast ratio."""
    high, low = sorted((luminance(linear(one)) for one in (colour, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lightness(light: Linear) -> float:
    """CIE L* of 0 to 100: what is left on a greyscale print."""
    y = luminance(light)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def deuteranope(light: Linear) -> Linear:
    """How someone without green cones sees it (Viénot, Brettel, Mollon 1999)."""
    red, green, blue = light
    same = 0.29275 * red + 0.70725 * green
    return same, same, -0.02234 * red + 0.02234 * green + blue


def lab(light: Linear) -> Linear:
    """CIE L*a*b*, D65."""
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = luminance(light)
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (max(part, 0.0) ** (1 / 3) for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Linear, other: Linear) -> float:
    """CIE76 difference; about 2 is just visible."""
    pairs = zip(lab(one), lab(other), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_known_contrast() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    "colour",
    [*palette.SIGN_COLOUR.values(), *palette.HUES, bands.BENCHMARK, trend.FAINT, palette.ACCENT],
)
def test_marks_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour) >= 3


@pytest.mark.parametrize(
    "colour", [*palette.SIGN_TEXT.values(), *palette.HUE_TEXT, palette.INK, palette.SOFT]
)
def test_words_are_readable(colour: str) -> None:
    assert contrast(colour) >= 4.5


def test_every_sign_has_its_own_shape() -> None:
    assert len(set(palette.SIGN_SHAPE.values())) == len(Sign)
    assert set(palette.SIGN_COLOUR) == set(palette.SIGN_TEXT) == set(Sign)


def test_favourable_and_unfavourable_differ_in_greyscale() -> None:
    good, bad = (linear(palette.SIGN_COLOUR[sign]) for sign in (Sign.FAVOURABLE, Sign.UNFAVOURABLE))
    assert abs(lightness(good) - lightness(bad)) >= 15
    assert distance(deuteranope(good), deuteranope(bad)) >= 40


@pytest.mark.parametrize(("one", "other"), [*combinations(palette.HUES[:3], 2)])
def test_three_neighbourhoods_stay_apart(one: str, other: str) -> None:
    assert abs(lightness(linear(one)) - lightness(linear(other))) >= 8
    assert distance(deuteranope(linear(one)), deuteranope(linear(other))) >= 15


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_ramp_runs_from_light_to_dark(count: int) -> None:
    steps = [lightness(linear(one)) for one in palette.ramp(count)]
    assert len(steps) == count
    assert all(low - high >= 12 for low, high in pairwise(steps))


def test_no_classes_no_colours() -> None:
    assert palette.ramp(0) == ()


def test_more_neighbourhoods_than_hues_start_again() -> None:
    assert palette.hue(len(palette.HUES)) == palette.hue(0)
