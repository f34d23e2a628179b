"""Somebody votes on a phone, with the keyboard only, on the running program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import watch
from tests.browser.server import Server, serve
from tests.browser.test_every_page import violations
from tests.votes.meeting import HOSTILE, TITLES, begin, papers, themes, vote
from wijzer import texts
from wijzer.store import votes
from wijzer.ui.vote_cards import cards

_SMALL = """() => [...document.querySelectorAll('a, button, input, select')]
  .filter((one) => one.type !== 'hidden' && one.getBoundingClientRect().height < 44)
  .map((one) => one.outerHTML)"""
_WIDE = "() => document.documentElement.scrollWidth - innerWidth"


@dataclass(frozen=True)
class Poll:
    """A server with an open round by points and one by place, and papers for both."""

    server: Server
    dots: list[str]
    rank: list[str]


@pytest.fixture(scope="module")
def poll(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Poll]:
    """Papers are handed out and the server runs; it needs no figures for this."""
    folder = tmp_path_factory.mktemp("poll")
    register = begin(folder / "register")
    options = themes(register, [*TITLES[:2], "Zeer" * 50, HOSTILE])
    dots = papers(register, vote(register, options), 5)
    rank = papers(register, vote(register, options[:3], "rank"), 5)
    register.close()
    figures = folder / "figures"
    with serve(folder / "app.log", figures, register=folder / "register") as server:
        yield Poll(server, dots, rank)


def check_page(page: Page, title: str) -> None:
    """The page that is meant, for everyone to read and to touch, on the narrowest phone too."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert violations(page) == []
    assert page.evaluate(_SMALL) == []
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(_WIDE) <= 0
    page.set_viewport_size(size)  # type: ignore[arg-type]


def test_votes_with_points_by_keyboard_only(phone: Page, poll: Poll) -> None:
    heard = watch(phone, poll.server.host)
    phone.goto(poll.server.url + "/stem")
    check_page(phone, texts.VOTE_TITLE)
    phone.keyboard.press("Tab")
    phone.keyboard.type(f" {votes.written(poll.dots[0]).lower()}")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile(f"/stem/{poll.dots[0]}$"))
    check_page(phone, "Wat is het belangrijkst in de wijk?")
    for points in "2010":
        phone.keyboard.press("Tab")
        phone.keyboard.type(points)
    chosen = [one.input_value() for one in phone.get_by_role("combobox").all()]
    assert chosen == list("2010")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    check_page(phone, texts.VOTE_COUNTED)
    phone.reload()
    check_page(phone, texts.VOTE_COUNTED)
    assert heard.errors == heard.outside == []


def test_is_told_what_to_do_and_nothing_is_lost(phone: Page, poll: Poll) -> None:
    phone.goto(f"{poll.server.url}/stem/{poll.rank[0]}")
    first, second, third = phone.get_by_role("combobox").all()
    first.select_option("1")
    second.select_option("1")
    phone.get_by_role("button").click()
    check_page(phone, "Wat is het belangrijkst in de wijk?")
    expect(phone.get_by_role("alert")).to_have_text(texts.VOTE_FAULTS["places"])
    assert [one.input_value() for one in (first, second, third)] == ["1", "1", ""]
    second.select_option("3")
    third.select_option("2")
    phone.get_by_role("button").click()
    check_page(phone, texts.VOTE_COUNTED)
    phone.get_by_role("link").click()
    expect(phone).to_have_url(f"{poll.server.url}/stem")


def test_a_second_phone_is_told_so(phone: Page, poll: Poll, chrome: Browser) -> None:
    other = chrome.new_context(java_script_enabled=False).new_page()
    for page in (other, phone):
        page.goto(f"{poll.server.url}/stem/{poll.dots[1]}")
        page.get_by_role("combobox").first.select_option("3")
    other.get_by_role("button").click()
    expect(other.get_by_role("heading", level=1)).to_have_text(texts.VOTE_COUNTED)
    phone.get_by_role("button").click()
    check_page(phone, texts.VOTE_USED)
    other.context.close()


def test_a_wrong_code_can_be_put_right(phone: Page, poll: Poll) -> None:
    phone.goto(f"{poll.server.url}/stem/{poll.dots[2][:7]}")
    check_page(phone, texts.VOTE_UNKNOWN)
    field = phone.get_by_label(texts.VOTE_CODE)
    assert field.input_value() == poll.dots[2][:7]
    field.fill(poll.dots[2])
    phone.get_by_role("button").click()
    expect(phone.get_by_role("combobox")).to_have_count(4)


@pytest.mark.parametrize(("number", "sheets"), [(1, 1), (10, 1), (11, 2), (25, 3)])
def test_ten_cards_fill_a_sheet_of_paper(page: Page, number: int, sheets: int) -> None:
    codes = [f"K3F9X{one:03}" for one in range(number)]
    page.set_content(cards(codes, "http://192.168.100.200:8501", HOSTILE, "Bewoners").decode())
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == sheets
    hidden = "(all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length"
    assert page.locator("article").evaluate_all(hidden) == 0
