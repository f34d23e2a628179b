"""What stands around every page: menu, neighbourhood and subdistrict, errors, example ribbon."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from wijzer import catalog, texts
from wijzer.store.database import StoreMissing
from wijzer.ui import choice, places, reading, trouble

ROOT = Path(__file__).resolve().parent.parent.parent
STYLE = Path(__file__).parent / "style.css"
LOGO = Path(__file__).parent / "logo.svg"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the menu; `url_path` is empty for the first."""

    file: str
    title: str
    section: str
    url_path: str


PAGES = (
    Entry("start.py", texts.START, texts.MENU_PICTURE, ""),
    Entry("profiel.py", texts.PROFILE, texts.MENU_PICTURE, "profiel"),
    Entry("vergelijken.py", texts.COMPARE, texts.MENU_PICTURE, "vergelijken"),
    Entry("themas.py", texts.THEMES, texts.MENU_PLAN, "themas"),
    Entry("plan.py", texts.PLAN, texts.MENU_PLAN, "plan"),
    Entry("bereik.py", texts.REACH_PAGE, texts.MENU_MONITOR, "bereik"),
    Entry("gezonder.py", texts.HEALTHIER_PAGE, texts.MENU_MONITOR, "gezonder"),
    Entry("samenwerking.py", texts.COOPERATION_PAGE, texts.MENU_MONITOR, "samenwerking"),
    Entry("focus.py", texts.FOCUS_PAGE, texts.MENU_MONITOR, "focus"),
    Entry("leren.py", texts.LEARN_PAGE, texts.MENU_LEARN, "leren"),
    Entry("presenteren.py", texts.PRESENT_PAGE, texts.MENU_LEARN, "presenteren"),
    Entry("gegevens.py", texts.DATA, texts.MENU_FIGURES, "gegevens"),
    Entry("verantwoording.py", texts.ACCOUNT, texts.MENU_FIGURES, "verantwoording"),
)


def show() -> None:
    """Draw the frame and run the page that the URL asks for."""
    page = st.navigation(_menu(), position="top")
    st.set_page_config(page_title=f"{page.title} · {texts.APP}", layout="wide")
    st.html(STYLE)
    st.logo(str(LOGO), size="large")
    try:
        _place()
        st.set_page_config(page_title=_title(page.title, places.current()))
        reading.show(page.url_path)
        with trouble.said():
            page.run()
    except StoreMissing:
        st.error(texts.NO_FIGURES)


def page(url_path: str) -> Path:
    """The file of a page, as Streamlit wants it to go there."""
    return ROOT / "pages" / next(one.file for one in PAGES if one.url_path == url_path)


def _menu() -> dict[str, list[st.Page]]:
    menu: dict[str, list[st.Page]] = {}
    for one in PAGES:
        entry = st.Page(
            page(one.url_path),
            title=one.title,
            url_path=one.url_path or None,
            default=not one.url_path,
        )
        menu.setdefault(one.section, []).append(entry)
    return menu


def _title(page: str, place: places.Place) -> str:
    """What a tab, a bookmark and the history call this view."""
    part = "" if place.whole else f" {place.area.name}"
    return f"{page} · {place.neighbourhood.name}{part} · {texts.APP}"


def _place() -> None:
    """The two choices that every page shares."""
    with st.container(key="plaats", horizontal=True, vertical_alignment="bottom"):
        neighbourhoods = {id: one.name for id, one in catalog.neighbourhoods().items()}
        choice.buttons("wijk", texts.NEIGHBOURHOOD, neighbourhoods)
        choice.select("deel", texts.PART, places.options(choice.neighbourhood()))
