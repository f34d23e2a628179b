"""What a person does on every page, by mouse and by keyboard alone."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.links import neighbourhoods, pages
from tests.browser.screen import change, exceptions, settle, visit
from tests.browser.server import Server
from tests.browser.test_links import choices, chosen
from wijzer import catalog
from wijzer.ui import frame

# What has the focus, with a number that it keeps, so that we know when we have been here.
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return {number: -1, role: 'body', name: '', size: 0};
  window.walked ??= new Map();
  if (!window.walked.has(one)) window.walked.set(one, window.walked.size);
  const name = one.getAttribute('aria-label') || one.innerText || one.alt || '';
  return {number: window.walked.get(one), name: name.trim().slice(0, 60),
          role: one.getAttribute('role') || one.tagName.toLowerCase(),
          size: one.getBoundingClientRect().width};
}"""
MOST = 400


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
    tab_to(page, "radio")
    arrow_to(page, "ArrowRight", name)
    change(page, lambda: page.keyboard.press("Space"))
    assert choices(page)["wijk"] == code
    chosen(page, name)


@pytest.mark.parametrize("path", ["/", "/profiel"])
def test_keyboard_gets_everywhere_and_out_again(page: Page, app: Server, path: str) -> None:
    """Tab goes through the page and leaves it at the end; no box keeps the focus.

    On a desk; `test_everyone` walks through every page at twice the size.
    """
    visit(page, app.url + path)
    seen = walk(page)
    assert "radio" in {role for role, _ in seen}
    assert seen[-1][0] == "body"


def test_menu_by_keyboard(page: Page, app: Server) -> None:
    """To another page without a mouse, with the neighbourhood that was chosen."""
    code, _ = other()
    visit(page, f"{app.url}/?wijk={code}")
    tab_to(page, "button", frame.PAGES[-1].section)
    page.keyboard.press("Enter")
    arrow_to(page, "ArrowDown", frame.PAGES[-1].title)
    change(page, lambda: page.keyboard.press("Enter"))
    assert urlsplit(page.url).path == pages()[-1]
    chosen(page, catalog.neighbourhood(code).name)


def test_next_page_keeps_the_choice(page: Page, app: Server) -> None:
    code, _ = other()
    visit(page, f"{app.url}/?wijk={code}")
    for path in pages()[1:]:
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


def tab_to(page: Page, role: str, name: str = "") -> None:
    """Press Tab until something of this role, and name, has the focus. Fails when it never has."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if role in focused["role"] and name in focused["name"]:
            return
    pytest.fail(f"Tab does not come to {role} {name}")


def arrow_to(page: Page, key: str, name: str) -> None:
    """Within a row of buttons or a menu: press an arrow key until this name has the focus."""
    for _ in range(10):
        page.wait_for_timeout(100)
        if page.evaluate(FOCUSED)["name"] == name:
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} does not come to {name}")


def walk(page: Page) -> list[tuple[str, str]]:
    """Role and name of what has the focus after each Tab, until the page is left or repeats."""
    seen: dict[int, tuple[str, str]] = {}
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["number"] in seen:
            return [*seen.values(), ("round", focused["name"])]
        seen[focused["number"]] = (focused["role"], focused["name"])
        if focused["role"] == "body":
            break
    return list(seen.values())


def go(page: Page, path: str) -> None:
    """Follow the link to a page in the navigation, opening its section when it has one."""
    link = page.locator(f'[data-testid^="stTopNav"] a[href*="{path}"]')
    if not link.count():
        for section in page.locator('[data-testid="stTopNavSection"]').all():
            section.click()
            expect(page.locator('[data-testid="stTopNavPopoverBody"]')).to_be_visible()
            if link.count():
                break
    change(page, link.first.click)
    settle(page)
