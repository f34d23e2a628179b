"""What a person does on every page, by mouse and by keyboard alone."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.links import neighbourhoods, pages
from tests.browser.screen import change, exceptions, settle, visit
from tests.browser.server import Server
from tests.browser.test_links import choices, chosen
from wijzer import catalog

FOCUSABLE = """() => [...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [tabindex]')].filter((one) => {
    const at = one.getBoundingClientRect(), style = getComputedStyle(one);
    return one.tabIndex >= 0 && !one.disabled && at.width > 0 && at.height > 0
      && style.visibility !== 'hidden' && !one.closest('[aria-hidden="true"], [inert]');
  }).length"""

FOCUSED = """() => {
  const one = document.activeElement, at = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const ring = (s) => s.outlineStyle !== 'none' || s.boxShadow !== 'none' || s.borderColor;
  return {tag: one.tagName, name: (one.innerText || one.getAttribute('aria-label') || '').trim(),
          seen: at.width > 0 && at.height > 0, ring: Boolean(ring(style))};
}"""


def other() -> tuple[str, str]:
    """Code and name of a neighbourhood that is not the default."""
    code = neighbourhoods()[1]
    return code, catalog.neighbourhood(code).name


@pytest.mark.parametrize("path", pages())
def test_choose_by_mouse(page: Page, app: Server, path: str) -> None:
    code, name = other()
    visit(page, app.url + path)
    change(page, lambda: page.get_by_role("radio", name=name, exact=True).first.click())
    assert choices(page)["wijk"] == code
    chosen(page, name)
    assert exceptions(page) == []


@pytest.mark.parametrize("path", pages())
def test_choose_by_keyboard(page: Page, app: Server, path: str) -> None:
    code, name = other()
    visit(page, app.url + path)
    assert name in tab_to(page, name)
    change(page, lambda: page.keyboard.press("Space"))
    assert choices(page)["wijk"] == code
    chosen(page, name)


@pytest.mark.parametrize("path", pages())
def test_keyboard_gets_everywhere_and_out_again(page: Page, app: Server, path: str) -> None:
    """Tab goes through the page and round; no box holds the focus."""
    visit(page, app.url + path)
    most = int(page.evaluate(FOCUSABLE)) * 3 + 30
    seen = walk(page, most)
    assert len(seen) >= 5
    assert "BODY" in {tag for tag, _ in seen} or seen[0] in seen[1:]


def test_next_page_keeps_the_choice(page: Page, app: Server) -> None:
    code, _ = other()
    for path in pages()[1:]:
        visit(page, f"{app.url}/?wijk={code}")
        go(page, path)
        assert urlsplit(page.url).path == path
        assert choices(page).get("wijk") == code


def test_back_button_brings_the_old_choice_back(page: Page, app: Server) -> None:
    first, second = neighbourhoods()[:2]
    visit(page, f"{app.url}/profiel?wijk={first}")
    name = catalog.neighbourhood(second).name
    change(page, lambda: page.get_by_role("radio", name=name, exact=True).first.click())
    assert choices(page)["wijk"] == second
    change(page, page.go_back)
    chosen(page, catalog.neighbourhood(choices(page).get("wijk", first)).name)


def tab_to(page: Page, name: str) -> str:
    """Press Tab until something with this name has the focus; inside a group, the arrow keys."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["name"] == name:
            assert focused["seen"]
            return str(focused["name"])
    return ""


def walk(page: Page, most: int) -> list[tuple[str, str]]:
    """Where the focus is after each Tab, until it comes round."""
    seen: list[tuple[str, str]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        seen.append((focused["tag"], focused["name"]))
        if focused["tag"] == "BODY" or (len(seen) > 5 and seen[-3:] == seen[:3]):
            break
    return seen


def go(page: Page, path: str) -> None:
    """Follow the link to a page in the navigation, opening its section when it has one."""
    link = page.locator(f'[data-testid^="stTopNav"] a[href*="{path}"], a[href*="{path}"]')
    if not link.first.is_visible():
        for section in page.locator('[data-testid="stTopNavSection"]').all():
            section.click()
            if link.first.is_visible():
                break
    expect(link.first).to_be_visible()
    change(page, link.first.click)
    settle(page)
