"""A picture that explains itself: everything is inside, as text, and nothing is cut off."""

import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFont

from tests.export import made, reading
from wijzer import texts
from wijzer.export import drawing, picture

LONG = made.FACTS.address + "".join(f"&keuze-{number}=waarde" for number in range(40))


def test_everything_that_must_be_known_is_inside() -> None:
    tile = made.tile()
    said = reading.words(picture.svg(tile))
    for text in (tile.title, tile.sentence, tile.worth, tile.note, tile.alternative):
        assert text in said
    for label, text in tile.facts.lines():
        assert f"{label}: {text}" in said
    assert texts.EXAMPLE_SENTENCE not in said


def test_an_example_has_a_band_and_says_so_aloud() -> None:
    tile = made.tile(facts=made.EXAMPLE)
    found = picture.svg(tile)
    drawn, told = re.split("</desc>", found)
    assert texts.EXAMPLE_SENTENCE in drawn
    assert re.search(rf'<rect width="{picture.WIDTH}" height="\d+" [^>]*/><rect width="10"', told)
    assert texts.EXAMPLE_SENTENCE in told


def test_it_is_one_image_with_a_name_and_a_description_in_dutch() -> None:
    root = ElementTree.fromstring(picture.svg(made.tile()))
    assert root.get("role") == "img" and root.get("lang") == "nl"
    title, desc = root[0], root[1]
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "Eenzaam door de jaren: Moerwijk · Moerwijk (Zuidwest) · 9 maart 2026"
    assert desc.text == "Eenzaam door de jaren. Een lijn."


def test_the_chart_is_vector_and_below_the_words() -> None:
    tile = made.tile()
    root = ElementTree.fromstring(picture.svg(tile))
    [inner] = [one for one in root if one.tag.endswith("}svg")]
    assert tile.drawing is not None
    alone = ElementTree.fromstring(drawing.svg(tile.drawing, picture.WIDTH - 2 * picture.EDGE))
    assert inner.get("viewBox") == alone.get("viewBox")
    tops = [float(one.get("y", 0)) for one in root if one.tag.endswith("}text")]
    above = [y for y in tops if y < float(inner.get("y", 0))]
    below = [y for y in tops if y > float(inner.get("y", 0)) + float(inner.get("height", 0))]
    assert len(above) == 2 and above + below == tops
    assert max(tops) < float(root.get("height", 0))


def test_what_people_typed_cannot_break_it() -> None:
    tile = made.tile(title='<script>"&\x0b\x00\ud800', sentence="]]> </svg>")
    said = reading.words(picture.svg(tile))
    assert '<script>"&' in said and "]]> </svg>" in said


def test_the_png_is_sharp_and_not_empty() -> None:
    tile = made.tile(facts=made.EXAMPLE)
    image = Image.open(io.BytesIO(picture.png(tile))).convert("RGB")
    root = ElementTree.fromstring(picture.svg(tile))
    high = picture.SHARP * int(root.get("height", 0))
    assert image.size == (picture.SHARP * picture.WIDTH, high)
    colours = image.getcolors(1_000_000)
    assert colours is not None and len(colours) > 20
    # The margins at the right and at the bottom are empty: nothing runs out of the picture.
    for box in ((image.width - 20, 200, *image.size), (0, high - 30, image.width, high)):
        assert image.crop(box).getcolors() is not None
        assert len(image.crop(box).getcolors() or []) == 1


def test_a_table_has_no_picture() -> None:
    with pytest.raises(ValueError, match="no drawing"):
        picture.svg(made.tile(drawing=None))


WORDS = st.lists(st.text("abcimwMWGÉ%&–,.'0123456789-", min_size=1, max_size=20), max_size=30)


@given(WORDS, st.sampled_from([13, 17, 22]))
def test_lines_fit_and_nothing_is_lost(words: list[str], size: int) -> None:
    text = " ".join(words)
    lines = picture.wrapped(text, size, 300)
    assert all(picture.measured(line, size) <= 300 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_link_goes_on_at_a_choice() -> None:
    lines = picture.wrapped(f"Link: {LONG}", 13, 600)
    assert len(lines) > 2
    assert all(line[0] in "&?" for line in lines[1:])
    assert "".join(lines) == f"Link: {LONG}"


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_no_text_is_wider_than_was_measured(bold: bool) -> None:
    """Else a line would run out of the picture. Measured with the letters themselves."""
    file = drawing.FONTS / f"SourceSansPro-{'Bold' if bold else 'Regular'}.ttf"
    font = ImageFont.truetype(str(file), 1000)
    said = [
        text
        for name in dir(texts)
        if isinstance(text := getattr(texts, name), str) and not name.startswith("_")
    ]
    assert len(said) > 500
    for text in [*said, LONG, "WWWW", "mmmm", "@@@", "ÉÉÉ", "ijtf", "12.345,6%"]:
        true = max(map(font.getlength, text.split("\n")))
        assert picture.measured(text, 1000, bold) >= true, text
