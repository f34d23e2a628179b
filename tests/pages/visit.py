"""Opens a page by its link and reads what stands on it."""

import re
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

from wijzer.ui import frame

MAIN = frame.ROOT / "wijzer" / "ui" / "main.py"
Link = dict[str, str]


def visit(page: str = "", link: Link | None = None) -> AppTest:
    """A new session whose first request is this page with these parameters."""
    found = AppTest.from_file(str(MAIN), default_timeout=60)
    for name, value in (link or {}).items():
        found.query_params[name] = value
    if page:
        found.switch_page(str(frame.page(page)))
    return found.run()


def params(found: AppTest) -> Link:
    """The parameters in the URL after a run."""
    return {
        name: value[0] if isinstance(value, list) else value
        for name, value in found.query_params.items()
    }


def trouble(found: AppTest) -> list[str]:
    """Exceptions and error boxes on the page."""
    return [one.message for one in found.exception] + [one.value for one in found.error]


def warnings(found: AppTest) -> list[str]:
    return [one.value for one in found.warning]


def everything(found: AppTest) -> list[str]:
    """The words of all elements in order: headings, texts, tables, labels and chosen options."""
    return [text for element in found.main for text in _words(element)]


def _words(element: Any) -> list[str]:
    if hasattr(element, "children"):
        return [text for child in element.children.values() for text in _words(child)]
    proto = getattr(element, "proto", None)
    told = [getattr(proto, name, "") for name in ("body", "label", "alt", "caption")]
    chosen = getattr(element, "value", "") if element.type in _CHOICES else ""
    return [f"{element.type}: {plain(str(text))}" for text in [*told, chosen] if text]


_CHOICES = {"selectbox", "button_group", "segmented_control"}


def plain(text: str) -> str:
    """Words without tags; a title that is cited in English is no word of ours."""
    return unescape(re.sub(r'<cite lang="en">.*?</cite>|<[^>]*>', " ", text)).strip()


def chosen(found: AppTest, param: str) -> Any:
    """What the widget of a choice shows as chosen."""
    return widget(found, param).value


def widget(found: AppTest, param: str) -> Any:
    """The widget of a choice: buttons or a list."""
    key = f"_{param}"
    every = [*found.button_group, *found.selectbox]
    return next(one for one in every if one.key == key)
