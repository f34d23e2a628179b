"""Invented figures never look real: each picture, table and file of them carries the mark."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.entering import Holds, elements, html, own_register
from tests.pages.visit import plain, trouble, visit
from wijzer import catalog, texts
from wijzer.store.register import Register
from wijzer.ui import links

PICTURES = {"vega_lite_chart", "arrow_vega_lite_chart", "deck_gl_json_chart"}
NOT_INVENTED = (
    "door de jaren",  # the public figures of the area
    "Zo telt",  # how an instrument is scored
    texts.EVENTS_TABLE,  # each event carries its own mark
)


@pytest.fixture(params=[False, True], ids=["team", "public"])
def register(request: pytest.FixtureRequest, monitor_held: Path) -> Iterator[Register]:
    """A register as everybody begins with, for the team and for the public."""
    with own_register(monitor_held, Holds.EXAMPLES, shared=request.param) as found:
        yield found


def titles(found: AppTest) -> list[str]:
    """What the tables and pictures of a page are called."""
    captions = [one for body in html(found) for one in re.findall("<caption>(.*?)</caption>", body)]
    drawn = [one.proto.alt for one in elements(found.main) if one.type in PICTURES]
    return [*captions, *drawn]


@pytest.mark.parametrize("neighbourhood", catalog.neighbourhoods())
@pytest.mark.parametrize("page", links.MONITOR.values())
def test_every_table_and_picture_of_examples_says_so(
    page: str, neighbourhood: str, register: Register
) -> None:
    found = visit(page, {"wijk": neighbourhood})
    assert trouble(found) == []
    assert texts.EXAMPLE_MONITOR in " ".join(html(found))
    assert [body for body in html(found) if "**" in body] == []  # a picture's sentence is text
    told = [one for one in titles(found) if not any(word in one for word in NOT_INVENTED)]
    assert [one for one in told if "oorbeeld" not in one] == []
    assert told or neighbourhood == "zuidwest"


@pytest.mark.parametrize("part", ["plan", *links.MONITOR.values()])
def test_the_same_side_by_side(part: str, register: Register) -> None:
    found = visit("vergelijken", {"beeld": part})
    assert trouble(found) == []
    assert texts.EXAMPLE_MONITOR in " ".join(html(found))
    told = titles(found)
    assert told and all("oorbeeld" in one for one in told)


@pytest.mark.parametrize("neighbourhood", catalog.neighbourhoods())
def test_the_first_page_says_of_each_question_what_its_page_says(
    neighbourhood: str, register: Register
) -> None:
    """And what is invented says so in the line itself."""
    name = catalog.neighbourhood(neighbourhood).name
    found = visit()
    assert trouble(found) == []
    [column] = [one for one in html(found) if f'"wz-four"><h3>{name}<' in one]
    lines = [plain(one) for one in re.findall("<dd>(.*?)</dd>", column)]
    for line, page in zip(lines, links.MONITOR.values(), strict=True):
        leads = _leads(visit(page, {"wijk": neighbourhood}))
        assert line in [texts.marked(lead, example) for lead in leads for example in (True, False)]
    assert sum(line.endswith(texts.EXAMPLE_MARK + ")") for line in lines) >= 3


def _leads(found: AppTest) -> list[str]:
    """The messages of a page: why there is no plan may stand above what is known."""
    bodies = re.findall('<p class="wz-lead">(.*?)</p>', " ".join(html(found)), re.S)
    return [plain(one) for one in bodies]
