"""How much text fits in a box: never more than there is room for, and no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.export import slide_fit

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=30), min_size=1, max_size=80)
SIZES = (28, 24, 20)


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("kort", 1), ("een twee", 1), ("x" * 40, 2), ("een\ntwee", 2), ("a\n\nb", 3)],
)
def test_lines(text: str, count: int) -> None:
    """Twenty letters of ten points on a line."""
    width = 20 * 10 * slide_fit.LETTER + 0.1
    assert slide_fit.lines(text, 10, width) == count
    assert slide_fit.height(text, 10, width) == count * 10 * slide_fit.LINE


@pytest.mark.parametrize(
    ("text", "size"), [("kort", 28), ("woord " * 30, 24), ("woord " * 900, 20)]
)
def test_the_largest_size_that_fits(text: str, size: int) -> None:
    assert slide_fit.largest(text, 500, 165, SIZES) == size


@given(WORDS, st.integers(60, 600), st.integers(30, 300))
def test_what_is_cut_fits_and_says_so(words: list[str], width: int, room: int) -> None:
    text = " ".join(words)
    found = slide_fit.cut(text, 20, width, room)
    assert slide_fit.height(found, 20, width) <= max(room, 20 * slide_fit.LINE)
    assert found == text or found.endswith("…")
    if slide_fit.height(text, 20, width) <= room:
        assert found == text


@given(st.lists(WORDS, max_size=12), st.integers(60, 600), st.integers(40, 300))
def test_a_list_over_more_slides_keeps_every_word(
    items: list[list[str]], width: int, room: int
) -> None:
    lines = [" ".join(words) for words in items]
    pages = list(slide_fit.pages(lines, 20, width, room))
    told = "".join("".join(part.split()) for page in pages for part in page)
    assert told == "".join("".join(line.split()) for line in lines)
    for page in pages:
        high = sum(slide_fit.height(one, 20, width) + 20 * slide_fit.BETWEEN for one in page)
        assert page and high <= room
