"""A meeting by keyboard, on a wall of 1024 by 768: large type, live changes, and no network."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.screen import Heard, settle, visit, watch
from tests.browser.server import Server
from tests.browser.test_every_page import violations
from wijzer import texts

WALL = {"width": 1024, "height": 768}
SMALLEST = 24
PROFILE = "/toon?set=profiel&wijk=zuidwest&deel=heel"
OWN = "/toon?presentatie=presentatie-voorbeeld-stevenshof"
DECKS = {
    "profiel": PROFILE,
    "vragen": "/toon?set=vragen&wijk=stevenshof",
    "vergelijken": "/toon?set=vergelijken&wijk=alphen-noord",
    "eigen": OWN,
}

# Every text that can be seen, with its size in pixels as it is drawn.
_SIZES = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const one = node.parentElement, text = node.textContent.trim();
    const range = document.createRange();
    range.selectNodeContents(node);
    const at = range.getBoundingClientRect();
    const cut = (up) => up
      && (getComputedStyle(up).clipPath.startsWith('inset(50%') || cut(up.parentElement));
    if (!text || at.width < 1 || at.height < 1 || cut(one)) continue;
    const drawn = one.closest('svg') ? Math.hypot(one.getScreenCTM().a, one.getScreenCTM().b) : 1;
    found.push([parseFloat(getComputedStyle(one).fontSize) * drawn, text.slice(0, 60)]);
  }
  return found;
}"""

# What is wider or higher than its place: words that would be cut off.
_OUTSIDE = """() => {
  const slide = document.querySelector('.dia.nu'), found = [];
  for (const one of [document.documentElement, slide, ...slide.querySelectorAll('h2, .bron')])
    if (one.scrollWidth > one.clientWidth + 1) found.push('wide ' + one.tagName);
  for (const one of [document.documentElement, slide])
    if (one.scrollHeight > one.clientHeight + 1) found.push('high ' + one.tagName);
  return found;
}"""


@pytest.fixture
def room(chrome: Browser) -> Iterator[BrowserContext]:
    """A browser on a beamer."""
    context = chrome.new_context(viewport=WALL, locale="nl-NL")  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def wall(room: BrowserContext) -> Page:
    """An empty tab on a beamer."""
    return room.new_page()


def begin(page: Page, address: str) -> None:
    """Open a presentation and wait until its script and font are there."""
    page.goto(address, timeout=120_000)  # the first one after a start waits for the register
    page.wait_for_selector("body.speler")
    page.evaluate("document.fonts.ready")


def number(page: Page) -> tuple[int, int]:
    """Which slide is shown, and of how many."""
    shown, count = re.findall(r"\d+", page.locator("#nummer").inner_text())
    return int(shown), int(count)


def heading(page: Page) -> str:
    return page.locator(".dia.nu h2").inner_text()


def fetched(page: Page) -> None:
    """Wait until everything that may be asked for is in memory."""
    page.wait_for_function("() => Number(document.body.dataset.opgehaald) > 20", timeout=60_000)


# --- keys -----------------------------------------------------------------------------------------


def test_a_meeting_by_keyboard(wall: Page, app: Server) -> None:
    heard = watch(wall, app.host)
    begin(wall, app.url + PROFILE)
    assert wall.title().startswith("Profiel van Den Haag Zuidwest · ")
    assert number(wall)[0] == 1 and number(wall)[1] >= 10
    check_keys_move(wall)
    check_every_slide(wall)
    wall.keyboard.press("Home")
    wall.keyboard.press("ArrowRight")
    wall.reload()
    wall.wait_for_selector("body.speler")
    assert number(wall)[0] == 2
    assert heard.errors == [] and heard.outside == []


def check_keys_move(page: Page) -> None:
    at = 1
    for key in ("PageDown", "Space", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        at += 1
        assert number(page)[0] == at
        assert urlsplit(page.url).fragment == str(at)
    for key in ("PageUp", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        at -= 1
        assert number(page)[0] == at
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    assert number(page)[0] == number(page)[1]
    page.keyboard.press("Home")
    page.keyboard.press("PageUp")
    assert number(page)[0] == 1


def check_every_slide(page: Page) -> None:
    """One sentence and one picture; source and way back; and a screen reader hears which."""
    seen = []
    for _ in range(number(page)[1]):
        seen.append(heading(page))
        if page.locator(".dia.nu .beeld").count():
            assert texts.SOURCE in page.locator(".dia.nu .bron").inner_text()
            assert page.locator(".dia.nu .beeld").get_attribute("aria-label")
            assert page.locator(".dia.nu .terug").is_visible()
            assert page.locator(".dia.nu .wand svg").count() == 1
        page.keyboard.press("PageDown")
        if number(page)[0] > len(seen):
            assert heading(page) in page.locator("#gezegd").inner_text()
    assert len(set(seen)) == len(seen)


def test_the_other_keys_and_the_way_out(wall: Page, app: Server) -> None:
    begin(wall, app.url + PROFILE)
    wall.keyboard.press("PageDown")
    for key in ("b", "."):
        wall.keyboard.press(key)
        assert wall.locator("#zwart").is_visible()
        wall.keyboard.press("PageDown")  # the remote only brings the picture back
        assert wall.locator("#zwart").is_hidden()
        assert number(wall)[0] == 2
    wall.keyboard.press("a")
    assert wall.locator("#acties").is_visible()
    assert "Klaar op" in wall.locator("#acties").inner_text()
    wall.keyboard.press("PageDown")  # the list stays beside the next slide
    assert wall.locator("#acties").is_visible()
    wall.keyboard.press("Escape")
    assert wall.locator("#acties").is_hidden()
    wall.keyboard.press("f")
    wall.wait_for_function("() => document.fullscreenElement !== null")
    wall.keyboard.press("f")
    wall.wait_for_function("() => document.fullscreenElement === null")
    wall.keyboard.press("t")
    assert wall.locator(".dia.nu table").is_visible()
    wall.keyboard.press("Escape")
    assert wall.locator(".dia.nu table").is_hidden()
    assert re.fullmatch(r"\d\d:\d\d", wall.locator("#klok").inner_text())


def test_every_key_has_a_button(wall: Page, app: Server) -> None:
    begin(wall, app.url + PROFILE)
    wall.get_by_role("button", name=texts.SHOW_NEXT).click()
    wall.get_by_role("button", name=texts.SHOW_NEXT).press("Space")
    assert number(wall)[0] == 3  # on a button the space bar presses it
    wall.get_by_role("button", name=texts.SHOW_PREVIOUS).click()
    assert number(wall)[0] == 2
    wall.get_by_role("button", name=texts.SHOW_BLACK).click()
    wall.locator("#zwart").click()
    assert wall.locator("#zwart").is_hidden()
    wall.get_by_role("button", name=texts.SHOW_ACTIONS).click()
    wall.get_by_role("button", name=texts.SHOW_CLOSE).click()
    assert wall.locator("#acties").is_hidden()
    wall.get_by_role("button", name=texts.SHOW_OVERVIEW).click()
    wall.keyboard.press("ArrowDown")
    wall.keyboard.press("Enter")
    assert number(wall)[0] == 3
    wall.get_by_role("button", name=texts.SHOW_KEYS).click()
    assert wall.locator("#toetsen").is_visible()
    wall.keyboard.press("Escape")
    assert wall.locator("#toetsen").is_hidden()


# --- the size of letters --------------------------------------------------------------------------


@pytest.mark.parametrize("deck", DECKS)
def test_no_letter_is_too_small_and_none_is_cut_off(wall: Page, app: Server, deck: str) -> None:
    begin(wall, app.url + DECKS[deck])
    for at in range(1, number(wall)[1] + 1):
        assert number(wall)[0] == at
        check_sizes(wall)
        assert wall.evaluate(_OUTSIDE) == []
        wall.keyboard.press("PageDown")
    wall.keyboard.press("a")
    check_sizes(wall)
    wall.keyboard.press("Escape")
    wall.keyboard.press("o")
    check_sizes(wall)


def check_sizes(page: Page) -> None:
    sizes = page.evaluate(_SIZES)
    assert len(sizes) > 8
    assert [one for one in sizes if one[0] < SMALLEST - 0.05] == []


def test_a_small_letter_is_found(wall: Page) -> None:
    small = '<svg viewBox="0 0 10 10" width="5"><text y="5" font-size="30">klein</text></svg>'
    wall.set_content(f'<p style="font-size:30px">groot</p>{small}')
    assert [text for size, text in wall.evaluate(_SIZES) if size < SMALLEST] == ["klein"]


# --- live, and without a network ------------------------------------------------------------------


def test_goes_on_without_a_network_and_comes_back(
    room: BrowserContext, wall: Page, app: Server
) -> None:
    begin(wall, app.url + PROFILE)
    fetched(wall)
    wall.evaluate("location.hash = '#4'")
    choose(wall, "deel", "Moerwijk")
    expect(wall.locator(".dia.nu h2")).to_contain_text("cijfers")
    room.set_offline(True)
    expect(wall.locator("#melding")).to_have_text(texts.SHOW_SCRIPT["offline"])
    check_all_about(wall, "WK051836")
    choose(wall, "deel", "Bouwlust/Vrederust")
    check_all_about(wall, "WK051833")
    asked = wall.locator(".dia.nu select[data-kies='indicator']")
    if asked.count() == 0:
        wall.keyboard.press("PageUp")
    shown = heading(wall)
    choose(wall, "indicator", index=30)
    expect(wall.locator("#melding")).to_have_text(texts.SHOW_SCRIPT["lost"])
    assert heading(wall) == shown
    room.set_offline(False)
    choose(wall, "indicator", index=30)
    expect(wall.locator(".dia.nu h2")).not_to_have_text(shown)
    check_way_back(wall)


def choose(page: Page, what: str, label: str = "", index: int = -1) -> None:
    """Choose something on the slide that is shown."""
    select = page.locator(f".dia.nu select[data-kies='{what}']")
    if label:
        select.select_option(label=label)
        expect(select.locator("option:checked")).to_have_text(label)
        page.wait_for_timeout(100)
    else:
        select.select_option(index=index)


def check_all_about(page: Page, code: str) -> None:
    """Every slide with a picture is about this part, from the first to the last."""
    page.keyboard.press("Home")
    count = number(page)[1]
    for at in range(1, count + 1):
        assert number(page)[0] == at
        slide = page.locator(".dia.nu")
        if slide.get_attribute("data-tegel"):
            assert f"deel={code}" in (slide.get_attribute("data-codes") or "")
            link = slide.locator(".terug").get_attribute("href") or ""
            assert parse_qs(urlsplit(link).query)["deel"] == [code]
        page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")


def check_way_back(page: Page) -> None:
    """The page of the picture opens with the choices that were made live."""
    link = urlsplit(page.locator(".dia.nu .terug").get_attribute("href") or "")
    page.locator(".dia.nu .terug").click()
    settle(page, 60)
    found = urlsplit(page.url)
    assert found.path == link.path == "/profiel"
    asked, came = parse_qs(link.query), parse_qs(found.query)
    assert {name: came[name] for name in asked} == asked


# --- on a phone, and as a file --------------------------------------------------------------------


def test_the_room_reads_along_on_a_phone(phone: Page, app: Server) -> None:
    heard = watch(phone, app.host)
    begin(phone, app.url + PROFILE)
    shown = phone.locator(".dia")
    assert all(one.is_visible() for one in shown.all())
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = phone.evaluate(_SIZES)
    assert min(size for size, _ in sizes) >= 11.5
    assert phone.locator(".telefoon svg").first.is_visible()
    swipe(phone)
    expect(phone.locator("#nummer")).to_contain_text("Dia 2 van")
    select = phone.locator("select[data-kies='deel']").first
    select.select_option(label="Moerwijk")
    expect(phone.locator(".dia[data-tegel] .plaats").first).to_contain_text("Moerwijk")
    assert phone.locator(".dia[data-tegel] svg").first.is_visible()
    assert violations(phone) == []
    assert heard.errors == [] and heard.outside == []


def swipe(page: Page) -> None:
    """A finger goes to the left over the first slide."""
    page.locator(".dia").first.evaluate("""(slide) => {
      const at = (x) => new Touch({ identifier: 1, target: slide, clientX: x, clientY: 200 });
      const event = (name, x) => slide.dispatchEvent(new TouchEvent(name, {
        bubbles: true, touches: name === 'touchstart' ? [at(x)] : [], changedTouches: [at(x)] }));
      event('touchstart', 300); event('touchend', 60);
    }""")


@pytest.fixture(scope="module")
def file(app: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile as a file without internet."""
    kept = tmp_path_factory.mktemp("mee") / "profiel.html"
    with urlopen(f"{app.url}/neem-mee/presentatie.html?set=profiel&wijk=zuidwest") as answer:
        kept.write_bytes(answer.read())
    return kept


def test_the_file_opens_by_itself_and_asks_nobody(wall: Page, file: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    wall.on("request", lambda one: asked.append(one.url))
    wall.on("console", lambda one: said.append(one.text))
    begin(wall, file.as_uri())
    check_keys_move(wall)
    wall.evaluate("location.hash = '#4'")
    choose(wall, "deel", "Moerwijk")
    check_all_about(wall, "WK051836")
    wall.keyboard.press("Home")
    for _ in range(number(wall)[1]):
        check_sizes(wall)
        wall.keyboard.press("PageDown")
    closed = wall.locator(".dia.nu select option:disabled")
    assert closed.count() == 0 or closed.first.is_disabled()
    assert [one for one in asked if not one.startswith(("file:", "data:", "about:"))] == []
    assert len([one for one in asked if one.startswith("file:")]) == 1
    assert said == []


def test_the_player_has_no_axe_violation(wall: Page, app: Server) -> None:
    begin(wall, app.url + OWN)
    assert violations(wall) == []
    wall.keyboard.press("PageDown")
    wall.keyboard.press("PageDown")
    wall.keyboard.press("a")
    assert violations(wall) == []
    wall.keyboard.press("Escape")
    wall.keyboard.press("o")
    assert violations(wall) == []
    wall.keyboard.press("Escape")
    wall.keyboard.press("b")
    assert violations(wall) == []


# --- making one's own -----------------------------------------------------------------------------


def test_from_a_page_to_a_presentation_in_another_order(
    page: Page, app: Server, heard: Heard
) -> None:
    page.goto(f"{app.url}/profiel?wijk=alphen-noord")
    settle(page, 90)
    added = [add_from(page, tile) for tile in ("profiel-lijst", "profiel-mensen")]
    assert "dia 1" in added[0] and "dia 2" in added[1]
    visit(page, f"{app.url}/presenteren?wijk=alphen-noord")
    page.get_by_role("link", name=texts.SHOW_START).click()
    page.wait_for_selector("body.speler")
    check_order(page)
    assert heard.errors == []


def add_from(page: Page, tile: str) -> str:
    """Add a picture of the page to the presentation. Returns what is said then."""
    along = page.locator(".wz-take", has=page.locator(f"a.wz-add[href*='zet={tile}']"))
    along.locator("summary").click()
    along.locator("a.wz-add").click()
    expect(along.get_by_role("status")).to_contain_text("Toegevoegd als dia")
    assert urlsplit(page.url).path == "/profiel"
    return along.get_by_role("status").inner_text()


def check_order(page: Page) -> None:
    """By key and by dragging; both are kept."""
    first, second = (page.locator(".dia").nth(at).get_attribute("data-dia") for at in (0, 1))
    page.keyboard.press("o")
    with page.expect_response("**/presentatie/volgorde*") as kept:
        page.keyboard.press("Alt+ArrowDown")
    assert kept.value.ok
    page.reload()
    page.wait_for_selector("body.speler")
    assert page.locator(".dia").first.get_attribute("data-dia") == second
    page.keyboard.press("o")
    with page.expect_response("**/presentatie/volgorde*") as kept:
        page.locator("#lijst li").nth(1).drag_to(page.locator("#lijst li").nth(0))
    assert kept.value.ok
    page.reload()
    page.wait_for_selector("body.speler")
    assert page.locator(".dia").first.get_attribute("data-dia") == first
