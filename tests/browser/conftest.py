"""One build of the figures, one server and one Chromium for all browser tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.screen import Heard, watch
from tests.browser.server import Server, build, serve

HERE = Path(__file__).parent
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder, and let them come last: they take longest."""
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with figures built from data/."""
    folder = tmp_path_factory.mktemp("figures")
    build(folder)
    return folder


@pytest.fixture(scope="session")
def app(figures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running program."""
    with serve(tmp_path_factory.mktemp("server") / "app.log", figures) as server:
        yield server


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(chrome: Browser) -> Iterator[Page]:
    """An empty tab on a desk."""
    context = chrome.new_context(viewport=DESK, locale="nl-NL")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chrome: Browser) -> Iterator[Page]:
    """An empty tab on a phone, 390 pixels wide, by touch."""
    context = chrome.new_context(
        viewport=PHONE,  # type: ignore[arg-type]
        locale="nl-NL",
        has_touch=True,
        device_scale_factor=2,
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def heard(page: Page, app: Server) -> Heard:
    """What the tab says and asks for."""
    return watch(page, app.host)
