"""Tables that a screen reader can read, with nothing in them but words."""

import re

import pytest
import streamlit as st

from wijzer.model import Sign
from wijzer.ui import screen
from wijzer.ui.tables import Cell, table

BAD = "<img src=x onerror=alert(1)> & \"'"


def test_everything_is_escaped() -> None:
    made = table(BAD, [BAD, BAD], [[BAD, Cell(BAD, BAD, Sign.SIMILAR, BAD)], [BAD, BAD]])
    assert "<img" not in made
    assert made.count("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#x27;") == 10


def test_headers_caption_and_region() -> None:
    made = table("Cijfers", ["Gebied", "Cijfer"], [["Kade", Cell("67%", "−", Sign.UNFAVOURABLE)]])
    assert re.findall(r"<caption>(.*?)</caption>", made) == ["Cijfers"]
    assert re.findall(r'<th scope="col">(.*?)</th>', made) == ["Gebied", "Cijfer"]
    assert re.findall(r'<th scope="row">(.*?)</th>', made) == ["Kade"]
    assert 'tabindex="0"' in made and 'role="region"' in made and 'aria-label="Cijfers"' in made


def test_a_sign_is_a_mark_for_the_eye_and_a_word_for_the_ear() -> None:
    made = table("x", ["a", "b"], [["Kade", Cell("67%", "−", Sign.UNFAVOURABLE, "ongunstiger")]])
    (cell,) = re.findall(r"<td[^>]*>(.*?)</td>", made)
    assert re.search(r'<span[^>]*aria-hidden="true"[^>]*>−</span>', cell)
    seen = re.sub(r'<span[^>]*aria-hidden="true"[^>]*>.*?</span>', "", cell)
    assert re.sub(r"<[^>]+>", "", seen).split() == ["67%", "ongunstiger"]
    assert 'class="wz-unfavourable"' in made


def test_no_rows() -> None:
    assert "<tbody></tbody>" in table("leeg", ["a"], [])


@pytest.mark.parametrize(
    ("told", "narrow"),
    [("390", True), ("320", True), ("639", True), ("1280", False), ("1920", False), ("", False),
     ("-5", False), ("abc", False), ("٣٩٠", True), ("1e9", False), ("0", True), ("9" * 30, False)],
)  # fmt: skip
def test_width_whatever_the_cookie_says(
    monkeypatch: pytest.MonkeyPatch, told: str, narrow: bool
) -> None:
    """Our own first page sets the cookie; a visitor can put anything in it."""
    monkeypatch.setattr(type(st.context), "cookies", {screen.WIDTH_COOKIE: told})
    half, whole = screen.width(1 / 2), screen.width()
    assert 200 <= half <= whole <= 1280
    assert (half == whole) == narrow
